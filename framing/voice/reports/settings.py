"""Where what is reported ends, before its setting: "called it a crime | in a speech", "| after photographs appeared"."""

from framing.voice.classes.between import BREAK, COORD, PREP, QUOTE, RELATIVE, SUBORD, THAT, WH
from framing.voice.classes.nouns import CAP, OBJECT, OCCASION, OPENING, PLURAL, POSS, SUBJECT, TIME
from framing.voice.classes.verbs import ADVERB, ED, INGTAG, TO
from framing.voice.grammar import finite
from framing.voice.lists import listed
from framing.voice.steps import holds
from framing.voice.units import Unit

CLAUSAL = frozenset(["that", "clause", "wh", "colon", "raised"])
"""Complements whose own events have settings of their own."""
OPENS_SETTING = PREP | SUBORD | WH | INGTAG
TO_BE_DONE = frozenset(["to", "npto"])
LONGEST_OCCASION = 6
"""Words of "at a long and angry briefing" among which the occasion is named."""
LONGEST_SUBJECT = 8
"""Words before the verb of "after the first photographs of the camp appeared"."""
GOVERNED = BREAK | THAT | PREP | OPENING | OBJECT | CAP | ADVERB | TIME | TO
"""What stands behind a verb in the past, rather than behind a participle before its noun."""
INNER = BREAK | THAT | RELATIVE | WH | SUBORD | COORD | TO


def before_setting(unit: Unit, start: int, end: int, frame: str) -> int:
    """Where the report of a phrase or an infinitive ends, if its setting stands before `end`; clauses keep what they hold."""
    if frame in CLAUSAL:
        return end
    words, acts = unit.words, False
    for at in [number for number in range(start + 1, end) if words[number].tags & OPENS_SETTING]:
        tags = words[at].tags
        acts = acts or bool(tags & INGTAG and words[at - 1].tags & PREP)  # "accused him of fleeing after the dam broke"
        if words[at].lower == "when" and any(word.lower == "being" for word in words[start:at]):
            return end  # "accused of being asleep when the bell rang"
        if tags & (PREP | SUBORD) and not acts and sets_off(unit, at, to_do=frame in TO_BE_DONE):
            return at
    return end


def sets_off(unit: Unit, at: int, *, to_do: bool = False) -> bool:
    """Whether the setting of a report stands at `at`: an occasion, or what happened then; what is to be done has but an occasion for it."""
    lower = unit.words[at].lower
    if lower == "after" or (lower == "when" and unit.words[at - 1].lower not in listed("words.toml", "scope", "moments")):
        return happened(unit, at + 1)
    if to_do:
        return False
    if lower in ("as", "while"):
        return happened(unit, at + 1, meanwhile=True)
    if lower == "before":
        return at + 1 < len(unit.words) and bool(unit.words[at + 1].tags & INGTAG)
    return on_occasion(unit, at)


def on_occasion(unit: Unit, at: int) -> bool:
    """Whether "in a rambling speech" stands at `at`, and nothing that is reported behind it: "called it in a speech “a sham”"."""
    words = unit.words
    if at + 2 >= len(words) or not words[at].tags & PREP or words[at].lower not in listed("words.toml", "scope", "at"):
        return False
    near = words[at : at + LONGEST_OCCASION]
    if near[1].lower not in listed("words.toml", "use", "singular") and not near[1].tags & POSS:
        return False
    if not next((here.tags for here in near[2:] if here.tags & (OCCASION | INNER | PREP)), 0) & OCCASION:
        return False
    for number in range(at + 2, len(words)):
        here = words[number].tags
        clausal = here & THAT and not (number + 1 < len(words) and finite(unit, number + 1))
        if here & QUOTE or clausal:
            return False
        if here & (BREAK | COORD) and not holds(words[number + 1 : number + 2], QUOTE):
            break
    return True


def happened(unit: Unit, at: int, *, meanwhile: bool = False) -> bool:
    """Whether a clause with a subject of its own, no pronoun, stands at `at`: "photographs appeared", "survivors reached Zell"."""
    words = unit.words
    if at >= len(words) or words[at].tags & (INNER | SUBJECT | INGTAG | PREP):
        return False
    if meanwhile and words[at].lower in listed("words.toml", "use", "singular"):
        return False  # "as a trap laid for miners"
    for number in range(at + 1, min(len(words), at + LONGEST_SUBJECT)):
        here = words[number]
        if here.tags & INNER:
            return False
        if finite(unit, number):
            behind = words[number + 1].tags if number + 1 < len(words) else BREAK
            named = words[number - 1].tags & (PLURAL | CAP)
            attributive = here.tags & ED and not behind & GOVERNED and not named  # "after so-called carried interest"
            return not attributive and not (meanwhile and here.tags & ED and behind & PREP)
    return False
