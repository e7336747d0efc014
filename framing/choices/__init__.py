"""Scores to naming: which of the rival names for one referent each group uses, and in whose voice its terms stand."""

from framing.choices.distance import naming_distance
from framing.choices.headlines import headline_fates, headline_shares
from framing.choices.shares import choices
from framing.choices.voices import voice_shares

__all__ = ["choices", "headline_fates", "headline_shares", "naming_distance", "voice_shares"]
