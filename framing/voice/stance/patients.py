"""What a passive participle calls or charges: "the raid was branded a crime", "the law, dubbed a gag,"."""

from framing.voice.classes.between import COMMA, COORD, MARK, PREP, SET_OFF
from framing.voice.classes.nouns import CAP, DET, INDEFINITE, NAMED, OPENING
from framing.voice.classes.verbs import ADV, BE, ED, HAVE, MODAL
from framing.voice.cues import PART, Word, documents
from framing.voice.stance.actors import actor, main_subject_behind, of_gerund
from framing.voice.stance.clause import Clause
from framing.voice.stance.edges import relative_before, verb_begins
from framing.voice.stance.nominal import before_term, phrase_from
from framing.voice.stance.readings import is_past
from framing.voice.stance.subjects import noun_phrase_before, subject
from framing.voice.stance.target_words import forms_of, words_of
from framing.voice.steps import first_of, holds
from framing.voice.units import Phrase

REACH = 14
"""Words between a participle and what it is said of."""


def opens_label(here: Word) -> bool:
    """Whether a word can open what something is called, not who is called so: "a", "an", a mark."""
    return bool(here.tags & (MARK | INDEFINITE))


def as_before(clause: Clause) -> bool:
    """Whether "as" joins the term to what it is said of."""
    return clause.words[before_term(clause, over=DET | ADV, until=frozenset(["as"]))].lower == "as"


def is_passive(clause: Clause, verb: int) -> bool:
    """Whether the participle at word `verb` tells what is done to what stands before it: "was branded", "the law, dubbed"."""
    words = clause.words
    here, begins = words[verb], verb_begins(words, verb)
    if not (here.tags & ED or here.forms & PART) and here.lower not in words_of("participles"):
        return False
    if _has_be(words, begins, verb):
        return True
    if holds(words[begins:verb], HAVE | MODAL):
        return False
    behind = words[verb + 1] if verb + 1 < len(words) else here
    if begins == 0:
        return True
    ends = clause.after.tags & COMMA or clause.after.lower == "by"
    closed = ends and not words[clause.first].tags & CAP
    bare = verb + 1 == clause.first and closed  # ", long considered obsolete,"
    if words[begins - 1].tags & SET_OFF or (words[begins - 1].tags & COORD and bare):
        quoted = here.lower in forms_of("naming") and opens_label(words[min(verb + 2, len(words) - 1)])  # "dubbed the “death tax”"
        told = bare or behind.lower in words_of("behind_participles") or opens_label(behind) or quoted
        return told or bool(behind.tags & PREP and as_before(clause))  # "described in the report as"
    named = opens_label(behind) and here.lower in forms_of("naming")
    return (behind.lower in words_of("behind_participles") or named) and relative_before(words, begins) is None


def _has_be(words: list[Word], begins: int, verb: int) -> bool:
    """Whether a form of be stands in the group before a participle, or what does its work: "was called", "stands accused"."""
    return holds(words[begins:verb], BE) or _stands(words, begins - 1)


def _stands(words: list[Word], at: int) -> bool:
    """Whether the word before a participle is the verb of "stands accused"."""
    return at > 0 and words[at].lower in forms_of("standing") and not words[at - 1].tags & OPENING


def patient(clause: Clause, verb: int) -> Phrase | None:
    """What is called or charged by the passive participle at word `verb`."""
    words = clause.words
    begins = verb_begins(words, verb)
    if begins > 1 and reflexive(words[begins - 1]):
        return actor(clause, begins - 2)  # "heard himself described as"
    if begins == 0:
        return main_subject_behind(clause, 0)
    if words[begins].lower == "being" and begins > 1:
        return of_gerund(clause, begins)  # "is used to being painted as"
    if _has_be(words, begins, verb):
        return subject(words, begins - _stands(words, begins - 1))
    before = begins - 1
    if words[before].tags & COORD:
        beside = first_of(words, range(before, max(0, before - REACH), -1), COMMA)
        participle = beside is not None and words[beside + 1].tags & ED  # "The pact, signed in May and long considered vain,"
        return noun_phrase_before(words, beside or 0) if participle else subject(words, begins)  # "was mocked and described as"
    return noun_phrase_before(words, before if words[before].tags & SET_OFF else begins)


def reflexive(here: Word) -> bool:
    """Whether a word is "himself", "themselves"."""
    return here.lower.endswith(("self", "selves"))


def judges(clause: Clause) -> bool:
    """Whether the term is a verb that judges its object: "condemned the raid"."""
    lower = clause.words[clause.first].lower
    of_self = reflexive(clause.term)  # "is defending himself"
    judges = (lower in forms_of("labelling", "accusing")) and not of_self
    if judges and lower in forms_of("tearing"):
        return _lashes(clause)
    return judges and lower not in forms_of("striking")


def _lashes(clause: Clause) -> bool:
    """Read "blasted the board", "rips the report", "savaged it for its greed", not "blasted the town"."""
    words, found = clause.words, phrase_from(clause.words, clause.last)
    if found is None:
        return is_past(words[clause.first])  # "was blasted by the union"
    head, blamed = words[found[1] - 1], found[1] < len(words) and words[found[1]].lower in words_of("blaming")
    somebody = head.tags & NAMED and head.lower not in words_of("countries")
    return bool(somebody or blamed) or head.lower in words_of("acts") or head.lower in documents()
