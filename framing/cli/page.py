"""The page of a report, put together from a comparison."""

from collections.abc import Mapping, Sequence
from typing import Any

from framing.cli.comparison import Comparison
from framing.cli.notes import said
from framing.cli.walk import clashes, qualified, stratum_of
from framing.report import Figure, Page, render

APART = ("speakers", "near_copies")
"""Tables that the page does not print: they stand in the folder alone."""


def page_of(comparison: Comparison, figures: Sequence[Figure], provenance: Mapping[str, Any]) -> str:
    """Render the page."""
    options, scores = comparison.options, comparison.scores
    within = stratum_of(options["within"])
    page = Page(
        title=f"How outlets word {'the same events' if within else 'what they report'}: {comparison.name}",
        tables={name: table for name, table in comparison.tables.items() if name not in APART},
        figures=figures,
        facts={name: value for name, value in provenance["counts"].items() if not isinstance(value, dict)},
        warnings=comparison.warnings,
        within=within,
        notes=[said(name, note) for name, note in comparison.notes.items()],
        provenance={name: provenance[name] for name in ("made_by", "options", "inputs", "lexicons", "versions")},
        definitions=_definitions(comparison),
        by=options["by"],
        voice=options["voice"],
        unit=scores.unit,
        per=scores.per,
        level=options["level"],
    )
    return render(page)


def _definitions(comparison: Comparison) -> dict[str, str]:
    """What each frame and each naming choice means, by its name."""
    clashing = clashes(comparison.lexicons)
    meaning: dict[str, str] = {}
    for lexicon in comparison.lexicons:
        meaning |= {qualified(name, lexicon, clashing): frame.definition for name, frame in lexicon.frames.items()}
        meaning |= {qualified(name, lexicon, clashing): choice.definition for name, choice in lexicon.choices.items()}
    return meaning
