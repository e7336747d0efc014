"""The classifier behind the scorer protocol. All sentences here are invented."""

import io
import json
import zipfile

import numpy as np
import pandas
import polars as pl
import pytest
from articles import passages_of
from sklearn.ensemble import RandomForestClassifier
from sklearn.feature_extraction.text import CountVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import make_pipeline
from sklearn.svm import LinearSVC

from framing import ClassifierScorer, Corpus, score, split_voices, tables

TEXTS = ["a brutal raid", "a savage, brutal attack", "savage bombing", "a meeting in May", "the meeting ended", "talks in May"]
LABELS = ["loaded"] * 3 + ["plain"] * 3
ARTICLES = [
    {"article_id": "1", "outlet": "The Gull", "event": "e", "title": "Brutal raid", "text": "A savage raid. They met in May."},
    {
        "article_id": "2",
        "outlet": "Ford Post",
        "event": "e",
        "title": "",
        "text": "In May, Berg said: “It was a brutal, savage attack.” Talks ended.",
    },
]


@pytest.fixture(scope="module")
def passages():
    return split_voices(Corpus.from_records(ARTICLES))


@pytest.fixture(scope="module")
def fitted():
    return ClassifierScorer.named("tfidf", frames=["loaded"]).fit(TEXTS, LABELS, groups=["a", "b"] * 3)


def estimators():
    return [
        make_pipeline(CountVectorizer(), LogisticRegression()),
        make_pipeline(CountVectorizer(), RandomForestClassifier(n_estimators=20, random_state=0)),
        make_pipeline(CountVectorizer(), LinearSVC()),
    ]


def shape(table):
    return dict(table.schema)


@pytest.mark.parametrize("labels", [LABELS, [1, 1, 1, 0, 0, 0], [True] * 3 + [False] * 3])
def test_labels_come_back_as_given(labels):
    """Two labels: the training texts get back the labels they came with, of the type they came in."""
    found = ClassifierScorer.named("tfidf").fit(TEXTS, labels).predict(TEXTS)
    assert found.tolist() == labels
    assert found.shape == (6,)


def test_three_labels_each_get_a_probability():
    """More than two labels: one column each, rows sum to 1, the likeliest is the decision."""
    labels = ["war", "war", "war", "talks", "talks", "month"]
    scorer = ClassifierScorer.named("tfidf").fit(TEXTS, labels)
    found = scorer.predict_proba(TEXTS)
    assert scorer.labels == ("month", "talks", "war")
    assert found.sum(1) == pytest.approx(np.ones(6))
    assert [scorer.labels[place] for place in found.argmax(1)] == scorer.predict(TEXTS).tolist()


def test_a_text_can_have_several_labels_or_none():
    """Several labels a text: sets, or a table of 0 and 1, decide every label by itself and alike."""
    sets = [{"war"}, {"war", "cruel"}, {"war", "cruel"}, {"May"}, set(), {"May"}]
    matrix = pl.DataFrame({name: [int(name in each) for each in sets] for name in ("May", "cruel", "war")})
    by_sets, by_matrix = (ClassifierScorer.named("tfidf").fit(TEXTS, labels) for labels in (sets, matrix))
    assert by_sets.labels == by_matrix.labels == ("May", "cruel", "war")
    assert by_sets.predict_proba(TEXTS) == pytest.approx(by_matrix.predict_proba(TEXTS))
    assert by_sets.predict(TEXTS).tolist() == matrix.to_numpy().tolist()


def test_one_label_that_texts_have_or_not():
    """A table of a single column, or sets of a single label, is learned as one column of many is."""
    table = pl.DataFrame({"loaded": [1, 1, 1, 0, 0, 0] * 4})
    by_table = ClassifierScorer.named("tfidf").fit(TEXTS * 4, table)
    by_sets = ClassifierScorer.named("tfidf").fit(TEXTS * 4, [["loaded"] * has for has in table["loaded"]])
    assert by_table.labels == by_sets.labels == ("loaded",)
    assert by_table.predict(TEXTS).tolist() == by_sets.predict(TEXTS).tolist() == [[1], [1], [1], [0], [0], [0]]
    assert by_table.predict_proba(TEXTS).shape == (6, 1)


