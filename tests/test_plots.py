"""The plots: every row of a finished table becomes a mark where it says, and nothing else happens."""

import io
import itertools
import math
import re
import subprocess
import sys
import time
import warnings

import matplotlib as mpl
import numpy as np
import polars as pl
import pytest
from figure_tables import FRAMES, OUTLETS, choices, contrasts, placebo, rates, robustness, speakers, voices
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen
from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.font_manager import fontManager
from matplotlib.text import Text

from framing import plots, report, tables
from framing.plots import fonts, scales, style

PLOT = {
    "rates": plots.plot_rates,
    "voices": plots.plot_voices,
    "choices": plots.plot_choices,
    "contrasts": plots.plot_contrasts,
    "speakers": plots.plot_speakers,
    "robustness": plots.plot_robustness,
}
TABLE = {
    "rates": lambda: rates().filter(pl.col("frame").is_in(["aggression", "threat"])),
    "voices": voices,
    "choices": lambda: choices().filter(pl.col("choice") == "people"),
    "contrasts": lambda: contrasts().filter(pl.col("frame") == "aggression"),
    "speakers": lambda: speakers().filter(pl.col("outlet").is_in(OUTLETS[:3])),
    "robustness": robustness,
}
NAMES = {
    "contrasts": ["a", "b"],
    "robustness": ["a", "scores"],
    "placebo": ["shuffle"],
}  # where outlets or other names of a user's stand; else outlet


def draw(name: str, table: pl.DataFrame | None = None, **given) -> Axes:
    """Draw a table, or the small one of that name."""
    return PLOT[name](TABLE[name]() if table is None else table, **given)


def empty(name: str) -> pl.DataFrame:
    """The finished table of a plot without rows."""
    return TABLE[name]().clear() if name in ("voices", "speakers", "robustness") else tables.empty(name)


def panel(ax: Axes, title: str) -> Axes:
    """The panel with a title."""
    return next(each for each in ax.figure.axes if each.get_title(loc="left") == title)


def points(ax: Axes) -> dict[float, tuple[float, bool, str]]:
    """Row of each point, its value, whether it is hollow, and its shape."""
    found = {}
    for line in ax.lines:
        if len(line.get_xdata()) == 1 and line.get_marker() in style.SHAPES:
            found[float(line.get_ydata()[0])] = (float(line.get_xdata()[0]), line.get_markerfacecolor() == "white", line.get_marker())
    return found


def words(ax: Axes) -> str:
    """Everything written on a figure, on one line."""
    texts = ax.figure.findobj(lambda artist: hasattr(artist, "get_text"))
    return " ".join(" ".join(text.get_text().split()) for text in texts if text.get_text())


@pytest.mark.parametrize("name", PLOT)
def test_draws_on_the_axes_given(name):
    """A plot draws on the axes it is handed and returns them."""
    ax = Figure().add_subplot()
    assert draw(name, ax=ax) is ax
    assert ax.lines or ax.patches


@pytest.mark.parametrize("name", PLOT)
def test_axes_given_are_lettered_like_our_own(name):
    """Lines are broken for the sizes of the house, so they are set in them, whatever size the axes handed in had in mind."""
    with mpl.rc_context({"font.size": 20}):
        ax = draw(name, ax=Figure().add_subplot())
    sizes = {text.get_fontsize() for text in ax.figure.findobj(Text) if text.get_text()}
    assert sizes <= {style.SIZE, style.SMALL}


@pytest.mark.parametrize("name", PLOT)
def test_makes_its_own_figure(name):
    """Without axes a plot makes a figure as wide as asked, and returns its first panel."""
    ax = draw(name, width=plots.ONE_COLUMN)
    assert isinstance(ax, Axes)
    assert ax is ax.figure.axes[0]
    assert ax.figure.get_size_inches()[0] == pytest.approx(3.5)


@pytest.mark.parametrize("name", PLOT)
def test_empty_table(name):
    """A table without rows draws an empty figure that says so."""
    assert "nothing to draw" in words(draw(name, empty(name)))


@pytest.mark.parametrize("name", PLOT)
def test_table_stays_as_it_was(name):
    """A plot leaves the table it draws unchanged."""
    table = TABLE[name]()
    before = table.clone()
    draw(name, table)
    assert table.equals(before, null_equal=True)


@pytest.mark.parametrize("name", PLOT)
def test_missing_column(name):
    """A table that lacks a column is refused by name."""
    column = {"rates": "rate", "voices": "share", "choices": "share", "contrasts": "ratio", "speakers": "words", "robustness": "ratio"}[
        name
    ]
    with pytest.raises(ValueError, match=f"table lacks the column '{column}'"):
        draw(name, TABLE[name]().drop(column))


@pytest.mark.parametrize("name", PLOT)
def test_pandas_draws_the_same(name):
    """A pandas table draws the same figure as the Polars table."""
    pytest.importorskip("pandas")
    pytest.importorskip("pyarrow")
    table = TABLE[name]()
    assert plots.svg(draw(name, table.to_pandas())) == plots.svg(draw(name, table))


def test_no_data_frame():
    """What is no data frame is refused."""
    with pytest.raises(TypeError, match="The rates table is a Polars, pandas or PyArrow data frame, not list"):
        plots.plot_rates([1, 2, 3])


@pytest.mark.parametrize("name", PLOT)
def test_same_table_same_bytes(name):
    """The same table gives the same SVG and the same PNG, byte for byte, without a date."""
    first, second = draw(name), draw(name)
    assert plots.svg(first) == plots.svg(second)
    assert plots.png(first, dpi=60) == plots.png(second, dpi=60)
    assert "<dc:date" not in plots.svg(first)


@pytest.mark.parametrize("name", PLOT)
def test_global_style_stays(name):
    """Drawing and writing change none of the user's settings."""
    before = dict(mpl.rcParams)
    plots.svg(draw(name))
    assert dict(mpl.rcParams) == before


@pytest.mark.parametrize("name", PLOT)
def test_user_style_does_not_leak_in(name):
    """A user's own settings change nothing in a figure of ours."""
    plain = plots.svg(draw(name))
    with mpl.rc_context({"font.size": 20, "axes.facecolor": "red", "svg.fonttype": "none", "axes.grid": True}):
        assert plots.svg(draw(name)) == plain


