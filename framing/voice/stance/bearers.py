"""Whom a noun or an adjective describes by the phrase it stands in: owner, agent, noun behind it, noun before the comma."""

import re

from framing.voice.cues import TAG, S, Word
from framing.voice.people.roles import is_person
from framing.voice.stance.clause import Clause
from framing.voice.stance.nominal import (
    ADVERB,
    BE,
    CAPITAL,
    CLOSED,
    COMMA,
    DETERMINER,
    MARK,
    OPENING,
    POSSESSOR,
    PREPOSITION,
    PUNCTUATION,
    TIME,
    abbreviated,
    beyond_marks,
    governs,
    is_verb,
    name_ending,
    nominal,
    phrase_ending,
    phrase_from,
)
from framing.voice.stance.readings import (
    before_subject,
    called_before_name,
    has_adjectival_form,
    heads_sentence,
    is_adverb,
    judging,
    may_be_noun,
    may_describe,
)
from framing.voice.stance.subjects import antecedent, noun_phrase_before
from framing.voice.stance.target_words import edges_of, words_of
from framing.voice.units import Phrase

REACH = 9
"""Words of a predicate before its subject."""
LONGEST_HEADED = 6
"""Words before a predicate without a verb."""
DEMONYM = re.compile(r"\w+(?:an|ish|ese|i)$")
_LEADING = OPENING | POSSESSOR | sum(TAG[name] for name in ("preposition", "coordinator", "comma", "colon"))
_ED, _ING, _PLURAL, _ROLE = TAG["ed"], TAG["ing"], TAG["plural"], TAG["role"]


def possessor(clause: Clause) -> Phrase | None:
    """Read "Narvia's reckless aggression", "Narvian aggression"; a day owns nothing, "Sunday's massacre"."""
    words = clause.words
    opening, head = words[clause.first], words[clause.last - 1]
    if head.lower in words_of("possessed") or (head.tags & _ROLE and head.tags & _PLURAL):
        return None  # "the king's henchmen" are not the king
    if clause.last - clause.first > 1 and opening.tags & POSSESSOR and opening.tags & CAPITAL:
        return name_ending(words, clause.first)
    number = _beyond_frame(words, clause.first - 1)
    while number >= 0 and not ends_owned(words, number):
        here = words[number]
        if here.tags & POSSESSOR:
            return None if _of_time(words, number) or _said_of(clause, number + 1) else phrase_ending(words, number)
        if here.tags & CAPITAL and not here.verb and DEMONYM.match(here.lower):
            return number, number + 1
        if is_verb(words, number) or here.forms & S:
            return None
        number -= 1
    return antecedent(words, number) if number > 0 and words[number].lower == "whose" else None


def _said_of(clause: Clause, first: int) -> bool:
    """Whether an adjective is said of the noun before it, which has an owner: "called the hospital's excuses feeble"."""
    words, last = clause.words, clause.first - 1
    behind = clause.last < len(words) and nominal(words, clause.last)
    noun = first <= last and nominal(words, last) and not (has_adjectival_form(words[last]) or judging(words[last].lower))
    return noun and not behind and has_adjectival_form(words[clause.last - 1]) and words[last].tags & _PLURAL > 0


def ends_owned(words: list[Word], at: int) -> bool:
    """Whether an owner is looked for no further back than word `at`; a count stands behind one, "the fleet's nine days of"."""
    counts = at > 0 and words[at].tags & DETERMINER and words[at - 1].tags & POSSESSOR
    pairs = at > 1 and words[at].tags & COMMA and all(map(_describes, (words[at - 1], words[at + 1])))  # "its late, cynical reply"
    return bool(words[at].tags & (CLOSED | PUNCTUATION)) and not counts and not pairs


def _describes(here: Word) -> bool:
    return has_adjectival_form(here) and not here.tags & _ROLE


