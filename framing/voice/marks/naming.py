"""Marks that name rather than quote: titles of works and names of things; the word as a word stands in `mentions`."""

import itertools
import re

from framing.voice.cues import word
from framing.voice.lists import listed
from framing.voice.marks.mentions import mentioned
from framing.voice.marks.quotations import Quotation

INSIDE = re.compile(r"\w[\w'\u2019&-]*")
BEFORE = re.compile(r"([\w'\u2019-]++)([^\w]*+)$")
# "branded it the 'Plain Murder' act": the article belongs to what is called so.
ARTICLE = re.compile(r"([\w'\u2019-]++) (?:the|a|an)[^\w]*+$")
# ", her second play" behind a title; a comma inside the marks is speech.
APPOSITION = re.compile(r", (?:his|her|its|their|the|an?)((?: [\w'\u2019-]+){1,3})")
DATED = re.compile(r",? (?:in |\()\d{4}\b")
MARKS = " \"'`\u2018\u2019\u201a\u201b\u201c\u201d\u201e\u201f\u00ab\u00bb\u2039\u203a"
LONGEST = 9
FARTHEST = 24
LONGEST_NAME = 80
LONGEST_LINE = 300


def named(text: str, mark: Quotation, before: Quotation | None = None) -> str | None:
    """Return "title" or "mention" if the marks name something and quote nobody, else None; `before` are mentions before them."""
    if mark.end - mark.start > LONGEST_NAME or not mark.closed:
        return None
    inside = text[mark.start : mark.end].strip(MARKS)
    last, gap = _before(text, mark.start)
    if last in listed("words.toml", "marks", "distancing"):
        return None
    if mentioned(text, mark, before, last):
        return "mention"
    spoken = inside[-1:] in ",?!"
    work = (_work(_after(text, mark.end)) and not spoken) or _apposed(text, mark.end) or _work_before(last, gap, inside, spoken=spoken)
    if work and inside[:1].isupper():
        return "title"
    made = last in listed("words.toml", "naming", "making") and DATED.match(text, mark.end)  # "wrote “The Long Siege” in 2004"
    if not last or gap.strip() or not _capitals(inside) or (_quoting(text, mark.start, last, inside) and not made):
        return None
    return None if _in_heading(text, mark) else "title"


def _work_before(last: str, gap: str, inside: str, *, spoken: bool) -> bool:
    """Whether a work is named before the marks, not merely told of: "her film, “The Long Siege”", "said of the film, “I hate it,”"."""
    return _work(last) and not gap.strip(" ,") and not (gap.strip() and spoken and not _capitals(inside))


def _capitals(inside: str) -> bool:
    """Whether the words bear capitals as titles do."""
    words = INSIDE.findall(inside)
    return 2 <= len(words) <= LONGEST and all(_capital(surface) for surface in words)


def _in_heading(text: str, mark: Quotation) -> bool:
    """Whether all the words of the line bear capitals, so that those of the marks tell nothing."""
    first, last = max(0, mark.start - LONGEST_LINE), mark.end + LONGEST_LINE
    begin, end = max(first, text.rfind("\n", first, mark.start) + 1), text.find("\n", mark.end, last)
    around = (INSIDE.finditer(text, begin, mark.start), INSIDE.finditer(text, mark.end, end if end > 0 else last))
    return all(_capital(match[0]) for match in itertools.chain(*around))


def _quoting(text: str, start: int, before: str, inside: str) -> bool:
    """Whether the word before the marks reports them, or what closes them shows that they are speech: "“Stop Berg,” it read"."""
    here = word(before)
    if before in listed("words.toml", "naming", "labelled") or (here.verb and here.verb.frames & {"quote", "pred"}):
        return True
    # American print sets its comma inside: "the hosts of “Morning Bell,” who", "held a “Dirty Water Rally,” calling".
    set_inside = inside[-1:] == "," and (_noun_phrase(text, start) or _placed(text, start, before))
    spoken = inside[-1:] in ",?!" and not set_inside
    return spoken and not before.endswith(("'s", "\u2019s"))


def _noun_phrase(text: str, start: int) -> bool:
    """Whether an article stands before the marks, and no verb that brings what somebody is called: "dubbed him the “King,”"."""
    article = ARTICLE.search(text, max(0, start - FARTHEST), start)
    before = INSIDE.findall(text, max(0, text.rfind("\n", 0, start) + 1, start - 2 * FARTHEST), start) if article else []
    verbs = (word(surface.lower()).verb for surface in before)
    return article is not None and not any(verb and verb.frames & {"quote", "pred"} for verb in verbs)


def _placed(text: str, start: int, before: str) -> bool:
    """Whether a preposition that brings nothing said stands before the marks: "the hosts of", but "chants of", "talks about"."""
    if before not in listed("words.toml", "classes", "preposition"):
        return False
    match = BEFORE.search(text, max(0, start - len(before) - FARTHEST), start - len(before) - 1)
    cues = (word(match[1].lower()).verb, word(match[1].lower()).noun) if match else ()
    return not any(cue and cue.frames & {before, "quote"} for cue in cues)


def _after(text: str, end: int) -> str:
    match = INSIDE.match(text, end + 1, end + 20)
    return match[0].lower() if match else ""


def _apposed(text: str, end: int) -> bool:
    """Whether an apposition behind the marks tells what work they name: "“The Traitor”, her second play"."""
    match = APPOSITION.match(text, end)
    return match is not None and any(map(_work, match[1].lower().split()))


def _before(text: str, start: int) -> tuple[str, str]:
    opening = max(0, start - FARTHEST)
    match = BEFORE.search(text, opening, start)
    owner = ARTICLE.search(text, opening, start) if match and match[1] in ("the", "a", "an") else None
    if owner and owner[1].lower() in listed("words.toml", "naming", "labelled"):
        return owner[1].lower(), " "
    return (match[1].lower(), match[2]) if match else ("", "")


def _capital(surface: str) -> bool:
    return surface[0].isupper() or surface[0].isdigit() or surface in listed("words.toml", "naming", "small")


def _work(before: str) -> bool:
    return before in listed("words.toml", "naming", "work")
