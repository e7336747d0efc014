"""Noun phrases and verb groups, read from the classes of words alone."""

from framing.voice.classes.between import BREAK, COMMA, COORD, PREP, RELATIVE, SUBORD, THAT, WH
from framing.voice.classes.nouns import ARTICLE, CAP, DET, NUMBER, OBJECT, PERIOD, PLURAL, POSS, POSSESSOR, PRONOUN, ROLE, SUBJECT, TIME
from framing.voice.classes.verbs import ADVERB, AUXILIARY, BE, ED, HAVE, INGTAG, LOOSE, LY, MODAL, NEG, PLAIN, PREDICATE, TO, VERBAL
from framing.voice.cues import BASE, PART, PAST, S, Word, word
from framing.voice.forms import adjectival
from framing.voice.lists import listed
from framing.voice.steps import first_of, past
from framing.voice.units import Phrase, Unit

DATE, DATING = TIME | PERIOD, TIME | LY | NUMBER
NO_GROUP = SUBJECT | DET | COORD
GROUP = AUXILIARY | LOOSE
# What cannot stand inside a noun phrase read from its end.
OUTSIDE = BREAK | WH | SUBORD | PREDICATE | PRONOUN | THAT | TO | NEG
# Words at which a noun phrase may end, read from its end or from its beginning; all others belong to it, verbs aside.
EDGE_BACK = OUTSIDE | PREP | COORD
EDGE_BEFORE = EDGE_BACK | TIME | ED
EDGE_ON = EDGE_BACK | TIME | LY | DET | POSS
JOINING = PREP | SUBORD | COORD | COMMA | TIME  # of these and others, what may stand inside as its neighbours tell
OWNING = ARTICLE | POSS
NO_LAST, NO_HEAD = OUTSIDE & ~TO | COORD, OUTSIDE | PREP | COORD | DET | POSS | TIME | INGTAG
CARRYING = PREP | SUBORD | COORD
NO_VERB_BEHIND = DET | POSS | PREP | BE | HAVE
"""Words behind which a form in -ed or -s is no finite verb."""
NO_ACTOR = DET | POSS | POSSESSOR | ADVERB | COMMA | COORD | NUMBER
"""Words behind which a form in -ed before a name is no verb: "the disgraced Berg", "the once celebrated Berg"."""
LONGEST = 16
LONGEST_TIME = 5
"""Words of "in recent years" between an auxiliary and its participle, and one."""


def group_start(unit: Unit, at: int) -> int:
    """First word of the verb group that ends at `at`: auxiliaries, negation and adverbs belong to it."""
    words = unit.words
    while at > 0:
        before = words[at - 1].tags
        if not before & GROUP or before & NO_GROUP:
            return _before_time(unit, at) if at > 1 and (before & DATE or words[at - 1].lower == "past") else at
        at -= 1
    return 0


def _before_time(unit: Unit, at: int) -> int:
    """The group before when something was done, with an auxiliary: "were last night named", "has in the past named"; else `at`."""
    words = unit.words
    for edge in range(at - 1, max(0, at - LONGEST_TIME), -1):
        opens = edge == at - 1 or words[edge].tags & PREP or words[edge].lower in listed("words.toml", "complements", "before_period")
        if opens and words[edge - 1].tags & AUXILIARY:
            return group_start(unit, edge)
        if words[edge - 1].tags & OUTSIDE:
            break
    return at


def phrase_ending(unit: Unit, last: int) -> Phrase | None:
    """Noun phrase whose last word is `last`."""
    words = unit.words
    if words[last].tags & PRONOUN:
        governed = words[last].tags & OBJECT and last > 1 and words[last - 1].tags & PREP and not words[last - 2].tags & ED
        outer = phrase_ending(unit, last - behind) if governed and (behind := _step_back(unit, last, last)) else None
        return outer[0] if outer else last, last + 1
    if words[last].tags & NO_LAST:
        return None
    first = last
    while first > 0 and last - first < LONGEST:
        before = words[first - 1]
        if before.tags & OUTSIDE and not before.tags & JOINING:
            break
        edge = words[first].tags & OWNING or before.tags & EDGE_BEFORE or before.verb
        step = _step_back(unit, first, last) if edge else 1
        if not step:
            break
        first -= step
    while first < last and words[first].tags & DATING and _dates(unit, first):
        first += 1
    return first, last + 1


