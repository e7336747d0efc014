"""Whom a term describes: the agent of an act, the bearer of an attribute, the actor a label names."""

import functools
import re
import tomllib
from collections.abc import Mapping
from importlib import resources
from typing import Any

from framing.voice.clause import Clause
from framing.voice.cues import PAST, TAG, Word, inflected, irregular_verbs, word
from framing.voice.nominal import CLOSED, PUNCTUATION, name_ending, phrase_ending, phrase_from, printed, subject_before
from framing.voice.people import is_person
from framing.voice.units import PIECE

DEMONYM = re.compile(r"\w+(?:an|ish|ese|i)$")
FIRST = frozenset(["we", "i", "we're", "i'm", "we've", "i've"])
NEUTER = frozenset(["it", "this", "that", "it's", "that's"])


@functools.cache
def _list(kind: str) -> tuple[str, ...]:
    """Words or endings listed under `kind` in ``stance.toml``."""
    data: Mapping[str, Any] = tomllib.loads(resources.files("framing.voice").joinpath("stance.toml").read_text(encoding="utf-8"))
    return tuple(data["target"][kind])


@functools.cache
def _forms(kind: str) -> frozenset[str]:
    """Every form of the verbs listed under `kind` in ``stance.toml``."""
    data: Mapping[str, Any] = tomllib.loads(resources.files("framing.voice").joinpath("stance.toml").read_text(encoding="utf-8"))
    spelling, doubling = irregular_verbs()
    return frozenset(form for lemma in data["target"][kind] for form, _ in inflected(lemma, spelling, doubling))


def target(clause: Clause, speaker: str | None, before: str) -> str | None:
    """Whom the term of `clause` describes, as printed; null where nobody is named.

    `speaker` is who says it, for "we"; `before` is the sentence before, for "it".
    """
    found = (
        _possessor(clause)
        or _attribute(clause)
        or _by_phrase(clause)
        or _verbal(clause)
        or _labelled(clause)
        or _predicate(clause)
        or _doer(clause)
    )
    if found is None or word(found.split()[-1]).tags & TAG["determiner"]:
        return None
    lower = found.lower()
    if lower in FIRST:
        return speaker
    if lower in NEUTER:
        return _antecedent(before)
    return None if lower in _list("pronouns") else found


def _possessor(clause: Clause) -> str | None:
    """Read "Narvia's reckless aggression", "Narvian aggression"."""
    opening = clause.words[clause.first] if clause.last - clause.first > 1 else None
    if opening and opening.tags & TAG["possessor"] and opening.tags & TAG["capital"]:
        return re.sub(r"'s?$", "", name_ending(clause, clause.first))
    number = clause.first - 1
    while number >= 0 and not clause.words[number].tags & (CLOSED | PUNCTUATION):
        here = clause.words[number]
        if here.tags & TAG["possessor"]:
            return re.sub(r"'s?$", "", phrase_ending(clause, number))
        if here.tags & TAG["capital"] and DEMONYM.match(here.lower) and number > 0:
            return printed(clause, number, number + 1)
        if here.verb and here.forms & PAST:
            return None
        number -= 1
    return None


def _by_phrase(clause: Clause) -> str | None:
    """Read "The attack on Ostland by Narvia"."""
    for number in range(clause.last, min(clause.last + 7, len(clause.words) - 1)):
        here = clause.words[number]
        if here.lower == "by" and not clause.words[number + 1].tags & TAG["ing"]:
            return phrase_from(clause, number + 1)
        if here.tags & (PUNCTUATION | TAG["be"] | TAG["have"] | TAG["modal"]) or (here.verb and here.forms & PAST):
            return None
    return None


def _attribute(clause: Clause) -> str | None:
    """Read "The brutal raid": the noun an adjective stands before; a participle in -ed describes no actor."""
    words = clause.words
    number = clause.last
    while number < len(words) and words[number].tags & TAG["mark"]:
        number += 1
    if number >= len(words) or clause.first == clause.last or clause.last - clause.first > 1:
        return None
    here, term = words[number], words[clause.last - 1]
    if here.tags & (CLOSED | PUNCTUATION | TAG["adverb"] | TAG["ly"] | TAG["finite"] | TAG["ed"] | TAG["time"] | TAG["number"]) or (
        here.verb and not here.homograph
    ):
        return None
    if term.lower.endswith(_list("nominal")) or here.lower in _list("places"):
        return None
    if term.tags & (TAG["plural"] | TAG["ed"] | TAG["role"]) or not _modifies(clause):
        return None
    last = number
    while (
        last + 1 < len(words)
        and not words[last + 1].tags & (CLOSED | PUNCTUATION | TAG["ed"] | TAG["finite"] | TAG["mark"])
        and not words[last + 1].verb
    ):
        last += 1
    return f"the {words[last if words[last].tags & TAG['word'] else number].lower}"


def _modifies(clause: Clause) -> bool:
    """Whether a determiner, an adjective or a mark before the term leaves room for a noun behind it."""
    number = clause.first - 1
    while number >= 0 and clause.words[number].tags & TAG["mark"]:
        number -= 1
    before = clause.words[number].tags if number >= 0 else TAG["determiner"]
    return (
        bool(before & (TAG["determiner"] | TAG["possessive"] | TAG["possessor"] | TAG["preposition"] | TAG["coordinator"] | TAG["comma"]))
        or number < 0
    )


