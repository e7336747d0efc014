"""Whom "he", "she" and "they" stand for: somebody named before, or whom a speaker says something of."""

import functools
import itertools
from collections.abc import Iterable, Iterator, Mapping

from framing.voice.classes.between import COMMA, COORD, MARK, OPEN, PREP
from framing.voice.classes.nouns import CAP, DEFINITE, INDEFINITE, NUMBER, OPENING, PLURAL, POSS, POSSESSOR, PRONOUN, ROLE, SUBJECT, TIME
from framing.voice.classes.verbs import AUXILIARY, BE, ED, INGTAG, LOOSE, NEG
from framing.voice.cues import Word, word
from framing.voice.people.names import first_names, titles
from framing.voice.people.roles import is_person, sex_of
from framing.voice.stance.actors import actor, main_subject_behind
from framing.voice.stance.bodies import before_pronoun, represented
from framing.voice.stance.clause import Clause
from framing.voice.stance.earlier import Said, Sentence, sentences
from framing.voice.stance.nominal import name_ending, names_person, printed
from framing.voice.stance.readings import has_adjectival_form
from framing.voice.stance.subjects import subject
from framing.voice.stance.tags import concerned, told_of
from framing.voice.stance.target_words import edges_of, forms_of, words_of
from framing.voice.steps import agrees, back, first_of, holds, only, past
from framing.voice.units import Phrase


@functools.cache
def kinds() -> Mapping[str, str]:
    """Pronouns that stand for persons: one of a sex, or many."""
    return {lower: kind for kind in ("male", "female", "many") for lower in words_of(kind)}


def person(clause: Clause, pronoun: int, said: Said) -> str | None:
    """Whom "he", "she" or "they" at word `pronoun` stands for: somebody other than who speaks, unless who speaks denies it."""
    kind = kinds()[clause.words[pronoun].lower.partition("'")[0]]
    told = told_of(clause, pronoun) or concerned(clause.words, pronoun)
    near = printed(clause.words, told) if told else _of_self(clause, pronoun, kind, said) or _made_so(clause, pronoun, kind, said)
    if near is not None:
        return near
    # What a term that opens the sentence is done to is not who does it: "After mocking Holm, he left".
    earlier = Sentence(clause.words[: clause.first if clause.first < pronoun else pronoun])
    others = _named(earlier, kind, said)
    named = [phrase for phrase in others if phrase != who_labels(clause.words, pronoun)]
    named = [phrase for phrase in named if not _fronted(earlier, phrase) and not _governs(clause.words, phrase, pronoun)]
    if named and _may_be(clause, earlier, named[-1]):
        return printed(clause.words, named[-1])
    asked = _asked(clause, kind)
    if asked is not None:
        return printed(clause.words, asked)
    for words in sentences(said.before):
        named = _named(words, kind, said)
        named = [phrase for phrase in named if _may_be(clause, words, phrase)]
        leading = [phrase for phrase in named if not _governed(words, phrase)]
        if named:
            return printed(words, _by_name(words, leading or named))
    return _of_self(clause, pronoun, kind, said, alone=True) or _own(clause.words, pronoun, kind, said)


def _may_be(clause: Clause, words: list[Word], phrase: Phrase) -> bool:
    """Whether what many are called can be said of these: “They are vandals” is said of no greenhouses."""
    term = clause.term
    people = term.tags & PLURAL and (term.tags & ROLE or names_person(term))
    head = words[phrase[1] - 1]
    return not people or bool(head.tags & (CAP | ROLE)) or head.lower in words_of("plurals")


def _fronted(words: list[Word], phrase: Phrase) -> bool:
    """Whether a noun phrase says what the pronoun behind it is: "Once a nurse, she"."""
    return phrase[1] + 1 == len(words) and bool(words[phrase[0]].tags & INDEFINITE and words[phrase[1]].tags & COMMA)


def _asked(clause: Clause, kind: str) -> Phrase | None:
    """Read "Asked whether he was a stooge, Rafferty laughed": the subject behind a participle that opens the sentence."""
    opening = clause.words[0]
    if not (opening.tags & ED or opening.lower in ("when", "told") or opening.lower in words_of("participles")):
        return None
    found = main_subject_behind(clause, 1)
    return found if found and _fits(clause.words, found, kind) else None


