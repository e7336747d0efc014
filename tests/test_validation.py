"""The validation loop: draw hits, code them, read the codes back, measure. All text is invented."""

import math

import numpy as np
import polars as pl
import pytest
from articles import passages_of

from framing import Corpus, LexiconScorer, agreement, contrasts, rates, score, split_voices
from framing.lexicon import Entry, Frame, Lexicon
from framing.validation import judged, read_coding, sample_hits, validate, validated
from framing.validation.sheets import read_sheet, write_sheet

LEXICON = Lexicon(
    "mine",
    frames={"peace": Frame("Peace"), "war": Frame("War")},
    entries=(Entry("truce", frame="peace"), Entry("raid", frame="war"), Entry("siege", frame="war")),
)
TEXT = "The truce held in Ford. A raid struck Ford. The siege of Ford ended. Berg said: “The raid on Ford was nothing.” Ford was calm."


@pytest.fixture(scope="module")
def passages():
    articles = [
        {
            "article_id": f"{outlet}{n}",
            "outlet": outlet,
            "event": f"e{n % 3}",
            "title": "",
            "text": TEXT,
        }
        for outlet, size in (("The Gull", 12), ("Ford Post", 4))
        for n in range(size)
    ]
    return split_voices(Corpus.from_records(articles))


@pytest.fixture(scope="module")
def scores(passages):
    return score(passages, LexiconScorer(LEXICON))


def coded(sheet, say, coder="Ada"):
    """Fill a sheet: `say` answers from a row."""
    answers = [say(row) for row in sheet.iter_rows(named=True)]
    return sheet.with_columns(code=pl.Series(answers, dtype=pl.String), coder=pl.lit(coder))


def test_a_sheet_balances_frames_outlets_and_voices(scores):
    """Where there are hits enough, each frame in each outlet and voice gets as many rows."""
    sheet = sample_hits(scores, 24)
    sizes = sheet.group_by("label", "outlet", "voice").len()["len"]
    assert sheet.height == 24
    assert sizes.max() - sizes.min() <= 4
    assert sheet["unit"].n_unique() == 24


def test_rows_lead_back_to_the_text(scores):
    """Context and surface are the text as published."""
    for row in sample_hits(scores, 10, width=15).iter_rows(named=True):
        text = scores.corpus.articles.filter(article_id=row["article_id"])["text"][0]
        assert row["left"] + row["surface"] + row["right"] in text
        assert row["surface"].lower() in ("truce", "raid", "siege")


def test_a_blind_sheet_tells_no_outlet(scores):
    """Blind, no column names the outlet, article, event or voice, and the unit is no key to them."""
    sheet = sample_hits(scores, 10, blind=True)
    assert sheet.columns == ["unit", "label", "left", "surface", "right", "code", "coder", "note"]
    open_sheet = sample_hits(scores, 10)
    assert sheet["unit"].to_list() == open_sheet["unit"].to_list()
    assert not any("Gull" in unit for unit in sheet["unit"])


def test_the_same_seed_draws_the_same_rows(scores):
    """A sheet is a function of the hits and the seed; a larger one holds the smaller."""
    small, same, large, other = (sample_hits(scores, n, seed=seed) for n, seed in ((8, 0), (8, 0), (16, 0), (8, 1)))
    assert small.equals(same)
    assert set(small["unit"]) <= set(large["unit"])
    assert set(small["unit"]) != set(other["unit"])


def test_passages_without_a_hit_are_drawn_when_given(scores, passages):
    """With passages, as many rows hold no hit, so that what was missed can be known."""
    sheet = sample_hits(scores, 10, passages=passages)
    assert sheet.height == 20
    misses = sheet.filter(~pl.col("surface").is_in(["truce", "raid", "siege"]))
    assert misses.height == 10
    for row in misses.iter_rows(named=True):
        words = {"peace": ("truce",), "war": ("raid", "siege")}[row["label"]]
        assert not any(word in row["surface"] for word in words)


def test_complete_coding_gives_the_true_precision_and_recall(scores, passages):
    """Everything coded, the truth known: precision is the share of right hits, recall that of found places."""
    sheet = sample_hits(scores, 10_000, passages=passages)

    def say(row):  # sieges are no war here, and calm is peace
        return "yes" if row["surface"] in ("truce", "raid") or (row["label"] == "peace" and "calm" in row["surface"]) else "no"

    table = validate(scores, read_coding(coded(sheet, say)), passages=passages)
    found = {(label, measure): value for label, measure, value in table["label", "measure", "value"].iter_rows()}
    assert found["peace", "precision"] == 1
    assert found["war", "precision"] == pytest.approx(2 / 3)
    assert found["peace", "recall"] == pytest.approx(1 / 2)
    assert found["war", "recall"] == 1
    assert ((table["low"] <= table["value"]) & (table["value"] <= table["high"])).all()


