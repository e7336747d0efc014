"""What a pronoun stands for: somebody or something named before it, or whom a speaker says something of."""

import functools
import itertools
from collections.abc import Iterator, Mapping

from framing.voice.cues import PAST, TAG, Word, word
from framing.voice.people.names import first_names, titles
from framing.voice.people.roles import is_person, sex_of
from framing.voice.stance.clause import Clause
from framing.voice.stance.nominal import (
    ADVERB,
    BE,
    CAPITAL,
    COMMA,
    MARK,
    OPENING,
    POSSESSIVE,
    POSSESSOR,
    PREPOSITION,
    PRONOUN,
    TIME,
    abbreviated,
    beyond_marks,
    is_verb,
    nominal,
    phrase_from,
    printed,
)
from framing.voice.stance.readings import verb_reading
from framing.voice.stance.subjects import subject
from framing.voice.stance.target_words import forms_of, words_of
from framing.voice.stance.vocabulary import with_genitives
from framing.voice.units import PIECE, Phrase

_STOP = TAG["stop"]
REMEMBERED = 256
"""Lines before a sentence that are kept cut: the pronouns of one sentence look through the same."""


@functools.cache
def _kinds() -> Mapping[str, str]:
    """Pronouns that stand for persons: one of a sex, or many."""
    return {lower: kind for kind in ("male", "female", "many") for lower in words_of(kind)}


@functools.cache
def followed() -> frozenset[str]:
    """Pronouns whose referent is looked for."""
    return frozenset(["its", *words_of("neuter"), *words_of("first"), *_kinds()])


def referent(clause: Clause, pronoun: int, speaker: str | None, before: str) -> str | None:
    """What the pronoun at word `pronoun` stands for, if that can be told; `before` are the sentences before its own."""
    lower = clause.words[pronoun].lower.partition("'")[0]
    if lower in words_of("first"):
        return speaker
    if lower == "its":
        return _owner(clause.words, pronoun)
    return _person(clause, pronoun, speaker, before) if lower in _kinds() else _thing(clause, pronoun, speaker, before)


def _thing(clause: Clause, pronoun: int, speaker: str | None, before: str) -> str | None:
    """What "it" at word `pronoun` stands for; "this" and "that" point to what was told, not to anything named."""
    if _expletive(clause, pronoun):
        return None
    near = told_of(clause) or _definite_before(clause)
    if near and speaker and near.split()[-1].lower() in speaker.lower().split() and verb_reading(clause) != "active":
        return _antecedent(before) or near  # "The opposition says it was rigged"
    if near or not clause.words[pronoun].lower.startswith("it") or any(here.lower == "if" for here in clause.words[:pronoun]):
        return near  # "If the dam breaks, it will be a catastrophe"
    governed = (_thing_from(clause.words, number, governed=True) for number in range(pronoun - 1, -1, -1))
    return _antecedent(before) or next(filter(None, governed), None)


def _owner(words: list[Word], pronoun: int) -> str | None:
    """Whose "its" at word `pronoun` says something is: the nearest subject before it that is one thing."""
    subjects = (subject(words, number) for number in range(pronoun - 1, 0, -1) if is_verb(words, number))
    return next((printed(words, found) for found in subjects if found and _is_thing(words, found)), None)


def _is_thing(words: list[Word], phrase: Phrase) -> bool:
    """Whether a noun phrase can be meant by "its": one thing or body, or a name that only looks like many."""
    head = words[phrase[1] - 1]
    return not (head.tags & PRONOUN or is_person(head.lower) or (head.tags & TAG["plural"] and not head.tags & CAPITAL))


def _person(clause: Clause, pronoun: int, speaker: str | None, before: str) -> str | None:
    """Whom "he", "she" or "they" at word `pronoun` stands for: somebody other than who speaks."""
    kind = _kinds()[clause.words[pronoun].lower.partition("'")[0]]
    near = told_of(clause) or _confessed(clause.words, pronoun, speaker)
    if near is not None:
        return near
    named = _named(clause.words[:pronoun], kind, speaker)
    if named:
        return printed(clause.words, named[-1])
    for words in _sentences(before):
        named = _named(words, kind, speaker)
        leading = [phrase for phrase in named if not _governed(words, phrase)]
        if named:
            return printed(words, _by_name(words, leading or named))
    return None


