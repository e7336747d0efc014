"""Noun phrases: where they begin, where they end, how they are printed."""

import itertools

from framing.voice.classes.between import CLOSED, COMMA, MARK, PREP, PUNCTUATION, WH
from framing.voice.classes.nouns import CAP, DET, DETERMINER, NUMBER, OBJECT, OPENING, PLURAL, POSSESSOR, PRONOUN, ROLE, TIME
from framing.voice.classes.verbs import ADV, AUXILIARY, BE, DO, ED, FINITE, HAVE, INGTAG, LOOSE, MODAL, PLAIN, TO
from framing.voice.cues import BASE, ING, PAST, TENSED, S, Word
from framing.voice.forms import adjectival
from framing.voice.people.roles import is_person
from framing.voice.stance.clause import Clause
from framing.voice.stance.target_words import edges_of, forms_of, idioms, words_of
from framing.voice.steps import back, first_of, only
from framing.voice.units import Phrase

OUTSIDE = PUNCTUATION | MARK | CLOSED & ~OPENING
"""What stands in no noun phrase."""
GENITIVE = "\u02bc"
"""Stands for the apostrophe of "the rebels' raid", which is a letter, unlike a quotation mark."""
LONGEST = 8
"""Words of a noun phrase."""
# Put together once, for these questions are asked of every word around a term.
_LED = MODAL | DO | LOOSE
_HELPING, _FORMED = MODAL | DO, FINITE | PLAIN | ED
_OPENS = OPENING | PRONOUN | CAP
_NO_NOUN = CLOSED | PUNCTUATION | MARK
_NO_SUBJECT = _NO_NOUN & ~PRONOUN
_NO_VERB = _NO_NOUN & ~(AUXILIARY | PREP)  # "like" can be both
_NO_HEAD = CLOSED | PUNCTUATION | LOOSE | FINITE | PLAIN | ED | NUMBER
_ACTS, _OBJECT = PLURAL | ROLE, OPENING | OBJECT
_NO_PLAIN_VERB = _NO_NOUN | LOOSE | _ACTS | CAP | NUMBER
_GOVERNING = CLOSED | PUNCTUATION | CAP | FINITE
INSERTED = 9
"""Words of an insertion between commas."""


def printed(words: list[Word], phrase: Phrase) -> str:
    """A noun phrase as printed, without the mark of the genitive."""
    text = (
        " ".join([here.surface for here in words[phrase[0] : phrase[1]]]).replace(" .", ".").replace("\u2019", "'").replace(GENITIVE, "'")
    )
    return text.removesuffix("'s").removesuffix("'")


def abbreviated(words: list[Word], at: int) -> bool:
    """Whether the full stop at word `at` belongs to an abbreviation: "U.S.", "Joseph R. Biden", "Mr. Brandt"."""
    if words[at].lower != "." or at < 1 or at + 1 >= len(words) or not words[at - 1].tags & CAP:
        return False
    before = words[at - 1].lower
    return len(before) == 1 or "." in before or before in words_of("abbreviated")


def is_time(here: Word) -> bool:
    """Whether a word is a day, a month or "yesterday"; "the march" is none."""
    return bool(here.tags & TIME) and (here.lower != "march" or bool(here.tags & CAP))


def is_may(here: Word) -> bool:
    """Whether a word is the month of May."""
    return here.lower == "may" and bool(here.tags & CAP)


def is_verb(words: list[Word], at: int) -> bool:
    """Whether the word at `at` reads as a verb that has a form of its own; behind a determiner it is none, "the vote"."""
    here = words[at]
    before = words[at - 1].tags if at else 0
    if (here.tags & AUXILIARY and not is_may(here)) or (before & _LED and (before & _HELPING or _helped(words, at))):
        return True
    if before & DETERMINER or here.tags & _NO_VERB:
        return False
    if here.tags & PLAIN and before & TO:
        return False  # an infinitive: the subject may stand before it
    if here.tags & _FORMED or here.lower in words_of("pasts"):
        adjective = here.lower.endswith(edges_of("compounds"))  # "heavy-handed"
        return (not here.tags & CAP or at == 0) and not adjective and not _before_verb(words, at)
    finite = here.forms & TENSED or (at and not before & _NO_SUBJECT and here.forms & BASE and reports_clause(here))
    if not finite or (before & PREP and not here.forms & PAST):
        return before & _ACTS == _ACTS and _takes_object(words, at)  # but "at judges"
    person = here.forms & S and at > 1 and words[at - 2].tags & DETERMINER and is_person(words[at - 1].lower)  # "the mayor blames the rain"
    return bool(person or not here.homograph) and not here.tags & CAP and not _before_verb(words, at)


def first_verb(words: list[Word], places: range) -> int | None:
    """The first of the places at which a verb stands; None where none does."""
    return next((at for at in places if is_verb(words, at)), None)


