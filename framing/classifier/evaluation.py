"""evaluate: how right a classifier is about outlets or events it was not trained on, beside what needs no reading."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
import polars as pl
from numpy.typing import NDArray

from framing import arguments
from framing.classifier.labels import Labels, as_groups, as_labels, as_texts
from framing.classifier.measures import calibration, confusion, expected_error, f1_table
from framing.classifier.scorer import ClassifierScorer
from framing.resample.draws import dealt

Array = NDArray[Any]

MOST_FOLDS = 10
RANDOM_FOLDS = 5


@dataclass(frozen=True)
class Evaluation:
    """How right a classifier is.

    Parameters
    ----------
    scores
        A row for each split, judge and label: `split` (``grouped``: no group in both training and test; ``random``),
        `judge` (``classifier``; ``commonest label``; ``group's name``, which guesses the commonest label of the
        text's own group), `label` (null: the mean over labels, macro-F1), `f1`, `low`, `high`, `precision`,
        `recall`, `texts` (that have the label), `groups`. Nan is undefined.
    calibration
        A row for each label and tenth of probability: `label`, `low`, `high`, `texts`, `probability` (mean) and `share`
        (of texts that have the label). Empty without probabilities.
    confusion
        `truth`, `given`, `texts`, for one label a text; empty for several.
    expected_calibration_error
        Mean distance of `probability` and `share` over the texts, averaged over labels; nan without probabilities.
    """

    scores: pl.DataFrame
    calibration: pl.DataFrame
    confusion: pl.DataFrame
    expected_calibration_error: float

    @property
    def macro_f1(self) -> float:
        """Macro-F1 of the classifier on groups it was not trained on."""
        return float(self.scores.filter(pl.col("label").is_null(), split="grouped", judge="classifier")["f1"][0])

    def summary(self) -> dict[str, Any]:
        """Everything a model card tells of an evaluation: `scores` and `calibration` as rows, and the expected error."""
        columns = ("split", "judge", "label", "f1", "low", "high", "precision", "recall", "texts", "groups")
        rows = self.scores.select(columns).with_columns(pl.col("label").fill_null("macro-average"))
        reliability = self.calibration.with_columns(pl.col(pl.Float64).round(4)).to_dicts()
        return {
            "expected_calibration_error": round(self.expected_calibration_error, 4),
            "scores": rows.with_columns(pl.col(pl.Float64).round(4)).to_dicts(),
            "calibration": reliability,
        }


def evaluate(  # noqa: PLR0913  what is tried, what it is tried on, and how sure
    scorer: ClassifierScorer,
    texts: Iterable[str],
    labels: Any,
    groups: Iterable[str],
    *,
    random_split: bool = True,
    level: float = 0.95,
    n_boot: int = 1000,
    seed: int = 0,
) -> Evaluation:
    r"""Measure a classifier on groups of texts it was not trained on, beside baselines that read no text.

    Estimand: how right the classifier is about texts of an outlet (event) that is not among its training texts, and
    like those here. A random split measures something else: texts of the same outlet stand on both sides, so that
    recognising the outlet passes for recognising the frame. It is shown only next to what the outlet's name alone
    would score.

    .. math:: F_1 = \frac{2 \, tp}{2 \, tp + fp + fn}, \quad \text{macro-}F_1 \text{ its mean over labels}

    Parameters
    ----------
    scorer
        A `ClassifierScorer`, fitted or not; a copy is trained for each fold, and the scorer is left alone.
    texts, labels
        See `ClassifierScorer.fit`.
    groups
        The outlet or event of each text: what the classifier must carry over to.
    random_split
        Whether to show the random split as well; it takes five further trainings.
    level, n_boot
        Level of the intervals, and the draws of groups behind them.
    seed
        Any integer.

    Returns
    -------
    Evaluation
        Up to ten groups are left out one at a time; more are dealt to ten folds. Intervals are Student intervals with
        the standard error of drawing groups anew: with few groups they are wide, and ought to be.

    Raises
    ------
    ValueError
        With fewer than two groups, or one without which all texts have the same label; a label or group missing, lengths that differ,
        or a `level` that is not between 0 and 1.
    """
    arguments.of_type("random_split", random_split, bool, "True or False")
    trial = trial_of(scorer, texts, labels, groups, {"level": level, "n_boot": n_boot, "seed": seed})
    given, probability = trial.run(grouped(trial.groups, seed))
    tables = [trial.table("grouped", "classifier", given), trial.table("grouped", "commonest label", trial.commonest())]
    tables += trial.random(seed) if random_split else []
    reliability = calibration(trial.labels, probability)
    return Evaluation(pl.concat(tables), reliability, confusion(trial.labels, given), expected_error(reliability))


def trial_of(scorer: ClassifierScorer, texts: Iterable[str], labels: Any, groups: Iterable[str], chance: dict[str, Any]) -> "Trial":
    """Check what a classifier is to be tried on; see `evaluate` for the errors."""
    arguments.made(scorer, ClassifierScorer, "an evaluation")
    read = as_texts(texts)
    answers, known = as_labels(labels, len(read)), as_groups(groups, len(read))
    arguments.chance(**chance)
    if len(set(known)) < 2:
        raise ValueError(
            f"All texts are of the group {sorted(set(known))}; a classifier is evaluated on a group it has not seen, so two are needed"
        )
    return Trial(scorer, read, answers, np.array(known), chance)


@dataclass(frozen=True)
class Trial:
    """Texts, their labels and groups, and the folds a classifier is tried on."""

    scorer: ClassifierScorer
    texts: list[str]
    labels: Labels
    groups: Array
    chance: dict[str, Any]

    @cached_property
    def ids(self) -> list[str]:
        """What each text is dealt by, whatever the order of rows: its words, group and label, and which of its copies it is."""
        copies = Counter[str]()
        ids = []
        for text, group, label in zip(self.texts, self.groups.tolist(), self.labels.target.tolist(), strict=True):
            content = "\x1f".join((text, group, str(label)))
            ids.append(f"{content}\x1f{copies[content]}")
            copies[content] += 1
        return ids

    def run(self, folds: Array, share: float = 1.0) -> tuple[Array, Array | None]:
        """Decisions and probabilities for each text by a classifier trained on the other folds, or a share of their texts."""
        given, probability = np.zeros_like(self.labels.target), np.full((len(self.texts), len(self.labels.names)), np.nan)
        certain = True
        for fold in np.unique(folds):
            train, test = self.training(folds, fold, share), np.flatnonzero(folds == fold)
            model = self.trained(train)
            held_out = [self.texts[place] for place in test]
            given[test] = model.predict(held_out)
            certain = certain and model.has_probabilities
            if certain:
                columns = [self.labels.names.index(label) for label in model.labels]
                probability[test[:, None], columns] = model.predict_proba(held_out)
        return given, np.nan_to_num(probability) if certain else None

    def training(self, folds: Array, fold: int, share: float = 1.0) -> Array:
        """Places of the texts that are trained on while a fold is left out; a smaller share lies within a larger."""
        lot = dealt(self.ids, len(self.texts), self.chance["seed"]) / len(self.texts)
        return np.flatnonzero((folds != fold) & (lot < share))

    def random(self, seed: int) -> list[pl.DataFrame]:
        """Rows of the random split: the classifier, and the group's name."""
        folds = dealt(self.ids, RANDOM_FOLDS, seed)
        return [self.table("random", "classifier", self.run(folds)[0]), self.table("random", "group's name", self._by_name(folds))]

    def commonest(self) -> Array:
        """The label that most texts have; for several a text, each that most texts have."""
        return _commonest(self.labels, np.arange(len(self.texts)), len(self.texts))

    def _by_name(self, folds: Array) -> Array:
        given = np.zeros_like(self.labels.target)
        for fold in np.unique(folds):
            for group in np.unique(self.groups):
                test = np.flatnonzero((folds == fold) & (self.groups == group))
                train = np.flatnonzero((folds != fold) & (self.groups == group))
                given[test] = _commonest(self.labels, train if len(train) else np.flatnonzero(folds != fold), len(test))
        return given

    def trained(self, train: Array) -> ClassifierScorer:
        """Train a copy of the scorer on some of the texts."""
        target, texts = self.labels.target[train], [self.texts[place] for place in train]
        if not self.labels.several and len(np.unique(target)) < 2:
            raise ValueError(self._one_sided(train))
        fresh = ClassifierScorer(self.scorer.estimator, name=self.scorer.name, unit=self.scorer.unit)
        # Of several labels a fold may lack one: it is learned as absent.
        answers = Labels(self.labels.names, target, several=True) if self.labels.several else as_labels(target.tolist(), len(texts))
        return fresh.learn(texts, answers, self.groups[train].tolist())

    def _one_sided(self, train: Array) -> str:
        """Say without what all texts have one label."""
        out = sorted({*self.groups.tolist()} - {*self.groups[train].tolist()})
        without = f"the groups {arguments.some(out)}" if out else "those dealt to one fold of the random split"
        label = np.unique(self.labels.target[train]).tolist()
        return f"Without {without}, all {len(train)} texts have the label {label}; two labels are needed in what is left to learn from"

    def table(self, split: str, judge: str, given: Array) -> pl.DataFrame:
        """Rows of `Evaluation.scores` for decisions about all texts."""
        scores = f1_table(self.labels, given, self.groups, **self.chance)
        return scores.select(pl.lit(split).alias("split"), pl.lit(judge).alias("judge"), pl.all())


def grouped(groups: Array, seed: int) -> Array:
    """Fold of each text: a group each, or groups dealt to ten folds."""
    names, place = np.unique(groups, return_inverse=True)
    folds = dealt(names.tolist(), MOST_FOLDS, seed) if len(names) > MOST_FOLDS else np.arange(len(names))
    return np.asarray(folds[place])


def _commonest(labels: Labels, train: Array, n: int) -> Array:
    target = labels.target[train]
    if labels.several:
        return np.tile((target.mean(0) > 0.5).astype(np.int64), (n, 1))
    return np.full(n, max(labels.names, key=lambda name: int((target == name).sum())), dtype=labels.target.dtype)
