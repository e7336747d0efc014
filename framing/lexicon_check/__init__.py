"""What is wrong with a lexicon, as its own examples and a corpus tell.

What the lexicon alone tells is checked in `framing.lexicon`; here entries are looked for in text, so this room stands
below the matcher, and words are weighed as in `keyness`, so it stands below that too.
"""

from framing.lexicon_check.check import MEANING, check, check_examples
from framing.lexicon_check.corpus import check_in_corpus

__all__ = ["MEANING", "check", "check_examples", "check_in_corpus"]
