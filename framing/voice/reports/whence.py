"""Where a claim came from: "The claim that it failed came from Berg", "Complaints of fraud poured in from villagers"."""

from framing.voice.agents import placed_agent
from framing.voice.classes.between import BREAK
from framing.voice.classes.verbs import ADVERB, AUXILIARY, BE
from framing.voice.lists import listed
from framing.voice.steps import holds, past
from framing.voice.units import Phrase, Unit

FARTHEST = 6
"""Words between the verb and whom it names."""


def whence(unit: Unit, end: int) -> Phrase | None:
    """Who is named behind the verb that follows what a noun reports, which ends at `end`."""
    words = unit.words
    verb = past(words, end, AUXILIARY | ADVERB)
    if verb + 2 >= len(words):
        return None
    comes = words[verb].lower in listed("cues.toml", "phrases", "coming")
    made = words[verb].lower in listed("cues.toml", "phrases", "made") and holds(words[end:verb], BE)
    for number in range(verb + 1, min(len(words) - 1, verb + FARTHEST) if comes or made else 0):
        if words[number].tags & BREAK:
            return None
        if words[number].lower == ("from" if comes else "by"):
            return placed_agent(unit, number + 1)
    return None
