"""Passages: the articles cut where the voice changes."""

import functools
import gc
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass
from typing import Any

import polars as pl

from framing import arguments, tables
from framing.corpus import Corpus
from framing.voice.display import html_of
from framing.voice.drafts import Draft, draft
from framing.voice.engines.resolve import engine_of, revised
from framing.voice.narrow import READINGS, narrowed
from framing.voice.rows import passage_rows
from framing.voice.speaker_table import speakers
from framing.voice.texts import Texts

MANY = 5000
"""New objects from which the collector's walk through them is felt; a reading leaves so many only when most words in it are new."""


@dataclass(frozen=True)
class Passages:
    """Stretches of one sentence in one voice, which tile every title and text, and the corpus they come from.

    Parameters
    ----------
    table
        A `passages` table (see `framing.tables`).
    corpus
        The corpus whose articles `table` cuts.
    """

    table: pl.DataFrame
    corpus: Corpus

    def __post_init__(self) -> None:
        tables.check(self.table, "passages")
        arguments.made(self.corpus, Corpus, "Passages()")

    def __len__(self) -> int:
        return self.table.height

    @functools.cached_property
    def texts(self) -> Texts:
        """The texts that the passages cut, numbered: laid out once for all lexicons they are scored with."""
        return Texts(self.table, self.corpus.articles)

    def where(self, **columns: Any) -> "Passages":
        """Keep the passages whose columns equal the given values: ``passages.where(voice="own")``."""
        allowed = {"voice": tables.VOICES, "part": tables.PARTS, "outlet": self.corpus.outlets, "event": self.corpus.events}
        return Passages(self.table.filter(tables.selection(self.table, columns, allowed)), self.corpus)

    def speakers(self) -> pl.DataFrame:
        """Who speaks in each outlet, and how much: `framing.voice.speakers` by outlet.

        Examples
        --------
        >>> from framing import Corpus, split_voices
        >>> text = "“We leave now,” Anna Koval said. Koval said the talks had failed."
        >>> passages = split_voices(Corpus.from_records([{"article_id": "1", "outlet": "A", "text": text}]))
        >>> passages.speakers().select("speaker", "direct", "indirect").rows()
        [('Anna Koval', 3, 4)]
        """
        return speakers(self)

    def _repr_html_(self) -> str:
        return html_of(self.table, self.corpus)


def split_voices(corpus: Corpus, *, engine: Any = "rules", indirect: str = "wide") -> Passages:
    """Cut the articles of a corpus into passages of one voice: the outlet's own, direct, indirect, scare.

    Marks, a lexicon of reporting words with the complements they take, and rules of scope decide; ``docs/voice.md`` is
    the codebook. Each article is read by itself, in time linear in its length.

    Parameters
    ----------
    corpus
        From `read_corpus`.
    engine
        How voices are found. "rules": marks, cue words and their complements, without a model. "spacy": beside them, a
        dependency parse for indirect speech (extra ``nlp``). A `VoiceModel`, or the path of a saved one: voices learned
        from articles that readers marked (``framing voices train``).
    indirect
        What counts as indirect speech. "wide": whatever of what somebody says, plans, wishes or shows is told, as the readers of
        PolNeAR marked it. "narrow": only what a clause or a label reports ("said the raid was cruel", "condemned the cruel raid"); that
        somebody spoke, planned or wished ("spoke of the cruel raid", "his plan for a raid") is told in the outlet's own words, as in
        the reports of speech acts of Semino and Short (2004, *Corpus Stylistics*). Words in marks are the same in both.

    Returns
    -------
    Passages
        A `passages` table that tiles every title and every text, in the order of the corpus.

    Raises
    ------
    TypeError
        If `corpus` is not a corpus, or `engine` nothing that can decide.
    ValueError
        For an unknown engine or reading, or a file that holds no trained model.
    ImportError
        If the engine needs spaCy or its English model and they are not installed; the message says how to.

    Examples
    --------
    >>> from framing import Corpus
    >>> corpus = Corpus.from_records([{"article_id": "1", "outlet": "A", "text": "Berg said the raid was lawful. It was not."}])
    >>> split_voices(corpus).table["voice", "speaker"].rows()
    [('own', None), ('indirect', 'Berg'), ('own', None)]
    """
    arguments.made(corpus, Corpus, "split_voices()")
    arguments.known(indirect, READINGS, "reading of indirect speech")
    return read_once(corpus, engine, [indirect])[indirect]


def read_once(corpus: Corpus, engine: Any, readings: Sequence[str]) -> dict[str, Passages]:
    """Cut a corpus by each of some readings of indirect speech, as `split_voices` does, and read its articles but once."""
    revising = engine_of(engine)
    drafts: Iterable[Draft] = map(draft, corpus.articles.select("article_id", "outlet", "event", "title", "text").iter_rows())
    if revising is not None:
        drafts = revised(iter(drafts), revising)
    with _uncollected() if revising is None else nullcontext():
        drafts = list(drafts) if len(readings) > 1 else drafts
        found = {reading: map(narrowed, drafts) if reading == "narrow" else drafts for reading in readings}
        return {reading: Passages(passage_rows(corpus.articles, iter(cut)), corpus) for reading, cut in found.items()}


@contextmanager
def _uncollected() -> Iterator[None]:
    """Hold the garbage collector off: the rules leave no cycles for it, and its walks took a twenty-fifth of their time."""
    collects = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collects:
            _count_as_old()
            gc.enable()


def _count_as_old() -> None:
    """Let the collector count what lives as old, if many new objects do: it would walk twice through the words and names kept in mind."""
    if gc.get_count()[0] > MANY and not gc.get_freeze_count():
        gc.freeze()
        gc.unfreeze()
