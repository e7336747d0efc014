"""From a verdict on every word back to spans: the rules' spans cut and grown, and new ones with a speaker."""

from typing import Any, NamedTuple

import numpy as np

from framing.voice.drafts import Draft
from framing.voice.engines.words import FIXED, Array, Words
from framing.voice.people import pronoun
from framing.voice.people.names import unowned
from framing.voice.spans import Span

SWITCH = 1.0
"""Log odds that a change of voice between two words must win, so that a word alone does not change it."""
RULE = "engine"
"""Rule of a stretch that no rule found."""
Mention = tuple[int, int]


def decided(probability: Array, words: Words, cut: float) -> Array:
    """Whether each open word is attributed: the likeliest course through its sentence, where changes are dear."""
    open_rows = np.flatnonzero(words.open())
    odds = np.zeros(len(words))
    shift = np.log(cut / (1 - cut))
    clipped = np.clip(probability, 1e-6, 1 - 1e-6)
    odds[open_rows] = (np.log(clipped / (1 - clipped)) - shift)[open_rows]
    verdict = np.zeros(len(words), bool)
    unit = words.unit[open_rows]
    breaks = np.flatnonzero(np.diff(unit)) + 1
    for rows in np.split(open_rows, breaks) if len(open_rows) else ():
        verdict[rows] = _likeliest(odds[rows].tolist())
    return verdict


def _likeliest(odds: list[float]) -> list[bool]:
    """Viterbi over two states."""
    own, said = 0.0, odds[0]
    came: list[tuple[bool, bool]] = []
    for step in odds[1:]:
        came.append((said - SWITCH > own, said > own - SWITCH))
        own, said = max(own, said - SWITCH), max(said, own - SWITCH) + step
    state = said > own
    path = [state]
    for from_own, from_said in reversed(came):
        state = from_said if state else from_own
        path.append(state)
    return path[::-1]


class Verdicts(NamedTuple):
    """What an engine decided about the words of a batch."""

    words: Words
    probability: Array
    said: Array
    """Whether each open word is attributed."""
    mentions: dict[int, Mention]
    """Where the speaker of a word is named, by row, as far as the engine knows better than the rules."""

    def of_span(self, number: int, rows: Array) -> list[int]:
        """Those of the rows that a span of the rules holds, if the engine knows a speaker at all."""
        return rows[self.words.span[rows] == number].tolist() if self.mentions else []


def redrawn(draft: Draft, rows: Array, verdicts: Verdicts) -> list[Span]:
    """Spans of one article's text by the verdicts on its `rows`."""
    words = verdicts.words
    found: list[Span] = []
    for run in _runs(rows, words, verdicts.said):
        for first, last, number in _stretches(run, words):
            sure = float(verdicts.probability[first : last + 1][verdicts.said[first : last + 1]].mean())
            if number >= 0:
                span = _told(draft, number, rows, verdicts)
                found.append(span._replace(start=int(words.start[first]), end=int(words.end[last]), sure=sure))
            else:
                found.append(_new(draft, first, last, verdicts)._replace(sure=sure))
    held = sorted(set(words.span[rows].tolist()) - {-1})
    fixed = [_told(draft, number, rows, verdicts) for number in held if not _revisable(words.spans[number])]
    return sorted([*fixed, *found], key=lambda span: span.start)


def _told(draft: Draft, number: int, rows: Array, verdicts: Verdicts) -> Span:
    """A span of the rules, with the speaker that the engine knows better, if it does."""
    span = verdicts.words.spans[number]
    known = next((verdicts.mentions[row] for row in verdicts.of_span(number, rows) if row in verdicts.mentions), None)
    if known is None or not (known[1] <= span.start or span.end <= known[0]):
        return span
    return _spoken(draft, span, known, None)


def _spoken(draft: Draft, span: Span, mention: Mention, neighbour: Span | None) -> Span:
    """The span with whom the mention of a speaker stands for."""
    surface = draft.parts["text"][slice(*mention)]
    return span._replace(speaker=_named(draft, surface, mention[0], neighbour), mention=mention, mention_text=surface)


def _revisable(span: Span) -> bool:
    return span.voice == "indirect" and span.rule not in FIXED


def _runs(rows: Array, words: Words, said: Array) -> list[list[int]]:
    """Rows of attributed words that follow one another in a sentence, marks between them left out."""
    runs: list[list[int]] = []
    last = -1
    counted = words.count > 0
    for row in rows[counted[rows]].tolist():
        if said[row]:
            if last >= 0 and words.unit[row] == words.unit[last]:
                runs[-1].append(row)
            else:
                runs.append([row])
            last = row
        else:
            last = -1
    return runs


def _stretches(run: list[int], words: Words) -> list[tuple[int, int, int]]:
    """First and last row and span of the rules, for each stretch of a run; words of no span join the span before, or behind."""
    numbers = [int(words.span[row]) if words.span[row] >= 0 and _revisable(words.spans[words.span[row]]) else -1 for row in run]
    for place in range(1, len(run)):
        if numbers[place] < 0:
            numbers[place] = numbers[place - 1]
    for place in range(len(run) - 2, -1, -1):
        if numbers[place] < 0:
            numbers[place] = numbers[place + 1]
    found: list[tuple[int, int, int]] = []
    for row, number in zip(run, numbers, strict=True):
        if found and found[-1][2] == number:
            found[-1] = (found[-1][0], row, number)
        else:
            found.append((row, row, number))
    return found


def _new(draft: Draft, first: int, last: int, verdicts: Verdicts) -> Span:
    """A span the rules did not see, with the speaker that governs it."""
    words, mentions = verdicts.words, verdicts.mentions
    start, end = int(words.start[first]), int(words.end[last])
    found = Span(start, end, "indirect", RULE, key=start)
    neighbour = _neighbour(first, words)
    known = next((mentions[row] for row in range(first, last + 1) if row in mentions), None)
    if known and (known[1] <= start or end <= known[0]):
        return _spoken(draft, found, known, neighbour)
    if neighbour is None:
        return found
    return neighbour._replace(start=start, end=end, voice="indirect", rule=RULE, chain=None, key=start)


def _neighbour(row: int, words: Words) -> Span | None:
    """Nearest attributed span with a speaker in the sentence of a word, those before it first."""
    first, last = np.searchsorted(words.unit, [words.unit[row], words.unit[row] + 1])
    numbers = [number for number in dict.fromkeys(words.span[first:last].tolist()) if number >= 0]
    said = [words.spans[number] for number in numbers if words.spans[number].attributed and words.spans[number].mention]
    before = [span for span in said if span.start < words.start[row]]
    return before[-1] if before else said[0] if said else None


def _named(draft: Draft, surface: str, position: int, neighbour: Span | None) -> str | None:
    """Canonical name of a speaker printed at `position`."""
    kind = pronoun(surface)
    if kind in ("male", "female"):
        if neighbour and neighbour.speaker:
            return neighbour.speaker
        person: Any = draft.people["text"].nearest(position, kind)
        return person.name if person else None
    if kind is not None:
        return None
    person = draft.people["text"].named(surface) or draft.people["title"].named(surface)
    return person.name if person else unowned(surface)
