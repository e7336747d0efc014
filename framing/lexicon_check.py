"""What is wrong with a lexicon, as its own examples and a corpus tell.

What the lexicon alone tells is checked in `framing.lexicon`; here entries are looked for in text, so this room stands
below the matcher.
"""

import math
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import polars as pl

from framing import text
from framing.corpus import Corpus
from framing.lexicon import Entry, Lexicon, check_lexicon, expand
from framing.lexicon.check import MEANING as STATIC
from framing.lexicon.check import finding, findings
from framing.matching import LexiconScorer
from framing.voice import Passages, split_voices

MEANING = {
    **STATIC,
    "example fails": "an entry that is not found in its own example",
    "counterexample fails": "an entry that is found in its own counterexample",
    "dead": "an entry that the corpus never has",
    "dominant": "an entry with over half of the hits of its frame: the frame is that word; count is its share",
    "one outlet": "an entry that a single outlet uses, at least five times: style, or a name; count is its hits",
    "ambiguous": "an entry that stands alone in its sentence far more often than others: perhaps another sense; count is z",
    "coverage": "how much of the corpus a frame reaches; count is its share of articles",
    "candidate": "a word near existing entries that is in none: same stem, or same sentences; count is its occurrences",
}
LEAST = 5
MOST = 10
PLACE = ["frame", "choice", "name", "term"]
SENTENCE = ["article_id", "part", "sentence"]


def check(lexicon: Lexicon, passages: Passages | None = None) -> pl.DataFrame:
    """Check a lexicon by itself, by its examples and, where passages are given, by a corpus.

    Parameters
    ----------
    lexicon
        From `read_lexicon`.
    passages
        From `split_voices`.

    Returns
    -------
    polars.DataFrame
        The findings of `framing.lexicon.check_lexicon`, `check_examples` and `check_in_corpus`, in this order.
    """
    tables = [check_lexicon(lexicon), check_examples(lexicon)]
    return pl.concat(tables if passages is None else [*tables, check_in_corpus(lexicon, passages)])


def check_examples(lexicon: Lexicon) -> pl.DataFrame:
    """Find the entries that are not found in their example, or are found in their counterexample.

    Returns
    -------
    polars.DataFrame
        As `framing.lexicon.check_lexicon`: `finding` is ``example fails`` or ``counterexample fails``, `evidence` the
        sentence.

    Examples
    --------
    >>> from framing.lexicon import read_lexicon
    >>> lexicon = read_lexicon({"fear": [{"term": "threat", "example": "They spoke of threats."}]})
    >>> check_examples(lexicon).select("finding", "term", "evidence").row(0)
    ('example fails', 'threat', ['They spoke of threats.'])
    """
    kinds = (("example", "example fails"), ("counterexample", "counterexample fails"))
    tried = [(entry, getattr(entry, key), kind) for key, kind in kinds for entry in lexicon.entries if getattr(entry, key)]
    found = _found(lexicon, [sentence for _, sentence, _ in tried])
    wrong = [
        finding(kind, entry, "is not found" if kind == "example fails" else "is found", evidence=[sentence])
        for (entry, sentence, kind), places in zip(tried, found, strict=True)
        if (_key(entry) in places) == (kind == "counterexample fails")
    ]
    return findings(wrong)


def _found(lexicon: Lexicon, sentences: list[str]) -> list[set[tuple[Any, ...]]]:
    """The entries found in each sentence."""
    records = [{"article_id": str(number), "outlet": "example", "text": sentence} for number, sentence in enumerate(sentences)]
    found: list[set[tuple[Any, ...]]] = [set() for _ in sentences]
    if records:
        hits = LexiconScorer(lexicon).hits(split_voices(Corpus.from_records(records)))
        for article, *place in hits.select("article_id", *PLACE).iter_rows():
            found[int(article)].add(tuple(place))
    return found


