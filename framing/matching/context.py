"""What an entry asks for around its hits, and against.

A phrase bars a hit right beside it if the two would be found as one phrase: nothing stands between them, or what a space in a
pattern stands for. A phrase that is needed may stand anywhere in the hit's sentence.
"""

import numpy as np

from framing.matching.index import NO_TOPIC, NOT_AFTER, NOT_BEFORE, ONLY_NEAR, Index
from framing.matching.letters import Bools, Ints
from framing.matching.places import BYTE, BYTE_END, FIRST, LABEL, LAST, TEXT
from framing.matching.plan import Nominees, Table
from framing.matching.standing import adjoin
from framing.matching.topics import counts_of
from framing.matching.words import Laid, Words, runs

NOWHERE = np.empty(0, np.int64)
NO_KEY = -1


def asked_for(nominees: Nominees, laid: Laid, words: Words, table: Table, index: Index) -> Nominees:
    """Leave out phrases that no nominee of an entry can ask for: neither right beside it nor, where it needs them, in its text.

    Most places of a lexicon with context are those of phrases like "the", which decide nothing where they stand.
    Phrases that tell topics stay.
    """
    labels = table.labels[nominees.pattern]
    kept = labels < len(index.entries)
    phrases = np.flatnonzero(~kept)
    if not len(phrases):
        return nominees
    asking = np.flatnonzero(kept & (np.diff(index.rule_starts) > 0)[labels])
    text = np.repeat(np.arange(len(laid.starts) - 1), counts_of(laid, words))
    kept[phrases] = _beside(nominees, len(text), table, asking)[phrases]
    kept[phrases] |= index.topic[labels[phrases]] != NO_TOPIC
    kept[phrases] |= _needed(text.take(nominees.first, mode="clip"), labels, index, asking)[phrases]
    return Nominees(nominees.first[kept], nominees.pattern[kept], nominees.sure[kept])


def _beside(nominees: Nominees, words: int, table: Table, asking: Ints) -> Bools:
    """Whether nominees begin right behind one of those that ask, or end right before one."""
    first, behind = nominees.first, nominees.first + table.lengths[nominees.pattern]
    begun, ended = np.zeros((2, words + 1), np.bool_)
    np.put(begun, first[asking], True, "clip")
    np.put(ended, behind[asking], True, "clip")
    beside: Bools = ended.take(first, mode="clip") | begun.take(behind, mode="clip")
    return beside


def _needed(text: Ints, labels: Ints, index: Index, asking: Ints) -> Bools:
    """Whether one of the nominees that ask stands in the same text and needs nominees of such a label near."""
    hit, rule = _rules(labels[asking], index)
    near = index.rule_kinds[rule] == ONLY_NEAR
    needed = np.zeros((text.max(initial=0) + 1, len(index.group)), np.bool_)
    needed[text[asking[hit[near]]], index.rule_labels[rule[near]]] = True
    found: Bools = needed[text, labels]
    return found


def barred_beside(places: Ints, laid: Laid, index: Index) -> Ints:
    """Places with a phrase right before or behind them that their entry bars there."""
    asking, phrases = _asking(places, index), np.flatnonzero(places[:, LABEL] >= len(index.entries))
    if not (len(asking) and len(phrases)):
        return NOWHERE
    barred = []
    for kind, one, other in ((NOT_BEFORE, asking, phrases), (NOT_AFTER, phrases, asking)):
        left, right = _neighbours(places, one, other)
        hit, phrase = (left, right) if kind == NOT_BEFORE else (right, left)
        rows = np.flatnonzero(_are_barred(places[hit, LABEL], places[phrase, LABEL], index, kind))
        barred.append(hit[rows[_adjoin(places, laid, left[rows], right[rows])]])
    return np.concatenate(barred)


def _asking(places: Ints, index: Index) -> Ints:
    """Places of entries that ask for context."""
    return np.flatnonzero(np.diff(index.rule_starts)[places[:, LABEL]])


def _rules(labels: Ints, index: Index) -> tuple[Ints, Ints]:
    """Every rule of every label: which label, and which rule."""
    return runs(index.rule_starts[labels], np.diff(index.rule_starts)[labels])


def _neighbours(places: Ints, some: Ints, others: Ints) -> tuple[Ints, Ints]:
    """Every pair of some places and others, the first word of the one next to the last of the other."""
    others = others[np.argsort(places[others, FIRST])]
    wanted, there = places[some, LAST] + 1, places[others, FIRST]
    first = np.searchsorted(there, wanted, "left")
    left, right = runs(first, np.searchsorted(there, wanted, "right") - first)
    return some[left], others[right]


def _are_barred(labels: Ints, beside: Ints, index: Index, kind: int) -> Bools:
    """Tell of labels whether their entries bar the labels beside them."""
    of_kind = index.rule_kinds == kind  # in the order of labels, so that keys are sorted
    asker = np.repeat(np.arange(len(index.rank)), np.diff(index.rule_starts))
    rules = asker[of_kind] * len(index.rank) + index.rule_labels[of_kind]
    return _among(labels * len(index.rank) + beside, rules)


def _among(keys: Ints, known: Ints) -> Bools:
    """Tell of keys whether they are among some that are sorted."""
    found: Bools = np.append(known, NO_KEY)[np.searchsorted(known, keys)] == keys
    return found


def _adjoin(places: Ints, laid: Laid, left: Ints, right: Ints) -> Bools:
    """Tell of pairs of places whether a space of a pattern could stand between them."""
    begin = laid.starts[places[left, TEXT]] + places[left, BYTE_END]
    end = laid.starts[places[right, TEXT]] + places[right, BYTE]
    return adjoin(laid, begin, end)


def near(places: Ints, sentences: Ints, index: Index) -> Bools:
    """Tell for each place whether one of the phrases that its entry needs stands in its sentence, or it needs none."""
    fit: Bools = np.ones(len(places), np.bool_)
    asking = _asking(places, index)
    if not len(asking):
        return fit
    hit, rule = _rules(places[asking, LABEL], index)
    needed = index.rule_kinds[rule] == ONLY_NEAR
    hit, wanted = asking[hit[needed]], index.rule_labels[rule[needed]]
    if not len(hit):
        return fit
    # Labels and sentences are renumbered: sentences are numbered across the corpus, too far for one key of both.
    numbers, of_hit = np.unique(sentences[hit], return_inverse=True)
    there = np.flatnonzero((places[:, LABEL] >= len(index.entries)) & (sentences >= 0))  # what lies outside has no sentence
    at = np.searchsorted(numbers, sentences[there])
    held = np.append(numbers, NO_KEY)[at] == sentences[there]
    keys = places[there[held], LABEL] * len(numbers) + at[held]
    fit[hit] = False
    fit[hit[_among(wanted * len(numbers) + of_hit, np.sort(keys))]] = True
    return fit