def conducted(clause: Clause) -> Phrase | None:
    """Read "the iron-fisted rule of General Dask": whose conduct a noun names; of no "rule of law"."""
    words, first, head = clause.words, beyond_marks(clause.words, clause.last, 1) + 1, clause.words[clause.last - 1]
    if first >= len(words) or words[first - 1].lower != "of" or not (head.lower in words_of("conducts") or names_quality(head)):
        return None
    return phrase_from(words, first) if words[first].tags & (OPENING | CAPITAL) else None


def acting(clause: Clause) -> Phrase | None:
    """Read "police brutality", "landlord greed": a noun for who did it or has it right before the act or the quality."""
    words, number = clause.words, clause.first - 1
    if number < 0 or words[clause.last - 1].tags & _ROLE:
        return None
    bears = words[clause.last - 1].lower in words_of("qualities_of") and is_person(words[number].lower)
    return (number, number + 1) if bears or words[number].lower in words_of("acting") else None


def owned(clause: Clause) -> Phrase | None:
    """Read "its own reckless aggression", where nothing else tells whose; people and things one has are not what one does."""
    words, head = clause.words, clause.words[clause.last - 1]
    if head.lower in words_of("possessed") or head.tags & (_ROLE | _PLURAL):
        return None
    number = clause.first - 1
    while number >= 0 and not words[number].tags & (CLOSED | PUNCTUATION) and not is_verb(words, number):
        number -= 1
    return (number, number + 1) if number >= 0 and words[number].lower in words_of("owners") else None


def _beyond_frame(words: list[Word], at: int) -> int:
    """Step over what only holds an act, "a campaign of" before "terror", "nine days of", from word `at` on."""
    at = beyond_marks(words, at, -1)
    framed = at > 0 and words[at].lower == "of" and words[at - 1].lower in words_of("frames")
    return at - 2 if framed else at


def _of_time(words: list[Word], at: int) -> bool:
    owner = words[at].lower.removesuffix("s").removesuffix("'")
    return owner in words_of("moments") or owner in words_of("settings")


def attribute(clause: Clause) -> Phrase | None:
    """Read "The brutal raid", "the hated governor's palace": the noun phrase that an adjective stands before, up to its head."""
    words = clause.words
    first = _noun_behind(clause)
    graded = clause.last - clause.first == 2 and words[clause.first].tags & TAG["ly"]  # "staunchly conservative"
    single = clause.last - clause.first == 1 or (graded and clause.first and words[clause.first - 1].tags & _LEADING)
    place = first + 1 < len(words) and words[first].lower in words_of("locating")
    noun = first + (place and may_be_noun(words[first + 1]))  # "the squalid back stairs"
    adjective = single and noun < len(words) and may_be_noun(words[noun]) and _adjectival(clause)
    if not (adjective or _titles(clause, first)) or _acts(clause):
        return None
    last = noun
    while last + 1 < len(words) and not words[last].tags & POSSESSOR and _goes_on(words, last + 1):
        last += 1
    behind = words[last + 1].tags if last + 1 < len(words) else PUNCTUATION
    verbal = words[last - 1].tags & _ROLE or words[last].lower in words_of("pasts")
    if behind & (OPENING | TAG["object"]) and not words[last].tags & (POSSESSOR | _ROLE) and verbal and last > first:
        last -= 1  # "toothless courts back the junta": what opens an object makes the word before it a verb
    governs_object = behind & TAG["object"] or (names_quality(words[clause.last - 1]) and behind & TAG["subject"])
    if last == first and governs_object:
        return None  # "Her cowardice cost them the farm"
    timed = words[last].lower in words_of("moments") and words[last].lower != "march"
    nobody = timed and (words[first].lower in words_of("dated") or not _dated(clause))
    return (first, last + 1) if last >= first and not nobody else None


