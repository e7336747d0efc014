"""Adjectives that report: "Berg is certain that", "was critical of"."""

from framing.voice.classes.between import COMMA, PREP, THAT
from framing.voice.classes.nouns import SUBJECT
from framing.voice.classes.verbs import BE, TO
from framing.voice.grammar import group_start
from framing.voice.reports.bare_clauses import clause_at
from framing.voice.reports.scope import phrase_end, scope_end
from framing.voice.reports.settings import before_setting
from framing.voice.reports.tagged import tagged
from framing.voice.speakers import subject
from framing.voice.steps import holds
from framing.voice.units import Report, Unit


def of_adjective(unit: Unit, at: int) -> Report | None:
    """Read "Berg is certain that ...", "was critical of ..."."""
    words = unit.words
    cue, after = words[at].adjective, at + 1
    start = group_start(unit, at)
    if cue is None or after >= len(words) or not holds(words[start:at], BE):
        return None
    here = words[after]
    somebody = subject(unit, at)
    bare = somebody is not None and not here.tags & (PREP | TO) and clause_at(unit, after)
    doubted = bare and somebody and words[somebody[0]].lower == "it"  # "it is doubtful Berg will"
    clause = "that" in cue.frames and (here.tags & (THAT | SUBJECT) or (bare and not doubted))
    if here.tags & COMMA and "that" in cue.frames:
        return tagged(unit, (at, after), start, cue._replace(frames=cue.frames | {"tag"}), somebody)  # "The killer, he is sure, was"
    if clause or (here.tags & TO and "to" in cue.frames):
        end = scope_end(unit, after) if clause else before_setting(unit, after, scope_end(unit, after), "to")
        return Report([(after, end)], somebody, (start, after), cue, "adjective")
    if here.lower in cue.frames:
        end = before_setting(unit, after, phrase_end(unit, after), here.lower)
        return Report([(after, end)], somebody, (start, after), cue, "adjective")
    return None
