"""Keyness within events: hand counts, the same as without where there is one event, quiet where only topics differ."""

import math

import numpy as np
import polars as pl
import pytest
from polars.testing import assert_frame_equal
from simulate import word_counts

from framing import tables
from framing.keyness import Words, keyness


def words_of(*rows):
    """Words from (article, outlet, event, {word: count}) rows."""
    terms = sorted({word for *_, counts in rows for word in counts})
    columns = {name: [row[place] for row in rows] for place, name in enumerate(("article_id", "outlet", "event"))}
    kinds = dict.fromkeys((*columns, "speaker"), pl.String)
    cells = pl.DataFrame(columns | {"part": "text", "voice": "own", "speaker": None}, schema_overrides=kinds)
    entries = [(cell, terms.index(word), n) for cell, (*_, counts) in enumerate(rows) for word, n in counts.items()]
    cell, term, count = np.array(entries, dtype=np.int64).reshape(-1, 3).T
    tokens = np.bincount(cell, weights=count, minlength=len(rows)).astype(int)
    return Words(terms, cells.with_columns(tokens=pl.Series(tokens)), cell, term, count)


def row(table, term):
    """The row of a term as a dict."""
    return table.row(by_predicate=pl.col("term") == term, named=True)


TWO_EVENTS = (
    ("a1", "A", "e1", {"war": 6, "and": 94}),
    ("a2", "A", "e2", {"war": 1, "and": 49}),
    ("b1", "B", "e1", {"war": 2, "and": 48}),
    ("b2", "B", "e2", {"war": 1, "and": 99}),
    ("a3", "A", "e3", {"war": 50}),
)


def test_log_ratio_is_mantel_haenszels():
    """Counted by hand: 6 of 100 against 2 of 50 and 1 of 50 against 1 of 100; the event of one outlet counts for nothing."""
    found = row(keyness(words_of(*TWO_EVENTS), a="A", b="B", within="event"), "war")
    of_a, of_b = 6 * 50 / 150 + 1 * 100 / 150, 2 * 100 / 150 + 1 * 50 / 150
    assert found["log_ratio"] == pytest.approx(math.log2(of_a / of_b))
    assert (found["count_a"], found["count_b"], found["articles_a"], found["events_a"]) == (7, 3, 2, 2)


def test_one_event_is_no_stratum():
    """With all articles on one event the numbers are those of the plain comparison."""
    words = word_counts(np.random.default_rng(0), 12, 15, words=200, events=1)
    plain, within = (keyness(words, a="a", b="b", within=name, n_boot=200).sort("term") for name in (None, "event"))
    for name in ("log_ratio", "p", "q", "g2", "z"):
        assert within[name].to_numpy() == pytest.approx(plain[name].to_numpy(), rel=1e-6)
    ratio = (within["high"] - within["low"]).to_numpy() / (plain["high"] - plain["low"]).to_numpy()
    assert ratio == pytest.approx(np.ones(len(ratio)), rel=0.5)
    assert np.median(ratio) == pytest.approx(1, rel=0.06)


def test_topic_is_not_wording():
    """Words of events that one outlet covers more are key over all articles, and not on the same events."""
    found = {None: [], "event": []}
    for seed in range(4):
        words = word_counts(np.random.default_rng(seed), 60, 60, words=300, burst=0.5, events=6)
        for within, tables_of in found.items():
            tables_of.append(keyness(words, a="a", b="b", within=within, n_boot=64))
    plain, within = (pl.concat(found[name]) for name in (None, "event"))
    assert (plain["p"] <= 0.05).mean() > 0.08
    assert (within["p"] <= 0.05).mean() <= 0.06
    often = within.filter(pl.col("count_a") + pl.col("count_b") >= 10)
    assert 0.92 <= ((often["low"] <= 0) & (often["high"] >= 0)).mean() <= 0.985


