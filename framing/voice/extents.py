"""How far a phrase goes on that tells which source is meant: "a review of care in the county", "a person close to the team"."""

from framing.voice.grammar import ARTICLE, CAP, DET, ED, OCCASION, PERIOD, PLURAL, POSS, TIME, phrase_from
from framing.voice.lists import listed
from framing.voice.units import Phrase, Unit


def described_end(unit: Unit, source: Phrase) -> int:
    """Where the words end that tell which source is meant: "a review of care in the county", "a person close to the team"."""
    words = unit.words
    end = source[1]
    near = words[end - 1].lower in listed("words.toml", "phrases", "close_to")  # "sources close to the talks"
    placed = words[end + 1].tags & (ARTICLE | POSS | CAP) if end + 1 < len(words) else 0
    near = near or bool(words[end - 1].tags & PLURAL and placed)  # "people in the square"
    if not (near or words[source[0]].tags & DET) or words[end - 1].tags & CAP:
        return end
    while end < len(words) - 1 and _describes(unit, end):
        further = phrase_from(unit, end + 1, len(words))
        if further is None or _tells_when(unit, end, further):
            break
        late = words[further[1] - 1].tags & ED and further[1] - further[0] > 1  # "in the county published today"
        end = further[1] - 1 if late else further[1]
    return end


def _tells_when(unit: Unit, at: int, phrase: Phrase) -> bool:
    """Whether a phrase behind the preposition at `at` tells when or on what occasion: "at the time", "in a speech", not "on the call"."""
    words, last = unit.words, unit.words[phrase[1] - 1].tags
    spoken = last & OCCASION and words[at].lower == "in" and words[phrase[0]].lower != "the"
    return bool(last & (PERIOD | TIME) or spoken)


def _describes(unit: Unit, at: int) -> bool:
    """Whether a preposition at `at` goes on with the noun phrase before it, rather than with when or how something was said."""
    words = unit.words
    here, following = words[at], words[at + 1].tags
    near = here.lower == "to" and words[at - 1].lower in listed("words.toml", "phrases", "close_to")
    placed = here.lower in listed("words.toml", "phrases", "placing") and following & (DET | CAP | POSS) and not following & TIME
    return near or bool(placed)
