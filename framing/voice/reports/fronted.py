"""Verbs of saying in front of their subject, and what is reported in front of its cue."""

from framing.voice.classes.between import BREAK, COLON, COMMA, QUOTE, THAT
from framing.voice.classes.nouns import ARTICLE, NAMED, OBJECT
from framing.voice.classes.verbs import BE
from framing.voice.cues import TENSED, Cue
from framing.voice.grammar import has_finite, phrase_from
from framing.voice.lists import listed
from framing.voice.reports.inversion import apposed
from framing.voice.reports.tagged import description_start, left_start
from framing.voice.units import Phrase, Report, Unit

FARTHEST = 16
"""Words from a verb that opens its sentence to what is said."""


def opens(unit: Unit, after: int, cue: Cue) -> Report | None:
    """Read "Said Ida Holm, who led the inquiry: “…”", whose cue opens the unit."""
    words = unit.words
    if not words[0].forms & TENSED:
        return None
    source = phrase_from(unit, after)
    for mark in range(source[1], min(len(words) - 1, source[1] + FARTHEST)) if source else ():
        if words[mark].tags & COLON or (words[mark].tags & COMMA and words[mark + 1].tags & QUOTE):
            return Report([(mark + 1, len(words))], source, (0, after), cue, "inverted")
    return None


def declared(unit: Unit, at: int, after: int, cue: Cue) -> Report | None:
    """Read "Not so, says Ida Holm: the raid failed", whose cue at `at` stands behind a word or two."""
    words = unit.words
    said = words[at - 1].tags & COMMA and words[at].forms & TENSED
    source = phrase_from(unit, after) if said and not has_finite(unit, -1, at) else None
    if source is None or source[1] + 1 >= len(words) or not words[source[1]].tags & COLON:
        return None
    if not words[source[1] - 1].tags & NAMED or apposed(unit, at):
        return None  # "Berg, a driver, put it more bluntly:"
    return Report([(0, at - 1), (source[1] + 1, len(words))], source, (at, after), cue, "inverted")


def fronted(unit: Unit, at: int, after: int, cue: Cue, source: Phrase) -> Report | None:
    """Read "A charlatan is how Berg describes him", "That it was a raid is what Berg insists on", "..., or so Berg claims"."""
    words = unit.words
    opening = description_start(unit, source) - 1
    if words[opening].tags & COMMA:
        content = _called(unit, opening, after) if "pred" in cue.frames else None
    elif words[opening].lower == "so" and words[opening - 1].lower == "or":
        closed = after >= len(words) or words[after].tags & BREAK
        content = _before_or(unit, opening - 1) if closed and cue.cue_class != "evidential" else None
    else:
        opening -= bool(words[opening].tags & THAT)  # "something that Berg insists on"
        content = _predicated(unit, opening, after, cue) if words[opening - 1].tags & BE else None
    return Report([content], source, (at, after), cue, "as said") if content else None


def _called(unit: Unit, comma: int, after: int) -> Phrase | None:
    """A label in front of "he calls him": "A peacock, he calls him."."""
    words = unit.words
    pronoun = after < len(words) and (words[after].tags & OBJECT or words[after].lower == "it")
    closed = pronoun and (after + 1 >= len(words) or words[after + 1].tags & BREAK)
    label = words[0].tags & (ARTICLE | QUOTE) and not has_finite(unit, -1, comma)
    return (0, comma) if closed and label else None


def _before_or(unit: Unit, at: int) -> Phrase | None:
    """The clause before "or so Berg claims", which begins at `at`."""
    content = left_start(unit, at), at - bool(unit.words[at - 1].tags & COMMA)
    return content if content[1] > content[0] else None


def _predicated(unit: Unit, opening: int, after: int, cue: Cue) -> Phrase | None:
    """Words in front of "is", behind which "how", "what" or "something" stands at `opening`, if they are what the cue behind reports."""
    words = unit.words
    if opening < 2 or words[opening].lower not in listed("words.toml", "scope", "fronting"):
        return None
    how = words[opening].lower == "how"
    if how and words[opening - 2].tags & QUOTE:
        return opening - 2, opening - 1  # "“…” is how Berg put it"
    clause = words[0].tags & THAT and has_finite(unit, 0, opening - 1)
    label = "pred" in cue.frames and not has_finite(unit, -1, opening - 1)
    behind = words[after].lower if after < len(words) else ""
    named = how or behind not in listed("words.toml", "use", "singular")
    return (0, opening - 1) if clause or (label and named) else None
