"""The card of an entry: why it is there, where it came from, what it found, how often it was right."""

import difflib
import math
from dataclasses import asdict, dataclass, fields
from typing import Any

import numpy as np
import polars as pl

from framing import arguments, tables
from framing.display import one_line
from framing.lexicon import patterns
from framing.lexicon.build import LISTS
from framing.lexicon.folding import fold, stemmer
from framing.lexicon.model import Entry, Lexicon
from framing.resample.intervals import wilson

Z95 = 1.959963984540054
PLAIN = {part.name: part.default for part in fields(Entry)}
SHOWN = ("note", "source", "example", "counterexample", "target", "not_before", "not_after", "only_near", "topic", "weight", "case", "stem")


@dataclass(frozen=True, repr=False)
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
        lines = [one_line(self.lexicon)]
        for entry in self.entries.iter_rows(named=True):
            lines += ["", f"{one_line(entry['term'])}  ({one_line(_place(entry))})"]
            told = {key: entry[key] for key in SHOWN if entry[key] and entry[key] != PLAIN[key]}
            lines += [f"  {key}: {one_line(', '.join(value) if isinstance(value, list) else value)}" for key, value in told.items()]
        shown = [_lines(table) for table in (self.hits, self.precision) if table is not None]
        with pl.Config(tbl_rows=-1, fmt_str_lengths=60, tbl_hide_column_data_types=True, tbl_hide_dataframe_shape=True):
            return "\n".join([*lines, *(f"\n{table}" for table in shown)])

    __repr__ = __str__  # so that the last line of a notebook's cell shows the card


def card(lexicon: Lexicon, term: str, scores: Any, coded: Any) -> Card:
    """Make the card of the entries that stand for a term; see `Lexicon.describe`."""
    arguments.of_type("term", term, str, "a term as text")
    entries = [entry for entry in lexicon.entries if entry.term == term] or _standing_for(lexicon, term)
    if not entries:
        near = difflib.get_close_matches(term, dict.fromkeys(entry.term for entry in lexicon.entries), n=5, cutoff=0.5)
        raise ValueError(f"No entry of {lexicon.name!r} stands for {term!r}; {f'the nearest are {near}' if near else 'none is near'}")
    rows = [{key: list(value) if isinstance(value, tuple) else value for key, value in asdict(entry).items()} for entry in entries]
    terms = list(dict.fromkeys(entry.term for entry in entries))
    return Card(
        lexicon=f"{lexicon.name} {lexicon.version}, sha256 {lexicon.digest[:12]}",
        entries=pl.DataFrame(rows, schema_overrides=dict.fromkeys(LISTS, pl.List(pl.String))),
        hits=None if scores is None else _hits(tables.check(getattr(scores, "hits", None), "hits"), terms),
        precision=None if coded is None else _precision(coded, terms),
    )


def _standing_for(lexicon: Lexicon, term: str) -> list[Entry]:
    return [entry for entry in lexicon.entries if any(_finds(entry, phrase, term, lexicon) for phrase in patterns.expand(entry.term))]


def _finds(entry: Entry, phrase: str, term: str, lexicon: Lexicon) -> bool:
    """Whether a phrase of an entry is found in a text that is the term."""
    if entry.case and fold(phrase, case=True) != fold(term, case=True):
        return False
    if patterns.covers(phrase, term):
        return True
    return entry.stem and patterns.covers(*(_stemmed(written, lexicon.language) for written in (phrase, term)))


def _stemmed(phrase: str, language: str) -> str:
    stem = stemmer(language)
    return " ".join(word if patterns.is_wild(word) else stem(word) for word in patterns.words(phrase))


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
    judged = [_judgement(right) for term, right in frame.select("term", "correct").iter_rows() if term in terms and right is not None]
    n, k = len(judged), sum(judged)
    if n == 0:
        return pl.DataFrame({"judged": [0], "correct": [0], "precision": [math.nan], "low": [math.nan], "high": [math.nan]})
    p = k / n
    low, high = wilson(np.array([p]), np.array([float(n)]), np.array([Z95]))
    return pl.DataFrame({"judged": [n], "correct": [k], "precision": [p], "low": low, "high": high})


def _judgement(right: Any) -> bool:
    if right not in (True, False):  # 1 and 0 are as good
        raise ValueError(f"A judgement in the column 'correct' is {right!r}; expected true, false, or null for a hit not judged")
    return bool(right)


def _lines(table: pl.DataFrame) -> pl.DataFrame:
    return table.with_columns(pl.col(pl.String).map_elements(one_line, return_dtype=pl.String))


def _place(entry: dict[str, Any]) -> str:
    return f"frame {entry['frame']}" if entry["frame"] is not None else f"{entry['choice']}: {entry['name']}"