def test_pyplot_stays_out():
    """Drawing opens no window and leaves pyplot alone."""
    code = "import sys; from framing import plots; print('matplotlib.pyplot' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)  # noqa: S603
    assert done.stdout.strip() == "False"


def test_rates_stand_where_the_table_says():
    """Every rate that is not nan is a point at its value, in the row of its outlet."""
    table = rates()
    ax = plots.plot_rates(table)
    for frame in FRAMES[:3]:
        rows = table.filter(pl.col("frame") == frame)
        assert [point[0] for _, point in sorted(points(panel(ax, frame)).items())] == pytest.approx(rows["rate"].to_list())


def test_rates_share_axis_and_order():
    """All panels have the same axis from 0 and the same rows."""
    ax = plots.plot_rates(rates())
    panels = ax.figure.axes
    assert len({each.get_xlim() for each in panels}) == 1
    assert ax.get_xlim()[0] == 0
    assert len({tuple(text.get_text() for text in each.get_yticklabels()) for each in panels if each is not ax} - {()}) <= 2
    assert [text.get_text().split(" (")[0].replace("\n", " ") for text in ax.get_yticklabels()][:3] == list(OUTLETS[:3])


def test_a_drawing_is_placed_without_drawing_it_again():
    """What was written once is fit to another page: the same as written for it from the start."""
    table = rates().with_columns(link=pl.lit("#e-1"))
    ax = plots.plot_rates(table)
    for place in ({"prefix": "f1-"}, {"page": "../index.html"}, {"prefix": "f2-", "page": 'a"b.html'}):
        assert plots.placed(plots.svg(ax), **place) == plots.svg(ax, **place) != plots.svg(ax)


def test_the_note_names_the_level_as_it_is():
    """A level of 97.5 % is not rounded to 98, and what is no level is refused."""
    table = rates().filter(pl.col("frame") == "defence")
    assert "Line: its 97.5 % interval" in plots.note(plots.plot_rates(table, level=0.975))
    with pytest.raises(ValueError, match=r"level is 95; expected a number between 0 and 1, such as 0\.95"):
        plots.plot_rates(table, level=95)


def test_interval_is_drawn_whenever_there_is_one():
    """Every interval is a line from low to high; a row without one is a hollow point, and the note says why."""
    table = rates().filter(pl.col("frame") == "defence")
    ax = plots.plot_rates(table, level=0.95)
    lines = {
        float(line.get_ydata()[0]): tuple(line.get_xdata()) for line in ax.lines if len(line.get_xdata()) == 2 and line.get_linewidth() > 1
    }
    expected = {i: (row["low"], row["high"]) for i, row in enumerate(table.iter_rows(named=True)) if not math.isnan(row["low"])}
    assert lines == {row: pytest.approx(ends) for row, ends in expected.items()}
    assert [row for row, (_, hollow, _) in points(ax).items() if hollow] == [4.0]
    assert "Hollow point: no interval, for fewer than two articles stand behind it." in words(ax)
    assert "95 % interval" in words(ax)


def test_frame_nobody_used_is_named():
    """A frame never found is told in the note and takes no panel."""
    ax = plots.plot_rates(rates())
    assert "Never found: liberation." in words(ax)
    assert "liberation" not in [each.get_title(loc="left") for each in ax.figure.axes]


def test_rate_without_exposure_is_said():
    """A group with nothing to count in has no point; the row says so."""
    table = rates().with_columns(rate=pl.when(pl.col("outlet") == OUTLETS[0]).then(math.nan).otherwise("rate"))
    ax = plots.plot_rates(table)
    assert 0.0 not in points(panel(ax, "aggression"))
    assert "nothing to count in" in words(ax)


def test_caption_tells_articles_and_exposure():
    """What the points rest on is printed: articles in brackets, the range of words in the note."""
    told = words(plots.plot_rates(rates()))
    assert "Midland Wire (1)" in told
    assert "1,800 to 2,750 words" in told


def test_every_outlet_has_a_shape_and_a_colour_of_its_own():
    """No two of the first 63 groups look alike, and the colours of neighbours differ in grey."""
    looks = [style.mark(index) for index in range(63)]
    assert len(set(looks)) == 63
    ax = plots.plot_rates(rates().filter(pl.col("frame") == "defence"))
    assert len({shape for _, _, shape in points(ax).values()}) == len(OUTLETS)


def test_second_reading_stands_beside_the_first():
    """Rates of all voices stand as grey ticks under those of the own voice, with their intervals, on one axis that holds both."""
    own, whole = (rates(scale).filter(pl.col("frame") == "defence") for scale in (0.3, 1.0))
    ax = plots.plot_rates(own, beside=whole)
    ticks = [float(line.get_xdata()[0]) for line in ax.lines if line.get_marker() == "|"]
    assert ticks == pytest.approx(whole["rate"].to_list())
    assert [value for value, _, _ in points(ax).values()] == pytest.approx(own["rate"].to_list())
    assert ax.get_xlim()[1] > max(ticks)
    assert "Grey tick" in words(ax)
    assert "|" not in [line.get_marker() for line in plots.plot_rates(own).lines]


def test_two_group_columns():
    """Groups of two columns are joined into one row each; numbers added by other rooms are no groups."""
    table = (
        rates()
        .with_columns(event=pl.lit("storm"), hit_articles=pl.lit(3))
        .select("outlet", "event", *tables.TABLES["rates"], "hit_articles")
    )
    label = plots.plot_rates(table).get_yticklabels()[1].get_text()
    assert label.replace("\n", " ") == "The Lantern · storm (7)"


def test_groups_whose_names_hold_the_mark_between_them_stay_apart():
    """Outlet "A · B" on event "c" and outlet "A" on event "B · c" are two rows of the figure and two places on the page."""
    sides = [("A · B", "c"), ("A", "B · c"), ("A ·", "B · c"), ("A", "· B · c")]
    one = rates().head(1)
    table = pl.concat([one.with_columns(outlet=pl.lit(a), event=pl.lit(b)) for a, b in sides])
    table = table.select("outlet", "event", *tables.TABLES["rates"])
    ax = plots.plot_rates(table)
    assert len({label.get_text() for label in ax.get_yticklabels()}) == len(sides)
    assert len(points(ax)) == len(sides)
    assert report.linked(table, by=["outlet", "event"])["link"].n_unique() == len(sides)


