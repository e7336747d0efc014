"""Attribution between headline and text: kept, dropped, added."""

import pytest

from framing import Corpus, read_lexicon, score, split_voices
from framing.choices import headline_fates, headline_shares

LEXICON = {
    "lexicon": {"name": "hand", "version": "1", "language": "en", "licence": "CC0", "authors": ["A"], "sources": ["B"]},
    "frame": {"violence": {"label": "Violence", "definition": "Says so.", "terms": ["massacre", "raid"]}},
}


def scored(*articles):
    records = [{"article_id": str(n), "outlet": outlet, "title": title, "text": text} for n, (outlet, title, text) in enumerate(articles)]
    return score(split_voices(Corpus.from_records(records)), read_lexicon(LEXICON))


def test_fates():
    """A term attributed below and bare above is dropped; bare below and attributed above is added; else it is kept."""
    scores = scored(
        ("A", "Massacre in Ostmark", "The mayor called it a “massacre” on Monday."),
        ("A", "Massacre in Ostmark, mayor says", "The massacre shocked the town."),
        ("A", "Massacre in Ostmark", "The massacre shocked the town. The mayor called it a “massacre”."),
        ("A", "Mayor speaks of ‘massacre’", "“It was a massacre,” the mayor said."),
        ("A", "Mayor speaks", "The massacre shocked the town."),
        ("A", "Raid in Ostmark", "The town was shocked."),
    )
    assert headline_fates(scores.hits).sort("article_id")["article_id", "fate"].rows() == [
        ("0", "dropped"),
        ("1", "added"),
        ("2", "kept"),
        ("3", "kept"),
    ]


def test_shares_are_a_hand_count():
    """Shares are out of the terms that headline and text share, by outlet; an outlet with one such article has no interval."""
    scores = scored(
        ("A", "Massacre in Ostmark", "The mayor called it a “massacre” on Monday."),
        ("A", "Massacre in Ostmark", "The massacre shocked the town."),
        ("B", "Massacre in Ostmark", "The mayor called it a “massacre” on Monday."),
    )
    table = headline_shares(scores, n_boot=50)
    assert table["outlet", "fate", "count", "share"].rows() == [
        ("A", "kept", 1.0, 0.5),
        ("A", "dropped", 1.0, 0.5),
        ("A", "added", 0.0, 0.0),
        ("B", "kept", 0.0, 0.0),
        ("B", "dropped", 1.0, 1.0),
        ("B", "added", 0.0, 0.0),
    ]
    assert table.filter(outlet="B")["low"].is_nan().all()
    assert table.filter(outlet="A", fate="dropped")["low"][0] < 0.5 < table.filter(outlet="A", fate="dropped")["high"][0]


def test_few_terms_have_a_caution():
    """A share of a handful of terms says so in its row and in one warning, as every other share does."""
    scores = scored(*[("A", "Massacre in Ostmark", "The massacre shocked the town.")] * 3)
    with pytest.warns(UserWarning, match="3 rows rest on fewer than 10 articles"):
        table = headline_shares(scores, n_boot=50)
    assert table["caution"].unique().to_list() == ["few naming articles"]
    assert table["hit_articles"].max() == 3


def test_the_empty_corpus():
    """No articles give no rows, and the columns all the same."""
    table = headline_shares(scored())
    assert table.is_empty()
    assert table.columns[:3] == ["outlet", "fate", "count"]
