"""The words that report: verbs, nouns, adjectives and phrases, with the complements they take, in every form.

The lists are data (``cues.toml``, ``words.toml``); here they are read once, inflected by rule and looked up word by word.
"""

import functools
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from framing.voice.forms import FORMS, can_speak, frequent_verbs, inflected, irregular_verbs, plural_of
from framing.voice.lists import listed, lists

BASE, S, PAST, PART, ING = FORMS
TENSED = PAST | S  # forms that stand as finite verbs: "said", "says"
# A bit for each class in words.toml and a few that shape tells; inner loops test the first thirty: Python is twice as fast below 2 ** 30.
# fmt: off
_OFTEN = [
    "word", "signal", "comma", "stop", "colon", "semicolon", "dash", "open", "close", "mark",
    "quotation", "wh", "subordinator", "be", "have", "do", "modal", "finite", "subject", "object",
    "that", "to", "negation", "coordinator", "preposition", "determiner", "possessive", "capital", "adverb", "ly",
]
_SELDOM = [
    "article", "relative", "time", "period", "occasion", "plural", "number", "ed", "ing", "possessor",
    "role", "by", "pause", "upper", "small", "source", "indefinite", "definite", "plain",
]
# fmt: on
OPEN_CLASSES = ("finite", "occasion")  # of the classes in words.toml those that any new word may join
MOST_WORDS = 1 << 16
"""Words kept in mind, more than a corpus of a hundred thousand words has."""
TAG = {name: 1 << number for number, name in enumerate([*_OFTEN, *_SELDOM])}

BESIDE_MARKS = frozenset(["after", "quote"])
"""Complements of verbs that can stand beside words in marks."""


class Cue(NamedTuple):
    """A reporting word: its class, the complements it takes, and how far the outlet commits itself by choosing it."""

    lemma: str
    kind: str
    cue_class: str
    commitment: int
    frames: frozenset[str]
    particle: str = ""
    others: Mapping[str, tuple[str, int]] = {}
    """Complements that give it another class and commitment."""

    def classed(self, rule: str) -> tuple[str, int]:
        """Class and commitment where `rule` found what it reports: "call" labels, "call for" directs."""
        frame = "pred" if rule == "passive" and "pred" in self.frames else rule
        return self.others.get(frame, (self.cue_class, self.commitment))

    @property
    def speaks(self) -> bool:
        """Whether it is a verb of saying: it can stand beside words in marks, and labels or shows nothing."""
        return not self.frames.isdisjoint(BESIDE_MARKS) and self.cue_class not in ("cognitive", "label", "evidential")


# A class with slots, for the rules look at words more often than at anything else.
@dataclass(slots=True, eq=False)
class Word:
    """What the form of a word alone tells: lower-case form, class bits, and its reporting readings."""

    lower: str
    tags: int
    surface: str
    """As printed."""
    verb: Cue | None = None
    forms: int = 0
    noun: Cue | None = None
    adjective: Cue | None = None
    homograph: bool = False
    """More often a noun or an adjective than a verb."""
    phrasal: Mapping[str, Cue] | None = None
    """Cues this form makes with a word behind it: "point out", "refer to"."""
    lookalike: bool = False
    """It looks like another word, and its neighbours tell which it is: "May", "Rose", "Kelly", the "'s" of "who's"."""

    @property
    def tells(self) -> bool:
        """Whether it is a finite form of a reporting verb, and seldom anything else: "told", "thinks"."""
        return self.verb is not None and bool(self.forms & TENSED) and not self.homograph

    @property
    def says(self) -> bool:
        """Whether it is such a form of a verb of saying: "told", "says"."""
        return self.tells and self.verb is not None and self.verb.speaks


@functools.cache
def verbs() -> Mapping[str, tuple[Cue | None, int, Mapping[str, Cue]]]:
    """Every form of every reporting verb: its cue, the bits of the forms it can be, and its cues with a particle."""
    irregular, doubling = irregular_verbs()
    either = listed("cues.toml", "spelling", "either")  # "labelled" and "labeled"
    twice = either | listed("cues.toml", "spelling", "regular_too")
    unmet: tuple[Cue | None, int, dict[str, Cue]] = (None, 0, {})
    found: dict[str, tuple[Cue | None, int, dict[str, Cue]]] = {}
    for cue in _merged(lists("cues.toml"), "verbs"):
        spelled = inflected(cue.lemma, irregular, doubling) + (inflected(cue.lemma, {}, either) if cue.lemma in twice else ())
        for form, bits in spelled:
            plain, held, phrasal = found.get(form, unmet)
            if cue.particle:
                found[form] = plain, held | bits, phrasal | {cue.particle: cue}
            elif plain is None or plain.lemma == cue.lemma:
                found[form] = cue, held | bits, phrasal
    return found


