"""Find patterns in texts with plain Python: quick to start, for corpora of up to some megabytes."""

import re
from collections.abc import Iterable, Iterator, Sequence

import numpy as np

from framing.matching.index import Ints
from framing.matching.overlap import PLACE, settle
from framing.matching.patterns import Pattern, capital, fold, gap, glob, is_wild, marks, prefix, stemmer, word_matches

MOST_REMEMBERED = 200_000


Candidate = tuple[Pattern, int]


class Opening:
    """What may begin with a word.

    Parameters
    ----------
    word
        The word, folded.
    alone
        Patterns it alone decides for.
    pairs
        By the next word, patterns it decides for with that.
    """

    __slots__ = ("alone", "any", "pairs", "word")

    def __init__(self, word: str, alone: tuple[Candidate, ...], pairs: dict[str, list[Candidate]]):
        self.word = word
        self.alone = alone
        self.pairs = pairs
        self.any = bool(alone or pairs)

    def then(self, word: str) -> Iterable[Candidate]:
        """Patterns that may stand, if this is the next word."""
        return (*self.alone, *self.pairs.get(word, ()))


class Finder:
    """Find every pattern at every place; which of them count is decided later.

    Parameters
    ----------
    patterns, labels
        What to look for, and the label of each.
    language
        Language code, for stems.
    """

    settle = staticmethod(settle)

    def __init__(self, patterns: Sequence[Pattern], labels: Ints, language: str):
        self._language = language
        self._exact: dict[str, list[Candidate]] = {}
        self._pairs: dict[str, dict[str, list[Candidate]]] = {}
        self._stems: dict[str, list[Candidate]] = {}
        self._prefixes: dict[str, list[Candidate]] = {}
        self._seen: dict[str, Opening] = {}
        for pattern, label in zip(patterns, labels.tolist(), strict=True):
            self._enter(pattern, label)
        self._lengths = sorted({len(opening) for opening in self._prefixes})

    def _enter(self, pattern: Pattern, label: int) -> None:
        first, *rest = (fold(word) for word in pattern.words)
        if is_wild(first):
            self._prefixes.setdefault(prefix(first), []).append((pattern, label))
        elif pattern.stem:
            self._stems.setdefault(stemmer(self._language)(first), []).append((pattern, label))
        elif rest and not is_wild(rest[0]):  # phrases that begin with "the" are many, those with one pair of words few
            self._pairs.setdefault(first, {}).setdefault(rest[0], []).append((pattern, label))
        else:
            self._exact.setdefault(first, []).append((pattern, label))

    def find(self, texts: Iterable[str]) -> Ints:
        """Places in some texts, a row each: see `overlap` for the columns."""
        places = [(number, *place) for number, text in enumerate(texts) for place in self._find(text)]
        return np.array(places, np.int64).reshape(-1, PLACE)

    def _find(self, text: str) -> list[tuple[int, ...]]:
        """Start and end, first and last word, label, first byte and one past the last, of every place in a text."""
        words = word_matches(text)
        openings = [self._opening(word[0]) for word in words]
        found = [
            (*place, first, first + len(pattern.words) - 1, label)
            for first, opening in enumerate(openings)
            if opening.any
            for pattern, label in opening.then(openings[first + 1].word if first + 1 < len(openings) else "")
            if (place := self._verify(text, words, first, pattern)) is not None
        ]
        at_byte = _byte_offsets(text) if found and not text.isascii() else range(len(text) + 1)
        return [(*place, at_byte[place[0]], at_byte[place[1]]) for place in found]

    def _opening(self, surface: str) -> "Opening":
        """What may begin with a word as published: remembered, for most words come again."""
        known = self._seen.get(surface)
        if known is None:
            if len(self._seen) >= MOST_REMEMBERED:
                self._seen.clear()
            word = fold(surface)
            alone = [pair for pair in self._candidates(word) if not pair[0].single or self._same(pair[0], 0, surface)]
            known = self._seen[surface] = Opening(word, tuple(alone), self._pairs.get(word, {}))
        return known

    def _candidates(self, word: str) -> Iterator[Candidate]:
        yield from self._exact.get(word, ())
        if self._stems:
            yield from self._stems.get(stemmer(self._language)(word), ())
        for length in self._lengths:
            if length <= len(word):
                yield from self._prefixes.get(word[:length], ())

    def _verify(self, text: str, words: list[re.Match[str]], first: int, pattern: Pattern) -> tuple[int, int] | None:
        """Compare word by word and gap by gap; start and end if all agree."""
        if pattern.single:  # compared when the word was first met
            return words[first].span()
        found = words[first : first + len(pattern.words)]
        if len(found) < len(pattern.words) or not all(self._same(pattern, at, word[0]) for at, word in enumerate(found)):
            return None
        between = zip(found, found[1:], pattern.gaps[1:-1], strict=False)
        if any(gap(text[one.end() : two.start()]) != wanted for one, two, wanted in between):
            return None
        before, after = pattern.gaps[0], pattern.gaps[-1]
        start, end = found[0].start() - len(before), found[-1].end() + len(after)
        edges = start >= 0 and marks(text[start : found[0].start()]) == before and marks(text[found[-1].end() : end]) == after
        return (start, end) if edges else None

    def _same(self, pattern: Pattern, at: int, surface: str) -> bool:
        """Compare one word of a pattern with one of the text as published."""
        wanted, must = pattern.words[at], pattern.capitals[at]
        if must is not None and must != capital(surface):
            return False
        word = fold(surface, case=pattern.case)
        if is_wild(wanted):
            return glob(wanted, word)
        if pattern.stem:
            return stemmer(self._language)(wanted) == stemmer(self._language)(word)
        return wanted == word


def _byte_offsets(text: str) -> list[int]:
    """First UTF-8 byte of each character, and the number of bytes."""
    codes = np.frombuffer(text.encode("utf-32-le"), np.uint32)
    sizes = 1 + (codes >= 0x80) + (codes >= 0x800).astype(np.int64) + (codes >= 0x10000)
    return [0, *np.cumsum(sizes).tolist()]
