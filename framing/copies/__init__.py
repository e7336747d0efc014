"""Articles that print much of one another, and what was changed between them."""

from framing.copies.changes import rewordings
from framing.copies.near import near_copies

__all__ = ["near_copies", "rewordings"]
