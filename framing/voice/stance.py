"""Negation, distance and hedge around a term; its target."""

import functools
import itertools
from typing import Any, NamedTuple

import polars as pl

from framing.voice.clause import REACH, Clause, read_clause
from framing.voice.cues import TAG, verbs
from framing.voice.cues import word as word_of
from framing.voice.lists import listed, lists
from framing.voice.passages import Passages
from framing.voice.targets import target

WINDOW = 4
"""Words between "what" and the verb of calling in "what the defence ministry calls"."""


class Hit(NamedTuple):
    """What a hit's row says about the words it stands in."""

    article_id: str
    part: str
    sentence: int
    voice: str
    start: int
    end: int
    speaker: str | None
    cue: str | None
    cue_start: int | None
    commitment: int | None
    rule: str | None
    choice: str | None


_negation = functools.partial(listed, "stance.toml", "negation")
_distance = functools.partial(listed, "stance.toml", "distance")
_hedging = functools.partial(listed, "stance.toml", "hedge")


@functools.cache
def _contracted() -> str:
    return str(lists("stance.toml")["negation"]["contracted"])


def read_stance(hits: pl.DataFrame, passages: Passages) -> pl.DataFrame:
    """Whether each hit is denied, held at a distance or hedged, and whom its term describes.

    Parameters
    ----------
    hits
        A `hits` table; its columns negated, distanced, hedge and target are replaced.
    passages
        The passages the hits were found in.

    Returns
    -------
    polars.DataFrame
        `hits` with *negated* and *distanced* (booleans), *hedge* (question, conditional, future, modal or null) and
        *target* (the actor or thing the term describes, as printed; null where the sentence names none).

    Notes
    -----
    All four are read from the hit's own sentence by word lists (``stance.toml``) and word order; a pronoun subject is
    followed into the sentence before. A term in a definite noun phrase survives negation: "did not condemn the
    invasion" leaves it an invasion.
    """
    spans = _sentence_spans(hits, passages)
    texts = {row[0]: (row[1] or "", row[2]) for row in passages.corpus.articles.select("article_id", "title", "text").iter_rows()}
    columns: tuple[list[Any], ...] = ([], [], [], [])
    for row in hits.select(Hit._fields).iter_rows():
        hit = Hit(*row)
        text = texts[hit.article_id][hit.part == "text"]
        start, end, before = spans[hit.article_id, hit.part, hit.sentence]
        clause = read_clause(text, start, end, hit.start, hit.end)
        question = _question(clause, hit)
        values = (
            _negated(clause, hit, start) and not question,
            _distanced(clause, hit),
            _hedge(clause, question),
            None if hit.choice and clause.refers() else target(clause, hit.speaker, text[max(before, start - REACH) : start]),
        )
        for column, value in zip(columns, values, strict=True):
            column.append(value)
    names = {"negated": pl.Boolean, "distanced": pl.Boolean, "hedge": pl.String, "target": pl.String}
    return hits.with_columns(pl.Series(name, values, dtype) for (name, dtype), values in zip(names.items(), columns, strict=True))


def _sentence_spans(hits: pl.DataFrame, passages: Passages) -> dict[tuple[str, str, int], tuple[int, int, int]]:
    """Start and end of every sentence that holds a hit, and the start of the sentence before."""
    keys = ["article_id", "part"]
    spans = (
        passages.table.join(hits.select("article_id").unique(), on="article_id", how="semi")
        .group_by([*keys, "sentence"])
        .agg(pl.col("start").min(), pl.col("end").max())
        .sort([*keys, "sentence"])
        .with_columns(pl.col("start").shift(1).over(keys).alias("before"))
        .join(hits.select(*keys, "sentence").unique(), on=[*keys, "sentence"], how="semi")
    )
    return {(a, p, s): (start, end, start if before is None else before) for a, p, s, start, end, before in spans.iter_rows()}


def _lemma(surface: str | None) -> str:
    """Lemma of the first reporting verb in a printed cue, with its particle."""
    tokens = (surface or "").lower().split()
    for token, following in itertools.zip_longest(tokens, tokens[1:], fillvalue=""):
        cue, _, phrasal = verbs().get(token, (None, 0, {}))
        if following in phrasal:
            return f"{phrasal[following].lemma} {following}"
        if cue:
            return cue.lemma
    return (surface or "").lower()


