"""Texts to what a lexicon finds in them, in whose voice, and where they stand. Imported only when a classifier is built."""

import functools
import hashlib
import tomllib
from collections import OrderedDict
from collections.abc import Iterable, Sequence
from typing import Any

import numpy as np
import polars as pl
from numpy.typing import NDArray
from sklearn.base import BaseEstimator, TransformerMixin

from framing import tables
from framing.classifier.readings import Place, Reading
from framing.corpus import Corpus
from framing.lexicon import Lexicon, read_lexicon
from framing.lexicon.labels import label, labels
from framing.lexicon.write import text as written
from framing.matching import LexiconScorer
from framing.voice import Passages, split_voices

Floats = NDArray[np.float64]
Row = NDArray[np.float32]

SHIPPED = ("conflict", "doubt", "migration", "protest")
KEPT = 20_000  # rows remembered (about 40 MB), for training reads a text many times
HEDGED = tuple(f"hits {kind}" for kind in ("negated", "distanced", "hedged", "attributed", "scare"))
COMMITMENTS = (-1, 0, 1)
_seen: OrderedDict[tuple[Any, ...], Row] = OrderedDict()


class VoiceFeatures(TransformerMixin, BaseEstimator):  # type: ignore[misc]  # scikit-learn has no types
    """What lexicons find in each text, whose voice its words and its hits stand in, and its place.

    A `Reading` brings its voices and its place from the article it stands in. The voices of a plain string are read from itself, and its
    place is unknown: it counts as the mean of the training texts, so that nothing is made of it.

    Parameters
    ----------
    lexicons
        Names of shipped lexicons, files, or the text of a lexicon in TOML. They are kept as they are when fitted: a saved
        model goes on with the lexicons it learned with.
    weight
        What the numbers are multiplied by, beside other blocks of features.
    """

    reads_place = True

    def __init__(self, lexicons: Sequence[str] = SHIPPED, weight: float = 1.0):
        self.lexicons, self.weight = lexicons, weight

    def fit(self, texts: Iterable[str], target: Any = None) -> "VoiceFeatures":  # noqa: ARG002  the signature of scikit-learn
        """Keep the lexicons, and the mean place of the texts."""
        self.written_ = [written(lexicon_of(source)) for source in self.lexicons]
        found = self._read(list(texts))
        known = np.isfinite(found)
        self.means_ = np.where(known, found, 0).sum(0) / np.maximum(known.sum(0), 1)
        return self

    def transform(self, texts: Iterable[str]) -> Any:
        """Give each text its row of numbers, between 0 and about 1; shape (texts, columns), in the order of `names`."""
        from scipy import sparse

        found = self._read(list(texts))
        return sparse.csr_array(self.weight * np.where(np.isfinite(found), found, self.means_).astype(np.float32))

    def names(self) -> list[str]:
        """Name the columns: each frame and rival name of the lexicons in own voice and in others', then voices, hits and place."""
        found = [name for scorer in _scorers(tuple(self.written_)) for name in _labels(scorer)]
        named = [f"{name} ({whose})" for whose in ("own", "others") for name in found]
        commitments = [f"commitment {number:+d}" for number in COMMITMENTS]
        return [*named, *HEDGED, *tables.VOICES, *commitments, "speakers", "headline", "sentence", "relative", "first sentence"]

    def _read(self, texts: list[str]) -> Floats:
        digest = hashlib.sha256("\x1f".join(self.written_).encode()).hexdigest()
        keys = [(digest, str(text), *_place(text)) for text in texts]
        held = {key: _seen[key] for key in keys if key in _seen}
        new = {key: text for key, text in zip(keys, texts, strict=True) if key not in held}
        if new:
            held |= {key: row.copy() for key, row in zip(new, _rows(tuple(self.written_), list(new.values())), strict=True)}
        rows = np.array([held[key] for key in keys], dtype=float).reshape(len(keys), len(self.names()))
        _seen.update(held)
        while len(_seen) > KEPT:
            _seen.popitem(last=False)
        return rows


def kept(lexicons: Sequence[Any]) -> tuple[str, ...]:
    """Take lexicons as what a model can be saved with: names of shipped ones, and the text of the others."""
    if isinstance(lexicons, (str, Lexicon)):
        raise TypeError(f"lexicons is {lexicons!r}; expected a list of names, files or lexicons")
    return tuple(source if source in SHIPPED else written(lexicon_of(source)) for source in lexicons)


def lexicon_of(source: Any) -> Lexicon:
    """Read a lexicon from a name, a file, its own text in TOML, or take it as it is."""
    if isinstance(source, Lexicon):
        return source
    return read_lexicon(tomllib.loads(source) if isinstance(source, str) and "\n" in source else source)


@functools.lru_cache(maxsize=16)
def _scorers(texts: tuple[str, ...]) -> tuple[LexiconScorer, ...]:
    return tuple(LexiconScorer(lexicon_of(text)) for text in texts)


def _labels(scorer: LexiconScorer) -> list[str]:
    return [f"{scorer.lexicon.name}/{name}" for name in labels(scorer.frames, scorer.choices)]