def test_one_axes_holds_all_frames():
    """On axes of the user's the frames stand one under the other, each under its name."""
    ax = plots.plot_rates(rates(), ax=Figure().add_subplot())
    assert len(ax.get_yticklabels()) == 9 * len(OUTLETS)
    assert {text.get_text() for text in ax.texts} >= set(FRAMES[:9])


def test_axes_show_their_figure_in_a_notebook():
    """What a plot returns shows itself as the last line of a cell: the bytes of the whole figure as a PNG."""
    ax = plots.plot_rates(rates())
    assert ax._repr_png_() == plots.png(ax, dpi=144)


@pytest.mark.parametrize(("values", "kind"), [([10, 9, 8], "linear"), ([10, 0.5, 0.5], "sqrt"), ([10, 0, 0], "linear"), ([], "linear")])
def test_axis_is_even_unless_most_points_are_squeezed(values, kind):
    """The axis is spaced by roots only where most points would be squeezed, and says so."""
    scale = scales.amounts("Terms", values)
    assert scale.kind == kind
    assert ("square-root" in scale.label) == (kind == "sqrt")


@pytest.mark.parametrize("end", [0.003, 0.7, 3, 17, 240, 90_000])
def test_ticks_are_round_and_few(end):
    """Between two and six round ticks stand on any axis, the first at 0."""
    for values in ([end] * 3, [end, end / 50, end / 50]):
        ticks = scales.amounts("Terms", values).ticks
        assert ticks[0] == 0
        assert 2 <= len(ticks) <= 6
        assert all(float(f"{tick:.1g}") == pytest.approx(tick) or tick / 15 == pytest.approx(round(tick / 15)) for tick in ticks)


def test_one_huge_interval_does_not_squeeze_the_rest():
    """An interval far beyond all points ends in an arrow at the edge of the axis."""
    table = (
        rates()
        .filter(pl.col("frame") == "defence")
        .with_columns(high=pl.when(pl.col("outlet") == OUTLETS[0]).then(500.0).otherwise("high"))
    )
    ax = plots.plot_rates(table)
    assert ax.get_xlim()[1] < 20
    assert any(line.get_marker() == 9 for line in ax.lines)


def test_choices_need_one_choice():
    """A table of several choices wants one named; an unknown one is refused with the list."""
    with pytest.raises(ValueError, match="The table holds 2 choices; name one of them"):
        plots.plot_choices(choices())
    with pytest.raises(ValueError, match="Unknown choice 'wether'; expected one of"):
        plots.plot_choices(choices(), choice="wether")


def test_choices_stand_on_one_axis_of_shares():
    """Every name has its panel from 0 to 100 %; a group that never named the thing says so; unused names are told."""
    ax = plots.plot_choices(choices(), choice="people")
    assert [each.get_title(loc="left") for each in ax.figure.axes] == ["refugees", "civilians"]
    assert ax.get_xlim() == (0, 1)
    assert words(ax).count("never named") == 2
    assert "Never used: attack." in words(plots.plot_choices(choices(), choice="action"))


def test_voices_fill_the_bar():
    """The segments of every bar add up to 1, in the order of the voices, and the number of terms stands at the end."""
    table = voices()
    ax = plots.plot_voices(table)
    bars = [bar for bar in ax.patches if bar.get_width() > 0]
    for place, outlet in enumerate(OUTLETS[:5]):
        mine = [bar for bar in bars if round(bar.get_y() + bar.get_height() / 2) == place]
        assert sum(bar.get_width() for bar in mine) == pytest.approx(1)
        total = table.filter(pl.col("outlet") == outlet)["count"].sum()
        assert f"{total:.0f}" in [text.get_text() for text in ax.texts]
    assert "no terms" in words(ax)


def test_voices_from_rates_by_voice():
    """A rates table by outlet and voice is laid together over its frames."""
    rows = [("A", voice, frame, value) for voice, value in (("own", 1.0), ("direct", 2.0)) for frame in ("x", "y")]
    table = pl.DataFrame(rows, schema=["outlet", "voice", "frame", "value"], orient="row").with_columns(
        articles=pl.lit(3), exposure=pl.lit(9.0)
    )
    widths = [bar.get_width() for bar in plots.plot_voices(table).patches]
    assert widths == pytest.approx([1 / 3, 2 / 3])


def test_voices_interval():
    """The interval of the own voice is a line on the bar, and only where the table has one."""
    assert any(line.get_color() == style.INK for line in plots.plot_voices(voices()).lines)
    assert not plots.plot_voices(voices(interval=False)).lines


def test_voices_unknown_voice():
    """A voice that is none of the four is refused."""
    with pytest.raises(ValueError, match="Unknown voice 'whisper'; expected one of"):
        plots.plot_voices(voices().with_columns(voice=pl.lit("whisper")))


def test_voices_tell_apart_in_grey():
    """No two voices share both their grey and their hatch; neighbours differ by a fifth of the range, or in hatch."""
    greys = [np.dot(mpl.colors.to_rgb(fill), (0.299, 0.587, 0.114)) for fill, _ in plots.voices.FILLS.values()]
    hatches = [hatch for _, hatch in plots.voices.FILLS.values()]
    for i, j in zip(range(3), range(1, 4), strict=True):
        assert abs(greys[i] - greys[j]) > 0.12
        assert hatches[i] != hatches[j]


def test_speakers_are_counted_in_two_voices():
    """Each speaker has a circle and a square at his words, most words first; who is left out is told."""
    table = speakers()
    ax = plots.plot_speakers(table, most=5)
    shown = [text.get_text() for text in ax.get_yticklabels()]
    totals = table.drop_nulls().group_by("speaker").agg(pl.col("words").sum()).sort("words", descending=True)
    assert shown == totals["speaker"].to_list()[:5]
    mine = table.filter(pl.col("outlet") == OUTLETS[0], pl.col("speaker") == shown[0])
    found = points(ax)
    assert (found[-0.15][0], found[0.15][0]) == tuple(mine["words"])
    assert "10 further speakers are not shown." in words(ax)
    assert f"{table.filter(pl.col('speaker').is_null())['words'].sum():,} words have no known speaker." in words(ax)


