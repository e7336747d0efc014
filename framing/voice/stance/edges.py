"""Where the clause around a subject begins: at a relative pronoun, at "what", behind a clause that is joined to it."""

from framing.voice.cues import PAST, TAG, Word
from framing.voice.stance.nominal import ADVERB, BE, HAVE, PREPOSITION, PUNCTUATION, WH, is_verb, nominal

REACH = 14
"""Words between a relative pronoun and the verb of its clause."""


def relative_before(words: list[Word], begins: int) -> int | None:
    """The relative pronoun before the subject of the verb group at word `begins`: "which critics call"."""
    for number in range(begins - 1, max(-1, begins - REACH), -1):
        if words[number].tags & WH or (words[number].lower == "that" and number and nominal(words, number - 1)):
            return number
        if words[number].tags & PUNCTUATION or is_verb(words, number):
            return None
    return None


def within_what(words: list[Word], at: int) -> bool:
    """Whether a phrase behind word `at` closes a clause with "what": "What began as a picnic", "What happened in the stadium"."""
    verb = False
    for number in range(at, -1, -1):
        here = words[number]
        if here.lower in ("what", "whoever", "whatever"):
            return verb
        ends = here.tags & (PUNCTUATION | TAG["coordinator"] | TAG["subordinator"]) and here.lower != "as"
        if ends or (here.verb is not None and "bare" in here.verb.frames):
            return False
        verb = verb or is_verb(words, number)
    return False


def noun_before(words: list[Word], at: int) -> bool:
    """Whether "that" stands behind a noun, not behind a verb of saying."""
    here = words[at - 1] if at else None
    return here is not None and bool(here.tags & TAG["word"]) and not (here.verb or here.noun or here.adjective)


def joined_verb(words: list[Word], at: int, verb: int) -> int | None:
    """Nearest verb of another joined clause before word `at`, to which the group that begins at word `verb` can be joined.

    In "said the dam would hold and then fled" a form behind "would" cannot.
    """
    while words[verb].tags & ADVERB and verb + 1 < len(words):
        verb += 1
    finite = words[verb].tags & (TAG["ed"] | TAG["finite"]) or words[verb].forms & PAST
    passed = None
    for number in range(at - 1, -1, -1):
        here = words[number]
        if here.tags & (TAG["semicolon"] | TAG["stop"]):
            break
        modal = next((place for place in (number, number - 1) if place >= 0 and words[place].tags & TAG["modal"]), None)
        if finite and modal is not None and not words[modal + 1].tags & (HAVE | BE):
            passed = modal if passed is None else passed
            continue
        if here.tags & (HAVE | BE) or (is_verb(words, number) and not (number and words[number - 1].tags & PREPOSITION)):
            return number
    return passed
