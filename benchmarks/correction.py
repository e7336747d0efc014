"""How often corrected rates and contrasts hold the truth, where the scorer errs more in one outlet than in the other.

    python benchmarks/correction.py --draws 500 [--rare | --names]

Two outlets report the same events (`tests/simulate_coding.py`). The scorer finds .80 of what is true in one outlet (a) and .50 in
the other (b), half as much within quotations, and takes .02 and .005 of the rest for it. Coded are n hits and n passages without.
"""

import argparse
import sys
import warnings
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from simulate_coding import Namer, Outlet, Plan, coded, erring, misnaming

from framing.choices import choices
from framing.rates import contrasts, rates
from framing.scores import Scores
from framing.validation import validate

NUMBERS = 6  # of `compared`
COUNTED = 200  # corpora of which the counted contrast is made too: its swaps of articles take most of the time
METHODS = ("difference", "ppi", "rogan-gladen")
PLANS = {
    "2 x 36 articles": Plan(),
    "2 x 100 articles": Plan(events=10, articles=10),
    "2 x 100, rare (.02)": Plan(events=10, articles=10, share=0.02),
    "2 x 100, bursty": Plan(events=10, articles=10, burst=2.0),
    "2 x 15 articles": Plan(events=5, articles=3),
}
LEARNT = {"a": (0.8, 0.02), "b": (0.5, 0.005)}


def topics(seed: int, plan: Plan) -> np.ndarray:
    """How often each event speaks of it: the first thing `erring` draws. Rates are those of articles on these events."""
    return np.exp(np.random.default_rng([7, seed]).normal(0, plan.topic, plan.events) - plan.topic**2 / 2)


def one(seed: int, plan: Plan, ratio: float, n: int, methods: tuple[str, ...], n_boot: int) -> list[list[float]]:
    """One corpus, one sample: the numbers of `compared` for the counted contrast (nan where it is not made) and each method."""
    rng = np.random.default_rng([7, seed])
    outlets = {name: Outlet(ratio if name == "a" else 1.0, *errors) for name, errors in LEARNT.items()}
    scores, passages = erring(rng, outlets, plan)
    coding = coded(scores, passages, n, seed)
    ways = [{}] + [{"coding": coding, "passages": passages, "method": method} for method in methods]
    truth = ratio, 1000 * plan.share * topics(seed, plan).mean()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return [
            compared(scores, truth, {"n_boot": n_boot, "seed": seed} | how) if how or seed < COUNTED else [np.nan] * NUMBERS for how in ways
        ]


def compared(scores: Scores, truth: tuple[float, float], how: dict[str, Any]) -> list[float]:
    """Ratio, whether its interval holds the truth, p and width; the rate of b over the true one, and whether its interval holds that."""
    ratio, rate = truth
    row = contrasts(scores, **how).row(0, named=True)
    level = rates(scores, **how).filter(outlet="b").row(0, named=True)
    held = row["low"] <= ratio <= row["high"], level["low"] <= rate <= level["high"]
    return [row["ratio"], held[0], row["p"], np.log(row["high"] / row["low"]), level["rate"] / rate, held[1]]


def report(name: str, plan: Plan, ratio: float, n: int, options: argparse.Namespace) -> None:
    """Print a row a method."""
    with ProcessPoolExecutor(options.jobs) as pool:
        task = partial(one, plan=plan, ratio=ratio, n=n, methods=tuple(options.methods), n_boot=options.boot)
        found = np.array(list(pool.map(task, range(options.draws), chunksize=10)), dtype=float)
    for number, method in enumerate(("counted", *options.methods)):
        ratios, held, p, width, rate, rate_held = found[: COUNTED if method == "counted" else None, number].T
        known = np.isfinite(width)
        cells = (
            f"{np.exp(np.nanmean(np.log(ratios[ratios > 0]))):.2f}",
            f"{held.mean():.3f}",
            f"{(p < 0.05).mean():.3f}",
            f"x{np.exp(np.median(width[known]) / 2):.2f}" if known.any() else "-",
            f"{np.nanmean(rate):.2f}",
            f"{rate_held.mean():.3f}",
        )
        print(f"| {name} | {ratio:g} | {n} + {n} | {method} | {' | '.join(cells)} |", flush=True)


