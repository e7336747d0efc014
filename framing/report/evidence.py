"""From a number on the page back to its sentences."""

import hashlib
import itertools
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import polars as pl

from framing import arguments, tables
from framing.display import joined
from framing.report.written import undefined

NEEDED = ("frame", "choice", "name", "published", "left", "surface", "right", "voice", "speaker", "cue", "term")
"""What a hits table with its sentences must have, besides the group columns."""


@dataclass(frozen=True)
class Sentence:
    """A hit in its sentence, with what the page says beside it."""

    left: str
    surface: str
    right: str
    voice: str
    said: tuple[str, ...]
    place: tuple[str, ...]


@dataclass(frozen=True)
class Bundle:
    """The sentences behind one number: those shown, and how many there are in each voice."""

    anchor: str
    title: str
    counts: Mapping[str, int]
    sentences: tuple[Sentence, ...]

    @property
    def total(self) -> int:
        """How many hits there are, shown or not."""
        return sum(self.counts.values())


def anchor(*keys: Any) -> str:
    """Name the place on the page where the evidence for some keys stands: a group, and a frame, or a choice and a name.

    Examples
    --------
    >>> anchor("Amber Wire", "aggression")
    'e-amber-wire-aggression-e16a3e'
    """
    words = "-".join(re.findall("[a-z0-9]+", " ".join(str(key) for key in keys).lower()))
    return f"e-{words[:60]}-{hashlib.sha256(chr(31).join(str(key) for key in keys).encode()).hexdigest()[:6]}"


def grouping(row: Mapping[str, Any], by: Sequence[str]) -> str:
    """Join the group columns of a row into the name of its group."""
    return joined([row[column] for column in by])


def linked(table: pl.DataFrame, by: str | Sequence[str] = "outlet") -> pl.DataFrame:
    """Add a column `link` to a rates, choices or voices table: where on the page the sentences of each row stand.

    The plots turn it into links on their marks; a row without hits leads nowhere and has null.

    Raises
    ------
    TypeError
        If `table` is no data frame.
    ValueError
        If it lacks a column of `by`, or both `value` and `count`.
    """
    table = tables.frame(table, "The table to link")
    by = arguments.columns("by", by, table.columns)
    keys = [column for column in ("frame", "choice", "name") if column in table.columns]
    amount = "value" if "value" in table.columns else arguments.known("count", table.columns, "column")
    links = [
        None if undefined(row[amount]) or row[amount] == 0 else f"#{anchor(grouping(row, by), *(row[key] for key in keys))}"
        for row in table.iter_rows(named=True)
    ]
    return table.with_columns(link=pl.Series(links, dtype=pl.String))


def bundles(hits: pl.DataFrame, by: Sequence[str], most: int) -> Iterator[tuple[str, str, list[Bundle]]]:
    """Yield each group, its anchor and its bundles: one a frame, then one a name of each choice.

    Parameters
    ----------
    hits
        A hits table with `published`, `left` and `right` of each hit's sentence.
    by
        Group columns.
    most
        How many sentences of each voice a bundle shows.
    """
    for column in (*by, *NEEDED):
        arguments.known(column, hits.columns, "column of the hits with their sentences")
    groups: dict[str, list[dict[str, Any]]] = {}
    for row in hits.iter_rows(named=True):
        groups.setdefault(grouping(row, by), []).append(row)
    for group in sorted(groups):
        yield group, anchor(group), [_bundle(group, keys, rows, most) for keys, rows in _keyed(groups[group])]


def _keyed(rows: Iterable[dict[str, Any]]) -> list[tuple[tuple[str, ...], list[dict[str, Any]]]]:
    """Sort the hits of a group by frame, then by choice and name."""
    keyed: dict[tuple[str, ...], list[dict[str, Any]]] = {}
    for row in rows:
        keys = (row["frame"],) if row["frame"] is not None else (row["choice"], row["name"])
        keyed.setdefault(keys, []).append(row)
    return sorted(keyed.items(), key=lambda item: (len(item[0]), item[0]))


def _bundle(group: str, keys: tuple[str, ...], rows: list[dict[str, Any]], most: int) -> Bundle:
    voiced = {voice: [row for row in rows if row["voice"] == voice] for voice in tables.VOICES}
    kept = itertools.chain.from_iterable(found[:most] for found in voiced.values())
    counts = {voice: len(found) for voice, found in voiced.items() if found}
    return Bundle(anchor(group, *keys), ": ".join(keys), counts, tuple(_sentence(row) for row in kept))


def _sentence(row: Mapping[str, Any]) -> Sentence:
    flags = {
        "denied": row.get("negated"),
        "held at a distance": row.get("distanced"),
        f"hedged ({row.get('hedge')})": row.get("hedge"),
        f"of {row.get('target')}": row.get("target"),
        f"quoting {row.get('chain')}": row.get("chain"),
    }
    said = [str(row["speaker"])] if row["speaker"] else []
    said += [f"“{row['cue']}”"] if row["cue"] else []
    place = [row.get("published"), row.get("event"), row.get("article_id"), "headline" if row.get("part") == "title" else None]
    return Sentence(
        *(row["left"] or "", row["surface"], row["right"] or ""),
        voice=str(row["voice"]),
        said=(*said, *(text for text, given in flags.items() if given)),
        place=tuple(str(item) for item in place if item),
    )
