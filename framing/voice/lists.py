"""The word lists beside the code, each file read once."""

import functools
import tomllib
from collections.abc import Mapping
from importlib import resources
from typing import Any


@functools.cache
def lists(name: str) -> Mapping[str, Any]:
    """Lists of a file of this room, such as ``cues.toml``."""
    return tomllib.loads(resources.files("framing.voice").joinpath(name).read_text(encoding="utf-8"))


@functools.cache
def listed(name: str, group: str, kind: str) -> frozenset[str]:
    """Words of one list."""
    return frozenset(lists(name)[group][kind])
