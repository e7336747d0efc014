"""Contrasts: the ratio within events, its interval, and a test that stays quiet on noise."""

import importlib
import warnings
from dataclasses import replace
from itertools import combinations, product

import numpy as np
import polars as pl
import pytest
from polars.testing import assert_frame_equal
from scipy.stats import binom, fisher_exact, hypergeom
from simulate import scores_from, simulate

from framing import tables
from framing.rates import contrasts
from framing.rates.cells import cells_of
from framing.rates.pairs import pairs_of
from framing.rates.permute import _deviates, _terms, permutation_p, split_p

pytestmark = [
    pytest.mark.filterwarnings("ignore:.* share too few articles for a permutation p"),
    pytest.mark.filterwarnings("ignore:.* of .* rows (have|rest)"),
    pytest.mark.filterwarnings("ignore:.* that one 'outlet' alone has"),
]


def two_events():
    """Outlet A and B on two events; counts 6 in 1,000 against 2 in 500, and 3 in 500 against 1 in 500."""
    cells = {("A", "e1"): (6, 1000.0), ("B", "e1"): (2, 500.0), ("A", "e2"): (3, 500.0), ("B", "e2"): (1, 500.0)}
    rows = [
        {"article_id": f"{o}{e}{half}", "outlet": o, "event": e, "exposure": x / 2}
        for ((o, e), (_, x)), half in product(cells.items(), "lr")
    ]
    hits = [{"article_id": f"{o}{e}l", "frame": "x"} for (o, e), (n, _) in cells.items() for _ in range(n)]
    return scores_from(rows, hits, frames=("x", "never"))


def test_ratio_is_mantel_haenszel_with_half_a_hit():
    """Counted by hand: weights 1000/3 and 250, rates pooled over both events, half a hit in 104 words on each side."""
    row = contrasts(two_events()).row(0, named=True)
    weight = 1000 * 500 / 1500 + 500 * 500 / 1000
    rate_a = (6 * 500 / 1500 + 3 * 500 / 1000) / weight
    rate_b = (2 * 1000 / 1500 + 1 * 500 / 1000) / weight
    assert (row["a"], row["b"]) == ("A", "B")
    assert row["rate_a"] == pytest.approx(1000 * rate_a)
    assert row["rate_b"] == pytest.approx(1000 * rate_b)
    half = 0.5 / (12 / 2500)
    assert row["ratio"] == pytest.approx((rate_a * 1500 + 0.5) / (1500 + half) / ((rate_b * 1000 + 0.5) / (1000 + half)))
    assert (row["articles"], row["events"]) == (8, 2)
    assert row["low"] < row["ratio"] < row["high"]


def test_the_table_is_a_contrasts_table():
    """What comes out passes the check of tables."""
    tables.check(contrasts(two_events()), "contrasts")


def test_a_frame_never_found_has_no_ratio():
    """With no hit on either side the rates are 0 and everything else is nan; the row stays."""
    row = contrasts(two_events()).row(1, named=True)
    assert (row["frame"], row["rate_a"], row["rate_b"]) == ("never", 0, 0)
    assert all(np.isnan(row[name]) for name in ("ratio", "low", "high", "p", "q", "detectable"))


def test_the_ratio_moves_smoothly_through_zero():
    """One hit less changes the ratio by a step, not from a number to infinity."""
    rows = [{"article_id": f"{o}{n}", "outlet": o, "event": "e", "exposure": 400.0} for o in "AB" for n in range(4)]
    hits = [{"article_id": f"A{n}", "frame": "x"} for n in range(4)]
    found = [contrasts(scores_from(rows, hits + [{"article_id": "B0", "frame": "x"}] * k)).row(0, named=True) for k in range(4)]
    ratios = [row["ratio"] for row in found]
    assert ratios == pytest.approx([4.5 / (k + 0.5) for k in range(4)])
    assert found[0]["high"] / found[0]["ratio"] > found[3]["high"] / found[3]["ratio"]


