"""The words around a term, up to where its clause ends."""

import functools
import itertools
from dataclasses import dataclass

from framing.voice.classes.between import COLON, COMMA, COORD, MARK, PREP, SEMI, STOP, SUBORD, THAT, WH
from framing.voice.classes.nouns import CAP, DEFINITE, DET, DETERMINER, OWNED
from framing.voice.classes.verbs import BE, DO, HAVE, MODAL, NEG, TO
from framing.voice.cues import TENSED, Word
from framing.voice.lists import listed
from framing.voice.stance.target_words import links
from framing.voice.steps import holds

STRONG = SEMI | COLON
_HELPING = HAVE | DO | MODAL
_END = Word(".", STOP, ".")
REACH = 500
"""Characters on either side of a term in which its clause is sought."""


@dataclass
class Clause:
    """The words and marks of a sentence, the term among them, and where the term's clause begins and ends."""

    words: list[Word]
    first: int
    """Number of the first word of the term."""
    last: int
    """One past its last word."""
    begin: int
    end: int
    refers: bool = False
    """Whether the term points to an actor or a place, by a proper name or a noun for people, rather than to an act."""
    paused: bool = True
    """Whether a comma or a dash may stand before the term in its clause."""

    @property
    def term(self) -> Word:
        """The last word of the term, which tells what kind of word it is."""
        return self.words[self.last - 1]

    @property
    def after(self) -> Word:
        """The word behind the term; a full stop where none is."""
        return self.words[self.last] if self.last < len(self.words) else _END

    @functools.cached_property
    def before(self) -> list[str]:
        """Words of the clause before the term, in lower case."""
        words = self.words[self.begin : self.first]
        return [word.lower if word.lower != "may" else as_read(word) for word in words if not word.tags & MARK]

    def opening(self) -> str:
        """Read "anything but a triumph": the word that ends the clause before, with the one before that."""
        return " ".join(word.lower for word in self.words[max(0, self.begin - 2) : self.begin])

    def set_off(self) -> bool:
        """Whether the clause opens with a subordinator or relative that begins the sentence or stands behind a comma or marks."""
        if not self.begin or not self.words[self.begin - 1].tags & (SUBORD | WH):
            return False
        return self.begin == 1 or bool(self.words[self.begin - 2].tags & (COMMA | MARK | THAT))

    def definite(self, negator: int) -> bool:
        """Whether the term stands in a definite noun phrase, which negation presupposes, and is no predicate."""
        opens = self.first + 1 < self.last and self.words[self.first].tags & (DEFINITE | OWNED)  # the term is "our children"
        words = [word for word in self.words[self.begin : self.first + bool(opens)] if not word.tags & MARK]
        for number in range(len(words) - 1, negator, -1):
            if words[number].tags & (DEFINITE | OWNED):
                longer = number > 2 and words[number - 2].tags & (NEG | DET)  # "is no longer the"
                return not holds(words[max(0, number - 2 - bool(longer)) : number], BE)
            if words[number].lower == "another":
                return True  # "cannot afford another massacre"
            if words[number].tags & _HELPING or (words[number].tags & COMMA and number + 1 == len(words)):
                return False  # "nobody on its board had taken bribes"; "is not, its leader says, racist"
            if words[number].lower == "as" or words[number].tags & (DET | PREP | BE | TO):
                return False  # "describe the law as repressive"
        return False

    @functools.cached_property
    def behind(self) -> list[str]:
        """Words of the clause behind the term, in lower case."""
        return [word.lower for word in self.words[self.last : self.end] if not word.tags & MARK]

    def verbal(self) -> bool:
        """Whether the term may be a verb: no determiner and no preposition stands before it."""
        before = self.words[self.first - 1].tags if self.first else 0
        return not before & (DETERMINER | PREP)

    def predicative(self) -> bool:
        """Whether the term is the predicate of *be* or the like: "they are not civilians", "did not become a traitor"."""
        for number in range(self.first - 1, self.begin - 1, -1):
            here = self.words[number]
            if links(here):
                return True
            if (
                here.tags & PREP
                and number + 1 < self.first
                and self.words[number + 1].lower in listed("stance.toml", "negation", "degrees")
            ):
                continue
            if here.tags & (PREP | WH | THAT | TO | COMMA) or here.verb:
                return False
        return False

    def joined_report(self) -> bool:
        """Whether "and" with a further verb of saying stands before the term: "denied that … and accused …"."""
        words = self.words[: self.first]
        pairs = itertools.pairwise(words)
        reports = (two for one, two in pairs if one.tags & COORD and two.forms & TENSED)
        return any(two.verb is not None and two.verb.lemma not in listed("stance.toml", "negation", "cues") for two in reports)


def as_read(here: Word) -> str:
    """Lower-case form; the month keeps its capital, that it is not taken for "may"."""
    return here.lower if here.lower != "may" or not here.tags & CAP else "May"
