"""Who does what a noun names: "committed atrocities", "defended his brutality", "in a senseless attack", "with savagery"."""

import functools

from framing.voice.classes.between import COMMA, MARK
from framing.voice.classes.nouns import ARTICLE, CAP, INDEFINITE, NAMED, NUMBER, OPENING, PLURAL, PRONOUN, ROLE
from framing.voice.classes.verbs import BE, DO, HAVE, INGTAG, LOOSE
from framing.voice.cues import Word
from framing.voice.people.names import data
from framing.voice.stance.actors import actor, main_subject_behind, verb_back
from framing.voice.stance.clause import Clause
from framing.voice.stance.nominal import before_term, beyond_idiom, determined, is_verb, nominal, phrase_ending
from framing.voice.stance.readings import has_adjectival_form
from framing.voice.stance.target_words import forms_of, words_of
from framing.voice.steps import holds, past
from framing.voice.units import Phrase

REACH = 9
"""Words between a verb and how it is done."""


def in_manner(clause: Clause, at: int) -> Phrase | None:
    """Read "reacted to it with savagery", "treated them abominably": who does the verb before word `at`, of a passive its agent."""
    for place in range(at - 1, max(0, at - REACH), -1):
        if is_verb(clause.words, place) or clause.words[place].lower in forms_of("labelling"):
            return actor(clause, place)
    return None


def in_fashion(clause: Clause, described: Phrase) -> int | None:
    """The "in" before a manner, which is nobody itself: "surrendered in the most spineless fashion"."""
    number = before_term(clause, over=OPENING | LOOSE)
    manner = clause.words[described[1] - 1].lower in words_of("manners") and number > 0 and clause.words[number].lower == "in"
    return number if manner else None


def acted_in(clause: Clause, end: int) -> Phrase | None:
    """Read "smashed a window in a senseless attack", "rammed it in ‘act of piracy’": who did what an act consists of; it ends at `end`."""
    words, at = clause.words, before_term(clause, over=ARTICLE)
    if at < 0 or words[at].lower != "in" or any(here.lower == "the" for here in words[at + 1 : clause.first]):
        return None
    framed = words[clause.first - 1].lower == "of" and words[clause.first - 2].lower in words_of("frames")
    if not framed and words[end - 1].lower not in words_of("acts"):
        return None
    if not at:
        return _acting_behind(clause, end) if words[1].tags & INDEFINITE else None
    if not framed and not words[at + 1].tags & INDEFINITE:
        return _heading(words, at, end)
    near = range(at - 1, max(0, at - REACH), -1)
    verb = next((number for number in near if is_verb(words, number) or _adjoined(words, number)), None)
    suffered = any(here.lower in forms_of("suffering") for here in words[verb or at : at])  # "the odds of dying in a raid"
    if suffered or (end < len(words) and nominal(words, end)):
        return None
    found = None if verb is None or words[verb].lower in forms_of("suffering") or words[verb].tags & BE else actor(clause, verb)
    return found if found and words[found[1] - 1].tags & (CAP | PRONOUN | ROLE | PLURAL) else None


def _acting_behind(clause: Clause, end: int) -> Phrase | None:
    """Read "In a cowardly raid on Monday, rebels burned the mill": who does the verb of the clause; the act ends before word `end`."""
    words, found = clause.words, main_subject_behind(clause, end)
    verb = past(words, found[1], LOOSE | HAVE) if found else len(words)
    suffers = verb >= len(words) or words[verb].tags & BE or words[verb].lower in forms_of("suffering") or not is_verb(words, verb)
    return None if suffers else found


def _heading(words: list[Word], at: int, end: int) -> Phrase | None:
    """Read the headline "Army in brutal crackdown on miners" from "in" at word `at` on; the act ends before word `end`."""
    against = end < len(words) and words[end].lower in ("on", "against") and nominal(words, at - 1)
    found = phrase_ending(words, at - 1) if against else None
    return found if found and not found[0] and words[at - 1].tags & NAMED else None


def _adjoined(words: list[Word], at: int) -> bool:
    """Whether a word in -ing tells what somebody did besides: ", smashing a window"."""
    return bool(words[at].tags & INGTAG and words[at - 1].tags & COMMA)


