"""Where in a TOML file something stands, so that a message can name the line."""

import re
from collections.abc import Iterator


def line(written: str, section: tuple[str, ...], needle: str = "") -> int:
    r"""Line, from 1, on which `needle` first stands in a section of a TOML text; the section's own line without one.

    Python's reader keeps no positions, so the text is searched. A section is a header and what follows up to the next
    header that is no part of it.

    Examples
    --------
    >>> line('[frame.a]\nlabel = "A"\nlable = 1', ("frame", "a"), "lable")
    3
    """
    lines = written.splitlines()
    first = 1
    for number, keys in _headers(lines):
        if keys[: len(section)] == section or section[: len(keys)] == keys:
            found = _find(lines, number, needle)
            if keys[: len(section)] == section and not needle:
                return number
            if found is not None:
                return found
            first = number
    return _find(lines, 1, needle) or first


def _headers(lines: list[str]) -> Iterator[tuple[int, tuple[str, ...]]]:
    for number, written in enumerate(lines, start=1):
        header = re.match(r"\s*\[\[?([^\[\]{}=]+)\]\]?\s*(?:#.*)?$", written)
        if header:
            yield number, tuple(key.strip().strip("\"'") for key in re.findall(r"\"[^\"]*\"|'[^']*'|[^.]+", header[1]))


def _find(lines: list[str], start: int, needle: str) -> int | None:
    """Search from a header's line on, up to the next header."""
    for number in range(start, len(lines) + 1):
        written = lines[number - 1]
        if number > start and re.match(r"\s*\[\[?[^\[\]{}=]+\]\]?\s*(?:#.*)?$", written):
            return None
        if needle and needle in written:
            return number
    return None
