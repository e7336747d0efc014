"""Who is charged with what: "accused X of", "guilty of", "claims of fraud against", "faces charges of"."""

import itertools

from framing.voice.classes.between import COMMA, PREP, PUNCTUATION, WH
from framing.voice.classes.nouns import OPENING, POSSESSOR
from framing.voice.classes.verbs import BE, HAVE, MODAL
from framing.voice.cues import Word
from framing.voice.stance.by_agents import by_agent
from framing.voice.stance.clause import Clause
from framing.voice.stance.edges import verb_begins
from framing.voice.stance.nominal import before_term, is_verb, nominal, phrase_ending, phrase_from
from framing.voice.stance.patients import patient
from framing.voice.stance.subjects import noun_phrase_before, subject
from framing.voice.stance.target_words import forms_of, words_of
from framing.voice.steps import holds
from framing.voice.units import Phrase


def joined_accused(clause: Clause) -> Phrase | None:
    """Read "accused the church of hypocrisy and its leaders of cowardice": who stands behind "and"."""
    words, last = clause.words, clause.first - 2
    if last < 1 or words[last + 1].lower != "of" or not nominal(words, last):
        return None
    found = phrase_ending(words, last)
    return found if found[0] and words[found[0]].tags & OPENING and words[found[0] - 1].lower == "and" else None


def guilty(words: list[Word], at: int) -> Phrase | None:
    """Read "is guilty of fraud", "found the broker guilty of fraud", "went on trial for fraud"."""
    at -= words[at - 1].lower in ("on", "under")
    if verb_begins(words, at) < at or is_verb(words, at - 1):
        return subject(words, at - 1)  # "is not guilty of", "was found guilty of", "pleaded guilty to"
    apart = at > 1 and bool(words[at - 1].tags & COMMA)  # "The squad, notorious for its cruelty,"
    return noun_phrase_before(words, at - apart) if apart or nominal(words, at - 1) else None


def charges(words: list[Word], verb: int, first: int) -> bool:
    """Whether between an accusing verb and the term stand the accused, "of" and no further act of theirs."""
    between = words[verb + 1 : first]
    charge = next((number for number, here in enumerate(between) if here.lower in words_of("charging")), None)
    if charge is None:
        return False
    behind = between[charge + 1 :]
    own = forms_of("doing", "attempting") | {"being", "having"}
    further = any(here.lower.endswith("ing") and here.lower not in own for here in behind[:1])
    stops = PREP | BE | COMMA | MODAL | HAVE | WH
    linked = ("of", "being", "having", "for", "with") if any(here.lower == "and" for here in behind) else ("of", "being", "having", "to")
    behind = [here for here, after in itertools.zip_longest(behind, behind[1:], fillvalue=words[first]) if not _joins(here, after)]
    return ("and" in (here.lower for here in behind[-2:]) or not further) and not any(
        here.tags & stops and here.lower not in linked for here in behind
    )


def _joins(here: Word, after: Word) -> bool:
    """Whether a comma only parts charges: "accused the dean of cowardice, of greed and of"."""
    return bool(here.tags & COMMA) and (after.lower in words_of("charging") or after.lower == "and")


def charged_with(clause: Clause) -> Phrase | None:
    """Whom a charge is against: "his accusation of theft against the bank", "claims of fraud dog the bank", "X faces charges of"."""
    words, number = clause.words, before_term(clause, until=words_of("charges"))
    if clause.after.lower in words_of("charges"):
        number = clause.last  # "corruption charges against the mayor"
    if number < 0 or words[number].lower not in words_of("charges"):
        return None
    if clause.after.lower == "by":
        return by_agent(words, clause.last)  # "allegations of theft by the guards"
    for place in range(clause.last, min(clause.last + 6, len(words) - 1)):
        if words[place].lower == "against" or words[place].lower in forms_of("dogging"):
            return phrase_from(words, place + 1)
        if words[place].tags & PUNCTUATION:
            break
    charge = phrase_ending(words, number)
    verb, owned = charge[0] - 1, holds(words[slice(*charge)], POSSESSOR)
    if verb > 0 and words[verb].lower == "by" and words[verb - 1].lower in forms_of("dogging"):
        return patient(clause, verb - 1)  # "has been dogged by claims of fraud"
    return subject(words, verb) if verb > 0 and not owned and words[verb].lower in forms_of("facing") else None
