"""Who speaks, by an engine that tells for every word whether it names a speaker."""

from collections.abc import Iterator

import numpy as np

from framing.voice.engines.words import Array, Words

Mention = tuple[int, int]
NAMED = 0.4
"""Probability from which a word names a speaker; where no word of the rules' mention reaches it, that is doubted."""


def mentions_by_source(words: Words, spoke: Array, said: Array) -> dict[int, Mention]:
    """Where the speaker is named of each attributed word for which the rules have no speaker, or one that the engine doubts.

    Only speakers named in the sentence itself are looked for: the nearest to the stretch, and none that is part of it.
    """
    found: dict[int, Mention] = {}
    named = _named(words, spoke)
    for rows in _stretches(words, said):
        near = named.get(int(words.unit[rows[0]]), [])
        if near and _doubted(words, spoke, rows):
            first, last = rows[0], rows[-1]
            outside = [run for run in near if run[1] < first or run[0] > last]
            if outside:
                run = min(outside, key=lambda run: max(first - run[1], run[0] - last))
                mention = (int(words.start[run[0]]), int(words.end[run[1]]))
                found |= dict.fromkeys(rows.tolist(), mention)
    return found


def _named(words: Words, spoke: Array) -> dict[int, list[tuple[int, int]]]:
    """First and last row of each name of a speaker, by sentence."""
    rows = np.flatnonzero((spoke >= NAMED) & ~words.quoted)
    found: dict[int, list[tuple[int, int]]] = {}
    if len(rows) == 0:
        return found
    breaks = np.flatnonzero((np.diff(rows) > 1) | (np.diff(words.unit[rows]) > 0)) + 1
    for run in np.split(rows, breaks):
        if words.count[run].sum():
            found.setdefault(int(words.unit[run[0]]), []).append((int(run[0]), int(run[-1])))
    return found


def _stretches(words: Words, said: Array) -> Iterator[Array]:
    """Rows of each stretch of a sentence that one span of the rules holds, in marks or out of them, or that only the engine found."""
    attributed = np.array([span.attributed for span in words.spans] + [False])[words.span]
    rows = np.flatnonzero(said | (attributed & words.quoted))
    if len(rows) == 0:
        return
    breaks = np.flatnonzero((np.diff(words.span[rows]) != 0) | (np.diff(words.unit[rows]) > 0)) + 1
    yield from np.split(rows, breaks)


def _doubted(words: Words, spoke: Array, rows: Array) -> bool:
    """Whether the rules know no speaker of a stretch, or one in its sentence at whose mention no word is likely to name a speaker."""
    span = words.spans[words.span[rows[0]]] if words.span[rows[0]] >= 0 else None
    if span is None or span.mention is None:
        return True
    first, last = np.searchsorted(words.unit, [words.unit[rows[0]], words.unit[rows[0]] + 1])
    inside = (words.start[first:last] < span.mention[1]) & (words.end[first:last] > span.mention[0])
    return not inside.any() or bool(spoke[first:last][inside].max() < NAMED)