def _acts(clause: Clause) -> bool:
    """Whether the word in -s behind a noun is its verb: "a tyrant starves his people", "The shelling ends tonight", "Bully quits"."""
    words, at, term = clause.words, clause.last, clause.words[clause.last - 1]
    doing = clause.first and term.tags & _ING and not judging(term.lower)
    if not (doing or is_person(term.lower)) or at >= len(words) or not words[at].tags & _PLURAL or words[at].tags & _ROLE:
        return False
    behind = words[at + 1].tags if at + 1 < len(words) else 0
    return not clause.first or bool(behind & (OPENING | TAG["object"] | TIME))


def _dated(clause: Clause) -> bool:
    """Whether a time is what the term describes: "the brutal winter", "after a disastrous year"; "It was a paranoid spring" is nobody's."""
    words, before = clause.words, clause.first - 1
    governed = before > 0 and words[before].tags & TAG["article"] and governs(words[before - 1])
    return before >= 0 and (words[before].lower in ("the", "this", "that") or bool(governed))


def _titles(clause: Clause, name: int) -> bool:
    """Whether the term is a noun for a person right before a name: "hate preacher Abel Stroud", not "the thugs Holm hired"."""
    words = clause.words
    named = name + 1 < len(words) and words[name].tags & CAPITAL and not words[name].tags & (CLOSED | TIME | POSSESSOR)
    full = named and words[name + 1].tags & CAPITAL and not words[name + 1].tags & TIME
    person = name == clause.last and (is_person(words[name - 1].lower) or (full and called_before_name(words, name)))
    if not named or not person:
        return False
    return bool(full) or not (clause.first and words[clause.first - 1].tags & OPENING)


def _noun_behind(clause: Clause) -> int:
    """First word behind an adjective beyond marks, a number or a further adjective: "a punishing 9 per cent rise"."""
    words = clause.words
    first = beyond_marks(words, clause.last, 1)
    before = beyond_marks(words, clause.first - 1, -1)
    if before < 0 or not words[before].tags & (OPENING | POSSESSOR) or words[before].lower == "both":
        return first
    if _paired(clause, first) and not (before and words[before - 1].tags & BE):  # "is a vain and costly war" is said of its subject
        return first + 2
    while first < len(words) and (words[first].tags & TAG["number"] or words[first].lower in words_of("shares")):
        first += 1
    return first


def _paired(clause: Clause, at: int) -> bool:
    """Whether word `at` joins the term to a further adjective before a noun: "a brutal and senseless war", "a vain, costly war"."""
    words = clause.words
    if at + 2 >= len(words) or not (words[at].tags & COMMA or words[at].lower in ("and", "but")):
        return False
    further = words[at + 1]
    paired = all(has_adjectival_form(here) or judging(here.lower) for here in (clause.words[clause.last - 1], further))
    return paired and not further.tags & (CAPITAL | CLOSED)


def is_act(words: list[Word], phrase: Phrase) -> bool:
    """Whether a noun phrase names what an actor does or holds, so that what describes it describes the actor."""
    head = words[phrase[1] - 1].lower
    return head in words_of("acts") or names_quality(words[phrase[1] - 1])


def _goes_on(words: list[Word], at: int) -> bool:
    """Whether a noun phrase goes on with word `at`; behind an actor, a word in -s is a verb: "the press prints"."""
    head, here = words[at - 1], words[at]
    if (head.tags & _ROLE or head.lower in words_of("acts")) and here.tags & _PLURAL and not here.tags & _ROLE:
        return False
    if here.lower in words_of("dated"):
        return False  # "a scathing review last month"
    if abbreviated(words, at) or ("-" in head.lower and not head.tags & CAPITAL and may_be_noun(here)):  # "no-confidence vote"
        return True
    if here.tags & (CLOSED | PUNCTUATION | MARK | ADVERB | TIME | _ED | TAG["finite"]) or here.lower in words_of("places"):
        return False
    if head.tags & _ROLE and here.lower in words_of("pasts"):
        return False  # "The shamed clerk quit"
    return not here.verb or here.homograph


