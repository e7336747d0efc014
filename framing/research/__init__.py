"""Labelled texts of published research, read in their own formats from a folder the user has; nothing is shipped."""

from framing.research.babe import read_babe
from framing.research.basil import read_basil
from framing.research.narrative_frames import FRAMES, read_narrative_frames
from framing.research.polnear import Attributed, read_polnear
from framing.research.sources import SOURCES, Source

__all__ = ["FRAMES", "SOURCES", "Attributed", "Source", "read_babe", "read_basil", "read_narrative_frames", "read_polnear"]
