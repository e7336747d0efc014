"""Spans: stretches of text in one voice."""

from typing import Any, NamedTuple

from framing.voice.confidence import confidence, speaker_confidence


class Span(NamedTuple):
    """A stretch of text in one voice."""

    start: int
    end: int
    voice: str
    rule: str
    speaker: str | None = None
    mention: tuple[int, int] | None = None
    mention_text: str | None = None
    cue: tuple[int, str] | None = None
    cue_class: str | None = None
    commitment: int | None = None
    chain: str | None = None
    key: int = 0
    """Where the attributed span begins that this stretch belongs to."""
    sure: float | None = None
    """Probability that the voice is right, where an engine knows better than the table of rules."""

    @property
    def attributed(self) -> bool:
        """Whether somebody else than the outlet is committed to it."""
        return self.voice in ("direct", "indirect")

    def columns(self, key: str | None) -> tuple[Any, ...]:
        """Return the voice columns of the passages table; `key` is the attribution id."""
        mention = self.mention or (None, None)
        cue_start, cue = self.cue or (None, None)
        sure = confidence(self.voice, self.rule) if self.sure is None else self.sure
        return (
            self.voice, self.speaker, self.mention_text, *mention, cue, cue_start, self.cue_class, self.commitment,
            sure, key, self.chain, self.rule, speaker_confidence(self.voice, self.rule, self.mention_text),
        )  # fmt: skip


OWN = Span(0, 0, "own", "own")
