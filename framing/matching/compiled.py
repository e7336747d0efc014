"""Reading UTF-8 bytes, compiled by numba: words and their hashes, and whether they are those of a pattern.

Import this module, and `kernel`, only where they run: numba takes a second to load. A `span` is a pair of offsets, the second
one past the end. What `patterns` says in plain Python, these functions do; the tests hold both to one reference.
"""

import hashlib
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import numba
import numpy as np

from framing.matching.letters import ACCENT, APOSTROPHE, HYPHEN, LIMIT, SPACE, WORD

Array = Any  # numba works out what it holds
Span = tuple[int, int]
Function = TypeVar("Function", bound=Callable[..., Any])

STAR, QUERY = -1, -2
ASCII = 128
SEED, SPREAD = np.uint64(0xCBF29CE484222325), np.uint64(0x9E3779B97F4A7C15)

_SOURCES = [Path(__file__).with_name(name) for name in ("compiled.py", "kernel.py", "overlap.py", "letters.py")]
_DIGEST = hashlib.sha256(b"".join(path.read_bytes() for path in _SOURCES)).hexdigest()[:16]


def compiled(function: Function) -> Function:
    """Compile a function, kept on disk where there is a place that can be written: beside the package or in the home folder."""
    # numba keeps compiled code until the function's own file changes, also when one it calls has changed: hence the digest.
    function.__qualname__ = f"{function.__qualname__}_{_DIGEST}"
    made: Any
    try:
        made = numba.njit(cache=True, nogil=True)(function)
    except RuntimeError:  # no such place: compile once a process
        made = numba.njit(nogil=True)(function)
    return made  # type: ignore[no-any-return]


@compiled
def decode(data: Array, at: int) -> Any:
    """Read one character of two to four bytes: code point and size."""
    lead = np.int32(data[at])
    if lead < 0xE0:
        return (lead & 0x1F) << 6 | (data[at + 1] & 0x3F), 2
    if lead < 0xF0:
        return (lead & 0x0F) << 12 | (data[at + 1] & 0x3F) << 6 | (data[at + 2] & 0x3F), 3
    return (lead & 0x07) << 18 | (data[at + 1] & 0x3F) << 12 | (data[at + 2] & 0x3F) << 6 | (data[at + 3] & 0x3F), 4


@compiled
def unfold(data: Array, span: Span, case: int, letters: Any, out: Array, most: int) -> int:
    """Write the folded letters of a word, as many as asked for or a few more; their number."""
    size, at = 0, span[0]
    while at < span[1] and size < most:
        code, step = np.int32(data[at]), 1
        if code >= ASCII:
            code, step = decode(data, at)
        elif case == 0 and 65 <= code <= 90:
            code += 32
        at += step
        fold = letters.fold_at[case, code] if ASCII <= code < LIMIT else -1
        if fold < 0:
            out[size] = code
            size += 1
        else:
            for letter in range(letters.folds[fold]):
                out[size] = letters.folds[fold + 1 + letter]
                size += 1
    return size


@compiled
def hash_on(value: Any, letter: Any) -> Any:
    """Go on with a hash by a letter: no multiplication, which would be the slowest step of all."""
    return (value << np.uint64(5) | value >> np.uint64(59)) ^ np.uint64(letter)


@compiled
def hashed(value: Any) -> Any:
    """Finish a hash: every bit of it has seen all letters."""
    value *= SPREAD
    return value ^ (value >> np.uint64(32))


@compiled
def hash_wide(value: Any, code: Any, letters: Any) -> Any:
    """Go on with a hash by the fold of a letter beyond ASCII."""
    fold = letters.fold_at[0, code]
    if fold < 0:
        return hash_on(value, code)
    for letter in range(letters.folds[fold]):
        value = hash_on(value, letters.folds[fold + 1 + letter])
    return value


@compiled
def cut(data: Array, span: Span, letters: Any, words: Array, hashes: Array) -> int:
    """Find the words of a text: first and past-last byte and code point of each, and the hash of its folded letters; how many."""
    # Unsigned offsets spare a check for negative ones at every letter; a 0 behind every text ends its last word.
    small, kind, at, stop, one = letters.small, letters.kind, np.uint64(span[0]), np.uint64(span[1]), np.uint64(1)
    count, extra = np.uint64(0), at  # extra: what to take from a byte offset for the code point
    while at < stop:
        letter = small[data[at]]
        if letter == 0:
            at += one
            continue
        begin, before, value, wide = at, at - extra, SEED, np.uint64(0)
        while letter != 0:
            if letter < ASCII:
                value, at = hash_on(value, letter), at + one
            else:
                code, step = decode(data, int(at))
                wide = np.uint64(step)
                if code >= LIMIT or kind[code] & WORD == 0:
                    break
                value, at, extra = hash_wide(value, code, letters), at + wide, extra + wide - one
            letter = small[data[at]]
        if at > begin:
            words[count, 0], words[count, 1], words[count, 2], words[count, 3] = begin, at, before, at - extra
            hashes[count] = hashed(value)
            count += one
        elif letter != 0:
            at, extra = at + wide, extra + wide - one
    return int(count)


