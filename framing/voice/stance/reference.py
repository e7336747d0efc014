"""What a pronoun stands for: somebody or something named before it, or who speaks."""

import functools
import itertools

from framing.voice.classes.between import COORD, MARK, PREP, THAT
from framing.voice.classes.nouns import CAP, DEFINITE, INDEFINITE, OWNED, PLURAL, POSS, POSSESSOR, PRONOUN
from framing.voice.classes.verbs import BE, DO, ED, HAVE, LOOSE, MODAL, TO
from framing.voice.cues import PAST, Word
from framing.voice.people.roles import is_person
from framing.voice.stance.bodies import acting_before, doer_before, of_itself, told_before
from framing.voice.stance.clause import Clause
from framing.voice.stance.earlier import Said, Sentence, sentences
from framing.voice.stance.nominal import is_verb, names_person, noun_behind, phrase_from, printed
from framing.voice.stance.persons import kinds, person, who_labels
from framing.voice.stance.readings import verb_reading
from framing.voice.stance.subjects import subject
from framing.voice.stance.tags import addressed, concerned, told_of
from framing.voice.stance.target_words import forms_of, links, words_of
from framing.voice.steps import first_word, holds, past
from framing.voice.units import Phrase


@functools.cache
def followed() -> frozenset[str]:
    """Pronouns whose referent is looked for."""
    return frozenset(["its", "you", *words_of("neuter"), *words_of("first"), *kinds()])


def referent(clause: Clause, pronoun: int, said: Said) -> str | None:
    """What the pronoun at word `pronoun` stands for, if that can be told; see `Said` for `said`."""
    lower = clause.words[pronoun].lower.partition("'")[0]
    if lower in words_of("first"):
        return said.speaker
    if lower == "you":
        return addressed(clause, pronoun, said)
    if lower == "its":
        return _owner(clause.words, pronoun) or told_before(said, things=True)
    return person(clause, pronoun, said) if lower in kinds() else _thing(clause, pronoun, said)


def _thing(clause: Clause, pronoun: int, said: Said) -> str | None:
    """What "it" at word `pronoun` stands for; "this" and "that" point to what was told, not to anything named."""
    if _of_clause(clause):
        return doer_before(said)
    if _expletive(clause, pronoun):
        return None
    told = told_of(clause, pronoun) or concerned(clause.words, pronoun) or of_itself(clause, pronoun)
    if told is None and clause.words[pronoun].lower == "it" and _acts(clause, pronoun):
        acting = acting_before(clause.words, pronoun) or told_before(said)
        if acting is not None:
            return acting
    near = printed(clause.words, told) if told else _definite_before(clause, pronoun)
    if near and near.split()[-1].lower() in said.source() and verb_reading(clause) != "active":
        return _antecedent(said.before) or near  # "The opposition says it was rigged"
    if near or not clause.words[pronoun].lower.startswith("it") or any(here.lower == "if" for here in clause.words[:pronoun]):
        return near  # "If the dam breaks, it will be a catastrophe"
    governed = (_thing_from(clause.words, number, governed=True) for number in range(pronoun - 1, -1, -1))
    return _antecedent(said.before) or next(filter(None, governed), None)


def _of_clause(clause: Clause) -> bool:
    """Read "It is a callous way to treat them", "That was a cowardly thing to do": what was told before is judged, not a thing."""
    words, behind = clause.words, clause.last + 1
    if behind >= len(words) or not words[behind].tags & TO:
        return False
    return words[clause.last].lower in words_of("manners", "empty")


def _acts(clause: Clause, pronoun: int) -> bool:
    """Whether "it" at word `pronoun` can only be somebody: it does something, or is called by a noun for people, "It is a bully"."""
    words, verb = clause.words, pronoun + 1
    if holds(words[pronoun + 1 : clause.first], BE):
        called = names_person(clause.term) and not (noun_behind(clause))
        return called or verb_reading(clause) == "active"  # "It was lying", but not "It was a terrorist attack"
    verb = past(words, verb, HAVE | MODAL | DO | LOOSE, len(words) - 1)
    does = verb < len(words) and is_verb(words, verb) and not links(words[verb])
    return does or verb_reading(clause) == "active"


def _owner(words: list[Word], pronoun: int) -> str | None:
    """Whose "its" at word `pronoun` says something is: the nearest subject before it that is one thing."""
    subjects = (subject(words, number) for number in range(pronoun - 1, 0, -1) if is_verb(words, number))
    return next((printed(words, found) for found in subjects if found and _is_thing(words, found)), None)


