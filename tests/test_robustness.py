"""Robustness: every choice has its row, and a finding that hangs on one event or term shows it."""

import functools

import numpy as np
import polars as pl
import pytest
from simulate import scores_from

from framing.checks.robustness import SCHEMA, robustness
from framing.rates import contrasts


@functools.cache
def planted(*, loud_event=None, loud_term=None):
    """Outlet A uses the frame more than B and C: everywhere, only on one event, or only by one term."""
    rng, rows, hits = np.random.default_rng(0), [], []
    for outlet in "ABC":
        for event in ("e1", "e2", "e3"):
            for number in range(4):
                name = f"{outlet}{event}{number}"
                rows += [
                    {
                        "article_id": name,
                        "outlet": outlet,
                        "event": event,
                        "part": part,
                        "voice": voice,
                        "exposure": 100.0 if part == "title" else 200.0,
                    }
                    for part in ("title", "text")
                    for voice in ("own", "direct")
                ]
                for term in ("raid", "strike"):
                    more = outlet == "A" and loud_event in (None, event) and loud_term in (None, term)
                    voices = rng.choice(["own", "direct"], rng.poisson(4 if more else 1))
                    hits += [{"article_id": name, "frame": "x", "term": term, "part": "text", "voice": voice} for voice in voices]
    return scores_from(rows, hits)


@functools.cache
def curve(a="A", b="B", **planting):
    """The table for one planted corpus, made once."""
    return robustness(planted(**planting), frame="x", a=a, b=b, n_boot=64)


def test_a_planted_difference_stands():
    """A difference that is everywhere lies on the same side in every row and is clear in nearly all."""
    table = curve()
    assert table["same_side"].drop_nulls().all()
    assert table.filter(kind="event")["clear"].all()
    assert table.filter(kind="term")["clear"].all()


def test_a_hit_where_no_word_starts_stops_no_specification():
    """A mark inside a word may leave its second half a hit and no words of its own: counting articles leaves that article out."""
    rows = [{"article_id": f"{o}{n}", "outlet": o, "event": "e", "exposure": 100.0 if n else 0.0} for o in "AB" for n in range(4)]
    hits = [{"article_id": row["article_id"], "frame": "x"} for row in rows]
    table = robustness(scores_from(rows, hits), frame="x", a="A", b="B", n_boot=8)
    assert table.filter(exposure="articles")["articles"].to_list() == [6]


def test_the_first_row_is_the_plain_contrast():
    """As given: what contrasts itself says."""
    scores = planted()
    first = curve().row(0, named=True)
    plain = contrasts(scores.where(outlet=["A", "B"]), n_boot=64).row(0, named=True)
    assert first["kind"] == "as given"
    assert [first[name] for name in ("ratio", "low", "high", "p")] == [plain[name] for name in ("ratio", "low", "high", "p")]


def test_every_choice_has_a_row():
    """Voices (all, own, attributed; no indirect speech here) x parts x exposures, events, terms; nothing twice."""
    table = curve()
    assert table.filter(kind="choices").height == 3 * 3 * 2
    assert table.filter(kind="choices").select("voice", "part", "exposure").is_unique().all()
    assert table.filter(kind="event")["left_out"].to_list() == ["e1", "e2", "e3"]
    assert set(table.filter(kind="term")["left_out"]) == {"raid", "strike"}
    assert table.filter(kind="outlet").is_empty()


def test_titles_without_a_hit_have_no_ratio():
    """Where neither side has a hit there is no side of 1 to be on."""
    table = curve().filter(part="title")
    assert table["ratio"].is_nan().all()
    assert table["same_side"].is_null().all()
    assert not table["clear"].any()


def test_a_finding_of_one_event_falls_with_it():
    """Left out, the only event with a difference takes the clarity with it."""
    table = curve(loud_event="e2").filter(kind="event")
    assert dict(zip(table["left_out"], table["clear"], strict=True))["e2"] is False
    assert table.filter(pl.col("left_out") == "e2")["ratio"].item() < 0.6 * table["ratio"].median()


def test_a_finding_of_one_term_falls_with_it():
    """Left out, the only term with a difference takes the ratio to about 1."""
    table = curve(loud_term="raid").filter(kind="term")
    ratio = dict(zip(table["left_out"], table["ratio"], strict=True))
    assert ratio["raid"] < 1.5
    assert ratio["strike"] > 2.5


def test_exposure_by_articles_is_the_share_of_articles():
    """Counted by article, a rate is the share of articles with the frame."""
    scores = planted()
    row = curve().filter(exposure="articles", voice="all", part="both").row(0, named=True)
    with_it = scores.hits.filter(outlet="A")["article_id"].n_unique()
    assert row["rate_a"] == pytest.approx(with_it / 12)


def test_against_the_rest_each_outlet_is_left_out():
    """Without b, every other outlet of the rest is left out in turn."""
    table = curve(b=None)
    assert table.filter(kind="outlet")["left_out"].to_list() == ["B", "C"]


def test_order_of_names_does_not_matter():
    """B against A is the inverse of A against B."""
    one, two = curve("A", "B").row(0, named=True), curve("B", "A").row(0, named=True)
    assert (two["ratio"], two["low"]) == pytest.approx((1 / one["ratio"], 1 / one["high"]))


def test_variants_have_their_rows():
    """Other scores of the same articles stand beside the given ones."""
    table = robustness(planted(), frame="x", a="A", b="B", variants={"one term": planted(loud_term="raid")}, n_boot=16)
    assert table.filter(kind="variant")["scores"].to_list() == ["one term"]


def test_unknown_names_are_refused():
    """A misspelled frame or outlet raises with the allowed ones."""
    scores = planted()
    with pytest.raises(ValueError, match=r"Unknown frame 'y'; expected one of \['x'\]"):
        robustness(scores, frame="y", a="A")
    with pytest.raises(ValueError, match=r"Unknown outlet 'Z'; expected one of \['A', 'B', 'C'\]"):
        robustness(scores, frame="x", a="Z")
    with pytest.raises(ValueError, match="a and b are both 'A'"):
        robustness(scores, frame="x", a="A", b="A")
    with pytest.raises(ValueError, match=r"Unknown option of robustness\(\) 'bogus'"):
        robustness(scores, frame="x", a="A", bogus=1)


def test_an_outlet_without_words_has_one_empty_row():
    """Nothing to compare: the row says so with nulls."""
    rows = [{"article_id": name, "outlet": name, "event": "e", "exposure": 0.0} for name in "AB"]
    table = robustness(scores_from(rows), frame="x", a="A", b="B")
    assert table.schema == SCHEMA
    assert not table["clear"].any()