def _governs(words: list[Word], phrase: Phrase, pronoun: int) -> bool:
    """Whether the verb of which a pronoun is the object ends what looks like a noun phrase: "The union calls them"."""
    return phrase[1] == pronoun and agrees(words, phrase[0], pronoun - 1)


def _by_name(words: list[Word], named: list[Phrase]) -> Phrase:
    """The first of some persons, by the name that stands between commas: "The minister, Olga Marr,"."""
    first, second = named[0], named[1] if len(named) > 1 else named[0]
    beside = second[0] == first[1] + 1 and words[first[1]].tags & COMMA and words[second[0]].tags & words[second[1] - 1].tags & CAP
    return second if beside else first


def _governed(words: list[Word], phrase: Phrase) -> bool:
    """Whether a preposition stands before a noun phrase."""
    return phrase[0] > 0 and bool(words[phrase[0] - 1].tags & PREP)


def _named(words: Sentence, kind: str, said: Said) -> list[Phrase]:
    """Noun phrases that a pronoun of a kind may stand for, without those who speak and what is put beside them."""
    found: list[Phrase] = []
    spoke, opened, source = -1, -1, said.source()
    for phrase in itertools.chain.from_iterable(_with_owner(words, phrase) for phrase in words.phrases):
        beside = spoke >= 0 and phrase[0] == spoke + 1 and words[spoke].tags & (COMMA | COORD)
        beside = beside or (phrase[0] == opened and words[phrase[0] - 1].tags & COMMA > 0)  # "the guild's lawyer" behind "the guild's"
        if beside or _speaks(words, phrase, source):
            if found and _renames(words, phrase, found[-1]):
                found.pop()
            spoke, opened = phrase[1], phrase[0] if beside else -1
        elif _fits(words, phrase, kind) and not _predicated(words, phrase):
            found.append(phrase)
    return found if kind != "many" else found + _pairs(words, found, source)


def _pairs(words: Sentence, found: list[Phrase], source: list[str]) -> list[Phrase]:
    """Two persons, "Dace and Holm", whom "they" means where no several are `found` but who report of them, unless one of them speaks."""
    ones = words.phrases if all(_reports(words, phrase[1]) for phrase in found) else []
    pairs = ((one, other) for one, other in itertools.pairwise(ones) if other[0] == one[1] + 1 and words[one[1]].lower == "and")
    return [(one[0], other[1]) for one, other in pairs if all(_one(words, phrase, source) for phrase in (one, other))]


def _reports(words: list[Word], at: int) -> bool:
    """Whether word `at` is a verb of saying."""
    says = words[at].verb if at < len(words) else None
    return says is not None and says.speaks


def _one(words: list[Word], phrase: Phrase, source: list[str]) -> bool:
    """Whether a noun phrase is of one person, who does not speak."""
    return any(_fits(words, phrase, kind) for kind in ("male", "female")) and not _speaks(words, phrase, source)


def _renames(words: list[Word], phrase: Phrase, other: Phrase) -> bool:
    """Whether a phrase between commas renames the one before it: "His barrister, Cass Olney,"."""
    return phrase[0] == other[1] + 1 < phrase[1] < len(words) and bool(words[other[1]].tags & words[phrase[1]].tags & COMMA)


def _predicated(words: list[Word], phrase: Phrase) -> bool:
    """Whether a noun phrase is a predicate: "They are not refugees, they are thieves"."""
    before = back(words, phrase[0] - 1, LOOSE | MARK)
    asked = only(words[: max(0, before)], MARK)  # “Is the marshal a dictator?”
    contracted = words[before].tags & SUBJECT and "'" in words[before].lower if before >= 0 else False  # "I'm a fool"
    return bool(contracted) or (before > 0 and bool(words[before].tags & BE) and not asked)


