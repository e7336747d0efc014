"""Negation, distance and hedge around a term; its target."""

import functools
import itertools
from typing import NamedTuple

import numpy as np
import polars as pl

from framing.voice.cues import TAG, verbs
from framing.voice.lists import listed
from framing.voice.passages import Passages
from framing.voice.stance.around import Around, Bools, Ints, follow, precede
from framing.voice.stance.clause import REACH
from framing.voice.stance.denial import negated
from framing.voice.stance.distance import laid_to_others
from framing.voice.stance.earlier import Said
from framing.voice.stance.nominal import AUXILIARY, CAPITAL, LONGEST, MODAL, OPENING, OWNED, PREPOSITION, PRONOUN
from framing.voice.stance.targets import WAYS, target
from framing.voice.stance.vocabulary import with_genitives
from framing.voice.stance.ways import ways
from framing.voice.texts import OUTSIDE, Texts, key

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
_APART = OPENING | OWNED | AUXILIARY | PREPOSITION | PRONOUN | sum(TAG[name] for name in ("comma", "that", "to", "wh", "finite"))
"""What parts a term from "alleged" in another noun phrase."""
NEAR = 6
"""Words within which "if" is followed by a verb of calling."""
COLUMNS = {"negated": pl.Boolean, "distanced": pl.Boolean, "hedge": pl.String, "target": pl.String}
OF_ROWS = {
    "beside": (pl.col("voice") == "direct") & pl.col("rule").eq_missing("parenthetical"),
    "wh": pl.col("rule").eq_missing("wh"),
    "chosen": pl.col("choice").is_not_null(),
    "scare": (pl.col("voice") == "scare") | pl.col("commitment").eq_missing(-1),
    "nobody": pl.col("rule").eq_missing("passive") & pl.col("speaker").is_null(),
    "given": pl.col("target").is_not_null(),
}
"""What the row of a hit tells, as questions to its columns."""


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


class Placed(NamedTuple):
    """Where hits stand: text, start and end of each, of its sentence, and the start of the sentences before."""

    numbers: Ints
    start: Ints
    end: Ints
    opens: Ints
    closes: Ints
    before: Ints


def _read(hits: pl.DataFrame, texts: Texts) -> pl.DataFrame:
    placed = _placed(hits, texts)
    numbers, run = np.unique(placed.numbers, return_inverse=True)
    contents = texts.contents(numbers).to_list()
    around, told = _around(placed, run, contents), _told(hits, placed)
    of_hits = [contents[number] for number in run.tolist()]
    told["refers"] = _refers(around)
    told["question"] = _question(around, told)
    denied = _negated(around, told)
    told["distanced"] &= told["scare"] | ~denied  # "is not accused of fraud"
    columns = {
        "negated": denied,
        "distanced": _distanced(around, told),
        "hedge": _hedge(around, told["question"]),
        "target": _targets(hits, around, told, placed, of_hits),
    }
    return pl.DataFrame(columns, schema=COLUMNS)


def _placed(hits: pl.DataFrame, texts: Texts) -> Placed:
    start, end, sentence = (hits[name].to_numpy().astype(np.int64) for name in ("start", "end", "sentence"))
    numbers, spans = texts.numbers(hits), texts.spans
    keys = key(numbers, sentence)
    at = np.searchsorted(spans.keys, keys)
    lost = np.append(spans.keys, OUTSIDE)[at] != keys
    if lost.any():
        article, number = hits["article_id", "sentence"].row(int(lost.argmax()))
        raise ValueError(f"no passage holds sentence {number} of {article!r}; give the passages the hits were found in")
    earliest = np.maximum(at - SENTENCES, np.searchsorted(spans.keys, key(numbers, 0)))
    return Placed(numbers, start, end, spans.opens[at], spans.closes[at], spans.opens[earliest])


def _around(placed: Placed, run: Ints, contents: list[str]) -> Around:
    """Cut the words around hits; hits of a sentence that is not too long share them."""
    opens, closes = np.maximum(placed.opens, placed.start - REACH), np.minimum(placed.closes, placed.end + REACH)
    places = np.column_stack([run, opens, closes])
    changes = (np.diff(places, axis=0, prepend=-1) != 0).any(axis=1)
    stretches = [with_genitives(contents[number][first:last]) for number, first, last in places[changes].tolist()]
    return Around(stretches, changes.cumsum() - 1, placed.start - opens, placed.end - opens)


