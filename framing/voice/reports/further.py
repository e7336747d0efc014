"""Where another report begins: by the same speaker, by another, or without its verb."""

from framing.voice.cues import PART, PAST, S
from framing.voice.grammar import (
    ADVERB,
    CAP,
    COMMA,
    COORD,
    DET,
    OBJECT,
    PLURAL,
    POSS,
    ROLE,
    SUBJECT,
    SUBORD,
    THAT,
    past,
    phrase_ending,
    phrase_from,
)
from framing.voice.lists import listed
from framing.voice.reports.circumstances import past_aside
from framing.voice.units import Phrase, Unit

OPENS_OBJECT = DET | POSS | OBJECT
OPENS_SUBJECT = DET | POSS | CAP | SUBJECT | PLURAL
LONGEST_GAP = 6
"""Words behind a semicolon or "and" among which "that" follows a subject without a verb."""


def new_report(unit: Unit, at: int) -> bool:
    """Whether a coordinator opens a second report by the same speaker: "said the raid failed and warned of more"."""
    following = past(unit, at + 1, ADVERB)
    if following >= len(unit.words):
        return False
    if gap(unit, at):
        return True
    here = unit.words[following]
    if here.tags & SUBJECT and unit.words[at - 1].tags & COMMA and _reports_on(unit, following + 1):
        return True
    if (here.tags & (SUBJECT | CAP | DET) or unit.words[at - 1].tags & COMMA) and _other_report(unit, following):
        return True
    if here.forms & PART and following + 1 < len(unit.words) and unit.words[following + 1].lower == "by":
        return True  # "praised by critics and attacked by the union"
    object_behind = following + 1 < len(unit.words) and bool(unit.words[following + 1].tags & OPENS_OBJECT)
    verbal = here.forms & PAST or not here.homograph or object_behind  # "tents burned and volunteers beaten"
    return bool(here.verb and here.forms & (PAST | S) and here.verb.speaks and verbal) and whole(unit, following)


def gap(unit: Unit, edge: int) -> Phrase | None:
    """The subject behind a semicolon or conjunction whose verb is left out: "; another, that it failed", "and others that it failed"."""
    words = unit.words
    if not any(word.tags & THAT for word in words[edge + 2 : edge + 2 + LONGEST_GAP]):
        return None
    subject = phrase_from(unit, edge + 1, len(words))
    that = subject[1] + bool(subject[1] < len(words) and words[subject[1]].tags & COMMA) if subject else len(words)
    if subject is None or that + 1 >= len(words) or not words[that].tags & THAT or not words[that + 1].tags & OPENS_SUBJECT:
        return None
    others = words[edge + 1].lower in listed("words.toml", "use", "alone")
    if words[edge].tags & COORD:
        return subject if others and not _told_to_both(unit, edge) else None
    return subject if others or that > subject[1] or words[subject[1] - 1].tags & (CAP | ROLE) else None


def _told_to_both(unit: Unit, edge: int) -> bool:
    """Whether a conjunction joins two whom something is told: "told the mayor and others that"."""
    first = phrase_ending(unit, edge - 1)
    verb = unit.words[first[0] - 1].verb if first and first[0] else None
    return verb is not None and "object" in verb.frames


def whole(unit: Unit, at: int) -> bool:
    """Whether the word its cue takes stands behind the verb at `at`: "made" reports before "clear" alone."""
    words = unit.words
    here = words[at]
    if not here.verb or not here.verb.particle:
        return True
    return at + 1 < len(words) and here.phrasal is not None and words[at + 1].lower in here.phrasal


def _reports_on(unit: Unit, at: int) -> bool:
    """Whether a finite reporting verb stands at `at`, behind its pronoun: ", and she rejected any talk of"."""
    return at < len(unit.words) and unit.words[at].tells and whole(unit, at)


def before_other(unit: Unit, start: int, end: int) -> int:
    """Where what is to be done ends, before what made somebody say so: "vowed to fight on | after auditors called it a sham"."""
    circumstances = listed("words.toml", "complements", "circumstance")
    places = (at for at in range(start + 1, end) if unit.words[at].tags & SUBORD and unit.words[at].lower in circumstances)
    return next((at for at in places if _other_report(unit, at + 1)), end)


def _other_report(unit: Unit, at: int) -> bool:
    """Whether a subject and its verb of saying stand at `at`: "said the raid failed and Berg accused Ruiz"."""
    phrase = phrase_from(unit, at, min(len(unit.words), at + 8))
    place = past_aside(unit, phrase[1]) if phrase else len(unit.words)  # "and the envoy, Ida Holm, said"
    if place >= len(unit.words):
        return False
    verb = unit.words[place]
    speaks = verb.tells and verb.verb is not None and verb.verb.cue_class not in ("cognitive", "evidential")
    return speaks and whole(unit, place)
