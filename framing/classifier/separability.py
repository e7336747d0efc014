"""separability: how well the words tell which outlet wrote a sentence about the same event, and which words do."""

from dataclasses import dataclass
from typing import Any

import numpy as np
import polars as pl
from numpy.typing import NDArray

from framing import arguments
from framing.classifier.units import units
from framing.classifier.wording import folded
from framing.resample.draws import dealt, hashed, keys
from framing.text import TOKEN
from framing.voice import Passages

Array = NDArray[Any]
Floats = NDArray[np.float64]

FOLDS = 5
SMOOTHING = 0.5  # words of every outlet counted half a time more, so that one not yet seen decides nothing alone
FEWEST = 2  # articles a word must occur in: others cannot carry over
SHOWN = 20


@dataclass(frozen=True)
class Separability:
    """How differently outlets tell the same events.

    Parameters
    ----------
    table
        One row: `share` (of its sentences told to be an outlet's own, mean over outlets), `chance` (the mean of the same under
        labels permuted within events), `chance_low`, `chance_high` (of 95 % of the permutations), `p`, `sentences`,
        `articles`, `outlets`, `events`. Nan is undefined: no event with two outlets.
    words
        The words that gave outlets away: `outlet`, `word`, `weight` (log-odds for the outlet, summed over its
        sentences), `articles` (of the outlet that have it), `articles_others`; the first twenty of each outlet.
    """

    table: pl.DataFrame
    words: pl.DataFrame


def separability(passages: Passages, *, voice: str | None = "own", n_permutations: int = 199, seed: int = 0) -> Separability:
    """Measure how well words tell which outlet wrote a sentence, among the outlets that report the same event.

    Estimand: the chance that a naive Bayes classifier, trained on other articles, names the outlet of a sentence
    rightly, when it may choose among the outlets that report the event; the mean over outlets. If outlets told events
    alike, labels could be exchanged among the articles of an event: `chance` and `p` come from doing so, with everything
    trained anew. It says that outlets differ, not how: read the words. Agency copy in common lowers it, and an
    outlet's habit of naming itself raises it.

    Parameters
    ----------
    passages
        From `split_voices`.
    voice
        The voice to read; None reads all. In their own voice outlets cannot differ by whom they quote.
    n_permutations
        Permutations; the smallest possible p is 1 / (1 + n_permutations).
    seed
        Any integer.

    Returns
    -------
    Separability
        Its `table` has one row, nan where no event has two outlets; its `words` are what gave each outlet away.

    Raises
    ------
    ValueError
        For an unknown voice.
    """
    arguments.made(passages, Passages, "separability()")
    arguments.whole("n_permutations", n_permutations, "at least 1 shuffle, a whole number such as 199", 1)
    arguments.whole("seed", seed, "a whole number, such as 0")
    chosen = passages if voice is None else passages.where(voice=voice)
    read = units(Passages(_shared(chosen.table), passages.corpus), "sentences")
    if not read.height:
        return Separability(_table(np.nan, np.full(2, np.nan), (0, 0, 0, 0)), _no_words())
    task = _task(read, seed)
    observed = task.share(task.outlet)
    null = np.array([task.share(labels) for labels in task.permuted(n_permutations, seed)])
    support = (read.height, len(task.articles), len(task.outlets), read["event"].n_unique())
    return Separability(_table(observed, null, support), _words(task))


def _shared(table: pl.DataFrame) -> pl.DataFrame:
    """Keep the events that two outlets or more report."""
    return table.filter(pl.col("event").is_not_null()).filter(pl.col("outlet").n_unique().over("event") > 1)


