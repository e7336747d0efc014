"""Verbs in no list beside words in marks that open or close their sentence behind a comma: whoever does something there says them."""

from framing.voice.agents import somebody_from
from framing.voice.classes.between import BREAK, COMMA, COORD, PREP, SUBORD
from framing.voice.classes.nouns import CAP, OBJECT, OPENING, ROLE, SUBJECT, TIME, WORD
from framing.voice.classes.verbs import ADVERB, AUXILIARY, ED
from framing.voice.cues import Cue, documents
from framing.voice.grammar import phrase_from
from framing.voice.reports.behind_tags import behind_tag
from framing.voice.reports.scope import PAUSE
from framing.voice.steps import past
from framing.voice.units import Phrase, Report, Unit

SOMEBODY = CAP | ROLE | SUBJECT
NO_VERB = AUXILIARY | PREP | COORD | SUBORD | OPENING | BREAK | TIME | CAP
CLOSES = BREAK | PREP | COORD | SUBORD | ADVERB


def unlisted(unit: Unit, found: list[Report]) -> list[Report]:
    """Read "“…,” grinned the referee" and "“…,” Berg frowned" where no report holds the words in marks that open the unit."""
    words = unit.words
    comma = len(words) > 1 and bool(words[1].tags & COMMA)
    at = 1 + comma
    if at + 1 >= len(words) or not (comma or words[0].tags & PAUSE):
        return []
    if any(start <= 0 for report in found for start, _ in report.content):
        return []
    return _inverted(unit, at) or _tagged(unit, at)


def announced(unit: Unit, found: list[Report]) -> list[Report]:
    """Read "The referee grinned, “…”" where no report holds the words in marks that close the unit."""
    words = unit.words
    at = len(words) - 1
    if at < 3 or at not in unit.quotes or not words[at - 1].tags & COMMA:
        return []
    if any(start <= at < end for report in found for start, end in report.content):
        return []
    source = somebody_from(unit, 0, SOMEBODY)
    source = _without_verb(unit, source) if source and source[1] == at - 1 else source
    verb = past(words, source[1], ADVERB) if source else at
    if verb >= at or words[verb].tags & NO_VERB or past(words, verb + 1, ADVERB) != at - 1:
        return []
    cue = Cue(words[verb].lower, "verb", "neutral", 0, frozenset())
    return [Report([(at, at + 1)], source, (verb, verb + 1), cue, "quote")]


def _inverted(unit: Unit, at: int) -> list[Report]:
    """Read "grinned the referee" at word `at`."""
    words = unit.words
    if not words[at].tags & ED or words[at].tags & NO_VERB:
        return []
    source = somebody_from(unit, at + 1, SOMEBODY)
    return [_report(unit, source, at, source[1], "inverted")] if source and _closes(unit, source[1]) else []


def _tagged(unit: Unit, at: int) -> list[Report]:
    """Read "Berg frowned" at word `at`."""
    words = unit.words
    source = somebody_from(unit, at, SOMEBODY)
    if source and not words[source[1] - 1].tags & SOMEBODY:
        source = _without_verb(unit, source)
    verb = past(words, _past_apposition(unit, source), ADVERB) if source else len(words)
    if verb >= len(words) or words[verb].tags & NO_VERB or not words[verb].tags & WORD:
        return []
    if not (_closes(unit, verb + 1) or (words[verb].tags & ED and _addresses(unit, verb + 1))):
        return []
    return [_report(unit, source, verb, verb + 1, "parenthetical")]


def _past_apposition(unit: Unit, source: Phrase) -> int:
    """Where a subject ends with the apposition behind it: "the judge, Sir Owen Carr, admonished"; else where it ends itself."""
    words, end = unit.words, source[1]
    if end >= len(words) or not words[end].tags & COMMA:
        return end
    named = phrase_from(unit, end + 1)
    return named[1] + 1 if named and named[1] < len(words) and words[named[1]].tags & COMMA else end


def _addresses(unit: Unit, at: int) -> bool:
    """Whether somebody, no document, stands at `at`, and behind that no more than a tag may have: "the driver", "him in court"."""
    addressee = phrase_from(unit, at)
    if addressee is None or not _closes(unit, addressee[1]):
        return False
    told = unit.words[addressee[1] - 1]
    return bool(told.tags & (CAP | ROLE | OBJECT)) and told.lower not in documents()


def _without_verb(unit: Unit, source: Phrase) -> Phrase | None:
    """The phrase without an unknown verb that was read into it: "the farmer spat"."""
    first, last = source[0], source[1] - 1
    return (first, last) if last > first and unit.words[last - 1].tags & SOMEBODY else None


def _closes(unit: Unit, at: int) -> bool:
    """Whether a tag may end before `at`: no object and no further verb stands there."""
    return at >= len(unit.words) or bool(unit.words[at].tags & CLOSES)


def _report(unit: Unit, source: Phrase | None, verb: int, behind: int, rule: str) -> Report:
    cue = Cue(unit.words[verb].lower, "verb", "neutral", 0, frozenset())
    right = behind_tag(unit, 0, behind, quoted=True, inverted=rule == "inverted")
    return Report([(0, 1), *right], source, (verb, verb + 1), cue, rule)