def test_a_side_of_few_words_is_not_driven_from_one():
    """A hundred hits in 100,000 words against none in 40: no evidence, so a ratio near 1 and an interval around it."""
    rows = [{"article_id": f"{o}{n}", "outlet": o, "event": "e", "exposure": x} for o, x in (("A", 10000.0), ("B", 4.0)) for n in range(10)]
    row = contrasts(scores_from(rows, [{"article_id": f"A{n % 10}", "frame": "x"} for n in range(100)])).row(0, named=True)
    assert row["ratio"] == pytest.approx(1, rel=0.1)
    assert row["low"] < 0.3
    assert row["high"] > 3


def test_swapping_the_names_inverts_the_ratio():
    """A against B is the inverse of B against A, and the p-value stays."""
    scores = simulate(np.random.default_rng(2), outlets={"A": 1, "B": 3}, events=4, articles=5)
    rename = {"A": "B", "B": "A"}
    swapped = [[{**row, "outlet": rename[row["outlet"]]} for row in t.rows(named=True)] for t in (scores.exposure, scores.hits)]
    one, two = contrasts(scores).row(0, named=True), contrasts(scores_from(*swapped, frames=scores.frames)).row(0, named=True)
    assert (two["ratio"], two["low"], two["high"]) == pytest.approx((1 / one["ratio"], 1 / one["high"], 1 / one["low"]))
    assert two["p"] == pytest.approx(one["p"], abs=0.03)


def test_an_event_of_one_outlet_counts_for_nothing():
    """Only events that both sides report enter a contrast."""
    scores = two_events()
    alone = [{"article_id": f"z{n}", "outlet": "A", "event": "e3", "exposure": 400.0} for n in range(2)]
    more = scores_from(
        scores.exposure.rows(named=True) + alone,
        scores.hits.rows(named=True) + [{"article_id": "z0", "frame": "x"}] * 50,
        frames=scores.frames,
    )
    assert_frame_equal(contrasts(more), contrasts(scores), check_exact=True)


def test_topic_is_not_framing():
    """An outlet that covers the loud event more often has a higher rate, but no higher rate on the same event."""
    rng = np.random.default_rng(0)
    plan = {("A", "war"): 40, ("A", "budget"): 5, ("B", "war"): 5, ("B", "budget"): 40}
    rows = [{"article_id": f"{o}{e}{n}", "outlet": o, "event": e, "exposure": 400.0} for (o, e), k in plan.items() for n in range(k)]
    hits = [{"article_id": r["article_id"], "frame": "x"} for r in rows for _ in range(rng.poisson(6 if r["event"] == "war" else 0.5))]
    scores = scores_from(rows, hits)
    assert contrasts(scores, within=None)["low"][0] > 2
    within = contrasts(scores).row(0, named=True)
    assert within["low"] < 1 < within["high"]
    assert within["p"] > 0.05


def test_every_pair_once():
    """Three outlets make three pairs, never both orders."""
    scores = simulate(np.random.default_rng(2), outlets={"C": 1, "A": 1, "B": 1}, events=2, articles=3)
    assert contrasts(scores).select("a", "b").rows() == [("A", "B"), ("A", "C"), ("B", "C")]


def test_against_the_rest():
    """Each outlet against all others together; the counts of the rest are their sums."""
    scores = simulate(np.random.default_rng(2), outlets={"A": 1, "B": 1, "C": 1}, articles=3)
    table = contrasts(scores, against="rest")
    assert table.select("a", "b").rows() == [(name, "(rest)") for name in "ABC"]
    rest = scores.exposure.filter(pl.col("outlet") != "A")["exposure"].sum()
    assert table["rate_b"][0] == pytest.approx(1000 * scores.hits.filter(pl.col("outlet") != "A")["weight"].sum() / rest)


def test_unknown_against_is_refused():
    """A misspelled option raises with the allowed ones."""
    with pytest.raises(ValueError, match=r"Unknown against 'all'; expected one of \['each', 'rest'\]"):
        contrasts(two_events(), against="all")
    with pytest.raises(ValueError, match="Unknown column 'topic'; expected one of"):
        contrasts(two_events(), within="topic")


