"""Weights of hits: ten times as much changes totals alone; unequal ones are so many equal hits."""

from dataclasses import replace

import numpy as np
import polars as pl
import pytest
from polars.testing import assert_frame_equal
from simulate import named_scores, scores_from, simulate
from simulate_coding import Outlet, coded, erring

from framing.choices import choices, naming_distance, voice_shares
from framing.rates import contrasts, rates
from framing.rates.effective import effective

pytestmark = pytest.mark.filterwarnings("ignore:.* of .* rows")


def weighing(scores, weights):
    """The same hits with other weights."""
    return replace(scores, hits=scores.hits.with_columns(weight=pl.Series(np.broadcast_to(weights, scores.hits.height).astype(float))))


def same_but_for(totals, found, plain, times):
    """Every column is equal to the last digit, and the totals are `times` as large."""
    assert_frame_equal(found.drop(totals), plain.drop(totals), check_exact=True)
    for column in totals:
        assert found[column].to_numpy() == pytest.approx(times * plain[column].to_numpy(), nan_ok=True)


@pytest.mark.parametrize("times", [0.1, 10.0])
@pytest.mark.parametrize("rate", [0.2, 4.0])
def test_rates_and_contrasts_of_other_weights_differ_in_totals_alone(times, rate):
    """Where every hit weighs ten times as much, rates and their ends are ten times as large; ratio, p, q and cautions stay."""
    scores = simulate(np.random.default_rng(1), outlets={"A": 1, "B": 2}, events=3, articles=4, frames=3, rate=rate)
    same_but_for(["value", "rate", "low", "high"], rates(weighing(scores, times)), rates(scores), times)
    same_but_for(["rate_a", "rate_b"], contrasts(weighing(scores, times)), contrasts(scores), times)


@pytest.mark.parametrize("times", [0.1, 10.0])
def test_shares_of_other_weights_differ_in_counts_alone(times):
    """Shares, their intervals, shrunken shares, distances and cautions know how many namings there are, not what they weigh."""
    scores = named_scores(np.random.default_rng(1), np.array([0.6, 0.3, 0.1]), groups=3, articles=8, mean=1.5, loyal=0.5)
    same_but_for(["count"], choices(weighing(scores, times)), choices(scores), times)
    assert_frame_equal(naming_distance(weighing(scores, times), within=None), naming_distance(scores, within=None))
    terms = simulate(np.random.default_rng(1), outlets={"A": 1, "B": 2}, articles=6)
    placed = terms.hits.with_columns(part=pl.lit("text"), start=pl.int_range(pl.len()), end=pl.int_range(pl.len()))
    terms = replace(terms, hits=placed.cast(terms.hits.schema))
    same_but_for(["count"], voice_shares(weighing(terms, times)), voice_shares(terms), times)


@pytest.mark.parametrize("method", ["difference", "ppi", "rogan-gladen"])
def test_corrected_rates_of_other_weights_differ_in_totals_alone(method):
    """What was missed counts as much as a hit on average, so corrections grow with the weights as counts do."""
    scores, passages = erring(np.random.default_rng(2), {"A": Outlet(0.8, 0.05), "B": Outlet(0.6, 0.1)})
    coding = coded(scores, passages, 60)
    how = {"coding": coding, "passages": passages, "method": method, "n_boot": 100}
    heavy = weighing(scores, 10.0)
    same_but_for(["value", "rate", "low", "high", "counted"], rates(heavy, **how), rates(scores, **how), 10)
    same_but_for(["rate_a", "rate_b"], contrasts(heavy, **how), contrasts(scores, **how), 10)


def test_effective_hits_by_hand():
    """Weights 1, 1 and 4 are 36 / 18 = 2 hits that count 18 / 6 = 3 each; a frame of its own weights has its own."""
    hits = [{"article_id": "a", "frame": "x", "weight": w} for w in (1.0, 1.0, 4.0)] + [{"article_id": "a", "frame": "y", "weight": 0.1}]
    scores = scores_from([{"article_id": "a", "outlet": "o", "exposure": 100.0}], hits, frames=("x", "y", "never"))
    weighed, worth = effective(scores, "frame")
    assert weighed.hits.filter(frame="x")["weight"].sum() == pytest.approx(2)
    assert weighed.hits.filter(frame="y")["weight"].to_list() == [1]
    assert pl.DataFrame({"frame": ["x", "y", "never"]}).select(worth).to_series().to_list() == [3, 0.1, 1]


def test_effective_hits_vary_like_a_count():
    """Sums of unequal weights of a Poisson number of hits have, over their worth, a variance equal to their mean."""
    rng = np.random.default_rng(3)
    numbers = rng.poisson(6, 4000)
    rows = [{"article_id": f"a{n}", "outlet": f"o{n}", "exposure": 100.0} for n in range(4000)]
    scores = scores_from(rows, [{"article_id": f"a{n}", "frame": "x", "times": int(k)} for n, k in enumerate(numbers)])
    weighed, _ = effective(weighing(scores, rng.choice([0.5, 1, 3], scores.hits.height)), "frame")
    sums = weighed.hits.group_by("outlet").agg(pl.col("weight").sum())["weight"].to_numpy()
    sums = np.concatenate([sums, np.zeros(4000 - len(sums))])
    assert sums.var() == pytest.approx(sums.mean(), rel=0.06)


def test_without_hits_nothing_is_weighed():
    """No hit, no weight: an empty table stays one, and hits that count nothing stay nothing."""
    scores = scores_from([{"article_id": "a", "outlet": "o", "exposure": 100.0}, {"article_id": "b", "outlet": "o", "exposure": 100.0}])
    weighed, worth = effective(scores, "frame")
    assert weighed.hits.is_empty()
    assert pl.DataFrame({"frame": ["x"]}).select(worth).item() == 1
    nothing = rates(scores_from(scores.exposure.rows(named=True), [{"article_id": "a", "frame": "x", "weight": 0.0}]))
    assert_frame_equal(nothing, rates(scores), check_exact=True)


@pytest.mark.parametrize(("rate", "burst"), [(0.3, 1.0), (3.0, 0.0), (3.0, 1.0)])
def test_intervals_of_unequal_weights_cover(rate, burst):
    """Terms of which some count four times as much as others: the interval holds the truth about as often as it says."""
    rng = np.random.default_rng(4)
    scores = simulate(rng, outlets={f"o{n}": 1.0 for n in range(300)}, articles=20, rate=rate, burst=burst)
    table = rates(weighing(scores, rng.choice([0.5, 2.0], scores.hits.height)), n_boot=200)
    truth = 1.25 * rate
    assert 0.92 <= ((table["low"] <= truth) & (table["high"] >= truth)).mean() <= 0.995
