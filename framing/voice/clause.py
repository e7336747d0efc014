"""The words around a term, up to where its clause ends."""

import functools
import itertools
import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from itertools import accumulate

from framing.voice.cues import PAST, TAG, S, Word, word
from framing.voice.lists import listed
from framing.voice.units import PIECE

STRONG = TAG["semicolon"] | TAG["colon"]
DETERMINER = TAG["determiner"] | TAG["possessive"] | TAG["possessor"]
MARK = TAG["mark"]
LONGER = 4
"""Letters beyond which a word is capitalised in a headline in title case."""
_SPLIT = re.compile(f"({PIECE.pattern})")
REACH = 500
"""Characters on either side of a term in which its clause is sought."""


@dataclass(frozen=True)
class Clause:
    """The words and marks of a sentence, the term among them, and where the term's clause begins and ends."""

    words: list[Word]
    first: int
    """Number of the first word of the term."""
    last: int
    """One past its last word."""
    begin: int
    end: int

    def before(self) -> list[str]:
        """Words of the clause before the term, in lower case."""
        return self._before

    @functools.cached_property
    def _before(self) -> list[str]:
        return [_read(word) for word in self.words[self.begin : self.first] if not word.tags & MARK]

    def around(self) -> list[str]:
        """Words of the clause on both sides of the term."""
        return self._before + self._behind

    def opening(self) -> str:
        """Read "anything but a triumph": the word that ends the clause before, with the one before that."""
        return " ".join(word.lower for word in self.words[max(0, self.begin - 2) : self.begin])

    def set_off(self) -> bool:
        """Whether the clause opens with a subordinator or relative that begins the sentence or stands behind a comma or marks."""
        if not self.begin or not self.words[self.begin - 1].tags & (TAG["subordinator"] | TAG["wh"]):
            return False
        return self.begin == 1 or bool(self.words[self.begin - 2].tags & (TAG["comma"] | MARK | TAG["that"]))

    def definite(self, negator: int) -> bool:
        """Whether the term stands in a definite noun phrase, which negation presupposes, and is no predicate."""
        words = [word for word in self.words[self.begin : self.first] if not word.tags & MARK]
        for number in range(len(words) - 1, negator, -1):
            if words[number].lower in ("the", "this", "these", "those") or words[number].tags & (TAG["possessive"] | TAG["possessor"]):
                return not any(word.tags & TAG["be"] for word in words[max(0, number - 2) : number])
            if words[number].tags & (TAG["determiner"] | TAG["preposition"] | TAG["be"] | TAG["to"]):
                return False
        return False

    def behind(self) -> list[str]:
        """Words of the clause behind the term, in lower case."""
        return self._behind

    @functools.cached_property
    def _behind(self) -> list[str]:
        return [word.lower for word in self.words[self.last : self.end] if not word.tags & MARK]

    def is_be(self, number: int) -> bool:
        """Whether a word behind the term, counted from 0, is a form of be."""
        behind = [word for word in self.words[self.last : self.end] if not word.tags & MARK]
        return bool(behind[number].tags & TAG["be"])

    def verbal(self) -> bool:
        """Whether the term may be a verb: no determiner and no preposition stands before it."""
        before = self.words[self.first - 1].tags if self.first else 0
        return not before & (DETERMINER | TAG["preposition"])

    def refers(self) -> bool:
        """Whether the term points to an actor or a place, by a proper name or a noun for people, rather than to an act."""
        term = [word for word in self.words[self.first : self.last] if word.tags & TAG["word"]]
        if not term:
            return False
        if term[-1].tags & (TAG["role"] | TAG["upper"]):
            return True
        named = all(word.tags & (TAG["capital"] | TAG["number"]) for word in term)
        return named and self.first > 0 and not self._title_case()

    def _title_case(self) -> bool:
        """Whether every longer word of the sentence is capitalised, so that a capital tells nothing."""
        longer = [word for word in self.words if word.tags & TAG["word"] and len(word.lower) > LONGER]
        return all(word.tags & TAG["capital"] for word in longer)

    def predicative(self) -> bool:
        """Whether the term is the predicate of *be*: "they are not civilians", "there were no mercenaries"."""
        for number in range(self.first - 1, self.begin - 1, -1):
            here = self.words[number]
            if here.tags & TAG["be"]:
                return True
            if here.tags & (TAG["preposition"] | TAG["wh"] | TAG["that"] | TAG["to"] | TAG["comma"]) or here.verb:
                return False
        return False

    def owned(self) -> bool:
        """Whether a possessive or "the" stands before the term, with at most an adjective between: the thing is taken to be there."""
        near = [word for word in self.words[max(self.begin, self.first - 3) : self.first] if not word.tags & MARK][-2:]
        return any(word.tags & (TAG["possessive"] | TAG["possessor"]) or word.lower in ("the", "these", "those") for word in near)

    def joined_report(self) -> bool:
        """Whether "and" with a further verb of saying stands before the term: "denied that … and accused …"."""
        words = self.words[: self.first]
        pairs = itertools.pairwise(words)
        return any(one.lower in ("and", "but") and two.verb is not None and bool(two.forms & (PAST | S)) for one, two in pairs)

    def ends_with_question(self) -> bool:
        """Whether a question mark ends what the term stands in."""
        for word_after in self.words[self.last :]:
            if word_after.lower in ("?", "!", "."):
                return word_after.lower == "?"
        return False


def _read(here: Word) -> str:
    """Lower-case form; the month keeps its capital, that it is not taken for "may"."""
    return here.lower if here.lower != "may" or not here.tags & TAG["capital"] else "May"


def read_clause(text: str, start: int, end: int, term_start: int, term_end: int) -> Clause:
    """Cut the clause around a term out of its sentence."""
    start, end = max(start, term_start - REACH), min(end, term_end + REACH)
    parts = _SPLIT.split(text[start:end])  # gaps and pieces by turns
    places = list(accumulate(map(len, parts), initial=start))
    words = list(map(word, parts[1::2]))
    first = bisect_right(places[2::2], term_start)
    last = bisect_left(places[1:-1:2], term_end)
    begin = _boundary(words, range(first - 1, -1, -1), before=True)
    return Clause(words, first, max(last, first), begin, _boundary(words, range(last, len(words)), before=False))


def _boundary(words: list[Word], numbers: range, *, before: bool) -> int:
    ends = listed("stance.toml", "negation", "ends")
    for number in numbers:
        here = words[number]
        if here.tags & STRONG or (here.lower in ends and not (before and _joins_words(words, number))):
            return number + 1 if before else number
    return 0 if before else len(words)


def _joins_words(words: list[Word], number: int) -> bool:
    """Whether "and" joins two words, "unprovoked and unjustified", rather than two clauses."""
    return words[number].lower == "and" and number > 0 and not words[number - 1].tags & TAG["comma"]
