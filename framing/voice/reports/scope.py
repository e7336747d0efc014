"""How far a reported clause reaches."""

from framing.voice.agents import described_end
from framing.voice.classes.between import CLOSE, COLON, COMMA, COORD, DASH, OPEN, PREP, QUOTE, RELATIVE, SEMI, SET_OFF, SUBORD, THAT, WH
from framing.voice.classes.nouns import ARTICLE, DET, NUMBER, OPENING, PERIOD, PLURAL, SUBJECT, TIME
from framing.voice.classes.verbs import ADVERB, ED, INGTAG, LOOSE, TO
from framing.voice.cues import ING, PART, TAG, TENSED
from framing.voice.grammar import finite, first_finite, group_start, has_finite, phrase_from
from framing.voice.lists import listed
from framing.voice.reports.circumstances import past_aside, past_circumstances
from framing.voice.reports.further import OPENS_OBJECT, joins_in, new_report
from framing.voice.reports.settings import on_occasion
from framing.voice.reports.turns import adjectival_subject, own_deed, turns
from framing.voice.steps import first_of, holds, past
from framing.voice.units import Phrase, Unit

PAUSE = TAG["pause"]
LONGEST_LIST = 6
"""Words behind a comma among which "and" shows that a list goes on."""
LONGEST_REACTION = 3
"""Words of "loud and long applause" that may tell it."""
# Only these can end a clause; PAUSE marks quotations, and the words of contrast are all subordinators.
ENDS = SEMI | CLOSE | COORD | COMMA | DASH | QUOTE | SUBORD | WH
PHRASE_ENDS = COMMA | DASH | SEMI | COLON | CLOSE | OPEN
MAY_END_PHRASE = PHRASE_ENDS | TIME | SUBORD | COORD | PREP | WH | ADVERB
PAUSES = COMMA | PAUSE
DATE = TIME | PERIOD
DATING = DATE | NUMBER | DET | COMMA | PREP
CUTTING = SET_OFF | PAUSE
BEFORE_OCCASION = COMMA | DASH | QUOTE
ADVERBIAL = SUBORD | WH
OPENS_ADVERBIAL = SUBORD | PREP | INGTAG | TO
OPENS_ITEM = OPENING | PLURAL
NO_SUBJECT = OPENS_ADVERBIAL | QUOTE | ADVERB | COORD | RELATIVE


def scope_end(unit: Unit, start: int) -> int:
    """Where the reported clause that begins at `start` ends, as a word number."""
    words = unit.words
    for at in [number for number in range(start, len(words)) if words[number].tags & ENDS]:
        tags = words[at].tags
        if tags & SEMI or (tags & CLOSE and not holds(words[start:at], OPEN)):
            return at
        if tags & COORD and at > start and (new_report(unit, at) or own_deed(unit, start, at)):
            return at
        paused = tags & CUTTING and _cuts(unit, at)
        if paused or (tags & BEFORE_OCCASION and at > start and on_occasion(unit, at + 1)):
            return at + bool(tags & QUOTE)  # "said the pit was “a trap” | in a long speech"
        if words[at].lower == "as" and at > start and words[at - 1].lower == "even" and turns(unit, at - 1):
            return at - 1
        if tags & ADVERBIAL and _adverbial_cuts(unit, at):
            return at
    return len(words)


def phrase_end(unit: Unit, start: int) -> int:
    """Where a reported noun phrase that begins at `start` ends: before a comma, an adverbial or a further verb."""
    words, adverbial = unit.words, listed("words.toml", "scope", "adverbial")
    for at in range(start + 1, len(words)):
        here = words[at]
        if not here.tags & MAY_END_PHRASE:
            continue
        if here.tags & PHRASE_ENDS and not _lists(unit, at):
            return at
        if (here.tags & TIME and not words[at - 1].tags & DET) or here.lower in adverbial:
            return at
        if here.tags & SUBORD and (here.lower != "as" or (at + 1 < len(words) and words[at + 1].tags & SUBJECT)):
            return at
        if here.tags & COORD and _second_verb(unit, past(words, at + 1, ADVERB)):
            return at
    return len(words)


def _lists(unit: Unit, comma: int) -> bool:
    """Whether a comma goes on with examples of the phrase, ", including ...", or with more of a list, ", the fires and the looting"."""
    words = unit.words
    if comma + 1 >= len(words) or words[comma + 1].lower in listed("words.toml", "scope", "examples"):
        return comma + 1 < len(words)
    at = comma
    while at < len(words) and words[at].tags & COMMA and words[at + 1 : at + 2] and words[at + 1].tags & OPENS_ITEM:
        item = phrase_from(unit, at + 1)
        at = item[1] if item else len(words)
    if at == comma or at + 1 >= len(words) or not words[at].tags & COORD or not words[at + 1].tags & OPENS_ITEM:
        return False
    last = phrase_from(unit, at + 1)
    behind = past(words, last[1], ADVERB) if last else len(words)
    return last is not None and not (behind < len(words) and (finite(unit, behind) or words[behind].verb))