def _negated(clause: Clause, hit: Hit, start: int) -> bool:
    """Whether the proposition with the term is denied; that an actor exists is not, unless it is the predicate."""
    before = clause.before()
    joined = f" {' '.join(before)} "
    if any(f" {phrase} " in joined for phrase in _negation("phrases")) or clause.opening() in _negation("phrases") or _contrasted(clause):
        return True
    if clause.refers() and not clause.predicative() and not _no_evidence(clause) and "any" not in before[-2:]:
        return _denied_behind(clause)
    if _denied_before(clause, hit, start) or _denied_behind(clause):
        return True
    negators = [number for number, word in enumerate(before) if _is_negator(before, number) and not _cut_off(clause, before[number:])]
    return bool(negators) and not clause.definite(negators[-1])


def _denied_before(clause: Clause, hit: Hit, start: int) -> bool:
    """Whether a denying cue of the same sentence, from `start` on, reaches the term."""
    if _lemma(hit.cue) not in _negation("cues") or hit.cue_start is None:
        return False
    # "dismissed it as a sham" says that it is one; "refused to describe it as a sham" does not.
    labelled = "as" in clause.before()[-WINDOW:] and _lemma(hit.cue) not in _negation("refusals")
    return start <= hit.cue_start < hit.start and not clause.joined_report() and not labelled


def _contrasted(clause: Clause) -> bool:
    """Read "victims, not invaders": what stands against something else behind a comma is denied, whatever it is."""
    near = [word for word in clause.before()[-WINDOW:] if not word_of(word).tags & TAG["determiner"]]
    return len(near) > 1 and near[-1] in _negation("contrast") and near[-2] == ","


def _cut_off(clause: Clause, reach: list[str]) -> bool:
    """Whether a negator's `reach` ends before the term.

    It does at the comma of "without details, that they were thugs" and "Because nobody came, the raid was a crime", and at a verb
    that takes what it names to be there: "will not bow to blackmail".
    """
    if not _negation("presupposing").isdisjoint(reach[1:4]):
        return True
    if "," not in reach:
        return False
    behind = reach[reach.index(",") + 1 :][:1]
    return behind == ["that"] or reach[0] == "without" or clause.set_off()


def _denied_behind(clause: Clause) -> bool:
    """Read "it threatened nobody", "the presence of mercenaries was denied"."""
    behind = clause.behind()
    if behind and behind[0] in _negation("objects") and clause.verbal():
        return True
    of = clause.before()[-1:] == ["of"]
    return of and any(word in _negation("passive") and number > 0 and clause.is_be(number - 1) for number, word in enumerate(behind[:3]))


def _no_evidence(clause: Clause) -> bool:
    """Read "no evidence of mercenaries"."""
    before = clause.before()[-3:]
    return before[-1:] == ["of"] and len(before) == 3 and before[1] in _negation("evidence") and _is_negator(before, 0)


def _is_negator(words: list[str], number: int) -> bool:
    word = words[number]
    if word not in _negation("words") and not word.endswith(_contracted()):
        return False
    if word == "far":
        return False
    after = " ".join(words[number : number + 3])
    return not any(after.startswith(phrase) for phrase in _negation("excepted"))


def _distanced(clause: Clause, hit: Hit) -> bool:
    if hit.voice == "scare" or hit.commitment == -1:
        return True
    if hit.rule == "passive" and hit.speaker is None:
        return True
    near = clause.before()[-WINDOW:]
    if not _distance("words").isdisjoint(near[-3:]):
        return True
    every = clause.before()
    return "what" in every and any(
        word in _distance("what") and "what" in every[max(0, number - WINDOW) : number] for number, word in enumerate(every)
    )


def _question(clause: Clause, hit: Hit) -> bool:
    """Whether the term stands in a question, put or reported."""
    if clause.ends_with_question():
        return True
    before = clause.before()
    asked = "asked" in before and ("whether" in before or "if" in before)
    return asked or (hit.rule == "wh" and (_lemma(hit.cue) in _hedging("asking") or "whether" in before))


def _hedge(clause: Clause, question: bool) -> str | None:
    if question:
        return "question"
    before = clause.before()
    if not _hedging("conditional").isdisjoint(before):
        return "conditional"
    if not _hedging("coming").isdisjoint(clause.around()):
        return "future"
    if clause.owned():  # "can send their thugs": there are thugs
        return None
    return next((kind for kind in ("future", "modal") if not _hedging(kind).isdisjoint(before)), None)
