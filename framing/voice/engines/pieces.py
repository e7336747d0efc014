"""Words to windows of word pieces, with what the rules said of each as signs: what the packed language model reads."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from typing import Any, NamedTuple

import numpy as np

from framing.encoder import Floats, Window, packed
from framing.voice.cues import TAG
from framing.voice.engines.words import VOICES, Array, Words, codes, doubtful

PURPOSE = "Voices from word vectors"
FIRST, LAST, UNKNOWN = 101, 102, 100
"""Pieces before and behind every window, and for a word that has none, such as a control character."""
LONGEST_WORD = 3
"""Pieces of a word that are read: the rest of a long one tells no more of who speaks."""
LONGEST = 128
"""Pieces of a window, but for a sentence that is longer: sentences are read with those before them as long as they fit."""
DOUBT = 0.25
"""Sentences in which no word is at least this likely to be, and not to be, attributed are not read: few verdicts there would change."""
WIDE = 3
"""Log odds are signs in thirds, so that they are of the size of the others."""
KINDS = ("that", "subject", "preposition", "to", "capital", "wh", "comma", "colon", "dash")
REMEMBERED = 1 << 17
_pieces: dict[str, list[int]] = {}


class Read(NamedTuple):
    """Windows of a batch, and where the words stand in them."""

    windows: list[Window]
    rows: list[Array]
    """For every window, rows of its words."""
    places: list[Array]
    """For every window, the first piece of each of its words."""


def read(words: Words, rules: Sequence[str], probability: Array, target: Floats | None = None, weight: Floats | None = None) -> Read:
    """Windows of the sentences in which a word is in doubt, in order: the others stay as they are.

    Parameters
    ----------
    words
        Of a batch of articles.
    rules
        Names of the rules that are told apart.
    probability
        That each word is attributed, as the trees have it; nan where that is fixed.
    target, weight
        Verdicts to be learned and how much each counts, shape (words, verdicts).
    """
    found = Read([], [], [])
    if len(words) == 0:
        return found
    pieces = _pieces_of(words.printed)
    lengths = np.array([len(each) for each in pieces])
    flat, owner = np.array(list(chain.from_iterable(pieces))), np.repeat(np.arange(len(words)), lengths)
    first = np.cumsum(lengths) - lengths
    odds = _odds(probability)
    signs = np.column_stack([*signs_of(words).values(), *_rules(words, rules), odds / WIDE]).astype(np.float32)
    nothing = np.zeros((len(words), 0), np.float32)
    tables = [nothing if table is None else table for table in (target, weight)]
    tables.append(np.column_stack([odds, np.zeros(len(words))]).astype(np.float32))
    for rows in _windows(words, lengths, doubtful(words, probability, DOUBT)):
        inside = _spread(first[rows], lengths[rows])
        places = 1 + np.cumsum(lengths[rows]) - lengths[rows]
        size = len(inside) + 2
        shown = _at(size, np.arange(1, size - 1), signs[owner[inside]])
        window = Window([FIRST, *flat[inside].tolist(), LAST], shown, *(_at(size, places, table[rows]) for table in tables))
        found.windows.append(window)
        found.rows.append(rows)
        found.places.append(places)
    return found


def signs_of(words: Words) -> Mapping[str, Array]:
    """What the rules and the lists say of every word, as columns of 0 and 1."""
    voice = np.array(words.of_span(lambda span: VOICES[span.voice], -1))
    found = {name: voice == number for name, number in VOICES.items()}
    found["begin"] = np.array(words.of_span(lambda span: span.start, -1)) == words.start
    found["end"] = np.array(words.of_span(lambda span: span.end, -1)) == words.end
    found["cue"], found["mention"] = _pointed(words)
    found["quoted"], found["first"] = words.quoted, words.place == 0
    found |= {kind: (words.tags & TAG[kind]) > 0 for kind in KINDS}
    return found | {"verb": words.verb, "speaks": words.speaks, "noun": words.noun, "adjective": words.adjective}


def _pointed(words: Words) -> tuple[Array, Array]:
    """Words that are the cue of a span of the rules, and words that name its speaker."""
    cue, mention = np.zeros(len(words), bool), np.zeros(len(words), bool)
    far = 1 << 40
    place = words.text * far + words.start
    for number, row in zip(*np.unique(words.span, return_index=True), strict=True):
        if number < 0:
            continue
        span, text = words.spans[number], int(words.text[row]) * far
        if span.cue:
            cue[max(0, np.searchsorted(place, text + span.cue[0], side="right") - 1)] = True
        if span.mention:
            first, last = np.searchsorted(place, [text + span.mention[0] + 1, text + span.mention[1]])
            mention[max(0, first - 1) : last] = True
    return cue, mention


def _rules(words: Words, names: Sequence[str]) -> Iterator[Array]:
    rules = codes(words.of_span(lambda span: span.rule, "own"))
    yield from (rules == codes([name]) for name in names)


def _odds(probability: Array) -> Array:
    clipped = np.clip(np.nan_to_num(probability, nan=0.5), 1e-4, 1 - 1e-4)
    return np.asarray(np.log(clipped / (1 - clipped)))


def _windows(words: Words, lengths: Array, wanted: Array) -> Iterator[Array]:
    """Rows of the words of each window, which holds wanted sentences."""
    end = np.cumsum(words.lengths)
    pieces = np.bincount(words.unit, lengths, len(words.lengths))
    text = words.text[end[wanted] - 1]
    held: list[Array] = []
    total = last = -1
    for unit, number in zip(wanted.tolist(), text.tolist(), strict=True):
        if held and (number != last or total + pieces[unit] > LONGEST):
            yield np.concatenate(held)
            held, total = [], 0
        held.append(np.arange(end[unit] - words.lengths[unit], end[unit]))
        total, last = max(total, 0) + int(pieces[unit]), number
    if held:
        yield np.concatenate(held)


def _pieces_of(printed: Sequence[str]) -> list[list[int]]:
    new = list({word for word in printed if word not in _pieces})
    if len(_pieces) + len(new) > REMEMBERED:  # a bound on memory
        _pieces.clear()
        new = list(set(printed))
    if new:
        tokenizer: Any = packed(PURPOSE)[0]
        read_in = tokenizer.encode_batch(new, add_special_tokens=False)
        _pieces.update({word: each.ids[:LONGEST_WORD] or [UNKNOWN] for word, each in zip(new, read_in, strict=True)})
    return [_pieces[word] for word in printed]


def _spread(first: Array, lengths: Array) -> Array:
    """Numbers from each first on, as many as each length."""
    before = np.cumsum(lengths) - lengths
    return np.asarray(np.arange(lengths.sum()) + np.repeat(first - before, lengths))


def _at(size: int, places: Array, rows: Floats) -> Floats:
    """A table of 0 with these rows at their places."""
    found = np.zeros((size, rows.shape[1]), np.float32)
    found[places] = rows
    return found
