"""The words around a term, up to where its clause ends."""

import functools
import tomllib
from importlib import resources
from typing import NamedTuple

from framing.voice.cues import TAG, Word, word
from framing.voice.units import PIECE

STRONG = TAG["semicolon"] | TAG["colon"]
DETERMINER = TAG["determiner"] | TAG["possessive"] | TAG["possessor"]
MARK = TAG["mark"]
REACH = 500
"""Characters on either side of a term in which its clause is sought."""


@functools.cache
def _ends() -> frozenset[str]:
    data = tomllib.loads(resources.files("framing.voice").joinpath("stance.toml").read_text(encoding="utf-8"))
    return frozenset(data["negation"]["ends"])


class Clause(NamedTuple):
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
        return [word.lower for word in self.words[self.begin : self.first] if not word.tags & MARK]

    def around(self) -> list[str]:
        """Words of the clause on both sides of the term."""
        return self.before() + [word.lower for word in self.words[self.last : self.end] if not word.tags & MARK]

    def definite(self, negator: int) -> bool:
        """Whether the term stands in a definite noun phrase, which negation presupposes, and is no predicate."""
        words = [word for word in self.words[self.begin : self.first] if not word.tags & MARK]
        for number in range(len(words) - 1, negator, -1):
            if words[number].lower in ("the", "this", "these", "those") or words[number].tags & (TAG["possessive"] | TAG["possessor"]):
                return not any(word.tags & TAG["be"] for word in words[max(0, number - 2) : number])
            if words[number].tags & (TAG["determiner"] | TAG["preposition"] | TAG["be"] | TAG["to"]):
                return False
        return False

    def ends_with_question(self) -> bool:
        """Whether a question mark ends what the term stands in."""
        for word_after in self.words[self.last :]:
            if word_after.lower in ("?", "!", "."):
                return word_after.lower == "?"
        return False


def read_clause(text: str, start: int, end: int, term_start: int, term_end: int) -> Clause:
    """Cut the clause around a term out of its sentence."""
    start, end = max(start, term_start - REACH), min(end, term_end + REACH)
    pieces = [(piece.start(), piece.end(), word(piece[0])) for piece in PIECE.finditer(text, start, end)]
    words = [piece[2] for piece in pieces]
    first = next((number for number, piece in enumerate(pieces) if piece[1] > term_start), len(pieces))
    last = next((number for number, piece in enumerate(pieces) if piece[0] >= term_end), len(pieces))
    begin = _boundary(words, range(first - 1, -1, -1), before=True)
    return Clause(words, first, max(last, first), begin, _boundary(words, range(last, len(words)), before=False))


def _boundary(words: list[Word], numbers: range, *, before: bool) -> int:
    for number in numbers:
        here = words[number]
        if here.tags & STRONG or (here.lower in _ends() and not (before and _joins_words(words, number))):
            return number + 1 if before else number
    return 0 if before else len(words)


def _joins_words(words: list[Word], number: int) -> bool:
    """Whether "and" joins two words, "unprovoked and unjustified", rather than two clauses."""
    return words[number].lower == "and" and number > 0 and not words[number - 1].tags & TAG["comma"]