def _adjectival(clause: Clause) -> bool:
    """Whether the term can be an adjective before a noun, by its form and by the word before it."""
    term, words = clause.words[clause.last - 1], clause.words
    if not may_describe(term) or is_adverb(clause):
        return False
    number = beyond_marks(words, clause.first - 1, -1)
    enclosed = number < clause.first - 1 and clause.last < len(words) and bool(words[clause.last].tags & MARK)
    participle = term.tags & (_ED | _ING) and not judging(term.lower)
    if enclosed and participle and term.tags & _ING and words[number].tags & PREPOSITION:
        return False  # "accused of ‘bribing’ judges"
    if number < 0 or enclosed:
        return enclosed or not participle or (number < 0 and heads_sentence(clause))
    if participle:
        return _participle_describes(clause, words[number])
    return has_adjectival_form(term) or judging(term.lower) or bool(words[number].tags & _LEADING)


def _participle_describes(clause: Clause, before: Word) -> bool:
    """Read behind `before` "the board's damning verdict came", "a hated mayor", not "the coalition's bickering bores us"."""
    words, behind = clause.words, clause.last + 1
    if before_subject(clause):
        return True
    if not words[clause.last - 1].tags & _ING:
        return bool(before.tags & (OPENING | POSSESSOR))
    if before.tags & POSSESSOR:
        return behind >= len(words) or bool(words[behind].tags & (PUNCTUATION | PREPOSITION)) or is_verb(words, behind)
    return bool(before.tags & (OPENING | COMMA))


def bearer_of(clause: Clause) -> Phrase | None:
    """Read "the cowardice of the board", "the collapse of the talks": whose quality or fate a noun names."""
    words = clause.words
    if clause.last + 1 >= len(words) or words[clause.last].lower != "of":
        return None
    if words[clause.last - 1].lower in words_of("countries"):  # "the rogue state of Narvia"
        return phrase_from(words, clause.last + 1) if words[clause.last + 1].tags & CAPITAL else None
    found = phrase_from(words, clause.last + 1) if names_quality(words[clause.last - 1]) else None
    return None if found and words[found[1] - 1].lower in words_of("moments") else found  # "the treachery of last spring"


def told_about(clause: Clause) -> Phrase | None:
    """Read "There is nothing radical about the plan": what "about" is of."""
    words, behind = clause.words, clause.last + 1
    if behind >= len(words) or words[clause.last].lower not in ("about", "in") or not clause.first:
        return None
    number = clause.first - 1
    while number > 0 and (words[number].tags & ADVERB or words[number].lower in words_of("degree")):
        number -= 1
    return phrase_from(words, behind) if words[number].lower in words_of("indefinite") else None


def names_quality(here: Word) -> bool:
    """Whether a noun names a quality or a fate, by its ending or by the list: "cowardice", "collapse"."""
    told = here.lower.endswith(edges_of("qualities")) and here.lower not in words_of("no_qualities")
    return told or here.lower in words_of("qualities_of")


def headed(clause: Clause) -> Phrase | None:
    """Read the headline "Port strike reckless, minister says": a predicate without a verb behind what opens the line."""
    words = clause.words
    number = beyond_marks(words, clause.first - 1, -1)
    while number > 0 and (words[number].tags & (TAG["article"] | TAG["negation"]) or words[number].lower == "no"):
        number -= 1
    ends = clause.last >= len(words) and number < clause.first - 1  # "Strike on market a war crime"
    behind = beyond_marks(words, clause.last, 1)  # "Strike ‘heartless’, mayor says"
    closes = ends or (behind < len(words) and words[behind].tags & (COMMA | TAG["dash"]))
    lone = number == 0 == clause.first - 1
    owns = number >= 0 and words[number].tags & POSSESSOR  # "Monday’s “referendum”, held under guard,"
    if number < 0 or lone or owns or not closes or not nominal(words, number) or clause.first > LONGEST_HEADED:
        return None
    phrase = noun_phrase_before(words, number + 1)
    return phrase if phrase and phrase[0] == 0 and not words[0].tags & OPENING else None
