"""What stands beside a noun: "the mayor, that coward, watched", "the ban – a blunt tool – stays", "the ringleader, Piotr Wenk,"."""

from framing.voice.classes.between import (
    CLOSE,
    CLOSED,
    COLON,
    COMMA,
    COORD,
    DASH,
    MARK,
    OPEN,
    PREP,
    PUNCTUATION,
    SEMI,
    STOP,
    SUBORD,
    THAT,
    WH,
)
from framing.voice.classes.nouns import ARTICLE, CAP, DETERMINER, INDEFINITE, OPENING, PLURAL, ROLE, TIME
from framing.voice.classes.verbs import AUXILIARY, BE, ED, LOOSE, LY
from framing.voice.cues import Word
from framing.voice.stance.clause import Clause
from framing.voice.stance.insertions import before_naming
from framing.voice.stance.nominal import (
    INSERTED,
    before_age,
    before_degree,
    before_term,
    beyond_idiom,
    comma_before,
    first_verb,
    is_verb,
    names_person,
    nominal,
    phrase_ending,
    phrase_from,
)
from framing.voice.stance.readings import has_adjectival_form, judging
from framing.voice.stance.subjects import noun_phrase_before
from framing.voice.stance.target_words import forms_of, words_of
from framing.voice.steps import back, first_word, holds, past
from framing.voice.units import Phrase

OPENS = COMMA | DASH | OPEN
"""Marks that set off what stands beside a noun."""
_BEFORE_ANCHOR = PUNCTUATION | MARK | THAT | COORD | SUBORD


def apposition(clause: Clause) -> Phrase | None:
    """Read "the mayor, that coward, watched", "The law, an assault on speech, takes effect": what stands before the comma."""
    words, number = clause.words, before_term(clause, over=LOOSE | COORD)
    number = beyond_idiom(words, number) if number > 0 else number  # "the plan, at once timid and costly, was"
    if number > 1 and words[number].lower == "them" and words[number - 1].lower == "of":
        return number, number + 1  # "the leaders, some of them fanatics"
    pause = _pause(clause, number)
    if pause < 1 or not words[pause].tags & OPENS:
        return None
    pause = before_age(words, pause)
    last = pause - 1
    described = not last and bool(has_adjectival_form(words[last]) or words[last].tags & LY)  # "Worse, and more callous, was it"
    if not nominal(words, last) or described or not _closed(clause, pause):
        return None
    anchor = _anchor(clause, pause)
    first = anchor[0]
    before = words[first - 1] if first else None
    opens = before is None or before.tags & _BEFORE_ANCHOR or words[last].tags & CAP or before.says
    dated = before is not None and before.lower in words_of("circumstances") and not words[first].tags & OPENING
    dated = dated or (words[pause + 1].lower == "the" and _leads_in(words, first))  # "According to Holm, the raid, which"
    return None if not opens or dated or _inserted(words, first, pause) else anchor  # dated: "lost their jobs before Easter, a cruel blow"


def _leads_in(words: list[Word], first: int) -> bool:
    """Whether what ends with the noun phrase at word `first` only leads a sentence in: "According to Holm,", "In Brell,"."""
    opening = words[0].tags & PREP or words[0].lower == "according"
    return first > 0 and bool(opening) and first_verb(words, range(first)) is None


def _anchor(clause: Clause, pause: int) -> Phrase:
    """What stands before a pause: "the owner of the mill", but the name alone in "spent nine years in Harrow, a squalid jail"."""
    words, nearest = clause.words, phrase_ending(clause.words, pause - 1)
    whole = noun_phrase_before(words, pause) or nearest
    head = words[whole[1] - 1].lower
    place = any(here.lower in words_of("countries") for here in words[clause.first : clause.last + 2])
    named = words[pause - 1].tags & CAP and (place or head in words_of("moments"))
    return nearest if named else whole


def _pause(clause: Clause, number: int) -> int:
    """Word before what may stand beside a noun, where word `number` governs the term; -1 where the term stands in something else."""
    words = clause.words
    if _entitled(clause):
        return -1
    if row := _adjectives_before(clause):
        return row
    if number >= 0 and words[number].lower in words_of("apposed"):
        return _first_of_row(words, back(words, number - 1, LOOSE | MARK))  # ", once “the darling of the markets”,"
    between = words[number + 1 : clause.first]
    if any(here.lower == "not" for here in between) and not has_adjectival_form(clause.term):
        return -1  # "Folly, not malice, sank the ferry"
    joined = any(here.lower == "and" for here in between)  # "vain and vindictive,"
    joined = joined or beyond_idiom(words, clause.first - 1) < clause.first - 1  # ", at once timid and costly,"
    bare = all(here.tags & (LOOSE | MARK) or here.lower in words_of("doubted") for here in between)
    if not (joined or bare):
        return -1
    return number - (words[number].lower in words_of("conceding"))  # ", if painful,"


