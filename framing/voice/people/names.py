"""Names as printed: the titles before a name, and what of a run of capitalised words is no part of it."""

import functools
import re
from collections.abc import Mapping
from typing import Any, NamedTuple

from framing.voice.classes.between import CLOSED
from framing.voice.classes.nouns import PLURAL, TIME
from framing.voice.classes.verbs import AUXILIARY, ED, FINITE, INGTAG
from framing.voice.cues import closed_class, word
from framing.voice.forms import can_speak, speakers
from framing.voice.lists import lists

APOSTROPHES = ("'", "\u2019")
POSSESSIVES = ("'s", "\u2019s", *APOSTROPHES)
BARE = re.compile(r"[A-Z][a-z\u00e0-\u017f'\u2019-]+")
LONGEST_NAME = 7
"""Letters from which a word in -ed or -ing before a name is taken for no first name."""
NO_SURNAME = ED | INGTAG | PLURAL
INITIAL = re.compile(r"[A-Z]\.?$|(?:[A-Z]\.)+[A-Z]?$")


def unowned(phrase: str) -> str:
    """A phrase without the possessive it ends in: "the mayor" of "the mayor's"."""
    if not phrase.endswith(POSSESSIVES):
        return phrase
    return phrase[:-1] if phrase.endswith(APOSTROPHES) else phrase[:-2]


@functools.cache
def data() -> Mapping[str, Any]:
    """The lists of ``people.toml``."""
    return lists("people.toml")


@functools.cache
def titles() -> Mapping[str, str]:
    """Every title in lower case to the gender it tells: male, female or any."""
    return {title: gender for gender in ("any", "male", "female") for title in data()["titles"][gender]}


@functools.lru_cache(maxsize=1 << 14)
def pronoun(surface: str) -> str | None:
    """Return male, female, first or other for a pronoun, else None."""
    lower = surface.lower().replace("\u2019", "'")
    return _pronouns().get(lower)


@functools.cache
def _pronouns() -> dict[str, str]:
    kinds: dict[str, str] = {}
    for kind, words in data()["pronouns"].items():
        for pronoun in words:
            kinds.setdefault(pronoun, kind)
    return kinds


@functools.cache
def first_names() -> Mapping[str, str | None]:
    """First names in lower case to the gender they tell, if any."""
    told = {"either": None, "male": "male", "female": "female"}
    return {name: gender for kind, gender in told.items() for name in data()["first_names"][kind]}


@functools.cache
def _lists(*path: str) -> frozenset[str]:
    found: Any = data()
    for key in path:
        found = found[key]
    return frozenset(found)


class Printed(NamedTuple):
    """A run of capitalised words taken apart."""

    titles: frozenset[str]
    """Titles before the name, in lower case: "secretary", "secretary of state"."""
    name: str
    """The bare name without middle initials; empty: none."""
    before: tuple[str, ...] = ()
    """Words before the name that describe its bearer, as printed: "French", "Democrat"."""
    gender: str | None = None
    """What the titles tell."""
    family: str = ""
    """Surname in lower case."""
    first: str = ""
    """First word of the name in lower case."""
    person: bool = False
    """It looks like a person's even if nobody of this name was met before."""


@functools.lru_cache(maxsize=1 << 14)
def split_title(surface: str) -> Printed:
    """Split a run of capitalised words into the titles before a name, in lower case, and the bare name.

    Examples
    --------
    >>> printed = split_title("Secretary of State Anna Koval's")
    >>> sorted(printed.titles), printed.name
    (['secretary', 'secretary of state'], 'Anna Koval')
    """
    tokens = unowned(surface).split()
    plain = [token.lower().rstrip(".") for token in tokens]
    found, begin = (set(), 0) if titles().keys().isdisjoint(plain) else _titled(tokens, plain)
    begin = _past_sentence(tokens, plain, _past_descriptions(tokens, plain, begin))
    if begin + 2 < len(tokens) and _is_job(plain[begin]):
        found.add(plain[begin])
        begin += 1
    name = _bare(tokens[begin:] if begin else tokens)
    if not name:
        return Printed(frozenset(found), "")
    gender = next((titles()[title] for title in found if titles().get(title, "any") != "any"), None) if found else None
    person = personal(name) if " " in name else not titles().keys().isdisjoint(found) and _may_be_surname(name.lower())
    first = name.partition(" ")[0].lower()
    return Printed(frozenset(found), name, tuple(tokens[:begin]), gender, surname_of(name).lower(), first, person)