def _place(text: str) -> tuple[Any, ...]:
    return (text.pieces, text.place) if isinstance(text, Reading) else ()


def _rows(lexicons: tuple[str, ...], texts: list[str]) -> Row:
    passages = _passages(texts)
    hits = [_hits(scorer, passages, len(texts)) for scorer in _scorers(lexicons)]
    words = np.maximum(_by_text(passages.table, pl.col("tokens"), len(texts)), 1)
    counts = [np.hstack([own for own, _, _ in hits]), np.hstack([others for _, others, _ in hits])] if hits else []
    dense = [np.log1p(each) / np.log1p(words)[:, None] for each in counts]
    held = sum((each for _, _, each in hits), np.zeros((len(texts), len(HEDGED) + 1)))
    shares = held[:, 1:] / np.maximum(held[:, :1], 1)
    place = np.array([_standing(text) for text in texts])
    return np.hstack([*dense, shares, _voices(passages.table, words), place]).astype(np.float32)


def _hits(scorer: LexiconScorer, passages: Passages, n: int) -> tuple[Floats, Floats, Floats]:
    """Hits of each label in own voice and in others', shape (texts, labels); hits in all, and of each kind of `HEDGED`."""
    named = pl.format("{}/{}", pl.lit(scorer.lexicon.name), label())
    found = scorer.hits(passages).with_columns(label=named, row=pl.col("article_id").cast(pl.Int64), own=pl.col("voice") == "own")
    known = _labels(scorer)
    at = found["label"].replace_strict(known, range(len(known)), return_dtype=pl.Int64).to_numpy()
    row, own = found["row"].to_numpy(), found["own"].to_numpy()
    counted = np.zeros((2, n, len(known)))
    np.add.at(counted, (np.where(own, 0, 1), row, at), 1.0)
    voiced = pl.col("voice").is_in(tables.ATTRIBUTED)
    kinds = found.select(pl.lit(1), "negated", "distanced", pl.col("hedge").is_not_null(), voiced.alias("said"), pl.col("voice") == "scare")
    held = np.zeros((n, len(HEDGED) + 1))
    np.add.at(held, row, kinds.cast(pl.Float64).to_numpy().reshape(len(row), len(HEDGED) + 1))
    return counted[0], counted[1], held


def _voices(table: pl.DataFrame, words: Floats) -> Floats:
    """Shares of words by voice and by the commitment of the cue; speakers."""
    n, tokens = len(words), pl.col("tokens")
    told = pl.col("voice").is_in(tables.ATTRIBUTED)
    which = [pl.col("voice") == voice for voice in tables.VOICES] + [told & (pl.col("commitment") == number) for number in COMMITMENTS]
    shares = np.column_stack([_by_text(table, tokens * each, n) for each in which]) / words[:, None]
    speakers = table.select("article_id", "speaker").drop_nulls().unique().group_by("article_id").len()
    count = np.zeros(n)
    count[speakers["article_id"].cast(pl.Int64).to_numpy()] = speakers["len"].to_numpy()
    return np.column_stack([shares, np.log1p(count)])


def _by_text(table: pl.DataFrame, value: pl.Expr, n: int) -> Floats:
    row, number = table["article_id"].cast(pl.Int64).to_numpy(), table.select(value.cast(pl.Float64)).to_series().to_numpy()
    return np.asarray(np.bincount(row, number, minlength=n), dtype=float)


def _standing(text: str) -> tuple[float, ...]:
    """Title, sentence, relative place, first sentence; nan where unknown."""
    headline, sentence, relative = text.place if isinstance(text, Reading) else Place()
    first = np.nan if np.isnan(sentence) else float(sentence == 0 and not headline)
    return headline, float(np.log1p(sentence)) / 4, relative, first


def _passages(texts: list[str]) -> Passages:
    """Every text as an article called by its number, with the voices it brings, or those read from itself."""
    corpus = _corpus(dict(enumerate(texts)))
    plain = {number: text for number, text in enumerate(texts) if not isinstance(text, Reading)}
    read = split_voices(_corpus(plain)).table
    brought = [
        {"article_id": str(number), "outlet": "", "part": "text", "sentence": place} | piece._asdict()
        for number, text in enumerate(texts)
        if isinstance(text, Reading)
        for place, piece in enumerate(text.pieces)
    ]
    schema = tables.schema("passages")
    given = pl.DataFrame(brought, schema={name: dtype for name, dtype in schema.items() if not brought or name in brought[0]})
    return Passages(pl.concat([read, given], how="diagonal"), corpus)


def _corpus(texts: dict[int, str]) -> Corpus:
    empty = tables.empty("articles")
    ids = [str(number) for number in texts]
    rows = pl.DataFrame({"article_id": ids, "outlet": [""] * len(ids), "text": list(map(str, texts.values()))})
    return Corpus(pl.concat([empty, rows.cast({"article_id": pl.String, "outlet": pl.String, "text": pl.String})], how="diagonal"))
