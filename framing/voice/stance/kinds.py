"""What the reading of stance asks of a word alone: a bit for each list of ``stance.toml`` and each shape that matters."""

import functools
from collections.abc import Callable, Collection, Iterable, Mapping

from framing.voice.classes.between import CLOSED, PUNCTUATION
from framing.voice.classes.nouns import CAP, OWNED, POSSESSOR, SUBJECT, WORD
from framing.voice.cues import Word
from framing.voice.lists import listed
from framing.voice.stance.clause import as_read
from framing.voice.stance.distance import accusing
from framing.voice.stance.negators import alone, in_phrases, negates
from framing.voice.stance.nominal import is_plain, may_be_noun, names_person
from framing.voice.stance.owners import DEMONYM, names_quality
from framing.voice.stance.readings import describes, is_past, may_describe
from framing.voice.stance.target_words import forms_of, idioms, words_of

LONGER = 4
"""Letters beyond which a word is capitalised in a headline in title case."""
MOST = 63
"""Kinds of words that a signed integer of 64 bits has room for; nearly all are taken."""
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
    "amounts_to": ("target", "amounts_to"),
    "guilty": ("target", "guilty"),
    "degree": ("target", "degree"),
    "joining": ("target", "joining"),
    "owning": ("target", "owners"),
    "description": ("target", "descriptions"),
    "no_actor": ("target", "no_actors"),
    "acting": ("target", "acting"),
    "particle": ("target", "particles"),
    "naming_noun": ("target", "naming_nouns"),
    "resorting": ("target", "involved"),
    "amounting": ("target", "akin"),
    "done": ("target", "spending"),
    "doubted": ("target", "doubted"),
    "apposed": ("target", "apposed"),
    "conceding": ("target", "conceding"),
    "clearing": ("negation", "clearing"),
    "by": ("target", "at_hands"),
}
# Of verbs every form; a kind that is listed above, too, has words of both.
_FORMS = {
    "amounting": ("amounting", "throwing"),
    "done": ("doing", "using", "facing_up", "trading", "giving", "bringing"),
    "resorting": ("resorting",),
    "linking": ("linking", "impressing"),
    "labelling": ("labelling", "railing", "assailing", "accusing", "comparing", "pinning"),
}
_SINGLE = {
    **{name: (name,) for name in ("but", "what", "asked", "whether", "if", "by", "of", "like", "from")},
    "ends_sentence": ("?", "!", "."),
    "joins": ("and", "yet"),
    "with": ("with", "without"),
    "about": ("about", "in"),
    "asks": ("?",),
    "or_so": ("or", "so"),
    "the": ("the", "these", "those"),
}


def _owner(here: Word) -> bool:
    """Whether a word before a noun may say whose it is: "Narvia's", "Narvian"."""
    demonym = here.tags & CAP and DEMONYM.match(here.lower)
    return here.lower == "whose" or (not here.tags & (CLOSED | PUNCTUATION) and bool(here.tags & POSSESSOR or demonym))


_SHAPES: Mapping[str, Callable[[Word], object]] = {
    "negator": lambda here: negates(here.lower),
    "clearing": lambda here: here.lower in alone(),
    "disproved": lambda here: here.lower in listed("stance.toml", "negation", "untrue"),
    "accusing": lambda here: (
        here.lower in accusing() or any(here.lower in listed("stance.toml", "distance", kind) for kind in ("professing", "charges"))
    ),
    "future": lambda here: here.lower.endswith("'ll"),
    "opens_phrase": lambda here: here.lower in in_phrases(0),
    "goes_on_phrase": lambda here: here.lower in in_phrases(1),
    "owned": lambda here: here.tags & OWNED or here.lower in _SINGLE["the"],
    "long_small": lambda here: here.tags & WORD and not here.tags & CAP and len(here.lower) > LONGER,
    "plain": is_plain,
    "owner": _owner,
    "nounlike": lambda here: may_be_noun(here) or here.lower in words_of("locating"),
    "describing": may_describe,
    "adjective": describes,
    "contracted": lambda here: "'" in here.lower and here.tags & SUBJECT,
    "past": is_past,
    "idiom": lambda here: here.lower in idioms(),
    "person": names_person,
    "quality": lambda here: names_quality(here) or here.lower in words_of("countries", "judged_by_of"),
}
# What only leads to a target, or tells a hedge from none: lists, and of verbs every form.
_LEADING: Mapping[str, tuple[str, ...]] = {
    "record": ("records", "responsibility", "steeped"),
    "act": ("acts",),
    "indefinite": ("indefinite",),
    "dummy": ("dummies",),
    "label": ("guilty",),
    "taking_part": ("taking_part",),
    "armed": ("armed", "judged_armed"),
    "joint": ("joint",),
    "label_of": ("descriptions",),
}
_SINGLE_LEADS = {"as": ("as",), "possible": ("possible",), "quotes": ('"', "''", *"'\u2018\u2019\u201c\u201d")}
_LEADING_FORMS = {"label": ("labelling", "accusing", "comparing"), "label_of": ("railing",)}


def _bits(names: Collection[str]) -> Mapping[str, int]:
    """Give each kind a bit of its own; arrays hold the kinds of a word in one integer."""
    if len(names) > MOST:
        raise ValueError(f"there are {len(names)} kinds of words, and a signed integer of 64 bits has room for {MOST}; merge some")
    return {name: 1 << number for number, name in enumerate(names)}


KIND = _bits(dict.fromkeys([*_LISTED, *_FORMS, *_SINGLE, *_SHAPES]))
LEAD = _bits([*_LEADING, *_SINGLE_LEADS, "no_condition", "says"])
"""Bits in an integer of its own, for all of `KIND` are taken."""


@functools.cache
def _in_lists() -> Mapping[str, int]:
    words = [(name, listed("stance.toml", *place)) for name, place in _LISTED.items()]
    words += [(name, forms_of(verbs)) for name, kinds in _FORMS.items() for verbs in kinds]
    return _by_word([*words, *_SINGLE.items()], KIND)


@functools.cache
def _leading() -> Mapping[str, int]:
    words = [(name, words_of(kind)) for name, kinds in _LEADING.items() for kind in kinds]
    words += [(name, forms_of(verbs)) for name, kinds in _LEADING_FORMS.items() for verbs in kinds]
    return _by_word([*words, *_SINGLE_LEADS.items(), ("no_condition", listed("stance.toml", "hedge", "unconditional"))], LEAD)


def _by_word(words: Iterable[tuple[str, Collection[str]]], bits: Mapping[str, int]) -> Mapping[str, int]:
    found: dict[str, int] = {}
    for name, held in words:
        for lower in held:
            found[lower] = found.get(lower, 0) | bits[name]
    return found


def kinds_of(here: Word) -> int:
    """Bits of the kinds of a word."""
    return _in_lists().get(as_read(here), 0) | sum(KIND[name] for name, has in _SHAPES.items() if has(here))


def leads_of(here: Word) -> int:
    """Bits of the ways to a target to which a word leads."""
    return _leading().get(here.lower.partition("'")[0], 0) | (LEAD["says"] if here.says else 0)
