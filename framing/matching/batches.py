"""Texts in runs of bounded size."""

from collections.abc import Iterator

import numpy as np

from framing.matching.letters import Ints


def batches(sizes: Ints, articles: Ints, most_bytes: int, most_texts: int) -> Iterator[slice]:
    """Cut texts of some sizes in bytes, in the order of their articles, into runs of bounded size.

    No article is cut; one that is larger makes a run alone.
    """
    bounds = np.append(np.flatnonzero(np.diff(articles, prepend=-1)), len(articles))
    grown = np.append(0, sizes.cumsum())[bounds]
    first, last = 0, len(bounds) - 1
    while first < last:
        full = min(np.searchsorted(grown, grown[first] + most_bytes, "right"), np.searchsorted(bounds, bounds[first] + most_texts, "right"))
        after = max(int(full) - 1, first + 1)
        yield slice(int(bounds[first]), int(bounds[after]))
        first = after
