"""The word lists beside the code, each file read once."""

import functools
import tomllib
from collections.abc import Mapping
from importlib import resources
from typing import Any


@functools.cache
def lists(name: str) -> Mapping[str, Any]:
    """Lists of a file of this room, such as ``cues.toml``, in which words stand by the line, apart by commas.

    So a file is read in a third of the time that one string a word would take.
    """
    held: Mapping[str, Any] = _by_word(tomllib.loads(resources.files("framing.voice").joinpath(name).read_text(encoding="utf-8")))
    return held


def _by_word(held: Any) -> Any:
    """What a file holds, with every list of lines as a list of words."""
    if isinstance(held, dict):
        return {key: _by_word(value) for key, value in held.items()}
    if not isinstance(held, list):
        return held
    return ", ".join(held).split(", ") if held and isinstance(held[0], str) else [_by_word(value) for value in held]


@functools.cache
def listed(name: str, group: str, kind: str) -> frozenset[str]:
    """Words of one list."""
    return frozenset(lists(name)[group][kind])


@functools.cache
def endings(name: str, group: str, kind: str) -> tuple[str, ...]:
    """Endings or beginnings of words in one list."""
    return tuple(lists(name)[group][kind])
