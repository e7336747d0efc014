"""Persons of an article and their mentions: names, pronouns and role nouns to one speaker."""

import functools
import re
from bisect import bisect_left
from collections.abc import Collection, Iterator

from framing.voice.cues import PAST, S, word
from framing.voice.forms import can_speak
from framing.voice.lists import listed
from framing.voice.people.heads import names_in
from framing.voice.people.names import (
    Printed,
    data,
    first_names,
    sainted,
    same_person,
    split_title,
    suffix_of,
    surname_of,
    unowned,
)
from framing.voice.people.person import BODY, Person, described, may_be, may_be_called
from framing.voice.people.roles import (
    addresses,
    body_behind,
    head_noun,
    head_of,
    is_person,
    nations,
    offices,
    roles_before,
    roles_behind,
    sex_of,
    titled,
)
from framing.voice.people.runs import capitalised, likely_names

BEHIND = re.compile(r", (?:(?:the|a|an|who is|who was|whose) )?((?:[\w'\u2019-]+ ?){1,7})")
AHEAD = re.compile(r"(?<![\w'\u2019-])([\w'\u2019-]++(?: [\w'\u2019-]++){0,6}),? $")
LAST = re.compile(r"[\w'\u2019-]+$")
# What stands before a name behind a comma: "known only as".
INTRODUCED = re.compile(r"(\w+)(?: \w+ly)? as ")
MEMORY = 300
"""Mentions back to which a pronoun or a role noun can point."""
FAMILY = 20
"""Persons of one surname among whom a name is looked for: no article has more."""
DESCRIBED = 3
"""Mentions of a person in which an apposition is looked for."""