def test_whole_events_are_drawn_where_there_are_many():
    """Ten events and more: coverage and quiet hold as well."""
    found = [
        keyness(word_counts(np.random.default_rng(seed), 48, 60, words=300, burst=0.5, events=12), a="a", b="b", within="event", n_boot=64)
        for seed in range(4)
    ]
    table = pl.concat(found)
    often = table.filter(pl.col("count_a") + pl.col("count_b") >= 10)
    assert 0.92 <= ((often["low"] <= 0) & (often["high"] >= 0)).mean() <= 0.985
    assert (table["p"] <= 0.05).mean() <= 0.06


def test_events_on_which_the_ratio_differs_are_not_called_a_difference():
    """Words whose ratio varies about 1 from event to event: p says no more than the interval; swaps alone call 26 % different."""
    words = word_counts(np.random.default_rng(1), 150, 150, words=200, events=10, unlike=0.7)
    table = keyness(words, a="a", b="b", within="event", n_boot=100)
    clear = table.filter(pl.col("p") < 0.05)
    assert 0 < clear.height < 0.13 * table.height
    assert clear.filter((pl.col("low") > 0) | (pl.col("high") < 0)).height == clear.height


def test_a_planted_word_is_found():
    """A word used four times as often on the same events stands first, and its interval holds the truth."""
    words = word_counts(np.random.default_rng(5), 40, 40, words=300, burst=0.3, effect=2.0, events=4, topic=0.3)
    first = keyness(words, a="a", b="b", within="event").row(0, named=True)
    assert first["term"] == "w0"
    assert first["q"] < 0.01
    share = 1 / 3 / (1 / np.arange(3, 303)).sum()  # of the first word, whose fourfold use makes all others rarer
    assert 0 < first["low"] < math.log2(4 / (1 + 3 * share)) < first["high"]


def test_p_is_never_below_what_swapping_can_give():
    """Two events with the word in both articles of A and in none of the three of B: (1/10)**2, either way round once."""
    rows = [(f"a{e}{n}", "A", e, {"war": 9, "and": 50}) for e in ("e1", "e2") for n in range(2)]
    rows += [(f"b{e}{n}", "B", e, {"and": 59}) for e in ("e1", "e2") for n in range(3)]
    assert row(keyness(words_of(*rows), a="A", within="event"), "war")["p"] >= 1 / 100 + 3**2 / 100


def test_swapping_the_sides_flips_the_sign():
    """A against b is minus b against a; p and q stay."""
    words = word_counts(np.random.default_rng(0), 24, 24, words=200, events=3)
    one, two = (keyness(words, a=a, b=b, within="event").sort("term") for a, b in (("a", "b"), ("b", "a")))
    assert two["log_ratio"].to_numpy() == pytest.approx(-one["log_ratio"].to_numpy())
    for name in ("p", "q"):
        assert two[name].to_numpy() == pytest.approx(one[name].to_numpy())


def test_articles_without_an_event_are_told():
    """What is left out is counted and told."""
    with pytest.warns(UserWarning, match="1 article has no 'event' and is left out of keyness"):
        keyness(words_of(*TWO_EVENTS, ("x", "A", None, {"war": 1})), a="A", b="B", within="event")


def test_no_shared_event_gives_an_empty_table():
    """Outlets that share no event have no word in common to compare."""
    table = keyness(words_of(("a", "A", "e1", {"war": 1}), ("b", "B", "e2", {"war": 1})), a="A", within="event")
    assert table.is_empty()
    tables.check(table, "keyness")


def test_order_changes_nothing():
    """Articles in another order give the same table to the last bit."""
    one, two = (keyness(words_of(*rows), a="A", b="B", within="event") for rows in (TWO_EVENTS, TWO_EVENTS[::-1]))
    assert_frame_equal(one, two, check_exact=True)


def test_unknown_strata_are_refused():
    """A misspelled column, or the one compared, raises with the allowed ones."""
    words = words_of(*TWO_EVENTS)
    with pytest.raises(ValueError, match=r"Unknown column to compare within 'topic'; expected one of \['event', 'article_id'\]"):
        keyness(words, a="A", within="topic")
    with pytest.raises(ValueError, match="Unknown column to compare within 'outlet'"):
        keyness(words, a="A", within="outlet")
