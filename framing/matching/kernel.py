"""What the compiled functions of matching share: how numba compiles them, and what they are given.

Import this module only where they run: numba takes a second to load. The types of arguments are given, so that each function is
compiled once, for these, and kept on disk where there is a place that can be written: beside the package or in the home folder.
Small numbers are written as `uint64` wherever they meet one: with a signed number they would make a float. Arrays are taken out of
their tuple before a loop: numba counts who holds an array, which takes longer than what is done for a word.
"""

from collections.abc import Callable
from typing import Any, NamedTuple

import numba
import numpy as np
from llvmlite import ir
from numba import types
from numba.cpython.unsafe.numbers import trailing_zeros
from numba.extending import intrinsic

from framing.matching.words import HIGH_BITS, WHOLE

Array = Any  # numba works out what it holds
HIGHS, ALL = np.uint64(HIGH_BITS), np.uint64(WHOLE)
NO, ONE, THREE, BYTE = (np.uint64(number) for number in (0, 1, 3, 8))
SPARED = {"nogil": True, "no_cfunc_wrapper": True}  # compiling a way in from C would take a third of the time
njit: Any = numba.njit
llvm: Any = ir
lowest_bit: Any = trailing_zeros
named: Any = types.NamedTuple
several: Any = types.Tuple


class Page(NamedTuple):
    """Texts being read: see `words.Laid` and `words.Words`."""

    raw: Array
    folded: Array
    letters: Array
    strange: Array
    edges: Array
    ahead: Array
    going_on: Array
    heads: Array
    hashes: Array
    sizes: Array


class Sought(NamedTuple):
    """What `plan.Table` holds, together what is looked at together, a row each: from memory it comes in one piece."""

    bucket_shift: Any
    buckets: Array
    keys: Array
    begins: Array
    patterns: Array  # offsets, lengths and firsts
    spellings: Array  # heads and hashes
    marks: Array  # kinds, letters and gaps


EIGHTS = types.Array(types.uint64, 1, "A", aligned=False)
READ = types.Array(types.uint8, 1, "C", readonly=True)
NUMBER, INT, INTS, SMALLS, NUMBERS, BYTES = (
    types.uint64,
    types.int64,
    types.int64[::1],
    types.int32[::1],
    types.uint64[::1],
    types.uint8[::1],
)
PAGE = named((READ, BYTES, NUMBERS, INTS, SMALLS, INTS, NUMBERS, NUMBERS, NUMBERS, BYTES), Page)
SOUGHT = named((NUMBER, SMALLS, NUMBERS, SMALLS, types.int32[:, ::1], types.uint64[:, ::1], types.uint8[:, ::1]), Sought)


def compiled(*signature: Any) -> Callable[[Callable[..., Any]], Any]:
    """Compile a function for these types."""

    def compile_it(function: Callable[..., Any]) -> Any:
        try:
            return njit(signature, cache=True, **SPARED)(function)
        except RuntimeError:  # no place on disk to keep it: compile once a process
            return njit(signature, **SPARED)(function)

    return compile_it


def inlined(function: Callable[..., Any]) -> Any:
    """Compile a function only within those that call it."""
    return njit(inline="always")(function)


def lowered(function: Callable[..., Any]) -> Any:
    """Compile what a function writes in the language of LLVM."""
    return intrinsic(function)
