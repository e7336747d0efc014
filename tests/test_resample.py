"""Draws belong to the article; intervals and q-values are what the literature says."""

import numpy as np
import pytest

from framing import arguments
from framing.resample import intervals
from framing.resample.draws import relabelled, spread, sums, weights

IDS = [f"article {n}" for n in range(40)]


def test_weights_have_mean_and_variance_one():
    """Drawing articles anew neither inflates the corpus nor its spread."""
    drawn = weights([str(n) for n in range(500)], 800, seed=1)
    assert drawn.mean() == pytest.approx(1, abs=0.005)
    assert drawn.var() == pytest.approx(1, abs=0.01)


def test_weights_of_two_articles_and_two_draws_are_unrelated():
    """Articles are drawn independently, and so are draws."""
    drawn = weights([str(n) for n in range(200)], 200, seed=3)
    between = np.corrcoef(drawn) - np.eye(200)
    assert abs(between).max() < 0.4
    assert abs(np.corrcoef(drawn[:, :-1].ravel(), drawn[:, 1:].ravel())[0, 1]) < 0.02


def test_a_weight_belongs_to_the_article():
    """Order, company and block of draws change no weight."""
    whole = weights(IDS, 64, seed=5)
    assert (weights(IDS[::-1], 64, seed=5) == whole[::-1]).all()
    assert (weights(IDS[7:9], 16, seed=5, start=40) == whole[7:9, 40:56]).all()
    assert (weights(IDS, 13, seed=5) == whole[:, :13]).all()


def test_a_known_weight_stays_what_it_is():
    """The hash is part of the contract: published numbers can be made again on another machine."""
    assert weights(["a", "b"], 8, seed=0).tolist() == [[1, 0, 0, 0, 0, 1, 1, 0], [2, 0, 1, 2, 0, 1, 3, 0]]


def test_another_seed_gives_other_weights():
    """Seeds matter, negative and large ones too."""
    drawn = [weights(IDS, 64, seed=seed) for seed in (0, 1, -1, 10**12, 10**18, 10**18 + 1, 10**99)]
    assert all((a != b).mean() > 0.5 for i, a in enumerate(drawn) for b in drawn[:i])


def test_sums_do_not_depend_on_blocks(monkeypatch):
    """Blocks are for memory only."""
    matrix = np.arange(80.0).reshape(2, 40)
    whole = np.concatenate(list(sums(matrix, IDS, 50, seed=0)), axis=1)
    monkeypatch.setattr("framing.resample.draws._BLOCK_CELLS", 400)
    parts = list(sums(matrix, IDS, 50, seed=0))
    assert len(parts) > 1
    assert (np.concatenate(parts, axis=1) == whole).all()
    assert whole == pytest.approx(matrix @ weights(IDS, 50, seed=0))


def test_spread_is_the_standard_deviation_over_draws():
    """Streaming over blocks gives what numpy gives at once; undefined draws are left out."""
    values = np.concatenate(list(sums(np.ones((1, 40)), IDS, 100, seed=2)), axis=1)
    assert spread(np.ones((1, 40)), IDS, lambda s: s, n_boot=100, seed=2) == pytest.approx(values.std(ddof=1))
    kept = np.where(values > 40, values, np.nan)
    found = spread(np.ones((1, 40)), IDS, lambda s: np.where(s > 40, s, np.nan), n_boot=100, seed=2)
    assert found == pytest.approx(np.nanstd(kept, ddof=1))


def test_spread_without_articles_is_undefined():
    """Nothing to draw gives nan, not 0."""
    assert np.isnan(spread(np.ones((1, 0)), [], lambda s: np.where(s > 0, s, np.nan), n_boot=16, seed=0)).all()


