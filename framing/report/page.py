"""Result tables and figures to one page that needs nothing beside itself."""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from importlib import resources
from types import NoneType
from typing import Any

import polars as pl

from framing import arguments, tables
from framing.report import checked, evidence, reworded, rows, written

TABLES = ("rates", "rates_all_voices", "voices", "contrasts", "choices", "hits", "rewordings", "placebo", "voice_bounds", "robustness")
GROUPED = ("rates", "rates_all_voices", "voices", "choices", "hits")  # those that have the group columns
FINISHED = {"rates": "rates", "rates_all_voices": "rates", "contrasts": "contrasts", "choices": "choices"}  # as `framing.tables` has them
NEEDED = {"rewordings": reworded.COLUMNS}
KINDS = ("rates", "voices", "choices", "contrasts", "speakers")
# What no figure of ours contains, in the words of an SVG that could run, load or embed something.
_ACTIVE = re.compile(
    r"<\s*(?:script|foreignObject|iframe|object|embed|image|use[^>]+href=.(?!#)|!ENTITY)|\son\w+\s*=|javascript:|@import", re.I
)


@dataclass(frozen=True)
class Figure:
    """A figure for the page.

    Parameters
    ----------
    kind
        What it draws, which decides how the caption says to read it: rates, voices, choices, contrasts, speakers.
    title
        The heading over it.
    svg
        The figure as text, from ``plots.svg(ax, prefix=...)``; the only text that enters the page unescaped.
    note
        A sentence of your own, after the caption.
    file
        Where the same figure stands for print, such as ``figures/rates.png``.
    folded
        Show only the title until the reader opens it, for the later ones of many figures of a kind.
    told
        The note inside the drawing as words, from ``plots.note(ax)``: for a narrow screen, on which the drawing must be
        scrolled, and for those who have the page read to them.
    of
        The naming choice it is about, if it is about one: what that means stands in the caption.
    """

    kind: str
    title: str
    svg: str
    note: str = ""
    file: str = ""
    folded: bool = False
    told: str = ""
    of: str = ""

    def __post_init__(self) -> None:
        arguments.known(self.kind, KINDS, "kind of figure")
        if not self.svg.lstrip().startswith("<svg") or _ACTIVE.search(self.svg):
            raise ValueError(f"The figure {self.title!r} is no plain <svg> element; make it with plots.svg(ax)")


@dataclass(frozen=True)
class Page:
    """Everything a report page shows.

    Parameters
    ----------
    title
        The heading of the page.
    tables
        Finished tables by name; those left out leave their part of the page out. `rates`: in the voice asked
        for; `rates_all_voices`: whoever speaks; `voices`; `contrasts`; `choices`; `hits`: a hits table with
        `published`, `left` and `right` of the whole sentence; `rewordings`: of `framing.copies`, with labels; `placebo`,
        `voice_bounds`, `robustness`: of `framing.checks`.
    figures
        In the order they shall stand.
    facts
        The corpus in a few numbers, by what they count.
    notes
        What reading found and what was dropped, a sentence each.
    warnings
        What the program warned of while it computed the tables, a sentence each.
    provenance
        What the page was made from and by: versions, options, seed, hashes; may be nested.
    definitions
        What a frame or a choice means, by its name.
    by
        The group column or columns of the tables.
    voice
        The voice that `rates`, `contrasts` and `choices` read: own, direct, indirect, scare, or all.
    within
        What the pairs of `contrasts` were compared within, as handed to it; None: over all articles at once.
    unit, per
        What rates are counted in: per 1000 words.
    level
        Level of the intervals, 0 to 1.
    sentences
        How many sentences of each voice are shown under a number; the rest stand in ``tables/hits.csv``.
    """

    title: str
    tables: Mapping[str, pl.DataFrame]
    figures: Sequence[Figure] = ()
    facts: Mapping[str, Any] = field(default_factory=dict)
    notes: Sequence[str] = ()
    warnings: Sequence[str] = ()
    provenance: Mapping[str, Any] = field(default_factory=dict)
    definitions: Mapping[str, str] = field(default_factory=dict)
    by: str | Sequence[str] = "outlet"
    voice: str = "own"
    within: str | None = "event"
    unit: str = "words"
    per: float = 1000
    level: float = 0.95
    sentences: int = 6

    def __post_init__(self) -> None:
        for name in ("title", "unit"):
            arguments.of_type(name, getattr(self, name), str, "text")
        for name in ("tables", "facts", "provenance", "definitions"):
            arguments.of_type(name, getattr(self, name), Mapping, "a mapping of names to what is shown")
        for name in ("figures", "notes", "warnings"):
            arguments.of_type(name, getattr(self, name), (list, tuple), "a list")
        for figure in self.figures:
            arguments.made(figure, Figure, "a page")
        for name, table in self.tables.items():
            arguments.known(name, TABLES, "table of the page")
            arguments.of_type(f"the table {name!r}", table, pl.DataFrame, "a Polars data frame")
            for column in (
                *(self.groups if name in GROUPED else ()),
                *tables.TABLES.get(FINISHED.get(name, ""), ()),
                *NEEDED.get(name, ()),
            ):
                arguments.known(column, table.columns, f"column of the table {name!r}:")
        arguments.known(self.voice, (*tables.VOICES, "all"), "voice")
        arguments.of_type("within", self.within, (str, NoneType), "the name of a column, or None")
        arguments.number("per", self.per, "a number above 0, such as 1000", 0, ends="()")
        arguments.whole("sentences", self.sentences, "0 sentences or more", 0)
        arguments.coverage(self.level)

    @property
    def groups(self) -> list[str]:
        """The group columns as a list."""
        return arguments.several("by", self.by, "the name of a column, or several")


