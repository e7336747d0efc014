"""Rates corrected by a coded sample, against a truth that is known because it was planted. All text is invented."""

import dataclasses
import math

import numpy as np
import polars as pl
import pytest
from articles import passages_of
from simulate_coding import Outlet, Plan, coded, erring

from framing import ClassifierScorer, Corpus, LexiconScorer, contrasts, rates, score, split_voices
from framing.lexicon import Entry, Frame, Lexicon
from framing.validation import read_coding, sample_hits, validate

LEXICON = Lexicon("mine", frames={"war": Frame("War")}, entries=(Entry("raid", frame="war"),))
HIT, FALSE, MISSED, PLAIN = "The raid struck.", "A fridge raid began.", "The onslaught came.", "Rain fell."


def press(seed, n=20):
    """Two outlets that write of war alike; one also uses the word for fridges, one also another word for war."""
    random = np.random.default_rng(seed)
    articles = []
    for outlet, false, missed in (("The Gull", 0.4, 0.0), ("Ford Post", 0.05, 0.25)):
        for number in range(n):
            war = random.choice([HIT, MISSED], p=[1 - missed, missed], size=random.poisson(3))
            other = random.choice([FALSE, PLAIN], p=[false, 1 - false], size=8)
            text = " ".join(random.permutation([*war, *other]))
            articles.append({"article_id": f"{outlet} {number}", "outlet": outlet, "event": f"e{number}", "text": text})
    return split_voices(Corpus.from_records(articles))


def code(scores, n, passages=None, seed=0):
    """Code a sample by what was planted."""
    sheet = sample_hits(scores, n, passages=passages, by=("label", "outlet"), seed=seed)
    context = sheet["left"].str.slice(-7) + sheet["surface"]
    yes = (sheet["surface"].str.to_lowercase() == "raid") & ~context.str.contains("fridge") | sheet["surface"].str.contains("onslaught")
    return read_coding(sheet.with_columns(code=pl.when(yes).then(pl.lit("yes")).otherwise(pl.lit("no")), coder=pl.lit("Ada")))


def truth(passages):
    """Planted rates of war per 1,000 words."""
    articles = passages.corpus.articles.with_columns(n=pl.col("text").str.count_matches("The raid|onslaught"))
    words = passages.table.group_by("outlet").agg(pl.col("tokens").sum())
    rates = articles.group_by("outlet").agg(pl.col("n").sum()).join(words, on="outlet")
    return {outlet: 1000 * n / tokens for outlet, n, tokens in rates.iter_rows()}


def test_coding_everything_gives_the_planted_rates():
    """With every hit and passage coded, the corrected rates are the planted ones, and the counted ones are not."""
    passages = press(0)
    scores = score(passages, LexiconScorer(LEXICON))
    table = rates(scores, coding=code(scores, 10_000, passages), passages=passages)
    planted = truth(passages)
    for outlet, rate, corrected in table["outlet", "counted", "rate"].iter_rows():
        assert corrected == pytest.approx(planted[outlet])
        assert abs(rate - planted[outlet]) > 1


def test_hits_alone_correct_only_what_is_false():
    """Without passages the false hits go, and the missed stay missed."""
    passages = press(0)
    scores = score(passages, LexiconScorer(LEXICON))
    table = rates(scores, coding=code(scores, 10_000))
    found = dict(table["outlet", "rate"].iter_rows())
    planted = truth(passages)
    assert found["The Gull"] == pytest.approx(planted["The Gull"])
    assert found["Ford Post"] < planted["Ford Post"]


def test_the_counted_contrast_is_wrong_and_the_corrected_covers():
    """Two outlets alike in truth: counted, one seems to write more of war; corrected intervals hold the planted rate 9 times in 10."""
    counted, held, runs = [], 0, 25
    expected = truth(press(99, n=2000))
    for seed in range(runs):
        passages = press(seed)
        scores = score(passages, LexiconScorer(LEXICON))
        table = rates(scores, coding=code(scores, 120, passages, seed), passages=passages, seed=seed)
        found = {outlet: row for outlet, *row in table["outlet", "counted", "rate", "low", "high"].iter_rows()}
        counted.append(found["The Gull"][0] / found["Ford Post"][0])
        held += sum(found[outlet][2] <= expected[outlet] <= found[outlet][3] for outlet in found)
    assert np.mean(counted) > 1.8
    assert held / (2 * runs) >= 0.9


