"""How a sentence is made: groups of words that report, hedge, boost, judge, and marks of style. Numbers for a classifier."""

import functools
import re
import tomllib
from collections.abc import Sequence
from importlib import resources

import numpy as np
from numpy.typing import NDArray

from framing.text import tokens

_QUOTED = re.compile(r"[“\"«]([^“”\"«»]*)[”\"»]")
Floats = NDArray[np.float64]

MARKS = ("quoted", "numbers", "capitals", "manner", "emphasis", "dashes", "length", "words")


@functools.cache
def groups() -> dict[str, tuple[str, ...]]:
    """Word groups of the data file `wording.toml`, by name.

    Raises
    ------
    ValueError
        If an entry is more than one word, which would silently never be found.
    """
    data = tomllib.loads(resources.files("framing.classifier").joinpath("wording.toml").read_text(encoding="utf-8"))
    for name, entries in data["groups"].items():
        for entry in entries:
            if len(tokens(entry)) != 1:
                raise ValueError(f"{entry!r} in the word group {name!r} is not one word")
    return {name: tuple(entries) for name, entries in data["groups"].items()}


@functools.cache
def _lookup() -> tuple[dict[str, int], list[tuple[str, int]]]:
    whole: dict[str, int] = {}
    stems: dict[str, int] = {}
    for number, entries in enumerate(groups().values()):
        for entry in entries:
            (stems if entry.endswith("*") else whole).setdefault(entry.removesuffix("*"), number)
    return whole, sorted(stems.items(), key=lambda stem: -len(stem[0]))


def folded(word: str) -> str:
    """Return a word as classifiers compare it: without case, its apostrophe straight.

    Examples
    --------
    >>> folded("Don’t")
    "don't"
    """
    return word.lower().replace("’", "'")


@functools.lru_cache(maxsize=100_000)
def group(word: str) -> int:
    """Number of the group a folded word belongs to, -1 for none; the longest stem decides.

    Examples
    --------
    >>> list(groups())[group("insisted")], group("table")
    ('claims', -1)
    """
    whole, stems = _lookup()
    found = whole.get(word)
    return next((number for stem, number in stems if word.startswith(stem)), -1) if found is None else found


def properties(words: Sequence[str]) -> Floats:
    """Whether each word, as printed, is a number, has a capital, ends in -ly; shape (words, 3)."""
    rows = [(word[0].isdigit(), word[0].isupper(), word.endswith("ly")) for word in words]
    return np.array(rows, dtype=float).reshape(len(words), 3)


def marks(texts: Sequence[str], shares: Floats, lengths: Floats) -> Floats:
    """Marks of style of each text, between 0 and about 1, shape (texts, marks), in the order of `MARKS`.

    Parameters
    ----------
    texts
        As published.
    shares
        How many of a text's words have each of the `properties`, shape (texts, 3).
    lengths
        Words of each text.
    """
    n = np.maximum(lengths, 1)
    size = np.array([len(text) for text in texts], dtype=float)
    quoted = np.array([sum(map(len, _QUOTED.findall(text))) for text in texts]) / np.maximum(size, 1)
    emphasis = np.array([text.count("!") + text.count("?") for text in texts]) / n
    dashes = np.array([text.count("—") + text.count(" – ") + text.count(" - ") for text in texts]) / n
    dense = np.minimum(10 * emphasis, 1), np.minimum(10 * dashes, 1)
    return np.column_stack([quoted, shares / n[:, None] * (5, 2, 5), *dense, size / n / 8, np.log1p(n) / 5])
