"""Which engine a name, a path or a model stands for, and the drafts it revises."""

import os
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, Protocol

import numpy as np

from framing.voice.drafts import Draft
from framing.voice.engines.parse import Parse
from framing.voice.engines.words import Array, Words

if TYPE_CHECKING:
    from framing.voice.engines.batches import Parses

ENGINES = ("rules", "spacy")


class Engine(Protocol):
    """What decides the voice of words outside quotation marks."""

    parser: bool

    @property
    def cut(self) -> float:
        """Probability from which a word is attributed."""

    def probabilities(self, words: Words, parses: "Parses") -> Array:
        """Probability that each word is attributed; nan where it decides nothing.

        `parses` parses the sentences it asks for.
        An engine that knows who speaks gives a second column: the probability that a word names a speaker.
        """


def engine_of(engine: Any) -> Engine | None:
    """Engine that `split_voices` was asked for; None for the rules alone.

    Raises
    ------
    TypeError
        If it is neither a name, a path nor a model.
    ValueError
        For an unknown name.
    ImportError
        If it needs spaCy, or a language model, and that is not installed.
    """
    if hasattr(engine, "probabilities"):
        found: Engine = engine
    elif isinstance(engine, os.PathLike) or (isinstance(engine, str) and engine not in ENGINES and os.path.exists(engine)):  # noqa: PTH110
        from framing.voice.engines.model import VoiceModel

        found = VoiceModel.load(os.fspath(engine))
    elif isinstance(engine, str):
        if engine not in ENGINES:
            raise ValueError(f"Unknown engine {engine!r}; expected one of {list(ENGINES)}, or the file of a model that was trained")
        if engine == "rules":
            return None
        from framing.voice.engines.joint import Joint

        found = Joint()
    else:
        raise TypeError(f"engine is a {type(engine).__name__}; expected one of {list(ENGINES)}, a path or a VoiceModel")
    if found.parser:
        from framing.voice.engines.parse import model

        model()
    if getattr(found, "vectors", False):
        from framing.encoder import packed

        packed("Voices from word vectors")
    return found


def revised(drafts: Iterable[Draft], engine: Engine) -> Iterator[Draft]:
    """Let an engine decide the voice of words outside marks; drafts come back in order.

    It decides in one thread: its tables are small, and threads that wait for one another made it up to ten times as slow.
    """
    from threadpoolctl import threadpool_limits

    from framing.voice.engines.batches import Parses, batches
    from framing.voice.engines.words import words_of

    for batch in batches(drafts):
        words = words_of(batch)
        parses = Parses(batch, words)
        with threadpool_limits(limits=1):
            probability = engine.probabilities(words, parses)
        yield from _revised(batch, words, parses.made, np.nan_to_num(probability, nan=0.0), engine.cut)


def _revised(batch: Sequence[Draft], words: Words, parse: Parse | None, table: Array, cut: float) -> Iterator[Draft]:
    from framing.voice.engines.redraw import Verdicts, decided, redrawn
    from framing.voice.engines.sources import mentions_by_source
    from framing.voice.engines.subjects import mentions_of

    probability = table if table.ndim == 1 else table[:, 0]
    verdict = decided(probability, words, cut)
    mentions = mentions_of(words, parse, verdict) if parse is not None else {}
    if table.ndim > 1:
        mentions = mentions_by_source(words, table[:, 1], verdict)
    verdicts = Verdicts(words, probability, verdict, mentions)
    for number, each in enumerate(batch):
        rows = np.arange(*np.searchsorted(words.text, [number, number + 1]))
        spans = redrawn(each, rows, verdicts)
        yield each._replace(spans={**each.spans, "text": spans})
