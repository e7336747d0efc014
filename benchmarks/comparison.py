"""Coverage, false positives, power and speed of the statistics, on corpora with planted truth.

    python benchmarks/comparison.py PART [--draws 500] [--peer PYTHON]

PART is one of rates, rivals, events, weights, contrasts, uneven, choices, distance, agreement, noise, within, power, speed.
Prints Markdown tables; `docs/statistics.md` quotes them. Articles of about 350 words (log-normal, sd .4); an article's own rate
is gamma with squared coefficient of variation `burst` (0: hits are Poisson, 1: as bursty as an average content word).
"""

import argparse
import importlib
import sys
import warnings
from collections.abc import Iterable
from dataclasses import replace
from functools import partial
from pathlib import Path

import numpy as np
import polars as pl

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

import comparison_naming as naming
import comparison_speed as times
from comparison_agreement import agreement_coverage
from comparison_cells import SIZES, covered, rng_of, show, told
from comparison_rivals import rivals
from simulate import simulate, word_counts

from framing.keyness import keyness
from framing.rates import contrasts, rates
from framing.scores import Scores

WEIGHTS = {
    "1": ([1.0], [1.0]),
    ".1": ([0.1], [1.0]),
    "10": ([10.0], [1.0]),
    ".5 or 2": ([0.5, 2.0], [0.5, 0.5]),
    "1, a tenth 10": ([1.0, 10.0], [0.9, 0.1]),
}
DESIGNS = ((1, 5), (1, 20), (1, 100), (5, 1), (5, 4), (5, 20), (20, 1), (20, 5))


def rate_coverage(draws: int, *, beside: bool = False) -> None:
    rows = []
    for n in (3, *SIZES):
        for rate in (0.03, 0.3, 1, 3, 10):
            for burst in (0.0, 1.0, 2.5):
                scores = simulate(
                    rng_of(1, n, rate, burst),
                    outlets=dict.fromkeys((f"o{k}" for k in range(draws)), 1.0),
                    articles=n,
                    rate=rate,
                    burst=burst,
                )
                table = rates(scores, n_boot=400)
                some = table.filter(pl.col("value") > 0)
                row = {"articles": n, "per 1,000": str(rate), "burst": burst, "no hit, %": 100 * (1 - some.height / draws)}
                row |= {"covers": covered(table, rate), "with a caution, %": told(table)}
                rows.append(row | (rivals(scores, rate) if beside else {}))
    show(f"Rates: coverage of 95 % intervals, {draws} outlets a row (rivals: outlets with hits)", rows)


def event_coverage(draws: int) -> None:
    """Rates over events like these: whole events drawn, or articles, which know these events alone."""
    rows = []
    for events, n, topic in ((10, 5, 0.5), (10, 5, 1.0), (20, 5, 0.5), (20, 1, 0.5), (40, 5, 0.5)):
        row = {"events": events, "articles an event": n, "topic": topic}
        drawn = [
            simulate(rng_of(13, k, events, n, topic), outlets={"o": 1.0}, events=events, articles=n, topic=topic) for k in range(draws)
        ]
        for name, within in (("events drawn", "event"), ("articles drawn", None)):
            table = pl.concat([rates(scores, within=within, n_boot=200) for scores in drawn])
            row |= {name: covered(table, 3 * np.exp(topic**2 / 2))}
        rows.append(row)
    show(f"Rates over events that differ: coverage of 95 % intervals, {draws} outlets a row", rows)


def weighed(scores: Scores, name: str, rng: np.random.Generator) -> Scores:
    values, chances = WEIGHTS[name]
    return replace(scores, hits=scores.hits.with_columns(weight=pl.Series(rng.choice(values, scores.hits.height, p=chances))))


