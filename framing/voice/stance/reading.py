"""Negation, distance and hedge around a term; its target."""

import functools
import itertools
from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

import numpy as np
import polars as pl
from numpy.typing import NDArray

from framing.voice.classes.between import COMMA, MARK, PREP, SET_OFF, THAT, WH
from framing.voice.classes.nouns import CAP, DETERMINER, OPENING, PLURAL, POSS, PRONOUN, ROLE
from framing.voice.classes.verbs import ED, INGTAG, LY, PREDICATE, TO
from framing.voice.cues import verbs
from framing.voice.lists import listed
from framing.voice.passages import Passages
from framing.voice.stance.around import Around, Bools, Ints, follow, precede
from framing.voice.stance.clause import REACH
from framing.voice.stance.denial import SIGNS, negated, taken
from framing.voice.stance.distance import laid_to_others
from framing.voice.stance.earlier import Said
from framing.voice.stance.hedge import hedge, question
from framing.voice.stance.nominal import LONGEST
from framing.voice.stance.targets import WAYS, target
from framing.voice.stance.vocabulary import with_genitives
from framing.voice.stance.ways import ways
from framing.voice.texts import OUTSIDE, Texts, key

Objects = NDArray[np.object_]
BATCH = 16_384
"""Hits that are read at once: more would take memory by the size of the corpus."""
SENTENCES = 3
"""Sentences before its own in which a pronoun looks for what it stands for."""
OF_CUES = {
    "denied": ("negation", "cues"),
    "refused": ("negation", "refusals"),
    "asking": ("hedge", "asking"),
    "accusing": ("distance", "accusing"),
}
"""What the verb of a cue tells, and its list."""
MOST_CUES = 1 << 12
"""Printed cues that are remembered."""
_APART = DETERMINER | PREDICATE | PREP | PRONOUN | COMMA | THAT | TO | WH
"""What parts a term from "alleged" in another noun phrase."""
NEAR = 6
"""Words within which "if" is followed by a verb of calling."""
COLUMNS = {"negated": pl.Boolean, "distanced": pl.Boolean, "hedge": pl.String, "target": pl.String}
OF_ROWS = {
    "beside": (pl.col("voice") == "direct") & pl.col("rule").eq_missing("parenthetical"),
    "wh": pl.col("rule").eq_missing("wh"),
    "scare": pl.col("voice") == "scare",
    "doubted": pl.col("commitment").eq_missing(-1),
    "printed": pl.col("voice") == "direct",
    "nobody": pl.col("rule").eq_missing("passive") & pl.col("speaker").is_null(),
}
"""What the row of a hit tells of the passage it stands in, as questions to its columns."""


def read_stance(hits: pl.DataFrame, passages: Passages) -> pl.DataFrame:
    """Whether each hit is denied, held at a distance or hedged, and whom its term describes.

    Parameters
    ----------
    hits
        A `hits` table; its columns negated, distanced and hedge are replaced, and target where it is null.
    passages
        The passages the hits were found in.

    Returns
    -------
    polars.DataFrame
        `hits` with *negated* and *distanced* (booleans), *hedge* (question, conditional, future, modal or null) and
        *target* (the actor or thing the term describes, as printed; null where the sentence names none).

    Notes
    -----
    All four are read from the hit's own sentence by word lists (``stance.toml``) and word order; a pronoun, or a
    title told before, is followed into the three sentences before. A term in a definite noun phrase survives negation: "did not condemn the
    invasion" leaves it an invasion.

    Raises
    ------
    ValueError
        If a hit stands in a sentence that `passages` do not have.
    """
    read = [_read(batch, passages.texts) for batch in hits.iter_slices(BATCH)] or [pl.DataFrame(schema=COLUMNS)]
    return hits.with_columns(pl.concat(read))


class Places(NamedTuple):
    """Where terms stand: text, start and end of each, of its sentence, and the start of the sentences before."""

    numbers: Ints
    start: Ints
    end: Ints
    opens: Ints
    closes: Ints
    before: Ints


def _read(hits: pl.DataFrame, texts: Texts) -> pl.DataFrame:
    """Read each place once, though several entries, one of a frame and one of a choice, may have a hit there."""
    of_hits = _places(hits, texts)
    rows = np.flatnonzero((np.diff(of_hits[:3], axis=1, prepend=-1) != 0).any(axis=0))
    place = np.repeat(np.arange(len(rows)), np.diff(rows, append=len(hits)))
    places = Places(*(column[rows] for column in of_hits))
    numbers = np.unique(places.numbers)
    contents = dict(zip(numbers.tolist(), texts.contents(numbers).to_list(), strict=True))
    around, told = _around(places, contents), _told(hits, rows, places)
    quoted = told["printed"] | told["scare"]
    around.leave_quotations(~quoted)
    told["question"] = question(around, told["wh"] & told["asking"], quoted)
    denied = _negated(around, told)
    _hold(around, told, denied)
    named = pl.Series((around.refers & ~around.itself)[place]) & hits["choice"].is_not_null()  # "the alliance" describes nobody
    wanted = (hits["target"].is_null() & ~named).to_numpy()
    targets = np.array(hits["target"].to_list(), object)
    targets[wanted] = _targets(around, np.unique(place[wanted]), _said(hits, rows, places, contents))[place[wanted]]
    columns = {
        "negated": denied[place],
        "distanced": _distanced(around, told)[place],
        "hedge": hedge(around, told["question"], quoted)[place].tolist(),
        "target": targets.tolist(),
    }
    return pl.DataFrame(columns, schema=COLUMNS)


