"""Lexicons in the formats people have: quanteda's YAML, LIWC's .dic, tables of comma- or tab-separated values."""

import csv
import importlib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, NoReturn

from framing.lexicon import build
from framing.lexicon.model import Choice, Entry, Frame, Lexicon

YES = {"true": True, "yes": True, "1": True, "false": False, "no": False, "0": False}
COLUMNS = ("frame", "choice", "name", "pattern", *build.ENTRY)


@dataclass(frozen=True)
class _Line(build.Origin):
    """A line of a file that is not TOML."""

    number: int = 0

    def refuse(self, message: str, section: tuple[str, ...] = (), needle: str = "") -> NoReturn:  # noqa: ARG002
        """Raise a `ValueError` that opens with file and line."""
        raise ValueError(f"{self.file}:{self.number}: {message}")


def read_yaml(written: str, file: str, name: str) -> Lexicon:
    """Read a dictionary of quanteda: categories, in categories, with lists of patterns.

    Every value is read as text, so that the pattern ``no`` stays a word. A list may hold categories among its patterns.

    Raises
    ------
    ImportError
        If PyYAML is not installed.
    ValueError
        For a file that is no YAML or no dictionary, with the line where it is known.
    """
    try:
        yaml = importlib.import_module("yaml")
    except ImportError as error:
        raise ImportError(f"{file}: reading YAML needs PyYAML; install it with: pip install 'framing-toolkit[yaml]'") from error
    try:
        data = yaml.load(written, Loader=yaml.BaseLoader)  # builds text, lists and dicts, nothing else
    except yaml.YAMLError as error:
        raise ValueError(f"{file}: not YAML: {' '.join(str(error).split())}") from error
    if not isinstance(data, Mapping):
        raise ValueError(f"{file}: holds {type(data).__name__}; expected categories with lists of patterns")
    return build.lexicon({"frame": build.plain(data, build.Origin(file))}, file, name=name)


def read_dic(written: str, file: str, name: str) -> Lexicon:
    r"""Read a dictionary of LIWC: categories between two lines of ``%``, then a term a line with category numbers.

    An indented category lies within the one above it. Categories that LIWC 2007 gives under a condition, such as
    ``(02 134)125/464``, have no counterpart here: they are left out, and the lexicon's `sources` say on which lines.

    Raises
    ------
    ValueError
        For a header that is not closed or a category number that is not in it, with file and line.
    """
    lines = [_Line(file, text, number) for number, text in enumerate(written.splitlines(), start=1) if text.strip()]
    marks = [place for place, line in enumerate(lines) if line.written.strip() == "%"]
    if len(marks) < 2:
        raise ValueError(f"{file}: not a LIWC dictionary: expected categories between two lines of '%', found {len(marks)} such lines")
    categories = _categories(lines[marks[0] + 1 : marks[1]])
    entries: list[Entry] = []
    conditional: list[int] = []
    for line in lines[marks[1] + 1 :]:
        term, numbers, dropped = _dic_line(line)
        conditional += [line.number] if dropped else []
        build.Origin.pattern(line, term)
        entries += [Entry(term, frame=_known(line, number, categories)) for number in numbers]
    sources = (f"{file}: conditional categories left out on lines {conditional}",) if conditional else (file,)
    frames = {frame: Frame(frame.split("/")[-1]) for frame in _used(categories.values(), entries)}
    return Lexicon(name, sources=sources, frames=frames, entries=tuple(entries))


def _categories(lines: list[_Line]) -> dict[str, str]:
    """Category number to its name, with the categories it lies in; a longer label in brackets is left out."""
    found: dict[str, str] = {}
    path: list[tuple[int, str]] = []
    for line in lines:
        depth = len(line.written) - len(line.written.lstrip())
        number, *rest = line.written.split(maxsplit=1)
        if not number.isdigit() or not rest:
            line.refuse(f"{line.written.strip()!r} is no category; expected a number and a name")
        path = [(level, above) for level, above in path if level < depth] + [(depth, re.sub(r"\s*\([^)]*\)\s*$", "", rest[0]).strip())]
        found[number] = "/".join(above for _, above in path)
    return found


