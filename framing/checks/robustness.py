"""Does the finding stand? One contrast under every reasonable choice, and with each part of the data left out."""

import warnings
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import product
from typing import Any

import polars as pl

from framing import arguments, tables
from framing.rates import contrasts
from framing.rates.contrast import REST
from framing.scores import Scores

VOICE_POLICIES: Mapping[str, tuple[str, ...]] = {
    "all": tables.VOICES,
    "own": ("own",),
    "own and indirect": ("own", "indirect"),
    "attributed": tables.ATTRIBUTED,
}
PARTS: Mapping[str, tuple[str, ...]] = {"both": tables.PARTS, "title": ("title",), "text": ("text",)}
EXPOSURES = ("as scored", "articles")
MOST_TERMS = 20
_A, _B = "a", "b"
_CHOICES = ("kind", "scores", "voice", "part", "exposure", "left_out")
_FINDING = ("frame", "a", "b")
_OPTIONS = ("within", "level", "n_boot", "seed")
_FOUND = ("ratio", "low", "high", "p", "rate_a", "rate_b", "articles", "events")
SCHEMA = pl.Schema(
    dict.fromkeys((*_FINDING, *_CHOICES), pl.String())
    | {name: tables.schema("contrasts")[name] for name in _FOUND}
    | {"same_side": pl.Boolean(), "clear": pl.Boolean(), "caution": pl.String(), "scorer": pl.String()}
)


@dataclass(frozen=True)
class Specification:
    """One way to do the comparison: how it differs from the others, and the scores that follow from it."""

    scores: Scores
    kind: str
    variant: str = "given"
    voice: str = "as given"
    part: str = "as given"
    exposure: str = EXPOSURES[0]
    left_out: str | None = None

    def row(self) -> dict[str, str | None]:
        """Name the choices made."""
        return dict(zip(_CHOICES, (self.kind, self.variant, self.voice, self.part, self.exposure, self.left_out), strict=True))


def robustness(
    scores: Scores, *, frame: str, a: str, b: str | None = None, variants: Mapping[str, Scores] | None = None, **options: Any
) -> pl.DataFrame:
    """Run one contrast of two outlets under every reasonable specification: a specification curve as a table.

    The kinds of specification, each told from the first row, `as given`:

    - `choices`: voice policy (all, own, own and indirect, attributed) x part (both, title, text) x exposure (as scored, or the share of
      articles with the frame), where the given scores hold them;
    - `event`, `term`, `outlet`: one event, one of the frame's twenty commonest terms, or (with `b` None) one outlet of the rest left out;
    - `variant`: other scores of the same articles, such as another lexicon.

    A finding stands when nearly all rows lie on the same side of 1 and few lose clarity when a single event or term is left out. Rows
    share their articles: they are not independent tests, and the share of clear rows is no p-value (Simonsohn, Simmons and Nelson 2020).

    Parameters
    ----------
    scores
        From `score`, with all voices and parts, so that the choices can be varied.
    frame
        The frame of the finding.
    a, b
        The outlets compared; b None: all others together.
    variants
        Name to other scores.
    **options
        `within`, `level`, `n_boot`, `seed` of `contrasts`.

    Returns
    -------
    table
        `frame`, `a`, `b` (the finding), `kind`, `scores`, `voice`, `part`, `exposure`, `left_out` (the specification), `ratio`, `low`,
        `high`, `p`, `rate_a`, `rate_b`, `articles`, `events` (as in `contrasts`), `same_side` (ratio on the side of 1 on which the
        first row has it; null: no ratio), `clear` (the interval excludes 1), `caution` and `scorer` as in `contrasts`.
        `framing.plots.plot_robustness` draws it.

    Raises
    ------
    ValueError
        For an unknown frame, outlet or option, or when a and b are the same.

    Examples
    --------
    >>> from framing.corpus import Corpus
    >>> corpus = Corpus.from_records([{"article_id": n, "outlet": n, "event": "talks", "text": "..."} for n in ("p", "q")])
    >>> scores = Scores(tables.empty("hits"), tables.empty("exposure"), corpus, ("peace",), {}, "hand", "words", 1000)
    >>> robustness(scores, frame="peace", a="p", b="q")["kind"].to_list()
    ['as given']
    """
    arguments.made(scores, Scores, "robustness()")
    _check(scores, frame, a, b)
    variants = {} if variants is None else arguments.of_type("variants", variants, Mapping, "a mapping of a name to other scores")
    for other in variants.values():
        arguments.made(other, Scores, "variants")
    for name in options:
        arguments.known(name, _OPTIONS, "option of robustness()")
    rows: list[dict[str, Any]] = []
    for one in _specifications(scores, frame, a, b, variants):
        with warnings.catch_warnings():
            if rows:  # what the contrast as given has told, the others do not repeat
                warnings.simplefilter("ignore", UserWarning)
            table = contrasts(_two_sides(one.scores, frame, a, b), **options)
        found = table.select(*_FOUND, "caution").row(0, named=True) if table.height else {}
        rows.append({"frame": frame, "a": a, "b": b or REST, "scorer": one.scores.scorer} | one.row() | found)
    table = pl.DataFrame(rows, schema={name: SCHEMA[name] for name in (*_FINDING, *_CHOICES, *_FOUND, "caution", "scorer")})
    above, ratio = pl.col("ratio") > 1, pl.col("ratio").is_not_nan()
    same = pl.when(ratio & ratio.first()).then(above == above.first())
    clear = ((pl.col("low") > 1) | (pl.col("high") < 1)) & ratio
    return table.with_columns(same_side=same, clear=clear).select(SCHEMA.names())


