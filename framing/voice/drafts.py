"""Drafts: an article as the rules have read it, before it becomes rows; what an engine may change."""

from typing import Any, NamedTuple

from framing.text import sentences
from framing.voice.attribution import voices
from framing.voice.marks import named, quotations
from framing.voice.people import People
from framing.voice.spans import Span
from framing.voice.units import Unit, units

SPACES = {"\u00a0": " ", "\u202f": " ", "\u2009": " ", "\r": "\n"}
"""White space that rules need not tell from a plain space or line break."""


class Draft(NamedTuple):
    """One article with the spans found in its parts."""

    key: tuple[str, str, str | None]
    """Identifier, outlet and event."""
    parts: dict[str, str]
    cuts: dict[str, list[tuple[int, int]]]
    people: dict[str, People]
    spans: dict[str, list[Span]]

    def units(self, part: str) -> list[Unit]:
        """Sentences of a part with quotations folded, as the rules read them."""
        marks = [mark for mark in quotations(self.parts[part]) if not named(self.parts[part], mark)]
        return units(self.parts[part], self.cuts[part], marks, title=part == "title")


def draft(article: tuple[Any, ...]) -> Draft:
    """Read one article, given as identifier, outlet, event, title and text, by the rules."""
    *key, title, text = article
    printed = {"title": title or "", "text": text}
    parts = {part: _evenly_spaced(written) for part, written in printed.items()}
    headed = People(parts["title"])
    people = {"title": headed, "text": People(parts["text"], headed)}
    cuts = {part: sentences(written) for part, written in parts.items()}
    found = {
        part: voices(written, cuts[part], title=part == "title", people=people[part], others=people["text" if part == "title" else "title"])
        for part, written in parts.items()
    }
    for part, written in printed.items():
        if parts[part] is not written:
            found[part] = [_as_printed(span, written) for span in found[part]]
    return Draft((key[0], key[1], key[2]), parts, cuts, people, found)


def _evenly_spaced(text: str) -> str:
    """A text with a plain space or line break for every other, so that offsets stay."""
    for space, plain in SPACES.items():
        if space in text:
            text = text.replace(space, plain)
    return text


def _as_printed(span: Span, text: str) -> Span:
    """A span with its speaker and cue as `text` prints them."""
    cue = span.cue and (span.cue[0], text[span.cue[0] : span.cue[0] + len(span.cue[1])])
    return span._replace(mention_text=text[slice(*span.mention)] if span.mention else span.mention_text, cue=cue)
