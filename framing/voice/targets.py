"""Whom a term describes: the agent of an act, the bearer of an attribute, the actor a label names."""

from collections.abc import Sequence

from framing.voice.bearers import apposition, attribute, by_phrase, charged_with, possessor
from framing.voice.clause import Clause
from framing.voice.cues import PART, PAST, TAG, Word, word
from framing.voice.nominal import PUNCTUATION, phrase_from, printed, subject_before
from framing.voice.predicates import NEUTER, doer, predicate, subject_of, verbal
from framing.voice.roles import is_person
from framing.voice.target_words import edges_of, forms_of, words_of
from framing.voice.units import PIECE

FIRST = frozenset(["we", "i"])
LABEL_REACH = 12
"""Words between a labelling verb and the label."""


def target(clause: Clause, ways: Sequence[bool], speaker: str | None, before: str) -> str | None:
    """Whom the term of `clause` describes, as printed; null where nobody is named.

    `ways` tells which of `WAYS` are open; `speaker` is who says it, for "we"; `before` is the sentence before, for "it".
    """
    found = next(filter(None, (way(clause) for way, is_open in zip(WAYS, ways, strict=True) if is_open)), None)
    if found is None or word(found.split()[-1]).tags & TAG["determiner"]:
        return None
    lower = found.lower().partition("'")[0] if " " not in found else found.lower()
    if lower in FIRST:
        return speaker
    if lower in NEUTER:
        return _definite_before(clause) or _antecedent(before)
    return None if lower in words_of("pronouns") else found


def _labelled(clause: Clause) -> str | None:
    """Read "Called the raid an invasion", "described by farmers as extortion", "accused the general of torture"."""
    words = clause.words
    for number in range(clause.first - 1, max(-1, clause.first - LABEL_REACH), -1):
        lower = words[number].lower
        if lower in forms_of("accusing"):
            passive = number > 0 and (words[number - 1].tags & TAG["be"] or words[number + 1].lower == "of")
            if not _charged(words[number + 1 : clause.first]):
                return None
            return subject_of(clause, number) if passive else phrase_from(clause, number + 1)
        if lower in forms_of("labelling") and number + 1 < clause.first:
            return _label_of(clause, number)
        if words[number].tags & TAG["semicolon"]:
            return None
    return None


def _label_of(clause: Clause, verb: int) -> str | None:
    """Whom the label behind the labelling verb at word `verb` is given to: its object, or the subject of its passive."""
    words = clause.words
    behind = words[verb + 1]
    if behind.tags & (TAG["object"] | TAG["subject"]):
        return _them(clause, verb) if behind.lower == "them" else behind.lower
    if verb and (words[verb].forms & PART or words[verb].tags & TAG["ed"]) and words[verb - 1].tags & TAG["be"]:
        return subject_of(clause, verb)
    if behind.tags & TAG["mark"] or verb + 1 == clause.first:
        return None
    named = phrase_from(clause, verb + 1, clause.first)
    end = verb + 1 + len((named or "").split())
    inside = (end >= clause.first and not _complements(clause, verb)) or (words[end].tags & TAG["preposition"] and words[end].lower != "as")
    head = behind.tags & (TAG["determiner"] | TAG["capital"] | TAG["possessive"])
    bare = end <= clause.first and words[end].tags & (TAG["mark"] | TAG["determiner"])  # "calls siege ‘barbaric’"
    return named if (head or bare) and not inside else None


def _complements(clause: Clause, verb: int) -> bool:
    """Whether the term is said of the object before it, "called the refugees parasites", and is no part of it."""
    if clause.words[clause.first].lower.endswith(edges_of("adjectival")):
        return True
    closes = clause.last >= len(clause.words) or clause.words[clause.last].tags & (PUNCTUATION | TAG["mark"])
    return bool(closes) and clause.first - verb > 2


def _them(clause: Clause, verb: int) -> str | None:
    """What "called them thugs" is about: the nearest definite plural or body of people before it."""
    for number in range(verb - 1, 0, -1):
        here = clause.words[number]
        if clause.words[number - 1].lower == "the" and here.tags & (TAG["plural"] | TAG["role"]):
            return printed(clause, number - 1, number + 1)
    return None


def _charged(between: list[Word]) -> bool:
    """Whether the words between an accusing verb and the term are the accused, "of", and no further act of theirs."""
    of = next((number for number, here in enumerate(between) if here.lower in ("of", "for")), None)
    if of is None:
        return False
    behind = between[of + 1 :]
    stops = TAG["preposition"] | TAG["be"] | TAG["comma"] | TAG["modal"] | TAG["have"] | TAG["wh"]
    acts = any(here.lower.endswith("ing") and here.lower not in forms_of("doing") for here in behind[:1])
    return not acts and not any(here.tags & stops and here.lower != "of" for here in behind)


def _definite_before(clause: Clause) -> str | None:
    """What "it" points to in its own sentence: the nearest "the" before it, of a thing."""
    words = clause.words
    start = next((number for number in range(clause.first - 1, -1, -1) if words[number].lower in NEUTER), 0)
    for number in range(start - 1, -1, -1):
        found = phrase_from(clause, number) if words[number].lower == "the" else None
        if found and not is_person(found.split()[-1].lower()):
            return found
    return None


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


WAYS = (possessor, attribute, apposition, charged_with, _labelled, by_phrase, verbal, predicate, doer)
"""Ways to find a target, the first that finds one counts."""
