"""Words that look like others, read by their neighbours: names like months, verbs or small words, and the "'s" of "who's"."""

import functools
from collections.abc import Callable, Mapping

from framing.voice.classes.between import BY, CLOSE, COLON, COMMA, COORD, DASH, PREP, QUOTE, SEMI, STOP, SUBORD, WH
from framing.voice.classes.nouns import CAP, DET, INDEFINITE, NUMBER, SUBJECT, TIME, WORD
from framing.voice.classes.verbs import ADV, ED, LOOSE, MODAL
from framing.voice.cues import PART, TAG, Word, word
from framing.voice.lists import listed, lists

CLOSED = TIME | DET | PREP | SUBORD | COORD | SUBJECT | WH | ADV
NAME = WORD | CAP
MONTH = NAME | TIME
ENDS_CLAUSE = STOP | COLON | SEMI | DASH | QUOTE
NO_OBJECT = LOOSE | COMMA | STOP | COLON | SEMI | DASH | CLOSE | PREP | BY | COORD | SUBORD | TIME
PASSIVE = frozenset(["npto", "believed", "being"])
"""Complements with which an infinitive stands behind a passive: "is said to have left"."""
TELLING = frozenset(["neutral", "assertive", "directive"])

Reader = Callable[[list[Word], int, bool], Word]


def told(words: list[Word], at: int, *, opens: bool) -> Word:
    """Which word the one at `at` is, that looks like another; `opens`: it may be the first of its sentence."""
    return _readers().get(words[at].surface, _adverb_or_name)(words, at, opens)


@functools.cache
def _readers() -> Mapping[str, Reader]:
    """What tells which word one of the lists is."""
    readers = {
        "months": _month_or_name,
        "verbs": _verb_or_name,
        "small": _small_or_name,
        "is_or_has": _is_or_has,
        "had_or_would": _had_or_would,
    }
    return {word: readers[kind] for kind, words in lists("words.toml")["lookalikes"].items() for word in words}


def _adverb_or_name(words: list[Word], at: int, opens: bool) -> Word:
    """Read "said Anatoly Holm" and "James Cleverly" as names; what opens a sentence is none, first names aside: "Clearly Holm lied"."""
    before = words[at - 1].tags if at else 0
    if opens or (before & ENDS_CLAUSE and not before & TAG["pause"]):
        following = words[at + 1].tags if at + 1 < len(words) else 0
        first = any(words[at].lower in listed("people.toml", "first_names", kind) for kind in ("male", "female", "either"))
        return _unless_title(words, at) if first and following & CAP else words[at]
    return _unless_title(words, at)


def _month_or_name(words: list[Word], at: int, _: bool) -> Word:
    """Read "in May" and "May 4" as dates, "April Renn" and "Ada May" as names; else the word as listed."""
    here = words[at]
    before = words[at - 1].lower if at else ""
    following = words[at + 1].tags if at + 1 < len(words) else 0
    if following & NUMBER or before in listed("words.toml", "months", "before") or (at and words[at - 1].tags & NUMBER):
        return Word(here.lower, MONTH, here.surface)
    name = (following & CAP and not here.tags & MODAL) or _behind_name(words, at)
    return Word(here.lower, NAME, here.surface) if name else here


def _small_or_name(words: list[Word], at: int, opens: bool) -> Word:
    """Read "said Will Gray" as a name; a word that opens its sentence is none, "Can Berg win?"."""
    if opens:
        return words[at]
    following = words[at + 1].tags if at + 1 < len(words) else 0
    tagging = at > 0 and words[at - 1].tags & TAG["pause"] and at + 1 < len(words) and words[at + 1].verb  # "“It is over,” Long said"
    name = tagging or (following & CAP and not following & CLOSED) or _behind_name(words, at)
    return _unless_title(words, at) if name else words[at]


def _verb_or_name(words: list[Word], at: int, opens: bool) -> Word:
    """Read "Rose Long said" and "Said Amari said" as names, but not "Said Holm, who led the inquiry:"."""
    here = words[at]
    if opens and here.verb and not (at + 2 < len(words) and words[at + 2].verb):
        return here
    following = words[at + 1].tags if at + 1 < len(words) else 0
    return _unless_title(words, at) if following & CAP or (not opens and _behind_name(words, at)) else here


def _is_or_has(words: list[Word], at: int, _: bool) -> Word:
    """Read "who's fled the town" as "who has", "who's late" and "who's called a spy" as "who is"."""
    verb = _participle_behind(words, at)
    has = verb is not None and (
        words[verb].lower == "been" or _active(words[verb], words[verb + 1] if verb + 1 < len(words) else word("."))
    )
    return word("has" if has else "is")


def _active(participle: Word, behind: Word) -> bool:
    """Whether a participle has its object or complement behind it, as that of a passive has not."""
    cue = participle.verb
    if behind.lower == "to":
        return cue is not None and "to" in cue.frames and cue.frames.isdisjoint(PASSIVE)
    if behind.tags & NO_OBJECT:
        return cue is not None and cue.cue_class in TELLING and behind.lower in cue.frames and "object" not in cue.frames
    return cue is None or "pred" not in cue.frames or not behind.tags & INDEFINITE


def _had_or_would(words: list[Word], at: int, _: bool) -> Word:
    """Read "who'd left" as "who had", "who'd leave" as "who would"."""
    return word("would" if _participle_behind(words, at) is None else "had")


def _participle_behind(words: list[Word], at: int) -> int | None:
    """Number of the past participle behind an auxiliary and adverbs."""
    verb = next((number for number in range(at + 1, min(at + 4, len(words))) if not words[number].tags & LOOSE), None)
    if verb is None or not (words[verb].tags & ED or words[verb].forms & PART or words[verb].lower == "been"):
        return None
    return verb


def _unless_title(words: list[Word], at: int) -> Word:
    """The word as a name, unless all around it bear capitals: "Port Will Fall, Mayor Says"."""
    here = words[at]
    near = [word.tags & CAP for word in (*words[max(0, at - 2) : at], *words[at + 1 : at + 3])]
    return here if len(near) > 3 and all(near) else Word(here.lower, NAME, here.surface)


def _behind_name(words: list[Word], at: int) -> bool:
    """Whether a name stands right before a word: "Theresa" before "May"."""
    before = words[at - 1].tags if at else 0
    return bool(before & CAP) and not before & CLOSED
