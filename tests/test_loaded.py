"""Words found loaded, and how right that is. All sentences are invented."""

import numpy as np
import pytest
from articles import passages_of

from framing import ClassifierScorer, Corpus, rates, score, split_voices, tables
from framing.classifier import LoadedWords, evaluate_words, words
from framing.classifier.loaded import as_marked, best_cut
from framing.classifier.storage import kind_at

KINDS = [
    ("the brutal raid hit {} hard", ["brutal"]),
    ("this shameful attack on {} must end", ["shameful", "attack"]),
    ("thugs gutted {}", ["thugs", "gutted"]),
    ("the council of {} met on Monday", []),
    ("officials in {} said talks went on", []),
    ("{} had 40 percent more trade", []),
]
PLACES = ["Ford", "Gull Bay", "Lund", "Aske"]
TEXTS = [text.format(place) for place in PLACES for text, _ in KINDS]
MARKED = [marked for _ in PLACES for _, marked in KINDS]
GROUPS = [f"Outlet {n}" for n in range(4) for _ in KINDS]
ARTICLES = [
    {"article_id": "1", "outlet": "The Gull", "event": "e", "title": "Brutal raid", "text": "A brutal raid. They met in May."},
    {
        "article_id": "2",
        "outlet": "Ford Post",
        "event": "e",
        "title": "",
        "text": "In May, Berg said: “A brutal raid.” Talks ended.",
    },
]


@pytest.fixture(scope="module")
def fitted():
    return LoadedWords().fit(TEXTS, MARKED, GROUPS)


@pytest.fixture(scope="module")
def passages():
    return split_voices(Corpus.from_records(ARTICLES))


def test_marked_words_are_found_where_they_stand(fitted):
    """A word like those marked is found in a new sentence, at its offsets, with a probability above the threshold."""
    text = "It was a brutal, brutal raid on Birk"
    marks = fitted.predict([text, "They met in Birk", ""])
    assert [text[mark.start : mark.end] for mark in marks[0]] == ["brutal", "brutal"]
    assert all(fitted.threshold < mark.probability < 1 for mark in marks[0])
    assert marks[1:] == [[], []]


def test_words_hit_in_the_voice_they_stand_in(fitted, passages):
    """A loaded word in a quotation is its speaker's; every hit leads to its letters; exposure is every word."""
    scores = score(passages, fitted)
    assert scores.hits["article_id", "voice", "surface", "term"].rows() == [
        ("1", "own", "Brutal", "brutal"),
        ("1", "own", "brutal", "brutal"),
        ("2", "direct", "brutal", "brutal"),
    ]
    texts = {row["article_id"]: row for row in ARTICLES}
    for name, part, start, end, surface in scores.hits["article_id", "part", "start", "end", "surface"].iter_rows():
        assert texts[name][part][start:end] == surface
    assert scores.exposure["exposure"].sum() == passages.table["tokens"].sum()
    assert (scores.unit, scores.per, scores.frames) == ("words", 1000.0, ("loaded",))
    assert rates(scores.where(voice="own"), by="outlet", n_boot=20)["value"].to_list() == [0, 2]


def test_a_selection_is_read_without_the_rest(fitted, passages):
    """In own voice the quotation is not read, so its words are no hits."""
    assert score(passages.where(voice="own"), fitted).hits["article_id"].to_list() == ["1", "1"]


def test_the_empty_corpus_has_no_hits(fitted):
    """No articles: empty tables of the right types."""
    scores = score(passages_of([]), fitted)
    assert (scores.hits.height, scores.exposure.height) == (0, 0)
    assert dict(scores.hits.schema) == dict(tables.schema("hits"))


def test_saved_and_loaded_it_finds_the_same(fitted, passages, tmp_path):
    """Saved without pickle and loaded, it gives the same hits and card; each kind of scorer refuses the file of the other."""
    path = fitted.save(tmp_path / "words.skops")
    again = LoadedWords.load(path)
    assert score(passages, again).hits.equals(score(passages, fitted).hits)
    assert (again.card, again.threshold, again.frame) == (fitted.card, fitted.threshold, fitted.frame)
    assert "brutal" not in (tmp_path / "words.skops.md").read_text(encoding="utf-8")
    with pytest.raises(ValueError, match=r"holds a scorer of words; LoadedWords\.load reads it"):
        ClassifierScorer.load(path)
    units = ClassifierScorer.named("tfidf").fit(TEXTS, [str(bool(each)) for each in MARKED]).save(tmp_path / "units.skops")
    with pytest.raises(ValueError, match=r"holds a scorer of units; ClassifierScorer\.load reads it"):
        LoadedWords.load(units)
    assert (kind_at(path), kind_at(units)) == ("words", "units")


