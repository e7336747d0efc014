"""Text as terminals, pages and notebooks show it: on its line, as letters, with nothing in it that acts."""

import html
import re
from collections.abc import Sequence
from typing import Any

_CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]")
NO_MATH = "tex2jax_ignore mathjax_ignore"  # class without which a notebook sets what stands between two prices in dollars as a formula


def visible(text: str) -> str:
    r"""Name the signs of a text that would repaint where it is shown, end a line or turn the reading direction, so that they show.

    Examples
    --------
    >>> visible("a\u202eb\x00")
    'a[U+202E]b[U+0000]'
    """
    return _CONTROLS.sub(lambda match: f"[U+{ord(match[0]):04X}]", text)


def joined(names: Sequence[Any]) -> str:
    """Write the columns that make a group as one name; a mark within one of several stands twice, so that no two groups read alike.

    Examples
    --------
    >>> joined(["The Gull", None]), joined(["Gull · Post"]), joined(["Gull · Post", "storm"])
    ('The Gull · (none)', 'Gull · Post', 'Gull ·· Post · storm')
    """
    told = ["(none)" if name is None else str(name) for name in names]
    return " · ".join(told if len(told) == 1 else [name.replace("·", "··") for name in told])


def one_line(told: object) -> str:
    r"""Write what is told on one line of a terminal, whatever it holds.

    Examples
    --------
    >>> one_line("fell\n silent\x1b[2J")
    'fell silent[U+001B][2J'
    """
    return visible(" ".join(str(told).split()))


def as_html(text: str) -> str:
    r"""Write a text so that a page shows it as text.

    Examples
    --------
    >>> as_html("<b>\x00")
    '&lt;b&gt;[U+0000]'
    """
    return html.escape(visible(text))
