"""Evaluation of classifiers: what cannot flatter, and what must come out by hand. All sentences are invented."""

import json

import numpy as np
import polars as pl
import pytest
from polars.testing import assert_frame_equal
from sklearn.base import BaseEstimator, ClassifierMixin
from sklearn.feature_extraction.text import CountVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import f1_score
from sklearn.pipeline import make_pipeline
from sklearn.svm import LinearSVC

from framing import ClassifierScorer, plots
from framing.classifier import evaluate, learning_curve


class Reader(ClassifierMixin, BaseEstimator):
    """A classifier that answers with a word of the text, the same for every training set."""

    def __init__(self, word=0):
        self.word = word

    def fit(self, texts, target):  # noqa: ARG002  the signature of scikit-learn
        """Learn which labels there are."""
        self.classes_ = np.unique(target)
        return self

    def predict(self, texts):
        """Answer with the word."""
        return np.array([text.split()[self.word] for text in texts])


class Memory(Reader):
    """A classifier that knows the outlets it has seen, by their first word, and nothing else."""

    def fit(self, texts, target):
        """Remember the label that stood with each first word."""
        super().fit(texts, target)
        self.seen_ = {text.split()[0]: label for text, label in zip(texts, target, strict=True)}
        return self

    def predict(self, texts):
        """Answer from memory; for an unknown outlet, the first label."""
        return np.array([self.seen_.get(text.split()[0], self.classes_[0]) for text in texts])


