"""Articles as they came to the articles table, checked one by one."""

import unicodedata
from collections.abc import Collection, Iterable, Mapping
from typing import Any, NamedTuple

import polars as pl

from framing import arguments, tables
from framing.arguments import shown
from framing.corpus import markup
from framing.corpus.orders import Numbers, orders
from framing.corpus.values import absent, day, label, words

REQUIRED = ("article_id", "outlet", "text")
NUMBERED = "#"
LISTED = 10
CHUNK = 5000
_MISSING = {"na", "n/a", "nan", "nat", "none", "null", "nil", "missing", "-", "--", "—", "?", "#n/a", "<na>"}  # as programs and people say
_BARE = "LMNS"  # kinds of characters that tell names apart: letters, vowel signs, numbers and symbols


class Row(NamedTuple):
    """One article as it came, before it is checked.

    Parameters
    ----------
    place
        Where it stands, for error messages, such as ``articles.jsonl:12``.
    values
        Its values under the names of the data.
    defaults
        Our column to the string it takes when `values` has none.
    """

    place: str
    values: Mapping[str, Any]
    defaults: Mapping[str, str] = {}


def collect(
    rows: Iterable[Row],
    *,
    columns: Mapping[str, str] | None = None,
    found: Iterable[str] | None = None,
    source: str = "the data",
    html: bool = False,
) -> tuple[pl.DataFrame, dict[str, Any]]:
    """Check articles one by one, from any source; return the articles table and the notes of a corpus.

    Parameters
    ----------
    rows
        The articles; consumed once, so that a file of any size can stream through.
    columns
        Our column name to theirs.
    found
        The columns of the data, where they are known before the rows; then a missing one is told first.
    source
        What to call the data in error messages.
    html
        Whether titles and texts are HTML, to be read as a browser shows them.

    Raises
    ------
    ValueError
        For a missing column, or for the first row that is no article, naming its place and the value.
    """
    intake = _Intake(columns, source, html=arguments.of_type("html", html, bool, "True or False"))
    intake.start(found)
    for row in rows:
        intake.add(row)
    return intake.finish()


def sources(columns: Mapping[str, str] | None) -> dict[str, str]:
    """Our column to the column of the data that fills it.

    A column given for another name no longer stands for its own: with ``{"text": "title"}`` headlines are read
    once, as text. To have it twice, say so twice: ``{"article_id": "url", "url": "url"}``.
    """
    schema = tables.schema("articles")
    columns = {} if columns is None else columns
    arguments.of_type("columns", columns, Mapping, "a mapping such as {'text': 'body'}")
    for ours in columns:
        if ours not in schema:
            raise ValueError(f"columns has the key {ours!r}; keys are our names, one of {list(schema)}, and values are yours")
        arguments.of_type(f"columns[{ours!r}]", columns[ours], str, "the name of one of your columns")
    taken = set(columns.values())
    return {ours: columns.get(ours, ours) for ours in schema if ours in columns or ours not in taken}


