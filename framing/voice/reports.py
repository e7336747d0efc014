"""Reports: a cue, its subject and its complement, found in one unit."""

from typing import NamedTuple

from framing.voice.cues import BASE, ING, PART, PAST, S, TAG, Cue
from framing.voice.scope import parenthesis, scope_end
from framing.voice.speakers import (
    ADV, AUXILIARY, BE, CAP, COLON, COMMA, COORD, DASH, DET, DO, HAVE, INGTAG, LY, MODAL, NEG, NUMBER, OBJECT, OCCASION, PERIOD, POSS,
    POSSESSOR, PREP, QUOTE, RELATIVE, SEMI, SUBJECT, SUBORD, THAT, TIME, TO, WH, WORD, CLOSE, OPEN, BREAK, PLURAL,
    Phrase, finite, group_start, has_finite, main_subject, participle_subject, phrase_ending, phrase_from, subject,
)  # fmt: skip
from framing.voice.units import Unit


class Report(NamedTuple):
    """Who reports, by which cue, which words."""

    content: list[Phrase]
    source: Phrase | None
    cue: Phrase
    entry: Cue
    rule: str


def reports(unit: Unit) -> list[Report]:
    """Every report in a unit, in the order of the cues."""
    found: list[Report] = []
    for at, here in enumerate(unit.words):
        if here.verb:
            report = _verb(unit, at)
            if report:
                found.append(report)
                continue
        if here.noun:
            report = _noun(unit, at)
        elif here.adjective:
            report = _adjective(unit, at)
        elif here.lower in ("according", "words", "for"):
            report = _phrase(unit, at)
        else:
            continue
        if report:
            found.append(report)
    if unit.heading or (len(unit.words) > 2 and any(word.tags & COLON for word in unit.words)):
        found += _colon(unit)
    return found


# ---------------------------------------------------------------- verbs


def _verb(unit: Unit, at: int) -> Report | None:
    words = unit.words
    here = words[at]
    cue = here.verb
    assert cue is not None
    if cue.particle and (at + 1 >= len(words) or words[at + 1].lower != cue.particle):
        return None
    use = _use(unit, at)
    if use is None:
        return None
    after = at + 1 + bool(cue.particle)
    if use == "passive":
        return _passive(unit, at, after, cue)
    found = _complement(unit, after, cue)
    source = _source(unit, at, use)
    if found:
        frame, start, end = found
        content = [(start, end)]
        if frame in ("quote", "clause", "that") and "after" in cue.frames and start > after and words[start - 1].tags & COMMA:
            content = _left_content(unit, at, source) + content
        elif frame == "quote":
            left = _left_content(unit, at, source)
            content = left + content
        return Report(content, source, (at, after), cue, frame)
    if "after" in cue.frames or "quote" in cue.frames:
        return _parenthetical(unit, at, after, cue, source, use)
    return None


def _use(unit: Unit, at: int) -> str | None:
    """How the cue word is used: finite, infinitive, participle, passive; None if it is no verb here."""
    words = unit.words
    here = words[at]
    if here.tags & CAP and at > 0 and not unit.heading:
        return None
    start = group_start(unit, at)
    before = words[start - 1].tags if start else 0
    group = 0
    for number in range(start, at):
        group |= words[number].tags
    last = next((words[number].tags for number in range(at - 1, start - 1, -1) if words[number].tags & AUXILIARY), 0)
    if here.forms & PART and last & BE:
        return "passive"
    if last & (HAVE | BE | MODAL | DO):
        if here.forms & (PART if last & HAVE else ING if last & BE else BASE):
            return "finite"
        return None
    if before & (DET | POSS | POSSESSOR) and not before & SUBJECT:
        return None
    if here.forms & ING:
        if start == 0 or before & (COMMA | DASH | CLOSE | COORD | PREP | QUOTE | SUBORD | TIME) or before & WORD:
            return "participle"
        return None
    if here.forms & BASE and not here.forms & PAST:
        if before & TO:
            return "infinitive"
        if (
            before & (SUBJECT | RELATIVE | PLURAL | COORD)
            or (before & CAP and not here.noun)
            or (not here.noun and before & (TIME | CLOSE))
        ):
            return "finite" if start else None
        if start and not here.noun and not before & (PREP | BREAK | SUBORD | WH) and before & WORD:
            return "finite"
        return None
    if here.forms & S and here.noun and not before & (SUBJECT | CAP | RELATIVE | COMMA | QUOTE):
        if not _clausal(unit, at + 1):
            return None
    if before & (PREP & ~TO) and not words[start - 1].lower in ("up", "out", "off", "down"):
        return None
    if start == 0 and here.forms & (PAST | S):
        return "finite" if at + 1 < len(words) and at == 0 and words[at + 1].tags & (CAP | DET) else None
    return "finite"


