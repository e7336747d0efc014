"""Two sets of passages to the words that set them apart."""

from framing.keyness.keyness import keyness
from framing.keyness.words import Words, count_words

__all__ = ["Words", "count_words", "keyness"]