def _is_thing(words: list[Word], phrase: Phrase) -> bool:
    """Whether a noun phrase can be meant by "its": one thing or body, or a name that only looks like many."""
    head = words[phrase[1] - 1]
    return not (head.tags & PRONOUN or is_person(head.lower) or (head.tags & PLURAL and not head.tags & CAP))


def _expletive(clause: Clause, pronoun: int) -> bool:
    """Whether "it" stands for the clause behind a predicate: "It is a scandal that the wards were empty", "make it easy to"."""
    words = clause.words
    made = pronoun > 0 and pronoun + 1 == clause.first and words[pronoun - 1].lower in forms_of("labelling")
    predicate = made or any(here.tags & BE or here.lower == "it's" for here in words[: clause.first])
    graded = clause.first > 0 and words[clause.first - 1].lower == "too"  # "it is too timid to govern"
    clausal = clause.last + 1 < len(words) and words[clause.last].lower in ("that", "to")
    return predicate and not graded and clausal and not _relative(clause, pronoun)


def _relative(clause: Clause, pronoun: int) -> bool:
    """Whether a relative clause stands behind the term: "It was a carve-up that would cost jobs", but "It was greed that ruined it"."""
    words, at = clause.words, clause.last
    one = holds(words[pronoun + 1 : clause.first], INDEFINITE)
    return one and words[at].lower == "that" and is_verb(words, at + 1)


def _definite_before(clause: Clause, pronoun: int) -> str | None:
    """What "it" points to in its own sentence: the nearest "the" before it, of a thing that does not label "it"."""
    words = clause.words
    labels = who_labels(words, pronoun)
    start = first_word(words, range(clause.first - 1, -1, -1), words_of("neuter"), 0)
    places = (number for number in range(start - 1, -1, -1) if labels is None or number != labels[0])
    return next((found for number in places if (found := _thing_from(words, number))), None)


def _thing_from(words: list[Word], number: int, *, governed: bool = False) -> str | None:
    """Noun phrase that opens with "the" at word `number`, or "her" in front, of a thing; behind "against" and the like if `governed`."""
    here = words[number]
    if not here.tags & DEFINITE and (not here.tags & POSS or here.lower == "its"):  # what has "its plant" is not its plant
        return None
    before = words[number - 1] if number else None
    if before is not None and before.tags & PREP and not (governed and before.lower != "by"):
        return None
    found = phrase_from(words, number)
    if found is None or not _one_thing(words, found):
        return None
    if not number and any(here.verb and not (here.homograph or here.tags & ED) for here in words[slice(*found)]):
        return None
    told = found[1] < len(words) and words[found[1]].tags & BE and holds(words[found[1] : found[1] + 3], THAT)
    if told:
        return None  # "The trouble is that it"
    named = found[1] - found[0] > 2 and words[found[1] - 1].tags & words[found[1] - 2].tags & CAP  # "shop steward Nina Obi"
    title = before is not None and before.tags & MARK and found[1] < len(words) and words[found[1]].tags & MARK
    return None if named or title else printed(words, found)


def _one_thing(words: list[Word], phrase: Phrase) -> bool:
    """Whether the head of a noun phrase names no person, no time and is no plural."""
    head = words[phrase[1] - 1]
    return not (head.lower in words_of("moments") or is_person(head.lower) or head.tags & PLURAL)


def _definite(words: list[Word], phrase: Phrase) -> bool:
    """Whether a noun phrase opens with "the" or "this", or has an owner."""
    return bool(words[phrase[0]].tags & (POSS | DEFINITE)) or holds(words[phrase[0] : phrase[1] - 1], POSSESSOR)


def _of_it_alone(words: list[Word]) -> bool:
    """Whether a sentence begins with "it" and names nothing that "it" could stand for."""
    opening = past(words, 0, COORD | MARK, len(words) - 1)
    return words[opening].lower == "it" and not holds(words, OWNED | DEFINITE)


def _antecedent(before: str) -> str | None:
    """What "it" points to: the last definite noun phrase before a verb in the sentence before, else any definite one.

    A sentence that tells of "it" alone is stepped over: "The board knew. It slept. It lied."
    """
    words: list[Word] = next(itertools.dropwhile(_of_it_alone, sentences(before)), Sentence())
    if not holds(words, OWNED | DEFINITE):
        return None
    for number in range(len(words) - 1, 0, -1):
        if words[number].tags & BE or words[number].forms & PAST:
            found = subject(words, number)
            if found and _one_thing(words, found) and _definite(words, found):
                return None if words[found[1] - 1].tags & CAP else printed(words, found)
    places = [(number, False) for number in range(len(words) - 1)]
    places += [(number, True) for number in range(1, len(words) - 1) if words[number - 1].lower in words_of("about")]
    return next((thing for number, governed in places if (thing := _thing_from(words, number, governed=governed))), None)
