"""What is put between a subject and its verb: a report, an apposition, a relative clause, the tag of a quotation broken in two."""

import itertools

from framing.voice.classes.between import COMMA, COORD, DASH, MARK, PREP, RELATIVE, SEMI, SET_OFF, STOP, SUBORD, THAT, WH
from framing.voice.classes.nouns import ARTICLE, CAP, INDEFINITE, OPENING, PLURAL, POSSESSOR
from framing.voice.classes.verbs import ED, FINITE, INGTAG, LOOSE, TO
from framing.voice.cues import BASE, PAST, Word
from framing.voice.stance.nominal import before_age, first_verb, is_verb, phrase_ending, reports_clause
from framing.voice.stance.target_words import words_of
from framing.voice.steps import back, first_of, holds, only
from framing.voice.units import Phrase

LONGEST_NAME = 6
INSERTED = 16
"""Words between two commas, or two dashes, that may part a subject from its verb."""
REPORTED = 32
"""The same where a report is inserted: "the guards, the coroner told the inquest on its second day, were"."""
TAGGED = 6
"""Words within which an inserted report names its verb."""
LONGEST_RELATIVE = 32
"""Words of an inserted relative clause, which may list things between further commas."""
_PARTICIPLE = ED | INGTAG
_ENDS = SEMI | STOP | THAT
_LEADS, _FINITE = WH | THAT, FINITE | ED


def insertion(words: list[Word], closing: int) -> int | None:
    """Number of the comma that opens an insertion closed at `closing`: ", Holm said,", ", who sold it,", ", a bank,"."""
    kind = words[closing].tags & SET_OFF
    listing = _relative(words, closing)
    if listing is not None:
        return before_age(words, listing)
    for number in range(closing - 1, max(0, closing - REPORTED), -1):
        if not words[number].tags & kind:
            continue
        near = number > closing - INSERTED and (_inserts(words, number + 1, closing) or words[number].tags & DASH)
        if near or _tags(words, number + 1, closing):
            return before_age(words, before_naming(words, number, closing))
    return None


def before_naming(words: list[Word], opened: int, closing: int) -> int:
    """The comma that opens ", in the words of the regulator, Hester Blum,", where the name stands behind word `opened`; else `opened`."""
    if not only(words[opened + 1 : closing], CAP):
        return opened
    for number in range(opened - 1, max(0, opened - INSERTED), -1):
        if words[number].tags & COMMA:
            return number if words[number + 1].tags & (PREP | TO) or words[number + 1].lower == "according" else opened
        if words[number].tags & SET_OFF or is_verb(words, number):
            break
    return opened


def _tags(words: list[Word], first: int, closing: int) -> bool:
    """Whether an insertion begins with a report: ", the coroner told the inquest on its second day,", ", Ida Holm believes,"."""
    near = words[first : min(closing, first + TAGGED)]
    told = [here for here in near if not here.tags & LOOSE]
    many = any(one.tags & PLURAL and two.forms & BASE and reports_clause(two) for one, two in itertools.pairwise(told))
    return many or any(here.says or _believes(here) for here in near)  # ", reports now say,"


def _believes(here: Word) -> bool:
    """Whether a word is a finite form of a verb of belief, and seldom anything else: "thinks", "knows"."""
    return here.tells and reports_clause(here)


def broken(words: list[Word], begins: int) -> int | None:
    """Where the first half of a quotation ends that a tag breaks in two: “The levy,” she said, smiling, “is a sham”."""
    if begins < 1 or not (words[begins].tags & MARK and words[begins - 1].tags & COMMA):
        return None
    closed = first_of(words, range(begins - 1, 1, -1), MARK, 0)
    if closed and words[closed - 1].tags & COMMA:
        return closed - 1
    return closed if closed and words[closed + 1].tags & COMMA else None


def _relative(words: list[Word], closing: int) -> int | None:
    """The comma before a relative clause that holds further commas: "The row, which has reached the guild, two banks and a stable, is"."""
    further = False
    for number in range(closing - 2, max(0, closing - LONGEST_RELATIVE), -1):
        here = words[number].tags
        if here & _ENDS:
            return None
        if not here & COMMA:
            continue
        behind = words[number + 1].tags
        if behind & RELATIVE:
            return number if _holds(words, number + 2, closing, listing=further) else None
        if behind & COORD or is_verb(words, number + 1):
            return None
        further = True
    return None


def _holds(words: list[Word], first: int, closing: int, *, listing: bool) -> bool:
    """Whether a relative clause has its verb, and behind its last comma, if it has any, the end of a list: "two banks and a stable"."""
    last = max((number for number in range(first, closing) if words[number].tags & COMMA), default=first)
    ends = holds(words[last:closing], COORD)
    return first_verb(words, range(first, closing)) is not None and (ends or not listing)


def _inserts(words: list[Word], first: int, closing: int) -> bool:
    """Whether the words between two commas only add to what stands before them."""
    opens = words[first].tags
    if opens & OPENING and not words[first].tags & INDEFINITE and _has_clause(words, first, closing):
        return False  # "Although it rained, the mayor took the town, burned the mill and"
    if words[first].lower == "it" and closing - first < TAGGED:
        return True  # ", it turned out,"
    past = (opens & FINITE and not opens & PLURAL) or words[first].lower in words_of("pasts")  # ", led by two brothers,"
    if opens & (WH | PREP | OPENING | _PARTICIPLE | LOOSE | SUBORD) or past:
        return True
    said = any(here.forms & PAST for here in words[first:closing])
    adjective = (not opens & CAP or opens & POSSESSOR) and not any(
        is_verb(words, number) for number in range(first, closing)
    )  # ", drunk at the helm,"
    return said or adjective or all(here.tags & CAP or here.lower == "." for here in words[first:closing])


def _has_clause(words: list[Word], first: int, closing: int) -> bool:
    """Whether a verb stands between two commas that no relative pronoun leads to."""
    for number in range(first, closing):
        here = words[number]
        if here.tags & _LEADS or (here.verb is not None and _tags_what_is_said(here)):
            return False
        if here.tags & _FINITE and (here.tags & FINITE or is_verb(words, number)):
            return not holds(words[number:closing], WH)
    return False


def _tags_what_is_said(here: Word) -> bool:
    return here.tells and here.verb is not None and bool(here.verb.frames & {"tag", "bare"})


def renamed(words: list[Word], opened: int, closing: int) -> Phrase | None:
    """The name in "the landlord, Brackwell Homes, denied"."""
    named = closing - opened < LONGEST_NAME and only(words[opened + 1 : closing], CAP)
    return (opened + 1, closing) if named and opened and not words[opened - 1].tags & CAP else None


def first_name(words: list[Word], found: Phrase) -> Phrase:
    """The name in "Ana Brandt, R-Zell, who voted against, said", where `found` is the first of two insertions."""
    first = found[0]
    added = words[first].tags & ARTICLE or "-" in words[first].lower
    if first < 2 or not added or not words[first - 1].tags & COMMA or not words[first - 2].tags & CAP:
        return found
    named = phrase_ending(words, first - 2)
    return found if named[0] and words[named[0] - 1].tags & PREP else named


def before_report(words: list[Word], joining: int) -> int:
    """Where a clause ends that "and" at word `joining` is joined to: before ", the court heard,", ", a report has found, and then"."""
    comma = back(words, joining, COORD | LOOSE)
    opened = insertion(words, comma) if words[comma].tags & SET_OFF else None
    told = any(here.tells or here.lower in words_of("participles") for here in words[opened or 0 : comma])
    return opened if opened and (told or words[opened + 1].tags & RELATIVE) else joining
