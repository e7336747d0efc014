"""Decisions and probabilities against the labels: F1 with intervals, calibration, confusion."""

from typing import Any

import numpy as np
import polars as pl
from numpy.typing import NDArray

from framing.classifier.labels import Labels
from framing.resample.draws import spread
from framing.resample.intervals import quantile_t

Array = NDArray[Any]
Floats = NDArray[np.float64]

BINS = 10


def _indicators(labels: Labels, given: Array) -> tuple[Array, Array]:
    """Truth and decision for each text and label, shape (texts, labels)."""
    if labels.several:
        return labels.target == 1, given == 1
    names = np.array(labels.names, dtype=labels.target.dtype)
    return labels.target[:, None] == names, given[:, None] == names


def f1_table(labels: Labels, given: Array, groups: Array, *, level: float, n_boot: int, seed: int) -> pl.DataFrame:
    """F1, precision and recall of each label, and their means, with the interval of F1 over groups drawn anew."""
    truth, said = _indicators(labels, given)
    names, place = np.unique(groups, return_inverse=True)
    members = (np.arange(len(names))[:, None] == place).astype(float)
    counts = np.concatenate([(members @ kind).T for kind in (truth & said, ~truth & said, truth & ~said)])
    whole = counts.sum(1)[:, None]
    value = _f1(whole)[:, 0]
    error = spread(counts, names.tolist(), _f1, n_boot=n_boot, seed=seed)
    reach = quantile_t(len(names) - 1, level) * error
    hit, wrong, missed = whole.reshape(3, -1)
    with np.errstate(invalid="ignore", divide="ignore"):
        precision, recall = hit / (hit + wrong), hit / (hit + missed)
    return pl.DataFrame(
        {
            "label": [*map(str, labels.names), None],
            "f1": value,
            "low": np.clip(value - reach, 0, 1),
            "high": np.clip(value + reach, 0, 1),
            "precision": [*precision, precision.mean()],
            "recall": [*recall, recall.mean()],
            "texts": [*truth.sum(0).tolist(), len(truth)],
            "groups": [len(names)] * (len(value)),
        },
        schema_overrides={"label": pl.String, "texts": pl.Int64, "groups": pl.Int64},
    )


def _f1(counts: Floats) -> Floats:
    """F1 of each label, then their mean, for each draw; a label neither given nor true anywhere counts 0, as is usual."""
    each = f1(*counts.reshape(3, -1, counts.shape[-1]))
    return np.concatenate([each, each.mean(0, keepdims=True)])


def f1(hit: Floats, wrong: Floats, missed: Floats) -> Floats:
    """F1 of what was found rightly, found wrongly and missed; 0 where there is nothing to find and nothing was found."""
    return np.asarray(2 * hit / np.maximum(2 * hit + wrong + missed, 1))


def calibration(labels: Labels, probability: Array | None) -> pl.DataFrame:
    """Mean probability and share of texts that have the label, by label and tenth of probability."""
    schema = {"label": pl.String, "low": pl.Float64, "high": pl.Float64, "texts": pl.Int64, "probability": pl.Float64, "share": pl.Float64}
    if probability is None:
        return pl.DataFrame(schema=schema)
    truth, _ = _indicators(labels, labels.target)
    rows = []
    for column, name in enumerate(labels.names):
        tenth = np.minimum((probability[:, column] * BINS).astype(int), BINS - 1)
        for number in np.unique(tenth):
            inside = tenth == number
            mean, share = probability[inside, column].mean(), truth[inside, column].mean()
            rows.append((str(name), number / BINS, (number + 1) / BINS, int(inside.sum()), mean, share))
    return pl.DataFrame(rows, schema=schema, orient="row")


def expected_error(reliability: pl.DataFrame) -> float:
    """Distance of probability and share, averaged over texts and labels (Naeini et al. 2015); nan without probabilities."""
    distance = ((pl.col("probability") - pl.col("share")).abs() * pl.col("texts")).sum() / pl.col("texts").sum()
    return float(reliability.select(distance).item()) if reliability.height else float("nan")


def confusion(labels: Labels, given: Array) -> pl.DataFrame:
    """How many texts with each true label were given each label; empty for several labels a text."""
    schema = {"truth": pl.String, "given": pl.String, "texts": pl.Int64}
    if labels.several:
        return pl.DataFrame(schema=schema)
    truth, said = _indicators(labels, given)
    counts = truth.astype(int).T @ said.astype(int)
    rows = [(str(a), str(b), int(counts[i, j])) for i, a in enumerate(labels.names) for j, b in enumerate(labels.names)]
    return pl.DataFrame(rows, schema=schema, orient="row")
