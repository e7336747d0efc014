"""BASIL: news sentences with spans of lexical and informational bias, three outlets on the same stories."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import polars as pl

from framing.research.sources import as_published, folder_of, require

OUTLETS = {"fox": "Fox News", "hpo": "HuffPost", "nyt": "The New York Times"}
KINDS = ("lexical", "informational")
_SCHEMA = dict.fromkeys(("article_id", "outlet", "event", "text"), pl.String) | {"sentence": pl.Int64} | dict.fromkeys(KINDS, pl.Int64)


def read_basil(folder: str | Path) -> pl.DataFrame:
    """Read the sentences of BASIL from the folder that holds `annotations` (a pair of JSON files for each article).

    Returns
    -------
    table
        One row a sentence of an article's body: `article_id`, `outlet`, `event` (the story that three outlets report), `text`, `sentence`
        (its number), `lexical` and `informational` (1 if a span of that bias stands in it, else 0).

    Raises
    ------
    FileNotFoundError
        If the folder or an annotation file is missing; the message says where they are published.
    ValueError
        If an annotated span does not stand where the file says, or a file or its annotation is not as it was published.
    """
    found = require(folder_of(folder) / "annotations", "basil")
    paths = sorted(path for path in found.glob("*.json") if not path.stem.endswith("_ann"))
    if not paths:
        require(found / "*.json", "basil")
    rows: list[tuple[Any, ...]] = []
    for path in paths:
        with as_published(path):
            rows += _rows(path)
    return pl.DataFrame(rows, schema=_SCHEMA, orient="row")


def _rows(path: Path) -> Iterator[tuple[Any, ...]]:
    article = json.loads(path.read_text(encoding="utf-8"))
    annotations = json.loads(require(path.with_name(f"{path.stem}_ann.json"), "basil").read_text(encoding="utf-8"))
    sentences = [sentence for paragraph in article["body-paragraphs"] for sentence in paragraph]
    marked = {kind: _marked(annotations["phrase-level-annotations"], kind[:3], sentences, path) for kind in KINDS}
    outlet = OUTLETS[article["source"].lower()]
    for number, text in enumerate(sentences):
        if text.strip():
            yield path.stem, outlet, article["triplet-uuid"], text, number, *(int(number in marked[kind]) for kind in KINDS)


def _marked(spans: list[dict[str, Any]], bias: str, sentences: list[str], path: Path) -> set[int]:
    """Numbers of the sentences with a span of that bias; the files call the n-th sentence p<n>, and the title, title."""
    numbers = set()
    for span in spans:
        if span["bias"] == bias and span["id"] != "title":
            number = int(span["id"].removeprefix("p"))
            if number < 0 or sentences[number][span["start"] : span["end"]] != span["txt"]:
                raise ValueError(f"{path}: the span {span['txt'][:40]!r} does not stand in sentence {number} at {span['start']}")
            numbers.add(number)
    return numbers
