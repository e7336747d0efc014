"""Where whom a verb calls something stands: between two phrases with "a", behind the label, behind a preposition of the verb."""

from framing.voice.classes.between import COMMA, MARK, PUNCTUATION
from framing.voice.classes.nouns import ARTICLE, INDEFINITE, PLURAL
from framing.voice.classes.verbs import BE
from framing.voice.stance.clause import Clause
from framing.voice.stance.edges import verb_begins
from framing.voice.stance.governed import whole_from
from framing.voice.stance.nominal import names_person, phrase_from
from framing.voice.stance.patients import as_before, opens_label
from framing.voice.stance.target_words import words_of
from framing.voice.steps import holds, past
from framing.voice.units import Phrase


def spoken_of(clause: Clause, verb: int) -> Phrase | None:
    """Read "spoke of the camp as a hellhole", "railed against landlords as parasites": whom a preposition joins to its verb before "as"."""
    joined = clause.words[verb + 1].lower in words_of("spoken_of") and verb + 2 < clause.first and as_before(clause)
    found = phrase_from(clause.words, verb + 2, clause.first) if joined else None
    return found if found and found[1] < clause.first and clause.words[found[1]].lower == "as" else None


def object_behind(clause: Clause, verb: int) -> Phrase | None:
    """Read "dismissed as scaremongering a report on the dam", "as a smear claims that": an object behind its label."""
    behind, begins = past(clause.words, clause.last, MARK), verb_begins(clause.words, verb)
    if holds(clause.words[max(0, begins - 1) : verb], BE | COMMA):
        return None
    opens = behind < len(clause.words) and clause.words[behind].tags & (ARTICLE | _many_behind_one(clause, verb))
    return phrase_from(clause.words, behind) if opens else None


def _many_behind_one(clause: Clause, verb: int) -> int:
    """The class of plurals where the label behind "as" has "a", so that a plural behind it is no part of it: "as a smear claims that"."""
    return PLURAL if clause.words[verb + 2].tags & INDEFINITE else 0


def before_label(clause: Clause, verb: int) -> Phrase | None:
    """Who is called so, where two phrases with "a" stand side by side: "called a young clerk a crook"."""
    words = clause.words
    called = phrase_from(words, verb + 1, clause.first) if opens_label(words[verb + 1]) else None
    behind = called and whole_from(words, called[0], clause.first)  # "a clerk of the court"
    if behind is None or behind[1] >= clause.first:
        return None
    marked = words[behind[1]].tags & MARK and behind[1] + 1 == clause.first and names_person(words[called[1] - 1] if called else words[0])
    if not words[behind[1]].tags & INDEFINITE and not marked:  # "called a young clerk “thief”"
        return None
    return None if holds(words[behind[1] : clause.first], PUNCTUATION) else called
