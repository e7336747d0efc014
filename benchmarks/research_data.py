"""The folder of the research data, which are not ours to ship."""

import os
from pathlib import Path

DATA = Path(os.environ.get("FRAMING_DATA") or Path(__file__).parents[2] / "shared" / "data")


def folder(name: str) -> Path:
    """Return the folder of a data set.

    Raises
    ------
    SystemExit
        Where the data are not.
    """
    if not (DATA / name).is_dir():
        raise SystemExit(f"No {name} data in {DATA}; set FRAMING_DATA to the folder that holds {name}/")
    return DATA / name
