"""Ready estimators by name."""

from typing import Any

from framing import tables


def named(name: str) -> Any:
    """Build the unfitted scikit-learn estimator called `name`; the names are those of `PIPELINES`."""
    return PIPELINES[tables.known(name, PIPELINES, "classifier")]()


def tfidf() -> Any:
    """Build TF-IDF over words, word pairs and the character 2- to 5-grams inside words, with logistic regression.

    Characters see the stem under an ending and the parts of a compound, which is what carries over to an outlet that
    was not in the training set.
    """
    from sklearn.feature_extraction.text import TfidfVectorizer
    from sklearn.linear_model import LogisticRegression
    from sklearn.pipeline import FeatureUnion, Pipeline

    words = TfidfVectorizer(ngram_range=(1, 2), sublinear_tf=True)
    characters = TfidfVectorizer(analyzer="char_wb", ngram_range=(2, 5), sublinear_tf=True)
    features = FeatureUnion([("words", words), ("characters", characters)])
    return Pipeline([("features", features), ("decision", LogisticRegression(max_iter=1000))])


PIPELINES = {"tfidf": tfidf}


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
