"""Keyness: parity with other implementations, hand counts, invariants, and quiet on noise."""

import math
from collections import Counter

import numpy as np
import polars as pl
import pytest
from polars.testing import assert_frame_equal
from simulate import word_counts

from framing import tables
from framing.corpus import Corpus
from framing.keyness import Words, count_words, keyness, measures
from framing.text import tokens
from framing.voice import Passages


def passages_of(*articles, cuts=()):
    """Passages of (id, outlet, text) triples, one passage a text; `cuts` are (id, offset, voice of the rest)."""
    corpus = Corpus.from_records([{"article_id": i, "outlet": o, "event": f"event {i[-1]}", "text": t} for i, o, t in articles])
    rows = []
    for name, outlet, text in articles:
        ends = [(at, voice) for i, at, voice in cuts if i == name]
        bounds = [0, *(at for at, _ in ends), len(text)]
        for start, end, voice in zip(bounds, bounds[1:], ["own", *(v for _, v in ends)], strict=False):
            n = sum(start <= word < end for word, _ in tokens(text))
            row = {"article_id": name, "outlet": outlet, "event": f"event {name[-1]}", "part": "text", "start": start, "end": end}
            rows.append(row | {"tokens": n, "voice": voice})
    schema = {column: dtype for column, dtype in tables.schema("passages").items() if rows and column in rows[0]}
    table = pl.DataFrame(rows, schema=schema) if rows else pl.DataFrame()
    return Passages(pl.concat([tables.empty("passages"), table], how="diagonal"), corpus)


SMALL = (
    ("x1", "Harbour Post", "The invasion began. War, the invasion."),
    ("x2", "Harbour Post", "War talks and the operation"),
    ("y1", "Northern Echo", "The operation, the operation ended"),
    ("y2", "Northern Echo", "talks and talks and talks"),
)


def row(table, term):
    """The row of a term as a dict."""
    return table.row(by_predicate=pl.col("term") == term, named=True)


def test_words_are_counted_by_hand():
    """Occurrences, articles and events of a word on each side, case folded."""
    table = keyness(passages_of(*SMALL), a="Harbour Post", b="Northern Echo")
    the, war, ended = (row(table, term) for term in ("the", "war", "ended"))
    assert (the["count_a"], the["count_b"], the["articles_a"], the["articles_b"]) == (3, 2, 2, 1)
    assert (war["count_a"], war["count_b"], war["articles_a"], war["events_a"], war["events_b"]) == (2, 0, 2, 2, 0)
    assert (ended["count_a"], ended["count_b"]) == (0, 1)
    assert table["count_a"].sum() == 11
    assert table["count_b"].sum() == 10


def test_the_table_is_a_keyness_table():
    """What comes out passes the check of tables."""
    tables.check(keyness(passages_of(*SMALL), a="Harbour Post"), "keyness")


def test_log_ratio_by_hand():
    """Twice as often is 1; a word one side never uses counts as half an occurrence there."""
    table = keyness(passages_of(*SMALL), a="Harbour Post")
    assert row(table, "the")["log_ratio"] == pytest.approx(math.log2((3 / 11) / (2 / 10)))
    assert row(table, "war")["log_ratio"] == pytest.approx(math.log2((2 / 11) / (0.5 / 10)))


def test_log_odds_against_an_independent_implementation():
    """Monroe, Colaresi and Quinn's z, written out word by word with the standard library."""
    table = keyness(passages_of(*SMALL), a="Harbour Post")
    a, b = dict(zip(table["term"], table["count_a"], strict=True)), dict(zip(table["term"], table["count_b"], strict=True))
    alpha0 = 21 / 4
    for term in table["term"]:
        alpha = alpha0 * (a[term] + b[term]) / 21
        odds = [math.log((y[term] + alpha) / (sum(y.values()) + alpha0 - y[term] - alpha)) for y in (a, b)]
        delta = odds[0] - odds[1]
        assert row(table, term)["log_odds"] == pytest.approx(delta)
        assert row(table, term)["z"] == pytest.approx(delta / math.sqrt(1 / (a[term] + alpha) + 1 / (b[term] + alpha)))


