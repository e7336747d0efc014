"""Whose act or quality a noun names: "Narvia's aggression", "the cowardice of the board", "police brutality"."""

import re

from framing.voice.classes.between import CLOSED, COMMA, MARK, PUNCTUATION
from framing.voice.classes.nouns import CAP, DET, NAMED, OPENING, PLURAL, POSSESSOR, ROLE
from framing.voice.classes.verbs import INGTAG, LOOSE, TO
from framing.voice.cues import S, Word
from framing.voice.stance.clause import Clause
from framing.voice.stance.governed import whole_from
from framing.voice.stance.nominal import before_degree, is_verb, name_ending, names_person, nominal, noun_behind, phrase_ending, phrase_from
from framing.voice.stance.readings import describes, has_adjectival_form
from framing.voice.stance.subjects import antecedent, noun_phrase_before
from framing.voice.stance.target_words import edges_of, forms_of, words_of
from framing.voice.steps import back, past
from framing.voice.units import Phrase

JOINT = 6
"""Words between what two have with one another and "between"."""
DEMONYM = re.compile(r"\w+(?:an|ish|ese|i)$")


def possessor(clause: Clause) -> Phrase | None:
    """Read "Narvia's reckless aggression", "Narvian aggression"; a day owns nothing, "Sunday's massacre"."""
    words = clause.words
    opening, head = words[clause.first], clause.term
    so_called = clause.first > 0 and names_person(head) and words[clause.first - 1].lower in words_of("doubted")
    many = (head.tags & ROLE or names_person(head)) and head.tags & PLURAL
    force = head.lower in words_of("armed", "judged_armed")
    bare = clause.last - clause.first == 1 and force  # but "the rebels' puppet government"
    if bare or head.lower in words_of("possessed") or many or so_called or _harmed(clause):
        return None  # "the king's henchmen", "the king's so-called cheat" are not the king
    suffered = head.lower in words_of("suffered")  # "the Narvian genocide" is not the Narvians'
    if clause.last - clause.first > 1 and opening.tags & CAP:
        own = not suffered and DEMONYM.match(opening.lower) and head.lower in words_of("acts")  # the term "Narvian aggression"
        if own or opening.tags & POSSESSOR:
            return (clause.first, clause.first + 1) if own else name_ending(words, clause.first)
    number = _beyond_frame(words, clause.first - 1)
    while number >= 0 and not _ends_owned(words, number):
        here = words[number]
        if here.tags & POSSESSOR:
            return None if _of_time(words, number) or _said_of(clause, number + 1) else phrase_ending(words, number)
        if here.tags & CAP and not here.verb and not force and DEMONYM.match(here.lower):
            placed = number > 0 and words[number - 1].tags & CAP and words[number - 1].lower in words_of("points")
            several = any(between.tags & PLURAL and between.tags & ROLE for between in words[number + 1 : clause.first])
            # "hold Narvian workers hostage"; "North Narvian"
            return None if suffered or several else (number - bool(placed), number + 1)
        if is_verb(words, number) or (here.forms & S and not words[number - 1].tags & POSSESSOR):
            return None
        number -= 1
    return antecedent(words, number) if number > 0 and words[number].lower == "whose" else None


def _said_of(clause: Clause, first: int) -> bool:
    """Whether an adjective is said of the noun before it, which has an owner: "called the hospital's excuses feeble"."""
    words, last = clause.words, back(clause.words, clause.first - 1, MARK | LOOSE, first)  # "called the hospital's excuses “feeble”"
    behind = noun_behind(clause)
    noun = first <= last and nominal(words, last) and not describes(words[last])
    return noun and not behind and has_adjectival_form(clause.term) and words[last].tags & PLURAL > 0


def _harmed(clause: Clause) -> bool:
    """Read "its poisoned river": a participle that tells what was done to the noun behind it."""
    return clause.term.lower in forms_of("harming") and noun_behind(clause)


