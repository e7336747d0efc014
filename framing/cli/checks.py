"""`framing compare --checks`: whether the comparison holds."""

import argparse
import warnings
from collections.abc import Mapping

import polars as pl

from framing import checks
from framing.cli.walk import stratum_of
from framing.scores import Scores
from framing.voice.narrow import READINGS


def checkable(options: argparse.Namespace) -> None:
    """Refuse what cannot be checked, before any work is done.

    Raises
    ------
    ValueError
        If groups other than outlets are compared.
    """
    if options.checks and options.by != "outlet":
        raise ValueError(f"--checks compares outlets, not --by {options.by}; leave one of them out")


def other_readings(options: argparse.Namespace) -> list[str]:
    """The readings of indirect speech that the checks hold the comparison against; none where the reading makes no difference."""
    return [reading for reading in READINGS if options.checks and options.voice in ("own", "indirect") and reading != options.indirect]


def checked(
    scores: Scores, read: Scores, others: Mapping[str, Scores], contrasts: pl.DataFrame, options: argparse.Namespace
) -> dict[str, pl.DataFrame]:
    """Tables of the checks, by the name of their file.

    `read` are the scores in the voice asked for, `others` the same under another reading, `contrasts` the contrasts of `read`. The finding
    that is run under other choices is the contrast with the smallest p; without a contrast there is none.
    """
    chance = {"within": stratum_of(options.within), "level": options.level, "seed": options.seed}
    clearest = contrasts.filter(pl.col("p").is_not_nan()).sort("p", maintain_order=True).head(1)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", UserWarning)  # few hits: told of the comparison itself
        found = {"placebo": checks.placebo(read, **chance)}
        if options.voice != "all":
            found["voice_bounds"] = checks.voice_bounds(scores, voice=options.voice)
        for row in clearest.select("frame", "a", "b").iter_rows(named=True):
            found["robustness"] = checks.robustness(scores, **row, variants=others, n_boot=options.n_boot, **chance)
    return found
