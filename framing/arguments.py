"""What callers hand in, checked in one place: an error names the argument, its value and what is allowed.

A value of the wrong kind is a `TypeError`, one of the right kind that is not allowed a `ValueError`.
"""

import math
from collections.abc import Iterable
from numbers import Integral, Real
from os import PathLike
from pathlib import Path
from typing import Any

MAKERS = {
    "Corpus": "read_corpus(path)",
    "Passages": "split_voices(corpus)",
    "Scores": "score(passages, lexicon)",
    "Lexicon": "read_lexicon(source)",
}
"""What makes an object that others take."""


def shown(value: Any, width: int = 80) -> str:
    r"""Show a value in an error message: on one line, control characters escaped, cut to `width`.

    Examples
    --------
    >>> shown("two\nlines")
    "'two\\nlines'"
    """
    printed = " ".join(repr(value[:width] if isinstance(value, str) else value).split("\n"))
    return printed if len(printed) <= width else f"{printed[:width]}..."


def legible(path: Any) -> str:
    r"""Return a path as a file or a table can hold it: the bytes of a name that are no UTF-8, which Python has as half characters, escaped.

    Examples
    --------
    >>> legible("caf\udce9.csv"), legible("café.csv")
    ('caf\\udce9.csv', 'café.csv')
    """
    return str(path).encode("utf-8", "backslashreplace").decode("utf-8")


def some(allowed: Iterable[Any], most: int = 30) -> str:
    """List what is allowed in an error message: of very many values the first, and how many more there are.

    Examples
    --------
    >>> some("abcd", most=2)
    "['a', 'b'] and 2 more"
    """
    choices = list(allowed)
    return f"{choices[:most]} and {len(choices) - most:,} more" if len(choices) > most else f"{choices}"


def known(value: str | None, allowed: Iterable[str], what: str) -> str:
    """Return `value` if it is among `allowed`, else raise a `ValueError` that lists them."""
    choices = list(allowed)
    if not isinstance(value, str) or value not in choices:
        raise ValueError(f"Unknown {what} {shown(value)}; expected one of {some(choices)}")
    return value


def made(value: Any, kinds: type | tuple[type, ...], taker: str) -> Any:
    """Return `value` if it is of one of our `kinds`, else raise a `TypeError` that says what `taker` takes, and what makes it.

    Examples
    --------
    >>> made("a text", dict, "rates()")
    Traceback (most recent call last):
    TypeError: rates() takes dict, not str
    """
    if isinstance(value, kinds):
        return value
    *others, last = [kind.__name__ for kind in (kinds if isinstance(kinds, tuple) else (kinds,))]
    names = f"{', '.join(others)} or {last}" if others else last
    maker = MAKERS.get(others[0] if others else last)
    raise TypeError(f"{taker} takes {names}, not {type(value).__name__}{f'; call {maker} first' if maker else ''}")


def of_type(name: str, value: Any, kinds: type | tuple[type, ...], allowed: str) -> Any:
    """Return the argument called `name` if it is of one of `kinds`, which `allowed` says in words.

    Examples
    --------
    >>> of_type("unit", 3, str, "a word such as 'words'")
    Traceback (most recent call last):
    TypeError: unit is 3; expected a word such as 'words'
    """
    if not isinstance(value, kinds):
        raise TypeError(f"{name} is {shown(value)}; expected {allowed}")
    return value


def number(name: str, value: Any, allowed: str, least: float = -math.inf, most: float = math.inf, ends: str = "[]") -> Any:
    """Return the argument called `name` if it is a number from `least` to `most`; True, infinity and nan are none.

    Parameters
    ----------
    name, value, allowed
        How a message calls the argument, what it is, and what it may be, in words.
    least, most
        The bounds.
    ends
        Which of the bounds are allowed themselves, as mathematics writes an interval: ``[]`` both, ``()`` neither, ``[)`` the first.

    Examples
    --------
    >>> number("fdr", 5, "a share from 0 to 1", 0, 1)
    Traceback (most recent call last):
    ValueError: fdr is 5; expected a share from 0 to 1
    """
    of_type(name, value, () if isinstance(value, bool) else Real, allowed)
    too_small, too_large = value <= least if ends[0] == "(" else value < least, value >= most if ends[1] == ")" else value > most
    if too_small or too_large or not -math.inf < value < math.inf:  # isfinite() knows no whole number of 310 digits
        raise ValueError(f"{name} is {shown(value)}; expected {allowed}")
    return value


def whole(name: str, value: Any, allowed: str, least: float = -math.inf, most: float = math.inf) -> Any:
    """Return the argument called `name` if it is a whole number from `least` to `most`.

    Examples
    --------
    >>> whole("n_boot", 10.5, "a whole number")
    Traceback (most recent call last):
    TypeError: n_boot is 10.5; expected a whole number
    """
    of_type(name, value, Integral, allowed)
    return number(name, value, allowed, least, most)


def coverage(level: Any) -> None:
    """Check the level of an interval: strictly between 0 and 1."""
    number("level", level, "a number between 0 and 1, such as 0.95", 0, 1, "()")


def draws(n_boot: Any, seed: Any) -> None:
    """Check how many draws are behind an interval, and what they start from."""
    whole("n_boot", n_boot, "at least 2 draws, at most a million, a whole number such as 1000", 2, 1_000_000)
    whole("seed", seed, "a whole number, such as 0")


def chance(*, level: Any, n_boot: Any, seed: Any) -> None:
    """Check what decides an interval: its level, and its draws."""
    coverage(level)
    draws(n_boot, seed)


def several(name: str, value: Any, allowed: str) -> list[str]:
    """List the names handed in under one argument: one string, or several.

    Examples
    --------
    >>> several("by", "outlet", "the name of a column"), several("by", ("outlet", "part"), "the name of a column")
    (['outlet'], ['outlet', 'part'])
    """
    names: list[Any] = [value] if isinstance(value, str) else list(value) if isinstance(value, Iterable) else [None]
    if not all(isinstance(each, str) for each in names):
        raise TypeError(f"{name} is {shown(value)}; expected {allowed}")
    return names


def columns(
    name: str, value: Any, allowed: Iterable[str], what: str = "column", *, least: int = 1, kind: str = "the name of a column"
) -> list[str]:
    """List the columns, or others of `allowed`, named under one argument, each once: `least` of them or more.

    Examples
    --------
    >>> columns("by", ["outlet", "outlet"], ("outlet", "part"))
    Traceback (most recent call last):
    ValueError: A column is named twice in ['outlet', 'outlet']
    """
    names = several(name, value, f"{kind}, or several")
    if len(names) < least:
        raise ValueError(f"No {what} is named; expected one or more of {list(allowed)}")
    for each in names:
        known(each, allowed, what)
    if len(set(names)) < len(names):
        raise ValueError(f"A {what} is named twice in {names}")
    return names


def path(name: str, value: Any, allowed: str = "the path of a file") -> Path:
    """Return the argument called `name` as a path."""
    return Path(of_type(name, value, (str, PathLike), allowed))
