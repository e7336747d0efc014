"""Places where patterns stand, a row each: what is known of one, and their order."""

import numpy as np

from framing.matching.letters import Ints

# Number of its text, start and end in code points, first and last word, label, start and end in bytes.
TEXT, START, END, FIRST, LAST, LABEL, BYTE, BYTE_END = range(8)
PLACE = 8  # one column more: the row of the passage that holds it


def in_order(rows: Ints, places: Ints) -> Ints:
    """Order of places by passage, start, end and label."""
    key = rows << 31 | places[:, START]
    order: Ints = np.argsort(key, kind="stable")
    same = key[order[1:]] == key[order[:-1]]
    # Few begin at one place, so most are in order now.
    tied = np.flatnonzero(np.append(same, False) | np.append(False, same))
    some = order[tied]
    order[tied] = some[np.lexsort((places[some, LABEL], places[some, END], key[some]))]
    return order
