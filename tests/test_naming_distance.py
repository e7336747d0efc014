"""Distances between naming profiles: hand counts, chance taken out, quiet on noise."""

import importlib
import warnings

import numpy as np
import pytest
from polars.testing import assert_frame_equal
from scipy import stats
from simulate import named_scores, on_events, scores_from

from framing.choices import naming_distance
from framing.choices.distance import SCHEMA
from framing.resample.draws import weights

pytestmark = pytest.mark.filterwarnings("ignore:.* of .* rows rest on")
NAMES = {"action": ("invasion", "operation", "war")}


def outlets(**named):
    """Outlet to a list of articles, each a list of names; all on one event."""
    rows, hits = [], []
    for outlet, articles in named.items():
        for number, names in enumerate(articles):
            name = f"{outlet}{number}"
            rows.append({"article_id": name, "outlet": outlet, "event": f"e{number}", "exposure": 400.0})
            hits += [{"article_id": name, "choice": "action", "name": n} for n in names]
    return scores_from(rows, hits, choices=NAMES)


def test_the_distance_is_the_part_that_would_have_to_change():
    """Shares 3/4, 0, 1/4 against 1/4, 1/4, 1/2: half of 2/4 + 1/4 + 1/4."""
    a = [["invasion"] * 2, ["invasion", "war"]]
    b = [["invasion", "war"], ["operation", "war"]]
    row = naming_distance(outlets(a=a, b=b), within=None).row(0, named=True)
    assert (row["choice"], row["a"], row["b"], row["articles_a"], row["articles_b"]) == ("action", "a", "b", 2, 2)
    assert row["distance"] == pytest.approx(0.5)
    assert 0 < row["by_chance"] < 0.5
    assert row["corrected"] == pytest.approx(np.sqrt(0.25 - row["by_chance"] ** 2))
    assert row["low"] == 0 < row["corrected"] < row["high"] <= 1


@pytest.mark.parametrize(("a", "b", "cautious"), [(9, 12, True), (12, 9, True), (2, 2, True), (12, 10, False), (1, 12, False)])
def test_a_row_whose_interval_is_rough_says_so_and_no_other(a, b, cautious):
    """Fewer than ten naming articles on a side are a caution, in the row and as a warning; a row without an interval has none."""
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        row = naming_distance(outlets(a=[["war", "invasion"]] * a, b=[["war"]] * b), within=None, n_boot=50)
    assert row["caution"].to_list() == (["few naming articles on a side"] if cautious else [None])
    assert [str(each.message)[:31] for each in caught] == ["1 of 1 rows rest on fewer than 10"[:31]] * cautious


def test_exact_p_by_listing():
    """Four articles against four that never agree: 2 of 70 labellings are as extreme."""
    row = naming_distance(outlets(a=[["war"]] * 4, b=[["invasion"]] * 4), within=None).row(0, named=True)
    assert row["distance"] == 1
    assert row["p"] == pytest.approx(2 / 70)


def test_the_same_habits_are_no_distance():
    """Equal profiles lie 0 apart and p is 1."""
    row = naming_distance(outlets(a=[["war", "invasion"]] * 5, b=[["war", "invasion"]] * 4), within=None).row(0, named=True)
    assert (row["distance"], row["corrected"], row["low"], row["p"]) == (0, 0, 0, 1)


def wilson(share, size, t):
    """Solve (share - x)**2 = t**2 x (1 - x) / size."""
    middle, half = share + t**2 / (2 * size), t * np.sqrt(share * (1 - share) / size + t**2 / (4 * size**2))
    return np.array([middle - half, middle + half]) / (1 + t**2 / size)


def test_the_upper_end_is_that_of_two_shares():
    """Newcombe's rule on the names that a uses more (war): Wilson's interval of each side at the size that draws amount to."""
    a, b = [["war"], ["war"], ["invasion"], ["war", "invasion"]], [["war"], ["invasion"], ["war"], ["operation"], ["invasion"]]
    scores = outlets(a=a, b=b)
    row = naming_distance(scores, within=None, n_boot=64).row(0, named=True)
    shares = []
    for outlet in "ab":
        namings = (
            scores.hits.filter(outlet=outlet).pivot(on="name", index="article_id", values="weight", aggregate_function="sum").fill_null(0)
        )
        drawn = weights(namings["article_id"].to_list(), 64, seed=0)
        total = {name: namings[name].to_numpy() @ drawn for name in namings.columns[1:]}
        shares.append(total["war"] / sum(total.values()))
    p, q, t = 3 / 5, 2 / 5, stats.t.ppf(0.975, 4 + 5 - 2)
    common = (p * (1 - p) / 4 + q * (1 - q) / 5) / (np.nanvar(shares[0] - shares[1], ddof=1) * 9 / 7)
    above = np.hypot(wilson(p, 4 * common, t)[1] - p, q - wilson(q, 5 * common, t)[0])
    assert row["distance"] == pytest.approx(p - q)
    assert row["high"] == pytest.approx(row["distance"] + above)


