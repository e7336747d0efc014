"""Coverage, false positives, power and speed of the statistics, on corpora with planted truth.

    python benchmarks/comparison.py rates|rivals|contrasts|uneven|choices|distance|noise|within|power|speed [--draws 500] [--peer PYTHON]

Prints Markdown tables; `docs/statistics.md` quotes them. Articles of about 350 words (log-normal, sd .4); an article's own rate
is gamma with squared coefficient of variation `burst` (0: hits are Poisson, 1: as bursty as an average content word).
"""

import argparse
import importlib
import json
import resource
import subprocess
import sys
import tempfile
import time
import warnings
from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import numpy as np
import polars as pl

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from simulate import named_scores, simulate, word_counts

from framing import tables
from framing.choices import choices, naming_distance
from framing.corpus import Corpus
from framing.keyness import Words, keyness
from framing.rates import contrasts, rates
from framing.resample.draws import weights
from framing.scores import Scores
from framing.voice import Passages

SIZES = (5, 20, 100)
DESIGNS = ((1, 5), (1, 20), (1, 100), (5, 1), (5, 4), (5, 20), (20, 1), (20, 5))
RIVALS = ("percentile", "BCa", "bootstrap-t", "log t")


def show(title: str, rows: list[dict]) -> None:
    """Print rows as a Markdown table."""
    print(f"\n**{title}**\n\n| {' | '.join(rows[0])} |\n|{'---|' * len(rows[0])}")
    for row in rows:
        print("| " + " | ".join(f"{v:.1f}" if isinstance(v, float) else str(v) for v in row.values()) + " |", flush=True)


def rng_of(*numbers: float) -> np.random.Generator:
    return np.random.default_rng([int(1000 * n) for n in numbers])


def covered(table: pl.DataFrame, truth: float) -> float:
    """Per cent of intervals that hold the truth, of those that are defined."""
    defined = table.filter(pl.col("low").is_not_nan() & pl.col("high").is_not_nan())
    return 100 * ((defined["low"] <= truth) & (defined["high"] >= truth)).mean()


def rival_intervals(values: np.ndarray, words: np.ndarray, drawn: np.ndarray) -> dict[str, tuple[float, float]]:
    """Intervals of one rate by the methods that were tried and not taken."""
    from scipy.stats import norm, t

    n, total, rate = len(values), values.sum(), values.sum() / words.sum()
    exposed = drawn[(drawn @ words) > 0]
    again = (exposed @ values) / (exposed @ words)
    error = np.sqrt(((values - rate * words) ** 2).sum()) / total
    with np.errstate(all="ignore"):
        squares = exposed @ values**2 - 2 * again * (exposed @ (values * words)) + again**2 * (exposed @ words**2)
        student = np.log(again / rate) / (np.sqrt(squares) / (exposed @ values))
    student = np.where(again == 0, -np.inf, student)
    jack = (total - values) / (words.sum() - words)
    moved = jack.mean() - jack
    bend = (moved**3).sum() / (6 * (moved**2).sum() ** 1.5) if moved.any() else 0.0
    shift = norm.ppf(np.clip((again < rate).mean() + (again == rate).mean() / 2, 0.001, 0.999))
    ends = [norm.cdf(shift + (shift + z) / (1 - bend * (shift + z))) for z in (-1.96, 1.96)]
    half = t.ppf(0.975, n - 1) * error * np.sqrt(n / (n - 1))
    low, high = np.quantile(student[~np.isnan(student)], (0.025, 0.975), method="nearest")
    with np.errstate(over="ignore"):
        return {
            "percentile": tuple(np.quantile(again, (0.025, 0.975))),
            "BCa": tuple(np.quantile(again, ends)),
            "bootstrap-t": (rate * np.exp(-high * error), rate * np.exp(-low * error)),
            "log t": (rate * np.exp(-half), rate * np.exp(half)),
        }


def rivals(scores, truth: float, n_boot: int = 400) -> dict[str, float]:
    """Coverage of the methods not taken, over the outlets of a corpus that have a hit."""
    hits = scores.hits.group_by("article_id").agg(pl.col("weight").sum())
    cells = scores.exposure.join(hits, on="article_id", how="left").with_columns(pl.col("weight").fill_null(0))
    held = {name: [] for name in RIVALS}
    for (_,), group in cells.group_by("outlet"):
        values, words = group["weight"].to_numpy(), group["exposure"].to_numpy()
        if values.any():
            drawn = weights(group["article_id"].to_list(), n_boot, 0).T
            for name, (low, high) in rival_intervals(values, words, drawn).items():
                held[name].append(low <= truth / 1000 <= high)
    return {name: 100 * float(np.mean(found)) for name, found in held.items()}