def test_few_swaps_are_all_listed():
    """When all labellings are few they all come, each once, the observed one among them."""
    strata, chosen = np.array([0, 0, 0, 1, 1]), np.array([True, False, False, False, True])
    labels, exact = relabelled(list("abcde"), strata, chosen, n_draws=6, seed=0)
    assert exact
    assert sorted(map(tuple, labels.T)) == sorted({tuple(column) for column in labels.T})
    assert labels.shape == (5, 6)
    assert any((column == chosen).all() for column in labels.T)


def test_drawn_swaps_keep_each_stratum_and_reach_all():
    """Each stratum keeps its number of a; every row is a about as often as any other of its stratum."""
    strata = np.repeat([0, 1], [10, 6])
    chosen = np.array([True] * 3 + [False] * 7 + [True] * 3 + [False] * 3)
    labels, exact = relabelled([str(n) for n in range(16)], strata, chosen, n_draws=2000, seed=0)
    assert not exact
    assert (labels[:10].sum(0) == 3).all()
    assert (labels[10:].sum(0) == 3).all()
    assert labels[:10].mean(1) == pytest.approx(np.full(10, 0.3), abs=0.05)


def test_zero_rate_leaves_its_tail():
    """At the upper end the chance of no hit is what the level leaves in one tail (geometric counts)."""
    high = intervals.zero_rate(np.array([5.0, 100.0]), np.array([2000.0, 40000.0]), 0.95)
    mean = high * np.array([400.0, 400.0])
    assert (1 + mean) ** -np.array([5.0, 100.0]) == pytest.approx(np.full(2, 0.025))
    assert high[1] == pytest.approx(3.689 / 40000, rel=0.03)


def test_count_limits_halve_the_count_itself():
    """At each limit, P(more) + P(as many) / 2 is what the level leaves in one tail; checked with scipy's Poisson."""
    from scipy.stats import poisson

    value = np.array([1.0, 4.0, 30.0])
    low, high = intervals.count_limits(value, 0.9)
    assert poisson.sf(value, low) + poisson.pmf(value, low) / 2 == pytest.approx(np.full(3, 0.05))
    assert poisson.cdf(value - 1, high) + poisson.pmf(value, high) / 2 == pytest.approx(np.full(3, 0.05))


def test_zero_rate_needs_two_articles():
    """One silent article says nothing about how high a rate could be."""
    assert np.isnan(intervals.zero_rate(np.array([0.0, 1.0]), np.array([0.0, 400.0]), 0.95)).all()


def test_wilson_agrees_with_scipy():
    """With the normal quantile it is the textbook interval."""
    from scipy.stats import binomtest

    theirs = binomtest(7, 30).proportion_ci(method="wilson")
    low, high = intervals.wilson(np.array([7 / 30]), np.array([30.0]), np.array([1.959963984540054]))
    assert (low[0], high[0]) == pytest.approx((theirs.low, theirs.high))


def test_q_values_agree_with_scipy():
    """Benjamini and Hochberg, nan left out of the count."""
    from scipy.stats import false_discovery_control

    p = np.array([0.001, 0.2, 0.04, 0.03, 0.9])
    with_nan = np.insert(p, 2, np.nan)
    assert np.delete(intervals.q_values(with_nan), 2) == pytest.approx(false_discovery_control(p))
    assert np.isnan(intervals.q_values(with_nan)[2])
    assert intervals.q_values([]).shape == (0,)


def test_even_counts_keep_all_freedom_and_bursty_ones_lose_it():
    """Equal articles have n - 1 degrees of freedom; one loud article leaves no more than two."""
    expected = np.full((20, 1), 5.0)
    assert intervals.freedom(expected, expected) == pytest.approx(19)
    loud = np.zeros((20, 1))
    loud[3] = 100.0
    assert intervals.freedom(loud, expected) == pytest.approx(2)


@pytest.mark.parametrize("level", [0, 1, 95, -0.1])
def test_level_is_a_probability(level):
    """A level in per cent is refused with the value and what is allowed."""
    with pytest.raises(ValueError, match=f"level is {level}; expected a number between 0 and 1"):
        arguments.coverage(level)
