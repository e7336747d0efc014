"""English in a code page of the West: the one in which every character stands where English has it."""

import re

_LOWER = "ß-öø-ÿœšžćčđęěğąłńňřśşůźżőű"
_UPPER = "À-ÖØ-ÞŒŠŽŸĆČĐĘĚĞĄŁŃŇŘŚŞŮŹŻŐŰİ"
_IN_PLACE = re.compile(
    rf"(?<![^\W\d_])[“‘„«](?=\w)"
    rf"|(?<=[\w.,;:!?…)\]])[”’…»]|(?<=\s)…(?=\w)|(?<!\w)’(?=\w)|(?<=[’”])[’”]|(?<=[“‘])[“‘](?=\w)"
    rf"|(?<=\s)[–—•·](?=\s)|(?<=[\w”’,])[–—](?=[\w“‘])"
    rf"|[£€$§](?=\s?\d)|(?<=\d)[½¼¾°²³€]|(?<=[A-Za-z])[®™©]|©(?=\s?\w)"
    rf"|(?<=[a-z{_LOWER}])[{_LOWER}]|[{_LOWER}](?=[a-z])|(?<=[A-Z])[{_LOWER}](?=\s)"
    rf"|(?<![^\W\d_])[{_UPPER}](?=[A-Za-z])|(?<=[A-Z])[{_UPPER}](?![a-z])"
    rf"|\xa0|\xad"
)
_PAGES = ("cp1252", "mac_roman", "cp1250", "cp850")  # in the order in which they are likely
_RARE = 0.12  # of the letters, but for one; more of them are another language or another script
_ENOUGH = 0.9


def western(data: bytes) -> str | None:
    """Tell the likeliest code page of English text, in which marks and foreign letters are rare; None if none is likely.

    Detectors weigh how usual the letters are in the languages they know, and a handful of accented letters in an
    English text say nothing of that: they find a Baltic page of DOS in *café*, and in the quotation marks that a Mac
    wrote capitals in the middle of words.

    >>> western("It’s closed, Müller said.".encode("mac_roman"))
    'mac_roman'
    """
    shares = {page: _in_place(data, page) for page in _PAGES}
    best = max(shares.values())
    return next(page for page in _PAGES if shares[page] == best) if best >= _ENOUGH else None


def _in_place(data: bytes, page: str) -> float:
    """Share of the characters beyond ASCII that stand where English has them; 0 if it is not English, or the page lacks a byte."""
    try:
        decoded = data.decode(page)
    except UnicodeDecodeError:
        return 0.0
    high = [place for place, character in enumerate(decoded) if character > "\x7f"]
    if sum(decoded[place].isalpha() for place in high) > 1 + _RARE * sum(map(str.isalpha, decoded)):
        return 0.0
    return sum(_IN_PLACE.match(decoded, place) is not None for place in high) / max(1, len(high))
