"""Which of all places count: the context an entry asks for, and the overlap policy.

Within one frame, of hits that share a word the longest counts (of equally long ones the first, of those in the same place
the one written most exactly). Different frames may share words. The names of one choice exclude one another the same way:
*military operation* inside *special military operation* names nothing. Hits in the wrong context exclude nothing.
"""

import numpy as np

from framing.matching.index import NO_GROUP, NOT_AFTER, NOT_BEFORE, ONLY_NEAR, Index
from framing.matching.letters import Bools, Ints

# What is known of a place: number of its text, start and end in code points, first and last word, label, start and end in bytes.
TEXT, START, END, FIRST, LAST, LABEL, BYTE, BYTE_END = range(8)
PLACE = 8
MOST_TEXTS = 1 << 13  # in one batch: text, label and offset share the 63 bits of a key


def counting(places: Ints, sentences: Ints, index: Index) -> Bools:
    """Tell for each place whether it counts.

    Parameters
    ----------
    places
        Every place in a batch of at most `MOST_TEXTS` texts, a row each, those of context phrases too.
    sentences
        The sentence each stands in, numbered across texts.
    """
    count: Bools = (index.group[places[:, LABEL]] != NO_GROUP) & in_context(places, sentences, index)
    rows = np.flatnonzero(count)
    count[rows] = longest(places[rows], index)
    return count


def in_context(places: Ints, sentences: Ints, index: Index) -> Bools:
    """Tell for each place whether what its entry asks for, or against, stands around it."""
    labels = places[:, LABEL]
    asked = np.diff(index.rule_starts)[labels]
    if not asked.any():
        return np.ones(len(places), np.bool_)
    rows = np.repeat(np.arange(len(places)), asked)
    rules = np.arange(len(rows)) + np.repeat(index.rule_starts[labels] - np.cumsum(asked) + asked, asked)
    kinds, wanted = index.rule_kinds[rules], index.rule_labels[rules]
    near = kinds == ONLY_NEAR
    found = np.zeros(len(rows), np.bool_)
    found[near] = _in_sentence(places, sentences, wanted[near], sentences[rows[near]])
    for kind, mine, theirs in ((NOT_BEFORE, END, START), (NOT_AFTER, START, END)):
        here = kinds == kind
        found[here] = _beside(places, wanted[here], places[rows[here]], (mine, theirs))
    barred = _any(rows[found & ~near], len(places))
    return ~barred & (_any(rows[found & near], len(places)) | ~_any(rows[near], len(places)))


def _any(rows: Ints, size: int) -> Bools:
    any_of = np.zeros(size, np.bool_)
    any_of[rows] = True
    return any_of


def _in_sentence(places: Ints, sentences: Ints, wanted: Ints, sentence: Ints) -> Bools:
    # Labels and sentences are renumbered: sentences are numbered across the corpus, too far for one key of both.
    numbers = np.unique(sentences)
    keys = places[:, LABEL] * len(numbers) + np.searchsorted(numbers, sentences)
    return np.isin(wanted * len(numbers) + np.searchsorted(numbers, sentence), keys)


def _beside(places: Ints, wanted: Ints, hits: Ints, sides: tuple[int, int]) -> Bools:
    """Tell for each hit whether the wanted phrase stands right beside it, at most one character (space, hyphen) away."""
    mine, theirs = sides
    there = np.sort(_key(places[:, LABEL], places) + places[:, theirs])
    near, far = (hits[:, mine], hits[:, mine] + 1) if mine == END else (hits[:, mine] - 1, hits[:, mine])
    key = _key(wanted, hits)
    return np.searchsorted(there, key + far, "right") > np.searchsorted(there, key + near, "left")


def _key(labels: Ints, places: Ints) -> Ints:
    return (labels * MOST_TEXTS + places[:, TEXT]) << 31


def longest(places: Ints, index: Index) -> Bools:
    """Tell for each place whether no better one of its group shares a word with it."""
    keep = np.ones(len(places), np.bool_)
    block = _key(index.group[places[:, LABEL]], places)
    order = np.argsort(block + places[:, FIRST], kind="stable")
    first, last = ((block + places[:, column])[order] for column in (FIRST, LAST))
    reach = np.maximum.accumulate(last)
    apart = np.ones(len(order) + 1, np.bool_)
    apart[1:-1] = first[1:] > reach[:-1]
    contested = order[~(apart[:-1] & apart[1:])]
    cluster: Ints = np.cumsum(apart[:-1], dtype=np.int64)[~(apart[:-1] & apart[1:])]
    rows = places[contested]
    best = np.lexsort((index.rank[rows[:, LABEL]], rows[:, START], rows[:, START] - rows[:, END], cluster))
    keep[contested[best]] = settle(cluster[best], rows[best, FIRST], rows[best, LAST])
    return keep


def in_order(rows: Ints, places: Ints) -> Ints:
    """Order of places by passage, start, end and label."""
    # Two numbers each, and most of them in order already: sorted much faster than four.
    order = np.argsort(places[:, END] << 31 | places[:, LABEL], kind="stable")
    made: Ints = order[np.argsort((rows << 31 | places[:, START])[order], kind="stable")]
    return made


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
