"""Whom a term describes: the agent of an act, the bearer of an attribute, the actor a label names."""

import dataclasses
import functools
from collections.abc import Callable

from framing.voice.classes.between import COMMA, COORD, MARK, PREP, PUNCTUATION
from framing.voice.classes.nouns import CAP, DET, INDEFINITE, NUMBER, OPENING, PEOPLE, PLURAL, POSSESSOR, PRONOUN, ROLE
from framing.voice.classes.verbs import ADV, AUXILIARY, BE, ED, HAVE, INGTAG, LOOSE, TO
from framing.voice.cues import Word
from framing.voice.stance import reference
from framing.voice.stance.actors import actor, main_subject_behind
from framing.voice.stance.appositions import announced, apposition, name_beside, named_behind, postposed
from framing.voice.stance.bearers import attribute, headed, in_affair, is_act, quoted
from framing.voice.stance.by_agents import by_agent
from framing.voice.stance.charges import charged_with
from framing.voice.stance.clause import Clause
from framing.voice.stance.deeds import doer, in_fashion, in_manner
from framing.voice.stance.described import by_name, itself, named
from framing.voice.stance.earlier import Said
from framing.voice.stance.edges import verb_begins, with_be
from framing.voice.stance.forces import only_itself
from framing.voice.stance.fragments import answered, said_without_subject
from framing.voice.stance.fronting import exclaimed, fronted, inverted, named_ahead, questioned
from framing.voice.stance.labels import accused, labelled
from framing.voice.stance.nominal import before_term, determined, governs, is_time, is_verb, names_person, phrase_from, printed
from framing.voice.stance.owners import acting, bearer_of, conducted, measured, owned, possessor, sender, told_about
from framing.voice.stance.patients import as_before, judges, patient
from framing.voice.stance.predicates import gapped, predicate
from framing.voice.stance.readings import before_row, grades, has_adjectival_form, is_adverb, is_past, judging, may_describe, verb_reading
from framing.voice.stance.responsible import beyond_victim, laid_to, wrought_in
from framing.voice.stance.subjects import subject
from framing.voice.stance.tags import said_of
from framing.voice.stance.target_words import forms_of, words_of
from framing.voice.stance.victims import counted, reduced
from framing.voice.steps import only
from framing.voice.units import Phrase


def target(clause: Clause, ways: int, said: Said) -> str | None:
    """Whom the term of `clause` describes, as printed; null where nobody is named.

    `ways` has a bit for each of `WAYS` that is open; `said` is who says it, for "we", and what stands before it, for "it".
    """
    if clause.first >= clause.last:
        return None
    if ways & AS_ITSELF and only_itself(clause):
        own = itself(clause)
        return None if own is None else _named(clause, own, said)
    if ways & AS_VERB and grades(clause):
        clause, ways = dataclasses.replace(clause, last=clause.last + 1), EVERY_NOUN  # "wildly" of "was wildly inaccurate"
    as_verb = ways & AS_VERB
    reading = verb_reading(clause) if as_verb else None
    described = attribute(clause) if ways & AS_ADJECTIVE and reading is None else None
    fashion = in_fashion(clause, described) if described is not None else None
    if fashion is not None:
        return _named(clause, who, said) if (who := in_manner(clause, fashion)) else None
    if described is not None and clause.words[described[1] - 1].lower not in words_of("empty"):
        unowned = is_act(clause.words, described) and possessor(clause) is None
        done = doer(clause, described[1]) if unowned else None  # "shown callous disregard"
        return (_named(clause, done, said) if done else None) or _of_adjective(clause, described, said)
    if reading is not None or (as_verb and is_adverb(clause)):
        beside = reading == "active" and may_describe(clause.words[clause.first])  # "The miners, fed up with it, struck"
        found = _of_verb(clause, reading) or (apposition(clause) if beside else None)
    else:
        found = next(filter(None, (way(clause) for way in _of_nouns(ways))), None)
        if found is None and ways & AS_ANSWER:
            return answered(clause, said)
    printed_so = None if found is None else _named(clause, found, said)
    own = itself(clause) if printed_so is None else None
    return printed_so if own is None else _named(clause, own, said)