def _dates(unit: Unit, at: int) -> bool:
    """Whether the word at `at` tells when or how, or is a day: "On March 28 the mayor said", "On 28 March the mayor said"."""
    words, tags = unit.words, unit.words[at].tags
    day = tags & NUMBER and (words[at + 1].tags | words[at - 1].tags * (at > 0)) & TIME
    return bool(day or tags & (TIME | LY)) and not tags & DET


def _step_back(unit: Unit, first: int, last: int) -> int:
    """How many words right before `first` belong to the noun phrase from there to `last`; 0: none, it begins at `first`."""
    words = unit.words
    before = words[first - 1]
    if before.tags & TIME and first > 1 and word(words[first - 2].lower.removesuffix("s")).tags & PERIOD:
        return 0  # "Two days later residents said"
    if (before.tags & (PREP | SUBORD) and _joins(unit, first - 1)) or (before.tags & COORD and _double_named(unit, first, last)):
        return 2
    if words[first].tags & OWNING and not (words[first].tags | before.tags) & CAP and not before.tags & (DET | PREP):
        return 0
    if before.tags & PREP and not (first > 1 and words[first - 2].tags & ARTICLE):  # "an inside source"
        linked = before.lower in listed("words.toml", "phrases", "linking_back") and first > 1
        alone = linked and words[first - 2].lower in listed("words.toml", "use", "alone")  # "many in Zell"
        return 2 if alone or (linked and nominal(unit, first - 2)) else 0
    if (before.tags & COMMA and first < last and _adjectives(unit, first - 1)) or (before.tags & COORD and _paired(unit, first - 1)):
        return 2
    verb = (before.verb and not _attributive(unit, first - 1)) or (before.tags & ED and first > 1 and _verb_between(unit, first - 1, last))
    acts = before.tags & ED and words[first].tags & DET and not (before.tags & CAP or (first > 1 and words[first - 2].tags & DET))
    return 0 if before.tags & (OUTSIDE | COORD) or verb or acts else 1  # "printed another leaflet", but "an estimated two dozen"


def _verb_between(unit: Unit, at: int, last: int) -> bool:
    """Whether a form in -ed is the verb between somebody and what ends at `last`: "The council passed new rules"."""
    words = unit.words
    if words[at].tags & CAP:
        return False
    before, following = words[at - 1], words[at + 1]
    somebody = before.tags & (CAP | ROLE) or (before.tags & PLURAL and not before.tags & POSSESSOR)
    somebody = somebody or (following.tags & CAP and not before.tags & NO_ACTOR and not adjectival(before.lower))  # "drought hurt Berg"
    return bool(somebody and words[last].tags & (PLURAL | CAP) and not (before.tags | following.tags) & POSSESSOR)


def _double_named(unit: Unit, first: int, last: int) -> bool:
    """Whether the name of a body from `first` to `last` is the second half of one: "the Food and Drug Office"."""
    words = unit.words
    if first < 3 or first == last or not words[first - 2].tags & words[first].tags & words[last].tags & CAP:
        return False
    begin = next((at for at in range(first - 2, 0, -1) if words[at].tags & DET or not words[at].tags & CAP), 0)
    return bool(words[last].tags & ROLE and words[begin].lower == "the")


def _adjectives(unit: Unit, comma: int) -> bool:
    """Whether a comma stands between two adjectives of one noun phrase: "the tall, bearded diplomat"."""
    words = unit.words
    plain = comma > 1 and comma + 2 < len(words) and not words[comma - 1].tags & (OUTSIDE | CAP | PLURAL)
    noun = words[comma + 1].tags & (DET | POSS | CAP | ROLE | POSSESSOR) or words[comma + 2].tags & (CAP | PREP)
    plain = plain and (words[comma + 1].tags & ED > 0 or adjectival(words[comma - 1].lower))  # not "the raid, two clerks said,"
    return plain and bool(words[comma - 2].tags & DET) and not noun


