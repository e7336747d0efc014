"""Whose words, and who is committed to them."""

from framing.voice.passages import Passages, split_voices
from framing.voice.speaker_table import speakers

__all__ = ["Passages", "speakers", "split_voices"]
