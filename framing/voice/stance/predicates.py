"""Predicates: whom "is a sham", "behaved like savages" and "acted out of spite" are said of."""

from framing.voice.classes.between import COMMA, COORD, MARK, PREP, PUNCTUATION, STOP, SUBORD, THAT, WH
from framing.voice.classes.nouns import CAP, INDEFINITE, NUMBER, OPENING, POSSESSOR, PRONOUN, SUBJECT
from framing.voice.classes.verbs import BE, ED, INGTAG, LOOSE, NEG, TO
from framing.voice.cues import Word, word
from framing.voice.stance.actors import actor
from framing.voice.stance.clausal import clausal
from framing.voice.stance.clause import Clause
from framing.voice.stance.conjuncts import closes, first_conjunct
from framing.voice.stance.deeds import in_manner
from framing.voice.stance.edges import verb_begins, with_be
from framing.voice.stance.insertions import before_naming
from framing.voice.stance.nominal import (
    beyond_idiom,
    comma_before,
    determined,
    is_verb,
    nominal,
    phrase_ending,
    phrase_from,
    plain,
)
from framing.voice.stance.owners import names_quality
from framing.voice.stance.readings import has_adjectival_form, is_past, judging
from framing.voice.stance.subjects import subject
from framing.voice.stance.target_words import forms_of, links, words_of
from framing.voice.steps import back, holds, only, past
from framing.voice.units import Phrase

REACH = 9
"""Words between a verb and its predicate."""
OVER = OPENING | LOOSE | COORD
_BESIDE = OVER | MARK


def predicate(clause: Clause) -> Phrase | None:
    """Read "The strike was a war crime", "behaved like savages", "was run as a swindle": the subject of the verb."""
    words, number = clause.words, linking(clause)
    manner = words[clause.first].tags & PREP and clause.first and is_verb(words, clause.first - 1)
    if manner or number is None:
        return in_manner(clause, clause.first) if manner else None  # "has gone from bad to worse"
    if words[number].lower in words_of("likening", "amounts_to"):
        return _likened(clause, number)
    if not links(words[number]):
        return (number, number + 1) if _contracted(words[number].lower) or _asked(clause, number) else None
    last = clause.term
    goes = words[number].lower in forms_of("going") and not (has_adjectival_form(last) and number + 1 == clause.first)  # not "went mad"
    given = is_past(words[number + 1]) and number + 2 < clause.first and words[number + 2].tags & OPENING  # "had been handed a bogus chart"
    if goes or given or words[number + 1].tags & INGTAG or (last.tags & ED and not _state(words[number], last)):
        return None
    turned = phrase_from(words, number + 1, clause.first) if words[number].tags & BE and _turns(words[:number]) else None
    turned = turned or clausal(words, number, quality=bool(has_adjectival_form(last)))
    if turned is not None:
        return turned
    found = actor(clause, number) if _not_finite(clause, number) else subject(words, number)
    led = words[found[0] - 1] if found and found[0] else None
    placed = found and found[0] == 1 and led and led.tags & PREP  # "Among the dead was a thug"
    both = found and led and led.lower == "and" and words[number].lower in words_of("plural_verbs")
    told = _joint(words, found) if found and both else found
    named = words[found[1] - 1].lower in words_of("naming_nouns") and words[found[1]].lower == "for" if found else False
    told = phrase_from(words, found[1] + 1) if found and named else told  # "The word for it is theft"
    if told is not None and told == found and _spells(words, told, last) and holds(words[number : clause.first], MARK):
        told = _spoken_of(words, told[1])
    return None if placed or (led and led.lower == "what") else told  # "What we got was lies"


def _spells(words: list[Word], found: Phrase, term: Word) -> bool:
    """Whether words in marks spell a subject out rather than describe it: "The auditors' verdict was “deceit”"."""
    noun, named = words[found[1] - 1].noun, words[found[1] - 1].lower in words_of("naming_nouns")
    spells = named or not has_adjectival_form(term)  # but "His remarks were “cruel”"
    return noun is not None and "marked" in noun.frames and spells


def _spoken_of(words: list[Word], behind: int) -> Phrase | None:
    """Whom a verdict is on: "her verdict on the mayor", "their description of the camp"; the verdict of the auditors is on nobody named."""
    noun, joining = words[behind - 1].noun, words[behind].lower
    tells = joining in words_of("spoken_on") or (joining == "of" and noun is not None and "of" in noun.frames)
    return phrase_from(words, behind + 1) if tells else None


def _joint(words: list[Word], found: Phrase) -> Phrase:
    """Both of a subject of two that opens its clause: "Holm and Berg were cruel"."""
    first = phrase_ending(words, found[0] - 2)[0] if found[0] > 1 and nominal(words, found[0] - 2) else 1
    opens = first == 0 or words[first - 1].tags & (PUNCTUATION | MARK | THAT) or words[first - 1].verb is not None
    return (first, found[1]) if opens and first < found[0] - 1 else found


