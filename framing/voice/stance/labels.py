"""Whom a label, a comparison or a charge is given to: "called the raid a rout", "likened X to", "accused X of"."""

import functools
from collections.abc import Callable

from framing.voice.cues import PART, TAG, Word
from framing.voice.stance.actors import actor
from framing.voice.stance.charges import charges, guilty, joined_accused
from framing.voice.stance.clause import Clause
from framing.voice.stance.edges import relative_before
from framing.voice.stance.nominal import (
    BE,
    CAPITAL,
    COMMA,
    HAVE,
    MARK,
    MODAL,
    OPENING,
    POSSESSIVE,
    POSSESSOR,
    PREPOSITION,
    PRONOUN,
    PUNCTUATION,
    TO,
    before_term,
    beyond_idiom,
    beyond_marks,
    nominal,
    phrase_ending,
    phrase_from,
)
from framing.voice.stance.readings import has_adjectival_form
from framing.voice.stance.subjects import bare_relative, noun_phrase_before, subject, verb_begins
from framing.voice.stance.target_words import forms_of, words_of
from framing.voice.units import Phrase

REACH = 14
"""Words between a verb and what it calls its object."""
_OWNING = TAG["article"] | POSSESSIVE | POSSESSOR


def _opens_label(here: Word) -> bool:
    """Whether a word can open what something is called, not who is called so: "a", "an", a mark."""
    return bool(here.tags & MARK) or here.lower in ("a", "an")


def labelled(clause: Clause) -> Phrase | None:
    """Whom the nearest verb or noun of calling, comparing or charging before the term is about."""
    labels, before = label_words(), before_term(clause, over=TAG["article"])
    if before > 0 and _reflexive(clause.words[before]) and clause.words[before - 1].forms:
        return actor(clause, before - 1)  # "has shown itself incapable of mercy"
    for number in range(clause.first - 1, max(-1, clause.first - REACH), -1):
        here = clause.words[number]
        reader = _reader(clause, number) if here.lower in labels else None
        if reader is not None:
            return reader(clause, number)
        if here.says or (here.tags & (TAG["semicolon"] | BE | TAG["that"]) and here.lower not in ("been", "being")):
            return None
    return None


def _reflexive(here: Word) -> bool:
    return here.lower.endswith(("self", "selves"))


@functools.cache
def label_words() -> frozenset[str]:
    """Every word that `labelled` looks for."""
    return words_of("descriptions") | words_of("guilty") | forms_of("labelling") | forms_of("accusing") | forms_of("comparing")


def _reader(clause: Clause, number: int) -> Callable[[Clause, int], Phrase | None] | None:
    """What says whom the label, comparison or charge at word `number` is about; None where it is none."""
    words, lower = clause.words, clause.words[number].lower
    if lower in words_of("descriptions") and words[number + 1].lower == "of":
        return _described
    if number and words[number - 1].tags & _OWNING:
        return None  # a noun, as in "the charge", "their view"
    struck = lower in forms_of("striking") and _tells_manner(clause)  # "attacked them with savagery"
    if not struck and (lower in forms_of("accusing") or lower in words_of("guilty")) and charges(words, number, clause.first):
        return _object_or_subject
    if lower in forms_of("labelling") and not _tells_manner(clause):
        return _behind_of if _makes(clause, number) else _label_of
    return _object_or_subject if lower in forms_of("comparing") and _compares(clause, lower) else None


def _makes(clause: Clause, verb: int) -> bool:
    """Read "makes criminals of anglers": a noun for people before "of"."""
    words, of = clause.words, clause.last < len(clause.words) and clause.words[clause.last].lower == "of"
    return bool(of and words[verb].lower in forms_of("making") and words[clause.last - 1].tags & TAG["role"])


def _behind_of(clause: Clause, _: int) -> Phrase | None:
    return phrase_from(clause.words, clause.last + 1)


def _tells_manner(clause: Clause) -> bool:
    """Whether the term tells how something is done: "treated them with nothing but contempt"."""
    return clause.words[beyond_idiom(clause.words, before_term(clause, over=OPENING))].lower == "with"


def _described(clause: Clause, noun: int) -> Phrase | None:
    """Read "the description of the strike as a riot"."""
    return phrase_from(clause.words, noun + 2, clause.first) if as_before(clause) else None