def test_a_rare_miss_that_no_code_shows_is_within_the_interval():
    """Most samples of 20 passages hold none of the missed places, yet recall and rate are within their intervals 9 times in 10."""
    random = np.random.default_rng(7)
    sentences = [" ".join(random.choice([HIT, MISSED, PLAIN], p=[0.02, 0.04, 0.94], size=14)) for _ in range(50)]
    passages = passages_of(sentences)
    scores = score(passages, LexiconScorer(LEXICON))
    found, missed = (sum(text.count(each) for text in sentences) for each in (HIT, MISSED))
    rate, runs, held, unseen = truth(passages)["The Gull"], 20, [0, 0], 0
    for seed in range(runs):
        coding = code(scores, 20, passages, seed)
        recall = validate(scores, coding, passages=passages, strata=("label", "outlet"), seed=seed).row(1, named=True)
        row = rates(scores, coding=coding, passages=passages, seed=seed).row(0, named=True)
        unseen += recall["value"] == 1
        held[0] += recall["low"] <= found / (found + missed) <= recall["high"]
        held[1] += row["low"] <= rate <= row["high"]
    assert unseen > runs / 4
    assert min(held) >= 0.9 * runs


def test_one_code_has_no_interval():
    """One coded hit says nothing of how codes vary: the interval is nan, and a warning says so."""
    passages = press(2, n=5)
    scores = score(passages, LexiconScorer(LEXICON)).where(outlet="The Gull")
    coding = code(scores, 1)
    with pytest.warns(UserWarning, match="1 of 1 rows, such as .*'The Gull', 'war'.*, have no interval: fewer than two"):
        table = rates(scores, coding=coding)
    assert table["rate"].is_finite().all()
    assert table["low", "high"].row(0) == pytest.approx((math.nan, math.nan), nan_ok=True)
    with pytest.warns(UserWarning, match="1 of 2 rows, such as .*, have no interval: fewer than two"):
        table = validate(scores, coding, strata="label")
    assert table["low", "high"].row(0) == pytest.approx((math.nan, math.nan), nan_ok=True)


def test_more_codes_narrow_the_interval():
    """The interval includes that the sample of codes is small."""
    passages = press(1)
    scores = score(passages, LexiconScorer(LEXICON))
    few, many = (rates(scores, coding=code(scores, n, passages), passages=passages) for n in (30, 400))
    assert ((few["high"] / few["low"].clip(0.1)) > (many["high"] / many["low"].clip(0.1))).all()


def test_what_was_not_coded_stays_unknown():
    """A group none of whose hits was coded has no corrected rate: nan, and its counted rate stands."""
    passages = press(2)
    scores = score(passages, LexiconScorer(LEXICON))
    coding = code(scores.where(outlet="The Gull"), 50)
    table = rates(scores, coding=coding).filter(outlet="Ford Post")
    assert table["counted"][0] > 0
    assert math.isnan(table["rate"][0])
    assert table["coded"][0] == 0


def test_bad_input_is_refused():
    """An unknown column or codes of something else raise."""
    passages = press(2, n=2)
    scores = score(passages, LexiconScorer(LEXICON))
    coding = code(scores, 5)
    with pytest.raises(ValueError, match="Unknown column 'outlets'; expected one of"):
        rates(scores, coding=coding, by="outlets")
    with pytest.raises(ValueError, match="are not among these hits"):
        rates(scores, coding=coding.with_columns(unit="x" + pl.col("unit")))


def test_the_empty_corpus_has_no_rates():
    """No articles, no rows."""
    passages = passages_of([])
    scores = score(passages, LexiconScorer(LEXICON))
    assert rates(scores, coding=read_coding({}), passages=passages).height == 0


UNEQUAL = {"a": Outlet(1.0, 0.8, 0.02), "b": Outlet(1.0, 0.5, 0.005)}


def planted(passages, by="outlet", **where):
    """True passages per 1,000, of each group, as the coder would find them."""
    texts = dict(passages.corpus.articles["article_id", "text"].iter_rows())
    true = [texts[name][start] == "T" for name, start in passages.table["article_id", "start"].iter_rows()]
    table = passages.table.with_columns(true=pl.Series(true)).filter(**where)
    return dict(table.group_by(by).agg(1000 * pl.col("true").mean()).iter_rows())


@pytest.mark.parametrize("method", ["difference", "ppi", "rogan-gladen"])
def test_every_method_finds_the_planted_rates_when_all_is_coded(method):
    """With every item coded, rates and contrast are the planted ones, whatever the method; counted, they are not."""
    scores, passages = erring(np.random.default_rng(1), UNEQUAL, Plan(events=1))
    coding = coded(scores, passages, 10_000)
    true = planted(passages)
    table = rates(scores, coding=coding, passages=passages, method=method)
    assert dict(table["outlet", "rate"].iter_rows()) == pytest.approx(true)
    assert dict(table["outlet", "counted"].iter_rows()) != pytest.approx(true, rel=0.1)
    row = contrasts(scores, coding=coding, passages=passages, method=method).row(0, named=True)
    assert (row["rate_a"], row["rate_b"]) == pytest.approx((true["a"], true["b"]))
    assert row["validation"] == f"corrected: {method}"


