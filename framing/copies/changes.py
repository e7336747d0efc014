"""What one article changed of another that it prints."""

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import NamedTuple

import polars as pl

from framing import arguments, tables
from framing.copies.near import near_copies
from framing.corpus import Corpus
from framing.lexicon.labels import label
from framing.scores import Scores

TOKEN = re.compile(r"\w+(?:['\u2019-]\w+)*|[\"'\u2018-\u201f\u00ab\u00bb]")
MARK = re.compile(r"[\"'\u2018-\u201f\u00ab\u00bb]")
CONTEXT = 60
"""Characters on either side of a change that are shown."""
APART = 1
"""Words and marks that may stand unchanged between two changes that are told as one."""


class Change(NamedTuple):
    """A stretch of a text and what another has in its place."""

    start: int
    end: int
    earlier_start: int
    earlier_end: int


def rewordings(source: Corpus | Scores, pairs: pl.DataFrame | None = None) -> pl.DataFrame:
    """List what near copies changed: one report in the words of two desks, stretch by stretch.

    Where outlets print one report, what they changed is their own choice of words with everything else held the same. Texts are aligned
    by words and quotation marks; capitals, the shape of marks, spaces and other punctuation make no change.

    Parameters
    ----------
    source
        A corpus; or scores, which tell beside each change the terms that stand in it.
    pairs
        From `near_copies`, perhaps fewer; by default all near copies of the corpus.

    Returns
    -------
    polars.DataFrame
        A `rewordings` table, one row a change, in the order of the pairs and of the text: `surface` is what the article prints,
        `earlier_surface` what the earlier one has there; either may be empty. Of scores also `labels` and `earlier_labels`: frames and
        names of the hits in either stretch, in any voice. Time is that of difflib: at worst quadratic in the words of a pair.

    Raises
    ------
    TypeError
        If `source` is neither a corpus nor scores.
    ValueError
        If `pairs` lacks a column or names an article that is not there.

    Examples
    --------
    >>> words = "The bloc sent troops to the harbour of Zell on Friday after a fire in the old customs house, and Berg called it “late”."
    >>> texts = [words, words.replace("bloc", "alliance").replace("“late”", "late")]
    >>> corpus = Corpus.from_records([{"article_id": n, "outlet": "Gull", "text": text} for n, text in enumerate(texts)])
    >>> pairs = pl.DataFrame({"article_id": ["1"], "earlier_id": ["0"]})
    >>> rewordings(corpus, pairs).select("earlier_surface", "surface").rows()
    [('bloc', 'alliance'), ('“late”', 'late')]

    References
    ----------
    Ratcliff, J. W., and Metzener, D. E. (1988). Pattern matching: the gestalt approach. *Dr. Dobb's Journal*, 13(7), 46-51; the alignment
    of Python's difflib.
    """
    arguments.made(source, (Corpus, Scores), "rewordings()")
    corpus = source.corpus if isinstance(source, Scores) else source
    pairs = near_copies(corpus) if pairs is None else pairs
    rows = [row for pair in _checked(pairs, corpus) for row in _rows(corpus, *pair)]
    found = pl.DataFrame(rows, tables.schema("rewordings"), orient="row")
    return _labelled(found, source.hits) if isinstance(source, Scores) else found


def _checked(pairs: pl.DataFrame, corpus: Corpus) -> list[tuple[int, int]]:
    """Rows of the articles of each pair."""
    for column in ("article_id", "earlier_id"):
        arguments.known(column, pairs.columns, "column of pairs")
    places = {article: row for row, article in enumerate(corpus.articles["article_id"])}
    for article in (*pairs["article_id"], *pairs["earlier_id"]):
        arguments.known(article, places, "article_id of a pair")
    return [(places[one], places[other]) for one, other in pairs.select("article_id", "earlier_id").iter_rows()]


def _rows(corpus: Corpus, row: int, earlier: int) -> Iterator[tuple[object, ...]]:
    kept = corpus.articles.select("article_id", "outlet", "event", "text")
    (article, outlet, event, text), (earlier_id, earlier_outlet, _, earlier_text) = kept.row(row), kept.row(earlier)
    for start, end, earlier_start, earlier_end in changes(text, earlier_text):
        around = (_before(text, start), _behind(text, end))
        own, other = (start, end, text[start:end]), (earlier_start, earlier_end, earlier_text[earlier_start:earlier_end])
        yield (article, outlet, earlier_id, earlier_outlet, event, *own, *other, *around)


def changes(text: str, earlier: str) -> list[Change]:
    """Every stretch of `text` whose words or marks are not those of `earlier`."""
    tokens, others = ([*TOKEN.finditer(each)] for each in (text, earlier))
    keys, other_keys = ([_key(token) for token in each] for each in (tokens, others))
    blocks = SequenceMatcher(None, other_keys, keys).get_matching_blocks()
    found: list[tuple[int, int, int, int]] = []
    first, other_first = 0, 0
    for other_at, at, size in blocks:
        if at > first or other_at > other_first:
            if found and first - found[-1][1] <= APART:
                first, other_first = found[-1][0], found.pop()[2]
            found.append((first, at, other_first, other_at))
        first, other_first = at + size, other_at + size
    return [Change(*_span(tokens, first, last), *_span(others, other, other_last)) for first, last, other, other_last in found]


def _key(token: re.Match[str]) -> str:
    printed = token.group()
    return '"' if MARK.fullmatch(printed) else printed.casefold().replace("\u2019", "'")


def _span(tokens: list[re.Match[str]], first: int, last: int) -> tuple[int, int]:
    """Where some tokens stand; for none, the place behind the token before."""
    if first < last:
        return tokens[first].start(), tokens[last - 1].end()
    place = tokens[first - 1].end() if first else 0
    return place, place


def _before(text: str, start: int) -> str:
    """Whole words before a place, in one line."""
    shown = text[max(0, start - CONTEXT) : start]
    return re.sub(r"\s+", " ", shown if start <= CONTEXT else re.sub(r"^\S*", "", shown))


def _behind(text: str, end: int) -> str:
    """Whole words behind a place, in one line."""
    shown = text[end : end + CONTEXT]
    return re.sub(r"\s+", " ", shown if end + CONTEXT >= len(text) else shown.rpartition(" ")[0])


def _labelled(found: pl.DataFrame, hits: pl.DataFrame) -> pl.DataFrame:
    """Add the frames and names of the hits in either stretch, each once."""
    texts = hits.filter(part="text").select("article_id", pl.col("start", "end").cast(pl.Int64), label=label())
    numbered = found.with_row_index("change")
    for prefix, article in (("", "article_id"), ("earlier_", "earlier_id")):
        inside = numbered.join(texts, left_on=article, right_on="article_id", suffix="_hit").filter(
            pl.col(f"{prefix}start") < pl.col("end_hit"), pl.col(f"{prefix}end") > pl.col("start_hit")
        )
        told = inside.group_by("change").agg(pl.col("label").unique().sort().str.join("; ").alias(f"{prefix}labels"))
        numbered = numbered.join(told, on="change", how="left", maintain_order="left")
    return numbered.drop("change").with_columns(pl.col("labels", "earlier_labels").fill_null(""))
