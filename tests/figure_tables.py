"""Finished tables for the tests of plots and report: invented outlets, numbers made from a fixed sequence."""

import itertools
import math

import polars as pl

OUTLETS = (
    "Harbour Telegraph",
    "The Lantern",
    "Vesterby Posten",
    "Granite Coast Broadcasting Company",
    "Midland Wire",
    "Orlov & Daughters Review",
)
FRAMES = (
    "aggression",
    "defence",
    "victimhood",
    "legitimation",
    "delegitimation",
    "euphemism",
    "escalation",
    "peace",
    "threat",
    "liberation",
)
VOICES = ("own", "direct", "indirect", "scare")
NAMES = {"action": ("invasion", "special military operation", "war", "conflict", "attack"), "people": ("refugees", "civilians")}


def wave(*keys: float) -> float:
    """A number between 0 and 1 that looks irregular and never changes."""
    return (math.sin(sum((place + 1) * 12.9898 * key for place, key in enumerate(keys, 1))) * 43758.5453) % 1


def rates(scale: float = 1.0) -> pl.DataFrame:
    """Six outlets, ten frames of very different rates; one outlet has too few articles, one frame is never found."""
    rows = []
    for (i, outlet), (j, frame) in itertools.product(enumerate(OUTLETS), enumerate(FRAMES)):
        exposure = 1800.0 + 190 * i
        value = 0.0 if frame == "liberation" else round(scale * exposure / 1000 * 8 / (1 + j) * (0.3 + 1.4 * wave(i, j)))
        rate, spread = 1000 * value / exposure, 1.9 * math.sqrt(value + 0.4) * 1000 / exposure
        bounds = (math.nan, math.nan) if i == 4 else (max(0.0, rate - spread), rate + spread)
        rows.append((outlet, frame, value, exposure, 1000.0, rate, *bounds, 1 if i == 4 else 6 + i % 3, 1 if i == 4 else 6))
    names = ["outlet", "frame", "value", "exposure", "per", "rate", "low", "high", "articles", "events"]
    return pl.DataFrame(rows, schema=names, orient="row")


def voices(*, interval: bool = True) -> pl.DataFrame:
    """Six outlets by four voices; the last outlet has no terms."""
    rows = []
    for i, outlet in enumerate(OUTLETS):
        counts = [0.0] * 4 if i == 5 else [round(40 * wave(i, j) * (1, 0.8, 0.9, 0.2)[j]) for j in range(4)]
        total = sum(counts)
        for voice, count in zip(VOICES, counts, strict=True):
            share = count / total if total else math.nan
            rows.append((outlet, voice, count, share, max(0.0, share - 0.12), min(1.0, share + 0.12), 6))
    table = pl.DataFrame(rows, schema=["outlet", "voice", "count", "share", "low", "high", "articles"], orient="row")
    return table if interval else table.drop("low", "high")


def choices() -> pl.DataFrame:
    """Two choices by six outlets; the fourth outlet never names the people."""
    rows = []
    for choice, (i, outlet) in itertools.product(NAMES, enumerate(OUTLETS)):
        names = NAMES[choice]
        silent = choice == "people" and i == 3
        counts = [0.0 if silent or name == "attack" else round(30 * wave(i, j, 2) ** 2) for j, name in enumerate(names)]
        total = sum(counts)
        for name, count in zip(names, counts, strict=True):
            share = count / total if total else math.nan
            spread = 0.9 / math.sqrt(total) if total else math.nan
            rows.append((outlet, choice, name, count, share, max(0.0, share - spread), min(1.0, share + spread), 7, 6))
    names = ["outlet", "choice", "name", "count", "share", "low", "high", "articles", "events"]
    return pl.DataFrame(rows, schema=names, orient="row").with_columns(pl.col("low", "high").fill_nan(math.nan))


def contrasts() -> pl.DataFrame:
    """Every pair of outlets in five frames, with a ratio of 0, one without bound and one undefined."""
    rows = []
    for j, frame in enumerate(FRAMES[:5]):
        for k, (a, b) in enumerate(itertools.combinations(OUTLETS, 2)):
            ratio = 2 ** (4 * wave(j, k, 3) - 2)
            ratio = {(0, 0): 0.0, (0, 1): math.inf, (0, 2): math.nan}.get((j, k), ratio)
            bounds = (0.0, ratio * 3) if k % 6 == 0 else (ratio / 1.9, ratio * 2.1)
            p = wave(j, k, 4) ** 3
            rows.append((frame, a, b, 3.0 * ratio, 3.0, ratio, *bounds, p, min(1.0, p * 2), 13, 6))
    names = ["frame", "a", "b", "rate_a", "rate_b", "ratio", "low", "high", "p", "q", "articles", "events"]
    return pl.DataFrame(rows, schema=names, orient="row")


def speakers() -> pl.DataFrame:
    """Fifteen speakers in six outlets, quoted and reported, and words that are nobody's."""
    rows = []
    for (i, outlet), j in itertools.product(enumerate(OUTLETS), range(16)):
        for k, voice in enumerate(("direct", "indirect")):
            words = round(160 * wave(i, j, k) ** 2 / (1 + j / 4))
            rows.append((outlet, f"Speaker {chr(65 + j)}" if j else None, voice, words))
    return pl.DataFrame(rows, schema=["outlet", "speaker", "voice", "words"], orient="row")


def robustness() -> pl.DataFrame:
    """A finding under nineteen specifications, one of them without a ratio; the last variant has the largest ratio."""
    plain = ("as given", "as given", "as scored", None)
    ways = [("as given", "given", *plain)]
    ways += [
        ("choices", "given", *chosen, None) for chosen in itertools.product(("all", "own"), ("both", "text"), ("as scored", "articles"))
    ]
    ways += [("event", "given", *plain[:3], f"event {i}") for i in range(4)]
    ways += [("term", "given", *plain[:3], f"term {i}") for i in range(3)]
    ways += [("outlet", "given", *plain[:3], OUTLETS[2]), ("variant", OUTLETS[0], *plain), ("variant", OUTLETS[1], *plain)]
    rows = []
    for i, way in enumerate(ways):
        ratio = math.nan if i == 5 else 900.0 if i == len(ways) - 1 else 2 ** (2.4 * wave(i) - 0.3)
        low, high = ratio / 1.7, ratio * 1.7
        same = None if i == 5 else ratio > 1
        rows.append(
            ("aggression", OUTLETS[0], "(rest)", *way, ratio, low, high, 0.04, 2.0, 1.0, 9, 4, same, low > 1 or high < 1, None, "hand")
        )
    names = ["frame", "a", "b", "kind", "scores", "voice", "part", "exposure", "left_out", "ratio", "low", "high", "p"]
    names += ["rate_a", "rate_b", "articles", "events", "same_side", "clear", "caution", "scorer"]
    return pl.DataFrame(rows, schema=names, orient="row")


def placebo() -> pl.DataFrame:
    """Two ways to shuffle: quiet at the level of articles, loud at that of words."""
    rows = [
        ("halves", 20, 240, 0.05, 0.046, 0.021, 0.071, 0.0, 0.05, 0.31),
        ("outlets", 20, 3600, 0.05, 0.052, 0.04, 0.064, 0.1, 0.061, 0.28),
    ]
    names = ["shuffle", "rounds", "tests", "nominal", "p_below", "low", "high", "any_q_below", "interval_misses", "token_below"]
    return pl.DataFrame(rows, schema=names, orient="row")