@pytest.mark.parametrize("within", ["event", None])
def test_sides_of_one_name_do_not_make_certainty(within):
    """Twelve articles that all say war vary in no draw, yet may hide other names: Wilson's end for 0 of 12, both sides in quadrature."""
    t = stats.t.ppf(0.975, 12 + 12 - 2)
    end = t**2 / (12 + t**2)
    sides = [outlets(a=[["war"]] * 12, b=[[name]] * 12) for name in ("war", "invasion")]
    alike, apart = (naming_distance(scores, within=within).row(0, named=True) for scores in sides)
    assert (alike["distance"], alike["low"], alike["high"]) == (0, 0, pytest.approx(np.hypot(end, end)))
    assert (apart["distance"], apart["high"]) == (1, 1)
    assert apart["low"] == pytest.approx(apart["corrected"] - np.hypot(end, end))
    one = naming_distance(outlets(a=[["war"]] * 12, b=[["war", "invasion"]] * 12), within=within).row(0, named=True)
    assert one["high"] == pytest.approx(0.5 + end)


def test_settled_habits_are_covered():
    """One naming an article, nineteen in twenty of them war on one side and invasion on the other, twelve articles each: .9 lies inside."""
    held = []
    for seed in range(60):
        rng = np.random.default_rng([5, seed])
        names = np.where(rng.random((2, 12)) < 0.95, [["war"], ["invasion"]], [["invasion"], ["war"]])
        sides = [[[name] for name in side] for side in names.tolist()]
        row = naming_distance(outlets(a=sides[0], b=sides[1]), within=None, n_boot=64).row(0, named=True)
        held.append(row["low"] <= 0.9 <= row["high"])
    assert np.mean(held) >= 0.93


def test_mixed_habits_are_covered(monkeypatch):
    """Two names, .70 and .45 of one, twenty articles a side that mostly keep to one: .25 lies inside (by the spread of distances 86 %)."""
    monkeypatch.setattr(importlib.import_module("framing.choices.distance"), "FEW", 0)  # finer draws of small p take long
    rng, held = np.random.default_rng(2), []
    for _ in range(80):
        own = np.stack([rng.beta(share / 2, (1 - share) / 2, 20) for share in (0.7, 0.45)])
        counts = rng.binomial(4, own)
        sides = [[["war"] * k + ["invasion"] * (4 - k) for k in side] for side in counts.tolist()]
        row = naming_distance(outlets(a=sides[0], b=sides[1]), within=None, n_boot=64).row(0, named=True)
        held.append(row["low"] <= 0.25 <= row["high"])
    assert np.mean(held) >= 0.93


def test_equal_shares_are_no_more_certain_than_others():
    """Five of ten namings on both sides lie 0 apart, but no surer of it than five and six: the end hardly moves."""
    high = []
    for other in (5, 6):
        sides = [[["war"]] * k + [["invasion"]] * (10 - k) for k in (5, other)]
        high.append(naming_distance(outlets(a=sides[0], b=sides[1]), within=None).row(0, named=True)["high"])
    assert 0.35 < high[0] < high[1] < high[0] + 0.15


def test_a_group_of_one_article_has_no_distance():
    """Fewer than two articles that name the referent: nan throughout."""
    row = naming_distance(outlets(a=[["war"], []], b=[["invasion"]] * 4), within=None).row(0, named=True)
    assert all(np.isnan(row[name]) for name in ("distance", "by_chance", "corrected", "low", "high", "p", "q"))
    assert row["articles_a"] == 1


def test_within_events_only_shared_events_count():
    """An event in which one side does not name the referent falls away; labels are swapped inside the others."""
    scores = outlets(a=[["war"], ["war"], ["war"], ["operation"] * 9, []], b=[*[["invasion"]] * 3, [], ["operation"] * 9])
    row = naming_distance(scores).row(0, named=True)
    assert (row["distance"], row["articles_a"], row["articles_b"]) == (1, 3, 3)
    assert row["p"] == pytest.approx(2 / 2**3)


def test_topic_passes_for_naming_only_without_events():
    """Every article of an event uses one name, and the outlets report the events unevenly: within events nothing is left."""
    several = {("A", "x"): 9, ("A", "y"): 3, ("B", "x"): 3, ("B", "y"): 9}
    rows = [
        {"article_id": f"{o}{e}{n}", "outlet": o, "event": e, "exposure": 300.0} for (o, e), many in several.items() for n in range(many)
    ]
    hits = [{"article_id": row["article_id"], "choice": "action", "name": {"x": "war", "y": "invasion"}[row["event"]]} for row in rows]
    plain, within = (naming_distance(scores_from(rows, hits, choices=NAMES), within=how).row(0, named=True) for how in (None, "event"))
    assert (plain["distance"], plain["p"] < 0.05) == (0.5, True)
    assert [within[name] for name in ("distance", "by_chance", "corrected", "low", "p")] == [0, 0, 0, 0, 1]


