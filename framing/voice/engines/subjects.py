"""Where the subject stands that governs a word, by the parse."""

import numpy as np

from framing.voice.engines.near import taken
from framing.voice.engines.parse import Parse
from framing.voice.engines.parsed_signs import SUBJECTS, aligned, path_of
from framing.voice.engines.words import Array, Words, codes

Mention = tuple[int, int]
LONGEST = 8
"""Words of a noun phrase before its head."""


def mentions_of(words: Words, parse: Parse, verdict: Array) -> dict[int, Mention]:
    """Subject of the reporting word, or of the verb with a clause, above each attributed word that no rule explains."""
    wanted = np.flatnonzero(verdict & (words.span < 0))
    if len(wanted) == 0:
        return {}
    path = path_of(aligned(words, parse)[wanted], parse)
    subject = np.full(len(parse), -1)
    rows = np.flatnonzero(np.isin(parse.relation, codes(SUBJECTS)))
    subject[parse.head[rows]] = rows
    found = np.full(len(wanted), -1)
    for row in (path.outer, path.cue, path.second, path.root):
        found = np.where(found >= 0, found, taken(subject, row, -1))
    return {int(word): _phrase(parse, int(row)) for word, row in zip(wanted, found, strict=True) if row >= 0}


def _phrase(parse: Parse, head: int) -> Mention:
    """Offsets of a noun phrase from its first modifier to its head."""
    first = head
    while first > 0 and head - first < LONGEST and _belongs(parse, first - 1, head):
        first -= 1
    return int(parse.start[first]), int(parse.end[head])


def _belongs(parse: Parse, token: int, head: int) -> bool:
    """Whether a token before a head depends on it, or on one of its modifiers."""
    above = int(parse.head[token])
    return above == head or (token < above < head and int(parse.head[above]) == head)
