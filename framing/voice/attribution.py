"""Who speaks where: the reports of every unit laid over its words, and the quotations no report explains."""

import re
from collections.abc import Iterator

from framing.voice.classes.between import COLON, PREP
from framing.voice.classes.nouns import ARTICLE, CAP, SUBJECT, UPPER, WORD
from framing.voice.classes.verbs import ED
from framing.voice.discourse import Discourse
from framing.voice.grammar import finite, has_finite
from framing.voice.lists import listed
from framing.voice.marks import Quotation, named, posts, quotations
from framing.voice.people import People
from framing.voice.people.names import bare_surname
from framing.voice.people.topics import only_topic
from framing.voice.reports import reports, signals, verdict
from framing.voice.spans import Span
from framing.voice.steps import holds, only
from framing.voice.units import CLOSING, Report, Unit, place, units

LONGEST_TURN = 4
"""Words of a name that opens a turn in a transcript."""
SHORT = 3
"""Words up to which marks without a source are scare marks."""
INDENT = 40
"""Marks and spaces before the first word of a paragraph, at most."""
MARGIN = CLOSING.replace("\n", "")
WHOLE = re.compile(r"[.?!\u2026]\W{1,2}$")
"""The end of a sentence within its marks."""
LABEL = re.compile(r"[\W_]{1,3}([A-Z][A-Z.'\u2019 -]{1,40}):\s")
# Reports that govern the words in marks directly: they outrank an outer "according to".
DIRECT_RULES = frozenset(["parenthetical", "inverted", "quote"])


def voices(text: str, cut: list[tuple[int, int]], *, title: bool, people: People, others: People) -> list[Span]:
    """Stretches of `text` in another voice than the outlet's plain own, in order, without overlap.

    `cut` are its sentences; `people` are those named in `text`, `others` those named in the other part of the article.
    """
    names: list[Span] = []
    marks: list[Quotation] = []
    mention: Quotation | None = None
    for mark in quotations(text):
        kind = named(text, mark, mention)
        mention = mark if kind == "mention" else None
        if kind:
            names.append(Span(mark.start, mark.end, "own", kind, cue_class=kind))
        else:
            marks.append(mark)
    reader = _Reader(text, people, others, title=title)
    for unit in units(text, cut, marks, title=title):
        reader.read(unit)
    spans = reader.spans
    resumed = {mark.start for mark in marks if mark.resumed}
    if resumed:
        _left_open(spans, resumed)
    signed = list(posts(text))
    spans = list(_laid_over(signed, spans)) if signed else spans
    return list(_laid_over(names, spans)) if names else spans


def _left_open(spans: list[Span], resumed: set[int]) -> None:
    """Give a quotation left open, of which nobody is named, to who speaks where the next paragraph resumes it."""
    filled = 0
    for at in range(len(spans) - 1, 0, -1):
        span, before = spans[at], spans[at - 1]
        named = span.speaker and (span.rule in DIRECT_RULES or filled == at)
        if named and span.start in resumed and before.rule in ("unsourced", "scare"):
            filled = at - 1
            spans[filled] = span._replace(start=before.start, end=before.end, rule="continuation", chain=None, key=before.start)


def _laid_over(names: list[Span], spans: list[Span]) -> Iterator[Span]:
    """Spans, with what is laid over them cut out: posts of others, and marks that name something and are nobody's words."""
    waiting = iter([*names, None])
    name, start = next(waiting), 0
    for span in spans:
        start = max(start, span.start)
        while name and name.start < span.end:
            if start < name.start:
                yield span._replace(start=start, end=name.start)
            yield name
            start = max(start, name.end)
            name = next(waiting)
        if start < span.end:
            yield span if start == span.start else span._replace(start=start)
    while name:
        yield name
        name = next(waiting)


