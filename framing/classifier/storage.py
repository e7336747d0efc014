"""Fitted scorers on disk, without pickle: reading a file can run no code from it."""

import json
import tempfile
import zlib
from collections.abc import Sequence
from pathlib import Path
from typing import Any
from zipfile import BadZipFile, ZipFile

from framing.classifier.card import as_markdown

# Part of every file, so that a skops file of something else is told apart from a scorer.
FORMAT = "framing classifier 1"
UNITS, WORDS = "units", "words"
"""Kinds of scorer: one that decides about whole units, and one that finds words."""
_READER = {UNITS: "ClassifierScorer.load", WORDS: "LoadedWords.load"}
_STATE = {
    UNITS: {"name", "unit", "frames", "labels", "several", "abstain", "model", "card"},
    WORDS: {"name", "frame", "sentences", "threshold", "model", "dull", "card"},
}
# What zip, JSON and skops raise over a file that is cut, altered or made up.
_DAMAGE = (BadZipFile, zlib.error, LookupError, AttributeError, TypeError, ValueError, EOFError, RuntimeError)
# Our own transformers, which skops cannot know.
OURS = (
    "framing.classifier.calibrated.Calibrated",
    "framing.classifier.features.WordFeatures",
    "framing.classifier.vectors.SentenceVectors",
)


def write(path: Path, state: dict[str, Any]) -> Path:
    """Write `state` to `path`, and its card beside it; both, or neither where writing fails."""
    from skops.io import dump

    with tempfile.TemporaryDirectory(prefix=f".{path.name}-", dir=path.parent) as fresh:
        model, card = Path(fresh, "model"), Path(fresh, "card")
        dump({"format": FORMAT, **state}, model)
        card.write_text(as_markdown(state["card"]), encoding="utf-8")
        card.replace(card_of(path))
        model.replace(path)
    return path


def card_of(path: Path) -> Path:
    """Where the card of a saved scorer stands: beside it."""
    return path.with_name(path.name + ".md")


def kind_at(path: Path) -> str:
    """Kind of the scorer that the file there seems to hold; what it is, reading will tell."""
    if not saved_at(path):
        return UNITS
    try:
        with ZipFile(path) as file:  # the value, not the letters: a label may be called as a key is
            return WORDS if json.loads(file.read("schema.json"))["content"]["kind"]["content"] == json.dumps(WORDS) else UNITS
    except _DAMAGE:
        return UNITS


def saved_at(path: Path) -> bool:
    """Whether the file there looks like one that `write` wrote; nothing of it is built."""
    try:
        with ZipFile(path) as file:
            return FORMAT.encode() in file.read("schema.json")
    except (*_DAMAGE, OSError):
        return False


def read(path: Path, trusted: Sequence[str], kind: str) -> dict[str, Any]:
    """Read the state of a scorer of that `kind`; types outside scikit-learn, NumPy, SciPy, ours and `trusted` are refused."""
    from skops.io import get_untrusted_types, load

    if not path.is_file():
        raise FileNotFoundError(f"No saved classifier at {path}; ClassifierScorer.save writes one")
    expected = f"expected a file that {_READER[kind].replace('load', 'save')} wrote"
    try:
        refused = sorted(set(get_untrusted_types(file=path)) - set(trusted) - set(OURS))
        state = None if refused else load(path, trusted=[*trusted, *OURS])
    except _DAMAGE as error:
        raise ValueError(f"{path} is no saved classifier, or a damaged one; {expected}") from error
    if refused:
        raise ValueError(f"{path} holds types that are not trusted: {refused}; if you know its origin, name them in trusted=[...]")
    if not isinstance(state, dict) or state.get("format") != FORMAT:
        raise ValueError(f"{path} holds no classifier of this toolkit; expected the format {FORMAT!r}")
    there = state.get("kind", UNITS)
    if there != kind and there in (UNITS, WORDS):
        raise ValueError(f"{path} holds a scorer of {there}; {_READER[there]} reads it")
    lacking = f"without {sorted(_STATE[kind] - set(state))}" if there == kind else f"a scorer of {there!r}"
    if there != kind or _STATE[kind] - set(state):
        raise ValueError(f"{path} is a damaged classifier, {lacking}; {expected}")
    return state
