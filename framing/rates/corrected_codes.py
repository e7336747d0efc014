"""Scores with a coded sample: the sums that estimators need, and what the codes of each group can tell."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any, NamedTuple

import numpy as np
import polars as pl

from framing import arguments, tables
from framing.rates.corrected import METHODS, SUMS
from framing.rates.counts import Floats, with_columns
from framing.resample.intervals import HALF, quantile_t, wilson
from framing.scores import Scores
from framing.validation.coded import coded_items, weighed
from framing.voice import Passages

_KEYS = ("article_id", "outlet", "event", "part", "voice", "speaker", "label")
_JOIN = "\x1f"


class Codes(NamedTuple):
    """What is known of the codes of each group and frame, among hits and among the rest; each of shape (groups, frames, 2).

    Parameters
    ----------
    coded
        Items coded.
    articles
        Articles of those; infinite where every item was coded, or there is none: there, codes leave nothing to chance.
    down, up
        How much lower or higher the share of yes may be where all codes are alike, so that no draw tells (Wilson).
    error
        Elsewhere, what half a code of each kind more adds to half of its interval, in quadrature.
    yes
        Codes of yes; infinite where every item was coded.
    """

    coded: Floats
    articles: Floats
    down: Floats
    up: Floats
    error: Floats
    yes: Floats

    def beyond(self, sizes: Floats, total: Floats) -> tuple[Floats, Floats]:
        """How much wider, down and up, the logarithm of a count must be than draws tell; shape (groups, frames).

        Where nearly all codes are alike, a draw sees the few others as often as the sample did by luck: half a code of each kind is added
        before the variance is taken (as before the logarithm of a count). Where all are alike it sees none. To be added in quadrature.

        Parameters
        ----------
        sizes
            Items the shares are of, shape (groups, frames, 2).
        total
            The corrected count, shape (groups, frames).
        """
        with np.errstate(invalid="ignore", divide="ignore"):
            part = sizes / (total + HALF)[..., None]
            more = ((part * self.error) ** 2).sum(-1)
            down = np.log(np.maximum(1 - part * self.down, HALF / (total + HALF)[..., None])) ** 2
            return np.sqrt(more + down.sum(-1)), np.sqrt(more + (np.log1p(part * self.up) ** 2).sum(-1))


@dataclass(frozen=True)
class Coded:
    """Scores with a coded sample of their hits, and of the passages without.

    Parameters
    ----------
    scores
        From `score`.
    items
        Every item with its codes; see `framing.validation.coded`.
    method
        One of `METHODS`.
    """

    scores: Scores
    items: pl.DataFrame
    method: str

    @classmethod
    def of(cls, scores: Scores, coding: Any, passages: Passages | None, method: str) -> "Coded | None":
        """Join a coding to the scores, with all the checks of `coded_items`; without a coding there is none."""
        arguments.known(method, METHODS, "method")
        if passages is not None:
            arguments.made(passages, Passages, "a corrected table")
        if coding is None:
            return None
        items = weighed(coded_items(scores, coding, passages), None, need=True)
        return cls(scores, items.filter(pl.col("label").is_in(list(scores.frames))), method)

    @property
    def status(self) -> str:
        """What the column `validation` says."""
        missed = "" if (~self.items["found"]).any() or not self.items.height else ", false hits only"
        return f"corrected: {self.method}{missed}"

    @cached_property
    def sums(self) -> Scores:
        """The scores with the `SUMS` of each frame in place of its hits, so that they are counted and drawn like hits.

        Each of the sums is named by the frame and its own name. An item that was not coded adds nothing to those of codes.
        """
        found, stands_for, yes = pl.col("found"), pl.col("expansion").fill_null(0.0), pl.col("yes").fill_null(0.0)
        each = (
            *(found, found * pl.col("counts"), found * stands_for, found * stands_for * pl.col("counts")),
            *(found * stands_for * pl.col("counts") * yes, ~found, ~found * stands_for, ~found * stands_for * yes),
        )
        sums = self.items.group_by(_KEYS).agg(term.cast(pl.Float64).sum().alias(name) for name, term in zip(SUMS, each, strict=True))
        long = sums.unpivot(SUMS, index=_KEYS, variable_name="sum", value_name="weight").filter(pl.col("weight") != 0)
        named = long.with_columns(frame=pl.concat_str("label", "sum", separator=_JOIN)).drop("label", "sum")
        hits = pl.concat([tables.empty("hits"), named], how="diagonal")
        return replace(self.scores, hits=hits, frames=tuple(frame + _JOIN + name for frame in self.scores.frames for name in SUMS))

    def error_columns(self, columns: Sequence[str]) -> list[str]:
        """Name what makes the groups in which errors are alike: the groups themselves, for Rogan-Gladen outlets.

        Where voices make the groups, each voice of an outlet has its own errors.
        """
        if self.method != "rogan-gladen":
            return list(columns)
        return ["outlet", *(name for name in columns if name == "voice")]

    def codes(self, groups: pl.DataFrame, level: float) -> Codes:
        """Summarise the codes of each group (a row of `groups`) and frame, at a level of confidence."""
        return codes_of(with_columns(self.items, self.scores, groups.columns), groups, list(self.scores.frames), level)


def codes_of(items: pl.DataFrame, groups: pl.DataFrame, frames: Sequence[str], level: float) -> Codes:
    """Summarise the codes among `items` of each group (a row of `groups`) and frame, at a level of confidence."""
    by = groups.columns
    weight, coded = pl.col("expansion") * pl.col("counts"), pl.col("yes").is_not_null()
    each = items.group_by([*by, "label", "found"]).agg(
        items=pl.len(),
        n=coded.sum(),
        articles=pl.col("article_id").filter(coded).n_unique(),
        share=(weight * pl.col("yes")).sum() / weight.sum(),
        size=weight.sum() ** 2 / (weight**2).sum(),  # Kish: unequal weights say less
    )
    places = groups.join(pl.DataFrame({"label": frames}, schema={"label": pl.String}), how="cross", maintain_order="left_right")
    places = places.join(pl.DataFrame({"found": [True, False]}), how="cross", maintain_order="left_right")
    rows = places.join(each, on=[*by, "label", "found"], how="left", nulls_equal=True, maintain_order="left")
    return Codes(*(column.reshape(groups.height, len(frames), 2) for column in _summary(rows, level)))


def _summary(rows: pl.DataFrame, level: float) -> tuple[Floats, ...]:
    numbers = rows.select(pl.col("items", "n", "articles").fill_null(0), "share", "size").cast(pl.Float64)
    items, n, articles, share, size = (column.to_numpy() for column in numbers)
    open_ = n < items
    with np.errstate(invalid="ignore", divide="ignore"):
        size = size * items / np.where(open_, items - n, np.nan)  # what is coded is known: only the others can differ
        reach = quantile_t(np.fmax(articles - 1, 0), level)
        low, high = wilson(share, size, reach)
        smooth, alike = (share * size + HALF) / (size + 2 * HALF), (share == 0) | (share == 1)
        more = reach * np.sqrt(np.maximum(smooth * (1 - smooth) - share * (1 - share), 0.0) / size)
        ends = (np.where(alike, share - low, 0.0), np.where(alike, high - share, 0.0), np.where(alike, 0.0, more))
    down, up, error = (np.where(open_, np.nan_to_num(end), 0.0) for end in ends)
    yes = np.where(open_ & (n > 0), n * share, np.inf)
    return n, np.where(open_, articles, np.inf), down, up, error, yes
