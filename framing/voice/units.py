"""Units of analysis: a sentence with every quotation in it folded into one word.

A quotation of several sentences belongs to the sentence around its marks, so sentence ends inside marks end no unit.
"""

import re
from typing import NamedTuple

from framing.text import TOKEN
from framing.voice.cues import TAG, Word, word
from framing.voice.naming import named
from framing.voice.quotations import Quotation

# Words joined by hyphens are one word here, and a run of dots or dashes one mark; denominators never come from here.
PIECE = re.compile(rf"{TOKEN.pattern}(?:-{TOKEN.pattern})*|\.\.+|--+|[^\w\s]")
QUOTED = Word('"', TAG["quotation"], None, 0, None, None)


class Unit(NamedTuple):
    """Words and marks of one sentence, with their places in the text."""

    words: list[Word]
    starts: list[int]
    ends: list[int]
    quotes: dict[int, Quotation]
    start: int
    end: int
    heading: bool


def units(text: str, cut: list[tuple[int, int]], marks: list[Quotation], *, title: bool) -> list[Unit]:
    """Fold quotations and cut `text` into units; `cut` are its sentences, `marks` its quotations."""
    found: list[Unit] = []
    first = 0
    for start, end in _joined(cut, marks):
        while first < len(marks) and marks[first].end <= start:
            first += 1
        last = first
        while last < len(marks) and marks[last].start < end:
            last += 1
        found.append(_unit(text, start, end, marks[first:last], title))
    return found


def _joined(cut: list[tuple[int, int]], marks: list[Quotation]) -> list[tuple[int, int]]:
    """Sentences, merged where a quotation runs across their border."""
    joined: list[tuple[int, int]] = []
    following = 0
    for start, end in cut:
        while following < len(marks) and marks[following].end <= start:
            following += 1
        if joined and following < len(marks) and marks[following].start < start:
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return joined


def _unit(text: str, start: int, end: int, marks: list[Quotation], title: bool) -> Unit:
    words: list[Word] = []
    starts: list[int] = []
    ends: list[int] = []
    quotes: dict[int, Quotation] = {}
    at = start
    for mark in [*(mark for mark in marks if not named(text, mark)), None]:
        for piece in PIECE.finditer(text, at, mark.start if mark else end):
            surface = piece[0]
            if surface == ".":  # ends an abbreviation, or the unit, which ends anyway
                continue
            words.append(word(surface))
            starts.append(piece.start())
            ends.append(piece.end())
        if mark:
            quotes[len(words)] = mark
            words.append(QUOTED)
            starts.append(max(mark.start, start))
            ends.append(min(mark.end, end))
            at = mark.end
    heading = title or (len(words) < 25 and text[start:end].rstrip()[-1:].isalnum())
    return Unit(words, starts, ends, quotes, start, end, heading)