def _refers(around: Around) -> Bools:
    """Whether a term points to an actor or a place, by a proper name or a noun for people, rather than to an act."""
    first, last, word = around.first, around.last, around.tagged(TAG["word"])
    head = around.back(word, last)
    named = around.back(word & ~around.tagged(TAG["capital"] | TAG["number"]), last) < first
    # Where every longer word is capitalised, a capital tells nothing.
    title_case = around.back(around.kind("long_small"), around.closes) < around.opens
    named &= (first > around.opens) & ~title_case
    role = around.tagged(TAG["role"]) & ~around.kind("no_actor")
    return (head >= first) & (around.among(role | around.tagged(TAG["upper"]), head) | named)


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


def _told(hits: pl.DataFrame, placed: Placed) -> dict[str, Bools]:
    """What the rows of hits tell of each, without the words around it."""
    kinds = np.fromiter(map(_kinds_of_cue, hits["cue"].to_list()), np.int64, hits.height)
    told = {name: kinds & (1 << number) != 0 for number, name in enumerate(OF_CUES)}
    told |= {column.name: column.to_numpy() for column in hits.select_seq(**OF_ROWS)}
    cue_start = hits["cue_start"].to_numpy()  # nan without a cue
    told["cue_before"] = (cue_start >= placed.opens) & (cue_start < placed.start)
    told["distanced"] = told["scare"] | (told["nobody"] & told["accusing"])
    return told


def _negated(around: Around, told: dict[str, Bools]) -> Bools:
    """Whether each term is denied; only where something denies are the words read one by one."""
    denied, refused = told["denied"] & told["cue_before"], told["refused"] & told["cue_before"]
    found = around.among(around.kind("object"), around.following) & (around.following < around.end)
    phrase = around.kind("opens_phrase") & precede(around.kind("goes_on_phrase") | around.tagged(TAG["comma"]))
    found |= around.before(around.kind("negator", "contrast", "clearing") | phrase) | around.behind(around.kind("disproved"))
    found |= denied | around.among(phrase, around.begin - 2)
    found &= ~told["question"]
    rows = np.flatnonzero(found)
    reports = zip(denied[rows].tolist(), refused[rows].tolist(), strict=True)
    clauses = around.clauses(rows, told["refers"])
    found[rows] = [negated(clause, denied=one, refused=other) for clause, (one, other) in zip(clauses, reports, strict=True)]
    return found


def _distanced(around: Around, told: dict[str, Bools]) -> Bools:
    """Whether each term is held at a distance: by its voice or cue, or by a word among the last three before it."""
    found = told["distanced"] | _held_off(around)
    found |= told["beside"] & _named_in_marks(around)
    doubted = follow(around.tagged(TAG["comma"] | TAG["dash"])) & around.kind("or_so") & precede(around.kind("or_so"))
    doubted |= _if_called(around)
    found |= around.ahead(doubted, around.last) < around.closes  # "came as a liberator, or so the pamphlets claimed"
    rows = np.flatnonzero(~found & (around.before(around.kind("what", "accusing", "charge")) | around.before(around.kind("guilty"))))
    found[rows] = [laid_to_others(clause) for clause in around.clauses(rows, told["refers"])]
    return found


def _if_called(around: Around) -> Bools:
    """Whether each word opens "if it can be called that", "if you can call it that" behind a comma or a dash."""
    opens = follow(around.tagged(TAG["comma"] | TAG["dash"])) & around.kind("if")
    if not opens.any():
        return opens
    that = around.tagged(TAG["that"])
    calls = around.kind("calling") & (precede(that) | precede(precede(that)))
    at = np.flatnonzero(opens)
    near = np.concatenate([calls, np.zeros(NEAR, bool)])[at[:, None] + np.arange(NEAR)]
    opens[at] = near.any(axis=1)
    return opens


