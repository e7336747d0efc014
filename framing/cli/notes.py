"""What reading a corpus found, for the person at the terminal and for the page."""

import warnings
from collections.abc import Iterator, Mapping
from typing import Any

from framing.corpus import Corpus

SHOWN = 3  # parts of a note that are written out
SEEN = ("inputs", "without_event", "unknown_outlets")  # what a listing of the articles shows by itself
MEANING = {
    "without_event": "in no comparison within events",
    "empty_texts": "their titles alone are read",
    "repeated_texts": "an earlier article has the same words; copies are not independent, so take them out",
    "texts_with_markup": "tags and entities of HTML count as words, and no quotation begins at &ldquo;; --html reads what a browser shows",
    "unreadable_dates": "2022-02-24 and 24 February 2022 are read, and 24.02.2022 where other dates tell the order",
    "alike_outlets": "counted apart",
    "alike_events": "counted apart",
    "events_called_missing": "compared as events like any other: leave the cell empty where there is none",
}


def lines(notes: Mapping[str, Any], listed: str) -> Iterator[str]:
    """Say each note in a few words; a long list is counted, and `listed` says where it stands whole."""
    for name, note in notes.items():
        yield said(name, _few(note, listed))


def said(name: str, note: object) -> str:
    """Say a note, and what follows from it.

    Examples
    --------
    >>> said("alike_outlets", [["Gull", "gull"]])
    "alike outlets: [['Gull', 'gull']] (counted apart)"
    """
    return f"{name.replace('_', ' ')}: {note}" + (f" ({MEANING[name]})" if name in MEANING else "")


def _few(note: Any, listed: str) -> str:
    parts = list(note.values()) if isinstance(note, dict) else note
    if not isinstance(parts, list):
        return str(note)
    count = sum(len(part) if isinstance(part, list) else 1 for part in parts)
    if count <= SHOWN:
        return str(note)
    if isinstance(note, list) and all(isinstance(part, str) for part in note):
        return f"{', '.join(note[:SHOWN])}, ... ({count} listed in {listed})"
    return f"{count} (listed in {listed})"


def tell(corpus: Corpus) -> None:
    """Warn of what was guessed or passed over, beside a table that does not show it."""
    told = {name: note for name, note in corpus.notes.items() if name not in SEEN}
    for line in lines(told, "the notes of read_corpus"):
        warnings.warn(line, stacklevel=2)