@functools.cache
def _of_nouns(ways: int) -> tuple[Callable[[Clause], Phrase | None], ...]:
    return tuple(way for way in OF_NOUNS if ways >> WAYS.index(way.__name__) & 1)


def _of_adjective(clause: Clause, head: Phrase, said: Said) -> str | None:
    """Whom an adjective before a noun describes: what is labelled so, who owns the act, what the noun is beside, or the noun itself."""
    if clause.words[head[1] - 1].lower in words_of("measures") and (size := measured(clause)) is not None:
        return _named(clause, size, said)
    if clause.words[head[1] - 1].tags & POSSESSOR:
        return f"the {printed(clause.words, head)}"  # "Zell, the rogue province's port"
    if only(clause.words[slice(*head)], CAP) and names_person(clause.term):
        return printed(clause.words, head)  # "The founder, the alleged quack Otto Weil,"
    clausal = head[1] < len(clause.words) and is_verb(clause.words, head[1])  # "left as a furious crowd gathered"
    if quoted(clause) and clause.words[head[0]].lower in words_of("affairs"):
        about = in_affair(clause)
        return None if about is None else printed(clause.words, about)
    owner = labelled(clause) if as_before(clause) and not clausal else None
    noun = quoted(clause) and not has_adjectival_form(clause.term)  # "the duke's ‘resettlement’ drive"
    owner = owner or (_whose_act(clause, head) if is_act(clause.words, head) and not noun else None) or apposition(clause)
    owner = owner or (None if clausal else _of_predicate(clause, head))
    beside = name_beside(clause.words, head[1])  # "The negligent owner, Sten Dahl,"
    definite = clause.first and clause.words[clause.first - 1].tags & DET and not _indefinite(clause)
    owner = owner or beside or (None if definite else said_without_subject(clause))
    whose = _named(clause, owner, said) if owner else None
    if whose is not None or (owner and _is_somebody(clause.words[head[1] - 1]) and clause.words[owner[0]].tags & PRONOUN):
        return whose  # "He was a gifted liar"
    named = clause.words[head[0]].tags & CAP and clause.words[head[1] - 1].tags & CAP
    return printed(clause.words, head) if named else f"the {printed(clause.words, head)}"


def _indefinite(clause: Clause) -> bool:
    """Whether the noun phrase of an adjective opens with "a" or "no"."""
    lower = clause.words[_before_adjectives(clause)].lower
    return lower == "no" or lower in words_of("one_of")


def _whose_act(clause: Clause, head: Phrase) -> Phrase | None:
    """Who owns or does an act: "its reckless gamble", "the racist abuse by the guards"."""
    words, by = clause.words, beyond_victim(clause.words, head[1])
    agent = by_agent(words, by) if by < len(words) and words[by].lower == "by" else None
    acts = agent is not None and words[agent[1] - 1].tags & PEOPLE  # not "by the river"
    whole, article = dataclasses.replace(clause, last=head[1]), _before_adjectives(clause)
    holds = article > 0 and words[article].lower == "a" and words[article - 1].tags & HAVE  # "has a savage wit"
    told = sender(whole) or conducted(whole) or accused(whole) or (subject(words, article - 1) if holds else None)
    return possessor(clause) or owned(clause) or (agent if acts else told)


def _of_predicate(clause: Clause, head: Phrase) -> Phrase | None:
    """Read "The squad is a toxic place", "called it a shameless ploy": whom the noun phrase with the adjective is said of."""
    words, article = clause.words, _before_adjectives(clause)
    part = words[head[1] - 1].lower in words_of("parts")
    turned = words[article - 1].lower == "into"  # "turned the ward into a filthy dump"
    many = words[head[1] - 1].tags & PLURAL or names_person(words[head[1] - 1])  # the headline "Banker was ruthless fraudster"
    proved = words[article].lower in forms_of("linking") and words[head[1] - 1].tags & ROLE  # "proved merciless rivals"
    if article > 0 and many and (proved or words[article].tags & BE) and article + 1 == clause.first:
        return predicate(dataclasses.replace(clause, last=head[1]))  # "The papers are loyal servants of the king"
    if article < 1 or not (words[article].lower in words_of("one_of") or part) or (governs(words[article - 1]) and not turned):
        return _ahead_of(clause, head) if words[article].tags & INDEFINITE else None
    verb, passive = words[article - 1].lower, words[verb_begins(words, article - 1)].tags & BE
    if verb in forms_of("labelling") and verb not in forms_of("naming") and not passive:
        return None  # "made a ruinous bet"
    whole = dataclasses.replace(clause, last=head[1])
    return labelled(whole) or (None if turned else predicate(whole))


