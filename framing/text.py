"""Sentences and tokens with offsets; owns every denominator.

A token is a word in the sense of Unicode Standard Annex 29: a run of letters, digits and marks, joined across
an apostrophe, a full stop or a middle dot between two of them. *don't*, *Russia's*, *3.5* and the *U.S* of
*U.S.* are one token each; *US-led* is two. Every rate per thousand words, in every room, divides by these.
"""

import functools
import re
import tomllib
from importlib import resources

# Letters and digits with the marks that sit on them: a combining accent, a soft hyphen or a joiner never ends a word.
_RUN = "[\\w\u0300-\u036f\u00ad\u200c\u200d]+"
TOKEN = re.compile(f"{_RUN}(?:['\u2019\u02bc.\u00b7]{_RUN})*")


def tokens(text: str) -> list[tuple[int, int]]:
    """Offsets of the words of `text`, in order.

    Examples
    --------
    >>> [word[0:2] for word in tokens("Don't panic.")]
    [(0, 5), (6, 11)]
    """
    return [match.span() for match in TOKEN.finditer(text)]


def sentences(text: str) -> list[tuple[int, int]]:
    """Offsets of the sentences of `text`; they tile it, white space belonging to the sentence before.

    A line break always ends a sentence, for news texts are published a paragraph a line. Within a line, NLTK's
    Punkt (Kiss and Strunk 2006, https://doi.org/10.1162/coli.2006.32.4.485) decides with our abbreviations.

    Examples
    --------
    >>> sentences("Dr. Berg left. She was late.")
    [(0, 15), (15, 28)]
    """
    starts = [start + line for line, end in _lines(text) for start, _ in _punkt().span_tokenize(text[line:end])]
    if not starts:
        return [(0, len(text))] if text else []
    starts[0] = 0
    return list(zip(starts, [*starts[1:], len(text)], strict=True))


def _lines(text: str) -> list[tuple[int, int]]:
    return [match.span() for match in re.finditer(r"[^\n]+", text)]


@functools.cache
def _punkt():  # type: ignore[no-untyped-def]
    """Build the Punkt tokenizer with our abbreviations; NLTK is slow to import, so only here."""
    from nltk.tokenize.punkt import PunktParameters, PunktSentenceTokenizer

    parameters = PunktParameters()
    parameters.abbrev_types = abbreviations()
    return PunktSentenceTokenizer(parameters)


@functools.cache
def abbreviations() -> set[str]:
    """Abbreviations of the data file `abbreviations.toml`, without the final stop, in lower case."""
    data = tomllib.loads(resources.files("framing").joinpath("abbreviations.toml").read_text(encoding="utf-8"))
    return {word for words in data["abbreviations"].values() for word in words}
