"""Which of all places count: the context an entry asks for, and the overlap policy.

Within one frame, of hits that share a word the longest counts (of equally long ones the first, of those in the same place
the one written most exactly). Different frames may share words. The names of one choice exclude one another the same way:
*military operation* inside *special military operation* names nothing. Hits in the wrong context exclude nothing.
"""

import numpy as np

from framing.matching.context import near
from framing.matching.index import NO_GROUP, Index
from framing.matching.letters import Bools, Ints
from framing.matching.places import END, FIRST, LABEL, LAST, START, TEXT

MOST_TEXTS = 1 << 13  # in one batch: text, group and offset share the 63 bits of a key


def counting(places: Ints, sentences: Ints, index: Index) -> Bools:
    """Tell for each place whether it counts.

    Parameters
    ----------
    places
        Every place in a batch of at most `MOST_TEXTS` texts that nothing beside it bars, a row each, those of context phrases too.
    sentences
        The sentence each stands in, numbered across texts.
    """
    count: Bools = (index.group[places[:, LABEL]] != NO_GROUP) & near(places, sentences, index)
    rows = np.flatnonzero(count)
    count[rows] = longest(places[rows], index)
    return count


def longest(places: Ints, index: Index) -> Bools:
    """Tell for each place whether no better one of its group shares a word with it."""
    keep = np.ones(len(places), np.bool_)
    block = (index.group[places[:, LABEL]] * MOST_TEXTS + places[:, TEXT]) << 31
    order = np.argsort(block + places[:, FIRST], kind="stable")
    first, last = ((block + places[:, column])[order] for column in (FIRST, LAST))
    reach = np.maximum.accumulate(last)
    apart = np.ones(len(order) + 1, np.bool_)
    apart[1:-1] = first[1:] > reach[:-1]
    contested = order[~(apart[:-1] & apart[1:])]
    cluster: Ints = np.cumsum(apart[:-1], dtype=np.int64)[~(apart[:-1] & apart[1:])]
    rows = places[contested]
    # Two numbers each are sorted faster than four.
    better, longer = rows[:, START] << 31 | index.rank[rows[:, LABEL]], (cluster << 31) + rows[:, START] - rows[:, END]
    best = np.lexsort((better, longer))
    keep[contested[best]] = settle(cluster[best], rows[best, FIRST], rows[best, LAST])
    return keep


def settle(cluster: Ints, first: Ints, last: Ints) -> Bools:
    """Take hits, best first within each cluster, unless a word of theirs is taken.

    A better hit is at least as long, so it covers the first or the last word of any it shares words with.
    """
    keep = np.ones(len(cluster), np.bool_)
    keep[1:] = cluster[1:] != cluster[:-1]
    # Most clusters are a hit and those within it: only what shares no word with the best is settled one by one.
    best = np.flatnonzero(keep)[np.cumsum(keep) - 1]
    left = np.flatnonzero((first > last[best]) | (last < first[best]))
    taken: set[int] = set()
    now = -1
    for row, one, begin, end in zip(*(column.tolist() for column in (left, cluster[left], first[left], last[left])), strict=True):
        if one != now:
            now = one
            taken.clear()
        if begin not in taken and end not in taken:
            keep[row] = True
            taken.update(range(begin, end + 1))
    return keep
