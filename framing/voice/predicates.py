"""Subjects: who does what a verb says, or is what a predicate says, across relative clauses, insertions and "and"."""

from framing.voice.clause import Clause
from framing.voice.cues import PAST, TAG
from framing.voice.nominal import subject_before

INSERTED = 8
"""Words that may stand between two commas for an insertion such as ", Solheim said," to be stepped over."""
STEPS = 4
"""Joined or relative clauses through which a subject is followed."""

_HELPERS = TAG["have"] | TAG["be"] | TAG["do"] | TAG["modal"] | TAG["adverb"] | TAG["ly"] | TAG["negation"] | TAG["mark"]


def verb_begins(clause: Clause, at: int) -> int:
    """First word of the verb group that word `at` belongs to: "had not been" before "shelled"."""
    while at > 0 and clause.words[at - 1].tags & _HELPERS:
        at -= 1
    return at


def subject_of(clause: Clause, at: int, steps: int = STEPS) -> str | None:
    """Noun phrase that is the subject of the verb group beginning at word `at`, as printed; None where none is found."""
    at = verb_begins(clause, at)
    if at == 0 or not steps:
        return None
    words, before = clause.words, at - 1
    if words[before].tags & TAG["wh"] or (words[before].lower == "that" and _noun_before(clause, before)):
        return _antecedent_of_relative(clause, before, steps)
    if words[before].tags & TAG["comma"]:
        opened = _insertion(clause, before)
        if opened is not None:
            return subject_of(clause, opened, steps - 1)
    if words[before].lower in ("and", "but", "or", "then") or words[before].tags & TAG["comma"]:
        joined = _verb_before(clause, before)
        return None if joined is None else subject_of(clause, joined, steps - 1)
    return subject_before(clause, _head_of(clause, at))


def _head_of(clause: Clause, at: int) -> int:
    """One past the head of the noun phrase before word `at`: behind "privatisations" in "the privatisations of the decade"."""
    for number in range(at - 1, max(0, at - INSERTED), -1):
        here = clause.words[number]
        if here.lower == "of":
            counted = clause.words[number - 1].tags & (TAG["determiner"] | TAG["number"] | TAG["subject"] | TAG["object"])
            return at if counted or clause.words[number - 1].lower in ("one", "each", "none") else number
        if here.verb or here.tags & (TAG["comma"] | TAG["be"] | TAG["have"] | TAG["wh"] | TAG["preposition"]):
            return at
    return at


def _noun_before(clause: Clause, at: int) -> bool:
    """Whether "that" stands behind a noun, not behind a verb of saying."""
    here = clause.words[at - 1] if at else None
    return here is not None and bool(here.tags & TAG["word"]) and not (here.verb or here.noun or here.adjective)


def _antecedent_of_relative(clause: Clause, at: int, steps: int) -> str | None:
    """What "who", "which" and "that" stand for; of a predicate, "were parasites who …", its subject."""
    words, last = clause.words, at
    if words[at].lower not in ("who", "which", "that"):
        return None
    while last > 0 and words[last - 1].tags & (TAG["comma"] | TAG["mark"]):
        last -= 1
    head = last - 1
    if head > 0 and not words[head].tags & TAG["capital"]:
        governed = head
        while governed > 0 and words[governed - 1].tags & (TAG["determiner"] | TAG["mark"]) and not words[governed].tags & TAG["be"]:
            governed -= 1
        if governed > 0 and words[governed - 1].tags & TAG["be"] and not words[governed].tags & TAG["article"]:
            return subject_of(clause, governed - 1, steps - 1)
    return subject_before(clause, last)


def _insertion(clause: Clause, closing: int) -> int | None:
    """Number of the word after which an insertion with a verb of saying opens: "The motion, Solheim said, was …"."""
    for number in range(closing - 1, max(-1, closing - INSERTED), -1):
        if clause.words[number].tags & TAG["comma"]:
            said = any(here.verb and here.forms & PAST for here in clause.words[number + 1 : closing])
            return number if said else None
    return None


def _verb_before(clause: Clause, at: int) -> int | None:
    """Nearest verb of another joined clause before word `at`."""
    for number in range(at - 1, -1, -1):
        here = clause.words[number]
        if here.tags & (TAG["semicolon"] | TAG["stop"]):
            return None
        if here.tags & (TAG["have"] | TAG["be"] | TAG["finite"]) or (here.forms & PAST and not here.homograph):
            return number
        if here.tags & TAG["ed"] and number and not clause.words[number - 1].tags & (TAG["determiner"] | TAG["preposition"]):
            return number
    return None
