"""The scorer protocol; score(); Scores."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from typing import Any, Protocol

import polars as pl

from framing import arguments, tables
from framing.corpus import Corpus
from framing.lexicon import Lexicon
from framing.lexicon.labels import BETWEEN
from framing.matching import LexiconScorer
from framing.voice import Passages

NOT_VALIDATED = "not validated"


class Scorer(Protocol):
    """What turns passages into hits and exposure; any object with these attributes and this method is one.

    Attributes
    ----------
    name
        What to call it in a report, such as ``conflict 1.0 (838d9889d069)``.
    frames
        The frames it can find. A frame it never finds keeps its row of zeros in every result.
    choices
        Each referent and its rival names.
    unit
        What exposure counts: ``words``, ``passages``, ``sentences`` or ``articles``.
    per
        The exposure a rate refers to, such as 1000 words.
    """

    name: str
    choices: Mapping[str, tuple[str, ...]]
    unit: str
    per: float

    @property
    def frames(self) -> tuple[str, ...]:
        """The frames it can find."""

    def hits(self, passages: Passages) -> pl.DataFrame:
        """Every hit in `passages`, as a `hits` table."""

    def exposure(self, passages: Passages) -> pl.DataFrame:
        """What could have been hit in `passages`, as an `exposure` table."""


@dataclass(frozen=True)
class Scores:
    """Hits, and the exposure they are counted against.

    Parameters
    ----------
    hits, exposure
        A `hits` and an `exposure` table (see `framing.tables`).
    corpus
        The corpus they were counted in.
    frames, choices, scorer, unit, per
        What could be found and how it is counted; see `Scorer`. A hit of another frame or name is an error, as is a weight or an
        exposure below 0, infinite, nan or null.
    validation
        Frame, or choice and name joined by ``": "``, to what a coded sample said of its hits (`framing.validation.validated`); every
        result table shows it.
    """

    hits: pl.DataFrame
    exposure: pl.DataFrame
    corpus: Corpus
    frames: tuple[str, ...]
    choices: Mapping[str, tuple[str, ...]]
    scorer: str
    unit: str
    per: float
    validation: Mapping[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        tables.check(self.hits, "hits")
        tables.check(self.exposure, "exposure")
        _amounts(self.hits["weight"], "hits")
        _amounts(self.exposure["exposure"], "rows of exposure")
        named = [(choice, name) for choice, names in self.choices.items() for name in names]
        _announced(self.hits.select("frame"), [(frame,) for frame in self.frames], "frames")
        _announced(self.hits.select("choice", "name"), named, "choices")

    def where(self, **columns: Any) -> "Scores":
        """Keep the hits, and the exposure behind them, whose columns equal the given values.

        A column that only hits have (`frame`, `negated`, `target`, ...) selects among the hits and leaves the
        exposure whole; a column that both have (`outlet`, `event`, `part`, `voice`, `speaker`) selects in both. Frames and naming
        choices that the selection leaves out have no rows in what is made of it: they were not asked for, not absent.

        Raises
        ------
        ValueError
            For an unknown column, or a value that column cannot take in this corpus and this scorer.
        """
        keep = tables.selection(self.hits, columns, self._allowed())
        shared = {column: value for column, value in columns.items() if column in self.exposure.columns}
        exposure = self.exposure.filter(tables.selection(self.exposure, shared, self._allowed()))
        asked = partial(_asked, columns)
        framed, named = asked("choice", None) and asked("name", None), asked("frame", None)
        frames = tuple(name for name in self.frames if framed and asked("frame", name))
        rivals = {choice: tuple(name for name in names if asked("name", name)) for choice, names in self.choices.items()}
        choices = {choice: names for choice, names in rivals.items() if named and asked("choice", choice) and names}
        return replace(self, hits=self.hits.filter(keep), exposure=exposure, frames=frames, choices=choices)

    def status(self, *label: str) -> pl.Expr:
        """Say in the column `validation` how right the hits of each row are: ``not validated``, or what was measured.

        Parameters
        ----------
        label
            The columns of the result table that name the frame, or the choice and its name.
        """
        known = {label: status for label, status in self.validation.items() if status}
        name = pl.concat_str(*label, separator=BETWEEN)
        return name.replace_strict(list(known), list(known.values()), default=NOT_VALIDATED, return_dtype=pl.String).alias("validation")

    def _allowed(self) -> dict[str, Any]:
        allowed = {name: self.exposure[name].unique().drop_nulls().sort().to_list() for name in ("article_id", "speaker")}
        names = [name for names in self.choices.values() for name in names]
        return allowed | {
            "voice": tables.VOICES,
            "part": tables.PARTS,
            "outlet": self.corpus.outlets,
            "event": self.corpus.events,
            "frame": self.frames,
            "choice": tuple(self.choices),
            "name": names,
            "negated": (False, True),
            "distanced": (False, True),
        }


def _amounts(values: pl.Series, what: str) -> None:
    """Refuse amounts that are none: of a sum with nan nothing is left, and null would pass for 0."""
    strange = values.filter(~(values.is_finite() & (values >= 0)).fill_null(False))
    if len(strange):
        raise ValueError(f"{len(strange)} {what} have the {values.name} {strange[0]}; expected a number from 0")


def _announced(found: pl.DataFrame, known: Sequence[tuple[str, ...]], what: str) -> None:
    """Refuse hits of what the scorer does not list, which no result would have a row for."""
    unknown = [row for row in found.unique().drop_nulls(found.columns[0]).rows() if row not in known]
    if unknown:
        name, allowed = ": ".join(map(str, min(unknown, key=str))), arguments.some(": ".join(each) for each in known)
        raise ValueError(f"The hits name {name!r}, which is none of the {what} of the scorer: {allowed}")


def _asked(columns: Mapping[str, Any], column: str, value: str | None) -> bool:
    """Whether a selection keeps hits with this value in this column, as it does where it does not ask for the column."""
    wanted = columns.get(column, value)
    return value in wanted if isinstance(wanted, (list, tuple, set, frozenset)) else value == wanted


def score(passages: Passages, scorer: Scorer | Lexicon) -> Scores:
    """Count what a lexicon or a classifier finds in passages, with whose voice each hit stands in.

    Parameters
    ----------
    passages
        From `split_voices`.
    scorer
        A `Lexicon`, a `LexiconScorer`, a `ClassifierScorer`, or any object with the protocol of `Scorer`.

    Raises
    ------
    TypeError
        If `passages` is a corpus or a string, or `scorer` lacks a part of the protocol.
    ValueError
        If what the scorer gives is no `hits` or no `exposure` table, names a frame or name that it does not list, or holds a weight or
        an exposure that is no number from 0.
    """
    arguments.made(passages, Passages, "score()")
    scorer = LexiconScorer(scorer) if isinstance(scorer, Lexicon) else scorer
    lacking = [part for part in ("name", "frames", "choices", "unit", "per", "hits", "exposure") if not hasattr(scorer, part)]
    if lacking:
        expected = "a lexicon, as read_lexicon returns, or a scorer"
        raise TypeError(f"score() takes {expected}; {type(scorer).__name__} is no scorer: it lacks {lacking}")
    return Scores(
        hits=scorer.hits(passages),
        exposure=scorer.exposure(passages),
        corpus=passages.corpus,
        frames=tuple(scorer.frames),
        choices=dict(scorer.choices),
        scorer=scorer.name,
        unit=scorer.unit,
        per=scorer.per,
    )
