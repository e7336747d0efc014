"""Units of analysis: a sentence with every quotation in it folded into one word.

A quotation of several sentences belongs to the sentence around its marks, so sentence ends inside marks end no unit.
"""

import re
from itertools import accumulate
from typing import NamedTuple

from framing.text import TOKEN
from framing.voice.cues import TAG, Cue, Word, speaking, word
from framing.voice.quotations import Quotation

# Words joined by hyphens are one word here, and a run of dots or dashes one mark; denominators never come from here.
_LONGER = rf"\d\d*(?:[.,:]\d+)*%|\d\d*(?:[:,]\d+)+|{TOKEN.pattern}(?:-{TOKEN.pattern})*|\.\.+|--+"
PIECE = re.compile(rf"{_LONGER}|[^\w\s]")
# To split by, without the full stop that ends an abbreviation, or the unit, which ends anyway. Most pieces are plain words
# before a space or a comma: they are tried first.
# Marks are folded before: an apostrophe behind an s is a genitive, and part of its word.
SPLIT = re.compile(rf"([a-zA-Z][a-zA-Z]*+(?=[ ,])|[a-zA-Z]+s['\u2019](?=\s)|{_LONGER}|[^\w\s.])")
DASHES = frozenset("\u2012\u2013\u2014\u2015-")
CAPITAL = TAG["capital"]
LONGEST_TAG = 70
LONGEST_HEADLINE = 25
LONGEST_UNIT = 150
# A quotation as one word: whether its marks hold the comma behind them, as American style prints it, and whether it goes on in
# the middle of a sentence, as a small letter tells.
QUOTED = {
    (paused, small): Word('"', TAG["quotation"] | paused * TAG["pause"] | small * TAG["small"], None, 0, None, None)
    for paused in (False, True)
    for small in (False, True)
}

Phrase = tuple[int, int]
"""Numbers of the first word of a stretch and of the word behind it."""


class Unit(NamedTuple):
    """Words and marks of one sentence, with their places in the text."""

    words: list[Word]
    starts: list[int]
    ends: list[int]
    quotes: dict[int, Quotation]
    start: int
    end: int
    heading: bool


class Report(NamedTuple):
    """Who reports, by which cue, which words."""

    content: list[Phrase]
    source: Phrase | None
    cue: Phrase
    entry: Cue
    rule: str
    printed: Phrase | None = None
    """The relative pronoun that stands for the source: "Berg, who said"."""


def units(text: str, cut: list[tuple[int, int]], marks: list[Quotation], *, title: bool) -> list[Unit]:
    """Fold quotations and cut `text` into units; `cut` are its sentences, `marks` its quotations."""
    found: list[Unit] = []
    first = 0
    for start, end in _joined(text, cut, marks):
        while first < len(marks) and marks[first].end <= start:
            first += 1
        last = first
        while last < len(marks) and marks[last].start < end:
            last += 1
        found += _pieces(_unit(text, start, end, marks[first:last], title))
    return found


def _pieces(unit: Unit) -> list[Unit]:
    """The unit, or, where a sentence is so long that it is none, stretches of it: reading stays linear in the text."""
    if len(unit.words) <= LONGEST_UNIT:
        return [unit]
    found = []
    for first in range(0, len(unit.words), LONGEST_UNIT):
        last = min(first + LONGEST_UNIT, len(unit.words))
        quotes = {number - first: unit.quotes[number] for number in range(first, last) if number in unit.quotes}
        start = unit.start if first == 0 else unit.starts[first]
        end = unit.end if last == len(unit.words) else unit.starts[last]
        found.append(Unit(unit.words[first:last], unit.starts[first:last], unit.ends[first:last], quotes, start, end, unit.heading))
    return found


def _joined(text: str, cut: list[tuple[int, int]], marks: list[Quotation]) -> list[tuple[int, int]]:
    """Sentences, merged where a quotation runs across their border, or asks or exclaims before its tag."""
    joined: list[tuple[int, int]] = []
    following = 0
    for start, end in cut:
        while following < len(marks) and marks[following].end <= start:
            following += 1
        runs_on = following < len(marks) and marks[following].start < start
        before = marks[following - 1] if following else None
        if joined and (runs_on or (before and before.start >= joined[-1][0] and _tag(text, before, start, end))):
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return joined


def _headline(words: list[Word], last: str) -> bool:
    """Whether a sentence is a headline: short without a full stop, or with a capital on nearly every word."""
    if len(words) < LONGEST_HEADLINE and last.isalnum():
        return True
    small = long = 0
    for here in words:
        if len(here.lower) > 3:
            long += 1
            small += not here.tags & CAPITAL
            if 5 * small > len(words):
                return False
    return long >= 4 and long - small >= 0.8 * long


def _tag(text: str, mark: Quotation, start: int, end: int) -> bool:
    """Whether the sentence at `start` is a signature, or the tag of a question in marks: "Is it?" Berg asked."""
    if text[start] in DASHES and not text[mark.end : start].strip() and "\n" not in text[mark.end : start]:
        return True
    if mark.end < 2 or text[mark.end - 2] not in "?!" or text[mark.end : start].strip() or "\n" in text[mark.end : start]:
        return False
    said = text[start : min(end, start + LONGEST_TAG)].split()
    for number, surface in enumerate(said[:6]):
        if number and speaking([surface.strip('.,:\u201c"')]):
            return surface[-1] in ".,:" or end - start < LONGEST_TAG
    return False


def _unit(text: str, start: int, end: int, marks: list[Quotation], title: bool) -> Unit:
    words: list[Word] = []
    starts: list[int] = []
    ends: list[int] = []
    quotes: dict[int, Quotation] = {}
    at = start
    for mark in [*marks, None]:
        parts = SPLIT.split(text[at : mark.start if mark else end])  # gaps and pieces by turns
        places = list(accumulate(map(len, parts), initial=at))
        words += map(word, parts[1::2])
        starts += places[1:-1:2]
        ends += places[2::2]
        if mark:
            quotes[len(words)] = mark
            words.append(QUOTED[text[mark.end - 2 : mark.end - 1] == ",", text[mark.start + 1 : mark.start + 2].islower()])
            starts.append(max(mark.start, start))
            ends.append(min(mark.end, end))
            at = mark.end
    heading = title or _headline(words, text[start:end].rstrip()[-1:])
    return Unit(words, starts, ends, quotes, start, end, heading)
