"""LexiconScorer: the places where a lexicon's terms stand, each with the voice it stands in."""

from collections.abc import Mapping
from functools import cached_property

import numpy as np
import polars as pl

from framing import arguments, tables
from framing.lexicon import Lexicon
from framing.matching.batches import batches
from framing.matching.engines import Engine, engine_for
from framing.matching.finder import Finder, laid_out
from framing.matching.letters import Ints
from framing.matching.overlap import MOST_TEXTS, counting
from framing.matching.places import BYTE, BYTE_END, END, LABEL, PLACE, START, TEXT, in_order
from framing.matching.words import sizes_of
from framing.voice import Passages
from framing.voice.stance import read_stance
from framing.voice.texts import Texts

HITS = tables.schema("hits")
PLACED = [name for name in HITS if name in tables.schema("passages") and name not in ("start", "end")]
UNREAD = [pl.lit(value, HITS[name]).alias(name) for name, value in {"negated": False, "distanced": False, "hedge": None}.items()]
SURFACE = pl.col("printed").cast(pl.Binary).bin.slice("low", pl.col("high") - pl.col("low")).cast(pl.String).alias("surface")
NOT_USED = pl.col("cue_class").is_in(["title", "mention"])
WORDS = pl.col("tokens").sum().cast(pl.Float64).alias("exposure")
KEYS = ("article_id", "outlet", "event", "part", "voice", "speaker")
COLUMNS = {"start": START, "end": END, "low": BYTE, "high": BYTE_END}
HASH = 12  # as many digits as `framing lexicon` prints


class LexiconScorer:
    """Count the terms of a lexicon, per 1,000 words.

    A term stands where its words stand as whole words, in any case: *war* in *anti-war* and *war's*, not in *warm*. Within a
    frame the longest of overlapping terms counts, and so it does among the rival names of a choice; different frames may
    share words. Titles of works and words that are mentioned, not used, give no hit. What an article is about, where an entry
    asks for it, is told by its whole title and text, whichever of its passages are scored.

    Parameters
    ----------
    lexicon
        From `read_lexicon`.

    Examples
    --------
    >>> from framing import Corpus, split_voices
    >>> from framing.lexicon import Entry, Frame, Lexicon
    >>> lexicon = Lexicon("mine", frames={"peace": Frame("Peace")}, entries=(Entry("cease{,-}fire*", frame="peace"),))
    >>> corpus = Corpus.from_records([{"article_id": "1", "outlet": "The Gull", "text": "A cease-fire holds."}])
    >>> LexiconScorer(lexicon).hits(split_voices(corpus)).select("frame", "surface", "start", "end").rows()
    [('peace', 'cease-fire', 2, 12)]
    """

    def __init__(self, lexicon: Lexicon):
        self.lexicon: Lexicon = arguments.made(lexicon, Lexicon, "LexiconScorer()")
        self.name: str = f"{lexicon.name} {lexicon.version} ({lexicon.digest[:HASH]})"
        self.frames: tuple[str, ...] = lexicon.frame_names
        self.choices: Mapping[str, tuple[str, ...]] = lexicon.choice_names
        self.unit: str = "words"
        self.per: float = 1000.0

    def hits(self, passages: Passages) -> pl.DataFrame:
        """Every place where a term stands in the passages, as a `hits` table in the order of the passages.

        A term that reaches over two passages takes the one in which it begins. An actor whom the words of the entry describe is the
        `target`, whatever the sentence says.
        """
        numbers = passages.texts.both if self.lexicon.topics else np.unique(passages.texts.number)
        content = passages.texts.contents(numbers)
        sizes = sizes_of(content)
        using = engine_for(int(sizes.sum()))
        cut = batches(sizes, passages.texts.articles(numbers), using.batch_bytes, MOST_TEXTS)
        found = [self._batch(using, (numbers[run], content[run], sizes[run]), passages.texts) for run in cut]
        places = np.concatenate([np.empty((0, PLACE + 1), np.int64), *found])
        return read_stance(self._table(places[in_order(places[:, PLACE], places)], passages), passages)

    def exposure(self, passages: Passages) -> pl.DataFrame:
        """Words in the passages by article, part, voice and speaker, as an `exposure` table."""
        return passages.table.group_by(KEYS, maintain_order=True).agg(WORDS)

    @cached_property
    def _finder(self) -> Finder:
        return laid_out(self.lexicon)

    def _batch(self, using: Engine, batch: tuple[Ints, pl.Series, Ints], texts: Texts) -> Ints:
        """Places that count in some of the texts, and the row of the passage that holds each."""
        numbers, content, sizes = batch
        places = self._finder.find(content, sizes, texts.articles(numbers), using)
        rows = texts.passages(numbers[places[:, TEXT]], places[:, START])
        count = counting(places, texts.sentences(rows), self._finder.index) & (rows >= 0)
        places, rows = places[count], rows[count]
        places[:, TEXT] = numbers[places[:, TEXT]]
        return np.column_stack([places, rows])

    def _table(self, places: Ints, passages: Passages) -> pl.DataFrame:
        """A hits table, still without what the reading of stance fills."""
        held = passages.table[PLACED][places[:, PLACE]]
        offsets = [pl.Series(name, places[:, column].astype(np.int32)) for name, column in COLUMNS.items()]
        printed = passages.texts.contents(places[:, TEXT]).alias("printed")
        found = held.hstack([*self._finder.labels[places[:, LABEL]], *offsets, printed])
        return found.remove(NOT_USED).with_columns_seq(SURFACE, *UNREAD)[HITS.names()]