def test_all_coded_contrasts_are_those_of_the_truth():
    """Event by event: the ratio from a complete coding is that of scores which found exactly what is true."""
    scores, passages = erring(np.random.default_rng(2), UNEQUAL, Plan(topic=1.0))
    row = contrasts(scores, coding=coded(scores, passages, 10_000), passages=passages).row(0, named=True)
    truth = contrasts(_true(scores, passages)).row(0, named=True)
    for column in ("rate_a", "rate_b", "ratio"):
        assert row[column] == pytest.approx(truth[column])


def _true(scores, passages):
    """Scores that found what is true."""
    texts = dict(passages.corpus.articles["article_id", "text"].iter_rows())
    true = [texts[name][start] == "T" for name, start in passages.table["article_id", "start"].iter_rows()]
    named = {"frame": "x", "term": "x", "weight": 1.0}
    hits = passages.table.filter(pl.Series(true)).with_columns(pl.lit(value).alias(name) for name, value in named.items())
    return dataclasses.replace(scores, hits=pl.concat([scores.hits.clear(), hits.drop("tokens")], how="diagonal"))


def test_uneven_draws_over_voices_are_weighed():
    """Drawn as evenly from quotations, which are fewer and read worse, as from the rest: the rate of all is still the planted one."""
    rates_found, true = [], []
    for seed in range(30):
        scores, passages = erring(
            np.random.default_rng([3, seed]), {"a": Outlet(1.0, 0.9, 0.0)}, Plan(events=1, articles=40, quoted=0.15, share=0.2)
        )
        coding = coded(scores, passages, 60, seed)
        rates_found.append(rates(scores, coding=coding, passages=passages, n_boot=8)["rate"][0])
        true.append(planted(passages)["a"])
    assert np.mean(rates_found) == pytest.approx(np.mean(true), rel=0.05)


def test_one_voice_is_corrected_by_its_own_codes():
    """Narrowed to own voice, a coding of all voices corrects the own one; by voice, each voice has its own errors."""
    scores, passages = erring(np.random.default_rng(4), UNEQUAL)
    coding = coded(scores, passages, 10_000)
    own = rates(scores.where(voice="own"), coding=coding, passages=passages)
    assert dict(own["outlet", "rate"].iter_rows()) == pytest.approx(planted(passages, voice="own"))
    for method in ("difference", "rogan-gladen"):
        table = rates(scores, by=["outlet", "voice"], coding=coding, passages=passages, method=method).filter(voice="own")
        assert dict(table["outlet", "rate"].iter_rows()) == pytest.approx(planted(passages, voice="own"))


def test_rogan_gladen_corrects_groups_without_codes():
    """Errors of the outlet hold in each of its events, so an event needs no codes; the design-based rate is unknown there."""
    scores, passages = erring(np.random.default_rng(5), UNEQUAL, Plan(events=3, articles=60, quoted=0.0))
    coding = coded(scores, passages, 10_000).filter(pl.col("event") != "e0")
    table = rates(scores, by=["outlet", "event"], coding=coding, passages=passages, method="rogan-gladen")
    found = {(outlet, event): rate for outlet, event, rate in table["outlet", "event", "rate"].iter_rows()}
    true = planted(passages.where(event="e0"))
    assert {outlet: found[outlet, "e0"] for outlet in true} == pytest.approx(true, rel=0.35)
    with pytest.warns(UserWarning, match="2 of 6 rows, such as .*, have hits, or passages without, of which none was coded"):
        unknown = rates(scores, by=["outlet", "event"], coding=coding, passages=passages).filter(event="e0")
    assert unknown["rate"].is_nan().all()


@pytest.mark.parametrize("method", ["difference", "ppi"])
def test_the_counted_contrast_is_biased_and_the_corrected_covers(method):
    """Alike in truth, read unequally well: 60 counted intervals mostly miss 1, of the corrected at most seven; p agrees with them."""
    counted, held, wrong, runs = [], 0, 0, 60
    for seed in range(runs):
        scores, passages = erring(np.random.default_rng([6, seed]), UNEQUAL)
        row = contrasts(scores, coding=coded(scores, passages, 100, seed), passages=passages, method=method, n_boot=100).row(0, named=True)
        counted.append(row["counted"])
        held += row["low"] <= 1 <= row["high"]
        wrong += row["p"] < 0.05
        assert (row["p"] < 0.05) == (not row["low"] <= 1 <= row["high"])
    assert np.exp(np.mean(np.log(counted))) > 1.6
    assert held >= runs - 7
    assert wrong == runs - held


