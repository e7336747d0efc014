"""ClassifierScorer: frames as a learned decision about passages, sentences or articles."""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import polars as pl
from numpy.typing import NDArray

from framing import arguments
from framing.classifier import storage
from framing.classifier.card import card, decision
from framing.classifier.labels import Label, Labels, as_groups, as_labels, as_texts, distinct
from framing.classifier.pipelines import band, for_several, named, no_probabilities
from framing.classifier.readings import readings, reads_place
from framing.classifier.units import KEYS, UNITS, as_hits, units
from framing.voice import Passages

Array = NDArray[Any]
BATCH = 10_000  # texts whose features are in memory at once


class ClassifierScorer:
    """Count the passages, sentences or articles that a classifier learned from labelled texts gives a frame.

    Estimand: the share of units to which the *classifier* gives a label. It is the share that a reader would give
    it only as far as the classifier is right, and as right for one outlet as for another: evaluate it on outlets it
    was not trained on first.

    Parameters
    ----------
    estimator
        A scikit-learn classifier of texts, fitted or not: a pipeline from strings to labels.
    name
        What to call it in tables and reports.
    unit
        What is classified and counted: ``passages``, ``sentences`` or ``articles``.
    frames
        The labels that count as frames. By default every label; name them where a label means "none of these".
    abstain
        Units whose two likeliest labels are nearer in probability than this are neither hit nor exposure; 0 counts
        all. For one label a text. A band removes doubtful units from the count, not their error from what is left.

    Raises
    ------
    TypeError, ValueError
        If `estimator` can neither learn nor decide, such as a vectorizer; for an unknown unit, a frame twice, an `abstain` outside 0 to 1,
        or of an estimator that gives no probabilities.

    Attributes
    ----------
    card
        What it was trained on and with which versions; see `save`.

    Examples
    --------
    >>> texts = ["a brutal raid", "a brutal attack", "a meeting in May", "the meeting ended"]
    >>> scorer = ClassifierScorer.named("tfidf", frames=["loaded"]).fit(texts, ["loaded", "loaded", "plain", "plain"])
    >>> scorer.predict(["a brutal siege", "the meeting began"]).tolist()
    ['loaded', 'plain']
    >>> from framing import Corpus, score, split_voices
    >>> corpus = Corpus.from_records([{"article_id": "1", "outlet": "The Gull", "text": "It was a brutal raid. They met in May."}])
    >>> scores = score(split_voices(corpus), scorer)
    >>> scores.hits["frame", "surface"].rows(), scores.exposure["exposure"].sum(), scores.unit
    ([('loaded', 'It was a brutal raid. ')], 2.0, 'sentences')
    """

    per = 100.0
    choices: Mapping[str, tuple[str, ...]] = {}

    def __init__(
        self,
        estimator: Any,
        *,
        name: str = "classifier",
        unit: str = "sentences",
        frames: Sequence[str] | None = None,
        abstain: float = 0.0,
    ):
        if not (hasattr(estimator, "fit") and hasattr(estimator, "predict")):
            raise TypeError(f"ClassifierScorer takes a scikit-learn classifier of texts, not {estimator!r}; named('tfidf') has a ready one")
        self.abstain = band(abstain, estimator)
        self.estimator = estimator
        self.name = arguments.of_type("name", name, str, "what to call the classifier")
        self.unit = arguments.known(unit, UNITS, "unit")
        self._frames = None if frames is None else distinct("frames", frames, "the labels that count as frames")
        self._model: Any = estimator if hasattr(estimator, "classes_") else None
        self._labels: tuple[Label, ...] = tuple(np.asarray(getattr(estimator, "classes_", ())).tolist())
        self._several = False
        self.card: dict[str, Any] = {}

    @classmethod
    def named(cls, name: str, *, lexicons: Sequence[Any] | None = None, **options: Any) -> "ClassifierScorer":
        """Return an unfitted scorer with a ready pipeline.

        Parameters
        ----------
        name
            ``tfidf``; ``words``, for languages other than English; ``features``, which reads lexicons, voices and the place of a text
            beside words; ``embeddings``, slower, which reads meaning beside words.
        lexicons
            For ``features``: names, files or lexicons; by default all that are shipped.
        options
            `unit`, `frames`, `abstain`: see the class.

        Raises
        ------
        ValueError
            For an unknown name, or lexicons for another pipeline than ``features``.
        """
        return cls(named(name, lexicons), name=name, **options)

    def __repr__(self) -> str:
        state = f"labels={list(self._labels)}" if self._labels else "not fitted"
        return f"ClassifierScorer({self.name!r}, unit={self.unit!r}, {state})"

    @property
    def labels(self) -> tuple[Label, ...]:
        """The possible labels, in the order of the columns of `predict_proba`."""
        self._fitted()
        return self._labels

    @property
    def frames(self) -> tuple[str, ...]:
        """The labels that count as frames."""
        labels = tuple(str(label) for label in self.labels)
        return labels if self._frames is None else tuple(arguments.known(frame, labels, "frame") for frame in self._frames)

    def fit(self, texts: Iterable[str], labels: Any, groups: Iterable[str] | None = None) -> "ClassifierScorer":
        """Learn from labelled texts.

        Parameters
        ----------
        texts
            Sentences, passages or articles: what `unit` says.
        labels
            One label a text (string, number or boolean); or, where a text can have several or none, a collection of
            labels a text, or a table of 0 and 1 with a column a label.
        groups
            The outlet or event of each text. The ready pipelines correct their probabilities on groups left out; the
            card names the groups.

        Returns
        -------
        ClassifierScorer
            Itself, fitted.

        Raises
        ------
        TypeError
            If a single string is given for texts or labels, or a text is no string.
        ValueError
            If lengths differ, a label or group is missing, there is only one label, one of `frames` is no label, a column of labels is
            never 1, or (ready pipelines) no word stands in two of the texts.
        """
        read = as_texts(texts)
        if not read:
            raise ValueError("No texts to learn from; fit() takes labelled texts")
        answers = as_labels(labels, len(read))
        for frame in self._frames or ():
            arguments.known(frame, map(str, answers.names), "frame")
        known = None if groups is None else as_groups(groups, len(read))
        self.learn(read, answers, known)
        self.card = card(self.name, self.unit, read, answers, known) | {"decision": decision(self._model, answers.names)}
        return self

    def learn(self, texts: list[str], answers: Labels, groups: list[str] | None) -> "ClassifierScorer":
        """Learn from what `fit` has checked; without a card."""
        from sklearn.base import clone
        from sklearn.utils.validation import has_fit_parameter

        estimator = for_several(self.estimator) if answers.several else self.estimator
        more = {"groups": groups} if has_fit_parameter(estimator, "groups") else {}
        self._model = clone(estimator).fit(texts, answers.target, **more)
        self._labels, self._several = answers.names, answers.several
        return self

    def predict(self, texts: Iterable[str]) -> Array:
        """Decide the label of each text.

        Returns
        -------
        array
            Shape (texts,): a label each. With several labels a text, shape (texts, labels) of 0 and 1.
        """
        self._fitted()
        read = as_texts(texts)
        if not read:
            return np.zeros((0, len(self._labels)), np.int64) if self._several else np.array(self._labels)[:0]
        return np.concatenate([np.asarray(self._model.predict(batch)) for batch in _batches(read)])

    @property
    def has_probabilities(self) -> bool:
        """Whether `predict_proba` can answer."""
        self._fitted()
        return hasattr(self._model, "predict_proba")

    def predict_proba(self, texts: Iterable[str]) -> NDArray[np.float64]:
        """Probability of each label for each text, shape (texts, labels), in the order of `labels`.

        Raises
        ------
        TypeError
            If the estimator gives no probabilities.
        """
        self._fitted()
        if not self.has_probabilities:
            raise TypeError(no_probabilities(self._model))
        if not (read := as_texts(texts)):
            return np.zeros((0, len(self._labels)))
        return np.concatenate([self._probability(batch) for batch in _batches(read)])

    def _probability(self, texts: list[str]) -> NDArray[np.float64]:
        found = self._model.predict_proba(texts)
        # Forests and neighbours answer several labels with a list: for each label, the probabilities of no and yes.
        return np.column_stack([each[:, -1] for each in found]) if isinstance(found, list) else np.asarray(found, np.float64)

    def hits(self, passages: Passages) -> pl.DataFrame:
        """Every unit to which a frame is given, as a `hits` table: `surface` is the unit, `term` the label."""
        read, texts = self._units(passages)
        rows, frames = np.nonzero(self._given(texts))
        given = pl.Series([self.frames[frame] for frame in frames], dtype=pl.String)
        return as_hits(read[rows].with_columns(frame=given, term=given), passages)

    def exposure(self, passages: Passages) -> pl.DataFrame:
        """Units by article, part, voice and speaker, as an `exposure` table."""
        read, _ = self._units(passages)
        return read.group_by(KEYS, maintain_order=True).agg(pl.len().cast(pl.Float64).alias("exposure"))

    def _units(self, passages: Passages) -> tuple[pl.DataFrame, list[str]]:
        """Units without those the classifier is in doubt about, and what it reads of each: with voice and place, if it asks for them."""
        self._fitted()
        read = units(passages, self.unit)
        texts: list[str] = list(readings(passages, self.unit)) if reads_place(self._model) else read["content"].to_list()
        if not self.abstain:
            return read, texts
        if self._several:
            raise ValueError("abstain is for one label a text: with several, a unit may be in doubt for one frame and not for another")
        likeliest = np.sort(self.predict_proba(texts), axis=1)
        sure = likeliest[:, -1] - likeliest[:, -2] >= self.abstain
        return read.filter(pl.Series(sure, dtype=pl.Boolean)), [text for text, known in zip(texts, sure, strict=True) if known]

    def _given(self, texts: list[str]) -> NDArray[np.bool_]:
        """Which frame each text gets, shape (texts, frames)."""
        places = [tuple(map(str, self.labels)).index(frame) for frame in self.frames]
        decided = self.predict(texts)
        whole = decided == 1 if self._several else decided[:, None] == np.array(self._labels)[None, :]
        return np.asarray(whole[:, places], dtype=bool)

    def save(self, path: str | Path, *, evaluation: Any = None) -> Path:
        """Write the fitted scorer to `path` without pickle, and its card as Markdown beside it (`path` + ``.md``).

        Parameters
        ----------
        path
            The file; one that is there is replaced once the new one is whole.
        evaluation
            What `evaluate` found on the same texts: its scores, intervals and calibration go onto the card.
        """
        from framing.classifier.evaluation import Evaluation

        self._fitted()
        if evaluation is not None:
            self.card |= arguments.of_type("evaluation", evaluation, Evaluation, "what evaluate() returns").summary()
        state = {"name": self.name, "unit": self.unit, "frames": self.frames, "labels": self._labels, "several": self._several}
        return storage.write(arguments.path("path", path), {**state, "abstain": self.abstain, "model": self._model, "card": self.card})

    @classmethod
    def load(cls, path: str | Path, *, trusted: Sequence[str] = ()) -> "ClassifierScorer":
        """Read a scorer that `save` wrote. Reading runs no code from the file.

        Parameters
        ----------
        path
            The file.
        trusted
            Further types that may stand in the file, as ``package.module.Type``, beside those of scikit-learn, NumPy and SciPy.

        Raises
        ------
        FileNotFoundError
            If there is no such file.
        ValueError
            If the file is no saved scorer, or holds a type that is not trusted.
        """
        state = storage.read(arguments.path("path", path), trusted, storage.UNITS)
        with storage.rebuilding(Path(path), storage.UNITS):
            scorer = cls(state["model"], **{key: state[key] for key in ("name", "unit", "frames", "abstain")})
            scorer._labels, scorer._several, scorer.card = tuple(state["labels"]), bool(state["several"]), dict(state["card"])
            arguments.several("frames", scorer.frames, "labels of the classifier")  # each is one, or an error
            return scorer

    def _fitted(self) -> None:
        if self._model is None:
            raise ValueError(f"The classifier {self.name!r} is not fitted; call fit(texts, labels) or load a saved one")


def _batches(texts: list[str]) -> list[list[str]]:
    return [texts[start : start + BATCH] for start in range(0, len(texts), BATCH)]
