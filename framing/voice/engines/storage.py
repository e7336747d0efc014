"""Trained voice models on disk, without pickle: reading a file can run no code from it."""

import tempfile
import zlib
from pathlib import Path
from typing import Any
from zipfile import BadZipFile, ZipFile

FORMAT = "framing voices 1"
# A part of scikit-learn's trees that holds arrays alone, and which skops does not list.
TRUSTED = ("sklearn.ensemble._hist_gradient_boosting.predictor.TreePredictor",)
_STATE = {"parser", "card", "otherwise", "looks", "rates"}
# What zip, JSON and skops raise over a file that is cut, altered or made up.
_DAMAGE = (BadZipFile, zlib.error, LookupError, AttributeError, TypeError, ValueError, EOFError, RuntimeError)


def write(path: Path, state: dict[str, Any]) -> Path:
    """Write `state` to `path`, whole or not at all."""
    from skops.io import dump

    with tempfile.TemporaryDirectory(prefix=f".{path.name}-", dir=path.parent) as fresh:
        model = Path(fresh, "model")
        dump({"format": FORMAT, **state}, model)
        model.replace(path)
    return path


def saved_at(path: Path) -> bool:
    """Whether the file there looks like one that `write` wrote; nothing of it is built."""
    try:
        with ZipFile(path) as file:
            return FORMAT.encode() in file.read("schema.json")
    except (*_DAMAGE, OSError):
        return False


def read(path: Path) -> dict[str, Any]:
    """Read the state that `write` wrote; types outside scikit-learn and NumPy are refused."""
    from skops.io import get_untrusted_types, load

    if not path.is_file():
        raise FileNotFoundError(f"No voice model at {path}; 'framing voices train DIR --out FILE' writes one")
    expected = "expected a file that 'framing voices train' wrote"
    try:
        refused = sorted(set(get_untrusted_types(file=path)) - set(TRUSTED))
        state = None if refused else load(path, trusted=list(TRUSTED))
    except _DAMAGE as error:
        raise ValueError(f"{path} is no voice model, or a damaged one; {expected}") from error
    if refused:
        raise ValueError(f"{path} holds types that are not trusted: {refused}")
    if not isinstance(state, dict) or state.get("format") != FORMAT:
        raise ValueError(f"{path} holds no voice model of this toolkit; expected the format {FORMAT!r}")
    if lacking := sorted(_STATE - set(state)):
        raise ValueError(f"{path} is a damaged voice model, without {lacking}; {expected}")
    return state
