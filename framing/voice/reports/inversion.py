"""Whether the subject stands behind its verb: "..., said Berg"."""

from framing.voice.agents import placed_agent
from framing.voice.classes.between import COMMA, COORD, DASH, PREP, QUOTE, RELATIVE, SET_OFF, SUBORD, THAT, WH
from framing.voice.classes.nouns import CAP, DET, NAMED, OPENING, PEOPLE, PLURAL, ROLE, SUBJECT, TIME, WORD
from framing.voice.classes.verbs import ADVERB, LOOSE
from framing.voice.grammar import finite, has_finite, head_word, phrase_from, subject_and_verb
from framing.voice.lists import listed
from framing.voice.participles import is_past_participle
from framing.voice.reports.bare_clauses import may_be_clause
from framing.voice.reports.scope import PAUSE
from framing.voice.steps import first_of, holds, past
from framing.voice.units import Phrase, Unit

NOT_SUBJECT = THAT | PREP | SUBORD | WH | TIME | ADVERB | COORD
CLOSING = COMMA | DASH | QUOTE
"""What may stand behind what was said."""
LONGEST_VERDICT = 6
"""Words without a verb before the cue, its comma included: "A disgrace, says Berg."."""
SHORTEST = 3
"""Words before an unmarked "X said" that can be what was said."""


def inverts(unit: Unit, group: int, after: int) -> bool:
    """Whether the subject follows the cue that begins at `group`: "..., said Berg"."""
    words = unit.words
    before = words[group - 1].tags
    if not before & CLOSING or after >= len(words) or not words[after].tags & WORD or words[after].tags & NOT_SUBJECT:
        return False
    told = before & COMMA and holds(words[:group], QUOTE) and apposed(unit, group)
    if told or _clause_behind(unit, after, alone=not holds(words[:group], WORD)):
        return False
    if before & QUOTE:
        return not _within_phrase(unit, group - 1)
    if words[after].tags & SUBJECT and words[after].lower not in listed("words.toml", "complements", "nominative"):
        return False
    if words[group - 2].tags & QUOTE:
        return not _within_phrase(unit, group - 2)
    return _named_at(unit, group, after) or _clause_before(unit, group)


def apposed(unit: Unit, group: int) -> bool:
    """Whether who speaks, and what commas set off behind, stands before the cue: “…,” the mayor, Ida Holm, warned the crowd."""
    words = unit.words
    if not words[group - 1].tags & COMMA:
        return False
    mark = first_of(words, range(group - 2, -1, -1), QUOTE, -1)
    first = past(words, mark + 1, COMMA)
    if mark >= 0 and first == mark + 1 and not words[mark].tags & PAUSE:
        return False  # within what is said: "The “vote” scandal, a farce, said Holm, was"
    named = phrase_from(unit, first, group - 1)
    set_off = named is not None and named[1] < group - 2 and words[named[1]].tags & COMMA
    return bool(named and set_off and head_word(unit, named).tags & PEOPLE)


def _within_phrase(unit: Unit, mark: int) -> bool:
    """Whether marks close a phrase with a preposition that a comma sets off behind a subject: "The army, with its “vote”, ruled"."""
    words = unit.words
    owned = mark - 1 if words[mark - 1].tags & OPENING else mark
    set_off = owned > 2 and words[owned - 1].tags & PREP and words[owned - 2].tags & COMMA
    return bool(set_off) and not has_finite(unit, -1, owned - 1)


def _clause_behind(unit: Unit, after: int, *, alone: bool) -> bool:
    """Whether a subject and its verb stand behind the cue, which therefore has its own before it: "said the man should go".

    Where marks stand `alone` before the cue, a participle tells of the subject: "“Thieves,” read a banner hung from the bridge".
    """
    words = unit.words
    named = phrase_from(unit, after)
    verb = past(words, named[1], ADVERB) if named else len(words)
    if verb >= len(words) or not finite(unit, verb):
        return False
    return not (alone and is_past_participle(unit, verb) and verb + 1 < len(words) and words[verb + 1].tags & (PREP | ADVERB))


