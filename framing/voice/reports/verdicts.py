"""Sentences that say whose the one before was: "That was the verdict of Berg", "Such is the union's view", "So says Ida Holm"."""

from framing.voice.agents import somebody_from
from framing.voice.classes.between import BREAK, COLON, PREP, SUBORD
from framing.voice.classes.nouns import ARTICLE, CAP, OWNED, PLURAL, POSS, PRONOUN, ROLE, SUBJECT, TIME
from framing.voice.classes.verbs import ADVERB, BE, NEG
from framing.voice.cues import BASE, PAST, Cue, S
from framing.voice.grammar import phrase_from
from framing.voice.lists import listed
from framing.voice.reports.circumstances import past_aside
from framing.voice.steps import first_of, first_word, holds, past
from framing.voice.units import Phrase, Report, Unit

SOMEBODY = CAP | ROLE | PLURAL | PRONOUN
FINITE = BASE | PAST | S
VERDICT = Cue("verdict", "noun", "assertive", 0, frozenset())


def verdict(unit: Unit) -> Report | None:
    """Report of the sentence before; its content are the words that give it to somebody."""
    words = unit.words
    if words[0].lower not in listed("cues.toml", "verdicts", "openers"):
        return None
    if words[0].lower in listed("cues.toml", "verdicts", "likewise"):
        return _so_said(unit)
    return _given(unit, 1)


def judged(unit: Unit) -> list[Report]:
    """Read "“Rubbish,” was the verdict of Berg", marks before the verb."""
    given = _given(unit, 1)
    return [given._replace(content=[(0, 1)])] if given else []


def _given(unit: Unit, at: int) -> Report | None:
    """Read "was the verdict of Berg" at word `at`."""
    words = unit.words
    be = past(words, past_aside(unit, at), ADVERB)
    if be >= len(words) or not words[be].tags & BE:
        return None
    at = past(words, be + 1, ADVERB)
    if at >= len(words) or holds(words[:at], NEG):
        return None
    return _of(unit, at) or _owned(unit, at) or _put(unit, at)


def _so_said(unit: Unit) -> Report | None:
    """Read "So says Ida Holm, who ran the mill.", "So said Berg on the day of the vote."."""
    words = unit.words
    verb = words[1].verb if len(words) > 2 and words[1].forms & FINITE else None
    source = somebody_from(unit, 2, SOMEBODY) if verb and verb.speaks else None
    closed = source and (source[1] >= len(words) or words[source[1]].tags & (BREAK | PREP | TIME | SUBORD))
    return _report(unit, 1, verb, source) if closed else None


def _of(unit: Unit, at: int) -> Report | None:
    """Read "the blunt verdict of the bishops" at word `at`."""
    words = unit.words
    noun = _noun(unit, at + 1) if at < len(words) and words[at].tags & ARTICLE else None
    if noun is None or noun + 1 >= len(words) or words[noun + 1].lower not in listed("words.toml", "phrases", "authors"):
        return None
    return _report(unit, noun, words[noun].noun, somebody_from(unit, noun + 2, SOMEBODY))


def _owned(unit: Unit, at: int) -> Report | None:
    """Read "the union's view" or "her view" at word `at`."""
    words = unit.words
    owner = (at, at + 1) if at < len(words) and words[at].tags & POSS else phrase_from(unit, at)
    end = owner[1] if owner else at
    last = first_of(words, range(at, end), OWNED)
    noun = _noun(unit, last + 1) if last is not None else None
    return _report(unit, noun, words[noun].noun, (at, last + 1)) if last is not None and noun is not None else None


def _put(unit: Unit, at: int) -> Report | None:
    """Read "how Berg put it" or "what the bishops think" at word `at`."""
    words = unit.words
    if at >= len(words) or words[at].lower not in ("how", "what"):
        return None
    verb = next((number for number in range(at + 2, len(words)) if words[number].verb and words[number].forms & FINITE), len(words))
    source = somebody_from(unit, at + 1, SOMEBODY, verb)
    if source is None or verb == len(words) or past(words, source[1], ADVERB) != verb:
        return None
    behind = past(words, verb + 1, SUBJECT)  # "how Berg sees it"
    closes = behind >= len(words) or words[behind].tags & BREAK
    return _report(unit, verb, words[verb].verb, source) if closes else None


def _noun(unit: Unit, at: int) -> int | None:
    """The noun for a verdict at word `at`, one adjective aside."""
    words, nouns = unit.words, listed("cues.toml", "verdicts", "nouns")
    return first_word(words, range(at, min(at + 2, len(words))), nouns)


def _report(unit: Unit, cue: int, entry: Cue | None, source: Phrase | None) -> Report | None:
    """The report; none where nobody is named, or where a colon tells that the words behind it are meant."""
    words, end = unit.words, max(cue + 1, source[1]) if source else 0
    if source is None or (end < len(words) and words[end].tags & COLON):
        return None
    return Report([(0, end)], source, (cue, cue + 1), entry or VERDICT, "verdict")