def _second_verb(unit: Unit, at: int) -> bool:
    if at >= len(unit.words):
        return False
    here = unit.words[at]
    return finite(unit, at) or bool(here.tags & (SUBJECT | ED) or here.forms & TENSED)


def fronted_end(unit: Unit, at: int, start: int | None = None) -> int:
    """Where a fronted adverbial around `at` ends: its comma, behind word `start`, if the main clause follows; else the end of the unit."""
    words, begin = unit.words, _behind_date(unit, at)
    opening = words[begin + 1] if words[begin].tags & COORD and len(words) > 1 else words[begin]
    participle = at < 2 and words[at].forms & PART and (at == 0 or words[0].tags & ADVERB)
    if not opening.tags & OPENS_ADVERBIAL and not participle:
        return len(words)
    pauses = [number for number in range(start or at + 1, len(words)) if words[number].tags & PAUSES]
    if not pauses or any(words[number].tags & COMMA for number in range(begin, at)):
        return len(words)
    # Behind "although Berg says" a main clause must come, even if its verb is in no list.
    clausal = opening.tags & (SUBORD | INGTAG) and not opening.tags & ADVERB and _sole(unit, pauses)
    followed = clausal or has_finite(unit, pauses[0], len(words))
    return pauses[0] + bool(words[pauses[0]].tags & PAUSE) if followed else len(words)


def _behind_date(unit: Unit, limit: int) -> int:
    """Where behind the date or span that opens a sentence its clause begins: "On Friday, | after", "Late on Monday, two days | before"."""
    words, spans = unit.words, listed("words.toml", "scope", "spans")
    begin = first_of(words, range(1, limit), SUBORD, 0)
    opening = words[words[0].lower in listed("words.toml", "complements", "before_day") : begin]
    told = any(word.tags & DATE or word.lower in spans for word in opening)
    return begin if told and all(word.tags & DATING or word.lower in spans for word in opening) else 0


def _sole(unit: Unit, pauses: list[int]) -> bool:
    """Whether the one comma of a sentence stands before what can be a subject."""
    words = unit.words
    following = words[pauses[0] + 1].tags if len(pauses) == 1 and pauses[0] + 1 < len(words) else QUOTE
    return not following & NO_SUBJECT and not holds(words, DASH)


def before_main_verb(unit: Unit, start: int, end: int) -> int:
    """Where the comma stands that closes a relative clause, before the verb of the clause around it."""
    return next((at for at in range(start, end) if unit.words[at].tags & COMMA and goes_on(unit, at + 1)), end)


def goes_on(unit: Unit, at: int) -> bool:
    """Whether the clause around a relative one goes on at `at`, with its verb."""
    words = unit.words
    at = past(words, at, ADVERB)
    return at < len(words) and (finite(unit, at) or bool(words[at].tags & ED))


def relative_end(unit: Unit, at: int, start: int, end: int) -> int:
    """Where the report of a verb at `at` ends, if a clause with "who" or "whose" between commas holds it: "who was called a spy, left"."""
    words, group = unit.words, group_start(unit, at)
    comma = first_of(words, range(at - 1, 0, -1), COMMA, 0)
    relative = comma and words[comma + 1].tags & RELATIVE and first_finite(unit, comma + 2, group) is None
    return before_main_verb(unit, start, end) if relative else end


def participle_end(unit: Unit, start: int, end: int) -> int:
    """Read ", citing two officials, reported": a participle between commas reports no further than the second comma."""
    commas = [at for at in range(start, end - 1) if unit.words[at].tags & COMMA]
    return next((at for at in commas if finite(unit, at + 1) or (at == commas[0] and _does(unit, at + 1))), end)


def _does(unit: Unit, at: int) -> bool:
    """Whether a verb with its object stands at `at`: ", telling Berg he was a liar, jailed him"."""
    words = unit.words
    return bool(words[at].tags & ED) and at + 1 < len(words) and bool(words[at + 1].tags & OPENS_OBJECT)


def _adverbial_cuts(unit: Unit, at: int) -> bool:
    """Whether "while" sets a fact against the report at `at`, or "when asked" tells what made somebody say it."""
    lower = unit.words[at].lower
    asked = lower == "when" and at + 1 < len(unit.words) and unit.words[at + 1].lower == "asked"
    return asked or (lower == "while" and _contrasts(unit, at))


def _contrasts(unit: Unit, at: int) -> bool:
    """Whether "while" without a comma sets a fact of the outlet's against the report: it has a subject of its own, no pronoun."""
    words = unit.words
    if words[at - 1].tags & (THAT | COMMA | COORD) or at + 2 >= len(words):
        return False
    return bool(words[at + 1].tags & (DET | NUMBER)) and has_finite(unit, at + 1, len(words))


