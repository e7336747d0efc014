"""Reports beside a clause: "As Berg noted, the raid failed", "the raid, as Berg put it, failed"."""

from framing.voice.classes.between import BREAK, COMMA, COORD, DASH, OPEN, PREP, QUOTE, SET_OFF
from framing.voice.classes.verbs import AUXILIARY, TO
from framing.voice.cues import Cue
from framing.voice.grammar import finite, phrase_ending, phrase_from
from framing.voice.lists import listed
from framing.voice.reports.scope import scope_end
from framing.voice.reports.tagged import left_start
from framing.voice.steps import first_of
from framing.voice.units import Phrase, Report, Unit

FARTHEST = 8
"""Words between the cue and the comma that closes its clause."""


def as_said(unit: Unit, at: int, after: int, cue: Cue, source: Phrase) -> Report | None:
    """Read "As Berg noted, the raid failed", "the raid failed, as Berg sees it"; "as" stands before the source.

    "As we reported" cites nobody: the outlet says it again.
    """
    if unit.words[source[0]].lower in listed("words.toml", "persons", "first"):
        return None
    return as_clause(unit, source[0] - 1, after, Report([], source, (at, after), cue, "as said"))


def stands_beside(unit: Unit, after: int, cue: Cue) -> bool:
    """Whether what follows a cue behind "as" can be no complement: "as Berg told the court, the raid", "as Berg sees it, the raid"."""
    if sees_it(unit, after):
        return True
    addressee = phrase_from(unit, after) if "object" in cue.frames and "after" in cue.frames else None
    return addressee is not None and addressee[1] < len(unit.words) and bool(unit.words[addressee[1]].tags & COMMA)


def sees_it(unit: Unit, after: int) -> bool:
    """Whether "it" and a break stand behind the cue: "as Berg sees it," "to hear Berg tell it,"."""
    words = unit.words
    if after >= len(words) or words[after].lower != "it":
        return False
    return after + 1 >= len(words) or bool(words[after + 1].tags & BREAK)


def _may_stand_beside(cue: Cue) -> bool:
    """Whether "as Berg noted" can be a report: "as Berg spoke" tells the time."""
    name = f"{cue.lemma} {cue.particle}".rstrip()
    return "after" in cue.frames or name in listed("cues.toml", "phrases", "beside")


def _splits(unit: Unit, opening: int, following: int) -> bool:
    """Whether an aside breaks a clause: "was, as Berg put it, a sham", "a betrayal, as Berg saw it, of us all"."""
    words = unit.words
    broken = words[opening - 1].tags & (AUXILIARY | TO | PREP)
    return bool(broken or words[following].tags & (AUXILIARY | PREP) or finite(unit, following))


def as_clause(unit: Unit, opening: int, after: int, report: Report) -> Report | None:
    """Words that "as Berg noted" or "as noted by Berg" stands beside; "as" is word `opening`, and word `after` follows."""
    words = unit.words
    if not (_may_stand_beside(report.entry) or sees_it(unit, after)):
        return None
    if report.entry.lemma in listed("words.toml", "naming", "verbs") and sees_it(unit, after):
        return _named_so(unit, opening, after, report)
    comma = first_of(words, range(after, min(len(words) - 1, after + FARTHEST)), COMMA)
    if opening <= 1 and comma is not None:
        return report._replace(content=[(comma + 1, scope_end(unit, comma + 1))])
    if opening > 2 and words[opening - 1].tags & COMMA:
        content = [(left_start(unit, opening), opening - 1)]
        if comma is not None and _splits(unit, opening - 1, comma + 1):
            content.append((comma + 1, scope_end(unit, comma + 1)))
        return report._replace(content=content)
    return None


def _named_so(unit: Unit, opening: int, after: int, report: Report) -> Report | None:
    """Read what somebody calls so: "the “cull”, as Berg calls it,", "the bypass, or, as Berg calls it, the road of shame"."""
    words = unit.words
    report = report._replace(entry=report.entry._replace(cue_class="label"))
    edge = opening - bool(opening and words[opening - 1].tags & (COMMA | DASH | OPEN))
    following = after + 1 + bool(after + 1 < len(words) and words[after + 1].tags & SET_OFF)
    if edge == 0 or words[edge - 1].tags & COORD:
        quoted = following < len(words) and words[following].tags & QUOTE
        named = (following, following + 1) if quoted else phrase_from(unit, following)
    else:
        named = (edge - 1, edge) if words[edge - 1].tags & QUOTE else phrase_ending(unit, edge - 1)
    return report._replace(content=[named]) if named else None
