"""Rows of the passages table: articles cut at every sentence and wherever the voice changes."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from typing import Any

import polars as pl

from framing import tables
from framing.text import word_starts
from framing.voice.drafts import Draft
from framing.voice.echo import echoed
from framing.voice.spans import OWN, Span

ARTICLE = ("article_id", "outlet", "event")
PLACE = ("sentence", "start", "end", "tokens")


def passage_rows(articles: pl.DataFrame, drafts: Iterable[Draft]) -> pl.DataFrame:
    """Passages table of `articles` from a draft of each.

    What an article and what a span tells is written once each and then spread over their rows.
    """
    # Columns hold no objects of their own, so the collector has nothing to walk through as they grow.
    tiles: list[list[int]] = [[] for _ in ("article", "part", "span", *PLACE)]
    spans: list[list[Any]] = [[value] for value in OWN.columns(None)]
    for number, each in enumerate(drafts):
        found = echoed(each.parts, each.spans)
        for part, (name, text) in enumerate(each.parts.items()):
            cut = list(_tiles(text, each.cuts[name], found[name], len(spans[0])))
            tiles[0].extend([number] * len(cut))
            tiles[1].extend([part] * len(cut))
            _extend(tiles[2:], cut)
            _extend(spans, [span.columns(_key(each, name, span)) for span in found[name]])
    return _spread(articles, tiles, spans)


def _key(draft: Draft, part: str, span: Span) -> str | None:
    """Identifier of the report that a span belongs to."""
    return f"{draft.key[0]}:{part}:{span.key}" if span.attributed else None


def _extend(columns: list[list[Any]], rows: list[tuple[Any, ...]]) -> None:
    for column, values in zip(columns, zip(*rows, strict=True), strict=False):
        column.extend(values)


def _spread(articles: pl.DataFrame, tiles: list[list[int]], spans: list[list[Any]]) -> pl.DataFrame:
    """Gather what articles and spans tell for every tile."""
    schema = tables.schema("passages")
    article, part, span = (pl.Series(values, dtype=pl.UInt32) for values in tiles[:3])
    place = dict(zip(PLACE, tiles[3:], strict=True))
    voice = dict(zip([name for name in schema if name not in (*ARTICLE, "part", *PLACE)], spans, strict=True))
    columns = [
        *articles.select(ARTICLE)[article],
        pl.Series("part", tables.PARTS, schema["part"])[part],
        *pl.DataFrame(place, schema={name: schema[name] for name in place}),
        *pl.DataFrame(voice, schema={name: schema[name] for name in voice})[span],
    ]
    return pl.DataFrame(columns)


def _tiles(text: str, cut: list[tuple[int, int]], spans: list[Span], first: int) -> Iterator[tuple[int, int, int, int, int]]:
    """Cut `text` at every sentence and span boundary: number of the span, sentence, start, end, words that start inside.

    The first of `spans` has number `first`; 0 is the outlet's own voice. What holds no word between a span and the next boundary,
    a comma or a space, goes to the span.
    """
    behind = len(text) + 1
    starts = [*word_starts(text), behind]
    edges = [*((span.start, span.end) for span in spans), (behind, behind), (behind, behind)]
    at = word = following = 0
    for number, (_, end) in enumerate(cut):
        while at < end:
            while edges[following][1] <= at:
                following += 1
            begin, stop = edges[following]
            inside = begin <= at
            stop = min(end, stop if inside else begin)
            next_word = bisect_left(starts, stop, word)
            if inside and stop < end:
                limit = min(end, edges[following + 1][0])
                stop = limit if starts[next_word] >= limit > stop else stop
            yield first + following if inside else 0, number, at, stop, next_word - word
            at, word = stop, next_word
