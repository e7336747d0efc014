"""What a person is called besides a name: the roles and nations in an apposition or a description."""

import functools
import re
from collections.abc import Iterable
from itertools import pairwise

from framing.voice.classes.between import COORD, PREP, SUBORD
from framing.voice.classes.nouns import ARTICLE, DET, ROLE, SUBJECT, TIME
from framing.voice.classes.verbs import BE, ED, FINITE, HAVE, INGTAG, LOOSE, LY, MODAL, PREDICATE
from framing.voice.cues import word
from framing.voice.forms import can_speak
from framing.voice.lists import listed
from framing.voice.people.names import data, first_names, split_title, titles, unowned

# Classes of words that alone make no speaker: "recently said".
NOBODY = LOOSE | PREP | COORD | SUBORD | MODAL | TIME
# Days and verbs, which are no part of the noun phrase before them.
BEHIND_PHRASE = TIME | FINITE | BE | HAVE
# Words that stand in no phrase of place between a role and its name.
NO_PLACE = FINITE | BE | HAVE | ED | SUBJECT | COORD | INGTAG | SUBORD
# An unknown people is told by its ending: "the Narvian envoy", "Zellish officials".
PEOPLE = re.compile(r"[A-Z]\w{2,}(?:ians?|ish|ese|eans?|nians?)$")
# A short apposition, to its noun.
APPOSED = re.compile(r", (?:a|an|the) (?:[\w-]+ ){0,2}?([a-z-]+)(?=[,.;]| (?:that|which|of|in|based|for)\b)")
STEM = 4
"""Letters a country shares with its people: Narvia, Narvian."""


@functools.cache
def head_stop() -> frozenset[str]:
    """Words that end the head of a noun phrase: "of", "who"."""
    return frozenset(data()["roles"]["head_stop"])


def head_noun(phrase: str) -> str:
    """Head noun of a noun phrase, in lower case."""
    return head_of(phrase.lower().split())


def head_of(tokens: list[str]) -> str:
    """Head noun of a noun phrase in lower case: its last word before "of", "for" and the like."""
    plain = before_stop(tokens)
    return " ".join(plain[-2:]) if plain[-2:] == ["prime", "minister"] else plain[-1] if plain else ""


def before_stop(tokens: list[str]) -> list[str]:
    """The words of a noun phrase up to its head."""
    stop = head_stop()
    if stop.isdisjoint(tokens):
        return tokens
    return next((tokens[:number] for number, token in enumerate(tokens) if number and token in stop), tokens)


@functools.lru_cache(maxsize=1 << 14)
def is_person(noun: str) -> bool:
    """Whether a singular noun names one person, by the list or its ending, and no group or document."""
    named = data()["nouns"]
    return (
        can_speak(noun)
        and noun not in named["groups"]
        and noun not in named["documents"]
        and (not noun.endswith("s") or noun.endswith("ss"))
    )


def one_person(phrase: str, sex: str) -> bool:
    """Whether a phrase without a name is for one person, who may be of this sex: "one of the nurses", "a driver", not "some"."""
    head = head_noun(phrase)
    if head == "one":
        return "of" in phrase.split()
    named = head.title() in phrase.split()
    told = split_title(phrase).gender if named else sex_of(head)  # "Ada King" is no king
    return is_person(head) and head not in data()["nouns"]["many"] and told in (None, sex)


@functools.cache
def sex_of(head: str) -> str | None:
    """Whether a noun names a man or a woman, male or female; None: either."""
    told = next((sex for sex, nouns in data()["sex"].items() if head in nouns), titles().get(head, "any"))
    return told if told != "any" else None


@functools.lru_cache(maxsize=1 << 12)
def titled(head: str) -> frozenset[str]:
    """A role noun and the titles of those it can point back to; empty: it is no office, anybody may be called so."""
    wanted = frozenset([head, *data()["roles"]["heads"].get(head, ())])
    return wanted if len(wanted) > 1 or head in titles() else frozenset()


@functools.cache
def exclusive() -> frozenset[str]:
    """Offices of which a person holds one at a time."""
    return frozenset(data()["roles"]["exclusive"])


def offices(phrase: str) -> frozenset[str]:
    """Offices of two words in a description: "foreign minister", "secretary of state"."""
    tokens = phrase.lower().split()
    head = head_of(tokens)
    plain = before_stop(tokens)
    found = {" ".join(plain[-2:])} if len(plain) > 1 else set()
    if "of" in tokens[1:-1]:
        found.add(f"{head} of {tokens[tokens.index('of', 1) + 1]}")
    return frozenset(found)


