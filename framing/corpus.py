"""Corpus: what was published."""

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

import narwhals as nw
import polars as pl

from framing import tables

REQUIRED = ("article_id", "outlet", "text")


@dataclass(frozen=True)
class Corpus:
    """Articles of several outlets, each on at most one event, with their text exactly as published.

    Parameters
    ----------
    articles
        An `articles` table (see `framing.tables`); `article_id` is unique.
    notes
        What reading found and did, such as counts of empty texts or unreadable dates, by name. Nothing is
        dropped in silence.

    Raises
    ------
    ValueError
        If `articles` is not an articles table, or an id stands twice.
    """

    articles: pl.DataFrame
    notes: Mapping[str, Any] = field(default_factory=dict)

    def __post_init__(self) -> None:
        tables.check(self.articles, "articles")
        for column in REQUIRED:
            missing = self.articles[column].is_null().sum()
            if missing:
                raise ValueError(f"{missing} articles lack {column!r}; every article needs {list(REQUIRED)}")
        twice = self.articles["article_id"].filter(self.articles["article_id"].is_duplicated())
        if len(twice):
            raise ValueError(f"article_id {twice[0]!r} stands more than once; ids must be unique")

    def __len__(self) -> int:
        return self.articles.height

    def __repr__(self) -> str:
        outlets, events = (self.articles[column].drop_nulls().n_unique() for column in ("outlet", "event"))
        return f"Corpus({len(self)} articles, {outlets} outlets, {events} events)"

    @property
    def outlets(self) -> list[str]:
        """Names of the outlets, sorted."""
        return self.articles["outlet"].unique().sort().to_list()

    @property
    def events(self) -> list[str]:
        """Names of the events, sorted, without null."""
        return self.articles["event"].drop_nulls().unique().sort().to_list()

    def where(self, **columns: Any) -> "Corpus":
        """Keep the articles whose columns equal the given values: ``corpus.where(outlet=["A", "B"])``.

        Raises
        ------
        ValueError
            For an unknown column or a value that no article has.
        """
        return Corpus(self.articles.filter(tables.selection(self.articles, columns)), self.notes)

    @classmethod
    def from_frame(cls, frame: Any, *, columns: Mapping[str, str] | None = None) -> "Corpus":
        """Make a corpus from a data frame of pandas, Polars or PyArrow.

        Parameters
        ----------
        frame
            One article a row.
        columns
            Our column name to yours, for those that differ: ``{"text": "body"}``.

        Raises
        ------
        TypeError
            If `frame` is not a data frame.
        ValueError
            If a required column is missing or an id stands twice.
        """
        native = nw.from_native(frame, eager_only=True)
        return _from_polars(pl.DataFrame({name: native[name].to_list() for name in native.columns}, strict=False), columns)

    @classmethod
    def from_records(cls, records: Iterable[Mapping[str, Any]], *, columns: Mapping[str, str] | None = None) -> "Corpus":
        """Make a corpus from dicts, one an article; see `from_frame`."""
        rows = [dict(record) for record in records]
        names = dict.fromkeys(name for row in rows for name in row)
        return _from_polars(pl.DataFrame({name: [row.get(name) for row in rows] for name in names}, strict=False), columns)


def _from_polars(frame: pl.DataFrame, columns: Mapping[str, str] | None) -> Corpus:
    frame = _renamed(frame, columns or {})
    if frame.is_empty() and not frame.columns:
        return Corpus(tables.empty("articles"))
    for column in REQUIRED:
        if column not in frame.columns:
            raise ValueError(f"Missing column {column!r}; the data have {frame.columns}; name yours with columns={{{column!r}: ...}}")
    notes: dict[str, Any] = {}
    typed = [_typed(frame, name, dtype, notes) for name, dtype in tables.schema("articles").items()]
    return Corpus(pl.DataFrame(typed), notes)


def _renamed(frame: pl.DataFrame, columns: Mapping[str, str]) -> pl.DataFrame:
    for ours, theirs in columns.items():
        tables.known(ours, tables.schema("articles"), "column of ours")
        tables.known(theirs, frame.columns, "column of the data")
    taken = [ours for ours in columns if ours in frame.columns and ours not in columns.values()]
    return frame.drop(taken).rename({theirs: ours for ours, theirs in columns.items()})


def _typed(frame: pl.DataFrame, name: str, dtype: Any, notes: dict[str, Any]) -> pl.Series:
    if name not in frame.columns:
        return pl.Series(name, [""] * frame.height if name == "title" else [None] * frame.height, dtype=dtype)
    values = frame[name].to_list()
    if name == "published":
        dates = [_date(value) for value in values]
        unread = sum(day is None and value not in (None, "") for day, value in zip(dates, values, strict=True))
        if unread:
            notes["unreadable_dates"] = unread
        return pl.Series(name, dates, dtype=pl.Date)
    texts = [None if value is None or value != value else str(value) for value in values]
    return pl.Series(name, [text or "" for text in texts] if name == "title" else texts, dtype=pl.String)


def _date(value: Any) -> datetime.date | None:
    """The day of an ISO date or date-time, or of a date object; None if it is none."""
    if isinstance(value, datetime.datetime):
        return value.date()
    if isinstance(value, datetime.date):
        return value
    try:
        return datetime.date.fromisoformat(str(value)[:10])
    except ValueError:
        return None
