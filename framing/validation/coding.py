"""read_coding: the sheets that coders filled, as one table of codings."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import polars as pl

from framing.agreement.agreement import once
from framing.validation.coded import CARRIED
from framing.validation.sheets import read_sheet

CODES = {"yes": "yes", "y": "yes", "1": "yes", "true": "yes", "1.0": "yes", "no": "no", "n": "no", "0": "no", "false": "no", "0.0": "no"}
_NEEDED = ("unit", "label", "code", "coder")


def read_coding(sheets: Any, *, key: Any = None) -> pl.DataFrame:
    """Read filled sheets of `sample_hits` into one table of codings, ready for `agreement`, `validate` and `rates`.

    Parameters
    ----------
    sheets
        A CSV (commas or semicolons) or TSV file, an XLSX file if the package fastexcel is installed, or a data frame,
        whose column `coder` names who coded; or a mapping of the coder's name to such a sheet.
    key
        For blind sheets: the same sheet drawn with ``blind=False`` (a file or a data frame), from which outlet, event, article,
        part, voice and probability are taken. Where sheets were drawn in steps, the largest.

    Returns
    -------
    table
        One row a coding: `unit`, `coder`, `value` (``yes``, ``no``), `label`, and what the sheet or the key knows of `outlet`,
        `event`, `article_id`, `part`, `voice` and `probability`. Rows without a code are left out.

    Raises
    ------
    FileNotFoundError
        If there is no such file.
    TypeError
        If a sheet is neither a path nor a data frame.
    ValueError
        If a file is empty or no text, a column or the coder is missing, a code is none of yes, no, y, n, 1, 0, true, false, a coder
        codes a unit twice, a probability is no number, or a coded unit is not in the key.
    """
    if isinstance(sheets, Mapping):
        read = [
            _codings(read_sheet(sheet).with_columns(coder=pl.lit(str(coder))), f"the sheet of {coder}") for coder, sheet in sheets.items()
        ]
        codings = pl.concat(read, how="diagonal") if read else _codings(pl.DataFrame(schema=dict.fromkeys(_NEEDED, pl.String)), "")
    else:
        codings = _codings(read_sheet(sheets), str(sheets) if isinstance(sheets, (str, Path)) else "the sheet")
    return once(codings) if key is None else _unlocked(once(codings), read_sheet(key))


def _codings(sheet: pl.DataFrame, where: str) -> pl.DataFrame:
    lacking = [column for column in _NEEDED if column not in sheet.columns]
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
    return read.select("unit", pl.col("coder").cast(pl.String), value.alias("value"), "label", *_carried(read, where))


def _carried(sheet: pl.DataFrame, where: str) -> list[pl.Series]:
    """What the sheet knows of where each unit stands, as text, and of how likely it was to be drawn."""
    known = [sheet[column].cast(pl.String) for column in CARRIED if column in sheet.columns]
    if not known or known[-1].name != "probability":
        return known
    numbers = known[-1].str.replace(",", ".", literal=True).cast(pl.Float64, strict=False)  # some spreadsheets write 0,25
    wrong = sheet["unit"].filter(numbers.is_null() & known[-1].is_not_null())
    if len(wrong):
        raise ValueError(f"{where}: the probability of unit {wrong[0]!r} is no number; take the column from the sheet as it was drawn")
    return [*known[:-1], numbers]


def _unlocked(codings: pl.DataFrame, key: pl.DataFrame) -> pl.DataFrame:
    if "unit" not in key.columns or "probability" not in key.columns:
        raise ValueError(f"The key has the columns {key.columns}; expected the sheet of sample_hits with blind=False")
    known = key.select("unit", *_carried(key, "the key")).unique("unit")
    strange = codings.join(known, on="unit", how="anti")["unit"].sort()
    if len(strange):
        raise ValueError(
            f"{len(strange)} coded units, such as {strange[0]!r}, are not in the key; draw it with the same arguments and seed"
        )
    return codings.select("unit", "coder", "value", "label").join(known, on="unit", how="left", maintain_order="left")
