"""Scores to rates and contrasts: how often each group uses each frame, and how much oftener than another."""

from framing.rates.contrast import contrasts
from framing.rates.rate import rates

__all__ = ["contrasts", "rates"]
