"""Bodies with a name: "the charity Open Shore", later "the charity"; and the people that "they" stands for."""

import re

from framing.voice.cues import documents
from framing.voice.grammar import DET, PLURAL, POSS, POSSESSOR, ROLE, head_end, phrase_ending
from framing.voice.lists import listed
from framing.voice.people.roles import head_noun
from framing.voice.speakers import main_subject
from framing.voice.units import Phrase, Unit

DESCRIPTION = re.compile(r"[Tt]he (?:[a-z]+ )?([a-z]+)")
# A definite description with a name behind its head: "the campaign group Safe Roads".
NAMED = re.compile(r"[Tt](?<!\w[Tt])he (?:[a-z-]+ ){0,2}([a-z-]+) [A-Z][\w'\u2019-]*(?: (?:(?:of|for|and|the) )?[A-Z][\w'\u2019-]*){0,4}")
REACH = 3000
"""Characters before a mention among which its full name is looked for."""


def full_name(text: str, position: int, surface: str) -> str | None:
    """Name under which the body was met that `surface`, printed at `position`, calls "the charity"."""
    match = DESCRIPTION.fullmatch(surface)
    if match is None or match[1] not in listed("people.toml", "nouns", "groups"):
        return None
    found = None
    for met in NAMED.finditer(text, max(0, position - REACH), position):
        found = met[0] if met[1] == match[1] else found
    return found


def people_before(unit: Unit, *, subject_alone: bool = False) -> Phrase | None:
    """People whom "they" in the next sentence stands for: the subject if it is many, else the last ones named."""
    subject = main_subject(unit, len(unit.words))
    if subject and (_many(unit, subject[1] - 1) or _many(unit, head_end(unit, subject) - 1)):
        return subject
    for number in range(0 if subject_alone else len(unit.words) - 1, 0, -1):
        if _many(unit, number):
            return _from_determiner(unit, phrase_ending(unit, number))
    return None


def body_before(text: str, unit: Unit) -> str | None:
    """The body or document that a sentence is about, for which "it" in the next stands: "The board met in Zell."."""
    subject = main_subject(unit, len(unit.words))
    surface = text[unit.starts[subject[0]] : unit.ends[subject[1] - 1]] if subject else ""
    head = head_noun(surface)
    return surface if head in listed("people.toml", "nouns", "groups") or head in documents(plural=False) else None


def _from_determiner(unit: Unit, found: Phrase | None) -> Phrase | None:
    """The phrase without a verb that was read into it: "angered its owners"."""
    if found is None:
        return None
    opening = (number for number in range(found[1] - 1, found[0], -1) if unit.words[number].tags & (DET | POSS))
    return next(opening, found[0]), found[1]


def _many(unit: Unit, number: int) -> bool:
    here = unit.words[number]
    return bool(here.tags & ROLE and here.tags & PLURAL and not here.tags & POSSESSOR)
