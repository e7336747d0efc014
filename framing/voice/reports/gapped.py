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
    held = {start for report in found for start, _ in report.content} if clauses else set()
    repeats: list[Report] = []
    for edge in range(clauses[0].cue[1], len(words) - 2) if clauses else ():
        if not words[edge].tags & (SEMI | COORD):
            continue
        subject = gap(unit, edge)
        if subject is None:
            continue
        before = next((report for report in reversed(clauses) if report.cue[0] < edge), None)
        if before is None or before.entry.kind != "verb":
            continue
        that = subject[1] + bool(words[subject[1]].tags & COMMA)
        if that not in held and that + 1 not in held:
            repeats.append(before._replace(content=[(that, scope_end(unit, that))], source=subject, printed=None, rule="that"))
    return repeats
