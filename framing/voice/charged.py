"""Who is to do, or is led to do, what an infinitive tells: "It was left to Berg to say", "The leak led critics to question"."""

from framing.voice.appositions import over_apposition
from framing.voice.classes.between import COMMA
from framing.voice.classes.nouns import CAP, OBJECT, PLURAL, ROLE
from framing.voice.classes.verbs import TO
from framing.voice.grammar import group_start, phrase_ending
from framing.voice.lists import listed
from framing.voice.speakers import opening_of
from framing.voice.steps import holds
from framing.voice.units import Phrase, Unit

SOMEBODY = CAP | ROLE | OBJECT


def left_to(unit: Unit, to: int) -> Phrase | None:
    """Who is to do what the infinitive behind "to" tells: "It was left to her deputy, Ida Holm, to call", "The leak led Berg to say"."""
    words = unit.words
    if to < 3:
        return None
    opening = opening_of(unit, to - 1) if words[to - 1].tags & COMMA else to
    charged = phrase_ending(unit, opening - 1) if opening > 1 else None
    causing = listed("words.toml", "reference", "causing")
    verb = next((at for at in range(*charged) if words[at].lower in causing and at > charged[0]), charged[0] - 1) if charged else 0
    charged = (verb + 1, charged[1]) if charged and verb > charged[0] else charged
    verb -= bool(verb > 0 and words[verb].tags & TO)
    start = group_start(unit, verb) if verb > 0 else 0
    left = words[verb].lower in listed("words.toml", "reference", "leaving") and start and words[start - 1].lower == "it"
    led = opening == to and words[verb].lower in causing
    somebody = SOMEBODY | (PLURAL if led else 0)
    if charged is None or not (left or led) or not holds(words[slice(*charged)], somebody):
        return None
    return charged if opening == to else over_apposition(unit, to - 1) or charged
