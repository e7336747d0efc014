r"""Quotation marks to spans.

Every mark is read as opening, closing or neither from its shape and from the characters beside it, and marks are paired within
their paragraph only: a mark that was lost in print or in scraping changes nothing beyond its paragraph, save that a quotation left
open runs on when the next paragraph opens with a mark again, as print has it.
"""

import functools
import re
from collections.abc import Iterator
from typing import NamedTuple

from framing.voice.marks.lost_marks import SENTENCE_END, closing, opening

# Two single marks side by side are a double one, as old wire systems send it; a backtick alone is no mark, nor is an apostrophe
# between letters. A pattern that begins with a plain set of characters is found twice as fast.
_TWICE = "(?<=')'|(?<=\u2018)\u2018|(?<=\u2019)\u2019|(?<=`)`|(?<!`)"
_APOSTROPHE = "(?<=[^\\W_]['\u2018\u2019\u201a\u201b])(?=[^\\W_])"
MARK = re.compile(f"[\"\u201c\u201d\u201e\u201f\u00ab\u00bb\u2039\u203a'\u2018\u2019\u201a\u201b`](?!{_APOSTROPHE})(?:{_TWICE})")
SINGLE = frozenset("'\u2018\u2019\u201a\u201b")
# Where a mark stands decides what it does; its shape only settles what its place leaves open.
LEFT_SHAPED = frozenset(["\u201c", "\u201e", "\u00ab", "\u2039", "\u2018", "\u201a", "\u2018\u2018", "``"])
RIGHT_SHAPED = frozenset(["\u201d", "\u00bb", "\u203a", "\u2019\u2019"])
GUILLEMETS = frozenset("\u00ab\u00bb")
BEFORE_OPENING = frozenset("([{-\u2013\u2014\u2015/:\u2026=|*")
AFTER_CLOSING = frozenset(")]},.;:!?-\u2013\u2014\u2015/\u2026|*")
# Words that begin with an apostrophe.
CLIPPED = re.compile(r"(?:\d0s\b|\d\d\b|em\b|til\b|tis\b|twas\b|cause\b|bout\b|round\b|n\b)", re.IGNORECASE)

# What a reading of the marks of a paragraph costs. A mark may be lost in print more easily than stand in the wrong place, but
# two lost ones are less likely than one in a wrong place; shape is weaker evidence than place, for old systems print one shape only.
LOST, PLACE, SHAPE, NESTED, INCH = 1.0, 1.5, 0.75, 0.5, 0.6
DEEPEST = 2
UNCLOSED = (0.0, 0.9, 1.9)
"""Cost of none, one or two quotations left open at the end of a paragraph; one is common: the next paragraph goes on."""


class _Reading(NamedTuple):
    """The marks read so far: what that costs, the reading one mark before, the role of the last mark."""

    cost: float
    before: "_Reading | None"
    role: str


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
    role: str
    """The role that neither its place nor its shape contradicts, where it has one only."""


def quotations(text: str) -> list[Quotation]:
    r"""Offsets of everything in quotation marks, outermost marks only, in order and without overlap.

    Examples
    --------
    >>> text = "The '90s 'boom' was \"over,\" he said."
    >>> [text[found.start : found.end] for found in quotations(text)]
    ["'boom'", '"over,"']
    """
    found: list[Quotation] = []
    for start, end, inside in _paragraphs(text):
        marks = _without_separators(text, inside)
        pairs = _paired(text, marks, start, end) if marks else []
        if found and pairs and not found[-1].closed and not text[found[-1].end : pairs[0].start].strip():
            pairs[0] = pairs[0]._replace(resumed=True)
        found += pairs
    return found


def _paragraphs(text: str) -> Iterator[tuple[int, int, list[Mark]]]:
    """Paragraphs with marks in them: where each begins and ends, and its marks."""
    start, end = 0, -1
    inside: list[Mark] = []
    for match in MARK.finditer(text):
        if match.start() >= end:
            if inside:
                yield start, end, inside
            start, end = text.rfind("\n", max(0, end), match.start()) + 1, text.find("\n", match.start())
            end, inside = end if end >= 0 else len(text), []
        inside.append(_mark(text, *match.span()))
    if inside:
        yield start, end, inside


def _without_separators(text: str, marks: list[Mark]) -> list[Mark]:
    """Marks without guillemets of one direction only that stand between spaces: "Raid on port « World | Morning Wire"."""
    guillemets = {text[mark.start] for mark in marks if mark.shape} & GUILLEMETS
    if len(guillemets) != 1:
        return marks
    return [mark for mark in marks if not (text[mark.start] in guillemets and mark.before.isspace() and mark.after.isspace())]


def _mark(text: str, start: int, end: int) -> Mark:
    return Mark(start, end, *_read(text[start - 1 : start], text[start:end], text[end : end + 1]))


