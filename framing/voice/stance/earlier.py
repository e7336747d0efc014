"""Who says a sentence; the sentences before it, and the noun phrases in them."""

import functools
import itertools
from collections.abc import Iterator
from typing import NamedTuple

from framing.voice.classes.between import MARK, STOP, THAT
from framing.voice.classes.nouns import OPENING, PRONOUN, WORD
from framing.voice.cues import Word, word
from framing.voice.people.roles import is_person
from framing.voice.stance.nominal import abbreviated, nominal, phrase_from
from framing.voice.stance.vocabulary import with_genitives
from framing.voice.steps import agrees, holds, past
from framing.voice.units import PIECE, Phrase

REMEMBERED = 256
"""Lines before a sentence that are kept cut: the pronouns of one sentence look through the same."""


class Said(NamedTuple):
    """Who says a sentence, and the sentences before it."""

    speaker: str | None
    mention: str | None
    """The speaker as printed."""
    before: str

    def source(self) -> list[str]:
        """Every word by which the speaker is named, in lower case."""
        named = (name.partition(" for ")[0] for name in (self.speaker, self.mention) if name)  # "lawyers for Toll" is not Toll
        return " ".join(named).lower().replace("\u2019", "'").split()


class Sentence(list[Word]):
    """The words of a sentence, or of some of it, with the noun phrases in them."""

    @functools.cached_property
    def phrases(self) -> list[Phrase]:
        """Noun phrases without pronouns, found once for all who look through them."""
        return list(_phrases(self[:]))


def sentences(text: str) -> Iterator[Sentence]:
    """The sentences of a text, the last first."""
    return itertools.chain.from_iterable(map(_cut, reversed(text.splitlines())))


@functools.lru_cache(maxsize=REMEMBERED)
def _cut(line: str) -> list[Sentence]:
    """The sentences of a line, the last first."""
    words = list(map(word, PIECE.findall(with_genitives(line))))
    found, end = [], len(words)
    for number in range(len(words) - 2, -1, -1):
        if not number or (words[number].tags & STOP and _ends(words, number)):
            sentence, end = Sentence(words[number + (number > 0) : end]), number + 1
            found += [sentence] if holds(sentence, WORD) else []
    return found


def _ends(words: list[Word], at: int) -> bool:
    """Whether a sentence ends with the stop at word `at`; none does before a word in small letters, as behind “Is it?” she asked."""
    if abbreviated(words, at):
        return False
    behind = past(words, at + 1, MARK)
    return behind >= len(words) or not words[behind].surface[:1].islower()


def _phrases(words: list[Word]) -> Iterator[Phrase]:
    at = 0
    while at < len(words):
        opens = words[at].tags & OPENING or nominal(words, at)
        found = phrase_from(words, at) if opens and not words[at].tags & PRONOUN else None
        if found:
            yield found[0], found[1] - _ends_with_verb(words, found)
        at = found[1] if found else at + 1


def _ends_with_verb(words: list[Word], found: Phrase) -> bool:
    """Whether a form in -s that could be a noun is the verb of one before its object: "The union calls the", "The premier signs it"."""
    if found[1] >= len(words) or not agrees(words, found[0], found[1] - 1):
        return False
    behind = words[found[1]].tags
    return bool(behind & (OPENING | PRONOUN) or (behind & THAT and is_person(words[found[1] - 2].lower)))
