"""Classes of words in noun phrases: names, nouns, pronouns, what opens a phrase or tells whose, how many or when."""

from framing.voice.cues import TAG

WORD, CAP, UPPER, PLURAL, ROLE, POSSESSOR = (TAG[name] for name in ("word", "capital", "upper", "plural", "role", "possessor"))
DET, ARTICLE, DEFINITE, INDEFINITE = (TAG[name] for name in ("determiner", "article", "definite", "indefinite"))
POSS, NUMBER = TAG["possessive"], TAG["number"]
SUBJECT, OBJECT = TAG["subject"], TAG["object"]
TIME, PERIOD, OCCASION = TAG["time"], TAG["period"], TAG["occasion"]
PRONOUN = SUBJECT | OBJECT
OPENING = DET | POSS
OWNED = POSS | POSSESSOR
DETERMINER = OPENING | POSSESSOR
"""What stands before a noun and tells which, how many or whose."""
NAMED = CAP | ROLE
"""A name, or a noun for who can speak."""
PEOPLE = NAMED | PLURAL
"""Either of these, or several."""
