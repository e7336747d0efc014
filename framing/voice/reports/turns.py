"""Where a sentence turns from what was said to what is so, or to what the speaker did: ", but workers sweat", "and then fled"."""

from framing.voice.classes.between import BREAK, COORD, PREP, RELATIVE, SUBORD, THAT
from framing.voice.classes.nouns import CAP, DET, NAMED, OBJECT, OPENING, PLURAL, SUBJECT, WORD
from framing.voice.classes.verbs import ADV, ADVERB, BE, ED, FINITE, HAVE, LY, MODAL, NEG, TO
from framing.voice.cues import BASE, PAST, SIGNAL
from framing.voice.grammar import finite, has_finite, phrase_from
from framing.voice.lists import listed
from framing.voice.steps import agrees, holds, past
from framing.voice.units import Unit

LONGEST_SUBJECT = 8
"""Words of a subject that begins with a participle: "ragged columns of refugees poured west"."""
GOVERNED = OPENING | OBJECT | PREP | CAP
"""Words with which begins what a verb governs."""


def turns(unit: Unit, at: int) -> bool:
    """Whether the conjunction at `at` ("but", "even as") opens a clause that turns on the report, with a subject of its own."""
    words = unit.words
    if words[at].lower == "even":
        return _meanwhile(unit, at + 2)
    openly = at + 1 < len(words) and not words[at + 1].tags & THAT and not _same_subject(unit, at + 1)
    return openly and (has_finite(unit, at, len(words)) or plain_verb(unit, at + 1))


def _meanwhile(unit: Unit, at: int) -> bool:
    """Whether a clause stands behind "even as" at `at`: "its men looted", "children in them die of", not "a precaution"."""
    words = unit.words
    if at >= len(words):
        return False
    if words[at].tags & (SUBJECT | OPENING) and words[at].lower not in listed("words.toml", "use", "singular"):
        return True
    following = words[at + 1].tags & ~SIGNAL if at + 1 < len(words) else 0
    if words[at].tags & PLURAL and following == WORD:
        return True  # "families drink foul water"
    phrase = phrase_from(unit, at)
    several = phrase is not None and (words[at].tags & PLURAL or agrees(words, at, phrase[1] - 1))
    # "rivers of mud run past", "toxic foam rolls down"
    goes_on = phrase is not None and several and phrase[1] < len(words) and not words[phrase[1]].tags & BREAK
    return goes_on or has_finite(unit, at - 1, len(words)) or plain_verb(unit, at)


def plain_verb(unit: Unit, start: int) -> bool:
    """Whether what can be a plain form of a verb stands behind a plural from `start` on: "workers sweat in the pit"."""
    words = unit.words
    for at in range(start + 1, len(words) - 1):
        here, before = words[at], words[at - 1].tags
        if here.tags & COORD and before & words[at + 1].tags & PLURAL:
            continue  # "men and women sleep in vans"
        if here.tags & (BREAK | COORD | SUBORD):
            return False
        following = words[at + 1].tags
        plain = here.tags & ~SIGNAL == WORD and (here.verb is None or here.forms & BASE)
        if plain and (before & OBJECT or (_several(unit, at - 1) and following & (GOVERNED | ADVERB))):
            return True
        if plain and before & ADV and not before & LY and at - 1 > start and _several(unit, start):
            return True  # "many in Zell still drink filthy water"
        if here.tags & PLURAL and not here.tags & NAMED and at == start + 1 and before & CAP and following & GOVERNED:
            return True  # "Holm sleeps in a van"
    return False


def _several(unit: Unit, at: int) -> bool:
    """Whether a plural ends at `at`, or a phrase that tells more of it does: "children", "many", "men like Holm"."""
    here, before = unit.words[at], unit.words[at - 1].tags if at else 0
    if here.tags & PLURAL or here.lower in listed("words.toml", "use", "alone"):
        return True
    return bool(here.tags & CAP and before & PREP)


def _same_subject(unit: Unit, at: int) -> bool:
    """Whether the verb behind "but" has no subject of its own, or the word denies: "said it may fail but will not stop"."""
    words = unit.words
    opening, at = at, past(words, at, ADVERB)
    if at >= len(words):
        return False
    if words[at].tags & TO or holds(words[opening : at + 1], NEG):
        return True
    verb_near = has_finite(unit, at, min(len(words), at + 4))
    participle = words[at].tags & ED and (verb_near or adjectival_subject(unit, at))
    return finite(unit, at) and not participle


def adjectival_subject(unit: Unit, at: int) -> bool:
    """Whether a participle at `at` tells of a plural whose verb follows: "looting mobs roamed", "ragged columns of men poured west"."""
    words = unit.words
    if at + 1 >= len(words) or words[at].verb or not words[at + 1].tags & PLURAL or words[at + 1].tags & DET:
        return False
    for number in range(at + 2, min(len(words), at + LONGEST_SUBJECT)):
        if words[number].tags & (BREAK | RELATIVE | THAT | SUBORD):
            return False
        if finite(unit, number):
            return True
    return False


def own_deed(unit: Unit, start: int, at: int) -> bool:
    """Whether "and" at `at` goes on with what the speaker did, as no verb from `start` on can be joined to it.

    "Said the dam would hold and then fled the town", "vowed to stay and left for Zell", "warned of rain and insulted the crowd".
    """
    words = unit.words
    verb = past(words, at + 1, ADVERB)
    if verb + 1 >= len(words) or not (words[verb].tags & (ED | FINITE) or words[verb].forms & PAST) or words[verb].tags & BE:
        return False
    if not words[verb + 1].tags & GOVERNED or words[at - 1].tags & ED:
        return False
    clause = words[start:at]
    if holds(clause, BE | HAVE | RELATIVE | SUBORD):
        return False
    told = [number for number in range(start, at) if finite(unit, number)]
    return all(words[number].tags & MODAL for number in told) and bool(told or words[start].tags & (TO | PREP))
