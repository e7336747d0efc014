"""The sentences of passages as texts, and the way back from a place in one to the passage it stands in."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

import polars as pl

from framing import tables
from framing.classifier.units import as_hits, contents
from framing.voice import Passages
from framing.voice.stance import read_stance

_PLACED = [name for name in tables.schema("hits") if name in tables.schema("passages") and name not in ("start", "end")]


class Stretch(NamedTuple):
    """What is read of one sentence.

    Parameters
    ----------
    text
        Its passages, one after the other; a space where something between them is not read.
    rows
        The row of each passage in the table of passages.
    offsets
        Where each passage begins in `text`.
    starts
        Where each passage begins in its part.
    """

    text: str
    rows: tuple[int, ...]
    offsets: tuple[int, ...]
    starts: tuple[int, ...]

    def place(self, start: int) -> tuple[int, int]:
        """Row of the passage that holds a place in `text`, and that place in the part as published."""
        number = bisect_right(self.offsets, start) - 1
        return self.rows[number], self.starts[number] + start - self.offsets[number]


def stretches(passages: Passages) -> list[Stretch]:
    """Put the passages of each sentence together, in the order of the table."""
    table = passages.table.with_row_index("row").with_columns(content=contents(passages.table, passages))
    rows = table.select("article_id", "part", "sentence", "row", "start", "end", "content").iter_rows()
    return [_joined(list(group)) for _, group in groupby(rows, key=lambda row: row[:3])]


def _joined(passages: Sequence[tuple[str, str, int, int, int, int, str]]) -> Stretch:
    text, offsets, before = "", [], None
    for *_, start, end, content in passages:
        text += " " if before not in (None, start) else ""
        offsets.append(len(text))
        text += content
        before = end
    return Stretch(text, tuple(row[3] for row in passages), tuple(offsets), tuple(row[4] for row in passages))


def words_as_hits(found: Sequence[tuple[Stretch, int, int, str]], passages: Passages, frame: str) -> pl.DataFrame:
    """Words found in stretches, as a `hits` table with negation and distance read.

    A word that reaches over two passages takes the one in which it begins.
    """
    rows = pl.DataFrame(list(_placed(found)), schema={"row": pl.Int64, "start": pl.Int32, "end": pl.Int32, "term": pl.String}, orient="row")
    held = passages.table.select(*_PLACED)[rows["row"]]
    table = pl.concat([held, rows.drop("row")], how="horizontal")
    return read_stance(as_hits(table.with_columns(frame=pl.lit(frame)), passages), passages)


def _placed(found: Sequence[tuple[Stretch, int, int, str]]) -> Iterator[tuple[int, int, int, str]]:
    for stretch, start, end, word in found:
        row, place = stretch.place(start)
        yield row, place, place + end - start, word
