"""Fitted scorers on disk, without pickle: reading a file can run no code from it."""

import tempfile
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
    with ZipFile(path) as file:
        return WORDS if b'"dull"' in file.read("schema.json") else UNITS


def saved_at(path: Path) -> bool:
    """Whether the file there looks like one that `write` wrote; nothing of it is built."""
    try:
        with ZipFile(path) as file:
            return FORMAT.encode() in file.read("schema.json")
    except (BadZipFile, KeyError, OSError):
        return False


def read(path: Path, trusted: Sequence[str], kind: str) -> dict[str, Any]:
    """Read the state of a scorer of that `kind`; types outside scikit-learn, NumPy, SciPy, ours and `trusted` are refused."""
    from skops.io import get_untrusted_types, load

    if not path.is_file():
        raise FileNotFoundError(f"No saved classifier at {path}; ClassifierScorer.save writes one")
    try:
        refused = sorted(set(get_untrusted_types(file=path)) - set(trusted) - set(OURS))
    except (BadZipFile, KeyError) as error:
        raise ValueError(f"{path} is no saved classifier; expected a file that ClassifierScorer.save wrote") from error
    if refused:
        raise ValueError(f"{path} holds types that are not trusted: {refused}; if you know its origin, name them in trusted=[...]")
    state = load(path, trusted=[*trusted, *OURS])
    if not isinstance(state, dict) or state.get("format") != FORMAT:
        raise ValueError(f"{path} holds no classifier of this toolkit; expected the format {FORMAT!r}")
    there = state.get("kind", UNITS)
    if there != kind:
        raise ValueError(f"{path} holds a scorer of {there}; {_READER[there]} reads it")
    return state