def test_speakers_do_not_speak_in_the_own_voice():
    """A voice that nobody speaks in is refused."""
    with pytest.raises(ValueError, match="Unknown voice of a speaker 'own'; expected one of"):
        plots.plot_speakers(speakers().with_columns(voice=pl.lit("own")))


def test_contrasts_fill_by_q():
    """A point is filled where q is below the rate asked for, hollow elsewhere, never starred."""
    table = contrasts().filter(pl.col("frame") == "defence")
    ax = plots.plot_contrasts(table, fdr=0.1)
    filled = {row for row, (_, hollow, _) in points(ax).items() if not hollow}
    assert filled == {float(i) for i, q in enumerate(table["q"]) if q < 0.1}
    assert "filled: q < 0.1" in words(ax)
    assert "*" not in words(ax)


def test_contrasts_without_end():
    """A ratio of 0 stands at the left edge as an arrow, one without bound at the right, one undefined nowhere."""
    ax = plots.plot_contrasts(contrasts().filter(pl.col("frame") == "aggression"))
    left, right = ax.get_xlim()
    found = points(ax)
    assert (found[0.0][0], found[0.0][2]) == (left, "<")
    assert (found[1.0][0], found[1.0][2]) == (right, ">")
    assert 2.0 not in found
    assert left == pytest.approx(1 / right)


@pytest.mark.parametrize("name", ["rates", "choices", "contrasts"])
@pytest.mark.parametrize("own_axes", [True, False])
def test_nothing_found_is_said(name, own_axes):
    """Where no group has a hit, the sheet says that nothing was found, and the note names what was looked for."""
    zero = {"rates": ["value", "rate"], "choices": ["count"], "contrasts": ["rate_a", "rate_b"]}[name]
    gone = {"rates": [], "choices": ["share", "low", "high"], "contrasts": ["ratio", "low", "high", "p", "q"]}[name]
    table = TABLE[name]().with_columns(pl.lit(0.0).alias(column) for column in zero)
    table = table.with_columns(pl.lit(math.nan).alias(column) for column in gone)
    told = words(draw(name, table, ax=None if own_axes else Figure().add_subplot()))
    assert "nothing found" in told
    assert {"rates": "Never found: aggression", "choices": "Never used: refugees", "contrasts": "Used by nobody: aggression"}[name] in told


def test_contrasts_say_what_the_ratio_is():
    """The note names the half hit, and a diamond marks a ratio of which one side has no hit."""
    table = (
        contrasts()
        .filter(pl.col("frame") == "defence")
        .with_columns(rate_a=pl.when(pl.col("b") == OUTLETS[2]).then(0.0).otherwise("rate_a"))
    )
    ax = plots.plot_contrasts(table)
    marked = {row for row, (_, _, shape) in points(ax).items() if shape == "D"}
    assert marked == {float(row) for row, rate in enumerate(table["rate_a"]) if rate == 0}
    told = plots.note(ax)
    assert "half a hit added to each side" in told
    assert "Diamond: one side has no hit" in told
    assert "Diamond" not in plots.note(plots.plot_contrasts(contrasts().filter(pl.col("frame") == "defence")))


def test_no_tick_is_explained_where_none_stands():
    """A figure in which nothing was found says nothing of ticks: there are none."""
    empty = rates().with_columns(value=pl.lit(0.0), rate=pl.lit(0.0))
    ax = plots.plot_rates(empty, beside=empty)
    assert "nothing found" in words(ax)
    assert "tick" not in words(ax)


@pytest.mark.parametrize(
    ("unit", "counted"), [("words of own voice", "Terms per 1,000"), ("sentences", "Sentences with the frame per 1,000")]
)
def test_the_axis_of_rates_says_what_is_counted(unit, counted):
    """A classifier finds no terms: what it counts are sentences, passages or articles."""
    ax = plots.plot_rates(rates(), unit=unit)
    assert f"{counted} {unit}" in words(ax)


def test_both_names_of_a_pair_can_be_told_however_long():
    """Where two names do not fit beside one another, neither is left out: every row says who is compared with whom."""
    names = [f"The Daily Gazette of the Northern and Southern Provinces, {part} edition" for part in ("morning", "noon", "evening")]
    table = contrasts().filter(pl.col("frame") == "aggression").head(1)
    pairs = [(a, b) for place, a in enumerate(names) for b in names[place + 1 :]]
    ax = plots.plot_contrasts(pl.concat([table.with_columns(a=pl.lit(a), b=pl.lit(b)) for a, b in pairs]))
    labels = [" ".join(label.get_text().split()) for label in ax.get_yticklabels()]
    told = [[next(part for part in ("morning", "noon", "evening") if part in side) for side in label.split(" / ")] for label in labels]
    assert told == [["morning", "noon"], ["morning", "evening"], ["noon", "evening"]]


def test_contrasts_say_within_what():
    """The note says within what the pairs were compared, or that nothing was held the same."""
    assert "within each event both report" in plots.note(plots.plot_contrasts(contrasts()))
    free = plots.note(plots.plot_contrasts(contrasts(), within=None))
    assert "over all articles at once" in free
    assert "event" not in free


def many(name: str, count: int = 60) -> pl.DataFrame:
    """The small table of a plot for very many groups: the first outlet's rows again and again, each with a little more."""
    table = TABLE[name]()
    if name == "contrasts":
        mine = table.head(1)
        return pl.concat([mine.with_columns(b=pl.lit(f"Paper {i}"), p=pl.lit((count - i) / count)) for i in range(count)])
    mine = table.filter(pl.col("outlet") == OUTLETS[0])
    amount = {"rates": "exposure", "voices": "count", "choices": "count", "speakers": "words"}[name]
    return pl.concat([mine.with_columns(pl.lit(f"Paper {i}").alias("outlet"), pl.col(amount) + i) for i in range(count)])


@pytest.mark.parametrize("name", [name for name in PLOT if name != "robustness"])
def test_a_sheet_holds_so_many(name):
    """Of very many groups or pairs forty are drawn, those that say most, and the note says how many there are."""
    ax = draw(name, many(name))
    told = words(ax)
    assert "Shown: 40 of 60" in told
    assert "Paper 59" in told
    assert "Paper 19" not in told
    plots.png(ax, dpi=60)
    box = ax.figure.findobj(lambda artist: artist.get_gid() == style.NOTE)[0].get_window_extent()
    assert box.y0 >= 0