def _takes_object(words: list[Word], at: int) -> bool:
    """Whether a plain word behind several who act stands before what opens an object: "The rebels call themselves"."""
    opens = at + 1 < len(words) and words[at + 1].tags & _OBJECT
    return bool(opens) and not words[at].tags & _NO_PLAIN_VERB


def reports_clause(here: Word) -> bool:
    """Whether a word is a verb behind which a clause may stand without "that": "say", "believes"."""
    return here.verb is not None and "bare" in here.verb.frames


def _helped(words: list[Word], at: int) -> bool:
    """Whether a modal or a form of do stands before the adverbs before word `at`: "will also hear"."""
    helper = back(words, at - 1, LOOSE)
    return helper >= 0 and bool(words[helper].tags & (MODAL | DO)) and not words[helper].tags & CAP


def _before_verb(words: list[Word], at: int) -> bool:
    """Whether a word that looks like a verb is the subject of the one behind it: "the waiting lists were", "Tax cut is"."""
    behind = words[at + 1].tags if at + 1 < len(words) else 0
    named = PRONOUN | WH | (CAP if at > 1 else 0)  # but "Heat waves have"
    plural = words[at].tags & PLURAL and not (at and words[at - 1].tags & named)
    opening = not at and words[at].tags & ED  # "United were"
    return bool(behind & (BE | HAVE | MODAL)) and bool(plural or opening or words[at].lower in words_of("like_pasts"))


def nominal(words: list[Word], at: int) -> bool:
    """Whether the word at `at` can stand in a noun phrase as a noun or an adjective."""
    here = words[at]
    if here.tags & _NO_NOUN or (here.tags & (LOOSE | PLAIN) and not here.tags & CAP) or (here.tags & TIME and is_time(here)):
        return False
    return not is_verb(words, at)


def noun_behind(clause: Clause) -> bool:
    """Whether a noun or an adjective stands right behind the term."""
    return clause.last < len(clause.words) and nominal(clause.words, clause.last)


def may_be_noun(here: Word) -> bool:
    """Whether a word behind an adjective is a noun: a plain form of a verb behind "the sham" is, "the vote"."""
    if here.tags & ROLE or here.lower in words_of("like_pasts"):
        return True
    if here.tags & _NO_HEAD or is_time(here):
        return False
    return (not here.verb or here.homograph or here.forms in (BASE, ING, S)) and here.lower not in words_of("places")


def phrase_ending(words: list[Word], last: int) -> Phrase:
    """Noun phrase that ends at word `last`: back to its determiner, a verb, a preposition or a comma."""
    if words[last].tags & CAP:
        return name_ending(words, last)
    first = last
    while first > 0 and last - first < LONGEST:
        before = words[first - 1]
        if before.tags & OPENING:
            first = back(words, first - 1, OPENING, -1) + 1
            break
        decade = before.tags & MARK and words[first].tags & NUMBER  # "the ’90s"
        inner = before.tags & LOOSE and first > 1 and words[first - 2].tags & DETERMINER  # "its only paper"
        if not (decade or inner or nominal(words, first - 1) or abbreviated(words, first - 1)):
            break
        first -= 1
    return first, last + 1


def name_ending(words: list[Word], last: int) -> Phrase:
    """Proper name that ends at word `last`: what stands before it in small letters, a verb or an adjective, is no part."""
    first = last
    while first > 0:
        before = words[first - 1]
        if not (before.tags & CAP and not before.tags & (CLOSED | TIME | POSSESSOR)) and not abbreviated(words, first - 1):
            break
        first -= 1
    if first > 0 and words[first - 1].tags & DET:
        first -= 1
    return first, last + 1


def phrase_from(words: list[Word], first: int, end: int | None = None) -> Phrase | None:
    """Noun phrase that begins at word `first` and stops before word `end`."""
    last = first
    stop = min(len(words) if end is None else end, first + LONGEST)
    if first < stop and words[first].tags & PRONOUN:
        return first, first + 1
    while last < stop and (_inside(words, first, last) or (last > first and abbreviated(words, last))):
        last += 1
    bare = only(words[first:last], OPENING)
    alone = last - first == 1 and words[first].lower == "her"  # "accused her of fraud"
    return None if bare and not alone else (first, last)


def side_by_side(words: list[Word], last: int) -> bool:
    """Whether what opens a noun phrase stands right behind a noun up to word `last`: "a delay the ombudsman"."""
    return any(two.tags & _OPENS and not one.tags & _NO_NOUN for one, two in itertools.pairwise(words[: last + 1]))


