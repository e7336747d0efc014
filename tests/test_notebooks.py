"""The notebooks: they run from top to bottom, and they read like a walk."""

from pathlib import Path

import pytest

nbformat = pytest.importorskip("nbformat", reason="the notebooks extra is not installed")
nbclient = pytest.importorskip("nbclient", reason="the notebooks extra is not installed")

FOLDER = Path(__file__).parent.parent / "notebooks"
NOTEBOOKS = sorted(FOLDER.glob("*.ipynb"))


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.name)
def test_notebook_runs(path):
    """Every cell runs in order without an error, in the notebook's own folder, and every cell that plots shows its figure."""
    notebook = nbformat.read(path, as_version=4)
    nbclient.NotebookClient(notebook, timeout=120, resources={"metadata": {"path": str(FOLDER)}}).execute()
    for cell in notebook.cells:
        if "plots.plot_" in cell.source and cell.cell_type == "code":
            assert any("image/png" in output.get("data", {}) for output in cell.outputs), cell.source


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.name)
def test_notebook_is_half_prose_and_defines_nothing(path):
    """A notebook explains as much as it runs, and leaves definitions to the package."""
    cells = nbformat.read(path, as_version=4).cells
    code = [cell.source for cell in cells if cell.cell_type == "code"]
    prose = [cell.source for cell in cells if cell.cell_type == "markdown"]
    assert len(prose) >= len(code)
    assert not any(line.lstrip().startswith(("def ", "class ")) for source in code for line in source.splitlines())


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.name)
def test_notebook_is_saved_clean_and_in_run_order(path):
    """Outputs are not stored, and any stored execution counts rise from 1 without a gap."""
    code = [cell for cell in nbformat.read(path, as_version=4).cells if cell.cell_type == "code"]
    counts = [cell.execution_count for cell in code if cell.execution_count is not None]
    assert not any(cell.outputs for cell in code)
    assert counts == list(range(1, len(counts) + 1))


def test_there_is_a_first_walk():
    """The walk that the README points to exists."""
    assert (FOLDER / "01_walk.ipynb") in NOTEBOOKS