def _is_job(lower: str) -> bool:
    """Whether a word before two names tells what their bearer does: "Headteacher", "Striker"."""
    return can_speak(lower) and not lower.endswith("s") and lower not in first_names() and lower not in _no_jobs()


@functools.cache
def _no_jobs() -> frozenset[str]:
    """Words that can speak, or look so, and are no person's job."""
    return _lists("nouns", "groups") | _lists("nouns", "documents") | _lists("not_names", "words")


def _titled(tokens: list[str], plain: list[str]) -> tuple[set[str], int]:
    """Titles in a run of words, and where the words behind them begin; `plain` are the words in lower case without a full stop."""
    found: set[str] = set()
    begin = 0
    for number, title in enumerate(plain):
        if title in titles():
            found |= _titles_at(tokens, number)
            begin = number + 1
            if number + 2 < len(tokens) and tokens[number + 1] == "of":
                begin = number + 3 + (tokens[number + 2] == "the")
    return found, begin


def _may_be_surname(lower: str) -> bool:
    return surname(lower) or not nameless(lower)


def _titles_at(tokens: list[str], number: int) -> set[str]:
    """The title at a word, alone, with the word before it ("foreign minister") and with "of" behind it."""
    plain = tokens[number].lower().rstrip(".")
    found = {data()["titles"]["short"].get(plain, plain)}
    if number and not closed_class(tokens[number - 1].lower()):
        found.add(f"{tokens[number - 1].lower()} {plain}")
    if number + 2 < len(tokens) and tokens[number + 1] == "of" and tokens[-1] != "the":
        found.add(f"{plain} of {tokens[number + 2 + (tokens[number + 2] == 'the')].lower()}")
    return found


def _past_descriptions(tokens: list[str], plain: list[str], begin: int) -> int:
    """Step over words before a name that are no part of it: sentence openers, parties, peoples, and what stands before a first name."""
    titled = begin > 0
    while begin < len(tokens) and _opens_sentence(plain[begin], titled=titled, alone=begin + 1 == len(tokens)):
        begin += 1
    while begin + 1 < len(tokens) and plain[begin] in _lists("descriptions", "words"):
        begin += 1
    if titled and begin < len(tokens) and tokens[begin].lower() not in first_names():
        named = (number for number in range(begin + 1, len(tokens) - 1) if tokens[number].lower() in first_names())
        begin = next(named, begin) if len(tokens) - begin > 2 else begin
    return begin


def _opens_sentence(lower: str, *, titled: bool, alone: bool) -> bool:
    """Whether a capitalised word belongs to a closed class, so that it is no name: "Meanwhile", "On"; but "Gov. Jan Brewer"."""
    if not closed_class(lower):
        return False
    if word(lower).tags & FINITE:
        asks = word(lower).tags & AUXILIARY and not (titled or alone or lower in first_names())
        return bool(asks) and lower not in _lists("names", "also_words")  # "Is Berg", but "Drew Berg"
    return (alone and not titled) or not (titled or lower in first_names()) or lower not in _lists("names", "also_words")


def _past_sentence(tokens: list[str], plain: list[str], begin: int) -> int:
    """Step over words of a sentence or headline before a name: "Attacks On Ida Holm", "Understated Berg", "Nurses Heckle Ida Holm"."""
    of = tokens.index("of") if "of" in tokens else len(tokens)
    for number in range(of - 2, begin, -1):
        if tokens[number][0].isupper() and _small(plain[number]):
            begin = number + 1
            break
    last = of - 1
    while begin < last and _participle(plain[begin]):
        begin += 1
    if begin < last - 1 and plain[begin].endswith("s") and can_speak(plain[begin]):
        begin = next((number for number in range(begin + 1, last) if plain[number] in first_names()), begin)
    return begin


def _small(lower: str) -> bool:
    """Whether a word within a run belongs to a closed class, as only headlines print it with a capital."""
    here = word(lower)
    small = here.tags & CLOSED or (here.tags & FINITE and here.verb)
    return bool(small) and len(lower) > 1 and not surname(lower) and lower not in _lists("names", "also_words")


def _ends_sentence(lower: str) -> bool:
    """Whether the last word of a run shows that it is a headline's: "Berg Says He", but "Ahmed Said"."""
    return _small(lower) and not word(lower).tags & FINITE