def _state(verb: Word, participle: Word) -> bool:
    """Whether a participle tells in what state its subject is: "looked rattled", not "was jeered" or "felt betrayed"."""
    return judging(participle.lower) or not (verb.tags & BE or participle.lower in forms_of("harming"))


def _turns(opening: list[Word]) -> bool:
    """Whether a sentence opens so that its verb stands before its subject: "Was the sale a swindle?", "At no point is the plan mad"."""
    placed = len(opening) > 1 and opening[0].tags & PREP and opening[1].lower == "no"
    denied = bool(opening) and opening[-1].lower in words_of("neither")  # "nor was its builder a thief"
    return bool(placed) or denied or all(here.tags & (MARK | WH | NEG) or here.lower == "only" for here in opening)


def _asked(clause: Clause, number: int) -> bool:
    """Whether "it" at word `number` stands behind its verb: "Was it a swindle?", "nor was it a swindle"."""
    words = clause.words
    inverted = number > 0 and words[number].tags & PRONOUN and words[number].lower in words_of("neuter") and words[number - 1].tags & BE
    denied = number > 1 and words[number - 2].tags & NEG
    return bool(inverted) and (bool(denied) or only(words[: number - 1], MARK | WH))


def _not_finite(clause: Clause, number: int) -> bool:
    """Whether the verb is "to be" or "being"; "is being" is finite."""
    here, before = clause.words[number], clause.words[number - 1] if number else None
    being = here.lower == "being" and not with_be(clause.words, number)
    return bool(here.tags & INGTAG or being or (before is not None and before.tags & TO))


def linking(clause: Clause) -> int | None:
    """Word that may join the term as a predicate to its subject, stepping over "nothing but" and ", as she put it,"."""
    words = clause.words
    conjunct = first_conjunct(clause)
    if conjunct is not None:
        return conjunct
    number = _back(clause, clause.first - 1)
    while number > 0 and not words[number - 1].tags & COMMA and (beyond := beyond_idiom(words, number)) < number:
        number = _back(clause, beyond)
    if number > 0 and words[number].tags & COMMA and words[number + 1].lower in ("not", "but") and closes(clause):
        number = _back(clause, number - 1)  # "were victims, not invaders"
    if number > 0 and words[number].tags & COMMA and not words[number + 1].tags & OPENING:
        number = _before_adjectives(clause, number)
    if number > 0 and words[number].tags & COMMA:
        verb = back(words, before_naming(words, comma_before(words, number), number) - 1, LOOSE)  # "is not, its leader says, racist"
        number = verb if verb >= 0 and words[verb].tags & BE else -1
    return number if number >= 0 else None


def _before_adjectives(clause: Clause, comma: int) -> int:
    """What governs "a bloated, selfish muddle"; where the comma stands between no two adjectives, the comma."""
    words, number = clause.words, comma - 1
    if number > 0 and words[number - 1].tags & BE and nominal(words, number) and not words[comma + 1].tags & COORD:
        return number - 1  # "is lazy, vain and corrupt"
    if comma + 1 == clause.first and not words[comma - 1].tags & ED and not has_adjectival_form(words[comma - 1]):
        return comma
    while number > 0 and plain(words, number):
        number -= 1
    return _back(clause, number - 1) if words[number].tags & INDEFINITE and number < comma - 1 else comma


def _back(clause: Clause, number: int) -> int:
    """Step back from word `number` to a verb, a preposition or a noun that may govern a predicate."""
    words, until, linking = clause.words, words_of("likening"), forms_of("linking")
    while number >= 0:
        here = words[number]
        if here.lower in until or not (here.tags & _BESIDE or plain(words, number)):
            break
        if here.lower in linking and not here.tags & NUMBER and not determined(words, number):
            break
        number -= 1
    return number


def _likened(clause: Clause, number: int) -> Phrase | None:
    """Read "behaved like savages", "acted with cruelty", "was run as a swindle", from the word "like", "with" or "as" on."""
    words = clause.words
    joining = words[number].lower
    if joining == "out":
        return _out_of(words, number)
    if words[number].lower in words_of("amounts_to"):
        number -= number > 1 and words[number - 1].lower in words_of("particles")  # "broke down in"
        joining = words[number - 1].lower if number else ""
        if joining not in words_of("akin"):  # "is tantamount to blackmail"
            return _in_state(clause, number) or (actor(clause, number - 1) if joining in forms_of("amounting") else None)
    if joining == "like" and number and is_past(words[number - 1]) and words[verb_begins(words, number - 1)].tags & BE:
        return None  # "are treated like animals"
    if number and (words[number - 1].lower in forms_of("linking") or (joining == "like" and is_verb(words, number - 1))):
        return subject(words, number - 1)  # "fought like savages"
    if joining in ("with", "without"):
        opened = holds(words[number + 1 : clause.first], OPENING)
        bare = not opened and names_quality(clause.term) and words[clause.first - 1].lower not in words_of("acting")
        told = words[clause.first - 1].tags & INDEFINITE and number and is_verb(words, number - 1)  # "replied with a rant"
        return in_manner(clause, number) if bare or told else None
    return _joined(clause, number)


