"""Cue, subject and scope to attributed spans."""

from collections.abc import Iterable
from typing import Any, NamedTuple

from framing.voice.quotations import quotations
from framing.voice.reports import Report, reports
from framing.voice.speakers import QUOTE, Phrase
from framing.voice.units import Unit, units


class Span(NamedTuple):
    """A stretch of text in one voice."""

    start: int
    end: int
    voice: str
    speaker: str | None = None
    mention: tuple[int, int] | None = None
    mention_text: str | None = None
    cue: tuple[int, str] | None = None
    cue_class: str | None = None
    commitment: int = 0
    confidence: float = 0.8
    chain: str | None = None
    rule: str = "own"

    @property
    def attributed(self) -> bool:
        """Whether somebody else than the outlet is committed to it."""
        return self.voice in ("direct", "indirect")

    def columns(self, key: str | None) -> tuple[Any, ...]:
        """Return the voice columns of the passages table; `key` is the attribution id."""
        mention = self.mention or (None, None)
        cue_start, cue = self.cue or (None, None)
        return (
            self.voice, self.speaker, self.mention_text, *mention, cue, cue_start, self.cue_class, self.commitment,
            self.confidence, key, self.chain, self.rule,
        )  # fmt: skip


OWN = Span(0, 0, "own")


def voices(text: str, cut: list[tuple[int, int]], *, title: bool) -> list[Span]:
    """Stretches of `text` in another voice than the outlet's plain own, in order, without overlap."""
    last: Span | None = None
    spans: list[Span] = []
    for unit in units(text, cut, quotations(text), title=title):
        found = list(_read(text, unit, last))
        spans += found
        for span in found:
            if span.attributed and span.mention:
                last = span
    return spans


def _read(text: str, unit: Unit, last: Span | None) -> Iterable[Span]:
    found = reports(unit)
    owner: list[Report | None] = [None] * len(unit.words)
    for report in sorted(found, key=lambda report: sum(a - b for a, b in report.content)):
        for a, b in report.content:
            for number in range(a, b):
                if owner[number] is None:
                    owner[number] = report
    for number, quote in unit.quotes.items():
        if owner[number] is None:
            yield_ = _loose(text, unit, number, found, last)
            if isinstance(yield_, Report):
                owner[number] = yield_
    at = 0
    while at < len(owner):
        report = owner[at]
        quoted = unit.words[at].tags & QUOTE
        if report is None:
            if quoted:
                yield _unowned(text, unit, at, last)
            at += 1
            continue
        stop = at + 1
        while stop < len(owner) and owner[stop] is report and not quoted and not unit.words[stop].tags & QUOTE:
            stop += 1
        yield _span(text, unit, at, stop, report, "direct" if quoted else "indirect")
        at = stop


def _loose(text: str, unit: Unit, number: int, found: list[Report], last: Span | None) -> Report | None:
    """Nearest report before the quotation in its unit, when it says more than a word or two."""
    before = [report for report in found if report.cue[0] < number]
    if before and len(text[unit.starts[number] : unit.ends[number]].split()) > 3:
        return before[-1]
    return None


def _unowned(text: str, unit: Unit, number: int, last: Span | None) -> Span:
    start, end = unit.starts[number], unit.ends[number]
    alone = len([word for word in unit.words if word.tags & ~0]) <= 2
    if alone and last is not None:
        return last._replace(start=start, end=end, voice="direct", rule="continuation")
    if len(text[start:end].split()) <= 3:
        return Span(start, end, "scare", rule="scare", confidence=0.7)
    return Span(start, end, "direct", rule="unsourced", confidence=0.7)


def _span(text: str, unit: Unit, first: int, stop: int, report: Report, voice: str) -> Span:
    mention = _place(unit, report.source)
    said = text[slice(*mention)] if mention else None
    cue = unit.starts[report.cue[0]], text[unit.starts[report.cue[0]] : unit.ends[report.cue[1] - 1]]
    return Span(
        unit.starts[first], unit.ends[stop - 1], voice, said, mention, said, cue, report.entry.cue_class, report.entry.commitment,
        0.9 if voice == "direct" else 0.8, None, report.rule,
    )  # fmt: skip


def _place(unit: Unit, phrase: Phrase | None) -> tuple[int, int] | None:
    return (unit.starts[phrase[0]], unit.ends[phrase[1] - 1]) if phrase else None