def test_an_even_sample_speaks_for_an_uneven_corpus(scores):
    """Strata are weighed by their hits: an outlet with three quarters of the hits counts three quarters."""
    sheet = sample_hits(scores, 12)
    coding = read_coding(coded(sheet, lambda row: "yes" if row["outlet"] == "The Gull" else "no"))
    overall = validate(scores, coding, by="label").filter(measure="precision")
    assert overall["value"].to_list() == pytest.approx([0.75, 0.75])
    by_outlet = validate(scores, coding, by=["outlet"]).filter(measure="precision")
    assert by_outlet["outlet", "value"].rows() == [("Ford Post", 0.0), ("The Gull", 1.0)]


def test_nothing_wrong_in_a_few_is_not_perfect(scores):
    """All coded hits right: precision 1, with an interval that reaches below it."""
    coding = read_coding(coded(sample_hits(scores, 12), lambda _: "yes"))
    table = validate(scores, coding).filter(measure="precision")
    assert table["value"].to_list() == [1, 1]
    assert table["high"].to_list() == [1, 1]
    assert table["low"].max() < 0.95


def test_recall_without_passages_is_unknown(scores):
    """Hits alone say nothing of what was missed: nan, not 1."""
    table = validate(scores, read_coding(coded(sample_hits(scores, 12), lambda _: "yes"))).filter(measure="recall")
    assert table["value"].is_nan().all()


def test_what_was_not_coded_is_unknown(scores):
    """A frame without a coded hit keeps its row, with nan."""
    coding = read_coding(coded(sample_hits(scores, 40), lambda row: "yes" if row["label"] == "war" else None))
    with pytest.warns(UserWarning, match="2 strata have no coded item"):
        table = validate(scores, coding).filter(label="peace", measure="precision")
    assert math.isnan(table["value"][0])
    assert table["coded"][0] == 0


def test_the_interval_covers_the_truth(scores, passages):
    """Of 60 samples of 30 hits, the 95 % interval holds the precision of the whole in at least 52."""
    every = sample_hits(scores, 10_000)
    random = np.random.default_rng(4)
    right = dict(zip(every["unit"].sort(), random.random(every.height) < 0.7, strict=True))
    held, war = 0, every.filter(label="war")
    truth = np.mean([right[unit] for unit in war["unit"]])
    for seed in range(60):
        coding = read_coding(coded(sample_hits(scores, 30, seed=seed), lambda row: "yes" if right[row["unit"]] else "no"))
        row = validate(scores, coding, seed=seed).filter(label="war", measure="precision")
        held += row["low"][0] <= truth <= row["high"][0]
    assert held >= 52


def test_sheets_come_back_from_files_and_coders(scores, tmp_path):
    """Two coders' CSV files become one table that agreement reads; disagreement counts half."""
    sheet = sample_hits(scores, 8)
    for coder, answer in (("Ada", "Yes "), ("Ben", "n")):
        coded(sheet, lambda _, answer=answer: answer).drop("coder").write_csv(tmp_path / f"{coder}.csv")
    coding = read_coding({coder: tmp_path / f"{coder}.csv" for coder in ("Ada", "Ben")})
    assert coding.columns[:4] == ["unit", "coder", "value", "label"]
    assert agreement(coding).filter(measure="agreement")["value"][0] == 0
    assert validate(scores, coding).filter(measure="precision")["value"].to_list() == [0.5, 0.5]


