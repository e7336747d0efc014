"""Bodies with a name: "the charity Open Shore", later "the charity"; and the people that "they" stands for."""

import functools
import re

from framing.voice.classes.nouns import CAP, DET, OPENING, PLURAL, POSSESSOR, ROLE
from framing.voice.cues import closed_class, documents, word
from framing.voice.grammar import head_end, phrase_ending
from framing.voice.lists import listed, lists
from framing.voice.people.names import first_names, unowned
from framing.voice.people.persons import People
from framing.voice.people.roles import head_noun, head_of, one_person
from framing.voice.speakers import main_subject
from framing.voice.steps import first_of
from framing.voice.units import Phrase, Unit

DESCRIPTION = re.compile(r"[Tt]he (?:([a-z]+) )?([a-z]+)")
# A definite description with a name behind its head: "the campaign group Safe Roads".
NAMED = re.compile(r"[Tt](?<!\w[Tt])he (?:[a-z-]+ ){0,2}([a-z-]+) [A-Z][\w'\u2019-]*(?: (?:(?:of|for|and|the) )?[A-Z][\w'\u2019-]*){0,4}")
# A name with what its bearer is behind it: "Pensell, a drug company that".
NAME = r"[A-Z](?<!\w[A-Z])[\w'\u2019-]*+(?: (?:(?:of|for|and|the) )?[A-Z][\w'\u2019-]*+){0,4}+"
TOLD = re.compile(rf"({NAME}), (?:a|an|the) (?:[\w-]+ ){{0,3}}?([a-z-]+)(?=[,.]| (?:that|which|in|of|based)\b)")
# What parts the names of several persons.
ROW = re.compile(r",? and |, ")
REACH = 3000
"""Characters before a mention among which its full name is looked for."""


def full_name(people: People, position: int, surface: str, last: str | None) -> str | None:
    """Name under which the body was met last that `surface`, printed at `position`, calls "the charity"; `last` spoke last."""
    match = DESCRIPTION.fullmatch(surface)
    if match is None or match[2] not in listed("people.toml", "nouns", "groups"):
        return None
    start, which, kind = max(0, position - REACH), *match.groups()
    heads, text = _heads(kind), people.text
    before = text[start:position].lower()
    if last is None and not any(head in before for head in heads):
        return None
    runs = ((begin + len(run), run) for begin, run in people.capitalised if start <= begin < position and not run.isalpha())
    names = [(end, _body(run, heads, which)) for end, run in runs]
    if kind in before:
        names += [(found.end(), found[0]) for found in NAMED.finditer(text, start, position) if found[1] == kind]
        names += [(found.end(), found[1]) for found in TOLD.finditer(text, start, position) if found[2] == kind]
    found = max(((end, name) for end, name in names if name), default=(0, None))[1]
    called_so = last if last and which is None and kind in listed("people.toml", "bodies", "any") else None
    return found or (called_so if called_so and _any_body(people, called_so, kind) else None)


def _any_body(people: People, name: str, kind: str) -> bool:
    """Whether a name tells not what kind of body it is, so that it may be "the group": "Amnesty Now", "NATO"; not "Zell Council"."""
    return _bears_name(people, name) and not any(token.lower() in _kinds(kind) for token in name.split())


def _bears_name(people: People, name: str) -> bool:
    """Whether a phrase is a name, of two words or in capitals, which nothing tells to be a person's or that of many."""
    tokens = name.removeprefix("the ").removeprefix("The ").split()
    if not tokens or not (len(tokens) > 1 or name.isupper()) or word(tokens[-1].lower()).tags & PLURAL:
        return False
    person = people.named(name)
    by_surname = people.text.count(tokens[-1]) > people.text.count(name)
    return all(token[0].isupper() for token in tokens) and not (person and (person.sure or by_surname))


@functools.cache
def _kinds(kind: str) -> frozenset[str]:
    """Words in the names of bodies that tell that they are of another kind."""
    rows = lists("people.toml")["bodies"]["rows"]
    return listed("people.toml", "nouns", "groups").union(head for kinds, *heads in rows if kind not in kinds.split() for head in heads)


