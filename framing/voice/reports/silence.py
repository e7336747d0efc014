"""What says nothing: "said little about the raid", "the verdict says a lot about the court"."""

import functools

from framing.voice.classes.between import WH
from framing.voice.cues import Cue
from framing.voice.lists import listed
from framing.voice.units import Unit

LONGEST_AMOUNT = 4
"""Words of "a great deal about"."""


def silent(unit: Unit, at: int, cue: Cue) -> bool:
    """Whether nothing is said: "said nothing about the raid", "said little", "says a great deal about", "pleaded guilty to"."""
    lower = unit.words[at].lower
    if lower not in _little_or_much():
        return False
    if cue.lemma == "plead":
        return lower in listed("cues.toml", "phrases", "pleas")
    if lower in listed("cues.toml", "phrases", "silence"):
        following = unit.words[at + 1] if at + 1 < len(unit.words) else None
        return following is None or following.lower in listed("words.toml", "complements", "topic")
    return cue.speaks and _tells_much(unit, at)


@functools.cache
def _little_or_much() -> frozenset[str]:
    """Words with which begins what may say nothing."""
    return frozenset(["a"]).union(*(listed("cues.toml", "phrases", kind) for kind in ("pleas", "silence", "amounts")))


def _tells_much(unit: Unit, at: int) -> bool:
    """Whether "a lot about" stands at `at`: "the verdict says a great deal about the court"."""
    words = unit.words
    for about in range(at + 1, min(len(words) - 1, at + LONGEST_AMOUNT)):
        if words[about].lower == "about":
            return words[about - 1].lower in listed("cues.toml", "phrases", "amounts") and not words[about + 1].tags & WH
    return False
