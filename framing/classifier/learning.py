"""learning_curve: how a classifier's score grows with the texts it is trained on."""

from collections.abc import Iterable, Sequence
from typing import Any

import numpy as np
import polars as pl

from framing import arguments
from framing.classifier.evaluation import Array, Trial, grouped, trial_of
from framing.classifier.scorer import ClassifierScorer

SHARES = (0.1, 0.2, 0.4, 0.7, 1.0)


def learning_curve(
    scorer: ClassifierScorer,
    texts: Iterable[str],
    labels: Any,
    groups: Iterable[str],
    *,
    shares: Sequence[float] = SHARES,
    level: float = 0.95,
    seed: int = 0,
) -> pl.DataFrame:
    """Macro-F1 on groups left out, by the share of the other groups' texts that a classifier is trained on.

    Estimand: as in `evaluate`, for a training set of so many texts of the same groups. A curve that still rises says that
    more labelled texts would help; a flat one, that another classifier or clearer labels are needed. Training texts are drawn
    by the hash of what they say, whatever the order of rows, a smaller share within a larger one.

    Parameters
    ----------
    scorer, texts, labels, groups
        See `evaluate`.
    shares
        Shares of the training texts, over 0 and at most 1. Each takes as many trainings as there are folds.
    level
        Level of the intervals over groups drawn anew.
    seed
        Any integer.

    Returns
    -------
    table
        One row a share: `share`, `trained_on` (mean number of training texts), `f1` (macro), `low`, `high`, `groups`. Nan where
        so few texts held only one label.

    Raises
    ------
    ValueError
        For a share outside 0 to 1, and as in `evaluate`.
    """
    for share in arguments.of_type("shares", shares, Iterable, "numbers over 0 and at most 1"):
        arguments.number("shares", share, "a number over 0 and at most 1", 0, 1, "(]")
    trial = trial_of(scorer, texts, labels, groups, {"level": level, "n_boot": 1000, "seed": seed})
    folds = grouped(trial.groups, seed)
    rows = [_row(trial, folds, share) for share in sorted(shares)]
    schema = dict.fromkeys(("share", "trained_on", "f1", "low", "high"), pl.Float64) | {"groups": pl.Int64}
    return pl.DataFrame(rows, schema=schema, orient="row")


def _row(trial: Trial, folds: Array, share: float) -> tuple[float, ...]:
    training = [trial.training(folds, fold, share) for fold in np.unique(folds)]
    scores = (float("nan"),) * 3
    if trial.labels.several or min(len(np.unique(trial.labels.target[each])) for each in training) > 1:
        found = trial.table("grouped", "classifier", trial.run(folds, share)[0])
        scores = found.filter(pl.col("label").is_null()).select("f1", "low", "high").row(0)
    return (float(share), float(np.mean([len(each) for each in training])), *scores, len(set(trial.groups)))
