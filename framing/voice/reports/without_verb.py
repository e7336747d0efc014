"""Sources without a verb that was read into them: "could embolden critics who say", "had met with donors who hope"."""

from framing.voice.classes.between import COMMA, COORD, PREP, RELATIVE, SUBORD, THAT
from framing.voice.classes.nouns import CAP, NUMBER, OPENING, PERIOD, PLURAL, PRONOUN, ROLE, SUBJECT, TIME
from framing.voice.classes.verbs import ADVERB, BE, DO, ED, HAVE, INGTAG, LOOSE, MODAL, NEG
from framing.voice.cues import ING
from framing.voice.grammar import group_start
from framing.voice.participles import is_past_participle, opens_participle
from framing.voice.relatives import antecedent
from framing.voice.speakers import subject
from framing.voice.steps import holds, past
from framing.voice.units import Phrase, Report, Unit

WHOLE = OPENING | CAP | NUMBER | PRONOUN
"""Words with which a source begins that holds no verb."""
INSIDE = OPENING | PREP | NUMBER | LOOSE | COORD | CAP
"""Words behind which a determiner does not begin another phrase: "half the crew", "nurses and two doctors"."""
DATING = TIME | PERIOD
DENYING = ("n't", "n\u2019t")
RELATING = RELATIVE | THAT


def without_verb(unit: Unit, report: Report) -> Report:
    """The report with the source alone, or with none where only a verb was read for it."""
    words, source = unit.words, report.source
    if source is None or words[source[0]].tags & (WHOLE if source[0] else WHOLE & ~CAP):
        return report
    found = _alone(unit, source, report)
    return report if found == source else report._replace(source=found)


def _alone(unit: Unit, source: Phrase, report: Report) -> Phrase | None:
    """The source without a verb at its beginning, or before a determiner in it."""
    words, (first, end) = unit.words, source
    verb = past(words, first, ADVERB, end - 1)
    start = group_start(unit, verb)
    if start and _acts(unit, verb, start):
        beside = words[report.cue[0]].forms & ING and not words[report.cue[0] - 1].tags & COMMA  # "met with donors hoping"
        if words[start - 1].tags & RELATING and not beside:
            return antecedent(unit, start - 1)
        governed = past(words, verb + 1, PREP | ADVERB, end)
        if governed < end:
            return governed, end
        return subject(unit, verb) if report.entry.kind == "verb" else None
    if end - first == 1 and report.entry.kind != "phrase" and _no_noun(unit, first):
        return None
    opener = _opener(unit, source)
    return source if opener is None else (opener, end)


def _no_noun(unit: Unit, at: int) -> bool:
    """Whether a form in -ed or -ing stands where nobody does: "raising fears that", "Courted by both and expected to win"."""
    here, before = unit.words[at].tags, unit.words[at - 1].tags if at else 0
    formed = here & (ED | INGTAG) and not here & (PLURAL | ROLE) and not before & OPENING
    return bool(formed) and (not here & CAP or opens_participle(unit, at))


def _opener(unit: Unit, source: Phrase) -> int | None:
    """The determiner within a source that begins another phrase."""
    words, (first, end) = unit.words, source
    for at in range(first + 1, end):
        if words[at].tags & (PREP | SUBORD):
            return None
        if words[at].tags & OPENING and not words[at - 1].tags & INSIDE and not holds(words[at + 1 : at + 2], DATING):
            return at
    return None


def _acts(unit: Unit, at: int, start: int) -> bool:
    """Whether the word at `at` is a verb behind its auxiliaries, which begin at `start`, or behind a pronoun."""
    words, group = unit.words, unit.words[start:at]
    here, participle = words[at], is_past_participle(unit, at)
    if here.tags & (PLURAL | ROLE) and not participle:
        return False
    denied = holds(group, DO) and (holds(group, NEG) or group[-1].lower.endswith(DENYING))
    if denied or holds(group, MODAL):
        return True
    if holds(group, BE):
        following = words[at + 1].tags if at + 1 < len(words) else 0
        progressive = here.tags & INGTAG and (following & (PREP | OPENING | CAP) or group[-1].lower not in ("are", "were"))
        return bool((participle and following & PREP) or progressive)
    return participle and (holds(group, HAVE) or bool(words[start - 1].tags & (SUBJECT | RELATING)))
