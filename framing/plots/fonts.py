"""Typefaces: Matplotlib's own, and for letters that it lacks those installed on the machine."""

import functools
import re
import warnings
from collections.abc import Iterator
from contextlib import contextmanager

import numpy as np
from matplotlib.font_manager import fontManager, get_font, weight_dict
from numpy.typing import NDArray

from framing import notices

OWN = "DejaVu Sans"
SHOWN = 12  # letters that a warning writes out
_GLYPH = re.compile(r"Glyph (\d+) .* missing from font")
_BOXES = "Last Resort"  # the typeface of the boxes that stand where a letter is missing
_TEXT = 400
_COMMON = 0x250
"""Code points below which the own typeface has every letter, so that most labels are not looked at by the letter."""


class Lacking(UserWarning):
    """Letters that no typeface at hand has."""

    def __init__(self, letters: str) -> None:
        shown = f"{letters[:SHOWN]}{'…' if len(letters) > SHOWN else ''}"
        super().__init__(
            f"the font of the figures lacks {shown}; names have boxes there, and letters in tables and page. "
            "A font that has them is used once it is installed, such as Noto Sans CJK"
        )
        self.letters = letters


@functools.lru_cache(1 << 12)
def families(text: str) -> list[str]:
    """Name the typefaces to set a text in: the own one, which gives the same figure on every machine, and others for what it lacks.

    Examples
    --------
    >>> families("Ford Post – Морской вестник")
    ['DejaVu Sans']
    """
    lacking = {ord(sign) for sign in text if ord(sign) >= _COMMON}
    if not lacking:
        return [OWN]
    chosen = [OWN]
    lacking -= {*_letters(_paths()[OWN])}
    while lacking:
        best = max(_paths(), key=lambda name: len(lacking.intersection(_held(name, lacking))), default=OWN)
        held = _held(best, lacking)
        if not held:
            break
        chosen.append(best)
        lacking -= held
    return chosen


def _held(name: str, wanted: set[int]) -> set[int]:
    """Which of the letters a typeface has."""
    letters = np.fromiter(wanted, dtype=np.int32)
    return {*letters[np.isin(letters, _letters(_paths()[name]))].tolist()}


@functools.cache
def _paths() -> dict[str, str]:
    """File of each upright typeface, in the order of taste: of usual weight, with "Sans" in its name; the first of equals is taken."""
    upright = [face for face in fontManager.ttflist if face.style == "normal" and not face.name.startswith(_BOXES)]
    order = sorted(upright, key=lambda face: (_unusual(face.weight), "sans" not in face.name.lower(), face.name, face.fname))
    paths: dict[str, str] = {}
    for face in order:
        paths.setdefault(face.name, face.fname)
    return paths


def _unusual(weight: int | str) -> int:
    """How far a weight is from that of running text."""
    return abs((weight_dict.get(weight, _TEXT) if isinstance(weight, str) else weight) - _TEXT)


@functools.cache
def _letters(path: str) -> NDArray[np.int32]:
    """Code points that a font file has; none if it cannot be read."""
    try:
        font = get_font(path)
        found = font.get_charmap() if font.scalable else ()  # pictures of one size cannot be drawn in ours
    except (OSError, RuntimeError):  # removed or broken since Matplotlib listed it
        found = ()
    return np.fromiter(found, dtype=np.int32)


@contextmanager
def unsaid() -> Iterator[None]:
    """Keep quiet of letters that no typeface has: `told_once` tells of them where the figure is written."""
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", _GLYPH.pattern, UserWarning)
        yield


@contextmanager
def told_once() -> Iterator[None]:
    """Hand warnings on, but name the letters that no typeface has in one, instead of one a letter and drawing."""
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always", UserWarning)
        yield
    lacking: dict[str, None] = {}
    for each in caught:
        glyph = _GLYPH.match(str(each.message))
        if isinstance(each.message, Lacking):
            lacking.update(dict.fromkeys(each.message.letters))
        elif glyph:
            lacking[chr(int(glyph[1]))] = None
        else:
            warnings.warn_explicit(each.message, each.category, each.filename, each.lineno)
    if lacking:
        notices.warn(Lacking("".join(lacking)))
