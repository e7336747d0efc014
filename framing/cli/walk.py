"""The first stations of every command: files to passages, and passages to scores, a batch at a time."""

import argparse
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import polars as pl

from framing.corpus import Corpus
from framing.ingest import read_corpus
from framing.lexicon import Lexicon, read_lexicon
from framing.scores import Scores, score
from framing.voice import Passages, split_voices

BATCH = 500  # articles: enough to keep Polars busy, few enough to show progress and bound memory


def corpus_of(options: argparse.Namespace) -> Corpus:
    """Read the corpus that the options name, with the columns they rename."""
    return read_corpus(options.path, columns=dict(options.map or []))


def lexicons_of(options: argparse.Namespace) -> list[Lexicon]:
    """Read the lexicons that the options name.

    Raises
    ------
    ValueError
        If two of them define the same frame or the same naming choice.
    """
    lexicons = [read_lexicon(source) for source in options.lexicon]
    seen: dict[str, str] = {}
    for lexicon in lexicons:
        for name in [*lexicon.frame_names, *lexicon.choice_names]:
            if name in seen:
                raise ValueError(f"{name!r} stands in both lexicons {seen[name]!r} and {lexicon.name!r}; rename it in one of them")
            seen[name] = lexicon.name
    return lexicons


def batches(corpus: Corpus, label: str) -> Iterator[Corpus]:
    """Cut a corpus into batches of articles, showing progress when a person is watching."""
    from tqdm import tqdm

    with tqdm(total=len(corpus), desc=label, unit=" articles", disable=None, file=sys.stderr, leave=False) as progress:
        for start in range(0, len(corpus), BATCH):
            batch = Corpus(corpus.articles.slice(start, BATCH))
            yield batch
            progress.update(len(batch))


def passages_of(corpus: Corpus) -> Passages:
    """Split a whole corpus into passages."""
    split = [split_voices(batch).table for batch in batches(corpus, "voices")]
    return Passages(pl.concat(split) if split else split_voices(corpus).table, corpus)


def scores_of(corpus: Corpus, lexicons: Sequence[Lexicon]) -> Scores:
    """Split and score a corpus a batch at a time: passages are dropped once they are counted."""
    parts = [scored(batch, lexicons) for batch in batches(corpus, "scoring")] or [scored(corpus, lexicons)]
    hits = pl.concat([part.hits for part in parts])
    return replace(parts[0], hits=hits, exposure=pl.concat([part.exposure for part in parts]), corpus=corpus)


def scored(corpus: Corpus, lexicons: Sequence[Lexicon]) -> Scores:
    """Score one batch with every lexicon; words are the exposure of each, so they are counted once."""
    passages = split_voices(corpus)
    each = [score(passages, lexicon) for lexicon in lexicons]
    return replace(
        each[0],
        hits=pl.concat([part.hits for part in each]),
        frames=tuple(name for part in each for name in part.frames),
        choices=_merged(part.choices for part in each),
        scorer=" + ".join(part.scorer for part in each),
    )


def _merged(choices: Iterable[object]) -> dict[str, tuple[str, ...]]:
    return {name: names for part in choices for name, names in dict(part).items()}  # type: ignore[call-overload]


def columns_argument(pair: str) -> tuple[str, str]:
    """Read ``text=body``: our column, then the column of the file."""
    ours, separator, theirs = pair.partition("=")
    if not (ours and separator and theirs):
        raise argparse.ArgumentTypeError(f"{pair!r} is no column map; expected OURS=THEIRS, such as text=body")
    return ours, theirs


def lexicon_argument(source: str) -> str | Path:
    """Tell a file from the name of a shipped lexicon: a file has a suffix or a folder."""
    return Path(source) if Path(source).suffix or len(Path(source).parts) > 1 else source
