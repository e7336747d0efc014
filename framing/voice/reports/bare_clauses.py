"""Clauses without "that": whether what stands behind a cue can be one."""

from framing.voice.cues import Cue
from framing.voice.grammar import (
    ARTICLE,
    CAP,
    COORD,
    DET,
    ED,
    NUMBER,
    OBJECT,
    PLURAL,
    POSS,
    POSSESSOR,
    RELATIVE,
    SUBJECT,
    finite,
    has_finite,
    subject_and_verb,
)
from framing.voice.lists import listed
from framing.voice.units import Unit


def opens_clause(unit: Unit, at: int, end: int, cue: Cue) -> bool:
    """Whether a clause without "that" stands at `at`, of the kind the cue takes."""
    object_form = unit.words[at].tags & OBJECT
    if end + 1 < len(unit.words) and unit.words[end + 1].tags & (RELATIVE | ARTICLE):
        end = len(unit.words)  # the verb may follow the relative clause or apposition
    if cue.frames & {"bare", "clause"} and unit.words[at].lower in listed("words.toml", "complements", "nominative"):
        return True
    if "bare" in cue.frames and not object_form and may_be_clause(unit, at, end, open_ended="open" in cue.frames):
        return True
    return "clause" in cue.frames and subject_and_verb(unit, at)


def may_be_clause(unit: Unit, start: int, end: int, *, open_ended: bool = False) -> bool:
    """Whether these words can be a clause: they hold a finite verb, or marks that may."""
    if open_ended and end - start > 4:
        opening = unit.words[start].tags
        if opening & (DET | POSS | CAP | SUBJECT | NUMBER | POSSESSOR | PLURAL):
            return True
    return _has_own_verb(unit, start, end) or any(start < number < end for number in unit.quotes)


def _has_own_verb(unit: Unit, start: int, end: int) -> bool:
    """Whether a finite verb stands among these words; in "claimed nine lives and ravaged farms" the second verb is not theirs."""
    if not has_finite(unit, start, end):
        return False
    first = next((at for at in range(start + 1, end) if finite(unit, at)), None)
    return first is None or not (unit.words[first].tags & ED and unit.words[first - 1].tags & COORD)
