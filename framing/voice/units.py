"""Units of analysis: a sentence with every quotation in it folded into one word.

A quotation of several sentences belongs to the sentence around its marks, so sentence ends inside marks end no unit.
"""

import re
from bisect import bisect_left
from dataclasses import dataclass, replace
from itertools import accumulate
from typing import NamedTuple

from framing.text import TOKEN
from framing.voice.classes.between import CLOSE, OPEN, QUOTE
from framing.voice.classes.nouns import CAP, NUMBER
from framing.voice.cues import TAG, Cue, Word, speaking, word
from framing.voice.lists import listed
from framing.voice.lookalikes import told
from framing.voice.marks import Quotation
from framing.voice.steps import first_of, only

# Words joined by hyphens are one word here, and a run of dots or dashes one mark; denominators never come from here.
_LONGER = rf"\d\d*(?:[.,:]\d+)*%|\d\d*(?:[:,]\d+)+|{TOKEN.pattern}(?:-{TOKEN.pattern})*|\.\.+|--+"
PIECE = re.compile(rf"{_LONGER}|[^\w\s]")
# To split by, without the full stop that ends an abbreviation, or the unit, which ends anyway. White space is passed over at
# once, and most pieces are plain words before a space or a comma: they are tried first.
# Marks are folded before: an apostrophe behind an s is a genitive, and part of its word.
# "Who's" is two words, as "who is" and "who has" are.
_CLIPPED = r"['\u2019](?:s|d|ll|ve|re|m)\b"
_BEFORE = ("who", "he", "she", "it", "they", "we", "I", "you", "that", "there")
_HALVES = "|".join([f"(?:{'|'.join(_BEFORE)})(?={_CLIPPED})", *(rf"(?<=\b{surface}){_CLIPPED}" for surface in _BEFORE)])
_IN_TWO = rf"(?=[a-zA-Z]{{0,5}}['\u2019])(?i:{_HALVES})"
SPLIT = re.compile(rf"((?=\S)(?:[a-zA-Z]++(?=[ ,])|[a-zA-Z]+s['\u2019](?=\s)|{_IN_TWO}|{_LONGER}|[^\w\s.]))")
# White space and marks behind the last character of a sentence that tells what sentence it is.
CLOSING = " \t\n\r\u00a0\"'\u2019\u201d\u00bb"
DASHES = frozenset("\u2012\u2013\u2014\u2015-")
LONGEST_TAG = 70
LONGEST_HEADLINE = 25
LONGEST_UNIT = 150
SITES = frozenset("\u00ab\u00bb")
"""What stands between a headline and the section of its page, where it is no quotation mark."""
FOLDED, UNKNOWN = "\ue000", "\ue001"
"""What stands for a quotation while a text is cut into words; and for that character, should a text have it."""
# A quotation as one word: whether its marks hold the comma behind them, as American style prints it, and whether it goes on in
# the middle of a sentence, as a small letter tells.
QUOTED = {
    (paused, small): Word('"', QUOTE | paused * TAG["pause"] | small * TAG["small"], "")
    for paused in (False, True)
    for small in (False, True)
}

Phrase = tuple[int, int]
"""Numbers of the first word of a stretch and of the word behind it."""


@dataclass(slots=True, eq=False)
class Unit:
    """Words and marks of one sentence, with their places in the text."""

    words: list[Word]
    starts: list[int]
    ends: list[int]
    quotes: dict[int, Quotation]
    start: int
    end: int
    ending: str
    """The last character, white space aside."""
    _heading: bool | None = None

    @property
    def heading(self) -> bool:
        """Whether it is a headline: in the title, or by its looks; found when first asked for."""
        if self._heading is None:
            self._heading = _headline(self.words, self.ending)
        return self._heading


class Report(NamedTuple):
    """Who reports, by which cue, which words."""

    content: list[Phrase]
    source: Phrase | None
    cue: Phrase
    entry: Cue
    rule: str
    printed: Phrase | None = None
    """The relative pronoun that stands for the source: "Berg, who said"."""


class Complement(NamedTuple):
    """What a cue reports: the frame of the cue that fits, and the words it covers."""

    frame: str
    start: int
    end: int


def units(text: str, cut: list[tuple[int, int]], marks: list[Quotation], *, title: bool) -> list[Unit]:
    """Fold quotations and cut `text` into units; `cut` are its sentences, `marks` its quotations."""
    words, starts, ends, numbers = _words(text, marks)
    found: list[Unit] = []
    first = following = 0
    for start, end in _joined(text, cut, marks):
        last = bisect_left(starts, end, first)
        quotes = {}
        while following < len(marks) and marks[following].start < end:
            quotes[numbers[following] - first] = marks[following]
            following += 1
        ending = text[start:end].rstrip(CLOSING)[-1:]
        unit = Unit(words[first:last], starts[first:last], ends[first:last], quotes, start, end, ending, title or None)
        found += [unit] if last - first <= LONGEST_UNIT else _pieces(unit)
        first = last
    return list(map(_without_site, found)) if title else found


