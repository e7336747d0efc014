"""Columns, types and meanings of every table that passes between rooms, and the check that a table is one.

A table is a Polars data frame whose columns start with those listed here, in any order, with these types.
``rates``, ``contrasts``, ``choices`` and ``speakers`` also carry the group columns the user asked for. Unknown is null (or
nan for a number that is undefined), never 0.
"""

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Any, NamedTuple

import narwhals as nw
import polars as pl

from framing import arguments

PARTS = ("title", "text")
VOICES = ("own", "direct", "indirect", "scare")
ATTRIBUTED = ("direct", "indirect")
KINDS = ("person", "anonymous", "group", "document")


class Column(NamedTuple):
    """One column of a table: its type and what a value means, with the unit where there is one."""

    dtype: Any
    meaning: str


_ARTICLE = {
    "article_id": Column(pl.String, "the article, unique in its corpus"),
    "outlet": Column(pl.String, "who published it"),
    "event": Column(pl.String, "the event it reports; null: not assigned"),
}
_PLACE = {
    **_ARTICLE,
    "part": Column(pl.Enum(PARTS), "the title or the text of the article"),
    "sentence": Column(pl.Int32, "number of the sentence within its part, from 0"),
}
_VOICE = {
    "voice": Column(pl.Enum(VOICES), "whose words: own, direct, indirect, scare (the codebook of voices)"),
    "speaker": Column(pl.String, "canonical name of the speaker in this article; null: none or unknown"),
    "speaker_mention": Column(pl.String, "the speaker as printed"),
    "speaker_start": Column(pl.Int32, "where the mention starts, code points into the same part"),
    "speaker_end": Column(pl.Int32, "where the mention ends, exclusive"),
    "cue": Column(pl.String, "the reporting expression as printed"),
    "cue_start": Column(pl.Int32, "where the cue starts"),
    "cue_class": Column(pl.String, "neutral, assertive, ...; title or mention for words that are named, not used"),
    "commitment": Column(pl.Int8, "the outlet's commitment by its choice of cue: +1 factive, 0 neutral, -1 distancing"),
    "confidence": Column(pl.Float64, "probability that voice is right, 0 to 1"),
    "attribution": Column(pl.String, "id of the attributed span this belongs to; null in own voice"),
    "chain": Column(pl.String, "speakers quoted by the speaker, outermost first, joined by ' > '; null: none"),
    "rule": Column(pl.String, "name of the rule that decided the voice"),
}
_OFFSETS = {
    "start": Column(pl.Int32, "first code point, into the part as published"),
    "end": Column(pl.Int32, "one past the last code point"),
}
_SUPPORT = {
    "articles": Column(pl.Int64, "articles that carry the row: those with any exposure"),
    "events": Column(pl.Int64, "events those articles report"),
}
_INTERVAL = {
    "low": Column(pl.Float64, "lower end of the interval; nan: undefined"),
    "high": Column(pl.Float64, "upper end of the interval; nan: undefined"),
}
_TEST = {
    "p": Column(pl.Float64, "p-value; nan: undefined"),
    "q": Column(pl.Float64, "p adjusted over the whole table (Benjamini and Hochberg 1995)"),
}

_COPY = {
    "article_id": Column(pl.String, "an article"),
    "outlet": Column(pl.String, "who published it"),
    "earlier_id": Column(pl.String, "an article that stands before it in the corpus and of which it prints much"),
    "earlier_outlet": Column(pl.String, "who published that"),
}

