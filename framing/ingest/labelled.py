"""read_labelled: a file of labelled texts to a table, to train a classifier on."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import polars as pl

from framing.corpus import Row, shown
from framing.ingest.read import LINES, TABLES, existing, from_file
from framing.ingest.source import Source, printed

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
        If the file cannot be read, lacks a column, has a text without a group, or one of several labels is neither 0 nor 1.

    Examples
    --------
    >>> import pathlib, tempfile
    >>> file = pathlib.Path(tempfile.mkdtemp()) / "coded.csv"
    >>> _ = file.write_text("text,frame,outlet\nA brutal raid,loaded,The Gull\nThey met,plain,Ford Post\n", encoding="utf-8")
    >>> table, notes = read_labelled(file, text="text", labels=["frame"], group="outlet")
    >>> table.rows(), notes["left_out"]
    ([('A brutal raid', 'The Gull', 'loaded'), ('They met', 'Ford Post', 'plain')], 0)
    """
    path = existing(path)
    if path.suffix.lower() not in ALLOWED or path.is_dir():
        raise ValueError(f"{printed(path)}: labelled texts stand in one file, {', '.join(ALLOWED)}")
    columns = [text, group, *labels]
    if twice := [name for name in columns if columns.count(name) > 1]:
        raise ValueError(f"The column {twice[0]!r} is named for two things; text, group and labels are columns of their own")
    inputs: list[Source] = []
    try:
        found, rows = from_file(path, path.name, columns, inputs)
        if found is not None:
            _lacking(columns, list(found), path)
        kept, left_out = _kept(rows, columns, path)
    except UnicodeError as error:
        raise ValueError(f"{printed(path)}: is no {inputs[-1].encoding}, as it seemed: {error}; save the file as UTF-8") from None
    schema = {"text": pl.String, "group": pl.String} | dict.fromkeys(labels, pl.Int64 if len(labels) > 1 else pl.String)
    told = [{"path": each.name, "bytes": each.size, "sha256": each.sha256} for each in inputs]
    return pl.DataFrame(kept, schema=schema, orient="row"), {"inputs": told, "left_out": left_out}


def _lacking(columns: Sequence[str], found: Sequence[str], path: Path) -> None:
    lacking = [name for name in columns if name not in found]
    if lacking:
        there = f"columns there: {shown(list(found), 300)}"
        raise ValueError(f"{printed(path)}: no column {lacking[0]!r}; name yours with --text, --label and --group; {there}")


def _kept(rows: Any, columns: Sequence[str], path: Path) -> tuple[list[tuple[Any, ...]], int]:
    """Rows with a text and every label, and how many there were without."""
    kept, left_out, names = [], 0, dict[str, None]()
    for row in rows:
        names.update(dict.fromkeys(row.values))
        text, group, *labels = (_written(row, name) for name in columns)
        if not text or not all(labels):
            left_out += 1
        elif not group:
            raise ValueError(
                f"{row.place}: {columns[1]!r} is empty; every text needs its group, the outlet or event to leave out at a test"
            )
        else:
            kept.append((text, group, *(_answers(row, labels, columns) if len(labels) > 1 else labels)))
    _lacking(columns, list(names), path)
    return kept, left_out


def _written(row: Row, name: str) -> str:
    value = row.values.get(name)
    if isinstance(value, (list, dict)):
        raise ValueError(f"{row.place}: {name!r} is {shown(value, 40)}; expected one value, or a column of 0 and 1 for each label")
    return "" if value is None else str(value).strip()


def _answers(row: Row, labels: list[str], columns: Sequence[str]) -> list[int]:
    for name, label in zip(columns[2:], labels, strict=True):
        if label.lower() not in _ANSWERS:
            raise ValueError(f"{row.place}: {name!r} is {shown(label, 40)}; of several label columns each is 0 or 1")
    return [_ANSWERS[label.lower()] for label in labels]
