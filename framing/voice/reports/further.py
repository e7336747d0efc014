"""Where another report begins: by the same speaker, by another, or without its verb."""

from framing.voice.classes.between import BY, COMMA, COORD, PREP, QUOTE, SUBORD, THAT
from framing.voice.classes.nouns import CAP, DET, NAMED, OBJECT, OPENING, PLURAL, PRONOUN, ROLE, SUBJECT
from framing.voice.classes.verbs import ADVERB, BE
from framing.voice.cues import BASE, ING, PART, PAST, TENSED
from framing.voice.grammar import phrase_ending, phrase_from
from framing.voice.lists import listed
from framing.voice.reports.circumstances import past_aside, past_circumstances
from framing.voice.steps import holds, past
from framing.voice.units import Phrase, Unit

MANNERS = frozenset(["quote", "after", "tag"])
"""Complements of verbs that report beside words in marks alone."""
OPENS_OBJECT = OPENING | OBJECT
OPENS_SUBJECT = OPENING | CAP | SUBJECT | PLURAL
LONGEST_SUBJECT = 8
"""Words of a noun phrase that speaks."""
LONGEST_ROW = 4
"""Noun phrases that prepositions join to a subject: "two men from a village in the north"."""
LONGEST_GAP = 6
"""Words behind a semicolon or "and" among which "that" follows a subject without a verb."""


def new_report(unit: Unit, at: int) -> bool:
    """Whether a coordinator opens a second report by the same speaker: "said the raid failed and warned of more"."""
    following = past(unit.words, at + 1, ADVERB)
    if following >= len(unit.words):
        return False
    here = unit.words[following]
    paused = unit.words[at - 1].tags & COMMA
    if gap(unit, at) or ((here.tags & (SUBJECT | CAP | DET) or paused) and _other_report(unit, following)):
        return True
    if paused and ((here.tags & SUBJECT and _reports_on(unit, following + 1)) or _has_reported(unit, past_circumstances(unit, at + 1))):
        return True
    if here.forms & PART and following + 1 < len(unit.words) and unit.words[following + 1].lower == "by":
        return True  # "praised by critics and attacked by the union"
    object_behind = following + 1 < len(unit.words) and bool(unit.words[following + 1].tags & OPENS_OBJECT)
    verbal = here.forms & PAST or not here.homograph or object_behind  # "tents burned and volunteers beaten"
    if not (here.verb and here.forms & TENSED and here.verb.speaks and verbal and whole(unit, following)):
        return False
    # "Looked her in the eye and smiled" tells of no words.
    return not here.verb.frames <= MANNERS or holds(unit.words[following:], QUOTE)


def gap(unit: Unit, edge: int) -> Phrase | None:
    """The subject behind a semicolon or conjunction whose verb is left out: "; another, that it failed", "and others that it failed"."""
    words = unit.words
    if not holds(words[edge + 2 : edge + 2 + LONGEST_GAP], THAT):
        return None
    subject = phrase_from(unit, edge + 1)
    that = subject[1] + bool(subject[1] < len(words) and words[subject[1]].tags & COMMA) if subject else len(words)
    if subject is None or that + 1 >= len(words) or not words[that].tags & THAT or not words[that + 1].tags & OPENS_SUBJECT:
        return None
    others = words[edge + 1].lower in listed("words.toml", "use", "alone")
    if words[edge].tags & COORD:
        return subject if others and not _told_to_both(unit, edge) else None
    return subject if others or that > subject[1] or words[subject[1] - 1].tags & NAMED else None


def _told_to_both(unit: Unit, edge: int) -> bool:
    """Whether a conjunction joins two whom something is told: "told the mayor and others that"."""
    first = phrase_ending(unit, edge - 1)
    verb = unit.words[first[0] - 1].verb if first and first[0] else None
    return verb is not None and "object" in verb.frames


def whole(unit: Unit, at: int) -> bool:
    """Whether the word its cue takes stands behind the verb at `at`: "made" reports before "clear" alone."""
    words = unit.words
    here = words[at]
    if not here.verb or not here.verb.particle:
        return True
    return at + 1 < len(words) and here.phrasal is not None and words[at + 1].lower in here.phrasal


