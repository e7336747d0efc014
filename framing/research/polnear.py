"""PolNeAR: US political news with the source, cue and content of every attribution marked by readers, in brat's stand-off format."""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import polars as pl

from framing.corpus import Corpus
from framing.research.sources import require

ROLES = ("source", "cue", "content")


class Attributed(NamedTuple):
    """Articles, and the stretches of their texts that readers marked."""

    corpus: Corpus
    spans: pl.DataFrame
    """A row a stretch: `article_id`, `attribution` (number in its article), `role` (source, cue, content), `start`, `end`."""


def read_polnear(folder: str | Path) -> Attributed:
    """Read articles from `text/*.txt` and their attributions from `attributions/*.ann`.

    Any corpus marked in this way can be read: a brat annotation of an article is named as its text is, with or without a
    suffix for the annotator (``_abcd``); of several, the first in the order of names is read. The outlet is what stands
    before the first ``_`` of the name. Articles without an annotation are left out.

    Returns
    -------
    Attributed
        The corpus and the table of marked stretches. A role that is marked in pieces has a row for each.

    Raises
    ------
    FileNotFoundError
        If a folder is missing, or no text has an annotation.
    """
    texts = require(Path(folder) / "text", "polnear")
    marked = require(Path(folder) / "attributions", "polnear")
    annotations = sorted(marked.glob("*.ann"))
    articles, rows = [], []
    for path in sorted(texts.glob("*.txt")):
        mine = [each for each in annotations if each.stem == path.stem or each.stem.rpartition("_")[0] == path.stem]
        if mine:
            articles.append({"article_id": path.stem, "outlet": path.stem.split("_")[0], "text": _text(path)})
            rows += [(path.stem, *row) for row in _attributions(mine[0])]
    if not articles:
        raise FileNotFoundError(f"No text in {texts} has an annotation in {marked}; expected NAME.txt and NAME.ann or NAME_xxxx.ann")
    schema = {"article_id": pl.String, "attribution": pl.Int64, "role": pl.String, "start": pl.Int64, "end": pl.Int64}
    return Attributed(Corpus.from_records(articles), pl.DataFrame(rows, schema=schema, orient="row"))


def _text(path: Path) -> str:
    with path.open(encoding="utf-8", newline="") as file:  # offsets count every character, line ends as they are
        return file.read()


def _attributions(path: Path) -> Iterator[tuple[int, str, int, int]]:
    """Number, role, start and end of every stretch marked in a brat file."""
    stretches: dict[str, list[tuple[int, int]]] = {}
    number = 0
    for line in path.read_text(encoding="utf-8").splitlines():
        key, _, rest = line.partition("\t")
        if key[:1] == "T":
            pairs = [pair.split() for pair in rest.split("\t")[0].partition(" ")[2].split(";")]
            stretches[key] = [(int(pair[0]), int(pair[1])) for pair in pairs if len(pair) == 2]
    for line in path.read_text(encoding="utf-8").splitlines():
        key, _, rest = line.partition("\t")
        if key[:1] != "E":
            continue
        for pair in rest.split():
            name, _, target = pair.partition(":")
            role = next((role for role in ROLES if name.lower().startswith(role)), None)
            if role:
                yield from ((number, role, start, end) for start, end in stretches.get(target, []))
        number += 1
