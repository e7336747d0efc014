"""What is reported behind "X said" and "said X": “…,” X said, “…”; "The pact, said X, would fail"."""

from framing.voice.classes.between import COLON, COMMA, COORD, DASH, QUOTE, RELATIVE, THAT
from framing.voice.classes.nouns import PEOPLE
from framing.voice.classes.verbs import AUXILIARY, INGTAG
from framing.voice.grammar import finite, first_finite, has_finite, phrase_from
from framing.voice.lists import listed
from framing.voice.reports.bare_clauses import may_be_clause
from framing.voice.reports.scope import goes_on, scope_end
from framing.voice.steps import holds
from framing.voice.units import Phrase, Unit


def behind_tag(unit: Unit, last: int, behind: int, *, quoted: bool, inverted: bool) -> list[Phrase]:
    """Reported words that go on behind a tag, which stands between word `last` and word `behind`: a clause, or further quotations."""
    words = unit.words
    if behind + 1 < len(words) and words[behind].tags & COLON:
        return [(behind + 1, len(words))]
    if inverted:
        start = None if quoted else _resumed(unit, last, behind)
    elif behind + 1 < len(words) and words[behind].tags & THAT and not finite(unit, behind + 1):
        return [(behind, scope_end(unit, behind))]
    else:
        start = _after_comma(unit, last, behind, quoted=quoted)
    content = [] if start is None else [(start, scope_end(unit, start))]
    for number in unit.quotes:
        held = any(start <= number < end for start, end in content)
        joined = words[number - 1].tags & (COMMA | COLON | DASH) or _joined_on(unit, behind, number)
        if number >= behind and not held and (number == behind or joined):
            content.append((number, number + 1))
    return content


def _after_comma(unit: Unit, last: int, behind: int, *, quoted: bool) -> int | None:
    """Where a clause goes on behind the comma that closes a tag: "The pact, X said, would fail"; None: what follows is no part of it."""
    words = unit.words
    if behind + 1 >= len(words) or not words[behind].tags & COMMA:
        return None
    following = words[behind + 1]
    # "not only ..., she said, but also"
    also = following.lower == "but" and behind + 2 < len(words) and words[behind + 2].lower == "also"
    also = also or (following.tags & COORD and goes_on(unit, behind + 2)) or _no_clause(unit, behind + 1)
    also = also or (following.lower in ("who", "whose") and not words[behind - 1].tags & PEOPLE)  # "a man, she said, who"
    adjunct = not also and (following.tags & (RELATIVE | INGTAG) or following.lower in listed("words.toml", "scope", "adjuncts"))
    bare = not quoted and not may_be_clause(unit, -1, last)
    return behind + 1 if bare or not (quoted or adjunct) else None


def _no_clause(unit: Unit, at: int) -> bool:
    """Whether "but" or "and" goes on without a verb: "The pact was harsh, Berg said, but never unfair"."""
    words = unit.words
    return bool(words[at].tags & COORD) and not has_finite(unit, at, len(words)) and not holds(words[at:], QUOTE)


def _resumed(unit: Unit, last: int, behind: int) -> int | None:
    """Where a clause goes on behind "said X" and a comma, with its verb or its subject and verb: "The pact, said X, would fail".

    Behind an auxiliary, "She was, said X of the nurse, a saint", whatever follows goes on with it.
    """
    broken = bool(unit.words[last - 1].tags & AUXILIARY)
    commas = (at for at in range(behind, len(unit.words) - 1) if unit.words[at].tags & COMMA)
    return next((at + 1 for at in commas if broken or _resumes(unit, at + 1)), None)


def _resumes(unit: Unit, at: int) -> bool:
    subject = phrase_from(unit, at)
    return finite(unit, at) or (subject is not None and subject[1] < len(unit.words) and finite(unit, subject[1]))


def _joined_on(unit: Unit, behind: int, number: int) -> bool:
    """Whether marks at `number` go on behind the tag: “…”, X told reporters, but “…”."""
    joined = number - 1 >= behind and bool(unit.words[number - 1].tags & COORD)
    return joined and first_finite(unit, behind, number) is None
