"""Predicates in a row: "is vain, slow at best and, to many, corrupt", "was late with its accounts, careless with its drugs"."""

from framing.voice.classes.between import CLOSED, COLON, COMMA, COORD, DASH, MARK, PUNCTUATION, SEMI, SUBORD, THAT, WH
from framing.voice.classes.nouns import CAP, INDEFINITE, PLURAL, SUBJECT
from framing.voice.classes.verbs import BE, ED, INGTAG, LOOSE
from framing.voice.cues import Word
from framing.voice.stance.clause import Clause
from framing.voice.stance.insertions import insertion
from framing.voice.stance.nominal import comma_before, determined, is_verb, nominal
from framing.voice.stance.readings import describes, has_adjectival_form, judging
from framing.voice.stance.target_words import forms_of, words_of
from framing.voice.steps import back, past

REACH = 18
"""Words between a verb and a further predicate."""
_JOINING = COMMA | COORD | COLON | DASH
_APART = WH | SUBJECT | THAT | SEMI | COLON | SUBORD


def first_conjunct(clause: Clause) -> int | None:
    """Verb behind which the predicate stands that "and", a comma or a colon joins the term to: "is vain, slow and, to many, corrupt"."""
    words, number = clause.words, back(clause.words, clause.first - 1, LOOSE | MARK)
    article = number > 0 and bool(words[number].tags & INDEFINITE)
    number -= article
    joins = words[number].tags & _JOINING or words[number].lower in words_of("conceding")
    if number < 1 or not (joins or describes(clause.term)):
        return None
    row = None if article else _verb_of_row(clause, number)
    if row is not None:
        return row
    number = _beyond_insertion(words, number)
    adjective = article or describes(clause.term)
    joined = number > 0 and (words[number].tags & COORD or words[number].lower in words_of("conceding"))
    ends = closes(clause) or (clause.after.tags & WH and not clause.term.tags & PLURAL)  # "a liar and bully who"
    if not joined or not (adjective or (ends and not words[number - 1].tags & COMMA)):
        return None
    return _verb_before(words, number)


def _beyond_insertion(words: list[Word], at: int) -> int:
    """The word before an insertion that ends at word `at`: "and, to many, corrupt"."""
    return comma_before(words, at) - 1 if at > 0 and words[at].tags & COMMA else at


def _verb_of_row(clause: Clause, joining: int) -> int | None:
    """Verb of "was late with its accounts, careless with its drugs" and of "is a bad law: vague, cruel and costly"."""
    words, number = clause.words, clause.first - 1
    described = describes(clause.term)
    if joining < 2 or not _ends_predicate(clause):
        return None
    while described and number > 0 and (nominal(words, number) or words[number].tags & (LOOSE | COMMA | MARK | COORD)):
        number -= 1
    if words[number].tags & (COLON | DASH):
        return _verb_before(words, number)
    row = _verb_before(words, joining) if words[joining].tags & COMMA else None
    return row if row is not None and _opens_row(words, row, plain=described) else None


def _verb_before(words: list[Word], at: int) -> int | None:
    """The verb that links the predicates before word `at` to their subject; reports between commas are stepped over."""
    place, stop = at - 1, at - REACH
    while place > max(-1, stop):
        here = words[place]
        if here.tags & BE or _links(words, place):
            acts = words[place + 1].tags & INGTAG and not judging(words[place + 1].lower)
            return None if acts else place
        if here.tags & _APART or (is_verb(words, place) and not here.tags & ED):
            return None
        opened = insertion(words, place) if here.tags & COMMA else None
        reported = opened is not None and any(one.says for one in words[opened:place])
        place = opened - 1 if opened is not None and reported else place - 1
    return None


def _links(words: list[Word], at: int) -> bool:
    """Whether the word at `at` is a verb with a predicate behind it: "looked tired", not "slow to act, brutal"."""
    return words[at].lower in forms_of("linking") and not determined(words, at) and not words[at + 1].tags & PUNCTUATION


def _opens_row(words: list[Word], verb: int, *, plain: bool) -> bool:
    """Whether an adjective stands right behind a verb, as the first predicate of a row; `plain`: one that its form need not tell."""
    first = past(words, verb + 1, LOOSE | MARK)
    first += plain and bool(words[first].tags & INDEFINITE) and first + 1 < len(words)  # "is a crook, racist, and bully"
    here = words[first]
    if not plain and not has_adjectival_form(here):
        return False
    if here.tags & ED:
        return not words[verb].tags & BE or judging(here.lower)
    return nominal(words, first) and not here.tags & (CAP | PLURAL)


def _ends_predicate(clause: Clause) -> bool:
    """Whether no noun stands behind the term, so that it is no adjective before one."""
    return closes(clause) or bool(clause.after.tags & CLOSED)


def closes(clause: Clause) -> bool:
    """Whether nothing but a pause follows the term."""
    return bool(clause.after.tags & (PUNCTUATION | MARK))
