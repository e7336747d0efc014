"""evaluate_words: how many of the words that readers mark are found in groups that were not trained on."""

from collections.abc import Iterable

import numpy as np
import polars as pl
from numpy.typing import NDArray

from framing import arguments
from framing.classifier.evaluation import grouped
from framing.classifier.labels import as_groups, as_texts
from framing.classifier.loaded import LoadedWords, as_marked
from framing.classifier.measures import f1
from framing.classifier.wording import folded
from framing.resample.draws import spread
from framing.resample.intervals import quantile_t
from framing.text import TOKEN

Floats = NDArray[np.float64]
Gold = list[frozenset[str]]
Given = list[set[tuple[int, str]]]  # for each text, where the words found begin

OFTEN = 0.5  # share of its places in which a word of the plain list was marked


def evaluate_words(
    scorer: LoadedWords,
    texts: Iterable[str],
    marked: Iterable[Iterable[str]],
    groups: Iterable[str],
    *,
    level: float = 0.95,
    n_boot: int = 1000,
    seed: int = 0,
) -> pl.DataFrame:
    r"""Measure a finder of loaded words on groups it was not trained on, beside a list of the words that were marked before.

    Estimand: F1 over the words of all texts, those without a marked word among them, of outlets (events) not trained on:

    .. math:: F_1 = \frac{2 \, tp}{2 \, tp + fp + fn}

    Parameters
    ----------
    scorer
        Fitted or not; a copy is trained for each fold.
    texts, marked
        See `LoadedWords.fit`.
    groups
        The outlet or event of each text.
    level, n_boot, seed
        Level of the interval, draws of groups behind it, any integer.

    Returns
    -------
    table
        A row a judge: `judge` (``classifier``; ``list``: the words marked in half of their places or more in the training
        texts), `f1`, `low`, `high`, `precision`, `recall`, `words` (marked), `groups`. A marked word that does not stand in its
        text counts as missed.

    Raises
    ------
    ValueError
        With fewer than two groups, a group missing, or lengths that differ.
    """
    read, gold = as_texts(texts), as_marked(marked)
    known = np.array(as_groups(groups, len(read)))
    arguments.chance(level=level, n_boot=n_boot, seed=seed)
    if len(gold) != len(read):
        raise ValueError(f"{len(read)} texts but {len(gold)} lists of marked words; every text needs its own")
    if len(np.unique(known)) < 2:
        raise ValueError(f"All texts are of the group {np.unique(known).tolist()}; words are evaluated on a group not trained on")
    judged = _judged(scorer, read, gold, known, grouped(known, seed))
    rows = [(judge, *_row(_counts(read, gold, given, known), known, level, n_boot, seed)) for judge, given in judged.items()]
    schema = {"judge": pl.String} | dict.fromkeys(("f1", "low", "high", "precision", "recall"), pl.Float64)
    return pl.DataFrame(rows, schema=schema | {"words": pl.Int64, "groups": pl.Int64}, orient="row")


def _judged(scorer: LoadedWords, texts: list[str], gold: Gold, groups: NDArray[np.str_], folds: NDArray[np.int64]) -> dict[str, Given]:
    """What the finder, and the list, find in each text when its fold is left out."""
    found: dict[str, Given] = {judge: [set() for _ in texts] for judge in ("classifier", "list")}
    for fold in np.unique(folds):
        train = np.flatnonzero(folds != fold)
        known, answers = [texts[place] for place in train], [gold[place] for place in train]
        fresh = LoadedWords(frame=scorer.frame, sentences=scorer.sentences, name=scorer.name).fit(known, answers, groups[train])
        listed = often_marked(known, answers)
        held = np.flatnonzero(folds == fold)
        for place, marks in zip(held, fresh.predict([texts[place] for place in held]), strict=True):
            found["classifier"][place] = {(mark.start, mark.word) for mark in marks}
            found["list"][place] = {(start, word) for start, word in _words(texts[place]) if word in listed}
    return found


def often_marked(texts: list[str], gold: Gold) -> frozenset[str]:
    """Words marked in at least half of the places where they stand."""
    seen: dict[str, int] = {}
    marked: dict[str, int] = {}
    for text, words in zip(texts, gold, strict=True):
        for _, word in _words(text):
            seen[word] = seen.get(word, 0) + 1
            marked[word] = marked.get(word, 0) + (word in words)
    return frozenset(word for word, times in seen.items() if marked[word] >= OFTEN * times)


def _words(text: str) -> list[tuple[int, str]]:
    return [(found.start(), folded(found.group())) for found in TOKEN.finditer(text)]


def _counts(texts: list[str], gold: Gold, given: Given, groups: NDArray[np.str_]) -> Floats:
    """Words found rightly, found wrongly and missed in each group, shape (3, groups)."""
    names = np.unique(groups).tolist()
    counts = np.zeros((3, len(names)))
    for text, words, said, group in zip(texts, gold, given, groups.tolist(), strict=True):
        places = _words(text)
        true = {(start, word) for start, word in places if word in words}
        absent = len(words - {word for _, word in places})
        counts[:, names.index(group)] += len(true & said), len(said - true), len(true - said) + absent
    return counts


def _row(counts: Floats, groups: NDArray[np.str_], level: float, n_boot: int, seed: int) -> tuple[float, ...]:
    names = np.unique(groups).tolist()
    hit, wrong, missed = counts.sum(1)
    value = float(f1(hit, wrong, missed))
    reach = float(quantile_t(len(names) - 1, level) * spread(counts, names, lambda sums: f1(*sums), n_boot=n_boot, seed=seed))
    with np.errstate(invalid="ignore", divide="ignore"):
        precision, recall = hit / (hit + wrong), hit / (hit + missed)
    return value, max(0.0, value - reach), min(1.0, value + reach), float(precision), float(recall), int(hit + missed), len(names)
