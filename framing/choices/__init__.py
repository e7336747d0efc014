"""Scores to naming: which of the rival names for one referent each group uses, and in whose voice its terms stand."""

from framing.choices.shares import choices
from framing.choices.voices import voice_shares

__all__ = ["choices", "voice_shares"]
