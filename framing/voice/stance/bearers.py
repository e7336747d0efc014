"""Whom a noun or an adjective describes by the phrase it stands in: the noun behind it, what opens a headline."""

from framing.voice.classes.between import CLOSED, COLON, COMMA, COORD, DASH, MARK, PREP, PUNCTUATION, THAT
from framing.voice.classes.nouns import ARTICLE, CAP, DEFINITE, DETERMINER, NUMBER, OBJECT, OPENING, PLURAL, POSSESSOR, ROLE, SUBJECT, TIME
from framing.voice.classes.verbs import AUXILIARY, ED, FINITE, INGTAG, LOOSE, LY, NEG, PLAIN, TO
from framing.voice.cues import BASE, Word
from framing.voice.lists import listed
from framing.voice.people.roles import is_person
from framing.voice.stance.clause import Clause
from framing.voice.stance.nominal import abbreviated, governs, is_time, is_verb, may_be_noun, names_person, nominal
from framing.voice.stance.openings import before_subject, called_before_name, heads_sentence
from framing.voice.stance.owners import names_quality
from framing.voice.stance.readings import (
    before_row,
    describes,
    has_adjectival_form,
    is_adverb,
    judging,
    may_describe,
)
from framing.voice.stance.subjects import noun_phrase_before
from framing.voice.stance.target_words import forms_of, words_of
from framing.voice.steps import back, holds, only, past
from framing.voice.units import Phrase

LONGEST_HEADED = 6
"""Words before a predicate without a verb."""
_LEADING = DETERMINER | PREP | COORD | COMMA | COLON


def attribute(clause: Clause) -> Phrase | None:
    """Read "The brutal raid", "the hated governor's palace": the noun phrase that an adjective stands before, up to its head."""
    words = clause.words
    first = _noun_behind(clause)
    graded = clause.last - clause.first == 2 and words[clause.first].tags & LY  # "staunchly conservative"
    owns = bool(words[clause.last - 1].tags & POSSESSOR)  # "the activists' case"
    single = (not owns and clause.last - clause.first == 1) or (graded and (not clause.first or words[clause.first - 1].tags & _LEADING))
    place = first + 1 < len(words) and words[first].lower in words_of("locating")
    noun = first + (place and may_be_noun(words[first + 1]))  # "the squalid back stairs"
    fits = (single and (_adjectival(clause) or _of_people(clause, noun))) or quoted(clause)
    adjective = fits and noun < len(words) and may_be_noun(words[noun]) and not _trails(clause, noun) and not _goes_on_as_verb(clause, noun)
    if not (adjective or _titles(clause, first)) or _acts(clause):
        return None
    last = noun
    if words[noun].tags & CAP and not adjective:
        return first, _end_of_name(words, noun)
    while last + 1 < len(words) and not words[last].tags & POSSESSOR and _goes_on(words, last + 1):
        last += 1
    behind = words[last + 1].tags if last + 1 < len(words) else PUNCTUATION
    verbal = words[last - 1].tags & ROLE or words[last].lower in words_of("pasts")
    if behind & (OPENING | OBJECT) and not words[last].tags & (POSSESSOR | ROLE) and verbal and last > first:
        last -= 1  # "toothless courts back the junta": what opens an object makes the word before it a verb
    governs_object = behind & OBJECT or (names_quality(clause.term) and behind & SUBJECT)
    costs = last == first and words[last].lower in words_of("pasts") and behind & (OPENING | NUMBER)
    if costs or (last == first and governs_object):
        return None  # "Her cowardice cost them the farm", "The sham cost nine lives"
    timed = words[last].lower in words_of("moments")
    nobody = timed and (words[first].lower in words_of("dated") or not _dated(clause))
    return (first, last + 1) if last >= first and not nobody else None


