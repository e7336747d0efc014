"""The card of an entry: why it is there, where it came from, what it found, how often it was right."""

import difflib
import math
from dataclasses import asdict, dataclass, fields
from typing import Any

import numpy as np
import polars as pl

from framing import tables
from framing.lexicon import patterns
from framing.lexicon.model import Entry, Lexicon
from framing.resample.intervals import wilson

Z95 = 1.959963984540054
PLAIN = {part.name: part.default for part in fields(Entry)}
SHOWN = ("note", "source", "example", "counterexample", "target", "not_before", "not_after", "only_near", "weight", "case", "stem")


@dataclass(frozen=True)
class Card:
    """What is known of one or more entries that stand for a term.

    Parameters
    ----------
    lexicon
        Name, version and the first twelve digits of the digest.
    entries
        Data frame of one row an entry, with the columns of `framing.lexicon.Entry`.
    hits
        Data frame of one row for each place (frame, choice, name), outlet and voice, with `hits`, the sum of weights as
        `value`, and the `articles` they stand in; None without scores.
    precision
        Data frame of one row with `judged`, `correct`, `precision`, `low`, `high` (95 %, Wilson); None without coding.
    """

    lexicon: str
    entries: pl.DataFrame
    hits: pl.DataFrame | None = None
    precision: pl.DataFrame | None = None

    def __str__(self) -> str:
        lines = [self.lexicon]
        for entry in self.entries.iter_rows(named=True):
            lines += ["", f"{entry['term']}  ({_place(entry)})"]
            told = {key: entry[key] for key in SHOWN if entry[key] and entry[key] != PLAIN[key]}
            lines += [f"  {key}: {', '.join(value) if isinstance(value, list) else value}" for key, value in told.items()]
        shown = [table for table in (self.hits, self.precision) if table is not None]
        with pl.Config(tbl_rows=-1, tbl_hide_column_data_types=True, tbl_hide_dataframe_shape=True):
            return "\n".join([*lines, *(f"\n{table}" for table in shown)])


def card(lexicon: Lexicon, term: str, scores: Any, coded: Any) -> Card:
    """Make the card of the entries that stand for a term; see `Lexicon.describe`."""
    entries = [entry for entry in lexicon.entries if entry.term == term] or _standing_for(lexicon, term)
    if not entries:
        near = difflib.get_close_matches(term, [entry.term for entry in lexicon.entries], n=5, cutoff=0.5)
        raise ValueError(f"No entry of {lexicon.name!r} stands for {term!r}; the nearest are {near}")
    rows = [{key: list(value) if isinstance(value, tuple) else value for key, value in asdict(entry).items()} for entry in entries]
    terms = list(dict.fromkeys(entry.term for entry in entries))
    return Card(
        lexicon=f"{lexicon.name} {lexicon.version}, sha256 {lexicon.digest[:12]}",
        entries=pl.DataFrame(rows, schema_overrides=dict.fromkeys(("not_before", "not_after", "only_near"), pl.List(pl.String))),
        hits=None if scores is None else _hits(scores.hits, terms),
        precision=None if coded is None else _precision(coded, terms),
    )


def _standing_for(lexicon: Lexicon, term: str) -> list[Entry]:
    return [entry for entry in lexicon.entries if any(patterns.covers(phrase, term) for phrase in patterns.expand(entry.term))]


def _hits(hits: pl.DataFrame, terms: list[str]) -> pl.DataFrame:
    counts = [
        pl.len().cast(pl.Int64).alias("hits"),
        pl.col("weight").sum().alias("value"),
        pl.col("article_id").n_unique().cast(pl.Int64).alias("articles"),
    ]
    keys = ["frame", "choice", "name", "outlet", "voice"]
    return hits.filter(pl.col("term").is_in(terms)).group_by(keys).agg(counts).sort(keys)


def _precision(coded: Any, terms: list[str]) -> pl.DataFrame:
    """Share of judged hits that are right, with Wilson's interval.

    Wilson, E. B. (1927), Journal of the American Statistical Association 22, 209-212. Hits of one article are taken as
    independent, which they are not quite: the interval is a little too narrow.
    """
    frame = tables.frame(coded, "The coding")
    for column in ("term", "correct"):
        if column not in frame.columns:
            raise ValueError(f"Coded hits lack the column {column!r}; they have {frame.columns}")
    judged = [bool(right) for term, right in zip(frame["term"].to_list(), frame["correct"].to_list(), strict=True) if term in terms]
    n, k = len(judged), sum(judged)
    if n == 0:
        return pl.DataFrame({"judged": [0], "correct": [0], "precision": [math.nan], "low": [math.nan], "high": [math.nan]})
    p = k / n
    low, high = wilson(np.array([p]), np.array([float(n)]), np.array([Z95]))
    return pl.DataFrame({"judged": [n], "correct": [k], "precision": [p], "low": low, "high": high})


def _place(entry: dict[str, Any]) -> str:
    return f"frame {entry['frame']}" if entry["frame"] else f"{entry['choice']}: {entry['name']}"