def _ends_owned(words: list[Word], at: int) -> bool:
    """Whether an owner is looked for no further back than word `at`; a count stands behind one, "the fleet's nine days of"."""
    if not words[at].tags & (CLOSED | PUNCTUATION):
        return False
    counts = at > 0 and words[at].tags & DET and words[at - 1].tags & POSSESSOR
    pairs = at > 1 and words[at].tags & COMMA and all(map(_describes, (words[at - 1], words[at + 1])))  # "its late, cynical reply"
    return not (counts or pairs or _owned_together(words, at))


def _owned_together(words: list[Word], at: int) -> bool:
    """Whether "and" at word `at` joins a noun without a determiner to one right behind an owner: "the duke's greed and cruelty"."""
    joins = words[at].lower == "and" and 1 < at < len(words) - 1 and nominal(words, at - 1) and not words[at + 1].tags & OPENING
    return joins and bool(words[at - 2].tags & POSSESSOR)


def _describes(here: Word) -> bool:
    return has_adjectival_form(here) and not here.tags & ROLE


def conducted(clause: Clause) -> Phrase | None:
    """Read "the iron-fisted rule of General Dask": whose conduct a noun names; of no "rule of law"."""
    words, first, head = clause.words, past(clause.words, clause.last, MARK) + 1, clause.term
    if first >= len(words) or words[first - 1].lower != "of" or not (head.lower in words_of("conducts", "effects") or names_quality(head)):
        return None
    several = (words[first].tags & ROLE and words[first].tags & PLURAL) or head.lower in words_of("effects")
    return phrase_from(words, first) if several or words[first].tags & (OPENING | CAP) else None


def acting(clause: Clause) -> Phrase | None:
    """Read "police brutality", "landlord greed": a noun for who did it or has it right before the act or the quality."""
    words, number = clause.words, clause.first - 1
    if number < 0 or clause.term.tags & ROLE:
        return None
    bears = names_quality(clause.term) and words[number].tags & ROLE
    return (number, number + 1) if bears or words[number].lower in words_of("acting") else None


def sender(clause: Clause) -> Phrase | None:
    """Read "the military threat from Narvia", "faced racism from officials": who an act or a quality comes from, what a danger."""
    words, first, head = clause.words, clause.last + 1, clause.term
    found = phrase_from(words, first) if first < len(words) and words[first - 1].lower == "from" else None
    told = head.lower in words_of("acts") or names_quality(head)
    danger = head.lower in words_of("dangers")  # "the threat from rising seas"
    return found if found and (danger or (told and words[found[1] - 1].tags & NAMED)) else None


def owned(clause: Clause) -> Phrase | None:
    """Read "its own reckless aggression", where nothing else tells whose; people and things one has are not what one does."""
    words, head = clause.words, clause.term
    if head.lower in words_of("possessed") or head.tags & (ROLE | PLURAL) or _harmed(clause):
        return None
    number = clause.first - 1
    while number >= 0 and not words[number].tags & (CLOSED | PUNCTUATION) and not is_verb(words, number):
        number -= 1
    return (number, number + 1) if number >= 0 and words[number].lower in words_of("owners") else None


def _beyond_frame(words: list[Word], at: int) -> int:
    """Step over what only holds an act, "a campaign of" before "terror", "nine days of", from word `at` on."""
    at = back(words, at, MARK, -1)
    framed = at > 0 and words[at].lower == "of" and words[at - 1].lower in words_of("frames")
    return at - 2 if framed else at


def _of_time(words: list[Word], at: int) -> bool:
    owner = words[at].lower.removesuffix("s").removesuffix("'")
    return owner in words_of("moments", "settings")


