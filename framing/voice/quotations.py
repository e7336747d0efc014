"""Quotation marks to spans.

Every mark is read as opening, closing or neither from its shape and from the characters beside it, and marks are paired within
their paragraph only: a mark that was lost in print or in scraping changes nothing beyond its paragraph, save that a quotation left
open runs on when the next paragraph opens with a mark again, as print has it.
"""

import bisect
import re
from typing import NamedTuple

MARK = re.compile("[\"\u201c\u201d\u201e\u201f\u00ab\u00bb\u2039\u203a'\u2018\u2019\u201a\u201b]")
DOUBLE = frozenset('"\u201c\u201d\u201e\u201f\u00ab\u00bb\u2039\u203a')
# Where a mark stands decides what it does; its shape only settles what its place leaves open.
LEFT_SHAPED = frozenset("\u201c\u201e\u00ab\u2039\u2018\u201a")
RIGHT_SHAPED = frozenset("\u201d\u00bb\u203a")
OPENERS_BEFORE = frozenset("([{-\u2013\u2014\u2015/:\u2026=|*")
CLOSERS_AFTER = frozenset(")]},.;:!?-\u2013\u2014\u2015/\u2026|*")
# Words that begin with an apostrophe.
CLIPPED = re.compile(r"(?:\d0s\b|\d\d\b|em\b|til\b|tis\b|twas\b|cause\b|bout\b|round\b|n\b)", re.IGNORECASE)
PARAGRAPH = re.compile(r"[^\n]+")


class Quotation(NamedTuple):
    """One stretch in quotation marks, the marks included."""

    start: int
    end: int
    single: bool
    opened: bool
    """False: the opening mark is lost, or the quotation runs on from the paragraph before."""
    closed: bool
    """False: no closing mark stands in its paragraph."""
    resumed: bool
    """It opens the paragraph after one whose quotation was left open: the same speaker goes on."""

    def inner(self) -> tuple[int, int]:
        """Offsets of what stands between the marks."""
        return self.start + self.opened, self.end - self.closed


def quotations(text: str) -> list[Quotation]:
    """Offsets of everything in quotation marks, outermost marks only, in order and without overlap.

    Examples
    --------
    >>> [text[q.start : q.end] for text in ["The '90s \u2018boom\u2019 was \\"over,\\" he said."] for q in quotations(text)]
    ['\u2018boom\u2019', '"over,"']
    """
    found: list[Quotation] = []
    left_open = False
    for paragraph in PARAGRAPH.finditer(text):
        if not paragraph[0].strip():
            continue
        pairs = _Paragraph(text, *paragraph.span()).read(resumes=left_open)
        found += pairs
        left_open = bool(pairs) and not pairs[-1].closed
    return found


class _Paragraph:
    """Pairs the marks of one paragraph, from left to right; each mark is looked at once or twice."""

    def __init__(self, text: str, start: int, end: int) -> None:
        self.text, self.start, self.end = text, start, end
        self.marks = [match.start() for match in MARK.finditer(text, start, end)]
        self.no_strong_closer = self.no_closer = False

    def read(self, *, resumes: bool) -> list[Quotation]:
        """Quotations of this paragraph; `resumes` says that the one before left a quotation open."""
        found: list[Quotation] = []
        opened: int | None = None
        skip_to = self.start
        for at in self.marks:
            if at < skip_to:
                continue
            if self.text[at] not in DOUBLE:
                closer = None if opened is not None else self._single(at)
                if closer is not None:
                    found.append(Quotation(at, closer + 1, True, True, True, False))
                    skip_to = closer + 1
                continue
            role = self._role(at, inside=opened is not None)
            if role == "open" and opened is None:
                opened = at
            elif role == "open" and opened is not None:
                found.append(self._unclosed(opened, at))
                opened = at
            elif role == "close" and opened is not None:
                found.append(Quotation(opened, at + 1, False, True, True, False))
                opened = None
            elif role == "close":
                begin = self._lost_opening(found[-1].end if found else self.start, at)
                found.append(Quotation(begin, at + 1, False, False, True, False))
        if opened is not None:
            found.append(Quotation(opened, self.end, False, True, False, False))
        if resumes and found and not self.text[self.start : found[0].start].strip():
            found[0] = found[0]._replace(resumed=True)
        return found

    def _beside(self, at: int) -> tuple[str, str]:
        before = self.text[at - 1] if at > self.start else " "
        after = self.text[at + 1] if at + 1 < self.end else " "
        return before, after

    def _role(self, at: int, *, inside: bool) -> str:
        """Whether the double mark at `at` opens, closes, or is an inch mark."""
        before, after = self._beside(at)
        mark = self.text[at]
        if mark == '"' and not inside and before.isdigit():
            return "inch"
        may_open = (before.isspace() or before in OPENERS_BEFORE) and not after.isspace()
        may_close = not before.isspace() and (after.isspace() or after in CLOSERS_AFTER or not after.isalnum())
        if may_open != may_close and self._shape(mark) in ("", "open" if may_open else "close"):
            return "open" if may_open else "close"
        return "close" if inside else "open" if mark not in RIGHT_SHAPED or may_open else "close"

    def _shape(self, mark: str) -> str:
        return "open" if mark in LEFT_SHAPED else "close" if mark in RIGHT_SHAPED else ""

    def _single(self, at: int) -> int | None:
        """Where the single quotation opened at `at` closes; None if the mark is an apostrophe."""
        before, after = self._beside(at)
        opens = (before.isspace() or before in OPENERS_BEFORE) and (after.isalnum() or after in DOUBLE or after in "[(\u2026$#@")
        if not opens or self.no_closer or CLIPPED.match(self.text, at + 1):
            return None
        weak = None
        for mark in self.marks[bisect.bisect_right(self.marks, at) :]:
            strength = self._closes(mark)
            if strength == "strong" and not self.no_strong_closer:
                return mark
            if strength == "weak" and weak is None:
                weak = mark
                if self.no_strong_closer:
                    return weak
        self.no_strong_closer = True
        self.no_closer = weak is None
        return weak

    def _closes(self, at: int) -> str:
        """How surely a single mark closes a quotation: a mark after a plural s may be a possessive."""
        if self.text[at] in DOUBLE:
            return ""
        before, after = self._beside(at)
        if before.isspace() or after.isalnum():
            return ""
        return "weak" if before in "sS" and after == " " else "strong"

    def _unclosed(self, opened: int, limit: int) -> Quotation:
        return Quotation(opened, limit, False, True, False, False)

    def _lost_opening(self, begin: int, at: int) -> int:
        while begin < at and self.text[begin].isspace():
            begin += 1
        return begin
