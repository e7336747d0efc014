"""Sheets on disk: written so that no cell is a formula, read from whatever a spreadsheet makes of them."""

from pathlib import Path
from typing import Any

import polars as pl

from framing import arguments, spreadsheets, storage, tables
from framing.ingest.source import written

SEPARATORS = {".csv": ",", ".tsv": "\t"}
WORKBOOK = ".xlsx"


def write_sheet(sheet: pl.DataFrame, path: str | Path) -> Path:
    """Write a coding sheet that a spreadsheet opens as text: UTF-8 with its mark, and no cell that is a formula.

    A cell that begins with ``=``, ``+``, ``-``, ``@``, a tab or a line break would be run or mangled; it gets an apostrophe,
    which `read_sheet` and `read_coding` take off again. The file is replaced in one step, so that a coding is never half written.

    Parameters
    ----------
    sheet
        From `sample_hits`.
    path
        Ends in ``.csv`` or ``.tsv``.

    Raises
    ------
    ValueError
        If the path ends otherwise, its folder is not there or not yours to write to, or a file there holds codes that the sheet
        lacks: nobody's work is lost to a second run.

    Examples
    --------
    >>> import tempfile
    >>> sheet = pl.DataFrame({"unit": ["u1"], "left": ["=SUM(A1)"]})
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     path = write_sheet(sheet, Path(folder, "sheet.csv"))
    ...     print(path.read_text(encoding="utf-8-sig").split(), read_sheet(path).equals(sheet))
    ['unit,left', "u1,'=SUM(A1)"] True
    """
    path = writable(arguments.path("path", path))
    sheet = tables.frame(sheet, "A coding sheet")
    if lost := _coded(read_sheet(path) if path.is_file() else sheet.clear()) - _coded(sheet):
        raise ValueError(f"{path} holds {len(lost)} codes that this sheet lacks; give it another name, or take the file away first")
    with storage.written_whole(path) as draft:
        spreadsheets.guarded(sheet).write_csv(draft, separator=SEPARATORS[path.suffix.lower()], include_bom=True)
    return path


def writable(path: Path) -> Path:
    """Return the path if a sheet can be written there; asked before anybody codes.

    Raises
    ------
    ValueError
        If it ends neither in .csv nor .tsv, is a folder, or stands in a folder that is not there or not yours to write to.
    """
    if path.suffix.lower() not in SEPARATORS:
        raise ValueError(f"A coding sheet is written as {' or '.join(SEPARATORS)}, not {path.name!r}")
    if why := storage.unwritable(path):
        raise ValueError(f"No coding sheet can be written to {path}: {why}; make the folder first")
    return path


def _coded(sheet: pl.DataFrame) -> set[str]:
    """Units that have a code."""
    if not {"unit", "code"} <= set(sheet.columns):
        return set()
    return set(sheet.filter(pl.col("code").cast(pl.String).str.strip_chars() != "")["unit"].to_list())


def read_sheet(sheet: Any) -> pl.DataFrame:
    """Read a coding sheet, with every cell as text: a CSV (commas or semicolons), TSV or XLSX file, or a data frame as it is.

    Raises
    ------
    FileNotFoundError
        If there is no such file.
    TypeError
        If it is neither a path nor a data frame.
    ValueError
        If the file is empty, no text in an encoding that can be told, or no table.
    """
    if not isinstance(sheet, (str, Path)):
        return tables.frame(sheet, "A coding sheet, if not a file,")
    path = Path(sheet)
    if not path.is_file():
        raise FileNotFoundError(f"No coding sheet at {path}")
    if path.suffix.lower() not in (*SEPARATORS, WORKBOOK):
        raise ValueError(f"{path} is no {', '.join(SEPARATORS)} or {WORKBOOK} file; save the sheet as CSV")
    return spreadsheets.unguarded(_workbook(path) if path.suffix.lower() == WORKBOOK else _text(path))


def _workbook(path: Path) -> pl.DataFrame:
    """Read the first sheet of a workbook, with the reader that Polars uses where it is installed."""
    try:
        read = pl.read_excel(path, infer_schema_length=0)
    except ModuleNotFoundError:
        raise ValueError(f"{path} is a workbook: save the sheet as CSV, or install the package fastexcel") from None
    except Exception as error:  # the reader raises errors of its own kind, which cannot be named without it
        raise ValueError(f"{path} cannot be read as a workbook ({error}); save the sheet as CSV") from None
    return read.cast(pl.String)


def _text(path: Path) -> pl.DataFrame:
    """Read a sheet as text; spreadsheets of many countries save CSV with semicolons."""
    separator = SEPARATORS[path.suffix.lower()]
    try:
        text = written(path)
        head = text.partition("\n")[0]
        if separator == "," and head.count(";") > head.count(","):
            separator = ";"
        return pl.read_csv(text.encode(), separator=separator, infer_schema=False)
    except pl.exceptions.NoDataError:
        raise ValueError(f"{path} is empty; expected a sheet from sample_hits") from None
    except pl.exceptions.PolarsError as error:
        raise ValueError(f"{path} cannot be read as a table: {error}") from None
