"""The echo test: labels in indirect speech whose wording is the outlet's.

In indirect speech the outlet chose the words. A label that it could swap out ("the Western military alliance") is its own,
unless the same speaker uses the same words in marks in the same article; what the clause asserts stays the speaker's.
"""

import functools
import re
from collections.abc import Iterator, Mapping, Sequence

import polars as pl

from framing.voice.lists import lists
from framing.voice.spans import OWN, Span

RULE = "echo"


def wording(hits: pl.DataFrame) -> pl.DataFrame:
    """Tell whose words each hit is in, the second axis of the codebook beside whose proposition it stands in.

    What is in marks is in its source's words, what is in own voice in the outlet's. In indirect speech the outlet chose the
    words, unless the same speaker uses the same term in marks somewhere in the same article.

    Parameters
    ----------
    hits
        A `hits` table.

    Returns
    -------
    table
        `hits` with a further column `wording`, ``outlet`` or ``source``.

    Examples
    --------
    >>> from framing import Corpus, read_lexicon, score, split_voices
    >>> text = "The raid was a massacre, Holm said. “A massacre,” Holm repeated. The mayor said it was a massacre."
    >>> corpus = Corpus.from_records([{"article_id": "1", "outlet": "The Gull", "text": text}])
    >>> hits = score(split_voices(corpus), read_lexicon("conflict")).hits.unique("start", maintain_order=True)
    >>> wording(hits)["voice", "speaker", "wording"].rows()
    [('indirect', 'Holm', 'source'), ('direct', 'Holm', 'source'), ('indirect', 'The mayor', 'outlet')]
    """
    in_marks = (pl.col("voice") == "direct").any().over("article_id", "speaker", "term")
    echoed = (pl.col("voice") == "indirect") & pl.col("speaker").is_not_null() & in_marks
    source = pl.col("voice").is_in(["direct", "scare"]) | echoed
    return hits.with_columns(wording=pl.when(source).then(pl.lit("source")).otherwise(pl.lit("outlet")))


def echoed(texts: Mapping[str, str], spans: Mapping[str, list[Span]]) -> Mapping[str, list[Span]]:
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
    if not any(_labelled(texts[part], span) for part in spans for span in spans[part]):
        return spans
    quoted = _quoted(texts, spans)
    return {part: [piece for span in spans[part] for piece in _pieces(texts[part], span, quoted)] for part in spans}


def _labelled(text: str, span: Span) -> bool:
    return span.voice == "indirect" and _labels().search(text, span.start, span.end) is not None


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
    """One pattern of all labels, each behind a word that marks it as presupposed; `*` stands for the letters of a word."""
    data = lists("labels.toml")
    labels = sorted(data["labels"], key=len, reverse=True)
    starred = [label.removeprefix("*") for label in labels if label.startswith("*")]
    # A word that no mark follows can begin none of the starred ones: they are not even tried there.
    marks = "|".join(sorted({_pattern(label.lstrip("s")[0]) for label in starred}))
    open_ended = rf"(?=[^\W\d_]+(?:{marks}))[^\W\d_]{{1,30}}(?:{'|'.join(map(_pattern, starred))})"
    plain = _one_of([label for label in labels if not label.startswith("*")])
    return re.compile(rf"\b{_one_of(data['before'])}[ \u00a0](?P<label>{plain}|{open_ended})\b", re.IGNORECASE)


def _one_of(labels: Sequence[str]) -> str:
    """Pattern of any of the labels; what begins with none of their letters is passed over at once."""
    return rf"(?=[{''.join(sorted({label[0] for label in labels}))}])(?:{'|'.join(map(_pattern, labels))})"


def _pattern(label: str) -> str:
    return re.escape(label).replace("’", "['’]").replace(r"\-", "[-\u2010\u2011]").replace(r"\ ", "[ \u00a0]")