def test_articles_without_event_are_told():
    """What is left out is counted and told, and counts for nothing though both outlets have such articles."""
    rows, hits = two_events().exposure.rows(named=True), two_events().hits.rows(named=True)
    without = [{"article_id": f"z{o}", "outlet": o, "event": None, "exposure": 100.0} for o in "AB"]
    with pytest.warns(UserWarning, match="1 article has no 'event' and is left out"):
        contrasts(scores_from([*rows, *without[:1]], hits))
    with pytest.warns(UserWarning, match="2 articles have no 'event' and are left out"):
        found = contrasts(scores_from([*rows, *without], [*hits, {"article_id": "zA", "frame": "x"}], frames=("x", "never")))
    assert_frame_equal(found, contrasts(two_events()))


def test_one_outlet_alone_misses_nobody():
    """Where nothing can be compared, no article is said to lack its like."""
    rows = [{"article_id": "a", "outlet": "A", "event": "e", "exposure": 100.0}]
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert contrasts(scores_from(rows)).is_empty()


def test_articles_on_an_event_of_one_outlet_are_told():
    """An event that one outlet alone reports counts for nothing, and how many articles that takes away is told."""
    alone = [{"article_id": f"z{n}", "outlet": "A", "event": "alone", "exposure": 100.0} for n in range(2)]
    rows, hits = two_events().exposure.rows(named=True), two_events().hits.rows(named=True)
    with pytest.warns(UserWarning, match="2 articles have an 'event' that one 'outlet' alone has and are left out of the contrasts"):
        found = contrasts(scores_from([*rows, *alone], [*hits, {"article_id": "z0", "frame": "x"}], frames=("x", "never")))
    assert_frame_equal(found, contrasts(two_events()))


def test_groups_are_not_compared_within_themselves():
    """Every outlet would stand alone in its stratum: the columns that can be named do not hold it."""
    with pytest.raises(ValueError, match=r"Unknown column 'outlet'; expected one of \['article_id', 'event'"):
        contrasts(two_events(), within="outlet")


def test_groups_are_made_by_one_column():
    """Two columns at once make groups of rates, not sides of a contrast."""
    with pytest.raises(ValueError, match=r"Unknown column \['outlet', 'part'\]; expected one of"):
        contrasts(two_events(), between=["outlet", "part"])


def test_outlets_that_share_no_event_cannot_be_compared():
    """Nothing in common: nan throughout, 0 articles."""
    rows = [{"article_id": f"{o}{n}", "outlet": o, "event": o, "exposure": 400.0} for o in "AB" for n in range(3)]
    row = contrasts(scores_from(rows, [{"article_id": "A0", "frame": "x"}])).row(0, named=True)
    assert all(np.isnan(row[name]) for name in ("rate_a", "rate_b", "ratio", "low", "high", "p", "q"))
    assert (row["articles"], row["events"]) == (0, 0)


@pytest.mark.parametrize("rows", [[], [{"article_id": "a", "outlet": "A", "event": "e", "exposure": 10.0}]])
def test_nothing_to_compare_gives_an_empty_table(rows):
    """No articles, or one outlet: no rows, all columns."""
    table = contrasts(scores_from(rows))
    assert table.is_empty()
    tables.check(table, "contrasts")


def test_order_changes_nothing():
    """Shuffled tables give the same numbers to the last bit."""
    scores = simulate(np.random.default_rng(4), outlets={"A": 1, "B": 2, "C": 1}, events=3, articles=4, frames=2)
    shuffled = [t.sample(fraction=1, shuffle=True, seed=1).rows(named=True) for t in (scores.exposure, scores.hits)]
    assert_frame_equal(contrasts(scores), contrasts(scores_from(*shuffled, frames=scores.frames)), check_exact=True)