@compiled
def glob(found: Array, size: int, codes: Array, wanted: Span, kind: Array) -> bool:
    """Compare letters with wildcards; see `patterns.glob`."""
    at, here, star, retry = wanted[0], 0, -1, 0
    while here < size:
        if at < wanted[1] and codes[at] == STAR:
            star, retry, at = at, here, at + 1
        elif at < wanted[1] and codes[at] == QUERY:
            at, here = at + 1, here + 1
            while here < size and found[here] < LIMIT and kind[found[here]] & ACCENT:
                here += 1
        elif at < wanted[1] and codes[at] == found[here]:
            at, here = at + 1, here + 1
        elif star >= 0:
            retry += 1
            at, here = star + 1, retry
        else:
            return False
    while at < wanted[1] and codes[at] == STAR:
        at += 1
    return at == wanted[1]


@compiled
def mark(data: Array, at: int, kind: Array) -> Any:
    """Reduce one character as `patterns.marks` does: code point and size."""
    code, step = np.int32(data[at]), 1
    if code >= ASCII:
        code, step = decode(data, at)
    if code < LIMIT:
        if kind[code] & SPACE:
            return np.int32(32), step
        if kind[code] & APOSTROPHE:
            return np.int32(39), step
        if kind[code] & HYPHEN:
            return np.int32(45), step
    return code, step


@compiled
def same_marks(data: Array, span: Span, codes: Array, wanted: Span, kind: Array) -> int:
    """Compare what a span begins with with marks: the byte after the last of them, or -1."""
    at = span[0]
    for place in range(wanted[0], wanted[1]):
        if at >= span[1]:
            return -1
        code, step = mark(data, at, kind)
        if code != codes[place]:
            return -1
        at += step
    return at


@compiled
def same_marks_before(data: Array, span: Span, codes: Array, wanted: Span, kind: Array) -> int:
    """Compare what a span ends with with marks: the byte of the first of them, or -1."""
    at = span[1]
    for back in range(wanted[1] - wanted[0]):
        at -= 1
        while at >= span[0] and data[at] & 0xC0 == 0x80:
            at -= 1
        if at < span[0]:
            return -1
        code, _ = mark(data, at, kind)
        if code != codes[wanted[1] - 1 - back]:
            return -1
    return at


@compiled
def joined(data: Array, span: Span, kind: Array) -> bool:
    """Whether a span is a hyphen, or white space without a blank line."""
    at, breaks = span[0], 0
    while at < span[1]:
        code, step = mark(data, at, kind)
        if code == 45 and at == span[0] and at + step == span[1]:
            return True
        if code != 32:
            return False
        breaks += data[at] == 10
        at += step
    return breaks < 2


@compiled
def same_gap(data: Array, span: Span, codes: Array, wanted: Span, kind: Array) -> bool:
    """Compare what stands between two words with the gap of a pattern; see `patterns.gap`."""
    if wanted[1] - wanted[0] == 1 and codes[wanted[0]] == 32:
        one = span[1] - span[0] == 1 and (data[span[0]] == 32 or data[span[0]] == 45)
        return one or joined(data, span, kind)
    return same_marks(data, span, codes, wanted, kind) == span[1]


@compiled
def same_small(data: Array, span: Span, case: int, codes: Array, wanted: Span) -> int:
    """Compare an ASCII word with letters: 1 the same, 0 not, -1 another letter comes first."""
    shift = wanted[0] - span[0]
    for at in range(span[0], span[1]):
        code = np.int32(data[at])
        if code >= ASCII:
            return -1
        if case == 0 and 65 <= code <= 90:
            code += 32
        if at + shift >= wanted[1] or code != codes[at + shift]:
            return 0
    return 1 if span[1] + shift == wanted[1] else 0


@compiled
def same_word(data: Array, span: Span, rule: Any, codes: Array, letters: Any, scratch: Array) -> Any:
    """Compare a word with letters by a rule: wild, case, capital, first and past-last letter in `codes`."""
    wild, case, capital, low, high = rule
    if wild:
        size = unfold(data, span, case, letters, scratch, len(scratch))
        return glob(scratch, size, codes, (low, high), letters.kind)
    size = unfold(data, span, case, letters, scratch, high - low + 1)
    if size != high - low:
        return False
    for at in range(size):
        if scratch[at] != codes[low + at]:
            return False
    if capital:
        unfold(data, span, 1, letters, scratch, 1)
        return (scratch[0] != codes[low]) == (capital == 2)
    return True


@compiled
def characters(data: Array, span: Span) -> int:
    """Count the characters of a span."""
    count = 0
    for at in range(span[0], span[1]):
        count += data[at] & 0xC0 != 0x80
    return count
