"""Subjects: who does what a verb says, or is what a predicate says, across relative clauses, insertions and "and"."""

from framing.voice.clause import Clause
from framing.voice.cues import PAST, TAG, S, Word, word
from framing.voice.nominal import PUNCTUATION, before_term, judging, phrase_from, plain, subject_before
from framing.voice.target_words import forms_of, words_of

INSERTED = 8
"""Words that may stand between two commas for an insertion such as ", Solheim said," to be stepped over."""
NEUTER = frozenset(["it", "this", "that"])
REACH = 9
"""Words between a verb and its predicate."""
STEPS = 4
"""Joined or relative clauses through which a subject is followed."""

HELPERS = TAG["have"] | TAG["be"] | TAG["do"] | TAG["modal"] | TAG["adverb"] | TAG["ly"] | TAG["negation"] | TAG["mark"]
OVER_TO_PREDICATE = TAG["determiner"] | TAG["negation"] | TAG["adverb"] | TAG["coordinator"]


def verb_begins(clause: Clause, at: int) -> int:
    """First word of the verb group that word `at` belongs to: "had not been" before "shelled"."""
    while at > 0 and clause.words[at - 1].tags & HELPERS:
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


def verbal(clause: Clause) -> str | None:
    """Read "The army slaughtered": the subject; of a verb that itself judges, "condemned the raid", the object."""
    words = clause.words
    opening = words[clause.first]
    if opening.verb and opening.forms & PAST and opening.verb.cue_class in ("label", "negative"):
        return phrase_from(clause, clause.last)
    begins = verb_begins(clause, clause.first)
    planned = _planned(clause, begins)
    if planned is not None:
        return subject_of(clause, planned)
    told = _told(clause, begins)
    if told is not None:
        return phrase_from(clause, told + 1, begins - 1)
    helpers = words[begins : clause.first]
    before = words[begins - 1] if begins else None
    if before is None or not _acts(opening, helpers):
        return None
    if _counted(clause, begins - 1) or before.tags & (TAG["determiner"] | TAG["possessive"] | TAG["preposition"] & ~TAG["to"]):
        return None
    return subject_of(clause, begins)


def _told(clause: Clause, begins: int) -> int | None:
    """Read "urged the senate to crush": the verb whose object is to do what the infinitive says."""
    words = clause.words
    if begins < 3 or not words[begins - 1].tags & TAG["to"]:
        return None
    for number in range(begins - 3, max(-1, begins - REACH), -1):
        here = words[number]
        if here.verb and "npto" in here.verb.frames and here.forms & (PAST | S):
            return number
        if here.tags & (TAG["comma"] | TAG["be"] | TAG["have"] | TAG["preposition"]):
            return None
    return None


def _planned(clause: Clause, begins: int) -> int | None:
    """Read "Narvia has no plans to invade": where the verb stands whose subject is also that of the infinitive."""
    words = clause.words
    if begins < 2 or not words[begins - 1].tags & TAG["to"] or words[begins - 2].lower not in words_of("plans"):
        return None
    return next((number for number in range(begins - 3, max(-1, begins - REACH), -1) if words[number].tags & TAG["have"]), None)


def _acts(opening: Word, helpers: list[Word]) -> bool:
    """Whether the term is a verb of which somebody is the doer: no passive, "were killed", and no bare noun."""
    be = any(here.tags & TAG["be"] for here in helpers)
    if opening.tags & TAG["ing"]:
        return be
    if opening.tags & TAG["ed"] or opening.forms & PAST or opening.tags & TAG["finite"]:
        return not be
    return any(here.tags & (TAG["have"] | TAG["modal"] | TAG["do"]) for here in helpers)


def _counted(clause: Clause, number: int) -> bool:
    """Read "35 killed, region says": a count before a participle without an object is of the victims."""
    behind = clause.words[clause.last].tags if clause.last < len(clause.words) else PUNCTUATION
    counted = any(here.tags & TAG["number"] for here in clause.words[max(0, number - 2) : number + 1])
    return counted and bool(behind & (PUNCTUATION | TAG["preposition"]))


def predicate(clause: Clause) -> str | None:
    """Read "The strike was a war crime", "behaved like savages", "was run as a swindle": the subject of the verb."""
    words = clause.words
    number = linking(clause)
    if number is None:
        return None
    if words[number].lower in words_of("likening"):
        return _likened(clause, number)
    if not (words[number].tags & TAG["be"] or words[number].lower in forms_of("linking")):
        return _contracted(words[number].lower)
    if words[number + 1].tags & TAG["ing"] or (words[clause.last - 1].tags & TAG["ed"] and not judging(words[clause.last - 1].lower)):
        return None
    if number > 1 and words[number - 1].tags & TAG["to"] and words[number - 2].lower in forms_of("linking"):
        number -= 2  # "proved to be"
    asked = words[number].tags & TAG["be"] and all(here.tags & (TAG["mark"] | TAG["wh"]) for here in words[:number])
    if not asked:
        return subject_of(clause, number)
    return words[number + 1].lower if words[number + 1].lower in NEUTER else phrase_from(clause, number + 1)


def linking(clause: Clause) -> int | None:
    """Word that may join the term as a predicate to its subject, stepping over "nothing but" and ", as she put it,"."""
    words = clause.words
    over = OVER_TO_PREDICATE
    number = before_term(clause, over=over, until=words_of("likening"))
    while number >= 0 and words[number].lower in words_of("nothing_but"):
        number -= 1
        while number >= 0 and (words[number].tags & over or plain(words[number])):
            number -= 1
    if number > 0 and words[number].tags & TAG["comma"]:
        opened = next((place for place in range(number - 1, max(-1, number - REACH), -1) if words[place].tags & TAG["comma"]), 0)
        number = opened - 1 if opened and words[opened - 1].tags & TAG["be"] else -1
    return number if number >= 0 else None


def _likened(clause: Clause, number: int) -> str | None:
    """Read "behaved like savages", "acted with cruelty", "was run as a swindle", from the word "like", "with" or "as" on."""
    words = clause.words
    if words[number - 1].lower in forms_of("linking"):
        return subject_of(clause, number - 1)
    if words[number].lower == "with":
        return None
    for place in range(number - 1, max(0, number - REACH), -1):
        if words[place].tags & TAG["be"]:
            return subject_of(clause, place)
        if words[number].lower == "like" and words[place - 1].tags & (TAG["wh"] | TAG["subject"]):
            return subject_of(clause, place)
    return None


def _contracted(lower: str) -> str | None:
    head, mark, _ = lower.partition("'")
    return head if mark and word(lower).tags & TAG["subject"] else None


def doer(clause: Clause) -> str | None:
    """Read "The rebels had committed atrocities": the subject of the verb that does it."""
    words = clause.words
    number = before_term(clause, over=TAG["determiner"], until=forms_of("doing"))
    if number < 1 or words[number].lower not in forms_of("doing"):
        return None
    return subject_of(clause, number)