def _reports_on(unit: Unit, at: int) -> bool:
    """Whether a finite reporting verb stands at `at`, behind its pronoun: ", and she rejected any talk of"."""
    return at < len(unit.words) and unit.words[at].tells and whole(unit, at)


def before_other(unit: Unit, start: int, end: int) -> int:
    """Where what is to be done ends, before what made somebody say so: "vowed to fight on | after auditors called it a sham"."""
    circumstances = listed("words.toml", "complements", "circumstance")
    places = (at for at in range(start + 1, end) if unit.words[at].tags & SUBORD and unit.words[at].lower in circumstances)
    return next((at for at in places if _other_report(unit, at + 1)), end)


def joins_in(unit: Unit, at: int) -> bool:
    """Whether ", with one calling it a farce" stands at `at`: somebody of whom a verb of saying in -ing tells what they say."""
    words = unit.words
    if words[at].lower != "with":
        return False
    verb = next((number for number in range(at + 2, min(at + LONGEST_SUBJECT, len(words) - 1)) if words[number].forms & ING), 0)
    cue, following = words[verb].verb if verb else None, words[verb + 1].tags if verb else 0
    somebody = words[verb - 1].tags & (ROLE | CAP | COMMA) or words[verb - 1].lower in listed("words.toml", "phrases", "quantities")
    return bool(cue and cue.speaks and somebody and following & (OPENS_OBJECT | THAT | CAP | SUBJECT | QUOTE))


def _other_report(unit: Unit, at: int) -> bool:
    """Whether a subject and its verb of saying stand at `at`: "said the raid failed and Berg accused Ruiz"."""
    phrase = phrase_from(unit, at, min(len(unit.words), at + 8))
    place = past_aside(unit, phrase[1]) if phrase else len(unit.words)  # "and the envoy, Ida Holm, said"
    if place >= len(unit.words):
        return False
    verb = unit.words[place]
    speaks = verb.tells and verb.verb is not None and verb.verb.cue_class not in ("cognitive", "evidential")
    return speaks and whole(unit, place)


def _has_reported(unit: Unit, at: int) -> bool:
    """Whether a subject that has reported stands at `at`: "and men from the docks have said", "and it has been called by nurses"."""
    words, verb = unit.words, _behind_subject(unit, at)
    if verb + 1 >= len(words):
        return False
    if words[verb].lower not in ("have", "has"):
        verb -= bool(words[verb].tags & THAT and words[verb - 1].homograph)  # "pollsters report that"
        saying = unit.words[verb].lower in ("is", "are") and verb + 2 < len(words) and words[verb + 1].forms & ING
        return _says_now(unit, verb + bool(saying))
    verb = past(words, verb + 1, ADVERB)
    passive = verb < len(words) and words[verb].tags & BE
    verb += bool(passive)
    if verb + 1 >= len(words) or not words[verb].forms & PART or not whole(unit, verb):
        return False
    cue, following = words[verb].verb, words[verb + 1].tags
    if cue is None or cue.cue_class == "cognitive":
        return False
    return bool(following & BY if passive else following & THAT or cue.cue_class != "evidential")


def _says_now(unit: Unit, at: int) -> bool:
    """Whether a plural before `at` or a form of "be" says something there: "aid workers say that", "is calling it"."""
    here, before, following = unit.words[at], unit.words[at - 1].tags, unit.words[at + 1].tags
    plain = here.forms & BASE and before & (PLURAL | OBJECT) and (not here.homograph or following & THAT)
    says = here.verb is not None and here.verb.cue_class not in ("cognitive", "evidential") and (plain or here.tells or here.forms & ING)
    return bool(says and following & (THAT | OPENING | PRONOUN)) and whole(unit, at)


def _behind_subject(unit: Unit, at: int) -> int:
    """Where the verb stands whose subject begins at `at`: behind phrases that tell more of it and an aside."""
    words = unit.words
    for _ in range(LONGEST_ROW):
        phrase = phrase_from(unit, at, min(len(words), at + LONGEST_SUBJECT))
        if phrase is None:
            return len(words)
        at = phrase[1]
        at += at < len(words) and bool(words[at].tags & OBJECT) and bool(words[at - 1].tags & PREP)  # "two of them"
        if at >= len(words) or not words[at].tags & PREP:
            break
        at += 1
    return past_aside(unit, at)
