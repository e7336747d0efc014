"""Steps over words of some classes, forwards and backwards."""

from framing.voice.cues import Word


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
