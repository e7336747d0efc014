"""Patterns: what an entry may look for, and the plain phrases it stands for.

A pattern is a word or a phrase. Within a word ``*`` stands for any run of word characters, none included, and ``?``
for exactly one. ``{a,b}`` stands for either of two or more alternatives, anywhere, and an alternative may be empty.
There are no regular expressions, so no lexicon can make the program hang.
"""

import fnmatch
import functools
import itertools
import math
import re
import unicodedata

from framing import arguments, text
from framing.lexicon.folding import fold

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
    pieces = _GROUP.split(arguments.of_type("term", term, str, "a term as text"))
    if any(brace in piece for brace in "{}" for piece in pieces):
        raise ValueError(f"Pattern {term!r} has braces that do not pair; write alternatives as {{a,b}}, one level deep")
    groups = [piece.split(",") if number % 2 else [piece] for number, piece in enumerate(pieces)]
    if any(len(group) < 2 for group in groups[1::2]):
        raise ValueError(f"Pattern {term!r} has braces with a single alternative; write {{a,b}}")
    if math.prod(map(len, groups)) > ALTERNATIVES:
        raise ValueError(f"Pattern {term!r} stands for more than {ALTERNATIVES} phrases; write several entries")
    phrases = dict.fromkeys(" ".join("".join(parts).split()) for parts in itertools.product(*groups))
    return tuple(phrases)


def problem(phrase: str) -> str:
    """Say why a phrase can never match; empty if it can.

    Examples
    --------
    >>> problem("--"), problem("invader*")
    ('it has no letter and no digit', '')
    """
    letters = fold(phrase)  # a soft hyphen alone is no letter
    if not text.tokens(letters.replace("*", "x").replace("?", "x")):
        return "it has no letter and no digit"
    if not text.tokens(letters.replace("*", " ").replace("?", " ")):
        return "it has wildcards alone"
    return ""


def covers(wide: str, narrow: str) -> bool:
    """Whether every text that one phrase matches is matched by another, word for word.

    Examples
    --------
    >>> covers("invad*", "invader"), covers("war", "the war"), covers("cease-fire", "cease fire")
    (True, False, True)
    """
    wides, narrows = words(wide), words(narrow)
    return len(wides) == len(narrows) and all(map(covers_word, wides, narrows))


def covers_word(wide: str, narrow: str) -> bool:
    """Whether a word of a pattern, as `words` gives it, matches whatever another one matches."""
    # A wildcard in the narrower word is a letter to the wider one: "invad*" covers "invader*", and "a?" does not cover "a*".
    if "?" in wide and "*" in narrow:
        return wide == narrow
    return fnmatch.fnmatchcase(narrow, wide.replace("[", "[[]"))


def is_wild(word: str) -> bool:
    """Whether a word of a pattern stands for more than one."""
    return "*" in word or "?" in word


def prefix(word: str) -> str:
    """Return what stands before the first wildcard.

    Examples
    --------
    >>> prefix("w?r*")
    'w'
    """
    return word.replace("?", "*").partition("*")[0]


@functools.lru_cache(maxsize=1 << 16)
def words(phrase: str) -> tuple[str, ...]:
    """Words of a phrase as they are compared, a letter and its accents in one, hyphens and apostrophes parting them as in a text."""
    return tuple(re.split(r"[\s\-'\u2019]+", unicodedata.normalize("NFC", fold(phrase)).strip()))