def _without_site(unit: Unit) -> Unit:
    """A headline without what its page prints behind it: "Raid on port (18.04.22) « World | Morning Wire"."""
    words = unit.words
    end = next((at for at in range(1, len(words)) if words[at].lower in SITES or (words[at].lower == "|" and 2 * at > len(words))), None)
    if end is None:
        return unit
    opened = first_of(words, range(end - 1, 0, -1), OPEN, end) if words[end - 1].tags & CLOSE else end
    dated = only(words[opened + 1 : end - 1], NUMBER)
    end = opened if dated else end
    quotes = {number: quote for number, quote in unit.quotes.items() if number < end}
    return replace(unit, words=words[:end], starts=unit.starts[:end], ends=unit.ends[:end], quotes=quotes)


def _words(text: str, marks: list[Quotation]) -> tuple[list[Word], list[int], list[int], list[int]]:
    """Words of a text with every quotation folded into one, where they start and end, and the numbers of the quotations."""
    gaps = zip([0, *(mark.end for mark in marks)], [*(mark.start for mark in marks), len(text)], strict=True)
    folded = FOLDED.join(text[start:end].replace(FOLDED, UNKNOWN) for start, end in gaps)
    parts = SPLIT.split(folded)  # gaps and pieces by turns
    pieces = parts[1::2]
    words = list(map(word, pieces))
    lengths = list(map(len, parts))
    numbers: list[int] = []
    for mark in marks:
        at = pieces.index(FOLDED, numbers[-1] + 1 if numbers else 0)
        numbers.append(at)
        words[at] = QUOTED[text[mark.end - 2 : mark.end - 1] == ",", text[mark.start + 1 : mark.start + 2].islower()]
        lengths[2 * at + 1] = mark.end - mark.start
    for at in [at for at, here in enumerate(words) if here.lookalike]:
        opens = at == 0 or "\n" in parts[2 * at] or not (parts[2 * at].isspace() or _title(pieces[at - 1].lower()))
        words[at] = told(words, at, opens=opens)
    places = list(accumulate(lengths, initial=0))
    return words, places[1:-1:2], places[2::2], numbers


def _title(lower: str) -> bool:
    """Whether a word before a full stop is a title, so that the next word opens no sentence: "Mr. Long"."""
    return any(lower in listed("people.toml", "titles", kind) for kind in ("any", "male", "female"))


def _pieces(unit: Unit) -> list[Unit]:
    """Stretches of a sentence that is so long that it is none: reading stays linear in the text."""
    found = []
    for first in range(0, len(unit.words), LONGEST_UNIT):
        last = min(first + LONGEST_UNIT, len(unit.words))
        quotes = {number - first: unit.quotes[number] for number in range(first, last) if number in unit.quotes}
        start = unit.start if first == 0 else unit.starts[first]
        end = unit.end if last == len(unit.words) else unit.starts[last]
        pieces = (unit.words[first:last], unit.starts[first:last], unit.ends[first:last])
        ending = unit.ending if last == len(unit.words) else unit.words[last - 1].lower[-1:]
        found.append(Unit(*pieces, quotes, start, end, ending, unit.heading))
    return found


def _joined(text: str, cut: list[tuple[int, int]], marks: list[Quotation]) -> list[tuple[int, int]]:
    """Sentences, merged where a quotation runs across their border, or asks or exclaims before its tag.

    A mark printed right behind a sentence that opens the next one belongs to the next: The dam fell.“ We ran,” Berg said.
    """
    joined: list[tuple[int, int]] = []
    following = 0
    for start, end in cut:
        while following < len(marks) and marks[following].end <= start:
            following += 1
        runs_on = following < len(marks) and marks[following].start < start
        before = marks[following - 1] if following else None
        if runs_on and not text[marks[following].start + 1 : start].strip():
            joined[-1:] = [(joined[-1][0], marks[following].start), (marks[following].start, end)]
        elif joined and (runs_on or (before and before.start >= joined[-1][0] and _tag(text, before, start, end))):
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return joined


def _headline(words: list[Word], last: str) -> bool:
    """Whether a sentence is a headline: short without a full stop, or with a capital on nearly every word."""
    if len(words) < LONGEST_HEADLINE and last.isalnum():
        return True
    small = capital = 0
    most = len(words) // 5
    for here in words:
        if len(here.lower) < 4:
            continue
        if here.tags & CAP:
            capital += 1
        elif small == most:
            return False
        else:
            small += 1
    return capital + small >= 4 and capital >= 4 * small


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


def place(unit: Unit, phrase: Phrase | None) -> tuple[int, int] | None:
    """Offsets of a phrase in the text."""
    return (unit.starts[phrase[0]], unit.ends[phrase[1] - 1]) if phrase else None
