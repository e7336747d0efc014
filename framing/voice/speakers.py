"""Subjects: the noun phrase that governs a cue, by its place in the clause."""

from framing.voice.cues import BASE, ING, PAST, S, TAG, word
from framing.voice.units import Unit

Phrase = tuple[int, int]
"""Word numbers of a noun phrase, end exclusive."""

COMMA, COORD, SUBORD, WH, RELATIVE = TAG["comma"], TAG["coordinator"], TAG["subordinator"], TAG["wh"], TAG["relative"]
PREP, TIME, BE, HAVE, DO, MODAL = TAG["preposition"], TAG["time"], TAG["be"], TAG["have"], TAG["do"], TAG["modal"]
SUBJECT, OBJECT, DET, POSS, CAP, NUMBER = TAG["subject"], TAG["object"], TAG["determiner"], TAG["possessive"], TAG["capital"], TAG["number"]
ADV, LY, NEG, FINITE, ED, TO, THAT, BY = (TAG[name] for name in ("adverb", "ly", "negation", "finite", "ed", "to", "that", "by"))
ROLE = TAG["role"]
QUOTE, CLOSE, OPEN, DASH, SEMI, COLON, STOP, MARK, WORD = (
    TAG[name] for name in ("quotation", "close", "open", "dash", "semicolon", "colon", "stop", "mark", "word")
)
POSSESSOR, PERIOD, OCCASION, INGTAG, PLURAL = TAG["possessor"], TAG["period"], TAG["occasion"], TAG["ing"], TAG["plural"]
AUXILIARY = BE | HAVE | DO | MODAL
GROUP = AUXILIARY | NEG | ADV | LY
BREAK = COMMA | SEMI | COLON | DASH | OPEN | CLOSE | STOP | MARK | QUOTE
# What cannot stand inside a noun phrase read from its end.
OUTSIDE = BREAK | WH | SUBORD | AUXILIARY | FINITE | SUBJECT | OBJECT | THAT | TO | NEG
LINKING = frozenset(["of", "for", "from", "in", "at", "with", "to", "on", "near"])
CONTRACTED = ("'s", "'d", "'ll", "'re", "'ve", "'m")
LONGEST = 16


def group_start(unit: Unit, at: int) -> int:
    """First word of the verb group that ends at `at`: auxiliaries, negation and adverbs belong to it."""
    words = unit.words
    while at > 0 and words[at - 1].tags & GROUP and not words[at - 1].tags & (SUBJECT | DET):
        at -= 1
    return at


def phrase_ending(unit: Unit, last: int) -> Phrase | None:
    """Noun phrase whose last word is `last`."""
    words = unit.words
    if words[last].tags & (SUBJECT | OBJECT):
        return last, last + 1
    if words[last].tags & (OUTSIDE & ~TO):
        return None
    first = last
    while first > 0 and last - first < LONGEST:
        before = words[first - 1]
        if before.tags & PREP:
            if before.lower in LINKING and first > 1 and _nominal(unit, first - 2):
                first -= 2
                continue
            break
        if before.tags & COMMA and _adjectives(unit, first - 1):
            first -= 2
            continue
        if before.tags & (OUTSIDE | COORD) or (before.verb and not _attributive(unit, first - 1)):
            break
        first -= 1
    while first < last and words[first].tags & (TIME | LY) and not words[first].tags & DET:
        first += 1
    return first, last + 1


def _adjectives(unit: Unit, comma: int) -> bool:
    """Whether a comma stands between two adjectives of one noun phrase: "the tall, bearded diplomat"."""
    words = unit.words
    plain = comma > 1 and comma + 2 < len(words) and not words[comma - 1].tags & (OUTSIDE | CAP | PREP | COORD | DET)
    return plain and bool(words[comma - 2].tags & DET) and not words[comma + 1].tags & (DET | POSS | CAP)


def phrase_from(unit: Unit, first: int, limit: int) -> Phrase | None:
    """Noun phrase that begins with word `first`."""
    words = unit.words
    if first >= limit:
        return None
    if words[first].tags & (SUBJECT | OBJECT):
        return first, first + 1
    last = first
    while last < limit and last - first < LONGEST:
        here = words[last]
        if here.tags & PREP:
            if last > first and here.lower in LINKING and here.lower not in ("in", "on", "to", "at") and last + 1 < limit:
                last += 1
                continue
            break
        if here.tags & (OUTSIDE | COORD | TIME) or (here.tags & LY and last == first):
            break
        if here.verb and last > first and here.forms & (S | PAST) and not here.tags & CAP and not here.noun:
            break
        if last > first and here.tags & (DET | POSS) and not words[last - 1].tags & (PREP | DET):
            break
        last += 1
    return (first, last) if last > first else None


