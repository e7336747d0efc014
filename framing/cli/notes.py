"""What reading a corpus found, for the person at the terminal."""

import warnings
from collections.abc import Iterator, Mapping
from typing import Any

from framing.corpus import Corpus

SHOWN = 3  # parts of a note that are written out
SEEN = ("inputs", "without_event", "unknown_outlets")  # what a listing of the articles shows by itself


def lines(notes: Mapping[str, Any], listed: str) -> Iterator[str]:
    """Say each note in a few words; a long list is counted, and `listed` says where it stands whole."""
    for name, note in notes.items():
        yield f"{name.replace('_', ' ')}: {_few(note, listed)}"


def _few(note: Any, listed: str) -> str:
    parts = list(note.values()) if isinstance(note, dict) else note
    if not isinstance(parts, list):
        return str(note)
    count = sum(len(part) if isinstance(part, list) else 1 for part in parts)
    return str(note) if count <= SHOWN else f"{count} (listed in {listed})"


def tell(corpus: Corpus) -> None:
    """Warn of what was guessed or passed over, beside a table that does not show it."""
    told = {name: note for name, note in corpus.notes.items() if name not in SEEN}
    for line in lines(told, "the notes of read_corpus"):
        warnings.warn(line, stacklevel=2)