def test_many_pairs_are_fast():
    """The pairs of two hundred outlets are drawn in seconds."""
    pairs = pl.DataFrame(list(itertools.combinations([f"Paper {i:03}" for i in range(200)], 2)), schema=["a", "b"], orient="row")
    table = pairs.join(contrasts().filter(pl.col("frame") == "defence").head(1).drop("a", "b"), how="cross")
    start = time.perf_counter()
    ax = plots.plot_contrasts(table)
    assert time.perf_counter() - start < 10
    assert "40 of 19,900 pairs" in plots.note(ax)


def test_choices_say_what_the_brackets_hold():
    """In brackets stand namings and, where the table knows, the articles they are from; few intervals are warned of."""
    table = choices().filter(pl.col("choice") == "people")
    assert "In brackets: how often the thing was named." in plots.note(plots.plot_choices(table))
    bare = table.with_columns(naming_articles=3, low=pl.lit(math.nan), high=pl.lit(math.nan))
    ax = plots.plot_choices(bare)
    assert " in 3)" in ax.get_yticklabels()[0].get_text()
    assert "and in how many articles." in plots.note(ax)
    assert "None of the 5 that name it has an interval" in plots.note(ax)
    assert "fewer than two articles" in plots.note(ax)


def test_zero_has_an_upper_end_and_a_reason():
    """Where a rate of 0 has an interval, the note says up to where it reaches."""
    table = rates().with_columns(
        pl.when(pl.col("outlet") == OUTLETS[0]).then(0.0).otherwise(column).alias(column) for column in ("value", "rate", "low")
    )
    assert "From a point at 0 the line reaches the highest rate" in plots.note(plots.plot_rates(table))
    assert "From a point at 0" not in plots.note(plots.plot_rates(rates().filter(pl.col("frame") == "aggression")))


def test_every_panel_has_its_scale():
    """Every panel has the numbers of the shared axis under it, in the upper lines too."""
    ax = plots.plot_rates(rates())
    assert len(ax.figure.axes) == 9
    assert all(each.xaxis.get_tick_params()["labelbottom"] for each in ax.figure.axes)


@pytest.mark.parametrize(("number", "told"), [(1, "1 further speaker is not shown"), (2, "2 further speakers are not shown")])
def test_one_is_no_plural(number, told):
    """One speaker is counted in the singular."""
    assert told in words(plots.plot_speakers(speakers(), most=15 - number))


@pytest.mark.parametrize("name", PLOT)
def test_hostile_names(name):
    """A name with dollar signs, markup, controls or marks of direction is drawn as it reads, without a warning."""
    hostile = {
        OUTLETS[0]: "$\\frac{1}{0}$ & <script>_x_^2 \u202egnorw\u0000\u200f",
        OUTLETS[1]: "Long" * 40,
        OUTLETS[2]: "Bell\nand\tBook \\$5",
    }
    columns = NAMES.get(name, ["outlet"])
    table = TABLE[name]().with_columns(pl.col(column).replace(hostile) for column in columns)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        ax = draw(name, table)
        drawn = plots.svg(ax)
        plots.png(draw(name, table, ax=Figure(figsize=(8, 30)).add_subplot()), dpi=40)
    told = words(ax).replace(" ", "")
    assert "$\\frac{1}{0}$&<script>" in told
    assert not re.search("[\u202e\u200f\u0000]", told)
    assert "script" not in drawn
    assert "…" in told


def test_names_written_from_right_to_left_keep_the_order_of_a_pair():
    """The first outlet of a pair stands first, and 22 in 6 is not read as 6 in 22: marks of direction stand around what parts them."""
    hebrew, arabic, mark = "\u05d4\u05d3", "\u0639\u0631\u0628", "\u200e"
    names = {OUTLETS[0]: hebrew, OUTLETS[1]: arabic, OUTLETS[2]: "The Bell"}
    pairs = contrasts().with_columns(pl.col("a", "b").replace(names))
    rows = [label.get_text() for label in plots.plot_contrasts(pairs.filter(frame=pairs["frame"][0])).get_yticklabels()]
    assert f"{mark}{hebrew} {mark}/{mark} {arabic}" in rows
    assert any(
        ax.get_title(loc="left") == f"{mark}{hebrew} {mark}/{mark}\n{mark}{arabic}" for ax in plots.plot_contrasts(pairs).figure.axes
    )
    sized = [label.get_text() for label in plots.plot_rates(rates().with_columns(pl.col("outlet").replace(names))).get_yticklabels()]
    assert any(label.startswith(f"{mark}{hebrew} {mark}({mark}") for label in sized)
    assert not any(mark in label for label in sized if "Bell" in label)


@pytest.mark.parametrize("value", [1e-9, 3e7, 1e300])
def test_an_axis_has_ticks_however_large_its_numbers(value):
    """Rates of heavy weights, words of very large corpora, and next to nothing: two ticks or more, the last within the axis."""
    scale = scales.amounts("Terms", [value, value / 3], [value * 1.5])
    assert scale.ticks[0] == 0 < scale.ticks[1] <= scale.ticks[-1] <= scale.limits[1]
    assert len(scale.ticks) <= 5


def test_a_rate_that_is_null_is_drawn_like_nan():
    """Null, as other tools write what is undefined, stands as a word, not as an error."""
    table = rates().with_columns(pl.when(pl.int_range(pl.len()) > 0).then(pl.col("rate", "low", "high")))
    assert "nothing to count in" in words(plots.plot_rates(table))


def test_a_long_bold_word_ends_before_the_next_panel():
    """A word cut to fit is cut at the width in which it is drawn."""
    lines = style.wrapped("Donaudampfschifffahrtsgesellschaft" * 3, 1.2, bold=True).split("\n")
    assert len(lines) > 3
    assert max(style.width(line, bold=True) for line in lines) <= 1.2


