"""Ready estimators by name."""

from collections.abc import Sequence
from typing import Any

from framing import arguments


def named(name: str, lexicons: Sequence[Any] | None = None) -> Any:
    """Build the unfitted scikit-learn estimator called `name`; the names are those of `PIPELINES`.

    Raises
    ------
    ValueError
        For an unknown name, or lexicons for a pipeline that reads none.
    """
    build = PIPELINES[arguments.known(name, PIPELINES, "classifier")]
    if lexicons is None:
        return build()
    if build is not features:
        raise ValueError(f"The classifier {name!r} reads no lexicons; 'features' does")
    return features(lexicons)


def tfidf() -> Any:
    """Build TF-IDF over words and the character 3- and 4-grams inside them, with how the sentence is made, and logistic regression.

    Characters see the stem under an ending and the parts of a compound, and the word groups of `wording.toml` let a
    rare word speak through its neighbours: both carry over to an outlet that was not in the training set. Labels are
    weighed alike, however rare, and probabilities corrected afterwards (`Calibrated`).
    """
    return _words(wording=1.0)


def words() -> Any:
    """Build the same without word groups and marks of style, for languages other than English."""
    return _words(wording=0.0)


def embeddings() -> Any:
    """Build `tfidf` with the vector of each text beside it, from a model that comes inside a package (`vectors`); slower."""
    from sklearn.pipeline import FeatureUnion

    from framing.classifier.features import WordFeatures
    from framing.classifier.vectors import SentenceVectors

    return _decided(FeatureUnion([("words", WordFeatures()), ("vectors", SentenceVectors())]))


def features(lexicons: Sequence[Any] | None = None) -> Any:
    """Build `tfidf` with what lexicons (by default those shipped) find beside it, in whose voice, and where the text stands (`voices`)."""
    from sklearn.pipeline import FeatureUnion

    from framing.classifier.features import WordFeatures
    from framing.classifier.voices import SHIPPED, VoiceFeatures, kept

    return _decided(FeatureUnion([("words", WordFeatures()), ("voices", VoiceFeatures(SHIPPED if lexicons is None else kept(lexicons)))]))


def _words(wording: float) -> Any:
    from framing.classifier.features import WordFeatures

    return _decided(WordFeatures(wording=wording))


def _decided(features: Any) -> Any:
    from sklearn.linear_model import LogisticRegression
    from sklearn.multiclass import OneVsRestClassifier
    from sklearn.pipeline import Pipeline

    from framing.classifier.calibrated import Calibrated

    decision = OneVsRestClassifier(LogisticRegression(C=0.3, class_weight="balanced", solver="liblinear", max_iter=1000))
    return Calibrated(Pipeline([("features", features), ("decision", decision)]))


PIPELINES = {"tfidf": tfidf, "words": words, "features": features, "embeddings": embeddings}


def for_several(estimator: Any) -> Any:
    """Let an estimator that gives one label decide each label of several by itself; others come back unchanged."""
    from sklearn.multiclass import OneVsRestClassifier
    from sklearn.pipeline import Pipeline
    from sklearn.utils import get_tags

    tags = get_tags(estimator).classifier_tags
    if tags is not None and tags.multi_label:
        return estimator
    if isinstance(estimator, Pipeline):  # the features are the same for every label: computed once
        *features, (name, last) = estimator.steps
        return Pipeline([*features, (name, OneVsRestClassifier(last))])
    return OneVsRestClassifier(estimator)


def band(abstain: float, estimator: Any) -> float:
    """Return `abstain`, the difference of probabilities below which an estimator is in doubt, if it can tell one."""
    arguments.number("abstain", abstain, "a difference of probabilities from 0 up to, not including, 1", 0, 1, "[)")
    if abstain and not hasattr(estimator, "predict_proba"):
        raise ValueError(f"abstain is {abstain}, a difference of probabilities: {no_probabilities(estimator)}")
    return abstain


def no_probabilities(estimator: Any) -> str:
    """Say of an estimator that it decides without probabilities, and what to do about it."""
    return f"{type(estimator).__name__} gives no probabilities; wrap it in sklearn.calibration.CalibratedClassifierCV"
