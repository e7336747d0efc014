"""Names that a printed phrase may be headed by: "the mayor, Ida Holm", "Holm's letter"."""

import functools
import re

from framing.voice.classes.between import PREP
from framing.voice.classes.nouns import DET, TIME
from framing.voice.classes.verbs import ADVERB, ED, FINITE
from framing.voice.cues import word
from framing.voice.forms import can_speak
from framing.voice.people.names import POSSESSIVES, data, split_title, unowned
from framing.voice.people.roles import head_of, head_stop, is_person
from framing.voice.people.runs import pattern

NEXT_WORD = re.compile(r"[ \u00a0]([\w-]+)")
NO_NOUN = ED | FINITE | TIME | ADVERB | PREP | DET


@functools.lru_cache(maxsize=1 << 14)
def names_in(surface: str) -> tuple[tuple[str, str | None, frozenset[str]], ...]:
    """Names a printed phrase may be headed by, with the sex that titles tell and the titles, the likeliest first.

    None stands behind "of", and none before another noun.
    """
    if surface.islower():
        return ()
    found = []
    for match in pattern().finditer(surface):
        if match.start() and _owned(surface[: match.start()].lower().split()):
            break
        printed = split_title(match[0])
        closing = unowned(match[0]).endswith(printed.name)  # not so "Ida Holm of the Russian" before "ministry"
        if printed.name and not (closing and _modifies(match[0], surface, match.end())):
            found.append((printed.name, printed.gender, printed.titles))
    return tuple(found)


def _owned(ahead: list[str]) -> bool:
    """Whether the words before a name have the head of the phrase, so that the name is not: "the mayor of Zell"."""
    if head_stop().isdisjoint(ahead[1:]):
        return False
    placed = is_person(ahead[-1]) and not is_person(head_of(ahead))  # "University of Zell chemist Ida Holm"
    office = ahead[-2] == "of" and ahead[-1] in data()["roles"]["duties"]  # "chief of staff Ida Holm"
    return not (office or placed) and can_speak(head_of(ahead))


def _modifies(name: str, phrase: str, end: int) -> bool:
    """Whether a name stands before another noun, "the Holm campaign", that is no document of his or hers, "Holm's letter"."""
    following = NEXT_WORD.match(phrase, end)
    if following is None or not following[1].islower() or following[1] in head_stop():
        return False
    if word(following[1]).tags & NO_NOUN or following[1].endswith("ed") or following[1] in ("last", "next"):
        return False
    return not (name.endswith(POSSESSIVES) and head_of(phrase[end:].lower().split()) in data()["nouns"]["documents"])
