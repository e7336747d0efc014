"""Dates between a subject and its verb: "Berg on Friday said", "the minister over the weekend said"."""

from framing.voice.classes.between import CLOSE, COMMA, PREP, RELATIVE
from framing.voice.classes.nouns import CAP, DET, NUMBER, PERIOD, PLURAL, ROLE, SUBJECT, TIME
from framing.voice.classes.verbs import TO
from framing.voice.cues import word
from framing.voice.grammar import GROUP
from framing.voice.lists import listed
from framing.voice.participles import is_past_participle
from framing.voice.units import Unit

FLOATING = DET | SUBJECT
COUNTED = CAP | PLURAL | CLOSE | SUBJECT | ROLE
"""Words behind which "both" or "all" tells how many speak."""
DATED = NUMBER | PERIOD | PLURAL | TIME
"""Words that may end a date: "on 12 June", "last week", "for days"."""


def year(lower: str) -> bool:
    """Whether a word is a year of the last or this century."""
    return len(lower) == 4 and lower.isdigit() and lower[:2] in ("19", "20")


def before_time(unit: Unit, last: int) -> int:
    """Step back over "on Friday", "both" and the like between a subject and its verb."""
    words = unit.words
    if last > 0 and words[last].tags & FLOATING and words[last].lower in listed("words.toml", "use", "floating"):
        last -= bool(words[last - 1].tags & COUNTED)
    return _before_date(unit, last) if words[last].tags & DATED else last


def _before_date(unit: Unit, last: int) -> int:
    """Step back over a date that ends at `last`; `last` where none does."""
    words = unit.words
    if last > 2 and words[last - 1].lower == "in" and year(words[last].lower):
        return last - 2
    if last > 2 and words[last].tags & PERIOD and words[last - 1].lower in listed("words.toml", "complements", "before_period"):
        return before_time(unit, last - 2)  # "the minister last week said"
    if last > 1 and word(words[last].lower.removesuffix("s")).tags & PERIOD:
        lasting = last - 1 - (words[last - 1].lower == "the")
        if lasting > 0 and words[lasting].lower in listed("words.toml", "complements", "lasting") and words[lasting - 1].tags & COUNTED:
            return lasting - 1  # "the minister over the weekend said", "Narvia for days has said"
    if words[last].tags & TIME and last > 0:
        before = last - 1
        if words[before].lower in listed("words.toml", "reference", "before_day"):
            return before - 1 if before > 0 else last
        if words[before].tags & (CAP | CLOSE | SUBJECT | ROLE | COMMA | RELATIVE) and not words[before].tags & (PREP | DET):
            return before
        told = before > 1 and is_past_participle(unit, before) and not words[before - 1].tags & (GROUP | TO)
        last -= 2 * told  # "a summary released Monday said"
    return last
