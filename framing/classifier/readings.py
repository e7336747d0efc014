"""Texts that know where they stand and whose words they hold, for classifiers that read voice and position."""

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

import polars as pl

from framing import arguments, tables
from framing.classifier.units import units
from framing.voice import Passages

VOICE = ("voice", "speaker", "cue_class", "commitment")
PLACE = ("article_id", "part", "start", "end")


class Piece(NamedTuple):
    """A part of a reading in one voice.

    Parameters
    ----------
    start, end
        Code points into the reading.
    tokens
        Words in it.
    voice, speaker, cue_class, commitment
        As in a `passages` table.
    """

    start: int
    end: int
    tokens: int
    voice: str
    speaker: str | None
    cue_class: str | None
    commitment: int | None


class Place(NamedTuple):
    """Where a reading stands; nan is unknown.

    Parameters
    ----------
    headline
        1.0 in the title, 0.0 in the text.
    sentence
        Number of the sentence it begins in, from 0.
    relative
        Where it begins in its part, 0 to 1.
    """

    headline: float = float("nan")
    sentence: float = float("nan")
    relative: float = float("nan")


class Reading(str):
    """A text, with the voices in it and the place where it stands; to whatever reads only words, a string like any other.

    Attributes
    ----------
    pieces
        Its stretches of one voice, in order.
    place
        Where it stands; for an article as a whole, unknown.
    """

    pieces: tuple[Piece, ...]
    place: Place

    def __new__(cls, text: str, pieces: Sequence[Piece] = (), place: Place | None = None) -> "Reading":
        """Make a string of the text, and note the rest."""
        made = super().__new__(cls, text)
        made.pieces, made.place = tuple(pieces), place or Place()
        return made


def readings(passages: Passages, places: str | pl.DataFrame = "sentences") -> list[Reading]:
    """Texts to train a classifier on that reads voice and position, or to judge.

    A label that a reader gave to a sentence of an article is learned better with what stands around it: whose words these are may be
    told only two sentences before.

    Parameters
    ----------
    passages
        From `split_voices`, or a selection of them; only their words are read.
    places
        ``passages``, ``sentences`` or ``articles``: those that hold a word, in the order of `units`. Or a table of places with the columns
        `article_id`, `part`, `start` and `end`, such as the sentences that readers labelled: what is read there, in its order.

    Returns
    -------
    list
        Strings for `ClassifierScorer.fit`, `predict` and `evaluate`.

    Raises
    ------
    ValueError
        For an unknown unit, a missing column, or an article that the passages do not have.

    Examples
    --------
    >>> from framing import Corpus, split_voices
    >>> corpus = Corpus.from_records([{"article_id": "1", "outlet": "The Gull", "text": "It rained. Berg said it was “a brutal raid”."}])
    >>> second = readings(split_voices(corpus))[1]
    >>> second, second.place.sentence, [(piece.voice, piece.tokens) for piece in second.pieces]
    ('Berg said it was “a brutal raid”.', 1, [('own', 2), ('indirect', 2), ('direct', 3)])
    """
    arguments.made(passages, Passages, "readings()")
    if isinstance(places, str):
        if places == "articles":
            return _whole(passages)
        places = units(passages, places)
    places = tables.frame(places, "What tells the places, if not a unit,")
    if lacking := [column for column in PLACE if column not in places.columns]:
        raise ValueError(f"The places lack the columns {lacking}; they have {places.columns}")
    parts = _parts(passages)
    return [_reading(_known(parts, name, part), start, end) for name, part, start, end in places.select(*PLACE).iter_rows()]


class _Part(NamedTuple):
    """A title or a text, and its passages that hold words: where they start, and their rows."""

    title: bool
    text: str
    starts: list[int]
    rows: list[tuple[Any, ...]]


def _parts(passages: Passages) -> dict[tuple[str, str], _Part]:
    parts = {(name, part): _Part(part == "title", text, [], []) for (name, part), text in passages.corpus.parts.items()}
    read = passages.table.filter(pl.col("tokens") > 0)
    for name, part, *row in read.select("article_id", "part", "start", "end", "tokens", "sentence", *VOICE).iter_rows():
        parts[name, part].starts.append(row[0])
        parts[name, part].rows.append(tuple(row))
    return parts


def _known(parts: Mapping[tuple[str, str], _Part], name: str, part: str) -> _Part:
    if (name, arguments.known(part, tables.PARTS, "part")) not in parts:
        raise ValueError(f"The passages have no article {name!r}; give the places of the articles they were split from")
    return parts[name, part]


def _reading(part: _Part, start: int, end: int) -> Reading:
    pieces, content, first = [], "", 0
    for place, (begins, ends, tokens, sentence, *voice) in enumerate(_between(part, start, end)):
        cut = part.text[max(begins, start) : min(ends, end)]
        pieces.append(Piece(len(content), len(content) + len(cut), tokens, *voice))
        content += cut
        first = first if place else sentence
    return Reading(content, pieces, Place(float(part.title), first, start / max(len(part.text), 1)))


def _between(part: _Part, start: int, end: int) -> Iterator[tuple[Any, ...]]:
    """Rows of the passages that reach into a stretch."""
    for row in part.rows[max(bisect_right(part.starts, start) - 1, 0) :]:
        if row[0] >= end:
            return
        if row[1] > start:
            yield row


def _whole(passages: Passages) -> list[Reading]:
    """Title and text of each article as one reading."""
    parts, found = _parts(passages), []
    for name in dict.fromkeys(passages.table.filter(pl.col("tokens") > 0)["article_id"].to_list()):
        content, pieces = "", []
        for place, part in enumerate(each for each in (parts[name, "title"], parts[name, "text"]) if each.rows):
            one = _reading(part, 0, len(part.text))
            content += "\n" if place else ""
            pieces += [piece._replace(start=piece.start + len(content), end=piece.end + len(content)) for piece in one.pieces]
            content += one
        found.append(Reading(content, pieces))
    return found


def reads_place(model: Any) -> bool:
    """Whether an estimator has a part that asks for readings: one whose `reads_place` is True."""
    parts = model.get_params(deep=True).values() if hasattr(model, "get_params") else ()
    return any(getattr(part, "reads_place", False) is True for part in (model, *parts))
