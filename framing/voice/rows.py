"""Rows of the passages table: articles cut at every sentence and wherever the voice changes."""

from collections.abc import Iterable
from typing import Any

import polars as pl

from framing import tables
from framing.voice.drafts import Draft
from framing.voice.echo import echoed
from framing.voice.spans import OWN
from framing.voice.tiles import Ints, Layout, Tiles

ARTICLE = ("article_id", "outlet", "event")
PLACE = ("sentence", "start", "end", "tokens")


def passage_rows(articles: pl.DataFrame, drafts: Iterable[Draft]) -> pl.DataFrame:
    """Passages table of `articles` from a draft of each.

    What an article and what a span tells is written once each and then spread over their rows.
    """
    layout = Layout()
    # Columns hold no objects of their own, so the collector has nothing to walk through as they grow.
    spans: list[list[Any]] = [[value] for value in OWN.columns(None)]
    for each in drafts:
        found = echoed(each.parts, each.spans)
        for name, text in each.parts.items():
            layout.add(text, each.cuts[name], found[name])
            report = f"{each.key[0]}:{name}:"  # and where its span begins: the identifier of the report that a stretch belongs to
            _extend(spans, [span.columns(f"{report}{span.key}" if span.attributed else None) for span in found[name]])
    return _spread(articles, layout.tiles(), spans)


def _extend(columns: list[list[Any]], rows: list[tuple[Any, ...]]) -> None:
    for column, values in zip(columns, zip(*rows, strict=True), strict=False):
        column.extend(values)


def _spread(articles: pl.DataFrame, tiles: Tiles, spans: list[list[Any]]) -> pl.DataFrame:
    """Gather what articles and spans tell for every tile; each article has a title and a text."""
    schema = tables.schema("passages")
    article, part, span = (_series(each) for each in (tiles.text // len(tables.PARTS), tiles.text % len(tables.PARTS), tiles.span))
    voice = dict(zip([name for name in schema if name not in (*ARTICLE, "part", *PLACE)], spans, strict=True))
    columns = [
        *articles.select(ARTICLE)[article],
        pl.Series("part", tables.PARTS, schema["part"])[part],
        *(_series(getattr(tiles, name), name) for name in PLACE),
        *pl.DataFrame(voice, schema={name: schema[name] for name in voice})[span],
    ]
    return pl.DataFrame(columns)


def _series(values: Ints, name: str = "") -> pl.Series:
    """Whole numbers as a column; by way of a list, for Polars loads `numpy.ma` to take its first array, which takes 10 ms."""
    return pl.Series(name, values.tolist(), pl.Int32)
