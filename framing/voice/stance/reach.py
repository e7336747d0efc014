"""A clause without what is put between its parts: "The raid, which nobody foresaw, was not, Holm said, a crime"."""

import dataclasses

from framing.voice.cues import TAG
from framing.voice.stance.clause import Clause
from framing.voice.stance.insertions import insertion
from framing.voice.stance.nominal import ADVERB, AUXILIARY, COMMA, PREPOSITION, is_verb

_APART = TAG["ing"] | TAG["coordinator"]
_INCOMPLETE = AUXILIARY | ADVERB | PREPOSITION | TAG["that"] | TAG["to"]


def without_insertions(clause: Clause) -> Clause:
    """The clause without what commas insert before the term; one comma stays where another clause follows."""
    words, closing = clause.words, clause.first - 1
    kept = words[clause.first :]
    end = clause.first
    while closing > clause.begin:
        opened = insertion(words, closing) if words[closing].tags & COMMA else None
        if opened is None or opened < clause.begin:
            closing -= 1
            continue
        kept = words[closing + _goes_on(clause, opened, closing) : end] + kept
        closing, end = opened - 1, opened
    if end == clause.first:
        return clause
    removed = len(words) - end - len(kept)
    shifted = {name: getattr(clause, name) - removed for name in ("first", "last", "end")}
    return dataclasses.replace(clause, words=words[:end] + kept, **shifted)


def _goes_on(clause: Clause, opened: int, closing: int) -> bool:
    """Whether what stands behind an insertion goes on with what stood before it, as its verb or its complement."""
    words, behind = clause.words, closing + 1
    if words[behind].tags & (TAG["that"] | _APART):
        return bool(words[behind].tags & TAG["that"])  # "no sign, Holm said, that"; "has never lied, Holm said, adding that"
    while behind < clause.first and words[behind].tags & ADVERB:
        behind += 1
    if is_verb(words, behind):
        return True
    incomplete = words[opened - 1].tags & _INCOMPLETE or words[opened + 1].tags & TAG["relative"]
    return bool(incomplete) and not any(is_verb(words, at) for at in range(behind + 1, clause.first))
