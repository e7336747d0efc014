"""Articles out of one file of many: JSON Lines, JSON, CSV, Parquet."""

import csv
import itertools
import json
import re
from collections.abc import Collection, Iterable, Iterator
from typing import Any, NamedTuple

import polars as pl

from framing.arguments import shown
from framing.corpus import Row
from framing.ingest.source import Source

_DELIMITERS = {".csv": ",;\t|", ".tsv": "\t,;|"}
_NAMED = re.compile(r"""("?)sep=(?P<delimiter>[^\w\s"]|\t)\1\s*""", re.I)
_LONGEST = 2**31 - 1
_KINDS = {dict: "an object", list: "an array", str: "a string", bool: "true or false", int: "a number", float: "a number"}
_SLICE = 5000


def read_lines(source: Source) -> Iterator[Row]:
    """Articles of a JSON Lines file, one line at a time."""
    empty = True
    with source.open(newline="\n") as file:
        for number, line in enumerate(file, 1):
            if line.isspace():
                continue
            empty = False
            place = f"{source}:{number}"
            yield Row(place, _object(_parsed(line, source, number), place))
    if empty:
        raise ValueError(f"{source}: is empty; expected one article a line")


def read_json(source: Source) -> Iterator[Row]:
    """Articles of a JSON file: an array of objects, or an object with that array under ``articles``."""
    with source.open() as file:
        data = _parsed(file.read(), source, None)
    articles = data.get("articles") if isinstance(data, dict) else data
    if not isinstance(articles, list):
        told = f"an object with the keys {shown(list(data), 200)}" if isinstance(data, dict) else _kind(data)
        raise ValueError(f'{source}: holds {told}; expected an array of articles, or {{"articles": [...]}}')
    for number, article in enumerate(articles, 1):
        place = f"{source}: article {number}"
        yield Row(place, _object(article, place))


def _parsed(text: str, source: Source, line: int | None) -> Any:
    try:
        return json.loads(text, object_pairs_hook=_once)
    except json.JSONDecodeError as error:
        where = f"{source}:{error.lineno if line is None else line}"
        raise ValueError(f"{where}: broken JSON: {error.msg} at column {error.colno}{_hint(text, error, line)}") from None
    except RecursionError:
        raise ValueError(f"{source}{f':{line}' if line else ''}: JSON nested too deeply") from None
    except ValueError as error:
        raise ValueError(f"{source}{f':{line}' if line else ''}: broken JSON: {shown(str(error), 200)[1:-1]}") from None


