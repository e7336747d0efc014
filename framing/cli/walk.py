"""The first stations of every command: files to passages, and passages to scores, a batch at a time."""

import argparse
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeVar

import polars as pl

from framing import tables
from framing.classifier import ClassifierScorer, LoadedWords
from framing.classifier.storage import WORDS, kind_at
from framing.corpus import Corpus
from framing.ingest import read_corpus
from framing.lexicon import Lexicon, read_lexicon
from framing.scores import Scores, score
from framing.voice import Passages, split_voices
from framing.voice.engines.resolve import engine_of
from framing.voice.passages import read_once
from framing.voice.speaker_forms import forms_of

Step = TypeVar("Step")

DEFAULT = "conflict"
WIDE = "wide"
BATCH = 500  # articles: enough to keep Polars busy, few enough to show progress and bound memory


def corpus_of(options: argparse.Namespace) -> Corpus:
    """Read the corpus that the options name, with the columns they rename.

    Raises
    ------
    ValueError
        If there is no path, or a column is renamed twice.
    """
    if options.path is None:
        swallowed = "; it stands before --lexicon, which takes every name that follows it" if "lexicon" in options else ""
        raise ValueError(f"PATH is missing{swallowed}")
    return read_corpus(options.path, columns=columns_of(options.map), html=options.html)


def columns_of(pairs: Sequence[tuple[str, str]] | None) -> dict[str, str]:
    """Make a column map of the pairs given with --map."""
    columns: dict[str, str] = {}
    known = tables.schema("articles")
    for ours, theirs in pairs or []:
        if ours not in known:
            turned = f"; ours comes first: --map {theirs}={ours}" if theirs in known else ""
            raise ValueError(f"--map {ours}={theirs}: {ours!r} is none of our columns {list(known)}{turned}")
        if ours in columns:
            raise ValueError(f"--map names {ours!r} twice: {columns[ours]!r} and {theirs!r}")
        columns[ours] = theirs
    return columns


def classifier_of(options: argparse.Namespace) -> ClassifierScorer | LoadedWords | None:
    """Read the classifier that the options name, if they do.

    Raises
    ------
    ValueError
        If a lexicon is named as well: words and sentences cannot be counted in one table.
    """
    if options.classifier is None:
        return None
    if options.lexicon:
        raise ValueError("--classifier and --lexicon count different things (sentences or articles, and words); make a report of each")
    return (LoadedWords if kind_at(options.classifier) == WORDS else ClassifierScorer).load(options.classifier)


def lexicons_of(options: argparse.Namespace) -> list[Lexicon]:
    """Read the lexicons that the options name; none beside a classifier.

    Raises
    ------
    ValueError
        If two of them have one name.
    """
    if options.classifier is not None:
        return []
    lexicons = [read_lexicon(source) for source in options.lexicon or [DEFAULT]]
    for name, times in Counter(lexicon.name for lexicon in lexicons).items():
        if times > 1:
            raise ValueError(f"{times} lexicons are called {name!r}; their results could not be told apart")
    return lexicons


def watched(steps: Iterable[Step], label: str, total: int | None = None) -> Iterator[Step]:
    """Hand steps on, with their progress on the error stream when a person is watching."""
    from tqdm import tqdm

    yield from tqdm(steps, desc=label, total=total, disable=None, file=sys.stderr, leave=False)


def batches(corpus: Corpus, label: str) -> Iterator[Corpus]:
    """Cut a corpus into batches of articles."""
    starts = range(0, len(corpus), BATCH)
    for start in watched(starts, label, len(starts)):
        yield Corpus(corpus.articles.slice(start, BATCH))


def passages_of(corpus: Corpus, *, engine: Any = "rules", indirect: str = "wide") -> Passages:
    """Split a whole corpus into passages."""
    once = engine_of(engine) or engine  # a model is read from its file here, not for every batch
    split = [split_voices(batch, engine=once, indirect=indirect).table for batch in batches(corpus, "voices")]
    return Passages(pl.concat(split) if split else split_voices(corpus).table, corpus)


