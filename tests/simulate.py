"""Corpora with planted truth: outlets x events x articles, with known rates, ratios and shares."""

from collections.abc import Mapping, Sequence

import numpy as np
import polars as pl

from framing import tables
from framing.corpus import Corpus
from framing.scores import Scores


def scores_from(
    articles: Sequence[Mapping],
    hits: Sequence[Mapping] = (),
    frames: Sequence[str] = ("x",),
    choices: Mapping[str, tuple[str, ...]] | None = None,
) -> Scores:
    """Make `Scores` by hand: articles with `exposure` (and voice, part, ... if wanted), hits as dicts.

    A hit inherits outlet, event and the other columns of the first exposure row of its article; `weight` is 1 unless given.
    """
    rows = [{"event": None, "voice": "own", "part": "text", "published": None, **row} for row in articles]
    first = {row["article_id"]: row for row in reversed(rows)}
    corpus = Corpus.from_records(
        [{k: row[k] for k in ("article_id", "outlet", "event", "published")} | {"text": ""} for row in first.values()]
    )
    full = [{"weight": 1.0, **{k: first[hit["article_id"]].get(k) for k in tables.schema("exposure")}, **hit} for hit in hits]
    return Scores(
        hits=_typed(full, "hits"),
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
    """
    cells = [(o, e, i) for o in outlets for e in range(events) for i in range(articles)]
    words = np.round(350 * np.exp(rng.normal(0, 0.4, len(cells))))
    level = np.exp(rng.normal(0, topic, (events, frames))) if events > 1 else np.ones((1, frames))
    mean = rate / 1000 * words[:, None] * np.array([level[e] * outlets[o] for o, e, _ in cells])
    if burst:
        mean = mean * rng.gamma(1 / burst, burst, mean.shape)
    counts = rng.poisson(mean)
    rows = [{"article_id": f"{o}-{e}-{i}", "outlet": o, "event": f"e{e}", "exposure": x} for (o, e, i), x in zip(cells, words, strict=True)]
    hits = [
        {"article_id": rows[c]["article_id"], "frame": f"f{f}", "weight": float(counts[c, f])}
        for c, f in zip(*counts.nonzero(), strict=True)
    ]
    return scores_from(rows, hits, [f"f{f}" for f in range(frames)])
