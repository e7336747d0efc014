"""Reports whose verb is left out: "One said she had left; another, that the pens were foul"."""

from framing.voice.classes.between import COMMA, COORD, SEMI, THAT
from framing.voice.reports.further import gap
from framing.voice.reports.scope import scope_end
from framing.voice.units import Report, Unit

REPEATED = frozenset(["that", "clause"])


def gapped(unit: Unit, found: list[Report]) -> list[Report]:
    """Reports that go on with the verb of one before, behind a subject of their own; `found` are all others."""
    words = unit.words
    clauses = [report for report in found if report.rule in REPEATED]
    if not clauses:
        return []
    first = clauses[0].cue[1]
    thats = [at for at in range(first + 2, len(words)) if words[at].tags & THAT]
    repeats: list[Report] = []
    for edge in range(first, thats[-1]) if thats else ():
        if not words[edge].tags & (SEMI | COORD):
            continue
        subject = gap(unit, edge)
        if subject:
            before = next(report for report in reversed(clauses) if report.cue[0] < edge)
            that = subject[1] + bool(words[subject[1]].tags & COMMA)
            repeats.append(before._replace(content=[(that, scope_end(unit, that))], source=subject, printed=None, rule="that"))
    return repeats
