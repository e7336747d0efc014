"""The loops over every letter and word: in numpy, and compiled by numba for large corpora."""

import functools
import sys
import threading
from typing import Protocol

from framing.matching.arrays import Arrays
from framing.matching.plan import Nominees, Table
from framing.matching.words import Laid, Words

# Numba takes more than a second to load and, once on a machine, three more to compile: numpy is through with this much text sooner.
COMPILED_BYTES = 150_000_000
COMPILED = "framing.matching.compiled"


_kept = threading.local()


class Engine(Protocol):
    """What an engine does; what it returns holds until it is called again.

    `batch_bytes` is how much text it is best given at once.
    """

    batch_bytes: int

    def read(self, laid: Laid) -> Words:
        """Words of texts."""

    def nominate(self, laid: Laid, words: Words, table: Table) -> Nominees:
        """Which patterns may stand at which words."""


def engine_for(size: int) -> Engine:
    """Return the faster engine for so many bytes of text: once loaded, the compiled one for any."""
    return engine(size >= COMPILED_BYTES or COMPILED in sys.modules)


def engine(compiled: bool) -> Engine:
    """Return one of the two engines, for one thread: the compiled one writes into the same arrays again and again."""
    if not compiled:
        return _arrays()
    from framing.matching.compiled import Compiled

    kept: Engine = _kept.__dict__.setdefault("engine", Compiled())
    return kept


@functools.cache
def _arrays() -> Arrays:
    return Arrays()
