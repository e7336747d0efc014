"""Whom a term describes: the agent of an act, the bearer of an attribute, the actor a label names."""

import functools
import re

from framing.voice.clause import Clause
from framing.voice.cues import BASE, PART, PAST, TAG, S, Word, inflected, irregular_verbs, word
from framing.voice.lists import lists
from framing.voice.nominal import CLOSED, PUNCTUATION, name_ending, phrase_ending, phrase_from, printed, subject_before
from framing.voice.predicates import subject_of, verb_begins
from framing.voice.roles import is_person
from framing.voice.units import PIECE

DEMONYM = re.compile(r"\w+(?:an|ish|ese|i)$")
FIRST = frozenset(["we", "i"])
REACH = 9
"""Words between a verb and its predicate."""
NEUTER = frozenset(["it", "this", "that"])


@functools.cache
def _list(kind: str) -> tuple[str, ...]:
    """Words or endings listed under `kind` in ``stance.toml``."""
    return tuple(lists("stance.toml")["target"][kind])


@functools.cache
def _forms(kind: str) -> frozenset[str]:
    """Every form of the verbs listed under `kind` in ``stance.toml``."""
    spelling, doubling = irregular_verbs()
    return frozenset(form for lemma in _list(kind) for form, _ in inflected(lemma, spelling, doubling))


def target(clause: Clause, speaker: str | None, before: str) -> str | None:
    """Whom the term of `clause` describes, as printed; null where nobody is named.

    `speaker` is who says it, for "we"; `before` is the sentence before, for "it".
    """
    found = (
        _possessor(clause)
        or _attribute(clause)
        or _apposition(clause)
        or _charged_with(clause)
        or _labelled(clause)
        or _by_phrase(clause)
        or _verbal(clause)
        or _predicate(clause)
        or _doer(clause)
    )
    if found is None or word(found.split()[-1]).tags & TAG["determiner"]:
        return None
    lower = found.lower().partition("'")[0] if " " not in found else found.lower()
    if lower in FIRST:
        return speaker
    if lower in NEUTER:
        return _definite_before(clause) or _antecedent(before)
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
            return re.sub(r"'s?$", "", phrase_ending(clause, number)) if _of_the_owner(clause) else None
        if here.tags & TAG["capital"] and DEMONYM.match(here.lower) and _of_the_owner(clause):
            return printed(clause, number, number + 1)
        if here.verb and here.forms & (PAST | S) and not here.homograph:
            return None
        number -= 1
    return None


def _of_the_owner(clause: Clause) -> bool:
    """Whether a term describes the owner of what it names: always, but for an adjective before a thing, "the army's humane convoy"."""
    described = _attribute(clause)
    return described is None or described.split()[-1] in _list("acts")


def _apposition(clause: Clause) -> str | None:
    """Read "the mayor, that coward, watched": the noun phrase before the comma."""
    words, number = clause.words, clause.first - 1
    while number > 0 and (words[number].tags & TAG["mark"] or _plain(words[number])):
        number -= 1
    if number < 2 or words[number].lower not in ("a", "an", "that", "this") or not words[number - 1].tags & TAG["comma"]:
        return None
    closed = clause.last < len(words) and words[clause.last].tags & (TAG["comma"] | TAG["stop"])
    linking = _linking(clause)
    if linking is not None and words[linking].tags & TAG["be"]:  # "was, in the words of Sandu, a sham"
        return None
    begins = words[number - 2].tags & (TAG["capital"] | TAG["role"])
    return subject_before(clause, number - 1) if closed and begins else None


def _charged_with(clause: Clause) -> str | None:
    """Read "his accusation of looting against the bank": whom the charge is against."""
    words, number = clause.words, clause.first - 1
    while number > 0 and (words[number].tags & TAG["mark"] or _plain(words[number])) and words[number].lower not in _list("charges"):
        number -= 1
    if number < 0 or words[number].lower not in _list("charges"):
        return None
    behind = range(clause.last, min(clause.last + 4, len(words) - 1))
    against = next((place for place in behind if words[place].lower == "against"), None)
    return None if against is None else phrase_from(clause, against + 1)