def _paired(unit: Unit, at: int) -> bool:
    """Whether a conjunction stands between two adjectives of one noun phrase: "current and former officials"."""
    words = unit.words
    if words[at].lower not in ("and", "or") or not 0 < at < len(words) - 2 or (at > 1 and words[at - 2].tags & AUXILIARY):
        return False
    paired = listed("words.toml", "phrases", "paired")
    return words[at + 1].lower in paired and words[at - 1].lower in paired


def phrase_from(unit: Unit, first: int, end: int | None = None) -> Phrase | None:
    """Noun phrase that begins with word `first` and stops before word `end`."""
    words = unit.words
    limit = len(words) if end is None else end
    if first >= limit:
        return None
    if words[first].tags & PRONOUN:
        return first, first + 1
    last = first
    while last < limit and last - first < LONGEST:
        here = words[last]
        if not (here.tags & EDGE_ON or here.verb):
            last += 1
            continue
        if here.tags & EDGE_BACK:
            carried = _carried_on(unit, last, limit) if here.tags & CARRYING and last > first else 0
            if not carried:
                break
            last += carried
            continue
        dated = here.tags & TIME and last > first and words[last - 1].tags & ARTICLE  # "a Monday report"
        if (here.tags & TIME and not dated) or (here.tags & LY and last == first):
            break
        if here.verb and last > first and _ends_phrase(unit, last, limit):
            last += _alone(unit, first, last, limit)
            break
        if last > first and here.tags & (DET | POSS) and not words[last - 1].tags & (PREP | DET):
            break
        last += 1
    return (first, last) if last > first else None


def _ends_phrase(unit: Unit, at: int, limit: int) -> bool:
    """Whether the cue at `at` is the verb behind a noun phrase: "the clerk said", "the owners admit", not "a leaked memo"."""
    words = unit.words
    here, before = words[at], words[at - 1].tags
    if before & OWNING and here.forms & S:
        return False  # "the stands"
    if before & OWNING and here.forms & PART and at + 1 < limit:
        return bool(words[at + 1].tags & (EDGE_ON | SUBJECT) or words[at + 1].verb)
    return bool(here.forms & (S | PAST) or _plain(here, before)) and not here.tags & (CAP | ROLE) and not here.noun


def _plain(here: Word, before: int) -> bool:
    """Whether a verb has the plain form that a plural before it takes: "the owners admit", "they tend"."""
    if here.verb:
        return bool(here.forms & BASE and before & PLURAL) and not here.homograph
    return bool(here.tags & PLAIN and before & (PLURAL | SUBJECT | RELATIVE))


def _alone(unit: Unit, first: int, last: int, limit: int) -> bool:
    """Whether a participle right behind an article stands for who is meant: "the accused", before a mark."""
    words = unit.words
    return last == first + 1 and bool(words[first].tags & ARTICLE) and (last + 1 >= limit or bool(words[last + 1].tags & BREAK))


def _carried_on(unit: Unit, at: int, limit: int) -> int:
    """Words from the preposition at `at` on over which a noun phrase goes on: "of" in "the families of"; 0: it ends there."""
    if _joins(unit, at) or _paired(unit, at):
        return 2
    return int(at + 1 < limit and unit.words[at].lower in listed("words.toml", "phrases", "linking_on"))


def _joins(unit: Unit, at: int) -> bool:
    """Whether the word at `at` joins a noun to itself, "survivor after survivor", or tells how many: "more than 40", "seven in 10"."""
    words = unit.words
    if not 0 < at < len(words) - 1:
        return False
    before, again = words[at - 1].lower, words[at + 1].lower
    counted = words[at + 1].tags & NUMBER and f"{before} {words[at].lower}" in listed("words.toml", "phrases", "counting")
    twice = again == before or (again == "another" and at > 1 and words[at - 2].lower == "one")
    numbers = listed("words.toml", "phrases", "numbers") if words[at].lower == "in" else ()
    share = (before in numbers or before == "one") and (again in numbers or words[at + 1].tags & NUMBER)
    return bool(counted or share) or (twice and words[at].lower in listed("words.toml", "phrases", "repeating"))


