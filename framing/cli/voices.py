"""`framing voices train`: a voice model from articles that readers marked."""

import argparse
from pathlib import Path

import polars as pl

from framing.research import read_polnear
from framing.voice.engines.model import VoiceModel

TOLD = "trained on {articles} articles of {outlets} outlets, {words} words outside marks; parser: {parser}"


def train_voices(options: argparse.Namespace) -> None:
    """Train a voice model on a folder of articles and brat annotations, and save it.

    Raises
    ------
    ValueError
        If there is no folder, nothing to write to, or a file there that is no voice model.
    """
    if options.out is None:
        raise ValueError("--out is missing: the file to write the model to")
    if options.out.is_dir():
        raise ValueError(f"--out is a folder: {options.out}; expected a file to write")
    if options.out.exists():
        VoiceModel.load(options.out)  # a file of anything else is not to be lost
    marked = read_polnear(Path(options.path))
    contents = marked.spans.filter(pl.col("role") == "content")
    model = VoiceModel(parser=options.engine == "spacy").train(marked.corpus, contents)
    path = model.save(options.out)
    print(TOLD.format(**model.card))
    print(f"wrote {path}; use it with: framing voices PATH --engine {path}")