def bearer_of(clause: Clause) -> Phrase | None:
    """Read "the cowardice of the board", "the collapse of the talks": whose quality or fate a noun names."""
    words, at = clause.words, past(clause.words, clause.last, MARK)
    if clause.term.lower in words_of("joint") and (both := _between(words, at)) is not None:
        return both
    at += 2 * (at + 1 < len(words) and words[at].lower == "and" and names_quality(words[at + 1]))  # "the greed and vanity of"
    if at + 1 >= len(words) or words[at].lower not in words_of("bearing_of"):
        return _at_heart(words, at) if names_quality(clause.term) else None
    if clause.term.lower in words_of("countries"):  # "the rogue state of Narvia"
        return phrase_from(words, at + 1) if words[at + 1].tags & CAP else None
    danger = clause.term.lower in words_of("dangers")
    the = clause.first and words[clause.first - 1].lower == "the"
    judged = danger or (the and clause.term.lower in words_of("judged_by_of"))
    found = phrase_from(words, at + 1) if judged or names_quality(clause.term) else None
    if found and danger and _is_threatened(words, found):
        return None
    return None if found and words[found[1] - 1].lower in words_of("moments") else found  # "the treachery of last spring"


def _between(words: list[Word], begin: int) -> Phrase | None:
    """Read "the conflict between Narvia and Ostland" from behind the noun on: all who have it with one another."""
    near = range(begin, min(begin + JOINT, len(words) - 1))
    stops = (at for at in near if words[at].tags & PUNCTUATION or words[at].lower == "between" or words[at].lower in words_of("joint"))
    at = next(stops, None)
    one = phrase_from(words, at + 1) if at is not None and words[at].lower == "between" else None
    joins = one is not None and one[1] + 1 < len(words) and words[one[1]].lower == "and"
    other = phrase_from(words, one[1] + 1) if one and joins else None
    if one and other and words[other[1] - 1].tags & (NAMED | PLURAL):
        return one[0], other[1]
    end = back(words, one[1] - 1, LOOSE) + 1 if one else 0  # "between the rivals ahead of"
    end -= bool(end and words[end - 1].lower in words_of("places"))
    return (one[0], end) if one and end > one[0] and words[end - 1].tags & PLURAL else None


def _is_threatened(words: list[Word], found: Phrase) -> bool:
    """Whether "the threat of" joins an act, which somebody may do, rather than what is feared: "a strike by the union", "sanctions"."""
    here, alone = words[found[1] - 1], found[1] - found[0] == 1  # "poisoning", but "global warming"
    acts = (alone and here.tags & INGTAG) or here.lower in words_of("acts", "threatened_with")
    return bool(acts) or names_quality(here) or here.lower.removesuffix("s").endswith(edges_of("nominal"))


def measured(clause: Clause) -> Phrase | None:
    """Read "floods of shameful proportions", "a raid of a cruel kind": what stands before "of" and a noun of measure."""
    of = clause.first - 1
    while of > 0 and (clause.words[of].tags & LOOSE or describes(clause.words[of]) or clause.words[of].lower in words_of("one_of")):
        of -= 1
    return noun_phrase_before(clause.words, of) if of > 0 and clause.words[of].lower == "of" else None


def _at_heart(words: list[Word], at: int) -> Phrase | None:
    """Read "the rot at the heart of the force" from "at" on."""
    inside = words[at + 2].lower in words_of("hearts") if at + 4 < len(words) else False
    return phrase_from(words, at + 4) if inside and words[at].lower == "at" and words[at + 3].lower == "of" else None


def told_about(clause: Clause) -> Phrase | None:
    """Read "There is nothing radical about the plan": what "about" is of."""
    words, behind = clause.words, clause.last + 1
    if behind >= len(words) or words[clause.last].lower not in ("about", "in", "of") or not clause.first:
        return None
    if words[clause.last].lower == "of":
        return _shown_by(clause)
    return phrase_from(words, behind) if words[before_degree(words, clause.first - 1)].lower in words_of("indefinite") else None


def _shown_by(clause: Clause) -> Phrase | None:
    """Read "It was heartless of the board to leave": of whom what an infinitive tells is so."""
    words, found = clause.words, whole_from(clause.words, clause.last + 1)
    to = found is not None and found[1] < len(words) and words[found[1]].tags & TO
    return found if to and has_adjectival_form(clause.term) else None


def names_quality(here: Word) -> bool:
    """Whether a noun names a quality or a fate, by its ending or by the list: "cowardice", "collapse"."""
    told = here.lower.endswith(edges_of("qualities")) and here.lower not in words_of("no_qualities")
    return told or here.lower in words_of("qualities_of")