def test_voices_are_compared_within_articles():
    """By voice, an article stands on both sides: labels are swapped inside the article, all 2**6 ways."""
    rows = [{"article_id": a, "outlet": "o", "event": "e", "voice": v, "exposure": 200.0} for a in "pqrstu" for v in ("own", "direct")]
    hits = [{"article_id": a, "frame": "x", "voice": "own"} for a in "pqrstu" for _ in range(3)]
    row = contrasts(scores_from(rows, hits), between="voice").row(0, named=True)
    assert (row["a"], row["b"], row["articles"]) == ("own", "direct", 6)
    assert row["p"] == pytest.approx(2 / 2**6)


def test_an_article_on_both_sides_is_one_article():
    """Between voices, four articles with hits on both sides are four: counted by hand, and never more than there are."""
    counts = {"p": (3, 1), "q": (1, 3), "r": (2, 2), "s": (4, 4)}
    rows = [{"article_id": a, "outlet": "o", "event": "e", "voice": v, "exposure": 200.0} for a in counts for v in ("own", "direct")]
    hits = [
        {"article_id": a, "frame": "x", "voice": v, "times": k}
        for a, sides in counts.items()
        for v, k in zip(("own", "direct"), sides, strict=True)
    ]
    row = contrasts(scores_from(rows, hits), between="voice").row(0, named=True)
    assert row["articles"] == 4
    assert row["effective_articles"] == pytest.approx(20**2 / (4**2 * 3 + 8**2))
    assert row["largest_share"] == pytest.approx(8 / 20)


def test_voices_of_many_articles_are_swapped_by_chance():
    """With too many articles to list, both sides of an article still swap: a clear difference is seen, none is not."""
    rng = np.random.default_rng(8)
    ids = [f"p{n:02d}" for n in range(25)]
    rows = [{"article_id": a, "outlet": "o", "event": f"e{a[-1]}", "voice": v, "exposure": 200.0} for a in ids for v in ("own", "direct")]
    for more, least, most in ((4, 0, 0.01), (1, 0.02, 1)):
        hits = [
            {"article_id": a, "frame": "x", "voice": v}
            for a in ids
            for v, k in (("own", more), ("direct", 1))
            for _ in range(rng.poisson(k))
        ]
        assert least <= contrasts(scores_from(rows, hits), between="voice")["p"][0] <= most


def deviate(values, expected, chosen):
    """The statistic written out for one labelling, with scipy's Student and normal distributions."""
    from scipy.stats import norm, t

    logs, variances, freedoms = [], [], []
    for side in (chosen, ~chosen):
        y, e, n = values[side], expected[side], side.sum()
        rate = y.sum() / e.sum()
        beyond = ((y - rate * e) ** 2).sum() * n / (n - 1)
        burst = max(beyond - y.sum(), 0) / ((rate * e) ** 2).sum() if rate else 0
        logs.append(np.log((y.sum() + 0.5) / (e.sum() + 0.5)))
        variances.append(max(beyond / (y.sum() + 0.5) ** 2, (0.25 if y.sum() else 1) / (y.sum() + 0.5)))
        freedoms.append(max(min(2, n - 1), n / (1 + burst) - 1))
    free = sum(variances) ** 2 / sum(v**2 / f for v, f in zip(variances, freedoms, strict=True))
    return -norm.ppf(t.sf(abs(logs[0] - logs[1]) / np.sqrt(sum(variances)), free))


def test_exact_p_by_listing():
    """Few articles: the share of all labellings that are at least as extreme, listed and computed here by another way."""
    rng = np.random.default_rng(3)
    values, expected = rng.poisson(4, 8).astype(float), rng.uniform(2, 6, 8)
    chosen, strata = np.array([True, True, False, False, True, True, False, False]), np.repeat([0, 1], 4)
    expected *= np.repeat([values[s : s + 4].sum() / expected[s : s + 4].sum() for s in (0, 4)], 4)
    pairs = [list(combinations(range(start, start + 4), 2)) for start in (0, 4)]
    seen = [deviate(values, expected, np.isin(np.arange(8), one + two)) for one, two in product(*pairs)]
    share = np.mean(np.array(seen) >= deviate(values, expected, chosen) - 1e-9)
    ours = permutation_p(values[:, None], expected[:, None], chosen, strata=strata, ids=list("abcdefgh"), n_draws=100, seed=0)[0]
    assert ours == pytest.approx(share)
    assert 2 / 36 < share < 1


