"""What stands near each word of its sentence: shifted columns and distances, for all words at once."""

import numpy as np

from framing.voice.engines.words import Array


class Near:
    """Looks to the left and right of every row, never beyond its group; `group` is sorted."""

    def __init__(self, group: Array) -> None:
        self.group = group
        self.rows = np.arange(len(group))

    def shifted(self, column: Array, by: int, missing: float = 0) -> Array:
        """The value `by` rows before (after, if negative); `missing` beyond the group."""
        source = self.rows - by
        inside = (source >= 0) & (source < len(self.group))
        source = np.where(inside, source, 0)
        same = inside & (self.group[source] == self.group) if len(self.group) else inside
        return np.where(same, column[source], np.array(missing).astype(column.dtype)) if len(self.group) else column

    def before(self, flag: Array) -> Array:
        """Row of the last flagged row before each row; -1: none."""
        last = np.maximum.accumulate(np.where(flag, self.rows, -1)) if len(flag) else self.rows
        return self.shifted(last, 1, -1) if len(flag) == 0 else self._inside(np.concatenate([[-1], last[:-1]]))

    def after(self, flag: Array) -> Array:
        """Row of the first flagged row after each row; -1: none."""
        if len(flag) == 0:
            return self.rows
        size = len(flag)
        first = np.minimum.accumulate(np.where(flag, self.rows, size)[::-1])[::-1]
        found = np.concatenate([first[1:], [size]])
        return self._inside(np.where(found < size, found, -1))

    def _inside(self, row: Array) -> Array:
        """The row, if it is in the same group."""
        return np.where((row >= 0) & (self.group[np.maximum(row, 0)] == self.group), row, -1)


def taken(column: Array, row: Array, missing: float = 0) -> Array:
    """The value of `column` at each row; `missing` for -1."""
    if len(column) == 0:
        return np.full(len(row), np.array(missing).astype(column.dtype))
    return np.where(row >= 0, column[np.maximum(row, 0)], np.array(missing).astype(column.dtype))
