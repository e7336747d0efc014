"""Codings joined to what was coded: checked, and weighed by how likely each unit was to be drawn."""

from collections.abc import Sequence
from typing import Any

import polars as pl

from framing import arguments, tables
from framing.agreement.agreement import once
from framing.lexicon.labels import labels
from framing.scores import Scores
from framing.validation.items import STRATA, items
from framing.voice import Passages

PLACE = ("outlet", "event", "article_id", "part", "voice")
CARRIED = (*PLACE, "probability")
_EXPOSED = ("article_id", "part", "voice")
_NO_PROBABILITY = (
    "The coding has no column 'probability': how likely each unit was to be drawn. Sheets of sample_hits have it; "
    "for blind ones read_coding(sheets, key=sheet) takes it from the sheet drawn with blind=False"
)


def coded_items(scores: Scores, coding: Any, passages: Passages | None = None, *, of: Sequence[str] | None = None) -> pl.DataFrame:
    """Every item (see `items`) with `yes`, the share of its coders who said yes, and `probability`; both null where not coded.

    Codings of what the scores were narrowed away from (another voice, another outlet) are left out. That can be told only of
    codings that know their place, from an open sheet or a `key`. With `of`, codings of other labels are left out as well.

    Raises
    ------
    TypeError
        If `scores` are no Scores, or `coding` is no data frame.
    ValueError
        If a column is missing, a value is neither yes nor no, a label is none of these scores, a coder codes a unit twice, a unit has
        two probabilities or one that is none, or a unit is not among the items.
    """
    arguments.made(scores, Scores, "a coding")
    if passages is not None:
        arguments.made(passages, Passages, "a coding")
    coding = _checked(coding, scores)
    if of is not None and "label" in coding.columns:
        coding = coding.filter(pl.col("label").is_in(list(of)))
    articles = coding["article_id"].cast(pl.String).unique() if "article_id" in coding.columns else None
    every = items(scores, passages, None if articles is None or articles.null_count() else articles.to_list())
    answers = _answers(coding)
    here = _here(answers, every, scores, passages)
    return every.join(here.select("unit", "yes", "probability"), on="unit", how="left", maintain_order="left")


def _checked(coding: Any, scores: Scores) -> pl.DataFrame:
    frame = tables.frame(coding, "The coding, as read_coding() returns it,")
    for column in ("unit", "value"):
        if column not in frame.columns:
            raise ValueError(f"The coding lacks the column {column!r}; it has {frame.columns}. read_coding() reads filled sheets")
    frame = frame.with_columns(pl.col("unit", "value").cast(pl.String))
    if frame["unit"].null_count():
        raise ValueError(f"{frame['unit'].null_count()} codings have no unit; drop the rows, or take the column from the sheet")
    strange = frame.filter(~pl.col("value").is_in(["yes", "no"]).fill_null(False))["value"]
    if len(strange):
        raise ValueError(f"The coding has the value {strange[0]!r}; expected yes or no. read_coding() reads filled sheets")
    if "label" in frame.columns:
        allowed = labels(scores.frames, scores.choices)
        unknown = sorted(set(frame["label"].drop_nulls().to_list()) - set(allowed))
        if unknown:
            raise ValueError(f"The coding has the labels {unknown}, which are none of these scores: {allowed}. Keep the codings of these")
    return once(frame) if "coder" in frame.columns else frame


def _answers(frame: pl.DataFrame) -> pl.DataFrame:
    """One row a unit: the share of yes, the probability (null without the column), and the place, if the coding knows it."""
    known = [column for column in PLACE if column in frame.columns]
    frame = _with_probability(frame)
    units = frame.group_by("unit", maintain_order=True).agg(
        pl.col(*known, "probability").first(), yes=(pl.col("value") == "yes").mean(), chances=pl.col("probability").n_unique()
    )
    two = units.filter(pl.col("chances") > 1)
    if two.height:
        raise ValueError(
            f"{two.height} units, such as {two['unit'][0]!r}, have two probabilities, from sheets of different size; "
            "read_coding(sheets, key=sheet) takes them from the larger sheet"
        )
    return units


def _with_probability(frame: pl.DataFrame) -> pl.DataFrame:
    """Check the column `probability`, or add it, null."""
    if "probability" not in frame.columns:
        return frame.with_columns(probability=pl.lit(None, pl.Float64))
    frame = frame.with_columns(pl.col("probability").cast(pl.Float64, strict=False))
    wrong = frame.filter(~pl.col("probability").is_between(0, 1, closed="right").fill_null(False))
    if wrong.height:
        said = f"The unit {wrong['unit'][0]!r} was drawn with probability {wrong['probability'][0]}"
        raise ValueError(f"{said}; expected a number above 0 and at most 1 for every coded unit")
    return frame


def _here(answers: pl.DataFrame, every: pl.DataFrame, scores: Scores, passages: Passages | None) -> pl.DataFrame:
    """Keep the answers that belong to these scores; raise for those that should but do not."""
    others = answers.join(every, on="unit", how="anti")
    if set(_EXPOSED) <= set(others.columns):
        columns = [pl.col(column).cast(pl.String) for column in _EXPOSED]
        exposed, ours = scores.exposure.select(columns).unique(), scores.corpus.articles.select("article_id")
        away = others.with_columns(columns).join(exposed, on=_EXPOSED, how="anti").join(ours, on="article_id", how="semi")
        others = others.join(away, on="unit", how="anti")
    if others.height:
        lacking = "" if passages is not None else "; passages without a hit belong to these scores only with passages="
        raise ValueError(
            f"{others.height} coded units, such as {others['unit'].sort()[0]!r}, are not among these hits"
            f"{' or passages' if passages is not None else ''}; pass what they were drawn from{lacking}"
        )
    return answers.join(every, on="unit", how="semi")


def weighed(every: pl.DataFrame, strata: Sequence[str] | None, *, need: bool = False) -> pl.DataFrame:
    """Add to coded items the `expansion`: how many items of the population each stands for; null where not coded.

    With `strata`, the items of a stratum over those of them coded; without, one over the probability of the draw, or, where the
    coding has none, the same by the strata of `sample_hits`.

    Raises
    ------
    ValueError
        If there is neither a probability nor strata, and one is needed.
    """
    coded = pl.col("yes").is_not_null()
    if strata is None and every["probability"].count():
        return every.with_columns(expansion=1 / pl.col("probability"))
    if strata is None and need and every["yes"].count():
        raise ValueError(_NO_PROBABILITY)
    by = STRATA if strata is None else tuple(strata)
    size = pl.len().over("found", *by) / coded.sum().over("found", *by)
    return every.with_columns(expansion=pl.when(coded).then(size))
