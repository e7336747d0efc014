"""Names, pronouns and role nouns to one speaker."""

import functools
import re
import tomllib
from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass, field
from importlib import resources
from typing import Any

from framing.voice.cues import can_speak

# A run of capitalised words, as a name with its titles is printed; small words inside a name join it.
SURNAME_SUFFIX = frozenset(["jr", "sr", "ii", "iii", "iv"])
POSSESSIVE = re.compile(r"['\u2019]s?$")
BEHIND = re.compile(r", (?:(?:the|a|an|who is|who was|whose) )?((?:[\w'\u2019-]+ ?){1,7})")
AHEAD = re.compile(r"(?<![\w'\u2019-])([\w'\u2019-]++(?: [\w'\u2019-]++){0,3}),? $")
HEAD_STOP = frozenset(["of", "for", "from", "in", "at", "with", "to", "on", "near", "who", "which", "and"])
MEMORY = 300
"""Mentions back to which a pronoun or a role noun can point."""


@functools.cache
def _data() -> Mapping[str, Any]:
    return tomllib.loads(resources.files("framing.voice").joinpath("people.toml").read_text(encoding="utf-8"))


@functools.cache
def _name_pattern() -> re.Pattern[str]:
    """A run of capitalised words, as a name with its titles is printed; small words inside a name join it."""
    stopped = "|".join(title.capitalize() for title in sorted(_titles(), key=len, reverse=True) if len(title) <= 5)
    token = rf"(?:(?:[A-Z]\.)+|(?=[A-Z][a-z]{{1,4}}\.)(?:{stopped}|Jr|Sr)\.|[A-Z][\w'\u2019-]*)"
    small = "(?:of|de|del|da|van|von|der|den|al|bin|la|le|el|dos|du|di)"
    return re.compile(rf"\b(?=[A-Z]){token}(?:(?: {small}){{0,2}} {token}|, [JS]r\b\.?){{0,8}}")


@functools.cache
def _titles() -> Mapping[str, str]:
    """Every title in lower case to the gender it tells: male, female or any."""
    return {title: gender for gender in ("any", "male", "female") for title in _data()["titles"][gender]}


@functools.cache
def _first_names() -> Mapping[str, str]:
    return {name: gender for gender in ("male", "female") for name in _data()["first_names"][gender]}


@functools.cache
def _not_names() -> frozenset[str]:
    return frozenset(_data()["not_names"]["words"])


@functools.cache
def headings() -> frozenset[str]:
    """Words before a colon that head a part of a page and name nobody."""
    return frozenset(_data()["headings"]["words"])


@functools.cache
def pronoun(surface: str) -> str | None:
    """Return male, female, first or other for a pronoun, else None."""
    lower = surface.lower().replace("\u2019", "'")
    return next((kind for kind, words in _data()["pronouns"].items() if lower in words), None)


@dataclass
class Person:
    """Somebody named in an article."""

    name: str
    gender: str | None = None
    roles: set[str] = field(default_factory=set)


