"""What the sentence does with a term: denies it, holds it at a distance, hedges it; and whom it describes."""

from framing.voice.stance.reading import read_stance

__all__ = ["read_stance"]