def _by_phrase(clause: Clause) -> str | None:
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


def _attribute(clause: Clause) -> str | None:
    """Read "The brutal raid", "the hated governor's palace": the noun an adjective stands before."""
    words = clause.words
    number = _behind_marks(clause, clause.last)
    if number >= len(words) or clause.last - clause.first != 1 or not _adjectival(clause):
        return None
    if not _may_be_noun(clause, number):
        return None
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
    if head.tags & TAG["role"] and here.tags & TAG["plural"] and not here.tags & TAG["role"]:
        return False
    return not here.tags & (CLOSED | PUNCTUATION | TAG["ed"] | TAG["finite"] | TAG["mark"]) and not here.verb


def _may_be_noun(clause: Clause, number: int) -> bool:
    """Whether the word behind an adjective is a noun: a plain form of a verb behind "the sham" is, "the vote"."""
    here = clause.words[number]
    if here.tags & TAG["role"]:
        return True
    if here.tags & (CLOSED | PUNCTUATION | TAG["adverb"] | TAG["ly"] | TAG["finite"] | TAG["ed"] | TAG["time"] | TAG["number"]):
        return False
    return (not here.verb or here.homograph or here.forms == BASE) and here.lower not in _list("places")


def _adjectival(clause: Clause) -> bool:
    """Whether the term can be an adjective before a noun, by its form and by the word before it."""
    term, words = clause.words[clause.first], clause.words
    formed = term.lower.endswith(_list("adjectival"))
    if term.lower.endswith(_list("nominal")) or term.tags & TAG["plural"] or (term.tags & TAG["role"] and not formed):
        return False
    if term.tags & TAG["ed"] and not _judging(term.lower):
        return False
    number = clause.first - 1
    while number >= 0 and words[number].tags & TAG["mark"]:
        number -= 1
    enclosed = number < clause.first - 1 and clause.last < len(words) and words[clause.last].tags & TAG["mark"]
    if number < 0 or enclosed:
        return True
    leading = ("determiner", "possessive", "possessor", "preposition", "coordinator", "comma")
    further = ("subordinator", "that", "number") if formed else ()
    return any(words[number].tags & TAG[name] for name in (*leading, *further)) or bool(formed and words[number].verb)


def _judging(lower: str) -> bool:
    """Whether a word in -ed judges what it describes, "unprovoked", rather than tells what was done to it, "besieged"."""
    return lower.startswith(_list("prefixes")) or lower in _list("judging")


def _verbal(clause: Clause) -> str | None:
    """Read "The army slaughtered": the subject; of a verb that itself judges, "condemned the raid", the object."""
    words = clause.words
    opening = words[clause.first]
    if opening.verb and opening.forms & PAST and opening.verb.cue_class in ("label", "negative"):
        return phrase_from(clause, clause.last)
    begins = verb_begins(clause, clause.first)
    planned = _planned(clause, begins)
    if planned is not None:
        return subject_of(clause, planned)
    helpers = words[begins : clause.first]
    before = words[begins - 1] if begins else None
    if before is None or not _acts(opening, helpers):
        return None
    if _counted(clause, begins - 1) or before.tags & (TAG["determiner"] | TAG["possessive"] | TAG["preposition"] & ~TAG["to"]):
        return None
    return subject_of(clause, begins)


def _planned(clause: Clause, begins: int) -> int | None:
    """Read "Narvia has no plans to invade": where the verb stands whose subject is also that of the infinitive."""
    words = clause.words
    if begins < 2 or not words[begins - 1].tags & TAG["to"] or words[begins - 2].lower not in _list("plans"):
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
    """Read "The strike was a war crime", "behaved like savages", "was run as a swindle": the subject of the verb."""
    words = clause.words
    number = _linking(clause)
    if number is None:
        return None
    if words[number].lower in _list("likening"):
        return _likened(clause, number)
    if not (words[number].tags & TAG["be"] or words[number].lower in _forms("linking")):
        return _contracted(words[number].lower)
    if words[number + 1].tags & TAG["ing"] or (words[clause.last - 1].tags & TAG["ed"] and not _judging(words[clause.last - 1].lower)):
        return None
    if number > 1 and words[number - 1].tags & TAG["to"] and words[number - 2].lower in _forms("linking"):
        number -= 2  # "proved to be"
    asked = words[number].tags & TAG["be"] and all(here.tags & (TAG["mark"] | TAG["wh"]) for here in words[:number])
    if not asked:
        return subject_of(clause, number)
    return words[number + 1].lower if words[number + 1].lower in NEUTER else phrase_from(clause, number + 1)


