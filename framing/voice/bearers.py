"""Whom a noun or an adjective describes by the phrase it stands in: owner, agent, noun behind it, noun before the comma."""

import re

from framing.voice.clause import Clause
from framing.voice.cues import PAST, TAG, S, Word
from framing.voice.nominal import (
    CLOSED,
    PUNCTUATION,
    before_term,
    name_ending,
    phrase_ending,
    phrase_from,
    printed,
    subject_before,
)
from framing.voice.predicates import linking
from framing.voice.target_words import words_of

DEMONYM = re.compile(r"\w+(?:an|ish|ese|i)$")


def possessor(clause: Clause) -> str | None:
    """Read "Narvia's reckless aggression", "Narvian aggression"."""
    opening = clause.words[clause.first] if clause.last - clause.first > 1 else None
    if opening and opening.tags & TAG["possessor"] and opening.tags & TAG["capital"]:
        return re.sub(r"'s?$", "", name_ending(clause, clause.first))
    number = clause.first - 1
    while number >= 0 and not clause.words[number].tags & (CLOSED | PUNCTUATION):
        here = clause.words[number]
        if here.tags & TAG["possessor"]:
            return re.sub(r"'s?$", "", phrase_ending(clause, number)) if _of_the_owner(clause) else None
        if here.tags & TAG["capital"] and DEMONYM.match(here.lower) and _of_the_owner(clause):
            return printed(clause, number, number + 1)
        if here.verb and here.forms & (PAST | S) and not here.homograph:
            return None
        number -= 1
    return None


def _of_the_owner(clause: Clause) -> bool:
    """Whether a term describes the owner of what it names: always, but for an adjective before a thing, "the army's humane convoy"."""
    described = attribute(clause)
    return described is None or described.split()[-1] in words_of("acts")


def apposition(clause: Clause) -> str | None:
    """Read "the mayor, that coward, watched": the noun phrase before the comma."""
    words, number = clause.words, before_term(clause)
    if number < 2 or words[number].lower not in ("a", "an", "that", "this") or not words[number - 1].tags & TAG["comma"]:
        return None
    closed = clause.last < len(words) and words[clause.last].tags & (TAG["comma"] | TAG["stop"])
    if not (closed and words[number - 2].tags & (TAG["capital"] | TAG["role"])):
        return None
    joined = linking(clause)
    inserted = joined is not None and words[joined].tags & TAG["be"]  # "was, in the words of Sandu, a sham"
    return None if inserted else subject_before(clause, number - 1)


def charged_with(clause: Clause) -> str | None:
    """Read "his accusation of looting against the bank": whom the charge is against."""
    words, number = clause.words, before_term(clause, until=words_of("charges"))
    if number < 0 or words[number].lower not in words_of("charges"):
        return None
    behind = range(clause.last, min(clause.last + 4, len(words) - 1))
    against = next((place for place in behind if words[place].lower == "against"), None)
    return None if against is None else phrase_from(clause, against + 1)


def by_phrase(clause: Clause) -> str | None:
    """Read "The attack on Ostland by Narvia"."""
    if clause.last < len(clause.words) and clause.words[clause.last - 1].tags & TAG["ed"] and not clause.words[clause.last].tags & CLOSED:
        return None
    for number in range(clause.last, min(clause.last + 7, len(clause.words) - 1)):
        here = clause.words[number]
        if here.lower == "by" and not clause.words[number + 1].tags & TAG["ing"]:
            return phrase_from(clause, number + 1)
        if here.tags & (PUNCTUATION | TAG["be"] | TAG["have"] | TAG["modal"]) or (here.verb and here.forms & PAST):
            return None
    return None


def attribute(clause: Clause) -> str | None:
    """Read "The brutal raid", "the hated governor's palace": the noun an adjective stands before."""
    words = clause.words
    if not clause.attributive:
        return None
    number = _behind_marks(clause, clause.last)
    last = number
    while last + 1 < len(words) and not words[last].tags & TAG["possessor"] and _goes_on(words[last], words[last + 1]):
        last += 1
    head = words[last if words[last].tags & TAG["word"] else number].lower
    return "the " + re.sub(r"'s?$", "", head)


def _behind_marks(clause: Clause, number: int) -> int:
    while number < len(clause.words) and clause.words[number].tags & TAG["mark"]:
        number += 1
    return number


def _goes_on(head: Word, here: Word) -> bool:
    """Whether a noun phrase goes on behind `head`; behind an actor, a word in -s is a verb: "the press prints"."""
    if (head.tags & TAG["role"] or head.lower in words_of("acts")) and here.tags & TAG["plural"] and not here.tags & TAG["role"]:
        return False
    return not here.tags & (CLOSED | PUNCTUATION | TAG["ed"] | TAG["finite"] | TAG["mark"]) and not here.verb
