"""Noun phrases around a term: where they begin, where they end, how they are printed."""

from collections.abc import Container

from framing.voice.clause import Clause
from framing.voice.cues import PAST, TAG, Word
from framing.voice.target_words import edges_of, words_of

CLOSED = sum(
    TAG[name]
    for name in (
        "determiner",
        "possessive",
        "preposition",
        "coordinator",
        "subordinator",
        "wh",
        "be",
        "have",
        "do",
        "modal",
        "subject",
        "object",
        "that",
        "to",
    )
)
OWNED = TAG["possessive"] | TAG["possessor"]
PUNCTUATION = sum(TAG[name] for name in ("comma", "stop", "colon", "semicolon", "dash", "open", "close"))


def printed(clause: Clause, start: int, end: int) -> str:
    """Words as printed."""
    return " ".join(_as_printed(word) for word in clause.words[start:end])


def _as_printed(word: Word) -> str:
    if word.tags & TAG["upper"]:
        return word.lower.upper()
    return word.lower.capitalize() if word.tags & TAG["capital"] else word.lower


def phrase_ending(clause: Clause, last: int) -> str:
    """Noun phrase that ends at word `last`."""
    first = last
    if clause.words[last].tags & TAG["capital"]:
        return name_ending(clause, last)
    while first > 0 and not clause.words[first - 1].tags & (CLOSED & ~TAG["determiner"] | PUNCTUATION | TAG["mark"]):
        first -= 1
        if clause.words[first].tags & TAG["determiner"] or (clause.words[first].verb and not clause.words[first].tags & TAG["capital"]):
            break
    if clause.words[first].verb and not clause.words[first].tags & (TAG["capital"] | TAG["determiner"]) and first < last:
        first += 1
    return printed(clause, first, last + 1)


def name_ending(clause: Clause, last: int) -> str:
    """Proper name that ends at word `last`: what stands before it in small letters, a verb or an adjective, is no part."""
    first = last
    while first > 0 and clause.words[first - 1].tags & TAG["capital"] and not clause.words[first - 1].tags & CLOSED:
        first -= 1
    if first > 0 and clause.words[first - 1].tags & TAG["determiner"]:
        first -= 1
    return printed(clause, first, last + 1)


def phrase_from(clause: Clause, first: int, end: int | None = None) -> str | None:
    """Noun phrase that begins at word `first` and stops before word `end`."""
    last = first
    while (
        last < (len(clause.words) if end is None else end)
        and not clause.words[last].tags & (CLOSED & ~TAG["determiner"] | PUNCTUATION | TAG["mark"])
        and last < first + 6
    ):
        if last > first and clause.words[last].tags & TAG["determiner"]:
            break
        if last > first and (clause.words[last].forms & PAST or clause.words[last].tags & (TAG["finite"] | TAG["ed"])):
            break
        last += 1
    return printed(clause, first, last) if last > first else None


def subject_before(clause: Clause, at: int) -> str | None:
    """Noun phrase that ends before word `at`, a name in square brackets standing for its pronoun."""
    words = clause.words
    last = at - 1
    while last >= 0 and words[last].lower in ("…", "..", "..."):
        last -= 1
    if last < 0:
        return None
    if words[last].tags & TAG["close"]:
        opening = next((number for number in range(last, -1, -1) if words[number].tags & TAG["open"]), None)
        return printed(clause, opening + 1, last) if opening is not None else None
    if words[last].tags & (TAG["subject"] | TAG["object"]):
        return words[last].lower
    if words[last].tags & (CLOSED | PUNCTUATION | TAG["mark"]) or (_is_verb(words[last]) and not determined(clause, last)):
        return None
    if last > 0 and words[last - 1].tags & TAG["have"]:
        return None
    return phrase_ending(clause, last)


def determined(clause: Clause, at: int) -> bool:
    """Whether a determiner right before word `at` makes it a noun: "the talks", "their vote"."""
    return at > 0 and bool(clause.words[at - 1].tags & (TAG["determiner"] | TAG["possessive"] | TAG["possessor"]))


def _is_verb(here: Word) -> bool:
    return here.verb is not None and not here.homograph and not here.tags & TAG["capital"]


def before_term(clause: Clause, *, over: int = 0, until: Container[str] = ()) -> int:
    """Step back from the term over marks, adjectives, "act of" and words tagged `over`, to a word of `until` or one that governs it."""
    words = clause.words
    number = clause.first - 1
    while number >= 0 and words[number].lower not in until and (words[number].tags & (over | TAG["mark"]) or plain(words[number])):
        number -= 1
    return number


def plain(here: Word) -> bool:
    """Whether a word may stand between a term and what governs it: an adjective, a noun in small letters, "of"."""
    return (not here.tags & (CLOSED | PUNCTUATION | TAG["capital"]) and not here.verb) or here.lower == "of" or here.homograph


def judging(lower: str) -> bool:
    """Whether a word in -ed judges what it describes, "unprovoked", rather than tells what was done to it, "besieged"."""
    return lower.startswith(edges_of("prefixes")) or lower in words_of("judging")
