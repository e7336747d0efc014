"""Labels before a colon that name a place or a thing, as the article prints them, and so nobody who speaks: "Zell: …"."""

import re

from framing.voice.classes.between import PREP, QUOTE
from framing.voice.classes.nouns import CAP, ROLE, UPPER
from framing.voice.forms import can_speak
from framing.voice.lists import listed
from framing.voice.people.persons import People
from framing.voice.steps import first_of
from framing.voice.units import Report, Unit

NEAR = 4000
"""Characters of a text in which a label's words are looked for."""
WHERE = "(?:in|near|outside|inside|across)"


def only_topic(people: People, others: People, unit: Unit, report: Report) -> bool:
    """Whether the label of a report, before a colon, is a place or a thing elsewhere in the article: "in Zell", "the rocket"."""
    words, source = unit.words, report.source
    colon = report.cue[0]
    if source is None or source[1] > colon or report.content[0][0] != colon + 1 or words[colon + 1].tags & QUOTE:
        return False
    head = first_of(words, range(source[0] + 1, colon), PREP, colon) - 1
    surface, here = words[head].surface, words[head]
    apart = head >= source[1] or (here.tags & CAP and head > source[0])  # "Zell's reaction to the raid", "Foreign Ministry"
    if apart or here.tags & (ROLE | UPPER) or people.named(surface) or others.named(surface) or _speaks(here.lower):
        return False
    texts = [each.text[:NEAR] for each in (people, others)]
    if any(re.search(rf"[a-z,] {re.escape(here.lower)}\b", text) for text in texts):
        return True
    place = head == source[0] and colon == head + 1
    return place and any(re.search(rf"\b{WHERE} {re.escape(surface)}\b(?!['\u2019])", text) for text in texts)


def _speaks(lower: str) -> bool:
    """Whether a common noun names people, a body or a document, which can speak."""
    return can_speak(lower) or any(lower in listed("people.toml", "nouns", kind) for kind in ("groups", "documents"))
