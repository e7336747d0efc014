"""read_coding: the sheets that coders filled, as one table of codings."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import polars as pl

from framing import tables

CODES = {"yes": "yes", "y": "yes", "1": "yes", "true": "yes", "1.0": "yes", "no": "no", "n": "no", "0": "no", "false": "no", "0.0": "no"}
SEPARATORS = {".csv": ",", ".tsv": "\t"}


def read_coding(sheets: Any) -> pl.DataFrame:
    """Read filled sheets of `sample_hits` into one table of codings, ready for `agreement` and `validate`.

    Parameters
    ----------
    sheets
        A CSV (commas or semicolons) or TSV file in UTF-8, or a data frame, whose column `coder` names who coded; or a
        mapping of the coder's name to such a sheet.

    Returns
    -------
    table
        One row a coding: `unit`, `coder`, `value` (``yes``, ``no``), `label`. Rows without a code are left out.

    Raises
    ------
    FileNotFoundError
        If there is no such file.
    TypeError
        If a sheet is neither a path nor a data frame.
    ValueError
        If a file is empty or not UTF-8, a column or the coder is missing, or a code is none of yes, no, y, n, 1, 0, true, false.
    """
    if isinstance(sheets, Mapping):
        read = [_codings(_sheet(sheet).with_columns(coder=pl.lit(str(coder))), f"the sheet of {coder}") for coder, sheet in sheets.items()]
        return pl.concat(read) if read else _codings(pl.DataFrame(schema=dict.fromkeys(("unit", "coder", "code", "label"), pl.String)), "")
    return _codings(_sheet(sheets), str(sheets) if isinstance(sheets, (str, Path)) else "the sheet")


def _sheet(sheet: Any) -> pl.DataFrame:
    if isinstance(sheet, (str, Path)):
        path = Path(sheet)
        if not path.is_file():
            raise FileNotFoundError(f"No coding sheet at {path}")
        if path.suffix.lower() not in SEPARATORS:
            raise ValueError(f"{path} is no {' or '.join(SEPARATORS)} file; save the sheet as CSV")
        return _file(path)
    return tables.frame(sheet, "A coding sheet that is no file")


def _file(path: Path) -> pl.DataFrame:
    """Read a sheet as text; spreadsheets of many countries save CSV with semicolons."""
    separator = SEPARATORS[path.suffix.lower()]
    try:
        head = path.read_text(encoding="utf-8-sig").partition("\n")[0]
        if separator == "," and head.count(";") > head.count(","):
            separator = ";"
        return pl.read_csv(path, separator=separator, infer_schema=False)
    except UnicodeDecodeError as error:
        raise ValueError(f"{path} is not UTF-8 (byte {error.start}); save the sheet as CSV UTF-8") from None
    except pl.exceptions.NoDataError:
        raise ValueError(f"{path} is empty; expected a sheet from sample_hits") from None
    except pl.exceptions.PolarsError as error:
        raise ValueError(f"{path} cannot be read as a table: {error}") from None


def _codings(sheet: pl.DataFrame, where: str) -> pl.DataFrame:
    lacking = [column for column in ("unit", "label", "code", "coder") if column not in sheet.columns]
    if lacking:
        raise ValueError(f"{where} lacks the columns {lacking}; it has {sheet.columns}. Sheets come from sample_hits")
    read = sheet.with_columns(pl.col("code").cast(pl.String).str.strip_chars().str.to_lowercase())
    read = read.filter(pl.col("code").fill_null("") != "")
    unknown = read.filter(~pl.col("code").is_in(list(CODES)))
    if unknown.height:
        raise ValueError(f"{where}: the code of unit {unknown['unit'][0]!r} is {unknown['code'][0]!r}; expected yes, no or nothing")
    if read["coder"].null_count():
        raise ValueError(f"{where}: {read['coder'].null_count()} coded rows name no coder; fill the column, or pass {{'name': sheet}}")
    value = pl.col("code").replace_strict(CODES, return_dtype=pl.String)
    return read.select("unit", pl.col("coder").cast(pl.String), value.alias("value"), "label")
