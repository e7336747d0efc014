"""Quotations whose opening or closing mark is lost: where they most likely began or ended, by the words around them."""

import re

from framing.voice.classes.between import CLOSE, COORD, OPEN, PREP, SUBORD, THAT, WH
from framing.voice.classes.nouns import ARTICLE, CAP, OPENING, PLURAL, ROLE, WORD
from framing.voice.classes.verbs import AUXILIARY, ED, MODAL, TO
from framing.voice.cues import ING, PAST, S, Word, speaking, word
from framing.voice.lists import listed

WORDS = re.compile(r"\w[\w'\u2019-]*|[^\w\s]")
SENTENCE_END = re.compile(r"[.?!\u2026]\s+")
TAG_BEGINS = re.compile(r"[,?!]['\u2018\u2019]?\s+")
CLAUSE_END = re.compile(r"[.,;:?!\u2013\u2014]")
ANNOUNCED = re.compile(r"([\w'\u2019-]+)[,:]\s+|:\s+(?=[A-Z])")
LONGEST_TAG = 60
"""Characters in which ", the foreign minister said" must fit for the comma to end a quotation whose closing mark is lost."""
LONGEST_SUBJECT = 6
LONGEST_FRAGMENT = 8
"""Words of a phrase in marks within a sentence of the outlet's; few are longer."""
NOT_SUBJECT = PREP | COORD | AUXILIARY | TO
BEHIND_VERB = CAP | OPENING
# Words that begin what follows a noun phrase or a predicate; "of" and "and" go on with it.
AFTER_PHRASE = PREP | SUBORD | WH | MODAL | OPEN | CLOSE
BEFORE_PHRASE = PREP | ARTICLE | THAT


def closing(text: str, start: int, limit: int) -> int | None:
    """Where a quotation that opens at `start` and has no closing mark before `limit` ends, by a tag or as a phrase.

    None: nothing tells.
    """
    for comma in TAG_BEGINS.finditer(text, start, limit):
        asked = text[comma.start()] != "," and text[comma.end() : comma.end() + 1].islower()
        if asked or _is_tag(text[comma.end() : min(limit, comma.end() + LONGEST_TAG)]):
            return len(text[: comma.end()].rstrip())
    return _phrase_end(text, start, limit) if _within_sentence(text, start) else None


def _is_tag(following: str) -> bool:
    """Whether a clause begins with "X said" or "said X"."""
    words = [word(surface) for surface in CLAUSE_END.split(following, maxsplit=1)[0].split()[: LONGEST_SUBJECT + 1]]
    for number, here in enumerate(words):
        if here.lower in listed("words.toml", "reference", "first"):
            return False
        if speaking([here.lower]) and not (here.tags & CAP):
            if number:
                return not words[number - 1].tags & NOT_SUBJECT
            named = len(words) > 2 and words[2].tags & CAP and not words[1].tags & NOT_SUBJECT  # "said trader Ida Holm"
            return bool(named) or (len(words) > 1 and _may_speak(words[1]))
    return False


def _may_speak(here: Word) -> bool:
    """Whether who speaks may begin with a word behind a verb of saying: "said the mayor", "said one lecturer", "said residents"."""
    people = here.tags & PLURAL and here.tags & ROLE
    return bool(people or here.tags & BEHIND_VERB) or here.lower in listed("words.toml", "reference", "indefinite")


def _within_sentence(text: str, start: int) -> bool:
    """Whether the mark at `start` opens a phrase in a sentence of the outlet's: "spoke of “a storm"."""
    before = re.search(r"([\w'\u2019-]+) $", text[max(0, start - 30) : start])
    if before is None or _says(before[1]):
        return False
    whole = THAT if text[start + 1 : start + 2].islower() else THAT | ED
    return not word(before[1]).tags & whole


def _phrase_end(text: str, start: int, limit: int) -> int:
    """End of the phrase behind the mark at `start`: at a comma, before a preposition or a clause, or after a few words."""
    end = start + 1
    for number, piece in enumerate(WORDS.finditer(text, start + 1, limit)):
        here = word(piece[0])
        ends = not here.tags & WORD or (number > 1 and here.tags & AFTER_PHRASE and here.lower != "of")
        if ends or number >= LONGEST_FRAGMENT:
            break
        end = piece.end()
    return end


def opening(text: str, free: int, end: int) -> int | None:
    """Where a quotation that closes at `end` and has no opening mark behind `free` began; None: nothing tells."""
    if text[end - 1 : end].isalnum():
        return _phrase_start(text, max(free, end - LONGEST_TAG), end)
    announced = [match for match in ANNOUNCED.finditer(text, free, end) if match[1] is None or _says(match[1])]
    if announced:
        return announced[-1].end()
    if free and text[free - 1] != "\n":
        first = SENTENCE_END.search(text, free, end)
        return first.end() if first and first.end() < end else free
    return _behind_report(text, free, end)


def _phrase_start(text: str, start: int, end: int) -> int | None:
    """Start of the phrase that ends at `end`: behind a verb of saying, a preposition, an article, "that" or a comma."""
    pieces = list(WORDS.finditer(text, start, end))
    for number in range(len(pieces) - 2, 0, -1):
        here = word(pieces[number][0])
        if not here.tags & WORD or _says(pieces[number][0]) or here.tags & BEFORE_PHRASE:
            return pieces[number + 1].start()
    return None


def _behind_report(text: str, start: int, end: int) -> int:
    """Behind the verb of the last sentence that begins with "X said", or `start`: the outlet's words stand before."""
    found = begin = start
    for stop in [*(match.end() for match in SENTENCE_END.finditer(text, start, end)), end]:
        opened = text[begin : min(stop, begin + LONGEST_TAG)]
        if _is_tag(opened):
            said = next((piece for piece in WORDS.finditer(opened) if speaking([piece[0]])), None)
            found = begin + said.end() if said else found
        begin = stop
    return found


def _says(surface: str) -> bool:
    here = word(surface)
    return (
        here.verb is not None and here.verb.speaks and not here.verb.particle and not here.homograph and bool(here.forms & (PAST | S | ING))
    )
