"""Armed bodies and those in office where they act: "Narvian troops shelled the town", "taken by the invaders from Narvia"."""

from framing.voice.classes.between import PREP, PUNCTUATION
from framing.voice.classes.nouns import CAP, OPENING, PLURAL
from framing.voice.classes.verbs import AUXILIARY, BE, LOOSE, TO
from framing.voice.cues import Word
from framing.voice.stance.actors import STEPS, controller
from framing.voice.stance.appositions import name_from
from framing.voice.stance.clause import Clause
from framing.voice.stance.nominal import first_verb, phrase_ending
from framing.voice.stance.owners import DEMONYM
from framing.voice.stance.readings import is_past
from framing.voice.stance.subjects import subject
from framing.voice.stance.target_words import forms_of, words_of
from framing.voice.steps import first_word, holds, past
from framing.voice.units import Phrase

REACH = 12
"""Words within which a verb may stand behind its subject."""


def force(clause: Clause) -> Phrase | None:
    """Who does what is told, where the term names a force: itself; of a noun that judges, only where it says whose they are."""
    words, head = clause.words, _head(clause)
    if head is None:
        return None
    first, last = phrase_ending(words, head)
    first += 2 * (first + 2 <= head and words[first + 1].lower in words_of("moments"))  # "This morning Narvian troops"
    of = last + 1 < len(words) and words[last].lower == "of"
    name = name_from(words, last + 1) if of else None
    last = max(clause.last, name[1] if name else last)
    if not (name or words[head].lower in words_of("armed") or any(_whose(words, number) for number in range(first, head))):
        return None
    return (first, last) if does_it(clause, (first, last), head) or acts(words, head, passive=False) else None


def does_it(clause: Clause, found: Phrase, head: int) -> bool:
    """Whether the noun phrase `found` tells who did it, "taken by the army", or is made to act, "forced the army to leave"."""
    words, last = clause.words, found[1]
    leads = last < len(words) and words[last].tags & TO
    mover = controller(clause, last, STEPS) if leads else None
    made = mover is not None and mover[0] <= head < mover[1]
    return made or (found[0] > 0 and words[found[0] - 1].lower == "by")


def only_itself(clause: Clause) -> bool:
    """Whether a term that names a force can describe nobody else: "troops", "Narvian invaders"; but "a rebel", "rebel groups"."""
    head = _head(clause)
    if head is None:
        return False
    if clause.after.tags & CAP:
        return False  # "US President Ida Holm"
    named = holds(clause.words[clause.first : head], CAP)
    return bool(named or (clause.words[head].lower in words_of("armed") and clause.words[head].tags & PLURAL))


def acts(words: list[Word], noun: int, *, passive: bool = True) -> bool:
    """Whether the noun at word `noun` is the subject of a verb behind it; `passive`: also of one that tells what is done to it."""
    verb = first_verb(words, range(noun + 1, min(noun + REACH, len(words))))
    found = None if verb is None else subject(words, verb)
    if verb is None or found is None or not found[0] <= noun < found[1]:
        return False
    done = past(words, verb, AUXILIARY | LOOSE, len(words) - 1)
    bare = done + 1 == len(words) or words[done + 1].tags & (PREP | PUNCTUATION)
    harmed = bare and words[done].lower in forms_of("harming")  # "Two soldiers wounded in raid"
    harmed = harmed or words[done].lower in forms_of("perishing")
    return passive or not (is_past(words[done]) and (harmed or holds(words[verb:done], BE)))


def _head(clause: Clause) -> int | None:
    """The noun for a force that a term is, or has before "of": "forces" of "armed forces of Narvia"."""
    words = clause.words
    if any(here.lower in words_of("doubted") for here in words[max(0, clause.first - 1) : clause.first + 1]):
        return None  # "the self-styled Army of Justice"
    head = first_word(words, range(clause.first + 1, clause.last), ("of",), clause.last) - 1
    return head if words[head].lower.partition("'")[0] in words_of("armed", "judged_armed") else None


def _whose(words: list[Word], at: int) -> bool:
    """Whether word `at` tells where somebody is from, or is a name: "Narvian", "Zell"."""
    named = words[at].tags & CAP and not words[at].tags & OPENING
    return bool(named) and (at > 0 or DEMONYM.match(words[at].lower) is not None)
