"""Words between a cue and what it reports that tell when, on what occasion or how: "warned again on Tuesday, in a letter, of"."""

from framing.voice.classes.between import BREAK, COMMA, COORD, PREP, SET_OFF, SUBORD, THAT, WH
from framing.voice.classes.nouns import DET, NUMBER, OCCASION, PERIOD, SUBJECT, TIME
from framing.voice.classes.verbs import ADVERB, INGTAG
from framing.voice.dates import year
from framing.voice.grammar import finite
from framing.voice.lists import listed
from framing.voice.steps import past
from framing.voice.units import Unit

ADVERBS = ADVERB | TIME
CONNECTING = PREP | SUBORD
BEHIND_DATE = PERIOD | PREP
"""Words before which a date may begin with a word of any class: "late on Sunday", "next week"."""
OTHERS = DET | SUBJECT | WH | COORD | THAT
"""Adverbs that are something else as well: "so", "that"."""
NO_OCCASION = BREAK | PREP | THAT | WH
NAMED = 6
"""Words of "at a long and angry briefing" among which the occasion is named."""
DATED = 3
"""Words of a date behind its first: "Tuesday night"."""
LONGEST_LIST = 40
"""Words of a long aside before "that"."""
LONGEST_ASIDE = 14
"""Words between the two marks of an aside."""


def past_adverbs(unit: Unit, at: int) -> int:
    """Step over adverbs and words of time."""
    words, end = unit.words, len(unit.words)
    if at + 1 < end and words[at + 1].tags & TIME and words[at].lower in listed("words.toml", "complements", "before_day"):
        at += 1
    while at < end and words[at].tags & ADVERBS and not words[at].tags & OTHERS:
        at += 1
        if at < end and words[at - 1].tags & TIME and words[at].tags & PERIOD:
            at += 1  # "Tuesday night"
    return at


def past_circumstances(unit: Unit, at: int) -> int:
    """Step over adverbs, dates and occasions: "again on Tuesday night in a short speech", "last week"."""
    words, end = unit.words, len(unit.words)
    while at < end:
        here, following = words[at].tags, words[at + 1].tags if at + 1 < end else 0
        begin = past_adverbs(unit, at) if here & ADVERBS or following & TIME else at
        if begin == at and not (here & CONNECTING or following & BEHIND_DATE):
            break
        behind = _past_phrase(unit, begin)
        if behind <= at:
            break
        at = behind
    return at


def _past_phrase(unit: Unit, at: int) -> int:
    """Step over one date or occasion; `at` where there is none."""
    words = unit.words
    if at + 1 >= len(words):
        return at
    if words[at + 1].tags & PERIOD and words[at].lower in listed("words.toml", "complements", "before_period"):
        return at + 2
    if words[at + 1].tags & PREP and words[at].lower in listed("words.toml", "complements", "before_day"):
        at += 1  # "late on Sunday"
    if at + 1 >= len(words) or not words[at].tags & CONNECTING or words[at].lower not in listed("words.toml", "complements", "occasional"):
        return at
    day = words[at + 1].tags & NUMBER and at + 2 < len(words) and words[at + 2].tags & TIME  # "on 12 June"
    if day or words[at + 1].tags & TIME or year(words[at + 1].lower):
        return past(words, at + 2, TIME | PERIOD | NUMBER, min(len(words), at + 2 + DATED))
    return _past_occasion(unit, at)


def _past_occasion(unit: Unit, at: int) -> int:
    words = unit.words
    for number in range(at + 1, min(len(words), at + 1 + NAMED)):
        here = words[number]
        if here.tags & INGTAG and number == at + 1:
            break  # "after meeting the envoy"
        if here.tags & (OCCASION | PERIOD):
            further = (end for end in range(number + 1, len(words)) if not words[end].tags & (OCCASION | PERIOD))
            return next(further, len(words))  # "in a video message"
        if here.tags & NO_OCCASION or finite(unit, number):
            break
    return at


def past_aside(unit: Unit, at: int) -> int:
    """Step over an aside between two commas or dashes: "said - on air, as it happens - that"; `at` where none opens or closes."""
    words = unit.words
    mark = words[at].tags & SET_OFF if at < len(words) else 0
    if not mark:
        return at
    reach = range(at + 1, min(len(words) - 1, at + LONGEST_ASIDE))
    return next((number + 1 for number in reach if words[number].tags & mark), at)


def past_list(unit: Unit, at: int) -> int | None:
    """Where "that" stands behind a long aside: "concluded, after nine weeks, forty witnesses and a visit, that"; None: there is none."""
    words = unit.words
    if at + 1 >= len(words) or not words[at].tags & COMMA or not words[at + 1].tags & (PREP | SUBORD | INGTAG):
        return None
    commas = (number for number in range(at + 2, min(len(words) - 1, at + LONGEST_LIST)) if words[number].tags & COMMA)
    return next((number + 1 for number in commas if words[number + 1].tags & THAT and opens_that(unit, number + 1)), None)


def opens_that(unit: Unit, at: int) -> bool:
    """Whether the "that" at `at` opens a clause, other than in "so that" and "said that night in Zell"."""
    words = unit.words
    if words[at - 1].lower == "so":
        return False
    dated = at + 1 < len(words) and words[at + 1].tags & PERIOD
    return not (dated and (at + 2 == len(words) or words[at + 2].tags & (BREAK | PREP | DET | THAT | SUBJECT)))
