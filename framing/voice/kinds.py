"""What the reading of stance asks of a word alone: a bit for each list of ``stance.toml`` and each shape that matters."""

import functools
from collections.abc import Callable, Mapping

from framing.voice.bearers import DEMONYM
from framing.voice.clause import as_read
from framing.voice.cues import BASE, PAST, TAG, S, Word
from framing.voice.lists import listed, lists
from framing.voice.nominal import CLOSED, OWNED, PUNCTUATION, judging, plain
from framing.voice.target_words import edges_of, forms_of, words_of

LONGER = 4
"""Letters beyond which a word is capitalised in a headline in title case."""
_LISTED = {
    "contrast": ("negation", "contrast"),
    "object": ("negation", "objects"),
    "disproved": ("negation", "passive"),
    "end": ("negation", "ends"),
    "distance": ("distance", "words"),
    "calling": ("distance", "what"),
    "conditional": ("hedge", "conditional"),
    "coming": ("hedge", "coming"),
    "future": ("hedge", "future"),
    "modal": ("hedge", "modal"),
    "charge": ("target", "charges"),
    "likening": ("target", "likening"),
    "nothing_but": ("target", "nothing_but"),
}
_FORMS = {"doing": ("doing",), "linking": ("linking",), "labelling": ("labelling", "accusing")}
_SINGLE = {
    **{name: (name,) for name in ("and", "what", "asked", "whether", "if", "by", "with")},
    "ends_sentence": ("?", "!", "."),
    "asks": ("?",),
    "apposed": ("a", "an", "that", "this"),
    "the": ("the", "these", "those"),
}
_NO_NOUN = CLOSED | PUNCTUATION | sum(TAG[name] for name in ("adverb", "ly", "finite", "ed", "time", "number"))


def _negator(here: Word) -> bool:
    negation = lists("stance.toml")["negation"]
    return here.lower != "far" and (here.lower in listed("stance.toml", "negation", "words") or here.lower.endswith(negation["contracted"]))


def _owner(here: Word) -> bool:
    """Whether a word before a noun may say whose it is: "Narvia's", "Narvian"."""
    demonym = here.tags & TAG["capital"] and DEMONYM.match(here.lower)
    return not here.tags & (CLOSED | PUNCTUATION) and bool(here.tags & TAG["possessor"] or demonym)


def _nounlike(here: Word) -> bool:
    """Whether a word behind an adjective may be a noun: a plain form of a verb behind "the sham" is, "the vote"."""
    if here.tags & TAG["role"]:
        return True
    if here.tags & _NO_NOUN:
        return False
    return (not here.verb or here.homograph or here.forms == BASE) and here.lower not in words_of("places")


def _formed(here: Word) -> bool:
    return here.lower.endswith(edges_of("adjectival"))


def _describing(here: Word) -> bool:
    """Whether a word can be an adjective by its form: no plural, no noun in -ion, no participle that judges nothing."""
    if here.lower.endswith(edges_of("nominal")) or here.tags & TAG["plural"] or (here.tags & TAG["role"] and not _formed(here)):
        return False
    return not here.tags & TAG["ed"] or judging(here.lower)


@functools.cache
def _openings() -> frozenset[str]:
    """First words of the negators of several words."""
    return frozenset(phrase.split()[0] for phrase in listed("stance.toml", "negation", "phrases"))


_SHAPES: Mapping[str, Callable[[Word], object]] = {
    "negator": _negator,
    "opens_phrase": lambda here: here.lower in _openings(),
    "owned": lambda here: here.tags & OWNED or here.lower in _SINGLE["the"],
    "long_small": lambda here: here.tags & TAG["word"] and not here.tags & TAG["capital"] and len(here.lower) > LONGER,
    "plain": plain,
    "owner": _owner,
    "nounlike": _nounlike,
    "formed": _formed,
    "describing": _describing,
    "contracted": lambda here: "'" in here.lower and here.tags & TAG["subject"],
    "verb": lambda here: here.verb,
    "past": lambda here: here.verb and here.forms & PAST,
    "telling": lambda here: here.verb and here.forms & (PAST | S) and not here.homograph,
    "judging": lambda here: here.verb and here.forms & PAST and here.verb.cue_class in ("label", "negative"),
}
KIND = {name: 1 << number for number, name in enumerate([*_LISTED, *_FORMS, *_SINGLE, *_SHAPES])}


@functools.cache
def _in_lists() -> Mapping[str, int]:
    words = {name: listed("stance.toml", *place) for name, place in _LISTED.items()}
    words |= {name: frozenset().union(*map(forms_of, kinds)) for name, kinds in _FORMS.items()}
    bits: dict[str, int] = {}
    for name, held in (words | _SINGLE).items():
        for lower in held:
            bits[lower] = bits.get(lower, 0) | KIND[name]
    return bits


def kinds_of(here: Word) -> int:
    """Bits of the kinds of a word."""
    return _in_lists().get(as_read(here), 0) | sum(KIND[name] for name, has in _SHAPES.items() if has(here))
