"""Sentences and tokens with offsets; owns every denominator.

A token is a word in the sense of Unicode Standard Annex 29: a run of letters, digits and marks, joined across
an apostrophe, a full stop or a middle dot between two of them. *don't*, *Russia's*, *3.5* and the *U.S* of
*U.S.* are one token each; *US-led* is two. Every rate per thousand words, in every room, divides by these.
"""

import functools
import re
import tomllib
from importlib import resources
from typing import Any

import numpy as np
from numpy.typing import NDArray

# Letters and digits with the marks that sit on them: a combining accent, a soft hyphen or a joiner never ends a word.
LETTERS = "\\w\u0300-\u036f\u00ad\u200c\u200d"
_RUN = f"[{LETTERS}]+"
_JOINERS = "'\u2019\u02bc.\u00b7"
TOKEN = re.compile(f"{_RUN}(?:[{_JOINERS}]{_RUN})*")
_NEITHER, _JOINER, _LETTER = 0, 1, 2
_COMMON = 0x2100
"""Code points below which word starts are looked up in a table: letters of most alphabets and the marks of print."""


def tokens(text: str) -> list[tuple[int, int]]:
    """Offsets of the words of `text`, in order.

    Examples
    --------
    >>> [word[0:2] for word in tokens("Don't panic.")]
    [(0, 5), (6, 11)]
    """
    return [match.span() for match in TOKEN.finditer(text)]


def word_starts(text: str) -> NDArray[np.int64]:
    """Offsets at which the words of `text` begin: those of `tokens`, found faster.

    Examples
    --------
    >>> word_starts("Don't panic.")
    array([0, 6])
    """
    if not text:
        return np.empty(0, np.int64)
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32)
    if codes.max() >= _COMMON:
        return np.array([match.start() for match in TOKEN.finditer(text)], np.int64)
    kinds = _kinds()[codes]
    letters = kinds == _LETTER
    begins = letters.copy()
    begins[1:] &= ~letters[:-1]
    begins[2:] &= ~((kinds[1:-1] == _JOINER) & letters[:-2])
    return np.flatnonzero(begins)


@functools.cache
def _kinds() -> NDArray[np.uint8]:
    """For every common code point whether it stands in words, joins them, or neither."""
    kinds = np.full(_COMMON, _NEITHER, np.uint8)
    kinds[[ord(joiner) for joiner in _JOINERS]] = _JOINER
    for match in re.finditer(_RUN, "".join(map(chr, range(_COMMON)))):
        kinds[slice(*match.span())] = _LETTER
    return kinds


# A run of end marks with the closing marks behind it and white space, or a line break; each run is looked at once.
# A pattern that begins with a plain set of characters is found several times as fast.
_MARKS = r"[.!?\u2026]"
_END = re.compile(
    rf"[\n.!?\u2026](?:(?<=\n)\n*+|(?<={_MARKS})(?<!{_MARKS}{_MARKS})({_MARKS}*+)([\"\u201d\u2019'\u00bb\u203a)\]]*+)[^\S\n]++)"
)
_OPENING = re.compile(r"[\"\u201c\u2018'\u00ab\u201e(\[\u2026.\-\u2013\u2014]*+")
_WORD_BEFORE = 14


def sentences(text: str) -> list[tuple[int, int]]:
    """Offsets of the sentences of `text`; they tile it, white space belonging to the sentence before.

    A line break always ends a sentence, for news texts are published a paragraph a line. Within a line, a full
    stop, question or exclamation mark ends one unless a small letter follows, or the stop belongs to an
    abbreviation or an initial (``abbreviations.toml``).

    Examples
    --------
    >>> sentences("Dr. Berg left. She was late.")
    [(0, 15), (15, 28)]
    """
    starts = [0] if text else []
    for match in _END.finditer(text):
        end = match.end()
        if end < len(text) and (match[1] is None or _ends_sentence(text, match, end)):
            starts.append(end)
    if len(starts) > 1 and not text[: starts[1]].strip():
        del starts[1]
    return list(zip(starts, [*starts[1:], len(text)], strict=False))


def _ends_sentence(text: str, match: re.Match[str], following: int) -> bool:
    """Whether the end mark, its closing marks and the space in `match` end a sentence; `following` is what follows them."""
    if not text[following].isalnum():
        following = _OPENING.match(text, following).end()  # type: ignore[union-attr]  # matches the empty string at least
    if following < len(text) and text[following].islower():
        return False
    return text[match.start()] != "." or bool(match[1] or match[2]) or not _abbreviates(text, match.start(), following)


def _abbreviates(text: str, stop: int, following: int) -> bool:
    """Whether the full stop at `stop` belongs to an initial or an abbreviation and ends nothing."""
    before = _last_word(text, stop)
    if len(before) == 1 and before.isupper() and before != "I":
        return True
    kind = _abbreviation_kinds().get(before.lower())
    if kind is None:
        return False
    if kind == "numbered":
        return text[following : following + 1].isdigit()
    if kind in ("places", "other"):
        return _first_word(text, following).lower() not in _openers()
    return True


def _last_word(text: str, end: int) -> str:
    near = text[max(0, end - _WORD_BEFORE) : end].rpartition(" ")[2]
    if near.isalnum():
        return near
    start = end
    while start > 0 and end - start < _WORD_BEFORE and (text[start - 1].isalnum() or text[start - 1] == "."):
        start -= 1
    return text[start:end]


def _first_word(text: str, start: int) -> str:
    match = TOKEN.match(text, start, start + _WORD_BEFORE)
    return match[0] if match else ""


@functools.cache
def _data() -> dict[str, Any]:
    return tomllib.loads(resources.files("framing").joinpath("abbreviations.toml").read_text(encoding="utf-8"))


@functools.cache
def _abbreviation_kinds() -> dict[str, str]:
    return {word: kind for kind, words in _data()["abbreviations"].items() for word in words}


@functools.cache
def _openers() -> frozenset[str]:
    return frozenset(_data()["sentence"]["openers"])
