"""The word as a word: "the word “siege”", "words such as “siege” and “war”", "What does “siege” mean?", "“siege” is a euphemism for"."""

import functools
import re

from framing.voice.classes.verbs import PREDICATE
from framing.voice.cues import word
from framing.voice.lists import listed
from framing.voice.marks.quotations import Quotation

# What stands before a word in marks that is told to be one, and before that.
BEFORE = re.compile(r"(?:(?:^|[^\w'\u2019-])([\w'\u2019-]+) )?([\w'\u2019-]+)( (?:like|such as))?[^\w.!?]*$")
JOINED = re.compile(r",? (?:and|or|nor) |, ")
FOLLOWING = re.compile(r" ([\w'\u2019-]+)(?: ([\w'\u2019-]+))?")
OWNING = ("'s", "\u2019s", "s'", "s\u2019", "his", "its")
INSIDE = re.compile(r"\w[\w'\u2019-]*")
OPENS_PREDICATE = PREDICATE
FARTHEST = 48
SHORT = 3
"""Words that one asks the meaning of."""


def mentioned(text: str, mark: Quotation, before: Quotation | None, ahead: str) -> bool:
    """Whether marks hold a word as a word; `before` are those before them, if they do, `ahead` the last word before these."""
    if before and JOINED.fullmatch(text, before.end, mark.start):
        return True
    if ahead not in _telling():
        return False
    match = BEFORE.search(text, max(0, mark.start - FARTHEST), mark.start)
    opening, last, likened = (match[1] or "", match[2], match[3]) if match else ("", "", None)
    if _goes_on(text[mark.start : mark.end]):
        return False
    apart = match is not None and not likened and text[match.end(2) : mark.start].strip()
    if _told(opening, last.lower()) and not apart:
        return True
    return len(text[mark.start : mark.end].split()) <= SHORT and _explained(text, mark, last.lower())


@functools.cache
def _telling() -> frozenset[str]:
    """Words right before marks that may tell that these hold a word as a word."""
    return listed("words.toml", "naming", "mention") | listed("words.toml", "naming", "asking_meaning") | {"by", "like", "as"}


def _goes_on(inside: str) -> bool:
    """Whether marks open with the verb of the clause before them: "the label “would harm us”"."""
    words = INSIDE.findall(inside)
    return len(words) > 1 and bool(word(words[0]).tags & OPENS_PREDICATE)


def _told(opening: str, last: str) -> bool:
    """Whether the two words before the marks are a noun for words, no verb, "what Berg terms “peace”", nor a pact's "its terms"."""
    if last not in listed("words.toml", "naming", "mention"):
        return False
    lower = opening.lower()
    if last in listed("words.toml", "naming", "naming_s"):
        return lower in listed("words.toml", "naming", "mentioning") or lower in listed("words.toml", "classes", "determiner")
    owned = lower in listed("words.toml", "classes", "determiner") or lower.endswith(OWNING)
    if owned or last not in listed("words.toml", "naming", "naming_base"):
        return True
    verbal = any(lower in listed("words.toml", "classes", kind) for kind in ("to", "subject", "modal", "object", "do"))
    return not verbal and not lower.endswith("s") and not opening[:1].isupper()


def _explained(text: str, mark: Quotation, last: str) -> bool:
    """Whether it is told or asked what the word in marks means: "What does “siege” mean?", "By “siege” is meant"."""
    asks = last in listed("words.toml", "naming", "asking_meaning")
    if not asks and last != "by":
        return False
    match = FOLLOWING.match(text, mark.end)
    told = match[1 if asks else 2] if match else None
    return told is not None and told.lower() in listed("words.toml", "naming", "meaning")