def test_g2_agrees_with_scipy():
    """The log-likelihood ratio of the 2 x 2 table, without correction."""
    from scipy.stats import chi2_contingency

    for a, b, n_a, n_b in ((10, 20, 1000, 1000), (0, 7, 500, 900), (35, 2, 4000, 3000)):
        theirs = chi2_contingency([[a, b], [n_a - a, n_b - b]], correction=False, lambda_="log-likelihood").statistic
        assert measures.g2(np.array([a]), np.array([b]), n_a, n_b)[0] == pytest.approx(theirs)


def test_lrc_agrees_with_scipys_exact_interval():
    """The conservative log ratio is the end of a Clopper-Pearson interval turned into a ratio, 0 when it holds 1."""
    from scipy.stats import binomtest

    a, b, n_a, n_b = np.array([40.0, 12.0, 3.0, 0.0]), np.array([10.0, 10.0, 30.0, 9.0]), 10000, 12000
    found = measures.conservative_log_ratio(a, b, n_a, n_b)
    for k, (x, y) in enumerate(zip(a, b, strict=True)):
        interval = binomtest(int(x), int(x + y)).proportion_ci(confidence_level=1 - 0.05 / 4, method="exact")
        low, high = (math.log2(p / (1 - p) * n_b / n_a) if p > 0 else -math.inf for p in (interval.low, interval.high))
        assert found[k] == pytest.approx(low if low > 0 else high if high < 0 else 0)


@pytest.mark.parametrize(("n_a", "n_b", "burst"), [(6, 9, 0), (5, 30, 3), (20, 20, 1)])
def test_p_agrees_with_scipy(n_a, n_b, burst):
    """The largest of scipy's pooled t-test, its Welch test and the chance that all articles of the word are on one side."""
    from scipy.stats import hypergeom, ttest_ind

    words = word_counts(np.random.default_rng(0), n_a, n_b, words=100, burst=burst)
    counts = np.zeros((100, n_a + n_b))
    counts[words.term, words.cell] = words.count
    size, in_a = words.cells["tokens"].to_numpy(), (words.cells["outlet"] == "a").to_numpy()
    beyond = counts - np.outer(counts.sum(1) / size.sum(), size)
    tests = [ttest_ind(beyond[:, in_a], beyond[:, ~in_a], axis=1, equal_var=equal).pvalue for equal in (True, False)]
    k = (counts > 0).sum(1)
    least = hypergeom.pmf(k, n_a + n_b, k, n_a) + hypergeom.pmf(k, n_a + n_b, k, n_b)
    found = dict(keyness(words, a="a", n_boot=20).select("term", "p").iter_rows())
    expected = np.max([*tests, least], axis=0)
    assert [found[f"w{term}"] for term in np.flatnonzero(k)] == pytest.approx(expected[k > 0])


def test_dispersion_of_gries_worked_example():
    """Gries (2008): the letter a in five parts of 9, 10, 10, 10 and 11 letters, 1 to 5 times: DP = .18."""
    parts = ["bamnibeup", "basatbewqn", "bcagabesta", "baghabeaat", "bahaabeaxat"]
    counts = np.array([Counter(part)["a"] for part in parts])
    assert counts.tolist() == [1, 2, 3, 4, 5]
    size = np.array([len(part) for part in parts]) / 50
    assert measures.dispersion(counts, np.zeros(5, dtype=int), size, 1)[0] == pytest.approx(0.18)


def test_dispersion_of_words_in_articles():
    """Only in one of two articles of 6 and 5 words: DP is the share of the other."""
    table = keyness(passages_of(*SMALL), a="Harbour Post")
    assert row(table, "invasion")["dispersion_a"] == pytest.approx(5 / 11)
    assert math.isnan(row(table, "invasion")["dispersion_b"])


