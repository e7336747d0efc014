"""Write a lexicon as TOML: whole or not at all, and only if it reads back the same."""

import json
import re
import tomllib
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path
from typing import Any

from framing import storage
from framing.lexicon import build
from framing.lexicon.model import Entry, Lexicon

PLAIN = {part.name: part.default for part in fields(Entry)}


def write(lexicon: Lexicon, path: Path) -> Path:
    """Write a lexicon to a file, whole or not at all, and return its path.

    Raises
    ------
    ValueError
        If what would be written does not read back the same, such as a frame that is called like a key of the format.
    OSError
        If no file can be written there.
    """
    if storage.unwritable(path):
        raise OSError(f"{path}: no file can be written there; expected a file in a folder that exists and that you may write to")
    written = text(lexicon)
    try:
        same = build.lexicon(tomllib.loads(written), str(path), written).digest == lexicon.digest
    except ValueError as error:
        raise ValueError(f"{path}: the lexicon {lexicon.name!r} cannot be written as TOML: {error}") from error
    if not same:
        raise ValueError(f"{path}: the lexicon {lexicon.name!r} does not read back the same; nothing was written")
    with storage.written_whole(path) as draft:
        draft.write_text(written, encoding="utf-8", newline="\n")
    return path


def text(lexicon: Lexicon) -> str:
    """Write a lexicon as the text of a TOML file."""
    return "\n".join(_lines(lexicon)) + "\n"


def _lines(lexicon: Lexicon) -> Iterator[str]:
    yield "[lexicon]"
    for key in build.ABOUT:
        yield f"{key} = {_value(getattr(lexicon, key))}"
    for name, topic in lexicon.topics.items():
        yield from ["", _header("topic", name), f"words = {_value(topic.words)}", f"per_1000 = {topic.per_1000}"]
    for name, frame in lexicon.frames.items():
        yield from ["", _header("frame", *name.split("/")), f"label = {_value(frame.label)}", f"definition = {_value(frame.definition)}"]
        yield from _terms([entry for entry in lexicon.entries if entry.frame == name])
    for referent, choice in lexicon.choices.items():
        yield from ["", _header("choice", referent), f"label = {_value(choice.label)}", f"definition = {_value(choice.definition)}"]
        for name, label in choice.names.items():
            yield from ["", _header("choice", referent, "names", name), f"label = {_value(label)}"]
            yield from _terms([entry for entry in lexicon.entries if (entry.choice, entry.name) == (referent, name)])


def _terms(entries: list[Entry]) -> Iterator[str]:
    yield "terms = ["
    for entry in entries:
        told = {key: getattr(entry, key) for key in build.ENTRY if getattr(entry, key) != PLAIN[key]}
        yield f"  {{{', '.join(f'{key} = {_value(value)}' for key, value in told.items())}}},"
    yield "]"


def _header(*keys: str) -> str:
    return f"[{'.'.join(key if re.fullmatch(r'[A-Za-z0-9_-]+', key) else _value(key) for key in keys)}]"


def _value(value: Any) -> str:
    """Write text, number, truth or list as TOML; a TOML string is a JSON string, but for the delete character."""
    if isinstance(value, (list, tuple)):
        return f"[{', '.join(map(_value, value))}]"
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