@functools.lru_cache(maxsize=1 << 10)
def _read(before: str, shape: str, after: str) -> tuple[bool, bool, bool, str, str, str, str]:
    """What a mark of this shape may do between two characters, none at the edge of a text: the fields of `Mark` but its place."""
    before, after = (beside if beside.strip("\n") else " " for beside in (before, after))
    single = shape in SINGLE
    opens = (before.isspace() or before in BEFORE_OPENING or (not single and before in SINGLE)) and not after.isspace()
    closes = not before.isspace() and not after.isalnum()
    side = "left" if shape in LEFT_SHAPED else "right" if shape in RIGHT_SHAPED else ""
    role = "" if opens == closes else "open" if opens and side != "right" else "close" if closes and side != "left" else ""
    return single, opens, closes, side, before, after, role


def _paired(text: str, marks: list[Mark], start: int, end: int) -> list[Quotation]:
    """Quotations of the paragraph from `start` to `end`: those in double marks and those in single ones, outermost only."""
    found: list[Quotation] = []
    double = [mark for mark in marks if not mark.single]
    doubles = _doubles(text, double, start, end) if double else []
    if len(double) == len(marks):
        return doubles
    for quotation in sorted(doubles + _singles(text, marks)):
        if not found or quotation.start >= found[-1].end:
            found.append(quotation)
    return found


def _singles(text: str, marks: list[Mark]) -> list[Quotation]:
    closers = _closers(marks)
    opening = ((mark, closer) for mark, closer in zip(marks, closers, strict=True) if mark.single and closer and _opens_single(text, mark))
    return [Quotation(mark.start, closer.end, single=True) for mark, closer in opening]


def _doubles(text: str, marks: list[Mark], start: int, end: int) -> list[Quotation]:
    """Quotations in double marks: every second mark closes the one before, unless one may do something else."""
    if [mark.role for mark in marks] == ["open", "close"] * (len(marks) // 2):
        return [Quotation(mark.start, closer.end) for mark, closer in zip(marks[::2], marks[1::2], strict=True)]
    return _weighed(text, marks, start, end)


def _weighed(text: str, marks: list[Mark], start: int, end: int) -> list[Quotation]:
    """Quotations in double marks, by the role each mark has in the cheapest reading of the paragraph."""
    found: list[Quotation] = []
    opened: list[Mark] = []
    free = start
    for mark, role in zip(marks, _roles(marks), strict=True):
        if role == "again":
            lost = opened.pop()
            if not opened:
                found.append(_without_closer(text, lost.start, mark.start, end))
        if role in ("open", "again"):
            opened.append(mark)
        elif role == "close":
            first = opened.pop()
            if not opened:
                found.append(Quotation(first.start, mark.end))
        elif role == "stray":
            found += _without_opener(text, free, mark)
        if not opened:
            free = mark.end
    if opened:
        found.append(_without_closer(text, opened[0].start, end, end))
    return found


def _roles(marks: list[Mark]) -> list[str]:
    """What each double mark does: the roles that together contradict place and shape least and leave least unpaired.

    A walk over the marks that keeps, for no, one and two quotations open, the cheapest reading so far.
    """
    readings: list[_Reading | None] = [_Reading(0.0, None, ""), None, None]
    for mark in marks:
        following: list[_Reading | None] = [None, None, None]
        for depth, reading in enumerate(readings):
            if reading is None:
                continue
            for role, to, cost in _moves(mark, depth):
                best = following[to]
                if best is None or reading.cost + cost < best.cost:
                    following[to] = _Reading(reading.cost + cost, reading, role)
        readings = following
    ends = [(reading.cost + cost, depth) for depth, (reading, cost) in enumerate(zip(readings, UNCLOSED, strict=True)) if reading]
    roles: list[str] = []
    at = readings[min(ends)[1]]
    while at and at.before:
        roles.append(at.role)
        at = at.before
    return roles[::-1]


def _moves(mark: Mark, depth: int) -> Iterator[tuple[str, int, float]]:
    """Roles a mark may have inside `depth` quotations: the role, how many are open behind it, what it costs."""
    opening = PLACE * (mark.closes and not mark.opens) + SHAPE * (mark.shape == "right")
    closing = PLACE * (mark.opens and not mark.closes) + SHAPE * (mark.shape == "left")
    if depth:
        yield "close", depth - 1, closing
        yield "again", depth, opening + LOST
    else:
        yield "stray", 0, closing + LOST
    if depth < DEEPEST:
        yield "open", depth + 1, opening + NESTED * depth
    if mark.before.isdigit() and not mark.shape:
        yield "inch", depth, INCH * depth


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
    """A quotation whose closing mark is lost ends where its words tell, or at the sentence when another follows, or runs on."""
    told = closing(text, start, limit)
    if told is not None:
        return Quotation(start, told)
    if limit == end:
        return Quotation(start, end, closed=False)
    sentence = SENTENCE_END.search(text, start, limit)
    return Quotation(start, sentence.start() + 1 if sentence else limit)


def _without_opener(text: str, free: int, mark: Mark) -> list[Quotation]:
    """A quotation whose opening mark is lost: it began behind "X said,", or where the paragraph or the last tag left off."""
    start = opening(text, free, mark.start)
    if start is None:
        return []
    while start < mark.start and text[start].isspace():
        start += 1
    return [Quotation(start, mark.end)] if start < mark.start else []