def _check(scores: Scores, frame: str, a: str, b: str | None) -> None:
    arguments.known(frame, scores.frames, "frame")
    for outlet in (a,) if b is None else (a, b):
        arguments.known(outlet, scores.corpus.outlets, "outlet")
    if a == b:
        raise ValueError(f"a and b are both {a!r}; name two different outlets")


def _specifications(scores: Scores, frame: str, a: str, b: str | None, variants: Mapping[str, Scores]) -> Iterator[Specification]:
    yield Specification(scores, "as given")
    yield from _choices(scores)
    sides = scores.exposure if b is None else scores.exposure.filter(pl.col("outlet").is_in([a, b]))
    for event in sides["event"].drop_nulls().unique().sort():
        yield Specification(_without(scores, pl.col("event") == event), "event", left_out=event)
    for term in _terms(scores, frame):
        fewer = replace(scores, hits=scores.hits.filter(pl.col("term").ne_missing(term)))
        yield Specification(fewer, "term", left_out=term)
    if b is None:
        for outlet in sides["outlet"].unique().sort():
            if outlet != a:
                yield Specification(_without(scores, pl.col("outlet") == outlet), "outlet", left_out=outlet)
    for name, other in variants.items():
        arguments.known(frame, other.frames, f"frame of the variant {name!r}:")
        yield Specification(other, "variant", variant=name)


def _choices(scores: Scores) -> Iterator[Specification]:
    """Every combination of voice policy, part and exposure that the scores hold; the same selection only once."""
    voices, parts = (set(scores.exposure[name].drop_nulls().unique()) for name in ("voice", "part"))
    seen = set()
    for (voice, chosen), (part, where), exposure in product(VOICE_POLICIES.items(), PARTS.items(), EXPOSURES):
        key = (frozenset(voices & set(chosen)), frozenset(parts & set(where)), exposure)
        if not key[0] or not key[1] or key in seen:
            continue
        seen.add(key)
        kept = _without(scores, ~(pl.col("voice").is_in(list(chosen)) & pl.col("part").is_in(list(where))))
        yield Specification(_by_article(kept) if exposure == "articles" else kept, "choices", voice=voice, part=part, exposure=exposure)


def _without(scores: Scores, drop: pl.Expr) -> Scores:
    keep = ~drop.fill_null(False)
    return replace(scores, hits=scores.hits.filter(keep), exposure=scores.exposure.filter(keep))


def _terms(scores: Scores, frame: str) -> list[str]:
    """The commonest terms of the frame, when there are at least two."""
    terms = (
        scores.hits.filter(pl.col("frame") == frame)
        .group_by("term")
        .agg(pl.col("weight").sum())
        .sort(["weight", "term"], descending=[True, False])
    )
    return terms["term"].head(MOST_TERMS).to_list() if terms.height > 1 else []


def _by_article(scores: Scores) -> Scores:
    """Count articles that have the frame at all, out of all articles with exposure."""
    exposure = scores.exposure.filter(pl.col("exposure") > 0).unique(["article_id"], maintain_order=True).with_columns(exposure=pl.lit(1.0))
    hits = scores.hits.unique(["article_id", "frame", "choice", "name"], maintain_order=True).with_columns(weight=pl.lit(1.0))
    hits = hits.join(exposure, on="article_id", how="semi", maintain_order="left")  # a word cut by a mark may have a hit and no start
    return replace(scores, hits=hits, exposure=exposure, unit="articles", per=1.0)


def _two_sides(scores: Scores, frame: str, a: str, b: str | None) -> Scores:
    """Keep the hits of the frame, and name the two sides so that a always comes first."""
    side = pl.when(pl.col("outlet") == a).then(pl.lit(_A)).when((pl.col("outlet") == b) if b else pl.lit(True)).then(pl.lit(_B))
    hits, exposure = (
        frame_of.with_columns(outlet=side).filter(pl.col("outlet").is_not_null()) for frame_of in (scores.hits, scores.exposure)
    )
    return replace(scores, hits=hits.filter(pl.col("frame") == frame), exposure=exposure, frames=(frame,))
