"""Placebo: shuffled labels find nothing, except where words are taken as independent."""

import numpy as np
import polars as pl
import pytest
from polars.testing import assert_frame_equal
from simulate import scores_from, simulate, word_counts

from framing import tables
from framing.checks.placebo import _halves, _shuffled, placebo
from framing.corpus import Corpus
from framing.resample.draws import hashed, keys
from framing.voice import Passages


def test_contrasts_stay_quiet_on_shuffled_labels():
    """Outlets that differ fourfold: shuffled, p and intervals are near nominal; a test on words is not."""
    scores = simulate(np.random.default_rng(1), outlets={"A": 4, "B": 1, "C": 1}, events=4, articles=6, frames=12, burst=1.5)
    table = placebo(scores, rounds=8)
    assert table["shuffle"].to_list() == ["halves", "outlets"]
    assert table["tests"].to_list() == [8 * 12, 8 * 36]
    assert (table["nominal"] == 0.05).all()
    assert (table["p_below"] <= 0.1).all()
    assert (table["interval_misses"] <= 0.15).all()
    assert (table["token_below"] > 0.15).all()
    assert (table["low"] <= table["p_below"]).all()


def test_keyness_stays_quiet_on_shuffled_labels():
    """Words of two outlets, shuffled: articles call few significant, tokens many."""
    table = placebo(word_counts(np.random.default_rng(2), 15, 15, words=200), within=None, rounds=4)
    assert (table["p_below"] <= 0.07).all()
    assert (table["token_below"] > 0.1).all()


def test_halves_split_every_event():
    """Each event is dealt to two sides that differ by one article at most."""
    scores = simulate(np.random.default_rng(1), outlets={"A": 1, "B": 1, "C": 1}, events=5, articles=3)
    articles = scores.exposure.select("article_id", "outlet", "event").sort("event", "article_id")
    dealt = _halves(articles, hashed(keys(articles["article_id"].to_list(), 0), 1)[:, 0]).join(articles.drop("outlet"), on="article_id")
    sizes = dealt.group_by("event", "outlet").len()
    assert set(sizes["len"]) == {4, 5}
    assert sizes.height == 10
    assert set(sizes.filter(pl.col("outlet") == "first half")["len"]) == {4, 5}


def test_shuffled_outlets_keep_their_numbers_in_every_event():
    """Shuffling moves the names among the articles of an event and adds or loses none."""
    scores = simulate(np.random.default_rng(1), outlets={"A": 1, "B": 1}, events=3, articles=4)
    articles = scores.exposure.select("article_id", "outlet", "event").sort("event", "article_id")
    dealt = _shuffled(articles, hashed(keys(articles["article_id"].to_list(), 0), 1)[:, 0])
    assert dealt["outlet"].to_list() != articles["outlet"].to_list()
    counts = [
        t.group_by("event", "outlet").len().sort("event", "outlet")
        for t in (articles, dealt.join(articles.drop("outlet"), on="article_id"))
    ]
    assert_frame_equal(*counts)


def test_same_seed_same_numbers():
    """A placebo can be repeated to the last bit, and another seed shuffles anew."""
    scores = simulate(np.random.default_rng(1), outlets={"A": 1, "B": 1}, events=3, articles=4, frames=4)
    assert_frame_equal(placebo(scores, rounds=2, seed=5), placebo(scores, rounds=2, seed=5), check_exact=True)
    assert not placebo(scores, rounds=2, seed=5).equals(placebo(scores, rounds=2, seed=6))


def test_other_things_are_refused():
    """A corpus is no scores; one round has no spread."""
    with pytest.raises(TypeError, match="placebo\\(\\) takes Scores, Passages or Words, not Corpus"):
        placebo(Corpus(tables.empty("articles")))
    with pytest.raises(ValueError, match="rounds is 1; expected at least 2"):
        placebo(scores_from([]), rounds=1)


@pytest.mark.parametrize("source", [scores_from([]), Passages(tables.empty("passages"), Corpus(tables.empty("articles")))])
def test_empty_corpus_has_no_tests(source):
    """Nothing to shuffle: no tests, rates nan."""
    table = placebo(source, rounds=2)
    assert table["tests"].to_list() == [0, 0]
    assert table["p_below"].is_nan().all()
