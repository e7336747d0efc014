"""The echo test: labels in indirect speech whose wording is the outlet's.

In indirect speech the outlet chose the words. A label that it could swap out ("the Western military alliance") is its own,
unless the same speaker uses the same words in marks in the same article; what the clause asserts stays the speaker's.
"""

import functools
import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from importlib import resources

from framing.voice.spans import OWN, Span

RULE = "echo"


def echoed(texts: Mapping[str, str], spans: Mapping[str, Sequence[Span]]) -> dict[str, list[Span]]:
    """Set the outlet's labels inside indirect speech apart as its own voice.

    Parameters
    ----------
    texts
        The parts of one article by name, title and text.
    spans
        Their spans, in order and without overlap.

    Returns
    -------
    dict
        The spans of each part, in order and without overlap.
    """
    quoted = _quoted(texts, spans)
    return {part: [piece for span in spans[part] for piece in _pieces(texts[part], span, quoted)] for part in spans}


def _quoted(texts: Mapping[str, str], spans: Mapping[str, Sequence[Span]]) -> dict[str | None, str]:
    """What each speaker says in marks anywhere in the article, folded."""
    said: dict[str | None, list[str]] = {}
    for part, found in spans.items():
        for span in found:
            if span.voice == "direct":
                said.setdefault(span.speaker, []).append(_folded(texts[part][span.start : span.end]))
    return {speaker: "\n".join(words) for speaker, words in said.items()}


def _folded(words: str) -> str:
    return words.replace("'", "’").lower()


def _pieces(text: str, span: Span, quoted: Mapping[str | None, str]) -> Iterator[Span]:
    """Cut one span at the labels in it."""
    at = span.start
    if span.voice == "indirect":
        for match in _labels().finditer(text, span.start, span.end):
            label = match["label"]
            if _folded(label) in quoted.get(span.speaker, ""):
                continue
            start, end = match.span("label")
            if start > at:
                yield span._replace(start=at, end=start)
            yield OWN._replace(start=start, end=end, rule=RULE)
            at = end
    if at < span.end:
        yield span if at == span.start else span._replace(start=at)


@functools.cache
def _labels() -> re.Pattern[str]:
    """One pattern of all labels, each behind a word that marks it as presupposed; `*` stands for letters of one word."""
    data = tomllib.loads(resources.files("framing.voice").joinpath("labels.toml").read_text(encoding="utf-8"))
    before = "|".join(map(re.escape, data["before"]))
    labels = "|".join(_pattern(label) for label in sorted(data["labels"], key=len, reverse=True))
    return re.compile(rf"\b(?:{before})[ \u00a0](?P<label>{labels})\b", re.IGNORECASE)


def _pattern(label: str) -> str:
    words = re.escape(label).replace(r"\*", r"[^\W\d_]{1,30}").replace("’", "['’]").replace(r"\-", "[-\u2010\u2011]")
    return words.replace(r"\ ", "[ \u00a0]")