def _linking(clause: Clause) -> int | None:
    """Word that may join the term as a predicate to its subject, stepping over "nothing but" and ", as she put it,"."""
    words = clause.words
    over = TAG["determiner"] | TAG["negation"] | TAG["adverb"] | TAG["coordinator"]
    number = _before_term(clause, over=over)
    while number >= 0 and words[number].lower in _list("nothing_but"):
        number -= 1
        while number >= 0 and (words[number].tags & over or _plain(words[number])):
            number -= 1
    if number > 0 and words[number].tags & TAG["comma"]:
        opened = next((place for place in range(number - 1, max(-1, number - REACH), -1) if words[place].tags & TAG["comma"]), 0)
        number = opened - 1 if opened and words[opened - 1].tags & TAG["be"] else -1
    return number if number >= 0 else None


def _likened(clause: Clause, number: int) -> str | None:
    """Read "behaved like savages", "acted with cruelty", "was run as a swindle", from the word "like", "with" or "as" on."""
    words = clause.words
    if words[number - 1].lower in _forms("linking"):
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


def _labelled(clause: Clause) -> str | None:
    """Read "Called the raid an invasion", "described by farmers as extortion", "accused the general of torture"."""
    words = clause.words
    for number in range(clause.first - 1, max(-1, clause.first - 12), -1):
        lower = words[number].lower
        if lower in _forms("accusing"):
            passive = number > 0 and (words[number - 1].tags & TAG["be"] or words[number + 1].lower == "of")
            if not _charged(words[number + 1 : clause.first]):
                return None
            return subject_of(clause, number) if passive else phrase_from(clause, number + 1)
        if lower in _forms("labelling") and number + 1 < clause.first:
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
    if verb and words[verb].forms & PART and words[verb - 1].tags & TAG["be"]:
        return subject_of(clause, verb)
    if behind.tags & TAG["mark"] or verb + 1 == clause.first:
        return None
    named = phrase_from(clause, verb + 1, clause.first)
    end = verb + 1 + len((named or "").split())
    inside = (end >= clause.first and not words[clause.first].lower.endswith(_list("adjectival"))) or (
        words[end].tags & TAG["preposition"] and words[end].lower != "as"
    )
    head = behind.tags & (TAG["determiner"] | TAG["capital"] | TAG["possessive"])
    bare = end <= clause.first and words[end].tags & (TAG["mark"] | TAG["determiner"])  # "calls siege ‘barbaric’"
    return named if (head or bare) and not inside else None


def _them(clause: Clause, verb: int) -> str | None:
    """What "called them thugs" is about: the nearest definite plural or body of people before it."""
    for number in range(verb - 1, 0, -1):
        here = clause.words[number]
        if clause.words[number - 1].lower == "the" and here.tags & (TAG["plural"] | TAG["role"]):
            return printed(clause, number - 1, number + 1)
    return None


def _definite_before(clause: Clause) -> str | None:
    """What "it" points to in its own sentence: the nearest "the" before it, of a thing."""
    words = clause.words
    start = next((number for number in range(clause.first - 1, -1, -1) if words[number].lower in NEUTER), 0)
    for number in range(start - 1, -1, -1):
        found = phrase_from(clause, number) if words[number].lower == "the" else None
        if found and not is_person(found.split()[-1].lower()):
            return found
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
    if number < 1 or words[number].lower not in _forms("doing"):
        return None
    return subject_of(clause, number)


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
