"""Articles with their voices coloured and their speakers named, for a notebook."""

from collections.abc import Iterator
from itertools import groupby
from typing import Any

import polars as pl

from framing.corpus import Corpus
from framing.display import NO_MATH, as_html

FIRST = 5
"""Articles shown; the rest are counted below."""
# Light enough for black text; line styles tell the voices apart without colour.
STYLES = {
    "direct": "background:#d6e9f8;border-bottom:2px solid #0072b2",
    "indirect": "background:#fdf0d5;border-bottom:2px dashed #b06a00",
    "scare": "background:#f3dcea;border-bottom:2px dotted #a0407d",
}
LABEL = '<sup style="font-size:70%;color:#333;white-space:nowrap"> {}</sup>'


def html_of(table: pl.DataFrame, corpus: Corpus) -> str:
    """Return the first articles of a passages table as one piece of HTML, every text escaped."""
    texts = {row[0]: row[1:] for row in corpus.articles.select("article_id", "outlet", "title", "text").iter_rows()}
    legend = " ".join(f'<span style="{style}">{voice}</span>' for voice, style in STYLES.items())
    shown, parts = 0, []
    for article, rows in groupby(table.iter_rows(named=True), key=lambda row: row["article_id"]):
        shown += 1
        if shown <= FIRST:
            outlet, title, text = texts[article]
            parts.append(f"<h4>{as_html(article)} <small>{as_html(outlet)}</small></h4>")
            parts.append(f'<div style="white-space:pre-wrap;max-width:48em">{"".join(_marked(rows, title or "", text))}</div>')
    more = f"<p>and {shown - FIRST} more articles</p>" if shown > FIRST else ""
    return f'<div class="{NO_MATH}"><p>own {legend}</p>{"".join(parts)}{more}</div>'


def _marked(rows: Iterator[dict[str, Any]], title: str, text: str) -> Iterator[str]:
    last = None
    for row in rows:
        written = as_html((title if row["part"] == "title" else text)[row["start"] : row["end"]])
        if row["part"] == "title":
            written = f"<b>{written}</b>\n" if row["voice"] == "own" else written
        style = STYLES.get(row["voice"])
        named = row["speaker"] or (row["attribution"] and "unnamed")
        label = LABEL.format(as_html(named)) if named and row["attribution"] != last else ""
        last = row["attribution"]
        yield f'<span style="{style}" title="{as_html(row["rule"])}">{written}</span>{label}' if style else written