def _with_owner(words: list[Word], phrase: Phrase) -> Iterator[Phrase]:
    """Yield who owns what a noun phrase names, "the premier's" of "the premier's critics", and the phrase."""
    owner = first_of(words, range(phrase[0], phrase[1] - 1), POSSESSOR)
    if owner is not None and words[phrase[1] - 1].lower not in words_of("offices"):
        yield phrase[0], owner + 1
    name = name_ending(words, phrase[1] - 1) if words[phrase[1] - 1].tags & CAP else _opening_name(words, phrase)
    yield name if name[1] - name[0] > 1 and not words[name[0]].tags & OPENING else phrase  # "the treasurer Mina Oake"


def _opening_name(words: list[Word], phrase: Phrase) -> Phrase:
    """The name in "Henrik Valla straight"; the phrase where it opens with no first name and a further one."""
    end = past(words, phrase[0], CAP, phrase[1])
    return (phrase[0], end) if end - phrase[0] > 1 and words[phrase[0]].lower in first_names() else phrase


def _fits(words: list[Word], phrase: Phrase, kind: str) -> bool:
    """Whether a noun phrase can be meant by a pronoun of this kind: one person of that sex, or many."""
    head = words[phrase[1] - 1]
    noun = head.lower.partition("'")[0]
    plural = head.tags & PLURAL and not head.lower.endswith("'s")
    if kind == "many":
        definite = head.tags & ROLE or words[phrase[0]].tags & DEFINITE or not phrase[0]  # "Bailiffs came."
        return bool(plural and definite) or head.lower in words_of("plurals")
    if head.tags & CAP and not words[phrase[0]].tags & OPENING:
        return _sex(here.lower for here in words[slice(*phrase)]) in (None, kind) and _may_be_name(words, phrase)
    bare = phrase[0] and not words[phrase[0]].tags & (OPENING | CAP | POSSESSOR | NUMBER)  # "banker, godmother or bore"
    if plural or bare or noun in words_of("plurals"):
        return False
    return (is_person(noun) or noun in titles()) and sex_of(noun) in (None, kind)


def _may_be_name(words: list[Word], phrase: Phrase) -> bool:
    """Whether a phrase in capitals may be a person's: more than one word, or a name that no preposition puts somewhere."""
    first, end = phrase
    here = words[first]
    relates = here.tags & POSSESSOR and end < len(words) and is_person(words[end].lower)  # "Lind's wife"
    many = here.tags & PLURAL and not relates
    common = many or here.tags & (ROLE | TIME | LOOSE | INGTAG) or here.lower in words_of("pronouns")
    participle = here.tags & ED or here.lower in words_of("participles") or here.lower.endswith(edges_of("doctrines"))
    common = common or (not first and (has_adjectival_form(here) or participle))  # "Evasive to the last, he left."
    placed = first > 1 and words[first - 1].tags & OPEN and words[first - 2].tags & CAP  # "Ida Holm (Oregon)"
    alone = placed or (end - first == 1 and common)
    return not alone and (end - first > 1 or not _governed(words, phrase))


def _sex(names: Iterable[str]) -> str | None:
    """What the first name or a title of a person tells."""
    told = (first_names().get(name) or titles().get(name) for name in names)
    return next((sex for sex in told if sex in ("male", "female")), None)


def _speaks(words: list[Word], phrase: Phrase, source: list[str]) -> bool:
    """Whether a noun phrase names who says the sentence: by the last word of a name, by all words of a description."""
    head = words[phrase[1] - 1]
    if head.lower not in source or head.tags & POSSESSOR:
        return False  # "The premier's critics said she"
    return bool(head.tags & CAP) or all(here.lower in source for here in words[slice(*phrase)])


def who_labels(words: list[Word], pronoun: int) -> Phrase | None:
    """Who labels or accuses the object at word `pronoun`, and so is not meant by it: "The premier called her"."""
    verb = words[pronoun - 1].lower if pronoun and words[pronoun].tags & PRONOUN else ""
    return subject(words, pronoun - 1) if verb in forms_of("labelling", "accusing") else None


def titled_before(words: list[Word], phrase: Phrase, before: str) -> str | None:
    """Who was named with the title that a description repeats: "Alderman Hugo Tring" before "the alderman"."""
    title = words[phrase[1] - 1].lower.removesuffix("'s")
    heard = [Sentence(words[: phrase[0]]), *sentences(before)]
    for earlier in (one for one in heard if any(here.lower == title for here in one)):
        titled = [found for found in earlier.phrases if _has_title(earlier[slice(*found)], title)]
        if titled:
            return printed(earlier, titled[0]) if len(titled) == 1 else None
    return None


