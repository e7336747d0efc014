"""Articles out of text files, one a file, with a header or named by their folders."""

import io
import os
import re
from collections.abc import Iterator
from pathlib import Path

from framing.corpus import Row
from framing.ingest.source import Source, printed

MARKDOWN = ".md"
SUFFIXES = (".txt", MARKDOWN)
UNKNOWN = "unknown"
_KEY = re.compile(r"[A-Za-z_][\w-]*")
_EMPHASIS = re.compile(r"(?<![\w\\])(_{1,3}|\*{1,3})(?![\s_*])([^_*\n]*[^\s_*\\])\1(?!\w)")
_HALVES = re.compile("[\ud800-\udfff]")  # what Python has for bytes of a name that are not UTF-8
_ABOUT = ("readme", "license", "licence")


def read_text(source: Source, name: Path) -> Row:
    """Read the article in one text file; `name` is its path within the folder, ``outlet/event/file.txt`` at best."""
    if _HALVES.search(str(name)):
        raise ValueError(f"{source}: the name of the file is not UTF-8; rename it, for it names the article")
    with source.open() as file:
        header, text = split_header(file.read(), str(source))
    folders = name.parts[:-1]
    defaults = {"article_id": name.with_suffix("").as_posix(), "outlet": folders[0] if folders else UNKNOWN}
    if len(folders) > 1:
        defaults["event"] = folders[1]
    if "text" in header:
        raise ValueError(f"{source}: the header has the key 'text'; the text stands below the header")
    text = without_emphasis(text) if name.suffix.lower() == MARKDOWN else text
    return Row(str(source), {**header, "text": text}, defaults)


def without_emphasis(text: str) -> str:
    """Take the marks of emphasis off a text in Markdown: an underscore is a letter of its word, and no term would be found there.

    Only pairs that stand around words of one line are marks; those within words, and what is behind a backslash, stay.

    Examples
    --------
    >>> without_emphasis("A _war_, a **__brutal__ war**; no_war_now, 2 * 3 * 4.")
    'A war, a brutal war; no_war_now, 2 * 3 * 4.'
    """
    return _EMPHASIS.sub(r"\2", _EMPHASIS.sub(r"\2", text))  # twice, for marks within marks


def split_header(text: str, place: str) -> tuple[dict[str, str], str]:
    r"""Split the front matter, ``key: value`` lines between two lines ``---``, from the text below it.

    A text that starts with a rule, not followed by a key, has none. Values are strings; one pair of quotation
    marks around a value is taken off. The text is all that follows the closing line, as it stands.

    Examples
    --------
    >>> split_header('---\noutlet: The Ford Herald\ntitle: "Rain: more to come"\n---\nIt rained.\n', "ford.txt")
    ({'outlet': 'The Ford Herald', 'title': 'Rain: more to come'}, 'It rained.\n')

    Raises
    ------
    ValueError
        If the header is not closed, a line is no ``key: value``, or a key stands twice.
    """
    lines = io.StringIO(text, newline="")
    length = len(first := lines.readline())
    header: dict[str, str] = {}
    if first.rstrip() != "---":
        return {}, text
    for number, line in enumerate(lines, 2):
        length += len(line)
        if line.rstrip() == "---":
            return header, text[length:]
        key, colon, value = (part.strip() for part in line.partition(":"))
        if number == 2 and not (colon and _KEY.fullmatch(key)):
            return {}, text
        if line.strip() and not line.startswith("#"):
            _add(header, key if colon else "", value, f"{place}:{number}")
    raise ValueError(f"{place}: the header that starts in line 1 is not closed; expected a second line '---'")


def _add(header: dict[str, str], key: str, value: str, place: str) -> None:
    if not _KEY.fullmatch(key):
        raise ValueError(f"{place}: expected 'key: value' in the header, or its end '---'")
    if key.lower() in header:
        raise ValueError(f"{place}: {key!r} stands twice in the header")
    quoted = len(value) > 1 and value[0] == value[-1] and value[0] in "\"'" and value[0] not in value[1:-1]
    header[key.lower()] = value[1:-1] if quoted else value


def find_texts(folder: Path) -> tuple[list[Path], dict[str, list[str]]]:
    """Text files below a folder, as paths within it, in the order of their names; and what was passed over, by reason.

    Links are never followed out of the folder.
    """
    texts: list[Path] = []
    skipped: dict[str, list[str]] = {}
    for path, reason in sorted(_walk(folder)):
        if reason:
            skipped.setdefault(reason, []).append(printed(path))
        else:
            texts.append(path)
    return texts, skipped


def _walk(folder: Path) -> Iterator[tuple[Path, str]]:
    for here, folders, files in os.walk(folder, onerror=_stop):
        for name in [*folders, *files]:
            path = Path(here, name)
            reason = _passed_over(path, folder)
            if reason and name in folders:
                folders.remove(name)
            if reason or name in files:
                yield path.relative_to(folder), reason


def _stop(error: OSError) -> None:
    """Raise, for `os.walk` would pass over a folder it may not open without a word."""
    raise error


def _passed_over(path: Path, folder: Path) -> str:
    if path.name.startswith("."):
        return "hidden"
    if path.is_dir():
        return "a link to a folder" if path.is_symlink() else ""
    if not inside(path, folder):
        return "a link out of the folder"
    if not path.is_file():
        return "not a regular file"
    if path.suffix.lower() not in SUFFIXES:
        return f"not {' or '.join(SUFFIXES)}"
    return "describes the folder" if path.stem.lower() in _ABOUT else ""


def inside(path: Path, folder: Path) -> bool:
    """Whether a path, its links followed, stays within the folder."""
    return Path(os.path.realpath(path)).is_relative_to(os.path.realpath(folder))  # resolve() raises at links that lead in a circle