def test_the_statistic_is_students_of_each_swap():
    """Under every swap of an uneven design, the deviate is the one written out with scipy's Student and normal distributions."""
    rng = np.random.default_rng(4)
    values, expected = rng.negative_binomial(1, 0.2, 9).astype(float), rng.uniform(2, 6, 9)
    labels = np.array([[1] * 3 + [0] * 6, [0] * 6 + [1] * 3, [1, 0, 0] * 3], dtype=float).T
    ours = _deviates(_terms(values[:, None], expected[:, None]), labels)[0]
    theirs = [deviate(values, expected, column > 0) ** 2 for column in labels.T]
    assert ours == pytest.approx(theirs, rel=0.02, abs=1e-4)


def test_a_drawn_p_is_never_zero():
    """The labelling that was seen is one of them: 1 in so many at least."""
    values = np.repeat([50.0, 1.0], 20)[:, None] + np.arange(40)[:, None] % 3
    options = {"strata": np.zeros(40, int), "ids": [str(n) for n in range(40)], "n_draws": 30_000, "seed": 0}
    assert permutation_p(values, np.full((40, 1), values.mean()), np.arange(40) < 20, **options)[0] == pytest.approx(1 / 30_001)


def test_shared_events_cost_degrees_of_freedom():
    """Even articles of two sides on three events: articles - events - 1 are left, as in any analysis of variance."""
    rows = [{"article_id": f"{o}{e}{n}", "outlet": o, "event": e, "exposure": 400.0} for o in "AB" for e in "xyz" for n in range(4)]
    hits = [{"article_id": row["article_id"], "frame": "x", "times": 4} for row in rows]
    cells = cells_of(scores_from(rows, hits), "outlet", "event")
    assert pairs_of(cells, "each")[0].freedom(np.ones(1)) == pytest.approx(24 - 3 - 1)


def test_drawn_p_is_near_scipy():
    """With even articles the drawn swaps agree with scipy's permutation test of the means up to chance."""
    from scipy.stats import permutation_test

    rng = np.random.default_rng(5)
    values = np.concatenate([rng.poisson(30, 20), rng.poisson(33, 20)]).astype(float)
    expected = np.full((40, 1), values.mean())
    ids = [str(n) for n in range(40)]
    ours = permutation_p(values[:, None], expected, np.arange(40) < 20, strata=np.zeros(40, int), ids=ids, n_draws=4000, seed=0)[0]
    theirs = permutation_test((values[:20], values[20:]), lambda a, b: a.mean() - b.mean(), n_resamples=4000, rng=1).pvalue
    assert ours == pytest.approx(theirs, abs=0.03)


def test_normal_limit_meets_the_draws(monkeypatch):
    """With many articles the limit and the draws say the same."""
    rng = np.random.default_rng(5)
    chosen = np.arange(400) < 200
    values = rng.poisson(3 * np.where(chosen[:, None], [1.0, 1.1, 1.15], 1.0)).astype(float)
    arguments = (values, np.broadcast_to(values.mean(0), values.shape), chosen)
    options = {"strata": np.zeros(400, int), "ids": [str(n) for n in range(400)], "n_draws": 4000, "seed": 0}
    drawn = permutation_p(*arguments, **options)
    monkeypatch.setattr(importlib.import_module("framing.rates.permute"), "LIMIT", 100)
    assert permutation_p(*arguments, **options) == pytest.approx(drawn, abs=0.02)


def test_noise_stays_quiet():
    """Two outlets of one bursty source: few p-values below .05, hardly a q-value."""
    found = [
        contrasts(simulate(np.random.default_rng(n), outlets={"A": 1, "B": 1}, events=3, articles=5, frames=20), n_boot=200)
        for n in range(10)
    ]
    table = pl.concat(found).drop_nans("p")
    assert (table["p"] <= 0.05).mean() <= 0.09
    assert (table["q"] <= 0.05).mean() <= 0.02


