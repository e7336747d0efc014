"""Which patterns may begin at which words, and which of them stand there, for all words of many texts at once.

Plain words and plain spaces are compared as numbers. Whatever is not plain (a wildcard within a word, letters beyond ASCII, case
that counts, marks around a term) is compared by `patterns`, pair by pair, and remembered: it is rare, and said once.
"""

import numpy as np

from framing.lexicon.folding import fold
from framing.lexicon.patterns import is_wild
from framing.matching.letters import Bools, Ints
from framing.matching.patterns import Pattern, capital, gap, glob, marks
from framing.matching.plan import ANY, BEGINS, BY_HAND, EXACT, SPACE, Nominees, Table
from framing.matching.words import EIGHT, MASKS, Laid, Words

BLANK, HYPHEN = b" -"
NOWHERE = 0  # no text begins at the first byte
MOST_BYTES = 4  # of a character
LONGEST_REMEMBERED, MOST_REMEMBERED = 64, 200_000


class Standing:
    """Compares patterns with the words they may begin at."""

    def __init__(self) -> None:
        self._known: dict[tuple[str, bool, bool | None, bytes], bool] = {}

    def spans(self, laid: Laid, words: Words, table: Table, nominees: Nominees) -> tuple[Ints, Ints, Ints, Ints]:
        """Say which patterns stand where they may: first words, numbers of patterns, first bytes and those past the last."""
        first, pattern, sure = nominees
        if not sure.all():
            compared = self._compare(laid, words, table, (first[~sure], pattern[~sure]))
            first, pattern = (np.concatenate([known[sure], more]) for known, more in zip((first, pattern), compared, strict=True))
        begins, ends = words.starts[first], words.ends[first + table.lengths[pattern] - 1]
        for row in np.flatnonzero(~table.bare[pattern]).tolist():
            begins[row], ends[row] = _edges(laid, table.patterns[pattern[row]], int(begins[row]), int(ends[row]))
        kept = begins > NOWHERE
        return first[kept], pattern[kept], begins[kept], ends[kept]

    def _compare(self, laid: Laid, words: Words, table: Table, nominees: tuple[Ints, Ints]) -> tuple[Ints, Ints]:
        first, pattern = nominees
        kept = _in_one_text(laid, words, first, first + table.lengths[pattern] - 1)
        first, pattern = first[kept], pattern[kept]
        # Words first: few phrases are left then whose gaps, harder to compare, need a look.
        for compare, further in ((self._agree, 0), (_joined, 1)):
            at = 0
            while len(rows := np.flatnonzero(table.lengths[pattern] > at + further)):
                kept = np.ones(len(first), np.bool_)
                kept[rows] = compare(laid, words, table, (at, first[rows], pattern[rows]))
                first, pattern, at = first[kept], pattern[kept], at + 1
        return first, pattern

    def _agree(self, laid: Laid, words: Words, table: Table, nominees: tuple[int, Ints, Ints]) -> Bools:
        """Compare one word of each pattern."""
        at, first, pattern = nominees
        word, wanted = first + at, table.firsts[pattern] + at
        start, end, kind = words.starts[word], words.ends[word], table.kinds[wanted]
        unlike = words.heads[word] ^ table.heads[wanted]
        whole = (unlike == 0) & (words.hashes[word] == table.hashes[wanted]) & (words.sizes[word] == table.letters[wanted])
        begins = unlike & MASKS[np.minimum(table.letters[wanted], EIGHT)] == 0
        same: Bools = np.where(kind == EXACT, whole, (kind == BEGINS) & begins | (kind == ANY))
        by_hand = (kind == BY_HAND) | (kind == BEGINS) & begins & (table.letters[wanted] > EIGHT)
        for row in np.flatnonzero(by_hand).tolist():
            same[row] = self._same(table.patterns[pattern[row]], at, laid.raw[start[row] : end[row]])
        return same

    def _same(self, pattern: Pattern, at: int, surface: bytes) -> bool:
        if len(surface) > LONGEST_REMEMBERED:
            return same(pattern, at, surface.decode())
        if len(self._known) > MOST_REMEMBERED:
            self._known.clear()
        key = (pattern.words[at], pattern.case, pattern.capitals[at], surface)
        known = self._known.get(key)
        if known is None:
            known = self._known[key] = same(pattern, at, surface.decode())
        return known


def same(pattern: Pattern, at: int, surface: str) -> bool:
    """Compare one word of a pattern without stems with one of a text as published."""
    wanted, must = pattern.words[at], pattern.capitals[at]
    if must is not None and must != capital(surface):
        return False
    word = fold(surface, case=pattern.case)
    return glob(wanted, word) if is_wild(wanted) else wanted == word


def _in_one_text(laid: Laid, words: Words, first: Ints, last: Ints) -> Bools:
    kept: Bools = (first >= 0) & (last < len(words.starts))
    longer = np.flatnonzero(kept & (last > first))
    one, other = (np.searchsorted(laid.starts, words.starts[word[longer]], "right") for word in (first, last))
    kept[longer] = one == other
    return kept


def _joined(laid: Laid, words: Words, table: Table, nominees: tuple[int, Ints, Ints]) -> Bools:
    """Compare what stands between one word and the next with what the pattern has there."""
    at, first, pattern = nominees
    start, end = words.ends[first + at], words.starts[first + at + 1]
    found: Bools = (table.gaps[table.firsts[pattern] + at] == SPACE) & _plain(laid, start, end)
    for row in np.flatnonzero(~found).tolist():
        found[row] = gap(laid.raw[start[row] : end[row]].decode()) == table.patterns[pattern[row]].gaps[at + 1]
    return found


def _plain(laid: Laid, start: Ints, end: Ints) -> Bools:
    """Whether one blank or one hyphen stands between some bytes and others."""
    between = np.frombuffer(laid.raw, np.uint8)[start]
    found: Bools = (end - start == 1) & ((between == BLANK) | (between == HYPHEN))
    return found


def adjoin(laid: Laid, start: Ints, end: Ints) -> Bools:
    """Whether nothing stands between some bytes and others, or what a space of a pattern stands for."""
    found: Bools = (end == start) | _plain(laid, start, end)
    for row in np.flatnonzero(~found).tolist():
        found[row] = gap(laid.raw[start[row] : end[row]].decode()) == " "
    return found


def _edges(laid: Laid, pattern: Pattern, begin: int, end: int) -> tuple[int, int]:
    """Compare what stands around the words of a pattern with what belongs to it there: first byte and one past the last."""
    before, behind = pattern.gaps[0], pattern.gaps[-1]
    text = int(np.searchsorted(laid.starts, begin, "right"))
    low = max(int(laid.starts[text - 1]), begin - MOST_BYTES * len(before))
    high = min(int(laid.starts[text]) - 1, end + MOST_BYTES * len(behind))
    left = laid.raw[low:begin].decode(errors="ignore")[-len(before) :] if before else ""
    right = laid.raw[end:high].decode(errors="ignore")[: len(behind)]
    if marks(left) != before or marks(right) != behind:
        return NOWHERE, NOWHERE
    return begin - len(left.encode()), end + len(right.encode())