class _Reader:
    """Reads one part unit by unit."""

    def __init__(self, text: str, people: People, others: People, *, title: bool) -> None:
        self.text = text
        self.title = title
        self.discourse = Discourse(text, people, others)
        self.transcript: Span | None = None
        self.spans: list[Span] = []

    def read(self, unit: Unit) -> None:
        """Add the spans of one unit."""
        self.spans += self._read(unit)
        self.discourse.leave(unit)

    def _read(self, unit: Unit) -> list[Span]:
        running = self.transcript and "\n" not in self.text[self.transcript.end : unit.start] and not _opens_turn(unit)
        if self.transcript and running:
            self.transcript = self.transcript._replace(start=unit.start, end=unit.ends[-1] if unit.ends else unit.end)
            return [self.transcript._replace(end=unit.end)]
        places = signals(unit)
        if not unit.quotes and not places:
            return []
        found = [report for report in reports(unit, places) if not (report.rule == "colon" and self._names_topic(unit, report))]
        given = verdict(unit)
        if given:
            self._give_back(unit, given)
            found = [report for report in found if report.cue[0] > given.content[-1][1]]
        spans = self._transcribed(unit, list(self._spans(unit, found)), running=running is not None) if found or unit.quotes else []
        self.discourse.remember(unit, spans)
        return spans

    def _names_topic(self, unit: Unit, report: Report) -> bool:
        """Whether the label of a report names what is told of, a place or a thing, and nobody who speaks."""
        return only_topic(self.discourse.people, self.discourse.others, unit, report)

    def _give_back(self, unit: Unit, report: Report) -> None:
        """Give the sentence before, if it is nobody's so far, to whom this one names: "That was the verdict of Berg"."""
        before = self.discourse.before
        if before is None or not before.words or "\n" in self.text[before.ends[-1] : unit.starts[0]]:
            return
        start, end = before.starts[0], before.ends[-1]
        voice = "indirect"
        if self.spans and self.spans[-1].end > start:
            if self.spans[-1].rule != "unsourced" or self.spans[-1].start > start or holds(before.words, WORD):
                return
            voice = self.spans.pop().voice
        span = self._reported(unit, *report.cue, report, voice, None)._replace(start=start, end=end, key=start)
        self.spans.append(span)
        self.discourse.remember(unit, [span])

    def _transcribed(self, unit: Unit, spans: list[Span], *, running: bool) -> list[Span]:
        """What a name in capitals and a colon open at the start of a paragraph is a transcript, to its end; in a title it is none."""
        if unit.quotes or self.title or not spans:
            return spans
        told = (span for span in spans if span.rule == "colon" and span.mention and span.mention[0] == unit.starts[0])
        label = next(told, None)
        if label is None or not _names_turn(label.mention_text or ""):
            return spans
        ahead = self.text[max(0, unit.start - INDENT) : unit.start].rstrip(MARGIN)
        if not (running or ahead[-1:] in ("", "\n")):
            return spans
        self.transcript = label._replace(voice="direct", rule="transcript")
        return [span._replace(voice="direct", rule="transcript") if span.rule == "colon" else span for span in spans]

    def _spans(self, unit: Unit, found: list[Report]) -> Iterator[Span]:
        cites = [report for report in found if report.entry.lemma == "cite"]
        for first, stop, holders in _stretches(unit, found):
            owner = _outermost(holders, quoted=first in unit.quotes)
            chain = self._chain(unit, owner, holders, cites) if owner and (cites or len(holders) > 1) else None
            if first in unit.quotes:
                yield self._quoted(unit, first, owner, found, chain)
            elif owner and first < stop:
                yield self._reported(unit, first, stop, owner, "indirect", chain)

    def _quoted(self, unit: Unit, at: int, report: Report | None, found: list[Report], chain: str | None) -> Span:
        """Span of the quotation at word `at`: by its report, by who spoke last, by the nearest cue, or nobody's."""
        quote = unit.quotes[at]
        labelled = self._labelled(quote)
        if labelled:
            return labelled
        distanced = at > 0 and unit.words[at - 1].lower in listed("words.toml", "marks", "distancing")
        short = distanced or len(self.text[quote.start : quote.end].split(maxsplit=SHORT)) <= SHORT
        if report:
            return self._reported(unit, at, at + 1, report, "scare" if short and _disowned(unit, at, report) else "direct", chain)
        start, end = unit.starts[at], unit.ends[at]
        fills = not holds(unit.words, WORD)
        last = self.discourse.last
        if last and (fills or not short) and self.discourse.continues(unit, at, quote):
            return last._replace(start=start, end=end, voice="direct", rule="continuation", chain=None, key=start)
        actor = self.discourse.acting(start) if fills else None
        if actor:
            return actor._replace(end=end, key=start)
        before = [report for report in found if report.cue[0] < at]
        if before and not short:
            return self._reported(unit, at, at + 1, before[-1]._replace(rule="nearest"), "direct", None)
        whole = fills and WHOLE.search(self.text, start, end)
        return Span(start, end, "scare", "scare") if short and not whole else Span(start, end, "direct", "unsourced", key=start)

    def _labelled(self, quote: Quotation) -> Span | None:
        """Who speaks in a transcript set in marks, paragraph by paragraph: "“HOLM: We are late.”"."""
        label = LABEL.match(self.text, quote.start, quote.end)
        if label is None:
            return None
        person = self.discourse.people.named(label[1].title()) or self.discourse.others.named(label[1].title())
        name = person.name if person else label[1]
        return Span(quote.start, quote.end, "direct", "transcript", name, label.span(1), label[1], key=quote.start)

    def _reported(self, unit: Unit, first: int, stop: int, report: Report, voice: str, chain: str | None) -> Span:
        mention = place(unit, report.printed or report.source)
        cue_start, cue_end = unit.starts[report.cue[0]], unit.ends[report.cue[1] - 1]
        return Span(
            unit.starts[first],
            unit.ends[stop - 1],
            voice,
            report.rule,
            self.discourse.speaker_of(unit, report),
            mention,
            self.text[mention[0] : mention[1]] if mention else None,
            (cue_start, self.text[cue_start:cue_end]),
            *report.entry.classed(report.rule),
            chain,
            unit.starts[report.content[0][0]],
        )

    def _chain(self, unit: Unit, report: Report, holders: list[Report], cites: list[Report]) -> str | None:
        """Speakers whom the speaker of a report quotes in words that all `holders` hold, outermost first, and what it cites."""
        inner = [other for other in holders if other.source not in (None, report.source) and _holds(report, other.cue[0])]
        cited = [other.content[0] for other in cites if other.source == report.source and other is not report]
        if not inner and not cited:
            return None
        speakers = [self.discourse.speaker_of(unit, other) for other in inner]
        speakers += [self.text[unit.starts[start] : unit.ends[stop - 1]] for start, stop in cited]
        own = self.discourse.speaker_of(unit, report)
        return " > ".join(name for name in speakers if name and name != own) or None


