"""VoiceModel: voices learned from articles in which readers marked what is attributed."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import polars as pl

from framing.corpus import Corpus
from framing.voice.drafts import draft
from framing.voice.engines import storage
from framing.voice.engines.batches import batches, parse_of, signs
from framing.voice.engines.near import Near
from framing.voice.engines.parse import Parse
from framing.voice.engines.rates import Rates, left_out
from framing.voice.engines.signs import Signs
from framing.voice.engines.words import Array, Words, words_of

FOLDS = 5
COLUMNS = ("article_id", "start", "end")
REACH = (-6, -4, -3, -2, -1, 1, 2, 3, 4, 6)
"""Words on either side whose first verdicts the second look reads."""
CUT = 0.45
"""Probability from which a word is attributed: what maximised F1 in cross-validation on the train part of PolNeAR."""
ROUNDS = 120


class VoiceModel:
    """Voices of words outside quotation marks, learned from labelled articles, on top of the rules.

    The rules read every article first. What they decided, the words around, and, with a parser, the clause and what
    governs it, become signs of every word; gradient-boosted trees learn from them who is committed to it. A second
    look reads the first verdicts on the words around. Words in marks keep the voice the rules gave them.

    Use it where articles like yours have been marked by readers. It learns what *those* readers called attributed.

    Parameters
    ----------
    parser
        Whether spaCy parses the articles (extra ``nlp``): better, and slower.

    Attributes
    ----------
    card
        What it was trained on.
    """

    cut = CUT

    def __init__(self, *, parser: bool = False) -> None:
        self.parser = parser
        self.card: dict[str, Any] = {}
        self._rates: Rates | None = None
        self._looks: list[Any] = []

    def __repr__(self) -> str:
        trained = f"trained on {self.card['articles']} articles" if self._looks else "not trained"
        return f"VoiceModel(parser={self.parser}, {trained})"

    def train(self, corpus: Corpus, contents: Any) -> "VoiceModel":
        """Learn from articles and the stretches of their texts that readers called attributed.

        Parameters
        ----------
        corpus
            The articles.
        contents
            A Polars or pandas data frame with a row a stretch: `article_id`, `start` and `end`, code points into the text.
            Articles without a row count as having none.

        Returns
        -------
        VoiceModel
            Itself, trained.

        Raises
        ------
        ValueError
            If a column is missing, an article is unknown, or nothing or everything is attributed.
        """
        marked = _marked(contents, corpus)
        learned, target, weight, fold, places = self._examples(corpus, marked)
        if not 0 < (target * weight).sum() < weight.sum():
            raise ValueError("Nothing to learn: the contents cover none, or all, of the words outside quotation marks")
        self._rates = Rates.learned(learned.codes, target, weight)
        matrix = _matrix(learned.numbers, left_out(learned.codes, target, weight, fold))
        first, verdicts = _cross_fitted(matrix, target, weight, fold)
        second = _boosted(np.hstack([matrix, _second_look(verdicts, places)]), target, weight)
        self._looks = [first, second]
        self.card = {"articles": len(corpus), "outlets": len(corpus.outlets), "words": int(weight.sum()), "parser": self.parser}
        return self

    def _examples(self, corpus: Corpus, marked: dict[str, Array]) -> tuple[Signs, Array, Array, Array, "_Places"]:
        """Signs, verdict of the readers, weight, fold and place of every open word of the corpus."""
        found: list[tuple[Signs, Array, Array, Array, Array, Array]] = []
        done = 0
        for batch in batches(map(draft, _articles(corpus))):
            words = words_of(batch)
            kept = np.flatnonzero(words.open())
            said = np.concatenate([_inside(words, number, marked.get(each.key[0])) for number, each in enumerate(batch)])
            text = words.text[kept] + done
            parse = parse_of(batch) if self.parser else None
            found.append((signs(words, parse).rows(kept), said[kept], words.count[kept], text, words.unit[kept], kept))
            done += len(batch)
        joined = Signs(*({name: np.concatenate([each[0][part][name] for each in found]) for name in found[0][0][part]} for part in (0, 1)))
        target, weight, text = (np.concatenate([each[place] for each in found]) for place in (1, 2, 3))
        return joined, target.astype(int), weight.astype(float), text % FOLDS, _Places.joined([(each[3], each[4]) for each in found])

    def probabilities(self, words: Words, parse: Parse | None) -> Array:
        """Probability that each word is attributed; nan where an engine decides nothing."""
        if self._rates is None:
            raise ValueError("The voice model is not trained; call train(corpus, contents) or load a saved one")
        kept = np.flatnonzero(words.open())
        found = np.full(len(words), np.nan)
        if len(kept) == 0:
            return found
        read = signs(words, parse).rows(kept)
        matrix = _matrix(read.numbers, self._rates.of(read.codes))
        first, second = self._looks
        verdicts = first.predict_proba(matrix)[:, 1]
        places = _Places(words.text[kept], np.unique(words.unit[kept], return_inverse=True)[1])
        found[kept] = second.predict_proba(np.hstack([matrix, _second_look(verdicts, places)]))[:, 1]
        return found

    def save(self, path: str | Path) -> Path:
        """Write the trained model to `path`, without pickle."""
        if self._rates is None:
            raise ValueError("The voice model is not trained; call train(corpus, contents) or load a saved one")
        state = {"parser": self.parser, "card": self.card, "otherwise": self._rates.otherwise, "looks": self._looks}
        return storage.write(Path(path), {**state, "rates": {name: list(table) for name, table in self._rates.tables.items()}})

    @classmethod
    def load(cls, path: str | Path) -> "VoiceModel":
        """Read a model that `save` wrote. Reading runs no code from the file.

        Raises
        ------
        FileNotFoundError
            If there is no such file.
        ValueError
            If the file is no saved voice model, or holds a type that is not trusted.
        """
        state = storage.read(Path(path))
        found = cls(parser=state["parser"])
        tables = {name: (np.asarray(table[0]), np.asarray(table[1])) for name, table in state["rates"].items()}
        found._rates, found._looks, found.card = Rates(tables, state["otherwise"]), state["looks"], state["card"]
        return found


class _Places:
    """Text and sentence of each word, numbered from 0 without a gap."""

    def __init__(self, text: Array, unit: Array) -> None:
        self.text, self.unit = text, unit

    @classmethod
    def joined(cls, each: Sequence[tuple[Array, Array]]) -> "_Places":
        """Number the sentences of all batches through."""
        text = np.concatenate([pair[0] for pair in each])
        units, first = [], 0
        for _, unit in each:
            dense = np.unique(unit, return_inverse=True)[1] + first
            units.append(dense)
            first = int(dense.max(initial=first - 1)) + 1
        return cls(text, np.concatenate(units))


def _second_look(verdicts: Array, places: _Places) -> Array:
    """First verdicts around every word, and their means over its sentence and those beside."""
    near = Near(places.unit)
    around = [near.shifted(verdicts, -by, -1) for by in REACH]
    size = int(places.unit[-1]) + 1 if len(places.unit) else 0
    total = np.bincount(places.unit, verdicts, size) / np.maximum(1, np.bincount(places.unit, minlength=size))
    most = np.zeros(size)
    np.maximum.at(most, places.unit, verdicts)
    text = np.zeros(size, int)
    text[places.unit] = places.text
    beside = Near(text)
    means = [beside.shifted(total, by, -1)[places.unit] for by in (-2, -1, 0, 1, 2)]
    return np.column_stack([verdicts, *around, *means, most[places.unit]]).astype(np.float32)


def _articles(corpus: Corpus) -> Iterator[tuple[Any, ...]]:
    return corpus.articles.select("article_id", "outlet", "event", "title", "text").iter_rows()


def _marked(contents: Any, corpus: Corpus) -> dict[str, Array]:
    """Stretches of every article, as rows of start and end."""
    frame = (
        contents
        if isinstance(contents, pl.DataFrame)
        else pl.DataFrame({name: list(contents[name]) for name in COLUMNS if name in contents})
    )
    for name in COLUMNS:
        if name not in frame.columns:
            raise ValueError(f"contents lacks the column {name!r}; it has {frame.columns}, expected {list(COLUMNS)}")
    unknown = sorted(set(frame["article_id"].to_list()) - set(corpus.articles["article_id"].to_list()))
    if unknown:
        raise ValueError(f"contents names articles that are not in the corpus: {unknown[:5]}")
    grouped = frame.select(COLUMNS).group_by("article_id")
    return {str(key[0]): rows.select("start", "end").to_numpy() for key, rows in grouped}


def _inside(words: Words, number: int, stretches: Array | None) -> Array:
    """Whether each word of one text overlaps a stretch."""
    rows = words.text == number
    start, end = words.start[rows], words.end[rows]
    found = np.zeros(len(start), bool)
    for first, last in stretches if stretches is not None else ():
        found |= (start < last) & (first < end)
    return found


def _matrix(numbers: dict[str, Array], odds: dict[str, Array]) -> Array:
    return np.column_stack([*(column.astype(np.float32) for column in numbers.values()), *odds.values()])


def _boosted(matrix: Array, target: Array, weight: Array) -> Any:
    """Trees fitted one after the other to what those before got wrong; in one thread, for threads that wait for one another crawl."""
    from sklearn.ensemble import HistGradientBoostingClassifier
    from threadpoolctl import threadpool_limits

    trees = HistGradientBoostingClassifier(
        max_iter=ROUNDS,
        learning_rate=0.1,
        max_leaf_nodes=24,
        min_samples_leaf=min(100, max(1, len(target) // 50)),
        l2_regularization=5.0,
        max_features=0.3,
        early_stopping=False,
        random_state=0,
    )
    with threadpool_limits(limits=1):
        return trees.fit(matrix, target, sample_weight=weight)


def _cross_fitted(matrix: Array, target: Array, weight: Array, fold: Array) -> tuple[Any, Array]:
    """Fit a model to each half of the articles; return one, and for every word the verdict of the one that had not seen it.

    One is kept, not the mean of two: the second look has learned from verdicts of single models, and it is faster.
    """
    half = fold % 2
    if len(np.unique(half)) < 2 or any(len(np.unique(target[half == side])) < 2 for side in (0, 1)):
        only = _boosted(matrix, target, weight)
        return only, only.predict_proba(matrix)[:, 1]
    looks = [_boosted(matrix[half == side], target[half == side], weight[half == side]) for side in (0, 1)]
    verdicts = np.zeros(len(target))
    for side in (0, 1):
        verdicts[half == side] = looks[1 - side].predict_proba(matrix[half == side])[:, 1]
    return looks[0], verdicts