def roles_before(tokens: list[str], *, apart: bool) -> set[str]:
    """Roles in the words before a name: "prime minister"; `apart`, behind a comma, of where as well: "the head of the ward, Ida Holm".

    A word between the role and the name ends it: "the mayor thanked Ida Holm".
    """
    at = len(tokens) - 1
    while apart and at > 0 and not (tokens[at].islower() and is_person(tokens[at])):
        if word(tokens[at]).verb or word(tokens[at]).tags & NO_PLACE:
            return set()
        at -= 1
    found = {token for token in tokens[at : at + 1] if token[0].islower() and is_person(token)}
    return found | {" ".join(tokens[at - 1 : at + 1]).lower()} if found and at else found


def roles_behind(apposition: str) -> set[str]:
    """Roles in an apposition behind a name: "the foreign minister", "mayor of Zell"."""
    tokens = apposition.split()
    plain = before_stop([token.lower() for token in tokens])
    found = {token for token in plain[-2:] if is_person(token) and token not in data()["nouns"]["many"]}
    return found | offices(apposition) if found and _closes(tokens) else set()


def body_behind(text: str, first: str, end: int) -> bool:
    """Whether a name that ends at `end`, of this first word, has a body for its apposition: "Harlow Salt, a company,"."""
    told = APPOSED.match(text, end) if text.startswith(", ", end) else None
    return told is not None and told[1] in data()["nouns"]["groups"] and first not in first_names()


@functools.cache
def addresses() -> dict[str, re.Pattern[str]]:
    """Patterns of a surname behind "Mr.", "Ms." and their like, by the sex they tell."""
    return {sex: re.compile(rf"{_any_of(forms)}[ \u00a0](\w[\w-]*)") for sex, forms in data()["titles"]["address"].items()}


def _any_of(forms: list[str]) -> str:
    """Pattern of any of some words, found many times as fast as it begins with a plain set of characters, their first letters."""
    rest = (rf"(?<={form[0]}){re.escape(form[1:])}" for form in forms)
    return rf"[{''.join({form[0] for form in forms})}](?<!\w.)(?:{'|'.join(rest)})"


def _closes(tokens: list[str]) -> bool:
    """Whether words behind a name and a comma are all an apposition: not "the mayor said" in "Unlike Ida Holm, the mayor said"."""
    verbal = [word(token).tells or bool(word(token).tags & (PREDICATE | LY)) for token in tokens]
    groups = sum(here and not before for before, here in pairwise(verbal))
    return groups <= any(token in ("who", "that", "which") for token in tokens)


@functools.cache
def _countries() -> dict[str, str]:
    named = data()["nations"]
    return {form: country for country, forms in named.items() for form in (country, *forms)}


def is_country(name: str) -> bool:
    """Whether a name in lower case is that of a country of the list, not of its people or its capital."""
    return name in data()["nations"]


def is_seat(name: str) -> bool:
    """Whether a name in lower case is that of a country, of its capital or of its people."""
    return name in _countries()


def nations(words: Iterable[str]) -> frozenset[str]:
    """Countries that words name or whose people they name; of a country that is in no list, its first letters."""
    return _nations(tuple(words))


@functools.lru_cache(maxsize=1 << 14)
def _nations(words: tuple[str, ...]) -> frozenset[str]:
    found, countries = set(), _countries()
    surfaces = [unowned(token.strip(",.()")) for token in words]
    for number, surface in enumerate(surfaces):
        known = countries.get(f"{surface} {surfaces[number + 1]}".lower()) if number + 1 < len(surfaces) else None
        if surface[:1].isupper():
            known = known or countries.get(surface.lower())
            if known is None and PEOPLE.match(surface) and not word(surface).verb:
                known = surface[:STEM].lower()
        if known:
            found.add(known)
    return frozenset(found)


def _first_word(phrase: str) -> str:
    return next(iter(phrase.split(maxsplit=1)), "").lower()


def indefinite(surface: str) -> bool:
    """Whether a phrase speaks of somebody new: "a mayor", "one of the nurses"."""
    return _first_word(surface) in listed("words.toml", "reference", "indefinite")


def definite(surface: str) -> bool:
    """Whether a phrase speaks of somebody told of before: "the mayor", "mayor", "Zell's mayor"."""
    if indefinite(surface):
        return False
    first = _first_word(surface)
    return surface[:1].islower() or first.endswith(("'s", "\u2019s")) or first in listed("words.toml", "reference", "definite")


@functools.lru_cache(maxsize=1 << 14)
def as_named(surface: str) -> str | None:
    """A phrase as a speaker's name, without a possessive; None for an adverb and the like, which names nobody."""
    tokens = unowned(surface).split()
    tags = [word(token).tags for token in tokens]
    ends = (at for at in range(1, len(tags)) if tags[at] & BEHIND_PHRASE and not tags[at] & DET)
    stop = next((at for at in ends if not (tags[at] & TIME and tags[at - 1] & ARTICLE)), len(tags))  # not "the Monday report"
    while stop > 1 and tags[stop - 1] & PREP:
        stop -= 1
    nobody = all(tag & NOBODY and not tag & ROLE for tag in tags[:stop])
    return None if nobody else " ".join(tokens[:stop])
