"""Keyness with intervals from resampled articles by a popular peer, pycorpdiff: run by `comparison.py speed`, in the peer's own Python.

    PYTHON peer_keyness.py ARTICLES.jsonl --draws 199 --runs 3

Prints one line of JSON: the package and its version, CPU seconds of each run, and the peak memory of the process in GB.
"""

import argparse
import json
import resource
import time
from importlib import metadata

import pandas as pd
import pycorpdiff


def compare(articles: pd.DataFrame, draws: int) -> float:
    """CPU seconds from texts to the table; a new corpus each time, for the peer keeps what it has counted."""
    start = time.process_time()
    sides = [pycorpdiff.Corpus(articles[articles["outlet"] == side], text_col="text", meta_cols=("outlet",)) for side in ("a", "b")]
    pycorpdiff.compare(*sides).keyness(ci="bootstrap", n_boot=draws, bootstrap_seed=0)
    return time.process_time() - start


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("articles")
    parser.add_argument("--draws", type=int, default=199)
    parser.add_argument("--runs", type=int, default=3)
    options = parser.parse_args()
    articles = pd.read_json(options.articles, lines=True)
    seconds = [compare(articles, options.draws) for _ in range(options.runs)]
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6
    print(json.dumps({"peer": f"pycorpdiff {metadata.version('pycorpdiff')}", "seconds": seconds, "peak": peak}))


if __name__ == "__main__":
    main()
