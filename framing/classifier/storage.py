"""Fitted scorers on disk, and their cards beside them."""

import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from zipfile import ZipFile

from framing import arguments, storage
from framing.classifier.card import as_markdown

UNITS, WORDS = "units", "words"
"""Kinds of scorer: one that decides about whole units, and one that finds words."""
_CLASS = {UNITS: "ClassifierScorer", WORDS: "LoadedWords"}
_STATE = {
    UNITS: {"name", "unit", "frames", "labels", "several", "abstain", "model", "card"},
    WORDS: {"name", "frame", "sentences", "threshold", "model", "dull", "card"},
}
_KIND = {
    kind: storage.Kind("framing classifier 1", "classifier", "saved classifier", f"{name}.save", f"{name}.save")
    for kind, name in _CLASS.items()
}
# Our own transformers, which skops cannot know.
OURS = (
    "framing.classifier.calibrated.Calibrated",
    "framing.classifier.features.WordFeatures",
    "framing.classifier.vectors.SentenceVectors",
    "framing.classifier.voices.VoiceFeatures",
)


def write(path: Path, state: dict[str, Any]) -> Path:
    """Write `state` to `path`, and its card beside it; both, or neither where writing fails."""
    return storage.write(path, state, _KIND[UNITS], {card_of(path): as_markdown(state["card"])})


def card_of(path: Path) -> Path:
    """Where the card of a saved scorer stands: beside it."""
    return Path(f"{path}.md")


@contextmanager
def rebuilding(path: Path, kind: str) -> Iterator[None]:
    """Say of a file from which no scorer can be made, though it holds the keys of one, that it is damaged."""
    try:
        yield
    except (TypeError, ValueError, AttributeError) as error:
        raise ValueError(f"{path} is a damaged classifier: {error}; expected a file that {_KIND[kind].maker} wrote") from None


def kind_at(path: Path) -> str:
    """Kind of the scorer that the file there seems to hold; what it is, reading will tell."""
    if not saved_at(path):
        return UNITS
    try:
        with ZipFile(path) as file:  # the value, not the letters: a label may be called as a key is
            return WORDS if json.loads(file.read("schema.json"))["content"]["kind"]["content"] == json.dumps(WORDS) else UNITS
    except storage.DAMAGE:
        return UNITS


def saved_at(path: Path) -> bool:
    """Whether the file there looks like one that `write` wrote; nothing of it is built."""
    return storage.saved_at(path, _KIND[UNITS])


def read(path: Path, trusted: Sequence[str], kind: str) -> dict[str, Any]:
    """Read the state of a scorer of that `kind`; types outside scikit-learn, NumPy, SciPy, ours and `trusted` are refused."""
    hint = "; if you know its origin, name them in trusted=[...]"
    state = storage.read(path, _KIND[kind], [*arguments.several("trusted", trusted, "types such as 'package.module.Type'"), *OURS], hint)
    there = state.get("kind", UNITS)
    if there != kind and there in (UNITS, WORDS):
        raise ValueError(f"{path} holds a scorer of {there}; {_CLASS[there]}.load reads it")
    lacking = f"without {sorted(_STATE[kind] - set(state))}" if there == kind else f"a scorer of {there!r}"
    if there != kind or _STATE[kind] - set(state):
        raise ValueError(f"{path} is a damaged classifier, {lacking}; expected a file that {_KIND[kind].maker} wrote")
    return state