def _has_title(named: list[Word], title: str) -> bool:
    """Whether a title stands right before a name."""
    return any(one.lower == title and other.tags & named[-1].tags & CAP for one, other in itertools.pairwise(named))


def _of_self(clause: Clause, pronoun: int, kind: str, said: Said, *, alone: bool = False) -> str | None:
    """Read "The keeper admitted he had cheated", "Holm said she had never lied": whoever confesses or denies speaks of himself."""
    words = clause.words
    verb, confesses = before_pronoun(words, pronoun)
    if verb < 0:
        return None
    says = words[verb].verb
    if says and says.speaks and _feels(clause, pronoun) and _is_of(said, kind):
        return said.speaker
    if not confesses and not (says and says.speaks and _denies(words, pronoun, alone=alone)):
        return None
    reporter = actor(clause, verb)
    reporter = represented(words, reporter, verb) if kind == "many" else reporter
    many = reporter is not None and words[reporter[1] - 1].tags & PLURAL and kind != "many"  # "Lawyers for Toll denied he was"
    if reporter is None or many or not (confesses or words[reporter[0]].tags & PRONOUN or _fits(words, reporter, kind)):
        return None
    return said.speaker if words[reporter[0]].tags & PRONOUN or not confesses else printed(words, reporter)


def _own(words: list[Word], pronoun: int, kind: str, said: Said) -> str | None:
    """Read "Holm said that his threat stood", where nobody else is named: who reports before it tells of himself."""
    mention = (said.mention or "").lower().split()
    at = next((number for number in range(pronoun - 1, -1, -1) if mention and words[number].lower == mention[-1]), None)
    if at is None or not words[pronoun].tags & POSS or not _is_of(said, kind):
        return None
    return None if sum(here.tags & MARK > 0 for here in words[at:pronoun]) % 2 else said.speaker


def _made_so(clause: Clause, pronoun: int, kind: str, said: Said) -> str | None:
    """Read "Holm said the raid had left her bitter": what a thing does to somebody, he tells of himself."""
    words = clause.words
    if words[pronoun - 1].lower not in forms_of("making_so") or holds(words[:pronoun], MARK):
        return None
    if not _is_of(said, kind):
        return None
    cause = actor(clause, pronoun - 1)
    person = cause is None or words[cause[0]].tags & PRONOUN or words[cause[1] - 1].tags & (CAP | ROLE)
    return None if person else said.speaker


def _is_of(said: Said, kind: str) -> bool:
    """Whether who speaks is of the kind that a pronoun asks for: one of a sex, or many."""
    speaker = (said.speaker or "").lower().split()
    if not speaker:
        return False
    head = word(speaker[-1]).tags
    plural = bool(head & PLURAL and head & ROLE)
    return plural if kind == "many" else _sex(speaker) in (None, kind) and not plural


def _feels(clause: Clause, pronoun: int) -> bool:
    """Whether the term says what the pronoun's person feels, which nobody tells of another: "said she was appalled"."""
    words, verb = clause.words, pronoun + 1
    row = (here for here in words[verb : clause.first] if here.lower not in words_of("felt"))  # "was shocked and appalled"
    between = only(list(row), LOOSE | AUXILIARY | MARK | COORD)
    return words[clause.first].lower in words_of("felt") and verb < clause.first and between


def _denies(words: list[Word], pronoun: int, *, alone: bool) -> bool:
    """Whether somebody says of himself what is denied: "she had never", "he had no plans"; "he was not" if nobody else is `alone` named."""
    behind = [here.lower for here in words[pronoun + 1 : pronoun + 4]]
    planned = any(one == "no" and other in words_of("plans") for one, other in itertools.pairwise(behind))
    negated = alone and any(here.tags & NEG or here.lower.endswith("n't") for here in words[pronoun + 1 : pronoun + 4])
    return "never" in behind or planned or negated
