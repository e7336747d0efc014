"""Who can hold a view, and what done to people is a deed rather than a report."""

import functools

from framing.voice.classes.between import COORD, QUOTE, RELATIVE
from framing.voice.classes.nouns import CAP, DET, INDEFINITE, NAMED, NUMBER, OBJECT, PLURAL, POSSESSOR, PRONOUN, ROLE, SUBJECT
from framing.voice.cues import Cue, documents
from framing.voice.grammar import head_word, phrase_from
from framing.voice.lists import listed
from framing.voice.people.roles import is_person
from framing.voice.steps import holds
from framing.voice.units import Complement, Phrase, Unit

HOLDERS = CAP | PRONOUN | RELATIVE | ROLE | NUMBER | POSSESSOR
FARTHEST = 8
"""Words before a subject among which evidence may be named: "polls in Velmark and Zell showed"."""


def may_hold(unit: Unit, source: Phrase, cue: Cue, found: Complement) -> bool:
    """Whether the subject can hold an attitude: a plan "requires" and a law "favours", but neither believes."""
    if found.frame == "np" and "found" in cue.frames:  # a survey finds mistrust, auditors find no evidence, an envoy finds a flat
        findings = listed("cues.toml", "phrases", "findings")
        return any(word.lower in documents() for word in unit.words[slice(*source)]) or unit.words[found.start].lower in findings
    if found.frame == "np" and cue.lemma in listed("cues.toml", "phrases", "behaving"):
        return not _behaves(unit, source)
    head = unit.words[source[1] - 1]
    if "stated" in cue.frames:
        return bool(head.tags & HOLDERS)  # "the ruling held that", not "older standards held that"
    each = (cue.cue_class == "label" or "pred" in cue.frames) and head.lower in counted()  # "each accused the other", "one calling it"
    if each or cue.cue_class == "evidential" or "bare" in cue.frames or head.tags & HOLDERS:
        return True
    if {"pred", "quote"} <= cue.frames and source[1] < len(unit.words) and unit.words[source[1]].lower == "who":
        return True  # "trolls who had called her a fraud"
    return holds(unit.words[source[0] : source[1]], CAP | ROLE | NUMBER)


@functools.cache
def counted() -> frozenset[str]:
    """Words that stand for people who were told of before."""
    return listed("words.toml", "use", "alone") | listed("words.toml", "phrases", "quantities")


def _behaves(unit: Unit, source: Phrase) -> bool:
    """Whether a subject is people rather than evidence: "Berg showed mercy", not "polls in Velmark and Zell showed", "photos showed"."""
    first = unit.words[source[0]]
    if source == (0, 1) and first.tags & PLURAL:
        return False
    told = any(word.lower in documents() for word in unit.words[max(0, source[0] - FARTHEST) : source[1]])
    return not told and (first.lower.partition("'")[0] in ("he", "she") if first.tags & SUBJECT else _person(unit, source))


def tells_deed(unit: Unit, cue: Cue, found: Complement) -> bool:
    """Whether the object is people rather than what they said, and they are labelled nothing: "rejected the governor", "dismissed Berg"."""
    if cue.lemma not in listed("cues.toml", "phrases", "deeds"):
        return False
    phrase = phrase_from(unit, found.start, found.end)
    if phrase is None or any(word.lower == "as" or word.tags & (QUOTE | COORD) for word in unit.words[found.start : found.end]):
        return False
    opening = unit.words[phrase[0]]
    definite = opening.tags & (DET | CAP | POSSESSOR | OBJECT) and not opening.tags & INDEFINITE
    somebody = definite or is_person(head_word(unit, phrase).lower)  # but "denied a campaign"
    return bool(somebody) and _person(unit, phrase)


def _person(unit: Unit, phrase: Phrase) -> bool:
    """Whether a noun phrase names people or a body, and neither a paper nor what somebody said."""
    head = head_word(unit, phrase)
    return bool(head.tags & (ROLE if unit.heading else NAMED)) and not (head.lower in documents() or head.noun)