def _ahead_of(clause: Clause, head: Phrase) -> Phrase | None:
    """Read "A fierce critic of the war, Holm left": whom a person described at the beginning of the sentence is."""
    return fronted(dataclasses.replace(clause, last=head[1])) if _is_somebody(clause.words[head[1] - 1]) else None


def _is_somebody(here: Word) -> bool:
    return names_person(here) or here.lower in words_of("possessed")  # "an ally"


def _before_adjectives(clause: Clause) -> int:
    """Word before the term and the adjectives in a row with it: "a" of "a sly, venomous little book", "a vain and often cruel book"."""
    return before_row(clause.words, before_term(clause, over=LOOSE))


def _of_verb(clause: Clause, reading: str | None) -> Phrase | None:
    """Whom a verb or an adverb describes."""
    term = clause.words[clause.first]
    if is_adverb(clause):
        return None if term.lower in words_of("commenting") else _of_adverb(clause)
    if reading == "passive":
        held = term.lower in forms_of("feeling")  # "The law, hated by landlords"
        felt = held or term.lower in words_of("felt")  # "was angered by the raid"
        agent = None if felt or judges(clause) else by_agent(clause.words, clause.last)
        filled = term.lower in words_of("filled") and clause.after.lower in ("with", "in")
        found = clause.last - clause.first > 1 and has_adjectival_form(clause.term)  # "could be held accountable"
        judged = felt or found or judging(term.lower) or judges(clause) or filled
        return agent or (patient(clause, clause.first) if held else subject(clause.words, clause.first) if judged else None)
    if reading == "gerund":
        return labelled(clause) or actor(clause, clause.first)
    if judges(clause) or _inverted(clause):
        return phrase_from(clause.words, clause.last)
    return None if counted(clause) or reduced(clause) else actor(clause, clause.first) or _charged_to(clause)


def _charged_to(clause: Clause) -> Phrase | None:
    """Read "accused of plotting to gag the press": who is charged with what leads to an infinitive."""
    infinitive = clause.first > 0 and clause.words[clause.first - 1].tags & TO
    return labelled(clause) if infinitive else None


def _by_phrase(clause: Clause) -> Phrase | None:
    """Read "the raid by the army"; nobody does an adjective, "was illegal, and raised by the council", or "the experts picked by Holm"."""
    words, last = clause.words, clause.term
    judged = last.tags & INGTAG and judging(last.lower)  # "ruled misleading by the watchdog"
    noun = determined(words, clause.first) or last.lower in words_of("acts")  # "betrayal"
    adjective = (judged or has_adjectival_form(last)) and not noun
    agent = None if clause.refers or names_person(last) or adjective else by_agent(words, clause.last)
    apart = agent is not None and words[clause.last].tags & COMMA
    return None if apart and predicate(clause) is not None else agent  # "was a farce, ruined by the rain"


def _inverted(clause: Clause) -> bool:
    """Whether the term is a verb of saying between words in marks and who says them: “It is over,” said Ana Brandt."""
    words, term = clause.words, clause.words[clause.first]
    marked = clause.first > 0 and words[clause.first - 1].tags & MARK
    return bool(marked and term.verb and term.verb.speaks and clause.after.tags & (OPENING | CAP))