class People:
    """Everybody named in one text, and where."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.people: list[Person] = []
        self._by_surname: dict[str, list[Person]] = {}
        self.starts: list[int] = []
        self.mentioned: list[Person] = []
        self._found: dict[str, Person | None] = {}
        for match in _name_pattern().finditer(text):
            self._meet(match.start(), match[0])

    def _meet(self, start: int, surface: str) -> None:
        titles, name, surname, gender, personal = _read(surface)
        if not name:
            return
        person = self._known(name, surname, gender)
        if person is None:
            if not personal:
                return
            person = Person(name, gender or _first_names().get(name.split()[0].lower()))
            self.people.append(person)
            self._by_surname.setdefault(surname, []).append(person)
            self._describe(person, start, start + len(surface))
        person.gender = person.gender or gender
        person.roles |= titles
        self.starts.append(start)
        self.mentioned.append(person)

    def _known(self, name: str, surname: str, gender: str | None) -> Person | None:
        """Person met before under this name, or under its surname."""
        family = self._by_surname.get(surname, [])[-MEMORY:]
        if not family:
            return None
        for person in reversed(family):
            if person.name == name:
                return person
        candidates = [person for person in family if not gender or person.gender in (None, gender)]
        if " " not in name:
            return candidates[0] if candidates else None
        shorter = next((person for person in candidates if person.name == surname), None)
        if shorter and len(name) > len(shorter.name) and " " not in shorter.name:
            shorter.name = name
            shorter.gender = shorter.gender or _first_names().get(name.split(maxsplit=1)[0].lower())
            return shorter
        return None

    def _describe(self, person: Person, start: int, end: int) -> None:
        """Roles in an apposition behind the name, or in small letters before it."""
        behind = BEHIND.match(self.text, end, min(len(self.text), end + 80))
        if behind:
            person.roles |= set(_roles_in(behind[1]))
        ahead = AHEAD.search(self.text[max(0, start - 40) : start])
        if ahead:
            person.roles |= _titles_in(ahead[1].split())

    def named(self, surface: str) -> Person | None:
        """Person a printed name stands for; looked up once for every form in print."""
        if surface not in self._found:
            self._found[surface] = self._find(surface)
        return self._found[surface]

    def _find(self, surface: str) -> Person | None:
        for match in reversed(list(_name_pattern().finditer(surface))):
            _, name = split_title(match[0])
            if name:
                people = self._by_surname.get(surname_of(name), [])
                exact = next((person for person in people if person.name == name), None)
                if exact or people:
                    return exact or people[0]
        return None

    def first_between(self, begin: int, end: int, gender: str) -> Person | None:
        """First compatible person named from `begin` on, before `end`: the likely subject."""
        for number in range(bisect_left(self.starts, begin), bisect_left(self.starts, end)):
            if self.mentioned[number].gender in (None, gender):
                return self.mentioned[number]
        return None

    def nearest(self, position: int, gender: str) -> Person | None:
        """Compatible person named last before `position`."""
        last = bisect_left(self.starts, position) - 1
        for number in range(last, max(-1, last - MEMORY), -1):
            if self.mentioned[number].gender in (None, gender):
                return self.mentioned[number]
        return None

    def in_role(self, position: int, phrase: str) -> Person | None:
        """Person named last before `position` who holds the role a phrase like "the top US diplomat" names."""
        tokens = phrase.lower().split()
        head = _head(tokens)
        wanted = {head, *_data()["roles"].get(head, ())}
        last = bisect_left(self.starts, position) - 1
        for number in range(last, max(-1, last - MEMORY), -1):
            if self.mentioned[number].roles & wanted:
                return self.mentioned[number]
        return None


def head_noun(phrase: str) -> str:
    """Head noun of a noun phrase, in lower case."""
    return _head(phrase.lower().split())


@functools.cache
def is_person(noun: str) -> bool:
    """Whether a singular noun names one person, by the list or its ending, and no group or document."""
    named = _data()["nouns"]
    return can_speak(noun) and noun not in named["groups"] and noun not in named["documents"] and not noun.endswith("s")


def _head(tokens: list[str]) -> str:
    """Head noun of a noun phrase in lower case: its last word before "of", "for" and the like."""
    for number, token in enumerate(tokens):
        if number and token in HEAD_STOP:
            tokens = tokens[:number]
            break
    if len(tokens) > 1 and tokens[-2:] == ["prime", "minister"]:
        return "prime minister"
    return tokens[-1] if tokens else ""


def _titles_in(tokens: list[str]) -> set[str]:
    """Roles among the small words before a name: "prime minister", "the secretary of state, "."""
    plain = [token.lower() for token in tokens]
    if "of" in plain[1:-1]:
        at = plain.index("of", 1)
        return {plain[at - 1], " ".join(plain[at - 1 : at + 2])} if can_speak(plain[at - 1]) else set()
    found = {low for token, low in zip(tokens, plain, strict=True) if token[0].islower() and can_speak(low)}
    return found | {" ".join(plain[-2:])} if found and len(plain) > 1 else found


def _roles_in(apposition: str) -> list[str]:
    tokens = apposition.lower().split()
    for number, token in enumerate(tokens):
        if number and token in HEAD_STOP:
            tokens = tokens[:number]
            break
    return [token for token in tokens[-2:] if can_speak(token)]


@functools.lru_cache(maxsize=1 << 14)
def split_title(surface: str) -> tuple[frozenset[str], str]:
    """Split a run of capitalised words into the titles before a name, in lower case, and the bare name.

    Examples
    --------
    >>> titles, name = split_title("Secretary of State Anna Koval's")
    >>> sorted(titles), name
    (['secretary', 'secretary of state'], 'Anna Koval')
    """
    tokens = POSSESSIVE.sub("", surface).split()
    known, short = _titles(), _data()["titles"]["short"]
    titles: set[str] = set()
    begin = 0
    for number, token in enumerate(tokens):
        plain = token.lower().rstrip(".")
        if plain in known:
            titles.add(short.get(plain, plain))
            if number and tokens[number - 1].lower() in ("prime", "foreign", "vice"):
                titles.add(f"{tokens[number - 1].lower()} {plain}")
            begin = number + 1
            if number + 2 < len(tokens) and tokens[number + 1] == "of":
                titles.add(f"{plain} of {tokens[number + 2].lower()}")
                begin = number + 3
    while begin < len(tokens) and _small(tokens[begin]):
        begin += 1
    kept = tokens[begin:]
    if "of" in kept:
        kept = kept[: kept.index("of")]
    initials = [number for number, token in enumerate(kept) if 0 < number < len(kept) - 1 and len(token) <= 2 and token[0].isupper()]
    return frozenset(titles), " ".join(token for number, token in enumerate(kept) if number not in initials).rstrip(".")


@functools.lru_cache(maxsize=1 << 14)
def _read(surface: str) -> tuple[frozenset[str], str, str, str | None, bool]:
    """Titles, bare name and surname of a run of capitalised words, the gender its titles tell, and whether it can be a person."""
    titles, name = split_title(surface)
    gender = next((_titles()[title] for title in titles if _titles().get(title, "any") != "any"), None)
    return titles, name, surname_of(name), gender, bool(titles & _titles().keys()) or _personal(name)


@functools.lru_cache(maxsize=1 << 14)
def surname_of(name: str) -> str:
    """Last word of a name that is no "Jr."."""
    tokens = [token for token in name.replace(",", "").split() if token.lower().rstrip(".") not in SURNAME_SUFFIX]
    return tokens[-1] if tokens else name


@functools.lru_cache(maxsize=1 << 14)
def _small(token: str) -> bool:
    """Whether a capitalised word is one of the closed classes: a sentence opener, not a name."""
    from framing.voice.cues import closed_class

    return closed_class(token.lower())


@functools.lru_cache(maxsize=1 << 14)
def _personal(name: str) -> bool:
    """Whether a run of capitalised words looks like a person's full name."""
    tokens = name.split()
    if not 2 <= len(tokens) <= 4:
        return False
    lowered = [token.lower().rstrip(".") for token in tokens]
    if lowered[0] in _first_names():
        return True
    return not any(token in _not_names() for token in lowered if token not in ("jr", "sr")) and not name.isupper() and "of" not in lowered