@pytest.mark.parametrize("estimator", estimators(), ids=["logistic", "forest", "svm"])
def test_any_text_classifier_keeps_the_protocol(estimator, passages):
    """Any scikit-learn text classifier, with one label or several, gives hits and exposure of the right shape."""
    for labels in (LABELS, [{each} for each in LABELS]):
        scores = score(passages, ClassifierScorer(estimator, frames=["loaded"]).fit(TEXTS, labels))
        assert shape(scores.hits) == dict(tables.schema("hits"))
        assert scores.hits.height > 0
        assert scores.exposure["exposure"].sum() == 5


def test_a_forest_of_several_labels_gives_one_matrix():
    """Estimators that answer several labels with a list of matrices give one matrix all the same."""
    scorer = ClassifierScorer(estimators()[1]).fit(TEXTS, [{each} for each in LABELS])
    assert scorer.predict_proba(TEXTS).shape == (6, 2)
    assert (scorer.predict_proba(TEXTS)[:, 0] > 0.5).tolist() == [True] * 3 + [False] * 3


def test_an_estimator_fitted_elsewhere_is_taken_as_it_is():
    """A fitted estimator needs no second fit: its classes are the labels."""
    scorer = ClassifierScorer(estimators()[0].fit(TEXTS, LABELS))
    assert scorer.labels == ("loaded", "plain")
    assert scorer.predict(["brutal"]).tolist() == ["loaded"]


def test_fitting_leaves_the_estimator_alone():
    """The estimator handed in is cloned, so that one recipe can be fitted twice."""
    estimator = estimators()[0]
    ClassifierScorer(estimator).fit(TEXTS, LABELS)
    assert not hasattr(estimator[-1], "coef_")


def test_estimators_without_probabilities_say_so():
    """A support vector machine decides but gives no probabilities; the error says what would."""
    scorer = ClassifierScorer(estimators()[2]).fit(TEXTS, LABELS)
    with pytest.raises(TypeError, match=r"gives no probabilities; wrap it in sklearn\.calibration"):
        scorer.predict_proba(TEXTS)
    with pytest.raises(ValueError, match=r"abstain is 0\.2, a difference of probabilities: Pipeline gives no probabilities; wrap it in"):
        ClassifierScorer(estimators()[2], abstain=0.2)


def test_sentences_are_hit_with_their_offsets(fitted, passages):
    """Every hit leads back to its sentence: text[start:end] is the surface, and the term is the label."""
    hits = score(passages, fitted).hits
    texts = {
        (name, part): text
        for name, *both in passages.corpus.articles["article_id", "title", "text"].iter_rows()
        for part, text in zip(tables.PARTS, both, strict=True)
    }
    assert hits["article_id", "part", "frame", "term"].rows() == [
        ("1", "title", "loaded", "loaded"),
        ("1", "text", "loaded", "loaded"),
        ("2", "text", "loaded", "loaded"),
    ]
    for name, part, start, end, surface in hits["article_id", "part", "start", "end", "surface"].iter_rows():
        assert texts[name, part][start:end] == surface


def test_a_sentence_has_the_voice_of_most_of_its_words(fitted, passages):
    """A sentence that is mostly quotation counts as its speaker's."""
    hits = score(passages, fitted).hits.filter(article_id="2")
    assert hits["voice"].to_list() == ["direct"]


def test_a_selection_is_read_without_the_rest(fitted, passages):
    """In own voice the quotation is not read: what is left of its sentence is not loaded."""
    own = score(passages.where(voice="own"), fitted)
    assert own.hits["article_id"].to_list() == ["1", "1"]
    assert own.exposure["voice"].unique().to_list() == ["own"]


