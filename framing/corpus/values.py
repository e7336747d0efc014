"""One value as it came to one value of the articles table."""

import datetime
import re
from typing import Any

from framing.arguments import shown

_CLOCK = r"(?:,? \d\d?:\d\d.*)?"
_WEEKDAY = r"(?:[a-z]{3,9}\.?,? )?"
_FLAGS = re.ASCII | re.DOTALL
_ISO = re.compile(r"(\d{4})(?:([-/.])(\d\d?)\2(\d\d?)|(\d\d)(\d\d))(?:[T ]\d\d.*)?", _FLAGS)
_DAY_FIRST = re.compile(_WEEKDAY + r"(\d{1,2})(?:st|nd|rd|th|\.)?(?: of)?([- ])([a-z]{3,9})\.?,?\2(\d{4})" + _CLOCK, _FLAGS)
_MONTH_FIRST = re.compile(_WEEKDAY + r"([a-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})" + _CLOCK, _FLAGS)
_MONTHS = ("january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december")


def absent(value: Any) -> bool:
    """Whether a value is null, nan, or one of the nulls of pandas.

    Examples
    --------
    >>> [absent(value) for value in (None, float("nan"), "", 0)]
    [True, True, False, False]
    """
    if value is None:
        return True
    if isinstance(value, (str, bytes, list, tuple, dict, set)):
        return False
    try:
        return bool(value != value)  # noqa: PLR0124 - nan and NaT differ from themselves
    except (TypeError, ValueError):  # pandas.NA will be neither true nor false; an array will be neither
        return type(value).__name__ == "NAType"


def label(value: Any) -> str | None:
    """Read an id, a name or an address; None if there is none.

    Examples
    --------
    >>> label("bbc"), label(7), label(7.0), label(" "), label(None)
    ('bbc', '7', '7', None, None)

    Raises
    ------
    ValueError
        For a list, a mapping, bytes or text that is no Unicode.
    """
    if absent(value):
        return None
    if isinstance(value, (list, tuple, dict, set, bytes)) or getattr(value, "ndim", 0) != 0:
        raise ValueError(f"is {shown(value)} ({type(value).__name__}); expected a string or a number")
    text = _digits(value)
    return None if not text or text.isspace() else _unicode(text)


def _digits(value: Any) -> str:
    """Write a value; pandas turns whole numbers into fractions where one of them is missing: 7 must not become "7.0"."""
    return str(int(value)) if isinstance(value, float) and value.is_integer() else str(value)


def words(value: Any) -> str:
    """Read a title or a text, exactly as it came; empty if there is none.

    Raises
    ------
    ValueError
        If it is no string, or holds half of a surrogate pair, which is no character.
    """
    if absent(value):
        return ""
    if not isinstance(value, str):
        raise ValueError(f"is {shown(value)} ({type(value).__name__}); expected a string")
    return _unicode(value)


def _unicode(text: str) -> str:
    try:
        text.encode()
    except UnicodeEncodeError as error:
        raise ValueError(f"holds {text[error.start]!r} at offset {error.start}, half of a surrogate pair and no character") from None
    return text


def day(value: Any) -> datetime.date | None:
    """Read the day of a date in one of the forms that can only mean one day; None for anything else.

    These are ISO dates and date-times (``2022-02-24``, ``20220224``, ``2022/2/24``, ``2022-02-24T05:00:00Z``), and days with
    an English month in letters (``24 February 2022``, ``24-Feb-2022``, ``Feb 24, 2022``, ``Thu, 24 Feb 2022 05:00:00 GMT``).
    ``04/03/2022`` is two days, on two sides of the Atlantic, and so none by itself (`orders` asks the other dates of the data).
    The day is the one printed; time zones are not converted.

    Examples
    --------
    >>> day("Thu, 24 Feb 2022 05:00:00 GMT"), day("04/03/2022")
    (datetime.date(2022, 2, 24), None)
    """
    if absent(value):
        return None
    if isinstance(value, datetime.datetime):
        return value.date()
    if isinstance(value, datetime.date):
        return value
    try:
        return _written(_digits(value).strip())
    except ValueError:  # the 30th of February
        return None


def _written(text: str) -> datetime.date | None:
    if iso := _ISO.fullmatch(text):
        return datetime.date(int(iso[1]), int(iso[3] or iso[5]), int(iso[4] or iso[6]))
    folded = text.lower()
    if first := _DAY_FIRST.fullmatch(folded):
        return datetime.date(int(first[4]), _month(first[3]), int(first[1]))
    if first := _MONTH_FIRST.fullmatch(folded):
        return datetime.date(int(first[3]), _month(first[1]), int(first[2]))
    return None


def _month(name: str) -> int:
    """Number of the month; 0, which is none, for a word that is not the beginning of exactly one month."""
    name = "sep" if name == "sept" else name
    matching = [number for number, month in enumerate(_MONTHS, 1) if month == name or month[:3] == name]
    return matching[0] if matching else 0