def test_swapping_the_sides_flips_the_sign():
    """A against b is minus b against a; p and q stay."""
    words = word_counts(np.random.default_rng(0), 8, 8, words=300)
    one, two = (keyness(words, a=a, b=b).sort("term") for a, b in (("a", "b"), ("b", "a")))
    for name in ("log_ratio", "log_odds", "z", "lrc"):
        assert two[name].to_numpy() == pytest.approx(-one[name].to_numpy())
    assert two["low"].to_numpy() == pytest.approx(-one["high"].to_numpy())
    for name in ("p", "q", "g2"):
        assert two[name].to_numpy() == pytest.approx(one[name].to_numpy())


def test_the_same_mix_has_keyness_zero():
    """Two outlets that print the same texts differ in no word."""
    text = "The talks ended and the war went on"
    articles = [(f"{o}{n}", o, text + " again" * n) for o in "xy" for n in range(3)]
    table = keyness(passages_of(*articles), a="x", b="y")
    assert table["log_ratio"].to_numpy() == pytest.approx(np.zeros(table.height))
    assert table["z"].to_numpy() == pytest.approx(np.zeros(table.height))
    assert table["g2"].to_numpy() == pytest.approx(np.zeros(table.height))
    assert (table["lrc"] == 0).all()
    assert (table["p"] > 0.99).all()


def test_the_rest_is_all_the_others():
    """b=None compares with every other outlet together."""
    articles = [*SMALL, ("z1", "Coast Daily", "war war")]
    assert row(keyness(passages_of(*articles), a="Harbour Post"), "war")["count_b"] == 2


def test_voices_can_be_compared():
    """Between voices an article stands on both sides."""
    table = keyness(passages_of(*SMALL, cuts=[("x1", 20, "direct")]), between="voice", a="direct", b="own")
    assert [row(table, "invasion")[name] for name in ("count_a", "count_b", "articles_a", "articles_b")] == [1, 1, 1, 1]
    assert table["count_a"].sum() == 3


def test_apostrophes_of_any_shape_are_one():
    """Straight and curly apostrophes make the same word."""
    table = keyness(passages_of(("x1", "x", "Don't stop"), ("y1", "y", "don’t stop")), a="x")
    assert sorted(table["term"]) == ["don't", "stop"]


def test_longer_terms_do_not_cross_punctuation_or_voices():
    """Multi-word terms stand in one passage, with white space or a hyphen between their words."""
    cut = passages_of(("x1", "x", "air strike, air-strike air strike"), ("y1", "y", "no"), cuts=[("x1", 26, "direct")])
    words = count_words(cut, longest=2)
    found = dict(zip(words.terms, np.bincount(words.term, weights=words.count, minlength=len(words.terms)), strict=True))
    assert found == {"air": 3, "strike": 3, "air strike": 2, "strike air": 1, "no": 1}
    three = count_words(passages_of(("x1", "x", "special military operation now"), ("y1", "y", "")), longest=3)
    assert "special military operation" in three.terms
    assert not {"operation", "military operation"} - set(three.terms)


def test_narrowed_passages_count_only_their_words():
    """Words outside the passages handed in are not counted, nor are their tokens."""
    cut = passages_of(*SMALL, cuts=[("x1", 20, "direct")])
    table = keyness(cut.where(voice="own"), a="Harbour Post")
    assert table["count_a"].sum() == 8


def test_a_word_of_one_article_says_so_and_is_not_significant():
    """Fifty occurrences in one article: a large G2, yet one_article is set and p is high."""
    words = word_counts(np.random.default_rng(1), 10, 10, words=300)
    loud = Words([*words.terms, "loud"], words.cells, np.append(words.cell, 3), np.append(words.term, 300), np.append(words.count, 50))
    found = row(keyness(loud, a="a", b="b"), "loud")
    assert found["g2"] > 50
    assert (found["one_article"], found["largest_share"]) == (True, 1)
    assert found["p"] > 0.3
    assert found["q"] == 1


