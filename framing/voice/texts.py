"""The titles and texts that passages cut, by number: which passage holds a place in one, and which sentence."""

import functools
from typing import NamedTuple

import numpy as np
import polars as pl
from numpy.typing import NDArray

Ints = NDArray[np.int64]
OUTSIDE = -1


class Sentences(NamedTuple):
    """The sentences of texts, in order, as arrays.

    Parameters
    ----------
    keys
        A number for each, made of that of its text and its own: see `key`.
    opens, closes
        Its first code point, and one past its last.
    """

    keys: Ints
    opens: Ints
    closes: Ints


class Texts:
    """The titles and texts of a corpus, numbered in its order, and where passages cut them.

    Parameters
    ----------
    table
        A `passages` table, all or a selection, in any order.
    articles
        The articles it cuts.

    Attributes
    ----------
    number
        By passage, the number of its text.
    """

    def __init__(self, table: pl.DataFrame, articles: pl.DataFrame):
        self._articles = {name: row for row, name in enumerate(articles["article_id"].to_list())}
        self._contents = pl.concat([articles["title"], articles["text"]], rechunk=True).fill_null("")
        self.number = self.numbers(table)
        self._start, self._end, self._sentence = (table[name].to_numpy().astype(np.int64) for name in ("start", "end", "sentence"))

    def numbers(self, places: pl.DataFrame) -> Ints:
        """By row with an article and a part, the number of the text.

        Raises
        ------
        ValueError
            If the corpus does not have an article.
        """
        names, is_text = places["article_id"], (places["part"] == "text").to_numpy()
        changes = (names[1:] != names[:-1]).to_numpy() | (is_text[1:] != is_text[:-1])
        first = np.append(0, np.flatnonzero(changes) + 1)[: places.height]
        try:
            articles = np.array([self._articles[name] for name in names[first].to_list()], np.int64)
        except KeyError as error:
            raise ValueError(f"the corpus has no article {error}; give the one that the passages were cut from") from None
        return np.repeat(articles << 1 | is_text[first], np.diff(first, append=places.height))

    def articles(self, numbers: Ints) -> Ints:
        """By text, the number of its article."""
        return numbers >> 1

    @property
    def both(self) -> Ints:
        """Numbers of the title and the text of every article that has a passage."""
        articles = np.unique(self.articles(self.number))
        return np.stack([articles << 1, articles << 1 | 1], 1).ravel()

    def contents(self, numbers: Ints) -> pl.Series:
        """Some texts as published."""
        return self._contents[(numbers & 1) * len(self._articles) + self.articles(numbers)]

    def passages(self, numbers: Ints, start: Ints) -> Ints:
        """Row of the passage that holds each place, by number of the text and code point; -1 if none does."""
        rows, starts, ends = self._stretches
        at = key(numbers, start)
        found = np.searchsorted(starts, at, "right") - 1
        held = found >= 0
        held[held] = at[held] < ends[found[held]]
        return np.where(held, rows[found], OUTSIDE) if len(rows) else found

    def sentences(self, rows: Ints) -> Ints:
        """A number for the sentence each passage belongs to, the same for no other sentence; -1 outside."""
        return np.where(rows >= 0, self._sentences[rows], OUTSIDE) if len(self._sentences) else rows

    @functools.cached_property
    def spans(self) -> Sentences:
        """The sentences that passages are of."""
        order = np.argsort(self._sentences, kind="stable")
        keys = self._sentences[order]
        first = np.flatnonzero(np.diff(keys, prepend=OUTSIDE))
        opens, closes = np.minimum.reduceat(self._start[order], first), np.maximum.reduceat(self._end[order], first)
        return Sentences(keys[first], opens, closes)

    @functools.cached_property
    def _sentences(self) -> Ints:
        return key(self.number, self._sentence)

    @functools.cached_property
    def _stretches(self) -> tuple[Ints, Ints, Ints]:
        """Rows of passages in the order of the texts, and keys of where they start and end."""
        # An empty title is a passage without width: it holds nothing, and must not hide its neighbour.
        rows = np.flatnonzero(self._end > self._start)
        starts = key(self.number, self._start)[rows]
        order = np.argsort(starts, kind="stable")
        rows = rows[order]
        return rows, starts[order], key(self.number, self._end)[rows]


def key(number: Ints, offset: Ints | int) -> Ints:
    """Make one number of that of a text and one within it; they are in the order of the texts."""
    return (number << 31) | offset