def _hint(text: str, error: json.JSONDecodeError, line: int | None) -> str:
    if line is None and error.msg == "Extra data":
        return "; JSON Lines, one object a line, belong in a file called .jsonl"
    if line is not None and text.strip() in ("[", "{"):
        return "; JSON over several lines belongs in a file called .json"
    return f" of {shown(text.strip(), 40)}" if text.strip() else " (the file is empty)"


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Make an object; of two values under one key the parser would drop the first in silence."""
    values = dict(pairs)
    if len(values) < len(pairs):
        names = [name for name, _ in pairs]
        raise ValueError(f"key {next(name for name in names if names.count(name) > 1)!r} stands twice in one object")
    return values


def _kind(value: Any) -> str:
    return "null" if value is None else _KINDS[type(value)]


def _object(value: Any, place: str) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise ValueError(f'{place}: is {_kind(value)}, {shown(value, 40)}; expected an object such as {{"article_id": ..., "text": ...}}')
    return value if not any(isinstance(each, dict) for each in value.values()) else _flat(value, place)


def _flat(value: dict[str, Any], place: str) -> dict[str, Any]:
    """Add what stands in objects within the article, under both names: ``source.name``."""
    flat, waiting = dict(value), [("", value)]
    while waiting:
        above, each = waiting.pop()
        for key, inner in each.items():
            name = f"{above}{key}"
            if above and name in flat:
                raise ValueError(f"{place}: {name!r} stands twice, by itself and as a part of {above[:-1]!r}")
            flat[name] = inner
            if isinstance(inner, dict):
                waiting.append((f"{name}.", inner))
    return flat


class Header(NamedTuple):
    """How a CSV file is to be read: its delimiter, the names of its columns, and the last line they stand on."""

    delimiter: str
    names: list[str]
    line: int


def header_of(source: Source, wanted: Collection[str]) -> Header:
    """Read the header of a CSV file.

    The delimiter is the one that finds most of the `wanted` columns in the header, then most columns: the articles themselves, full of
    commas, have no say. Where the file names it, in the line `sep=;` that Excel takes before the header, it is that one.
    """
    with source.open() as file:
        line, number = file.readline(), 1
        if named := _NAMED.fullmatch(line):
            line, number = file.readline(), 2
    if not line.strip():
        raise ValueError(f"{source}:{number}: the {'first' if number == 1 else 'second'} line is empty; expected the names of the columns")
    if line.lstrip()[0] in "[{":
        raise ValueError(f"{source}:{number}: looks like JSON, not what its name {source.path.suffix!r} promises")
    delimiters = named["delimiter"] if named else _DELIMITERS[source.path.suffix.lower()]
    headers = [_header(source, each, number) for each in delimiters]
    found = max(headers, key=lambda each: (len({*wanted} & {*each.names}), len(each.names)))
    if len(found.names) < 2 and not all(each.names for each in headers):
        raise ValueError(f"{source}:{number}: broken quoting in the header {shown(line.strip())}; a quotation mark is not closed")
    if twice := [name for name in found.names if found.names.count(name) > 1]:
        raise ValueError(f"{source}:{number}: column {twice[0]!r} stands twice in the header {shown(found.names, 300)}")
    return found


def _header(source: Source, delimiter: str, line: int) -> Header:
    """Read the header that begins on a line with one delimiter; without names if its quoting is broken. A name may hold a line break."""
    with source.open() as file:
        lines = itertools.islice(file, line - 1, None)
        reader = csv.reader(lines, delimiter=delimiter, strict=True)
        try:
            names = next(reader)
        except csv.Error:
            names = []
        return Header(delimiter, names, reader.line_num + line - 1)


def read_table(source: Source, header: Header) -> Iterator[Row]:
    """Articles of a CSV file below its header."""
    before = csv.field_size_limit(_LONGEST)
    try:
        with source.open() as file:
            yield from _records(source, csv.reader(file, delimiter=header.delimiter, strict=True), header)
    finally:
        csv.field_size_limit(before)


def _records(source: Source, reader: Any, header: Header) -> Iterator[Row]:
    line, names = 1, header.names
    try:
        for fields in reader:
            place, line = f"{source}:{line}", reader.line_num + 1
            if not fields or reader.line_num <= header.line:
                continue
            if len(fields) != len(names):
                raise ValueError(f"{place}: {len(fields)} fields, but the header has {len(names)}; quote fields that hold delimiters")
            yield Row(place, dict(zip(names, fields, strict=True)))
    except csv.Error as error:
        raise ValueError(f"{source}:{line}: broken quoting in the record that starts here: {error}") from None


def read_parquet(source: Source, wanted: Collection[str]) -> tuple[list[str], Iterable[Row]]:
    """Column names and articles of a Parquet file."""
    with source.path.open("rb") as file:
        head = file.read(4)
        file.seek(max(0, source.size - 4))
        tail = file.read(4)
    if head != b"PAR1" or tail != b"PAR1":
        raise ValueError(f"{source}: is no Parquet file, or only a part of one: it must start and end with PAR1, not {head!r} and {tail!r}")
    try:
        with source.path.open("rb") as file:
            found = list(pl.read_parquet_schema(file))
        with source.path.open("rb") as file:
            frame = pl.read_parquet(file, columns=[name for name in found if name in wanted])
    except (pl.exceptions.PolarsError, pl.exceptions.PanicException, OSError) as error:  # damaged pages make Polars panic
        raise ValueError(f"{source}: broken Parquet file: {shown(str(error), 200)[1:-1]}") from None
    return found, _slices(source, frame)


def _slices(source: Source, frame: pl.DataFrame) -> Iterable[Row]:
    try:
        for start in range(0, frame.height, _SLICE):
            for number, values in enumerate(frame.slice(start, _SLICE).iter_rows(named=True), start + 1):
                yield Row(f"{source}: row {number}", values)
    except (ValueError, OverflowError, pl.exceptions.PanicException) as error:  # of the frame alone: what a row holds is checked elsewhere
        raise ValueError(f"{source}: holds a date outside the years 1 to 9999: {shown(str(error), 200)[1:-1]}") from None
