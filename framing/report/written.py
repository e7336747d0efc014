"""Numbers and words as the page writes them."""

import math
import re
from typing import Any

from framing.display import as_html, visible

DASH = "–"


def shown(value: Any) -> Any:
    r"""Return text with its invisible controls named, so that it shows as text; anything else unchanged.

    Examples
    --------
    >>> shown("a\u202eb\x00")
    'a[U+202E]b[U+0000]'
    """
    if type(value) is not str:
        return value
    return visible(value)


def prose(text: str) -> Any:
    """Write a text of a lexicon as HTML, with what stands between backticks as code.

    Examples
    --------
    >>> prose("See `target`, not <b>.")
    Markup('See <code>target</code>, not &lt;b&gt;.')
    """
    from markupsafe import Markup

    return Markup(re.sub("`([^`]+)`", r"<code>\1</code>", as_html(text)))  # noqa: S704  as_html has escaped it


def count(value: Any) -> str:
    """Write a count: thousands apart, a fraction only where there is one.

    Examples
    --------
    >>> count(1234.0), count(2.5), count(None)
    ('1,234', '2.5', '–')
    """
    if undefined(value):
        return DASH
    return f"{value:,.0f}" if float(value).is_integer() else f"{value:,.1f}"


def rate(value: Any) -> str:
    """Write a rate or a ratio with two or three digits that carry meaning.

    Examples
    --------
    >>> rate(0.304), rate(4.25), rate(12.34), rate(0.0), rate(float("inf")), rate(float("nan"))
    ('0.30', '4.2', '12', '0', '∞', '–')
    """
    if undefined(value):
        return DASH
    if math.isinf(value):
        return "∞"
    if 0 < value < 0.1:
        return f"{value:.1g}" if value >= 0.0001 else "< .0001"
    return "0" if value == 0 else f"{value:.2f}" if value < 1 else f"{value:.1f}" if value < 10 else f"{value:,.0f}"


def share(value: Any) -> str:
    """Write a share in per cent.

    Examples
    --------
    >>> share(0.433)
    '43 %'
    """
    return DASH if undefined(value) else f"{100 * value:.0f} %"


def chance(value: Any) -> str:
    """Write a probability.

    Examples
    --------
    >>> chance(0.0341), chance(0.0002), chance(1.0)
    ('.034', '< .001', '1')
    """
    if undefined(value):
        return DASH
    return "< .001" if value < 0.001 else "1" if value >= 0.9995 else f"{value:.3f}"[1:]


def interval(low: Any, high: Any, write: Any = rate) -> str:
    """Write both ends of an interval, or a dash where there is none."""
    return DASH if undefined(low) or undefined(high) else f"{write(low).removesuffix(' %')} to {write(high)}"


def undefined(value: Any) -> bool:
    """Tell whether a number is missing: null or nan."""
    return value is None or math.isnan(value)
