"""Agreement of coders, against published values, another implementation, and what must stay the same."""

import itertools
import math
import warnings

import krippendorff
import numpy as np
import polars as pl
import pytest

from framing import agreement

# Krippendorff's worked example with missing codings: three coders, fifteen units, values 1 to 4
# (https://repository.upenn.edu/asc_papers/43; alpha for it stands in many textbooks).
SHEET = (
    "*    *    *    *    *    3    4    1    2    1    1    3    3    *    3",
    "1    *    2    1    3    3    4    3    *    *    *    *    *    *    *",
    "*    *    2    1    3    4    4    *    2    1    1    3    3    *    4",
)
EXAMPLE = np.array([[math.nan if mark == "*" else float(mark) for mark in line.split()] for line in SHEET])


def coding(sheet):
    """One row a coding, from an array of coders x units; nan is no coding."""
    rows = [(f"u{unit:03d}", f"c{coder}", value) for coder, line in enumerate(sheet) for unit, value in enumerate(line)]
    schema = {"unit": pl.String, "coder": pl.String, "value": pl.Float64}
    return pl.DataFrame([row for row in rows if not math.isnan(row[2])], schema=schema, orient="row")


def alpha(table):
    return table.filter(measure="alpha")["value"][0]


def test_few_units_are_told_of():
    """Fewer than twenty units: a warning says that the interval is rough; from twenty on, and where there is no interval, none does."""
    for units, told in ((1, 0), (19, 1), (20, 0)):
        with warnings.catch_warnings(record=True) as caught:
            warnings.simplefilter("always")
            agreement(coding(np.array([[0, 1] * 10, [0, 1, 1, 1] * 5])[:, :units]), n_boot=8)
        assert [str(each.message)[:30] for each in caught] == [f"Only {units} units were coded twice"[:30]] * told


@pytest.mark.parametrize(("level_of_measurement", "published"), [("nominal", 0.691), ("ordinal", 0.807), ("interval", 0.811)])
def test_alpha_of_the_textbook(level_of_measurement, published):
    """Alpha of the published example is the published alpha, on every scale."""
    table = agreement(coding(EXAMPLE), level_of_measurement=level_of_measurement)
    assert alpha(table) == pytest.approx(published, abs=5e-4)
    assert table.filter(measure="alpha")["units", "codings", "coders"].row(0) == (12, 26, 3)


# Krippendorff's example of four coders and twelve units, again with missing codings (the same paper, section C).
FOUR = (
    "1 2 3 3 2 1 4 1 2 * * *",
    "1 2 3 3 2 2 4 1 2 5 * 3",
    "* 3 3 3 2 3 4 2 2 5 1 *",
    "1 2 3 3 2 4 4 1 2 5 1 *",
)


@pytest.mark.parametrize(("level_of_measurement", "published"), [("nominal", 0.743), ("ordinal", 0.815), ("interval", 0.849)])
def test_alpha_of_four_coders(level_of_measurement, published):
    """With four coders and missing codings, alpha is the published one on every scale."""
    sheet = np.array([[math.nan if mark == "*" else float(mark) for mark in line.split()] for line in FOUR])
    table = agreement(coding(sheet), level_of_measurement=level_of_measurement)
    assert alpha(table) == pytest.approx(published, abs=5e-4)
    assert table["coders"].to_list() == [4, 4]


@pytest.mark.parametrize("level_of_measurement", ["nominal", "ordinal", "interval"])
@pytest.mark.parametrize("seed", range(5))
def test_alpha_of_another_implementation(level_of_measurement, seed):
    """Alpha equals that of the krippendorff package on random sheets with gaps."""
    random = np.random.default_rng(seed)
    sheet = random.integers(1, 6, size=(4, 30)).astype(float)
    sheet[random.random(sheet.shape) < 0.3] = math.nan
    theirs = krippendorff.alpha(reliability_data=sheet, level_of_measurement=level_of_measurement)
    assert alpha(agreement(coding(sheet), level_of_measurement=level_of_measurement, n_boot=8)) == pytest.approx(theirs)


def test_agreement_by_hand():
    """Four units, two coders, three equal pairs: agreement is 3/4, and alpha 1 - 7 * 2 / (2 * 3 * 5) = 8/15."""
    table = agreement(coding([[1, 2, 1, 2], [1, 2, 2, 2]]))
    assert table["measure", "value"].rows() == [("alpha", pytest.approx(8 / 15)), ("agreement", pytest.approx(3 / 4))]


