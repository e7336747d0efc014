"""The imports of the house: which room may use which, and what `import framing` may do."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

import framing

HOUSE = Path(framing.__file__).parent
ORDER = [
    "arguments",
    "notices",
    "display",
    "tables",
    "spreadsheets",
    "text",
    "resample",
    "storage",
    "encoder",
    "corpus",
    "ingest",
    "research",
    "voice",
    "lexicon",
    "matching",
    "classifier",
    "scores",
    "agreement",
    "validation",
    "rates",
    "choices",
    "keyness",
    "lexicon_check",
    "checks",
    "concordance",
    "copies",
    "plots",
    "report",
    "cli",
]
ANALYSIS = set(ORDER[ORDER.index("matching") : ORDER.index("plots")])
FILES = sorted(HOUSE.rglob("*.py"))


def room_of(path: Path) -> str:
    """Name the room a file belongs to: its top-level module or package."""
    return path.relative_to(HOUSE).parts[0].removesuffix(".py")


def imported(path: Path) -> set[str]:
    """Dotted names a file imports, at the top or inside a function."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found |= {node.module} | {f"{node.module}.{alias.name}" for alias in node.names}
    return found


def rooms_used(path: Path) -> set[str]:
    """Rooms of this project that a file imports, its own excepted."""
    named = {name.split(".")[1] for name in imported(path) if name.startswith("framing.")}
    return (named & set(ORDER)) - {room_of(path)}


def users_of(package: str) -> set[str]:
    """Rooms that import a package of others."""
    return {room_of(path) for path in FILES if any(name == package or name.startswith(f"{package}.") for name in imported(path))}


def test_every_room_is_on_the_plan():
    """No room stands outside the order of the house."""
    assert {room_of(path) for path in FILES} - {"__init__", "__main__"} == set(ORDER)


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(HOUSE)))
def test_a_room_uses_only_rooms_above_it(path):
    """A room imports no room below it, so that knowledge flows one way."""
    if room_of(path) not in ORDER:
        return
    above = set(ORDER[: ORDER.index(room_of(path))])
    assert rooms_used(path) <= above


def test_scorers_do_not_know_scores():
    """Lexicon and classifier keep the scorer protocol by shape, not by import."""
    for path in FILES:
        if room_of(path) in ("matching", "classifier"):
            assert "scores" not in rooms_used(path)


def test_plots_and_report_read_finished_tables():
    """Plots and report import no room that computes."""
    for path in FILES:
        if room_of(path) in ("plots", "report"):
            assert not rooms_used(path) & ANALYSIS


def test_only_the_command_line_draws_and_reports():
    """No room but cli imports plots or report; the door hands them out on request."""
    users = {room_of(path) for path in FILES if rooms_used(path) & {"plots", "report"}}
    assert users <= {"cli"}


@pytest.mark.parametrize(("package", "rooms"), [("matplotlib", {"plots"}), ("sklearn", {"classifier", "voice"}), ("random", set())])
def test_packages_have_one_home(package, rooms):
    """Drawing and chance each live in one room; learning in two, frames from texts and, by a trained engine, voices from marked words."""
    assert users_of(package) <= rooms


@pytest.mark.parametrize(("package", "file"), [("sklearn", "voice/engines/trees.py"), ("spacy", "voice/engines/parse.py")])
def test_engines_of_voices_keep_their_packages_apart(package, file):
    """In the room of voices, which does without a model, one file learns and one file parses."""
    users = {path.relative_to(HOUSE).as_posix() for path in FILES if any(name.split(".")[0] == package for name in imported(path))}
    assert {user for user in users if user.startswith("voice/")} <= {file}


def test_chance_has_one_home():
    """No room but resample makes random numbers."""
    drawing = {room_of(path) for path in FILES if "default_rng" in (source := path.read_text(encoding="utf-8")) or "np.random" in source}
    assert drawing <= {"resample"}


def test_only_the_command_line_prints():
    """A library that prints cannot be used in a program: print stands in cli alone."""
    calls = {
        room_of(path)
        for path in FILES
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "print"
    }
    assert calls <= {"cli"}


def test_import_is_light_and_silent():
    """`import framing` prints nothing and loads none of the heavy packages."""
    heavy = ["matplotlib", "sklearn", "scipy", "nltk", "numba", "jinja2", "pandas", "spacy", "torch"]
    code = f"import sys, framing; sys.stdout.write(','.join(name for name in {heavy!r} if name in sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)  # noqa: S603
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_import_opens_no_file_of_ours():
    """`import framing` reads no data file: word lists are read when first used."""
    code = (
        "import sys\n"
        "def watch(event, args):\n"
        "    if event == 'open' and str(args[0]).endswith(('.toml', '.jsonl', '.j2')): raise SystemExit(f'opened {args[0]}')\n"
        "sys.addaudithook(watch)\n"
        "import framing"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)  # noqa: S603
    assert done.returncode == 0, done.stderr


def test_public_names_exist():
    """Every public name can be had, and there are no more than twenty."""
    assert len(framing.__all__) <= 20
    for name in framing.__all__:
        assert getattr(framing, name) is not None


def test_unknown_public_name_is_refused():
    """A misspelled public name raises and lists what there is."""
    with pytest.raises(AttributeError, match="no attribute 'rate'; public names are"):
        _ = framing.rate
