"""LoadedWords: the words of a sentence that readers would mark, learned from sentences and the words marked in them."""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import polars as pl
from numpy.typing import NDArray

from framing import arguments, tables
from framing.classifier import storage
from framing.classifier.card import card
from framing.classifier.labels import Labels, as_groups, as_texts
from framing.classifier.pipelines import named
from framing.classifier.stretches import Stretch, stretches, words_as_hits
from framing.classifier.units import KEYS
from framing.classifier.wording import folded
from framing.text import TOKEN
from framing.voice import Passages

Array = NDArray[Any]

COMMON = 20  # times a word is seen before "never marked" is taken as knowledge
CUTS = 60  # thresholds tried
DULL = -20.0  # log-odds of a common word that nobody ever marked
STRENGTH = 0.5  # of the fit against its penalty; chosen on outlets left out within the training outlets of BABE
BATCH = 2000  # texts whose features are in memory at once


class Mark(NamedTuple):
    """A word found loaded: where it stands in its text, and how likely it is that a reader would mark it."""

    start: int
    end: int
    word: str
    probability: float


class LoadedWords:
    r"""Count the words that a classifier, which learned from marked words, takes for loaded; per 1,000 words.

    Estimand: how often the *classifier* marks a word. A list of loaded words is blind to their sentence; here a word's chance
    depends on what it is (itself, stem, ending, letters, group), on its neighbours, on whether it is quoted, and on how
    likely its whole sentence is to hold a loaded word, by a sentence classifier trained on the way. Readers themselves agree
    little on single words: see what `evaluate_words` says before use.

    .. math:: \log \frac{p}{1 - p} = \beta_0 + x_{word}'\beta + s\,\gamma_1 + \max(s, 0)\,\gamma_2 + \dots

    where *s* is the sentence's score by a model that was not trained on its group. A word is marked from the probability that
    maximises F1 over words of groups left out.

    Parameters
    ----------
    frame
        What to call the frame that a marked word is a hit of.
    sentences
        The ready pipeline that judges whole sentences: ``tfidf``, ``words``, ``features`` or ``embeddings``.
    name
        What to call it in tables and reports.

    Attributes
    ----------
    card
        What it was trained on and with which versions; see `ClassifierScorer.save`.

    Examples
    --------
    >>> texts = ["a brutal raid on Ford", "a brutal blow", "talks in May", "the talks ended"] * 6
    >>> words = LoadedWords().fit(texts, [["brutal"], ["brutal"], [], []] * 6, groups=["a", "b", "c", "d"] * 6)
    >>> [mark.word for mark in words.predict(["It was a brutal end to talks."])[0]]
    ['brutal']
    """

    unit = "words"
    per = 1000.0
    choices: Mapping[str, tuple[str, ...]] = {}

    def __init__(self, *, frame: str = "loaded", sentences: str = "tfidf", name: str = "loaded words"):
        self.frame, self.sentences, self.name = frame, sentences, name
        self._sentences: Any = None
        self._words: Any = None
        self._dull: frozenset[str] = frozenset()
        self.threshold = 0.5
        self.card: dict[str, Any] = {}

    @property
    def frames(self) -> tuple[str, ...]:
        """The one frame it finds."""
        return (self.frame,)

    def __repr__(self) -> str:
        return f"LoadedWords({self.name!r}, sentences={self.sentences!r}, {'fitted' if self._words is not None else 'not fitted'})"

    def fit(self, texts: Iterable[str], marked: Iterable[Iterable[str]], groups: Iterable[str] | None = None) -> "LoadedWords":
        """Learn from sentences and the words that readers marked in them.

        Parameters
        ----------
        texts
            Sentences, those without a marked word among them.
        marked
            The words marked in each; each stands for all its places in the sentence, a phrase for its words.
        groups
            The outlet or event of each sentence. Threshold and sentence scores come from groups left out.

        Returns
        -------
        LoadedWords
            Itself, fitted.

        Raises
        ------
        TypeError
            If `texts`, or what is marked in one, is a single string.
        ValueError
            If lengths differ, a group is missing, no sentence has a marked word, or all have, or no word stands in two of the sentences.
        """
        from framing.classifier.calibrated import split
        from framing.classifier.words import features, read

        known, gold = as_texts(texts), as_marked(marked)
        held = None if groups is None else as_groups(groups, len(known))
        _checked(known, gold)
        loaded = np.array([int(bool(each)) for each in gold])
        self._sentences = named(self.sentences)
        doubt = np.nan_to_num(self._sentences.fit_scored(known, loaded, held)[:, 0])
        words = read(known)
        matrix, truth = features(words, doubt), truth_of(words, gold)
        left_out = np.full(len(truth), np.nan)
        for train, test in split(loaded, held, self._sentences.folds):
            inside, outside = np.isin(words.text, train), np.isin(words.text, test)
            left_out[outside] = _scored(*_learned(words, matrix, truth, inside), words, matrix, outside)
        self._words, self._dull = _learned(words, matrix, truth, np.ones(len(truth), bool))
        self.threshold = best_cut(left_out, truth) if np.isfinite(left_out).any() else 0.5
        names = Labels((0, 1), loaded, several=False)
        self.card = card(self.name, self.unit, known, names, held) | {"marked_words": int(truth.sum()), "words": len(truth)}
        self.card |= {"frame": self.frame, "sentences": self.sentences, "threshold": round(self.threshold, 4)}
        return self

    def predict(self, texts: Iterable[str]) -> list[list[Mark]]:
        """Find the loaded words of each text, in order, with their probabilities."""
        read = as_texts(texts)
        found: list[list[Mark]] = []
        for start in range(0, len(read), BATCH):
            found += self._marks(read[start : start + BATCH])
        return found

    def _marks(self, texts: list[str]) -> list[list[Mark]]:
        from framing.classifier.words import features, read

        if self._words is None:
            raise ValueError(f"{self.name!r} is not fitted; call fit(texts, marked) or load a saved one")
        words, marks = read(texts), [[] for _ in texts]  # type: ignore[var-annotated]
        if not len(words.kind):
            return marks
        matrix = features(words, self._sentences.scores(texts)[:, 0])
        log_odds = _scored(self._words, self._dull, words, matrix, np.ones(len(words.kind), bool))
        probability = 1 / (1 + np.exp(-log_odds))
        for row in np.flatnonzero(probability > self.threshold):
            mark = Mark(int(words.start[row]), int(words.end[row]), words.kinds[words.kind[row]], float(probability[row]))
            marks[words.text[row]].append(mark)
        return marks

    def hits(self, passages: Passages) -> pl.DataFrame:
        """Every loaded word, as a `hits` table: `term` is the word without case. Of a selection, only the selected words are read."""
        read = stretches(passages)
        marks = self.predict([stretch.text for stretch in read])
        found: list[tuple[Stretch, int, int, str]] = []
        for stretch, each in zip(read, marks, strict=True):
            found += [(stretch, mark.start, mark.end, mark.word) for mark in each]
        return words_as_hits(found, passages, self.frame)

    def exposure(self, passages: Passages) -> pl.DataFrame:
        """Words in the passages by article, part, voice and speaker, as an `exposure` table."""
        words = pl.col("tokens").sum().cast(pl.Float64).alias("exposure")
        return passages.table.group_by(KEYS, maintain_order=True).agg(words).select(tables.schema("exposure").names())

    def save(self, path: str | Path, *, evaluation: pl.DataFrame | None = None) -> Path:
        """Write to `path` without pickle, and the card beside it; `evaluation`, from `evaluate_words`, goes onto the card."""
        if self._words is None:
            raise ValueError(f"{self.name!r} is not fitted; call fit(texts, marked) first")
        if evaluation is not None:
            table = arguments.of_type("evaluation", evaluation, pl.DataFrame, "the table of evaluate_words")
            self.card["scores"] = table.with_columns(pl.col(pl.Float64).round(4)).to_dicts()
        state = {"kind": storage.WORDS, "name": self.name, "frame": self.frame, "sentences": self.sentences, "threshold": self.threshold}
        models = {"model": [self._sentences, self._words], "dull": sorted(self._dull)}
        return storage.write(arguments.path("path", path), {**state, **models, "card": self.card})

    @classmethod
    def load(cls, path: str | Path, *, trusted: Sequence[str] = ()) -> "LoadedWords":
        """Read what `save` wrote; see `ClassifierScorer.load` for what is refused."""
        state = storage.read(arguments.path("path", path), trusted, storage.WORDS)
        with storage.rebuilding(Path(path), storage.WORDS):
            scorer = cls(frame=state["frame"], sentences=state["sentences"], name=state["name"])
            (scorer._sentences, scorer._words), scorer._dull = state["model"], frozenset(state["dull"])
            scorer.threshold, scorer.card = float(state["threshold"]), dict(state["card"])
            return scorer


