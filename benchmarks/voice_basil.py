"""Quoted bias spans of BASIL: whether they are seen to be quoted, and who is named as their speaker.

    python benchmarks/voice_basil.py

BASIL (research data, read from the folder in ``FRAMING_DATA`` or ``../shared/data``) marks spans of biased wording in 210 articles and
says of each whether it is quoted and, if so, by whom. Its annotators marked no other words, so the figures are over those spans only.

basil_marks_f1
    F1 of "quoted: yes" over all spans, lexical and informational, in titles and texts. A span counts as found when at least four
    fifths of its characters stand in stretches of direct voice. With a regular expression that pairs the double marks of a paragraph
    in place of ours, the same measure gives .958, which is how the figure known as "quotation marks alone" can be reproduced;
    ``basil_marks_alone`` is that figure and ``basil_marks_paired`` the one for our pairing of marks without reading who speaks.
basil_speaker
    Share of the spans quoted from a person named by the annotators (groups, and "other" speakers, have no name to compare) whose
    speaker is that person under his or her canonical name: first and last name are the annotators'; or one word where one side
    has no more ("Trump"). A single word counts for us only if the article prints no full name for it: where "Jan Brewer" is in print,
    "Brewer" is wrong. The speaker of a span is that of most of its attributed characters.
basil_speaker_surname, basil_speaker_exact
    The same by last name alone, and by the whole name as the annotators write it, which some articles never print.

Half of the events (every second one in the order of their ids) were looked at when rules were mended; the others are the check.
"""

import json
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, NamedTuple

import research_data

from framing.corpus import Corpus
from framing.voice import split_voices
from framing.voice.marks import quotations

PLAIN = re.compile(r'["“][^"“”\n]*["”]')
MOST = 0.8
# Speakers that are no persons, by a word of the label the annotators gave them.
BODIES = re.compile(
    r"^other|^$|officials|lawmakers|democrats|republicans|campaign|plaintiffs|tea_party|naacp|secure_america", re.IGNORECASE
)


Rows = dict[tuple[str, str], list[dict[str, Any]]]


class Biased(NamedTuple):
    """One span of BASIL and what our passages say of its words."""

    event: str
    quoted: bool
    speaker: str
    text: str
    start: int
    end: int
    rows: list[dict[str, Any]]
    printed: str
    """Title and text of its article."""

    def share(self, stretches: Iterable[tuple[int, int]]) -> float:
        """Share of its characters in any of `stretches`, which do not overlap."""
        inside = sum(max(0, min(end, self.end) - max(start, self.start)) for start, end in stretches)
        return inside / max(1, self.end - self.start)

    def named(self) -> str:
        """The speaker of most of its attributed characters; empty: none."""
        said: Counter[str] = Counter()
        for row in self.rows:
            if row["voice"] in ("direct", "indirect"):
                said[row["speaker"] or ""] += min(row["end"], self.end) - max(row["start"], self.start)
        return said.most_common(1)[0][0] if said else ""


def biased() -> list[Biased]:
    """Every span of BASIL, read with our voices."""
    folder = research_data.folder("basil/annotations")
    paths = sorted(path for path in folder.glob("*.json") if not path.stem.endswith("_ann"))
    articles = {path.stem: json.loads(path.read_text(encoding="utf-8")) for path in paths}
    bodies = {key: _body(article["body-paragraphs"]) for key, article in articles.items()}
    named = {key: {"article_id": key, "outlet": article["source"], "title": article["title"]} for key, article in articles.items()}
    records = [record | {"text": bodies[key][0]} for key, record in named.items()]
    rows: Rows = defaultdict(list)
    for row in split_voices(Corpus.from_records(records)).table.iter_rows(named=True):
        rows[row["article_id"], row["part"]].append(row)
    return [span for path in paths for span in _spans(path, articles[path.stem], bodies[path.stem], rows)]


def _body(paragraphs: list[list[str]]) -> tuple[str, list[int]]:
    """Text of an article and where each of its sentences begins; BASIL numbers sentences through."""
    text, starts = "", []
    for paragraph in paragraphs:
        text += "\n\n" if text else ""
        for number, sentence in enumerate(paragraph):
            text += " " if number else ""
            starts.append(len(text))
            text += sentence
    return text, starts


