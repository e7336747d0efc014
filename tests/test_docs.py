"""The pages: what they name exists, and their Python runs as it stands there."""

import importlib
import inspect
import json
import re
from pathlib import Path

import pytest

import framing

ROOT = Path(__file__).parents[1]
WRITTEN = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", ROOT / "benchmarks" / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
PAGES = [*WRITTEN, *sorted((ROOT / "notebooks").glob("*.ipynb"))]
FILES = {
    path.relative_to(ROOT).as_posix()
    for folder in ("framing", "tests", "benchmarks", "notebooks", "corpora", "docs")
    for path in (ROOT / folder).rglob("*.*")
}
READERS_OWN = {"outlet/event/file.txt", "DIR/text/NAME.txt", "model.md", "harbour.toml"}


def prose(page):
    """The text of a page; of a notebook, its cells of prose."""
    written = page.read_text(encoding="utf-8")
    if page.suffix == ".md":
        return written
    return "\n".join("".join(cell["source"]) for cell in json.loads(written)["cells"] if cell["cell_type"] == "markdown")


def blocks(page, language):
    """What a page has in one language, all blocks in order."""
    return "\n".join(re.findall(rf"```{language}\n(.*?)```", page.read_text(encoding="utf-8"), re.DOTALL))


def resolved(name):
    """What a dotted name stands for after `import framing`, and after the import of a module that this has not brought."""
    found = framing
    for part in name.split(".")[1:]:
        if inspect.ismodule(found) and not hasattr(found, part):
            importlib.import_module(f"{found.__name__}.{part}")
        found = getattr(found, part)
    return found


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_what_a_page_names_exists(page):
    """Every `framing.name` and every file in a page is there."""
    for name in re.findall(r"`(framing\.\w+(?:\.\w+)*)", prose(page)):
        assert resolved(name) is not None
    for name in re.findall(r"`((?:[\w-]+/)*[\w-]+\.(?:py|toml|md|ipynb|json|txt))\b", prose(page)):
        assert name in READERS_OWN or (ROOT / name).exists() or any(path.endswith("/" + name) for path in FILES), name


def run(page, folder, monkeypatch):
    """Run the Python of a page in a folder that has the corpora, like a clone."""
    (folder / "corpora").symlink_to(ROOT / "corpora")
    monkeypatch.chdir(folder)
    exec(compile(blocks(ROOT / page, "python"), page, "exec"), {})  # noqa: S102  our own page


@pytest.mark.filterwarnings("ignore:.* of .* rows have")
def test_the_walk_of_the_readme_runs(tmp_path, monkeypatch, capsys):
    """Copied into a file it draws the figure and ends at the sentences behind a mark, each with its term."""
    run("README.md", tmp_path, monkeypatch)
    shown = capsys.readouterr().out.splitlines()
    assert (tmp_path / "rates.png").exists()
    assert len(shown) > 1
    assert all("[" in line and "]" in line for line in shown)


def test_the_python_of_the_page_on_lexicons_runs(tmp_path, monkeypatch):
    """With the example of the format saved as its name says, every block runs, one after the other."""
    (tmp_path / "harbour.toml").write_text(blocks(ROOT / "docs/lexicons.md", "toml"), encoding="utf-8")
    run("docs/lexicons.md", tmp_path, monkeypatch)
    assert (tmp_path / "my-conflict.toml").exists()
