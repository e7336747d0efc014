"""Reports without a verb: reporting nouns and adjectives, and phrases that name a source."""

from framing.voice.cues import Cue
from framing.voice.grammar import (
    ADV,
    ARTICLE,
    AUXILIARY,
    BE,
    CAP,
    COMMA,
    COORD,
    DET,
    FINITE,
    INGTAG,
    LY,
    NUMBER,
    OBJECT,
    POSS,
    POSSESSOR,
    PREP,
    QUOTE,
    RELATIVE,
    SUBJECT,
    SUBORD,
    THAT,
    TO,
    WH,
    WORD,
    described_end,
    finite,
    group_start,
    has_finite,
    phrase_ending,
    phrase_from,
)
from framing.voice.lists import listed
from framing.voice.reports.circumstances import past_circumstances
from framing.voice.reports.scope import phrase_end, scope_end
from framing.voice.reports.tagged import left_start
from framing.voice.reports.views import gives_view, heard_tell
from framing.voice.speakers import main_subject, subject
from framing.voice.units import Phrase, Report, Unit

ACCORDING = Cue("according to", "phrase", "neutral", 0, frozenset())
# Where the noun phrase of a reporting noun ends on its left.
OUTSIDE_NOUN = POSSESSOR | POSS | DET | PREP | AUXILIARY | SUBORD | SUBJECT
SHORTEST = 3
"""Words of a clause before "in a poll"."""


def of_noun(unit: Unit, at: int) -> Report | None:
    """Read "Berg's claim that ...", "allegations of ...", "his promise to ..."."""
    words = unit.words
    cue, after = words[at].noun, at + 1
    if cue is None:
        return None
    author = _author(unit, after, cue)
    after = author[1] if author else past_circumstances(unit, after)
    frame = _noun_frame(unit, after, cue) if after < len(words) else None
    if frame is None:
        return None
    if frame in ("that", "to", "wh") and not _nominal_to(unit, after, frame):
        end = _before_main_verb(unit, at, after, scope_end(unit, after))
    else:
        end = _before_verb(unit, at, after, phrase_end(unit, after))
    return Report([(after, end)], author or _owner(unit, at, frame), (at, after), cue, f"noun {frame}")


def _before_verb(unit: Unit, at: int, start: int, end: int) -> int:
    """Where a phrase of the subject ends, before the verb: "reports of looting by the guards reached Zell"."""
    if any(finite(unit, number) for number in range(at)):
        return end
    for number in range(start + 1, end):
        if unit.words[number].tags & (RELATIVE | THAT | SUBJECT | QUOTE):
            return end
        if finite(unit, number):
            return group_start(unit, number)
    return end


def _before_main_verb(unit: Unit, at: int, start: int, end: int) -> int:
    """Where a clause of the subject ends, before the verb: "the claim that the raid was brutal was denied"."""
    if any(finite(unit, number) for number in range(at)):
        return end
    clause = not unit.words[start].tags & TO
    inner = next((number for number in range(start + 1, end) if finite(unit, number)), end) if clause else start
    for number in range(inner + 1, end):
        here = unit.words[number]
        if here.tags & (RELATIVE | THAT | SUBJECT | SUBORD | COORD | COMMA | QUOTE | WH):
            return end
        if finite(unit, number) and group_start(unit, number) > inner + 1:
            return group_start(unit, number)
    return end


def _author(unit: Unit, after: int, cue: Cue) -> Phrase | None:
    """Read "warnings from engineers that", "a finding by the court that": whose they are, before the clause."""
    words = unit.words
    if "that" not in cue.frames or after >= len(words) or words[after].lower not in ("from", "by"):
        return None
    found = phrase_from(unit, after + 1, len(words))
    opens = found and found[1] < len(words) and words[found[1]].tags & THAT and _opens_subject(unit, found[1] + 1)
    return found if opens else None


