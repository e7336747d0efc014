"""Outlet separability against its null. All text is invented."""

import math

import pytest
from articles import passages_of

from framing import Corpus, split_voices
from framing.classifier import separability

SHARED = [
    "The council met in {}.",
    "Talks on {} went on for hours.",
    "Officials left {} at noon.",
    "Trade with {} fell.",
    "Rain came to {} later.",
]
HABITS = {
    "The Gull": "An unprovoked assault, the paper holds.",
    "Ford Post": "The operation continued as planned.",
    "Lund Wire": "The episode was noted.",
}


def corpus(habit=True, quoted=False):
    """Three outlets on eight events; with a habit, each closes its articles in its own words."""
    articles = []
    for event in range(8):
        for number, (outlet, own) in enumerate(HABITS.items()):
            lines = [SHARED[(event + number * 2 + step) % 5].format(["Ford", "Gull Bay"][event % 2]) for step in range(3)]
            closing = f"Berg said: “{own}”" if quoted else own
            text = " ".join([*lines, closing] if habit else lines)
            articles.append({"article_id": f"{event}-{number}", "outlet": outlet, "event": f"e{event}", "text": text})
    return split_voices(Corpus.from_records(articles))


def test_habits_of_wording_are_found_and_named():
    """Outlets with words of their own are told apart beyond chance, and those words are shown."""
    found = separability(corpus(), n_permutations=99)
    row = found.table.row(0, named=True)
    assert row["share"] > row["chance_high"]
    assert row["p"] == pytest.approx(0.01)
    assert "unprovoked" in found.words.filter(outlet="The Gull")["word"].to_list()
    assert (row["articles"], row["outlets"], row["events"]) == (24, 3, 8)


def test_no_habit_no_separability():
    """Outlets that draw on the same sentences are not told apart: the share lies within chance."""
    row = separability(corpus(habit=False), n_permutations=99).table.row(0, named=True)
    assert row["chance_low"] <= row["share"] <= row["chance_high"]
    assert row["p"] > 0.05


def test_what_others_say_is_not_the_outlets_wording():
    """Words that stand only in quotations do not separate outlets in their own voice, and do over all voices."""
    passages = corpus(quoted=True)
    assert separability(passages, n_permutations=49).table["p"][0] > 0.05
    assert separability(passages, voice=None, n_permutations=49).table["p"][0] <= 0.05


def test_topic_does_not_pass_for_style():
    """Outlets that report different events share none to be compared in: nothing is said."""
    kinds = [("A", "e0", "Rain fell."), ("B", "e1", "Trade grew.")]
    articles = [dict(zip(("article_id", "outlet", "event", "text"), (f"{n}", *kinds[n % 2]), strict=True)) for n in range(12)]
    found = separability(split_voices(Corpus.from_records(articles)))
    assert math.isnan(found.table["share"][0])
    assert found.table["sentences"][0] == 0


def test_the_same_seed_gives_the_same_table():
    """Folds and permutations belong to the articles, in whatever order they come."""
    passages = corpus()
    again = split_voices(Corpus(passages.corpus.articles.sort("article_id", descending=True)))
    first, second = (separability(each, n_permutations=19, seed=2) for each in (passages, again))
    assert first.table.equals(second.table)
    assert first.words.equals(second.words)


def test_the_empty_corpus_separates_nothing():
    """No articles: nan and no words."""
    found = separability(passages_of([]))
    assert math.isnan(found.table["share"][0])
    assert found.words.height == 0


def test_unknown_voices_are_refused():
    """A misspelled voice raises and lists what there is."""
    with pytest.raises(ValueError, match="Unknown voice 'owned'; expected one of"):
        separability(corpus(), voice="owned")