class People:
    """Everybody named in one text, and where; `known` are those of the other part of the article, who may be named there in full."""

    def __init__(self, text: str, known: "People | None" = None) -> None:
        self.text = text
        self.people: list[Person] = []
        self._by_name: dict[str, Person] = {}
        self._by_surname: dict[str, list[Person]] = {}
        self._by_first: dict[str, list[Person]] = {}
        self.starts: list[int] = []
        self.mentioned: list[Person] = []
        self._found: dict[str, Person | None] = {}
        self.capitalised = capitalised(text)
        """Runs of capitalised words, and where they start."""
        for person in known.people if known else ():
            self._enter(person)
        for start, surface in likely_names(text, self.capitalised):
            if surface.isalpha() and surface.lower() not in self._by_surname:
                continue  # one word names nobody who was not met in full
            printed = split_title(surface)
            if printed.person or printed.family in self._by_surname:
                self._meet(start, start + len(surface), printed)

    def _meet(self, start: int, end: int, printed: Printed) -> None:
        gender = printed.gender
        if " " in printed.name and printed.family in self._by_surname:
            gender = gender or first_names().get(printed.first) or self._sex_before(start)
        person = self._known(printed.name, printed.family, gender, printed.titles)
        if person is None and printed.person and not body_behind(self.text, printed.first, end):
            sex = gender if " " in printed.name else self._addressed.get(printed.name)
            person = self._enter(Person(printed.name, BODY if self._definite(start, printed) else sex))
        if person is None:
            return
        person.learn(printed)
        person.mentions += 1
        if person.mentions <= DESCRIBED:
            self._describe(person, start, end)
        self.starts.append(start)
        self.mentioned.append(person)

    def _definite(self, start: int, printed: Printed) -> bool:
        """Whether "the" stands before a name with neither title nor first name, so that it is no person's: "the Harlow Echo"."""
        the = printed.before[-1:] in (("The",), ("the",)) or self.text[max(0, start - 4) : start].lower() == "the "
        return the and not printed.titles and printed.first not in first_names()

    @functools.cached_property
    def _addressed(self) -> dict[str, str | None]:
        """Surnames behind "Mr." or "Ms." anywhere in the text, and the sex this tells; None: both are printed."""
        found: dict[str, str | None] = {}
        for sex, address in addresses().items():
            for surname in address.findall(self.text):
                found[surname] = sex if found.get(surname, sex) == sex else None
        return found

    @functools.cached_property
    def _first(self) -> dict[Person, int]:
        """Where everybody is named first."""
        return dict(zip(reversed(self.mentioned), reversed(self.starts), strict=True))

    def met_before(self, person: Person, position: int) -> bool:
        """Whether somebody is named before `position`."""
        return self._first.get(person, position) < position

    @functools.cached_property
    def _holders(self) -> dict[str, list[Person]]:
        """Everybody of whom a role is told, by role."""
        holders: dict[str, list[Person]] = {}
        for person in self.people:
            for role in person.roles:
                holders.setdefault(role, []).append(person)
        return holders

    def _sex_before(self, start: int) -> str | None:
        """The sex that the word right before a name tells: "the first lady, Ida Holm", "her brother Karl Berg"."""
        before = AHEAD.search(self.text[max(0, start - 60) : start])
        return sex_of(before[1].split()[-1].lower()) if before else None

    def _enter(self, person: Person) -> Person:
        self.people.append(person)
        self._by_name[person.name] = person
        self._by_surname.setdefault(surname_of(person.name).lower(), []).append(person)
        if " " in person.name:
            self._by_first.setdefault(person.name.split(maxsplit=1)[0].lower(), []).append(person)
        return person

    def _known(self, name: str, family_name: str, gender: str | None = None, titles: frozenset[str] = frozenset()) -> Person | None:
        """Person met before under this name, under a form of it, or under its surname alone; of two, who bears the title."""
        exact = self._by_name.get(name)
        if exact:
            return exact
        family = self._by_surname.get(family_name)
        if not family:
            return None
        candidates = [person for person in family[-FAMILY:] if not gender or person.gender in (None, gender)]
        suffix = suffix_of(name)
        if name.count(" ") == bool(suffix):
            if len(candidates) == 1 and not suffix:
                return candidates[0]
            same = [person for person in candidates if suffix_of(person.name) == suffix]
            ranked = same or ([] if suffix else candidates)
            return max(
                ranked, key=lambda person: (not titles.isdisjoint(person.roles), not described(person.name), person.mentions), default=None
            )
        for person in candidates:
            if same_person(person.name, name) if " " in person.name else may_be_called(person, gender, titles):
                return person if sainted(name) else self._renamed(person, name)
        return None

    def _renamed(self, person: Person, name: str) -> Person:
        """The person, under the fuller of two names."""
        self._by_name[name] = person
        if " " not in person.name:
            person.name = name
            self._by_first.setdefault(name.split(maxsplit=1)[0].lower(), []).append(person)
        return person

    def _describe(self, person: Person, start: int, end: int) -> None:
        """Roles and nations in an apposition behind the name, or in small letters before it."""
        behind = BEHIND.match(self.text, end, end + 80) if self.text.startswith(", ", end) else None
        if behind:
            found = roles_behind(behind[1])
            person.roles |= found
            person.nations |= nations(behind[1].split()) if found else frozenset()
        before = self.text[max(0, start - 60) : start]
        ahead = AHEAD.search(before) if _may_tell(before) else None
        if ahead:
            found = roles_before(ahead[1].split(), apart=ahead[0].endswith(", "))
            person.roles |= found
            person.nations |= nations(ahead[1].split()) if found else frozenset()

    def named(self, surface: str) -> Person | None:
        """Person a printed phrase names: as its head, "the mayor, Ida Holm", or as whose words a document gives, "Holm's letter".

        Looked up once for every form in print.
        """
        if not self.people:
            return None
        if surface not in self._found:
            found = next(filter(None, (self._called(*printed) for printed in names_in(surface))), None)
            small = found is None and surface.lower() in data()["names"]["also_words"]
            self._found[surface] = self._known(surface, surface.lower()) if small else found  # "Long"
        return self._found[surface]

    def at(self, position: int) -> Person | None:
        """Person whose name is printed at `position`."""
        number = bisect_left(self.starts, position)
        return self.mentioned[number] if number < len(self.starts) and self.starts[number] == position else None

    def apposed(self, end: int, surface: str) -> Person | None:
        """Person whose name stands right behind a description that ends at `end`: "its founder, Anna Koval", "the mayor (Ida Holm)"."""
        if self.text[end : end + 2] not in (", ", " (") or not is_person(head_noun(surface)):
            return None
        introduced = INTRODUCED.match(self.text, end + 2)
        told = introduced and introduced[1] in listed("words.toml", "reference", "introducing")
        return self.at(introduced.end() if introduced and told else end + 2)

    def _called(self, name: str, gender: str | None = None, titles: frozenset[str] = frozenset()) -> Person | None:
        """Person of this name, of the sex and the office its titles tell; else the only one whose first name it is."""
        printed = name.title() if name.isupper() and len(name) > 3 else name
        person = self._known(printed, surname_of(printed).lower(), gender, titles)
        first = self._by_first.get(name.lower(), [])
        if person or " " not in name:
            return person or (first[0] if len(first) == 1 else None)
        bare, last = name.rsplit(" ", 1)
        return self._called(bare) if word(last).verb and word(last).forms & (PAST | S) else None

    def first_between(self, begin: int, end: int, gender: str) -> Person | None:
        """First compatible person named from `begin` on, before `end`: the likely subject."""
        return self._compatible(iter(self.within(begin, end)), gender)

    def within(self, begin: int, end: int) -> list[Person]:
        """Persons named from `begin` on, before `end`, in order; one for every time."""
        return self.mentioned[bisect_left(self.starts, begin) : bisect_left(self.starts, end)]

    def nearest(self, position: int, gender: str) -> Person | None:
        """Compatible person named last before `position`."""
        return self._compatible(self._before(position), gender)

    def _compatible(self, mentioned: Iterator[Person], gender: str) -> Person | None:
        """First person of this gender; one whose gender is unknown stands back where the gender is female, or where it may be no person."""
        unknown: Person | None = None
        for person in mentioned:
            if person.gender == gender or (gender == "male" and person.gender is None and person.sure):
                return person
            unknown = unknown or (person if person.gender is None else None)
        return unknown

    def _before(self, position: int) -> Iterator[Person]:
        stop = bisect_left(self.starts, position)
        return iter(dict.fromkeys(reversed(self.mentioned[max(0, stop - MEMORY) : stop])))

    def in_role(self, position: int, phrase: str) -> Person | None:
        """Person named last before `position` who holds the office a phrase like "the top US diplomat" names, in the country it names."""
        plain = unowned(phrase)
        head = head_of(plain.lower().split())
        exact = offices(plain)
        wanted = titled(head).union(*map(titled, exact))
        if not wanted:
            return self._last_that(position, {head}, phrase)
        found = self._last_that(position, exact, phrase)
        if found is None and any(office.split()[0] in data()["roles"]["lower"] for office in exact):
            return None  # "the vice president" is not the president
        return found or self._last_that(position, wanted, phrase)

    def only_in_role(self, phrase: str) -> Person | None:
        """The one person of the part who holds the office a headline names: "Vicar brands bypass ‘wicked’"."""
        head = head_of(unowned(phrase).lower().split())
        wanted = titled(head) if can_speak(head) else frozenset()
        holders = list(dict.fromkeys(person for role in wanted for person in self._holders.get(role, [])[:2]))  # two are too many
        return holders[0] if len(holders) == 1 and may_be(holders[0], phrase) else None

    def _last_that(self, position: int, roles: Collection[str], phrase: str) -> Person | None:
        """Person named last who has one of the roles and whose country the phrase names, else one whose country is unknown."""
        if not any(role in self._holders for role in roles):
            return None
        wanted = nations(phrase.split())
        stateless: Person | None = None
        for person in self._before(position):
            if person.roles.isdisjoint(roles):
                continue
            if not wanted or wanted & person.nations:
                return person
            stateless = stateless or (person if not person.nations else None)
        return stateless


def _may_tell(before: str) -> bool:
    """Whether words before a name may tell a role of its bearer's: they end in a noun for one person, or in a comma."""
    if before[-1:] != " " or not before[-2:-1].isalpha():
        return before.endswith(", ")
    noun = LAST.search(before.rsplit(maxsplit=1)[-1])
    return noun is not None and is_person(noun[0])
