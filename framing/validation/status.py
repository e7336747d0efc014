"""validated: scores that know how right they are, so that every table made of them says so."""

import math
import warnings
from dataclasses import replace
from typing import Any

import polars as pl

from framing import tables
from framing.agreement import agreement
from framing.scores import Scores
from framing.validation.coded import coded_items
from framing.validation.validate import validate
from framing.voice import Passages


def validated(
    scores: Scores, coding: Any, *, passages: Passages | None = None, level: float = 0.95, n_boot: int = 1000, seed: int = 0
) -> Scores:
    """Return the scores with what a coded sample says of each frame, which every table made of them shows as `validation`.

    The text is such as ``precision 0.91 (0.84 to 0.95), recall 0.62 (0.41 to 0.80), 240 coded, alpha 0.82``: recall with `passages`, alpha
    where two coded. A frame of which nothing was coded stays ``not validated``. It is measured on the scores as they
    are handed in: to speak of one voice, narrow them before.

    Parameters
    ----------
    scores, coding, passages, level, n_boot, seed
        See `validate`.

    Raises
    ------
    TypeError, ValueError
        As `validate` does.
    """
    table = validate(scores, coding, passages=passages, level=level, n_boot=n_boot, seed=seed)
    items = coded_items(scores, coding, passages).filter(pl.col("yes").is_not_null())
    codings, status = tables.frame(coding, "The coding"), {}
    for (label,), rows in table.group_by("label", maintain_order=True):
        known = rows.filter(pl.col("value").is_not_nan())
        if known.height:
            units = items.filter(label=label)["unit"]
            parts = [_measured(row) for row in known.iter_rows(named=True)]
            status[str(label)] = ", ".join([*parts, f"{len(units)} coded", *_alpha(codings, units)])
    return replace(scores, validation={**scores.validation, **status})


def judged(scores: Scores, coding: Any, *, passages: Passages | None = None) -> pl.DataFrame:
    """Every coded hit with its entry and whether it is right, for the card of an entry: ``lexicon.describe("raid", scores, judged(...))``.

    Returns
    -------
    table
        `term`, `correct` (more than half of the coders said yes), `label`, `outlet`, `voice`, `article_id`, `unit`.

    Raises
    ------
    TypeError, ValueError
        As `validate` does.
    """
    hits = coded_items(scores, coding, passages).filter(pl.col("yes").is_not_null() & pl.col("found"))
    return hits.select("term", (pl.col("yes") > 0.5).alias("correct"), "label", "outlet", "voice", "article_id", "unit")


def _measured(row: dict[str, Any]) -> str:
    ends = f" ({row['low']:.2f} to {row['high']:.2f})" if not math.isnan(row["low"]) else ""
    return f"{row['measure']} {row['value']:.2f}{ends}"


def _alpha(coding: pl.DataFrame, units: pl.Series) -> list[str]:
    """Alpha of the coders of some units, if there are two; no agreement beyond chance can be told where all codes are alike."""
    if "coder" not in coding.columns or coding["coder"].n_unique() < 2:
        return []
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", UserWarning)  # few units make the interval rough, which is not told here
        alpha = agreement(coding.filter(pl.col("unit").is_in(units.implode())), n_boot=2).filter(measure="alpha")["value"][0]
    return ["alpha undefined" if math.isnan(alpha) else f"alpha {alpha:.2f}"]
