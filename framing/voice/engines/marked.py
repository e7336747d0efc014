"""Articles in which readers marked what is attributed, a batch at a time."""

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

import numpy as np
import polars as pl

from framing.corpus import Corpus
from framing.voice.drafts import draft
from framing.voice.engines.batches import Parses, batches
from framing.voice.engines.words import Array, Words, words_of

COLUMNS = ("article_id", "start", "end")
Stretches = dict[str, Array]
"""For every article, rows of start and end."""


class Marked(NamedTuple):
    """The words of a batch, and what readers said of each."""

    words: Words
    parses: Parses
    said: Array
    """Whether it is attributed."""
    spoke: Array
    """Whether it names who speaks."""


def marked_batches(corpus: Corpus, contents: Stretches, sources: Stretches) -> Iterator[Marked]:
    """Read the articles of a corpus by the rules, and what was marked in them."""
    for batch in batches(map(draft, articles(corpus))):
        words = words_of(batch)
        said, spoke = (
            np.concatenate([inside(words, number, stretches.get(each.key[0])) for number, each in enumerate(batch)])
            for stretches in (contents, sources)
        )
        yield Marked(words, Parses(batch, words), said, spoke)


def articles(corpus: Corpus) -> Iterator[tuple[Any, ...]]:
    """Articles as `draft` takes them."""
    return corpus.articles.select("article_id", "outlet", "event", "title", "text").iter_rows()


def stretches(table: Any, corpus: Corpus, name: str) -> Stretches:
    """Stretches of every article, from a data frame with a row a stretch.

    Raises
    ------
    ValueError
        If a column is missing, or an article is not in the corpus; the message calls the table by its `name`.
    """
    frame = table if isinstance(table, pl.DataFrame) else pl.DataFrame({each: list(table[each]) for each in COLUMNS if each in table})
    for column in COLUMNS:
        if column not in frame.columns:
            raise ValueError(f"{name} lacks the column {column!r}; it has {frame.columns}, expected {list(COLUMNS)}")
    unknown = sorted(set(frame["article_id"].to_list()) - set(corpus.articles["article_id"].to_list()))
    if unknown:
        raise ValueError(f"{name} names articles that are not in the corpus: {unknown[:5]}")
    return {str(key[0]): rows.select("start", "end").to_numpy() for key, rows in frame.select(COLUMNS).group_by("article_id")}


def inside(words: Words, number: int, marked: Array | None) -> Array:
    """Whether each word of one text overlaps a stretch."""
    rows = words.text == number
    start, end = words.start[rows], words.end[rows]
    found = np.zeros(len(start), bool)
    for first, last in marked if marked is not None else ():
        found |= (start < last) & (first < end)
    return found


def placed(values: Array, batches: Sequence[Marked]) -> Iterator[Array]:
    """Values of the open words of all batches, at every word of each; nan at the others."""
    done = 0
    for each in batches:
        found = np.full(len(each.words), np.nan)
        rows = np.flatnonzero(each.words.open())
        found[rows] = values[done : done + len(rows)]
        done += len(rows)
        yield found
