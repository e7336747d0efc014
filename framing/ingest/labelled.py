"""read_labelled, read_marked: a file of texts with their labels, or marked words, to a table to train a classifier on."""

import ast
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import polars as pl

from framing import arguments
from framing.arguments import shown
from framing.corpus import Row
from framing.ingest.read import LINES, TABLES, existing, from_file
from framing.ingest.source import Source, printed

Answers = Callable[[Row, Sequence[str]], list[Any] | None]

ALLOWED = (*LINES, ".json", *TABLES, ".parquet")
_ANSWERS = {"1": 1, "0": 0, "true": 1, "false": 0, "yes": 1, "no": 0, "1.0": 1, "0.0": 0}


def read_labelled(path: str | Path, *, text: str, labels: Sequence[str], group: str) -> tuple[pl.DataFrame, dict[str, Any]]:
    r"""Read labelled texts from a CSV, TSV, JSON Lines, JSON or Parquet file.

    Parameters
    ----------
    path
        The file; see `read_corpus` for its forms.
    text, group
        The columns of the text and of its outlet or event.
    labels
        The column of the label; or several columns of 0 and 1 (or yes and no, true and false), one for each label
        that a text can have.

    Returns
    -------
    table
        `text`, `group`, and the columns of `labels`: strings for one, 0 and 1 for several.
    notes
        ``inputs`` (path, bytes, sha256) and how many rows were left out for want of a text or a label.

    Raises
    ------
    FileNotFoundError
        If there is no such file.
    ValueError
        If the file cannot be read, lacks a column, has a text without a group, one of several labels is neither 0 nor 1, or a label is
        called ``text`` or ``group``.

    Examples
    --------
    >>> import pathlib, tempfile
    >>> file = pathlib.Path(tempfile.mkdtemp()) / "coded.csv"
    >>> _ = file.write_text("text,frame,outlet\nA brutal raid,loaded,The Gull\nThey met,plain,Ford Post\n", encoding="utf-8")
    >>> table, notes = read_labelled(file, text="text", labels=["frame"], group="outlet")
    >>> table.rows(), notes["left_out"]
    ([('A brutal raid', 'The Gull', 'loaded'), ('They met', 'Ford Post', 'plain')], 0)
    """
    labels = arguments.several("labels", labels, "the name of a column, or several")
    if taken := [name for name in labels if name in ("text", "group")]:
        raise ValueError(f"A column of labels is called {taken[0]!r}, as that of texts or groups is in the table; rename it in the file")
    kept, notes = _read(path, [text, group, *labels], _labelled)
    schema = {"text": pl.String, "group": pl.String} | dict.fromkeys(labels, pl.Int64 if len(labels) > 1 else pl.String)
    return pl.DataFrame(kept, schema=schema, orient="row"), notes


def read_marked(path: str | Path, *, text: str, words: str, group: str) -> tuple[pl.DataFrame, dict[str, Any]]:
    r"""Read texts and the words that readers marked in them from a CSV, TSV, JSON Lines, JSON or Parquet file.

    Parameters
    ----------
    path, text, group
        See `read_labelled`.
    words
        The column of the marked words: a list; or in text a list as JSON or Python print it (``["grim", "dire"]``), or words with
        semicolons between them. Empty: none was marked.

    Returns
    -------
    table
        `text`, `group`, and `words`, a list of strings.
    notes
        As `read_labelled` gives them; left out are rows without a text.

    Raises
    ------
    FileNotFoundError, ValueError
        As for `read_labelled`.

    Examples
    --------
    >>> import pathlib, tempfile
    >>> file = pathlib.Path(tempfile.mkdtemp()) / "marked.csv"
    >>> _ = file.write_text("text,words,outlet\nA brutal, savage raid,brutal; savage,The Gull\nThey met,,Ford Post\n".replace(
    ...     "A brutal, savage raid", '"A brutal, savage raid"'), encoding="utf-8")
    >>> read_marked(file, text="text", words="words", group="outlet")[0].rows()
    [('A brutal, savage raid', 'The Gull', ['brutal', 'savage']), ('They met', 'Ford Post', [])]
    """
    kept, notes = _read(path, [text, group, words], _marked)
    schema = pl.Schema({"text": pl.String(), "group": pl.String(), "words": pl.List(pl.String())})
    return pl.DataFrame(kept, schema=schema, orient="row"), notes