def _of_adverb(clause: Clause) -> Phrase | None:
    """Whom an adverb before a verb describes: who does the verb, "had savagely beaten them"."""
    if not clause.first and clause.after.tags & COMMA:
        return main_subject_behind(clause, 0)  # "Cynically, the board stayed silent"
    joined = clause.first and is_verb(clause.words, clause.first - 1) and not clause.words[clause.first - 1].tags & AUXILIARY
    ends = PUNCTUATION | TO | PREP | (COORD if joined else 0)  # "acted brutally and burned the port"
    behind = clause.after.tags
    if behind & ends and not behind & INGTAG:  # but "by brutally using its men"
        acted = clause.first > 1 and is_past(clause.words[clause.first - 1])  # "was treated shabbily by the club"
        return (None if acted else predicate(clause)) or in_manner(clause, clause.first)
    done = is_past(clause.words[clause.last])
    agent = by_agent(clause.words, clause.last + 1) if done else None
    if done and with_be(clause.words, clause.first):
        return agent
    before = clause.words[clause.first - 1].tags if clause.first else 0
    if done and before & (PREP | TO | OPENING):
        return None  # "freed illegally held civilians"
    apart = before & COMMA
    return (agent if apart else None) or actor(clause, clause.last)  # "the camp, brutally run by its owner,", "by brutally exploiting"


def _named(clause: Clause, found: Phrase, said: Said) -> str | None:
    """A noun phrase as printed; of a pronoun what it stands for; null for a day, a count or an unknown "he"."""
    head = clause.words[found[1] - 1]
    alone = found[1] - found[0] == 1 and not _pointed_at(clause, found[0])
    lower = head.lower.partition("'")[0] if alone else ""
    if lower in reference.followed():
        return reference.referent(clause, found[0], said)
    if clause.words[found[0]].lower in words_of("nobody"):
        return _compared(clause) or _none_of(clause.words, found)
    if alone and _no_name(head):
        return None
    if head.tags & (DET | ADV | NUMBER) or lower in words_of("pronouns") or is_time(head):
        return None
    spell = clause.words[found[0]].tags & INDEFINITE and head.lower in words_of("moments")
    return None if spell else by_name(clause.words, found, said)  # "within a week, which is optimistic"


def _none_of(words: list[Word], found: Phrase) -> str | None:
    """Read "None of the clubs had cheated": who is said not to have done it."""
    meant = phrase_from(words, found[1] + 1) if found[1] + 1 < len(words) and words[found[1]].lower == "of" else None
    return printed(words, meant) if meant and words[meant[0]].tags & OPENING else None


def _compared(clause: Clause) -> str | None:
    """Read "Few guilds are as secretive as the bank", "No one is more ruthless than Holm": whom nobody is like."""
    words, behind = clause.words, clause.last
    found = phrase_from(words, behind + 1) if behind + 1 < len(words) and words[behind].lower in ("as", "than") else None
    return printed(words, found) if found and words[found[1] - 1].lower not in words_of("pronouns") else None


def _pointed_at(clause: Clause, at: int) -> bool:
    """Whether "that" before a word in -ing points to it: “That officiating was a joke”."""
    words = clause.words
    return at > 0 and words[at - 1].lower == "that" and bool(words[at].tags & INGTAG)


def _no_name(here: Word) -> bool:
    """Whether a word that stands alone is no noun: "cooperating", "guilty"."""
    if here.tags & PEOPLE and here.lower not in words_of("adjectives"):
        return False
    return bool(here.tags & (INGTAG | ED)) or has_adjectival_form(here) or here.lower in words_of("guilty")


OF_NOUNS = (
    *(named, named_ahead, inverted, exclaimed, possessor, postposed, apposition, announced, bearer_of, told_about),
    *(charged_with, gapped, labelled, _by_phrase, questioned, wrought_in, laid_to, predicate, doer, sender, acting),
    *(named_behind, fronted, headed, owned, said_of, said_without_subject, itself),
)
"""How whom a noun, or an adjective behind its noun, describes is found, in the order in which it is tried."""
WAYS = ("attribute", "verb", *(way.__name__ for way in OF_NOUNS), "answered")
AS_ADJECTIVE, AS_VERB, AS_ANSWER, AS_ITSELF = 1, 2, *(1 << WAYS.index(way) for way in ("answered", "itself"))
EVERY_NOUN = (1 << len(WAYS)) - 1 - AS_VERB