def _adjectives_before(clause: Clause) -> int:
    """The comma before adjectives that the term goes on with, "the bid, vain in aim and cruel in effect,"; 0 where there is none."""
    words, joining = clause.words, back(clause.words, clause.first - 1, MARK, -1)
    if joining < 1 or not words[joining].tags & COORD or not has_adjectival_form(clause.term):
        return 0
    comma = comma_before(words, joining)
    first = past(words, comma + 1, MARK)
    between = any(words[number].tags & WH or is_verb(words, number) for number in range(comma, joining))
    return comma if comma and has_adjectival_form(words[first]) and not between else 0


def _entitled(clause: Clause) -> bool:
    """Whether the term stands in a title in marks: "The show, “Plunder,” traces", "Her novel, “The Butchers”, was"."""
    words, at = clause.words, clause.first
    at -= at > 0 and words[at - 1].lower == "the"
    if at < 2 or not words[at].tags & words[clause.first].tags & CAP or not words[at - 1].tags & MARK:
        return False
    return not words[at - 2].tags & OPENING and words[at - 2].lower not in words_of("doubted")  # "the so-called “Black Widow”"


def _first_of_row(words: list[Word], at: int) -> int:
    """The comma before the first of what stands beside a noun in a row, "a bully at home and a coward abroad"; else word `at`."""
    first = at
    for number in range(at - 1, max(0, at - INSERTED), -1):
        if not words[at].tags & (COMMA | COORD) or words[number].tags & WH or is_verb(words, number):
            break
        begin = words[number + 1 + bool(words[number + 1].tags & LOOSE)].lower
        begins = begin in words_of("apposed") and (begin == words[at + 1].lower or bool(words[at].tags & COORD))
        first = number if words[number].tags & COMMA and begins else first
    return first


def _inserted(words: list[Word], before: int, closing: int) -> bool:
    """Whether the comma behind belongs to an insertion: "was, in the words of Sandu, a sham", "of the critic, Eva Sandu, a sham"."""
    comma = before_naming(words, comma_before(words, before), closing)
    return comma > 0 and bool(words[comma - 1].tags & BE)


def _closed(clause: Clause, pause: int) -> bool:
    """Whether the apposition ends at a comma before a verb, at its bracket, or ends the sentence behind a name."""
    words, named = clause.words, bool(clause.words[pause - 1].tags & CAP)
    if words[pause].tags & OPEN:
        return holds(words[clause.last :], CLOSE)
    told = False
    for number in range(clause.last, len(words)):
        if words[number].tags & words[pause].tags & OPENS:
            at = past(words, number + 1, MARK)
            after = words[at] if at < len(words) else None
            behind = after is not None and (is_verb(words, at) or after.verb is not None or bool(after.tags & LOOSE))
            behind = behind or _acts(words, pause - 1, at)
            beside = named and bool(words[clause.first - 1].tags & OPENING or words[clause.first - 1].lower in words_of("doubted"))
            return (behind or beside) and (not told or (after is not None and bool(after.tags & AUXILIARY)))
        if words[number].tags & (STOP | SEMI):
            return named and not told
        if words[number].tags & (WH | THAT) and not told:
            break  # "Nadia Ostrow, a loan shark who worked the docks."
        told = told or (is_verb(words, number) and not judging(words[number].lower))  # "a breach of the pact it signed, was"
    return named and not told


def _acts(words: list[Word], anchor: int, at: int) -> bool:
    """Whether a word in -s is the verb of one thing before it: "The levy, “a gag on mills”, begins in May"."""
    if at + 1 >= len(words) or words[anchor].tags & PLURAL or not words[at].tags & PLURAL or words[at].tags & CAP:
        return False
    return not words[at + 1].tags & (PUNCTUATION | COORD)


def postposed(clause: Clause) -> Phrase | None:
    """Read "a scheme so callous that …", "a price too cruel to pay", "a man drunk on power": what an adjective stands behind."""
    words, number = clause.words, before_degree(clause.words, clause.first - 1)
    degree = number < clause.first - 1 and words[number + 1].lower in words_of("degree")
    tells = clause.after.tags & PREP and not _weighs(words[number])
    pointed = words[0].lower == "with" and number == clause.first - 1 and words[number].lower in ("this", "that")
    if pointed and number > 1 and clause.after.tags & COMMA:
        number, degree = number - 1, True  # "With leaders this cynical, voters"
    if not (degree or tells) or not nominal(words, number) or not has_adjectival_form(clause.term):
        return None
    if clause.term.lower in words_of("acts"):
        return None  # "a fresh offensive against"
    if words[number].lower in words_of("multiples"):
        return None  # "is nine times more cruel"
    found = phrase_ending(words, number)
    indefinite = words[found[0]].tags & INDEFINITE or words[number].tags & PLURAL
    return found if indefinite else None


def _weighs(here: Word) -> bool:
    """Whether a word before an adjective is no noun it stands behind: "a little hostile to", "acts hostile to"."""
    return here.lower in words_of("indefinite", "parts") or here.lower in forms_of("linking")


