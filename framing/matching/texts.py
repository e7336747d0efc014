"""From passages to the texts they cut, and from a place in a text back to the passage and the sentence that hold it."""

from collections.abc import Iterator

import numpy as np
import polars as pl

from framing.matching.letters import Ints
from framing.matching.words import sizes_of
from framing.voice import Passages

OUTSIDE = -1


class Texts:
    """The titles and texts that passages cut, numbered in the order of the passages.

    Parameters
    ----------
    passages
        From `split_voices`, all or a selection.
    """

    def __init__(self, passages: Passages):
        number, texts = _numbered(passages.table["article_id", "part"])
        articles = passages.corpus.articles.select("article_id", "title", "text")
        content = pl.when(pl.col("part") == "title").then("title").otherwise("text").fill_null("")
        self.content = texts.join(articles, on="article_id", how="left", maintain_order="left").select(content.alias("content"))["content"]
        start, end, sentence = (passages.table[name].to_numpy().astype(np.int64) for name in ("start", "end", "sentence"))
        # An empty title is a passage without width: it holds nothing, and must not hide its neighbour.
        rows = np.flatnonzero(end > start)
        self._rows = rows[np.argsort(_key(number, start)[rows], kind="stable")]
        self._starts = _key(number, start)[self._rows]
        self._ends = _key(number, end)[self._rows]
        self._sentences = _key(number, sentence)

        self._sizes = sizes_of(self.content)

    @property
    def bytes(self) -> int:
        """Size of all texts, in UTF-8."""
        return int(self._sizes.sum())

    def batches(self, most_bytes: int, most_texts: int) -> Iterator[tuple[int, pl.Series, Ints]]:
        """Cut the texts into runs of bounded size: number of the first text, the texts, and their sizes."""
        grown = self._sizes.cumsum()
        first = 0
        while first < len(grown):
            before = grown[first - 1] if first else 0
            after = max(int(np.searchsorted(grown, before + most_bytes, "right")), first + 1)
            after = min(after, first + most_texts)
            yield first, self.content[first:after], self._sizes[first:after]
            first = after

    def passages(self, number: Ints, start: Ints) -> Ints:
        """Row of the passage that holds each place, by number of the text and code point; -1 if none does."""
        at = _key(number, start)
        found = np.searchsorted(self._starts, at, "right") - 1
        held = found >= 0
        held[held] = at[held] < self._ends[found[held]]
        return np.where(held, self._rows[found], OUTSIDE) if len(self._rows) else found

    def sentences(self, rows: Ints) -> Ints:
        """A number for the sentence each passage belongs to, the same for no other sentence; -1 outside."""
        return np.where(rows >= 0, self._sentences[rows], OUTSIDE) if len(self._sentences) else rows


def _numbered(parts: pl.DataFrame) -> tuple[Ints, pl.DataFrame]:
    """Number the texts that passages are parts of: by passage, and by number."""
    runs = parts.select_seq(pl.sum_horizontal(pl.all().rle_id())).to_series().to_numpy().astype(np.int64)
    first = np.flatnonzero(np.diff(runs, prepend=-1))
    texts = parts[first].unique(maintain_order=True)
    number = np.arange(len(first))
    if texts.height < len(first):  # the passages of a text do not stand together
        numbered = parts[first].join(texts.with_row_index("number"), on=parts.columns, how="left", maintain_order="left")
        number = numbered["number"].to_numpy().astype(np.int64)
    return np.repeat(number, np.diff(first, append=len(runs))), texts


def _key(number: Ints, offset: Ints) -> Ints:
    return (number << 31) | offset
