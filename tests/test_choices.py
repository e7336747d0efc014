"""Naming shares: hand counts, silence shown, intervals that know articles are consistent."""

import warnings

import numpy as np
import pytest
from articles import passages_of
from polars.testing import assert_frame_equal
from simulate import scores_from

from framing import rates, read_lexicon, score, tables
from framing.choices import choices, voice_shares
from framing.choices.shares import _ways

pytestmark = pytest.mark.filterwarnings("ignore:.* of .* rows (have|rest)")
NAMES = {"action": ("invasion", "operation", "war"), "people": ("rebels", "insurgents")}


def article(name, outlet="Harbour Post", event="landing"):
    return {"article_id": name, "outlet": outlet, "event": event, "exposure": 400.0}


def named(name, *names, choice="action"):
    return [{"article_id": name, "choice": choice, "name": n} for n in names]


def small():
    """Outlet Harbour Post names the action in two of three articles; Northern Echo never does."""
    rows = [article("h1"), article("h2"), article("h3"), article("n1", "Northern Echo"), article("n2", "Northern Echo")]
    return scores_from(rows, named("h1", "invasion", "invasion", "war") + named("h2", "operation"), choices=NAMES)


def test_a_share_is_out_of_all_namings():
    """Two of four namings are 'invasion': .5; the shares of a choice add up to 1."""
    table = choices(small())
    rows = table.filter(outlet="Harbour Post", choice="action")
    assert rows["count"].to_list() == [2, 1, 1]
    assert rows["share"].to_list() == [0.5, 0.25, 0.25]
    assert ((rows["low"] < rows["share"]) & (rows["share"] < rows["high"])).all()
    assert rows["articles"].to_list() == [3, 3, 3]


def test_the_table_is_a_choices_table():
    """What comes out passes the check of tables."""
    tables.check(choices(small()), "choices")


def test_names_never_used_keep_their_row():
    """Every group has a row for every name of every choice."""
    table = choices(small())
    assert table.height == 2 * 5
    assert table.filter(outlet="Harbour Post")["name"].to_list() == ["invasion", "operation", "war", "rebels", "insurgents"]


def test_silence_is_shown():
    """Two of three articles name the action; an outlet that never does has share nan, naming 0 and a bound on it."""
    table = choices(small())
    loud = table.filter(outlet="Harbour Post", choice="action").row(0, named=True)
    assert (loud["naming_articles"], loud["naming"]) == (2, pytest.approx(2 / 3))
    silent = table.filter(outlet="Northern Echo", choice="action").row(0, named=True)
    assert all(np.isnan(silent[name]) for name in ("share", "low", "high"))
    assert (silent["count"], silent["naming"], silent["naming_low"]) == (0, 0, 0)
    assert 0 < silent["naming_high"] < 1


def test_one_naming_article_has_no_interval():
    """A house style cannot be read from one article."""
    rows = choices(scores_from([article("h1"), article("h2")], named("h1", "war", "war"), choices=NAMES)).filter(choice="action")
    assert rows["share"].to_list() == [0, 0, 1]
    assert rows["low"].is_nan().all()


def test_one_name_only_is_no_certainty():
    """Five articles that always say 'war', ten times each, count as five namings, not fifty."""
    rows = [article(f"h{n}") for n in range(5)]
    table = choices(scores_from(rows, [hit for n in range(5) for hit in named(f"h{n}", *["war"] * 10)], choices=NAMES)).filter(
        choice="action"
    )
    assert table["share"].to_list() == [0, 0, 1]
    assert table["low"][2] == pytest.approx(5 / (5 + 2.776445**2))
    assert table["high"][0] == pytest.approx(1 - table["low"][2])


def test_consistent_articles_widen_the_interval():
    """Articles that each keep to one name say less than articles that mix."""
    rows = [article(f"h{n}") for n in range(10)]
    mixed = [hit for n in range(10) for hit in named(f"h{n}", "war", "war", "invasion", "invasion")]
    loyal = [hit for n in range(10) for hit in named(f"h{n}", *(["war"] * 4 if n % 2 else ["invasion"] * 4))]
    widths = [(t := choices(scores_from(rows, hits, choices=NAMES)))["high"][0] - t["low"][0] for hits in (mixed, loyal)]
    assert widths[1] > 1.5 * widths[0]


def test_few_namings_are_shrunken_towards_all():
    """Half a naming a name, spread as all groups together name, moves one naming a lot and forty hardly."""
    rows = [article("h1"), article("n1", "Northern Echo")]
    hits = named("h1", "war") + named("n1", *["invasion"] * 40)
    table = choices(scores_from(rows, hits, choices=NAMES)).filter(choice="action")
    pooled = np.array([40, 0, 1]) / 41
    assert table["shrunken"].to_numpy()[:3] == pytest.approx((np.array([0, 0, 1]) + 1.5 * pooled) / 2.5)
    assert table["shrunken"][3] > 0.99


def test_weights_count():
    """A hit of weight one half is half a naming."""
    hits = [{**hit, "weight": 0.5} for hit in named("h1", "war")] + named("h2", "invasion")
    table = choices(scores_from([article("h1"), article("h2")], hits, choices=NAMES)).filter(choice="action")
    assert table["share"].to_list() == pytest.approx([2 / 3, 0, 1 / 3])


