"""Every place a term stands, with offsets."""

from framing.matching.scorer import LexiconScorer

__all__ = ["LexiconScorer"]