def _inside(words: list[Word], first: int, at: int) -> bool:
    """Whether the noun phrase that begins at word `first` goes on with word `at`."""
    here = words[at]
    if here.tags & OUTSIDE or (here.tags & TIME and is_time(here) and not (at == first and here.tags & POSSESSOR)):
        return False  # but "Sunday's election"
    if at == first:
        return True
    if here.tags & OPENING:
        return bool(words[at - 1].tags & DET)
    dated = here.lower in words_of("dated") and not words[at - 1].tags & OPENING  # "the marines last autumn"
    behind = words[at + 1].tags if at + 1 < len(words) else 0
    takes = here.tags & INGTAG and behind & OPENING and not words[at - 1].tags & OPENING  # "terror gripping the north"
    return not (dated or takes or (here.tags & LOOSE and not _ranks(words, at)) or is_verb(words, at))


def _ranks(words: list[Word], at: int) -> bool:
    """Whether an adverb at word `at` belongs to the noun behind it: "first" in "their first album"."""
    opened = words[at].tags & ADV and words[at - 1].tags & OPENING and words[at - 1].lower != "her"
    return bool(opened) and at + 1 < len(words) and nominal(words, at + 1)


def names_person(here: Word) -> bool:
    """Whether a noun names a person by office or trade, or people by what they call each other: "the mayor", "the liar", "vandals"."""
    return is_person(here.lower) or not words_of("name_calling").isdisjoint((here.lower, here.lower.removesuffix("s")))


def determined(words: list[Word], at: int) -> bool:
    """Whether a determiner or an owner stands right before word `at`, marks aside: "the talks", "their vote"."""
    before = back(words, at - 1, MARK, -1)
    return before >= 0 and bool(words[before].tags & DETERMINER)


def governs(here: Word) -> bool:
    """Whether a word is a preposition before a noun phrase: "by", "after"."""
    return bool(here.tags & PREP) or here.lower in words_of("circumstances")


def comma_before(words: list[Word], at: int) -> int:
    """The comma that may open an insertion which ends before word `at`; 0 where none is near."""
    return first_of(words, range(at - 1, max(0, at - INSERTED), -1), COMMA, 0)


def before_age(words: list[Word], comma: int) -> int:
    """The comma at word `comma`, or the one before an age that ends there: "Lund, 58, a gambler"."""
    aged = comma > 2 and words[comma - 1].tags & NUMBER and words[comma - 2].tags & COMMA
    return comma - 2 if aged else comma


def plain(words: list[Word], at: int) -> bool:
    """Whether the word at `at` may stand between a term and what governs it; "of" as in "act of", not in "work of"."""
    here = words[at]
    if here.lower == "of":
        return at > 0 and words[at - 1].lower not in words_of("wrought") and not _felt(words[at - 1])
    if is_plain(here):
        return True
    opened = at > 0 and words[at - 1].tags & DET
    return bool(opened and (here.tags & ED or here.lower in words_of("doubted")))  # "the alleged torturer", "a feared torturer"


def is_plain(here: Word) -> bool:
    """Whether a word may stand between a term and what governs it: an adjective, a noun in small letters, "of"."""
    governs = here.tags & _GOVERNING or here.verb
    return not governs or here.homograph or here.lower == "of" or here.lower in words_of("degree")


def _felt(here: Word) -> bool:
    """Whether a word before "of" tells what somebody thinks of what "of" joins: "tired of", "afraid of"."""
    return bool(here.tags & ED and here.lower not in forms_of("linking")) or here.lower in words_of("feelings")


def before_degree(words: list[Word], at: int) -> int:
    """Last word up to `at` that is no adverb and tells no degree: "price" of "a price far too cruel"."""
    while at > 0 and (words[at].tags & LOOSE or words[at].lower in words_of("degree")):
        at -= 1
    return at


def beyond_idiom(words: list[Word], at: int) -> int:
    """Step back over "nothing but", "far from", "by no means" around word `at`."""
    for idiom, place in idioms().get(words[at].lower, ()):
        begins = max(0, at - place)
        if [here.lower for here in words[begins : begins + len(idiom)]] == idiom:
            return begins - 1
    return at


def before_term(clause: Clause, *, over: int = 0, until: frozenset[str] = frozenset()) -> int:
    """Step back from the term over marks, adjectives, "act of" and words tagged `over`, to a word of `until` or one that governs it."""
    words, over = clause.words, over | MARK
    for number in range(clause.first - 1, -1, -1):
        here = words[number]
        if here.lower in until or not (here.tags & over or plain(words, number) or _parts(words, number)):
            return number
    return -1


def _parts(words: list[Word], at: int) -> bool:
    """Whether word `at` is the comma between two adjectives behind a determiner: "a crazed, vain liar"."""
    if not words[at].tags & COMMA or at < 2 or not words[at - 2].tags & OPENING or not adjectival(words[at + 1].lower):
        return False
    return bool(words[at - 1].tags & ED) or adjectival(words[at - 1].lower)
