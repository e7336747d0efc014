"""What counts as the same letter and as the same word, for whoever compares terms with texts or with one another."""

import functools
import unicodedata
from collections.abc import Callable

IGNORED = "\u00ad\u200c\u200d"
_HANGUL = range(0xAC00, 0xD7A4)
SNOWBALL = {
    "ar": "arabic", "da": "danish", "de": "german", "en": "english", "es": "spanish", "fi": "finnish", "fr": "french",
    "hu": "hungarian", "it": "italian", "nl": "dutch", "no": "norwegian", "pt": "portuguese", "ro": "romanian",
    "ru": "russian", "sv": "swedish",
}  # fmt: skip


class _Folding(dict[int, str]):
    """A table for `str.translate` that fills itself: code point to its folded form."""

    def __init__(self, change_case: Callable[[str], str]):
        self.change_case = change_case

    def __missing__(self, code: int) -> str:
        self[code] = self._fold(chr(code))
        return self[code]

    def _fold(self, letter: str) -> str:
        if letter in IGNORED:
            return ""
        if ord(letter) in _HANGUL:  # one syllable, one letter: "?" shall not match a third of it
            return letter
        return unicodedata.normalize("NFD", self.change_case(unicodedata.normalize("NFD", letter)))


_FOLD = _Folding(str.casefold)
_KEEP_CASE = _Folding(str)


def fold(word: str, *, case: bool = False) -> str:
    """Reduce a word to what is compared: accents split off, soft hyphens and joiners dropped, case folded unless `case`.

    Letter by letter, so a fold can be traced back to its place in the text (Unicode Standard, section 3.13, D145,
    but for the order of several accents on one letter).

    Examples
    --------
    >>> fold("STRASSE") == fold("Straße"), fold("Opera\u00adtion")
    (True, 'operation')
    """
    return word.translate(_KEEP_CASE if case else _FOLD)


@functools.cache
def stemmer(language: str) -> Callable[[str], str]:
    """NLTK's Snowball stemmer of a language code, for folded words, without the memory of earlier words.

    Raises
    ------
    ValueError
        For a language Snowball has no stemmer for.
    """
    from nltk.stem.snowball import SnowballStemmer

    code = language.partition("-")[0].lower()
    if code not in SNOWBALL:
        raise ValueError(f"No stemmer for language {language!r}; expected one of {sorted(SNOWBALL)}")
    stem = SnowballStemmer(SNOWBALL[code]).stem
    return lambda word: str(stem(unicodedata.normalize("NFC", word)))
