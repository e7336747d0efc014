"""Scores to naming: which of the rival names for one referent each group uses, and how far two groups are apart."""

from framing.choices.shares import choices

__all__ = ["choices"]
