"""Verbs that report with a word behind them: "point out", "made it plain that", "held Berg responsible for the raid"."""

import functools

from framing.voice.classes.between import BREAK, PREP
from framing.voice.classes.nouns import TIME
from framing.voice.cues import Cue, Word, verbs
from framing.voice.reports.held import BRINGING, HOLDING
from framing.voice.units import Unit

FARTHEST = 10
"""Words from a verb to the "as" behind its object and its particle."""


def with_particle(unit: Unit, at: int) -> tuple[Cue | None, int]:
    """The cue that the verb at `at` makes, with another word or alone, and where its complement may begin.

    None: it reports only with another word, which is not there.
    """
    words = unit.words
    here, following = words[at], words[at + 1] if at + 1 < len(words) else None
    alone = None if here.verb and here.verb.particle else here.verb
    if following is None or here.phrasal is None:
        return alone, at + 1
    second = words[at + 2].lower if at + 2 < len(words) else ""
    if f"{following.lower} {second}" in here.phrasal:
        return here.phrasal[f"{following.lower} {second}"], at + 3  # "wanted to know who"
    if following.lower in here.phrasal and not _dates(words[at + 1 : at + 3]):
        told = _behind_it(unit, at) if following.lower == "it" else None
        return (told, at + 3) if told else (here.phrasal[following.lower], at + 2)
    told = _behind_it(unit, at)
    if told:
        return told, at + 3 + (words[at + 2].lower == "be")
    return _behind_object(unit, at) or alone, at + 1


def _dates(words: list[Word]) -> bool:
    """Whether the word behind a verb tells when, with the one behind that: "insisted on Friday"."""
    return len(words) > 1 and bool(words[0].tags & PREP and words[1].tags & TIME)


def _behind_it(unit: Unit, at: int) -> Cue | None:
    """The cue with the word behind "it" or "it be": "made it plain that", "let it be known that"."""
    words, phrasal = unit.words, unit.words[at].phrasal or {}
    if words[at + 1].lower != "it" or at + 3 >= len(words):
        return None
    cue = phrasal.get(words[at + 2 + (words[at + 2].lower == "be")].lower)
    return cue if cue and "that" in cue.frames else None


@functools.cache
def _brings(form: str) -> bool:
    """Whether a form makes a cue that brings "as" or "for" behind its object."""
    return any(BRINGING & cue.frames for cue in verbs()[form][2].values())


def _behind_object(unit: Unit, at: int) -> Cue | None:
    """The cue with the word between its object and "as" or "for": "waved the report away as a fraud", "held Berg responsible for"."""
    words, phrasal = unit.words, unit.words[at].phrasal or {}
    for number in range(at + 3, min(len(words), at + FARTHEST)) if _brings(words[at].lower) else ():
        cue = phrasal.get(words[number - 1].lower)
        if cue and any(words[number].lower == HOLDING[frame] for frame in cue.frames & BRINGING):
            return cue
        if words[number].tags & BREAK:
            return None
    return None
