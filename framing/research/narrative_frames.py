"""Narrative frames: climate articles, each with any of five frames, and the official five folds."""

import csv
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import polars as pl

from framing.research.sources import as_published, folder_of, require

FRAMES = ("resolution", "human_interest", "conflict", "moral", "economic")
FOLDS = 5
_FIELDS = 10


def read_narrative_frames(folder: str | Path) -> pl.DataFrame:
    """Read the articles of the narrative-frames set from the folder that holds `splits/Fold_1` to `splits/Fold_5`.

    The test files of the five folds hold every article once, and one row that is cut short in the file of all
    articles; so they are what is read.

    Returns
    -------
    table
        One row an article: `article_id`, `outlet` (in small letters without spaces: the files write *BBC* and
        *bbc*), `published`, `text` (quotation marks that only protect the field are taken off), `fold` (1 to 5, in
        whose test set it is), and a column of 0 and 1 for each of `FRAMES`.

    Raises
    ------
    FileNotFoundError
        If a file is missing; the message says where they are published.
    ValueError
        If a file cannot be read, a row has not ten fields, a date is none, or a label is neither True nor False.
    """
    splits = folder_of(folder) / "splits"
    paths = [(fold, require(splits / f"Fold_{fold}" / "test.txt", "narrative_frames")) for fold in range(1, FOLDS + 1)]
    rows = [row for fold, path in paths for row in _rows(path, fold)]
    schema = (
        dict.fromkeys(("article_id", "outlet", "published", "text"), pl.String)
        | {"published": pl.Date}
        | dict.fromkeys(("fold", *FRAMES), pl.Int64)
    )
    return pl.DataFrame(rows, schema=schema, orient="row")


def _rows(path: Path, fold: int) -> Iterator[tuple[str | int | date, ...]]:
    with as_published(path), path.open(encoding="utf-8", newline="") as file:
        for number, fields in enumerate(csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE), 1):
            if len(fields) != _FIELDS:
                raise ValueError(f"{path}, line {number}: {len(fields)} fields; expected {_FIELDS}")
            name, outlet, _, published, text, *labels = fields
            answers = (_label(label, path, number) for label in labels)
            yield name, outlet.lower().replace(" ", ""), _day(published, path, number), _text(text), fold, *answers


def _text(field: str) -> str:
    protected = len(field) > 1 and field[0] == field[-1] == '"'
    return field[1:-1].replace('""', '"') if protected else field


def _day(written: str, path: Path, number: int) -> date:
    try:
        return date.fromisoformat(written)
    except ValueError:
        raise ValueError(f"{path}, line {number}: the date is {written!r}; expected one such as 2019-08-21") from None


def _label(written: str, path: Path, number: int) -> int:
    answer = written.strip(" )")  # one row of the published files ends in a bracket
    if answer not in ("True", "False"):
        raise ValueError(f"{path}, line {number}: the label is {written!r}; expected True or False")
    return int(answer == "True")
