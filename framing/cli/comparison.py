"""What a report is made of."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import polars as pl

from framing.arguments import legible
from framing.classifier import ClassifierScorer, LoadedWords
from framing.corpus import Corpus
from framing.lexicon import Lexicon
from framing.scores import Scores

NARROW = "only what a clause or a label reports counts as indirect speech"
COUNTED = "terms are here the {1} to which the classifier {0!r} gives a frame"


@dataclass(frozen=True)
class Comparison:
    """Everything a report is made of."""

    corpus: Corpus
    lexicons: list[Lexicon]
    scores: Scores
    tables: Mapping[str, pl.DataFrame]
    options: Mapping[str, Any]
    warnings: tuple[str, ...] = ()
    classifier: ClassifierScorer | LoadedWords | None = None

    @property
    def name(self) -> str:
        """What to call the corpus: the name of its folder or file."""
        path = Path(self.options["path"]).resolve()
        return legible(path.name if path.is_dir() else path.stem)

    @property
    def notes(self) -> dict[str, Any]:
        """What reading found, but for the inputs, which have a place of their own."""
        told = {name: note for name, note in self.corpus.notes.items() if name != "inputs"}
        if self.options["indirect"] == "narrow":
            told["narrow_reading"] = NARROW
        return told | ({"counted": COUNTED.format(self.scores.scorer, self.scores.unit)} if self.classifier else {})
