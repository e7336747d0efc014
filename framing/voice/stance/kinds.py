"""What the reading of stance asks of a word alone: a bit for each list of ``stance.toml`` and each shape that matters."""

import functools
from collections.abc import Callable, Collection, Mapping

from framing.voice.classes.nouns import CAP, OWNED, WORD
from framing.voice.cues import Word
from framing.voice.lists import listed
from framing.voice.stance.clause import as_read
from framing.voice.stance.distance import accusing
from framing.voice.stance.negators import alone, in_phrases, negates
from framing.voice.stance.nominal import names_person
from framing.voice.stance.readings import is_past
from framing.voice.stance.target_words import takes_part

LONGER = 4
"""Letters beyond which a word is capitalised in a headline in title case."""
MOST = 63
"""Kinds of words that a signed integer of 64 bits has room for."""
_LISTED = {
    "contrast": ("negation", "contrast"),
    "object": ("negation", "objects"),
    "disproved": ("negation", "passive"),
    "end": ("negation", "ends"),
    "distance": ("distance", "words"),
    "calling": ("distance", "what"),
    "conditional": ("hedge", "conditional"),
    "coming": ("hedge", "coming"),
    "future": ("hedge", "future"),
    "modal": ("hedge", "modal"),
    "no_actor": ("target", "no_actors"),
    "clearing": ("negation", "clearing"),
}
_SINGLE = {
    **{name: (name,) for name in ("what", "asked", "whether", "if", "of")},
    "ends_sentence": ("?", "!", "."),
    "joins": ("and", "yet"),
    "asks": ("?",),
    "or_so": ("or", "so"),
    "the": ("the", "these", "those"),
}
_SHAPES: Mapping[str, Callable[[Word], object]] = {
    "negator": lambda here: negates(here.lower),
    "clearing": lambda here: here.lower in alone(),
    "disproved": lambda here: here.lower in listed("stance.toml", "negation", "untrue"),
    "accusing": lambda here: (
        here.lower in accusing() or any(here.lower in listed("stance.toml", "distance", kind) for kind in ("professing", "charges"))
    ),
    "future": lambda here: here.lower.endswith("'ll"),
    "opens_phrase": lambda here: here.lower in in_phrases(0),
    "goes_on_phrase": lambda here: here.lower in in_phrases(1),
    "owned": lambda here: here.tags & OWNED or here.lower in _SINGLE["the"],
    "long_small": lambda here: here.tags & WORD and not here.tags & CAP and len(here.lower) > LONGER,
    "past": is_past,
    "person": names_person,
    "taking_part": takes_part,
}


def _bits(names: Collection[str]) -> Mapping[str, int]:
    """Give each kind a bit of its own; arrays hold the kinds of a word in one integer."""
    if len(names) > MOST:
        raise ValueError(f"there are {len(names)} kinds of words, and a signed integer of 64 bits has room for {MOST}; merge some")
    return {name: 1 << number for number, name in enumerate(names)}


KIND = _bits(dict.fromkeys([*_LISTED, *_SINGLE, *_SHAPES]))


@functools.cache
def _in_lists() -> Mapping[str, int]:
    found: dict[str, int] = {}
    for name, words in [*((name, listed("stance.toml", *place)) for name, place in _LISTED.items()), *_SINGLE.items()]:
        for lower in words:
            found[lower] = found.get(lower, 0) | KIND[name]
    return found


def kinds_of(here: Word) -> int:
    """Bits of the kinds of a word."""
    return _in_lists().get(as_read(here), 0) | sum(KIND[name] for name, has in _SHAPES.items() if has(here))
