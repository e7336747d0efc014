"""The whole phrase of who speaks, read on from its first word: "by the miners and their families", "said a doctor at the hospital"."""

from framing.voice.classes.between import COMMA, COORD, RELATIVE, THAT
from framing.voice.classes.nouns import ARTICLE, CAP, DET, NUMBER, OCCASION, OPENING, PEOPLE, PERIOD, PLURAL, POSS, ROLE, TIME
from framing.voice.classes.verbs import ADVERB, ED
from framing.voice.grammar import finite, head_word, phrase_from
from framing.voice.lists import listed, lists
from framing.voice.participles import without_participle
from framing.voice.steps import first_of, first_word, holds, past
from framing.voice.units import Phrase, Unit

LONGEST = 7
"""Words of the second of two."""
LONGEST_ASIDE = 14
"""Words between two commas that tell who an agent is."""


def agent_from(unit: Unit, first: int, end: int | None = None) -> Phrase | None:
    """Who is named from word `first` on, before word `end`: one or two of them."""
    found = phrase_from(unit, first, end)
    return (found[0], joint_end(unit, found, end)) if found else None


def somebody_from(unit: Unit, first: int, classes: int, end: int | None = None) -> Phrase | None:
    """The noun phrase from word `first` on, before word `end`, if a word of these classes tells that it is somebody."""
    found = phrase_from(unit, first, end)
    return found if found and holds(unit.words[slice(*found)], classes) else None


def placed_agent(unit: Unit, first: int) -> Phrase | None:
    """Who is named from word `first` on, with the place that tells which: "a court in Zell"."""
    found = without_participle(unit, agent_from(unit, first))
    return (found[0], described_end(unit, found)) if found else None


def joint_end(unit: Unit, found: Phrase, limit: int | None = None) -> int:
    """Where a phrase ends with the second of two behind it: "the mayor and the bishop", "Zellish and Narvian officials"."""
    words, end = unit.words, found[1]
    if (
        end + 1 >= (len(words) if limit is None else limit)
        or not words[end].tags & COORD
        or words[end].lower in listed("words.toml", "scope", "cutters")
    ):
        return end
    further = phrase_from(unit, end + 1, limit)
    if further is None or further[1] - further[0] > LONGEST or not words[further[1] - 1].tags & PEOPLE:
        return end
    here, first = words[end - 1], words[further[0]]
    alike = here.tags & PEOPLE and (here.tags & CAP) | (here.tags & ROLE) and first.tags & (CAP | OPENING | ROLE | PLURAL | NUMBER)
    verb = past(words, further[1], ADVERB)
    return end if not alike or (verb < len(words) and finite(unit, verb)) else further[1]


def row_end(unit: Unit, end: int) -> int:
    """Where a row of agents ends whose first ends at `end`: "by nurses, by vets and even by a former aide"."""
    words = unit.words
    by = past(words, end, COMMA | COORD | ADVERB)
    further = agent_from(unit, by + 1) if end < by < len(words) and words[by].lower == "by" else None
    return row_end(unit, further[1]) if further else end


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
        further = phrase_from(unit, end + 1)
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
    placed = here.lower in listed("words.toml", "phrases", "placing") and following & (OPENING | CAP) and not following & TIME
    return near or bool(placed)


def behind_agent(unit: Unit, agent: Phrase) -> int:
    """Step over what tells more of an agent up to "that": "warnings from engineers who saw it that", "from Ida Holm, a diver, that"."""
    words, end = unit.words, described_end(unit, agent)
    if end < len(words) and words[end].tags & RELATIVE:
        return first_of(words, range(end + 2, len(words)), THAT | COMMA, end)
    mark = first_of(words, range(end + 1, min(len(words) - 1, end + LONGEST_ASIDE)), COMMA, end)
    return mark + 1 if end < mark and words[end].tags & COMMA and words[mark + 1].tags & THAT else end


def informant(unit: Unit, first: int, last: int, lemma: str) -> Phrase | None:
    """Who tells what is heard or read, between the verb and "that": "heard from the diver, Ida Holm, that", "read in a letter that"."""
    words = unit.words
    links = lists("cues.toml")["informants"].get(lemma)
    if links is None:
        return None
    at = first_word(words, range(first, last), links, last)
    found = agent_from(unit, at + 1, last) if at + 1 < last else None
    return found if found and head_word(unit, found).tags & PEOPLE else None