def _verbal(clause: Clause) -> str | None:
    """Read "The army slaughtered": the subject; of a verb that itself judges, "condemned the raid", the object."""
    words = clause.words
    term = words[clause.last - 1]
    cue = words[clause.first].verb
    if cue and words[clause.first].forms & PAST and cue.cue_class in ("label", "negative"):
        return phrase_from(clause, clause.last)
    if not (term.tags & TAG["ed"] or term.forms & PAST or words[clause.first].tags & TAG["ed"]):
        return None
    number = clause.first - 1
    passive = False
    while number >= 0 and words[number].tags & (TAG["have"] | TAG["be"] | TAG["adverb"] | TAG["ly"] | TAG["modal"] | TAG["negation"]):
        passive = passive or bool(words[number].tags & TAG["be"])
        number -= 1
    if (
        passive
        or number < 0
        or _counted(clause, number)
        or words[number].tags & (TAG["determiner"] | TAG["possessive"] | TAG["preposition"])
    ):
        return None
    return subject_before(clause, number + 1)


def _counted(clause: Clause, number: int) -> bool:
    """Read "35 killed, region says": a count before a participle without an object is of the victims."""
    behind = clause.words[clause.last].tags if clause.last < len(clause.words) else PUNCTUATION
    counted = any(here.tags & TAG["number"] for here in clause.words[max(0, number - 2) : number + 1])
    return counted and bool(behind & (PUNCTUATION | TAG["preposition"]))


def _before_term(clause: Clause, *, over: int) -> int:
    """Step back from the term over determiners, adjectives and "act of" to the word that governs it."""
    words = clause.words
    number = clause.first - 1
    while number >= 0 and (words[number].tags & (over | TAG["mark"]) or _plain(words[number])):
        number -= 1
    return number


def _plain(here: Word) -> bool:
    return (not here.tags & (CLOSED | PUNCTUATION | TAG["capital"]) and not here.verb) or here.lower == "of" or here.homograph


def _predicate(clause: Clause) -> str | None:
    """Read "The strike was a war crime": the subject of the verb to be."""
    number = _before_term(clause, over=TAG["determiner"] | TAG["negation"] | TAG["adverb"] | TAG["coordinator"])
    words = clause.words
    if number < 0 or not words[number].tags & TAG["be"]:
        return _contracted(words[number].lower) if number >= 0 else None
    if words[number + 1].lower.endswith("ing") or _passive(words[clause.last - 1]):
        return None
    while number > 0 and words[number - 1].tags & (TAG["modal"] | TAG["have"] | TAG["be"] | TAG["adverb"]):
        number -= 1
    return subject_before(clause, number)


def _passive(term: Word) -> bool:
    """Whether a term behind *be* tells what was done to its subject: "were killed", but "was unprovoked"."""
    return bool(term.tags & TAG["ed"]) and not term.lower.startswith(("un", "ill-", "self-"))


def _contracted(lower: str) -> str | None:
    head, mark, _ = lower.partition("'")
    return head if mark and word(lower).tags & TAG["subject"] else None


def _labelled(clause: Clause) -> str | None:
    """Read "Called the raid an invasion", "described it as one", "accused the general of torture"."""
    words = clause.words
    for number in range(clause.first - 1, max(-1, clause.first - 12), -1):
        lower = words[number].lower
        if lower in _forms("accusing"):
            passive = number > 0 and words[number - 1].tags & TAG["be"]
            if not _charged(words[number + 1 : clause.first]):
                return None
            return subject_before(clause, number - 1) if passive else phrase_from(clause, number + 1)
        if lower in _forms("labelling") and number + 1 < clause.first:
            named = phrase_from(clause, number + 1)
            if words[number + 1].tags & (TAG["object"] | TAG["subject"]):
                return words[number + 1].lower
            head = words[number + 1].tags & (TAG["determiner"] | TAG["capital"] | TAG["possessive"])
            behind = number + 1 + len((named or "").split())
            inside = behind >= clause.first or (words[behind].tags & TAG["preposition"] and words[behind].lower != "as")
            return named if head and not inside else None
        if words[number].tags & TAG["semicolon"]:
            return None
    return None


def _charged(between: list[Word]) -> bool:
    """Whether the words between an accusing verb and the term are the accused, "of", and no further act of theirs."""
    of = next((number for number, here in enumerate(between) if here.lower in ("of", "for")), None)
    if of is None:
        return False
    behind = between[of + 1 :]
    stops = TAG["preposition"] | TAG["be"] | TAG["comma"] | TAG["modal"] | TAG["have"] | TAG["wh"]
    acts = any(here.lower.endswith("ing") and here.lower not in _forms("doing") for here in behind[:1])
    return not acts and not any(here.tags & stops and here.lower != "of" for here in behind)


def _doer(clause: Clause) -> str | None:
    """Read "The rebels had committed atrocities": the subject of the verb that does it."""
    words = clause.words
    number = clause.first - 1
    while (
        number > 0
        and words[number].lower not in _forms("doing")
        and (words[number].tags & (TAG["determiner"] | TAG["mark"]) or _plain(words[number]))
    ):
        number -= 1
    if number < 1:
        return None
    if words[number].lower not in _forms("doing"):
        return None
    while number > 0 and words[number - 1].tags & (TAG["have"] | TAG["be"] | TAG["modal"] | TAG["adverb"] | TAG["negation"]):
        number -= 1
    return subject_before(clause, number)


def _antecedent(before: str) -> str | None:
    """What "it" points to: the last definite noun phrase before a verb in the sentence before."""
    words = [word(piece[0]) for piece in PIECE.finditer(before)]
    sentence = Clause(words, len(words), len(words), 0, len(words))
    for number in range(len(words) - 1, 0, -1):
        if words[number].tags & TAG["be"] or (words[number].verb and words[number].forms & PAST):
            found = subject_before(sentence, number)
            if found and found.lower().startswith(("the ", "this ")) and not is_person(found.split()[-1].lower()):
                return found
    for number in range(len(words) - 1):
        if words[number].lower == "the":
            found = phrase_from(sentence, number)
            if found and not is_person(found.split()[-1].lower()):
                return found
    return None