def _clausal(unit: Unit, at: int) -> bool:
    return at < len(unit.words) and bool(unit.words[at].tags & (THAT | SUBJECT | QUOTE | WH))


def _source(unit: Unit, at: int, use: str) -> Phrase | None:
    words = unit.words
    start = group_start(unit, at)
    if use == "participle":
        if start and words[start - 1].tags & (COMMA | DASH | COORD | PREP | SUBORD | CLOSE | QUOTE):
            return participle_subject(unit, start)
        return phrase_ending(unit, start - 1) if start else None
    return subject(unit, at)


def _passive(unit: Unit, at: int, after: int, cue: Cue) -> Report | None:
    """ "was accused by Berg of theft", "was told that": the by-phrase speaks, else nobody known."""
    words = unit.words
    limit = len(words)
    source = None
    start = after
    if start < limit and words[start].lower == "by":
        source = phrase_from(unit, start + 1, limit)
        start = source[1] if source else start + 1
    found = _complement(unit, start, cue, passive=True)
    if found:
        return Report([(found[1], found[2])], source, (at, after), cue, "passive")
    for number in range(after, min(limit, after + 12)):
        if words[number].lower == "by":
            source = phrase_from(unit, number + 1, limit)
    return None


def _complement(unit: Unit, at: int, cue: Cue, *, passive: bool = False) -> tuple[str, int, int] | None:
    """Frame and word numbers of the complement that begins at or soon after `at`."""
    words = unit.words
    limit = len(words)
    frames = cue.frames
    at = _skip_adverbs(unit, at)
    if at >= limit:
        return None
    here = words[at]
    if here.tags & QUOTE:
        return ("quote", at, scope_end(unit, at)) if frames & {"quote", "pred", "np"} else None
    if here.tags & (COMMA | COLON | DASH):
        if at + 1 < limit and words[at + 1].tags & QUOTE and "quote" in frames:
            return "quote", at + 1, scope_end(unit, at + 1)
        if here.tags & COLON and frames & {"quote", "clause"} and at + 1 < limit:
            return "colon", at + 1, limit
        return None
    if here.tags & THAT and frames & {"clause", "that"}:
        return "that", at, scope_end(unit, at)
    if here.tags & WH and here.lower not in ("who", "which") and "wh" in frames:
        return "wh", at, scope_end(unit, at)
    if here.lower == "if" and "if" in frames:
        return "wh", at, scope_end(unit, at)
    if here.tags & TO and at + 1 < limit:
        if (frames & {"to"} or (passive and frames & {"npto", "to"})) and not words[at + 1].tags & (DET | POSS | CAP | OBJECT):
            return "to", at, scope_end(unit, at)
        return _over_phrase(unit, at, cue)
    if here.lower in frames and at + 1 < limit:
        return here.lower, at, scope_end(unit, at)
    if here.lower == "as" and "pred" in frames:
        return "pred", at, scope_end(unit, at)
    if here.tags & PREP or here.tags & SUBORD:
        return _over_phrase(unit, at, cue)
    if here.tags & INGTAG and "ing" in frames:
        return "ing", at, scope_end(unit, at)
    return _nominal(unit, at, cue)


def _skip_adverbs(unit: Unit, at: int) -> int:
    words = unit.words
    while at < len(words) and words[at].tags & (ADV | LY | TIME) and not words[at].tags & (DET | SUBJECT | WH | COORD | THAT | CAP & 0):
        at += 1
    return at


def _over_phrase(unit: Unit, at: int, cue: Cue) -> tuple[str, int, int] | None:
    """Complement behind phrases of place, time and audience: "said in a statement on Monday that ..."."""
    words = unit.words
    limit = len(words)
    occasion = False
    for number in range(at, min(limit, at + 24)):
        here = words[number]
        occasion = occasion or bool(here.tags & (OCCASION | TIME))
        if here.tags & THAT and cue.frames & {"clause", "that"}:
            return "that", number, scope_end(unit, number)
        if here.tags & QUOTE:
            return ("quote", number, scope_end(unit, number)) if cue.frames & {"quote", "pred"} else None
        if here.tags & WH and here.lower in ("whether", "how", "why") and "wh" in cue.frames:
            return "wh", number, scope_end(unit, number)
        if here.tags & (COMMA | COLON | DASH):
            if number + 1 < limit and words[number + 1].tags & QUOTE and "quote" in cue.frames:
                return "quote", number + 1, scope_end(unit, number + 1)
            if here.tags & COLON and "quote" in cue.frames and number + 1 < limit:
                return "colon", number + 1, limit
            return None
        if number > at and finite(unit, number):
            if cue.frames & {"clause"}:
                begin = _clause_opening(unit, at, number) if occasion else at
                return "clause", begin, scope_end(unit, begin)
            return None
    return None


