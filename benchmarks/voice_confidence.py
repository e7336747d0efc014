"""Whether the confidences of voice and speaker mean what they say, and the table behind them.

    python benchmarks/voice_confidence.py --table [--split train]           print reliability.toml, counted on a split
    python benchmarks/voice_confidence.py [--split dev] [--engine spacy] [--figure FILE]

The second line prints, for voice and for speaker, ten bins of confidence with the share of words that were right, and the expected
calibration error (the mean distance of the two, weighted by words); ``--figure`` draws the reliability diagram of both. The data are
PolNeAR's, as `polnear` tells; only shares and counts of words by rule leave this program.
"""

import argparse
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import polars as pl
import polnear
import voice

from framing.voice.confidence import form_of

PRIOR = 50
"""Average words added to every rule, so that a rare rule leans on its voice."""
BINS = 10
HEAD = """# How often the voice and the speaker of a rule are right: shares of words, counted on the {split} part of PolNeAR by
# `python benchmarks/voice_confidence.py --table --split {split}`, with 50 average words added to each rule so that a rare rule leans on
# its voice. Counts by rule, no weights: nothing of the articles can be read back from them.
version = "2026.11"
"""


class Judged(NamedTuple):
    """A word and whether its voice and its speaker are right; the speaker is judged where the reader named one too."""

    row: dict
    voice: bool
    speaker: bool | None


def judged(texts: dict[str, polnear.Article], rows: dict[str, list[dict]]) -> Iterator[Judged]:
    """Judge every word."""
    starts = {key: [row["start"] for row in table] for key, table in rows.items()}
    for key, match, inside in polnear.words(texts):
        row = rows[key][bisect_right(starts[key], match.start()) - 1]
        said = row["voice"] in ("direct", "indirect")
        sources = [each["source"] for each in inside if each["source"]]
        mention = (row["speaker_start"], row["speaker_end"])
        known = said and sources and row["speaker_start"] is not None
        right = any(polnear.same(texts[key].text, mention, source) for source in sources) if known else None
        yield Judged(row, bool(inside) == said, right)


def shares(pairs: list[tuple[tuple[str, ...], bool]], depth: int) -> dict[tuple[str, ...], tuple[float, int]]:
    """Share right and words of every key, leaning on the share of its first `depth` parts."""
    counts: dict[tuple[str, ...], list[int]] = defaultdict(lambda: [0, 0])
    for key, right in pairs:
        for part in (key[:depth], key):
            counts[part][0] += right
            counts[part][1] += 1
    found = {}
    for key, (right, words) in counts.items():
        prior = counts[key[:depth]][0] / counts[key[:depth]][1]
        found[key] = ((right + PRIOR * prior) / (words + PRIOR), words)
    return found


def table(words: list[Judged], split: str) -> None:
    """Print reliability.toml."""
    voices = shares([((each.row["voice"], each.row["rule"]), each.voice) for each in words], 1)
    forms = [
        (each.row["voice"], form_of(each.row["speaker_mention"]), each.row["rule"], each.speaker)
        for each in words
        if each.speaker is not None
    ]
    speakers = shares([((voice, form, rule), right) for voice, form, rule, right in forms], 2)
    rare = shares([((form, ""), right) for _, form, _, right in forms], 1)
    print(HEAD.format(split=split))
    print("# For a rule that is not listed.\n[otherwise]")
    for (name, *rest), (share, _) in voices.items():
        if not rest:
            print(f"{name} = {share:.2f}")
    print("\n# Speaker, by the form of the mention.\n[otherwise_speaker]")
    for (name, *rest), (share, _) in rare.items():
        if not rest:
            print(f"{name} = {share:.2f}")
    _sections("voices", voices, 1)
    _sections("speakers", speakers, 2)


def _sections(title: str, found: dict[tuple[str, ...], tuple[float, int]], depth: int) -> None:
    for head in sorted(key for key in found if len(key) == depth):
        print(f"\n[{title}.{'.'.join(head)}]")
        mine = [(key, value) for key, value in found.items() if len(key) > depth and key[:depth] == head]
        for key, (share, words) in sorted(mine, key=lambda item: -item[1][1]):
            print(f'"{key[-1]}" = {share:.2f}  # {words} words')


def binned(pairs: list[tuple[float, bool]], label: str) -> pl.DataFrame:
    """Words, mean confidence and share right in each tenth of the scale of confidence."""
    frame = pl.DataFrame(pairs, schema=["probability", "right"], orient="row")
    bins = frame.group_by(((pl.col("probability") * BINS).floor().clip(0, BINS - 1)).alias("bin"))
    counted = bins.agg(pl.len().alias("texts"), pl.col("probability").mean(), pl.col("right").mean().alias("share"))
    return counted.sort("bin").select(pl.lit(label).alias("label"), "texts", "probability", "share")


def error(bins: pl.DataFrame) -> float:
    """Expected calibration error."""
    return (bins["texts"] * (bins["probability"] - bins["share"]).abs()).sum() / max(1, bins["texts"].sum())


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--split", choices=["train", "dev"])
    parser.add_argument("--engine", default="rules")
    parser.add_argument("--table", action="store_true")
    parser.add_argument("--figure", type=Path)
    options = parser.parse_args()
    split = options.split or ("train" if options.table else "dev")
    texts = polnear.articles(split)
    words = list(judged(texts, voice.passages(texts, options.engine)))
    if options.table:
        table(words, split)
        return
    said = [each for each in words if each.speaker is not None]
    curves = [
        binned([(each.row["confidence"], each.voice) for each in words], "voice"),
        binned([(each.row["speaker_confidence"], each.speaker) for each in said], "speaker"),
    ]
    for bins in curves:
        print(f"{bins['label'][0]}: expected calibration error {error(bins):.3f} over {bins['texts'].sum()} words")
        for _, count, given, right in bins.iter_rows():
            print(f"  confidence {given:.2f}   right {right:.2f}   {count} words")
    if options.figure:
        from framing import plots

        options.figure.write_text(plots.svg(plots.plot_calibration(pl.concat(curves))), encoding="utf-8")


if __name__ == "__main__":
    main()
