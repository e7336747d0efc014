"""Passages to counts of words in each article and voice."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import polars as pl
from numpy.typing import NDArray

from framing import arguments
from framing.text import tokens
from framing.voice import Passages

KEYS = ("article_id", "outlet", "event", "part", "voice", "speaker")
Ints = NDArray[np.int64]
_JOINS = ("", "-", "\u2010", "\u2011")
_ONE_APOSTROPHE = str.maketrans({"\u2019": "'", "\u02bc": "'"})


@dataclass(frozen=True)
class Words:
    """How often each word stands in each cell: an article's words of one part, voice and speaker.

    Parameters
    ----------
    terms
        Words and multi-word terms, folded: case and the shape of the apostrophe do not count.
    cells
        `article_id`, `outlet`, `event`, `part`, `voice`, `speaker`, `tokens`; one row a cell.
    cell, term, count
        Row of `cells`, place in `terms` and number of occurrences, one entry for each pair that occurs.
    """

    terms: list[str]
    cells: pl.DataFrame
    cell: Ints
    term: Ints
    count: Ints


def count_words(passages: Passages, *, longest: int = 1) -> Words:
    """Count the words of passages, cell by cell, ready for any number of `keyness` comparisons.

    Parameters
    ----------
    passages
        From `split_voices`, perhaps narrowed: ``passages.where(voice="own")``.
    longest
        Count terms of up to so many words, 1 to 4. The words of a term stand in one passage with nothing but white space
        or a hyphen between them.

    Raises
    ------
    ValueError
        If `longest` is not 1 to 4.
    """
    arguments.made(passages, Passages, "count_words()")
    arguments.whole("longest", longest, "1, 2, 3 or 4 words", 1, 4)
    table = passages.table.sort("article_id", "part", "start")
    cells = table.group_by(KEYS, maintain_order=True).agg(pl.col("tokens").sum().cast(pl.Int64))
    cell = table.join(cells.with_row_index("cell"), on=KEYS, how="left", nulls_equal=True, maintain_order="left")["cell"].to_numpy()
    terms: dict[str, int] = {}
    pairs = [(cell[passage], term) for passage, term in _occurrences(table, passages, terms, longest)]
    of_cell, of_term = (np.concatenate([np.zeros(0, dtype=np.int64), *(pair[side] for pair in pairs)]) for side in (0, 1))
    key, count = np.unique(of_cell * max(len(terms), 1) + of_term, return_counts=True)
    return Words(list(terms), cells, *np.divmod(key, max(len(terms), 1)), count)


def _occurrences(table: pl.DataFrame, passages: Passages, terms: dict[str, int], longest: int) -> Iterator[tuple[Ints, Ints]]:
    """Passage and term of every occurrence, one title or text at a time; new terms are added to `terms`."""
    texts, first = passages.corpus.parts, 0
    for article, part, starts, ends in _parts(table):
        text = texts[article, part]
        spans = np.array(tokens(text), dtype=np.int64).reshape(-1, 2)
        passage = np.searchsorted(starts, spans[:, 0], side="right") - 1
        inside = (passage >= 0) & (spans[:, 0] < ends[passage])
        spans, passage = spans[inside], passage[inside]
        words = [text[start:end].casefold().translate(_ONE_APOSTROPHE) for start, end in spans.tolist()]
        for length in range(1, longest + 1):
            rows = _runs(text, spans, passage, length)
            term = [terms.setdefault(" ".join(words[row : row + length]), len(terms)) for row in rows]
            yield first + passage[rows], np.array(term, dtype=np.int64)
        first += len(starts)


def _parts(table: pl.DataFrame) -> Iterator[tuple[str, str, Ints, Ints]]:
    """Article, part, and where its passages start and end."""
    ends = table.group_by("article_id", "part", maintain_order=True).agg("start", "end")
    for article, part, starts, stops in ends.iter_rows():
        yield article, part, np.array(starts, dtype=np.int64), np.array(stops, dtype=np.int64)


def _runs(text: str, spans: Ints, passage: Ints, length: int) -> Ints:
    """First words of runs of `length` words in one passage, apart by no more than white space or a hyphen."""
    if length == 1:
        return np.arange(len(spans))
    pairs = zip(spans[:-1, 1].tolist(), spans[1:, 0].tolist(), strict=True)
    joined = np.array([text[end:start].strip() in _JOINS for end, start in pairs], dtype=bool) & (passage[1:] == passage[:-1])
    runs = max(len(spans) - length + 1, 0)
    whole = np.ones(runs, dtype=bool)
    for step in range(length - 1):
        whole &= joined[step : step + runs]
    return np.flatnonzero(whole)
