"""Relative clauses: whom one tells of, and the subject before it."""

from framing.voice.appositions import before_bracket
from framing.voice.classes.between import BREAK, BY, CLOSE, COLON, COMMA, COORD, DASH, PREP, QUOTE, RELATIVE, SEMI, SUBORD, THAT, WH
from framing.voice.classes.nouns import ARTICLE, CAP, DET, INDEFINITE, NUMBER, OBJECT, PLURAL, POSS, POSSESSOR, ROLE, SUBJECT
from framing.voice.classes.verbs import ADVERB, AUXILIARY, BE, ED, INGTAG, LY, TO
from framing.voice.cues import PAST, Word
from framing.voice.forms import adjectival
from framing.voice.grammar import finite, group_start, has_finite, head_end, head_word, phrase_ending
from framing.voice.lists import listed
from framing.voice.steps import back, first_of, holds, only, past
from framing.voice.units import Phrase, Unit

CLAUSE_EDGE = BREAK | THAT | SUBORD
AROUND_RELATIVE = CLAUSE_EDGE | RELATIVE | INGTAG | WH
GOVERNED = PREP | DET | POSS | CAP | PLURAL | OBJECT
"""Words with which begins what a participle governs: "the woman leading the campaign"."""
NO_VERB = DET | POSS | SUBJECT | NUMBER | PREP | BREAK | COORD | WH
LONGEST_RELATIVE = 20
"""Words of a clause between a subject and its verb."""


def before_relative(unit: Unit, last: int) -> Phrase | None:
    """Subject before a clause that tells who it is: "officials who asked not to be named said", "an aide speaking on the air said"."""
    words, concerned = unit.words, listed("words.toml", "reference", "concerned")
    farthest = last - 1 if words[last].tags & WH else max(0, last - LONGEST_RELATIVE)
    for number in range(last - 1, farthest, -1):
        here = words[number]
        if not (here.tags & AROUND_RELATIVE or here.verb or here.lower in concerned):
            continue
        before = words[number - 1].tags
        if here.lower in concerned and words[number + 1].tags & PREP and before & (ROLE | PLURAL):
            named = phrase_ending(unit, number - 1)
            return named if named is None or here.tags & ED else (named[0], last + 1)  # "people familiar with the plan"
        if here.tags & CLAUSE_EDGE:
            if here.tags & COMMA and before & NUMBER:
                continue  # "who in a letter of May 4, 2016, to Berg claimed"
            owns = here.tags & THAT and number + 1 < last and before & ROLE and not words[number - 1].verb
            owns = owns and _opens_verb(unit, past(words, number + 1, ADVERB))
            return phrase_ending(unit, number - 1) if owns else None  # "the company that owns the mine"
        told = here.verb and here.forms & PAST and here.verb.speaks and not before & RELATIVE
        if told or here.lower == "what":
            return None
        person = here.tags & RELATIVE and here.lower in ("who", "whose", "whom")
        acts = person and here.lower == "who" and _opens_verb(unit, number + 1)
        clause = acts or (person and has_finite(unit, number, last + 1))
        participle = (
            here.tags & INGTAG and words[number + 1].tags & GOVERNED and before & (ROLE | CAP) and not before & (PREP | DET | COORD)
        )
        inserted = person and not clause and words[number + 1].tags & PREP  # "who in a letter to Berg claimed"
        if clause or participle or inserted:
            if inserted or (before & COORD and clause):
                return antecedent(unit, number)  # "a nurse who left and who now keeps bees said"
            verbal = finite(unit, number - 1) or words[number - 1].verb is not None
            return None if verbal else phrase_ending(unit, number - 1)
    return None


def _opens_verb(unit: Unit, at: int) -> bool:
    """Whether the verb of a clause stands at `at`, listed or not: "who live by the river", "that owns the mine"."""
    words = unit.words
    here = words[at]
    if here.tags & (NO_VERB | CAP) or at + 1 >= len(words) or (here.tags & ROLE and here.tags & PLURAL):
        return False  # the last as in "the man who nurses say"
    that = at - 1 - bool(words[at - 1].tags & ADVERB)
    if not words[that].tags & THAT:
        return True
    following = words[at + 1].tags
    governs = words[that - 1].tags & PLURAL and following & (PREP | DET | POSS) and not here.tags & (ROLE | PLURAL | INGTAG | TO)
    third = here.lower.endswith("s") and not here.tags & ROLE and not following & (CAP | ROLE | PLURAL)
    return finite(unit, at) or bool(governs) or third


def antecedent(unit: Unit, relative: int) -> Phrase | None:
    """Noun phrase that the relative pronoun at `relative` stands for."""
    if relative > 3 and unit.words[relative - 1].lower == "of" and unit.words[relative - 3].tags & COMMA:
        many = antecedent(unit, relative - 2)  # "parents, many of whom said"
        return _behind_verb(unit, many) if many else None
    last = back(unit.words, relative - 1, COMMA | PREP | DASH, -1)
    if last > 0 and unit.words[last].tags & COORD:  # "a mayor who left and who said"
        before = first_of(unit.words, range(last - 1, 0, -1), RELATIVE)
        return antecedent(unit, before) if before else None
    found = _over_place(unit, last) if last >= 0 else None
    found = found and _named_before(unit, found)
    if found and unit.words[relative].lower == "who":
        found = _said_of(unit, found)
    return _person_in(unit, found) if found and unit.words[relative].lower in ("who", "whom", "which") else found