def _read(path: str | Path, columns: list[str], answers: Answers) -> tuple[list[tuple[Any, ...]], dict[str, Any]]:
    """Rows of text, group and answers, and what reading found."""
    path = existing(path)
    if path.suffix.lower() not in ALLOWED or path.is_dir():
        raise ValueError(f"{printed(path)}: labelled texts stand in one file, {', '.join(ALLOWED)}")
    if twice := [name for name in columns if columns.count(name) > 1]:
        raise ValueError(f"The column {twice[0]!r} is named for two things; text, group and labels are columns of their own")
    inputs: list[Source] = []
    try:
        found, rows = from_file(path, path.name, columns, inputs)
        if found is not None:
            _lacking(columns, list(found), path)
        kept, left_out = _kept(rows, columns, path, answers)
    except UnicodeError as error:
        raise ValueError(f"{printed(path)}: is no {inputs[-1].encoding}, as it seemed: {error}; save the file as UTF-8") from None
    told = [{"path": each.name, "bytes": each.size, "sha256": each.sha256} for each in inputs]
    return kept, {"inputs": told, "left_out": left_out}


def _lacking(columns: Sequence[str], found: Sequence[str], path: Path) -> None:
    lacking = [name for name in columns if name not in found]
    if lacking:
        there = f"columns there: {shown(list(found), 300)}"
        raise ValueError(f"{printed(path)}: no column {lacking[0]!r}; name yours with --text, --label and --group; {there}")


def _kept(rows: Any, columns: Sequence[str], path: Path, answers: Answers) -> tuple[list[tuple[Any, ...]], int]:
    """Rows with a text and every answer, and how many there were without."""
    kept, left_out, names = [], 0, dict[str, None]()
    for row in rows:
        names.update(dict.fromkeys(row.values))
        text, group = (_written(row, name) for name in columns[:2])
        given = answers(row, columns[2:]) if text else None
        if given is None:
            left_out += 1
        elif not group:
            raise ValueError(
                f"{row.place}: {columns[1]!r} is empty; every text needs its group, the outlet or event to leave out at a test"
            )
        else:
            kept.append((text, group, *given))
    _lacking(columns, list(names), path)
    return kept, left_out


def _written(row: Row, name: str) -> str:
    value = row.values.get(name)
    if isinstance(value, (list, dict)):
        raise ValueError(f"{row.place}: {name!r} is {shown(value, 40)}; expected one value, or a column of 0 and 1 for each label")
    return "" if value is None else str(value).strip()


def _marked(row: Row, columns: Sequence[str]) -> list[list[str]]:
    """Words of a list, of a list as it is printed, or between semicolons."""
    value = row.values.get(columns[0])
    if isinstance(value, str) and value.strip().startswith("["):
        try:
            value = ast.literal_eval(value.strip())  # reads what JSON and Python print alike, and runs nothing
        except (ValueError, SyntaxError):
            raise ValueError(f"{row.place}: {columns[0]!r} is {shown(value, 40)}, which is no list of words") from None
    words = [] if value is None else value.split(";") if isinstance(value, str) else value
    if not isinstance(words, list) or not all(isinstance(word, str) for word in words):
        raise ValueError(f"{row.place}: {columns[0]!r} is {shown(value, 40)}; expected a list of words, or words with semicolons between")
    return [[word.strip() for word in words if word.strip()]]


def _labelled(row: Row, columns: Sequence[str]) -> list[Any] | None:
    """One label as it is written, several as 0 and 1; None if one is missing."""
    labels = [_written(row, name) for name in columns]
    if not all(labels):
        return None
    return _answers(row, labels, columns) if len(labels) > 1 else list(labels)


def _answers(row: Row, labels: list[str], columns: Sequence[str]) -> list[int]:
    for name, label in zip(columns, labels, strict=True):
        if label.lower() not in _ANSWERS:
            raise ValueError(f"{row.place}: {name!r} is {shown(label, 40)}; of several label columns each is 0 or 1")
    return [_ANSWERS[label.lower()] for label in labels]