@functools.cache
def nouns() -> Mapping[str, Cue]:
    """Every form of every reporting noun."""
    return {form: cue for cue in _merged(lists("cues.toml"), "nouns") for form in (cue.lemma, plural_of(cue.lemma))}


@functools.cache
def adjectives() -> Mapping[str, Cue]:
    """Every reporting adjective."""
    found: dict[str, frozenset[str]] = {}
    for frame, words in lists("cues.toml")["adjectives"].items():
        for word in words:
            found[word] = found.get(word, frozenset()) | {frame}
    return {word: Cue(word, "adjective", "cognitive", 0, frames) for word, frames in found.items()}


def _merged(data: Mapping[str, Any], kind: str) -> list[Cue]:
    """One cue a lemma: the class of its first row, the complements of all its rows."""
    found: dict[str, Cue] = {}
    switching = data["by_complement"]["classes"] if kind == "verbs" else ()
    for cue_class, complements, *entries in data[kind]["rows"]:
        frames, commitment = frozenset(complements.split()), data["commitment"][cue_class]
        for entry in entries:
            held = found.get(entry)
            if held:
                switched = cue_class in switching and cue_class != held.cue_class
                others = dict.fromkeys(frames - held.frames, (cue_class, commitment)) if switched else {}
                found[entry] = held._replace(frames=held.frames | frames, others={**held.others, **others})
            else:
                lemma, _, particle = entry.partition(" ")
                found[entry] = Cue(lemma, kind[:-1], cue_class, commitment, frames, particle)
    return sorted(found.values(), key=lambda cue: bool(cue.particle))


@functools.cache
def _closed() -> Mapping[str, int]:
    bits: dict[str, int] = {}
    classes = ((word, name) for name, words in lists("words.toml")["classes"].items() for word in words)
    for word, name in [*classes, *frequent_verbs()]:
        bits[word] = bits.get(word, 0) | TAG[name]
    return bits


_PUNCTUATION = {
    **dict.fromkeys(".!?…", "stop"),
    **dict.fromkeys("([", "open"),
    **dict.fromkeys(")]", "close"),
    **dict.fromkeys((*"—–―-", "--", "---"), "dash"),
    ",": "comma",
    ":": "colon",
    ";": "semicolon",
}


@functools.cache
def _names_in_capitals() -> frozenset[str]:
    return frozenset(lists("words.toml")["names"]["capitals"])


@functools.cache
def _lookalikes() -> frozenset[str]:
    return frozenset(word for words in lists("words.toml")["lookalikes"].values() for word in words)


@functools.cache
def _listed() -> frozenset[str]:
    """Every word of which a list tells more than its ending does."""
    return frozenset([*_closed(), *_sources(), *verbs(), *nouns(), *adjectives()])


class _Words(dict[str, Word]):
    """Words and marks as printed, each read when it is first met."""

    def __missing__(self, surface: str) -> Word:
        if len(self) >= MOST_WORDS:
            self.clear()
        found = self[surface] = _read(surface)
        found.lookalike = found.tags & _ADVERB_NAME == _ADVERB_NAME or surface in _lookalikes()
        return found


word: Callable[[str], Word] = _Words().__getitem__
"""Look up one word or mark as printed."""


def _read(surface: str) -> Word:
    first = surface[:1]
    if not first.isalnum() and first != "_" and not surface[1:].isalpha():
        kind = _PUNCTUATION.get(surface, "mark")
        return Word(surface, TAG[kind] | (SIGNAL if kind == "colon" else 0), surface)
    lower = surface.lower()
    tags = _WORD if first.islower() else _printed(surface)
    if not (lower.isalpha() and lower.isascii()):
        lower = lower.replace("\u2019", "'").replace("\u02bc", "'")
        tags |= TAG["possessor"] if lower.endswith(("'s", "s'")) and len(lower) > 2 else 0
    return _known(surface, lower, tags) if lower in _listed() else Word(lower, tags | _shape(lower), surface)