@pytest.mark.parametrize(("unit", "exposure"), [("passages", 6), ("sentences", 5), ("articles", 2)])
def test_exposure_counts_units(unit, exposure, passages):
    """Exposure is the number of passages, sentences or articles with a word in them, and no unit is hit twice by a frame."""
    scores = score(passages, ClassifierScorer.named("tfidf", unit=unit, frames=["loaded"]).fit(TEXTS, LABELS))
    assert (scores.unit, scores.exposure["exposure"].sum()) == (unit, exposure)
    assert not scores.hits.select("article_id", "part", "start", "frame").is_duplicated().any()
    assert shape(scores.exposure) == dict(tables.schema("exposure"))


def test_an_article_is_one_unit_in_its_outlets_voice(passages):
    """An article is read whole, title and text, and stands in its outlet's own voice."""
    scores = score(passages, ClassifierScorer.named("tfidf", unit="articles").fit(TEXTS, LABELS))
    assert scores.exposure["voice"].to_list() == ["own", "own"]
    assert scores.hits["article_id", "start"].rows() == [("1", 0), ("2", 0)]


def test_several_frames_hit_one_sentence_once_each(passages):
    """With several labels a sentence can carry two frames, one hit each, in the order of the passages."""
    scorer = ClassifierScorer.named("tfidf").fit(TEXTS, [{"cruel", "war"}] * 3 + [set()] * 3)
    hits = score(passages, scorer).hits
    assert hits["article_id", "part", "frame"].rows()[:2] == [("1", "title", "cruel"), ("1", "title", "war")]


def test_duplicating_every_article_keeps_every_share(fitted, passages):
    """Twice the articles: twice the hits and twice the exposure."""
    twice = [article | {"article_id": f"{article['article_id']}{copy}"} for article in ARTICLES for copy in "ab"]
    double, single = score(split_voices(Corpus.from_records(twice)), fitted), score(passages, fitted)
    assert double.hits.height == 2 * single.hits.height
    assert double.exposure["exposure"].sum() == 2 * single.exposure["exposure"].sum()


@pytest.mark.parametrize("unit", ["passages", "sentences", "articles"])
def test_the_empty_corpus_has_no_hits(unit):
    """No articles: empty tables of the right types, and every frame is still known."""
    scorer = ClassifierScorer.named("tfidf", unit=unit).fit(TEXTS, LABELS)
    scores = score(passages_of([]), scorer)
    assert (scores.hits.height, scores.exposure.height, scores.frames) == (0, 0, ("loaded", "plain"))
    assert shape(scores.hits) == dict(tables.schema("hits"))


def test_no_texts_no_labels(fitted):
    """Nothing to predict gives nothing, in the shape of something."""
    assert fitted.predict([]).shape == (0,)
    assert fitted.predict_proba([]).shape == (0, 2)


@pytest.mark.parametrize("call", ["predict", "predict_proba", "fit"])
def test_one_string_is_not_texts(fitted, call):
    """A string where texts are expected would be read letter by letter: it is refused."""
    with pytest.raises(TypeError, match="texts is one string, 'brutal'; expected a sequence of strings"):
        getattr(fitted, call)("brutal", *([LABELS] if call == "fit" else []))