def render(page: Page) -> str:
    """Write the page as one HTML document: no network, no script; text of articles only ever as text.

    The same page gives the same document, byte for byte.

    Examples
    --------
    >>> html = render(Page("Two <outlets>", tables={}))
    >>> "Two &lt;outlets&gt;" in html, "<script" in html
    (True, False)
    """
    from jinja2 import Environment, StrictUndefined

    arguments.made(page, Page, "render()")
    template = resources.files("framing").joinpath("report.html.j2").read_text(encoding="utf-8")
    house = Environment(autoescape=True, finalize=written.shown, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    house.filters |= {"figure": _figure, "told": _told, "prose": written.prose}
    return house.from_string(template).render(page=page, **_content(page))


def _content(page: Page) -> dict[str, Any]:
    """Turn every table the page has into rows; what is absent is an empty list."""
    told = list(evidence.bundles(page.tables["hits"], page.groups, page.sentences)) if "hits" in page.tables else []
    return _compared(page, {bundle.anchor for _, _, bundles in told for bundle in bundles}) | {
        "evidence": told,
        "stance": rows.stance(page.tables["hits"], page.voice) if "hits" in page.tables else None,
        "first": {figure.kind: number for number, figure in reversed(list(enumerate(page.figures, 1)))},
        "interval": f"{100 * page.level:g} %",
        "tail": f"{50 * (1 - page.level):.3g} %",
        "most": rows.MOST,
        "voice_names": {"own": "own voice", "direct": "direct quotation", "indirect": "indirect speech", "scare": "scare quotes"},
        "of_outlets": page.groups == ["outlet"],
    }


def _compared(page: Page, places: Collection[str]) -> dict[str, Any]:
    """The tables of numbers, each cut to what a page can show, and how many groups each has in `total`; `places` have sentences."""
    given, by = page.tables, page.groups
    amounts = {"rates": "exposure", "voices": "count", "choices": "count"}
    cut = {name: rows.largest(given[name], by, amount) for name, amount in amounts.items() if name in given}
    table = {name: shown for name, (shown, _) in cut.items()}
    return {
        "rates": rows.rates(table["rates"], given.get("rates_all_voices", given["rates"]), by) if "rates" in table else [],
        "voices": rows.voices(table["voices"], by) if "voices" in table else [],
        "choices": rows.choices(table["choices"], by) if "choices" in table else [],
        "contrasts": rows.contrasts(given["contrasts"], places) if "contrasts" in given else [],
        "reworded": reworded.pairs(given["rewordings"]) if "rewordings" in given else [],
        "checks": checked.checks(given),
        "tested": given["contrasts"]["p"].is_not_nan().sum() if "contrasts" in given else 0,
        "total": {name: total for name, (_, total) in cut.items()},
    }


def _figure(figure: Figure) -> Any:
    """Hand our own drawing through unescaped; `Figure` has looked at it."""
    from markupsafe import Markup

    return Markup(figure.svg)  # noqa: S704


def _told(value: Any) -> str:
    """Write a number or a list of the provenance in one line."""
    if isinstance(value, int) and not isinstance(value, bool):
        return f"{value:,}"
    return ", ".join(_told(item) for item in value) if isinstance(value, (list, tuple)) else str(value)
