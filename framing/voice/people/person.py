"""Somebody named in an article, and whom a description can be of."""

import functools
from dataclasses import dataclass, field

from framing.voice.forms import adjectival, can_speak
from framing.voice.people.names import Printed, first_names, unowned
from framing.voice.people.roles import exclusive, head_of, nations, offices, sex_of, titled

BODY = "body"
"""What is told of a name behind "the", which no "he" or "she" stands for."""


@dataclass(eq=False)
class Person:
    """Somebody named in an article."""

    name: str
    gender: str | None = None
    roles: set[str] = field(default_factory=set)
    nations: set[str] = field(default_factory=set)
    mentions: int = 0
    sure: bool = False
    """A title, a first name or an apposition tells that it is a person."""
    printed: Printed | None = None
    """The name under which it was met last."""

    def learn(self, printed: Printed) -> None:
        """Keep what a name tells of its bearer."""
        if printed is self.printed:
            return  # it was told before
        self.printed = printed
        if self.gender is None:
            self.gender = printed.gender or first_names().get(self.name.partition(" ")[0].lower())
        self.roles |= printed.titles
        if printed.before:
            self.nations |= nations(printed.before)
        self.sure = self.sure or bool(printed.titles) or self.gender not in (None, BODY)


def called(person: Person | None) -> str | None:
    """Canonical name of somebody, if there is anybody."""
    return person.name if person else None


def may_be(person: Person, phrase: str) -> bool:
    """Whether a description that names no name can be a person's: no other office, no other country, no other sex."""
    head = head_of(unowned(phrase).lower().split())
    wanted, abroad = titled(head), nations(phrase.split())
    held = person.roles & exclusive()
    other_office = wanted & exclusive() and held and not held & (wanted | offices(phrase))
    other_country = abroad and person.nations and not abroad & person.nations
    return not (other_office or other_country or (sex_of(head) and person.gender not in (None, sex_of(head))))


def may_be_called(person: Person, gender: str | None, titles: frozenset[str]) -> bool:
    """Whether a person of a bare surname can be who is named in full: not the president where his wife, Ida Holm, is."""
    held = person.roles & exclusive()
    return not (gender == "female" and person.gender is None and held and held.isdisjoint(titles))


@functools.lru_cache(maxsize=1 << 12)
def described(name: str) -> bool:
    """Whether the first word of a name may only describe who bears it: "Donor Berg", "Absent Berg"."""
    first = name.partition(" ")[0].lower()
    return first not in first_names() and (adjectival(first) or can_speak(first))
