"""Worked cases: sentences in which readers wrote down the voice, speaker, stance and target of each term.

    python benchmarks/voice_cases.py FILE [FILE ...] [--indirect wide|narrow] [--show]

A file is JSON, ``{"cases": [{"id", "text", "hits": [{"start", "end", "accept", "speaker", "negated", "distanced", "target"}]}]}``.

voice, speaker
    share of hits in a voice that is accepted; share of attributed hits with a speaker whose name ends alike;
negated_f1, distanced_f1
    F1 of the hits so marked;
target
    share of hits whose target, article aside, holds or is held by the one written down; none against none counts as right.
"""

import argparse
import json
from pathlib import Path
from typing import Any

import polars as pl

from framing import tables
from framing.corpus import Corpus
from framing.voice import split_voices
from framing.voice.narrow import READINGS
from framing.voice.stance import read_stance

Row = dict[str, Any]


def read(path: str | Path) -> list[Row]:
    """Cases of a file."""
    cases: list[Row] = json.loads(Path(path).read_text(encoding="utf-8"))["cases"]
    return cases


def answers(cases: list[Row], engine: str = "rules", indirect: str = "wide") -> list[tuple[Row, Row]]:
    """Each hit as written down, and our row for it."""
    records = [{"article_id": case["id"], "outlet": "cases", "text": case["text"]} for case in cases]
    passages = split_voices(Corpus.from_records(records), engine=engine, indirect=indirect)
    rows: dict[str, list[Row]] = {}
    for row in passages.table.filter(part="text").iter_rows(named=True):
        rows.setdefault(row["article_id"], []).append(row)
    hits = [(case, hit) for case in cases for hit in case["hits"]]
    schema = tables.schema("hits")
    found = [_hit(rows[case["id"]], hit, case["text"], schema) for case, hit in hits]
    read_back = read_stance(pl.DataFrame(found, schema=schema), passages) if found else tables.empty("hits")
    return [(hit | {"id": case["id"]}, row) for (case, hit), row in zip(hits, read_back.iter_rows(named=True), strict=True)]


def _hit(rows: list[Row], hit: Row, text: str, schema: pl.Schema) -> Row:
    held = next(row for row in rows if row["start"] <= hit["start"] < row["end"])
    surface = text[hit["start"] : hit["end"]]
    own = {"start": hit["start"], "end": hit["end"], "surface": surface, "term": surface, "weight": 1.0}
    return {name: held.get(name) for name in schema} | own


def right(hit: Row, row: Row) -> dict[str, bool | None]:
    """Whether each answer is right; None where it is not asked."""
    spoken = f"{row['speaker'] or ''} {row['speaker_mention'] or ''}".lower()
    return {
        "voice": row["voice"] in hit["accept"],
        "speaker": hit["speaker"].split()[-1].lower() in spoken if hit["speaker"] and hit["voice"] != "own" else None,
        "negated": bool(hit["negated"]) == row["negated"],
        "distanced": bool(hit["distanced"]) == row["distanced"],
        "target": alike(hit["target"], row["target"]),
    }


def alike(one: str | None, other: str | None) -> bool:
    """Whether two names hold one another, article aside; none and none are alike."""
    first, second = ((name or "").lower().replace("’", "'").removeprefix("the ") for name in (one, other))
    return first == second or bool(first and second and (first in second or second in first))


def figures(answered: list[tuple[Row, Row]]) -> dict[str, float]:
    """Every figure of the docstring by its name."""
    judged = [right(hit, row) for hit, row in answered]
    shares = {}
    for name in ("voice", "speaker", "target"):
        asked = [each[name] for each in judged if each[name] is not None]
        shares[name] = sum(map(bool, asked)) / max(1, len(asked))
    for name in ("negated", "distanced"):
        both = sum(bool(hit[name]) and row[name] for hit, row in answered)
        shares[f"{name}_f1"] = 2 * both / max(1, sum(bool(hit[name]) + row[name] for hit, row in answered))
    return shares


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="+")
    parser.add_argument("--indirect", choices=READINGS, default="wide")
    parser.add_argument("--show", action="store_true")
    options = parser.parse_args()
    for file in options.files:
        answered = answers(read(file), indirect=options.indirect)
        print(file, f"{len(answered)} hits,", ", ".join(f"{name} {value:.3f}" for name, value in figures(answered).items()))
        for hit, row in answered if options.show else []:
            wrong = [name for name, ok in right(hit, row).items() if ok is False]
            for name in wrong:
                print(f"  {hit['id']} {hit['surface']!r}: {name} is {row[name]!r}, expected {hit[name]!r}")


if __name__ == "__main__":
    main()