def test_a_planted_effect_is_found():
    """A fourfold rate with thirty articles a side is seen, and the interval holds the truth."""
    row = contrasts(simulate(np.random.default_rng(7), outlets={"A": 4, "B": 1}, events=6, articles=5, rate=4)).row(0, named=True)
    assert row["p"] < 0.01
    assert 1 < row["low"] < 4 < row["high"]


def test_more_text_detects_less():
    """The smallest ratio to be seen falls with the number of articles, and is above 1."""
    found = [
        contrasts(simulate(np.random.default_rng(7), outlets={"A": 1, "B": 1}, events=4, articles=n))["detectable"][0] for n in (3, 12, 48)
    ]
    assert found == sorted(found, reverse=True)
    assert found[-1] > 1


def test_what_is_detectable_is_more_than_the_interval_excludes():
    """The ratio seen with power .8 lies .84 standard errors beyond the end of an interval around 1; t is 1.98 here."""
    row = contrasts(simulate(np.random.default_rng(7), outlets={"A": 1, "B": 1}, articles=60, burst=0, rate=10)).row(0, named=True)
    half = np.log(row["high"] / row["ratio"])
    assert np.log(row["detectable"]) / half == pytest.approx(1 + 0.8416 / 1.98, rel=0.01)


def test_a_row_of_one_article_says_so():
    """When one article supplies the hits, largest_share is 1 and effective_articles is 1."""
    rows = [{"article_id": f"{o}{n}", "outlet": o, "event": "e", "exposure": 400.0} for o in "AB" for n in range(5)]
    row = contrasts(scores_from(rows, [{"article_id": "A0", "frame": "x", "times": 30}])).row(0, named=True)
    assert (row["largest_share"], row["effective_articles"]) == (1, 1)
    assert row["p"] > 0.5


def test_uneven_sides_have_half_the_least_p():
    """Two articles against five swap in 21 ways, and no reverse is among them: p may be 1/21, and no warning says otherwise."""
    rows = [
        {"article_id": f"{o}{n}", "outlet": o, "event": "e", "exposure": 400.0} for o, many in (("A", 2), ("B", 5)) for n in range(many)
    ]
    hits = [{"article_id": row["article_id"], "frame": "x", "times": 20 if row["outlet"] == "A" else 3} for row in rows]
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        row = contrasts(scores_from(rows, hits)).row(0, named=True)
    assert row["p"] == pytest.approx(1 / 21)
    assert not any("permutation" in str(each.message) for each in caught)


def test_too_few_swaps_are_told():
    """One article a side on three events swaps in eight ways: p cannot be small, and a warning says so."""
    scores = simulate(np.random.default_rng(2), outlets={"A": 9, "B": 1}, events=3, articles=1, rate=20)
    with pytest.warns(UserWarning, match=r"1 of 1 pairs share too few articles for a permutation p below 0\.05"):
        assert contrasts(scores)["p"][0] >= 2 / 8


def test_a_small_bursty_outlet_beside_a_large_even_one():
    """Equal rates, but 20 bursty articles against 80 even ones: swapping plain sums calls 19 % different, ours at most 5 or so."""
    plan = {"events": 5, "articles": 4, "articles_others": 16, "burst": 2.0, "burst_others": 0.0, "rate": 4, "frames": 25}
    found = [contrasts(simulate(np.random.default_rng([7, n]), outlets={"A": 1, "B": 1}, **plan), n_boot=200) for n in range(6)]
    table = pl.concat(found)
    assert (table["p"] <= 0.05).mean() <= 0.07
    assert ((table["low"] <= 1) & (table["high"] >= 1)).mean() >= 0.9