def as_marked(marked: Iterable[Iterable[str]]) -> list[frozenset[str]]:
    """Words marked in each text, without case; a phrase gives its words."""
    if isinstance(marked, str):
        raise TypeError(f"marked is one string, {marked[:30]!r}; expected for each text its marked words")
    found = []
    for number, words in enumerate(arguments.of_type("marked", marked, Iterable, "for each text its marked words")):
        listed: list[Any] = [None] if isinstance(words, str) or not isinstance(words, Iterable) else list(words)
        if not all(isinstance(word, str) for word in listed):
            raise TypeError(
                f"what is marked in text {number} is {words!r}, a {type(words).__name__}; expected a list of words, empty for none"
            )
        found.append(frozenset(folded(each) for word in listed for each in TOKEN.findall(word)))
    return found


def truth_of(words: Any, gold: Sequence[frozenset[str]]) -> Array:
    """Whether each word is among those marked in its text."""
    return np.array([words.kinds[kind] in gold[text] for kind, text in zip(words.kind, words.text, strict=True)], dtype=bool)


def _checked(texts: list[str], gold: list[frozenset[str]]) -> None:
    if len(gold) != len(texts):
        raise ValueError(f"{len(texts)} texts but {len(gold)} lists of marked words; every text needs its own")
    loaded = sum(map(bool, gold))
    if not 0 < loaded < len(texts):
        raise ValueError(f"{loaded} of {len(texts)} texts have a marked word; words are learned from texts with and texts without")


