"""Subjects: who governs a cue, by the place of the phrase in the clause."""

from framing.voice.appositions import before_bracket, over_apposition, phrase_before, with_author
from framing.voice.classes.between import BREAK, CLOSE, COLON, COMMA, COORD, DASH, PREP, QUOTE, RELATIVE, SEMI, SUBORD, THAT, WH
from framing.voice.classes.nouns import ARTICLE, CAP, DET, NUMBER, PLURAL, POSS, POSSESSOR, ROLE, SUBJECT
from framing.voice.classes.verbs import ADVERB, AUXILIARY, ED, INGTAG, LY, TO
from framing.voice.cues import ING
from framing.voice.dates import before_time
from framing.voice.grammar import finite, first_finite, group_start, head_end, phrase_ending, phrase_from
from framing.voice.lists import listed
from framing.voice.participles import is_past_participle, opens_participle, without_participle
from framing.voice.relatives import antecedent, before_relative, contact_subject, past_purpose
from framing.voice.steps import first_of, holds, only
from framing.voice.units import Phrase, Unit

HALF_STOP = SEMI | COLON
SET_OFF = COMMA | DASH
RELATING = RELATIVE | THAT
CONJOINING = COORD | SUBORD | PREP | WH
FRONTED = SUBORD | PREP | INGTAG | LY
"""Words that open what may stand before the subject of a clause."""
NOT_BETWEEN = BREAK | THAT | SUBORD | RELATIVE | COORD | SUBJECT | AUXILIARY
ONE_OF_MANY = DET | ROLE | PLURAL | SUBJECT | CAP
"""Words with which one of several who speak begins or ends."""
FARTHEST = 40
"""Words of a clause among which its subject and verb are looked for."""


def subject(unit: Unit, at: int) -> Phrase | None:
    """Noun phrase that governs the verb at `at`."""
    return subject_before(unit, at, group_start(unit, at))


def subject_before(unit: Unit, at: int, start: int) -> Phrase | None:
    """Noun phrase that governs the verb at `at`, whose verb group begins at `start`."""
    if start == 0:
        return None
    last = before_time(unit, start - 1)
    tags = unit.words[last].tags
    if tags & RELATING:
        return antecedent(unit, last)
    if tags & CLOSE:
        return before_bracket(unit, last)
    if tags & SET_OFF:
        joint = _before_aside(unit, last)
        return governing_subject(unit, joint) if joint else _over_aside(unit, last) or main_subject(unit, at)
    held = before_relative(unit, last)
    if held:
        return held
    found = None if tags & TO else without_participle(unit, with_author(unit, phrase_ending(unit, last)))
    found = found and contact_subject(unit.words, past_purpose(unit, found))
    if found and found[0] and unit.words[found[0] - 1].tags & PREP:
        agent = _agent(unit, found)
        opens = without_participle(unit, phrase_from(unit, clause_start(unit, at), at)) if agent else opening_subject(unit, at)
        found = opens or found
    told = at + 1 < len(unit.words) and unit.words[at + 1].tags & COMMA
    return _joint(unit, found, pair=bool(told)) if found else governing_subject(unit, _back_over_aside(unit, last))


def opening_subject(unit: Unit, at: int) -> Phrase | None:
    """The noun phrase that opens the clause of the verb at `at`, if only prepositions or a participle, with their phrases, come between.

    "A leaflet about the raid branded", "A leaflet handed out at the gates branded", "The letters, read out in court by the clerk, call".
    """
    words, start = unit.words, group_start(unit, at)
    found = without_participle(unit, phrase_from(unit, clause_start(unit, at), start))
    if found is None or found[1] >= start:
        return None
    set_off = bool(words[found[1]].tags & COMMA)
    verb, end = found[1] + set_off, start - set_off
    participle = verb + 1 < end and words[verb + 1].tags & PREP and is_past_participle(unit, verb)
    placed = not set_off and words[verb].tags & PREP and words[found[0]].tags & ARTICLE
    if not (participle or placed) or (set_off and not words[end].tags & COMMA):
        return None
    return None if holds(words[verb:end], NOT_BETWEEN) else found