def _clause_opening(unit: Unit, at: int, verb: int) -> int:
    """Where the subject of the finite verb `verb` begins, when a phrase precedes it."""
    phrase = phrase_ending(unit, group_start(unit, verb) - 1)
    return phrase[0] if phrase and phrase[0] > at else at


def _nominal(unit: Unit, at: int, cue: Cue) -> tuple[str, int, int] | None:
    """A clause without that, or a noun phrase; the addressee first where the cue takes one."""
    words = unit.words
    frames = cue.frames
    end = scope_end(unit, at)
    if "object" in frames:
        found = _past_addressee(unit, at, cue)
        if found:
            return found
    if "clause" in frames and not words[at].tags & (OBJECT & ~SUBJECT) and has_finite(unit, at, end):
        return "clause", at, end
    if frames & {"np", "pred"}:
        return "np", at, end
    if "npto" in frames and any(word.tags & TO for word in words[at:end]):
        return "npto", at, end
    return None


def _past_addressee(unit: Unit, at: int, cue: Cue) -> tuple[str, int, int] | None:
    words = unit.words
    limit = len(words)
    addressee = phrase_from(unit, at, limit)
    if addressee is None:
        return None
    after = _skip_adverbs(unit, addressee[1])
    if after >= limit:
        return None
    here = words[after]
    if here.tags & (SUBJECT | DET | CAP | POSS) and "clause" in cue.frames and has_finite(unit, after, limit):
        return "clause", after, scope_end(unit, after)
    if here.tags & TO and "npto" in cue.frames:
        return "npto", after, scope_end(unit, after)
    if here.tags & THAT or here.tags & (WH | QUOTE | COMMA | COLON) or here.lower in cue.frames:
        return _complement(unit, after, cue._replace(frames=cue.frames - {"object"}))
    return _over_phrase(unit, after, cue)


# ---------------------------------------------------------------- words before the cue


def _left_content(unit: Unit, at: int, source: Phrase | None) -> list[Phrase]:
    """Reported words that stand before "X said" or "said X"; empty if none do."""
    words = unit.words
    edge = min(source[0], group_start(unit, at)) if source and source[0] < at else group_start(unit, at)
    if edge == 0:
        return []
    last = edge - 1
    if words[last].tags & QUOTE:
        return [(_left_start(unit, last), edge)]
    if words[last].tags & (COMMA | DASH) and last > 0 and words[last - 1].tags & QUOTE:
        return [(_left_start(unit, last - 1), last)]
    return []


def _left_start(unit: Unit, last: int) -> int:
    words = unit.words
    for number in range(last - 1, -1, -1):
        if words[number].tags & SEMI:
            return number + 1
    return 0


def _parenthetical(unit: Unit, at: int, after: int, cue: Cue, source: Phrase | None, use: str) -> Report | None:
    """ "..., X said" and "..., said X", with or without more words behind."""
    words = unit.words
    left = _left_content(unit, at, source)
    limit = len(words)
    if not left and "after" in cue.frames and use == "finite":
        edge = min(source[0], group_start(unit, at)) if source and source[0] < at else group_start(unit, at)
        if edge > 1 and words[edge - 1].tags & (COMMA | DASH) and has_finite(unit, 0, edge - 1):
            left = [(_left_start(unit, edge - 1), edge - 1)]
    if not left:
        return None
    start = group_start(unit, at)
    inverted = start > 0 and bool(words[start - 1].tags & (QUOTE | COMMA)) and after < limit and not words[after].tags & (COMMA | QUOTE)
    rule = "parenthetical"
    behind = after
    if inverted and (source is None or source[0] < left[-1][1]):
        source = phrase_from(unit, after, limit)
        behind = source[1] if source else after
        rule = "inverted"
    comma = next((n for n in range(behind, limit) if words[n].tags & (COMMA | QUOTE)), None)
    content = list(left)
    if comma is not None and words[comma].tags & COMMA and comma + 1 < limit and comma == behind:
        following = words[comma + 1]
        if not (
            following.tags & (RELATIVE | INGTAG)
            or following.lower
            in ("but", "and", "while", "though", "although", "a", "an", "in", "during", "on", "at", "after", "as", "with", "according")
            or following.forms & ING
        ):
            content.append((comma + 1, scope_end(unit, comma + 1)))
    for number in unit.quotes:
        if number >= behind and not any(a <= number < b for a, b in content):
            if number and words[number - 1].tags & (COMMA | COLON):
                content.append((number, number + 1))
    return Report(content, source, (at, after), cue, rule)


