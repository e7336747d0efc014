"""Classes of words in verb groups: auxiliaries, forms of verbs, adverbs, negation, "to"."""

from framing.voice.cues import TAG

BE, HAVE, DO, MODAL, TO = TAG["be"], TAG["have"], TAG["do"], TAG["modal"], TAG["to"]
FINITE, PLAIN, ED, INGTAG = TAG["finite"], TAG["plain"], TAG["ed"], TAG["ing"]
ADV, LY, NEG = TAG["adverb"], TAG["ly"], TAG["negation"]
AUXILIARY = BE | HAVE | DO | MODAL
ADVERB = ADV | LY
LOOSE = ADVERB | NEG
"""What stands loosely among others: adverbs and negation."""
PREDICATE = AUXILIARY | FINITE
VERBAL = PREDICATE | ED
"""What may be a finite verb."""