def test_events_on_which_the_ratio_differs_are_not_called_a_difference():
    """Ratios that vary about 1 from event to event: over a dozen events p is as quiet as the interval; swaps alone call 20 % different."""
    plan = {"events": 12, "articles": 12, "rate": 4, "frames": 25, "unlike": 0.6}
    found = [contrasts(simulate(np.random.default_rng([9, n]), outlets={"A": 1, "B": 1}, **plan), n_boot=100) for n in range(4)]
    table = pl.concat(found)
    assert (table["p"] <= 0.05).mean() <= 0.1
    assert ((table["low"] <= 1) & (table["high"] >= 1)).mean() >= 0.9


@pytest.mark.parametrize(("articles", "hits", "caution"), [(20, 2, None), (20, 0.2, "few hits"), (4, 5, "few articles"), (1, 30, None)])
def test_a_row_whose_interval_misses_its_level_says_so_and_no_other(articles, hits, caution):
    """Fewer than 30 hits, or than five articles on a side: the row and a warning say so; one article has no interval to doubt."""
    rows = [{"article_id": f"{o}{n}", "outlet": o, "event": "e", "exposure": 400.0} for o in "AB" for n in range(articles)]
    found = [{"article_id": row["article_id"], "frame": "x", "times": int(hits * n + hits) - int(hits * n)} for n, row in enumerate(rows)]
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        table = contrasts(scores_from(rows, found))
    assert table["caution"].to_list() == [caution]
    assert sum("of 1 rows" in str(each.message) for each in caught) == (caution is not None)


@pytest.mark.parametrize(
    ("hits", "caution"), [([4] + [3] * 9, None), ([40] + [0] * 9, "wide interval"), ([300] + [3] * 9, "wide interval")]
)
def test_a_ratio_that_rests_on_one_loud_article_says_so(hits, caution):
    """Where one article has nearly all hits of a side, the ends are a thousand times apart and more: the row says that it tells little."""
    rows = [{"article_id": f"{o}{n}", "outlet": o, "event": "e", "exposure": 400.0} for o in "AB" for n in range(10)]
    counted = zip(rows, hits + [3] * 10, strict=True)
    table = contrasts(scores_from(rows, [{"article_id": row["article_id"], "frame": "x", "times": k} for row, k in counted if k]))
    assert table["caution"].to_list() == [caution]


def test_one_voice_against_the_rest_is_one_voice_against_the_others_as_one():
    """What an article says in three other voices is one row: as three, they would pass for articles that agree."""
    rng = np.random.default_rng(8)
    voices = ("own", "direct", "indirect", "scare")
    rows = [
        {"article_id": f"t{n:02d}", "outlet": "o", "event": f"e{n % 2}", "voice": v, "exposure": 90.0} for n in range(12) for v in voices
    ]
    level = np.repeat(rng.gamma(1, 3, 12), len(voices))
    hits = [{**row, "frame": "x", "times": k} for row, k in zip(rows, rng.poisson(level).tolist(), strict=True) if k]
    scores = scores_from(rows, hits)
    other = pl.col("voice").replace({"indirect": "direct", "scare": "direct"})
    as_one = replace(scores, hits=scores.hits.with_columns(other), exposure=scores.exposure.with_columns(other))
    for within in ("event", None):
        rest = contrasts(scores, between="voice", against="rest", within=within).filter(a="own")
        joined = contrasts(as_one, between="voice", within=within)
        assert_frame_equal(rest.drop("b", "q"), joined.drop("b", "q"))


def test_p_never_says_more_than_the_interval_when_sides_are_uneven():
    """With more than twice as many articles on one side, p below .05 means an interval without 1."""
    plan = {"events": 5, "articles": 4, "articles_others": 16, "burst": 2.0, "burst_others": 0.0, "rate": 4, "frames": 25}
    table = contrasts(simulate(np.random.default_rng(3), outlets={"A": 2, "B": 1}, **plan), n_boot=200)
    clear = table.filter(pl.col("p") < 0.05)
    assert 0 < clear.height < table.height
    assert clear.filter((pl.col("low") > 1) | (pl.col("high") < 1)).height == clear.height
    assert (table["p"] < 0.05).any()


