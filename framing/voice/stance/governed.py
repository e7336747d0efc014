"""Noun phrases with what prepositions and days add to them: "guards from the north", "Berg on Friday"."""

from framing.voice.classes.between import MARK, PREP, PUNCTUATION, THAT
from framing.voice.classes.nouns import CAP, DET, NUMBER, PLURAL, PRONOUN, ROLE, SUBJECT
from framing.voice.classes.verbs import BE, INGTAG, LOOSE, TO
from framing.voice.cues import Word
from framing.voice.lists import listed
from framing.voice.stance.nominal import first_verb, is_time, nominal, phrase_ending, phrase_from
from framing.voice.stance.readings import describes, is_past
from framing.voice.stance.target_words import forms_of, words_of
from framing.voice.steps import only
from framing.voice.units import Phrase


def with_prepositions(words: list[Word], found: Phrase) -> Phrase:
    """The noun phrase that the phrase with a preposition ending in `found` belongs to."""
    while found[0] > 1:
        before = found[0] - 1
        if before > 1 and words[before - 1].tags & TO and nominal(words, before - 2):
            head: int | None = before - 2  # "the decision to open the dam"
        else:
            joins = words[before].tags & PREP or _circumstance(words, before)
            head = head_before(words, before) if joins else _before_as(words, before)
        if head is None:
            break
        if found[1] - found[0] > 2 and only(words[head : head + 1] + words[found[0] : found[1]], CAP):
            return phrase_ending(words, head)[0], found[1]  # "Secretary of State Ana Brandt"
        found = phrase_ending(words, head)
    return found


def whole_from(words: list[Word], first: int, end: int | None = None) -> Phrase | None:
    """Noun phrase from word `first` on with what prepositions add to it: "the head of the ward"; None where one leads to nothing."""
    stop = len(words) - 1 if end is None else end
    found = phrase_from(words, first, end)
    while found and found[1] < stop and words[found[1]].tags & PREP and not words[found[1]].tags & TO:
        further = phrase_from(words, found[1] + 1, end)
        found = further and (first, further[1])
    return found


def _circumstance(words: list[Word], at: int) -> bool:
    """Whether "after" or the like at word `at` is a preposition, as it is where no verb stands before it: "the effort after the storm"."""
    timed = words[at - 1].lower in words_of("moments")  # "Two days after Holm"
    return words[at].lower in words_of("circumstances") and not timed and first_verb(words, range(at)) is None


def head_before(words: list[Word], preposition: int) -> int | None:
    """Head of the noun phrase that a phrase with a preposition belongs to; None where it opens the clause or belongs to a verb."""
    head = preposition - 1
    while head > 0 and is_time(words[head]):
        head -= 1 + (words[head - 1].lower == "on")
    if words[head].lower == "according":
        return None
    if head > 0 and _adjoined(words, head) and nominal(words, head - 1) and not words[head - 1].tags & LOOSE:
        head -= 1  # "villagers living in Brell", "a mob led by a priest", "soldiers loyal to the junta"
    if head >= 0 and words[head].lower in words_of("nobody"):
        return head
    counted = words[head].tags & (DET | NUMBER | PRONOUN) or words[head].lower in ("one", "ones", "none")
    return None if counted or not nominal(words, head) or head == 0 == preposition else head


def _adjoined(words: list[Word], at: int) -> bool:
    """Whether a word before a preposition is a participle, or an adjective behind several or behind a noun for a person."""
    several = words[at - 1].tags & (PLURAL | ROLE)
    return is_past(words[at]) or bool(words[at].tags & INGTAG or (several and describes(words[at])))


def _before_as(words: list[Word], joining: int) -> int | None:
    """Head of the noun that a participle before "as" adds to: "gunmen dressed as police", "men described by neighbours as quiet"."""
    if joining < 2 or words[joining].lower != "as":
        return None
    at, told = joining - 1, forms_of("dressing", "labelling")
    if nominal(words, at) and words[at].lower not in told:
        at = phrase_ending(words, at)[0] - 1
        at -= at > 1 and words[at].lower == "by"
    return at - 1 if at > 0 and words[at].lower in told and nominal(words, at - 1) else None


def before_day(words: list[Word], last: int) -> int:
    """Step back over marks, dots left out and a day between a subject and its verb: "Berg on Friday denied"."""
    while last > 0 and (is_time(words[last]) or words[last].tags & MARK or words[last].lower in ("…", "..", "...")):
        ago = words[last].lower == "ago"
        last -= 1 + (is_time(words[last]) and _dates(words[last - 1]))
        last = _before_span(words, last) if ago else last
    return last


def _dates(here: Word) -> bool:
    """Whether a word before a day belongs to it: "on Friday", "late Friday"."""
    return any(here.lower in listed("words.toml", "complements", kind) for kind in ("before_day", "occasional"))


def _before_span(words: list[Word], last: int) -> int:
    """Step back over "less than a decade" from the last word of it."""
    number = last
    while number > 0 and (words[number - 1].tags & (DET | NUMBER) or words[number - 1].lower in ("less", "more", "than")):
        number -= 1
    return number - 1 if 0 < number < last and words[last].lower in words_of("moments") else last


def only_reports(words: list[Word], at: int) -> bool:
    """Whether a verb only reports what stands before it: "A thug, Holm said, was arrested", not "Once a thug, Holm ruled for years"."""
    if at + 1 < len(words) and words[at].tags & BE and words[at + 1].lower in words_of("told"):
        at += 1  # ", the court was told,"
    phrasal = at + 1 < len(words) and words[at + 1].lower in (words[at].phrasal or ())  # "Holm went on,"
    behind = words[at + 1 + phrasal].tags if at + 1 + phrasal < len(words) else PUNCTUATION
    ends = bool(behind & (PUNCTUATION | MARK | THAT | SUBJECT))
    return bool(words[at].verb or phrasal) and (ends or _told_somebody(words, at))


def _told_somebody(words: list[Word], at: int) -> bool:
    """Whether a verb of saying closes its sentence with whom something is said to: "Holm told reporters."."""
    cue = words[at].verb if words[at].says and at + 1 < len(words) else None
    audience = phrase_from(words, at + 1) if cue is not None and "object" in cue.frames else None
    return audience is not None and (audience[1] == len(words) or bool(words[audience[1]].tags & (PUNCTUATION | PREP | MARK)))