def _places(hits: pl.DataFrame, texts: Texts) -> Places:
    start, end, sentence = (hits[name].to_numpy().astype(np.int64) for name in ("start", "end", "sentence"))
    numbers, spans = texts.numbers(hits), texts.spans
    keys = key(numbers, sentence)
    at = np.searchsorted(spans.keys, keys)
    lost = np.append(spans.keys, OUTSIDE)[at] != keys
    if lost.any():
        article, number = hits["article_id", "sentence"].row(int(lost.argmax()))
        raise ValueError(f"no passage holds sentence {number} of {article!r}; give the passages the hits were found in")
    earliest = np.maximum(at - SENTENCES, np.searchsorted(spans.keys, key(numbers, 0)))
    return Places(numbers, start, end, spans.opens[at], spans.closes[at], spans.opens[earliest])


def _around(places: Places, contents: Mapping[int, str]) -> Around:
    """Cut the words around terms; those in a sentence that is not too long share them."""
    opens, closes = np.maximum(places.opens, places.start - REACH), np.minimum(places.closes, places.end + REACH)
    edges = np.column_stack([places.numbers, opens, closes])
    changes = (np.diff(edges, axis=0, prepend=-1) != 0).any(axis=1)
    stretches = [with_genitives(contents[number][first:last]) for number, first, last in edges[changes].tolist()]
    return Around(stretches, changes.cumsum() - 1, places.start - opens, places.end - opens)


def _lemma(surface: str) -> str:
    """Lemma of the first reporting verb in a printed cue, with its particle."""
    tokens = surface.lower().split()
    for token, following in itertools.zip_longest(tokens, tokens[1:], fillvalue=""):
        cue, _, phrasal = verbs().get(token, (None, 0, {}))
        if following in phrasal:
            return f"{phrasal[following].lemma} {following}"
        if cue:
            return cue.lemma
    return surface.lower()


@functools.lru_cache(maxsize=MOST_CUES)
def _kinds_of_cue(cue: str | None) -> int:
    """Bits of `OF_CUES` for a printed cue."""
    lemma = _lemma(cue) if cue else None
    return sum(1 << number for number, place in enumerate(OF_CUES.values()) if lemma in listed("stance.toml", *place))


def _told(hits: pl.DataFrame, rows: Ints, places: Places) -> dict[str, Bools]:
    """What the first hit of each place tells, without the words around it."""
    kinds = np.fromiter(map(_kinds_of_cue, hits["cue"].to_list()), np.int64, hits.height)[rows]
    told = {name: kinds & (1 << number) != 0 for number, name in enumerate(OF_CUES)}
    told |= {column.name: column.to_numpy()[rows] for column in hits.select_seq(**OF_ROWS)}
    cue_start = hits["cue_start"].to_numpy()[rows]  # nan without a cue
    told["cue_before"] = (cue_start >= places.opens) & (cue_start < places.start)
    return told


def _negated(around: Around, told: dict[str, Bools]) -> Bools:
    """Whether each term is denied; only where something denies are the words read one by one."""
    signs = _signs(around, told)
    phrase = around.kind("opens_phrase") & precede(around.kind("goes_on_phrase") | around.tagged(COMMA))
    found = around.before(around.kind("negator", "contrast", "clearing") | phrase) | around.among(phrase, around.begin - 2)
    found = (found | signs["behind"] | signs["denied"]) & ~told["question"]
    rows = np.flatnonzero(found)
    shown = np.column_stack([signs[name][rows] for name in SIGNS]) @ (1 << np.arange(len(SIGNS)))
    found[rows] = list(map(negated, around.clauses(rows), shown.tolist()))
    return found


def _signs(around: Around, told: dict[str, Bools]) -> dict[str, Bools]:
    """Which of `SIGNS` each term has; of those before it any that an insertion may hold, too."""

    def before(words: Bools) -> Bools:
        return around.back(words, around.first) >= around.begin

    opens = around.kind("opens_phrase")
    objects = around.among(around.kind("object"), around.following) & (around.following < around.end)
    return {
        "denied": told["denied"] & told["cue_before"],
        "refused": told["refused"] & told["cue_before"],
        "phrase": before(opens),
        "opening": around.among(opens, around.begin - 2) | around.among(opens, around.begin - 1),
        "contrast": before(around.kind("contrast")),
        "verb": before(around.kind("clearing")),
        "negator": before(around.kind("negator")),
        "behind": objects | around.behind(around.kind("disproved")),
    }


