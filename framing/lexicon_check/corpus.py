"""What is wrong with a lexicon, as a corpus tells."""

from collections import Counter
from collections.abc import Iterator
from typing import Any

import polars as pl

from framing import arguments
from framing.lexicon import Lexicon
from framing.lexicon.check import finding, findings
from framing.lexicon_check.candidates import same_sentences, same_stem
from framing.lexicon_check.study import LEAST, PLACE, Study, finding_at, place_of
from framing.voice import Passages

MOST = 10
"""Findings told of a kind."""
FEWEST_ALONE = 3
"""Hits alone in their sentence from which an entry may be ambiguous: of an entry that others always stand beside, one is chance."""


def check_in_corpus(lexicon: Lexicon, passages: Passages) -> pl.DataFrame:
    """Find the entries that a corpus shows to be dead, dominant, one outlet's or ambiguous, and words they lack.

    Every voice counts: an entry may be right in quotations alone.

    Parameters
    ----------
    lexicon
        From `read_lexicon`.
    passages
        From `split_voices`.

    Returns
    -------
    polars.DataFrame
        As `framing.lexicon.check_lexicon`, with `finding` a key of `MEANING`, `count` as said there, and up to three
        sentences as `evidence` where sentences help to judge. On a corpus without articles: no rows.

    Raises
    ------
    TypeError
        If `passages` are no `Passages`, such as a corpus.
    """
    arguments.made(lexicon, Lexicon, "check_in_corpus()")
    arguments.made(passages, Passages, "check_in_corpus()")
    if not len(passages):
        return findings([])
    study = Study(lexicon, passages)
    parts = (_dead, _dominant, _one_outlet, _ambiguous, _coverage, same_stem, same_sentences)
    return findings([row for part in parts for row in part(study)])


def _dead(study: Study) -> Iterator[dict[str, Any]]:
    found = set(study.by_entry.select(PLACE).rows())
    return (finding("dead", entry, "no hit in the corpus", count=0.0) for entry in study.lexicon.entries if place_of(entry) not in found)


def _dominant(study: Study) -> Iterator[dict[str, Any]]:
    of_frame = study.by_entry.filter(pl.col("frame").is_not_null()).with_columns(pl.col("n").sum().over("frame").alias("all"))
    entries = Counter(entry.frame for entry in study.lexicon.entries)
    for row in of_frame.filter(pl.col("n") * 2 > pl.col("all")).iter_rows(named=True):
        if entries[row["frame"]] > 1 and row["all"] >= LEAST:
            yield finding_at("dominant", row, f"{row['n']} of {row['all']} hits of {row['frame']}", row["n"] / row["all"])


def _one_outlet(study: Study) -> Iterator[dict[str, Any]]:
    if len(study.passages.corpus.outlets) < 2:
        return
    alone = study.by_entry.filter((pl.col("n") >= LEAST) & (pl.col("outlets").list.len() == 1))
    for row in alone.iter_rows(named=True):
        yield finding_at("one outlet", row, f"all {row['n']} hits in {row['outlets'][0]}", row["n"])


def _ambiguous(study: Study) -> Iterator[dict[str, Any]]:
    """Entries whose hits have no other hit in their sentence, against the share of such hits in the whole lexicon.

    A word in the sense that is meant tends to stand among others of the lexicon; in another sense it stands alone.
    """
    total, alone = study.hits.height, int(study.hits["alone"].sum())
    if not 0 < alone < total:
        return
    share = alone / total
    scored = study.by_entry.filter((pl.col("n") >= LEAST) & (pl.col("alone") >= FEWEST_ALONE)).with_columns(
        ((pl.col("alone") - pl.col("n") * share) / (pl.col("n") * share * (1 - share)).sqrt()).alias("z")
    )
    for row in scored.filter(pl.col("z") > 2).sort("z", descending=True).head(MOST).iter_rows(named=True):
        held = study.hits.filter(pl.col("alone") & pl.all_horizontal(pl.col(key).eq_missing(pl.lit(row[key])) for key in PLACE))
        detail = f"{row['alone']} of {row['n']} hits stand alone in their sentence; {share:.0%} of all hits do"
        yield finding_at("ambiguous", row, detail, row["z"], study.evidence(held))


def _coverage(study: Study) -> Iterator[dict[str, Any]]:
    articles = study.passages.table["article_id"].n_unique()
    tokens = int(study.passages.table["tokens"].sum())
    for frame in study.lexicon.frames:
        hits = study.hits.filter(pl.col("frame") == frame)
        reached = hits["article_id"].n_unique()
        entries = sum(entry.frame == frame for entry in study.lexicon.entries)
        rate = f"{1000 * hits.height / tokens:.2f}" if tokens else "nan"
        detail = f"in {reached} of {articles} articles, {rate} per 1,000 words, {hits['term'].n_unique()} of {entries} entries found"
        yield finding_at("coverage", {"frame": frame}, detail, reached / articles)
