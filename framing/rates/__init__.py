"""Scores to rates and contrasts: how often each group uses each frame, and how much oftener than another."""

from framing.rates.contrast import contrasts
from framing.rates.rate import rates
from framing.rates.voicing import voice_bounds

__all__ = ["contrasts", "rates", "voice_bounds"]
