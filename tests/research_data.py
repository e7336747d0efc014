"""Research data, which tests read where they are at hand and are skipped without."""

import os
from pathlib import Path

import pytest

DATA = Path(os.environ.get("FRAMING_DATA") or Path(__file__).parents[2] / "shared" / "data")


def real(name: str) -> Path:
    """Return a folder or file of the research data, or skip the test."""
    if not (DATA / name).exists():
        pytest.skip(f"no research data at {DATA / name}; set FRAMING_DATA to the folder that holds {name}")
    return DATA / name