def _cuts(unit: Unit, at: int) -> bool:
    """Whether the comma, dash or marks at `at` close the reported clause."""
    words = unit.words
    if at + 1 >= len(words):
        return False
    following = words[at + 1]
    second = words[at + 2] if at + 2 < len(words) else following
    if words[at].tags & PAUSE and following.tags & (COORD | RELATIVE):
        return False
    if following.lower in listed("words.toml", "scope", "tails") or (following.verb and following.forms & ING and following.verb.speaks):
        return True
    third = words[at + 3].tags if at + 3 < len(words) else 0
    told_of = following.noun and second.tags & (THAT | RELATIVE)  # "remarks that were condemned"
    retold = told_of or (
        following.tags & DET and (second.noun or (following.tags & ARTICLE and not second.tags & QUOTE and third & (THAT | RELATIVE | DET)))
    )
    if following.lower in listed("words.toml", "scope", "contrast") or retold:
        return not second.tags & INGTAG or adjectival_subject(unit, at + 2)
    if following.lower in listed("words.toml", "scope", "cutters") or (following.lower == "even" and second.lower in ("as", "though")):
        return turns(unit, at + 1)
    return (
        following.lower in ("which", "who", "where", "whose")
        or _set_against(unit, at + 1)
        or joins_in(unit, at + 1)
        or (following.tags & TO and _met_with(unit, at + 2))
        or (following.tags & ARTICLE and _apposition(unit, at + 1))
        or _parenthesis(unit, at + 1)
    )


def _set_against(unit: Unit, at: int) -> bool:
    """Whether ", despite photographs of the camp", or ", days before a vote", closes the sentence: the outlet sets that against it."""
    words = unit.words
    against = words[at].lower in listed("words.toml", "scope", "against") and at + 1 < len(words)
    if against and words[at + 1].tags & INGTAG and not _modifies(unit, at + 1):
        return False  # "despite having left"
    return (against or _reckoned(unit, at)) and before_main_verb(unit, at, len(words)) == len(words)


def _met_with(unit: Unit, at: int) -> bool:
    """Whether it is told with what people met the words: ", to thunderous applause"."""
    reactions = listed("words.toml", "scope", "reactions")
    return any(word.lower in reactions for word in unit.words[at : at + LONGEST_REACTION])


def _modifies(unit: Unit, at: int) -> bool:
    """Whether a participle stands before its noun, no preposition or determiner between them: "despite damning photographs"."""
    words = unit.words
    return at + 1 < len(words) and bool(words[at + 1].tags & PLURAL) and not words[at + 1].tags & OPENING


def _reckoned(unit: Unit, at: int) -> bool:
    """Whether ", days before a vote" stands at `at`: how long before or after what something was said."""
    words = unit.words
    span = past(words, at, ADVERB | NUMBER | DET)
    if span + 1 >= len(words) or words[span].lower not in listed("words.toml", "scope", "spans"):
        return False
    return words[span + 1].lower in listed("words.toml", "scope", "reckoning")


def _apposition(unit: Unit, at: int) -> bool:
    """Whether a noun phrase whose article is at `at` closes the sentence and explains what stands before it: ", the first time"."""
    words = unit.words
    if at + 1 < len(words) and words[at - 1].tags & PAUSE and words[at + 1].tags & QUOTE:
        return False  # a list: called him a “fool,” a “liar” and a “cheat”
    end, behind = _described(unit, at)
    if holds([*words[at:end], *words[behind:]], SET_OFF):
        return False
    if holds(words[at + 1 : at + LONGEST_LIST], COORD):
        return False  # a list: called him a fool, a liar and worse
    return bool(words[at - 1].tags & DASH) or not has_finite(unit, at, end)


def _described(unit: Unit, at: int) -> Phrase:
    """Where the noun phrase at `at` ends, and where a clause begins that tells more: "a lie, as photographs show", "a move that failed"."""
    words = unit.words
    phrase = phrase_from(unit, at)
    end = phrase[1] if phrase else len(words)
    paused = end + 1 < len(words) and bool(words[end].tags & COMMA)
    following = words[end + paused] if end < len(words) else words[at]
    told = following.tags & (RELATIVE | SUBORD if paused else RELATIVE | THAT) or (
        paused and following.lower in listed("words.toml", "scope", "grounds")
    )
    return (end, end + paused) if told else (len(words), len(words))


def _parenthesis(unit: Unit, at: int) -> bool:
    """Whether ", X said" stands at `at`, closed by a comma or the end."""
    words = unit.words
    limit = min(len(words), at + 12)
    phrase = phrase_from(unit, at, limit)
    if phrase and phrase[1] + 1 < limit and words[phrase[1]].tags & COORD:  # "current and former officials said"
        phrase = phrase_from(unit, phrase[1] + 1, limit) or phrase
    verb = past(words, past_aside(unit, described_end(unit, phrase)), LOOSE) if phrase else len(words)
    if verb >= len(words):
        return False
    here = words[verb]
    if not (here.verb and here.forms & TENSED and "after" in here.verb.frames):
        return False
    told = phrase_from(unit, verb + 1, limit) if "object" in here.verb.frames else None
    behind = past_circumstances(unit, told[1] if told else verb + 1)
    return behind >= len(words) or bool(words[behind].tags & (COMMA | QUOTE | COLON))