OUTLETS = [f"outlet{n}" for n in range(6) for _ in range(10)]
BY_OUTLET = ["loaded" if n // 10 % 2 else "plain" for n in range(60)]
TEXTS = [f"{outlet} says this" for outlet in OUTLETS]


def macro(evaluation, split, judge):
    return evaluation.scores.filter(pl.col("label").is_null(), split=split, judge=judge)["f1"][0]


def test_recognising_the_outlet_does_not_pass_for_recognising_the_frame():
    """A classifier that only knows outlets is perfect on a random split and worthless on outlets left out."""
    found = evaluate(ClassifierScorer(Memory()), TEXTS, BY_OUTLET, OUTLETS)
    assert macro(found, "random", "classifier") == macro(found, "random", "group's name") == 1
    assert found.macro_f1 <= macro(found, "grouped", "commonest label") == pytest.approx(1 / 3)


def test_f1_equals_that_of_scikit_learn():
    """F1, by label and on average, is that of scikit-learn for the same decisions."""
    labels = ["a", "b", "c"] * 20
    texts = [f"{'abc'[n * n % 3]} x" for n in range(60)]
    found = evaluate(ClassifierScorer(Reader()), texts, labels, OUTLETS, random_split=False)
    said = [text[0] for text in texts]
    assert found.macro_f1 == pytest.approx(f1_score(labels, said, average="macro"))
    each = found.scores.filter(pl.col("label").is_not_null(), judge="classifier")
    assert each["f1"].to_list() == pytest.approx(f1_score(labels, said, average=None))
    assert found.confusion["texts"].sum() == 60
    assert found.confusion.filter(truth="a", given="a")["texts"][0] == sum(a == b == "a" for a, b in zip(labels, said, strict=True))


def test_perfect_answers_score_one():
    """Answers that are always right have F1, precision and recall 1, for every label."""
    found = evaluate(ClassifierScorer(Reader(word=-1)), [f"x {label}" for label in BY_OUTLET], BY_OUTLET, OUTLETS, random_split=False)
    right = found.scores.filter(judge="classifier")
    assert right["f1", "precision", "recall"].rows() == [(1, 1, 1)] * 3


def test_intervals_come_from_groups():
    """Repeating every text narrows no interval: groups are drawn, not texts."""
    texts = [f"{'plain' if n % 4 else 'loaded'} x" for n in range(60)]
    once, thrice = (
        evaluate(ClassifierScorer(Reader()), texts * times, BY_OUTLET * times, OUTLETS * times, random_split=False).scores
        for times in (1, 3)
    )
    assert once["f1", "low", "high"].rows() == [pytest.approx(row) for row in thrice["f1", "low", "high"].rows()]
    classifier = once.filter(judge="classifier")
    assert (classifier["low"] < classifier["f1"]).all()


def test_ready_pipeline_is_evaluated_with_probabilities():
    """The ready pipeline gives a calibration table over all texts and an error between 0 and 1."""
    texts = [f"a {'shameful raid' if label == 'loaded' else 'meeting in May'} {n}" for n, label in enumerate(BY_OUTLET)]
    found = evaluate(ClassifierScorer.named("tfidf"), texts, BY_OUTLET, OUTLETS, random_split=False)
    assert found.macro_f1 == 1
    assert found.calibration.group_by("label").agg(pl.col("texts").sum())["texts"].to_list() == [60, 60]
    assert 0 <= found.expected_calibration_error < 0.3


def test_several_labels_a_text_are_evaluated_one_by_one():
    """With several labels a text there is a row for each label, and no confusion table."""
    texts = [f"a {'shameful raid' if label == 'loaded' else 'meeting in May'} {n}" for n, label in enumerate(BY_OUTLET)]
    found = evaluate(ClassifierScorer.named("tfidf"), texts, [{label, "all"} for label in BY_OUTLET], OUTLETS)
    assert set(found.scores["label"].to_list()) == {"all", "loaded", "plain", None}
    assert found.confusion.height == 0
    assert found.macro_f1 == 1


def test_without_probabilities_calibration_is_unknown():
    """A classifier that only decides has F1 and no calibration: nan, not 0."""
    texts = [f"{label} {n}" for n, label in enumerate(BY_OUTLET)]
    found = evaluate(ClassifierScorer(make_pipeline(CountVectorizer(), LinearSVC())), texts, BY_OUTLET, OUTLETS, random_split=False)
    assert found.calibration.height == 0
    assert np.isnan(found.expected_calibration_error)


def test_more_than_ten_groups_are_dealt_to_ten_folds():
    """Many groups share folds, and a group is never on both sides."""
    groups = [f"g{n % 25}" for n in range(100)]
    texts = [f"{group} x" for group in groups]
    labels = ["loaded" if int(group[1:]) % 2 else "plain" for group in groups]
    assert evaluate(ClassifierScorer(Memory()), texts, labels, groups, random_split=False).macro_f1 == pytest.approx(1 / 3, abs=0.05)


def test_the_same_seed_gives_the_same_evaluation():
    """Folds and draws are functions of the seed."""
    first, second = (evaluate(ClassifierScorer(Memory()), TEXTS, BY_OUTLET, OUTLETS, seed=3).scores for _ in range(2))
    assert first.equals(second)


def test_the_order_of_rows_decides_nothing():
    """The same texts in another order, copies among them: the same random split, and the same share of texts to learn from."""
    pipeline = make_pipeline(CountVectorizer(), LogisticRegression())
    texts = [f"{outlet} met {('Berg', 'Ford', 'Lund')[n % 3]} {n % 7} times" for n, outlet in enumerate(OUTLETS)]
    rows = list(zip(texts, ["loaded" if n % 3 and n % 5 else "plain" for n in range(60)], OUTLETS, strict=True))
    found, curves = [], []
    for order in (rows, rows[::-1], sorted(rows, key=lambda row: row[0][::-1])):
        found.append(evaluate(ClassifierScorer(pipeline), *zip(*order, strict=True)))
        curves.append(learning_curve(ClassifierScorer(pipeline), *zip(*order, strict=True), shares=[0.3]))
    assert 0 < macro(found[0], "random", "classifier") < 1
    for each, curve in zip(found[1:], curves[1:], strict=True):
        assert_frame_equal(each.scores, found[0].scores, abs_tol=1e-9)
        assert_frame_equal(curve, curves[0], abs_tol=1e-9)


def test_a_label_that_a_fold_lacks_is_learned_as_absent():
    """With several labels a text, one that only one outlet has is judged all the same; one that no text has is an error."""
    target = np.array([[n % 2, n < 10 and n % 3 == 0] for n in range(60)], dtype=int)
    table = pl.DataFrame(target, schema=["loaded", "rare"])
    found = evaluate(ClassifierScorer(make_pipeline(CountVectorizer(), LogisticRegression())), TEXTS, table, OUTLETS, random_split=False)
    assert found.scores.filter(label="rare", judge="classifier")["texts"].to_list() == [4]
    with pytest.raises(ValueError, match="No text has the label 'never': its column holds no 1"):
        evaluate(ClassifierScorer.named("tfidf"), TEXTS, table.with_columns(never=0), OUTLETS)


def test_what_cannot_be_evaluated_is_refused():
    """One group, missing groups or a string raise an error that says what is needed."""
    scorer = ClassifierScorer(Memory())
    with pytest.raises(ValueError, match=r"All texts are of the group \['A'\]; .* two are needed"):
        evaluate(scorer, ["a", "b"], ["x", "y"], ["A", "A"])
    with pytest.raises(ValueError, match="2 texts but 1 groups"):
        evaluate(scorer, ["a", "b"], ["x", "y"], ["A"])
    with pytest.raises(ValueError, match="group 1 is missing; name the outlet or event of every text"):
        evaluate(scorer, ["a", "b"], ["x", "y"], ["A", None])
    with pytest.raises(TypeError, match="groups is one string, 'AB'"):
        evaluate(scorer, ["a", "b"], ["x", "y"], "AB")
    with pytest.raises(TypeError, match="texts is one string"):
        evaluate(scorer, "ab", ["x", "y"], ["A", "B"])
    with pytest.raises(ValueError, match="All texts are of the group"):
        evaluate(scorer, [], [], [])
    with pytest.raises(ValueError, match=r"Without the groups \['A'\], all 2 texts have the label \['y'\]; two labels are needed"):
        evaluate(scorer, ["a", "b", "c", "d"], ["x", "x", "y", "y"], ["A", "A", "B", "B"])


def test_the_learning_curve_ends_where_the_evaluation_stands():
    """The whole share gives the macro-F1 and interval of `evaluate`; smaller shares train on as many texts as they say."""
    words = ["grim", "dire", "vile", "calm", "dull", "fair"]
    texts = [f"{outlet} {words[n * 7 % 6]} news" for n, outlet in enumerate(OUTLETS)]
    labels = ["loaded" if n * 7 % 6 < 3 else "plain" for n in range(60)]
    scorer = ClassifierScorer.named("tfidf")
    found = learning_curve(scorer, texts, labels, OUTLETS, shares=(1.0, 0.4))
    whole = evaluate(scorer, texts, labels, OUTLETS, random_split=False).scores.filter(pl.col("label").is_null(), judge="classifier")
    assert found["share"].to_list() == [0.4, 1.0]
    assert found["trained_on"].to_list() == pytest.approx([20, 50], abs=0.5)
    assert found.row(1)[2:5] == whole.select("f1", "low", "high").row(0)


def test_a_share_too_small_to_learn_from_is_unknown():
    """Where so few texts hold one label only, the score is nan; a share outside 0 to 1 is refused."""
    found = learning_curve(ClassifierScorer(Memory()), TEXTS, BY_OUTLET, OUTLETS, shares=(0.02,))
    assert np.isnan(found["f1"][0])
    with pytest.raises(ValueError, match=r"shares is 1\.5; expected a number over 0 and at most 1"):
        learning_curve(ClassifierScorer(Memory()), TEXTS, BY_OUTLET, OUTLETS, shares=(1.5,))


def test_the_draws_of_groups_can_be_chosen():
    """More or fewer draws of groups move the interval, not the score."""
    few, many = (evaluate(ClassifierScorer(Memory()), TEXTS, BY_OUTLET, OUTLETS, n_boot=n, random_split=False).scores for n in (16, 400))
    assert few["f1"].to_list() == many["f1"].to_list()
    assert few["low"].to_list() != many["low"].to_list()


def test_a_summary_can_be_written_as_json():
    """What a card tells of an evaluation is rows of plain values."""
    summary = evaluate(ClassifierScorer(Memory()), TEXTS, BY_OUTLET, OUTLETS).summary()
    assert json.loads(json.dumps(summary["scores"]))[0]["judge"] == "classifier"
    assert {"expected_calibration_error", "calibration", "scores"} == set(summary)


def test_every_bin_is_a_point_of_the_reliability_diagram():
    """The calibration plot has a point for each row where the table says, and a note; empty tables draw axes only."""
    rows = [("a", 0.0, 0.1, 80, 0.05, 0.1), ("a", 0.9, 1.0, 20, 0.95, 0.8), ("b", 0.4, 0.5, 0, 0.45, 0.0)]
    table = pl.DataFrame(rows, schema=["label", "low", "high", "texts", "probability", "share"], orient="row")
    ax = plots.plot_calibration(table)
    assert ax.collections[0].get_offsets().tolist() == [[0.05, 0.1], [0.95, 0.8]]
    assert "100 in all" in plots.note(ax)
    assert not plots.plot_calibration(table.clear()).collections
    with pytest.raises(ValueError, match="calibration table lacks the column 'share'"):
        plots.plot_calibration(table.drop("share"))


def test_every_share_is_a_point_of_the_learning_curve():
    """The learning curve has a point for each known share, and says how many are not."""
    rows = [(10.0, float("nan"), float("nan"), float("nan")), (100.0, 0.6, 0.5, 0.7), (400.0, 0.7, 0.6, 0.8)]
    table = pl.DataFrame(rows, schema=["trained_on", "f1", "low", "high"], orient="row")
    ax = plots.plot_learning_curve(table, level=0.9)
    assert ax.lines[0].get_xydata().tolist() == [[100.0, 0.6], [400.0, 0.7]]
    assert "90 % interval" in plots.note(ax)
    assert "1 shares held one label only" in plots.note(ax)
    assert plots.plot_learning_curve(table.clear()).get_xlabel() == "Texts trained on"