def _by_name(words: list[Word], named: list[Phrase]) -> Phrase:
    """The first of some persons, by the name that stands between commas: "The minister, Olga Marr,"."""
    first, second = named[0], named[1] if len(named) > 1 else named[0]
    beside = second[0] == first[1] + 1 and words[first[1]].tags & COMMA and words[second[0]].tags & words[second[1] - 1].tags & CAPITAL
    return second if beside else first


def _governed(words: list[Word], phrase: Phrase) -> bool:
    """Whether a preposition stands before a noun phrase."""
    return phrase[0] > 0 and bool(words[phrase[0] - 1].tags & PREPOSITION)


def _named(words: list[Word], kind: str, speaker: str | None) -> list[Phrase]:
    """Noun phrases that a pronoun of a kind may stand for, without those who speak and what is put beside them between commas."""
    found, spoke = [], -1
    for phrase in itertools.chain.from_iterable(_with_owner(words, phrase) for phrase in phrases(words)):
        beside = spoke >= 0 and phrase[0] == spoke + 1 and words[spoke].tags & COMMA
        if beside or _speaks(words, phrase, speaker):
            spoke = phrase[1]
        elif _fits(words, phrase, kind) and not _predicated(words, phrase):
            found.append(phrase)
    return found


def _sentences(text: str) -> Iterator[list[Word]]:
    """The words of each sentence of a text, the last first."""
    for line in reversed(text.splitlines()):
        words, end = _cut(line), len(_cut(line))
        for number in range(len(words) - 2, -1, -1):
            if not number or _ends(words, number):
                sentence, end = words[number + (number > 0) : end], number + 1
                if any(here.tags & TAG["word"] for here in sentence):
                    yield sentence


@functools.lru_cache(maxsize=REMEMBERED)
def _cut(line: str) -> list[Word]:
    return list(map(word, PIECE.findall(with_genitives(line))))


def _ends(words: list[Word], at: int) -> bool:
    """Whether a sentence ends with word `at`; none does before a word in small letters, as behind “Is it?” she asked."""
    if not words[at].tags & _STOP or abbreviated(words, at):
        return False
    behind = beyond_marks(words, at + 1, 1)
    return behind >= len(words) or not words[behind].surface[:1].islower()


def phrases(words: list[Word]) -> Iterator[Phrase]:
    """Noun phrases of some words, without pronouns."""
    at = 0
    while at < len(words):
        opens = words[at].tags & OPENING or nominal(words, at)
        found = phrase_from(words, at) if opens and not words[at].tags & PRONOUN else None
        if found:
            yield found
        at = found[1] if found else at + 1


def _predicated(words: list[Word], phrase: Phrase) -> bool:
    """Whether a noun phrase is a predicate: "They are not refugees, they are thieves"."""
    before = phrase[0] - 1
    while before > 0 and words[before].tags & ADVERB:
        before -= 1
    asked = all(here.tags & MARK for here in words[: max(0, before)])  # “Is the marshal a dictator?”
    return before > 0 and bool(words[before].tags & BE) and not asked


def _with_owner(words: list[Word], phrase: Phrase) -> Iterator[Phrase]:
    """Yield who owns what a noun phrase names, "the premier's" of "the premier's critics", and the phrase."""
    owner = next((number for number in range(phrase[0], phrase[1] - 1) if words[number].tags & POSSESSOR), None)
    if owner is not None:
        yield phrase[0], owner + 1
    yield phrase


def _fits(words: list[Word], phrase: Phrase, kind: str) -> bool:
    """Whether a noun phrase can be meant by a pronoun of this kind: one person of that sex, or many."""
    head = words[phrase[1] - 1]
    noun = head.lower.partition("'")[0]
    if kind == "many":
        definite = head.tags & TAG["role"] or words[phrase[0]].lower in ("the", "these")
        plural = head.tags & TAG["plural"] and not head.lower.endswith("'s")
        return bool(plural and definite) or head.lower in words_of("plurals")
    if head.tags & CAPITAL and not words[phrase[0]].tags & OPENING:
        return _sex(words, phrase) in (None, kind) and _may_be_name(words, phrase)
    return (is_person(noun) or noun in titles()) and sex_of(noun) in (None, kind)


def _may_be_name(words: list[Word], phrase: Phrase) -> bool:
    """Whether a phrase in capitals may be a person's: more than one word, or a name that no preposition puts somewhere."""
    first, end = phrase
    common = words[first].tags & (TAG["plural"] | TAG["role"] | TIME | ADVERB) or words[first].lower in words_of("pronouns")
    alone = end - first == 1 and common
    return not alone and (end - first > 1 or not _governed(words, phrase))