class _Intake:
    """Gathers rows into an articles table, in chunks: a long file never stands in memory twice."""

    def __init__(self, columns: Mapping[str, str] | None, source: str, *, html: bool) -> None:
        self.html = html
        self.schema = tables.schema("articles")
        self.sources = sources(columns)
        self.mapped = columns or {}
        self.source = source
        self.found: dict[str, None] = {}
        self.defaults: set[str] = set()
        self.places: dict[str, str] = {}
        self.rows: list[list[Any]] = []
        self.chunks = [tables.empty("articles")]
        self.unread: dict[int, str] = {}

    def start(self, found: Iterable[str] | None) -> None:
        """Note which columns there are and raise if one is missing."""
        self.found.update(dict.fromkeys(found or ()))
        if self.found:
            self._require((*REQUIRED, *self.mapped), self.found)

    def add(self, row: Row) -> None:
        """Check one article."""
        self.found.update(dict.fromkeys(row.values))
        self.defaults.update(row.defaults)
        self._require(("article_id", "outlet"), row.values, given=row.defaults, source=row.place)
        article = [self._read(ours, row) for ours in self.schema]
        if article[0] in self.places:
            first, how = self.places[article[0]], "ids must be unique; map another column to article_id, or # to number the articles"
            raise ValueError(f"{row.place}: article_id {shown(article[0])} already stands at {first}; {how}")
        self.places[article[0]] = row.place
        self.rows.append(article)
        if len(self.rows) == CHUNK:
            self._flush()

    def finish(self) -> tuple[pl.DataFrame, dict[str, Any]]:
        """Return the articles table and what is to be told about it."""
        if self.found:
            self._require((*REQUIRED, *self.mapped), self.found, given=self.defaults - set(self.mapped))
        self._flush()
        articles, told = self._dated(pl.concat(self.chunks))
        ignored = [name.encode(errors="backslashreplace").decode() for name in self.found if name not in self.sources.values()]
        return articles, {name: note for name, note in (_quality(articles) | told | {"ignored_columns": ignored}).items() if note}

    def _dated(self, articles: pl.DataFrame) -> tuple[pl.DataFrame, dict[str, Any]]:
        """Read the dates in numbers alone whose order others tell; return the articles, and what is to be told of their dates."""
        numbered = {row: numbers for row, value in self.unread.items() if (numbers := Numbers.of(value))}
        order = orders(list(numbered.values()))
        days = {row: found for row, numbers in numbered.items() if numbers.mark in order and (found := numbers.day(order[numbers.mark]))}
        left = [value for row, value in self.unread.items() if row not in days]
        told = {
            "date_order": [mark.join(("day", "month") if order[mark] else ("month", "day")) + f"{mark}year" for mark in sorted(order)],
            "unreadable_dates": len(left),
            "unreadable_date_values": list(dict.fromkeys(left))[:LISTED],
        }
        if days:
            published = articles["published"].scatter(list(days), list(days.values()))
            articles = articles.with_columns(published)
        return articles, told

    def _flush(self) -> None:
        self.chunks.append(pl.DataFrame(self.rows, schema=self.schema, orient="row"))
        self.rows = []

    def _require(self, wanted: Iterable[str], present: Collection[str], *, given: Collection[str] = (), source: str = "") -> None:
        lacking = [ours for ours in wanted if self.sources.get(ours) not in present and ours not in given and not self._numbers(ours)]
        if not lacking:
            return
        ours, there = lacking[0], f"columns there: {shown(list(present), 500)}"
        if ours in self.mapped:
            raise ValueError(f"{source or self.source}: no column {self.mapped[ours]!r} to fill {ours!r} with; {there}")
        if ours in self.mapped.values() and ours in present:
            taker = next(taker for taker, theirs in self.mapped.items() if theirs == ours)
            how = f"columns={{{ours!r}: {ours!r}}} or --map {ours}={ours} lets it fill both"
            raise ValueError(f"{source or self.source}: column {ours!r} fills {taker!r} and so no longer {ours!r}; {how}")
        names = ", ".join(repr(name) for name in dict.fromkeys(lacking))
        how = f"name yours with columns={{{ours!r}: 'YOURS'}} or --map {ours}=YOURS"
        if ours == "article_id":
            how += " (# numbers the articles)"
        raise ValueError(f"{source or self.source}: missing column {names}; {there}; {how}")

    def _numbers(self, ours: str) -> bool:
        return ours == "article_id" and self.sources.get(ours) == NUMBERED

    def _read(self, ours: str, row: Row) -> Any:
        value = row.values.get(self.sources.get(ours, ""))
        try:
            if ours in ("title", "text"):
                return markup.shown(words(value)) if self.html else words(value)
            if ours == "published":
                return self._day(value)
            name = label(value) or row.defaults.get(ours)
        except ValueError as error:
            parts = [f"{self.sources[ours]}.{part}" for part in value] if isinstance(value, dict) else []
            how = f"; name one of its parts, {shown([part for part in parts if part in row.values])}" if {*parts} & {*row.values} else ""
            raise ValueError(f"{row.place}: {ours} {error}{how}") from None
        if name is None and self._numbers(ours):
            name = str(len(self.places) + 1)
        if name is None and ours in REQUIRED:
            raise ValueError(f"{row.place}: {ours} is {shown(value)}; every article needs one")
        return name

    def _day(self, value: Any) -> Any:
        read = day(value)
        if read is None and not absent(value) and value != "":
            self.unread[len(self.places)] = shown(value).strip("'")
        return read


def _quality(articles: pl.DataFrame) -> dict[str, Any]:
    """Count what a reader of the results must know about the articles."""
    title_empty, text_empty = (pl.col(part).str.strip_chars() == "" for part in ("title", "text"))
    parts = articles.select("article_id", title=title_empty, text=text_empty)
    empty = parts.filter("title", "text")["article_id"]
    repeated = _repeated(articles, parts["text"], parts["title"] & parts["text"])
    return {
        "without_event": articles["event"].null_count(),
        "empty_articles": len(empty),
        "empty_article_ids": empty.head(LISTED).to_list(),
        "empty_texts": parts.filter(~pl.col("title"), "text").height,
        "repeated_texts": sum(len(ids) - 1 for ids in repeated),
        "repeated_text_ids": [ids[:LISTED] for ids in repeated[:LISTED]],
        "texts_with_markup": articles.filter(
            pl.any_horizontal(pl.col("title", "text").str.contains(f"{markup.TAG}|{markup.ENTITY}"))
        ).height,
        "alike_outlets": _alike(articles["outlet"]),
        "alike_events": _alike(articles["event"]),
        "events_called_missing": [name for name in articles["event"].drop_nulls().unique().sort() if name.strip().casefold() in _MISSING],
    }


def _alike(names: pl.Series) -> list[list[str]]:
    """Names that differ in case, accents, marks or white space alone: mostly one and the same, typed twice."""
    groups: dict[str, list[str]] = {}
    for name in names.drop_nulls().unique().sort():
        groups.setdefault(_bare(name), []).append(name)
    return [same for same in groups.values() if len(same) > 1]


def _bare(name: str) -> str:
    """Return the letters and digits of a name, a plus among them ("A+" is not "A"), without accents; the name where there are none."""
    apart = unicodedata.normalize("NFKD", name.casefold())
    return "".join(sign for sign in apart if unicodedata.category(sign)[0] in _BARE and not unicodedata.combining(sign)) or name


def _repeated(articles: pl.DataFrame, titled: pl.Series, empty: pl.Series) -> list[list[str]]:
    """Ids of articles with the same words, by group: the title's where the article is only `titled`, none where `empty`.

    Hashes are compared first, for comparing the texts themselves takes a second copy of all of them.
    """
    hashes = articles.select(pl.when(titled).then(pl.col("title").hash()).otherwise(pl.col("text").hash())).to_series()
    alike = articles.with_columns(titled=titled).filter(hashes.is_duplicated() & ~empty)
    words = pl.when("titled").then("title").otherwise("text").alias("words")
    groups = alike.group_by(words, maintain_order=True).agg("article_id")["article_id"]
    return [ids for ids in groups.to_list() if len(ids) > 1]
