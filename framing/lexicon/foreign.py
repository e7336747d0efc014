"""Lexicons in the formats people have: LIWC's .dic, tables of comma- or tab-separated values; quanteda's are read in `quanteda`."""

import csv
import io
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NoReturn

from framing.lexicon import build, locate
from framing.lexicon.model import Choice, Entry, Frame, Lexicon

YES = {"true": True, "yes": True, "1": True, "false": False, "no": False, "0": False}
COLUMNS = ("frame", "choice", "name", "pattern", *build.ENTRY)


@dataclass(frozen=True)
class Line(build.Origin):
    """A line of a file that is not TOML."""

    number: int = 0

    def refuse(self, message: str, path: locate.Path = ()) -> NoReturn:  # noqa: ARG002
        """Raise a `ValueError` that opens with file and line."""
        raise ValueError(f"{self.file}:{self.number}: {message}")


def read_dic(written: str, file: str, name: str) -> Lexicon:
    r"""Read a dictionary of LIWC: categories between two lines of ``%``, then a term a line with category numbers.

    An indented category lies within the one above it. Categories that LIWC 2007 gives under a condition, such as
    ``(02 134)125/464``, have no counterpart here: they are left out, and the lexicon's `sources` say on which lines.

    Raises
    ------
    ValueError
        For a header that is not closed, a category with two numbers or a number that is not in it, with file and line.
    """
    complaints: list[str] = []
    numbered = enumerate(io.StringIO(written, newline=None), start=1)  # not `splitlines`, which ends a line at U+2028 too
    lines = [Line(file, text, number, complaints=complaints) for number, text in numbered if text.strip()]
    marks = [place for place, line in enumerate(lines) if line.written.strip() == "%"]
    if len(marks) < 2:
        raise ValueError(f"{file}: not a LIWC dictionary: expected categories between two lines of '%', found {len(marks)} such lines")
    categories = _categories(lines[marks[0] + 1 : marks[1]])
    Line(file, complaints=complaints).settle()
    below = lines[marks[1] + 1 :]
    conditional: list[int] = []
    entries = [entry for line in below for entry in line.attempt(_dic_entries, line, categories, conditional) or ()]
    Line(file, complaints=complaints).settle()
    source = Path(file).name
    sources = (f"{source}: conditional categories left out on lines {conditional}",) if conditional else (source,)
    frames = {frame: Frame(frame.split("/")[-1]) for frame in _used(categories.values(), entries)}
    return Lexicon(name, sources=sources, frames=frames, entries=tuple(entries))


def _dic_entries(line: Line, categories: Mapping[str, str], conditional: list[int]) -> list[Entry]:
    """An entry in each of its categories; the number of a line with conditional ones, which are left out, is added to `conditional`."""
    term, numbers, left_out = _dic_line(line)
    if left_out:
        conditional.append(line.number)
    line.pattern(term)
    return [Entry(term, frame=frame) for frame in dict.fromkeys(_known(line, number, categories) for number in numbers)]


def _categories(lines: list[Line]) -> dict[str, str]:
    """Category number to its name, with the categories it lies in; a longer label in brackets is left out."""
    found: dict[str, str] = {}
    path: list[tuple[int, str]] = []
    for line in lines:
        line.attempt(_category, line, found, path)
    return found


def _category(line: Line, found: dict[str, str], path: list[tuple[int, str]]) -> None:
    """Add the category of a line; `path` are those it may lie in, each with how far it is indented."""
    depth = len(line.written) - len(line.written.lstrip())
    number, *rest = line.written.split(maxsplit=1)
    if not number.isdigit() or not rest:
        line.refuse(f"{line.written.strip()!r} is no category; expected a number and a name")
    if number in found:
        line.refuse(f"Category {number!r} is {found[number]!r} already; expected another number")
    path[:] = [(level, above) for level, above in path if level < depth]
    path.append((depth, re.sub(r"\s*\([^)]*\)\s*$", "", rest[0]).strip()))
    name = "/".join(above for _, above in path)
    if twice := [other for other, taken in found.items() if taken == name]:
        line.refuse(
            f"Category {name!r} has the number {twice[0]!r} already; expected one number for each (what stands in brackets is no name)"
        )
    found[number] = name


def _dic_line(line: Line) -> tuple[str, list[str], bool]:
    """Term, unconditional category numbers, and whether conditional ones were left out."""
    written = line.written.strip()
    # Without a tab, a phrase ends where the numbers begin.
    term, rest = [*re.split(r"\t" if "\t" in written else r"\s+(?=[\d(<])", written, maxsplit=1), ""][:2]
    numbers = re.sub(r"\([^)]*\)\S*|<[^>]*>\S*", " ", rest).split()
    if not rest.strip() or not all(number.isdigit() for number in numbers):
        line.refuse(f"{written!r} is no entry; expected a term, a tab and category numbers")
    return term.strip(), numbers, "(" in rest or "<" in rest


def _known(line: Line, number: str, categories: Mapping[str, str]) -> str:
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
    header = next(io.StringIO(written), "")
    separator = next((mark for mark in "\t;" if mark in re.sub(r'"[^"]*"', "", header)), ",")
    rows = _numbered(csv.reader(io.StringIO(written, newline=""), delimiter=separator, strict=True), file)
    columns = next(rows, (1, []))[1]
    first = Line(file, header, 1)
    first.keys(dict.fromkeys(columns, ""), COLUMNS, (), "the header")
    if twice := [column for column, times in Counter(columns).items() if times > 1]:
        first.refuse(f"The header has {twice[0]!r} more than once; expected each column once")
    if not {"term", "pattern"} & set(columns) or not {"frame", "choice"} & set(columns):
        first.refuse(f"The header is {columns}; expected 'term' and 'frame', or 'term', 'choice' and 'name'")
    lines = ((Line(file, number=number, complaints=first.complaints), cells) for number, cells in rows if any(cells))
    read = [line.attempt(_row, line, columns, cells) for line, cells in lines]
    first.settle()
    entries: tuple[Entry, ...] = tuple(read)
    frames = {entry.frame: Frame(entry.frame.split("/")[-1]) for entry in entries if entry.frame}
    referents = dict.fromkeys(entry.choice for entry in entries if entry.choice)
    choices = {
        referent: Choice(referent, names={entry.name: entry.name for entry in entries if entry.choice == referent and entry.name})
        for referent in referents
    }
    return Lexicon(name, sources=(Path(file).name,), frames=frames, choices=choices, entries=entries)


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


def _row(line: Line, columns: list[str], cells: list[str]) -> Entry:
    if len(cells) > len(columns):
        line.refuse(f"{len(cells)} cells under {len(columns)} columns; quote a cell that holds the separator")
    given = {column: cell for column, cell in zip(columns, cells, strict=False) if cell}
    place: dict[str, Any] = {key: given.pop(key) for key in ("frame", "choice", "name") if key in given}
    if ("frame" in place) == ("choice" in place) or ("choice" in place) != ("name" in place):
        term = given.get("term", given.get("pattern"))
        line.refuse(f"Entry {term!r} has {place}; expected a frame, or a choice and a name")
    return Entry(**place, **build.entry(line, {key: _cell(line, key, value) for key, value in given.items()}))


def _cell(line: Line, column: str, value: str) -> Any:
    """Read the content of a cell as what its column holds."""
    if column in build.LISTS:
        return [part.strip() for part in value.split("|") if part.strip()]
    if column in ("case", "stem"):
        return YES.get(value.lower(), value)
    if column == "weight":
        try:
            return float(value)
        except ValueError:
            line.refuse(f"weight is {value!r}; expected a number above 0")
    return value
