"""A figure as text or bytes, the same each time; whoever calls decides where to save them."""

import html
import io
import re

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.text import Text

from framing import arguments
from framing.plots.fonts import told_once
from framing.plots.style import NOTE, styled

_BEFORE = re.compile(r"^.*?(?=<svg\b)", re.DOTALL)
_DROPPED = re.compile(r"<!--.*?-->\s*|<metadata>.*?</metadata>\s*", re.DOTALL)
_ID = re.compile(r'(\bid="|<use xlink:href="#|url\(#)')
_LINK = re.compile(r'(<a xlink:href=")(?=#)')


def svg(ax: Axes | Figure, *, prefix: str = "", page: str = "") -> str:
    """Write the figure of `ax` as one ``<svg>`` element, fit to stand inside an HTML page.

    Letters are outlines, so no font is needed and no word of an article stands in the element. Comments and
    metadata are left out: the same table gives the same text.

    Parameters
    ----------
    ax
        What a plot returned, or its figure.
    prefix
        Put before every id inside the element, so that several figures can share a page.
    page
        Where links of the form ``#place`` lead if the figure stands alone, such as ``../index.html``.
    """
    out = io.StringIO()
    with styled(), told_once():
        _figure(ax).savefig(out, format="svg", metadata={"Date": None, "Creator": None, "Format": None, "Type": None})
    return placed(_DROPPED.sub("", _BEFORE.sub("", out.getvalue())), prefix=prefix, page=page)


def placed(element: str, *, prefix: str = "", page: str = "") -> str:
    """Fit an element that `svg` wrote without `prefix` and `page` to a place of its own, without drawing it again."""
    for name, value in {"element": element, "prefix": prefix, "page": page}.items():
        arguments.of_type(name, value, str, "text")
    return _LINK.sub(lambda match: match[1] + html.escape(page), _ID.sub(lambda match: match[1] + prefix, element))


def png(ax: Axes | Figure, *, dpi: float = 300) -> bytes:
    """Write the figure of `ax` as a PNG of `dpi` dots per inch, without date or version, so that it repeats."""
    arguments.number("dpi", dpi, "dots per inch, from 10 to 2400", 10, 2400)
    out = io.BytesIO()
    with styled(), told_once():
        _figure(ax).savefig(out, format="png", dpi=dpi, metadata={"Software": None})
    return out.getvalue()


def note(ax: Axes | Figure) -> str:
    """Return the note under the figure of `ax` as plain words, for a page on which the drawing may be too small to read."""
    marked = _figure(ax).findobj(lambda artist: artist.get_gid() == NOTE)
    return " ".join(" ".join(artist.get_text().split()) for artist in marked if isinstance(artist, Text))


def _figure(ax: Axes | Figure) -> Figure:
    figure = ax.get_figure(root=True) if isinstance(ax, Axes) else ax
    return arguments.of_type("ax", figure, Figure, "the axes of a Matplotlib figure, or a figure")  # type: ignore[no-any-return]
