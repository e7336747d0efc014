"""Dates in numbers alone: whether day or month stands first, the other dates of the same data tell."""

import datetime
import re
from collections.abc import Sequence
from typing import NamedTuple

_NUMBERS = re.compile(r"(\d{1,2})([-/.])(\d{1,2})\2(\d{4})(?:,? \d\d?:\d\d.*)?", re.ASCII | re.DOTALL)
_MONTHS = 12


class Numbers(NamedTuple):
    """The numbers of a date such as ``24.02.2022``, and the mark between them."""

    mark: str
    first: int
    second: int
    year: int

    @classmethod
    def of(cls, text: str) -> "Numbers | None":
        """Read them; None for a date in another form."""
        found = _NUMBERS.fullmatch(text.strip())
        return cls(found[2], int(found[1]), int(found[3]), int(found[4])) if found else None

    @property
    def day_first(self) -> bool | None:
        """Whether the day stands first; None where these numbers alone do not tell."""
        return None if (self.first > _MONTHS) == (self.second > _MONTHS) else self.first > _MONTHS

    def day(self, day_first: bool) -> datetime.date | None:
        """Return the day in this order; None if there is no such day."""
        day, month = (self.first, self.second) if day_first else (self.second, self.first)
        try:
            return datetime.date(self.year, month, day)
        except ValueError:
            return None


def orders(dates: Sequence[Numbers]) -> dict[str, bool]:
    """Tell by the mark between the numbers whether the day stands first; no mark of which no date tells, or two disagree.

    Examples
    --------
    >>> dates = ["04.03.2022", "24.02.2022", "04/03/2022", "24-02-2022", "02-24-2022"]
    >>> orders([Numbers.of(date) for date in dates])
    {'.': True}
    """
    told: dict[str, set[bool]] = {}
    for date in dates:
        if date.day_first is not None:
            told.setdefault(date.mark, set()).add(date.day_first)
    return {mark: answers.pop() for mark, answers in told.items() if len(answers) == 1}