def test_groups_of_other_columns():
    """Any group column of rates makes groups here."""
    rows = [article("h1", event="landing"), article("h2", event="talks")]
    table = choices(scores_from(rows, named("h2", "war"), choices=NAMES), by=["event", "outlet"])
    assert table.columns[:4] == ["event", "outlet", "choice", "name"]
    assert table.filter(event="talks", name="war")["share"].item() == 1


def test_unknown_columns_are_refused():
    """A misspelled column raises with the allowed ones."""
    with pytest.raises(ValueError, match="Unknown column 'paper'; expected one of"):
        choices(small(), by="paper")


@pytest.mark.parametrize("scores", [scores_from([], choices=NAMES), scores_from([article("a")]), scores_from([])])
def test_nothing_to_name_gives_an_empty_table(scores):
    """No articles, or a scorer without choices: no rows, all columns."""
    table = choices(scores)
    assert table.is_empty()
    tables.check(table, "choices")


def test_order_changes_nothing():
    """Shuffled tables give the same numbers to the last bit."""
    rows = [article(f"h{n}") for n in range(6)]
    hits = [hit for n in range(6) for hit in named(f"h{n}", *["war"] * (n % 3), *["invasion"] * (n % 2))]
    assert_frame_equal(choices(scores_from(rows, hits, choices=NAMES)), choices(scores_from(rows[::-1], hits[::-1], choices=NAMES)))


def test_intervals_cover_planted_shares():
    """Over 150 small corpora with loyal articles the interval holds the truth about as often as it says."""
    rng, truth, covered = np.random.default_rng(0), np.array([0.6, 0.3, 0.1]), []
    for _ in range(150):
        rows = [article(f"h{n}") for n in range(20)]
        shares = rng.dirichlet(2 * truth, 20)
        drawn = [rng.choice(NAMES["action"], p=p, size=rng.poisson(3)) for p in shares]
        table = choices(
            scores_from(rows, [hit for n, names in enumerate(drawn) for hit in named(f"h{n}", *names)], choices=NAMES), n_boot=200
        )
        covered.append(((table["low"][:3].to_numpy() <= truth) & (truth <= table["high"][:3].to_numpy())).mean())
    assert 0.92 <= np.mean(covered) <= 0.99


@pytest.mark.parametrize(
    ("articles", "times", "caution"), [(12, 3, None), (9, 9, "few naming articles"), (12, 1, "few namings"), (1, 5, None)]
)
def test_a_row_whose_interval_misses_its_level_says_so_and_no_other(articles, times, caution):
    """Few articles that name, or few namings: the rows and a warning say so."""
    rows = [article(f"h{n}") for n in range(articles)]
    hits = [hit for n in range(articles) for hit in named(f"h{n}", *(["war"] * times))]
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        table = choices(scores_from(rows, hits, choices=NAMES), n_boot=16)
    assert table.filter(choice="action")["caution"].to_list() == [caution] * 3
    assert [str(each.message)[:12] for each in caught] == ["3 of 5 rows "] * (caution is not None)


def test_voice_shares_are_a_hand_count():
    """Shares of the voices count each loaded term once, whatever frames it belongs to, and naming choices not at all."""
    lexicon = read_lexicon({"frame": {"a": {"label": "A", "terms": ["raid"]}, "b": {"label": "B", "terms": ["raid"]}}})
    texts = ["The raid began. “A raid,” Berg said.", "Berg said that a raid was near.", "The raid went on."]
    table = voice_shares(score(passages_of(texts), lexicon), n_boot=50)
    assert dict(table.select("voice", "count").iter_rows()) == {"own": 2, "direct": 1, "indirect": 1, "scare": 0}
    assert table["share"].sum() == pytest.approx(1)


def test_voice_shares_of_the_empty_corpus():
    """No articles, no rows."""
    assert voice_shares(score(passages_of([]), read_lexicon("conflict"))).is_empty()


@pytest.mark.parametrize(("share", "ways"), [((0.5, 0.5), 1), ((0.9, 0.1), 1), ((0.25,) * 4, 3), ((0.6, 0.4, 0.0), 1), ((1.0, 0.0), 1)])
def test_a_profile_varies_in_one_way_less_than_it_has_names(share, ways):
    """Two names are one way; four alike are three; a name never used adds none."""
    assert _ways(np.array(share)) == pytest.approx(ways)


def test_what_was_not_asked_for_is_not_absent():
    """A selection of one frame tells nothing of names, one of a choice nothing of frames, and one of two names nothing of the others."""
    scores = score(passages_of(["The brutal invasion went on. It was a war."] * 3), read_lexicon("conflict"))
    assert choices(scores.where(frame="aggression"), n_boot=20).is_empty()
    assert rates(scores.where(choice="action"), n_boot=20).is_empty()
    pair = scores.where(name=["invasion", "war"])
    assert (pair.frames, pair.choices) == ((), {"action": ("invasion", "war")})
    assert choices(pair, n_boot=20)["share"].to_list() == [0.5, 0.5]
    both = scores.where(frame=[None, "aggression"])
    assert (both.frames, both.choices) == (("aggression",), scores.choices)
    assert scores.where(frame=None).frames == ()
    assert scores.where(choice=None).choices == {}
    assert scores.where(choice=None).frames == scores.frames
