"""Whom a term describes: the agent of an act, the bearer of an attribute, the actor a label names."""

import functools
import re
import tomllib
from collections.abc import Mapping
from importlib import resources
from typing import Any

from framing.voice.clause import Clause
from framing.voice.cues import PAST, TAG, Word, inflected, irregular_verbs, word
from framing.voice.units import PIECE

CLOSED = sum(
    TAG[name]
    for name in (
        "determiner",
        "possessive",
        "preposition",
        "coordinator",
        "subordinator",
        "wh",
        "be",
        "have",
        "do",
        "modal",
        "subject",
        "object",
        "that",
        "to",
    )
)
PUNCTUATION = sum(TAG[name] for name in ("comma", "stop", "colon", "semicolon", "dash", "open", "close"))
DEMONYM = re.compile(r"\w+(?:an|ish|ese|i)$")
FIRST = frozenset(["we", "i", "we're", "i'm", "we've", "i've"])
NEUTER = frozenset(["it", "this", "that", "it's", "that's"])


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
        _attribute(clause)
        or _possessor(clause)
        or _by_phrase(clause)
        or _verbal(clause)
        or _labelled(clause)
        or _predicate(clause)
        or _doer(clause)
    )
    if found is None:
        return None
    lower = found.lower()
    if lower in FIRST:
        return speaker
    if lower in NEUTER:
        return _antecedent(before)
    return None if lower in ("he", "she", "they", "you", "there", "who", "which", "what", "his", "their", "her") else found


def _words(clause: Clause, start: int, end: int) -> str:
    return " ".join(_printed(word) for word in clause.words[start:end])


def _printed(word: Word) -> str:
    return word.lower.capitalize() if word.tags & TAG["capital"] else word.lower


def _possessor(clause: Clause) -> str | None:
    """Read "Narvia's reckless aggression", "Narvian aggression"."""
    number = clause.first - 1
    while number >= 0 and not clause.words[number].tags & (CLOSED | PUNCTUATION):
        here = clause.words[number]
        if here.tags & TAG["possessor"]:
            return re.sub(r"'s?$", "", _phrase_ending(clause, number))
        if here.tags & TAG["capital"] and DEMONYM.match(here.lower) and number > 0:
            return _printed(here)
        if here.verb and here.forms & PAST:
            return None
        number -= 1
    return None


def _phrase_ending(clause: Clause, last: int) -> str:
    first = last
    while first > 0 and not clause.words[first - 1].tags & (CLOSED & ~TAG["determiner"] | PUNCTUATION | TAG["mark"]):
        first -= 1
        if clause.words[first].tags & TAG["determiner"] or (clause.words[first].verb and not clause.words[first].tags & TAG["capital"]):
            break
    if clause.words[first].verb and not clause.words[first].tags & (TAG["capital"] | TAG["determiner"]) and first < last:
        first += 1
    return _words(clause, first, last + 1)


def _by_phrase(clause: Clause) -> str | None:
    """Read "The attack on Ostland by Narvia"."""
    for number in range(clause.last, min(clause.last + 7, len(clause.words) - 1)):
        here = clause.words[number]
        if here.lower == "by" and not clause.words[number + 1].tags & TAG["ing"]:
            return _phrase_from(clause, number + 1)
        if here.tags & (PUNCTUATION | TAG["be"] | TAG["have"] | TAG["modal"]) or (here.verb and here.forms & PAST):
            return None
    return None


def _phrase_from(clause: Clause, first: int) -> str | None:
    last = first
    while (
        last < len(clause.words)
        and not clause.words[last].tags & (CLOSED & ~TAG["determiner"] | PUNCTUATION | TAG["mark"])
        and last < first + 6
    ):
        if last > first and clause.words[last].tags & TAG["determiner"]:
            break
        if last > first and (clause.words[last].forms & PAST or clause.words[last].tags & (TAG["finite"] | TAG["ed"])):
            break
        last += 1
    return _words(clause, first, last) if last > first else None


def _attribute(clause: Clause) -> str | None:
    """Read "The brutal raid": the noun an adjective stands before; a participle in -ed describes no actor."""
    words = clause.words
    number = clause.last
    while number < len(words) and words[number].tags & TAG["mark"]:
        number += 1
    if number >= len(words) or clause.first == clause.last or clause.last - clause.first > 1:
        return None
    here, term = words[number], words[clause.last - 1]
    if here.tags & (CLOSED | PUNCTUATION | TAG["adverb"] | TAG["ly"] | TAG["finite"] | TAG["ed"] | TAG["time"]) or (
        here.verb and here.forms & PAST
    ):
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
        return _phrase_from(clause, clause.last)
    if not (term.tags & TAG["ed"] or term.forms & PAST or words[clause.first].tags & TAG["ed"]):
        return None
    number = clause.first - 1
    passive = False
    while number >= 0 and words[number].tags & (TAG["have"] | TAG["be"] | TAG["adverb"] | TAG["ly"] | TAG["modal"] | TAG["negation"]):
        passive = passive or bool(words[number].tags & TAG["be"])
        number -= 1
    if passive or number < 0 or words[number].tags & (TAG["determiner"] | TAG["possessive"] | TAG["preposition"]):
        return None
    return _subject_before(clause, number + 1)


def _subject_before(clause: Clause, at: int) -> str | None:
    """Noun phrase that ends before word `at`, a name in square brackets standing for its pronoun."""
    words = clause.words
    last = at - 1
    while last >= 0 and words[last].lower in ("…", "..", "..."):
        last -= 1
    if last < 0:
        return None
    if words[last].tags & TAG["close"]:
        opening = next((number for number in range(last, -1, -1) if words[number].tags & TAG["open"]), None)
        return _words(clause, opening + 1, last) if opening is not None else None
    if words[last].tags & (TAG["subject"] | TAG["object"]):
        return words[last].lower
    if words[last].tags & (CLOSED | PUNCTUATION | TAG["mark"]):
        return None
    return _phrase_ending(clause, last)


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
    while number > 0 and words[number - 1].tags & (TAG["modal"] | TAG["have"] | TAG["be"] | TAG["adverb"]):
        number -= 1
    return _subject_before(clause, number)


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
            return _subject_before(clause, number - 1) if passive else _phrase_from(clause, number + 1)
        if lower in _forms("labelling") and number + 1 < clause.first:
            named = _phrase_from(clause, number + 1)
            if words[number + 1].tags & (TAG["object"] | TAG["subject"]):
                return words[number + 1].lower
            head = words[number + 1].tags & (TAG["determiner"] | TAG["capital"] | TAG["possessive"])
            return named if head and number + 1 + len((named or "").split()) < clause.first else None
        if words[number].tags & TAG["semicolon"]:
            return None
    return None


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
    return _subject_before(clause, number)


def _antecedent(before: str) -> str | None:
    """What "it" points to: the last definite noun phrase before a verb in the sentence before."""
    words = [word(piece[0]) for piece in PIECE.finditer(before)]
    sentence = Clause(words, len(words), len(words), 0, len(words))
    for number in range(len(words) - 1, 0, -1):
        if words[number].tags & TAG["be"] or (words[number].verb and words[number].forms & PAST):
            found = _subject_before(sentence, number)
            if found and found.lower().startswith(("the ", "this ")):
                return found
    for number in range(len(words) - 1):
        if words[number].lower == "the":
            found = _phrase_from(sentence, number)
            if found:
                return found
    return None
