"""Signs of who is speaking, word by word: what the rules said, which reporting words stand near, what the sentence is like.

A sign is a number, or a code whose meaning is learned from labelled text (`Rates` in `rates`).
"""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from framing.voice.classes.between import COLON, COMMA, DASH, SEMI
from framing.voice.cues import TAG
from framing.voice.engines.near import Near, taken
from framing.voice.engines.words import VOICES, Array, Words, codes, mixed
from framing.voice.lists import lists

FAR = 400
"""Characters beyond which a distance says no more."""
KINDS = ("that", "subject", "preposition", "to", "capital", "wh")


class Signs(NamedTuple):
    """Columns of numbers and of codes, a row a word."""

    numbers: dict[str, Array]
    codes: dict[str, Array]

    def rows(self, kept: Array) -> "Signs":
        """Only the rows of `kept`."""
        return Signs({k: v[kept] for k, v in self.numbers.items()}, {k: v[kept] for k, v in self.codes.items()})

    @classmethod
    def joined(cls, each: Sequence["Signs"]) -> "Signs":
        """Rows of several, one below the other."""
        return cls(*({name: np.concatenate([signs[part][name] for signs in each]) for name in each[0][part]} for part in (0, 1)))


def signs_of(words: Words) -> Signs:
    """Signs that need no parser."""
    near = Near(words.unit)
    found = Signs({}, {})
    for fill in (_ruled, _cues, _window, _marks):
        fill(words, near, found)
    _sentence(words, found)
    return found


def _ruled(words: Words, near: Near, found: Signs) -> None:
    """What the rules decided here and at the stretches beside."""
    numbers, texts = found
    voice = np.array(words.of_span(lambda span: VOICES[span.voice], 0), np.int64)
    numbers["voice"] = voice
    rule = codes(words.of_span(lambda span: span.rule, "own"))
    cue = codes(words.of_span(lambda span: span.cue[1].lower() if span.cue else "", ""))
    texts["rule"], texts["cue"], texts["cue rule"] = rule, cue, mixed(cue, rule)
    texts["class"] = codes(words.of_span(lambda span: span.cue_class or "", ""))
    cue_start = np.array(words.of_span(lambda span: span.cue[0] if span.cue else -1, -1), np.int64)
    begin, end = (np.array(words.of_span(lambda span, n=n: span[n], -1), np.int64) for n in (0, 1))
    held = words.span >= 0
    numbers["from cue"] = np.where(cue_start >= 0, np.clip(words.start - cue_start, -FAR, FAR), -999)
    numbers["from start"] = np.where(held, words.start - begin, -1)
    numbers["to end"] = np.where(held, end - words.end, -1)
    numbers["span"] = np.where(held, end - begin, -1)
    said = (voice == VOICES["direct"]) | (voice == VOICES["indirect"])
    for side, row in (("before", near.before(said)), ("after", near.after(said))):
        numbers[f"said {side}"] = _distance(near, row)
        texts[f"rule {side}"] = taken(rule, row)
        texts[f"cue {side}"] = taken(cue, row)


def _cues(words: Words, near: Near, found: Signs) -> None:
    """Reporting words nearby, whether or not the rules took them for reports."""
    numbers, texts = found
    numbers["forms"], numbers["verb"], numbers["noun"] = words.forms, words.verb, words.noun
    pairs = {"next": mixed(words.lower, near.shifted(words.lower, -1)), "previous": mixed(near.shifted(words.lower, 1), words.lower)}
    for name, flag in (("verb", words.verb), ("say", words.speaks), ("noun", words.noun), ("adjective", words.adjective)):
        for side, row in (("before", near.before(flag)), ("after", near.after(flag))):
            numbers[f"{name} {side}"] = _distance(near, row)
            texts[f"{name} {side}"] = taken(words.lower, row)
            if name == "verb":
                numbers[f"form {side}"] = taken(words.forms, row, -1)
        if name == "verb":
            row = near.before(flag)
            second = np.where(row >= 0, taken(row, row, -1), -1)
            texts["second verb before"], numbers["second verb before"] = taken(words.lower, second), _distance(near, second)
            for side, column in pairs.items():
                texts[f"verb and {side}"] = taken(column, row)


def _window(words: Words, near: Near, found: Signs) -> None:
    """The word, its neighbours, and the classes they belong to."""
    numbers, texts = found
    for by in (-2, -1, 0, 1, 2):
        texts[f"word {-by}"] = near.shifted(words.lower, by)
    for kind in KINDS:
        numbers[kind] = (words.tags & TAG[kind]) > 0
    texts["pair before"] = mixed(texts["word -1"], words.lower)
    texts["pair after"] = mixed(words.lower, texts["word 1"])


def _marks(words: Words, near: Near, found: Signs) -> None:
    """How far the next marks are."""
    pause = (words.tags & (DASH | SEMI | COLON)) > 0
    for name, flag in (("quotation", words.quoted), ("comma", (words.tags & COMMA) > 0), ("pause", pause)):
        found.numbers[f"{name} before"] = _distance(near, near.before(flag))
        found.numbers[f"{name} after"] = _distance(near, near.after(flag))


def _sentence(words: Words, found: Signs) -> None:
    """The sentence and its neighbours: length, how much of it is said or in marks, whom it is about."""
    numbers, texts = found
    size, unit = len(words.lengths), words.unit
    numbers["place"], numbers["rest"], numbers["length"] = words.place, words.lengths[unit] - words.place, words.lengths[unit]
    numbers["heading"] = words.heading[unit]
    voice = numbers["voice"]
    total = np.maximum(1, np.bincount(unit, words.count, size))
    said = np.bincount(unit, ((voice == 1) | (voice == 2)) * words.count, size) / total
    marks = np.bincount(unit, words.quoted * words.count, size) / total
    first = np.cumsum(words.lengths) - words.lengths
    text = words.text[np.minimum(first, max(0, len(words) - 1))] if len(words) else np.zeros(size, np.int64)
    beside = Near(text)
    for by in (-2, -1, 0, 1, 2):
        numbers[f"share said {-by}"] = beside.shifted(said, by, -1)[unit]
        numbers[f"share in marks {-by}"] = beside.shifted(marks, by, -1)[unit]
    opening = np.unique(text, return_index=True)[1]
    numbers["sentence"] = (np.arange(size) - opening[np.searchsorted(np.unique(text), text)])[unit] if size else unit
    for kind in ("subject", "modal", "be", "capital", "number"):
        numbers[f"any {kind}"] = np.bincount(unit, (words.tags & TAG[kind]) > 0, size)[unit]
    for name, members in lists("words.toml")["persons"].items():
        numbers[f"{name} person"] = np.bincount(unit, np.isin(words.lower, codes(members)), size)[unit]
    opened = words.lower[np.minimum(first, max(0, len(words) - 1))] if len(words) else words.lower
    texts["opening"] = opened[unit] if size else unit.astype(np.uint64)
    texts["opening pair"] = mixed(texts["opening"], words.lower[np.minimum(first + 1, len(words) - 1)][unit]) if size else texts["opening"]


def _distance(near: Near, row: Array) -> Array:
    """Words between each row and another; -1: there is none."""
    return np.where(row >= 0, np.abs(near.rows - row), -1)