def _learned(words: Any, matrix: Any, truth: Array, inside: Array) -> tuple[Any, frozenset[str]]:
    """A model of the words `inside`, and the common words among them that nobody marked, which it need not read."""
    from sklearn.linear_model import LogisticRegression

    seen = np.bincount(words.kind[inside], minlength=len(words.kinds))
    marked = np.bincount(words.kind[inside & truth], minlength=len(words.kinds))
    dull = (seen >= COMMON) & (marked == 0)
    read = inside & ~dull[words.kind]
    model = LogisticRegression(C=STRENGTH, solver="liblinear", max_iter=1000).fit(matrix[read], truth[read])
    return model, frozenset(words.kinds[kind] for kind in np.flatnonzero(dull))


def _scored(model: Any, dull: frozenset[str], words: Any, matrix: Any, rows: Array) -> Array:
    """Log-odds of the words in `rows`."""
    common = np.array([word in dull for word in words.kinds], dtype=bool)[words.kind[rows]]
    return np.where(common, DULL, model.decision_function(matrix[rows]))


def best_cut(log_odds: Array, truth: Array) -> float:
    """Probability from which a word is marked so that F1 is highest over the words with a score."""
    known = np.isfinite(log_odds)
    probability, gold = 1 / (1 + np.exp(-log_odds[known])), truth[known]
    cuts = np.unique(np.quantile(probability, np.linspace(0.8, 0.999, CUTS)))
    reached = [2 * (gold & (probability > cut)).sum() / max(gold.sum() + (probability > cut).sum(), 1) for cut in cuts]
    return float(cuts[int(np.argmax(reached))])