def test_a_sheet_saved_by_a_spreadsheet_is_read(scores, tmp_path):
    """Semicolons, a byte order mark and the encoding change nothing; a file that was cut short or is empty is named."""
    sheet = coded(sample_hits(scores, 8), lambda _: "yes").with_columns(note=pl.lit("a; b, “c”"))
    sheet.write_csv(tmp_path / "plain.csv")
    sheet.write_csv(tmp_path / "sheet.csv", separator=";", include_bom=True)
    assert read_coding(tmp_path / "sheet.csv").equals(read_coding(tmp_path / "plain.csv"))
    (tmp_path / "old.csv").write_bytes((tmp_path / "plain.csv").read_text(encoding="utf-8").encode("cp1252"))
    (tmp_path / "wide.csv").write_bytes((tmp_path / "plain.csv").read_text(encoding="utf-8").encode("utf-16"))
    for saved in ("old.csv", "wide.csv"):
        assert read_sheet(tmp_path / saved).equals(read_sheet(tmp_path / "plain.csv"))
        assert read_coding(tmp_path / saved).equals(read_coding(tmp_path / "plain.csv"))
    (tmp_path / "cut.csv").write_bytes("unit,code\nu1,yes\n".encode("utf-16")[:-1])
    with pytest.raises(ValueError, match=r"cut\.csv: is no utf-16, as it seemed: .*; save the file as UTF-8"):
        read_coding(tmp_path / "cut.csv")
    (tmp_path / "empty.csv").write_bytes(b"")
    with pytest.raises(ValueError, match=r"empty\.csv is empty"):
        read_coding({"Ada": tmp_path / "empty.csv"})


def test_bad_sheets_are_refused(scores, tmp_path):
    """A sheet that cannot be read says what is wrong with it."""
    sheet = sample_hits(scores, 4)
    with pytest.raises(ValueError, match="is 'maybe'; expected yes, no or nothing"):
        read_coding(coded(sheet, lambda _: "maybe"))
    with pytest.raises(ValueError, match="4 coded rows name no coder"):
        read_coding(sheet.with_columns(code=pl.lit("yes")))
    with pytest.raises(ValueError, match=r"lacks the columns \['code'\]"):
        read_coding(sheet.drop("code"))
    with pytest.raises(FileNotFoundError, match="No coding sheet at"):
        read_coding(tmp_path / "none.csv")
    with pytest.raises(TypeError, match="not int"):
        read_coding(3)
    (tmp_path / "sheet.xlsx").write_bytes(b"")
    with pytest.raises(ValueError, match="save the sheet as CSV"):
        read_coding(tmp_path / "sheet.xlsx")


def test_codes_of_other_hits_are_refused(scores):
    """Coding that belongs to other scores raises: it would count for nothing, silently."""
    coding = read_coding(coded(sample_hits(scores, 4), lambda _: "yes"))
    with pytest.raises(ValueError, match=r"coded units, such as '.*', are not among these hits"):
        validate(scores.where(outlet="Ford Post"), coding.with_columns(unit="x" + pl.col("unit")))
    with pytest.raises(ValueError, match="Unknown column 'outlets'; expected one of"):
        validate(scores, coding, by="outlets")
    with pytest.raises(ValueError, match=r"expected one of \['label', 'outlet', 'event', 'part', 'voice', 'term'\]"):
        validate(scores, coding, by="expansion")
    with pytest.raises(ValueError, match=r"Unknown stratum 'unit'; expected one of \['label', 'outlet', 'event', 'part', 'voice'\]"):
        validate(scores, coding, strata="unit")
    with pytest.raises(ValueError, match="n is 0; expected at least one row"):
        sample_hits(scores, 0)
    with pytest.raises(ValueError, match="Unknown stratum 'outlets'"):
        sample_hits(scores, 4, by=["outlets"])


def test_wrong_input_says_what_is_wrong(scores, passages):
    """A corpus for scores, a frame that is no coding, a negative width: the error names it. One column may be a plain string."""
    with pytest.raises(TypeError, match=r"takes Scores, not Corpus; call score\(passages, lexicon\) first"):
        sample_hits(passages.corpus)
    with pytest.raises(ValueError, match="The coding lacks the column 'value'"):
        validate(scores, sample_hits(scores, 4))
    with pytest.raises(ValueError, match="The coding has the value 'maybe'; expected yes or no"):
        validate(scores, pl.DataFrame({"unit": ["x"], "value": ["maybe"]}))
    with pytest.raises(TypeError, match=r"The coding, .* is a Polars, pandas or PyArrow data frame, not list"):
        validate(scores, [])
    with pytest.raises(ValueError, match="width is -1; expected 0 or more"):
        sample_hits(scores, 4, width=-1)
    answers = read_coding(coded(sample_hits(scores, 4), lambda _: "yes"))
    with pytest.raises(ValueError, match=r"No column is named; expected one or more of \['label', 'outlet'"):
        validate(scores, answers, by=())
    with pytest.raises(ValueError, match="A column is named twice in"):
        validate(scores, answers, by=["label", "label"])
    with pytest.raises(ValueError, match="A stratum is named twice in"):
        validate(scores, answers, strata=["label", "label"])
    sheet = sample_hits(scores, 40, by="outlet")
    assert sheet.equals(sample_hits(scores, 40, by=["outlet"]))
    coding = read_coding(coded(sheet, lambda _: "yes"))
    assert validate(scores, coding, strata="outlet").equals(validate(scores, coding, strata=["outlet"]))


