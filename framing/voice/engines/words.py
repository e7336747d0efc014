"""The words of many texts as columns, with what the rules said of each: what engines read."""

import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from framing.text import word_starts
from framing.voice.cues import Word
from framing.voice.drafts import Draft
from framing.voice.spans import Span
from framing.voice.units import Unit

Array = NDArray[Any]

VOICES = {"own": 0, "direct": 1, "indirect": 2, "scare": 3}
FIXED = frozenset(["title", "mention", "echo", "transcript"])
"""Rules whose words no engine changes: they are not about who reports."""


class _Codes(dict[str, int]):
    """A number for each string, the same in every process."""

    def __missing__(self, text: str) -> int:
        self[text] = found = zlib.crc32(text.encode("utf-8", "surrogatepass"))
        return found


CODES = _Codes()


def codes(texts: Sequence[str]) -> Array:
    """A number for each string of a column."""
    if len(CODES) > 1 << 20:  # a bound on memory; the numbers stay the same
        CODES.clear()
    return np.array([CODES[text] for text in texts], np.uint64)


def mixed(*columns: Array) -> Array:
    """One number for each combination of values."""
    found = np.zeros(len(columns[0]), np.uint64)
    for column in columns:
        found = (found ^ column.astype(np.uint64)) * np.uint64(0xFF51AFD7ED558CCD)
        found ^= found >> np.uint64(32)
    return found


@dataclass
class Words:
    """Words, marks and folded quotations of the texts of a batch, in order; every column has a row a word."""

    printed: list[str]
    """The word in lower case."""
    lower: Array
    """Its code."""
    tags: Array
    forms: Array
    verb: Array
    speaks: Array
    noun: Array
    adjective: Array
    start: Array
    end: Array
    text: Array
    """Number of the text in the batch."""
    unit: Array
    """Number of the sentence in the batch."""
    place: Array
    """Number of the word in its sentence."""
    quoted: Array
    span: Array
    """Number of the rules' span that holds it; -1: none."""
    count: Array
    """Words that a rate would count: none for a mark, several for a quotation."""
    spans: list[Span]
    heading: Array
    """For every sentence, whether it is a heading."""
    lengths: Array
    """Words of every sentence."""

    def __len__(self) -> int:
        return len(self.lower)

    def of_span(self, value: Any, missing: Any) -> list[Any]:
        """Value of the span of every word; `missing` where there is none."""
        known = [value(span) for span in self.spans]
        return [known[number] if number >= 0 else missing for number in self.span.tolist()]

    def open(self) -> Array:
        """Words whose voice an engine decides: outside marks, and by rule own or indirect."""
        fixed = np.array([span.rule in FIXED or span.voice in ("direct", "scare") for span in self.spans] + [False])
        return np.asarray(~self.quoted & (self.count > 0) & ~fixed[self.span])


def words_of(batch: Sequence[Draft]) -> Words:
    """Words of the texts, not the titles, of a batch of drafts."""
    read = [draft.units("text") for draft in batch]
    every = [unit for found in read for unit in found]
    entries = [entry for unit in every for entry in unit.words]
    quoted = np.array([number in unit.quotes for unit in every for number in range(len(unit.words))], bool)
    lengths = np.array([len(unit.words) for unit in every], np.int64)
    texts = np.repeat(np.arange(len(read)), [sum(len(unit.words) for unit in found) for found in read])
    start = np.array([at for unit in every for at in unit.starts], np.int64)
    end = np.array([at for unit in every for at in unit.ends], np.int64)
    spans: list[Span] = []
    held, counted = [np.zeros(0, np.int64)], [np.zeros(0, np.int64)]
    for draft, found in zip(batch, read, strict=True):
        held.append(_held(draft.spans["text"], found, len(spans)))
        counted.append(_counted(draft.parts["text"], found))
        spans += draft.spans["text"]
    return Words(
        **_told(entries),
        start=start,
        end=end,
        text=texts,
        unit=np.repeat(np.arange(len(every)), lengths),
        place=np.arange(len(entries)) - np.repeat(np.cumsum(lengths) - lengths, lengths),
        quoted=quoted,
        span=np.concatenate(held),
        count=np.concatenate(counted),
        spans=spans,
        heading=np.array([unit.heading for unit in every], bool),
        lengths=lengths,
    )


def _told(entries: list[Word]) -> dict[str, Any]:
    """What each word tells by itself, wherever it stands."""
    printed = [entry.lower for entry in entries]
    return {
        "printed": printed,
        "lower": codes(printed),
        "tags": np.array([entry.tags for entry in entries], np.int64),
        "forms": np.array([entry.forms for entry in entries], np.int64),
        "verb": np.array([entry.verb is not None for entry in entries], bool),
        "speaks": np.array([entry.verb is not None and entry.verb.speaks for entry in entries], bool),
        "noun": np.array([entry.noun is not None for entry in entries], bool),
        "adjective": np.array([entry.adjective is not None for entry in entries], bool),
    }


def _held(spans: list[Span], found: list[Unit], first: int) -> Array:
    """Number of the span that holds each word."""
    starts = np.array([at for unit in found for at in unit.starts], np.int64)
    begins = np.array([span.start for span in spans], np.int64)
    ends = np.array([span.end for span in spans] + [-1], np.int64)
    number = np.searchsorted(begins, starts, side="right") - 1
    return np.where((number >= 0) & (ends[number] > starts), number + first, -1)


def _counted(text: str, found: list[Unit]) -> Array:
    """Words of the text that start in each word of the units."""
    starts = word_starts(text)
    first = np.array([at for unit in found for at in unit.starts], np.int64)
    last = np.array([at for unit in found for at in unit.ends], np.int64)
    return np.searchsorted(starts, last) - np.searchsorted(starts, first)


def doubtful(words: Words, probability: Array, doubt: float) -> Array:
    """Numbers of the sentences with a word that is at least this likely to be, and not to be, attributed."""
    with np.errstate(invalid="ignore"):
        unsure = (probability > doubt) & (probability < 1 - doubt)
    return np.unique(words.unit[unsure])