def quoted(clause: Clause) -> bool:
    """Whether marks hold the term alone before a noun: "the ‘resettlement’ programme", "over ‘death trap’ junction"."""
    words, opening, closing = clause.words, clause.first - 1, clause.last
    if opening < 1 or closing + 1 >= len(words) or not words[opening].tags & words[closing].tags & MARK:
        return False
    last = words[closing - 1]
    noun = not last.tags & (ED | INGTAG | PLURAL | CAP) and not words[closing + 1].tags & CAP
    before = words[opening - 1].tags
    opens = before & PLURAL and not before & ROLE and opening - 1 > 0  # "Duke opens ‘peace’ talks"
    return noun and bool(opens or before & (DETERMINER | PREP))


def in_affair(clause: Clause) -> Phrase | None:
    """Read the headline "PM's aide in ‘bully’ row quits": whom the talk in marks is about."""
    words, joining = clause.words, clause.first - 2
    found = noun_phrase_before(words, joining) if joining > 0 and words[joining].lower == "in" else None
    return found if found and not found[0] else None


def _of_people(clause: Clause, noun: int) -> bool:
    """Whether the term is a noun for a person that tells what others are: "activist groups", "terrorist suspects"."""
    if noun != clause.last or noun >= len(clause.words) or not is_person(clause.words[noun - 1].lower):
        return False
    return bool(clause.words[noun].tags & ROLE) and clause.words[noun].lower not in words_of("countries")  # "the aggressor state"


def _trails(clause: Clause, noun: int) -> bool:
    """Whether the word behind a noun is an adjective that no noun follows: "broke down in acrimony late on Monday"."""
    words, before = clause.words, clause.first - 1
    bare = before >= 0 and not words[before].tags & DETERMINER
    return bare and words[noun].lower in words_of("adjectives") and not (noun + 1 < len(words) and may_be_noun(words[noun + 1]))


def _end_of_name(words: list[Word], at: int) -> int:
    """One past the name that begins at word `at`, small words inside a name with it: "Pim de Graaf"."""
    while at < len(words) and words[at].tags & CAP:
        inside = at + 2 < len(words) and words[at + 1].lower in words_of("within_names") and words[at + 2].tags & CAP
        at += 2 if inside else 1
    return at


def _acts(clause: Clause) -> bool:
    """Whether the word in -s behind a noun is its verb: "a tyrant starves his people", "The shelling ends tonight", "Bully quits"."""
    words, at, term = clause.words, clause.last, clause.term
    doing = clause.first and term.tags & INGTAG and not judging(term.lower)
    if not (doing or names_person(term)) or at >= len(words) or not words[at].tags & PLURAL or words[at].tags & ROLE:
        return False
    behind = words[at + 1].tags if at + 1 < len(words) else 0
    return not clause.first or bool(behind & (OPENING | OBJECT | TIME))


def _dated(clause: Clause) -> bool:
    """Whether a time is what the term describes: "the brutal winter", "after a disastrous year"; "It was a paranoid spring" is nobody's."""
    words, before = clause.words, clause.first - 1
    article = before > 0 and words[before].tags & ARTICLE
    governed = article and (governs(words[before - 1]) or _has_object(words, before - 1))
    return before >= 0 and (words[before].tags & (DEFINITE | THAT) > 0 or bool(governed))


def _goes_on_as_verb(clause: Clause, at: int) -> bool:
    """Whether the word in -ing at word `at` tells what the term does: "the disaster unfolding in Zell", not "brutal shelling"."""
    return bool(clause.words[at].tags & INGTAG) and not describes(clause.term)


def _has_object(words: list[Word], verb: int) -> bool:
    """Whether a verb has a time as its object: "predicted a bloody winter", not "was a paranoid spring" or "had a shocking night"."""
    here = words[verb]
    return is_verb(words, verb) and not (here.tags & AUXILIARY or here.lower in words_of("spending") or here.lower in forms_of("linking"))


def _titles(clause: Clause, name: int) -> bool:
    """Whether the term is a noun for a person right before a name: "hate preacher Abel Stroud", not "the thugs Holm hired"."""
    words = clause.words
    named = name + 1 < len(words) and words[name].tags & CAP and not words[name].tags & (CLOSED | TIME | POSSESSOR)
    full = named and words[name + 1].tags & CAP and not words[name + 1].tags & TIME
    person = named and name == clause.last and (names_person(words[name - 1]) or (full and called_before_name(words, name)))
    if not person:
        return False
    return bool(full) or not (clause.first and words[clause.first - 1].tags & OPENING)


