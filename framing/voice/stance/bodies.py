"""Bodies and countries that "it" and "its" stand for: "The council met on Monday. Its greed", "Russia broke the truce. It shelled"."""

from framing.voice.classes.nouns import CAP, DEFINITE, PLURAL, POSSESSOR, PRONOUN, ROLE, UPPER
from framing.voice.classes.verbs import AUXILIARY, BE, LOOSE
from framing.voice.cues import Word
from framing.voice.people.names import nameless
from framing.voice.people.roles import is_person, is_seat
from framing.voice.stance.by_agents import by_agent
from framing.voice.stance.earlier import Said, sentences
from framing.voice.stance.nominal import first_verb, is_verb, names_person, printed
from framing.voice.stance.readings import is_past
from framing.voice.stance.subjects import subject
from framing.voice.stance.target_words import words_of
from framing.voice.steps import holds
from framing.voice.units import Phrase

REACH = 9
"""Words behind a name within which "its" may point to it."""


def is_body(words: list[Word], phrase: Phrase) -> bool:
    """Whether a noun phrase names a body or a country, which acts and is meant by "it"."""
    head, inside = words[phrase[1] - 1], words[slice(*phrase)]
    if is_seat(head.lower):
        return bool(head.tags & CAP)
    if head.tags & PRONOUN or is_person(head.lower) or head.tags & PLURAL:
        return False
    if not head.tags & CAP:
        return bool(head.tags & ROLE)
    name = [here for here in inside if here.tags & CAP]
    if any(names_person(here) for here in inside):
        return False
    told = any(here.tags & (ROLE | UPPER) or nameless(here.lower) for here in name)
    return told or words[phrase[0]].lower == "the"


def acting_before(words: list[Word], end: int) -> str | None:
    """The nearest subject before word `end` that is a body, "The council lost because it"; none where another country stands between."""
    subjects = (subject(words, number) for number in range(end - 1, 0, -1) if is_verb(words, number))
    found = next((found for found in subjects if found and is_body(words, found)), None)
    if found is None or any(here.tags & CAP and is_seat(here.lower) for here in words[found[1] : end]):
        return None  # "will punish Russia if it"
    return printed(words, found)


def about_before(said: Said) -> tuple[list[Word], Phrase | None]:
    """The sentence before, and whom it is about: the subject of its first verb."""
    words: list[Word] = next(sentences(said.before), [])
    first = first_verb(words, range(1, len(words)))
    return words, subject(words, first) if first is not None else None


def told_before(said: Said, *, things: bool = False) -> str | None:
    """The body, or the thing if `things`, that the sentence before is about: the subject of its first verb, unless that is the speaker."""
    words, found = about_before(said)
    if found is None or not (is_body(words, found) or _is_place(words, found, said.before) or _is_one_thing(words, found, things=things)):
        return None
    return None if words[found[1] - 1].lower in said.source() else printed(words, found)


def named_before(said: Said, noun: str) -> str | None:
    """The name that "the company" or "the country" stands for: that of what the sentence before is about, if it is one."""
    words, found = about_before(said)
    if found is None:
        return None
    name = words[found[1] - 1]
    if not name.tags & CAP or name.lower == noun or name.lower in said.source():
        return None
    country = noun in words_of("countries")
    fits = _is_place(words, found, said.before) if country else _is_one_thing(words, found, things=False)
    return printed(words, found) if fits else None


def doer_before(said: Said) -> str | None:
    """Who did what the sentence before tells: the subject of its first verb, of a passive the agent; nobody whom a pronoun names."""
    words: list[Word] = next(sentences(said.before), [])
    for number in range(1, len(words)):
        found = subject(words, number) if is_verb(words, number) else None
        if found is None or words[found[1] - 1].tags & PRONOUN:
            continue
        last = number
        while last + 1 < len(words) and words[last].tags & (AUXILIARY | LOOSE) and is_verb(words, last + 1):
            last += 1
        passive = is_past(words[last]) and holds(words[number:last], BE)
        done = by_agent(words, last + 1) if passive else found
        speaks = done is not None and words[done[1] - 1].lower in said.source()
        return None if done is None or speaks or words[done[1] - 1].tags & PRONOUN else printed(words, done)
    return None


def _is_place(words: list[Word], phrase: Phrase, before: str) -> bool:
    """Whether a noun phrase is one name that is a country's: something is in it, or somebody of it, "Narvian"."""
    name = words[phrase[0]]
    alone = phrase[1] - phrase[0] == 1 and name.tags & CAP and not name.tags & PRONOUN
    return bool(alone) and any(told in before for told in (f" in {name.surface} ", f"{name.surface}n ", f" in {name.surface}."))


def _is_one_thing(words: list[Word], phrase: Phrase, *, things: bool) -> bool:
    """Whether a noun phrase names something that its own sentence calls "it", "Orvane shut its last mine"; "the siege" if `things`."""
    head, opening = words[phrase[1] - 1], words[phrase[0]]
    if head.tags & (PRONOUN | PLURAL) or is_person(head.lower) or names_person(head) or head.lower in words_of("moments"):
        return False
    if head.tags & CAP:
        return any(here.lower in ("its", "itself", "which") for here in words[phrase[1] : phrase[1] + REACH])
    owned = holds(words[phrase[0] : phrase[1] - 1], POSSESSOR)
    return things and (bool(opening.tags & DEFINITE) or owned)
