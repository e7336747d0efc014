"""Past participles, which may stand behind their noun phrase: "a summary circulated on Monday said"."""

from framing.voice.classes.between import COMMA, COORD, PREP, WH
from framing.voice.classes.nouns import CAP, OPENING
from framing.voice.classes.verbs import ADVERB, ED
from framing.voice.cues import PART
from framing.voice.lists import listed
from framing.voice.units import Phrase, Unit


def is_past_participle(unit: Unit, at: int) -> bool:
    """Whether the word at `at` may be a past participle."""
    here = unit.words[at]
    return bool(here.tags & ED or here.forms & PART) or here.lower in listed("words.toml", "use", "participles")


def opens_participle(unit: Unit, at: int) -> bool:
    """Whether a past participle with what belongs to it opens a sentence at `at`: "Asked why, Berg shrugs", "Reached by phone, Berg"."""
    words = unit.words
    return at + 1 < len(words) and bool(words[at + 1].tags & (WH | PREP)) and is_past_participle(unit, at)


def without_participle(unit: Unit, found: Phrase | None) -> Phrase | None:
    """The noun phrase without a participle behind it: "a summary circulated on Monday said"."""
    if found is None:
        return None
    words = unit.words
    for number in range(found[0] + 1, found[1]):
        if words[number].tags & CAP or words[number - 1].tags & (OPENING | ADVERB | PREP | COORD | COMMA):
            continue
        if (number + 1 == found[1] or words[number + 1].tags & PREP) and is_past_participle(unit, number):
            return found[0], number
    return found
