"""Clauses as headlines clip them: "Holm claims raid an act of war", "Port to close - union"."""

from framing.voice.classes.between import BREAK, COORD, PREP, SUBORD
from framing.voice.classes.nouns import CAP, OBJECT, OPENING, PERIOD, TIME, WORD
from framing.voice.classes.verbs import TO
from framing.voice.lists import listed
from framing.voice.units import Unit

NOT_A_VERB = OPENING | CAP | OBJECT
NO_HEAD = BREAK | PREP | COORD | SUBORD | OPENING | TO


def clipped(unit: Unit, start: int, end: int, *, addressed: bool = False) -> bool:
    """Whether a clause without a finite verb stands in these words of a heading: "raid an act of war", "port to close".

    `addressed`: an infinitive behind the noun tells what somebody is to do.
    """
    words = unit.words
    if not unit.heading:
        return False
    for at in range(start + 1, min(end, len(words)) - 1):
        here, before = words[at].tags, words[at - 1].tags
        if before & NO_HEAD or not before & WORD:
            continue
        if words[at].lower in listed("words.toml", "use", "singular") and not words[at + 1].tags & (PERIOD | TIME):
            return True
        if here & TO and not addressed and not words[at + 1].tags & NOT_A_VERB:
            return True
    return False