def test_fitting_twice_gives_the_same(fitted):
    """The same sentences and marks give the same threshold and marks."""
    again = LoadedWords().fit(TEXTS, MARKED, GROUPS)
    assert again.threshold == fitted.threshold
    assert again.predict(TEXTS) == fitted.predict(TEXTS)


def test_evaluation_counts_words_by_hand():
    """F1 is two hits over two hits, wrong ones and misses; a marked word that is not in its text is missed by everyone."""
    marked = [*MARKED[:-1], ["absent"]]
    found = evaluate_words(LoadedWords(), TEXTS, marked, GROUPS, n_boot=20)
    row = {name: found.filter(judge=name).row(0, named=True) for name in ("classifier", "list")}
    assert row["list"]["words"] == row["classifier"]["words"] == 4 * 5 + 1
    hits, wrong = 20, 4 * 0
    assert row["list"]["f1"] == pytest.approx(2 * hits / (2 * hits + wrong + 1))
    assert row["list"]["recall"] == pytest.approx(20 / 21)
    assert (found["low"] <= found["f1"]).all()
    assert (found["f1"] <= found["high"]).all()


def test_the_threshold_is_the_best_one():
    """The cut parts the words so that F1 is highest; words without a score have no say."""
    log_odds = np.array([-6.0] * 95 + [2.0] * 5 + [np.nan] * 3)
    truth = np.array([False] * 95 + [True] * 5 + [True] * 3)
    assert 1 / (1 + np.exp(6)) <= best_cut(log_odds, truth) < 1 / (1 + np.exp(-2))


def test_a_phrase_marks_its_words():
    """Marked phrases and hyphened words count as their words, without case."""
    assert as_marked([["Far-right mob"], []]) == [frozenset(as_marked([["far-right"]])[0] | {"mob"}), frozenset()]


def test_a_word_knows_its_quotation_and_place():
    """Straight and curly marks both open and close; capital and place are read off the text."""
    read = words.read(['He said "a raid" today', "“Raid” it was"])
    quoted = zip(read.text.tolist(), read.kind.tolist(), read.printed[:, 1].tolist(), strict=True)
    assert [(text, read.kinds[kind]) for text, kind, inside in quoted if inside] == [(0, "a"), (0, "raid"), (1, "raid")]
    assert read.place.tolist() == [0, 1, 2, 3, 4, 0, 1, 2]
    assert read.printed[:, 0].tolist() == [True, False, False, False, False, True, False, False]
    assert words.features(read, np.zeros(2)).shape[0] == 8
    assert words.features(words.read([""]), np.zeros(1)).shape[0] == 0


@pytest.mark.parametrize(
    ("texts", "marked", "groups", "error", "match"),
    [
        (["a raid"], "raid", None, TypeError, "marked is one string, 'raid'"),
        (["a raid", "b"], ["raid", "b"], None, TypeError, "what is marked in text 0 is 'raid'"),
        (
            ["a raid", "b"],
            [["raid"], [float("nan")]],
            None,
            TypeError,
            r"what is marked in text 1 is \[nan\], a list; expected a list of words",
        ),
        (["a raid", "b"], [["raid"]], None, ValueError, "2 texts but 1 lists of marked words"),
        (["a raid", "b"], [["raid"], []], ["x"], ValueError, "2 texts but 1 groups"),
        (["a raid", "b"], [[], []], None, ValueError, "0 of 2 texts have a marked word"),
        (["a raid", "b"], [["a"], ["b"]], None, ValueError, "2 of 2 texts have a marked word"),
    ],
)
def test_bad_marks_are_refused(texts, marked, groups, error, match):
    """Marks that cannot be meant raise an error that names what is wrong."""
    with pytest.raises(error, match=match):
        LoadedWords().fit(texts, marked, groups)


def test_what_is_not_fitted_says_so(tmp_path):
    """An unfitted scorer neither finds nor is saved; one group alone cannot be evaluated."""
    with pytest.raises(ValueError, match="'loaded words' is not fitted"):
        LoadedWords().predict(["a raid"])
    with pytest.raises(ValueError, match="'loaded words' is not fitted"):
        LoadedWords().save(tmp_path / "words.skops")
    with pytest.raises(ValueError, match=r"All texts are of the group \['x'\]"):
        evaluate_words(LoadedWords(), TEXTS, MARKED, ["x"] * len(TEXTS))