@pytest.mark.parametrize(
    ("texts", "labels", "groups", "error", "match"),
    [
        ([], [], None, ValueError, "No texts to learn from"),
        (["a", 3], ["x", "y"], None, TypeError, "text 1 is 3, a int; every text must be a string"),
        (["a", "b"], ["x"], None, ValueError, "2 texts but 1 labels"),
        (["a", "b"], ["x", None], None, ValueError, "label 1 is missing"),
        (["a", "b"], ["x", float("nan")], None, ValueError, "label 1 is missing"),
        (["a", "b"], ["x", 0.5], None, TypeError, "label 1 is 0.5, a float"),
        (["a", "b"], ["x", "x"], None, ValueError, r"All 2 texts have the label \['x'\]"),
        (["a", "b"], "xy", None, TypeError, "labels is one string, 'xy'"),
        (["a", "b"], np.array([[0, 2], [1, 0]]), None, ValueError, "holds 0 and 1 only; found 2"),
        (["a", "b"], ["x", "y"], ["g"], ValueError, "2 texts but 1 groups"),
        (["a b", "a c"], ["x", "y"], ["g", None], ValueError, "group 1 is missing"),
        (["a b", "a c"], ["x", "y"], [float("nan"), "g"], ValueError, "group 0 is missing"),
        (["a b", "a c"], ["x", "y"], "gh", TypeError, "groups is one string, 'gh'"),
        (["a b", "a c"], [["x"], None], None, ValueError, "label 1 is missing"),
        (["a b", "a c"], pandas.Series(["x", pandas.NA]), None, ValueError, "label 1 is missing"),
        (["a b", "a c"], pandas.DataFrame({"x": [1, None], "y": [0, 1]}), None, ValueError, "0 and 1 only; found a cell without a value"),
        (["a b", "a c"], pl.DataFrame({"x": [1, 0], "y": [0, 0]}), None, ValueError, "No text has the label 'y': its column holds no 1"),
        (["a b", "a c"], [["x"], ["x"]], None, ValueError, r"All 2 texts have the label \['x'\]"),
        (["a b", "a c"], [["x", "y"], ["y", "x"]], None, ValueError, r"All 2 texts have the label \['x', 'y'\]"),
        (["a b", "a c"], [["x"], ["y", None]], None, ValueError, "label 1 is missing"),
        (["a b", "a c"], ["x", " "], None, ValueError, "label 1 is missing"),
        (["a b", "a c"], ["x", "y"], ["g", ""], ValueError, "group 1 is missing"),
        (["a b", "a c"], {"x": 1, "y": 2}, None, TypeError, r"labels is \{'x': 1, 'y': 2\}; expected one label a text"),
        ({"a b": "x", "a c": "y"}, ["x", "y"], None, TypeError, "texts is .*; expected a sequence of strings"),
        (["...", "?!"], ["x", "y"], None, ValueError, "Nothing to learn from: 2 texts hold 0 different words"),
        (["a b", "c d"], ["x", "y"], None, ValueError, "Nothing to learn from: 2 texts hold 4 different words, none of them in 2 texts"),
    ],
)
def test_bad_training_data_is_refused(texts, labels, groups, error, match):
    """Training data that cannot be meant raise an error that names what is wrong."""
    with pytest.raises(error, match=match):
        ClassifierScorer.named("tfidf").fit(texts, labels, groups)


def test_unknown_names_are_refused(fitted):
    """A misspelled classifier, unit or frame raises and lists what there is."""
    with pytest.raises(ValueError, match=r"Unknown classifier 'tf-idf'; expected one of \['tfidf'"):
        ClassifierScorer.named("tf-idf")
    with pytest.raises(ValueError, match="Unknown unit 'words'; expected one of"):
        ClassifierScorer.named("tfidf", unit="words")
    with pytest.raises(ValueError, match="Unknown frame 'loud'; expected one of"):
        _ = ClassifierScorer.named("tfidf", frames=["loud"]).fit(TEXTS, LABELS).frames


def test_a_name_that_stands_twice_is_refused():
    """A frame named twice would count each of its hits twice; of two columns of one name nobody knows which is meant."""
    with pytest.raises(ValueError, match="frames has 'loaded' twice; expected each once"):
        ClassifierScorer.named("tfidf", frames=["loaded", "loaded"])
    twice = pandas.DataFrame([[1, 0], [0, 1]] * 3, columns=["loaded", "loaded"])
    with pytest.raises(ValueError, match="labels has 'loaded' twice"):
        ClassifierScorer.named("tfidf").fit(TEXTS, twice)


def test_what_is_not_fitted_says_so(passages):
    """Scoring with a classifier that has learned nothing raises, rather than counting zero."""
    with pytest.raises(ValueError, match="'tfidf' is not fitted; call fit"):
        score(passages, ClassifierScorer.named("tfidf"))


