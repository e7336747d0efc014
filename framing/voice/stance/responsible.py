"""Who an act is laid to: "the raid that the army launched", "was behind the raid", "blamed the raid on", "has a record of cruelty"."""

import functools

from framing.voice.classes.between import COMMA, MARK, PREP, RELATIVE, THAT
from framing.voice.classes.nouns import CAP, OPENING, PLURAL, PRONOUN, ROLE
from framing.voice.classes.verbs import BE, ED, HAVE, LOOSE
from framing.voice.cues import Word
from framing.voice.stance.actors import actor
from framing.voice.stance.by_agents import by_agent
from framing.voice.stance.clause import Clause
from framing.voice.stance.edges import verb_begins
from framing.voice.stance.governed import whole_from
from framing.voice.stance.nominal import before_term, determined, is_verb, nominal, phrase_from
from framing.voice.stance.owners import names_quality
from framing.voice.stance.patients import patient
from framing.voice.stance.readings import describes
from framing.voice.stance.subjects import subject
from framing.voice.stance.target_words import forms_of, words_of
from framing.voice.steps import holds, past
from framing.voice.units import Phrase

REACH = 12
"""Words between an act and the verb of a relative clause that does it."""


def wrought_in(clause: Clause) -> Phrase | None:
    """Read "the raid the army launched", "the raid, which was ordered by Holm,", "the cruelty with which Holm ruled"."""
    words, at = clause.words, past(clause.words, clause.last, MARK)
    if at + 2 < len(words) and words[at].tags & PREP and words[at + 1].lower == "which":
        found = _subject_at(words, at + 2) if words[at].lower in ("with", "in") else None
        return found[0] if found and not words[found[1]].tags & BE else None
    at = beyond_victim(words, at)
    at += at + 1 < len(words) and words[at].tags & COMMA and words[at + 1].lower == "which"
    if at + 2 >= len(words):
        return None
    relative = bool(words[at].tags & (RELATIVE | THAT))
    if relative and words[at + 1].tags & (BE | HAVE):
        return _agent_behind(words, at + 1)
    found = _subject_at(words, at + relative) if relative or _opens_contact(clause, words[at]) else None
    return found[0] if found and _does(words, found[1]) else None


def _opens_contact(clause: Clause, here: Word) -> bool:
    """Whether a word behind the term opens a relative clause without a pronoun: "the genocide Narvia is carrying out"."""
    last = clause.term
    named = here.tags & CAP and not last.tags & (CAP | ED) and not describes(last)
    several = names_quality(last) and here.tags & PLURAL and here.tags & ROLE
    return bool(here.tags & (OPENING | PRONOUN) or named or several) and determined(clause.words, clause.first)


@functools.cache
def _doing() -> frozenset[str]:
    return forms_of("committing", "doing")


def beyond_victim(words: list[Word], at: int) -> int:
    """The word behind whom an act is against: "the raid on the village that"."""
    victim = phrase_from(words, at + 1) if at + 1 < len(words) and words[at].lower in words_of("against") else None
    return victim[1] if victim else at


def _subject_at(words: list[Word], first: int) -> tuple[Phrase, int] | None:
    """The subject that opens a relative clause at word `first`, with what prepositions add to it, and its verb."""
    found = whole_from(words, first)
    verb = past(words, found[1], LOOSE) if found else len(words)
    return (found, verb) if found and verb < len(words) and is_verb(words, verb) else None


def _does(words: list[Word], at: int) -> bool:
    """Whether the verb group at word `at` does what an act consists of: "had launched", "showed"."""
    at = past(words, at, HAVE | LOOSE | BE)
    cue = words[at].verb if at < len(words) else None
    ordered = cue is not None and cue.cue_class == "directive"
    return at < len(words) and not ordered and words[at].lower in _doing()


def _agent_behind(words: list[Word], at: int) -> Phrase | None:
    """Who does a passive at word `at`: "was ordered by Holm"."""
    at = past(words, at, HAVE | LOOSE | BE)
    return by_agent(words, at + 1) if at < len(words) and words[at].lower in _doing() else None


def laid_to(clause: Clause) -> Phrase | None:
    """Read "was behind the raid", "claimed responsibility for the raid", "blamed the raid on Holm", "has a record of cruelty"."""
    words, number = clause.words, before_term(clause, over=OPENING, until=forms_of("pinning"))
    if number < 1:
        return None
    here, before = words[number], words[number - 1]
    if here.lower == "behind" and before.tags & BE:
        return subject(words, number - 1)
    if here.lower == "for" and before.lower in words_of("responsibility"):
        return _who_claims(clause, number - 1)
    if here.tags & HAVE or (here.lower in ("for", "as") and before.lower in words_of("records")):
        return _of_record(clause, number)
    if here.lower in forms_of("pinning") and clause.last < len(words) and clause.last + 1 < len(words):
        behind = beyond_victim(words, clause.last) if words[clause.last].lower != "on" else clause.last
        blamed = phrase_from(words, behind + 1) if behind + 1 < len(words) and words[behind].lower == "on" else None
        return blamed if blamed and words[blamed[1] - 1].tags & (CAP | ROLE | PRONOUN) else None
    return _steeped(clause, number) if names_quality(clause.term) else None


def _who_claims(clause: Clause, noun: int) -> Phrase | None:
    """Who claims, takes or bears what the word `noun` says: "claimed full responsibility"."""
    words, verb = clause.words, noun - 1
    while verb > 0 and (words[verb].tags & OPENING or (nominal(words, verb) and words[verb].lower not in forms_of("bearing"))):
        verb -= 1
    return actor(clause, verb) if words[verb].lower in forms_of("bearing") else None


def _of_record(clause: Clause, number: int) -> Phrase | None:
    """Who has what a noun before "of" or "for" says: "has a long history of fraud", "earned a reputation for cruelty"."""
    words, verb = clause.words, number
    if not words[number].tags & HAVE:
        verb -= 2
        while verb > 0 and (words[verb].tags & OPENING or nominal(words, verb)):
            verb -= 1
    held = any(here.lower in words_of("records") for here in words[verb + 1 : clause.first])
    return actor(clause, verb) if held and (words[verb].tags & HAVE or is_verb(words, verb)) else None


def _steeped(clause: Clause, number: int) -> Phrase | None:
    """Read "is riddled with corruption", "Driven by greed, Holm": the subject of such a participle."""
    words = clause.words
    joined = words[number].lower in ("by", "with", "in") and words[number - 1].lower in words_of("steeped")
    begins = verb_begins(words, number - 1) if joined else number
    apart = joined and (not begins or words[begins - 1].tags & COMMA)
    return patient(clause, number - 1) if apart or (joined and holds(words[begins:number], BE)) else None
