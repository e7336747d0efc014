"""Lexicons: frames and naming choices as word lists; read, write, check, describe.

A lexicon is a measuring instrument: every entry says what it looks for, what it stands for and why it is there.
``docs/lexicons.md`` describes the file format and the overlap policy.
"""

from framing.lexicon.check import check_lexicon
from framing.lexicon.describe import Card
from framing.lexicon.model import Choice, Entry, Frame, Lexicon, Topic
from framing.lexicon.patterns import expand
from framing.lexicon.read import read_lexicon, shipped

__all__ = ["Card", "Choice", "Entry", "Frame", "Lexicon", "Topic", "check_lexicon", "expand", "read_lexicon", "shipped"]
