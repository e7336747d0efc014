"""Compile the reader of voices where ``FRAMING_COMPILE=1`` asks for it.

``FRAMING_COMPILE=1 pip install .`` lets mypyc make C extensions of typed Python: the same answers, sooner. It takes a C compiler and
some minutes. Without the variable nothing is compiled and the package is the Python that stands here; pyproject.toml says all else.
"""

import os
import sys
from pathlib import Path

from setuptools import Extension, setup

ROOMS = ["framing/voice", *(f"framing/voice/{room}" for room in ("marks", "people", "reports", "stance"))]
ARRAYS = ("import numpy", "import polars")
"""What works on whole arrays gains nothing, and pip builds where their types are unknown."""
UNABLE = {"earlier.py"}
"""mypyc makes no class of a list."""


def readers() -> list[str]:
    """The files to compile: those that read word by word."""
    files = [file for room in ROOMS for file in sorted(Path(room).glob("*.py")) if file.name not in {"__init__.py", *UNABLE}]
    return [str(file) for file in files if not any(arrays in file.read_text(encoding="utf-8") for arrays in ARRAYS)]


def extensions() -> list[Extension]:
    """The readers as extensions; none while pip only asks what the build needs."""
    try:
        from mypyc.build import mypycify
    except ImportError:
        if "egg_info" in sys.argv:
            return []
        raise
    compiled: list[Extension] = mypycify(
        ["--config-file=", "--no-site-packages", "--ignore-missing-imports", "--follow-imports=silent", *readers()],
        debug_level="0",
        multi_file=True,
    )
    return compiled


if os.environ.get("FRAMING_COMPILE", "0") not in ("", "0"):
    setup(setup_requires=["mypy>=2.4"], ext_modules=extensions())
else:
    setup()
