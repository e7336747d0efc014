"""Corpora with planted truth: outlets x events x articles, with known rates, ratios and shares."""

from collections.abc import Mapping, Sequence
from itertools import product

import numpy as np
import polars as pl

from framing import tables
from framing.corpus import Corpus
from framing.keyness import Words
from framing.scores import Scores


def scores_from(
    articles: Sequence[Mapping],
    hits: Sequence[Mapping] = (),
    frames: Sequence[str] = ("x",),
    choices: Mapping[str, tuple[str, ...]] | None = None,
) -> Scores:
    """Make `Scores` by hand: articles with `exposure` (and voice, part, ... if wanted), hits as dicts.

    A hit inherits outlet, event and the other columns of the first exposure row of its article; `weight` is 1 unless given, and
    `times` says how many such hits there are.
    """
    rows = [{"event": None, "voice": "own", "part": "text", "published": None, **row} for row in articles]
    first = {row["article_id"]: row for row in reversed(rows)}
    corpus = Corpus.from_records(
        [{k: row[k] for k in ("article_id", "outlet", "event", "published")} | {"text": ""} for row in first.values()]
    )
    full = [{"weight": 1.0, **{k: first[hit["article_id"]].get(k) for k in tables.schema("exposure")}, **hit} for hit in hits]
    return Scores(
        hits=_typed(full, "hits")[np.repeat(np.arange(len(full)), [hit.get("times", 1) for hit in full])],
        exposure=_typed(rows, "exposure"),
        corpus=corpus if rows else Corpus(tables.empty("articles")),
        frames=tuple(frames),
        choices=dict(choices or {}),
        scorer="hand",
        unit="words",
        per=1000.0,
    )


def _typed(rows: Sequence[Mapping], name: str) -> pl.DataFrame:
    schema = tables.schema(name)
    return pl.DataFrame(
        [pl.Series(column, [row.get(column) for row in rows], dtype=dtype, strict=False) for column, dtype in schema.items()]
    )


def simulate(  # one keyword a planted truth
    rng: np.random.Generator,
    *,
    outlets: Mapping[str, float],
    events: int = 1,
    articles: int = 5,
    rate: float = 3.0,
    burst: float = 1.0,
    topic: float = 0.5,
    frames: int = 1,
    first_longer: float = 1.0,
    burst_others: float | None = None,
    articles_others: int | None = None,
    unlike: float = 0.0,
) -> Scores:
    """Draw Scores in which outlet o uses every frame `outlets[o]` times as often as `rate` per 1,000 words.

    Parameters
    ----------
    outlets
        Outlet to its planted rate ratio.
    articles
        Articles of each outlet on each event.
    burst
        Squared coefficient of variation of the articles' own rates (gamma); 0: hits are Poisson.
    topic
        Standard deviation of the log rate between events, common to all outlets.
    first_longer
        How many times as long the first outlet's articles are.
    unlike
        Standard deviation of the log of the first outlet's rate ratio from event to event; its mean ratio stays as planted.
    burst_others, articles_others
        `burst` and `articles` of all outlets but the first, when they differ.
    """
    first = next(iter(outlets))
    several = {o: articles if o == first or articles_others is None else articles_others for o in outlets}
    cells = [(o, e, i) for o in outlets for e in range(events) for i in range(several[o])]
    own = np.array([o == first for o, _, _ in cells])
    words = np.round(350 * np.exp(rng.normal(0, 0.4, len(cells))) * np.where(own, first_longer, 1))
    level = np.exp(rng.normal(0, topic, (events, frames))) if events > 1 else np.ones((1, frames))
    mean = rate / 1000 * words[:, None] * np.array([level[e] * outlets[o] for o, e, _ in cells])
    if unlike:
        ratio = np.exp(rng.normal(-(unlike**2) / 2, unlike, (events, frames)))
        mean[own] *= np.array([ratio[e] for o, e, _ in cells if o == first])
    for side, much in ((own, burst), (~own, burst if burst_others is None else burst_others)):
        if much:
            mean[side] *= rng.gamma(1 / much, much, mean[side].shape)
    counts = rng.poisson(mean)
    named = [{"article_id": f"{o}-{e}-{i}", "outlet": o, "event": f"e{e}"} for o, e, i in cells]
    rows = [{**row, "exposure": x} for row, x in zip(named, words, strict=True)]
    places = zip(*counts.nonzero(), strict=True)
    hits = [{"article_id": named[c]["article_id"], "frame": f"f{f}", "times": int(counts[c, f])} for c, f in places]
    return scores_from(rows, hits, [f"f{f}" for f in range(frames)])


