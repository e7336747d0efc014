"""Corpus: what was published."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

import narwhals as nw
import polars as pl

from framing import arguments, tables
from framing.arguments import shown
from framing.corpus.intake import REQUIRED, Row, collect, sources


@dataclass(frozen=True)
class Corpus:
    """Articles of several outlets, each on at most one event, with their text exactly as published.

    Parameters
    ----------
    articles
        An `articles` table (see `framing.tables`); `article_id` is unique.
    notes
        What reading found and did, by name; a name is there only when there is something to tell, and nothing is
        dropped in silence. Counts: ``without_event``, ``unreadable_dates``, ``empty_articles`` (neither title nor
        text), ``empty_texts`` (a title, no text), ``repeated_texts`` (articles whose text an earlier article has;
        where texts are empty, titles are compared), ``texts_with_markup`` (articles with tags or entities of HTML, which count as
        words). Lists: ``unreadable_date_values``, ``empty_article_ids`` and ``repeated_text_ids`` (groups of ids) show the first ten
        each, ``date_order`` (whether day or month stands first in dates such as ``04.03.2022``, as others of the data tell),
        ``ignored_columns``, ``alike_outlets`` and ``alike_events`` (names that differ in case, accents, marks or white space alone) and
        ``events_called_missing`` (events such as ``NA``, which are compared as any other) are whole. The
        notes on files are listed at `framing.read_corpus`. They describe the corpus as it came; `where` keeps them.

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

    @property
    def parts(self) -> dict[tuple[str, str], str]:
        """Each title and text as published, by article and part; empty where there is none."""
        return {(name, part): words or "" for part in tables.PARTS for name, words in self.articles.select("article_id", part).iter_rows()}

    def where(self, **columns: Any) -> "Corpus":
        """Keep the articles whose columns equal the given values: ``corpus.where(outlet=["A", "B"])``.

        Raises
        ------
        ValueError
            For an unknown column or a value that no article has.
        """
        return Corpus(self.articles.filter(tables.selection(self.articles, columns)), self.notes)

    @classmethod
    def from_frame(cls, frame: Any, *, columns: Mapping[str, str] | None = None, html: bool = False) -> "Corpus":
        """Make a corpus from a data frame of pandas, Polars or PyArrow.

        Parameters
        ----------
        frame
            One article a row. Ids, outlets and events may be numbers, dates or categories and become strings; a
            missing title, text, event, date, url or language is allowed, a missing id or outlet is not.
        columns
            Our column name to yours, for those that differ: ``{"text": "body"}``. A column that is given for
            another name no longer stands for its own. ``{"article_id": "#"}`` numbers the articles from 1.
        html
            Whether titles and texts are HTML: tags are then left out and entities read as their characters, as a browser shows them.

        Raises
        ------
        TypeError
            If `frame` is not a data frame (a lazy one is none), or `columns` is not a mapping.
        ValueError
            If a required column is missing, an id stands twice, a title or text is no string, or a date is none of Python's calendar.

        Examples
        --------
        >>> frame = pl.DataFrame({"paper": ["The Ford Herald"], "body": ["It rained."]})
        >>> Corpus.from_frame(frame, columns={"article_id": "#", "outlet": "paper", "text": "body"})
        Corpus(1 articles, 1 outlets, 0 events)
        """
        native = _eager(frame)
        found = [str(name) for name in native.columns]
        used = [name for name in native.columns if str(name) in sources(columns).values()]
        names = [str(name) for name in used]
        values = zip(*(_listed(native[name]) for name in used), strict=True)
        rows = (Row(f"row {number}", dict(zip(names, each, strict=True))) for number, each in enumerate(values, 1))
        return cls(*collect(rows, columns=columns, found=found, html=html))

    @classmethod
    def from_records(
        cls, records: Iterable[Mapping[str, Any]], *, columns: Mapping[str, str] | None = None, html: bool = False
    ) -> "Corpus":
        """Make a corpus from dicts, one an article; see `from_frame`.

        Raises
        ------
        TypeError
            If a record is not a mapping, or `columns` is none.
        ValueError
            As in `from_frame`.

        Examples
        --------
        >>> Corpus.from_records([{"article_id": 1, "outlet": "The Ford Herald", "text": "It rained."}])
        Corpus(1 articles, 1 outlets, 0 events)
        """
        return cls(*collect(_records(records), columns=columns, html=html))


def _eager(frame: Any) -> "nw.DataFrame[Any]":
    try:
        return nw.from_native(frame, eager_only=True)
    except nw.exceptions.DuplicateError as error:
        raise ValueError(f"the data: a column stands twice: {' '.join(str(error).split())}") from None
    except TypeError:
        wanted = "a pandas, Polars or PyArrow data frame (call .collect() on a lazy one)"
        raise TypeError(f"from_frame takes {wanted}, not {type(frame).__name__}") from None


def _listed(column: "nw.Series[Any]") -> list[Any]:
    try:
        return column.to_list()
    except (ValueError, OverflowError, pl.exceptions.PanicException) as error:  # Polars panics far enough outside
        raise ValueError(f"the data: {column.name!r} holds a date outside the years 1 to 9999: {shown(str(error))[1:-1]}") from None


def _records(records: Iterable[Mapping[str, Any]]) -> Iterator[Row]:
    arguments.of_type("records", records, Iterable, "an iterable of dicts, one an article")
    for number, record in enumerate(records, 1):
        if not isinstance(record, Mapping):
            raise TypeError(f"record {number} is {shown(record)}; from_records takes an iterable of dicts, one an article")
        yield Row(f"record {number}", record)