TABLES: Mapping[str, Mapping[str, Column]] = MappingProxyType(
    {
        "articles": {
            **_ARTICLE,
            "published": Column(pl.Date, "day of publication; null: unknown"),
            "title": Column(pl.String, "headline, exactly as published; may be empty"),
            "text": Column(pl.String, "body, exactly as published; may be empty"),
            "url": Column(pl.String, "where it was published; null: unknown"),
            "language": Column(pl.String, "language code such as en; null: unknown"),
        },
        "passages": {
            **_PLACE,
            **_OFFSETS,
            "tokens": Column(pl.Int32, "words that start in it"),
            **_VOICE,
            "speaker_confidence": Column(pl.Float64, "probability that the speaker is right if the voice is; null: no mention"),
        },
        "hits": {
            **_PLACE,
            **_VOICE,
            "frame": Column(pl.String, "the frame the term belongs to; null for a naming choice"),
            "choice": Column(pl.String, "the referent named; null for a frame"),
            "name": Column(pl.String, "which of the rival names of that referent; null for a frame"),
            "term": Column(pl.String, "the lexicon entry, or the label a classifier gave"),
            **_OFFSETS,
            "surface": Column(pl.String, "the words as printed: text[start:end]"),
            "negated": Column(pl.Boolean, "the term is denied in its own voice"),
            "distanced": Column(pl.Boolean, "held at a distance: so-called, alleged, scare marks"),
            "hedge": Column(pl.String, "question, conditional, future, modal, ...; null: none"),
            "target": Column(pl.String, "whom the term describes; null: no recoverable actor"),
            "weight": Column(pl.Float64, "what the hit counts, 1 for a plain lexicon entry"),
        },
        "exposure": {
            **_ARTICLE,
            "part": _PLACE["part"],
            "voice": _VOICE["voice"],
            "speaker": _VOICE["speaker"],
            "exposure": Column(pl.Float64, "what could have been hit, in the scorer's unit"),
        },
        "rates": {
            "frame": Column(pl.String, "the frame"),
            "value": Column(pl.Float64, "sum of hit weights"),
            "exposure": Column(pl.Float64, "sum of exposure, in the scorer's unit"),
            "per": Column(pl.Float64, "the exposure a rate refers to, 1000 for words"),
            "rate": Column(pl.Float64, "per * value / exposure; nan without exposure"),
            **_INTERVAL,
            **_SUPPORT,
        },
        "contrasts": {
            "frame": Column(pl.String, "the frame"),
            "a": Column(pl.String, "first group"),
            "b": Column(pl.String, "second group"),
            "rate_a": Column(pl.Float64, "rate of a over the events both report"),
            "rate_b": Column(pl.Float64, "rate of b over the events both report"),
            "ratio": Column(pl.Float64, "pooled rate ratio a / b within events"),
            **_INTERVAL,
            **_TEST,
            **_SUPPORT,
        },
        "choices": {
            "choice": Column(pl.String, "the referent named"),
            "name": Column(pl.String, "one of its rival names"),
            "count": Column(pl.Float64, "sum of hit weights"),
            "share": Column(pl.Float64, "count out of all namings of the referent; nan: never named"),
            **_INTERVAL,
            **_SUPPORT,
        },
        "keyness": {
            "term": Column(pl.String, "the word, folded"),
            "count_a": Column(pl.Int64, "occurrences in a"),
            "count_b": Column(pl.Int64, "occurrences in b"),
            "log_ratio": Column(pl.Float64, "binary logarithm of the ratio of relative frequencies"),
            **_INTERVAL,
            "log_odds": Column(pl.Float64, "difference in log-odds with an informative Dirichlet prior"),
            "z": Column(pl.Float64, "log_odds over its standard error"),
            "g2": Column(pl.Float64, "token-level log-likelihood ratio; words are not independent: not a test"),
            **_TEST,
            "dispersion_a": Column(pl.Float64, "Gries' DP over the articles of a, 0 even to 1 uneven"),
            "dispersion_b": Column(pl.Float64, "Gries' DP over the articles of b"),
            "articles_a": Column(pl.Int64, "articles of a that use the word"),
            "articles_b": Column(pl.Int64, "articles of b that use the word"),
        },
        "speakers": {
            "speaker": Column(pl.String, "who speaks, under one name; null: not known"),
            "kind": Column(pl.Enum(KINDS), "a person with a name, people without one (anonymous), a body, a document; null: not known"),
            "aliases": Column(pl.List(pl.String), "the forms in print, pronouns left out"),
            "mentions": Column(pl.Int64, "stretches attributed to the speaker"),
            "direct": Column(pl.Int64, "words in marks"),
            "indirect": Column(pl.Int64, "words reported without marks"),
            "articles": Column(pl.Int64, "articles in which the speaker is heard"),
            "events": Column(pl.Int64, "events those articles report"),
        },
        "concordance": {
            **_ARTICLE,
            "published": Column(pl.Date, "day of publication"),
            "left": Column(pl.String, "text before the hit"),
            "surface": Column(pl.String, "the hit"),
            "right": Column(pl.String, "text after the hit"),
            "voice": _VOICE["voice"],
            "speaker": _VOICE["speaker"],
            "cue": _VOICE["cue"],
            "term": Column(pl.String, "the lexicon entry"),
            "frame": Column(pl.String, "the frame"),
        },
        "near_copies": {
            **_COPY,
            "share": Column(pl.Float64, "runs of eight words that both texts have, of those in the text that has fewer"),
        },
        "rewordings": {
            **_COPY,
            "event": Column(pl.String, "the event the article reports; null: not assigned"),
            "start": Column(pl.Int64, "where the change begins in the text of the article, in code points"),
            "end": Column(pl.Int64, "where it ends, exclusive"),
            "surface": Column(pl.String, "what the article prints; empty: it left words out"),
            "earlier_start": Column(pl.Int64, "where the same begins in the text of the earlier article"),
            "earlier_end": Column(pl.Int64, "where it ends, exclusive"),
            "earlier_surface": Column(pl.String, "what stands there; empty: words were added"),
            "left": Column(pl.String, "text before the change"),
            "right": Column(pl.String, "text after the change"),
        },
    }
)


