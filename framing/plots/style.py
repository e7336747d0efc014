"""How the figures look, in one place: sizes for print, type, colours and shapes; nothing global is changed.

Sizes are those of a journal page. The typeface comes with Matplotlib, so the same table gives the same bytes on
every machine. Colours are those of Okabe and Ito (2008, https://jfly.uni-koeln.de/color/), without yellow, which
is too pale on white; every colour has a shape of its own, and no figure needs either to be read.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import takewhile
from typing import Any

import matplotlib as mpl
import matplotlib.style
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties
from matplotlib.text import Text
from matplotlib.textpath import text_to_path

from framing.plots import fonts

ONE_COLUMN, TWO_COLUMNS = 3.5, 7.2
"""Widths of a figure over one and two columns of a page, in inches."""

INK, GREY, RULE = "#1a1a1a", "#5c5c5c", "#dcdcdc"
COLOURS = ("#0072B2", "#D55E00", "#009E73", "#CC79A7", "#000000", "#E69F00", "#56B4E9")
SHAPES = ("o", "s", "^", "D", "v", "P", "X", "<", ">")
SIZE, SMALL = 7.0, 6.2
"""Point sizes of labels and of notes."""

_MOST = 500  # letters of a word that are measured at a time, far more than a line holds

LEFT_TO_RIGHT = "\u200e"
_PARTS = re.compile(r"[/·:]|\((?=[^()]*\)$)")
"""What stands between names, and before the size in brackets at the end of a label."""

NOTE = "note"
"""Name of the text under a figure, by which it is found again."""

RC: dict[Any, Any] = {
    "font.family": fonts.OWN,
    "font.size": SIZE,
    "text.color": INK,
    "text.hinting": "none",
    "text.parse_math": False,
    "text.usetex": False,
    "axes.edgecolor": GREY,
    "axes.labelcolor": INK,
    "axes.linewidth": 0.6,
    "axes.titlelocation": "left",
    "axes.unicode_minus": True,
    "xtick.color": INK,
    "ytick.color": INK,
    "xtick.labelsize": SMALL,
    "ytick.labelsize": SIZE,
    "hatch.linewidth": 0.6,
    "hatch.color": "#ffffff",
    "svg.fonttype": "path",
    "svg.hashsalt": "framing",
    "figure.dpi": 144,
    "savefig.dpi": 300,
    "path.simplify": False,
}


class Plate(Figure):
    """A Matplotlib figure that is in no window manager's hands, yet shows itself in a notebook."""

    def _repr_png_(self) -> bytes:
        from framing.plots.export import png

        return png(self, dpi=144)


class Panel(Axes):
    """Axes of a plate. As the last line of a notebook's cell they show the whole figure."""

    def _repr_png_(self) -> bytes:
        from framing.plots.export import png

        return png(self, dpi=144)


def plate(width: float, height: float) -> Plate:
    """Return an empty figure, in inches, without touching pyplot's list of open figures."""
    return Plate(figsize=(width, height), facecolor="white")


def panel(figure: Figure, bounds: tuple[float, float, float, float]) -> Axes:
    """Return new axes at `bounds`: left, bottom, width and height as shares of the figure."""
    return figure.add_axes(bounds, axes_class=Panel)


def styled() -> Any:
    """Return the context in which every figure is drawn and written; no setting leaks in or out."""
    return mpl.style.context(["default", RC])


def mark(index: int) -> tuple[str, str]:
    """Colour and shape of the group at place `index`; the pair repeats only after 63 groups.

    Examples
    --------
    >>> mark(0), mark(7)
    (('#0072B2', 'o'), ('#0072B2', '<'))
    """
    return COLOURS[index % len(COLOURS)], SHAPES[index % len(SHAPES)]


def clean(text: Any) -> str:
    r"""Return `text` without control characters and marks of writing direction, for a label on one line.

    Examples
    --------
    >>> clean("The\u202e Daily\nBell")
    'The Daily Bell'
    """
    spaced = " ".join(str(text).split())
    return "".join(sign for sign in spaced if unicodedata.category(sign) not in ("Cc", "Cf", "Cs", "Co"))


@lru_cache(1 << 14)  # the same names stand in most figures of a report, and measuring one takes a millisecond
def width(text: str, size: float = SIZE, *, bold: bool = False) -> float:
    """Width of one line of `text` in inches, set at `size` points."""
    font = FontProperties(family=fonts.families(text), size=size, weight="bold" if bold else "normal")
    with fonts.unsaid():
        return float(text_to_path.get_text_width_height_descent(text, font, ismath=False)[0]) / 72


