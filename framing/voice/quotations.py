r"""Quotation marks to spans.

Every mark is read as opening, closing or neither from its shape and from the characters beside it, and marks are paired within
their paragraph only: a mark that was lost in print or in scraping changes nothing beyond its paragraph, save that a quotation left
open runs on when the next paragraph opens with a mark again, as print has it.
"""

import re
from typing import NamedTuple

from framing.voice.cues import speaking

# Two single marks side by side are a double one, as old wire systems send it.
MARK = re.compile("''|\u2018\u2018|\u2019\u2019|``|[\"\u201c\u201d\u201e\u201f\u00ab\u00bb\u2039\u203a'\u2018\u2019\u201a\u201b]")
SINGLE = frozenset("'\u2018\u2019\u201a\u201b")
# Where a mark stands decides what it does; its shape only settles what its place leaves open.
LEFT_SHAPED = frozenset(["\u201c", "\u201e", "\u00ab", "\u2039", "\u2018", "\u201a", "\u2018\u2018", "``"])
RIGHT_SHAPED = frozenset(["\u201d", "\u00bb", "\u203a", "\u2019\u2019"])
BEFORE_OPENING = frozenset("([{-\u2013\u2014\u2015/:\u2026=|*")
AFTER_CLOSING = frozenset(")]},.;:!?-\u2013\u2014\u2015/\u2026|*")
# Words that begin with an apostrophe.
CLIPPED = re.compile(r"(?:\d0s\b|\d\d\b|em\b|til\b|tis\b|twas\b|cause\b|bout\b|round\b|n\b)", re.IGNORECASE)
PARAGRAPH = re.compile(r"[^\n]+")
SENTENCE_END = re.compile(r"[.?!\u2026]\s+")
LONGEST_TAG = 60
"""Characters in which ", the foreign minister said" must fit for the comma to end a quotation whose closing mark is lost."""


class Quotation(NamedTuple):
    """One stretch in quotation marks, the marks included."""

    start: int
    end: int
    single: bool = False
    closed: bool = True
    """False: no closing mark stands in its paragraph."""
    resumed: bool = False
    """It opens the paragraph after one whose quotation was left open: the same speaker goes on."""


class Mark(NamedTuple):
    """One printed mark: its place, what it may do by its neighbours, and what its shape says."""

    start: int
    end: int
    single: bool
    opens: bool
    closes: bool
    shape: str
    before: str
    after: str


def quotations(text: str) -> list[Quotation]:
    r"""Offsets of everything in quotation marks, outermost marks only, in order and without overlap.

    Examples
    --------
    >>> text = "The '90s 'boom' was \"over,\" he said."
    >>> [text[found.start : found.end] for found in quotations(text)]
    ["'boom'", '"over,"']
    """
    found: list[Quotation] = []
    left_open = False
    for paragraph in PARAGRAPH.finditer(text):
        start, end = paragraph.span()
        marks = [_mark(text, *match.span(), start, end) for match in MARK.finditer(text, start, end)]
        pairs = _paired(text, marks, start, end) if marks else []
        if left_open and pairs and not text[start : pairs[0].start].strip():
            pairs[0] = pairs[0]._replace(resumed=True)
        found += pairs
        left_open = bool(pairs and not pairs[-1].closed) or (left_open and text[start:end].isspace())
    return found


def _mark(text: str, start: int, end: int, first: int, last: int) -> Mark:
    before = text[start - 1] if start > first else " "
    after = text[end] if end < last else " "
    shape = text[start:end]
    single = end - start == 1 and shape in SINGLE
    opens = (before.isspace() or before in BEFORE_OPENING or (not single and before in SINGLE)) and not after.isspace()
    closes = not before.isspace() and not after.isalnum()
    return Mark(start, end, single, opens, closes, _shaped(shape), before, after)


def _shaped(shape: str) -> str:
    return "left" if shape in LEFT_SHAPED else "right" if shape in RIGHT_SHAPED else ""


def _paired(text: str, marks: list[Mark], start: int, end: int) -> list[Quotation]:
    """Quotations of the paragraph from `start` to `end`: one walk over its marks."""
    found: list[Quotation] = []
    closers = _closers(marks)
    opened: Mark | None = None
    free = start
    for number, mark in enumerate(marks):
        if mark.start < free:
            continue
        if mark.single:
            closer = closers[number] if opened is None and _opens_single(text, mark) else None
            if closer is not None:
                found.append(Quotation(mark.start, closer.end, single=True))
                free = closer.end
            continue
        role = _role(mark, opened is not None)
        if role == "open":
            if opened:
                found.append(_without_closer(text, opened.start, mark.start, end))
            opened = mark
        elif role == "close" and opened:
            found.append(Quotation(opened.start, mark.end))
            free, opened = mark.end, None
        elif role == "close":
            found += _without_opener(text, free, mark)
            free = mark.end
    if opened:
        found.append(_without_closer(text, opened.start, end, end))
    return found


def _role(mark: Mark, inside: bool) -> str:
    """Whether a double mark opens, closes, or is an inch mark."""
    if not inside and not mark.shape and mark.before.isdigit():
        return "inch"
    if mark.opens != mark.closes and mark.shape != ("right" if mark.opens else "left"):
        return "open" if mark.opens else "close"
    if inside:
        return "close"
    return "close" if mark.shape == "right" and not mark.opens else "open"


def _opens_single(text: str, mark: Mark) -> bool:
    return mark.opens and mark.after not in AFTER_CLOSING - {"\u2026"} and not CLIPPED.match(text, mark.end)


def _closers(marks: list[Mark]) -> list[Mark | None]:
    """For every mark, the single mark that would close it if it opened: a mark after a plural s may be a possessive."""
    strong: Mark | None = None
    weak: Mark | None = None
    found: list[Mark | None] = []
    for mark in reversed(marks):
        found.append(strong or weak)
        if mark.single and mark.closes:
            if mark.before in "sS" and mark.after == " ":
                weak = mark
            else:
                strong = mark
        elif mark.single and mark.opens:
            strong = weak = None
    return found[::-1]


def _without_closer(text: str, start: int, limit: int, end: int) -> Quotation:
    """A quotation whose closing mark is lost ends before ", X said", or at the sentence when another follows, or runs on."""
    for comma in re.finditer(r"[,?!]\s", text[start:limit]):
        tag = text[start + comma.end() : min(limit, start + comma.end() + LONGEST_TAG)]
        if speaking(re.split(r"[.,;:]", tag, maxsplit=1)[0].split()[:6]):
            return Quotation(start, start + comma.start() + 1)
    if limit == end:
        return Quotation(start, end, closed=False)
    sentence = SENTENCE_END.search(text, start, limit)
    return Quotation(start, sentence.start() + 1 if sentence else limit)


def _without_opener(text: str, free: int, mark: Mark) -> list[Quotation]:
    """A quotation whose opening mark is lost: it began behind "X said,", or where the paragraph or the last tag left off."""
    if mark.before.isalnum():
        return []
    start = free
    for tag in re.finditer(r"(\w+)[,:]\s+(?=[A-Z])", text[free : mark.start]):
        if speaking([tag[1]]):
            start = free + tag.end()
    if start == free and free and text[free - 1] != "\n":
        sentence = SENTENCE_END.search(text, free, mark.start)
        start = sentence.end() if sentence else free
    while start < mark.start and text[start].isspace():
        start += 1
    return [Quotation(start, mark.end)] if start < mark.start else []