@pytest.mark.parametrize(("hits", "least"), [(1, 0.99 / 4), (3, 0.99 / 4**3)])
def test_shorter_articles_are_no_difference_in_rate(hits, least):
    """Where one outlet's articles are all shorter, p is no smaller than the length of both lets it be: hits that fall by themselves."""
    rows = [
        {"article_id": f"{o}{n}", "outlet": o, "event": "e", "exposure": 100.0 * length}
        for o, length in (("A", 1), ("B", 3))
        for n in range(8)
    ]
    found = [{"article_id": f"A{n}", "frame": "x"} for n in range(hits)]
    p = contrasts(scores_from(rows, found))["p"][0]
    assert p >= least


def split_of(ours: int, total: int, length: float, units: float) -> float:
    """`split_p` of one frame; `length` is the exposure of the first side."""
    return float(split_p(*(np.array([float(number)]) for number in (ours, total, total * length / units)), units)[0])


def mid_p(spread, seen: int) -> float:
    """Two-sided mid-p of a distribution of scipy."""
    below = (spread.cdf(seen) + spread.cdf(seen - 1)) / 2
    return 2 * min(below, 1 - below)


@pytest.mark.parametrize(("ours", "total", "share"), [(1, 1, 0.4), (0, 4, 0.3), (5, 9, 0.2), (7, 7, 0.5), (2, 30, 0.3), (30, 30, 0.9)])
def test_split_p_of_much_text_is_the_binomial_one(ours, total, share):
    """How few hits divide between two long sides is told as scipy's binomial distribution tells it."""
    assert split_of(ours, total, share * 1e9, 1e9) == pytest.approx(mid_p(binom(total, share), ours), rel=1e-6)


@pytest.mark.parametrize(("a", "units"), [(20, 40), (30, 60), (75, 300), (600, 3000)])
def test_split_p_of_units_is_that_of_fisher(a, units):
    """Where hits are a good part of all units, p is scipy's hypergeometric mid-p within an eighth, the same for units without."""
    for total in (1, units // 8, units // 4, units // 2 - 1):
        for ours in range(max(0, total - units + a), min(a, total) + 1):
            exact, p = mid_p(hypergeom(units, a, total), ours), split_of(ours, total, a, units)
            assert p == pytest.approx(exact, rel=1 / 8) or exact < 0.02
            assert p == pytest.approx(split_of(a - ours, units - total, a, units))
            assert p == pytest.approx(split_of(total - ours, total, units - a, units))


def test_frames_of_whole_articles_keep_their_power():
    """A frame that an article has or has not varies less than hits among words: p is Fisher's, no split of hits makes it larger."""
    rows = [{"article_id": f"{o}{n:02}", "outlet": o, "event": "e", "exposure": 1.0} for o in "AB" for n in range(20)]
    found = [{"article_id": f"{o}{n:02}", "frame": "x"} for o, n in [*product("A", range(18)), *product("B", range(8))]]
    p = contrasts(scores_from(rows, found))["p"][0]
    assert p == pytest.approx(fisher_exact([[18, 2], [8, 12]]).pvalue, abs=0.002)


def test_one_article_on_a_side_has_no_interval():
    """Chance cannot be seen in one article, however many stand on the other side."""
    rows = [{"article_id": f"A{n}", "outlet": "A", "event": "e", "exposure": 400.0} for n in range(9)]
    rows += [{"article_id": "B0", "outlet": "B", "event": "e", "exposure": 400.0}]
    row = contrasts(scores_from(rows, [{"article_id": r["article_id"], "frame": "x"} for r in rows])).row(0, named=True)
    assert np.isnan([row["low"], row["high"], row["detectable"]]).all()
    assert row["ratio"] == pytest.approx(1)


def test_too_many_pairs_are_refused():
    """A column with hundreds of values is not compared pair by pair by accident."""
    rows = [{"article_id": f"a{n}", "outlet": f"o{n:03d}", "event": "e", "exposure": 100.0} for n in range(120)]
    with pytest.raises(ValueError, match="120 groups make 7140 pairs, more than 5000"):
        contrasts(scores_from(rows))
