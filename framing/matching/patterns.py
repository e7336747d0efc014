"""The notation of lexicon terms, and what counts as the same letter.

A *word* here is a token of `framing.text` cut at the characters that join its parts, so that *war* stands in *war's* and
in *anti-war*, and never in *warm*. Words are compared after folding, the characters between them almost literally.
"""

import functools
import re
import unicodedata
from typing import NamedTuple

from framing.lexicon.folding import fold
from framing.lexicon.patterns import expand, is_wild
from framing.text import LETTERS

MODIFIER = "\u02bc"
APOSTROPHES = f"'\u2018\u2019{MODIFIER}\uff07"
HYPHENS = "-\u2010\u2011"
JOINERS = APOSTROPHES + ".\u00b7"
STAR, QUERY = "\ue000", "\ue001"  # wildcards while a term is cut into words: a letter to none, private to all

_WORD = re.compile(f"([{LETTERS}*?]+)")  # a wildcard passes for a letter, so that "war*" is one word and what is not a word stays a gap
MOST_KEPT = 1 << 16


class _Marks(dict[int, str]):
    """A table for `str.translate` that fills itself: code point to what a mark is compared as."""

    def __missing__(self, code: int) -> str:
        letter = chr(code)
        self[code] = "'" if letter in APOSTROPHES else "-" if letter in HYPHENS else " " if letter.isspace() else letter
        return self[code]


_MARKS = _Marks()


def marks(text: str) -> str:
    """Reduce what stands around words to what is compared: one apostrophe, one hyphen, one space, each a character for one."""
    return text.translate(_MARKS)


def gap(text: str) -> str:
    """Reduce what stands between two words: a hyphen, or white space without a blank line, is a space.

    Examples
    --------
    >>> gap("-"), gap("  "), gap(", "), gap(" '")
    (' ', ' ', ', ', " '")
    """
    if (len(text) == 1 and text in HYPHENS) or (text.isspace() and text.count("\n") < 2):
        return " "
    return marks(text)


class Pattern(NamedTuple):
    """A term ready to be compared: its words, and what stands before, between and after them.

    Parameters
    ----------
    words
        Folded words, at least one; `*` and `?` in them are wildcards.
    gaps
        One more than words: what stands before, between and after, reduced by `marks` at the ends and `gap` between.
    case
        Words are compared without folding case.
    stem
        Words are compared by their stems, those with a wildcard as they are.
    capitals
        For each word whether it must begin with a capital, or must not; None: no matter.
    """

    words: tuple[str, ...]
    gaps: tuple[str, ...]
    case: bool
    stem: bool
    capitals: tuple[bool | None, ...]


def parse(term: str, *, case: bool = False, stem: bool = False) -> list[Pattern]:
    """Read a term as patterns, one for each combination of its `{a,b}` alternatives.

    `*` in a word is any run of letters, also none; `?` is one letter with its accents; `*` alone is any one word. Between
    words, a space or a hyphen is white space without a blank line, or a hyphen; other characters stand for themselves. An
    alternative without a letter or digit can never match and gives no pattern.

    Raises
    ------
    ValueError
        If braces do not pair.

    Examples
    --------
    >>> [pattern.words for pattern in parse("{special,limited} operation*")]
    [('special', 'operation*'), ('limited', 'operation*')]
    """
    read = (_pattern(text, case, stem) for text in expand(term))
    return [pattern for pattern in read if any(word.strip("*?") for word in pattern.words)]


def _pattern(text: str, case: bool, stem: bool) -> Pattern:
    kept = case and not stem  # inflection leaves no other case to compare than that of the first letter
    pieces = _WORD.split(text.replace(MODIFIER, "'"))  # by Unicode the modifier letter is one, here it joins words
    before, *between, after = pieces[::2] if len(pieces) > 1 else ("", "")
    capitals = tuple([capital(piece) if case and stem and not is_wild(piece[0]) else None for piece in pieces[1::2]])
    words = tuple([_letters(piece, kept) for piece in pieces[1::2]])
    return Pattern(words, (marks(before), *[_gap(piece) for piece in between], marks(after)), kept, stem, capitals)


# The phrases of a lexicon are many, their words and what stands between them few.
@functools.lru_cache(MOST_KEPT)
def _letters(piece: str, kept: bool) -> str:
    """Fold a word of a term, and keep its wildcards."""
    wild = piece.replace("*", STAR).replace("?", QUERY)
    return fold(wild, case=kept).replace(STAR, "*").replace(QUERY, "?")


@functools.lru_cache(MOST_KEPT)
def _gap(piece: str) -> str:
    return gap(piece)


def glob(pattern: str, word: str) -> bool:
    """Whether a word of a pattern matches a folded word; at most len(pattern) * len(word) steps.

    Examples
    --------
    >>> glob("milit*", "military"), glob("wom?n", "women"), glob("*gate", "gateway")
    (True, True, False)
    """
    at, here, star, retry = 0, 0, -1, 0
    while here < len(word):
        if at < len(pattern) and pattern[at] == "*":
            star, retry, at = at, here, at + 1
        elif at < len(pattern) and pattern[at] == "?":
            at, here = at + 1, _past_accents(word, here + 1)
        elif at < len(pattern) and pattern[at] == word[here]:
            at, here = at + 1, here + 1
        elif star >= 0:
            retry += 1
            at, here = star + 1, retry
        else:
            return False
    return pattern[at:].strip("*") == ""


def _past_accents(word: str, here: int) -> int:
    while here < len(word) and unicodedata.combining(word[here]):
        here += 1
    return here


def capital(word: str) -> bool:
    """Whether the first letter of a word, as published, is a capital.

    Examples
    --------
    >>> capital("Lions"), capital("lions")
    (True, False)
    """
    return fold(word)[:1] != fold(word, case=True)[:1]
