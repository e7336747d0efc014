"""The figures of a report: drawn from finished tables, saved for print and handed to the page."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import polars as pl

from framing import plots
from framing.report import Figure, linked


def draw(tables: Mapping[str, pl.DataFrame], folder: Path, *, by: str, voice: str, level: float) -> list[Figure]:
    """Draw every figure, write it to `folder` as PNG and SVG, and return it for the page."""
    drawn = []
    for number, (kind, title, name, axes) in enumerate(_axes(tables, by, voice, level)):
        svg = plots.svg(axes, prefix=f"f{number}-")
        (folder / f"{name}.png").write_bytes(plots.png(axes))
        (folder / f"{name}.svg").write_text(svg, encoding="utf-8")
        drawn.append(Figure(kind, title, svg, file=f"figures/{name}.png"))
        axes.figure.clear()
    return drawn


def _axes(tables: Mapping[str, pl.DataFrame], by: str, voice: str, level: float) -> Iterator[tuple[str, str, str, Any]]:
    words = "words of any voice" if voice == "all" else f"words of {voice} voice"
    rates = linked(tables["rates"], by)
    if rates.height:
        yield "rates", "How often: rates of frames", "rates", plots.plot_rates(rates, unit=words, level=level)
    if tables["voices"].height:
        yield (
            "voices",
            "Whose words: voices of the loaded terms",
            "voices",
            plots.plot_voices(tables["voices"], level=level, of="loaded terms"),
        )
    named = linked(tables["choices"], by)
    for choice in _named(named):
        yield "choices", f"By what name: {choice}", f"choices-{_slug(choice)}", plots.plot_choices(named, choice=choice, level=level)
    if tables["contrasts"]["ratio"].is_finite().any():
        yield "contrasts", "Side by side: ratios within events", "contrasts", plots.plot_contrasts(tables["contrasts"], level=level)


def _named(choices: pl.DataFrame) -> list[str]:
    """Referents that were named by more than one name, most often named first."""
    used = choices.filter(pl.col("count") > 0).group_by("choice").agg(pl.col("name").n_unique(), pl.col("count").sum())
    return used.filter(pl.col("name") > 1).sort("count", "choice", descending=[True, False])["choice"].to_list()


def _slug(name: str) -> str:
    return "".join(letter if letter.isalnum() else "-" for letter in name.lower())
