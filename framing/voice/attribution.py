"""Who speaks where: the reports of every unit laid over its words, and the quotations no report explains."""

from bisect import bisect_left
from collections.abc import Iterator
from typing import Any, NamedTuple

from framing.voice.grammar import ED, PREP, WORD, finite
from framing.voice.naming import named
from framing.voice.people import People, pronoun
from framing.voice.quotations import Quotation, quotations
from framing.voice.reports import reports
from framing.voice.speakers import main_subject
from framing.voice.units import Phrase, Report, Unit, units

SHORT = 3
"""Words up to which marks without a source are scare marks."""


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
    key: int = 0
    """Where the attributed span begins that this stretch belongs to."""

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


def voices(text: str, cut: list[tuple[int, int]], *, title: bool, people: People, others: People) -> list[Span]:
    """Stretches of `text` in another voice than the outlet's plain own, in order, without overlap.

    `people` are those named in `text`, `others` those named in the other part of the article.
    """
    marks = [mark for mark in quotations(text) if not named(text, mark)]
    reader = _Reader(text, people, others)
    return [span for unit in units(text, cut, marks, title=title) for span in reader.read(unit)]


class _Reader:
    """Reads one part unit by unit and remembers who spoke last."""

    def __init__(self, text: str, people: People, others: People) -> None:
        self.text = text
        self.people = people
        self.others = others
        self.previous: Unit | None = None
        self.last: Span | None = None
        self.left_open = False
        self.announced = False
        self.transcript: Span | None = None

    def read(self, unit: Unit) -> list[Span]:
        """Spans of one unit."""
        if self.transcript and "\n" not in self.text[self.transcript.end : unit.start]:
            self.transcript = self.transcript._replace(start=unit.start, end=unit.end)
            return [self.transcript]
        self.transcript = None
        if not unit.quotes and not any(
            word.verb or word.noun or word.adjective or word.lower in ("according", "for", ":") for word in unit.words
        ):
            if not unit.heading:
                return []
        found = reports(unit)
        owner = self._owners(unit, found)
        spans = list(self._spans(unit, owner, found))
        self._remember(unit, spans, found)
        label = next((span for span in spans if span.rule == "colon" and span.mention), None)
        if label and not unit.quotes and (label.mention_text or "").isupper() and len(label.mention_text or "") > 1:
            spans = [span._replace(voice="direct", rule="transcript") if span.rule == "colon" else span for span in spans]
            self.transcript = label._replace(voice="direct", rule="transcript")
        self.previous = unit
        return spans

    def _named(self, unit: Unit, report: Report) -> str | None:
        source = _place(unit, report.source)
        if source is None:
            return None
        if report.source and self.text[slice(*source)].lower() in ("it", "they") and report.source[0] > 1:
            subject = main_subject(unit, report.source[0])
            if subject and subject[1] <= report.source[0] and subject != report.source:
                return self._speaker(unit, _place(unit, subject) or source)
        return self._speaker(unit, source)

    def _speaker(self, unit: Unit, mention: tuple[int, int]) -> str | None:
        """Canonical name of the speaker printed at `mention`: the person's full name, else the phrase as printed."""
        surface = self.text[slice(*mention)]
        kind = pronoun(surface)
        if kind in ("male", "female"):
            return self._pronoun(unit, mention[0], kind)
        if kind:
            return surface if kind == "first" else self._group(surface)
        person = self.people.named(surface) or self.others.named(surface)
        if (person is None and surface[:1].islower()) or surface[:4] in ("The ", "His ", "Her "):
            person = person or self.people.in_role(mention[0], surface)
        return person.name if person else surface

    def _pronoun(self, unit: Unit, position: int, gender: str) -> str | None:
        """Person a pronoun stands for: in its own sentence, the last speaker, the subject before, the nearest name."""
        fits = (None, gender)
        limit = min(position - 8, min((quote.start for quote in unit.quotes.values()), default=position))
        inside = self.people.before(limit, gender, unit.start)
        if inside:
            return inside.name
        known = self.people.named(self.last.speaker) if self.last and self.last.speaker else None
        if known and known.gender not in fits:
            known = None
        since = self.previous.start if self.previous else 0
        if known and self.last and self.last.start >= since:
            return known.name
        subject = _place(self.previous, main_subject(self.previous, len(self.previous.words))) if self.previous else None
        person = self.people.named(self.text[slice(*subject)]) if subject else None
        if person is None or person.gender not in fits:
            person = self.people.before(unit.start, gender, since) or known or self.people.nearest(unit.start, gender)
        return person.name if person else None

    def _group(self, surface: str) -> str | None:
        """A plural or neuter pronoun takes the last speaker if that is no person."""
        if self.last and self.last.speaker and surface.lower() in ("they", "it") and not self.people.named(self.last.speaker):
            return self.last.speaker
        return None

    def _owners(self, unit: Unit, found: list[Report]) -> list[Report | None]:
        """For every word the outermost report that holds it: the longest, for what it holds is quoted by its speaker."""
        owner: list[Report | None] = [None] * len(unit.words)
        for report in found:
            if report.rule in ("parenthetical", "inverted", "quote"):
                for number in unit.quotes:
                    if owner[number] is None and any(start <= number < end for start, end in report.content):
                        owner[number] = report
        for report in sorted(found, key=lambda report: sum(start - end for start, end in report.content)):
            for start, end in report.content:
                for number in range(start, end):
                    if owner[number] is None:
                        owner[number] = report
        return owner

    def _spans(self, unit: Unit, owner: list[Report | None], found: list[Report]) -> Iterator[Span]:
        at = 0
        while at < len(owner):
            report = owner[at]
            quote = unit.quotes.get(at)
            stop = at + 1
            if quote:
                yield self._quoted(unit, at, quote, report, found)
            elif report:
                while stop < len(owner) and owner[stop] is report and stop not in unit.quotes:
                    stop += 1
                yield self._reported(unit, at, stop, report, "indirect")
            at = stop

    def _quoted(self, unit: Unit, at: int, quote: Quotation, report: Report | None, found: list[Report]) -> Span:
        length = len(self.text[quote.start : quote.end].split())
        if report:
            voice = "scare" if length <= SHORT and _presupposed(unit, at) else "direct"
            return self._reported(unit, at, at + 1, report, voice)
        start, end = unit.starts[at], unit.ends[at]
        fills = not any(word.tags & WORD for word in unit.words)
        if self.last and (length > SHORT or fills) and self._continues(unit, at, quote):
            return self.last._replace(start=start, end=end, voice="direct", rule="continuation", key=start)
        before = [report for report in found if report.cue[0] < at]
        if before and length > SHORT:
            return self._reported(unit, at, at + 1, before[-1], "direct")
        if length <= SHORT:
            return Span(start, end, "scare", rule="scare", confidence=0.7)
        return Span(start, end, "direct", rule="unsourced", confidence=0.7, key=start)

    def _continues(self, unit: Unit, at: int, quote: Quotation) -> bool:
        """Whether a quotation without a cue goes on with the words of the last speaker."""
        assert self.last is not None
        between = self.text.find("\n", self.last.end, unit.starts[at])
        fills = at == 0 and not any(word.tags & WORD for word in unit.words)
        if quote.resumed or between < 0 or self.announced:
            return True
        return fills and (self.left_open or not self._others_since(self.last.end, unit.starts[at]))

    def _others_since(self, start: int, end: int) -> bool:
        """Whether somebody else was named outside marks since the last speaker fell silent."""
        first, last = bisect_left(self.people.starts, start), bisect_left(self.people.starts, end)
        speaker = self.last.speaker if self.last else None
        return any(person.name != speaker for person in self.people.mentioned[first:last])

    def _remember(self, unit: Unit, spans: list[Span], found: list[Report]) -> None:
        """Keep the speaker of the last quotation of the unit, or of its last report by a verb of saying."""
        quoted = [span for span in spans if span.voice == "direct" and span.mention]
        said = [
            span
            for span in spans
            if span.voice == "indirect" and span.mention and span.cue_class not in ("cognitive", "evidential", "label")
        ]
        if quoted or said:
            self.last = max(quoted, key=lambda span: span.end - span.start) if quoted else said[-1]
        self.announced = self.text[unit.start : unit.end].rstrip()[-1:] == ":"
        if self.announced and not (quoted or said):
            source = main_subject(unit, len(unit.words))
            mention = _place(unit, source)
            if mention:
                self.last = Span(unit.start, unit.end, "direct", self._speaker(unit, mention), mention, self.text[slice(*mention)])
        if unit.quotes:
            self.left_open = not unit.quotes[max(unit.quotes)].closed

    def _reported(self, unit: Unit, first: int, stop: int, report: Report, voice: str) -> Span:
        source = _place(unit, report.source)
        mention = _place(unit, report.printed or report.source)
        said = self.text[slice(*mention)] if mention else None
        cue_start, cue_end = unit.starts[report.cue[0]], unit.ends[report.cue[1] - 1]
        return Span(
            unit.starts[first], unit.ends[stop - 1], voice, self._named(unit, report), mention, said, (cue_start, self.text[cue_start:cue_end]),
            report.entry.cue_class, report.entry.commitment, 0.9 if voice == "direct" else 0.8, None, report.rule,
            unit.starts[report.content[0][0]] if report.content[0][0] < len(unit.starts) else unit.start,
        )  # fmt: skip


def _presupposed(unit: Unit, at: int) -> bool:
    """Whether marks stand in a participle's modifier, which nobody asserts: "people subjected to 'genocide'"."""
    words = unit.words
    return (
        at > 1 and bool(words[at - 1].tags & PREP) and bool(words[at - 2].tags & ED) and not words[at - 2].verb and not finite(unit, at - 2)
    )


def _place(unit: Unit, phrase: Phrase | None) -> tuple[int, int] | None:
    return (unit.starts[phrase[0]], unit.ends[phrase[1] - 1]) if phrase else None