@pytest.mark.parametrize("given", [None, 1])
def test_a_robustness_figure_names_both_sides_however_long(given):
    """Two long names that differ late are each cut on a line of their own, so that the second is there and can be told."""
    long = "The Very Reverend and Extraordinarily Long-Winded Evening Chronicle of the {} Isles and all the Harbours around them"
    table = robustness().with_columns(a=pl.lit(long.format("Northern")), b=pl.lit(long.format("Southern")))
    ax = plots.plot_robustness(table, width=plots.ONE_COLUMN, ax=None if given is None else Figure().add_subplot())
    title = ax.get_title(loc="left") if given else ax.figure.texts[-1].get_text()
    assert [each in line for each, line in zip(("Northern", "Southern"), title.split("\n"), strict=True)] == [True, True]


@pytest.mark.parametrize("width", [plots.ONE_COLUMN, plots.TWO_COLUMNS])
@pytest.mark.parametrize("name", PLOT)
def test_nothing_falls_off_the_sheet(name, width):
    """Every word stands whole on the figure, over one column and over two, with long names and short ones."""
    long = {OUTLETS[0]: "The Very Reverend Gazette of Upper and Lower Harbour", OUTLETS[1]: "W" * 60}
    columns = NAMES.get(name, ["outlet"])
    ax = draw(name, TABLE[name]().with_columns(pl.col(column).replace(long) for column in columns), width=width, level=0.95)
    plots.png(ax, dpi=100)
    canvas = FigureCanvasAgg(ax.figure)
    sheet = ax.figure.bbox.padded(1)
    for text in ax.figure.findobj(Text):
        box = text.get_window_extent(canvas.get_renderer())
        if (text.get_text() and text.get_visible() and text.axes is not None) or text in ax.figure.texts:
            assert sheet.x0 <= box.x0, text
            assert box.x1 <= sheet.x1, text
            assert sheet.y0 <= box.y0, text
            assert box.y1 <= sheet.y1, text


def test_long_names_take_two_lines_at_most():
    """A long label is wrapped, then cut with an ellipsis, and never wider than its room."""
    text = style.wrapped("The " + "Very " * 20 + "Long Gazette", 1.2, lines=2)
    assert text.count("\n") == 1
    assert text.endswith("…")
    assert all(style.width(line) <= 1.2 for line in text.split("\n"))


def test_names_without_end_are_measured_as_far_as_they_are_printed(monkeypatch):
    """A name of a hundred thousand letters, which a text can hold, costs no more than one that just does not fit."""
    measured = []
    monkeypatch.setattr(style, "width", lambda text, *_, **__: measured.append(len(text)) or len(text) / 20)
    endless = ["Ida " + "o" * 100_000, "“" * 100_000, "Holm, " * 20_000]
    assert all(text.endswith("…") and len(text) < 60 for text in style.apart(endless, 1.2, lines=2))
    assert sum(measured) < 20_000
    monkeypatch.setattr(style, "width", lambda *_, **__: 0.0)  # letters without a width, such as marks above others
    assert "".join(style.wrapped("\u0301" * 2_000, 1.2).split()) == "\u0301" * 2_000


def test_long_names_that_begin_alike_stay_apart():
    """Names that would be cut to the same text lose what they share instead; names that fit, and names given twice, are left whole."""
    long = "The Harbour and Northern Counties Evening Intelligencer and Shipping News"
    names = [f"{long}, morning edition", f"{long}, late edition", f"{long}, late edition abroad", "The Gull", "The Gull", long]
    for inches, lines in ((1.2, 2), (1.2, 1), (0.8, 1)):
        printed = style.apart(names, inches, lines=lines)
        assert len(set(printed)) == 5
        assert printed[1].endswith("late edition")
        assert printed[3:5] == ["The Gull"] * 2
        assert all(style.width(line) <= inches for text in printed for line in text.split("\n"))
    assert style.apart(["x" * 90 + "1", "x" * 90 + "2"], 1.0, lines=2) == ["…1", "…2"]
    outlets = dict(zip(OUTLETS, names[:3], strict=False))
    ax = plots.plot_speakers(
        speakers().filter(pl.col("outlet").is_in(OUTLETS[:3])).with_columns(pl.col("outlet").replace(outlets)), width=3.5
    )
    assert len({panel.get_title(loc="left") for panel in ax.figure.axes}) == 3


@pytest.mark.parametrize("name", ["rates", "choices", "voices"])
def test_marks_lead_where_the_table_says(name):
    """A column `link` becomes links in the SVG; a row without one has none."""
    table = TABLE[name]()
    table = table.with_columns(link=pl.Series([f"#e-{index}" if index < 3 else None for index in range(table.height)]))
    drawn = plots.svg(draw(name, table), prefix="p-")
    linked = set(re.findall(r'<a xlink:href="([^"]+)"', drawn))
    assert linked <= {"#e-0", "#e-1", "#e-2"}
    assert linked


def test_svg_fits_into_a_page():
    """The SVG is one element without prolog, comment, script or text, and its ids carry the prefix."""
    drawn = plots.svg(plots.plot_rates(rates()), prefix="p7-")
    assert drawn.startswith("<svg")
    assert drawn.rstrip().endswith("</svg>")
    assert not re.search("<!--|<!DOCTYPE|<metadata|<text|<script", drawn)
    ids = set(re.findall(r'\bid="([^"]+)"', drawn))
    assert all(each.startswith("p7-") for each in ids)
    assert set(re.findall(r'(?:xlink:href="#|url\(#)([^")]+)', drawn)) <= ids


def test_svg_alone_leads_to_its_page():
    """Links of a figure that stands alone lead to the page; its own ids are no links and keep to themselves."""
    table = TABLE["rates"]().with_columns(link=pl.lit("#elsewhere"))
    drawn = plots.svg(plots.plot_rates(table), prefix="p-", page="../index.html")
    assert set(re.findall(r'<a xlink:href="([^"]+)"', drawn)) == {"../index.html#elsewhere"}


def test_png_has_the_size_of_print():
    """A figure over two columns is 2160 dots wide at 300 dots an inch."""
    from PIL import Image

    assert Image.open(io.BytesIO(plots.png(plots.plot_voices(voices())))).width == 2160


def test_export_wants_a_figure():
    """Something that is neither axes nor a figure is refused."""
    with pytest.raises(TypeError, match="ax is 'rates'; expected the axes of a Matplotlib figure, or a figure"):
        plots.svg("rates")


