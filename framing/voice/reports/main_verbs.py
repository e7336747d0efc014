"""Where what a noun reports ends, before the main verb that the noun is the subject of: "the claim that it failed | angered Zell"."""

from framing.voice.classes.between import COMMA, COORD, QUOTE, RELATIVE, SUBORD, THAT, WH
from framing.voice.classes.nouns import SUBJECT
from framing.voice.classes.verbs import ADVERB, AUXILIARY, ED, TO
from framing.voice.grammar import finite, first_finite, group_start, subject_and_verb
from framing.voice.reports.circumstances import past_aside
from framing.voice.steps import past
from framing.voice.units import Unit


def before_verb_of_phrase(unit: Unit, at: int, start: int, end: int) -> int:
    """Where a phrase of the subject ends, before the verb: "reports of looting by the guards reached Zell"."""
    if first_finite(unit, 0, at) is not None:
        return end
    for number in range(start + 1, end):
        if unit.words[number].tags & (RELATIVE | THAT | SUBJECT | QUOTE):
            return end
        if finite(unit, number):
            return group_start(unit, number)
    return end


def before_verb_of_clause(unit: Unit, at: int, start: int, end: int) -> int:
    """Where a clause of the subject ends, before the verb: "the claim that the raid was brutal was denied"."""
    if first_finite(unit, 0, at) is not None:
        return end
    clause = not unit.words[start].tags & TO
    needed, group = int(clause), start  # verbs of the clause itself, and of those within it
    for number in range(start + 1, end):
        here = unit.words[number]
        if (group > start or not clause) and here.tags & (COMMA | QUOTE):
            return number if here.tags & COMMA and _aside_before_verb(unit, number) else end
        needed += _opens_within(unit, number)
        if (
            finite(unit, number)
            and group_start(unit, number) > group + (not here.tags & AUXILIARY)
            and not (needed and _by_agent(unit, number))
        ):
            group, needed = number, needed - 1
            if needed < 0:
                return group_start(unit, number)
    return end


def _opens_within(unit: Unit, at: int) -> bool:
    """Whether a clause that needs a verb of its own begins at `at` within another: "because the ...", "and was", "he"."""
    words = unit.words
    here, before = words[at].tags, words[at - 1].tags
    if here & (RELATIVE | THAT | WH):
        return not before & SUBORD
    if here & SUBJECT:
        return not before & (RELATIVE | THAT | WH | SUBORD | COORD)
    if here & SUBORD:
        return bool(words[at + 1].tags & SUBJECT) or subject_and_verb(unit, at + 1) if at + 1 < len(words) else False
    verb = past(words, at + 1, ADVERB) if here & COORD else len(words)
    return verb < len(words) and (finite(unit, verb) or subject_and_verb(unit, verb))


def _by_agent(unit: Unit, at: int) -> bool:
    """Whether a participle with its agent stands at `at`: "the raid carried out by the guards"."""
    return bool(unit.words[at].tags & ED) and any(word.lower == "by" for word in unit.words[at + 1 : at + 3])


def _aside_before_verb(unit: Unit, comma: int) -> bool:
    """Whether an aside opens at `comma` that the verb of the sentence follows: "the plan to sell the hall, drawn up in haste, was"."""
    words = unit.words
    behind = past_aside(unit, comma)
    if behind == comma or words[comma + 1].tags & (THAT | COORD | TO):
        return False
    verb = past(words, behind, ADVERB)
    return verb < len(words) and finite(unit, verb)