def _known(surface: str, lower: str, tags: int) -> Word:
    """A word of the lists; `tags` are what its print tells."""
    closed = 0 if surface in _names_in_capitals() else _closed().get(lower, 0)
    auxiliary = closed & (TAG["be"] | TAG["have"])  # "having" is a participle, "during" is none
    tags |= closed | (0 if closed & ~TAG["occasion"] and not auxiliary else _shape(lower))
    if names_source(surface):
        tags |= SIGNAL | TAG["source"]
    verb, forms, phrasal = verbs().get(lower, (None, 0, {}))
    noun, adjective = nouns().get(lower), adjectives().get(lower)
    verb = verb or next(iter(phrasal.values()), None)
    if not (verb or noun or adjective):
        return Word(lower, tags, surface)
    homograph = noun is not None or (
        verb is not None and forms & (BASE | S) > 0 and verb.lemma in listed("cues.toml", "spelling", "homographs")
    )
    return Word(lower, tags | SIGNAL, surface, verb, forms, noun, adjective, homograph, phrasal)


def names_source(surface: str) -> bool:
    """Whether a word may stand in a phrase that names a source: "according", or "For" at the start of a sentence."""
    lower = surface.lower()
    return lower in _sources() and (surface[0].isupper() or lower not in listed("cues.toml", "phrases", "openers"))


@functools.cache
def _sources() -> frozenset[str]:
    return frozenset().union(*(listed("cues.toml", "phrases", kind) for kind in ("source", "borrowed", "soundings", "openers")))


def _printed(surface: str) -> int:
    """Bits that the print of a word tells."""
    first = surface[0]
    tags = _WORD | (TAG["capital"] if first.isupper() else TAG["number"] if first.isdigit() else 0)
    return tags | TAG["upper"] if len(surface) > 2 and surface.isupper() else tags


_WORD, SIGNAL, _ROLE, _PLURAL = TAG["word"], TAG["signal"], TAG["role"], TAG["plural"]
_ADVERB_NAME = TAG["ly"] | TAG["capital"]
_ENDINGS = {"y": ("ly", TAG["ly"]), "d": ("ed", TAG["ed"]), "g": ("ing", TAG["ing"])}


@functools.cache
def _shaped() -> Mapping[str, int]:
    """What words are whose ending misleads: "family" is no adverb, "string" no participle, but "used" is one, and "people" are many."""
    shape = lists("words.toml")["shape"]
    plain = dict.fromkeys([*shape["no_adverbs"], *shape["no_participles"]], 0)
    participles = {word: bit for word in shape["participles"] for ending, bit in _ENDINGS.values() if word.endswith(ending)}
    return plain | participles | dict.fromkeys(shape["plurals"], _PLURAL)


def _shape(lower: str) -> int:
    """Bits that the ending of an open word tells."""
    role = _ROLE if can_speak(lower) else 0
    held = _shaped().get(lower)
    if held is not None:
        return role | held
    last = lower[-1]
    if last == "s":
        return role if lower.endswith(("ss", "ous", "us", "is")) else role | _PLURAL
    ending, bit = _ENDINGS.get(last, ("", 0))
    if bit and len(lower) > len(ending) + 2 and lower.endswith(ending):
        return role | bit
    return role | _PLURAL if role and lower.endswith("men") else role


@functools.cache
def _speaking_forms() -> frozenset[str]:
    return frozenset(form for form, (cue, bits, _) in verbs().items() if cue and bits & TENSED and cue.speaks)


def speaking(tokens: list[str]) -> bool:
    """Whether one of the words is a verb of saying that can stand behind the words said."""
    return not _speaking_forms().isdisjoint(map(str.lower, tokens))


@functools.cache
def documents(*, plural: bool | None = None) -> frozenset[str]:
    """Nouns for documents, in the singular, in the plural, or, if it does not matter, in both."""
    if plural is None:
        return documents(plural=False) | documents(plural=True)
    singular = listed("people.toml", "nouns", "documents")
    return frozenset(map(plural_of, singular)) | listed("people.toml", "nouns", "evidence") if plural else singular


@functools.cache
def function_words() -> frozenset[str]:
    """Words that say how others belong together, not what a text is about."""
    return frozenset(word for name, words in lists("words.toml")["classes"].items() if name not in OPEN_CLASSES for word in words)


def closed_class(lower: str) -> bool:
    """Whether a word belongs to a closed class, so that a capital says nothing about it."""
    return bool(_closed().get(lower, 0) & ~TAG["plain"])
