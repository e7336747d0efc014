"""How far a rate could move if the voices were read wrongly."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

import numpy as np
import polars as pl

from framing import arguments, tables
from framing.rates.counts import COLUMNS, Counts, count, totals
from framing.scores import Scores

DOUBTFUL = 0.8
_RATES = ("rate", "weighted", "fewest", "most")


def voice_bounds(
    scores: Scores, *, voice: str | Iterable[str] = "own", by: str | Sequence[str] = "outlet", doubtful: float = DOUBTFUL
) -> pl.DataFrame:
    """Rates in one voice under other readings of the voices: weighted by confidence, and with every doubtful hit the other way.

    With c the confidence of a hit's voice, w its weight, and "in" meaning in the voices asked for, over the same words as `rate`:

    - `rate`: hits that are in, as `rates` counts them;
    - `weighted`: sum of w c over hits that are in, plus w (1 - c) over the others: what to expect if confidences are true;
    - `fewest`, `most`: every hit with c below `doubtful` moved out, or moved in.

    A comparison whose order changes between `fewest` and `most` rests on the reading of voices. Words keep their voices: only hits move.

    Parameters
    ----------
    scores
        From `score`, with all voices: hits of other voices are needed for what could move in.
    voice
        The voice or voices asked for.
    by
        Group column or columns as in `rates`, without `voice`.
    doubtful
        Confidence below which a voice is in doubt, 0 to 1.

    Returns
    -------
    table
        The group columns, `frame`, `exposure`, `per`, `rate`, `weighted`, `fewest`, `most`, `doubtful` (share of the hits, in
        whatever voice, that are in doubt; nan without hits).

    Raises
    ------
    TypeError
        If `scores` is not `Scores`.
    ValueError
        For an unknown voice or column, no voice, one named twice, grouping by voice, or `doubtful` outside 0 to 1.

    Examples
    --------
    >>> from framing.corpus import Corpus
    >>> scores = Scores(tables.empty("hits"), tables.empty("exposure"), Corpus(tables.empty("articles")), ("x",), {}, "hand", "words", 1000)
    >>> voice_bounds(scores).columns
    ['outlet', 'frame', 'exposure', 'per', 'rate', 'weighted', 'fewest', 'most', 'doubtful']
    """
    arguments.made(scores, Scores, "voice_bounds()")
    wanted = arguments.columns("voice", voice, tables.VOICES, "voice", kind="a voice")
    columns = arguments.columns("by", by, COLUMNS)
    arguments.number("doubtful", doubtful, "a confidence from 0 to 1", 0, 1)
    if "voice" in columns:
        raise ValueError("voice_bounds compares voices itself; group by other columns than 'voice'")
    inside = pl.col("voice").is_in(wanted)
    sure = pl.col("confidence").fill_null(1.0)
    readings = {
        "rate": inside.cast(pl.Float64),
        "weighted": pl.when(inside).then(sure).otherwise(1 - sure),
        "fewest": (inside & (sure >= doubtful)).cast(pl.Float64),
        "most": (inside | (sure < doubtful)).cast(pl.Float64),
        "all": pl.lit(1.0),
        "unsure": (sure < doubtful).cast(pl.Float64),
    }
    words = scores.exposure.with_columns(exposure=pl.when(inside).then("exposure").otherwise(0.0))
    spoken = replace(scores, exposure=words)
    return _table(scores, columns, {name: _counted(spoken, columns, share) for name, share in readings.items()})


def _counted(scores: Scores, columns: list[str], share: pl.Expr) -> Counts:
    """Count hits by the share of each that one reading puts in the voices asked for."""
    hits = scores.hits.with_columns(weight=pl.col("weight") * share)
    return count(replace(scores, hits=hits), columns, scores.frames, pl.col("frame"))


def _table(scores: Scores, columns: list[str], counts: dict[str, Counts]) -> pl.DataFrame:
    first = counts["rate"]
    frames = pl.DataFrame({"frame": list(scores.frames)}, schema={"frame": pl.String})
    table = first.groups.join(frames, how="cross", maintain_order="left_right")
    hits = {name: totals(each, each.slices())[0] for name, each in counts.items()}
    size = np.broadcast_to(totals(first, first.slices())[1], hits["rate"].shape)
    with np.errstate(divide="ignore", invalid="ignore"):
        found = {name: scores.per * hits[name] / np.where(size > 0, size, np.nan) for name in _RATES}
        found["doubtful"] = hits["unsure"] / np.where(hits["all"] > 0, hits["all"], np.nan)
    found = {"exposure": size, "per": np.full(size.shape, float(scores.per)), **found}
    return table.with_columns(pl.Series(name, values.ravel(), dtype=pl.Float64) for name, values in found.items()).select(
        *columns, "frame", *found
    )