def _said_of(unit: Unit, found: Phrase) -> Phrase:
    """The person of whom a description before "who" is said: "Ida Holm is a liar and a thief who says"; else the description."""
    words, at = unit.words, found[0] - 1
    while at > 1 and words[at].tags & (COORD | COMMA):
        item = phrase_ending(unit, at - 1 - bool(words[at].tags & COORD and words[at - 1].tags & COMMA))
        at = item[0] - 1 if item else 0
    single = words[at + 1].lower in ("a", "an") and not words[found[1] - 1].tags & (PLURAL | CAP)
    start = group_start(unit, at + 1) if single and words[at].tags & BE else 0
    if start < 1:
        return found
    if words[start - 1].tags & COORD:  # "Ida Holm incites hate and is a liar who says"
        begin = 1 + first_of(words, range(start - 2, -1, -1), COLON | SEMI | QUOTE, -1)
        named = begin, past(words, begin, CAP)
    else:
        named = phrase_ending(unit, start - 1) or (0, 0)
    told = words[slice(*named)]
    name = told and only(told, CAP) and not holds(told, DET | SUBJECT | ADVERB)
    return named if name or (told and told[0].lower in ("he", "she")) else found


def _named_before(unit: Unit, found: Phrase) -> Phrase:
    """The name before a description that stands before "who": "by Ida Holm, a diver from Zell, who said"; else the description."""
    words = unit.words
    of = found[0] > 0 and words[found[0] - 1].lower == "of"  # "Ida Holm, of the divers' guild, who"
    comma = found[0] - 1 - of
    described = comma > 1 and words[comma].tags & COMMA and words[found[0]].tags & ARTICLE and words[comma - 1].tags & CAP
    name = phrase_ending(unit, comma - 1) if described else None
    return name if name and not words[name[0] - 1].tags & (COMMA | COORD) else found


def _over_place(unit: Unit, last: int) -> Phrase | None:
    """The phrase that ends at `last`, or before a place or a bracket that does: "Berg of Zell County, Ariz., who", "Berg (R-Ohio), who"."""
    words = unit.words
    found = before_bracket(unit, last) if words[last].tags & CLOSE else phrase_ending(unit, last)
    if found is None or found[0] < 3 or found[1] - found[0] > 1 or not words[last].tags & CAP or not words[found[0] - 1].tags & COMMA:
        return found
    named = phrase_ending(unit, found[0] - 2)
    placed = named and head_end(unit, named) < named[1] and head_word(unit, named).tags & CAP and words[named[1] - 1].tags & CAP
    return named if placed else found


def contact_subject(words: list[Word], found: Phrase) -> Phrase:
    """The subject alone, where the noun of a relative clause without a pronoun was read with it: "a move critics called"."""
    first, end = found
    if end - first == 1:
        return found
    article = first_of(words, range(end - 1, first - 1, -1), INDEFINITE)
    if article is not None and holds(words[article:end], BY):
        return found  # "a report by crash investigators"
    if article is not None:
        return next(((at, end) for at in range(article + 2, end) if _begins_subject(words, at, end)), found)
    fronted = first > 0 and words[first - 1].tags & PREP and (first == 1 or words[first - 2].tags & COMMA)
    said = fronted and end - first == 2 and (words[first].tags & PLURAL or words[first].noun)  # "In remarks opponents denounced"
    return (first + 1, end) if said and not words[first].tags & (CAP | ROLE) and words[first + 1].tags & PLURAL else found


def past_purpose(unit: Unit, found: Phrase) -> Phrase:
    """The subject before an infinitive whose object was read for it: "organisers of a drive to mend the sluices say"."""
    words, to = unit.words, found[0] - 2
    if to < 1 or not words[to].tags & TO or not words[found[0]].tags & (DET | POSS) or words[to + 1].tags & (PREP | DET | AUXILIARY | CAP):
        return found
    outer = phrase_ending(unit, to - 1)
    opens = outer and (outer[0] == 0 or words[outer[0] - 1].tags & (BREAK | THAT | COORD))
    return outer if outer and opens and head_word(unit, outer).tags & (ROLE | CAP | PLURAL) else found


def _begins_subject(words: list[Word], at: int, end: int) -> bool:
    """Whether a further phrase, that "a" cannot go with, begins at `at` and ends before `end`: a count, a plural, a name."""
    before, here, head = words[at - 1], words[at], words[end - 1]
    if before.tags & (CAP | NUMBER | PREP | POSSESSOR | DET | POSS) or holds(words[at:end], PREP):
        return False
    if here.tags & (NUMBER | DET) or here.lower == "one":
        return end > at + 1 or here.lower in listed("words.toml", "use", "alone")
    if head.tags & CAP:
        return only(words[at:end], CAP) and not before.tags & (ROLE | ED | LY) and not adjectival(before.lower)
    joined = at + 2 == end and (here.tags & ROLE or adjectival(here.lower))  # "a move opposition lawmakers called"
    alone = at + 1 == end and not adjectival(before.lower)  # but "a group of angry farmers"
    return bool(head.tags & PLURAL) and (alone or bool(joined))


def _person_in(unit: Unit, found: Phrase) -> Phrase:
    """The people or body at the end of a phrase whose head is none, for whom alone "who said" can stand: "fury from the family, who"."""
    words = unit.words
    head = head_end(unit, found)
    holder = words[head - 1].tags & (ROLE | CAP | NUMBER | SUBJECT | PLURAL * (not words[head - 1].verb))
    counted = words[head - 1].lower in listed("words.toml", "phrases", "quantities")
    people = head < found[1] and words[found[1] - 1].tags & (ROLE | CAP)
    return (head + 1, found[1]) if people and not (holder or counted) else found


def _behind_verb(unit: Unit, found: Phrase) -> Phrase:
    """The phrase without a verb that was read into it: "angered parents"."""
    words, (first, end) = unit.words, found
    verbs = (at for at in range(end - 2, first - 1, -1) if words[at].tags & ED and not words[at - 1].tags & (DET | ADVERB))
    return next(verbs, first - 1) + 1, end
