"""Articles that print much of one another: syndicated reports, press releases, updates."""

import re

import polars as pl

from framing import arguments
from framing.corpus import Corpus

RUN = 8
"""Words of a run: longer than the phrases that reporters of one event share by chance."""
ONE_IN = 4
"""Runs are looked up where the hash of their first word is divisible by this: one in so many."""
LIKELY = 0.6
"""Part of the share asked for from which a pair that agrees in the runs looked up is compared whole."""
BEFORE = 4
"""How many articles next before one, with the same run, are compared with it."""
BATCH = 2000
WORD = r"\w+"
_WORDS = re.compile(WORD)


def near_copies(corpus: Corpus, *, share: float = 0.4) -> pl.DataFrame:
    """Find articles that print much of one another: wire reports, press releases, later versions.

    Their words were chosen once, not twice. Intervals here draw whole articles as if each was written by itself, so many near copies
    in one outlet make its intervals too narrow, and one report in two outlets makes them more alike than their own writing is. Look
    through the pairs and keep one of each, or set the outlets' own reports apart.

    Parameters
    ----------
    corpus
        From `read_corpus`.
    share
        Containment from which a pair is a near copy: the runs of eight words that both texts have, as a share of those in the text
        that has fewer; above 0, at most 1. In the news we looked at, pairs up to .35 shared long quotations, pairs from .4 a text.

    Returns
    -------
    polars.DataFrame
        A `near_copies` table: one row an article of which an earlier one of the corpus has so much, with the one that shares most
        (`share` is 1 for exact copies), in the order of the corpus. Only texts are compared, no titles. Pairs are looked for among one
        run in four, so that a pair just above `share`, or of texts of less than some fifty words, may be missed; the share of those
        found is exact. Time is linear in the words of the corpus and in the pairs found.

    Raises
    ------
    TypeError
        If `corpus` is not a corpus, or `share` no number.
    ValueError
        If `share` is not above 0 and at most 1.

    Examples
    --------
    >>> import polars as pl
    >>> words = "the harbour of Zell was closed for nine days after a fire in the old customs house on the northern pier "
    >>> texts = [words * 2, words + "and the port of Sund was not", "Rain fell."]
    >>> corpus = Corpus.from_records([{"article_id": n, "outlet": "Gull", "text": text} for n, text in enumerate(texts)])
    >>> near_copies(corpus).select("article_id", "earlier_id", "share").with_columns(pl.col("share").round(2)).rows()
    [('1', '0', 0.67)]

    References
    ----------
    Broder, A. Z. (1997). On the resemblance and containment of documents. *Proceedings of Compression and Complexity of Sequences*, 21-29.
    """
    arguments.made(corpus, Corpus, "near_copies()")
    arguments.number("share", share, "a number above 0 and at most 1, such as 0.4", 0, 1, "(]")
    articles = corpus.articles
    starts = range(0, max(articles.height, 1), BATCH)
    runs = pl.concat([_some_runs(articles["text"].slice(start, BATCH), start) for start in starts])
    pairs = _likely(runs, share * LIKELY)
    found = pairs.with_columns(share=pl.Series([_share(articles["text"], *pair) for pair in pairs.iter_rows()], dtype=pl.Float64))
    best = (
        found.filter(pl.col("share") >= share)
        .sort("row", "share", "earlier", descending=[False, True, False])
        .unique("row", keep="first", maintain_order=True)
    )
    later, earlier = articles[best["row"]], articles[best["earlier"]]
    return later.select("article_id", "outlet", earlier_id=earlier["article_id"], earlier_outlet=earlier["outlet"], share=best["share"])


def _some_runs(texts: pl.Series, first: int) -> pl.DataFrame:
    """One in four of the runs of words of each text, as hashes, each once; the first of the texts has the number `first`."""
    words = pl.DataFrame({"row": range(first, first + len(texts)), "word": texts.str.to_lowercase().str.extract_all(WORD)})
    hashed = words.explode("word", empty_as_null=False).with_columns(pl.col("word").hash())
    run = hashed.with_columns(pl.col("word").shift(-place).alias(str(place)) for place in range(1, RUN))
    whole = (pl.col("row") == pl.col("row").shift(1 - RUN)) & (pl.col("word") % ONE_IN == 0)
    return run.filter(whole).select(pl.col("row").cast(pl.Int64), run=pl.struct(pl.exclude("row")).hash()).unique(maintain_order=True)


def _likely(runs: pl.DataFrame, share: float) -> pl.DataFrame:
    """Pairs of articles, `row` and `earlier`, that may have so much in common.

    Each run is held against the first article with it and the next before: all of them would be too many where every article ends alike.
    """
    sizes = runs.group_by("row").len("size")
    of_run = runs.filter(pl.col("run").is_duplicated()).sort("row", maintain_order=True)
    others = [of_run.with_columns(earlier=pl.col("row").shift(steps).over("run")) for steps in range(1, BEFORE + 1)]
    first = of_run.with_columns(earlier=pl.col("row").min().over("run")).filter(pl.col("row") != pl.col("earlier"))
    both = pl.concat([*others, first]).drop_nulls("earlier").unique()
    pairs = both.group_by("row", "earlier").len("common")
    smaller = pl.min_horizontal("size", "size_earlier")
    sized = pairs.join(sizes, on="row").join(sizes.rename({"row": "earlier", "size": "size_earlier"}), on="earlier")
    return sized.filter(pl.col("common") >= share * smaller).select("row", "earlier").sort("row", "earlier")


def _share(texts: pl.Series, one: int, other: int) -> float:
    """What two texts have in common of the runs of the one that has fewer."""
    first, second = (_runs(texts[number]) for number in (one, other))
    return len(first & second) / min(len(first), len(second))


def _runs(text: str) -> set[tuple[str, ...]]:
    words = _WORDS.findall(text.lower())
    return set(zip(*(words[start:] for start in range(RUN)), strict=False))
