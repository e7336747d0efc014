"""PolNeAR: US political news with the source, cue and content of every attribution marked by readers, in brat's stand-off format."""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import polars as pl

from framing.corpus import Corpus
from framing.research.sources import folder_of, require

ROLES = ("source", "cue", "content")
LAYOUT = "text/NAME.txt and, in brat's format, attributions/NAME.ann"


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
    ValueError
        If a file is not UTF-8, or a stretch is not two places in its text, the first before the second.
    """
    texts, marked = (require(folder_of(folder) / name, "polnear", LAYOUT) for name in ("text", "attributions"))
    annotations = sorted(marked.glob("*.ann"))
    articles, rows = [], []
    paths = sorted(texts.glob("*.txt"))
    others = {path.stem for path in paths}
    for path in paths:
        near = [each for each in annotations if each.stem.rpartition("_")[0] == path.stem and each.stem not in others]
        mine = [*(each for each in annotations if each.stem == path.stem), *near]
        if mine:
            text = _text(path)
            articles.append({"article_id": path.stem, "outlet": path.stem.split("_")[0], "text": text})
            rows += [(path.stem, *row) for row in _attributions(mine[0], len(text))]
    if not articles:
        raise FileNotFoundError(f"No text in {texts} has an annotation in {marked}; expected NAME.txt and NAME.ann or NAME_xxxx.ann")
    schema = {"article_id": pl.String, "attribution": pl.Int64, "role": pl.String, "start": pl.Int64, "end": pl.Int64}
    return Attributed(Corpus.from_records(articles), pl.DataFrame(rows, schema=schema, orient="row"))


def _text(path: Path) -> str:
    try:
        with path.open(encoding="utf-8", newline="") as file:  # offsets count every character, line ends as they are
            return file.read()
    except UnicodeDecodeError as error:
        raise ValueError(f"{path}: is not UTF-8 ({error}); offsets count its characters, so save text and annotation as UTF-8") from None


def _stretches(path: Path, lines: list[str], length: int) -> dict[str, list[tuple[int, int]]]:
    """Stretches of a text of `length` characters, by their keys in a brat file."""
    found: dict[str, list[tuple[int, int]]] = {}
    for line in lines:
        key, _, rest = line.partition("\t")
        if key[:1] == "T":
            pairs = [pair.split() for pair in rest.split("\t")[0].partition(" ")[2].split(";")]
            try:
                found[key] = [(int(pair[0]), int(pair[1])) for pair in pairs if len(pair) == 2]
            except ValueError:
                raise ValueError(f"{path}: {line[:80]!r} has no places in the text; expected such as 'T1\\tContent 4 27\\twords'") from None
            if wrong := [pair for pair in found[key] if not 0 <= pair[0] < pair[1] <= length]:
                raise ValueError(
                    f"{path}: {key} stands at {wrong[0]}, but its text has {length} characters; expected start < end within it"
                )
    return found


def _attributions(path: Path, length: int) -> Iterator[tuple[int, str, int, int]]:
    """Number, role, start and end of every stretch marked in a brat file."""
    lines = _text(path).splitlines()
    stretches = _stretches(path, lines, length)
    number = 0
    for line in lines:
        key, _, rest = line.partition("\t")
        if key[:1] != "E":
            continue
        for pair in rest.split():
            name, _, target = pair.partition(":")
            role = next((role for role in ROLES if name.lower().startswith(role)), None)
            if role:
                yield from ((number, role, start, end) for start, end in stretches.get(target, []))
        number += 1
