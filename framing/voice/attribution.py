"""Cue, subject and scope to attributed spans."""

import re
from typing import Any, NamedTuple

from framing.voice.quotations import quotations


class Span(NamedTuple):
    """A stretch of text in one voice."""

    start: int
    end: int
    voice: str
    speaker: str | None = None
    mention: tuple[int, int] | None = None
    mention_text: str | None = None
    cue: tuple[int, str] | None = None
    cue_class: str | None = None
    commitment: int = 0
    confidence: float = 0.8
    chain: str | None = None
    rule: str = "own"

    @property
    def attributed(self) -> bool:
        """Whether somebody else than the outlet is committed to it."""
        return self.voice in ("direct", "indirect")

    def columns(self, key: str | None) -> tuple[Any, ...]:
        """Return the voice columns of the passages table; `key` is the attribution id."""
        mention = self.mention or (None, None)
        cue_start, cue = self.cue or (None, None)
        return (
            self.voice, self.speaker, self.mention_text, *mention, cue, cue_start, self.cue_class, self.commitment,
            self.confidence, key, self.chain, self.rule,
        )  # fmt: skip


OWN = Span(0, 0, "own")
SAY = r"(?:said|says|told|added|wrote|warned|claimed|denied|insisted|argued|asked|replied|stressed|noted|announced)"
NAME = r"(?:[Tt]he (?:\w+ ){0,2}\w+|[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,3}|[Hh]e|[Ss]he|[Tt]hey)"
SUBJECT_VERB = re.compile(rf"\b({NAME}) ({SAY})\b")
VERB_SUBJECT = re.compile(rf"\b({SAY}) ({NAME})")


def voices(text: str, cut: list[tuple[int, int]], *, title: bool) -> list[Span]:
    """Stretches of `text` in another voice than the outlet's plain own, in order, without overlap."""
    marks = quotations(text)
    spans: list[Span] = []
    following = 0
    last: Span | None = None
    for start, end in cut:
        if title:
            break
        cue = SUBJECT_VERB.search(text, start, end)
        found = cue or VERB_SUBJECT.search(text, start, end)
        mention = found.span(1 if cue else 2) if found else None
        verb = (found.start(2 if cue else 1), found[2 if cue else 1]) if found else None
        at = start
        while following < len(marks) and marks[following].start < end:
            q = marks[following]
            span = Span(max(q.start, start), min(q.end, end), "direct", None, mention, None, verb, "neutral", 0, 0.9, None, "marks")
            if found is None and last is not None and last.end >= start - 2:
                span = span._replace(speaker=last.speaker, mention=last.mention, mention_text=last.mention_text)
            elif mention:
                span = span._replace(speaker=text[slice(*mention)], mention_text=text[slice(*mention)])
            elif len(text[q.start : q.end].split()) <= 3:
                span = span._replace(voice="scare", cue=None, cue_class=None)
            spans.append(span)
            at = last_end = span.end
            last = span if span.attributed else last
            if q.end > end:
                break
            following += 1
        if cue and not any(s.start >= start for s in spans) and mention:
            said = text[slice(*mention)]
            spans.append(Span(cue.end(2), end, "indirect", said, mention, said, verb, "neutral", 0, 0.8, None, "clause"))
    return spans