def curve(table: pl.DataFrame | None = None, **given) -> tuple[Axes, Axes]:
    """The two axes of a specification curve: ratios, and choices."""
    ax = plots.plot_robustness(robustness() if table is None else table, **given)
    return ax, ax.figure.axes[-1]


def dots(ax: Axes) -> dict[float, tuple[list[float], str]]:
    """The marks at each place from left to right: their heights, and their shape."""
    marked = [line for line in ax.lines if line.get_marker() in ("o", "D", "^", "v")]
    return {float(line.get_xdata()[0]): ([float(y) for y in line.get_ydata()], line.get_marker()) for line in marked}


def test_robustness_stands_in_order():
    """Every specification with a ratio is a point, the smallest first, on doublings around a line at 1; the rest is counted."""
    table = robustness()
    ax, _ = curve(table)
    expected = sorted(ratio for ratio in table["ratio"] if not math.isnan(ratio))
    found = [heights[0] for _, (heights, _) in sorted(dots(ax).items())]
    assert found == pytest.approx([min(ratio, ax.get_ylim()[1]) for ratio in expected])
    assert ax.get_yscale() == "log"
    assert any(list(line.get_ydata()) == [1, 1] for line in ax.lines)
    assert dots(ax)[len(expected) - 1][1] == "^"
    assert "Not drawn: 1 without a ratio." in plots.note(ax)


def test_robustness_marks_the_given_one():
    """The specification as given, and only it, is a diamond, above and below; filled are those whose interval excludes 1."""
    table = robustness()
    place = table.filter(pl.col("ratio").is_not_nan()).sort("ratio")["kind"].to_list().index("as given")
    for ax in curve(table):
        assert [where for where, (_, shape) in dots(ax).items() if shape == "D"] == [place]
    filled = [line for line in curve(table)[0].lines if line.get_marker() in ("o", "D", "^") and line.get_markerfacecolor() != "white"]
    clear = table.filter(pl.col("clear") & pl.col("ratio").is_not_nan()).height
    assert len(filled) == clear
    assert f"{clear} filled" in words(curve(table)[0])


def test_robustness_dots_are_the_choices():
    """Under each point stands a dot at each of its choices; a choice on which nothing differs has no row."""
    table = robustness()
    _, matrix = curve(table)
    labels = [text.get_text() for text in matrix.get_yticklabels()]
    rows = table.filter(pl.col("ratio").is_not_nan()).sort("ratio").rows(named=True)
    for place, row in enumerate(rows):
        left_out = f"one {row['kind']}" if row["left_out"] else "nothing"
        wanted = [row["voice"], row["part"], row["exposure"], left_out, row["scores"]]
        assert [labels[round(height)] for height in dots(matrix)[place][0]] == wanted
    assert [text.get_text() for text in matrix.texts] == ["Scores", "Left out", "Exposure", "Part", "Voice"]
    _, fewer = curve(table.filter(pl.col("kind").is_in(["as given", "choices"])))
    assert {text.get_text() for text in fewer.texts} == {"Voice", "Part", "Exposure"}


def test_robustness_is_about_one_finding():
    """The title names the finding; a table of several is refused with the list of them."""
    table = robustness()
    assert f"aggression: {OUTLETS[0]} / (rest)" in words(curve(table)[0])
    both = pl.concat([table, table.with_columns(frame=pl.lit("threat"))])
    with pytest.raises(ValueError, match=r"The table holds 2 findings; keep the rows of one of them: .*'frame': 'threat'"):
        plots.plot_robustness(both)


def test_robustness_draws_what_the_station_makes():
    """The columns of the finished table are those the plot reads."""
    from framing.checks.robustness import SCHEMA

    table = pl.DataFrame(schema=SCHEMA)
    assert "nothing to draw" in words(plots.plot_robustness(table))
    assert SCHEMA.names() == robustness().columns


def test_placebo_stands_beside_the_nominal_rate():
    """One panel a way to shuffle, one point a measure where the table says, a line at the nominal rate."""
    ax = plots.plot_placebo(placebo())
    assert [each.get_title(loc="left") for each in ax.figure.axes] == ["Random halves", "Outlets shuffled"]
    assert [value for value, *_ in points(ax).values()] == pytest.approx([0.046, 0.05, 0.0, 0.31])
    assert 0.05 in [float(line.get_xdata()[0]) for line in ax.lines if len(set(line.get_xdata())) == 1]
    assert "240 tests in 20 rounds and 3,600 tests in 20 rounds" in plots.note(ax)


def test_placebo_without_tests_is_said():
    """A corpus too small for any test has no panel, and the figure says so."""
    assert "no test could be made" in words(plots.plot_placebo(placebo().with_columns(tests=0)))
    assert "no test could be made" in words(plots.plot_placebo(placebo().clear()))


def test_placebo_keeps_the_rules_of_the_house():
    """Drawn on given axes, from pandas too, byte for byte the same; a missing column is named."""
    ax = Figure().add_subplot()
    assert plots.plot_placebo(placebo(), ax=ax) is ax
    assert plots.svg(plots.plot_placebo(placebo())) == plots.svg(plots.plot_placebo(placebo().to_pandas()))
    with pytest.raises(ValueError, match="placebo table lacks the column 'token_below'"):
        plots.plot_placebo(placebo().drop("token_below"))


@pytest.mark.parametrize("width", [plots.ONE_COLUMN, plots.TWO_COLUMNS])
def test_placebo_stays_on_the_sheet(width):
    """No words stand over the edge, on one column or two."""
    ax = plots.plot_placebo(placebo(), width=width)
    plots.png(ax, dpi=60)
    edge = ax.figure.bbox
    boxes = [text.get_window_extent() for text in ax.figure.findobj(Text) if text.get_text() and text.get_visible()]
    assert all(edge.x0 <= box.x0 and box.x1 <= edge.x1 + 1 and box.y0 >= edge.y0 - 1 for box in boxes)


