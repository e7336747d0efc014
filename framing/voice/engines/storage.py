"""Trained voice models on disk, without pickle: reading a file can run no code from it."""

from pathlib import Path
from typing import Any
from zipfile import BadZipFile

FORMAT = "framing voices 1"
# A part of scikit-learn's trees that holds arrays alone, and which skops does not list.
TRUSTED = ("sklearn.ensemble._hist_gradient_boosting.predictor.TreePredictor",)


def write(path: Path, state: dict[str, Any]) -> Path:
    """Write `state` to `path`."""
    from skops.io import dump

    dump({"format": FORMAT, **state}, path)
    return path


def read(path: Path) -> dict[str, Any]:
    """Read the state that `write` wrote; types outside scikit-learn and NumPy are refused."""
    from skops.io import get_untrusted_types, load

    if not path.is_file():
        raise FileNotFoundError(f"No voice model at {path}; 'framing voices train DIR --out FILE' writes one")
    try:
        refused = sorted(set(get_untrusted_types(file=path)) - set(TRUSTED))
    except (BadZipFile, KeyError) as error:
        raise ValueError(f"{path} is no voice model; expected a file that 'framing voices train' wrote") from error
    if refused:
        raise ValueError(f"{path} holds types that are not trusted: {refused}")
    state = load(path, trusted=list(TRUSTED))
    if not isinstance(state, dict) or state.get("format") != FORMAT:
        raise ValueError(f"{path} holds no voice model of this toolkit; expected the format {FORMAT!r}")
    return state
