"""Which of all places count: the context an entry asks for, and the overlap policy.

Within one frame, of hits that share a word the longest counts (of equally long ones the first, of those in the same place
the one written most exactly). Different frames may share words. The names of one choice exclude one another the same way:
*military operation* inside *special military operation* names nothing. Hits in the wrong context exclude nothing.
"""

import numpy as np

from framing.matching.index import NO_GROUP, NOT_AFTER, NOT_BEFORE, ONLY_NEAR, Index
from framing.matching.letters import Bools, Ints
from framing.matching.words import runs

# What is known of a place: number of its text, start and end in code points, first and last word, label, start and end in bytes.
TEXT, START, END, FIRST, LAST, LABEL, BYTE, BYTE_END = range(8)
PLACE = 8
MOST_TEXTS = 1 << 13  # in one batch: text, group and offset share the 63 bits of a key


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
    asking = np.flatnonzero(np.diff(index.rule_starts)[places[:, LABEL]])
    fit: Bools = np.ones(len(places), np.bool_)
    if len(asking):
        fit[asking] = _near(places, sentences, asking, index)
        for kind, mine, theirs in ((NOT_BEFORE, END, START), (NOT_AFTER, START, END)):
            fit[_beside(places, asking, index, (kind, mine, theirs))] = False
    return fit


def _near(places: Ints, sentences: Ints, asking: Ints, index: Index) -> Bools:
    """Tell for some hits whether one of the phrases they need stands in their sentence, or they need none."""
    hit, rule = runs(index.rule_starts[places[asking, LABEL]], np.diff(index.rule_starts)[places[asking, LABEL]])
    needed = index.rule_kinds[rule] == ONLY_NEAR
    hit, wanted = hit[needed], index.rule_labels[rule[needed]]
    # Labels and sentences are renumbered: sentences are numbered across the corpus, too far for one key of both.
    numbers = np.unique(sentences[asking[hit]])
    there = np.flatnonzero(np.isin(places[:, LABEL], wanted))
    at = np.searchsorted(numbers, sentences[there])
    held = numbers[np.minimum(at, len(numbers) - 1)] == sentences[there] if len(numbers) else np.zeros(0, np.bool_)
    keys = places[there[held], LABEL] * len(numbers) + at[held]
    found = np.isin(wanted * len(numbers) + np.searchsorted(numbers, sentences[asking[hit]]), keys)
    return _any(hit[found], len(asking)) | ~_any(hit, len(asking))


def _any(rows: Ints, size: int) -> Bools:
    any_of = np.zeros(size, np.bool_)
    any_of[rows] = True
    return any_of


def _beside(places: Ints, asking: Ints, index: Index, sides: tuple[int, int, int]) -> Ints:
    """Return the hits with a phrase that bars them right beside them, at most one character (space, hyphen) away."""
    kind, mine, theirs = sides
    context = np.flatnonzero(places[:, LABEL] >= len(index.entries))
    there = places[context, TEXT] << 31 | places[context, theirs]
    order = np.argsort(there)
    there, context = there[order], context[order]
    edge = places[asking, TEXT] << 31 | places[asking, mine]
    first = np.searchsorted(there, edge - (mine == START), "left")
    hit, neighbour = runs(first, np.searchsorted(there, edge + (mine == END), "right") - first)
    hit, neighbour = asking[hit], context[neighbour]
    of_kind = index.rule_kinds == kind
    asker = np.repeat(np.arange(len(index.rank)), np.diff(index.rule_starts))
    rules = asker[of_kind] * len(index.rank) + index.rule_labels[of_kind]
    return hit[np.isin(places[hit, LABEL] * len(index.rank) + places[neighbour, LABEL], rules)]


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
