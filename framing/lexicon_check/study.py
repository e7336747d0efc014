"""A lexicon and a corpus together: hits, sentences and words that the findings are read from."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from itertools import groupby, islice
from operator import itemgetter
from typing import Any

import polars as pl

from framing import text
from framing.lexicon import Entry, Lexicon, expand
from framing.matching import LexiconScorer
from framing.voice import Passages

PLACE = ["frame", "choice", "name", "term"]
SENTENCE = ["article_id", "part", "sentence"]
PLAIN = ("neutral", "directive", "cognitive", "evidential")
"""Classes of reporting words that say somebody speaks, thinks or wants, not what to hold of it."""
LEAST = 5
"""Occurrences from which something is said of an entry or of a word."""


@dataclass(frozen=True)
class Counts:
    """Words printed in lower case, for names are no entries: how often each stands, and in how many articles."""

    words: Counter[str] = field(default_factory=Counter)
    articles: Counter[str] = field(default_factory=Counter)


@dataclass(frozen=True)
class Study:
    """A lexicon, a corpus, and what they share."""

    lexicon: Lexicon
    passages: Passages

    @cached_property
    def hits(self) -> pl.DataFrame:
        """Every hit, with whether it is alone in its sentence."""
        hits = LexiconScorer(self.lexicon).hits(self.passages)
        return hits.with_columns((pl.struct("start", "end").n_unique().over(SENTENCE) == 1).alias("alone"))

    @cached_property
    def by_entry(self) -> pl.DataFrame:
        """Hits, outlets and hits alone by entry, most hits first."""
        counts = [pl.len().alias("n"), pl.col("outlet").unique().alias("outlets"), pl.col("alone").sum().alias("alone")]
        return self.hits.group_by(PLACE).agg(counts).sort(["n", *PLACE], descending=[True, *[False] * len(PLACE)])

    @cached_property
    def sentences(self) -> pl.DataFrame:
        """Every sentence as published, with the frames hit in it."""
        bounds = self.passages.table.group_by(SENTENCE, maintain_order=True).agg(pl.col("start").min(), pl.col("end").max())
        articles = self.passages.corpus.articles.select("article_id", "title", "text")
        part = pl.when(pl.col("part") == "title").then("title").otherwise("text")
        cut = part.str.slice(pl.col("start"), pl.col("end") - pl.col("start")).str.strip_chars().alias("words")
        frames = self.hits.group_by(SENTENCE).agg(pl.col("frame").drop_nulls().unique().alias("frames"))
        held = bounds.join(articles, on="article_id", maintain_order="left").select(*SENTENCE, cut)
        return held.join(frames, on=SENTENCE, how="left", maintain_order="left").with_columns(pl.col("frames").fill_null([]))

    def examples(self, word: str, frame: str | None = None) -> list[str]:
        """Up to two sentences with a word, as it is counted: in lower case."""
        held = self.sentences if frame is None else self.sentences.filter(pl.col("frames").list.contains(frame))
        some = held.filter(pl.col("words").str.contains(word, literal=True))["words"]
        return list(islice((sentence for sentence in some if word in _lower(sentence)), 2))

    def evidence(self, hits: pl.DataFrame) -> list[str]:
        """Up to three sentences of the hits, from the first to the last."""
        held = hits.select(SENTENCE).unique(maintain_order=True).join(self.sentences, on=SENTENCE, maintain_order="left")["words"].to_list()
        return held if len(held) <= 3 else [held[0], held[len(held) // 2], held[-1]]

    @cached_property
    def counts(self) -> dict[str | None, Counts]:
        """What is counted in the sentences of each frame; under None, in all."""
        counts: dict[str | None, Counts] = {None: Counts(), **{frame: Counts() for frame in self.lexicon.frames}}
        rows = self.sentences.select("article_id", "words", "frames").iter_rows()
        for _, sentences in groupby(rows, key=itemgetter(0)):
            here: dict[str | None, Counter[str]] = defaultdict(Counter)
            for _, sentence, frames in sentences:
                words = _lower(sentence)
                for frame in (None, *frames):
                    here[frame].update(words)
            for frame, found in here.items():
                counts[frame].words.update(found)
                counts[frame].articles.update(found.keys())
        return counts

    @cached_property
    def reporting(self) -> Counter[str]:
        """How often each word reports without telling how: *said* and *called on*, not *denied*, *warned* or *branded*."""
        plain = self.passages.table.filter(pl.col("cue_class").is_in(PLAIN)).unique(["article_id", "part", "cue_start"])
        return Counter(_words(plain["cue"]))

    @cached_property
    def known(self) -> set[str]:
        """Words that stand in a hit or in an entry."""
        written = (phrase for entry in self.lexicon.entries for phrase in expand(entry.term))
        return set(_words(written)) | set(_words(self.hits["surface"].unique().to_list()))


def _lower(sentence: str) -> list[str]:
    """Words printed in lower case."""
    return [word for start, end in text.tokens(sentence) if (word := sentence[start:end]).islower()]


def _words(texts: Iterable[str]) -> Iterator[str]:
    return (held[start:end].casefold() for held in texts for start, end in text.tokens(held))


def place_of(entry: Entry) -> tuple[Any, ...]:
    """Frame, choice, name and term: what tells one entry from others."""
    return entry.frame, entry.choice, entry.name, entry.term


def finding_at(kind: str, place: dict[str, Any], detail: str, count: float, evidence: Iterable[str] = ()) -> dict[str, Any]:
    """Make the row of a finding about what stands in `place`."""
    return {"finding": kind, **{key: place.get(key) for key in PLACE}, "detail": detail, "count": float(count), "evidence": list(evidence)}
