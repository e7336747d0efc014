"""Phrases that name a source: "according to X", "in the words of X", "in X's view", "For X, ..."."""

from framing.voice.agents import placed_agent
from framing.voice.classes.between import COMMA, COORD, PREP, RELATIVE, SEMI, SUBORD
from framing.voice.classes.nouns import ARTICLE, CAP, DET, NUMBER, OPENING, OWNED, PLURAL, POSS, POSSESSOR, ROLE, SUBJECT
from framing.voice.classes.verbs import ADVERB, AUXILIARY, TO
from framing.voice.cues import PART, Cue
from framing.voice.grammar import has_finite, phrase_ending, phrase_from, subject_and_verb
from framing.voice.lists import listed
from framing.voice.participles import is_past_participle
from framing.voice.reports.scope import scope_end
from framing.voice.reports.tagged import left_start
from framing.voice.reports.views import believed, concerned, gives_view, heard_tell, judges_bare
from framing.voice.steps import first_of, holds, past
from framing.voice.units import Phrase, Report, Unit

ACCORDING = Cue("according to", "phrase", "neutral", 0, frozenset())
BORROWED = 9
"""Words of "to borrow the chief inspector's word"."""
SHORTEST = 3
"""Words of a clause before "in a poll"."""


def according(unit: Unit, at: int) -> Report | None:
    """Read "According to Berg, ...", "in the words of Berg, ...", "..., in Berg's view", and "For Berg, the treaty is ..."."""
    named = _source_phrase(unit, at)
    if named is None:
        return None
    words = unit.words
    opening, end, source = named
    place = (opening, max(opening + 1, min(source[0], at + 2)))
    if opening == 0 or (opening == 1 and words[0].tags & (COORD | ADVERB)):
        begin = _fronted(unit, at, source, end)
        return Report([(begin, scope_end(unit, begin))], source, place, ACCORDING, "according") if begin else None
    begin = _fronted(unit, at, source, end) if _opens_clause(unit, opening) else None
    if begin:
        return Report([(begin, scope_end(unit, begin))], source, place, ACCORDING, "according")
    content = [(_behind_participle(unit, left_start(unit, opening), opening), opening)]
    end = _past_name(unit, _past_relative(unit, end))
    set_off = end < len(words) and words[end].tags & COMMA and words[opening - 1].tags & COMMA
    broken = words[opening - 2].tags & AUXILIARY or words[opening - 2].lower in listed("words.toml", "phrases", "linking")
    if set_off and (broken or _goes_on(unit, end + 1)):
        content.append((end + 1, scope_end(unit, end + 1)))
    return Report(content, source, place, ACCORDING, "according")


def _opens_clause(unit: Unit, at: int) -> bool:
    """Whether a clause behind a comma and its conjunction opens at `at`: ", but | according to its owners the group is"."""
    words = unit.words
    return at > 1 and bool(words[at - 1].tags & (COORD | SUBORD) and words[at - 2].tags & (COMMA | SEMI))


def _fronted(unit: Unit, at: int, source: Phrase, end: int) -> int | None:
    """Where the clause behind a fronted phrase begins: behind its comma, or at its subject, "In Berg's eyes the pact is", "To me it is"."""
    words = unit.words
    bare = at == end - 1 or not holds(words[end:], COMMA)  # "In the eyes of the widows the verdict was"
    if at and bare and end < len(words) and words[end].tags & (OPENING | SUBJECT | CAP):
        return end if has_finite(unit, end, len(words)) else None
    end = _past_relative(unit, end + 1) if _told(unit, end) else end
    start = next((number + 1 for number in range(end, len(words) - 1) if words[number].tags & COMMA), None)
    if at == 0 and start and words[end].tags & RELATIVE:  # "For those who lost wives, sons and homes, it is"
        commas = (number + 1 for number in range(end, len(words) - 1) if words[number].tags & COMMA)
        start = next((number for number in commas if subject_and_verb(unit, number)), None)
    if at == 0 and end < len(words) and (words[end].tags & SUBJECT or (start is None and judges_bare(unit, source, end))):
        start = end
    viewed = start is not None and not (at == 0 and source[0] == 1 and not gives_view(unit, source, start))
    return start if viewed else None


def _behind_participle(unit: Unit, begin: int, opening: int) -> int:
    """Step over a participle with its own source that opens the sentence: "Hailed by Holm as a hero, Berg is a fraud in her words"."""
    words = unit.words
    if begin or not words[0].verb or not words[0].forms & PART or not words[1].tags & PREP:
        return begin
    return next((at + 1 for at in range(1, opening - 1) if words[at].tags & COMMA), begin)


def _told(unit: Unit, comma: int) -> bool:
    """Whether a clause between commas tells who the source is: "For Berg, who lost two sons, ..."."""
    words = unit.words
    return comma + 1 < len(words) and bool(words[comma].tags & COMMA and words[comma + 1].tags & RELATIVE)