def _joint(unit: Unit, found: Phrase, *, pair: bool) -> Phrase:
    """A subject of several: "the union, the fishermen and two parishes", "Ida Holm and the mayor"; any other as it is.

    `pair`: whether it is of two at most, as in "The raid, the mayor and the bishop said, was savage".
    """
    words, first = unit.words, found[0]
    if first < 1 or not words[first - 1].tags & COORD or not _whole(unit, found):
        return found
    begin, further = clause_start(unit, first), 0 if pair else COMMA
    begin += 2 * bool(words[begin].tags & ADVERB and words[begin + 1].tags & COMMA)  # "Still, Berg and the mayor"
    while first > begin and words[first - 1].tags & (COORD if first == found[0] else further):
        before = phrase_ending(unit, first - 2 - bool(words[first - 2].tags & COMMA))
        if before is None or _holds_verb(unit, before) or not _whole(unit, before):
            return found
        if not words[head_end(unit, before) - 1].tags & (ROLE | CAP | NUMBER | SUBJECT):
            return found  # "The dam leaks and residents say"
        first = before[0]
    opens = first == begin or (first > 0 and words[first - 1].tags & (THAT | COMMA if pair else THAT))
    return (first, found[1]) if opens and all(words[at].tags & ONE_OF_MANY for at in (first, found[1] - 1)) else found


def _whole(unit: Unit, phrase: Phrase) -> bool:
    """Whether a phrase is a name, or has none behind a preposition: "Ida Holm", "the Holm campaign", not "the raid on Zell"."""
    words = unit.words[slice(*phrase)]
    return only(words, CAP) or not (holds(words[1:], CAP) and holds(words, PREP))


def _holds_verb(unit: Unit, phrase: Phrase) -> bool:
    """Whether a verb of no list was read into a phrase, behind its plural: "rebels fired first, and nurses"."""
    words = unit.words
    return any(words[at].tags & ED and words[at - 1].tags & PLURAL for at in range(phrase[0] + 1, phrase[1]))


def _before_aside(unit: Unit, closing: int) -> int:
    """The conjunction before an aside that closes at `closing`: "rejected the offer and, in a letter, called"; 0: there is none."""
    opening = opening_of(unit, closing)
    return opening - 1 if opening and unit.words[opening - 1].tags & COORD else 0


def _over_aside(unit: Unit, closing: int) -> Phrase | None:
    """Subject before an apposition, or before two relative clauses: "the diver who found it, and who has since left, said"."""
    words, opening = unit.words, opening_of(unit, closing)
    joined = opening and words[opening + 1].tags & COORD and words[opening + 2].tags & RELATIVE
    return antecedent(unit, opening + 2) if joined else over_apposition(unit, closing)


def _back_over_aside(unit: Unit, at: int) -> int:
    """Step back over an aside before a conjunction: "pointed to Zell - where nine died - and said"; `at` where there is none."""
    words = unit.words
    if at < 2 or not words[at].tags & COORD or not words[at - 1].tags & (DASH | COMMA):
        return at
    opening = opening_of(unit, at - 1)
    aside = words[at - 1].tags & DASH or words[opening + 1].tags & RELATIVE
    return opening if opening and aside else at


def opening_of(unit: Unit, closing: int) -> int:
    """The comma or dash that opens the aside which the one at `closing` ends; 0: there is none."""
    mark = unit.words[closing].tags & (COMMA | DASH)
    return first_of(unit.words, range(closing - 1, 0, -1), mark, 0)


def _agent(unit: Unit, found: Phrase) -> bool:
    """Whether the preposition before it ties a phrase to a participle: "a summary seen by the paper", "a leaflet pushed through doors"."""
    words = unit.words
    if found[0] < 3:
        return False
    participle = words[found[0] - 2]
    return participle.lower == "seen" or bool(participle.tags & ED and not participle.tags & CAP)


def _before_verb(unit: Unit, found: Phrase | None) -> Phrase | None:
    """Who opens a clause, without a verb of no list that was read into the phrase: "Ida Holm burst into tears"."""
    if found is None or (found[1] < len(unit.words) and finite(unit, found[1])):
        return found
    tags = {at: unit.words[at - 1].tags for at in range(found[1] - 1, found[0], -1)}
    named = (at for at in tags if tags[at] & (CAP | ROLE | PLURAL) and not tags[at] & DET)
    return (found[0], next(named, found[1]))


def clause_start(unit: Unit, at: int) -> int:
    """Where the clause around `at` begins: after the last semicolon, or the start of the unit, past a fronted adverbial."""
    words = unit.words
    stops = [number for number in range(at) if words[number].tags & HALF_STOP]
    start = stops[-1] + 1 if stops else 0
    opening = start + bool(start + 1 < at and words[start].tags & COORD)  # "But when the raid failed, Berg"
    if start < at and (words[opening].tags & FRONTED or opens_participle(unit, start)):
        comma = first_of(words, range(start, at), COMMA)
        if comma is not None and comma + 1 < at and not words[comma + 1].tags & (COORD | RELATIVE):
            start = comma + 1
    return start