def scores_of(
    corpus: Corpus,
    lexicons: Sequence[Lexicon],
    classifier: ClassifierScorer | LoadedWords | None = None,
    *,
    engine: Any = "rules",
    readings: Sequence[str] = (WIDE,),
    forms: list[pl.DataFrame] | None = None,
) -> dict[str, Scores]:
    """Split and score a corpus a batch at a time, by each reading of indirect speech: passages are dropped once they are counted.

    What the speakers are called, by the first reading, is added to `forms`, if it is given (`framing.voice.speaker_forms.forms_of`).
    """
    once = engine_of(engine) or engine
    parts: dict[str, list[Scores]] = {reading: [] for reading in readings}
    for batch in [corpus] if not len(corpus) else batches(corpus, "scoring"):
        for reading, passages in read_once(batch, once, readings).items():
            parts[reading].append(score(passages, classifier) if classifier else scored(passages, lexicons))
            if forms is not None and reading == readings[0]:
                forms.append(forms_of(passages.table))
    return {reading: _joined(found, corpus) for reading, found in parts.items()}


def _joined(parts: Sequence[Scores], corpus: Corpus) -> Scores:
    """The scores of a whole corpus from those of its batches."""
    hits, exposure = pl.concat([part.hits for part in parts]), pl.concat([part.exposure for part in parts])
    return replace(parts[0], hits=hits, exposure=exposure, corpus=corpus)


def scored(passages: Passages, lexicons: Sequence[Lexicon]) -> Scores:
    """Score the passages of one batch with every lexicon; words are the exposure of each, so they are counted once."""
    each = [renamed(score(passages, lexicon), lexicon, clashes(lexicons)) for lexicon in lexicons]
    return replace(
        each[0],
        hits=pl.concat([part.hits for part in each]),
        frames=tuple(name for part in each for name in part.frames),
        choices={name: names for part in each for name, names in part.choices.items()},
        scorer=" + ".join(part.scorer for part in each),
    )


def clashes(lexicons: Sequence[Lexicon]) -> set[str]:
    """Names of frames and choices that more than one lexicon has, be it *War* in one and *war* in another."""
    names = [{*lexicon.frame_names, *lexicon.choice_names} for lexicon in lexicons]
    times = Counter(folded for own in names for folded in {name.casefold() for name in own})
    return {name for own in names for name in own if times[name.casefold()] > 1}


def qualified(name: str, lexicon: Lexicon, clashing: set[str]) -> str:
    """Name of a frame or choice where several lexicons are read: ``migration:threat`` if another has a threat as well."""
    return f"{lexicon.name}:{name}" if name in clashing else name


def renamed(scores: Scores, lexicon: Lexicon, clashing: set[str]) -> Scores:
    """Tell the frames and choices of one lexicon from those of the same name in another."""
    if not clashing:
        return scores
    new = {name: qualified(name, lexicon, clashing) for name in (*scores.frames, *scores.choices)}
    return replace(
        scores,
        hits=scores.hits.with_columns(pl.col("frame", "choice").replace(new)),
        frames=tuple(new[name] for name in scores.frames),
        choices={new[name]: names for name, names in scores.choices.items()},
    )


def stratum_of(within: str) -> str | None:
    """Read what --within says as `contrasts` takes it."""
    return None if within == "none" else within


def path_argument(given: str) -> Path:
    """Read a path; of an empty one, as an unset variable of the shell gives, Python would make the folder one stands in."""
    if not given:
        raise argparse.ArgumentTypeError("the path is empty")
    return Path(given)


def columns_argument(pair: str) -> tuple[str, str]:
    """Read ``text=body``: our column, then the column of the file."""
    ours, separator, theirs = pair.partition("=")
    if not (ours and separator and theirs):
        raise argparse.ArgumentTypeError(f"{pair!r} is no column map; expected OURS=THEIRS, such as text=body")
    return ours, theirs
