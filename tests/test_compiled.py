"""What compiles the reader of voices takes every file of it."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


def test_mypyc_takes_the_reader_of_voices(tmp_path: Path) -> None:
    """C is written for the files that read word by word; a C compiler is not asked."""
    pytest.importorskip("mypyc", reason="mypy, which brings mypyc, is not installed")
    pytest.importorskip("setuptools", reason="setuptools is not installed")
    shutil.copy(ROOT / "setup.py", tmp_path)
    shutil.copytree(ROOT / "framing", tmp_path / "framing", ignore=shutil.ignore_patterns("__pycache__", "*.so"))
    environment = os.environ | {"FRAMING_COMPILE": "1"}
    done = subprocess.run(
        [sys.executable, "setup.py", "--version"], cwd=tmp_path, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    written = {file.name for file in (tmp_path / "build").glob("__native_*.c")}
    for module in ("cues", "attribution", "reports___found", "stance___targets", "people___names", "marks___quotations"):
        assert f"__native_framing___voice___{module}.c" in written