def weighed_coverage(draws: int) -> None:
    """Rates, and contrasts of equal rates, where hits weigh other than 1."""
    rows = []
    for n, rate, burst in ((20, 0.3, 1.0), (20, 1, 1.0), (20, 3, 1.0), (5, 10, 1.0), (100, 1, 0.0), (100, 1, 1.0), (100, 3, 1.0)):
        outlets = dict.fromkeys((f"o{k}" for k in range(draws)), 1.0)
        scores = simulate(rng_of(8, n, rate, burst), outlets=outlets, articles=n, rate=rate, burst=burst)
        row = {"articles": n, "per 1,000": str(rate), "burst": burst}
        for name, (values, chances) in WEIGHTS.items():
            table = rates(weighed(scores, name, rng_of(8, n, rate)), n_boot=400)
            row |= {name: covered(table, rate * np.dot(values, chances))}
        rows.append(row)
    show(f"Rates of weighed hits: coverage of 95 % intervals, {draws} outlets a row", rows)
    rows = []
    for n, rate in ((4, 1), (4, 4), (20, 1)):
        parts = [
            simulate(rng_of(10, k, n, rate), outlets={"A": 1.0, "B": 1.0}, events=5, articles=n, rate=rate, frames=25)
            for k in range(draws // 25)
        ]
        row = {"articles a side and event": n, "per 1,000": rate}
        for name in WEIGHTS:
            table = contrasted(weighed(part, name, rng_of(10, k)) for k, part in enumerate(parts))
            row |= {f"covers 1, {name}": covered(table, 1), f"p < .05, {name}": found_different(table)}
        rows.append(row)
    show(f"Contrasts of weighed hits: 5 events, burst 1, {draws} draws a row", rows)


def contrasted(corpora: Iterable[Scores]) -> pl.DataFrame:
    """Contrasts of all corpora, but for those in which neither side has a hit."""
    return pl.concat([contrasts(scores, n_boot=200, seed=k) for k, scores in enumerate(corpora)]).drop_nans("ratio")


def found_different(table: pl.DataFrame) -> float:
    """Per cent of rows with p below .05."""
    return 100 * (table["p"] < 0.05).mean()


def contrast_coverage(draws: int) -> None:
    rows = []
    for events, n in DESIGNS:
        for rate in (1, 4):
            for burst in (0.0, 1.0):
                row = {"events": events, "articles a side and event": n, "per 1,000": rate, "burst": burst}
                for ratio in (1.0, 2.0):
                    parts = [
                        simulate(
                            rng_of(2, k, events, n, rate, burst, ratio),
                            outlets={"A": ratio, "B": 1.0},
                            events=events,
                            articles=n,
                            rate=rate,
                            burst=burst,
                            frames=25,
                        )
                        for k in range(draws // 25)
                    ]
                    table = contrasted(parts)
                    row |= {
                        f"coverage, ratio {ratio:.0f}": covered(table, ratio),
                        f"p < .05, ratio {ratio:.0f}": found_different(table),
                    }
                rows.append(row | {"with a caution, %": told(table)})
    show(f"Contrasts: coverage, false positives (ratio 1) and power (ratio 2), {draws} draws a row", rows)


def noise(draws: int) -> None:
    """Keyness of two outlets drawn from one bursty source, and contrasts where articles are not exchangeable."""
    rows = []
    for n_a, n_b in ((5, 5), (20, 20), (100, 100), (20, 80)):
        for burst in (0.0, 1.0, 3.0):
            found = [
                keyness(word_counts(rng_of(4, n_a, n_b, burst, k), n_a, n_b, burst=burst), a="a", b="b", n_boot=200)
                for k in range(draws // 25)
            ]
            table = pl.concat(found)
            often = table.filter(pl.col("count_a") + pl.col("count_b") >= 10)
            rows.append(
                {"articles a": n_a, "articles b": n_b, "burst": burst}
                | {"p < .05, all words": found_different(table), "p < .05, 10 or more": found_different(often)}
                | {"corpora with a q < .05": 100 * float(np.mean([(t["q"] < 0.05).any() for t in found]))}
                | {"token G2 > 3.84": 100 * (often["g2"] > 3.84).mean(), "coverage, 10 or more": covered(often, 0.0)}
            )
    show(f"Keyness on noise: 1,000 words, {draws // 25} corpora a row, per cent", rows)


def topics(draws: int) -> None:
    """Keyness over all articles and within events, of outlets whose words differ by event and who report the events unevenly."""
    rows = []
    for n_a, n_b, events, burst, *unlike in (
        (20, 20, 5, 1),
        (20, 20, 5, 0),
        (50, 50, 5, 1),
        (20, 20, 20, 1),
        (24, 24, 12, 1),
        (100, 100, 20, 1),
        (20, 80, 5, 1),
        (100, 100, 5, 1, 0.5),
        (240, 240, 12, 1, 0.5),
    ):
        row = {"articles a": n_a, "articles b": n_b, "events": events, "burst": burst, "unlike": sum(unlike)}
        plan = {"words": 500, "burst": burst, "events": events, "unlike": sum(unlike)}
        seeds = [[9, n_a, n_b, events, burst, k] for k in range(draws // 25)]
        drawn = [word_counts(np.random.default_rng(seed), n_a, n_b, **plan) for seed in seeds]
        for name, within in (("plain", None), ("within", "event")):
            table = pl.concat([keyness(words, a="a", b="b", within=within, n_boot=200) for words in drawn])
            often = table.filter(pl.col("count_a") + pl.col("count_b") >= 10)
            row |= {f"p < .05, {name}": found_different(often), f"covers 0, {name}": covered(often, 0.0)}
        rows.append(row)
    show(f"Keyness of outlets that report events unevenly, {draws // 25} corpora a row, words of ten occurrences or more", rows)


def stress(draws: int) -> None:
    """Equal rates, but outlet A writes longer or burstier articles, or has fewer of them."""
    rows = []
    for name, plan in {
        "A four times as long": {"first_longer": 4.0},
        "A bursty, B not": {"burst_others": 0.0, "burst": 2.0},
        "A bursty with 2 articles an event, B 20": {"burst_others": 0.0, "burst": 2.0, "articles": 2, "articles_others": 20},
        "A bursty with 4 articles an event, B 16": {"burst_others": 0.0, "burst": 2.0, "articles_others": 16},
        "both bursty, A 4 articles an event, B 16": {"burst": 2.0, "articles_others": 16},
        "A even with 4 articles an event, B 16, bursty": {"burst_others": 2.0, "burst": 0.0, "articles_others": 16},
        "ratios differ by event, 5 events of 20 articles": {"unlike": 0.5, "articles": 20},
        "ratios differ by event, 12 events of 20 articles": {"unlike": 0.5, "articles": 20, "events": 12},
        "ratios differ by event, 20 events of 4 articles": {"unlike": 0.5, "events": 20},
        "ratios differ by event, 20 events of 1 article": {"unlike": 0.5, "articles": 1, "events": 20},
    }.items():
        row = {"outlets": name}
        for ratio in (1.0, 2.0):
            given = {"events": 5, "articles": 4, "rate": 4, "frames": 25} | plan
            parts = [simulate(rng_of(5, k, ratio), outlets={"A": ratio, "B": 1.0}, **given) for k in range(draws // 25)]
            table = contrasted(parts)
            row |= {f"coverage, ratio {ratio:.0f}": covered(table, ratio), f"p < .05, ratio {ratio:.0f}": found_different(table)}
        rows.append(row)
    show(f"Contrasts of outlets that differ in all but the mean rate, {draws} draws a row", rows)


def power(draws: int) -> None:
    rows = []
    for n in SIZES:
        per_event = max(n // 5, 1)
        for ratio in (1.5, 2.0, 3.0, 5.0):
            parts = [
                simulate(rng_of(6, k, n, ratio), outlets={"A": ratio, "B": 1.0}, events=5, articles=per_event, rate=4, burst=1, frames=25)
                for k in range(draws // 25)
            ]
            table = pl.concat([contrasts(part, n_boot=200, seed=k) for k, part in enumerate(parts)])
            row = {"articles an outlet": n, "ratio": ratio, "p < .05": found_different(table)}
            outside = ((table["low"] > 1) | (table["high"] < 1)).mean()
            rows.append(row | {"interval without 1": 100 * outside, "median detectable": table["detectable"].median()})
    show(f"Power of contrasts: 5 events, 4 hits per 1,000 words, burst 1, {draws} draws a row", rows)


PARTS = {
    "rates": rate_coverage,
    "rivals": partial(rate_coverage, beside=True),
    "events": event_coverage,
    "weights": weighed_coverage,
    "contrasts": contrast_coverage,
    "uneven": stress,
    "choices": naming.choice_coverage,
    "distance": naming.distance_coverage,
    "agreement": agreement_coverage,
    "noise": noise,
    "within": topics,
    "power": power,
}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("part", choices=[*PARTS, "speed"])
    parser.add_argument("--draws", type=int, default=500, help="simulated draws a row")
    parser.add_argument("--peer", default=sys.executable, help="Python that has pycorpdiff, for speed")
    options = parser.parse_args()
    warnings.simplefilter("ignore")
    if options.part == "speed":
        for title, rows in times.speed(options.peer):
            show(title, rows)
        return
    for room in ("framing.rates.permute", "framing.choices.distance"):
        importlib.import_module(room).FEW = 0  # finer draws of small p do not move them across .05
    PARTS[options.part](options.draws)


if __name__ == "__main__":
    main()
