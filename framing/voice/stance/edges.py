"""Where a verb group begins, and the clause around a subject: at a relative pronoun, at "what", behind a clause that is joined to it."""

from framing.voice.classes.between import COMMA, COORD, DASH, MARK, PREP, PUNCTUATION, SEMI, STOP, SUBORD, WH
from framing.voice.classes.nouns import DETERMINER, OPENING, PRONOUN, WORD
from framing.voice.classes.verbs import AUXILIARY, BE, DO, ED, FINITE, HAVE, LOOSE, MODAL
from framing.voice.cues import PAST, Word
from framing.voice.forms import adjectival
from framing.voice.stance.insertions import before_report, insertion
from framing.voice.stance.nominal import first_verb, is_verb, nominal, phrase_ending, reports_clause
from framing.voice.stance.target_words import words_of
from framing.voice.steps import holds, past

REACH = 14
"""Words between a relative pronoun and the verb of its clause."""
GROUP = AUXILIARY | LOOSE | MARK
_GRADED = AUXILIARY | LOOSE | SUBORD


def verb_begins(words: list[Word], at: int) -> int:
    """First word of the verb group that word `at` belongs to: "had not been" before "shelled"."""
    if at > 0 and words[at].tags & BE and words[at - 1].tags & DO:
        return at  # "What they did was"
    while at > 0 and words[at - 1].tags & GROUP and not words[at - 1].tags & PRONOUN and not noun_will(words, at - 1):
        at -= 1
    if at < 2:
        return at
    before, between = words[at - 2], words[at - 1].lower
    if before.tags & AUXILIARY and between in words_of("amid"):
        return verb_begins(words, at - 1)  # "may yet prove", "is fast becoming"
    helped = at > 2 and words[at - 3].tags & AUXILIARY
    if helped and before.lower in words_of("dated") and between in words_of("moments"):
        return verb_begins(words, at - 2)  # "were last night blasted"
    if before.tags & _GRADED and between in words_of("degree"):
        return verb_begins(words, at - 1 - (before.lower == "so"))  # "would most likely flee", "have so far been"
    return at


def with_be(words: list[Word], verb: int) -> bool:
    """Whether a form of be stands in the group of the verb at word `verb`, before it: "had been shelled"."""
    return holds(words[verb_begins(words, verb) : verb], BE)


def noun_will(words: list[Word], at: int) -> bool:
    """Whether what looks like a modal verb is a noun: "that the will was forged"."""
    return at > 0 and bool(words[at].tags & MODAL and words[at - 1].tags & OPENING)


def relative_before(words: list[Word], begins: int) -> int | None:
    """The relative pronoun before the subject of the verb group at word `begins`: "which critics call"."""
    number, stop = begins - 1, begins - REACH
    while number > max(-1, stop):
        if words[number].tags & WH or (words[number].lower == "that" and number and nominal(words, number - 1)):
            return number
        opened = insertion(words, number) if words[number].tags & COMMA else None  # "a step that the union, which has nine members, calls"
        if (words[number].tags & PUNCTUATION and opened is None) or is_verb(words, number):
            return None
        number = number - 1 if opened is None else opened - 1
    return None


def within_what(words: list[Word], at: int) -> bool:
    """Whether a phrase behind word `at` closes a clause with "what": "What began as a picnic", "What happened in the stadium"."""
    for number in range(at, -1, -1):
        here = words[number]
        if here.lower in words_of("free_relatives"):
            return first_verb(words, range(number + 1, at + 1)) is not None
        ends = here.tags & (PUNCTUATION | COORD | SUBORD) and here.lower != "as"
        if ends or reports_clause(here):
            return False
    return False


def noun_before(words: list[Word], at: int) -> bool:
    """Whether "that" right before a verb stands behind a noun, not a verb of saying: "a town that fell", "a plan that would ruin us"."""
    here = words[at - 1] if at else None
    if here is None or not here.tags & WORD:
        return False
    if not (here.verb or here.noun or here.adjective):
        return True
    first, end = phrase_ending(words, at - 1) if nominal(words, at - 1) else (at, at)
    return end - first > 1 and bool(words[first].tags & OPENING)


def joined_verb(words: list[Word], at: int, verb: int) -> int | None:
    """Nearest verb of another joined clause before word `at`, to which the group that begins at word `verb` can be joined.

    In "said the dam would hold and then fled" a form behind "would" cannot.
    """
    verb, at = past(words, verb, LOOSE, len(words) - 1), before_report(words, at)
    finite = words[verb].tags & (ED | FINITE) or words[verb].forms & PAST
    passed = None
    for number in range(at - 1, -1, -1):
        here = words[number]
        if here.tags & (SEMI | STOP):
            break
        modal = next((place for place in (number, number - 1) if place >= 0 and words[place].tags & MODAL), None)
        if finite and modal is not None and not words[modal + 1].tags & (HAVE | BE):
            passed = modal if passed is None else passed
            continue
        if here.tags & (HAVE | BE) or (is_verb(words, number) and not (number and words[number - 1].tags & PREP)):
            return number
    return passed


def before_contrast(words: list[Word], end: int) -> int:
    """One past what is contrasted with what ends before word `end`: "It was the millers, not the bakers, who"."""
    first = phrase_ending(words, end - 1)[0] if end > 0 else 0
    contrasted = first > 2 and words[first - 1].lower == "not" and words[first - 2].tags & (COMMA | DASH | COORD)
    return first - 2 if contrasted else end


def in_row(words: list[Word], first: int, end: int) -> bool:
    """Read "the gullible and frightened public": a participle joined to an adjective behind its determiner, before a noun."""
    joins = first - 1
    if joins < 2 or not words[first].tags & ED or not words[joins].tags & (COMMA | COORD):
        return False
    opened = words[joins - 2].tags & DETERMINER and adjectival(words[joins - 1].lower)
    return bool(opened) and end < len(words) and nominal(words, end)
