"""Coverage and false positives of shares of names and of distances between them (`comparison.py choices|distance`)."""

from dataclasses import replace

import numpy as np
import polars as pl
from comparison_cells import SIZES, covered, rng_of, show, told
from simulate import named_scores, on_events

from framing.choices import choices, naming_distance
from framing.corpus import Corpus
from framing.scores import Scores


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
                    table = pl.concat([naming_distance(scores, within=None, n_boot=200) for scores in found]).drop_nans("distance")
                    row |= {f"covers {apart}": covered(table, apart), f"p < .05 at {apart}": 100 * (table["p"] < 0.05).mean()}
                rows.append(row)
    show(f"Naming distance: coverage of 95 % intervals and p < .05, {draws} pairs of outlets a row, per cent", rows)
    distance_on_events(draws)


def distance_on_events(draws: int) -> None:
    """The same where names depend on the event: shares moved by the same part on every event, with and without events."""
    rows = []
    for n, events, topic, uneven in ((20, 5, 0.5, True), (20, 5, 2, True), (50, 5, 0.5, True), (24, 12, 0.5, True), (20, 20, 0.5, False)):
        row = {"articles": n, "events": events, "topic": topic, "reported": "unevenly" if uneven else "alike"}
        for apart in (0.0, 0.4):
            plan = {"articles": n, "events": events, "topic": topic, "apart": apart, "uneven": uneven}
            drawn = [on_events(rng_of(11, k, n, events, topic, apart), **plan) for k in range(draws)]
            for name, within in (("plain", None), ("within", "event")):
                table = pl.concat([naming_distance(scores, within=within, n_boot=200) for scores in drawn]).drop_nans("distance")
                row |= {f"p < .05 at {apart}, {name}": 100 * (table["p"] < 0.05).mean()}
                row |= {f"corrected at {apart}, {name}": 100 * table["corrected"].mean()}
        rows.append(row)
    show(f"Naming distance of outlets on events, {draws} pairs a row, per cent", rows)


def pair_of_namers(rng: np.random.Generator, truth: np.ndarray, apart: float, n: int, mean: float, loyal: float) -> Scores:
    """Two outlets whose profiles differ by `apart`, moved from the first name to the last."""
    one, two = (
        named_scores(rng, truth + np.array([-move, 0, move]), groups=1, articles=n, mean=mean, loyal=loyal) for move in (0.0, apart)
    )
    renamed = {"article_id": pl.concat_str(pl.lit("b"), "article_id"), "outlet": pl.lit("b")}
    hits, exposure = ([first, second.with_columns(**renamed)] for first, second in ((one.hits, two.hits), (one.exposure, two.exposure)))
    corpus = Corpus.from_frame(pl.concat([one.corpus.articles, two.corpus.articles.with_columns(**renamed)]))
    return replace(one, hits=pl.concat(hits), exposure=pl.concat(exposure), corpus=corpus)
