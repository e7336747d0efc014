"""Accuracy and speed of the voices, ours and those of other extractors, in one run.

    python benchmarks/voice.py [--split dev] [--calibrate]

The research data are read from the folder in ``FRAMING_DATA`` or ``../shared/data``. ``--calibrate`` prints, instead, the table that
``framing/voice/reliability.toml`` holds: the share of words for which each rule's voice was right, counted on the split.
"""

import argparse
import glob
import os
import re
import time
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from framing.corpus import Corpus
from framing.voice import split_voices
from framing.voice.quotations import quotations

DATA = Path(os.environ.get("FRAMING_DATA", Path(__file__).parents[2] / "shared" / "data"))
WORD = re.compile(r"\w+(?:[’'.-]\w+)*")
QUOTED = re.compile("“[^”“]*”")


def articles(split: str) -> dict[str, tuple[str, list[dict[str, list[tuple[int, int]]]]]]:
    """Text and attributions of every article of a PolNeAR split."""
    found = {}
    for path in sorted((DATA / "polnear" / split / "text").glob("*.txt")):
        marked = sorted((DATA / "polnear" / split / "attributions").glob(f"{glob.escape(path.stem)}_????.ann"))
        if marked:
            with path.open(encoding="utf-8", newline="") as file:
                found[path.stem] = (file.read(), attributions(marked[0]))
    return found


def attributions(path: Path) -> list[dict[str, list[tuple[int, int]]]]:
    """Spans of source, cue and content of each attribution in a brat file."""
    spans: dict[str, list[tuple[int, int]]] = {}
    events = []
    for line in path.read_text(encoding="utf-8").splitlines():
        key, _, rest = line.partition("\t")
        if key[:1] == "T":
            spans[key] = [tuple(map(int, pair.split())) for pair in rest.split("\t")[0].partition(" ")[2].split(";")]  # type: ignore[misc]
        elif key[:1] == "E":
            events.append([role.split(":") for role in rest.split()])
    return [
        {
            role: [span for name, key in event if name.lower().startswith(role) for span in spans.get(key, [])]
            for role in ("source", "content")
        }
        for event in events
    ]


def tokens(texts: dict) -> Iterator[tuple[str, int, bool, bool]]:
    """Article, offset, whether inside a gold content, whether that has a source, for every word."""
    for key, (text, gold) in texts.items():
        for match in WORD.finditer(text):
            inside = [a for a in gold if any(start < match.end() and match.start() < end for start, end in a["content"])]
            yield key, match.start(), bool(inside), any(a["source"] for a in inside)


def f1(right: int, predicted: int, gold: int) -> float:
    return 2 * right / max(1, predicted + gold)


def ours(texts: dict) -> tuple[dict[str, list[dict]], float]:
    """Passages of every article, and words read a second of processor time."""
    corpus = Corpus.from_records([{"article_id": key, "outlet": "gold", "title": "", "text": text} for key, (text, _) in texts.items()])
    began = time.process_time()
    table = split_voices(corpus).table
    seconds = time.process_time() - began
    rows: dict[str, list[dict]] = defaultdict(list)
    for row in table.iter_rows(named=True):
        if row["part"] == "text":
            rows[row["article_id"]].append(row)
    return rows, sum(len(text.split()) for text, _ in texts.values()) / max(1e-9, seconds)


def textacy_spans(texts: dict) -> dict[str, list[tuple[int, int]]] | None:
    """Contents textacy finds; None without textacy and a spaCy model."""
    try:
        import spacy
        from textacy import extract

        model = spacy.load("en_core_web_sm")
    except (ImportError, OSError) as reason:
        print(f"textacy: skipped, {reason}")
        return None
    found = {}
    for key, (text, _) in texts.items():
        document = model(text)
        found[key] = [(q.content.start_char, q.content.end_char) for q in extract.direct_quotations(document)]
    return found


def attributed(rows: dict[str, list[dict]]) -> dict[str, list[tuple[int, int]]]:
    return {key: [(row["start"], row["end"]) for row in table if row["voice"] in ("direct", "indirect")] for key, table in rows.items()}


def token_f1(texts: dict, found: dict[str, list[tuple[int, int]]]) -> float:
    right = predicted = gold = 0
    for key, at, inside, _ in tokens(texts):
        said = any(start <= at < end for start, end in found.get(key, []))
        right, predicted, gold = right + (inside and said), predicted + said, gold + inside
    return f1(right, predicted, gold)


def marks(texts: dict, *, lost: bool) -> float:
    """Token F1 of quotation marks made straight, in articles whose curly marks pair up; `lost`: one mark of each is dropped."""
    right = predicted = gold = 0
    for number, (text, _) in enumerate(texts.values()):
        pairs = [match.span() for match in QUOTED.finditer(text)]
        if len(pairs) < 2 or '"' in text or text.count("“") != len(pairs) or text.count("”") != len(pairs):
            continue
        straight = text.replace("“", '"').replace("”", '"')
        if lost:
            at = pairs[number % len(pairs)][0] if number % 2 else pairs[number % len(pairs)][1] - 1
            straight = straight[:at] + straight[at + 1 :]
            pairs = [(start - (start > at), end - (end > at)) for start, end in pairs]
        found = [(q.start, q.end) for q in quotations(straight) if not q.single]
        for match in WORD.finditer(straight):
            inside, said = (any(start <= match.start() < end for start, end in spans) for spans in (pairs, found))
            right, predicted, gold = right + (inside and said), predicted + said, gold + inside
    return f1(right, predicted, gold)


def calibrate(texts: dict, rows: dict[str, list[dict]]) -> None:
    """Print the share of words each rule's voice was right for, as reliability.toml, with the words it is counted on."""
    counts: dict[tuple[str, str], list[int]] = defaultdict(lambda: [0, 0])
    starts = {key: [row["start"] for row in table] for key, table in rows.items()}
    for key, at, inside, _ in tokens(texts):
        row = rows[key][bisect_right(starts[key], at) - 1]
        right = inside == (row["voice"] in ("direct", "indirect"))
        counts[row["voice"], row["rule"]][0] += right
        counts[row["voice"], row["rule"]][1] += 1
    for voice in ("own", "direct", "indirect", "scare"):
        mine = {rule: pair for (said, rule), pair in counts.items() if said == voice}
        prior = sum(pair[0] for pair in mine.values()) / max(1, sum(pair[1] for pair in mine.values()))
        print(f"\n[voices.{voice}]  # {prior:.2f} over all its rules")
        for rule, (right, words) in sorted(mine.items(), key=lambda item: -item[1][1]):
            print(f'"{rule}" = {(right + 50 * prior) / (words + 50):.2f}  # {words} words')


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--split", default="dev", choices=["train", "dev"])
    parser.add_argument("--calibrate", action="store_true")
    options = parser.parse_args()
    if not (DATA / "polnear" / options.split).is_dir():
        raise SystemExit(f"No PolNeAR data in {DATA}; set FRAMING_DATA to the folder that holds polnear/")
    texts = articles(options.split)
    rows, speed = ours(texts)
    if options.calibrate:
        calibrate(texts, rows)
        return
    print(f"PolNeAR {options.split}, {len(texts)} articles\n{'extractor':12} token F1")
    print(f"{'framing':12} {token_f1(texts, attributed(rows)):.3f}   {speed:,.0f} words/s")
    peer = textacy_spans(texts)
    if peer is not None:
        print(f"{'textacy':12} {token_f1(texts, peer):.3f}")
    print(f"marks, token F1: clean {marks(texts, lost=False):.3f}, one lost {marks(texts, lost=True):.3f}")


if __name__ == "__main__":
    main()
