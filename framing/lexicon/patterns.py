"""Patterns: what an entry may look for, and the plain phrases it stands for.

A pattern is a word or a phrase. Within a word ``*`` stands for any run of word characters, none included, and ``?``
for exactly one. ``{a,b}`` stands for either of two or more alternatives, anywhere, and an alternative may be empty.
There are no regular expressions, so no lexicon can make the program hang.
"""

import itertools
import re

from framing import text

ALTERNATIVES = 512  # one pattern may stand for at most so many phrases: beyond that it is a list, and should be read as one
_GROUP = re.compile(r"\{([^{}]*)\}")


def expand(term: str) -> tuple[str, ...]:
    """Write out the alternatives of a pattern: the phrases, still with ``*`` and ``?``, that it stands for.

    Parameters
    ----------
    term
        A pattern as written in a lexicon.

    Raises
    ------
    ValueError
        For braces that do not pair, a group without a comma, or more than 512 phrases.

    Examples
    --------
    >>> expand("{unprovoked,senseless} attack{,s}")
    ('unprovoked attack', 'unprovoked attacks', 'senseless attack', 'senseless attacks')
    """
    pieces = _GROUP.split(term)
    if any(brace in piece for brace in "{}" for piece in pieces):
        raise ValueError(f"Pattern {term!r} has braces that do not pair; write alternatives as {{a,b}}, one level deep")
    groups = [piece.split(",") if number % 2 else [piece] for number, piece in enumerate(pieces)]
    if any(len(group) < 2 for group in groups[1::2]):
        raise ValueError(f"Pattern {term!r} has braces with a single alternative; write {{a,b}}")
    phrases = dict.fromkeys(" ".join("".join(parts).split()) for parts in itertools.islice(itertools.product(*groups), ALTERNATIVES + 1))
    if len(phrases) > ALTERNATIVES:
        raise ValueError(f"Pattern {term!r} stands for more than {ALTERNATIVES} phrases; write several entries")
    return tuple(phrases)


def problem(term: str) -> str | None:
    """Say why a pattern can never match, or None if it can.

    Examples
    --------
    >>> problem("--")
    'no word in it'
    """
    for phrase in expand(term):
        words = phrase.replace("*", "x").replace("?", "x")
        if not text.tokens(words):
            return "no word in it"
        if any(not part.strip("*?") for part in phrase.split()):
            return "a word made of wildcards alone"
    return None