def _noun_behind(clause: Clause) -> int:
    """First word behind an adjective beyond marks, a number or further adjectives: "a punishing 9 per cent rise"."""
    words = clause.words
    first = past(words, clause.last, MARK)
    before = back(words, before_row(words, clause.first - 1), MARK, -1)
    governed = before >= 0 and (words[before].tags & (DETERMINER | PREP) or _has_object(words, before))
    if not governed or words[before].lower == "both":
        return first
    if describes(clause.term) or _attributive(words, clause.last - 1, before + 1):
        while (further := _further(words, first)) > first:
            first = past(words, further, MARK)
    if not words[before].tags & DETERMINER:
        return first
    while first < len(words) and (words[first].tags & NUMBER or words[first].lower in words_of("shares")):
        first += 1
    return first


def _attributive(words: list[Word], at: int, first: int) -> bool:
    """Whether a participle at word `at` opens a noun phrase behind its determiner: "a debunked and cruel story"."""
    return at == first and first > 0 and bool(words[at].tags & ED and words[first - 1].tags & DETERMINER)


def _further(words: list[Word], at: int) -> int:
    """One past the adjective that word `at` joins before a noun, "and senseless", ", costly", ", and perhaps final,"; `at` without one."""
    number, apart = at, False
    while number < len(words) and number < at + 2 and (words[number].tags & (COMMA | COORD)):
        apart = number > at
        number += 1
    joined = number > at
    while joined and number < len(words) and words[number].tags & LOOSE and not describes(words[number]):
        number += 1
    if not joined or number + 1 >= len(words) or words[number].tags & (CAP | CLOSED):
        return at
    closed = apart and words[number + 1].tags & COMMA
    participle = words[number].tags & ED and not apart and nominal(words, number + 1)  # "the gullible and worried public"
    return number + 1 + bool(closed) if describes(words[number]) or participle else at


def is_act(words: list[Word], phrase: Phrase) -> bool:
    """Whether a noun phrase names what an actor does or holds, so that what describes it describes the actor."""
    head = words[phrase[1] - 1].lower
    return head in words_of("acts") or names_quality(words[phrase[1] - 1])


def _goes_on(words: list[Word], at: int) -> bool:
    """Whether a noun phrase goes on with word `at`; behind an actor, a word in -s is a verb: "the press prints"."""
    head, here = words[at - 1], words[at]
    if (head.tags & ROLE or head.lower in words_of("acts")) and here.tags & PLURAL and not here.tags & ROLE:
        return False
    many = head.tags & ROLE and head.tags & PLURAL and head.lower not in words_of("plurals")
    if here.lower in words_of("dated") or _dates(words, at) or (many and not here.tags & ROLE) or _ends_name(words, at):
        return False  # "a scathing review last month", "brutal guards beat him"
    if abbreviated(words, at) or ("-" in head.lower and not head.tags & CAP and may_be_noun(here)):  # "no-confidence vote"
        return True
    if here.tags & (CLOSED | PUNCTUATION | MARK | LOOSE | TIME | ED | FINITE | PLAIN) or here.lower in words_of("places"):
        return False
    if head.tags & ROLE and here.lower in words_of("pasts"):
        return False  # "The shamed clerk quit"
    return not here.verb or here.homograph


def _dates(words: list[Word], at: int) -> bool:
    """Whether a word only dates the noun before it: "his speech early Wednesday"."""
    return words[at].lower in listed("words.toml", "complements", "before_day") and at + 1 < len(words) and is_time(words[at + 1])


def _ends_name(words: list[Word], at: int) -> bool:
    """Whether a name with a title ends before a word in small letters: "Shamed mayor Ida Holm quits"."""
    name = back(words, at - 1, CAP, -1) + 1
    return (
        0 < name < at and not words[at].tags & (CAP | PUNCTUATION) and not words[name - 1].tags & CLOSED and names_person(words[name - 1])
    )


