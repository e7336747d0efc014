"""Passages with a planted truth, a scorer that errs as planted by outlet and voice, and a coder who knows the truth."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
import polars as pl

from framing import tables
from framing.corpus import Corpus
from framing.scores import Scores
from framing.validation import read_coding, sample_hits
from framing.voice import Passages

WIDTH = 4  # code points of a passage; the first of them tells the truth


@dataclass(frozen=True)
class Outlet:
    """How an outlet writes and how the scorer reads it.

    Parameters
    ----------
    ratio
        True rate over that of the plan.
    sensitivity, false
        Share of true passages found, and of the others found wrongly.
    """

    ratio: float = 1.0
    sensitivity: float = 0.8
    false: float = 0.02


class Plan(NamedTuple):
    """Size of the corpus, the true share of passages, and how it varies.

    Parameters
    ----------
    burst
        Squared coefficient of variation of the articles' own shares (gamma).
    topic
        Standard deviation of the log share between events.
    quoted
        Share of passages in direct voice, in which the scorer finds half as much.
    """

    events: int = 6
    articles: int = 6
    passages: int = 20
    share: float = 0.08
    burst: float = 0.5
    topic: float = 0.3
    quoted: float = 0.3


def erring(rng: np.random.Generator, outlets: Mapping[str, Outlet], plan: Plan | None = None) -> tuple[Scores, Passages]:
    """Draw a corpus and what the scorer finds in it."""
    plan = plan or Plan()
    level = np.exp(rng.normal(0, plan.topic, plan.events) - plan.topic**2 / 2)
    articles = [(name, e, i) for name in outlets for e in range(plan.events) for i in range(plan.articles)]
    own = rng.gamma(1 / plan.burst, plan.burst, len(articles)) if plan.burst else np.ones(len(articles))
    share = np.array([plan.share * outlets[o].ratio * level[e] for o, e, _ in articles]) * own
    size = (len(articles), plan.passages)
    true, direct = rng.random(size) < np.minimum(share, 0.95)[:, None], rng.random(size) < plan.quoted
    sensitivity = np.array([outlets[o].sensitivity for o, _, _ in articles])[:, None] * np.where(direct, 0.5, 1.0)
    found = rng.random(size) < np.where(true, sensitivity, np.array([outlets[o].false for o, _, _ in articles])[:, None])
    names = [f"{o}-{e}-{i}" for o, e, i in articles]
    texts = ["".join(("T" if one else "F").ljust(WIDTH) for one in row) for row in true]
    corpus = Corpus.from_records(
        [{"article_id": n, "outlet": o, "event": f"e{e}", "text": t} for n, (o, e, _), t in zip(names, articles, texts, strict=True)]
    )
    place = np.tile(np.arange(plan.passages), len(articles))
    table = pl.DataFrame(
        {
            "article_id": np.repeat(names, plan.passages),
            "outlet": np.repeat([o for o, _, _ in articles], plan.passages),
            "event": np.repeat([f"e{e}" for _, e, _ in articles], plan.passages),
            "part": ["text"] * len(place),
            "sentence": place,
            "start": place * WIDTH,
            "end": (place + 1) * WIDTH,
            "tokens": np.ones(len(place)),
            "voice": np.where(direct.ravel(), "direct", "own"),
        }
    )
    passages = Passages(_filled(table, "passages"), corpus)
    hits = _filled(table.filter(found.ravel()).with_columns(frame=pl.lit("x"), term=pl.lit("x"), weight=pl.lit(1.0)), "hits")
    exposure = _filled(table.with_columns(exposure=pl.lit(1.0)), "exposure")
    return Scores(hits, exposure, corpus, ("x",), {}, "hand", "words", 1000.0), passages


def _filled(table: pl.DataFrame, name: str) -> pl.DataFrame:
    """Give a table the columns and types of `name`, null where it has none."""
    columns = {column: pl.col(column) if column in table.columns else pl.lit(None) for column in tables.schema(name)}
    return table.select(expression.cast(tables.schema(name)[column]).alias(column) for column, expression in columns.items())


def coded(scores: Scores, passages: Passages | None, n: int, seed: int = 0, **how) -> pl.DataFrame:
    """Draw `n` hits and, with passages, as many of those, and code them as planted."""
    sheet = sample_hits(scores, n, passages=passages, width=0, seed=seed, **how)
    code = pl.when(pl.col("surface").str.starts_with("T")).then(pl.lit("yes")).otherwise(pl.lit("no"))
    return read_coding(sheet.with_columns(code=code, coder=pl.lit("Ada")))


class Namer(NamedTuple):
    """How an outlet names one referent, and how often the scorer takes something else for a naming.

    Parameters
    ----------
    shares
        True shares of the names.
    right
        Share of the hits of each name that are namings of the referent.
    """

    shares: tuple[float, ...]
    right: tuple[float, ...]


def misnaming(rng: np.random.Generator, outlets: Mapping[str, Namer], *, articles: int, mean: float = 3.0, loyal: float = 0.0) -> Scores:
    """Draw the namings of some outlets, true ones and false, as Scores; the letter at a hit tells which it is.

    Parameters
    ----------
    mean
        True namings of an article on average (negative binomial, size 2).
    loyal
        How much articles keep to one name: their own shares are Dirichlet(shares / loyal); 0: all articles alike.
    """
    names, rows, records = [f"n{k}" for k in range(len(next(iter(outlets.values())).shares))], [], []
    for outlet, namer in outlets.items():
        shares, right = np.array(namer.shares), np.array(namer.right)
        for i in range(articles):
            own = rng.dirichlet(shares / loyal) if loyal else shares
            true = rng.multinomial(rng.negative_binomial(2, 2 / (2 + mean)), own)
            false = rng.poisson(mean * shares * (1 - right) / right)
            each = [
                (name, letter)
                for letter, counts in (("T", true), ("F", false))
                for name, n in zip(names, counts, strict=True)
                for _ in range(n)
            ]
            rows += [{"article_id": f"{outlet}{i}", "outlet": outlet, "name": name, "start": k * WIDTH} for k, (name, _) in enumerate(each)]
            records.append({"article_id": f"{outlet}{i}", "outlet": outlet, "text": "".join(letter.ljust(WIDTH) for _, letter in each)})
    schema = {"article_id": pl.String, "outlet": pl.String, "name": pl.String, "start": pl.Int64}
    place = {"choice": pl.lit("it"), "term": pl.col("name"), "part": pl.lit("text"), "voice": pl.lit("own"), "weight": pl.lit(1.0)}
    hits = _filled(pl.DataFrame(rows, schema=schema).with_columns(end=pl.col("start") + WIDTH, **place), "hits")
    corpus = Corpus.from_records(records)
    exposure = _filled(corpus.articles.with_columns(part=pl.lit("text"), voice=pl.lit("own"), exposure=pl.lit(300.0)), "exposure")
    return Scores(hits, exposure, corpus, (), {"it": tuple(names)}, "hand", "words", 1000.0)
