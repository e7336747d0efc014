"""The word lists of ``stance.toml`` that tell whom a term describes."""

import functools
from collections.abc import Mapping

from framing.voice.classes.verbs import BE
from framing.voice.cues import Word
from framing.voice.forms import every_form
from framing.voice.lists import endings, listed, lists


@functools.cache
def words_of(*kinds: str) -> frozenset[str]:
    """Words of some lists."""
    return frozenset().union(*(listed("stance.toml", "target", kind) for kind in kinds))


def edges_of(kind: str) -> tuple[str, ...]:
    """Endings or beginnings of words listed under `kind`."""
    return endings("stance.toml", "target", kind)


@functools.cache
def idioms() -> Mapping[str, list[tuple[list[str], int]]]:
    """What is stepped over between a verb and its predicate, "nothing but", by each of its words and where it stands in it."""
    found: dict[str, list[tuple[list[str], int]]] = {}
    for idiom in lists("stance.toml")["target"]["idioms"]:
        words = idiom.split()
        for place, lower in enumerate(words):
            found.setdefault(lower, []).append((words, place))
    return found


@functools.cache
def forms_of(*kinds: str) -> frozenset[str]:
    """Every form of the verbs of some lists."""
    return every_form(words_of(*kinds))


def links(here: Word) -> bool:
    """Whether a verb may link a predicate to its subject: a form of be, "became", "looked"."""
    return bool(here.tags & BE) or here.lower in forms_of("linking")