def doer(clause: Clause, end: int | None = None) -> Phrase | None:
    """Read "The rebels had committed atrocities", "defended his brutality": who does the verb that does it, or owns up to it.

    `end` is behind the noun that the term stands before, if it is an adjective: "threw a childish tantrum".
    """
    words = clause.words
    number = before_term(clause, over=OPENING, until=_done())
    number = beyond_idiom(words, number) if number >= 0 else number  # "have shown nothing but contempt"
    if number > 0 and words[number].lower in words_of("indefinite") and words[number - 1].tags & DO:
        return actor(clause, number - 1)  # "did something foolish"
    if number > 0 and words[number].lower in words_of("taking_part_in") and words[number - 1].lower in forms_of("resorting"):
        return actor(clause, number - 1)
    capital = words[number - 1].tags & CAP if number > 0 else 0  # "led the Mill Party to disaster"
    if number > 0 and words[number].lower in words_of("taking_part_in") and words[number - 1].lower in words_of("involved") and not capital:
        return verb_back(clause, number)  # "took part in"
    number = _before_joined(clause, number)
    if number > 0 and (words[number].lower in words_of("particles") or _gives(words, number)) and words[number - 1].lower in _done():
        number -= 1  # "carried out a raid", "sent in a demand"
    brought = words[number].lower in forms_of("bringing") and words[number + 1].lower != "with"
    done = number > 0 and words[number].lower in _done() and not determined(words, number) and not brought
    end = end or clause.last
    gives = done and (words[number].lower in forms_of("giving", "bringing"))
    done = done and (words[end - 1].lower in words_of("acts") if gives else _does(clause, number, end))
    return _owning_up(clause, number) if done else acted_in(clause, end)


def _gives(words: list[Word], at: int) -> bool:
    """Whether "in", "with" or "into" belongs to a verb of giving: "sent in a ruthless demand", "had come with reckless demands"."""
    joining, verb = words[at].lower, words[at - 1].lower
    brings = joining == "with" and verb in forms_of("bringing")
    return brings or (joining == "in" and verb in forms_of("giving")) or (joining == "into" and verb in forms_of("launching"))


def _does(clause: Clause, verb: int, end: int) -> bool:
    """Whether who does the verb at word `verb` does the term: "took a bribe", not "took a walk" nor "using the war"."""
    words, lower = clause.words, clause.words[verb].lower
    if lower in forms_of("with_particles") and words[verb + 1].lower not in words_of("particles"):
        return False  # "carried mercenaries"
    if lower in words_of("spending"):
        return _time_behind(clause) or words[end - 1].lower in words_of("effects")
    if lower in forms_of("using"):
        return not holds(words[verb : clause.first], OPENING)  # an act of somebody's, or of nobody's
    if lower in forms_of("trading"):
        return clause.term.lower in words_of("bribes")
    # What is ordered in marks is not done yet.
    cue = words[verb].verb
    return cue is None or cue.cue_class != "directive" or not holds(words[verb + 1 : clause.first], MARK)


def _owning_up(clause: Clause, verb: int) -> Phrase | None:
    """Who does the verb at word `verb`; of "defended his brutality" and "admitted fraud" only if the act is the subject's own."""
    words, between = clause.words, clause.words[verb + 1 : clause.first]
    bare = words[verb].lower in forms_of("confessing") and not any(here.tags & OPENING and here.lower != "any" for here in between)
    own = bare or any(here.lower in words_of("owners") for here in between)
    found = actor(clause, verb) if own or words[verb].lower not in forms_of("facing_up") else None
    return None if found and words[verb].lower in forms_of("showing") and _pictures(words[found[1] - 1]) else found


@functools.cache
def _done() -> frozenset[str]:
    return forms_of("doing", "using", "facing_up", "trading", "giving", "bringing") | words_of("spending")


def _before_joined(clause: Clause, joining: int) -> int:
    """The verb before what "and" at word `joining` joins the term to, "carried out arrests and a raid"; else word `joining`."""
    words = clause.words
    if joining < 2 or words[joining].lower != "and" or not nominal(words, joining - 1):
        return joining
    verb = phrase_ending(words, joining - 1)[0] - 1
    opens = words[joining + 1].tags & OPENING or has_adjectival_form(words[joining + 1])
    named = words[joining + 1].tags & NUMBER or words[joining + 1] is words[clause.first] or opens
    done = named and verb > 0 and (words[verb].lower in _done() or words[verb - 1].lower in _done())
    return verb if done else joining


def _time_behind(clause: Clause) -> bool:
    """Read "had a shocking night": an adjective before a time that is spent."""
    words, at = clause.words, clause.last
    return at < len(words) and words[at].lower in words_of("moments") and bool(words[clause.first - 1].tags & INDEFINITE)


def _pictures(here: Word) -> bool:
    """Whether what shows something only pictures it: "The video showed cruelty"."""
    documents = data()["nouns"]["documents"]
    actors = CAP | PRONOUN | ROLE
    return not here.tags & actors or here.lower in documents or here.lower.removesuffix("s") in documents