def one_rare(seed: int, n: int) -> list[float]:
    """Whether recall and corrected rate hold the truth in a corpus most of whose true passages are missed, and few coded."""
    plan = Plan(events=1, articles=60, share=71 / 1200, burst=0, topic=0, quoted=0)
    scores, passages = erring(np.random.default_rng([8, seed]), {"a": Outlet(1.0, 13 / 71, 0.0)}, plan)
    coding = coded(scores, passages, n, seed)
    found = scores.hits.height / passages.corpus.articles["text"].str.count_matches("T").sum()  # of this corpus, as `validate` asks
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        recall = validate(scores, coding, passages=passages, n_boot=200).filter(measure="recall").row(0, named=True)
        row = rates(scores, coding=coding, passages=passages, n_boot=200).row(0, named=True)
    return [
        recall["value"] == 1,
        recall["low"] <= found <= recall["high"],
        row["low"] <= 1000 * plan.share <= row["high"],
        recall["low"],
        recall["high"],
    ]


def rare(options: argparse.Namespace) -> None:
    """Print a row a size."""
    print("| passages coded | no miss among them | covered: recall | corrected rate | median recall interval (true .18) |")
    print("|---|---|---|---|---|")
    for n in (20, 40, 80, 200):
        none, recall, rate, low, high = np.array([one_rare(seed, n) for seed in range(options.draws)], dtype=float).T
        print(
            f"| {n} | {none.mean():.0%} | {recall.mean():.3f} | {rate.mean():.3f} | {np.median(low):.2f} to {np.median(high):.2f} |",
            flush=True,
        )


NAMED = (0.6, 0.3, 0.1)
NAMERS = {"a": Namer(NAMED, (0.95, 0.5, 0.9)), "b": Namer(NAMED, (0.7, 0.95, 0.9))}


def one_named(seed: int, articles: int, loyal: float, n: int) -> np.ndarray:
    """For each outlet and name: counted and corrected share, whether their intervals hold the truth, whether there is a caution."""
    scores = misnaming(np.random.default_rng([9, seed]), NAMERS, articles=articles, loyal=loyal)
    rows = []
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        for how in ({}, {"coding": coded(scores, None, n, seed)}):
            table = choices(scores, n_boot=200, seed=seed, **how)
            share, low, high = (table[name].to_numpy() for name in ("share", "low", "high"))
            truth = np.tile(NAMED, len(NAMERS))
            rows += [share, (low <= truth) & (truth <= high), table["caution"].is_not_null().to_numpy()]
    return np.array(rows, dtype=float)


def naming(options: argparse.Namespace) -> None:
    """Print a row a size: two outlets that name alike, of whose hits the scorer takes other names for namings wrongly."""
    print("| articles an outlet | loyalty | coded | counted: .60 is, in a and b | covered | corrected | covered | least | caution |")
    print("|---|---|---|---|---|---|---|---|---|")
    for articles, loyal in ((15, 0.0), (40, 0.0), (40, 1.0), (100, 0.5)):
        for n in (60, 150, 300):
            with ProcessPoolExecutor(options.jobs) as pool:
                found = np.array(
                    list(pool.map(partial(one_named, articles=articles, loyal=loyal, n=n), range(options.draws), chunksize=10))
                )
            counted, held, _, share, covered, told = np.nanmean(found, 0)
            cells = (f"{counted[0]:.2f}, {counted[3]:.2f}", f"{held.mean():.3f}", f"{share[0]:.2f}, {share[3]:.2f}")
            last = (f"{covered.mean():.3f}", f"{covered.min():.3f}", f"{told.mean():.0%}")
            print(f"| {articles} | {loyal:g} | {n} | {' | '.join((*cells, *last))} |", flush=True)


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--draws", type=int, default=500, help="simulated corpora a row")
    parser.add_argument("--boot", type=int, default=300, help="draws of articles")
    parser.add_argument("--jobs", type=int, default=1)
    parser.add_argument("--sizes", type=int, nargs="+", default=[50, 100, 200])
    parser.add_argument("--ratios", type=float, nargs="+", default=[1.0, 2.0])
    parser.add_argument("--plans", nargs="+", default=list(PLANS), choices=list(PLANS))
    parser.add_argument("--methods", nargs="+", default=list(METHODS), choices=METHODS)
    parser.add_argument("--rare", action="store_true", help="one outlet, a scorer that misses most, few codes")
    parser.add_argument("--names", action="store_true", help="shares of naming choices, two outlets that are misread in different names")
    options = parser.parse_args()
    if options.names:
        naming(options)
        return
    if options.rare:
        rare(options)
        return
    print("| corpus | true ratio | coded | method | mean ratio | covered | p < .05 | half-width | rate of b / truth | covered |")
    print("|---|---|---|---|---|---|---|---|---|---|")
    for plan in options.plans:
        for ratio in options.ratios:
            for n in options.sizes:
                report(plan, PLANS[plan], ratio, n, options)


if __name__ == "__main__":
    main()
