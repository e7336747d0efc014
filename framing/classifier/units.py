"""What a classifier reads and what its exposure counts: passages, sentences or articles, each in one voice."""

import polars as pl

from framing import arguments, tables
from framing.voice import Passages

UNITS = ("passages", "sentences", "articles")
KEYS = ("article_id", "outlet", "event", "part", "voice", "speaker")
_PLACE = ("article_id", "outlet", "event", "part", "sentence")
_VOICE = tuple(tables.schema("passages").names()[len(_PLACE) + 3 :])


def units(passages: Passages, unit: str) -> pl.DataFrame:
    """One row for each passage, sentence or article that holds a word: its place, its voice, and what is read of it.

    A sentence takes the voice and speaker in which most of its words stand, the first of them on a tie. An article
    as a whole is its outlet's own. Where `passages` are a selection, only their words are read, so that a sentence
    selected in own voice is read without its quotations.

    Parameters
    ----------
    passages
        From `split_voices`, or a selection of them.
    unit
        ``passages``, ``sentences`` or ``articles``.

    Returns
    -------
    table
        The columns of a `passages` table, with `start` and `end` from the first to the last passage of the unit, and
        `content`, the words read.
    """
    arguments.known(unit, UNITS, "unit")
    arguments.made(passages, Passages, "a classifier")
    read = passages.table.with_columns(content=contents(passages.table, passages)).filter(pl.col("tokens") > 0)
    return read if unit == "passages" else _sentences(read) if unit == "sentences" else _articles(read)


def _sentences(read: pl.DataFrame) -> pl.DataFrame:
    loudest = [pl.col(column).get(pl.col("tokens").arg_max()) for column in _VOICE]
    return read.group_by(_PLACE, maintain_order=True).agg(*_stretch(), *loudest)


def _articles(read: pl.DataFrame) -> pl.DataFrame:
    parts = read.group_by("article_id", "outlet", "event", "part", maintain_order=True).agg(*_stretch(), pl.col("sentence").first())
    # The offsets of a unit lie in one part: those of the last, the text, which only an article without text lacks.
    last = [pl.col(column).last() for column in ("part", "sentence", "start", "end")]
    whole = parts.group_by("article_id", "outlet", "event", maintain_order=True).agg(*last, _joined("\n"), pl.col("tokens").sum())
    schema = tables.schema("passages")
    voice = [pl.lit("own" if column == "voice" else None, schema[column]).alias(column) for column in _VOICE]
    return whole.with_columns(voice)


def _stretch() -> list[pl.Expr]:
    return [pl.col("start").min(), pl.col("end").max(), pl.col("tokens").sum(), _joined("")]


def _joined(separator: str) -> pl.Expr:
    return pl.col("content").str.join(separator)


def as_hits(found: pl.DataFrame, passages: Passages) -> pl.DataFrame:
    """Places with passage columns, `frame` and `term` as a `hits` table: the words that stand there, and nothing said of stance.

    One unit or one word is weighed like another; a classifier names no target and knows no naming choice.
    """
    empty = {"negated": False, "distanced": False, "hedge": None, "target": None, "choice": None, "name": None, "weight": 1.0}
    filled = found.with_columns(surface=contents(found, passages), **{name: pl.lit(value) for name, value in empty.items()})
    return filled.select(pl.col(column).cast(dtype) for column, dtype in tables.schema("hits").items())


def contents(places: pl.DataFrame, passages: Passages) -> pl.Series:
    """Return the words as published at each row's `article_id`, `part`, `start` and `end`."""
    parts = passages.corpus.parts
    rows = places.select("article_id", "part", "start", "end").iter_rows()
    return pl.Series([parts[name, part][start:end] for name, part, start, end in rows], dtype=pl.String)