# ---------------------------------------------------------------- nouns, adjectives, phrases, colons


def _noun(unit: Unit, at: int) -> Report | None:
    words = unit.words
    cue = words[at].noun
    assert cue is not None
    after = at + 1
    if after >= len(words):
        return None
    here = words[after]
    frame = None
    if here.tags & THAT and "that" in cue.frames and has_finite(unit, after, len(words)):
        frame = "that"
    elif here.tags & TO and "to" in cue.frames and after + 1 < len(words) and not words[after + 1].tags & (DET | POSS | CAP):
        frame = "to"
    elif here.lower in ("of", "for") and here.lower in cue.frames:
        frame = here.lower
    if frame is None:
        return None
    return Report([(after, scope_end(unit, after))], _owner(unit, at), (at, after), cue, f"noun {frame}")


def _owner(unit: Unit, at: int) -> Phrase | None:
    """Whose claim it is: "Berg's claim", "his claim", or the subject of the verb it is the object of."""
    words = unit.words
    number = at - 1
    while (
        number >= 0
        and words[number].tags & WORD
        and not words[number].tags & (POSSESSOR | POSS | DET | PREP | AUXILIARY | SUBORD | SUBJECT)
    ):
        number -= 1
    if number < 0:
        return None
    if words[number].tags & POSSESSOR:
        return phrase_ending(unit, number)
    if words[number].tags & POSS:
        return number, number + 1
    return main_subject(unit, at)


def _adjective(unit: Unit, at: int) -> Report | None:
    words = unit.words
    cue = words[at].adjective
    assert cue is not None
    start = group_start(unit, at)
    if start == at or not words[start].tags & BE and not any(word.tags & BE for word in words[start:at]):
        return None
    after = at + 1
    if after >= len(words):
        return None
    here = words[after]
    if (here.tags & THAT and "that" in cue.frames) or (here.tags & TO and "to" in cue.frames):
        return Report([(after, scope_end(unit, after))], subject(unit, at), (start, after), cue, "adjective")
    if here.tags & SUBJECT and "that" in cue.frames:
        return Report([(after, scope_end(unit, after))], subject(unit, at), (start, after), cue, "adjective")
    return None


ACCORDING = Cue("according to", "phrase", "neutral", 0, frozenset())
COLON_CUE = Cue(":", "mark", "neutral", 0, frozenset())


def _phrase(unit: Unit, at: int) -> Report | None:
    words = unit.words
    limit = len(words)
    here = words[at].lower
    if here == "according":
        if at + 1 >= limit or words[at + 1].lower != "to":
            return None
        first, opening = at + 2, at
    elif here == "words":
        if at < 2 or words[at - 1].lower != "the" or words[at - 2].lower != "in" or at + 1 >= limit or words[at + 1].lower != "of":
            return None
        first, opening = at + 2, at - 2
    else:
        if at != 0 or limit < 4 or not words[1].tags & CAP:
            return None
        first, opening = 1, 0
    source = phrase_from(unit, first, limit)
    if source is None:
        return None
    if opening == 0 or (opening == 1 and words[0].tags & (COORD | ADV | LY)):
        comma = next((n for n in range(first, limit) if words[n].tags & COMMA), None)
        if comma is None or comma + 1 >= limit or (here == "for" and comma != source[1]):
            return None
        return Report([(comma + 1, scope_end(unit, comma + 1))], source, (opening, first), ACCORDING, "according")
    if here == "for":
        return None
    content = [(_left_start(unit, opening), opening)]
    comma = source[1]
    if comma < limit and words[comma].tags & COMMA and words[opening - 1].tags & COMMA:
        content.append((comma + 1, scope_end(unit, comma + 1)))
    return Report(content, source, (opening, first), ACCORDING, "according")


def _colon(unit: Unit) -> list[Report]:
    """ "Name: clause" in a heading, "X: quotation" anywhere."""
    words = unit.words
    for at, here in enumerate(words):
        if here.tags & COLON and 0 < at < len(words) - 1:
            if not (unit.heading or words[at + 1].tags & QUOTE):
                return []
            source = phrase_ending(unit, at - 1)
            if source is None or (unit.heading and source[0] != 0 and not words[at + 1].tags & QUOTE):
                return []
            return [Report([(at + 1, len(words))], source, (at, at + 1), COLON_CUE, "colon")]
    return []


__all__ = ["Report", "parenthesis", "reports"]
