"""`framing voices train`: a voice model from articles that readers marked."""

import argparse
from pathlib import Path

import polars as pl

from framing.cli.output import checked_file
from framing.research import read_polnear
from framing.voice.engines.model import VoiceModel
from framing.voice.engines.storage import saved_at

LEARNED_WITH = ("rules", "spacy", "vectors", "spacy+vectors")
TOLD = "trained on {articles} articles of {outlets} outlets, {words} words outside marks; parser: {parser}; vectors: {vectors}"


def train_voices(options: argparse.Namespace) -> None:
    """Train a voice model on a folder of articles and brat annotations, and save it.

    Raises
    ------
    ValueError
        If there is no folder, no file that may be written to, no such engine, or an option that training has no use for.
    """
    printed = {"--format": options.format != "table", "--indirect": options.indirect != "wide"}
    unused = {"--map": options.map, "--html": options.html, "--explain": options.explain} | printed
    for name in (name for name, given in unused.items() if given):
        raise ValueError(f"{name} is for passages that are printed; `framing voices train` writes a model")
    checked_model(options.out)
    if options.engine not in LEARNED_WITH:
        raise ValueError(f"Unknown --engine {options.engine!r} to train with; expected one of {list(LEARNED_WITH)}")
    marked = read_polnear(Path(options.path))
    contents, sources = (marked.spans.filter(pl.col("role") == role) for role in ("content", "source"))
    model = VoiceModel(parser="spacy" in options.engine, vectors="vectors" in options.engine)
    model.train(marked.corpus, contents, sources)
    path = model.save(options.out)
    print(TOLD.format(**model.card))
    print(f"wrote {path}; use it with: framing voices PATH --engine {path}")


def checked_model(out: Path | None) -> Path:
    """Return `out` if a voice model may be written there; asked before any work is done.

    Raises
    ------
    ValueError
        If `out` is missing, a folder, a file that is no voice model, or stands where nothing can be written.
    """
    if out is None:
        raise ValueError("--out is missing: the file to write the model to")
    checked_file(out)
    if out.exists() and not saved_at(out):
        raise ValueError(f"--out {out} is a file that is no voice model; name another")
    return out
