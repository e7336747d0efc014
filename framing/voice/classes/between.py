"""Classes of what stands between phrases and clauses: marks, prepositions, conjunctions, relative and question words."""

from framing.voice.classes.nouns import OPENING, PRONOUN
from framing.voice.classes.verbs import AUXILIARY, TO
from framing.voice.cues import TAG

COMMA, STOP, COLON, SEMI, DASH = TAG["comma"], TAG["stop"], TAG["colon"], TAG["semicolon"], TAG["dash"]
OPEN, CLOSE, MARK, QUOTE = TAG["open"], TAG["close"], TAG["mark"], TAG["quotation"]
PREP, BY, COORD, SUBORD = TAG["preposition"], TAG["by"], TAG["coordinator"], TAG["subordinator"]
WH, RELATIVE, THAT = TAG["wh"], TAG["relative"], TAG["that"]
SET_OFF = COMMA | DASH
"""Marks that set an aside off, or what is said from its tag."""
PUNCTUATION = COMMA | STOP | COLON | SEMI | DASH | OPEN | CLOSE
BREAK = PUNCTUATION | MARK | QUOTE
CLOSED = OPENING | AUXILIARY | PREP | TO | WH | PRONOUN | COORD | SUBORD | THAT
"""Words that are neither nouns, adjectives, adverbs nor verbs of their own."""
