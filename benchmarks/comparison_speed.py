"""CPU time and memory of the statistics, and of a peer on the same texts (`comparison.py speed`)."""

import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import numpy as np
import polars as pl
from simulate import simulate, word_counts

from framing import tables
from framing.corpus import Corpus
from framing.keyness import Words, keyness
from framing.rates import contrasts, rates
from framing.voice import Passages


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


def beside_peer(counted: Words, python: str) -> list[dict]:
    """Ours and the peer's keyness from the same texts, in one run."""
    articles, rows = written(counted), []
    for draws in (199, 1000):
        rows.append({"work": f"ours, {draws:,} draws"} | timed(lambda draws=draws: keyness(whole(articles), a="a", b="b", n_boot=draws)))
        theirs = peer(articles, python, draws)
        if not theirs:
            break
        rows.append(theirs)
        print(f"\nratio of CPU seconds at {draws:,} draws: {float(theirs['CPU s']) / float(rows[-2]['CPU s']):.1f}")
    return rows


def recount(counted: Words, draws: int) -> None:
    """What a plain bootstrap does: count all words anew in every draw of articles."""
    rng = np.random.default_rng(0)
    for _ in range(draws):
        weight = np.bincount(rng.integers(0, counted.cells.height, counted.cells.height), minlength=counted.cells.height)
        for side in ("a", "b"):
            mine = (counted.cells["outlet"] == side).to_numpy()
            np.bincount(counted.term, weights=counted.count * (weight * mine)[counted.cell], minlength=len(counted.terms))


def speed(python: str) -> Iterator[tuple[str, list[dict]]]:
    """Tables of times, each with its title."""
    rng = np.random.default_rng(0)
    small = word_counts(rng, 1000, 1000, words=30_000, burst=0.0, length=500)
    rows = [
        {"work": "keyness, 1 M words, 1,000 draws"} | timed(lambda: keyness(small, a="a", b="b")),
        {"work": "the same draws by counting anew (10 draws, times 100), without any measure"} | timed(lambda: recount(small, 10), 100),
    ]
    yield "Keyness from texts of 1 M words, 30,000 different ones, 2,000 articles", beside_peer(small, python)
    scores = simulate(rng, outlets={f"o{k}": 1.0 for k in range(10)}, events=100, articles=100, rate=1, frames=12)
    for name, call in (("rates", rates), ("contrasts, 45 pairs", contrasts)):
        work = f"{name}, 12 frames, 10 outlets, 100,000 articles, 2,000 draws"
        rows.append({"work": work} | timed(lambda call=call: call(scores, n_boot=2000)))
    yield "Speed, medians of three on one core", rows + ten_outlets(rng)


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
