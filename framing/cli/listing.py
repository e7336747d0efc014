"""`framing voices` and `framing hits`: the tables of one corpus on standard output."""

import argparse

import polars as pl

from framing.cli.notes import tell
from framing.cli.output import show
from framing.cli.walk import classifier_of, corpus_of, lexicons_of, passages_of, scores_of
from framing.concordance import WHOLE, in_sentences, with_texts
from framing.lexicon.labels import label
from framing.voice.explain import explained

SEEN_VOICES = ["article_id", "part", "sentence", "voice", "speaker", "cue", "words"]
SEEN_HITS = ["outlet", "event", "of", "left", "surface", "right", "voice", "speaker", "flags", "target"]


def list_voices(options: argparse.Namespace) -> None:
    """Print the passages table with the words of each passage."""
    corpus = corpus_of(options)
    tell(corpus)
    table = passages_of(corpus, engine=options.engine, indirect=options.indirect).table
    passages = table.with_columns(words=with_texts(table, corpus)["words"].str.slice(table["start"], table["end"] - table["start"]))
    passages = explained(passages) if options.explain else passages
    seen = SEEN_VOICES + (["rule", "why"] if options.explain else [])
    show(passages.filter(pl.col("tokens") > 0).select(seen).fill_null("") if options.format == "table" else passages, options.format)


def list_hits(options: argparse.Namespace) -> None:
    """Print the hits table, each hit in its sentence."""
    corpus = corpus_of(options)
    tell(corpus)
    found = scores_of(corpus, lexicons_of(options), classifier_of(options), engine=options.engine, readings=[options.indirect])
    scores = found[options.indirect]
    hits = in_sentences(scores, width=40 if options.format == "table" else WHOLE)
    show(_legible(hits) if options.format == "table" else hits, options.format)


def _legible(hits: pl.DataFrame) -> pl.DataFrame:
    flags = [pl.when(name).then(pl.lit(name)) for name in ("negated", "distanced")] + [pl.col("hedge")]
    return hits.with_columns(
        of=label(),
        flags=pl.concat_str(flags, separator=" ", ignore_nulls=True),
    ).select(pl.col(SEEN_HITS).fill_null(""))
