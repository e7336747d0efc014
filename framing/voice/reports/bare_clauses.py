"""Clauses without "that": whether what stands behind a cue can be one."""

from framing.voice.classes.between import BREAK, COORD, PREP, RELATIVE, SUBORD
from framing.voice.classes.nouns import ARTICLE, CAP, DETERMINER, NUMBER, OBJECT, OPENING, PLURAL, SUBJECT
from framing.voice.classes.verbs import ADVERB, ED
from framing.voice.cues import Cue
from framing.voice.grammar import finite, first_finite, phrase_from, subject_and_verb
from framing.voice.lists import listed
from framing.voice.reports.circumstances import past_aside
from framing.voice.steps import holds, past
from framing.voice.units import Unit

NO_SUBJECT = BREAK | PREP | COORD | OPENING | ADVERB
"""What no verb in the past stands behind as that of a noun phrase."""


def opens_clause(unit: Unit, at: int, end: int, cue: Cue) -> bool:
    """Whether a clause without "that" stands at `at`, of the kind the cue takes."""
    object_form = unit.words[at].tags & OBJECT
    if end + 1 < len(unit.words) and unit.words[end + 1].tags & (RELATIVE | ARTICLE):
        end = len(unit.words)  # the verb may follow the relative clause or apposition
    if cue.frames & {"bare", "clause"} and unit.words[at].lower in listed("words.toml", "complements", "nominative"):
        return True
    if "bare" in cue.frames and not object_form and may_be_clause(unit, at, end, open_ended="open" in cue.frames):
        return True
    return "clause" in cue.frames and clause_at(unit, at, held="np" in cue.frames)


def clause_at(unit: Unit, at: int, *, held: bool = False) -> bool:
    """Whether a clause without "that" stands at `at`; a noun phrase may stand there as well if it can be `held`."""
    if subject_and_verb(unit, at):
        return True
    subject = phrase_from(unit, at)
    if subject is None or unit.words[at].tags & OBJECT:
        return False
    behind = past(unit.words, past_aside(unit, subject[1]), ADVERB)
    if subject[1] < behind < len(unit.words) and finite(unit, behind) and not holds(unit.words[:at], RELATIVE):
        return True  # "complained the law, a relic of the war, should go"
    return any(_acts(unit, number, held=held) for number in range(at + 2, subject[1]))


def _acts(unit: Unit, at: int, *, held: bool) -> bool:
    """Whether what seems to stand within a noun phrase is its verb: "the militia butchered prisoners", but "the deal reached in May"."""
    words = unit.words
    if not words[at].tags & ED or words[at - 1].tags & NO_SUBJECT or at + 1 >= len(words):
        return False
    behind = words[at + 1]
    if behind.tags & (OPENING | OBJECT | NUMBER) or (behind.tags & SUBORD and not behind.tags & PREP):
        return True
    return not held and bool(behind.tags & (SUBORD | PLURAL))


def may_be_clause(unit: Unit, start: int, end: int, *, open_ended: bool = False) -> bool:
    """Whether these words can be a clause: they hold a finite verb, or marks that may."""
    if open_ended and end - start > 4:
        opening = unit.words[start].tags
        if opening & (DETERMINER | CAP | SUBJECT | NUMBER | PLURAL):
            return True
    return _has_own_verb(unit, start, end) or any(start < number < end for number in unit.quotes)


def _has_own_verb(unit: Unit, start: int, end: int) -> bool:
    """Whether a finite verb stands among these words; in "claimed nine lives and ravaged farms" the second verb is not theirs."""
    first = first_finite(unit, start + 1, end)
    return first is not None and not (unit.words[first].tags & ED and unit.words[first - 1].tags & COORD)
