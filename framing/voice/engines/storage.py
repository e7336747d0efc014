"""Trained voice models on disk."""

from pathlib import Path
from typing import Any

from framing import storage

KIND = storage.Kind(
    "framing voices 1", "voice model", "voice model", "'framing voices train'", call="'framing voices train DIR --out FILE'"
)
# A part of scikit-learn's trees that holds arrays alone, and which skops does not list.
TRUSTED = ("sklearn.ensemble._hist_gradient_boosting.predictor.TreePredictor",)
_STATE = {"trees": {"otherwise", "looks", "rates"}, "clauses": {"clauses"}, "doubts": {"rules", "weights", "layers"}}
"""What a model holds beside its card, by what it learned with."""


def write(path: Path, state: dict[str, Any]) -> Path:
    """Write `state` to `path`, whole or not at all."""
    return storage.write(path, state, KIND)


def saved_at(path: Path) -> bool:
    """Whether the file there looks like one that `write` wrote; nothing of it is built."""
    return storage.saved_at(path, KIND)


def read(path: Path) -> dict[str, Any]:
    """Read the state that `write` wrote; types outside scikit-learn and NumPy are refused."""
    state = storage.read(path, KIND, TRUSTED)
    state.setdefault("learned", ["trees"])  # before there was anything else, files did not say
    former = sorted(set(state["learned"]) - set(_STATE))
    if former or (state.get("parser") and "clauses" not in state["learned"]):
        raise ValueError(
            f"{path} learned by {former or 'trees that read parses'}, as an earlier version did; train it anew with {KIND.maker}"
        )
    wanted = {"parser", "card"}.union(*(_STATE[name] for name in state["learned"]))
    if lacking := sorted(wanted - set(state)):
        raise ValueError(f"{path} is a damaged voice model, without {lacking}; expected a file that {KIND.maker} wrote")
    return state
