"""How fast lexicon terms are found, beside other libraries on the same texts in the same run.

    python benchmarks/matching.py [all] [hits] [growth] [entries] [memory] [score]

The texts are invented (see `invented.py`): about 500 words each, with planted words, phrases and `word*`. All engines look for
the same terms, without regard to case, at word boundaries, every hit with offsets; those that look for plain strings get the
boundaries checked afterwards. CPU time, medians of five runs. Libraries that are not installed are passed over, and said so.
"""

import argparse
import re
import statistics
import time
import tracemalloc
from collections.abc import Callable
from unittest import mock

import invented
import polars as pl
from matching_peers import PEERS, SIZES, lexicon, ours_arrays

from framing import tables
from framing.corpus import Corpus
from framing.lexicon import Lexicon, read_lexicon
from framing.matching import LexiconScorer
from framing.matching.engines import engine
from framing.voice import Passages, split_voices

RUNS = 5


def passages(texts: list[str]) -> Passages:
    """A passage a line, in the outlet's own voice: what stands before and after the finding must not be timed."""
    corpus = Corpus.from_frame(
        pl.DataFrame({"article_id": [str(number) for number in range(len(texts))], "outlet": "The Gull", "title": "", "text": texts})
    )
    rows = [
        (str(number), line, m.start(), m.end())
        for number, text in enumerate(texts)
        for line, m in enumerate(re.finditer(r"[^\n]*\n?", text))
        if m[0]
    ]
    cut = pl.DataFrame(rows, schema=["article_id", "sentence", "start", "end"], orient="row")
    fixed = cut.with_columns(outlet=pl.lit("The Gull"), part=pl.lit("text"), voice=pl.lit("own"), tokens=10)
    columns = [
        (pl.col(name) if name in fixed.columns else pl.lit(None)).cast(dtype).alias(name)
        for name, dtype in tables.schema("passages").items()
    ]
    return Passages(fixed.select(columns), corpus)


def median_cpu(work: Callable[[], object], runs: int = RUNS) -> float:
    """Median CPU seconds, after one run to warm up."""
    work()
    spent = []
    for _ in range(runs):
        before = time.process_time()
        work()
        spent.append(time.process_time() - before)
    return statistics.median(spent)


def hits() -> None:
    """MB/s of each engine, and how many times faster ours is, policy and table included."""
    for size in SIZES:
        terms = invented.terms(size)
        texts = invented.articles(2_000, terms, invented.HITS[size])
        arrays, table = (_ours_table(terms, texts, compiled) for compiled in (False, True))
        print(f"\nK = {size}: {sum(map(len, texts)) / len(texts):.0f} characters an article", flush=True)
        print(f"{'engine':34}{'MB/s':>9}{'ours is':>10}{'hits/article':>14}{'build s':>9}")
        for name, (rate, found) in (("ours, policy and table, compiled", table), ("ours, policy and table, numpy", arrays)):
            print(f"{name:34}{rate:9.1f}{table[0] / rate:9.1f}x{found:14.1f}")
        for name, (build, counts) in PEERS.items():
            if size not in counts:
                print(f"{name:34}{'too slow to time':>20}")
                continue
            begin = time.perf_counter()
            try:
                engine = build(terms)
            except ImportError as error:
                print(f"{name:34} not installed: {error}")
                continue
            built, some = time.perf_counter() - begin, texts[: counts[size]]
            rate = sum(len(text.encode()) for text in some) / 1e6 / median_cpu(lambda engine=engine, some=some: engine(some))
            print(f"{name:34}{rate:9.2f}{table[0] / rate:9.1f}x{engine(some) / len(some):14.1f}{built:9.2f}", flush=True)


def _ours_table(terms: list[str], texts: list[str], compiled: bool) -> tuple[float, float]:
    made, scorer = passages(texts), LexiconScorer(lexicon(terms))
    with _unread(), mock.patch("framing.matching.scorer.engine_for", return_value=engine(compiled)):
        seconds = median_cpu(lambda: scorer.hits(made))
        return sum(len(text.encode()) for text in texts) / 1e6 / seconds, scorer.hits(made).height / len(texts)