def test_the_interval_holds_the_value_and_narrows():
    """The interval surrounds the value, and with four times the units it is narrower."""
    few = agreement(coding(EXAMPLE))
    many = agreement(coding(np.hstack([EXAMPLE] * 4)))
    assert few["value"].to_list() == pytest.approx(many["value"].to_list(), abs=0.02)
    for table in (few, many):
        assert (table["low"] < table["value"]).all()
        assert (table["value"] < table["high"]).all()
    assert ((many["high"] - many["low"]) < (few["high"] - few["low"])).all()


def test_perfect_agreement_is_not_certain():
    """Without a disagreement the interval still ends below 1: few units can hide some."""
    few, many = (agreement(coding([[0, 1] * n] * 2)) for n in (4, 40))
    assert few["value"].to_list() == few["high"].to_list() == [1, 1]
    assert few["low"][1] == pytest.approx(0.025 ** (1 / 8))  # the exact binomial bound
    assert (few["low"] < many["low"]).all()
    assert many["low"].max() < 1


def test_coverage_of_the_interval():
    """Over 100 samples of 60 units whose agreement is known, the 95 % interval holds it in at least 88."""
    random = np.random.default_rng(0)
    right, share = 0.85, 0.4
    together = right**2 + (1 - right) ** 2
    coded = share * right + (1 - share) * (1 - right)
    truth = {"alpha": 1 - (1 - together) / (2 * coded * (1 - coded)), "agreement": together}
    held = dict.fromkeys(truth, 0)
    for _ in range(100):
        real = random.random(60) < share
        table = agreement(coding([np.where(random.random(60) < right, real, ~real).astype(float) for _ in range(2)]), n_boot=120)
        for measure, low, high in table["measure", "low", "high"].iter_rows():
            held[measure] += low <= truth[measure] <= high
    assert min(held.values()) >= 88


def test_a_rare_value_on_which_nobody_agreed_yet_is_not_ruled_out():
    """One yes in twenty, coders right nine times in ten: in most sheets they agree on no yes, and alpha's interval still holds .25."""
    rng, held = np.random.default_rng(6), []
    for seed in range(60):
        true = rng.random(20) < 0.05
        coded = np.concatenate([np.where(rng.random(20) < 0.9, true, ~true) for _ in "ab"])
        sheet = pl.DataFrame({"unit": [f"u{n}" for n in range(20)] * 2, "coder": ["a"] * 20 + ["b"] * 20, "value": coded.astype(str)})
        row = agreement(sheet, n_boot=50, seed=seed).row(0, named=True)
        held.append(row["low"] <= 0.252 <= row["high"])
    assert np.mean(held) >= 0.92


def test_the_most_agreement_that_could_hide_by_hand():
    """Ten units, one disagreement: of a yes agreed on, 1 - .025**.1 of the units may be, which makes alpha's upper end."""
    sheet = pl.DataFrame({"unit": [f"u{n}" for n in range(10)] * 2, "coder": ["a"] * 10 + ["b"] * 10, "value": ["no"] * 19 + ["yes"]})
    hidden = 1 - 0.025**0.1
    yes, apart = (1 - hidden) * 1 + 20 * hidden, (1 - hidden) * 2
    assert agreement(sheet)["high"][0] == pytest.approx(1 - 19 * apart / (2 * yes * (20 - yes)))


def test_names_orders_and_coders_do_not_matter():
    """Shuffled rows and other labels give the same row; exchanged coders too."""
    base = coding([[1, 2, 1, 2, 3], [1, 2, 2, 2, 3]])
    other = base.reverse().with_columns(
        pl.col("coder").replace({"c0": "c1", "c1": "c0"}), pl.col("value").replace_strict({1.0: "x", 2.0: "y", 3.0: "z"})
    )
    assert agreement(base).equals(agreement(other))


def test_distance_matters_only_on_its_scale():
    """Stretching the values changes alpha on the interval scale and on no other."""
    sheet, stretched = EXAMPLE, EXAMPLE**3
    for scale, same in (("nominal", True), ("ordinal", True), ("interval", False)):
        before, after = (alpha(agreement(coding(each), level_of_measurement=scale, n_boot=8)) for each in (sheet, stretched))
        assert (before == pytest.approx(after)) is same


def test_any_data_frame_and_any_column_names():
    """Pandas and PyArrow frames with columns of other names give the same table."""
    base = coding(EXAMPLE)
    columns = {"unit": "hit", "coder": "who", "value": "code"}
    renamed = base.rename(columns)
    pytest.importorskip("pandas")
    for frame in (renamed, renamed.to_pandas(), renamed.to_arrow()):
        assert agreement(frame, columns=columns, n_boot=8).equals(agreement(base, n_boot=8))