def _nominal(unit: Unit, at: int) -> bool:
    """Whether the word can end a noun phrase that a preposition continues."""
    here = unit.words[at]
    if here.tags & (OUTSIDE | PREP | COORD | DET | POSS | TIME | INGTAG) or here.lower in ("according",):
        return False
    return not (here.verb and here.forms & (PAST | S) and not here.noun and not here.tags & CAP)


def _attributive(unit: Unit, at: int) -> bool:
    """Whether a word that could be a reporting verb stands inside a noun phrase: "the reported attack", "a claims office"."""
    here = unit.words[at]
    if here.tags & CAP and at > 0:
        return True
    before = unit.words[at - 1].tags if at else 0
    return bool(before & (DET | POSS | POSSESSOR)) or (here.homograph and not here.forms & PAST)


def finite(unit: Unit, at: int) -> bool:
    """Whether the word at `at` reads as a finite verb."""
    here = unit.words[at]
    tags = here.tags
    if tags & (AUXILIARY | FINITE):
        return here.lower not in ("be", "been", "being", "having")
    before = unit.words[at - 1].tags if at else BREAK
    if here.verb and here.forms & (PAST | S):
        if here.tags & CAP or before & (DET | POSS | PREP | BE | HAVE):
            return False
        return not (here.noun and here.forms & S and not before & (SUBJECT | CAP | RELATIVE))
    if tags & ED:
        return not before & (DET | POSS | PREP | BE | HAVE | BREAK) and bool(before & (WORD))
    return False


def has_finite(unit: Unit, start: int, end: int) -> bool:
    """Whether a finite verb stands among these words, not counting the first."""
    words = unit.words
    return any(finite(unit, at) or _contracted(words[at].lower) for at in range(start + 1, end)) or (
        0 <= start < end and _contracted(words[start].lower)
    )


def _contracted(lower: str) -> bool:
    """Whether a pronoun carries its verb: "he's", "they'll"."""
    return "'" in lower and lower.endswith(CONTRACTED) and bool(word(lower).tags & SUBJECT)


def subject(unit: Unit, at: int) -> Phrase | None:
    """Noun phrase that governs the verb at `at`."""
    start = group_start(unit, at)
    if start == 0:
        return None
    last = _before_time(unit, start - 1)
    tags = unit.words[last].tags
    if tags & RELATIVE:
        return _antecedent(unit, last)
    if tags & CLOSE:
        return _before_bracket(unit, last)
    if tags & (COMMA | DASH):
        return _over_apposition(unit, last) or main_subject(unit, at)
    if tags & (COORD | TO | QUOTE | SEMI):
        return governing_subject(unit, last)
    return phrase_ending(unit, last) or governing_subject(unit, last)


def _before_time(unit: Unit, last: int) -> int:
    """Step back over "on Friday" and the like between a subject and its verb."""
    words = unit.words
    if words[last].tags & NUMBER and last > 2 and words[last - 1].lower == "in" and words[last].lower[:2] in ("19", "20"):
        return last - 2
    if words[last].tags & TIME and last > 1:
        before = last - 1
        if words[before].lower in ("on", "in", "late", "early"):
            return before - 1 if before > 0 else last
        if words[before].tags & (CAP | CLOSE) and not words[before].tags & PREP:
            return before
    return last


def _antecedent(unit: Unit, relative: int) -> Phrase | None:
    last = relative - 1
    while last >= 0 and unit.words[last].tags & (COMMA | PREP | DASH):
        last -= 1
    return phrase_ending(unit, last) if last >= 0 else None


def _before_bracket(unit: Unit, close: int) -> Phrase | None:
    at = close
    while at > 0 and not unit.words[at].tags & OPEN:
        at -= 1
    return phrase_ending(unit, at - 1) if at > 0 else None