def wrapped(text: Any, inches: float, *, size: float = SIZE, lines: int | None = None, bold: bool = False) -> str:
    """Break `text` into lines no wider than `inches`; what does not fit into `lines` is cut with an ellipsis."""
    rows = [""]
    for word in _words(clean(text), inches, size, bold=bold):
        longer = f"{rows[-1]} {word}".strip()
        if not rows[-1] or width(longer, size, bold=bold) <= inches:
            rows[-1] = longer
        elif len(rows) == lines:  # what comes now is not printed, and need not be measured
            break
        else:
            rows.append(word)
    else:
        return "\n".join(rows)
    last = rows.pop()
    while last and width(last + "…", size, bold=bold) > inches:
        last = last[:-1]
    return "\n".join([*rows, last.rstrip() + "…"])


def apart(names: Sequence[Any], inches: float, *, lines: int, bold: bool = False) -> list[str]:
    """Break names into lines as `wrapped` does; those that would look alike are cut where they are alike, not at their end.

    Examples
    --------
    >>> apart(["The Evening Post of the North", "The Evening Post of the South"], 1.0, lines=1)
    ['The … North', 'The … South']
    """

    def fitted(name: str) -> str:
        return wrapped(name, inches, lines=lines, bold=bold)

    given = [clean(name) for name in names]
    printed = _told_apart(list(dict.fromkeys(given)), fitted)
    return [printed[name] for name in given]


def _told_apart(names: list[str], fitted: Callable[[str], str]) -> dict[str, str]:
    """Different names as printed: of those that come out alike, as little of what they share as it takes is left out."""
    printed = {name: fitted(name) for name in names}
    for alike in _groups(printed):
        ways = [{name: fitted(short) for name, short in way.items()} for way in _shortened(alike)]
        best: dict[str, str] = max(ways, key=_clear)
        printed |= best
        for still in _groups({name: printed[name] for name in alike}):
            printed |= _told_apart(still, fitted) if len(still) < len(alike) else {}
    return printed


def _clear(printed: dict[str, str]) -> tuple[int, int]:
    """How many names can be told from others as printed, and how many are printed to their end."""
    return len(set(printed.values())), sum(not text.endswith("…") for text in printed.values())


def _groups(printed: dict[str, str]) -> list[list[str]]:
    """Names that are printed alike."""
    alike: dict[str, list[str]] = {}
    for name, text in printed.items():
        alike.setdefault(text, []).append(name)
    return [names for names in alike.values() if len(names) > 1]


def _shortened(names: list[str]) -> Iterator[dict[str, str]]:
    """Leave out more and more of the beginning that names share: from its last word back to the first, then letters too."""
    first, last = min(names), max(names)
    alike = len([*takewhile(lambda pair: pair[0] == pair[1], zip(first, last, strict=False))])
    at = first[:alike].rfind(" ") + 1
    words = first[:at].split()
    for kept in range(len(words) - 1, -1, -1):
        yield {name: " ".join([*words[:kept], "…", name[at:]]) for name in names}
    yield {name: f"…{name[alike:]}" for name in names}


def _words(text: str, inches: float, size: float, *, bold: bool) -> Iterator[str]:
    """Split at white space, and inside a word that alone is too wide for the line; no more of it is measured than may fit."""
    for word in text.split():
        rest = word
        while len(rest) > 1 and ((wide := width(rest[:_MOST], size, bold=bold)) > inches or len(rest) > _MOST):
            fit = max(1, int(len(rest[:_MOST]) * inches / max(wide, inches)) - 1)
            yield rest[:fit]
            rest = rest[fit:]
        yield rest


def in_order(label: str) -> str:
    r"""Return a label whose names and numbers stand from left to right in their order, also where a name is written from right to left.

    Otherwise the first name of a pair would stand second, and *22 in 6* would be read as *6 in 22*. A label without such a name stays.

    Examples
    --------
    >>> in_order("The Gull (22 in 6)"), in_order("\u05d0 / \u05d1")
    ('The Gull (22 in 6)', '\u200e\u05d0 \u200e/\u200e \u05d1')
    """
    if not any(unicodedata.bidirectional(sign) in ("R", "AL") for sign in label):
        return label
    return "\n".join(LEFT_TO_RIGHT + _PARTS.sub(rf"{LEFT_TO_RIGHT}\g<0>{LEFT_TO_RIGHT}", line) for line in label.split("\n"))


def literal(texts: Iterable[Text]) -> None:
    """Have these texts read as they stand, `$` and `_` too, also on axes made under another style, in typefaces that have their letters."""
    for text in texts:
        text.set_fontfamily(fonts.families(text.get_text()))
        text.set_parse_math(False)
        text.set_usetex(False)
