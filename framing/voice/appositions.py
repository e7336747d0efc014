"""Subjects before an apposition, a relative clause or a bracket: "Berg, 45, a farmer from Narvia, said"."""

from framing.voice.classes.between import BY, CLOSE, COMMA, COORD, DASH, OPEN, PREP, QUOTE, RELATIVE, SEMI, SUBORD, THAT, WH
from framing.voice.classes.nouns import ARTICLE, CAP, DET, NUMBER, OBJECT, PERIOD, PLURAL, POSS, ROLE, SUBJECT, TIME
from framing.voice.classes.verbs import ADVERB, ED, INGTAG
from framing.voice.cues import documents
from framing.voice.grammar import finite, first_finite, has_finite, head_end, phrase_ending, phrase_from
from framing.voice.lists import listed
from framing.voice.participles import opens_participle
from framing.voice.steps import holds, only, past
from framing.voice.units import Phrase, Unit

ADVERBIAL = PREP | SUBORD | INGTAG | ADVERB
"""Words that open an adverbial."""


def before_bracket(unit: Unit, close: int) -> Phrase | None:
    """Noun phrase before the bracket that closes at `close`: "Berg (left) said"."""
    at = close
    while at > 0 and not unit.words[at].tags & OPEN:
        at -= 1
    return phrase_ending(unit, at - 1) if at > 0 else None


def over_apposition(unit: Unit, comma: int) -> Phrase | None:
    """Subject before an apposition or relative clause set off by commas: "Berg, 45, a farmer from Narvia, said".

    Where the apposition is the name, "one of them, Anna Koval, said", the name is the subject.
    """
    words = unit.words
    found: Phrase | None = None
    closing = words[comma].tags & (COMMA | DASH)
    at = comma
    for _ in range(5):
        opening = at - 1
        while opening >= 0 and not words[opening].tags & (closing | SEMI):
            opening -= 1
        if opening < 1 or words[opening].tags & SEMI:
            break
        head = phrase_before(unit, opening)
        if found and _fronted(unit, opening, closing):
            break
        if head and any(words[n].tags & (CAP | SUBJECT | OBJECT | DET | POSS | ROLE) for n in range(*head)):
            found = found or _name_in(unit, head, opening + 1, at) or head
            edge = words[head[0] - 1].tags if head[0] else QUOTE
            gapped = edge & (RELATIVE | WH) and not has_finite(
                unit, head[1], comma
            )  # "which Berg, the mayor, called", not "whose boat, the Gull, sank"
            joined = edge & COORD and not words[head[0]].tags & ED  # "now 81 and retired in Zell, Narvia, said"
            if joined or edge & (QUOTE | THAT | SUBORD) or gapped or (edge & COMMA and words[head[0] - 2].tags & QUOTE):
                return _name_in(unit, head, opening + 1, at) or head
        at = opening
    return found


def _fronted(unit: Unit, end: int, closing: int) -> bool:
    """Whether what ends before `end` opens the sentence and tells when or how: "Meanwhile, Berg, a farmer, said"."""
    words = unit.words
    begin = next((at + 1 for at in range(end - 1, -1, -1) if words[at].tags & (closing | SEMI)), 0)
    near = words[begin : min(end, begin + 3)]
    return begin == 0 and (bool(near[0].tags & ADVERBIAL or holds(near, TIME | PERIOD)) or opens_participle(unit, begin))


def with_author(unit: Unit, found: Phrase | None) -> Phrase | None:
    """The phrase with the document before it, if it tells whom that is by: "a report by the charity Open Shore"."""
    if found is None or found[0] < 2 or not unit.words[found[0] - 1].tags & BY:
        return found
    document = phrase_ending(unit, found[0] - 2) if unit.words[found[0] - 2].lower in documents() else None
    return (document[0], found[1]) if document else found


def phrase_before(unit: Unit, at: int) -> Phrase | None:
    """Noun phrase that ends before word `at`, a bracket aside, with the document it is the author of."""
    return before_bracket(unit, at - 1) if unit.words[at - 1].tags & CLOSE else with_author(unit, phrase_ending(unit, at - 1))


def _name_in(unit: Unit, head: Phrase, start: int, end: int) -> Phrase | None:
    """The name between `start` and `end` that tells who the common noun before it is; not in "lawyers for the driver, Ida Holm"."""
    words = unit.words
    first = start + (start < end and bool(words[start].tags & ARTICLE))  # "its rival, the Morning Beacon, said"
    core = head_end(unit, head)
    several = core < head[1] and words[core - 1].tags & PLURAL
    named = words[head[1] - 1].tags & (CAP | NUMBER) and words[head[1] - 1].lower not in listed("words.toml", "use", "counting_off")
    if several or named or first >= end:
        return None
    if words[first].tags & ED and first + 1 < end and words[first + 1].tags & PREP:
        return None  # "The survey, conducted for the charity Open Shore, found"
    if not words[first].tags & CAP:
        return _described_name(unit, start, end)
    found = phrase_from(unit, start, end)
    return found if first == start or only(words[first:end], CAP) else _described_name(unit, start, end)


def _described_name(unit: Unit, start: int, end: int) -> Phrase | None:
    """The name behind what its bearer is: "the haulage firm Karsten", "oil trader Ivo Kallas"; None: the words are something else."""
    words = unit.words
    once = start + (words[start].lower in listed("words.toml", "complements", "once"))  # "former Secretary of State Ida Holm"
    if start < once < end and words[once].tags & words[end - 1].tags & CAP and phrase_from(unit, once, end) == (once, end):
        return once, end
    named = next((at for at in range(end, start, -1) if not words[at - 1].tags & CAP), end)
    told = start < named < end and words[named - 1].tags & ROLE and phrase_from(unit, start, end) == (start, end)
    return (named, end) if told else None


def without_apposition(unit: Unit, left: Phrase) -> list[Phrase]:
    """A subject, and its auxiliary, without what stands between commas: "The hotel, a monstrosity, is, its owner says, a gem"."""
    words, (begin, last) = unit.words, left
    commas = [at for at in range(begin + 1, last) if words[at].tags & COMMA]
    if not commas or not words[commas[0] + 1].tags & ARTICLE or phrase_from(unit, begin, last) != (begin, commas[0]):
        return [left]
    verb = past(words, commas[-1] + 1, ADVERB)
    closed = len(commas) > 1 and verb == last - 1 and finite(unit, verb)
    inner = commas[0] + 1, commas[-1] if closed else last
    if first_finite(unit, *inner) is not None or any(words[at].tags & COORD for at in range(*inner)):
        return [left]
    return [(begin, commas[0]), (verb, last)] if closed else [(begin, commas[0])]