def _is_passive(clause: Clause, verb: int) -> bool:
    """Whether the participle at word `verb` tells what is done to what stands before it: "was branded", "the law, dubbed"."""
    words = clause.words
    here, begins = words[verb], verb_begins(words, verb)
    if not (here.tags & TAG["ed"] or here.forms & PART) and here.lower not in words_of("participles"):
        return False
    if _has_be(words, begins, verb):
        return True
    if any(word.tags & (HAVE | MODAL) for word in words[begins:verb]):
        return False
    behind = words[verb + 1] if verb + 1 < len(words) else here
    if begins == 0:
        return True
    closed = clause.last < len(words) and words[clause.last].tags & COMMA and not words[clause.first].tags & CAPITAL
    bare = verb + 1 == clause.first and closed  # ", long considered obsolete,"
    if words[begins - 1].tags & (COMMA | TAG["dash"]) or (words[begins - 1].tags & TAG["coordinator"] and bare):
        quoted = here.lower in forms_of("naming") and _opens_label(words[min(verb + 2, len(words) - 1)])  # "dubbed the “death tax”"
        told = bare or behind.lower in words_of("behind_participles") or _opens_label(behind) or quoted
        return told or bool(behind.tags & PREPOSITION and as_before(clause))  # "described in the report as"
    named = _opens_label(behind) and here.lower in forms_of("naming")
    return (behind.lower in words_of("behind_participles") or named) and relative_before(words, begins) is None


def _has_be(words: list[Word], begins: int, verb: int) -> bool:
    """Whether a form of be stands in the group before a participle, or what does its work: "was called", "stands accused"."""
    return any(word.tags & BE for word in words[begins:verb]) or _stands(words, begins - 1)


def _stands(words: list[Word], at: int) -> bool:
    """Whether the word before a participle is the verb of "stands accused"."""
    return at > 0 and words[at].lower in forms_of("standing")


def _patient(clause: Clause, verb: int) -> Phrase | None:
    """What is called or charged by the passive participle at word `verb`."""
    words = clause.words
    begins = verb_begins(words, verb)
    if begins > 1 and _reflexive(words[begins - 1]):
        return actor(clause, begins - 2)  # "heard himself described as"
    if begins == 0:
        comma = next((number for number in range(clause.last, len(words) - 1) if words[number].tags & COMMA), None)
        return None if comma is None else phrase_from(words, comma + 1)
    if _has_be(words, begins, verb):
        return subject(words, begins - _stands(words, begins - 1))
    before = begins - 1
    if words[before].tags & TAG["coordinator"]:
        beside = next((number for number in range(before, max(0, before - REACH), -1) if words[number].tags & COMMA), None)
        participle = beside is not None and words[beside + 1].tags & TAG["ed"]  # "The pact, signed in May and long considered vain,"
        return noun_phrase_before(words, beside or 0) if participle else subject(words, begins)  # "was mocked and described as"
    return noun_phrase_before(words, before if words[before].tags & (COMMA | TAG["dash"]) else begins)


def _object_or_subject(clause: Clause, verb: int) -> Phrase | None:
    """Object of the verb at word `verb`; of its passive, the subject."""
    words = clause.words
    if words[verb].lower in words_of("guilty"):
        return guilty(words, verb)
    if (joined := joined_accused(clause)) is not None:
        return joined
    if _is_passive(clause, verb):
        return _patient(clause, verb)
    if words[verb + 1].tags & TO:
        gap = relative_before(words, verb_begins(words, verb))
        return bare_relative(words, verb) if gap is None else _object_gap(words, gap)  # "a move critics likened to theft"
    if words[verb + 1].tags & PREPOSITION:
        return actor(clause, verb)
    return phrase_from(words, verb + 1, clause.first)


def _compares(clause: Clause, verb: str) -> bool:
    """Whether "to" or "as" joins the term to a verb of comparing: "likened the strike to blackmail", "ran it as a racket"."""
    words, number = clause.words, before_term(clause, over=TAG["determiner"])
    if words[clause.first - 1].lower == "the":
        return False  # "turned a blind eye to the plunder"
    used = verb in forms_of("operating") and words[number].lower != "as"  # "uses the courts to silence rivals"
    return number > 0 and not used and words[number].lower in ("to", "with", "into", "as")


def _label_of(clause: Clause, verb: int) -> Phrase | None:
    """Whom the label behind the labelling verb at word `verb` is given to."""
    words = clause.words
    verb += words[verb + 1].lower in words_of("particles")  # "brushed aside the report"
    behind = words[verb + 1]
    if behind.tags & PRONOUN:
        return _pronoun(clause, verb)
    if found := _object_behind(clause, verb) if behind.lower == "as" else _before_label(clause, verb):
        return found
    direct = _opens_label(behind) or behind.lower == "as" or verb + 1 == clause.first
    gap = relative_before(words, verb_begins(words, verb)) if direct else None
    bare = bare_relative(words, verb) if gap is None and direct else None
    if bare is None and _is_passive(clause, verb):
        return _patient(clause, verb)
    if gap is not None or bare:
        return bare or _object_gap(words, gap or 0)
    if behind.tags & MARK and verb + 1 != clause.first - 1:
        return None
    named = phrase_from(words, verb + 1, clause.first)
    return _without_label(clause, named) if named and _complements(clause, verb, named) else None