def _noun_frame(unit: Unit, after: int, cue: Cue) -> str | None:
    words = unit.words
    here = words[after]
    if here.tags & THAT and after + 1 < len(words) and words[after + 1].tags & (AUXILIARY | FINITE):
        return None  # a relative clause: "a plan that would"
    if here.tags & THAT and "that" in cue.frames and (_opens_subject(unit, after + 1) or has_finite(unit, after, len(words))):
        return "that"
    if here.tags & TO and "to" in cue.frames and after + 1 < len(words):
        return "to"
    questions = listed("words.toml", "complements", "questions")
    if here.tags & WH and "wh" in cue.frames and here.lower in questions:
        return "wh"
    if here.tags & PREP and "wh" in cue.frames and after + 1 < len(words) and words[after + 1].lower in questions:
        return "wh"
    return here.lower if here.tags & PREP and here.lower in cue.frames and after + 1 < len(words) else None


def _nominal_to(unit: Unit, at: int, frame: str) -> bool:
    return frame == "to" and bool(unit.words[at + 1].tags & (DET | POSS | CAP | OBJECT | INGTAG))


def _opens_subject(unit: Unit, at: int) -> bool:
    """Whether a subject can begin at `at`, so that "that" before it opens a clause."""
    return at < len(unit.words) and bool(unit.words[at].tags & (DET | POSS | CAP | SUBJECT))


def _owner(unit: Unit, at: int, frame: str) -> Phrase | None:
    """Whose claim it is: "Berg's claim", "his claim", or, for a clause, the subject of the verb it is the object of."""
    words = unit.words
    number = at - 1
    while number >= 0 and words[number].tags & WORD and not words[number].tags & OUTSIDE_NOUN:
        number -= 1
    if number < 0:
        return None
    if words[number].tags & POSSESSOR:
        return phrase_ending(unit, number)
    if words[number].tags & POSS:
        return number, number + 1
    if frame != "that":
        return _holder(unit, number)
    found = main_subject(unit, at)
    return found if found and found[1] < at else None  # "A familiar claim that ..." has no verb whose subject it could be


def _holder(unit: Unit, number: int) -> Phrase | None:
    """Subject of the verb whose object the noun phrase behind word `number` is: "Berg has doubts about", "voiced a hope of"."""
    words = unit.words
    if words[number].tags & DET and not words[number].tags & SUBJECT:
        number -= 1
    if number < 1 or words[number].tags & BE or not finite(unit, number):
        return None
    return subject(unit, number)


def of_adjective(unit: Unit, at: int) -> Report | None:
    """Read "Berg is certain that ...", "was critical of ..."."""
    words = unit.words
    cue, after = words[at].adjective, at + 1
    start = group_start(unit, at)
    if cue is None or after >= len(words) or not any(word.tags & BE for word in words[start:at]):
        return None
    here = words[after]
    clause = "that" in cue.frames and here.tags & (THAT | SUBJECT)
    if clause or (here.tags & TO and "to" in cue.frames):
        return Report([(after, scope_end(unit, after))], subject(unit, at), (start, after), cue, "adjective")
    if here.tags & PREP and not here.tags & TO and here.lower in cue.frames:
        return Report([(after, phrase_end(unit, after))], subject(unit, at), (start, after), cue, "adjective")
    return None


def according(unit: Unit, at: int) -> Report | None:
    """Read "According to Berg, ...", "in the words of Berg, ...", "..., in Berg's view", and "For Berg, the treaty is ..."."""
    named = _source_phrase(unit, at)
    if named is None:
        return None
    words = unit.words
    opening, end, source = named
    place = (opening, max(opening + 1, min(source[0], at + 2)))
    if opening == 0 or (opening == 1 and words[0].tags & (COORD | ADV | LY)):
        begin = _fronted(unit, at, source, end)
        return Report([(begin, scope_end(unit, begin))], source, place, ACCORDING, "according") if begin else None
    content = [(left_start(unit, opening), opening)]
    end = _past_relative(unit, end)
    set_off = end < len(words) and words[end].tags & COMMA and words[opening - 1].tags & COMMA
    if set_off and (words[opening - 2].tags & AUXILIARY or _goes_on(unit, end + 1)):
        content.append((end + 1, scope_end(unit, end + 1)))
    return Report(content, source, place, ACCORDING, "according")


