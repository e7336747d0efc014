"""Negation, distance and hedge around a term; its target."""

import re

import polars as pl

from framing.voice.passages import Passages

NEGATION = re.compile(
    r"\b(?:not|no|never|without|deny|denied|denies|denying|n['’]t)\b(?! only)[^.;:,]{0,40}$|n['’]t\b[^.;:,]{0,40}$", re.IGNORECASE
)
DISTANCE = re.compile(r"\b(?:so-called|self-styled|alleged|supposed|purported)\b[^.;:,]{0,30}$", re.IGNORECASE)


def read_stance(hits: pl.DataFrame, passages: Passages) -> pl.DataFrame:
    """Fill the columns negated, distanced, hedge and target of a hits table from the words around each hit."""
    texts = {row[0]: row[1:] for row in passages.corpus.articles.select("article_id", "title", "text").iter_rows()}
    negated, distanced = [], []
    for article, part, voice, start in hits.select("article_id", "part", "voice", "start").iter_rows():
        title, text = texts[article]
        before = ((title if part == "title" else text) or "")[max(0, start - 80) : start]
        negated.append(NEGATION.search(before) is not None)
        distanced.append(voice == "scare" or DISTANCE.search(before) is not None)
    return hits.with_columns(pl.Series("negated", negated, pl.Boolean), pl.Series("distanced", distanced, pl.Boolean))