def test_strata_without_a_code_are_named(scores):
    """What the measure does not speak for stands in a warning."""
    coding = read_coding(coded(sample_hits(scores, 40), lambda row: "yes" if row["outlet"] == "The Gull" else None))
    with pytest.warns(UserWarning, match="strata have no coded item and are left out of the measures: .*'Ford Post'"):
        table = validate(scores, coding)
    assert table.filter(measure="precision")["value"].to_list() == [1, 1]


def test_the_empty_corpus_gives_an_empty_sheet():
    """No hits: an empty sheet, no codings, no rows."""
    passages = passages_of([])
    scores = score(passages, LexiconScorer(LEXICON))
    sheet = sample_hits(scores, 10, passages=passages)
    assert sheet.height == 0
    assert validate(scores, read_coding(sheet), passages=passages).height == 0
    assert read_coding({}).height == 0


def test_a_sheet_keeps_how_likely_each_row_was(scores, passages):
    """The probabilities of a stratum are its rows in the sheet over its items: their inverses add up to the items."""
    sheet = sample_hits(scores, 24, passages=passages)
    everything = sample_hits(scores, 10_000, passages=passages)
    assert everything["probability"].to_list() == pytest.approx([1] * everything.height)
    assert 0 < sheet["probability"].min() < 1
    assert (1 / sheet["probability"]).sum() == pytest.approx(everything.height)


def test_a_key_unlocks_blind_sheets(scores):
    """Blind answers with the open sheet as key are the answers to the open sheet; a key of other units is refused."""
    blind, sheet = (sample_hits(scores, 12, blind=blind) for blind in (True, False))
    say = ["yes", "no"] * 6
    answered, opened = (
        read_coding(one.with_columns(code=pl.Series(say), coder=pl.lit("Ada")), key=key) for one, key in ((blind, sheet), (sheet, None))
    )
    assert answered.equals(opened)
    with pytest.raises(ValueError, match=r"coded units, such as '.*', are not in the key"):
        read_coding(coded(sample_hits(scores, 12, blind=True), lambda _: "yes"), key=sheet.head(3))
    with pytest.raises(ValueError, match="expected the sheet of sample_hits with blind=False"):
        read_coding(coded(blind, lambda _: "yes"), key=blind)


def test_odd_codings_are_refused(scores):
    """Twice the same coder, two probabilities or none, a number that is none, a label of another lexicon: the error names it."""
    sheet = coded(sample_hits(scores, 6), lambda _: "yes")
    with pytest.raises(ValueError, match=r"Coder 'Ada' codes the unit '.*' more than once"):
        read_coding(pl.concat([sheet, sheet]))
    with pytest.raises(ValueError, match=r"the probability of unit '.*' is no number"):
        read_coding(sheet.with_columns(probability=pl.lit("often")))
    coding = read_coding(sheet)
    larger = coding.with_columns(coder=pl.lit("Ben"), probability=pl.col("probability") / 2)
    with pytest.raises(ValueError, match=r"6 units, such as '.*', have two probabilities.*from the larger sheet"):
        validate(scores, pl.concat([coding, larger]))
    with pytest.raises(ValueError, match=r"was drawn with probability 1.5; expected a number above 0 and at most 1"):
        validate(scores, coding.with_columns(probability=pl.lit(1.5)))
    with pytest.raises(ValueError, match=r"was drawn with probability None; expected"):
        validate(scores, coding.with_columns(probability=pl.lit(None, pl.Float64)))
    with pytest.raises(ValueError, match=r"has the labels \['threat'\], which are none of these scores: \['peace', 'war'\]"):
        validate(scores, coding.with_columns(label=pl.lit("threat")))


def test_a_decimal_comma_is_read(scores, tmp_path):
    """Spreadsheets of many countries write 0,25: the probability is the same."""
    sheet = coded(sample_hits(scores, 6), lambda _: "yes")
    comma = sheet.with_columns(pl.col("probability").cast(pl.String).str.replace(".", ",", literal=True))
    assert read_coding(comma).equals(read_coding(sheet))


def test_no_unit_reads_as_a_number(scores, passages):
    """A spreadsheet leaves the ids alone: 12e456 would come back as a number."""
    assert sample_hits(scores, 10_000, passages=passages)["unit"].str.contains("^u[0-9a-f]{12}$").all()


