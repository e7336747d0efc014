"""Words of some classes: steps over them, the first of them, whether one is there, whether two agree."""

from collections.abc import Container
from typing import overload

from framing.voice.classes.nouns import CAP, OPENING, PLURAL
from framing.voice.cues import S, Word


def past(words: list[Word], at: int, classes: int, end: int | None = None) -> int:
    """First word from `at` on that is in none of these classes; `end`, or the number of words, where none is."""
    stop = len(words) if end is None else end
    while at < stop and words[at].tags & classes:
        at += 1
    return at


def back(words: list[Word], at: int, classes: int, first: int = 0) -> int:
    """Last word up to `at` that is in none of these classes; `first` where none is behind that."""
    while at > first and words[at].tags & classes:
        at -= 1
    return at


def holds(words: list[Word], classes: int) -> bool:
    """Whether one of the words is in any of these classes."""
    for here in words:  # noqa: SIM110 - a generator would cost more than the words
        if here.tags & classes:
            return True
    return False


def only(words: list[Word], classes: int) -> bool:
    """Whether all of the words are in these classes."""
    for here in words:  # noqa: SIM110 - as above
        if not here.tags & classes:
            return False
    return True


@overload
def first_of(words: list[Word], places: range, classes: int) -> int | None: ...


@overload
def first_of(words: list[Word], places: range, classes: int, default: int) -> int: ...


def first_of(words: list[Word], places: range, classes: int, default: int | None = None) -> int | None:
    """The first of the places at which a word of these classes stands; `default` where none does."""
    for at in places:
        if words[at].tags & classes:
            return at
    return default


@overload
def first_word(words: list[Word], places: range, lowers: Container[str]) -> int | None: ...


@overload
def first_word(words: list[Word], places: range, lowers: Container[str], default: int) -> int: ...


def first_word(words: list[Word], places: range, lowers: Container[str], default: int | None = None) -> int | None:
    """The first of the places at which one of these words stands; `default` where none does."""
    for at in places:
        if words[at].lower in lowers:
            return at
    return default


def agrees(words: list[Word], first: int, last: int) -> bool:
    """Whether the form in -s at `last` may be the verb of one who ends before it, in words from `first` on: "toxic foam rolls"."""
    one, here = words[last - 1], words[last]
    return last > first and bool(here.forms & S or here.tags & PLURAL) and not (here.tags & CAP or one.tags & (OPENING | PLURAL))
