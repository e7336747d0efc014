"""What compiles the reader of voices takes every file of it."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of what is needed to build the package."""
    pytest.importorskip("mypyc", reason="mypy, which brings mypyc, is not installed")
    pytest.importorskip("setuptools", reason="setuptools is not installed")
    shutil.copy(ROOT / "setup.py", tmp_path)
    shutil.copytree(ROOT / "framing", tmp_path / "framing", ignore=shutil.ignore_patterns("__pycache__", "*.so"))
    return tmp_path


def setup(folder: Path, command: str, **environment: str) -> set[str]:
    """Run setup.py; the modules that C was written for."""
    kept = {name: value for name, value in os.environ.items() if name != "FRAMING_COMPILE"}
    done = subprocess.run(  # noqa: S603
        [sys.executable, "setup.py", command], cwd=folder, env=kept | environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return {file.stem.removeprefix("__native_framing___voice___") for file in (folder / "build").glob("__native_*.c")}


def test_mypyc_takes_the_reader_of_voices(copy: Path) -> None:
    """C is written for the files that read word by word; a C compiler is not asked."""
    written = setup(copy, "--version", FRAMING_COMPILE="1")
    expected = {"cues", "attribution", "reports___found", "stance___actors", "stance___targets", "people___names", "marks___quotations"}
    assert written >= expected


@pytest.mark.skipif(os.name != "posix", reason="the compiler is named by CC on POSIX only")
def test_without_a_compiler_the_package_is_plain_python(copy: Path) -> None:
    """Unasked, C is written for the busiest files; where it cannot be compiled nothing of it is left."""
    written = setup(copy, "build_ext", CC=shutil.which("false") or "false")
    assert written >= {"attribution", "cues", "reports___found", "stance___targets", "people___names", "marks___quotations"}
    assert "stance___actors" not in written
    assert not [file for file in copy.rglob("*") if file.suffix in {".so", ".pyd"}]


def test_nothing_is_compiled_where_that_is_asked(copy: Path) -> None:
    assert not setup(copy, "--version", FRAMING_COMPILE="0")
    assert not setup(copy, "--version")