def named_scores(rng: np.random.Generator, shares: np.ndarray, *, groups: int, articles: int, mean: float, loyal: float) -> Scores:
    """Draw Scores in which every outlet uses the names of one referent with the planted shares.

    Parameters
    ----------
    groups, articles
        Outlets, and articles of each.
    mean
        Namings of an article on average (negative binomial, size 2).
    loyal
        How much articles keep to one name: their own shares are Dirichlet(shares / loyal); 0: all articles alike.
    """
    names = [f"n{k}" for k in range(len(shares))]
    rows, hits = [], []
    for group, i in ((g, i) for g in range(groups) for i in range(articles)):
        own = rng.dirichlet(shares / loyal) if loyal else shares
        name = f"{group}-{i}"
        rows.append({"article_id": name, "outlet": f"o{group}", "exposure": 350.0})
        drawn = rng.multinomial(rng.negative_binomial(2, 2 / (2 + mean)), own)
        hits += [{"article_id": name, "choice": "it", "name": n, "times": int(k)} for n, k in zip(names, drawn, strict=True) if k]
    return scores_from(rows, hits, (), {"it": tuple(names)})


def on_events(
    rng: np.random.Generator,
    *,
    articles: int,
    events: int = 5,
    topic: float = 0.5,
    apart: float = 0.0,
    loyal: float = 0.5,
    uneven: bool = True,
) -> Scores:
    """Draw Scores of two outlets, a and b, that name one referent with the shares of each event.

    Parameters
    ----------
    articles
        Articles of each outlet; `uneven`: a reports the early events more, b the late ones, else both report all alike.
    topic
        How much the shares of events differ: they are Dirichlet(shares / topic).
    apart
        The part of its namings that b gives to the last name instead, on every event.
    loyal
        How much articles keep to one name: Dirichlet(shares / loyal) around those of their event.
    """
    names = ["n0", "n1", "n2"]
    shares = rng.dirichlet(np.array([0.6, 0.3, 0.1]) / topic, events)
    rows, hits = [], []
    for outlet, n in product("ab", range(articles)):
        drawn = np.sort(rng.integers(0, events, 2)) if uneven else np.full(2, n % events)
        event, name = drawn["ab".index(outlet)], f"{outlet}{n}"
        own = shares[event] if outlet == "a" else (1 - apart) * shares[event] + apart * np.eye(3)[2]
        rows.append({"article_id": name, "outlet": outlet, "event": f"e{event:02d}", "exposure": 350.0})
        used = rng.multinomial(rng.negative_binomial(2, 2 / 5), rng.dirichlet(np.maximum(own, 1e-6) / loyal))
        hits += [{"article_id": name, "choice": "it", "name": n, "times": int(k)} for n, k in zip(names, used, strict=True) if k]
    return scores_from(rows, hits, (), {"it": tuple(names)})


def word_counts(
    rng: np.random.Generator,
    n_a: int,
    n_b: int,
    *,
    words: int = 1000,
    burst: float = 1.0,
    length: int = 400,
    effect: float = 0.0,
    events: int = 0,
    topic: float = 1.0,
    unlike: float = 0.0,
) -> Words:
    """Count the words of two outlets, a and b, of one Zipf source; the first word is 2**effect times as frequent in a.

    With `events`, every word has its own rate on each (log-normal, sd `topic`), and b reports the early ones more than a does.
    `unlike` is the standard deviation of the log ratio of a's rate to b's from event to event.
    """
    share = 1 / np.arange(3, words + 3)
    share /= share.sum()
    event = np.concatenate([np.arange(n_a), np.minimum(*rng.integers(0, max(events, 1), (2, n_b)))]) % max(events, 1)
    level = np.exp(rng.normal(0, topic, (events, words))) if events else np.ones((1, words))
    ratio = np.exp(rng.normal(0, unlike, level.shape)) if unlike else np.ones(level.shape)
    parts = []
    for article in range(n_a + n_b):  # article by article: a dense table of a large vocabulary would not fit
        mean = length * np.exp(rng.normal(0, 0.3)) * share * level[event[article]]
        mean *= ratio[event[article]] if article < n_a else 1
        mean[0] *= 2**effect if article < n_a else 1
        counts = rng.poisson(mean * rng.gamma(1 / burst, burst, words) if burst else mean)
        found = counts.nonzero()[0]
        parts.append(np.column_stack([np.full(len(found), article), found, counts[found]]))
    cell, term, count = np.concatenate(parts).T
    ids = [f"t{article:06d}" for article in range(n_a + n_b)]
    named = [f"e{number:02d}" for number in event] if events else None
    columns = {"article_id": ids, "outlet": ["a"] * n_a + ["b"] * n_b, "event": named, "part": "text", "voice": "own", "speaker": None}
    cells = pl.DataFrame(columns, schema_overrides={"event": pl.String, "speaker": pl.String})
    cells = cells.with_columns(tokens=np.bincount(cell, weights=count, minlength=len(ids)).astype(int))
    return Words([f"w{v}" for v in range(words)], cells, cell, term, count)