def schema(name: str) -> pl.Schema:
    """Column names and types of the table called `name`."""
    return pl.Schema({column: spec.dtype for column, spec in TABLES[arguments.known(name, TABLES, "table")].items()})


def empty(name: str) -> pl.DataFrame:
    """The table called `name` without rows."""
    return pl.DataFrame(schema=schema(name))


def check(frame: Any, name: str) -> pl.DataFrame:
    """Return `frame` unchanged if it is a table called `name`.

    Raises
    ------
    TypeError
        If it is no Polars data frame.
    ValueError
        If a column is missing or has another type than the table demands. Further columns are allowed.
    """
    if not isinstance(frame, pl.DataFrame):
        raise TypeError(f"The {name} table is a Polars data frame, not {type(frame).__name__}")
    columns = frame.schema
    for column, spec in TABLES[arguments.known(name, TABLES, "table")].items():
        if column not in columns:
            raise ValueError(f"{name} table lacks the column {column!r}; it has {frame.columns}")
        if columns[column] != spec.dtype:
            raise ValueError(f"column {column!r} of the {name} table is {columns[column]}; expected {spec.dtype}")
    return frame


def frame(given: Any, what: str) -> pl.DataFrame:
    """Return the data frame `given`, of whatever kind, as Polars.

    Parameters
    ----------
    given
        A Polars, pandas or PyArrow data frame. What it takes for missing becomes null (pandas writes a missing word as nan or NA),
        but nan stays nan in a column of numbers.
    what
        How a message calls it, such as ``"the coding"``.

    Raises
    ------
    TypeError
        If it is no data frame, or a lazy one.
    """
    if isinstance(given, pl.DataFrame):
        return given
    try:
        native = nw.from_native(given, eager_only=True)
    except TypeError:
        raise TypeError(f"{what} is a Polars, pandas or PyArrow data frame, not {type(given).__name__}") from None
    return pl.DataFrame({name: _values(native[name]) for name in native.columns}, strict=False)


def _values(column: Any) -> list[Any]:
    kept = float if column.dtype.is_numeric() else ()
    each = zip(column.to_list(), column.is_null().to_list(), strict=True)
    return [None if missing and not isinstance(value, kept) else value for value, missing in each]


def selection(frame: pl.DataFrame, where: Mapping[str, Any], allowed: Mapping[str, Iterable[Any]] | None = None) -> pl.Expr:
    """Build the filter that keeps rows whose columns equal the given values.

    Parameters
    ----------
    frame
        The table to be filtered.
    where
        Column to a value or a list, tuple or set of values; None selects null.
    allowed
        Column to the values it can take, for columns where a misspelled value must not pass as "nothing found".
        Without an entry here, the values are those that stand in `frame`.

    Raises
    ------
    ValueError
        For an unknown column or a value that column cannot take.
    """
    keep = pl.lit(True)
    for column, wanted in where.items():
        arguments.known(column, frame.columns, "column")
        values = list(wanted) if isinstance(wanted, (list, tuple, set, frozenset)) else [wanted]
        possible = list(allowed[column]) if column in (allowed := allowed or {}) else frame[column].drop_nulls().unique().sort().to_list()
        for value in values:
            if value is not None and value not in possible:
                raise ValueError(f"Unknown {column} {value!r}; expected one of {arguments.some(possible)}")
        present = pl.col(column).is_in([possible[possible.index(v)] for v in values if v is not None])  # 0 of a truth is False
        keep &= present | pl.col(column).is_null() if None in values else present.fill_null(False)
    return keep