def _body(run: str, heads: frozenset[str], which: str | None) -> str | None:
    """The name in a run of capitalised words if it ends in one of `heads`: "Zell Council" the council, "Harlow Water" the company.

    `which` is a word that tells which body is meant, "the appeals court", and is part of its name then.
    """
    tokens = unowned(run).split()
    if heads.isdisjoint([token.lower() for token in tokens]):
        return None
    while tokens and closed_class(tokens[0].lower()) and tokens[0] != "The":
        del tokens[0]
    named = len(tokens) > 1 and tokens[0].lower() not in first_names()  # "Ida Power" is no company
    told = which is None or which.title() in tokens
    return " ".join(tokens) if named and told and head_of([token.lower() for token in tokens]) in heads else None


@functools.cache
def _heads(kind: str) -> frozenset[str]:
    """Last words of names of bodies that are called so later: of a company "group", "water"; of any body the word itself."""
    rows = lists("people.toml")["bodies"]["rows"]
    return frozenset([kind, *(head for kinds, *heads in rows if kind in kinds.split() for head in heads)])


def many_named(known: tuple[People, ...], surface: str) -> str | None:
    """Names of several, if one of them is `known`: "Holm, Berg and the union" are "Ida Holm, Karl Berg and the union"."""
    parts = ROW.split(surface)
    found = [next(filter(None, (people.named(each) for people in known)), None) for each in parts]
    names = list(dict.fromkeys(person.name if person else each for person, each in zip(found, parts, strict=True)))
    return f"{', '.join(names[:-1])} and {names[-1]}" if any(found) and len(names) == len(parts) > 1 else None


def of_two(people: People, units: tuple[Unit, Unit | None], position: int, surface: str) -> str | None:
    """Which of the only two persons named from one of these sentences on "the former" and "the latter" are."""
    order: list[str] = lists("words.toml")["reference"]["of_two"]
    if surface.lower() not in order:
        return None
    for unit in filter(None, units):
        named = list(dict.fromkeys(person.name for person in people.within(unit.start, position)))
        if len(named) == len(order):
            return named[order.index(surface.lower())]
    return None


def people_before(unit: Unit, end: int, *, subject_alone: bool = False) -> Phrase | None:
    """People before word `end` for whom "they" behind it stands: the subject if it is many, else the last ones named."""
    subject = main_subject(unit, end)
    if subject and (_many(unit, subject[1] - 1) or _many(unit, head_end(unit, subject) - 1)):
        return subject
    for number in range(0 if subject_alone else end - 1, 0, -1):
        if _many(unit, number):
            return _from_determiner(unit, phrase_ending(unit, number))
    return None


def person_in(unit: Unit, sex: str) -> Phrase | None:
    """The person without a name whom a sentence tells of behind its verb: "Police stopped a driver."."""
    for number, here in enumerate(unit.words):
        if number and here.tags & ROLE and not here.tags & (CAP | POSSESSOR) and one_person(here.lower, sex):
            found = _from_determiner(unit, phrase_ending(unit, number))
            if found and unit.words[found[0]].tags & DET:
                return found
    return None


def body_before(people: People, unit: Unit) -> str | None:
    """The body or document that a sentence is about, for which "it" in the next stands: "The board met in Zell."."""
    text, subject = people.text, main_subject(unit, len(unit.words))
    surface = text[unit.starts[subject[0]] : unit.ends[subject[1] - 1]] if subject else ""
    owner = first_of(unit.words, range(*subject), POSSESSOR) if subject else None
    if subject and owner is not None and unit.words[subject[1] - 1].lower in listed("words.toml", "labels", "utterances"):
        surface = unowned(text[unit.starts[subject[0]] : unit.ends[owner]])  # "The union's position is clear."
    head = head_noun(surface)
    kind = head in listed("people.toml", "nouns", "groups") or head in documents(plural=False)
    return surface if kind or _bears_name(people, surface) else None


def _from_determiner(unit: Unit, found: Phrase | None) -> Phrase | None:
    """The phrase without a verb that was read into it: "angered its owners"."""
    if found is None:
        return None
    opening = (number for number in range(found[1] - 1, found[0], -1) if unit.words[number].tags & OPENING)
    return next(opening, found[0]), found[1]


def _many(unit: Unit, number: int) -> bool:
    here = unit.words[number]
    several = here.tags & PLURAL or here.lower in listed("people.toml", "nouns", "many")
    return bool(here.tags & ROLE and several and not here.tags & POSSESSOR)
