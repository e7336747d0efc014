"""Texts in runs of bounded size."""

from collections.abc import Iterator

import numpy as np

from framing.matching.letters import Ints


def batches(sizes: Ints, most_bytes: int, most_texts: int) -> Iterator[slice]:
    """Cut texts of some sizes in bytes, in order, into runs of bounded size; a text that is larger makes one alone."""
    grown = sizes.cumsum()
    first = 0
    while first < len(grown):
        before = grown[first - 1] if first else 0
        after = max(int(np.searchsorted(grown, before + most_bytes, "right")), first + 1)
        after = min(after, first + most_texts)
        yield slice(first, after)
        first = after