def _opens_turn(unit: Unit) -> bool:
    """Whether a sentence begins with a name in capitals and a colon, and so with somebody else's turn in a transcript."""
    colon = next((at for at, word in enumerate(unit.words[: LONGEST_TURN + 1]) if word.tags & COLON), 0)
    return colon > 0 and only(unit.words[:colon], UPPER)


def _names_turn(mention: str) -> bool:
    """Whether a label in capitals can name who speaks in a transcript: "HOLM", "IDA HOLM", but not "POLL", "VIDEO" or "I"."""
    last = mention.rsplit(maxsplit=1)[-1] if mention.isupper() else ""
    return bare_surname(last.title()) and last.lower() not in listed("people.toml", "nouns", "documents")


def _stretches(unit: Unit, found: list[Report]) -> Iterator[tuple[int, int, list[Report]]]:
    """Quotations, and words that the same reports hold: first word, word behind, these reports."""
    quotes = unit.quotes
    phrases = [(start, end, report) for report in found for start, end in report.content]
    if len(phrases) == 1 and not quotes:
        start, end, report = phrases[0]
        yield start, end, [report]
        return
    edges = {edge for start, end, _ in phrases for edge in (start, end)}
    edges.update(quotes, [number + 1 for number in quotes])
    first = 0
    held: list[Report] = []
    for edge in sorted(edges):
        holders = [report for start, end, report in phrases if start <= edge < end]
        if holders == held and edge not in quotes and first not in quotes:
            continue
        if first < edge and (held or first in quotes):
            yield first, edge, held
        first, held = edge, holders


def _holds(report: Report, number: int) -> bool:
    return any(start <= number < end for start, end in report.content)


def _outermost(holders: list[Report], *, quoted: bool) -> Report | None:
    """The longest of the reports that hold a word, for what it holds is quoted by its speaker; in marks, rather the one that tags them."""
    if len(holders) < 2:
        return holders[0] if holders else None
    spoken = [report for report in holders if report.rule in DIRECT_RULES and report.entry.cue_class != "evidential"] if quoted else []
    return spoken[0] if spoken else max(holders, key=_length)


def _length(report: Report) -> int:
    """How many words a report holds."""
    return sum([end - start for start, end in report.content])


def _disowned(unit: Unit, at: int, report: Report) -> bool:
    """Whether marks in a report are scare marks.

    They are behind "so-called", in a modifier, "people subjected to 'genocide'", as a subject that is taken for granted, "The 'spies'
    were freed, Berg said", and in a headline that names nobody, "Minister accused of 'dirty war'".
    """
    words = unit.words
    if at and words[at - 1].lower in listed("words.toml", "marks", "distancing"):
        return True
    if unit.heading and report.rule == "passive" and report.source is None:
        return True
    number = at - bool(at and words[at - 1].tags & ARTICLE)
    subject = number < at and number == report.content[0][0] and at + 1 < len(words) and finite(unit, at + 1)
    if subject or number < 2 or not words[number - 1].tags & PREP or not words[number - 2].tags & ED:
        return subject
    if number > 3 and words[number - 3].tags & (CAP | SUBJECT) and finite(unit, number - 2):
        return False  # "that Holm subscribed to a “phony creed”"
    main_verb = not finite(unit, number - 2) or has_finite(unit, at, len(words))
    return not words[number - 2].verb and main_verb