def _named_at(unit: Unit, group: int, after: int) -> bool:
    """Whether a name that a comma closes stands behind the cue."""
    words = unit.words
    one = words[after].lower in listed("words.toml", "reference", "indefinite")
    opens = one or words[after].tags & (CAP | OPENING | ROLE)
    named = _named(unit, after) if opens else None
    broken = None if opens else _named(unit, after)
    if broken and _broken_clause(unit, group, broken) and head_word(unit, broken).tags & NAMED:
        return broken[1] < len(words) and bool(words[broken[1]].tags & COMMA)  # "The raid, said local residents, was savage"
    if named is None or has_finite(unit, *named):
        return False  # a clause: "Berg, speaking on air, said the raid failed"
    closes = named[1] >= len(words) or (words[named[1]].tags & COMMA and words[min(named[1] + 1, len(words) - 1)].tags & RELATIVE)
    if closes and group <= LONGEST_VERDICT and not has_finite(unit, -1, group - 1):
        return bool(words[after].tags & (CAP | DET | ROLE))  # "A disgrace, says Berg."
    if group < SHORTEST and not (unit.heading or _broken_behind_word(unit, named)):
        return False
    opens = one or words[after].tags & (CAP | DET) or (closes and words[after].tags & PLURAL)
    clause = opens and may_be_clause(unit, -1, group - 1) and not _only_relative(unit, group - 1)
    if not (unit.heading or clause or _broken_clause(unit, group, named)):
        return False  # an apposition: "Berg's former aide, Corey Lund, said the man who"
    return named[1] >= len(words) or bool(words[named[1]].tags & (COMMA | TIME | RELATIVE))


def _only_relative(unit: Unit, mark: int) -> bool:
    """Whether a subject and a relative clause that word `mark` closes are all that stands before it: "The film, which shows the port,"."""
    words = unit.words
    relative = first_of(words, range(1, mark), RELATIVE)
    if relative is None or not (opening := words[relative - 1].tags & SET_OFF):
        return False
    return not has_finite(unit, -1, relative) and not holds(words[relative:mark], opening)


def _named(unit: Unit, after: int) -> Phrase | None:
    """The phrase at `after`, with its place if a comma closes that: "The raid, said a doctor at the hospital, was"."""
    whole = placed_agent(unit, after)
    closed = whole and whole[1] < len(unit.words) and unit.words[whole[1]].tags & COMMA
    return whole if closed else phrase_from(unit, after)


def _broken_clause(unit: Unit, group: int, named: Phrase) -> bool:
    """Whether the tag breaks a clause behind its subject: "Any reading of the pact, said Berg, would fail"."""
    words = unit.words
    return has_finite(unit, named[1], len(words)) and not holds(words[: group - 1], COMMA)


def _broken_behind_word(unit: Unit, named: Phrase) -> bool:
    """Whether the tag breaks a clause behind its first word: "Why, asked Berg, had it", "Holm, says Berg, was", "Now, says Berg, it is"."""
    words, behind = unit.words, named[1] + 1
    if behind >= len(words) or not words[named[1]].tags & COMMA or not has_finite(unit, named[1], len(words)):
        return False
    verb = past(words, behind, LOOSE)
    return bool(words[0].tags & (WH | SUBJECT)) or (verb < len(words) and finite(unit, verb)) or subject_and_verb(unit, behind)


def _clause_before(unit: Unit, group: int) -> bool:
    """Whether a clause of its own, no apposition, stands between the comma before the cue and the one before that."""
    words = unit.words
    opening = group - 2
    while opening >= 0 and not words[opening].tags & SET_OFF:
        opening -= 1
    for number in range(opening + 1, group - 1):
        if words[number].tags & RELATIVE:
            return False
        if number > opening + 1 and finite(unit, number):
            return True
    return False
