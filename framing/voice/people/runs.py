"""Runs of capitalised words, as names are printed: where they stand, and which of them may be names."""

import functools
import re
from collections.abc import Iterator

from framing.voice.cues import PAST, S, verbs
from framing.voice.people.names import data, first_names, titles

LINE = re.compile(r"[^\n]+")
WORD = re.compile(r"[\w'\u2019-]{4,}")
CLOSING = " \t\r\"'\u2019\u201d\u00bb)"
LONGEST_HEADING = 200
"""Characters a headline set as a line of the text may have."""
FEWEST = 4
"""Long words in a line from which its capitals tell that it is a headline."""
MOSTLY = 0.8
# A first name and the word behind it, in a line whose every word has a capital.
IN_HEADING = re.compile(r"\b([A-Z][\w-]+)[ \u00a0](?=([A-Z][\w'\u2019-]+))")
LONGEST_STOPPED = 5
"""Letters of a title that is printed with a full stop: "Mr.", "Sgt."."""


@functools.cache
def pattern() -> re.Pattern[str]:
    """A run of capitalised words, as a name with its titles is printed; small words inside a name join it, 's ends it."""
    tails: dict[str, list[str]] = {}
    for title in sorted([*titles(), "jr", "sr", "st"], key=len, reverse=True):
        if len(title) <= LONGEST_STOPPED:
            tails.setdefault(title[0].upper(), []).append(title[1:])
    stopped = "|".join(f"(?<={first})(?:{'|'.join(tail)})" for first, tail in tails.items())
    # A pattern that begins with a plain set of characters is found twice as fast: what follows a first capital, then.
    goes_on = rf"(?:\.(?:[A-Z]\.)*+|(?=[a-z]{{1,4}}+\.)(?:{stopped})\.|[\w'\u2019-]*+)"
    small = f"(?:{'|'.join(data()['names']['small'])})"
    join = rf"(?<!['\u2019]s)(?<!['\u2019])[ \u00a0]{{1,2}}(?:{small}[ \u00a0]){{0,2}}"
    linked = f"(?:{'|'.join(data()['names']['prefixes'])})?"
    return re.compile(rf"[A-Z](?<!\w[A-Z]){goes_on}(?:{join}{linked}[A-Z]{goes_on}|, [JS]r\b\.?){{0,8}}")


def capitalised(text: str) -> list[tuple[int, str]]:
    """Runs of capitalised words, and where they start."""
    return [(match.start(), match[0]) for match in pattern().finditer(text)]


def likely_names(text: str, capitalised: list[tuple[int, str]]) -> Iterator[tuple[int, str]]:
    """Runs that may be names and where they start; in a line whose every word has a capital, first names with the word behind."""
    lines = iter([*headings(text), (len(text) + 1, len(text) + 1)])
    first, last = next(lines)
    for start, surface in capitalised:
        while last <= start:
            first, last = next(lines)
        if start < first:
            yield behind_verb(text, start, surface) if " " in surface else (start, surface)
            continue
        for full in IN_HEADING.finditer(surface):
            if full[1].lower() in first_names():
                yield start + full.start(), f"{full[1]} {full[2]}"


@functools.cache
def _opening_verbs() -> frozenset[str]:
    """Verbs of saying as they open a sentence."""
    return frozenset(form.capitalize() for form, (cue, bits, _) in verbs().items() if cue and cue.speaks and bits & (PAST | S))


def behind_verb(text: str, start: int, surface: str) -> tuple[int, str]:
    """A run of capitalised words and where it starts, without a verb of saying that opens its sentence: "Said Ida Holm: “…”"."""
    end = start + len(surface)
    if text[end : end + 1] not in (":", ","):
        return start, surface
    first, _, name = surface.partition(" ")
    if first not in _opening_verbs():
        return start, surface
    return end - len(name), name


def headings(text: str) -> list[tuple[int, int]]:
    """Lines set in title case, whose capitals tell no names."""
    return [line.span() for line in LINE.finditer(text) if len(line[0]) <= LONGEST_HEADING and _title_case(line[0])]


def _title_case(line: str) -> bool:
    if line.rstrip()[-1:] == ":":
        return False
    long = WORD.findall(line)
    stopped = line.rstrip(CLOSING)[-1:] in ".?!"  # a sentence: only a heading has a capital on every word
    return len(long) >= FEWEST and sum(found[0].isupper() for found in long) >= (1 if stopped else MOSTLY) * len(long)
