"""The figures of a report: drawn from finished tables, saved for print and handed to the page."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

import polars as pl

from framing import plots
from framing.cli.walk import stratum_of
from framing.plots.fonts import told_once
from framing.report import Figure, linked

SAID = {"own": "of own voice", "direct": "in direct quotation", "indirect": "in indirect speech", "scare": "in scare quotes"}
OPEN = 3  # naming choices shown unfolded on the page, most often named first


class Drawn(NamedTuple):
    """One figure, before it is written: what kind, its heading, its file's name, its axes, whether folded away, and of what choice."""

    kind: str
    title: str
    name: str
    axes: Any
    folded: bool = False
    of: str = ""


def draw(tables: Mapping[str, pl.DataFrame], folder: Path, options: Mapping[str, Any], unit: str = "words") -> list[Figure]:
    """Draw every figure, write it to `folder` as PNG and SVG, and return it for the page; `unit` is what exposure counts."""
    with told_once():
        every = _drawn(tables, options["by"], options["voice"], options["level"], stratum_of(options["within"]), unit)
        return [_written(drawn, folder, f"f{number}-") for number, drawn in enumerate(every)]


def _written(drawn: Drawn, folder: Path, prefix: str) -> Figure:
    """Write one figure to `folder`, and return it for the page, its ids behind `prefix`."""
    (folder / f"{drawn.name}.png").write_bytes(plots.png(drawn.axes))
    element, told = plots.svg(drawn.axes), plots.note(drawn.axes)
    (folder / f"{drawn.name}.svg").write_text(plots.placed(element, page="../index.html"), encoding="utf-8")
    drawn.axes.figure.clear()
    inside = plots.placed(element, prefix=prefix)
    return Figure(drawn.kind, drawn.title, inside, file=f"figures/{drawn.name}.png", folded=drawn.folded, told=told, of=drawn.of)


def _drawn(tables: Mapping[str, pl.DataFrame], by: str, voice: str, level: float, within: str | None, unit: str) -> Iterator[Drawn]:
    if tables["rates"].height:
        yield Drawn("rates", "How often: rates of frames", "rates", _rates(tables, by, voice, level, unit))
    if tables["voices"].height:
        what = "loaded terms" if unit == "words" else f"{unit} with a frame"
        axes = plots.plot_voices(linked(tables["voices"], by), level=level, of=what)
        yield Drawn("voices", f"Whose words: voices of the {what}", "voices", axes)
    named = linked(tables["choices"], by)
    for place, choice in enumerate(_named(named)):
        axes = plots.plot_choices(named, choice=choice, level=level)
        name = f"choices-{place + 1}-{_slug(choice)}"
        yield Drawn("choices", f"By what name: {choice}", name, axes, place >= OPEN or _thin(named, choice), choice)
    if tables["speakers"]["speaker"].null_count() < tables["speakers"].height:
        yield Drawn("speakers", "Who gets to speak", "speakers", plots.plot_speakers(tables["speakers"].drop("articles")))
    contrasts = tables["contrasts"]
    if contrasts["ratio"].is_finite().any():
        axes = plots.plot_contrasts(contrasts, level=level, within=within)
        title = f"Side by side: ratios of rates{f' within {within}s' if within else ''}"
        yield Drawn("contrasts", title, "contrasts", axes)


def _rates(tables: Mapping[str, pl.DataFrame], by: str, voice: str, level: float, unit: str) -> Any:
    """Rates in the voice asked for, with the plain count of all voices beside them."""
    if voice == "all":
        return plots.plot_rates(linked(tables["rates"], by), unit=f"{unit} of any voice", level=level)
    beside = linked(tables["rates_all_voices"], by)
    return plots.plot_rates(linked(tables["rates"], by), beside=beside, unit=f"{unit} {SAID[voice]}", level=level)


def _thin(choices: pl.DataFrame, choice: str) -> bool:
    """Whether fewer than half of the groups that name a thing do so often enough for an interval."""
    naming = choices.filter((pl.col("choice") == choice) & pl.col("share").is_not_nan())
    return naming["low"].is_not_nan().sum() < naming.height / 2


def _named(choices: pl.DataFrame) -> list[str]:
    """Referents that were named by more than one name, most often named first."""
    used = choices.filter(pl.col("count") > 0).group_by("choice").agg(pl.col("name").n_unique(), pl.col("count").sum())
    return used.filter(pl.col("name") > 1).sort("count", "choice", descending=[True, False])["choice"].to_list()


def _slug(name: str) -> str:
    return "".join(letter if letter.isalnum() else "-" for letter in name.lower())[:60]
