"""Compile the reader of voices where a C compiler stands ready.

``pip install .`` lets mypyc make C extensions of the files that take nine tenths of the time: the same answers, sooner, for one
to three minutes of work. Where that fails (no compiler, say) the package is the Python that stands here. An editable installation is never
compiled, for what is edited must run. ``FRAMING_COMPILE=0`` compiles nothing, ``FRAMING_COMPILE=1`` all that can be, in some minutes, or
fails. pyproject.toml says all else.
"""

import os
import sys
import warnings
from pathlib import Path

from setuptools import Extension, setup
from setuptools.command.build_ext import build_ext

ROOMS = ["framing/voice", *(f"framing/voice/{room}" for room in ("classes", "marks", "people", "reports", "stance"))]
ARRAYS = ("import numpy", "import polars", "import Around, Bools")
"""What works on whole arrays gains nothing, and pip builds where their types are unknown."""
UNABLE = {"earlier.py"}
"""mypyc makes no class of a list."""
BUSIEST = {
    "framing/voice": (
        "agents appositions attribution confidence cues dates discourse forms grammar headlines lookalikes relatives spans speakers "
        "steps units"
    ),
    "framing/voice/marks": "mentions naming quotations",
    "framing/voice/people": "bound groups heads names person persons roles runs",
    "framing/voice/reports": (
        "bare_clauses behind_tags circumstances complements found fronted further gapped governors held holders homographs "
        "labelling nouns particles passives scope settings tagged uses verdicts"
    ),
    "framing/voice/stance": (
        "appositions bearers clause deeds denial described distance edges fronting governed insertions labels negators nominal owners "
        "patients persons predicates reach readings reference subjects tags target_words targets"
    ),
}
"""By profiles of `split_voices` and of `score` on news."""
ASKED = os.environ.get("FRAMING_COMPILE")


def readers() -> list[str]:
    """The files to compile: all that read word by word if that was asked for, else the busiest."""
    if not ASKED:
        return [f"{room}/{name}.py" for room, names in BUSIEST.items() for name in names.split()]
    files = [file for room in ROOMS for file in sorted(Path(room).glob("*.py")) if file.name not in {"__init__.py", *UNABLE}]
    return [str(file) for file in files if not any(arrays in file.read_text(encoding="utf-8") for arrays in ARRAYS)]


def extensions() -> list[Extension]:
    """The readers as extensions; none while pip only asks what the build needs, or where an unasked compilation cannot begin."""
    try:
        from mypyc.build import mypycify

        made: list[Extension] = mypycify(
            ["--config-file=", "--no-site-packages", "--ignore-missing-imports", "--follow-imports=silent", *readers()],
            opt_level="3" if ASKED else "1",
            debug_level="0",
            multi_file=True,
        )
    except (Exception, SystemExit) as error:
        if ASKED and "egg_info" not in sys.argv:
            raise
        warnings.warn(f"the reader of voices is not compiled: {error}", stacklevel=2)
        return []
    return made


class AllOrNothing(build_ext):
    """Extensions that were compiled all of them; else none is left behind, as each needs the others."""

    def run(self) -> None:
        """Compile; where that was not asked for and fails, leave the package as it is."""
        try:
            super().run()
        except Exception as error:
            if ASKED:
                raise
            warnings.warn(f"the reader of voices is not compiled: {error}", stacklevel=2)
            for file in self.get_outputs():
                Path(file).unlink(missing_ok=True)
            self.extensions = []


if ASKED in ("", "0"):
    setup()
elif ASKED or {"bdist_wheel", "build_ext"} & set(sys.argv):
    setup(
        setup_requires=["mypy>=2.4"],
        ext_modules=extensions(),
        cmdclass={"build_ext": AllOrNothing},
        options={"build_ext": {"parallel": os.cpu_count()}},
    )
else:
    setup(setup_requires=["mypy>=2.4"])
