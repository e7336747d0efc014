"""What a noun phrase behind a cue holds: a label, a charge, an infinitive, words in marks."""

from framing.voice.classes.nouns import CAP, OBJECT, OPENING
from framing.voice.classes.verbs import TO
from framing.voice.cues import Cue
from framing.voice.grammar import subject_and_verb
from framing.voice.reports.circumstances import past_aside
from framing.voice.reports.further import before_other
from framing.voice.reports.labelling import before_deed, label_start, summons
from framing.voice.reports.scope import phrase_end, scope_end
from framing.voice.steps import holds
from framing.voice.units import Complement, Unit

HOLDING = {"likened": "as", "charged": "for", "indicted": "with", "cleared": "of"}
"""Complements that hold what a preposition behind their object brings."""
BRINGING = frozenset(HOLDING)


def labelled(unit: Unit, at: int, end: int, cue: Cue) -> Complement | None:
    """What somebody or something at `at` is called, or the phrase there; a clause around it ends at `end`."""
    start = label_start(unit, at, cue)
    if start == at and cue.lemma == "call" and summons(unit, at):
        return None
    return Complement("np", start, before_deed(unit, start, end if start < end else scope_end(unit, start)))


def held(unit: Unit, at: int, end: int, cue: Cue) -> Complement | None:
    """What a phrase behind the cue holds: words in marks, a label, a charge, an infinitive."""
    until = phrase_end(unit, at)
    marked = next((number for number in unit.quotes if at < number < until), None) if "quote" in cue.frames else None
    if marked is not None:
        return Complement("quote", marked, marked + 1)
    if "raised" in cue.frames:
        return Complement("raised", at, min(end, until))
    brought = {HOLDING[frame] for frame in BRINGING & cue.frames}
    if brought and _brings(unit, at, until, brought):
        return Complement("np", at, end)
    infinitive = "npto" in cue.frames and holds(unit.words[at:end], TO)
    return Complement("npto", at, before_other(unit, at, end)) if infinitive else None


def _brings(unit: Unit, at: int, until: int, brought: set[str]) -> bool:
    """Whether a preposition of those `brought` stands in the phrase from `at` to `until`, or behind it, an aside between them aside."""
    named = past_aside(unit, until)  # "charged the clerk, Ida Holm, with"
    places = (*range(at + 1, until), *range(len(unit.words))[named : named + 1])
    likened = [number for number in places if unit.words[number].lower in brought]
    return any(unit.words[number].lower != "as" or not subject_and_verb(unit, number + 1) for number in likened)


def infinitive_in(unit: Unit, start: int, end: int) -> bool:
    """Whether an infinitive stands among these words."""
    words = unit.words
    places = (at for at in range(start, min(end, len(words) - 1)) if words[at].tags & TO)
    return any(not words[at + 1].tags & (OPENING | CAP | OBJECT) for at in places)
