"""What a hit stands for, in one text: its frame, or a choice and which of its names."""

from collections.abc import Iterable, Mapping

import polars as pl

BETWEEN = ": "


def label() -> pl.Expr:
    """Label of each row of a hits table."""
    return pl.coalesce("frame", pl.concat_str("choice", "name", separator=BETWEEN))


def labels(frames: Iterable[str], choices: Mapping[str, Iterable[str]]) -> list[str]:
    """Every label that hits of these frames and choices may have.

    Examples
    --------
    >>> labels(["threat"], {"action": ["war", "operation"]})
    ['threat', 'action: war', 'action: operation']
    """
    return [*frames, *(f"{choice}{BETWEEN}{name}" for choice, names in choices.items() for name in names)]
