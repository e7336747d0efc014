"""Shares of names corrected by a coded sample, against a truth that was planted. All text is invented."""

import numpy as np
import polars as pl
import pytest
from articles import passages_of
from simulate_coding import Namer, coded, misnaming

from framing import LexiconScorer, choices, score, split_voices
from framing.lexicon import Choice, Entry, Frame, Lexicon
from framing.validation import read_coding, sample_hits

LEXICON = Lexicon(
    "mine",
    frames={"noise": Frame("Noise")},
    choices={"act": Choice("Act", names={"raid": "raid", "visit": "visit"})},
    entries=(Entry("raid", choice="act", name="raid"), Entry("visit", choice="act", name="visit"), Entry("bang", frame="noise")),
)
TRUE = (0.6, 0.3, 0.1)
OUTLETS = {"a": Namer(TRUE, (0.95, 0.5, 0.9)), "b": Namer(TRUE, (0.7, 0.95, 0.9))}


def press() -> pl.DataFrame:
    """Scores of six articles: twelve raids, six of them on a fridge, and four visits; a bang each."""
    texts = ["The raid struck. A fridge raid began. A visit came. A bang."] * 4 + ["The raid struck. A fridge raid began. A bang."] * 2
    return score(passages_of(texts), LexiconScorer(LEXICON))


def by_sense(sheet: pl.DataFrame) -> pl.DataFrame:
    """Code fridges no, all else yes."""
    no = sheet["left"].str.ends_with("fridge ")
    return read_coding(sheet.with_columns(code=pl.when(no).then(pl.lit("no")).otherwise(pl.lit("yes")), coder=pl.lit("Ada")))


def shares(table: pl.DataFrame, column: str = "share") -> list[float]:
    return table[column].to_list()


def test_coding_everything_gives_the_true_shares():
    """Twelve raids and four visits are 6 and 4 once the fridges are out: .6 and .4, no longer .75 and .25; frames do not disturb."""
    table = choices(press(), coding=by_sense(sample_hits(press(), 100)))
    assert shares(table) == pytest.approx([0.6, 0.4])
    assert (shares(table, "count"), shares(table, "counted")) == ([6, 4], [0.75, 0.25])
    assert (shares(table, "coded"), set(table["validation"])) == ([12, 4], {"corrected: difference, false hits only"})
    assert all(low < share < high for low, share, high in table["low", "share", "high"].iter_rows())


def test_one_sheet_serves_frames_and_names():
    """Passages without a hit, drawn with the hits for the rates of frames, stop no share of names; a misspelled label still does."""
    scores, passages = press(), split_voices(press().corpus)
    coding = by_sense(sample_hits(scores, 100, passages=passages))
    assert coding.height > scores.hits.height
    assert choices(scores, coding=coding).equals(choices(scores, coding=by_sense(sample_hits(scores, 100))), null_equal=True)
    with pytest.raises(ValueError, match=r"The coding has the labels \['nois'\], which are none of these scores"):
        choices(scores, coding=coding.with_columns(pl.col("label").replace({"noise": "nois"})))


def test_a_code_stands_for_the_hits_it_was_drawn_from():
    """Of twelve raids four are coded, one of them no: nine are right, by hand; weighed by the inverse of their probability."""
    sheet = sample_hits(press(), 100).filter(pl.col("label") != "noise")
    raids = sheet.filter(label="act: raid")
    fridges, others = raids.filter(pl.col("left").str.ends_with("fridge ")), raids.filter(~pl.col("left").str.ends_with("fridge "))
    drawn = pl.concat([fridges.head(1), others.head(3), sheet.filter(label="act: visit")])
    probability = pl.when(pl.col("label") == "act: raid").then(4 / 12).otherwise(1.0)
    table = choices(press(), coding=by_sense(drawn.with_columns(probability=probability)))
    assert shares(table, "count") == pytest.approx([9, 4])
    assert shares(table) == pytest.approx([9 / 13, 4 / 13])


def test_the_corrected_share_covers_where_the_counted_does_not():
    """Two outlets name alike, and the scorer errs in different names: counted shares miss the truth, corrected ones hold it."""
    held, naive, found = [], [], []
    for seed in range(60):
        scores = misnaming(np.random.default_rng([3, seed]), OUTLETS, articles=30)
        table = choices(scores, coding=coded(scores, None, 120, seed), n_boot=100, seed=seed)
        counted = choices(scores, n_boot=100, seed=seed)
        truth = np.tile(TRUE, 2)
        held.append((table["low"].to_numpy() <= truth) & (truth <= table["high"].to_numpy()))
        naive.append((counted["low"].to_numpy() <= truth) & (truth <= counted["high"].to_numpy()))
        found.append(table["share"].to_numpy())
    assert np.mean(naive, 0)[:2].max() < 0.35
    assert np.mean(held, 0).min() >= 0.88
    assert np.mean(found, 0) == pytest.approx(np.tile(TRUE, 2), abs=0.03)


def test_fewer_codes_give_wider_intervals_and_say_so():
    """The interval includes that few were coded; fewer than five codes of yes are a caution."""
    scores = misnaming(np.random.default_rng(5), OUTLETS, articles=60)
    widths = []
    for n in (20, 80, 2000):
        table = choices(scores, coding=coded(scores, None, n), n_boot=200)
        widths.append((table["high"] - table["low"]).median())
        assert ("few codes" in table["caution"].to_list()) == (n == 20)
    assert widths[0] > widths[1] > widths[2]


def test_a_name_without_a_code_leaves_the_shares_unknown():
    """No code of a name that has hits: its shares are nan, not 0, and a warning says which; without any hit all is nan."""
    sheet = sample_hits(press(), 100)
    with pytest.warns(UserWarning, match=r"2 of 2 rows, such as \('The Gull', 'act', 'raid'\), have no corrected share"):
        table = choices(press(), coding=by_sense(sheet.filter(pl.col("label") != "act: visit")))
    assert np.isnan(shares(table)).all()
    assert shares(table, "counted") == [0.75, 0.25]
    one = press().where(article_id="0")
    with pytest.warns(UserWarning, match="have no interval: fewer than two articles were coded"):
        table = choices(one, coding=by_sense(sample_hits(one, 100)))
    assert shares(table) == [0.5, 0.5]
    empty = score(passages_of([]), LexiconScorer(LEXICON))
    assert choices(empty, coding=by_sense(sample_hits(empty))).height == 0


def test_codings_that_cannot_be_used_are_refused():
    """Codes without the probability of their draw, or of other scores, raise as they do for rates."""
    coding = by_sense(sample_hits(press(), 100))
    with pytest.raises(ValueError, match="The coding has no column 'probability'"):
        choices(press(), coding=coding.drop("probability"))
    with pytest.raises(ValueError, match="are not among these hits"):
        choices(press(), coding=coding.with_columns(unit="x" + pl.col("unit")))
