"""Words and phrases that deny what stands behind them: "not", "far from", "denied", "scoffed at claims that"."""

import functools
import itertools
from collections.abc import Iterator, Mapping, Sequence

from framing.voice.classes.verbs import BE, LY
from framing.voice.cues import word
from framing.voice.forms import every_form, inflected, irregular_verbs
from framing.voice.lists import listed, lists

MOST_WORDS = 1 << 14
"""Words of which it is remembered whether they deny."""
NEAR = 4
"""Words behind a negator among which it is looked for what takes its force, "no doubt that"."""
TO_CLAIM = 6
"""Words between a verb and the claim that it denies: "poured scorn on the union's claim that"."""
VERBS = ("denying", "avoiding", "disclaiming")
"""Lists of verbs and nouns that deny, with their particles."""

negation = functools.partial(listed, "stance.toml", "negation")


@functools.cache
def _excepted() -> tuple[str, ...]:
    return tuple(f"{phrase} " for phrase in negation("excepted"))


@functools.cache
def _phrases(kind: str) -> Mapping[str, Sequence[list[str]]]:
    """Phrases of a list by their first word; of verbs in every form, and of "unfair" before every "to call" and "to say"."""
    entries = list(negation(kind))
    if kind == "phrases":
        entries += [f"{untrue} that" for untrue in negation("untrue")]
        entries += [f"{unfair} to {say}" for unfair in negation("unfair") for say in negation("saying")]
    spelling, doubling = irregular_verbs()
    found: dict[str, list[list[str]]] = {}
    for first, *others in map(str.split, entries):
        forms = {form for form, _ in inflected(first, spelling, doubling)} if kind in VERBS else {first}
        for form in forms:
            found.setdefault(form, []).append([form, *others])
    return found


@functools.cache
def saying() -> frozenset[str]:
    """Every form of the verbs of calling something so: "describing", "suggested"."""
    return every_form(verb.split()[0] for verb in negation("saying"))


@functools.cache
def in_phrases(place: int) -> frozenset[str]:
    """Words that stand first or second in what denies by several words."""
    held = [words for kind in ("phrases", *VERBS) for phrases in _phrases(kind).values() for words in phrases]
    return frozenset(words[place] for words in held if len(words) > 1)


@functools.cache
def alone() -> frozenset[str]:
    """Words that deny without a particle what stands behind them: "denied", "denials", "baseless"."""
    verbs = (first for kind in VERBS for first, phrases in _phrases(kind).items() if [first] in phrases)
    return negation("baseless").union(verbs)


def is_phrase(words: list[str]) -> bool:
    """Whether some words are a negator of several words."""
    return words in _phrases("phrases").get(words[0], ())


def phrases(words: list[str], kind: str) -> Iterator[tuple[int, int]]:
    """Yield where phrases of a list begin and end among some words."""
    held = _phrases(kind)
    if held.keys().isdisjoint(words):
        return
    for start, first in enumerate(words):
        for phrase in held.get(first, ()):
            if words[start : start + len(phrase)] == phrase:
                yield start, start + len(phrase)


def verbs(words: list[str], kind: str) -> Iterator[tuple[int, int]]:
    """Yield where verbs of a list begin and end that are no passives and take for their object what can be denied."""
    for start, end in phrases(words, kind):
        helping = start - 1
        while helping >= 0 and word(words[helping]).tags & LY:
            helping -= 1
        passive = helping >= 0 and word(words[helping]).tags & BE and not words[start].endswith("ing")
        if not passive and listed("cues.toml", "done", "deny").isdisjoint(words[end : end + NEAR]):
            yield start, end


def claims(words: list[str]) -> Iterator[tuple[int, int]]:
    """Yield where a claim is denied, "scoffed at claims that", "false reports of", and where what it claims begins."""
    for start, end in verbs(words, "disclaiming"):
        for at in range(end, min(end + TO_CLAIM, len(words))):
            behind = words[at + 1 : at + 2]
            if (behind in (["that"], ["of"]) and words[at] in negation("claims")) or (not behind and words[at] in negation("labels")):
                yield start, at + 1 + len(behind)
    for at in range(1, len(words) - 1):
        if words[at] in negation("claims") and words[at - 1] in negation("baseless") and words[at + 1] in ("that", "of"):
            yield at - 1, at + 2


@functools.lru_cache(maxsize=MOST_WORDS)
def negates(lower: str) -> bool:
    """Whether a word denies by itself."""
    return lower != "far" and (lower in negation("words") or lower.endswith(lists("stance.toml")["negation"]["contracted"]))


@functools.cache
def _countering() -> frozenset[str]:
    """Every form of the verbs of ending, avoiding and opposing, alone or with their particle."""
    verbs = [verb.partition(" ") for verb in negation("countering")]
    return frozenset(form + space + particle for verb, space, particle in verbs for form in every_form([verb]))


def presupposes(words: list[str], *, governing: bool = False) -> bool:
    """Whether one of some words takes its object to be there though it be denied, "deny", "rule out"; `governing`: only as "stop" does."""
    told = {*words, *map(" ".join, itertools.pairwise(words))}
    if not _countering().isdisjoint(told):
        return True
    return not governing and not negation("presupposing").isdisjoint(told)


def negators(words: list[str]) -> list[int]:
    """Numbers of the words that deny what follows them."""
    return [number for number, lower in enumerate(words) if negates(lower) and not _idle(words, number)]


def _idle(words: list[str], number: int) -> bool:
    """Whether a negator denies nothing here: "whether or not", "no doubt", "No, it was"."""
    if words[number] == "not" and not negation("idle").isdisjoint(words[max(0, number - 1) : number]):
        return True
    answers = words[number] == "no" and words[number + 1 : number + 2] in ([","], ["."])
    contracted = words[number].endswith(lists("stance.toml")["negation"]["contracted"])
    first = "not" if contracted and words[number] != "cannot" else words[number]
    return answers or " ".join([first, *words[number + 1 : number + NEAR], ""]).startswith(_excepted())