def told(table: pl.DataFrame) -> float:
    """Per cent of rows that carry a caution."""
    return 100 * float(table["caution"].is_not_null().mean() or 0)


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


def rivals_coverage(draws: int) -> None:
    rate_coverage(draws, beside=True)


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
                    table = pl.concat([contrasts(part, n_boot=200, seed=k) for k, part in enumerate(parts)]).drop_nans("ratio")
                    row |= {
                        f"coverage, ratio {ratio:.0f}": covered(table, ratio),
                        f"p < .05, ratio {ratio:.0f}": 100 * (table["p"] < 0.05).mean(),
                    }
                rows.append(row | {"with a caution, %": told(table)})
    show(f"Contrasts: coverage, false positives (ratio 1) and power (ratio 2), {draws} draws a row", rows)


def choice_coverage(draws: int) -> None:
    truth, rows = np.array([0.6, 0.3, 0.08, 0.02]), []
    for n in SIZES:
        for mean in (1, 4):
            for loyal in (0.0, 0.5, 2.0):
                scores = named_scores(rng_of(3, n, mean, loyal), truth, groups=draws, articles=n, mean=mean, loyal=loyal)
                table = choices(scores, n_boot=200)
                row = {"articles": n, "namings an article": mean, "loyalty": loyal}
                names = [f"n{k}" for k in range(len(truth))]
                row |= {f"share {p}": covered(table.filter(name=name), p) for p, name in zip(truth, names, strict=True)}
                rows.append(row | {"with a caution, %": told(table)})
    show(f"Choices: coverage of 95 % intervals, {draws} outlets a row", rows)


def distance_coverage(draws: int) -> None:
    """Distances between naming profiles: coverage and false positives, every corpus two outlets."""
    truth, rows = np.array([0.6, 0.3, 0.1]), []
    for n in SIZES:
        for mean in (1, 4):
            for loyal in (0.0, 1.0):
                row = {"articles": n, "namings an article": mean, "loyalty": loyal}
                for apart in (0.0, 0.4):
                    found = [pair_of_namers(rng_of(7, k, n, mean, loyal, apart), truth, apart, n, mean, loyal) for k in range(draws)]
                    table = pl.concat([naming_distance(scores, n_boot=200) for scores in found]).drop_nans("distance")
                    row |= {f"covers {apart}": covered(table, apart), f"p < .05 at {apart}": 100 * (table["p"] < 0.05).mean()}
                rows.append(row)
    show(f"Naming distance: coverage of 95 % intervals and p < .05, {draws} pairs of outlets a row, per cent", rows)


def pair_of_namers(rng: np.random.Generator, truth: np.ndarray, apart: float, n: int, mean: float, loyal: float) -> Scores:
    """Two outlets whose profiles differ by `apart`, moved from the first name to the last."""
    one, two = (
        named_scores(rng, truth + np.array([-move, 0, move]), groups=1, articles=n, mean=mean, loyal=loyal) for move in (0.0, apart)
    )
    renamed = {"article_id": pl.concat_str(pl.lit("b"), "article_id"), "outlet": pl.lit("b")}
    hits, exposure = ([first, second.with_columns(**renamed)] for first, second in ((one.hits, two.hits), (one.exposure, two.exposure)))
    corpus = Corpus.from_frame(pl.concat([one.corpus.articles, two.corpus.articles.with_columns(**renamed)]))
    return replace(one, hits=pl.concat(hits), exposure=pl.concat(exposure), corpus=corpus)


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
                | {"p < .05, all words": 100 * (table["p"] < 0.05).mean(), "p < .05, 10 or more": 100 * (often["p"] < 0.05).mean()}
                | {"corpora with a q < .05": 100 * float(np.mean([(t["q"] < 0.05).any() for t in found]))}
                | {"token G2 > 3.84": 100 * (often["g2"] > 3.84).mean(), "coverage, 10 or more": covered(often, 0.0)}
            )
    show(f"Keyness on noise: 1,000 words, {draws // 25} corpora a row, per cent", rows)