def _hold(around: Around, told: dict[str, Bools], denied: Bools) -> None:
    """Tell what the voice and the cue hold at a distance: no person, place or "the raid" that a claim takes to be there."""
    claimed = told["doubted"] & ~told["printed"]
    rows = np.flatnonzero(claimed & ~told["scare"])
    claimed[rows] = [not taken(clause) for clause in around.clauses(rows)]
    accused = told["nobody"] & told["accusing"] & ~denied  # "is not accused of fraud"
    told["distanced"] = told["scare"] | claimed | (told["doubted"] & told["printed"]) | accused


def _distanced(around: Around, told: dict[str, Bools]) -> Bools:
    """Whether each term is held at a distance: by its voice or cue, or by a word among the last three before it."""
    found = told["distanced"] | _held_off(around)
    found |= told["beside"] & _named_in_marks(around)
    doubted = follow(around.tagged(SET_OFF)) & around.kind("or_so") & precede(around.kind("or_so"))
    doubted |= _if_called(around)
    found |= around.ahead(doubted, around.last) < around.closes  # "came as a liberator, or so the pamphlets claimed"
    rows = np.flatnonzero(~found & around.before(around.kind("what", "accusing")))
    found[rows] = [laid_to_others(clause) for clause in around.clauses(rows)]
    return found


def _if_called(around: Around) -> Bools:
    """Whether each word opens "if it can be called that", "if you can call it that" behind a comma or a dash."""
    opens = follow(around.tagged(SET_OFF)) & around.kind("if")
    if not opens.any():
        return opens
    that = around.tagged(THAT)
    calls = around.kind("calling") & (precede(that) | precede(precede(that)))
    at = np.flatnonzero(opens)
    near = np.concatenate([calls, np.zeros(NEAR, bool)])[at[:, None] + np.arange(NEAR)]
    opens[at] = near.any(axis=1)
    return opens


def _held_off(around: Around) -> Bools:
    """Whether "alleged" or the like stands in the noun phrase of a term, before it or first in it, or "allegedly" shortly before it."""
    adverb, noun = around.tagged(LY), around.tagged(PLURAL | ROLE | CAP | PRONOUN) & ~around.tagged(DETERMINER)
    governs = precede(around.tagged(OPENING)) | (around.tagged(ED) & follow(noun))  # "claimed the derelict mill"
    distance = around.kind("distance") & (adverb | ~governs)
    at = around.back(distance & ~adverb, around.first)
    apart = around.tagged(_APART) & ~around.kind("of")
    found: Bools = (at >= around.begin) & (at > around.back(apart, around.first)) & (around.first - at <= LONGEST)
    found |= around.among(distance, around.first) & (around.last - around.first > 1)
    for near in around.nearest(3):
        found |= around.among(distance & adverb, near) & (near >= around.begin)
    return found


def _named_in_marks(around: Around) -> Bools:
    """Whether marks hold a term alone that is no predicate: "Those hit by the “purge” will be paid, the ministry said"."""
    mark = around.tagged(MARK)
    alone = around.among(mark, around.first - 1) & around.among(mark, around.last)
    named = around.tagged(POSS | INGTAG) | around.kind("the")
    return alone & around.among(named, around.back(~mark, around.first))


def _said(hits: pl.DataFrame, rows: Ints, places: Places, contents: Mapping[int, str]) -> Callable[[Ints], Iterator[Said]]:
    """Who says the sentence of a place, and what stands before it."""
    before = np.maximum(places.before, places.opens - REACH)

    def said(wanted: Ints) -> Iterator[Said]:
        speakers, mentions = (hits[name].gather(rows[wanted]).to_list() for name in ("speaker", "speaker_mention"))
        texts = map(contents.__getitem__, places.numbers[wanted].tolist())
        edges = zip(texts, before[wanted].tolist(), places.opens[wanted].tolist(), strict=True)
        return map(Said, speakers, mentions, (text[first:last] for text, first, last in edges))

    return said


def _targets(around: Around, wanted: Ints, said: Callable[[Ints], Iterator[Said]]) -> Objects:
    """Whom some of the terms describe."""
    open_ways = ways(around) @ (1 << np.arange(len(WAYS)))
    terms = wanted[open_ways[wanted] > 0]
    found = np.full(len(open_ways), None, object)
    found[terms] = list(map(target, around.clauses(terms), open_ways[terms].tolist(), said(terms)))
    return found