def _over_apposition(unit: Unit, comma: int) -> Phrase | None:
    """Subject before an apposition or relative clause set off by commas: "Berg, 45, a farmer from Narvia, said".

    Where the apposition is the name, "one of them, Anna Koval, said", the name is the subject.
    """
    words = unit.words
    found: Phrase | None = None
    closing = words[comma].tags & (COMMA | DASH)
    at = comma
    for _ in range(5):
        opening = at - 1
        while opening >= 0 and not words[opening].tags & (closing | SEMI):
            opening -= 1
        if opening < 1 or words[opening].tags & SEMI:
            break
        head = _phrase_before(unit, opening)
        if head and any(words[n].tags & (CAP | SUBJECT | OBJECT | DET | POSS | ROLE) for n in range(*head)):
            found = found or _name_in(unit, head, opening + 1, at) or head
            edge = words[head[0] - 1].tags if head[0] else QUOTE
            if edge & (QUOTE | THAT | SUBORD | COORD) or (edge & COMMA and words[head[0] - 2].tags & QUOTE):
                return _name_in(unit, head, opening + 1, at) or head
        at = opening
    return found


def _phrase_before(unit: Unit, at: int) -> Phrase | None:
    return _before_bracket(unit, at - 1) if unit.words[at - 1].tags & CLOSE else phrase_ending(unit, at - 1)


def _name_in(unit: Unit, head: Phrase, start: int, end: int) -> Phrase | None:
    """The name between `start` and `end` that tells who the common noun before it is."""
    words = unit.words
    if words[head[1] - 1].tags & (CAP | NUMBER) or start >= end or not words[start].tags & CAP or words[start].tags & (DET | RELATIVE):
        return None
    return phrase_from(unit, start, end)


def clause_start(unit: Unit, at: int) -> int:
    """Where the clause around `at` begins: after the last semicolon, or the start of the unit, past a fronted adverbial."""
    words = unit.words
    start = 0
    for number in range(at - 1, -1, -1):
        if words[number].tags & (SEMI | COLON):
            start = number + 1
            break
    if start < at and words[start].tags & (SUBORD | PREP | INGTAG | LY) and not words[start].tags & CAP & 0:
        comma = next((n for n in range(start, at) if words[n].tags & COMMA), None)
        if comma is not None and comma + 1 < at and not words[comma + 1].tags & (COORD | RELATIVE):
            start = comma + 1
    return start


def main_subject(unit: Unit, at: int) -> Phrase | None:
    """Subject of the first finite verb of the clause around `at`."""
    begin = clause_start(unit, at)
    for number in range(begin, at):
        if finite(unit, number):
            start = group_start(unit, number)
            if start == 0 or unit.words[start - 1].tags & RELATIVE:
                continue
            last = _before_time(unit, start - 1)
            if unit.words[last].tags & (COMMA | DASH):
                found = _over_apposition(unit, last)
            else:
                found = _phrase_before(unit, last + 1)
            if found:
                return found
    first = unit.words[begin].tags if begin < at else 0
    return phrase_from(unit, begin, at) if first & (CAP | DET | SUBJECT | POSS) and not first & (PREP | SUBORD) else None


def governing_subject(unit: Unit, at: int) -> Phrase | None:
    """Subject of the nearest finite verb before `at` that has one."""
    for number in range(at - 1, max(-1, at - 40), -1):
        if finite(unit, number):
            start = group_start(unit, number)
            last = start - 1
            if last >= 0 and not unit.words[last].tags & (COORD | TO):
                found = subject(unit, number) if unit.words[last].tags & (COMMA | DASH | CLOSE | RELATIVE) else phrase_ending(unit, last)
                if found:
                    return found
    return main_subject(unit, at)


def participle_subject(unit: Unit, at: int) -> Phrase | None:
    """Subject of a participle: that of the clause it adjoins to when that has its own, else of the main clause."""
    words = unit.words
    if at <= 1 and words[0].tags & (PREP | SUBORD | INGTAG) or (at == 0 and words[0].forms & ING):
        for number in range(at + 1, len(words) - 1):
            if words[number].tags & COMMA or (words[number].tags & QUOTE and words[number + 1].tags & (SUBJECT | CAP | DET)):
                return phrase_from(unit, number + 1, len(words))
        return None
    for number in range(at - 1, -1, -1):
        if words[number].lower in ("after", "before", "when", "as", "while", "because", "since", "with"):
            for verb in range(number + 1, at):
                if finite(unit, verb):
                    found = phrase_ending(unit, group_start(unit, verb) - 1)
                    return found if found and found[0] > number else main_subject(unit, at)
    return main_subject(unit, at)


__all__ = ["BASE", "ING", "Phrase"]