def _sex(words: list[Word], phrase: Phrase) -> str | None:
    """What the first name or a title of a person tells."""
    told = (first_names().get(here.lower) or titles().get(here.lower) for here in words[phrase[0] : phrase[1]])
    return next((sex for sex in told if sex in ("male", "female")), None)


def _speaks(words: list[Word], phrase: Phrase, speaker: str | None) -> bool:
    """Whether a noun phrase names who says the sentence."""
    return speaker is not None and words[phrase[1] - 1].lower in speaker.lower().split()


def told_of(clause: Clause) -> str | None:
    """Read “He is a thug,” Holm said of the marshal."""
    words = clause.words
    for number in range(clause.last, len(words) - 2):
        if words[number].forms & PAST and words[number + 1].lower == "of":
            told = phrase_from(words, number + 2)
            return None if told is None else printed(words, told)
    return None


def _confessed(words: list[Word], pronoun: int, speaker: str | None) -> str | None:
    """Read "The keeper admitted he had cheated": whoever confesses or denies speaks of himself."""
    verb = pronoun - 1
    if verb > 0 and words[verb].lower == "that":
        verb -= 1
    if verb < 1 or words[verb].lower not in forms_of("confessing"):
        return None
    confessor = subject(words, verb)
    if confessor and words[confessor[0]].tags & PRONOUN:
        return speaker
    return printed(words, confessor) if confessor else None


def _expletive(clause: Clause, pronoun: int) -> bool:
    """Whether "it" stands for the clause behind a predicate: "It is a scandal that the wards were empty", "make it easy to"."""
    words = clause.words
    made = pronoun > 0 and pronoun + 1 == clause.first and words[pronoun - 1].lower in forms_of("labelling")
    predicate = made or any(here.tags & BE or here.lower == "it's" for here in words[: clause.first])
    return predicate and clause.last < len(words) and words[clause.last].lower in ("that", "to")


def _definite_before(clause: Clause) -> str | None:
    """What "it" points to in its own sentence: the nearest "the" before it, of a thing."""
    words = clause.words
    start = next((number for number in range(clause.first - 1, -1, -1) if words[number].lower in words_of("neuter")), 0)
    return next((found for number in range(start - 1, -1, -1) if (found := _thing_from(words, number))), None)


def _thing_from(words: list[Word], number: int, *, governed: bool = False) -> str | None:
    """Noun phrase that opens with "the" at word `number`, or "her" in front, of a thing; behind "against" and the like if `governed`."""
    if words[number].lower != "the" and (number or not words[0].tags & POSSESSIVE):
        return None
    before = words[number - 1] if number else None
    if before is not None and before.tags & PREPOSITION and not (governed and before.lower != "by"):
        return None
    found = phrase_from(words, number)
    if found is None or not _one_thing(words, found):
        return None
    if not number and any(here.verb and not (here.homograph or here.tags & TAG["ed"]) for here in words[slice(*found)]):
        return None
    named = found[1] - found[0] > 2 and words[found[1] - 1].tags & words[found[1] - 2].tags & CAPITAL  # "shop steward Nina Obi"
    title = before is not None and before.tags & MARK and found[1] < len(words) and words[found[1]].tags & MARK
    return None if named or title else printed(words, found)


def _one_thing(words: list[Word], phrase: Phrase) -> bool:
    """Whether the head of a noun phrase names no person and is no plural."""
    head = words[phrase[1] - 1]
    return not (is_person(head.lower) or head.tags & TAG["plural"])


def _definite(words: list[Word], phrase: Phrase) -> bool:
    """Whether a noun phrase opens with "the" or "this", or has an owner."""
    return words[phrase[0]].lower in ("the", "this") or any(here.tags & POSSESSOR for here in words[phrase[0] : phrase[1] - 1])


def _antecedent(before: str) -> str | None:
    """What "it" points to: the last definite noun phrase before a verb in the sentence before, else any definite one."""
    words = next(_sentences(before), [])
    for number in range(len(words) - 1, 0, -1):
        if words[number].tags & BE or words[number].forms & PAST:
            found = subject(words, number)
            if found and _one_thing(words, found) and _definite(words, found):
                return None if words[found[1] - 1].tags & CAPITAL else printed(words, found)
    places = [(number, False) for number in range(len(words) - 1)]
    places += [(number, True) for number in range(1, len(words) - 1) if words[number - 1].lower in words_of("about")]
    return next((thing for number, governed in places if (thing := _thing_from(words, number, governed=governed))), None)