def test_correction_needs_the_probabilities():
    """Without probabilities a coding corrects nothing; with a wrong method neither. The error says where they come from."""
    scores, passages = erring(np.random.default_rng(7), UNEQUAL, Plan(events=2, articles=2))
    coding = coded(scores, passages, 20)
    with pytest.raises(ValueError, match=r"no column 'probability'.*Sheets of sample_hits have it"):
        rates(scores, coding=coding.drop("probability"), passages=passages)
    with pytest.raises(ValueError, match="Unknown method 'magic'; expected one of"):
        contrasts(scores, coding=coding, passages=passages, method="magic")
    with pytest.raises(ValueError, match="passages without a hit belong to these scores only with passages="):
        rates(scores, coding=coding)


def test_hits_alone_are_told_in_the_table():
    """Without passages only false hits are taken out, and the table says so."""
    scores, passages = erring(np.random.default_rng(7), UNEQUAL)
    coding = coded(scores, None, 10_000)
    for method in ("difference", "ppi", "rogan-gladen"):
        table = rates(scores, coding=coding, method=method)
        assert set(table["validation"]) == {f"corrected: {method}, false hits only"}
        assert (table["rate"] < table["counted"]).all()
    true = planted(passages)
    assert all(rate < true[outlet] for outlet, rate in table["outlet", "rate"].iter_rows())


def test_the_same_groups_and_columns_as_without():
    """A corrected table has the columns of a counted one, further ones after them, in the same rows."""
    scores, passages = erring(np.random.default_rng(8), UNEQUAL, Plan(events=2, articles=4))
    coding = coded(scores, passages, 60)
    for station, keys in ((rates, ["outlet", "frame", "articles", "events"]), (contrasts, ["frame", "a", "b", "articles", "events"])):
        plain, table = station(scores), station(scores, coding=coding, passages=passages)
        assert table.select(keys).equals(plain.select(keys))
        assert table.columns == [*plain.columns[:-2], "counted", "coded", "validation", "scorer"]
    assert contrasts(scores, between="voice", coding=coding, passages=passages).height == 1
    assert contrasts(scores, against="rest", coding=coding, passages=passages)["ratio"].is_finite().all()


def test_the_empty_corpus_has_no_contrasts():
    """No articles, no rows, by any method."""
    scores, passages = erring(np.random.default_rng(9), {})
    for method in ("difference", "ppi", "rogan-gladen"):
        for station in (rates, contrasts):
            assert station(scores, coding=read_coding({}), passages=passages, method=method).height == 0


@pytest.mark.parametrize("unit", ["passages", "sentences", "articles"])
def test_a_classifier_is_corrected_by_its_own_units(unit):
    """What a classifier reads as a whole is coded as a whole: with all of it coded, the rate is the share that is true."""
    texts = [HIT, "A raid on Ford.", PLAIN, "Rain in Ford.", FALSE, MISSED]
    classifier = ClassifierScorer.named("tfidf", unit=unit).fit(texts, ["war", "war", "plain", "plain", "war", "plain"])
    corpus = Corpus.from_records(
        [
            {"article_id": str(n), "outlet": "The Gull", "text": f"{texts[n % 6]} {texts[n % 5]}" if unit != "articles" else texts[n % 6]}
            for n in range(24)
        ]
    )
    passages = split_voices(corpus)
    scores = score(passages, classifier).where(frame="war")
    sheet = sample_hits(scores, 10_000, passages=passages)
    true = sheet["surface"].str.contains("onslaught|raid") & ~sheet["surface"].str.contains("fridge")
    coding = read_coding(sheet.with_columns(code=pl.when(true).then(pl.lit("yes")).otherwise(pl.lit("no")), coder=pl.lit("Ada")))
    row = rates(scores, coding=coding, passages=passages).row(0, named=True)
    assert sheet.height == row["coded"] == row["exposure"]
    assert row["value"] == true.sum()


def test_rows_with_few_codes_of_a_kind_are_marked():
    """Where fewer than five codes on a side are yes, the interval is known to be wide, and the row says so."""
    scores, passages = erring(np.random.default_rng(10), UNEQUAL, Plan(share=0.2))
    few, every = coded(scores, passages, 12), coded(scores, passages, 10_000)
    for station in (rates, contrasts):
        with pytest.warns(UserWarning, match="have fewer than 5 codes of yes, on hits or on the rest"):
            assert set(station(scores, coding=few, passages=passages)["caution"]) == {"few codes"}
        assert "few codes" not in station(scores, coding=every, passages=passages)["caution"].to_list()