@pytest.mark.parametrize("thing", [None, "tfidf", CountVectorizer()])
def test_what_is_no_classifier_is_refused(thing):
    """The name of a ready pipeline, or what only counts words, is told at once and not when it is fitted."""
    with pytest.raises(TypeError, match=r"takes a scikit-learn classifier of texts, not .*; named\('tfidf'\) has a ready one"):
        ClassifierScorer(thing)


def test_what_is_no_scorer_is_told_what_is(passages):
    """The name of a lexicon is not one: what is expected is said beside what is lacking."""
    with pytest.raises(TypeError, match=r"takes a lexicon, as read_lexicon returns, or a scorer; str is no scorer: it lacks \['name'"):
        score(passages, "conflict")


@pytest.mark.parametrize("labels", [LABELS, [{each} for each in LABELS]], ids=["one", "several"])
def test_a_saved_scorer_scores_the_same(labels, passages, tmp_path):
    """Saved and loaded, a scorer gives the same hits and the same card."""
    scorer = ClassifierScorer.named("tfidf", frames=["loaded"]).fit(TEXTS, labels, groups=["a", "b"] * 3)
    again = ClassifierScorer.load(scorer.save(tmp_path / "model.skops"))
    assert score(passages, again).hits.equals(score(passages, scorer).hits)
    assert again.predict_proba(TEXTS).tolist() == scorer.predict_proba(TEXTS).tolist()
    assert (again.card, again.labels, again.frames, again.unit) == (scorer.card, scorer.labels, scorer.frames, scorer.unit)


def test_the_card_tells_the_training_and_no_text(fitted, tmp_path):
    """The card tells how many texts of each label and group there were, and quotes none."""
    written = (fitted.save(tmp_path / "model.skops").parent / "model.skops.md").read_text(encoding="utf-8")
    assert fitted.card["labels"] == {"loaded": 3, "plain": 3}
    assert fitted.card["groups"] == {"a": 3, "b": 3}
    assert "scikit-learn" in written
    assert "brutal" not in written


def test_fitting_twice_gives_the_same_file(fitted, tmp_path):
    """A model can be told by its hash: the same texts and labels give the same bytes, whenever they are written."""
    again = ClassifierScorer.named("tfidf", frames=["loaded"]).fit(TEXTS, LABELS, groups=["a", "b"] * 3)
    assert fitted.save(tmp_path / "one").read_bytes() == again.save(tmp_path / "two").read_bytes()
    with zipfile.ZipFile(tmp_path / "one") as file:
        assert {each.date_time[0] for each in file.infolist()} == {1980}


def test_fitting_twice_gives_the_same_model(fitted):
    """The same texts and labels give the same probabilities and the same card."""
    again = ClassifierScorer.named("tfidf", frames=["loaded"]).fit(TEXTS, LABELS, groups=["a", "b"] * 3)
    assert again.predict_proba(TEXTS).tolist() == fitted.predict_proba(TEXTS).tolist()
    assert again.card == fitted.card


class Trap:
    """A type that no saved scorer needs, which leaves a trace when it is built from a file."""

    sprung = False

    def __setstate__(self, state):
        type(self).sprung = True


def test_foreign_types_are_refused(tmp_path):
    """A file with a type that is not trusted is refused by name before anything of it is built."""
    from skops.io import dump

    dump({"format": "framing classifier 1", "model": Trap()}, tmp_path / "foreign.skops")
    with pytest.raises(ValueError, match=r"types that are not trusted: \['.*Trap'\]"):
        ClassifierScorer.load(tmp_path / "foreign.skops")
    assert not Trap.sprung