def _before_label(clause: Clause, verb: int) -> Phrase | None:
    """Who is called so, where two phrases with "a" stand side by side: "called a young clerk a crook"."""
    words = clause.words
    called = phrase_from(words, verb + 1, clause.first) if _opens_label(words[verb + 1]) else None
    behind = called
    while behind and behind[1] < clause.first and words[behind[1]].tags & PREPOSITION:
        behind = phrase_from(words, behind[1] + 1, clause.first)  # "a clerk of the court"
    if behind is None or behind[1] >= clause.first or words[behind[1]].lower not in ("a", "an"):
        return None
    return None if any(here.tags & PUNCTUATION for here in words[behind[1] : clause.first]) else called


def _without_label(clause: Clause, named: Phrase) -> Phrase:
    """The object without a first label before "and": "branded the plan cruel and unworkable"."""
    words, last = clause.words, named[1] - 1
    joined = named[1] < clause.first and words[named[1]].tags & (COMMA | TAG["coordinator"])
    return (named[0], last) if joined and last - named[0] > 1 and has_adjectival_form(words[last]) else named


def _object_behind(clause: Clause, verb: int) -> Phrase | None:
    """Read "dismissed as scaremongering a report on the dam", "as a smear claims that": an object behind its label."""
    behind, begins = beyond_marks(clause.words, clause.last, 1), verb_begins(clause.words, verb)
    if any(here.tags & (BE | COMMA) for here in clause.words[max(0, begins - 1) : verb]):
        return None
    opens = behind < len(clause.words) and clause.words[behind].tags & (TAG["article"] | _many_behind_one(clause, verb))
    return phrase_from(clause.words, behind) if opens else None


def _many_behind_one(clause: Clause, verb: int) -> int:
    """The class of plurals where the label behind "as" has "a", so that a plural behind it is no part of it: "as a smear claims that"."""
    return TAG["plural"] if clause.words[verb + 2].lower in ("a", "an") else 0


def _object_gap(words: list[Word], gap: int) -> Phrase | None:
    """What "which" or "whom" at word `gap` stands for."""
    last = gap - 1
    if words[gap].lower == "what":
        return None
    last = last - 1 if last > 0 and words[last].tags & COMMA else last
    return phrase_ending(words, last) if last >= 0 and nominal(words, last) else None


def _pronoun(clause: Clause, verb: int) -> Phrase | None:
    """Whom "called them thugs", "described himself as" is about: the pronoun, the subject."""
    return actor(clause, verb) if _reflexive(clause.words[verb + 1]) else (verb + 1, verb + 2)


def _complements(clause: Clause, verb: int, named: Phrase) -> bool:
    """Whether the term is said of the object `named`, "called the refugees parasites", and is no part of it."""
    words, end = clause.words, named[1]
    if end < clause.first:
        return as_before(clause) or _behind_object(clause, words[end : clause.first])
    opens = words[verb + 1].tags & (OPENING | CAPITAL)
    if not opens:
        return False
    if has_adjectival_form(words[clause.first]):
        return True
    closes = clause.last >= len(words) or words[clause.last].tags & (PUNCTUATION | MARK | TAG["coordinator"])
    named_so = words[verb].lower in forms_of("naming") and (_breaks(words[clause.last]) or words[clause.last].tags & (BE | MODAL))
    return bool(closes or named_so) and clause.first - verb > 2


def _behind_object(clause: Clause, between: list[Word]) -> bool:
    """Whether a label may stand behind its object and the words `between`, "branded it cruel and unworkable", "makes it so cruel"."""
    if has_adjectival_form(clause.words[clause.last - 1]) and _joins(between):
        return True
    behind = between[0]
    opens = behind.tags & (OPENING | MARK | TAG["adverb"] | TAG["ly"]) or behind.lower in ("as", "by") or behind.lower in words_of("degree")
    return bool(opens) and not any(here.tags & (HAVE | MODAL) for here in between)  # "By selling the archive the dean has committed"


def _breaks(behind: Word) -> bool:
    """Whether a word behind a label tells when, where or why it was given: "called the guards heroes that night"."""
    return bool(behind.tags & (PREPOSITION | TAG["that"] | TAG["subordinator"] | TAG["time"])) and behind.lower not in ("of", "as")


def _joins(between: list[Word]) -> bool:
    """Whether some words are but adjectives and what joins them."""
    return all(here.tags & (COMMA | MARK | TAG["coordinator"] | TAG["adverb"]) or has_adjectival_form(here) for here in between)


def as_before(clause: Clause) -> bool:
    """Whether "as" joins the term to what it is said of."""
    return clause.words[before_term(clause, over=TAG["determiner"] | TAG["adverb"], until=frozenset(["as"]))].lower == "as"