def _unread() -> mock._patch:
    """Leave the reading of stance, which is the voice room's, out."""
    return mock.patch("framing.matching.scorer.read_stance", lambda found, _: found)


def growth() -> None:
    """Seconds by number of articles; linear means the last column stays."""
    terms = invented.terms(5_000)
    texts = invented.articles(1_000, terms, invented.HITS[5_000])
    scorer = LexiconScorer(lexicon(terms))
    print(f"\n{'articles':>10}{'arrays s':>10}{'us/article':>12}{'table s':>10}{'us/article':>12}")
    engine = ours_arrays(terms)
    for times in (1, 10, 100):
        many = texts * times
        runs = RUNS if times < 100 else 3
        arrays = median_cpu(lambda many=many: engine(many), runs)
        with _unread():
            made = passages(many)
            table = median_cpu(lambda made=made: scorer.hits(made), runs)
        each = 1e6 / len(many)
        print(f"{len(many):10}{arrays:10.3f}{arrays * each:12.1f}{table:10.3f}{table * each:12.1f}", flush=True)


def entries() -> None:
    """MB/s by number of entries, with the same hits in the same texts: how much the entries that are not found cost."""
    few, many = invented.terms(min(SIZES)), invented.terms(max(SIZES))
    texts = invented.articles(2_000, few, invented.HITS[min(SIZES)], without=many)
    rates = {size: _ours_table(many[:size], texts, compiled=True) for size in SIZES}
    print(f"\n{'entries':>10}{'MB/s':>10}{'slower':>10}{'hits/article':>14}")
    for size, (rate, found) in rates.items():
        print(f"{size:10}{rate:10.1f}{rates[min(SIZES)][0] / rate:10.2f}{found:14.1f}", flush=True)


def memory() -> None:
    """Peak of what Python and numpy hold while finding, above the texts, by number of articles."""
    terms = invented.terms(200)
    engine, texts = ours_arrays(terms), invented.articles(1_000, terms, invented.HITS[200])
    engine(texts[:10])
    print(f"\n{'articles':>10}{'texts MB':>10}{'peak above MB':>15}")
    for times in (1, 10, 50):
        many = texts * times
        tracemalloc.start()
        engine(many)
        peak = tracemalloc.get_traced_memory()[1] / 1e6
        tracemalloc.stop()
        print(f"{len(many):10}{sum(map(len, many)) / 1e6:10.1f}{peak:15.1f}", flush=True)


def score() -> None:
    """Seconds of `score` with the conflict lexicon, beside those of splitting voices, with as many hits as few entries find and many."""
    words = read_lexicon("conflict")
    terms = [entry.term for entry in words.entries if not set("{?") & set(entry.term)]
    for planted in (min(invented.HITS.values()), max(invented.HITS.values())):
        texts = invented.articles(200, terms, planted)
        corpus = Corpus.from_frame(
            pl.DataFrame({"article_id": [str(n) for n in range(len(texts))], "outlet": "The Gull", "title": "", "text": texts})
        )
        print(f"\n{planted} hits an article of 500 words")
        _score(corpus, words)


def _score(corpus: Corpus, words: Lexicon) -> None:
    from framing import score as count

    split = median_cpu(lambda: split_voices(corpus), 5)
    made, scorer = split_voices(corpus), LexiconScorer(words)
    spent = median_cpu(lambda: count(made, scorer), 5)
    fresh = median_cpu(lambda: count(made, words), 5)
    with _unread():
        matching = median_cpu(lambda: count(made, scorer), 5)
    print(f"split_voices {split:.2f} s; of it:")
    for name, seconds in (("score", spent), ("score, lexicon laid out anew", fresh), ("score without reading stance", matching)):
        print(f"{name:30}{seconds:8.3f} s{seconds / split:8.3f}")


PARTS = {"hits": hits, "growth": growth, "entries": entries, "memory": memory, "score": score}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("parts", nargs="*", choices=["all", *PARTS], default="all")  # Python 3.11 refuses a list as the default
    asked = parser.parse_args().parts
    for part, measure in PARTS.items():
        if part in asked or "all" in asked:
            measure()


if __name__ == "__main__":
    main()