@pytest.mark.parametrize(
    "sheet", [[[], []], [[1], [1]], [[1, 2, 3]], [[1, math.nan], [math.nan, 2]]], ids=["empty", "one", "alone", "apart"]
)
def test_what_cannot_be_known_is_nan(sheet):
    """No unit, one unit, or none coded twice: no interval, and nothing is called 0."""
    table = agreement(coding(sheet))
    assert table["measure"].to_list() == ["alpha", "agreement"]
    assert table["low"].is_nan().all()
    assert table["high"].is_nan().all()
    assert math.isnan(alpha(table))


def test_constant_codings_have_no_alpha():
    """All codings equal: agreement is 1, and alpha, which needs variation, undefined."""
    table = agreement(coding([[1] * 5, [1] * 5]))
    assert math.isnan(alpha(table))
    assert table.filter(measure="agreement")["value"][0] == 1


def test_missing_codings_are_not_values():
    """Null and nan are codings not made, not a category of their own."""
    base = coding(EXAMPLE)
    gaps = pl.DataFrame({"unit": ["u000", "u001"], "coder": ["c9", "c9"], "value": [None, None]}, schema=base.schema)
    assert agreement(pl.concat([base, gaps])).equals(agreement(base))
    nan = gaps.with_columns(value=pl.lit(math.nan))
    for scale in ("nominal", "interval"):
        table = agreement(pl.concat([base, nan]), level_of_measurement=scale)
        assert table.equals(agreement(base, level_of_measurement=scale))


@pytest.mark.parametrize("dtype", [object, "Int64", "Float64", "string", "boolean"])
def test_what_pandas_calls_missing_is_a_coding_not_made(dtype):
    """However pandas holds the values: what is missing is left out, and what is there is not."""
    pd = pytest.importorskip("pandas")
    values = [1, 1, 0, 0, 1, 0, None, 0, 0, 0]
    frame = pd.DataFrame({"unit": list("aabbccddee"), "coder": ["Ada", "Ben"] * 5})
    frame["value"] = pd.array([None if value is None else str(value) for value in values] if dtype == "string" else values, dtype=dtype)
    base = coding([[1, 0, 1, math.nan, 0], [1, 0, 0, 0, 0]])
    found, expected = agreement(frame, n_boot=8), agreement(base, n_boot=8)
    assert found.select("value", "units", "codings", "coders").equals(expected.select("value", "units", "codings", "coders"))


@pytest.mark.parametrize("name", ["unit", "coder"])
def test_a_number_that_is_nan_names_no_unit_and_no_coder(name):
    """Numbered units or coders with a gap, as pandas and NumPy have them: refused like null, not taken for one called NaN."""
    gaps = {"unit": [1.0, 1, 2, 2], "coder": [1.0, 2, 1, 2], "value": ["x", "y", "x", "y"]}
    gaps[name][-1] = math.nan
    with pytest.raises(ValueError, match=f"1 codings have no {name}: the column '{name}' is null"):
        agreement(pl.DataFrame(gaps))


def test_bad_codings_are_refused():
    """Codings that cannot be read raise an error that says why."""
    base = coding(EXAMPLE)
    with pytest.raises(TypeError, match="is a Polars, pandas or PyArrow data frame, not list"):
        agreement([1, 2])
    with pytest.raises(ValueError, match=r"lacks the columns \['coder'\]; it has \['unit', 'value'\]"):
        agreement(base.drop("coder"))
    with pytest.raises(ValueError, match="Unknown column 'units'; expected one of"):
        agreement(base, columns={"units": "unit"})
    with pytest.raises(ValueError, match="Coder 'c0' codes the unit 'u005' more than once"):
        agreement(pl.concat([base, base.head(1)]))
    for name, theirs in (("unit", "hit"), ("coder", "coder")):
        gap = base.with_columns(pl.when(pl.int_range(pl.len()) > 0).then(name).alias(name)).rename({"unit": "hit"})
        with pytest.raises(ValueError, match=f"1 codings have no {name}: the column '{theirs}' is null"):
            agreement(gap, columns={"unit": "hit"})
    with pytest.raises(TypeError, match="values are String, such as 'x'; ordinal and interval values must be numbers"):
        agreement(base.with_columns(value=pl.lit("x")), level_of_measurement="ordinal")
    with pytest.raises(ValueError, match="Unknown level of measurement 'ratio'"):
        agreement(base, level_of_measurement="ratio")
    with pytest.raises(ValueError, match="level is 95"):
        agreement(base, level=95)


def test_alpha_does_not_depend_on_the_number_of_draws():
    """The value is exact; only the interval comes from draws, and the same seed gives the same."""
    runs = [agreement(coding(EXAMPLE), n_boot=n, seed=seed) for n, seed in itertools.product((64, 256), (0, 1))]
    assert {alpha(run) for run in runs} == {alpha(runs[0])}
    assert agreement(coding(EXAMPLE)).equals(agreement(coding(EXAMPLE)))