@dataclass(frozen=True)
class _Task:
    """Sentences as word counts, with their article; articles with their outlet, event and fold."""

    counts: Any
    vocabulary: list[str]
    article: Array
    articles: list[str]
    outlets: list[str]
    outlet: Array
    event: Array
    fold: Array

    def share(self, outlet: Array) -> float:
        """Mean over outlets of the share of sentences given to the outlet that `outlet` says wrote them."""
        given = self.given(outlet)
        truth = outlet[self.article]
        right = np.bincount(truth, given == truth, minlength=len(self.outlets))
        return float((right / np.maximum(np.bincount(truth, minlength=len(self.outlets)), 1)).mean())

    def given(self, outlet: Array) -> Array:
        """The likeliest outlet of each sentence by articles of other folds, among the outlets that report its event."""
        reports = np.zeros((self.event.max() + 1, len(self.outlets)), bool)
        reports[self.event, outlet] = True
        scores = np.zeros((self.counts.shape[0], len(self.outlets)))
        for fold in range(FOLDS):
            test = self.fold[self.article] == fold
            if test.any():
                scores[test] = self.counts[test] @ self.evidence(outlet, self.fold != fold).T
        scores[~reports[self.event[self.article]]] = -np.inf
        return np.asarray(scores.argmax(1))

    def evidence(self, outlet: Array, used: Array) -> Floats:
        """Log of the smoothed share of each word in each outlet, over the articles used; shape (outlets, words)."""
        members = np.zeros((len(self.outlets), len(self.articles)))
        members[outlet[used], np.flatnonzero(used)] = 1
        counts = members[:, self.article] @ self.counts + SMOOTHING
        return np.asarray(np.log(counts / counts.sum(1, keepdims=True)))

    def permuted(self, n: int, seed: int) -> list[Array]:
        """Outlets exchanged among the articles of each event."""
        chance = hashed(keys(self.articles, seed), n)
        fixed = np.argsort(self.event, kind="stable")
        draws = []
        for column in chance.T:
            labels = np.empty_like(self.outlet)
            labels[np.lexsort((column, self.event))] = self.outlet[fixed]
            draws.append(labels)
        return draws


def _task(read: pl.DataFrame, seed: int) -> _Task:
    from scipy.sparse import csr_array

    each = read.unique("article_id").sort("article_id")
    articles = each["article_id"].to_list()
    outlets, events = (each[column].unique().sort().to_list() for column in ("outlet", "event"))
    place = {name: number for number, name in enumerate(articles)}
    article = np.array([place[name] for name in read["article_id"]])
    split = [set(map(folded, TOKEN.findall(text))) for text in read["content"]]
    vocabulary = _vocabulary(split, article)
    at = {word: number for number, word in enumerate(vocabulary)}
    pairs = np.array([(row, at[word]) for row, words in enumerate(split) for word in sorted(words) if word in at]).reshape(-1, 2)
    counts = csr_array((np.ones(len(pairs)), (pairs[:, 0], pairs[:, 1])), shape=(len(split), len(vocabulary)))
    outlet = np.array([outlets.index(name) for name in each["outlet"]])
    event = np.array([events.index(name) for name in each["event"]])
    fold = dealt(articles, FOLDS, seed)
    return _Task(counts, vocabulary, article, articles, outlets, outlet, event, fold)


def _vocabulary(split: list[set[str]], article: Array) -> list[str]:
    found: dict[str, set[int]] = {}
    for words, number in zip(split, article.tolist(), strict=True):
        for word in words:
            found.setdefault(word, set()).add(number)
    return sorted(word for word, where in found.items() if len(where) >= FEWEST)


def _table(observed: float, null: Floats, support: tuple[int, ...]) -> pl.DataFrame:
    low, high = np.quantile(null, [0.025, 0.975])
    p = (1 + (null >= observed).sum()) / (1 + len(null)) if np.isfinite(observed) else np.nan
    row = (observed, float(null.mean()), float(low), float(high), float(p), *support)
    numbers = dict.fromkeys(("share", "chance", "chance_low", "chance_high", "p"), pl.Float64)
    return pl.DataFrame([row], schema=numbers | dict.fromkeys(("sentences", "articles", "outlets", "events"), pl.Int64), orient="row")


def _no_words() -> pl.DataFrame:
    columns = ("outlet", "word", "weight", "articles", "articles_others")
    return pl.DataFrame(schema=dict(zip(columns, (pl.String, pl.String, pl.Float64, pl.Int64, pl.Int64), strict=True)))


def _words(task: _Task) -> pl.DataFrame:
    """Words by the evidence they give for an outlet over the rest, times how often it uses them."""
    from scipy.sparse import csr_array

    evidence = task.evidence(task.outlet, np.ones(len(task.articles), bool))
    n_sentences = task.counts.shape[0]
    members = csr_array((np.ones(n_sentences), (task.article, np.arange(n_sentences))), shape=(len(task.articles), n_sentences))
    used = (members @ task.counts > 0).astype(np.int64)
    rows = []
    for number, outlet in enumerate(task.outlets):
        own = task.outlet == number
        odds = evidence[number] - np.delete(evidence, number, 0).mean(0)
        weight = odds * (task.counts.T @ own[task.article].astype(float))
        theirs, others = used[own].sum(0), used[~own].sum(0)
        first = np.argsort(-weight, kind="stable")[:SHOWN]
        rows += [(outlet, task.vocabulary[at], float(weight[at]), int(theirs[at]), int(others[at])) for at in first]
    return pl.DataFrame(rows, schema=_no_words().schema, orient="row")
