"""Quotation marks: what they enclose, where a lost one stood, and which name a thing rather than quote a person; and posts."""

from framing.voice.marks.naming import named
from framing.voice.marks.posts import posts
from framing.voice.marks.quotations import Quotation, quotations

__all__ = ["Quotation", "named", "posts", "quotations"]
