"""Result tables and figures to one page that needs nothing beside itself."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from importlib import resources
from typing import Any

import polars as pl

from framing import tables
from framing.report import evidence, rows, written

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
    """

    kind: str
    title: str
    svg: str
    note: str = ""
    file: str = ""
    folded: bool = False

    def __post_init__(self) -> None:
        tables.known(self.kind, KINDS, "kind of figure")
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
        `published`, `left` and `right` of the whole sentence.
    figures
        In the order they shall stand.
    facts
        The corpus in a few numbers, by what they count.
    notes
        What reading found and what was dropped, a sentence each.
    provenance
        What the page was made from and by: versions, options, seed, hashes; may be nested.
    definitions
        What a frame or a choice means, by its name.
    by
        The group column or columns of the tables.
    voice
        The voice that `rates`, `contrasts` and `choices` read: own, direct, indirect, scare, or all.
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
    provenance: Mapping[str, Any] = field(default_factory=dict)
    definitions: Mapping[str, str] = field(default_factory=dict)
    by: str | Sequence[str] = "outlet"
    voice: str = "own"
    unit: str = "words"
    per: float = 1000
    level: float = 0.95
    sentences: int = 6

    def __post_init__(self) -> None:
        for name in self.tables:
            tables.known(name, ("rates", "rates_all_voices", "voices", "contrasts", "choices", "hits"), "table of the page")
        tables.known(self.voice, (*tables.VOICES, "all"), "voice")

    @property
    def groups(self) -> list[str]:
        """The group columns as a list."""
        return [self.by] if isinstance(self.by, str) else list(self.by)


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

    template = resources.files("framing").joinpath("report.html.j2").read_text(encoding="utf-8")
    house = Environment(autoescape=True, finalize=written.shown, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    house.filters |= {"figure": _figure, "told": _told}
    return house.from_string(template).render(page=page, **_content(page))


def _content(page: Page) -> dict[str, Any]:
    """Turn every table the page has into rows; what is absent is an empty list."""
    given, by = page.tables, page.groups
    return {
        "rates": rows.rates(given["rates"], given.get("rates_all_voices", given["rates"]), by) if "rates" in given else [],
        "voices": rows.voices(given["voices"], by) if "voices" in given else [],
        "contrasts": rows.contrasts(given["contrasts"]) if "contrasts" in given else [],
        "choices": rows.choices(given["choices"], by) if "choices" in given else [],
        "evidence": list(evidence.bundles(given["hits"], by, page.sentences)) if "hits" in given else [],
        "first": {figure.kind: number for number, figure in reversed(list(enumerate(page.figures, 1)))},
        "interval": f"{100 * page.level:g} %",
        "voice_names": {"own": "own voice", "direct": "direct quotation", "indirect": "indirect speech", "scare": "scare quotes"},
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
