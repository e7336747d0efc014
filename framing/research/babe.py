"""BABE: sentences that experts labelled biased or not."""

import ast
from pathlib import Path

import polars as pl

from framing import arguments
from framing.research.sources import as_published, folder_of, require

FILE = "final_labels_SG2.csv"
_COLUMNS = ("text", "news_link", "outlet", "topic", "label_bias", "biased_words")
LABELS = ("Biased", "Non-biased")
NOT_AGREED = "No agreement"


def read_babe(folder: str | Path) -> pl.DataFrame:
    """Read the labelled sentences of BABE from the folder that holds `final_labels_SG2.csv`.

    Returns
    -------
    table
        One row a sentence, as published and in the order of the file: `text`, `label` (``Biased``, ``Non-biased``;
        sentences on which the experts did not agree are left out), `outlet`, `topic`, `url`, `words` (those marked
        as biased).

    Raises
    ------
    FileNotFoundError
        If the file is not in the folder; the message says where it is published.
    ValueError
        If the file has other columns or labels, or cannot be read.
    """
    path = require(folder_of(folder) / FILE, "babe")
    with as_published(path):
        raw = pl.read_csv(path, separator=";", infer_schema=False)
    lacking = [column for column in _COLUMNS if column not in raw.columns]
    if lacking:
        raise ValueError(f"{path} lacks the columns {lacking}; it has {raw.columns}")
    with as_published(path):
        words = pl.Series("words", [_words(written) for written in raw["biased_words"]], dtype=pl.List(pl.String))
    if unknown := set(raw["label_bias"]) - {*LABELS, NOT_AGREED}:
        raise ValueError(f"{path}: label_bias is {unknown.pop()!r}; expected one of {[*LABELS, NOT_AGREED]}")
    table = raw.select("text", pl.col("label_bias").alias("label"), "outlet", "topic", pl.col("news_link").alias("url"), words)
    return table.filter(pl.col("label").is_in(LABELS))


def _words(written: str | None) -> list[str]:
    """Read a list as Python prints it: ``['grim', 'dire']``."""
    words = ast.literal_eval(written) if written else []
    if not isinstance(words, list) or not all(isinstance(word, str) for word in words):
        raise ValueError(f"biased_words is {arguments.shown(written)}; expected a list of words as Python prints it")
    return words
