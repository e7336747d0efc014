"""Marks that name rather than quote: titles of works, names of things, the word as a word."""

import re

from framing.voice.cues import naming_nouns, word
from framing.voice.quotations import Quotation

INSIDE = re.compile(r"\w[\w'\u2019&-]*")
BEFORE = re.compile(r"([\w'\u2019-]+)([^\w]*)$")
SMALL = frozenset(["a", "an", "the", "of", "and", "in", "on", "to", "for", "with", "at", "by", "from", "or", "vs", "is", "as", "it", "but"])
LONGEST = 9


def named(text: str, mark: Quotation) -> str | None:
    """Return "title" or "mention" if the marks name something and quote nobody, else None."""
    if mark.end - mark.start > 80 or not mark.closed:
        return None
    inside = text[mark.start + 1 : mark.end - 1].strip()
    before, gap = _before(text, mark.start)
    if before in naming_nouns("mention") and not gap.strip():
        return "mention"
    if inside[:1].isupper() and _work(_after(text, mark.end)) and inside[-1:] not in ",?!":
        return "title"
    if _work(before) and not gap.strip(" ,") and inside[:1].isupper():
        return "title"
    words = INSIDE.findall(inside)
    if not 2 <= len(words) <= LONGEST or gap.strip() or not all(_capital(w) for w in words):
        return None
    if inside[-1:] in ",?!" and not before.endswith(("'s", "\u2019s")):
        return None
    reading = word(before)
    return None if (reading.verb and reading.verb.frames & {"quote", "pred"}) or not before else "title"


def _after(text: str, end: int) -> str:
    match = INSIDE.match(text, end + 1, end + 20)
    return match[0].lower() if match else ""


def _before(text: str, start: int) -> tuple[str, str]:
    match = BEFORE.search(text, max(0, start - 24), start)
    return (match[1].lower(), match[2]) if match else ("", "")


def _capital(surface: str) -> bool:
    return surface[0].isupper() or surface[0].isdigit() or surface in SMALL


def _work(before: str) -> bool:
    return before in naming_nouns("work")
