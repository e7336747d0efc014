"""Reports: a cue, its subject and its complement, found in one unit."""

from typing import NamedTuple

from framing.voice.cues import BASE, ING, PART, PAST, S, TAG, Cue
from framing.voice.scope import fronted_end, parenthesis, phrase_end, scope_end
from framing.voice.speakers import (
    ADV, AUXILIARY, BE, CAP, COLON, COMMA, COORD, DASH, DET, DO, HAVE, INGTAG, LY, MODAL, NEG, NUMBER, ED, OBJECT, OCCASION, PERIOD, POSS,
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
    printed: Phrase | None = None
    """The relative pronoun that stands for the source: "Berg, who said"."""


def reports(unit: Unit) -> list[Report]:
    """Every report in a unit, in the order of the cues."""
    found: list[Report] = []
    for at, here in enumerate(unit.words):
        if here.verb:
            report = _verb(unit, at, found)
            if report:
                found.append(report)
                continue
        report = None
        if here.lower in ("according", "words", "for"):
            report = _phrase(unit, at)
        if here.noun and not report:
            report = _noun(unit, at)
        elif here.adjective:
            report = _adjective(unit, at)
        if report:
            found.append(report)
    if any(word.tags & COLON for word in unit.words):
        found += _colon(unit)
    if unit.quotes:
        found += _signed(unit)
    return found


def _signed(unit: Unit) -> list[Report]:
    """A quotation signed behind a dash: "Enough is enough." - Anna Koval."""
    words = unit.words
    at = max(unit.quotes)
    if at + 2 >= len(words) or not words[at + 1].tags & DASH or not words[at + 2].tags & CAP or len(words) > at + 10:
        return []
    source = phrase_from(unit, at + 2, len(words))
    return [Report([(at, at + 1)], source, (at + 1, at + 2), COLON_CUE, "signed")] if source else []


# ---------------------------------------------------------------- verbs


def _verb(unit: Unit, at: int, before: list[Report]) -> Report | None:
    words = unit.words
    here = words[at]
    following = words[at + 1].lower if at + 1 < len(words) else ""
    cue = here.phrasal.get(following, here.verb)
    if cue is None or (cue.particle and cue.particle != following):
        return None
    use = _use(unit, at)
    if use is None:
        return None
    after = at + 1 + bool(cue.particle)
    if use == "passive":
        return _passive(unit, at, after, cue)
    source = _same_subject(unit, at, before) or _source(unit, at, use)
    if use == "finite" and cue.frames & {"after", "quote"}:
        tagged = _tagged(unit, at, after, cue, source)
        if tagged:
            return tagged
    found = _complement(unit, after, cue)
    if found is None:
        return _as_said(unit, at, after, cue, source)
    frame, start, end = found
    if frame in ("np", "to", "clause", "npto", "pred", "about", "on") and source and not _may_hold(unit, source, cue):
        return None
    if use == "participle" or (source and unit.words[source[1] - 1].tags & RELATIVE):
        end = _participle_end(unit, start, end)
    end = min(end, fronted_end(unit, at))
    content = [(start, end), *_resumed(unit, end)] if frame in ("clause", "that") else [(start, end)]
    if source and source[0] > 0 and words[source[0] - 1].tags & RELATIVE and source[0] < at and finite(unit, start):
        content = [(source[0] - 1, source[0]), (start, end)]
    return Report(content, source, (at, after), cue, frame)


def _same_subject(unit: Unit, at: int, before: list[Report]) -> Phrase | None:
    """Subject of the report before when a coordinator joins the two: "said the raid failed and warned of more"."""
    start = group_start(unit, at)
    while start > 0 and unit.words[start - 1].tags & COMMA:
        start -= 1
    if start and start < at and unit.words[start].tags & COMMA and unit.words[at].forms & ING:
        tag = next((report for report in reversed(before) if report.rule in ("parenthetical", "inverted") and report.cue[0] < at), None)
        return tag.source if tag else None
    if start == 0 or not unit.words[start - 1].tags & COORD:
        return None
    ends = {start - 1, start - 2}
    return next((report.source for report in reversed(before) if any(end in ends for _, end in report.content)), None)


def _resumed(unit: Unit, end: int) -> list[Phrase]:
    """A reported clause goes on behind a relative clause of the outlet's: "said the talks, which began in May, had failed"."""
    words = unit.words
    if end + 1 >= len(words) or not words[end + 1].tags & RELATIVE:
        return []
    for number in range(end + 2, len(words) - 1):
        if words[number].tags & (COMMA | DASH) and finite(unit, number + 1):
            return [(number + 1, scope_end(unit, number + 1))]
    return []


def _as_said(unit: Unit, at: int, after: int, cue: Cue, source: Phrase | None) -> Report | None:
    """"As Berg noted, the raid failed" and "the raid failed, as Berg noted"."""
    words = unit.words
    if not source or source[0] == 0 or words[source[0] - 1].lower != "as" or not cue.frames & {"after", "quote", "that"}:
        return None
    opening = source[0] - 1
    comma = next((n for n in range(after, min(len(words), after + 8)) if words[n].tags & COMMA), None)
    if opening <= 1 and comma is not None and comma + 1 < len(words):
        return Report([(comma + 1, scope_end(unit, comma + 1))], source, (at, after), cue, "as said")
    if opening > 3 and words[opening - 1].tags & COMMA:
        return Report([(_left_start(unit, opening), opening - 1)], source, (at, after), cue, "as said")
    return None


def _may_hold(unit: Unit, source: Phrase, cue: Cue) -> bool:
    """Whether the subject can hold an attitude: a plan "requires" and a law "favours", but neither believes."""
    if cue.cue_class == "evidential" or "bare" in cue.frames:
        return True
    head = unit.words[source[1] - 1]
    return bool(head.tags & (CAP | SUBJECT | RELATIVE | OBJECT | TAG["role"] | NUMBER | POSSESSOR)) or any(
        word.tags & (CAP | TAG["role"] | NUMBER) for word in unit.words[source[0] : source[1]]
    )


def _participle_end(unit: Unit, start: int, end: int) -> int:
    """", citing two officials, reported": a participle between commas reports no further than the second comma."""
    for number in range(start, end - 1):
        if unit.words[number].tags & COMMA and finite(unit, number + 1):
            return number
    return end


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
    if here.forms & PART and (last & BE or (start == at and start and words[start - 1].lower in ("when", "if", "once"))):
        return "passive"
    if last & (HAVE | BE | MODAL | DO):
        if here.forms & (PART if last & HAVE else ING if last & BE else BASE):
            return "finite"
        return None
    if before & (DET | POSS | POSSESSOR) and not before & SUBJECT and not (words[start - 1].lower in ALONE and here.forms & (PAST | BASE)):
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
        if start and not here.homograph and not before & (PREP | BREAK | SUBORD | WH) and before & WORD:
            return "finite"
        return None
    if here.forms & S and here.homograph and not before & (SUBJECT | CAP | RELATIVE | COMMA | QUOTE):
        tail = at + 1 >= len(words) and any(words[n].tags & (COMMA | QUOTE) for n in range(max(0, at - 5), at))
        if not tail and not _clausal(unit, at + 1):
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
        if start == 0:
            return participle_subject(unit, 0)
        if words[start - 1].tags & (COMMA | DASH | COORD | PREP | SUBORD | CLOSE | QUOTE):
            return participle_subject(unit, start)
        return phrase_ending(unit, start - 1)
    return subject(unit, at)


def _passive(unit: Unit, at: int, after: int, cue: Cue) -> Report | None:
    """ "was accused by Berg of theft", "was told that": the by-phrase speaks, else nobody known."""
    words = unit.words
    limit = len(words)
    source = None
    start = after
    if start < limit and words[start].lower == "by":
        stop = next((n for n in range(start + 1, limit) if words[n].lower in cue.frames), limit)
        source = phrase_from(unit, start + 1, stop)
        start = source[1] if source else start + 1
    found = _complement(unit, start, cue._replace(frames=cue.frames - {"np", "bare", "clause"} | ({"that"} if cue.frames & {"bare", "clause"} else set())), passive=True)
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
    if here.tags & DASH:
        closing = next((n for n in range(at + 1, min(limit - 1, at + 12)) if words[n].tags & DASH), None)
        if closing is not None and words[closing + 1].tags & THAT:
            at, here = closing + 1, words[closing + 1]
    if here.tags & QUOTE:
        return ("quote", at, _quote_end(unit, at)) if frames & {"quote", "pred", "np"} else None
    if here.tags & (COMMA | COLON | DASH):
        if at + 1 < limit and words[at + 1].tags & QUOTE and "quote" in frames:
            return "quote", at + 1, _quote_end(unit, at + 1)
        if here.tags & COLON and frames & {"quote", "bare"} and at + 1 < limit:
            return "colon", at + 1, limit
        return None
    if here.tags & THAT and frames & {"bare", "clause", "that"}:
        return "that", at, scope_end(unit, at)
    if here.tags & WH and here.lower in ("whether", "how", "why", "what") and "wh" in frames:
        return "wh", at, scope_end(unit, at)
    if here.lower == "if" and "if" in frames:
        return "wh", at, scope_end(unit, at)
    if here.tags & TO and at + 1 < limit:
        if (frames & {"to"} or (passive and frames & {"npto", "to"})) and not words[at + 1].tags & (DET | POSS | CAP | OBJECT):
            return "to", at, scope_end(unit, at)
        return _over_phrase(unit, at, cue)
    if here.lower in frames and at + 1 < limit:
        return here.lower, at, phrase_end(unit, at) if here.lower in PLACED else scope_end(unit, at)
    if here.lower == "as" and "pred" in frames:
        return "pred", at, scope_end(unit, at)
    if here.tags & PREP or here.tags & SUBORD:
        return _over_phrase(unit, at, cue)
    if here.tags & WH:
        return None
    if here.tags & INGTAG and "ing" in frames:
        return "ing", at, scope_end(unit, at)
    return _nominal(unit, at, cue)


def _quote_end(unit: Unit, at: int) -> int:
    """Where quoted speech that begins with marks ends: the reported clause may run on behind them."""
    return min(scope_end(unit, at), phrase_end(unit, at))


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
        if here.tags & THAT and cue.frames & {"bare", "clause", "that"}:
            return "that", number, scope_end(unit, number)
        if here.tags & QUOTE:
            return ("quote", number, _quote_end(unit, number)) if cue.frames & {"quote", "pred"} else None
        if here.tags & WH and here.lower in ("whether", "how", "why") and "wh" in cue.frames:
            return "wh", number, scope_end(unit, number)
        if here.tags & (COMMA | COLON | DASH):
            if number + 1 < limit and words[number + 1].tags & QUOTE and "quote" in cue.frames:
                return "quote", number + 1, _quote_end(unit, number + 1)
            if here.tags & COLON and "quote" in cue.frames and number + 1 < limit:
                return "colon", number + 1, limit
            return None
        if number > at and finite(unit, number):
            if "bare" in cue.frames and words[at].lower not in ("after", "before", "as", "while", "since", "because", "so", "than"):
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
    if "bare" in frames and not (words[at].tags & OBJECT and not words[at].tags & SUBJECT) and _says(unit, at, end, open_ended="open" in frames):
        return "clause", at, end
    if "clause" in frames and _bare_clause(unit, at):
        return "clause", at, end
    if frames & {"np", "pred"}:
        if words[at].lower in PARTICLES:
            return None
        return "np", at, end if "pred" in frames else phrase_end(unit, at)
    if "npto" in frames and any(word.tags & TO for word in words[at:end]):
        return "npto", at, end
    return None


def _says(unit: Unit, start: int, end: int, *, open_ended: bool = False) -> bool:
    """Whether these words can be a clause: they hold a finite verb, or marks that may."""
    if open_ended and end - start > 4 and unit.words[start].tags & (DET | POSS | CAP | SUBJECT | NUMBER | POSSESSOR | PLURAL) and not unit.words[start].tags & TIME:
        return True
    return has_finite(unit, start, end) or any(start < number < end for number in unit.quotes)


def _bare_clause(unit: Unit, at: int) -> bool:
    """Whether a subject and its finite verb stand at `at`."""
    phrase = phrase_from(unit, at, len(unit.words))
    if phrase is None:
        return False
    verb = phrase[1]
    while verb < len(unit.words) and unit.words[verb].tags & (ADV | LY | PREP | NUMBER | CAP | TIME) and verb < phrase[1] + 6:
        verb += 1
    return verb < len(unit.words) and finite(unit, verb)


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
    if here.tags & (SUBJECT | DET | CAP | POSS) and cue.frames & {"bare", "clause"} and has_finite(unit, after, limit):
        return "clause", after, scope_end(unit, after)
    if here.tags & TO and "npto" in cue.frames:
        return "npto", after, scope_end(unit, after)
    if here.tags & THAT or here.tags & (WH | QUOTE | COMMA | COLON) or here.lower in cue.frames:
        return _complement(unit, after, cue._replace(frames=cue.frames - {"object"}))
    return _over_phrase(unit, after, cue)


# ---------------------------------------------------------------- words before the cue


def _left_start(unit: Unit, last: int) -> int:
    words = unit.words
    for number in range(last - 1, -1, -1):
        if words[number].tags & SEMI:
            return number + 1
    return 0


def _tagged(unit: Unit, at: int, after: int, cue: Cue, source: Phrase | None) -> Report | None:
    """"..., X said" and "..., said X", with or without more words behind."""
    words = unit.words
    limit = len(words)
    group = group_start(unit, at)
    inverted = _inverted(unit, group, after)
    edge = source[0] if source and source[0] < at and not inverted else group
    if edge == 0 or (group > 0 and words[group - 1].tags & COORD):
        return None
    last = (group if inverted else edge) - 1
    comma = bool(words[last].tags & (COMMA | DASH))
    quoted = bool(words[last].tags & QUOTE) or (comma and last > 0 and bool(words[last - 1].tags & QUOTE))
    if not quoted and not (comma and "after" in cue.frames):
        return None
    behind = after
    if inverted:
        source = phrase_from(unit, after, limit) or source
        behind = source[1] if source and source[0] >= after else after
    begin = _left_start(unit, last)
    content = [(begin, last + (not comma))]
    behind = _past_adjuncts(unit, behind)
    closed = behind >= limit or bool(words[behind].tags & (COMMA | QUOTE | COLON | DASH | SEMI))
    if not quoted:
        if inverted:
            if last - begin < 3:
                return None
        elif not (closed or (behind < limit and words[behind].tags & (PREP | SUBORD) and not _complement(unit, after, cue))):
            return None
    if not inverted and _opens_quotation(unit, behind) and not (quoted and words[begin].tags & QUOTE):
        fronted = words[begin].tags & (PREP | SUBORD | INGTAG | ADV | LY | ED | COORD) or words[last - 1].tags & (PREP | COORD)
        if fronted or (comma and not _says(unit, begin - 1, last)):
            return None
    right = _behind_tag(unit, last, behind, quoted, inverted)
    fronted = words[begin].tags & (PREP | SUBORD | INGTAG | ADV | LY) or last - begin < 3
    if not quoted and not right and fronted and not (unit.heading or inverted or _says(unit, begin - 1, last)):
        return None
    content += right
    return Report(content, source, (at, after), cue, "inverted" if inverted else "parenthetical")


def _opens_quotation(unit: Unit, at: int) -> bool:
    """Whether a comma or a colon and then marks stand at `at`."""
    words = unit.words
    return at + 1 < len(words) and bool(words[at].tags & (COMMA | COLON)) and bool(words[at + 1].tags & QUOTE)


def _inverted(unit: Unit, group: int, after: int) -> bool:
    """Whether the subject follows the cue that begins at `group`: "..., said Berg"."""
    words = unit.words
    if group == 0 or after >= len(words) or not words[after].tags & (CAP | DET | POSS | WORD) or words[after].tags & (THAT | PREP | SUBORD | WH | TIME | ADV | LY | COORD):
        return False
    before = words[group - 1].tags
    if before & QUOTE:
        return True
    if not before & (COMMA | DASH) or words[after].tags & (SUBJECT & ~OBJECT) and words[after].lower not in ("he", "she", "they"):
        return False
    if group > 1 and words[group - 2].tags & QUOTE:
        return True
    named = phrase_from(unit, after, len(words))
    if named and group > 3 and words[after].tags & (CAP | DET) and (named[1] >= len(words) or words[named[1]].tags & (COMMA | TIME | RELATIVE)):
        return True
    opening = group - 2
    while opening >= 0 and not words[opening].tags & (COMMA | DASH):
        opening -= 1
    for number in range(opening + 1, group - 1):
        if words[number].tags & RELATIVE:
            return False
        if number > opening + 1 and finite(unit, number):
            return True
    return False


def _past_adjuncts(unit: Unit, at: int) -> int:
    """Step over adverbs, and over phrases of time and place that end at a mark: "he said in an interview, ..."."""
    words = unit.words
    while at < len(words) and words[at].tags & (ADV | LY | TIME) and not words[at].tags & (DET | SUBJECT | THAT | COORD):
        at += 1
    if at < len(words) and words[at].tags & PREP:
        for number in range(at, min(len(words), at + 10)):
            if words[number].tags & (COMMA | COLON):
                return number
            if words[number].tags & (QUOTE | THAT | WH) or finite(unit, number):
                return at
    return at


def _behind_tag(unit: Unit, at: int, behind: int, quoted: bool, inverted: bool) -> list[Phrase]:
    """Reported words that go on behind "X said": after its comma, or a further quotation."""
    words = unit.words
    limit = len(words)
    content: list[Phrase] = []
    if behind < limit and words[behind].tags & THAT and not inverted:
        return [(behind, scope_end(unit, behind))]
    if behind + 1 < limit and words[behind].tags & COMMA and not inverted:
        following = words[behind + 1]
        bare = not quoted and not _says(unit, -1, at)
        if following.tags & QUOTE or bare or not (quoted or _adjunct(unit, behind + 1)):
            content.append((behind + 1, scope_end(unit, behind + 1)))
    for number in unit.quotes:
        if number >= behind and not any(a <= number < b for a, b in content):
            before = words[number - 1].tags
            if number == behind or before & (COMMA | COLON | DASH):
                content.append((number, number + 1))
    return content


def _adjunct(unit: Unit, at: int) -> bool:
    """Whether the words behind "X said," tell how it was said rather than what."""
    here = unit.words[at]
    return bool(here.tags & (RELATIVE | INGTAG) or here.forms & ING or here.lower in ("but", "and", "while", "though", "although", "according", "in", "during", "when", "after", "before"))


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
    if here.lower in ("of", "about") and here.lower in cue.frames:
        return Report([(after, phrase_end(unit, after))], subject(unit, at), (start, after), cue, "adjective")
    if here.tags & SUBJECT and "that" in cue.frames:
        return Report([(after, scope_end(unit, after))], subject(unit, at), (start, after), cue, "adjective")
    return None


# Determiners that stand alone for people: "most said", "many believe".
ALONE = frozenset(["most", "many", "some", "few", "several", "all", "both", "each", "another", "others", "half", "two", "three", "either"])
# Prepositions whose phrase is a noun phrase, not a clause.
PLACED = frozenset(["with", "against", "at", "on"])
PARTICLES = frozenset(["away", "up", "off", "down", "out", "back", "over", "like"])
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
        if here == "for" and not _states(unit, source, comma + 1):
            return None
        return Report([(comma + 1, scope_end(unit, comma + 1))], source, (opening, first), ACCORDING, "according")
    if here == "for":
        return None
    content = [(_left_start(unit, opening), opening)]
    comma = source[1]
    if comma < limit and words[comma].tags & COMMA and words[opening - 1].tags & COMMA:
        content.append((comma + 1, scope_end(unit, comma + 1)))
    return Report(content, source, (opening, first), ACCORDING, "according")


def _states(unit: Unit, source: Phrase, start: int) -> bool:
    """Whether "For X, the treaty is a betrayal" gives X's view: a name, and a clause that says what something is."""
    words = unit.words
    if source[1] - source[0] > 3 or not all(words[n].tags & CAP for n in range(*source)):
        return False
    verb = next((n for n in range(start, len(words)) if finite(unit, n)), None)
    return verb is not None and words[verb].lower in ("is", "are", "was", "were") and not words[start].tags & SUBJECT


def _colon(unit: Unit) -> list[Report]:
    """ "Name: clause" in a heading, "X: quotation" anywhere."""
    words = unit.words
    for at, here in enumerate(words):
        if here.tags & COLON and 0 < at < len(words) - 1:
            source = phrase_ending(unit, at - 1)
            if words[at + 1].tags & QUOTE and (source is None or source[0] != 0):
                source = main_subject(unit, at) or source
            if source is None or not (words[at + 1].tags & QUOTE or _labels(unit, source, at)):
                return []
            return [Report([(at + 1, len(words))], source, (at, at + 1), COLON_CUE, "colon")]
    return []


def _labels(unit: Unit, source: Phrase, colon: int) -> bool:
    """Whether the words before a colon name who says what follows: "Berg: raid was a crime", "POLL: most want peace"."""
    words = unit.words
    if source[0] != 0 or colon > 4 or colon + 2 >= len(words):
        return False
    head = words[colon - 1]
    if unit.heading:
        return bool(head.tags & (CAP | TAG["role"]))
    named = all(words[n].tags & CAP and not words[n].tags & (DET | INGTAG) for n in range(colon))
    return named and (colon > 1 or bool(head.tags & TAG["role"]))


__all__ = ["Report", "parenthesis", "reports"]