def main_subject(unit: Unit, at: int) -> Phrase | None:
    """Subject of the first finite verb of the clause around `at`."""
    begin = clause_start(unit, at)
    end = min(at, begin + FARTHEST)
    verb = first_finite(unit, begin, end)
    while verb is not None:
        found = _standing_before(unit, verb)
        if found:
            return found
        verb = first_finite(unit, verb + 1, end)
    first = unit.words[begin].tags if begin < at and not unit.words[begin].tags & INGTAG else 0  # "Listening to Berg, calling"
    return _before_verb(unit, phrase_from(unit, begin, at)) if first & (CAP | DET | SUBJECT | POSS) else None


def _standing_before(unit: Unit, verb: int) -> Phrase | None:
    """Who stands before the verb of a main clause, or before what tells who that is."""
    start = group_start(unit, verb)
    if start == 0:
        return None
    last = before_time(unit, start - 1)
    if unit.words[last].tags & SET_OFF:
        return over_apposition(unit, last)
    found = phrase_before(unit, last + 1)
    return found and (before_relative(unit, last) or found)


def governing_subject(unit: Unit, at: int) -> Phrase | None:
    """Subject of the nearest finite verb before `at` that has one."""
    for number in range(at - 1, max(-1, at - FARTHEST), -1):
        start = group_start(unit, number) if finite(unit, number) else 0
        last = before_time(unit, start - 1) if start else -1
        if last < 0 or unit.words[last].tags & TO:
            continue
        found = subject(unit, number) if unit.words[last].tags & (COMMA | DASH | CLOSE | RELATIVE) else phrase_ending(unit, last)
        if found and contact_subject(unit.words, found) == found:  # else that of a relative clause: "an intention Berg lacks"
            return found
    return main_subject(unit, at)


def participle_subject(unit: Unit, at: int) -> Phrase | None:
    """Subject of a participle: that of the clause it adjoins to when that has its own, else of the main clause."""
    words = unit.words
    if (at <= 1 and words[0].tags & (PREP | SUBORD | INGTAG)) or (at == 0 and words[0].forms & ING):
        for number in range(at + 1, len(words) - 1):
            if words[number].tags & COMMA or (words[number].tags & QUOTE and words[number + 1].tags & (SUBJECT | CAP | DET)):
                return _before_verb(unit, phrase_from(unit, number + 1))
        return None
    openers = listed("words.toml", "reference", "before_clause")
    for number in range(at - 1, clause_start(unit, at) - 1, -1):
        if not words[number].tags & CONJOINING:
            continue
        named = words[number].lower == "with" and number and words[at - 2].tags & CAP
        if named and words[number - 1].tags & words[at - 1].tags & COMMA:
            return phrase_ending(unit, at - 2)  # ", with its envoy, Ida Holm, calling it"
        joined = number > 0 and words[number].tags & COORD and words[number - 1].tags & COMMA
        placed = number > 0 and words[number].tags & RELATIVE and words[number - 1].tags & PREP  # "in which"
        if joined or placed or words[number].lower in openers:
            verb = first_finite(unit, number + 1, at)
            if verb is not None:
                found = _before_clause_verb(unit, group_start(unit, verb) - 1)
                speaks = found and found[0] > number and words[head_end(unit, found) - 1].tags & (CAP | ROLE | PLURAL | SUBJECT)
                return found if speaks else main_subject(unit, at)
    return main_subject(unit, at)


def _before_clause_verb(unit: Unit, last: int) -> Phrase | None:
    """The subject that ends at `last`, or before what tells who it is there: "after Berg, a farmer, walked out, saying"."""
    if unit.words[last].tags & (COMMA | DASH):
        return over_apposition(unit, last)
    return before_relative(unit, last) or phrase_ending(unit, last)


def owner(unit: Unit, phrase: Phrase) -> Phrase:
    """Whose face or hand does something, "Holm's jaw tightened"; but Holm's brother does so himself."""
    named = first_of(unit.words, range(*phrase), POSSESSOR)
    return phrase if named is None or unit.words[phrase[1] - 1].tags & ROLE else (phrase[0], named + 1)