def _participle(lower: str) -> bool:
    """Whether a word before a name is a participle, too long for the names that look so: "Ahmed", "Ming"."""
    return len(lower) >= LONGEST_NAME and bool(word(lower).tags & (ED | INGTAG)) and lower not in _lists("names", "like_participles")


def _bare(tokens: list[str]) -> str:
    """A name without what follows "of", days behind it and middle initials; "J. K. Barr" keeps both."""
    if "of" in tokens:
        tokens = tokens[: tokens.index("of")]
    while len(tokens) > 1 and closed_class(tokens[-1].lower()) and word(tokens[-1]).tags & TIME:
        tokens = tokens[:-1]
    last = len(tokens) - 1
    whole = last < 2 or INITIAL.match(tokens[0])
    kept = tokens if whole else [token for number, token in enumerate(tokens) if not (0 < number < last and INITIAL.match(token))]
    if kept and suffix_of(kept[-1]):
        kept = [*kept[:-1], kept[-1].rstrip(".") + "." * (kept[-1][:1] in "JS")]
        return " ".join(token.rstrip(",") for token in kept)
    return " ".join(kept).rstrip(".")


@functools.lru_cache(maxsize=1 << 14)
def suffix_of(name: str) -> str:
    """The "jr" or "iii" a name ends in, else an empty string."""
    last = name.rpartition(" ")[2].lower().rstrip(".")
    return last if last in _lists("names", "suffixes") else ""


def surname_of(name: str) -> str:
    """Last word of a name that is no "Jr."."""
    last = name.rpartition(" ")[2]
    if not suffix_of(last):
        return last
    tokens = [token for token in name.replace(",", "").split() if not suffix_of(token)]
    return tokens[-1] if tokens else name


@functools.lru_cache(maxsize=1 << 14)
def same_person(one: str, other: str) -> bool:
    """Whether two names of more than one word, with the same surname, can be one person's: "Hillary Rodham Koval", "Hillary Koval"."""
    if suffix_of(one) != suffix_of(other):
        return False
    first, second = ([token.lower() for token in name.split() if not suffix_of(token)] for name in (one, other))
    shorter, longer = sorted((first, second), key=len)
    if longer[-len(shorter) :] == shorter or first[0] == second[0]:
        return True
    pair = {first[0].rstrip("."), second[0].rstrip(".")}
    initial = min(pair, key=len)
    return (len(initial) == 1 and all(name.startswith(initial) for name in pair)) or any(pair <= short for short in nicknames())


@functools.cache
def nicknames() -> tuple[frozenset[str], ...]:
    """First names that one person may bear in turn: "Robert", "Bob"."""
    return tuple(frozenset(names) for names in data()["names"]["nicknames"])


def personal(name: str) -> bool:
    """Whether a run of capitalised words looks like a person's full name."""
    suffixes = _lists("names", "suffixes")
    tokens = [lower for token in name.lower().split() if (lower := token.rstrip(".,")) not in suffixes]
    if not 2 <= len(tokens) <= 5 or len(tokens[-1]) == 1 or sainted(name) or _ends_sentence(tokens[-1]):
        return False
    if tokens[0] in first_names():
        return not nameless(tokens[-1]) or surname(tokens[-1])
    described = tokens[-1] in _lists("descriptions", "words")
    return len(tokens) < 5 and not described and _nameless().isdisjoint(tokens) and not name.isupper()


def sainted(name: str) -> bool:
    """Whether a name is a surname, a saint's or a place's that begins with "St.": it tells no first name."""
    return name.count(" ") == 1 and name.startswith(("St ", "St. "))


def surname(lower: str) -> bool:
    """Whether a word for bodies and places is a surname too: "Vicente Fox"."""
    return lower in _lists("names", "surnames")


def nameless(lower: str) -> bool:
    """Whether a word begins or ends names of bodies, places and things, or is a common noun for people."""
    return lower in _nameless()


@functools.cache
def _nameless() -> frozenset[str]:
    return _lists("not_names", "words").union(noun for noun in speakers() if noun.endswith("s"))


def bare_surname(name: str) -> bool:
    """Whether a capitalised word can be a surname of which no more is known, "Senn": no pronoun, participle or people, "Police"."""
    lower = name.lower()
    people = word(lower).tags & NO_SURNAME or lower in _lists("nouns", "groups")
    return bool(BARE.fullmatch(name)) and not (people or closed_class(lower))