def _fronted(unit: Unit, at: int, source: Phrase, end: int) -> int | None:
    """Where the clause behind a fronted phrase begins: behind its comma, or at its subject, "In Berg's eyes the pact is"."""
    words = unit.words
    if at and at == end - 1 and end < len(words) and words[end].tags & (DET | SUBJECT | POSS | CAP):
        return end if has_finite(unit, end, len(words)) else None
    comma = next((number for number in range(end, len(words) - 1) if words[number].tags & COMMA), None)
    if comma is None or (at == 0 and source[0] == 1 and not gives_view(unit, source, comma)):
        return None
    return comma + 1


def _past_relative(unit: Unit, end: int) -> int:
    """Step over a clause that tells who the source is: "according to two people who saw it,"."""
    words = unit.words
    if end >= len(words) or not words[end].tags & RELATIVE:
        return end
    return next((number for number in range(end, len(words)) if words[number].tags & COMMA), end)


def _goes_on(unit: Unit, at: int) -> bool:
    """Whether the report goes on behind "according to X,", rather than a word on who X is."""
    words = unit.words
    if at >= len(words) or words[at].tags & RELATIVE:
        return False
    return not words[at].tags & (DET | CAP) or has_finite(unit, at, len(words))


def _source_phrase(unit: Unit, at: int) -> tuple[int, int, Phrase] | None:
    """Where a phrase that names a source begins and ends, and the source in it."""
    words = unit.words
    lower = words[at].lower
    if lower == "according" and at + 1 < len(words) and words[at + 1].tags & TO:
        return _behind(unit, at, at + 2)
    if at == 0 and lower == "to" and words[1].lower == "hear":
        return heard_tell(unit)
    if at == 0:
        return _behind(unit, 0, 1) if len(words) > 3 and lower in listed("cues.toml", "phrases", "openers") else None
    fixed = at > 1 and words[at - 2].lower == "in" and words[at - 1].tags & ARTICLE
    if fixed and at + 1 < len(words) and words[at + 1].lower == "of":
        return _behind(unit, at - 2, at + 2)
    return _sounded(unit, at) if lower in listed("cues.toml", "phrases", "soundings") else _viewed(unit, at)


def _sounded(unit: Unit, at: int) -> tuple[int, int, Phrase] | None:
    """Read "Berg leads by nine points in the latest poll": what the poll found."""
    source = phrase_ending(unit, at)
    if source is None or source[0] < SHORTEST or unit.words[source[0] - 1].lower != "in":
        return None
    left = unit.words[: source[0] - 1]
    standings = listed("cues.toml", "phrases", "standings")
    if not has_finite(unit, 0, len(left)) or not any(word.tags & NUMBER or word.lower in standings for word in left):
        return None
    if any(word.tags & (RELATIVE | SUBJECT) for word in left) or any(word.tags & QUOTE for word in left):
        return None
    return source[0] - 1, at + 1, source


def _behind(unit: Unit, opening: int, first: int) -> tuple[int, int, Phrase] | None:
    source = phrase_from(unit, first, len(unit.words))
    if source is None:
        return None
    end = described_end(unit, source) if first > 1 else source[1]
    return opening, end, (source[0], end)


def _viewed(unit: Unit, at: int) -> tuple[int, int, Phrase] | None:
    """Read "in her view" and "in Berg's view"."""
    words = unit.words
    if not words[at - 1].tags & (POSS | POSSESSOR):
        return None
    source = (at - 1, at) if words[at - 1].tags & POSS else phrase_ending(unit, at - 1)
    if source is None or source[0] == 0 or words[source[0] - 1].lower != "in":
        return None
    return source[0] - 1, at + 1, source
