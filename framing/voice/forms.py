"""Forms of verbs and nouns, by the spelling rules of English, and nouns for speakers and adjectives by their form."""

import functools
from collections.abc import Container, Iterable, Iterator, Mapping

from framing.voice.lists import endings, listed, lists

FORMS = BASE, S, PAST, PART, ING = 1, 2, 4, 8, 16
SIBILANTS = ("s", "sh", "ch", "x", "z")
"""Endings before which -s takes an e."""


def inflected(lemma: str, irregular: Mapping[str, tuple[str, str]], doubling: Container[str] = ()) -> tuple[tuple[str, int], ...]:
    """Forms of a verb with their form bits, by the spelling rules of English.

    Examples
    --------
    >>> [form for form, _ in inflected("deny", {})]
    ['deny', 'denies', 'denied', 'denied', 'denying']
    """
    y_after_consonant = lemma.endswith("y") and lemma[-2] not in "aeiou"
    sibilant = lemma.endswith((*SIBILANTS, "o"))
    stem = lemma + lemma[-1] if lemma in doubling else lemma
    regular = lemma[:-1] + "ied" if y_after_consonant else stem + ("d" if lemma.endswith("e") else "ed")
    past, participle = irregular.get(lemma, (regular, regular))
    third = lemma[:-1] + "ies" if y_after_consonant else lemma + ("es" if sibilant else "s")
    gerund = (lemma[:-1] if lemma.endswith("e") and not lemma.endswith(("ee", "ye", "oe")) else stem) + "ing"
    return (lemma, BASE), (third, S), (past, PAST), (participle, PART), (gerund, ING)


def irregular_verbs() -> tuple[Mapping[str, tuple[str, str]], frozenset[str]]:
    """Irregular past forms, and the verbs that double their last letter."""
    data = lists("cues.toml")
    return {lemma: (forms[0], forms[1]) for lemma, forms in data["irregular"].items()}, frozenset(data["spelling"]["doubling"])


def every_form(lemmas: Iterable[str]) -> frozenset[str]:
    """Every form of some verbs."""
    spelling, doubling = irregular_verbs()
    return frozenset(form for lemma in lemmas for form, _ in inflected(lemma, spelling, doubling))


def frequent_verbs() -> Iterator[tuple[str, str]]:
    """Forms of verbs that report nothing and are hardly ever nouns, each with its class: *plain*, "bring", or *finite*, "brings"."""
    for lemma in listed("words.toml", "verbs", "plain"):
        (plain, _), (third, _), *_ = inflected(lemma, {})
        yield from ((plain, "plain"), (third, "finite"))


def plural_of(noun: str) -> str:
    """Plural of a noun, by the spelling rules of English."""
    if noun.endswith("y") and noun[-2] not in "aeiou":
        return noun[:-1] + "ies"
    if noun.endswith("sis"):
        return noun[:-2] + "es"
    return noun + ("es" if noun.endswith(SIBILANTS) and not noun.endswith("arch") else "s")  # "bosses", but "monarchs"


@functools.cache
def speakers() -> frozenset[str]:
    """Nouns, singular and plural, for people, groups and documents that can speak."""
    named = lists("people.toml")["nouns"]
    singular = [*named["people"], *named["groups"], *named["documents"]]
    return frozenset([*singular, *map(plural_of, singular)])


@functools.cache
def _people_by_shape() -> tuple[frozenset[str], tuple[str, ...], frozenset[str]]:
    """Nouns of the lists, the endings of others, and words with such an ending that are none."""
    named = lists("people.toml")["nouns"]
    return speakers(), tuple(named["endings"]), frozenset([*named["not_people"], *map(plural_of, named["not_people"])])


def can_speak(lower: str) -> bool:
    """Whether a common noun names somebody who can speak, by the list or by its ending."""
    listed_nouns, endings, excepted = _people_by_shape()
    return lower in listed_nouns or (lower.endswith(endings) and lower not in excepted and len(lower) > 4)


def adjectival(lower: str) -> bool:
    """Whether a word is an adjective by its ending, or by the list."""
    return adjectival_ending(lower) or lower in listed("stance.toml", "target", "adjectives")


def adjectival_ending(lower: str) -> bool:
    """Whether a word has the ending of an adjective, and is no noun or verb that only looks like one: "betrayal", "punish"."""
    noun = lower.endswith(endings("stance.toml", "target", "nominal")) or lower in listed("stance.toml", "target", "no_adjectives")
    return lower.endswith(endings("stance.toml", "target", "adjectival")) and not noun