def test_precision_of_each_entry(scores, passages):
    """By term: each entry's own precision; of what an entry missed nothing is known."""
    coding = read_coding(coded(sample_hits(scores, 10_000, passages=passages), lambda row: "no" if row["surface"] == "siege" else "yes"))
    table = validate(scores, coding, passages=passages, by=["label", "term"])
    precision = dict(table.filter(measure="precision")["term", "value"].iter_rows())
    assert precision == {"truce": 1, "raid": 1, "siege": 0}
    assert table.filter(measure="recall")["value"].is_nan().all()
    shown = LEXICON.describe("siege", scores, judged(scores, coding, passages=passages)).precision
    assert shown["judged", "correct", "precision"].row(0) == (16, 0, 0.0)


def test_every_table_says_how_its_hits_were_validated(scores, passages):
    """Not validated until validated; then the frame's figures stand in rates and contrasts, also of what is narrowed later."""
    assert set(rates(scores)["validation"]) == set(contrasts(scores)["validation"]) == {"not validated"}
    sheet = sample_hits(scores, 20, passages=passages).filter(label="war")
    coding = pl.concat([read_coding(coded(sheet, lambda _: "yes", coder)) for coder in ("Ada", "Ben")])
    told = validated(scores, coding, passages=passages)
    status = dict(rates(told.where(voice="own"))["frame", "validation"].iter_rows())
    assert status["peace"] == "not validated"
    assert status["war"].startswith("precision 1.00 (")
    assert status["war"].endswith(f"{sheet.height} coded, alpha undefined")
    assert dict(contrasts(told)["frame", "validation"].iter_rows())["war"] == status["war"]
    assert rates(told).columns[-2:] == ["validation", "scorer"]


def test_narrowed_scores_take_the_codes_that_are_theirs(scores, passages):
    """Own voice alone, from a coding of all voices: the precision is that of the own voice; codings without a place are refused."""
    coding = read_coding(coded(sample_hits(scores, 10_000, passages=passages), lambda row: "yes" if row["voice"] == "own" else "no"))
    own = validate(scores.where(voice="own"), coding, passages=passages, by="label").filter(measure="precision")
    assert own["value"].to_list() == [1, 1]
    with pytest.raises(ValueError, match="are not among these hits or passages; pass what they were drawn from"):
        validate(scores.where(voice="own"), coding.select("unit", "coder", "value"), passages=passages)


def test_n_boot_sets_the_draws(scores):
    """The number of draws is the caller's: the value stays, and one draw is refused."""
    coding = read_coding(coded(sample_hits(scores, 40), lambda row: "yes" if len(row["left"]) % 2 else "no"))
    few, many = (validate(scores, coding, n_boot=n).filter(measure="precision") for n in (8, 500))
    assert few["value"].equals(many["value"])
    with pytest.raises(ValueError, match="n_boot is 1; expected at least 2 draws"):
        validate(scores, coding, n_boot=1)


def test_a_workbook_is_read_or_the_way_out_named(scores, tmp_path):
    """An XLSX file is read where a reader is installed; elsewhere, and for a file that is none, CSV is asked for."""
    (tmp_path / "sheet.xlsx").write_bytes(b"no workbook")
    with pytest.raises(ValueError, match="save the sheet as CSV"):
        read_coding(tmp_path / "sheet.xlsx")
    pytest.importorskip("fastexcel", reason="no reader of workbooks is installed")
    pytest.importorskip("xlsxwriter", reason="no writer of workbooks is installed")
    sheet = coded(sample_hits(scores, 6), lambda _: "yes")
    sheet.write_excel(tmp_path / "ada.xlsx")
    assert read_coding(tmp_path / "ada.xlsx").drop("probability").equals(read_coding(sheet).drop("probability"))


def test_a_second_run_does_not_wipe_codes(scores, tmp_path):
    """An empty sheet is not written over a coded one; more codes are."""
    sheet = sample_hits(scores, 4)
    path = write_sheet(sheet, tmp_path / "ada.csv")
    write_sheet(sheet, path)
    coded = sheet.with_columns(code=pl.when(pl.int_range(pl.len()) == 0).then(pl.lit("yes")))
    write_sheet(coded, path)
    with pytest.raises(ValueError, match="holds 1 codes that this sheet lacks"):
        write_sheet(sheet, path)
    write_sheet(coded.with_columns(code=pl.lit("no")), path)
    assert read_sheet(path)["code"].to_list() == ["no"] * coded.height
