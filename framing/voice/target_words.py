"""The word lists of ``stance.toml`` that tell whom a term describes."""

import functools

from framing.voice.cues import inflected, irregular_verbs
from framing.voice.lists import lists


@functools.cache
def words_of(kind: str) -> tuple[str, ...]:
    """Words or endings listed under `kind` in ``stance.toml``."""
    return tuple(lists("stance.toml")["target"][kind])


@functools.cache
def forms_of(kind: str) -> frozenset[str]:
    """Every form of the verbs listed under `kind` in ``stance.toml``."""
    spelling, doubling = irregular_verbs()
    return frozenset(form for lemma in words_of(kind) for form, _ in inflected(lemma, spelling, doubling))
