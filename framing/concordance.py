"""From a number back to its sentences."""

from typing import Any

import polars as pl

from framing import arguments, tables, text
from framing.corpus import Corpus
from framing.scores import Scores

WHOLE = 2_000
"""Characters on either side of a hit that hold any sentence as people write them; a text without stops is copied whole for each hit."""


def concordance(scores: Scores, *, width: int | None = 60, **where: Any) -> pl.DataFrame:
    """Show every hit in its sentence, with who published it and who said it.

    Parameters
    ----------
    scores
        From `score`.
    width
        Characters of the sentence to show on either side of the hit; None: the whole sentence. Line breaks show
        as spaces, so that a row is a line; the text in ``scores.corpus`` stays as published.
    **where
        Which hits: any columns of the hits table and the values to keep, as in ``frame="aggression",
        outlet="Amber Wire", voice=["own", "scare"]``.

    Returns
    -------
    polars.DataFrame
        A `concordance` table, one row a hit, in the order of the articles.

    Raises
    ------
    TypeError
        If `scores` is not `Scores`.
    ValueError
        For an unknown column, a value it cannot take, or a negative `width`.

    Notes
    -----
    The keyword-in-context table of corpus linguistics (Sinclair 1991, *Corpus, Concordance, Collocation*).

    Examples
    --------
    >>> from framing import Corpus, read_lexicon, score, split_voices
    >>> corpus = Corpus.from_records([{"article_id": "a", "outlet": "A", "text": "It was brutal. The invasion went on."}])
    >>> scores = score(split_voices(corpus), read_lexicon("conflict"))
    >>> concordance(scores, name="invasion").select("left", "surface", "right").row(0)
    ('The ', 'invasion', ' went on.')
    """
    return in_sentences(scores, width=width, **where).select(tables.schema("concordance").names())


def in_sentences(scores: Scores, *, width: int | None = 60, **where: Any) -> pl.DataFrame:
    """Hits with all their columns, and `published`, `left` and `right` of the sentence; parameters and errors as in `concordance`."""
    arguments.made(scores, Scores, "concordance()")
    if width is not None:
        arguments.whole("width", width, "a number of characters from 0, or None for the whole sentence", 0)
    found = scores.where(**where).hits
    hits = found.join(_bounds(found, scores.corpus), on=["article_id", "part", "sentence"], how="left", maintain_order="left")
    left = pl.min_horizontal(pl.col("start") - pl.col("from"), pl.lit(width))
    right = pl.min_horizontal(pl.col("to") - pl.col("end"), pl.lit(width))
    shown = hits.with_columns(
        left=_line(pl.col("words").str.slice(pl.col("start") - left, left)),
        right=_line(pl.col("words").str.slice(pl.col("end"), pl.max_horizontal(right, 0))),
    )
    return shown.select(*found.columns, "published", "left", "right")


def _line(words: pl.Expr) -> pl.Expr:
    return words.str.replace_all(r"\s+", " ")


def with_texts(places: pl.DataFrame, corpus: Corpus) -> pl.DataFrame:
    """Add to rows with an article and a part when it was published, and the title or text they stand in as `words`."""
    articles = corpus.articles.unpivot(on=list(tables.PARTS), index=["article_id", "published"], variable_name="part", value_name="words")
    return places.join(articles.cast({"part": places.schema["part"]}), on=["article_id", "part"], how="left", maintain_order="left")


def _bounds(hits: pl.DataFrame, corpus: Corpus) -> pl.DataFrame:
    """Where each sentence of a text with a hit starts and ends, with the text."""
    places = with_texts(hits.select("article_id", "part").unique(maintain_order=True), corpus)
    spans = [[(number, *span) for number, span in enumerate(text.sentences(words))] for words in places["words"]]
    columns = ("sentence", "from", "to")
    lists = [pl.Series(name, [[span[at] for span in each] for each in spans], pl.List(pl.Int32)) for at, name in enumerate(columns)]
    return places.with_columns(lists).explode(columns)