def test_the_distance_within_events_is_that_of_shares_weighed_alike():
    """Shares 1 and 0 of war in 1 and 3 namings, 1/2 and 1/2 in 2 and 2: weights 3/4 and 1, by hand 3/4 / (7/4)."""
    scores = outlets(a=[["war"], ["war", "invasion"]], b=[["invasion"] * 3, ["invasion", "war"]])
    row = naming_distance(scores, n_boot=8).row(0, named=True)
    assert row["distance"] == pytest.approx(0.75 / 1.75)
    assert (row["p"], row["by_chance"]) == (1, pytest.approx(row["distance"]))


@pytest.mark.parametrize(("within", "least", "most"), [("event", 0, 0.09), (None, 0.12, 1)])
def test_topic_is_called_different_without_events_and_not_within(within, least, most, monkeypatch):
    """Outlets that name every event alike and report the events unevenly: over 50 pairs, p below .05 in few, or in far too many."""
    monkeypatch.setattr(importlib.import_module("framing.choices.distance"), "FEW", 0)  # finer draws of small p take long
    found = [naming_distance(on_events(np.random.default_rng([3, n]), articles=20), within=within, n_boot=64)["p"][0] for n in range(50)]
    assert least <= np.mean(np.array(found) < 0.05) <= most


def test_articles_without_event_are_told():
    """What is left out is counted and told; without any event nothing can be compared on one."""
    scores = named_scores(np.random.default_rng(0), np.array([0.6, 0.4]), groups=2, articles=8, mean=3, loyal=0)
    with pytest.warns(UserWarning, match="16 articles have no 'event' and are left out of the distances"):
        row = naming_distance(scores).row(0, named=True)
    assert np.isnan([row["distance"], row["p"]]).all()
    assert (row["articles_a"], row["articles_b"]) == (0, 0)


@pytest.mark.parametrize("within", ["event", None])
def test_voices_are_swapped_inside_articles(within):
    """Five articles that name differently in two voices, on two events or on none: 2 of 2**5 swaps are as extreme."""
    events = dict(zip("pqrst", ("x", "x", "y", "y", "y"), strict=True))
    rows = [
        {"article_id": a, "outlet": "o", "event": e, "voice": v, "exposure": 200.0} for a, e in events.items() for v in ("own", "direct")
    ]
    hits = [
        {"article_id": a, "choice": "action", "name": n, "voice": v} for a in "pqrst" for v, n in (("own", "war"), ("direct", "invasion"))
    ]
    row = naming_distance(scores_from(rows, hits, choices=NAMES), between="voice", within=within).row(0, named=True)
    assert (row["a"], row["b"], row["distance"]) == ("own", "direct", 1)
    assert row["p"] == pytest.approx(2 / 2**5)


def test_chance_is_quiet():
    """Outlets of the same habits: few p below .05, and intervals that hold 0."""
    scores = named_scores(np.random.default_rng(0), np.array([0.6, 0.3, 0.1]), groups=16, articles=15, mean=3, loyal=0.5)
    table = naming_distance(scores, within=None, n_boot=200)
    assert table.height == 16 * 15 / 2
    assert (table["p"] <= 0.05).mean() <= 0.1
    assert (table["low"] == 0).mean() >= 0.9
    assert table["corrected"].mean() < table["distance"].mean() / 1.5


def test_order_changes_nothing():
    """Shuffled tables give the same numbers to the last bit."""
    scores = named_scores(np.random.default_rng(0), np.array([0.6, 0.3, 0.1]), groups=3, articles=8, mean=3, loyal=0.5)
    shuffled = scores_from(
        scores.exposure.sample(fraction=1, shuffle=True, seed=1).rows(named=True),
        scores.hits.sample(fraction=1, shuffle=True, seed=2).rows(named=True),
        (),
        scores.choices,
    )
    assert_frame_equal(naming_distance(scores, within=None), naming_distance(shuffled, within=None), check_exact=True)


def test_unknown_columns_are_refused():
    """A misspelled column raises with the allowed ones."""
    with pytest.raises(ValueError, match="Unknown column 'paper'; expected one of"):
        naming_distance(outlets(a=[["war"]]), between="paper")


def test_empty_corpus_gives_an_empty_table():
    """No articles, no rows, all columns."""
    table = naming_distance(scores_from([], choices=NAMES))
    assert table.is_empty()
    assert table.schema == SCHEMA