def topics(draws: int) -> None:
    """Keyness over all articles and within events, of outlets whose words differ by event and who report the events unevenly."""
    rows = []
    for n_a, n_b, events, burst in (
        (20, 20, 5, 1),
        (20, 20, 5, 0),
        (50, 50, 5, 1),
        (20, 20, 20, 1),
        (24, 24, 12, 1),
        (100, 100, 20, 1),
        (20, 80, 5, 1),
    ):
        row = {"articles a": n_a, "articles b": n_b, "events": events, "burst": burst}
        seeds = [[9, n_a, n_b, events, burst, k] for k in range(draws // 25)]
        drawn = [word_counts(np.random.default_rng(seed), n_a, n_b, words=500, burst=burst, events=events) for seed in seeds]
        for name, within in (("plain", None), ("within", "event")):
            table = pl.concat([keyness(words, a="a", b="b", within=within, n_boot=200) for words in drawn])
            often = table.filter(pl.col("count_a") + pl.col("count_b") >= 10)
            row |= {f"p < .05, {name}": 100 * (often["p"] < 0.05).mean(), f"covers 0, {name}": covered(often, 0.0)}
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
    }.items():
        row = {"outlets": name}
        for ratio in (1.0, 2.0):
            given = {"events": 5, "articles": 4, "rate": 4, "frames": 25} | plan
            parts = [simulate(rng_of(5, k, ratio), outlets={"A": ratio, "B": 1.0}, **given) for k in range(draws // 25)]
            table = pl.concat([contrasts(part, n_boot=200, seed=k) for k, part in enumerate(parts)]).drop_nans("ratio")
            row |= {f"coverage, ratio {ratio:.0f}": covered(table, ratio), f"p < .05, ratio {ratio:.0f}": 100 * (table["p"] < 0.05).mean()}
        rows.append(row)
    show(f"Contrasts of outlets that differ in all but the rate, {draws} draws a row", rows)


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
            row = {"articles an outlet": n, "ratio": ratio, "p < .05": 100 * (table["p"] < 0.05).mean()}
            outside = ((table["low"] > 1) | (table["high"] < 1)).mean()
            rows.append(row | {"interval without 1": 100 * outside, "median detectable": table["detectable"].median()})
    show(f"Power of contrasts: 5 events, 4 hits per 1,000 words, burst 1, {draws} draws a row", rows)


def timed(work: Callable[[], object], times: float = 1, runs: int = 3) -> dict[str, str]:
    """Median CPU seconds of some runs, times a factor, and the peak memory of the process so far."""
    seconds = []
    for _ in range(runs):
        start = time.process_time()
        work()
        seconds.append(time.process_time() - start)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6
    return {"CPU s": f"{times * sorted(seconds)[runs // 2]:.2f}", "peak GB so far": f"{peak:.2f}"}


def written(counted: Words) -> pl.DataFrame:
    """Articles with exactly the words that were counted."""
    ends = np.searchsorted(counted.cell, np.arange(counted.cells.height + 1))
    terms = np.array(counted.terms)
    texts = [" ".join(np.repeat(terms[counted.term[p:q]], counted.count[p:q])) for p, q in pairwise(ends)]
    return counted.cells.select("article_id", "outlet").with_columns(text=pl.Series(texts, dtype=pl.String))


def whole(articles: pl.DataFrame) -> Passages:
    """Passages of one voice, one an article, so that both sides start from the same texts."""
    corpus = Corpus.from_frame(articles)
    words = pl.col("text").str.count_matches(" ") + 1
    one = corpus.articles.select(
        "article_id", "outlet", "event", part=pl.lit("text"), start=0, end=pl.col("text").str.len_chars(), tokens=words
    )
    typed = one.with_columns(pl.col(name).cast(tables.schema("passages")[name]) for name in one.columns)
    return Passages(pl.concat([tables.empty("passages"), typed], how="diagonal"), corpus)


def peer(articles: pl.DataFrame, python: str, draws: int) -> dict[str, str]:
    """Run the peer's keyness on the same articles, in its own Python; {} with a message where it is not installed."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "articles.jsonl"
        articles.write_ndjson(path)
        script = Path(__file__).with_name("peer_keyness.py")
        command = [python, script, path, "--draws", str(draws)]
        done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603
    if done.returncode:
        reason = done.stderr.strip().split("\n")[-1]
        print(f"no peer beside ours: {reason}; install pycorpdiff and name its interpreter with --peer", file=sys.stderr)
        return {}
    found = json.loads(done.stdout.strip().split("\n")[-1])
    median = sorted(found["seconds"])[len(found["seconds"]) // 2]
    return {"work": f"{found['peer']}, {draws:,} draws", "CPU s": f"{median:.2f}", "peak GB so far": f"{found['peak']:.2f}"}


def beside_peer(counted: Words, python: str) -> None:
    """Ours and the peer's keyness from the same texts, in one run."""
    articles, rows = written(counted), []
    for draws in (199, 1000):
        rows.append({"work": f"ours, {draws:,} draws"} | timed(lambda draws=draws: keyness(whole(articles), a="a", b="b", n_boot=draws)))
        theirs = peer(articles, python, draws)
        if not theirs:
            break
        rows.append(theirs)
        print(f"\nratio of CPU seconds at {draws:,} draws: {float(theirs['CPU s']) / float(rows[-2]['CPU s']):.1f}")
    show("Keyness from texts of 1 M words, 30,000 different ones, 2,000 articles", rows)


def recount(counted: Words, draws: int) -> None:
    """What a plain bootstrap does: count all words anew in every draw of articles."""
    rng = np.random.default_rng(0)
    for _ in range(draws):
        weight = np.bincount(rng.integers(0, counted.cells.height, counted.cells.height), minlength=counted.cells.height)
        for side in ("a", "b"):
            mine = (counted.cells["outlet"] == side).to_numpy()
            np.bincount(counted.term, weights=counted.count * (weight * mine)[counted.cell], minlength=len(counted.terms))


def speed(_: int, python: str = sys.executable) -> None:
    rng = np.random.default_rng(0)
    small = word_counts(rng, 1000, 1000, words=30_000, burst=0.0, length=500)
    rows = [
        {"work": "keyness, 1 M words, 1,000 draws"} | timed(lambda: keyness(small, a="a", b="b")),
        {"work": "the same draws by counting anew (10 draws, times 100), without any measure"} | timed(lambda: recount(small, 10), 100),
    ]
    beside_peer(small, python)
    scores = simulate(rng, outlets={f"o{k}": 1.0 for k in range(10)}, events=100, articles=100, rate=1, frames=12)
    for name, call in (("rates", rates), ("contrasts, 45 pairs", contrasts)):
        work = f"{name}, 12 frames, 10 outlets, 100,000 articles, 2,000 draws"
        rows.append({"work": work} | timed(lambda call=call: call(scores, n_boot=2000)))
    show("Speed, medians of three on one core", rows + ten_outlets(rng))


def ten_outlets(rng: np.random.Generator) -> list[dict]:
    """Keyness of each of ten outlets against the rest: one alone, and all ten once."""
    drawn = word_counts(rng, 1000, 9000, words=100_000, burst=0.0, length=500)
    outlets = [f"o{k}" for k in range(10)]
    large = replace(drawn, cells=drawn.cells.with_columns(outlet=pl.Series(np.repeat(outlets, 1000))))
    said = "against the rest, 10,000 articles, 1,000 draws"
    return [
        {"work": f"keyness, 100,000 words, one of 10 outlets {said}"} | timed(lambda: keyness(large, a="o0")),
        {"work": f"keyness, 100,000 words, all 10 outlets {said}, once"} | timed(lambda: [keyness(large, a=o) for o in outlets], runs=1),
    ]


PARTS = {
    "rates": (rate_coverage,),
    "rivals": (rivals_coverage,),
    "contrasts": (contrast_coverage,),
    "uneven": (stress,),
    "choices": (choice_coverage,),
    "distance": (distance_coverage,),
    "noise": (noise,),
    "within": (topics,),
    "power": (power,),
    "speed": (speed,),
}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("part", choices=PARTS)
    parser.add_argument("--draws", type=int, default=500, help="simulated draws a row")
    parser.add_argument("--peer", default=sys.executable, help="Python that has pycorpdiff, for speed")
    options = parser.parse_args()
    warnings.simplefilter("ignore")
    if options.part != "speed":
        importlib.import_module("framing.rates.permute").FEW = 0  # finer draws of small p do not move them across .05
    more = {"python": options.peer} if options.part == "speed" else {}
    for part in PARTS[options.part]:
        part(options.draws, **more)


if __name__ == "__main__":
    main()
