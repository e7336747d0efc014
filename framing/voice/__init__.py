"""Whose words, and who is committed to them."""

from framing.voice.passages import Passages, split_voices

__all__ = ["Passages", "split_voices"]