def _dic_line(line: _Line) -> tuple[str, list[str], bool]:
    """Term, unconditional category numbers, and whether conditional ones were left out."""
    term, _, rest = line.written.strip().partition("\t" if "\t" in line.written.strip() else " ")
    numbers = re.sub(r"\([^)]*\)\S*|<[^>]*>\S*", " ", rest).split()
    if not rest.strip() or not all(number.isdigit() for number in numbers):
        line.refuse(f"{line.written.strip()!r} is no entry; expected a term, a tab and category numbers")
    return term.strip(), numbers, "(" in rest or "<" in rest


def _known(line: _Line, number: str, categories: Mapping[str, str]) -> str:
    if number not in categories:
        line.refuse(f"Unknown category {number!r}; expected one of {list(categories)}")
    return categories[number]


def _used(names: Any, entries: list[Entry]) -> list[str]:
    """Categories with entries, and those without categories in them."""
    filled = {entry.frame for entry in entries}
    return [name for name in names if name in filled or not any(other.startswith(f"{name}/") for other in names)]


def read_table(written: str, file: str, name: str) -> Lexicon:
    """Read a table with a header: ``term`` and ``frame``, or ``term``, ``choice`` and ``name``; further columns as in an entry.

    Lists within a cell are divided by ``|``. The separator is a tab, a semicolon or a comma, whichever the header has.

    Raises
    ------
    ValueError
        For an unknown column or an entry that is none, with file and line.
    """
    header = written.splitlines()[0] if written.strip() else ""
    separator = next((mark for mark in "\t;" if mark in header), ",")
    reader = csv.reader(written.splitlines(keepends=True), delimiter=separator, strict=True)
    columns = [column.strip() for column in next(reader, [])]
    first = _Line(file, header, 1)
    first.keys(dict.fromkeys(columns, ""), COLUMNS, (), "the header")
    if not {"term", "pattern"} & set(columns) or not {"frame", "choice"} & set(columns):
        first.refuse(f"The header is {columns}; expected 'term' and 'frame', or 'term', 'choice' and 'name'")
    entries = tuple(_row(_Line(file, "", number), columns, cells) for number, cells in _numbered(reader, file) if any(cells))
    frames = {entry.frame: Frame(entry.frame.split("/")[-1]) for entry in entries if entry.frame}
    referents = dict.fromkeys(entry.choice for entry in entries if entry.choice)
    choices = {
        referent: Choice(referent, names={entry.name: entry.name for entry in entries if entry.choice == referent and entry.name})
        for referent in referents
    }
    return Lexicon(name, sources=(file,), frames=frames, choices=choices, entries=entries)


def _numbered(reader: Any, file: str) -> Iterator[tuple[int, list[str]]]:
    """Rows with the line each ends on."""
    while True:
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            raise ValueError(f"{file}:{reader.line_num}: not a table: {error}") from error
        yield reader.line_num, [cell.strip() for cell in cells]


def _row(line: _Line, columns: list[str], cells: list[str]) -> Entry:
    if len(cells) > len(columns):
        line.refuse(f"{len(cells)} cells under {len(columns)} columns; quote a cell that holds the separator")
    given = {column: cell for column, cell in zip(columns, cells, strict=False) if cell}
    place: dict[str, Any] = {key: given.pop(key) for key in ("frame", "choice", "name") if key in given}
    if ("frame" in place) == ("choice" in place) or ("choice" in place) != ("name" in place):
        line.refuse(f"Entry {given.get('term')!r} has {place}; expected a frame, or a choice and a name")
    return Entry(**place, **build.entry(line, {key: _cell(line, key, value) for key, value in given.items()}, ()))


def _cell(line: _Line, column: str, value: str) -> Any:
    """Read the content of a cell as what its column holds."""
    if column in build.LISTS:
        return [part.strip() for part in value.split("|")]
    if column in ("case", "stem"):
        return YES.get(value.lower(), value)
    if column == "weight":
        try:
            return float(value)
        except ValueError:
            line.refuse(f"weight is {value!r}; expected a number above 0")
    return value