def _held_off(around: Around) -> Bools:
    """Whether "alleged" or the like stands in the noun phrase of a term, or "allegedly" among the last three words before it."""
    adverb, noun = (
        around.tagged(TAG["ly"]),
        around.tagged(TAG["plural"] | TAG["role"] | CAPITAL | PRONOUN) & ~around.tagged(OPENING | OWNED),
    )
    governs = precede(around.tagged(OPENING)) | (around.tagged(TAG["ed"]) & follow(noun))  # "claimed the derelict mill"
    distance = around.kind("distance") & (adverb | ~governs)
    at = around.back(distance & ~adverb, around.first)
    of = around.kind("of")
    apart = around.tagged(_APART) & ~of
    found: Bools = (at >= around.begin) & (at > around.back(apart, around.first)) & (around.first - at <= LONGEST)
    for near in around.nearest(3):
        found |= around.among(distance & adverb, near) & (near >= around.begin)
    return found


def _named_in_marks(around: Around) -> Bools:
    """Whether marks hold a term alone that is no predicate: "Those hit by the “purge” will be paid, the ministry said"."""
    mark = around.tagged(TAG["mark"])
    alone = around.among(mark, around.first - 1) & around.among(mark, around.last)
    named = around.tagged(TAG["possessive"] | TAG["ing"]) | around.kind("the")
    return alone & around.among(named, around.back(~mark, around.first))


def _question(around: Around, told: dict[str, Bools]) -> Bools:
    """Whether each term stands in a question, put or reported."""
    ending = around.ahead(around.kind("ends_sentence"), around.last)
    whether = around.before(around.kind("whether"))
    asked = around.before(around.kind("asked")) & (whether | around.before(around.kind("if")))
    return around.among(around.kind("asks"), ending) | asked | whether | (told["wh"] & told["asking"])


def _hedge(around: Around, question: Bools) -> list[str | None]:
    """The first kind of hedge that fits; what somebody owns, "can send their thugs", is there."""
    owned = np.zeros(len(question), bool)
    for near in around.nearest(2):
        owned |= around.among(around.kind("owned"), near) & (near >= np.maximum(around.begin, around.first - 3))
    verb = ~(around.tagged(MODAL) & follow(around.tagged(OPENING)))  # not "the will of the people"
    coming, future = around.kind("coming"), around.before(around.kind("future") & verb)
    told = {
        "question": question,
        "conditional": around.before(around.kind("conditional")) | around.among(around.kind("conditional"), around.begin - 1),
        "future": around.before(coming) | around.behind(coming) | (future & ~owned),
        "modal": around.before(around.kind("modal") & verb) & ~owned,
    }
    first = np.select(list(told.values()), range(len(told)), len(told))
    return list(map([*told, None].__getitem__, first.tolist()))


def _targets(hits: pl.DataFrame, around: Around, told: dict[str, Bools], placed: Placed, texts: list[str]) -> list[str | None]:
    """Whom each term describes, if no entry told it; a naming choice that points to somebody describes nobody."""
    open_ways = ways(around) @ (1 << np.arange(len(WAYS)))
    open_ways[told["refers"] & told["chosen"]] = 0
    open_ways[told["given"]] = -1
    # Hits of several entries in one place, a frame and a choice, are read once.
    places = np.column_stack([around.opens, around.first, around.last, open_ways])
    rows = np.flatnonzero((np.diff(places, axis=0, prepend=-1) != 0).any(axis=1) | told["given"])
    shared = np.repeat(rows, np.diff(rows, append=len(hits)))
    rows = rows[open_ways[rows] > 0]
    edges = zip(rows.tolist(), np.maximum(placed.before, placed.opens - REACH)[rows].tolist(), placed.opens[rows].tolist(), strict=True)
    speakers, mentions = hits["speaker"].to_list(), hits["speaker_mention"].to_list()
    said = (Said(speakers[row], mentions[row], texts[row][begin:end]) for row, begin, end in edges)
    found = np.array(hits["target"].to_list(), object)
    found[rows] = list(map(target, around.clauses(rows, told["refers"]), open_ways[rows].tolist(), said))
    targets: list[str | None] = found[shared].tolist()
    return targets