def _in_state(clause: Clause, number: int) -> Phrase | None:
    """Read "Services were still in chaos", "were thrown into turmoil", from "in" or "into" on: who is in a state, or put there."""
    words, verb = clause.words, back(clause.words, number - 1, LOOSE)
    state = clause.term.lower in words_of("states") and words[number].lower in ("in", "into")
    if not state or verb < 1:
        return None
    put = words[verb].lower in forms_of("throwing") and with_be(words, verb)
    stays = links(words[verb])
    return subject(words, verb) if put or stays else None


def _out_of(words: list[Word], out: int) -> Phrase | None:
    """Read "acted not out of greed but out of fear": the subject of the verb before the first "out"."""
    verb = out - 1
    while verb > 0 and (words[verb].tags & (LOOSE | COORD) or words[verb].lower == "out" or plain(words, verb)):
        if words[verb].lower in forms_of("linking"):
            break
        verb -= 1
    return subject(words, verb) if words[verb].lower in forms_of("linking") else None


def _joined(clause: Clause, number: int) -> Phrase | None:
    """Subject of the nearest verb that "like" or "as" at word `number` can join its predicate to."""
    words, joining = clause.words, clause.words[number].lower
    in_part = joining == "as" and words[number + 1].tags & INDEFINITE  # "came to the valley as a liberator"
    for place in range(number - 1, max(0, number - REACH), -1):
        if in_part and words[place].lower in forms_of("coming"):
            return actor(clause, place)
        if joining == "as" and words[place].tags & INGTAG and words[place].lower in forms_of("labelling"):
            return None  # "in what police are treating as"
        if joining == "as" and words[place].lower in forms_of("impressing") and _impresses(words, place, number):
            return actor(clause, place)
        if words[place].tags & BE or (joining == "like" and words[place - 1].tags & (WH | SUBJECT)):
            return subject(words, place) if joining != "out" else None
    return None


def _impresses(words: list[Word], verb: int, joining: int) -> bool:
    """Whether a verb tells what impression its subject makes: "struck many as callous", "came across as rude"."""
    particle = words[verb + 1].lower in ("across", "over", "off") and verb + 2 == joining
    return particle or (words[verb].lower in forms_of("striking_as") and joining > verb + 1)


def gapped(clause: Clause) -> Phrase | None:
    """Read "The loan was ruinous and its terms usurious", "called the verdict an outrage and the judge a fool"."""
    words, number = clause.words, back(clause.words, clause.first - 1, MARK, -1)
    article = number > 0 and bool(words[number].tags & INDEFINITE)
    number = back(words, number - article, MARK, -1)
    labels = article or words[number].lower == "as"  # "his men as fools"
    number -= words[number].lower == "as"
    number = _before_insertion(words, number)
    beside = _named_between(words, number)
    number = beside[0] - 2 if beside else number
    closed = closes(clause) or (words[clause.first - 1].tags & MARK) or words[clause.last].tags & COORD
    if number < 2 or not nominal(words, number) or words[number].tags & POSSESSOR or not closed:
        return None
    found = phrase_ending(words, number)
    joined = found[0] > 1 and words[found[0]].tags & OPENING and _goes_on(clause, found[0] - 1)
    verb = any(links(here) or here.lower in forms_of("labelling") for here in words[: found[0]])
    labels = labels or any(here.lower in forms_of("naming") for here in words[: found[0]])
    return (beside or found) if joined and verb and (labels or has_adjectival_form(clause.term)) else None


def _before_insertion(words: list[Word], comma: int) -> int:
    """The word before an insertion that ends at a comma: "and the result, when it came, a joke"."""
    opened = comma_before(words, comma) if words[comma].tags & COMMA else 0
    return opened - 1 if opened and words[opened + 1].tags & (WH | OPENING | SUBORD | NUMBER) else comma


def _goes_on(clause: Clause, joining: int) -> bool:
    """Whether "and", or a comma, stands before a further thing with its adjective: "Turnout was low, the count chaotic and"."""
    words, comma, behind = clause.words, joining, past(clause.words, clause.last, MARK)
    if words[joining].tags & COORD:
        return True
    goes_on = behind >= len(words) or words[behind].tags & (COORD | COMMA | STOP)
    return bool(words[comma].tags & COMMA and goes_on) and has_adjectival_form(clause.term)


def _named_between(words: list[Word], comma: int) -> Phrase | None:
    """The name that ends before a comma and stands behind another: "and the chief, Tilda Marr, “reckless”"."""
    opened = comma_before(words, comma) if words[comma].tags & COMMA else 0
    return (opened + 1, comma) if opened and only(words[opened + 1 : comma], CAP) else None


def _contracted(lower: str) -> bool:
    head, mark, _ = lower.partition("'")
    return bool(mark and word(lower).tags & SUBJECT and head)