def test_a_word_of_two_articles_cannot_be_significant():
    """Both articles on one side happens by chance half the time, or nearly."""
    words = word_counts(np.random.default_rng(1), 10, 10, words=300)
    two = Words(
        [*words.terms, "twice"],
        words.cells,
        np.append(words.cell, [3, 4]),
        np.append(words.term, [300] * 2),
        np.append(words.count, [9] * 2),
    )
    assert row(keyness(two, a="a", b="b"), "twice")["p"] == pytest.approx(2 * (10 * 9) / (20 * 19))


def test_noise_stays_quiet_where_g2_does_not():
    """Two outlets of one bursty source: articles call few words significant, tokens many."""
    found = pl.concat([keyness(word_counts(np.random.default_rng(n), 15, 15, words=300), a="a", b="b", n_boot=64) for n in range(5)])
    assert (found["p"] <= 0.05).mean() <= 0.06
    assert (found["q"] <= 0.05).mean() <= 0.002
    assert (found["g2"] > 3.84).mean() > 0.12
    often = found.filter(pl.col("count_a") + pl.col("count_b") >= 10)
    assert 0.92 <= ((often["low"] <= 0) & (often["high"] >= 0)).mean() <= 0.98


def test_a_planted_word_is_found():
    """A word used four times as often stands first, and its interval holds the truth."""
    first = keyness(word_counts(np.random.default_rng(5), 30, 30, words=300, burst=0.3, effect=2.0), a="a", b="b").row(0, named=True)
    assert first["term"] == "w0"
    assert first["q"] < 0.01
    assert 0 < first["low"] < 2 < first["high"]


def test_order_changes_nothing():
    """Articles in another order give the same table to the last bit."""
    one = keyness(passages_of(*SMALL), a="Harbour Post")
    assert_frame_equal(one, keyness(passages_of(*SMALL[::-1]), a="Harbour Post"), check_exact=True)


def test_one_article_a_side_has_no_interval():
    """Chance cannot be seen in one article: no interval and no p."""
    table = keyness(passages_of(SMALL[0], SMALL[2]), a="Harbour Post")
    for name in ("low", "high", "p", "q"):
        assert table[name].is_nan().all()


def test_beside_no_words_nothing_has_a_size():
    """One outlet against a rest that is not there: counts are counts, what compares is nan, and no word is -inf."""
    table = keyness(passages_of(*SMALL[:2]), a="Harbour Post")
    assert table["count_a"].sum() == 11
    for name in ("log_ratio", "low", "high", "log_odds", "z", "g2", "lrc", "p", "q", "dispersion_b"):
        assert table[name].is_nan().all()


def test_unknown_values_are_refused():
    """A misspelled outlet or column raises with the allowed ones; a and b differ; text is no passages."""
    small = passages_of(*SMALL)
    with pytest.raises(ValueError, match=r"Unknown outlet 'Harbor Post'; expected one of \['Harbour Post', 'Northern Echo'\]"):
        keyness(small, a="Harbor Post")
    with pytest.raises(ValueError, match="Unknown column 'paper'; expected one of"):
        keyness(small, between="paper", a="x")
    with pytest.raises(ValueError, match="a and b are both 'Harbour Post'"):
        keyness(small, a="Harbour Post", b="Harbour Post")
    with pytest.raises(TypeError, match="keyness\\(\\) takes Passages or Words, not str"):
        keyness("war", a="x")
    with pytest.raises(ValueError, match="longest is 0; expected 1, 2, 3 or 4 words"):
        count_words(small, longest=0)


def test_empty_corpus_gives_an_empty_table():
    """No articles, no rows, all columns."""
    empty = Passages(tables.empty("passages"), Corpus(tables.empty("articles")))
    table = keyness(empty, a="Harbour Post")
    assert table.is_empty()
    tables.check(table, "keyness")