def _adjectival(clause: Clause) -> bool:
    """Whether the term can be an adjective before a noun, by its form and by the word before it."""
    term, words = clause.term, clause.words
    if not may_describe(term) or is_adverb(clause):
        return False
    number = back(words, clause.first - 1, MARK, -1)
    enclosed = number < clause.first - 1 and bool(clause.after.tags & MARK)
    participle = term.tags & (ED | INGTAG) and not judging(term.lower)
    if enclosed and participle and term.tags & INGTAG and words[number].tags & PREP:
        return False  # "accused of ‘bribing’ judges"
    if number < 0 or enclosed:
        return enclosed or not participle or (number < 0 and heads_sentence(clause))
    if participle:
        return _participle_describes(clause, words[number])
    return describes(term) or bool(words[number].tags & _LEADING)


def _participle_describes(clause: Clause, before: Word) -> bool:
    """Read behind `before` "the board's damning verdict came", "a hated mayor", not "the coalition's bickering bores us"."""
    words, behind = clause.words, clause.last + 1
    if before_subject(clause):
        return True
    if not clause.term.tags & INGTAG:
        return bool(before.tags & DETERMINER)
    if before.tags & POSSESSOR:
        return behind >= len(words) or bool(words[behind].tags & (PUNCTUATION | PREP)) or is_verb(words, behind)
    return bool(before.tags & (OPENING | COMMA))


def headed(clause: Clause) -> Phrase | None:
    """Read the headline "Port strike reckless, minister says": a predicate without a verb behind what opens the line."""
    words, number = clause.words, _before_predicate(clause)
    owns = number >= 0 and words[number].tags & POSSESSOR  # "Monday’s “referendum”, held under guard,"
    before = words[number - 1] if number > 0 else words[0]
    acts = number > 0 and (before.tags & TO or (governs(before) and words[number].tags & INGTAG))  # "Tools to fight terrorism:"
    if number < 0 or owns or acts or not nominal(words, number) or clause.first > LONGEST_HEADED or _takes(words, number):
        return None
    phrase = noun_phrase_before(words, number + 1)
    opens = phrase and (phrase[0] == 0 or words[phrase[0] - 1].tags & COLON)
    return phrase if phrase and opens and not words[phrase[0]].tags & OPENING and _closes_line(clause, number) else None


def _takes(words: list[Word], at: int) -> bool:
    """Whether word `at` is a verb that takes what follows: "Closing the camp", "Prosecutors describe plunder"."""
    if not at:
        return bool(words[at].tags & INGTAG)
    says = words[at].verb is not None and words[at].forms & BASE
    return bool(says) and bool(words[at - 1].tags & PLURAL) and not words[at - 1].tags & POSSESSOR


def _before_predicate(clause: Clause) -> int:
    """Step back over what leads to a predicate without a verb: "a sham", "‘an act of vandalism’", "not in crisis"."""
    words, number = clause.words, back(clause.words, clause.first - 1, MARK, -1)
    if number > 1 and words[number].lower == "of" and words[number - 1].lower in words_of("frames"):
        number -= 2
    if number > 0 and words[number].lower == "in" and clause.term.lower in words_of("states"):
        number -= 1
    while number > 0 and (words[number].tags & (ARTICLE | NEG | MARK) or words[number].lower == "no"):
        number -= 1
    return number


def _closes_line(clause: Clause, subject: int) -> bool:
    """Whether a headline ends with the term, pauses behind it, or tells when or where; `subject` ends with the word of that number."""
    words, behind = clause.words, past(clause.words, clause.last, MARK)
    adjective = has_adjectival_form(clause.term)
    parted = not only(words[subject + 1 : clause.first], MARK)  # "Ferry a deathtrap"
    told = parted or (adjective and subject < clause.first - 1)  # "Closure ‘heartless’", but not "Cabinet unveils ‘reform’"
    if behind >= len(words):
        return told or holds(words[:subject], COLON)  # "Steward: new rota cruel"
    if not words[behind].tags & (COMMA | DASH | COLON):
        return parted and governs(words[behind])  # "Hospital ‘a war zone at weekends’"
    return told or subject > 0 or (adjective and any(here.verb for here in words[behind:]))  # "Levy illegal, court rules"