def _past_relative(unit: Unit, end: int) -> int:
    """Step over a clause or participle that tells who the source is: "according to two people who saw it,", "a memo leaked in May,"."""
    words = unit.words
    reduced = end < len(words) and any(is_past_participle(unit, at) for at in (end - 1, end)) and not words[end - 1].tags & CAP
    if end >= len(words) or not (words[end].tags & RELATIVE or reduced):
        return end
    return first_of(words, range(end, len(words)), COMMA, end)


def _past_name(unit: Unit, comma: int) -> int:
    """Step over the name that stands behind a description of the source: "in the words of the regulator, Ida Holm, a"."""
    words = unit.words
    behind = past(words, comma + 1, CAP) if comma < len(words) and words[comma].tags & COMMA else comma
    return behind if comma + 1 < behind < len(words) and words[behind].tags & COMMA else comma


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
        measured = at + 2 < len(words) and words[at + 2].lower in listed("cues.toml", "phrases", "measures")
        return None if measured else _behind(unit, at, at + 2)
    if at == 0 and lower == "to" and len(words) > 1 and words[1].lower == "hear":
        return heard_tell(unit)
    if at == 0 and lower == "if":
        return believed(unit)
    if at == 0:
        return _behind(unit, 0, 1) if len(words) > 3 and lower in listed("cues.toml", "phrases", "openers") else None
    fixed = at > 1 and words[at - 2].lower == "in" and words[at - 1].tags & ARTICLE
    if fixed and at + 1 < len(words) and words[at + 1].lower == "of":
        return _behind(unit, at - 2, at + 2)
    sounded = lower in listed("cues.toml", "phrases", "soundings")
    return _sounded(unit, at) if sounded else concerned(unit, at) or _borrowed(unit, at) or _viewed(unit, at)


def _borrowed(unit: Unit, at: int) -> tuple[int, int, Phrase] | None:
    """Read "to borrow the phrase of Berg", "to borrow a phrase from Berg" and "to use Berg's word", with the noun at `at`."""
    words = unit.words
    if words[at].lower not in listed("cues.toml", "phrases", "borrowed"):
        return None
    opening = first_of(words, range(at - 2, max(-1, at - BORROWED), -1), TO)
    if opening is None or words[opening + 1].lower not in listed("cues.toml", "phrases", "borrowing"):
        return None
    own = at - (words[at - 1].lower == "own")
    if words[own - 1].tags & POSS:
        return opening, at + 1, (own - 1, own)
    if words[own - 1].tags & POSSESSOR:
        return opening, at + 1, (opening + 2, own)
    given = at + 2 < len(words) and words[at + 1].lower in ("of", "from")
    return _behind(unit, opening, at + 2) if given else None


def _sounded(unit: Unit, at: int) -> tuple[int, int, Phrase] | None:
    """Read "Berg leads by nine points in the latest poll": what the poll found."""
    source = phrase_ending(unit, at)
    if source is None or source[0] < SHORTEST or unit.words[source[0] - 1].lower != "in":
        return None
    left = unit.words[: source[0] - 1]
    standings = listed("cues.toml", "phrases", "standings")
    if not has_finite(unit, 0, len(left)) or not any(word.tags & NUMBER or word.lower in standings for word in left):
        return None
    if holds(left, RELATIVE | SUBJECT):
        return None
    return source[0] - 1, at + 1, source


def _behind(unit: Unit, opening: int, first: int) -> tuple[int, int, Phrase] | None:
    whole = first > 1 or unit.words[0].lower == "for"
    words = unit.words
    tags = [(words[at].tags, words[at + 1].tags) for at in range(first, min(len(words) - 1, first + SHORTEST))]
    named = (first + at + 1 for at, (here, behind) in enumerate(tags) if here & ROLE and here & PLURAL and behind & CAP and not here & CAP)
    limit = next(named, len(words))  # "To his admirers Lord Wick was"
    source = placed_agent(unit, first) if whole else phrase_from(unit, first, limit)
    return (opening, source[1], source) if source else None


def _viewed(unit: Unit, at: int) -> tuple[int, int, Phrase] | None:
    """Read "in her view", "in Berg's view" and "by his own account"."""
    words = unit.words
    behind = at - (words[at - 1].lower == "own")
    if not words[behind - 1].tags & OWNED or words[at].lower not in listed("cues.toml", "phrases", "source"):
        return None
    source = (behind - 1, behind) if words[behind - 1].tags & POSS else phrase_ending(unit, behind - 1)
    if source is None or source[0] == 0 or words[source[0] - 1].lower not in listed("cues.toml", "phrases", "viewing"):
        return None
    opening = source[0] - 1
    apart = opening == 0 or words[opening - 1].tags & COMMA
    return (opening, at + 1, source) if apart or words[at].lower not in listed("cues.toml", "phrases", "apart") else None
