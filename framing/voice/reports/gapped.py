"""Reports whose verb is left out: "One said she had left; another, that the pens were foul"."""

from framing.voice.grammar import COMMA, COORD, SEMI
from framing.voice.reports.further import gap
from framing.voice.reports.scope import scope_end
from framing.voice.units import Report, Unit

REPEATED = frozenset(["that", "clause"])


def gapped(unit: Unit, found: list[Report]) -> list[Report]:
    """Reports that go on with the verb of one before, behind a subject of their own; `found` are all others."""
    words = unit.words
    clauses = [report for report in found if report.rule in REPEATED]
    repeats: list[Report] = []
    edges = [at for at in range(clauses[0].cue[1], len(words) - 2) if words[at].tags & (SEMI | COORD)] if clauses else []
    for edge in edges:
        subject = gap(unit, edge)
        if subject:
            before = next(report for report in reversed(clauses) if report.cue[0] < edge)
            that = subject[1] + bool(words[subject[1]].tags & COMMA)
            repeats.append(before._replace(content=[(that, scope_end(unit, that))], source=subject, printed=None, rule="that"))
    return repeats