def test_a_crafted_file_runs_nothing(tmp_path):
    """A file that names a system call instead of a model is refused by that name."""
    call = {"__class__": "system", "__module__": "os", "__loader__": "FunctionNode", "content": "os.system", "__id__": 1, "protocol": 2}
    with zipfile.ZipFile(tmp_path / "crafted.skops", "w") as file:
        file.writestr("schema.json", json.dumps(call))
    with pytest.raises(ValueError, match=r"not trusted: \['os.system'\]"):
        ClassifierScorer.load(tmp_path / "crafted.skops")


@pytest.mark.parametrize(
    ("key", "value", "told"),
    [
        ("labels", 3, "'int' object is not iterable"),
        ("labels", "x", "Unknown frame 'loaded'"),
        ("model", "x", "takes a scikit-learn classifier of texts, not 'x'"),
        ("abstain", "x", "abstain is 'x'; expected a difference of probabilities"),
        ("unit", 3, "Unknown unit 3"),
        ("card", "x", "dictionary update sequence"),
    ],
)
def test_a_file_with_other_values_is_a_damaged_one(fitted, tmp_path, key, value, told):
    """Whatever is written in place of a value, the error is one of the file."""
    fitted.save(tmp_path / "model")
    with zipfile.ZipFile(tmp_path / "model") as file:
        parts = {name: file.read(name) for name in file.namelist()}
    schema = json.loads(parts["schema.json"])
    plain = {
        "__class__": "str",
        "__module__": "builtins",
        "__loader__": "JsonNode",
        "content": json.dumps(value),
        "is_json": True,
        "__id__": 0,  # no other object's
    }
    schema["content"][key] = plain
    with zipfile.ZipFile(tmp_path / "model", "w") as file:
        for name, content in (parts | {"schema.json": json.dumps(schema)}).items():
            file.writestr(name, content)
    with pytest.raises(ValueError, match=f"model is a damaged classifier: .*{told}.*; expected a file that ClassifierScorer.save wrote"):
        ClassifierScorer.load(tmp_path / "model")


def test_where_nothing_can_be_saved_is_told(fitted, tmp_path):
    """A missing folder, or a folder where the file should be, is named as it was given, and nothing is left behind."""
    for place, why in ((tmp_path / "none" / "model", "none is no folder that you may write to"), (tmp_path, f"{tmp_path} is a folder")):
        with pytest.raises(OSError, match=f"No saved classifier can be written to {place}: .*{why}"):
            fitted.save(place)
    assert not list(tmp_path.iterdir())
    with pytest.raises(OSError, match=r"No saved classifier can be written to \.: \. is a folder"):
        fitted.save("")


@pytest.mark.parametrize("content", [b"", b"not a model", None], ids=["empty", "text", "zip"])
def test_other_files_are_no_classifiers(content, tmp_path):
    """A file of another kind is named as such; a missing file is told from a broken one."""
    if content is None:
        archive = io.BytesIO()
        with zipfile.ZipFile(archive, "w") as file:
            file.writestr("a.txt", "a")
        content = archive.getvalue()
    (tmp_path / "model.skops").write_bytes(content)
    with pytest.raises(ValueError, match="is no saved classifier"):
        ClassifierScorer.load(tmp_path / "model.skops")
    with pytest.raises(FileNotFoundError, match="No saved classifier at"):
        ClassifierScorer.load(tmp_path / "missing.skops")


