"""Passages: the articles cut where the voice changes."""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import polars as pl

from framing import tables
from framing.corpus import Corpus
from framing.text import sentences, word_starts
from framing.voice.attribution import voices
from framing.voice.display import html_of
from framing.voice.echo import echoed
from framing.voice.people import People
from framing.voice.spans import OWN, Span
from framing.voice.speaker_table import speakers

ENGINES = ("rules",)


@dataclass(frozen=True)
class Passages:
    """Stretches of one sentence in one voice, which tile every title and text, and the corpus they come from.

    Parameters
    ----------
    table
        A `passages` table (see `framing.tables`).
    corpus
        The corpus whose articles `table` cuts.
    """

    table: pl.DataFrame
    corpus: Corpus

    def __post_init__(self) -> None:
        tables.check(self.table, "passages")

    def __len__(self) -> int:
        return self.table.height

    def where(self, **columns: Any) -> "Passages":
        """Keep the passages whose columns equal the given values: ``passages.where(voice="own")``."""
        allowed = {"voice": tables.VOICES, "part": tables.PARTS, "outlet": self.corpus.outlets, "event": self.corpus.events}
        return Passages(self.table.filter(tables.selection(self.table, columns, allowed)), self.corpus)

    def speakers(self) -> pl.DataFrame:
        """Who speaks in each outlet, and how much: `framing.voice.speakers` by outlet.

        Examples
        --------
        >>> from framing import Corpus, split_voices
        >>> text = "“We leave now,” Anna Koval said. Koval said the talks had failed."
        >>> passages = split_voices(Corpus.from_records([{"article_id": "1", "outlet": "A", "text": text}]))
        >>> passages.speakers().select("speaker", "direct", "indirect").rows()
        [('Anna Koval', 3, 4)]
        """
        return speakers(self)

    def _repr_html_(self) -> str:
        return html_of(self.table, self.corpus)


def split_voices(corpus: Corpus, *, engine: str = "rules") -> Passages:
    """Cut the articles of a corpus into passages of one voice: the outlet's own, direct, indirect, scare.

    Marks, a lexicon of reporting words with the complements they take, and rules of scope decide; ``docs/voice.md`` is
    the codebook. Each article is read by itself, in time linear in its length.

    Parameters
    ----------
    corpus
        From `read_corpus`.
    engine
        How voices are found. "rules": marks, cue words and their complements, without a model.

    Returns
    -------
    Passages
        A `passages` table that tiles every title and every text, in the order of the corpus.

    Raises
    ------
    TypeError
        If `corpus` is not a corpus.
    ValueError
        For an unknown engine.

    Examples
    --------
    >>> from framing import Corpus
    >>> corpus = Corpus.from_records([{"article_id": "1", "outlet": "A", "text": "Berg said the raid was lawful. It was not."}])
    >>> split_voices(corpus).table["voice", "speaker"].rows()
    [('own', None), ('indirect', 'Berg'), ('own', None)]
    """
    tables.known(engine, ENGINES, "engine")
    if not isinstance(corpus, Corpus):
        raise TypeError(f"split_voices() takes a Corpus, not {type(corpus).__name__}; see read_corpus")
    names = ("article_id", "outlet", "event", "title", "text")
    schema = tables.schema("passages")
    columns: dict[str, list[Any]] = {name: [] for name in schema}
    for article in corpus.articles.select(names).iter_rows():
        # Columns hold no objects of their own, so the collector has nothing to walk through as they grow.
        for column, values in zip(columns.values(), zip(*_article(*article), strict=True), strict=False):
            column.extend(values)
    return Passages(pl.DataFrame(columns, schema=schema), corpus)


def _article(article_id: str, outlet: str, event: str | None, title: str | None, text: str) -> Iterator[tuple[Any, ...]]:
    parts = {"title": title or "", "text": text}
    headed = People(parts["title"])
    people = {"title": headed, "text": People(parts["text"], headed)}
    cuts = {part: sentences(written) for part, written in parts.items()}
    found = {
        part: voices(written, cuts[part], title=part == "title", people=people[part], others=people["text" if part == "title" else "title"])
        for part, written in parts.items()
    }
    spans = echoed(parts, found)
    for part, written in parts.items():
        for sentence, start, end, words, span in _tiles(written, cuts[part], spans[part]):
            key = f"{article_id}:{part}:{span.key}" if span.attributed else None
            yield (article_id, outlet, event, part, sentence, start, end, words, *span.columns(key))


def _tiles(text: str, cut: list[tuple[int, int]], spans: list[Span]) -> Iterator[tuple[int, int, int, int, Span]]:
    """Cut `text` at every sentence and span boundary: sentence, start, end, words that start inside, span or own voice.

    What holds no word between a span and the next boundary, a comma or a space, goes to the span.
    """
    starts = word_starts(text)
    at = word = following = 0
    for number, (_, end) in enumerate(cut):
        while at < end:
            while following < len(spans) and spans[following].end <= at:
                following += 1
            span = spans[following] if following < len(spans) else None
            inside = span is not None and span.start <= at
            limit = end if span is None else min(end, spans[following + 1].start if inside and following + 1 < len(spans) else end)
            stop = end if span is None else min(end, span.end if inside else span.start)
            next_word = bisect_left(starts, stop, word)
            if inside and (next_word >= len(starts) or starts[next_word] >= limit):
                stop = max(stop, limit)
            yield number, at, stop, next_word - word, span if inside and span is not None else OWN
            at, word = stop, next_word
