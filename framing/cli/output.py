"""Files that are written whole or not at all, and tables that are safe to show in a terminal."""

import json
import os
import shutil
import sys
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import polars as pl

from framing import spreadsheets
from framing.display import one_line
from framing.storage import unwritable

MANIFEST = "manifest.json"
MAKER = "framing "  # how `made_by` in a manifest of ours begins
REPORT = {"index.html", "figures", "tables", MANIFEST}


def checked_out(out: Path, inputs: Iterable[Path]) -> Path:
    """Return `out` if a report may be written there; asked before any work is done.

    Parameters
    ----------
    out
        The folder to write.
    inputs
        What the report is made from: none of it may be replaced.

    Raises
    ------
    ValueError
        If `out` overlaps an input, is a file, cannot be written, or is a folder with anything that is not ours.
    """
    place = out.resolve()
    for path in inputs:
        used = path.resolve()
        if place == used or place in used.parents or (used.is_dir() and used in place.parents):
            raise ValueError(f"--out {out} overlaps the input {path}; name a folder of its own")
    if place.exists() and not place.is_dir():
        raise ValueError(f"--out {out} is a file; name a folder")
    if place.exists() and not _ours(place):
        raise ValueError(f"--out {out} holds what is no earlier report; name an empty or a new folder")
    standing = next(parent for parent in place.parents if parent.exists())
    if not (standing.is_dir() and os.access(standing, os.W_OK)):
        raise ValueError(f"--out {out} cannot be written: {standing} is no folder that you may write to")
    return out


def checked_file(out: Path) -> None:
    """Refuse, before any work is done, a file that cannot be written.

    Raises
    ------
    ValueError
        If `out` is a folder, or its folder is none or may not be written to.
    """
    if why := unwritable(out):
        raise ValueError(f"--out {out} cannot be written: {why}")


def _ours(folder: Path) -> bool:
    """Whether a folder is empty or an earlier report and nothing else."""
    names = {path.name for path in folder.iterdir()}
    return not names or (names <= REPORT and _made_by(folder / MANIFEST).startswith(MAKER))


def _made_by(manifest: Path) -> str:
    try:
        return str(json.loads(manifest.read_text(encoding="utf-8"))["made_by"])
    except (OSError, ValueError, KeyError, TypeError):
        return ""


@contextmanager
def written_whole(out: Path) -> Iterator[Path]:
    """Hand out a fresh folder that becomes `out` when the block ends well, and vanishes when it does not.

    `out` has been through `checked_out`.
    """
    named, out = out, out.resolve()
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        fresh = Path(tempfile.mkdtemp(prefix=f".{out.name}-", dir=out.parent))
    except OSError as error:  # what rights do not tell: a full or a read-only disk
        raise OSError(f"--out {named} cannot be written: {error.strerror}") from error
    try:
        yield fresh
        fresh.chmod(0o777 & ~_umask())
        _swap(fresh, out)
    finally:
        shutil.rmtree(fresh, ignore_errors=True)


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def _swap(fresh: Path, out: Path) -> None:
    """Put `fresh` where `out` is; the old folder goes only once the new one stands."""
    if not out.exists():
        fresh.rename(out)
        return
    old = Path(tempfile.mkdtemp(prefix=f".{out.name}-old-", dir=out.parent))
    try:
        out.rename(old / out.name)
    except OSError as error:  # such as a folder that is a disk of its own
        old.rmdir()
        raise OSError(f"--out {out} cannot be replaced: {error.strerror}; name a new folder") from error
    fresh.rename(out)
    shutil.rmtree(old, ignore_errors=True)


def write_json(path: Path, data: Any) -> None:
    """Write `data` as indented JSON in UTF-8, keys in the order given."""
    path.write_text(json.dumps(data, ensure_ascii=False, indent=2, default=str) + "\n", encoding="utf-8")


def show(table: pl.DataFrame, form: str) -> None:
    """Print a table on standard output as an aligned table, as CSV, or as JSON Lines."""
    if form == "csv":
        sys.stdout.write(spreadsheets.guarded(table).write_csv())
    elif form == "jsonl":
        sys.stdout.write(table.write_ndjson())
    else:
        with pl.Config(
            tbl_rows=-1,
            tbl_cols=-1,
            fmt_str_lengths=600,
            tbl_width_chars=max(60, shutil.get_terminal_size((160, 24)).columns),
            tbl_hide_dataframe_shape=True,
            tbl_hide_column_data_types=True,
            tbl_formatting="NOTHING",
        ):
            print(table.with_columns(pl.col(pl.String).map_elements(one_line, return_dtype=pl.String)))