def _spans(path: Path, article: dict[str, Any], body: tuple[str, list[int]], rows: Rows) -> Iterable[Biased]:
    marked = json.loads(path.with_name(f"{path.stem}_ann.json").read_text(encoding="utf-8"))["phrase-level-annotations"]
    text, starts = body
    for span in marked:
        title = span["id"] == "title"
        shift = 0 if title else starts[int(span["id"].removeprefix("p"))]
        start, end = shift + span["start"], shift + span["end"]
        found = [row for row in rows[path.stem, "title" if title else "text"] if row["start"] < end and start < row["end"]]
        part, printed = article["title"] if title else text, f"{article['title']}\n{text}"
        yield Biased(article["triplet-uuid"], span["quote"] == "yes", span["speaker"], part, start, end, found, printed)


def f1(spans: list[Biased], found: Callable[[Biased], bool]) -> float:
    """F1 of "quoted: yes"."""
    predicted = [span for span in spans if found(span)]
    gold = sum(span.quoted for span in spans)
    return 2 * sum(span.quoted for span in predicted) / max(1, len(predicted) + gold)


def direct(span: Biased) -> bool:
    """Whether most of a span stands in direct voice."""
    return span.share((row["start"], row["end"]) for row in span.rows if row["voice"] == "direct") >= MOST


def paired(span: Biased) -> bool:
    """Whether most of a span stands in marks as we pair them."""
    return span.share((found.start, found.end) for found in quotations(span.text)) >= MOST


def plain(span: Biased) -> bool:
    """Whether most of a span stands in double marks paired by a regular expression within a paragraph."""
    return span.share(match.span() for match in PLAIN.finditer(span.text)) >= MOST


def last(name: str) -> str:
    """Last name, in small letters."""
    words = [word for word in re.sub(r",|\b[JS]r\b\.?", " ", name).lower().split() if word]
    return words[-1] if words else ""


def canonical(span: Biased) -> bool:
    """Whether a span's speaker is the annotators' person under a canonical name."""
    ours, gold = span.named().split(), span.speaker.replace("_", " ").split()
    if not ours or last(span.named()) != last(" ".join(gold)):
        return False
    junior = {word.rstrip(".") for word in ours} & {"Jr"} == {word.rstrip(".") for word in gold} & {"Jr"}
    if len(ours) > 1 and len(gold) > 1:
        return junior and ours[0] == gold[0]
    return len(gold) == 1 or " ".join(gold) not in span.printed


def speakers(spans: list[Biased]) -> list[Biased]:
    """Spans quoted from a person with a name."""
    return [span for span in spans if span.quoted and not BODIES.search(span.speaker)]


def share(spans: list[Biased], right: Callable[[Biased], bool]) -> float:
    """Share of spans that are right."""
    return sum(right(span) for span in spans) / max(1, len(spans))


def figures(spans: list[Biased]) -> dict[str, float]:
    """Every figure of the docstring by its name."""
    named = speakers(spans)
    return {
        "basil_marks_f1": f1(spans, direct),
        "basil_marks_paired": f1(spans, paired),
        "basil_marks_alone": f1(spans, plain),
        "basil_speaker": share(named, canonical),
        "basil_speaker_surname": share(named, lambda span: last(span.named()) == last(span.speaker.replace("_", " "))),
        "basil_speaker_exact": share(named, lambda span: span.named() == span.speaker.replace("_", " ")),
    }


def halves(spans: list[Biased]) -> tuple[list[Biased], list[Biased]]:
    """Spans of the events that were looked at, and of those kept for the check."""
    looked_at = set(sorted({span.event for span in spans})[::2])
    return [span for span in spans if span.event in looked_at], [span for span in spans if span.event not in looked_at]


def main() -> None:
    spans = biased()
    dev, check = halves(spans)
    print(f"BASIL: {len(spans)} spans, {sum(span.quoted for span in spans)} quoted, {len(speakers(spans))} from a person with a name")
    print(f"{'':24} {'all':>6} {'dev':>6} {'check':>6}")
    columns = [figures(part) for part in (spans, dev, check)]
    for name in columns[0]:
        print(f"{name:24} " + " ".join(f"{column[name]:6.3f}" for column in columns))


if __name__ == "__main__":
    main()
