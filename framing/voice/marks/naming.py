"""Marks that name rather than quote: titles of works, names of things, the word as a word."""

import re

from framing.voice.cues import word
from framing.voice.lists import listed
from framing.voice.marks.quotations import Quotation

INSIDE = re.compile(r"\w[\w'\u2019&-]*")
BEFORE = re.compile(r"([\w'\u2019-]++)([^\w]*+)$")
# "branded it the 'Plain Murder' act": the article belongs to what is called so.
ARTICLE = re.compile(r"([\w'\u2019-]++) (?:the|a|an)[^\w]*+$")
# What stands before "terms".
TERMS = re.compile(r"([\w'\u2019-]+) terms[^\w]*$")
# ", her second play" behind a title; a comma inside the marks is speech.
APPOSITION = re.compile(r", (?:his|her|its|their|the|an?)((?: [\w'\u2019-]+){1,3})")
LONGEST = 9
LONGEST_NAME = 80


def named(text: str, mark: Quotation) -> str | None:
    """Return "title" or "mention" if the marks name something and quote nobody, else None."""
    if mark.end - mark.start > LONGEST_NAME or not mark.closed:
        return None
    inside = text[mark.start + 1 : mark.end - 1].strip()
    before, gap = _before(text, mark.start)
    if before in listed("words.toml", "marks", "distancing"):
        return None
    if before in listed("words.toml", "naming", "mention") and not gap.strip() and not _own_terms(text, mark.start, before):
        return "mention"
    spoken = inside[-1:] in ",?!"
    work = (_work(_after(text, mark.end)) and not spoken) or _apposed(text, mark.end) or (_work(before) and not gap.strip(" ,"))
    if work and inside[:1].isupper():
        return "title"
    if not before or gap.strip() or not _capitals(inside) or _quoting(before, spoken=spoken):
        return None
    return None if _in_heading(text, mark) else "title"


def _own_terms(text: str, start: int, before: str) -> bool:
    """Whether "terms" is a verb or what a pact holds: "what Berg terms 'peace'", "its terms 'unfair'"."""
    if before != "terms":
        return False
    match = TERMS.search(text, max(0, start - 40), start)
    return match is None or match[1].lower() not in listed("words.toml", "naming", "mentioning")


def _capitals(inside: str) -> bool:
    """Whether the words bear capitals as titles do."""
    words = INSIDE.findall(inside)
    return 2 <= len(words) <= LONGEST and all(_capital(surface) for surface in words)


def _in_heading(text: str, mark: Quotation) -> bool:
    """Whether all the words of the line bear capitals, so that those of the marks tell nothing."""
    begin, end = text.rfind("\n", 0, mark.start) + 1, text.find("\n", mark.end)
    around = text[begin : mark.start] + text[mark.end : end if end > 0 else len(text)]
    return all(_capital(surface) for surface in INSIDE.findall(around))


def _quoting(before: str, *, spoken: bool) -> bool:
    """Whether the word before the marks reports them, or a comma inside them shows that they are speech."""
    cue = word(before).verb
    if before in listed("words.toml", "naming", "labelled"):
        return True
    return bool(cue and cue.frames & {"quote", "pred"}) or (spoken and not before.endswith(("'s", "\u2019s")))


def _after(text: str, end: int) -> str:
    match = INSIDE.match(text, end + 1, end + 20)
    return match[0].lower() if match else ""


def _apposed(text: str, end: int) -> bool:
    """Whether an apposition behind the marks tells what work they name: "“The Traitor”, her second play"."""
    match = APPOSITION.match(text, end)
    return match is not None and any(map(_work, match[1].lower().split()))


def _before(text: str, start: int) -> tuple[str, str]:
    opening = max(0, start - 24)
    match = BEFORE.search(text, opening, start)
    owner = ARTICLE.search(text, opening, start) if match and match[1] in ("the", "a", "an") else None
    if owner and owner[1].lower() in listed("words.toml", "naming", "labelled"):
        return owner[1].lower(), " "
    return (match[1].lower(), match[2]) if match else ("", "")


def _capital(surface: str) -> bool:
    return surface[0].isupper() or surface[0].isdigit() or surface in listed("words.toml", "naming", "small")


def _work(before: str) -> bool:
    return before in listed("words.toml", "naming", "work")
