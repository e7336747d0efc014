"""Warnings that point at the caller's line, however deep inside the package their reason is found."""

import inspect
import traceback
import warnings
from collections.abc import Sequence
from pathlib import Path

import polars as pl

HOUSE = Path(__file__).parent


def warn(message: str | Warning) -> None:
    """Give a `UserWarning` with the line that called into this package; Python shows it once a line."""
    files = [frame.f_code.co_filename for frame, _ in traceback.walk_stack(inspect.currentframe())]
    ours = [depth for depth, file in enumerate(files) if HOUSE in Path(file).parents]
    warnings.warn(message, stacklevel=ours[-1] + 2)


def left_out(articles: int, why: str, of: str) -> None:
    """Warn that articles, if any, are left out of a comparison; `why` says what they have, or have not.

    Examples
    --------
    >>> with warnings.catch_warnings(record=True, action="always") as told:
    ...     left_out(1, "no 'event'", "the contrasts")
    ...     left_out(0, "no 'event'", "the contrasts")
    >>> [str(each.message) for each in told]
    ["1 article has no 'event' and is left out of the contrasts"]
    """
    if articles:
        them = "1 article has {} and is" if articles == 1 else f"{articles} articles have {{}} and are"
        warn(f"{them.format(why)} left out of {of}")


def of_rows(some: pl.DataFrame, table: pl.DataFrame, columns: Sequence[str], said: str) -> None:
    """Warn of some rows of a table, if there are any: how many they are, the `columns` of the first, and what is `said` of them."""
    if some.height:
        warn(f"{some.height} of {table.height} rows, such as {some.select(columns).row(0)}, {said}")