def _key(entry: Entry) -> tuple[Any, ...]:
    return entry.frame, entry.choice, entry.name, entry.term


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
    """
    if not len(passages):
        return findings([])
    study = _Study(lexicon, passages)
    parts = (_dead, _dominant, _one_outlet, _ambiguous, _coverage, _same_stem, _same_sentences)
    return findings([row for part in parts for row in part(study)])


@dataclass(frozen=True)
class _Study:
    """A lexicon, a corpus, and what they share."""

    lexicon: Lexicon
    passages: Passages

    @cached_property
    def hits(self) -> pl.DataFrame:
        """Every hit, with whether it is alone in its sentence."""
        hits = LexiconScorer(self.lexicon).hits(self.passages)
        return hits.with_columns((pl.struct("start", "end").n_unique().over(SENTENCE) == 1).alias("alone"))

    @cached_property
    def by_entry(self) -> pl.DataFrame:
        """Hits, outlets and hits alone by entry, most hits first."""
        counts = [pl.len().alias("n"), pl.col("outlet").unique().alias("outlets"), pl.col("alone").sum().alias("alone")]
        return self.hits.group_by(PLACE).agg(counts).sort(["n", *PLACE], descending=[True, *[False] * len(PLACE)])

    @cached_property
    def sentences(self) -> pl.DataFrame:
        """Every sentence as published, with the frames hit in it."""
        bounds = self.passages.table.group_by(SENTENCE, maintain_order=True).agg(pl.col("start").min(), pl.col("end").max())
        articles = self.passages.corpus.articles.select("article_id", "title", "text")
        part = pl.when(pl.col("part") == "title").then("title").otherwise("text")
        cut = part.str.slice(pl.col("start"), pl.col("end") - pl.col("start")).str.strip_chars().alias("words")
        frames = self.hits.group_by(SENTENCE).agg(pl.col("frame").drop_nulls().unique().alias("frames"))
        held = bounds.join(articles, on="article_id", maintain_order="left").select(*SENTENCE, cut)
        return held.join(frames, on=SENTENCE, how="left", maintain_order="left").with_columns(pl.col("frames").fill_null([]))

    def evidence(self, hits: pl.DataFrame) -> list[str]:
        """Up to three sentences of the hits, from the first to the last."""
        held = hits.select(SENTENCE).unique(maintain_order=True).join(self.sentences, on=SENTENCE, maintain_order="left")["words"].to_list()
        return held if len(held) <= 3 else [held[0], held[len(held) // 2], held[-1]]

    @cached_property
    def counts(self) -> dict[str | None, Counter[str]]:
        """Words printed in lower case, for names are no entries, in the sentences of each frame; under None, in all."""
        counts: dict[str | None, Counter[str]] = {None: Counter(), **{frame: Counter() for frame in self.lexicon.frames}}
        for sentence, frames in self.sentences.select("words", "frames").iter_rows():
            words = [word for start, end in text.tokens(sentence) if (word := sentence[start:end]).islower()]
            for frame in (None, *frames):
                counts[frame].update(words)
        return counts

    @cached_property
    def known(self) -> set[str]:
        """Words that stand in a hit or in an entry."""
        written = (phrase for entry in self.lexicon.entries for phrase in expand(entry.term))
        return set(_words(written)) | set(_words(self.hits["surface"].unique().to_list()))


def _words(texts: Iterable[str]) -> Iterator[str]:
    return (held[start:end].casefold() for held in texts for start, end in text.tokens(held))


def _row(kind: str, place: dict[str, Any], detail: str, count: float, evidence: Iterable[str] = ()) -> dict[str, Any]:
    return {"finding": kind, **{key: place.get(key) for key in PLACE}, "detail": detail, "count": float(count), "evidence": list(evidence)}


def _dead(study: _Study) -> Iterator[dict[str, Any]]:
    found = set(study.by_entry.select(PLACE).rows())
    return (finding("dead", entry, "no hit in the corpus", count=0.0) for entry in study.lexicon.entries if _key(entry) not in found)


def _dominant(study: _Study) -> Iterator[dict[str, Any]]:
    of_frame = study.by_entry.filter(pl.col("frame").is_not_null()).with_columns(pl.col("n").sum().over("frame").alias("all"))
    entries = Counter(entry.frame for entry in study.lexicon.entries)
    for row in of_frame.filter(pl.col("n") * 2 > pl.col("all")).iter_rows(named=True):
        if entries[row["frame"]] > 1 and row["all"] >= LEAST:
            yield _row("dominant", row, f"{row['n']} of {row['all']} hits of {row['frame']}", row["n"] / row["all"])


def _one_outlet(study: _Study) -> Iterator[dict[str, Any]]:
    if len(study.passages.corpus.outlets) < 2:
        return
    alone = study.by_entry.filter((pl.col("n") >= LEAST) & (pl.col("outlets").list.len() == 1))
    for row in alone.iter_rows(named=True):
        yield _row("one outlet", row, f"all {row['n']} hits in {row['outlets'][0]}", row["n"])


def _ambiguous(study: _Study) -> Iterator[dict[str, Any]]:
    """Entries whose hits have no other hit in their sentence, against the share of such hits in the whole lexicon.

    A word in the sense that is meant tends to stand among others of the lexicon; in another sense it stands alone.
    """
    total, alone = study.hits.height, int(study.hits["alone"].sum())
    if not 0 < alone < total:
        return
    share = alone / total
    scored = study.by_entry.filter(pl.col("n") >= LEAST).with_columns(
        ((pl.col("alone") - pl.col("n") * share) / (pl.col("n") * share * (1 - share)).sqrt()).alias("z")
    )
    for row in scored.filter(pl.col("z") > 2).sort("z", descending=True).head(MOST).iter_rows(named=True):
        held = study.hits.filter(pl.col("alone") & pl.all_horizontal(pl.col(key).eq_missing(pl.lit(row[key])) for key in PLACE))
        detail = f"{row['alone']} of {row['n']} hits stand alone in their sentence; {share:.0%} of all hits do"
        yield _row("ambiguous", row, detail, row["z"], study.evidence(held))


def _coverage(study: _Study) -> Iterator[dict[str, Any]]:
    articles = study.passages.table["article_id"].n_unique()
    tokens = int(study.passages.table["tokens"].sum())
    for frame in study.lexicon.frames:
        hits = study.hits.filter(pl.col("frame") == frame)
        reached = hits["article_id"].n_unique()
        entries = sum(entry.frame == frame for entry in study.lexicon.entries)
        rate = f"{1000 * hits.height / tokens:.2f}" if tokens else "nan"
        detail = f"in {reached} of {articles} articles, {rate} per 1,000 words, {hits['term'].n_unique()} of {entries} entries found"
        yield _row("coverage", {"frame": frame}, detail, reached / articles)


def _same_stem(study: _Study) -> Iterator[dict[str, Any]]:
    """Words of the corpus with the stem of an entry of one word, in no entry and no hit."""
    from nltk.stem.snowball import EnglishStemmer

    if not study.lexicon.language.startswith("en"):
        return
    stem = EnglishStemmer().stem
    stems: dict[str, Entry] = {}
    for entry in study.lexicon.entries:
        for phrase in expand(entry.term):
            if phrase.isalpha() and entry.frame:
                stems.setdefault(stem(phrase.casefold()), entry)
    for word, count in study.counts[None].most_common():
        near = stems.get(stem(word)) if count >= LEAST and word not in study.known else None
        if near:
            place = {"frame": near.frame, "term": word}
            yield _row("candidate", place, f"has the stem of {near.term!r}", count, _examples(study, word))


def _same_sentences(study: _Study) -> Iterator[dict[str, Any]]:
    """Words that the sentences of a frame have at least four times as often as others do."""
    every = study.counts[None]
    for frame in study.lexicon.frames:
        here = study.counts[frame]
        size, rest = here.total(), every.total() - here.total()
        scored = [
            (here[word] * math.log2(ratio), word, ratio)
            for word in here
            if here[word] >= LEAST and len(word) > 3 and word.isalpha() and word not in study.known
            if (ratio := (here[word] / size) / ((every[word] - here[word] + 0.5) / (rest + 0.5))) >= 4
        ]
        for _, word, ratio in sorted(scored, reverse=True)[:MOST]:
            detail = f"{ratio:.0f} times as frequent in sentences of {frame} as elsewhere"
            yield _row("candidate", {"frame": frame, "term": word}, detail, here[word], _examples(study, word, frame))


def _examples(study: _Study, word: str, frame: str | None = None) -> list[str]:
    """Up to two sentences with a word."""
    held = study.sentences if frame is None else study.sentences.filter(pl.col("frames").list.contains(frame))
    return held.filter(pl.col("words").str.to_lowercase().str.contains(word, literal=True)).head(2)["words"].to_list()
