"""Probabilities that mean what they say, and decisions fair to rare labels. Imported only when a classifier is built."""

import warnings
from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.special import expit
from sklearn.base import BaseEstimator, ClassifierMixin, clone
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import f1_score
from sklearn.model_selection import GroupKFold, KFold, StratifiedKFold
from sklearn.utils.multiclass import type_of_target

Array = NDArray[Any]

CUTS = 37  # thresholds tried: quantiles of the probability from 5 to 95 %
FEWEST = 20  # texts below which there is nothing to calibrate on


class Calibrated(ClassifierMixin, BaseEstimator):  # type: ignore[misc]  # scikit-learn has no types
    """A classifier whose log-odds are corrected on texts it was not fitted to.

    The estimator is fitted to all but one fold, in turn, and its scores on the fold left out are collected. A logistic
    curve from score to label (Platt 1999) makes them probabilities. With two labels, or several a text, a label is
    given from the probability that maximises its macro-F1 over the same scores; with one of many, the highest wins.
    Folds keep groups together: a correction learned within an outlet would promise too much for the next one.

    Parameters
    ----------
    estimator
        A classifier of texts with `decision_function`, such as a pipeline that ends in one.
    folds
        How many folds, or groups if there are fewer.
    """

    def __init__(self, estimator: Any, folds: int = 5):
        self.estimator, self.folds = estimator, folds

    def __sklearn_tags__(self) -> Any:
        tags = super().__sklearn_tags__()
        tags.classifier_tags.multi_label = True
        return tags

    def fit(self, texts: Sequence[str], target: Any, groups: Sequence[Any] | None = None) -> "Calibrated":
        """Fit the estimator to all texts, and the correction to texts left out."""
        self.fit_scored(texts, target, groups)
        return self

    def fit_scored(self, texts: Sequence[str], target: Any, groups: Sequence[Any] | None = None) -> Array:
        """Fit, and return the score of each text by a model that saw neither it nor its group, nan where there is none; (texts, labels)."""
        target = np.asarray(target)
        self.kind_ = "multilabel-indicator" if target.ndim == 2 else type_of_target(target)  # a column alone would be called binary
        self.model_ = _fitted(self.estimator, list(texts), target)
        self.classes_ = np.arange(target.shape[1]) if target.ndim == 2 else np.unique(target)
        truth = self._truth(target)
        n_columns = truth.shape[1]
        self.slopes_, self.offsets_, self.thresholds_ = np.ones(n_columns), np.zeros(n_columns), np.full(n_columns, 0.5)
        scores = self._left_out(list(texts), target, groups)
        known = np.isfinite(scores).all(1)
        if known.sum() >= FEWEST:
            for column in range(n_columns):
                self._correct(column, scores[known, column], truth[known, column])
        return scores

    def scores(self, texts: Sequence[str]) -> Array:
        """Scores before they are made probabilities, shape (texts, labels)."""
        return self._scores(self.model_, texts)

    def predict_proba(self, texts: Sequence[str]) -> Array:
        """Return the probability of each label, shape (texts, labels)."""
        found = self._probabilities(self._scores(self.model_, texts))
        if self.kind_ == "binary":
            return np.column_stack([1 - found[:, 0], found[:, 0]])
        return found / np.maximum(found.sum(1, keepdims=True), 1e-12) if self.kind_ == "multiclass" else found

    def predict(self, texts: Sequence[str]) -> Array:
        """Decide the label, or for several a text, 0 or 1 for each."""
        scores = self._scores(self.model_, texts)
        if self.kind_ == "multiclass":
            return np.asarray(self.classes_[scores.argmax(1)])
        given = (self._probabilities(scores) >= self.thresholds_).astype(np.int64)
        return np.asarray(self.classes_[given[:, 0]]) if self.kind_ == "binary" else given

    def _probabilities(self, scores: Array) -> Array:
        return np.asarray(expit(scores * self.slopes_ + self.offsets_))

    def _scores(self, model: Any, texts: Sequence[str]) -> Array:
        found = np.asarray(model.decision_function(list(texts)), dtype=float)
        return found[:, None] if found.ndim == 1 else found

    def _truth(self, target: Array) -> Array:
        if self.kind_ == "multilabel-indicator":
            return target
        return np.asarray(target[:, None] == (self.classes_[1:] if self.kind_ == "binary" else self.classes_), dtype=np.int64)

    def _left_out(self, texts: list[str], target: Array, groups: Sequence[Any] | None) -> Array:
        """Scores of each text by a model that saw neither it nor its group; nan where that model missed a label."""
        truth = self._truth(target)
        scores = np.full(truth.shape, np.nan)
        for train, test in split(target, groups, self.folds):
            if len(np.unique(target[train], axis=0)) > 1 and (target.ndim == 2 or len(np.unique(target[train])) == len(self.classes_)):
                model = _fitted(self.estimator, [texts[place] for place in train], target[train])
                scores[test] = self._scores(model, [texts[place] for place in test])
        return scores

    def _correct(self, column: int, scores: Array, truth: Array) -> None:
        if len(np.unique(truth)) < 2:
            return
        curve = LogisticRegression(C=100.0).fit(scores[:, None], truth)
        self.slopes_[column], self.offsets_[column] = max(curve.coef_[0, 0], 0.0), curve.intercept_[0]
        if self.kind_ != "multiclass":
            self.thresholds_[column] = _best_cut(expit(scores * self.slopes_[column] + self.offsets_[column]), truth)


def split(target: Array, groups: Sequence[Any] | None, folds: int) -> list[tuple[Array, Array]]:
    """Places to train on and to leave out, fold by fold: groups whole where there are any."""
    if len(target) < FEWEST:
        return []
    empty = np.zeros(len(target))
    n_groups = len(set(groups or ()))
    if groups is not None and n_groups > 1:
        return list(GroupKFold(min(folds, n_groups)).split(empty, groups=np.unique(list(map(str, groups)), return_inverse=True)[1]))
    if target.ndim == 2:
        return list(KFold(folds).split(empty))
    most = min(folds, int(np.unique(target, return_counts=True)[1].min()))
    return list(StratifiedKFold(most).split(empty, target)) if most > 1 else []


def _best_cut(probability: Array, truth: Array) -> float:
    cuts = np.quantile(probability, np.linspace(0.05, 0.95, CUTS))
    reached = [f1_score(truth, probability >= cut, average="macro", zero_division=0) for cut in cuts]
    return float(cuts[int(np.argmax(reached))])


def _fitted(estimator: Any, texts: list[str], target: Array) -> Any:
    with warnings.catch_warnings():  # a label that no text of a fold has is foreseen: it is scored as absent
        warnings.filterwarnings("ignore", message="Label .* is present in (all|no) training examples")
        warnings.filterwarnings("ignore", message="Label not .* is present in all training examples")
        return clone(estimator).fit(texts, target)