@pytest.mark.parametrize(("frames", "shown"), [(1, 40), (12, 16)])
def test_many_frames_leave_room_for_fewer_pairs(frames, shown):
    """A figure of contrasts is no longer than a page: of many pairs in many frames, the clearest are shown and the note says so."""
    pairs = pl.DataFrame(list(itertools.combinations([f"Paper {i:02}" for i in range(12)], 2)), schema=["a", "b"], orient="row")
    one = contrasts().filter(pl.col("frame") == "defence").head(1).drop("a", "b", "frame")
    ax = plots.plot_contrasts(
        pl.DataFrame({"frame": [f"frame {i}" for i in range(frames)]}).join(pairs, how="cross").join(one, how="cross")
    )
    assert f"Shown: {shown} of 66 pairs" in plots.note(ax)
    assert ax.figure.get_size_inches()[1] < 11


def test_the_shorter_sheet_of_contrasts():
    """A few pairs in several frames have a panel each with the frames as rows, as one pair has; pairs in one frame are its rows."""
    few = contrasts().filter(pl.col("a") == OUTLETS[0])
    ax = plots.plot_contrasts(few)
    assert [each.get_title(loc="left").replace("\n", " ") for each in ax.figure.axes] == [f"{OUTLETS[0]} / {b}" for b in OUTLETS[1:]]
    assert [label.get_text() for label in ax.get_yticklabels()] == list(FRAMES[:5])
    pair = plots.plot_contrasts(few.filter(pl.col("b") == OUTLETS[3]))
    assert [each.get_title(loc="left") for each in pair.figure.axes] == [f"{OUTLETS[0]} /\n{OUTLETS[3]}"]
    one = plots.plot_contrasts(few.filter(pl.col("frame") == "defence"))
    assert [each.get_title(loc="left") for each in one.figure.axes] == ["defence"]
    assert [label.get_text().replace("\n", " ") for label in one.get_yticklabels()] == [f"{OUTLETS[0]} / {b}" for b in OUTLETS[1:]]


def test_the_scorer_is_no_group():
    """The name of the scorer, the same in every row, makes no group of a table without any."""
    table = rates().drop("outlet").with_columns(voice=pl.lit("own"), scorer=pl.lit("conflict 1.0 (0123456789ab)"))
    assert "conflict" not in words(plots.plot_voices(table))
    named = rates().with_columns(scorer=pl.lit("conflict 1.0 (0123456789ab)"))
    assert plots.svg(plots.plot_rates(named)) == plots.svg(plots.plot_rates(rates()))


def test_rows_that_run_into_one_another_on_axes_handed_in_are_told():
    """Axes too low for all panels one under another are drawn on, and a warning says how high they need be."""
    table = pl.concat([rates().with_columns(pl.col("frame") + each) for each in " abcdef"])
    with pytest.warns(
        UserWarning, match=r"rows stand on axes 3\.7 inches high and run into one another; hand in axes of [\d.]+ inches"
    ) as caught:
        plots.plot_rates(table, ax=Figure().add_subplot())
    needed = float(re.search(r"axes of ([\d.]+) inches", str(caught[0].message))[1])
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        ax = plots.plot_rates(table, ax=Figure(figsize=(6.4, needed / 0.77 + 0.1)).add_subplot())
        plots.plot_rates(table)
    ax.figure.draw_without_rendering()
    boxes = sorted((label.get_window_extent() for label in ax.get_yticklabels()), key=lambda box: box.y0)
    assert all(below.y1 <= above.y0 + 1 for below, above in itertools.pairwise(boxes))


@pytest.fixture
def typefaces(monkeypatch):
    """Fonts as they are listed on a machine without further ones; a test may add its own."""
    own = [face for face in fontManager.ttflist if face.name == fonts.OWN or face.name.startswith("Last Resort")]
    monkeypatch.setattr(fontManager, "ttflist", own)
    caches = (fonts.families, fonts._paths, fonts._letters, style.width)
    for cache in caches:
        cache.cache_clear()
    yield own
    for cache in caches:
        cache.cache_clear()


def harbour(path):
    """Write a typeface of one Chinese letter, a square."""
    builder = FontBuilder(1000, isTTF=True)
    builder.setupGlyphOrder([".notdef", "port"])
    builder.setupCharacterMap({0x6E2F: "port"})
    pen = TTGlyphPen(None)
    for at, move in enumerate([(0, 0), (0, 700), (700, 700), (700, 0)]):
        (pen.lineTo if at else pen.moveTo)(move)
    pen.closePath()
    square = pen.glyph()
    builder.setupGlyf({".notdef": square, "port": square})
    builder.setupHorizontalMetrics({".notdef": (800, 0), "port": (800, 0)})
    builder.setupHorizontalHeader(ascent=800, descent=-200)
    builder.setupNameTable({"familyName": "Harbour Test", "styleName": "Regular"})
    builder.setupOS2(sTypoAscender=800, usWeightClass=400)
    builder.setupPost()
    builder.save(path)
    return path


@pytest.mark.parametrize("own_axes", [True, False])
def test_letters_that_the_typeface_lacks_come_from_an_installed_one(typefaces, tmp_path, own_axes):
    """A name in letters that Matplotlib's typeface lacks is set in one that has them, and is measured in it; nothing is warned of."""
    fontManager.addfont(harbour(tmp_path / "harbour.ttf"))
    assert fonts.families("\u6e2f Post") == [fonts.OWN, "Harbour Test"]
    assert fonts.families("Морской вестник") == [fonts.OWN]
    table = rates().with_columns(pl.col("outlet").replace("The Lantern", "\u6e2f\u6e2f\u6e2f"))
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        ax = plots.plot_rates(table, ax=None if own_axes else Figure(figsize=(8, 30)).add_subplot())
        plots.svg(ax)
        plots.png(ax, dpi=50)
    assert any("Harbour Test" in label.get_fontfamily() for label in ax.get_yticklabels())
    assert style.width("\u6e2f", 10) == pytest.approx(0.8 * 10 / 72, rel=0.01)


def test_letters_that_no_typeface_has_are_told_once_in_words(typefaces):
    """Where no typeface has them, one warning names the letters and what helps, not one a letter from Matplotlib."""
    table = rates().with_columns(pl.col("outlet").replace("The Lantern", "\u6e2f\u53e3"))
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        plots.png(plots.plot_rates(table), dpi=50)
    told = [str(each.message) for each in caught]
    assert len(told) == 1
    assert told[0].startswith("the font of the figures lacks \u6e2f\u53e3; names have boxes there")
    assert "once it is installed" in told[0]
    assert caught[0].filename == __file__