def announced(clause: Clause) -> Phrase | None:
    """Read "Her verdict on the budget was short: “A con.”", "has one word for it: greed", "Asked about it, she smiled: “A con.”"."""
    words, colon = clause.words, before_term(clause, over=ARTICLE | LOOSE)
    if verdict := _verdict_behind(clause):
        return verdict
    if colon < 3 or not words[colon].tags & COLON:
        return None
    for number in range(colon - 3, -1, -1):
        if words[number].lower in words_of("naming_nouns") and (
            words[number + 1].lower == "of" or words[number + 1].lower in words_of("spoken_on")
        ):
            judged = phrase_from(words, number + 2)
            judges = judged and words[number - 1].lower == "the" and words[judged[1] - 1].tags & ROLE  # "The verdict of the fans:"
            return None if judges else judged
    return topic(words)


def _verdict_behind(clause: Clause) -> Phrase | None:
    """Read the headline "‘A disgrace’: vet’s verdict on puppy farm"."""
    words, colon = clause.words, past(clause.words, clause.last, MARK)
    if colon >= len(words) or not words[colon].tags & COLON or before_term(clause, over=ARTICLE) >= 0:
        return None
    for number in range(colon + 1, len(words) - 1):
        if words[number].lower in words_of("naming_nouns") and words[number + 1].lower in words_of("spoken_on"):
            return phrase_from(words, number + 2)
        if words[number].lower in forms_of("assailing"):
            behind = past(words, number + 1, PREP, len(words) - 1)  # "rounds on", "hits out at"
            needs = words[number].lower in forms_of("railing") and behind == number + 1
            return None if needs else phrase_from(words, behind)
    return None


def topic(words: list[Word]) -> Phrase | None:
    """What a sentence opens with as what is asked or talked about: "Asked about the ruling,", "Of the levy,"."""
    asked = first_word(words, range(2), words_of("asked"), -1)
    about = words[asked + 1].lower
    return phrase_from(words, asked + 2) if about in (words_of("about") if asked >= 0 else ("of", "on")) else None


def named_behind(clause: Clause) -> Phrase | None:
    """Read "The alleged ringleader, Piotr Wenk, was led in", "a lout named Bo Grett": the name behind a noun for a person."""
    words, first = clause.words, past(clause.words, clause.last, MARK) + 1
    if (named := called_so(words, first - 1)) is not None:
        return named
    owner = phrase_from(words, first) if first < len(words) and words[first - 1].lower == "of" else None
    first = owner[1] + 1 if owner else first  # "the self-styled prophet of Kessary, Anton Briel,"
    number = before_term(clause)
    person = names_person(clause.term) or (clause.first and words[clause.first - 1].lower in words_of("doubted"))
    if first >= len(words) or not words[first - 1].tags & COMMA or not person:
        return None
    number -= number > 0 and bool(words[number].tags & ED)  # "the alleged"
    opened = number >= 0 and words[number].tags & DETERMINER
    return name_beside(words, first - 1) if opened else None


def name_from(words: list[Word], first: int) -> Phrase | None:
    """The name that begins at word `first`, unless it is the object of a verb: "a thug called Holm a liar"."""
    last = first
    while last < len(words) and words[last].tags & CAP and not words[last].tags & (CLOSED | TIME):
        last += 1
    object_of = last < len(words) and words[last].tags & OPENING
    return (first, last) if last > first and not object_of else None


def name_beside(words: list[Word], comma: int) -> Phrase | None:
    """The name behind a description: "the ringleader, Piotr Wenk, was", "the traitor, a cook named Ulf Denn", "a cook named Denn"."""
    if comma + 1 >= len(words):
        return None
    if not words[comma].tags & COMMA:
        return called_so(words, comma)
    described = phrase_from(words, comma + 1) if words[comma + 1].tags & INDEFINITE else None
    if described is not None:
        return called_so(words, described[1])
    named = name_from(words, comma + 1 + (words[comma + 1].lower == "one"))  # ", one Maxim Dree,"
    closed = named and named[1] + 1 < len(words) and words[named[1]].tags & COMMA and not words[named[1] + 1].tags & CAP
    return named if closed else None


def stands_beside(words: list[Word], described: Phrase) -> Phrase | None:
    """Whom a person is, described behind a pause: "The governor – a man his own deputy calls vain – left"."""
    pause = described[0] - 1
    opened = pause > 0 and words[pause].tags & OPENS and words[pause + 1].tags & INDEFINITE
    opened = opened and any(here.tags & words[pause].tags & OPENS for here in words[described[1] :])
    return noun_phrase_before(words, pause) if opened else None


def called_so(words: list[Word], at: int) -> Phrase | None:
    """The name behind word `at`, if that says that it is one: "a lout named Bo Grett", "known as Bo Grett"."""
    if at + 1 >= len(words) or words[at].lower not in words_of("called_so"):
        return None
    return name_from(words, at + 1 + (words[at + 1].lower == "as"))