def many(n):
    """Invented sentences of two kinds, told apart by some of their words, in four groups."""
    loaded = ["a brutal raid hit {} hard", "this shameful attack on {} must end", "so savage a blow to {}", "reckless thugs gutted {}"]
    plain = [
        "the council of {} met on Monday",
        "officials in {} said talks went on",
        "{} reported 40 percent more trade",
        "the report on {} was noted",
    ]
    names = ["Ford", "Gull Bay", "Lund", "Aske", "Birk", "Tarn"]
    texts = [kind[n // 6 % 4].format(names[n % 6]) for n in range(n) for kind in (loaded, plain)]
    return texts, ["loaded", "plain"] * n, [f"group {n % 4}" for n in range(n) for _ in range(2)]


def test_ready_pipelines_give_probabilities_that_follow_the_labels():
    """Calibrated on groups left out, the mean probability of a label is near its share of the texts."""
    texts, labels, groups = many(48)
    found = ClassifierScorer.named("tfidf").fit(texts, labels, groups)
    assert found.predict_proba(texts).mean(0) == pytest.approx([0.5, 0.5], abs=0.05)
    assert found.predict(texts).tolist() == labels


@pytest.mark.parametrize("labels", ["two", "three", "several"])
def test_ready_pipelines_decide_every_kind_of_label(labels):
    """Two labels, three, or several a text: the shapes agree, and a rare label is still given."""
    texts, two, groups = many(30)
    kinds = {"two": two, "three": [f"{label} {n % 8 == 0}" if label == "loaded" else label for n, label in enumerate(two)]}
    answers = kinds | {"several": [{label, "any"} - ({"any"} if n % 3 else set()) for n, label in enumerate(two)]}
    scorer = ClassifierScorer.named("tfidf").fit(texts, answers[labels], groups)
    assert scorer.predict_proba(texts).shape == (60, len(scorer.labels))
    assert ((scorer.predict_proba(texts) >= 0) & (scorer.predict_proba(texts) <= 1)).all()
    assert len(scorer.predict(texts)) == 60


def test_features_equal_a_count_by_hand():
    """Words and n-grams of two short texts: log counts times rarity, each block of length 1."""
    from framing.classifier.features import WordFeatures

    features = WordFeatures(shortest=3, longest=3, fewest=1, wording=0).fit(["raid raid", "may"])
    row = features.transform(["Raid raid"]).toarray()[0]
    words = dict(zip(features.words_, row, strict=False))
    assert words == {"raid": 1, "may": 0}
    grams = dict(zip(features.grams_, row[2:], strict=True))
    assert {gram for gram, weight in grams.items() if weight} == {" ra", "rai", "aid", "id "}
    assert sum(weight**2 for weight in grams.values()) == pytest.approx(1)


def test_features_do_not_depend_on_the_batch():
    """A text has the same row alone, among others, and with a word that was never seen before it."""
    from framing.classifier.features import WordFeatures

    features = WordFeatures().fit(many(6)[0])
    texts = ["A brutal raid!", "Zyzzyva “quoted” words", "", "the council met"]
    together = features.transform(texts).toarray()
    for text, row in zip(texts, together, strict=True):
        assert features.transform([text]).toarray()[0] == pytest.approx(row)


def test_every_word_group_holds_single_words():
    """No entry of the word groups is more than one word, and none stands in two groups."""
    from framing.classifier import wording

    entries = [entry for group in wording.groups().values() for entry in group]
    assert len(entries) == len(set(entries)) > 300
    assert [list(wording.groups())[wording.group(word)] for word in ("said", "alleges", "shameful")] == ["reports", "claims", "disapproval"]


def test_units_in_doubt_are_not_counted(passages):
    """With a band, units whose labels nearly tie are neither hits nor exposure."""
    scorer = ClassifierScorer.named("tfidf", frames=["loaded"]).fit(TEXTS, LABELS)
    for band, all_of_them in ((0.0, True), (0.999, False)):
        scorer.abstain = band
        scores = score(passages, scorer)
        assert (scores.exposure["exposure"].sum() == 5) is all_of_them
        assert scores.hits.height <= scores.exposure["exposure"].sum()
    assert scores.exposure.height == 0


def test_a_band_is_between_none_and_all(passages):
    """A band outside 0 to 1 is refused, and so is one for several labels a text."""
    with pytest.raises(ValueError, match=r"abstain is 1\.5; expected a difference of probabilities"):
        ClassifierScorer.named("tfidf", abstain=1.5)
    several = ClassifierScorer.named("tfidf", abstain=0.1).fit(TEXTS, [{each} for each in LABELS])
    with pytest.raises(ValueError, match="abstain is for one label a text"):
        score(passages, several)