def head_end(unit: Unit, phrase: Phrase) -> int:
    """Where the head of a noun phrase ends, before what tells more of it: "the families of the drowned"."""
    return first_of(unit.words, range(phrase[0] + 1, phrase[1]), PREP, phrase[1])


def head_word(unit: Unit, phrase: Phrase) -> Word:
    """The head of a noun phrase, its last word before what tells more of it."""
    return unit.words[head_end(unit, phrase) - 1]


def nominal(unit: Unit, at: int) -> bool:
    """Whether the word can end a noun phrase that a preposition continues."""
    here = unit.words[at]
    if here.tags & NO_HEAD or here.lower in ("according", "back"):
        return False
    before = unit.words[at - 1 - bool(at > 1 and unit.words[at - 1].tags & LY)].tags if at else 0
    acts = here.tags & ED and before & CAP and not (before & (DET | PLURAL) or here.tags & (ROLE | CAP))
    placed = at > 1 and unit.words[at - 2].tags & PREP  # "people of Zell deported to Narvia", but "Holm emerged from the raid"
    if (acts and not placed) or (before & (MODAL | RELATIVE | THAT) and not here.tags & (CAP | ROLE | PLURAL)):
        return False  # "groups that largely align with farmers", "should resonate with farmers"
    return not (here.verb and here.forms & (PAST if here.homograph else PAST | S) and not here.noun and not here.tags & CAP)


def _attributive(unit: Unit, at: int) -> bool:
    """Whether a word that could be a reporting verb stands inside a noun phrase: "the reported attack", "a claims office"."""
    here = unit.words[at]
    if here.tags & CAP and at > 0:
        return True
    if here.verb and here.verb.particle and at + 1 < len(unit.words) and unit.words[at + 1].lower not in (here.phrasal or ()):
        return True  # it reports before its particle alone: "the fire chief", but "fired back"
    before = unit.words[at - 1].tags if at else 0
    return bool(before & (DET | POSS | POSSESSOR)) or (here.homograph and not here.forms & PAST)


def finite(unit: Unit, at: int) -> bool:
    """Whether the word at `at` reads as a finite verb."""
    here = unit.words[at]
    tags = here.tags
    if tags & PREDICATE:
        return here.lower not in listed("words.toml", "use", "nonfinite")
    if not (tags & (ED | PLAIN) or here.verb):
        return False
    before = unit.words[at - 1].tags if at else BREAK
    if here.verb and here.forms & (PAST | S):
        if tags & CAP or before & NO_VERB_BEHIND:
            return False
        noun = here.noun or (here.homograph and before & INGTAG)  # "a letter calling attacks vile"
        return not noun or bool(before & (SUBJECT | CAP | RELATIVE))
    if _plain(here, before):
        return not tags & CAP
    return bool(tags & ED) and not before & (NO_VERB_BEHIND | BREAK)


def first_finite(unit: Unit, start: int, end: int) -> int | None:
    """The first finite verb from word `start` on and before word `end`."""
    words = unit.words
    for at in range(start, end):
        here = words[at]
        if (here.tags & (VERBAL | PLAIN) or here.verb) and finite(unit, at):
            return at
    return None


def has_finite(unit: Unit, start: int, end: int) -> bool:
    """Whether a finite verb stands among these words, not counting the first."""
    return first_finite(unit, start + 1, end) is not None


def subject_and_verb(unit: Unit, at: int) -> bool:
    """Whether a subject and its finite verb stand at `at`."""
    phrase = phrase_from(unit, at)
    if phrase is None:
        return False
    if phrase[1] + 1 < len(unit.words) and unit.words[phrase[1]].tags & COORD:
        phrase = phrase_from(unit, phrase[1] + 1) or phrase
    verb = past(unit.words, phrase[1], ADVERB | PREP | NUMBER | CAP | TIME)
    return verb < len(unit.words) and finite(unit, verb)
