"""Words before "X said" and "said X"."""

from framing.voice.agents import described_end, joint_end
from framing.voice.appositions import without_apposition
from framing.voice.classes.between import CLOSE, COLON, COMMA, COORD, DASH, OPEN, PREP, QUOTE, RELATIVE, SEMI, SET_OFF, SUBORD, THAT, WH
from framing.voice.classes.nouns import CAP, DETERMINER, NUMBER, PLURAL, POSSESSOR, ROLE, SUBJECT, UPPER, WORD
from framing.voice.classes.verbs import ADVERB, AUXILIARY, ED, INGTAG, LOOSE, NEG
from framing.voice.cues import PART, TAG, Cue
from framing.voice.grammar import finite, first_finite, has_finite, phrase_ending, phrase_from, subject_and_verb
from framing.voice.lists import listed
from framing.voice.reports.bare_clauses import may_be_clause
from framing.voice.reports.behind_tags import behind_tag
from framing.voice.reports.circumstances import opens_that, past_circumstances
from framing.voice.reports.complements import complement
from framing.voice.reports.inversion import inverts
from framing.voice.reports.scope import PAUSE
from framing.voice.steps import first_of, holds, past
from framing.voice.units import Phrase, Report, Unit

FRONTED = PREP | SUBORD | INGTAG | ADVERB
SPEAKER = CAP | ROLE | SUBJECT | PLURAL | NUMBER
SETTING_OFF = QUOTE | COMMA | DASH
CLOSES = COMMA | QUOTE | COLON | DASH | SEMI
DATELINE = 12
"""Words and marks before the dash of a dateline."""
LONGEST_JOINT = 6
"""Words of the first of two subjects, their conjunction included."""
SHORT = 12
"""Characters of words in marks that may stand before the noun of a headline."""
SHORTEST = 3
"""Words before an unmarked "X said" that can be what was said."""


def tagged(unit: Unit, place: Phrase, group: int, cue: Cue, source: Phrase | None) -> Report | None:
    """Read "..., X said" and "..., said X" around the cue at `place`, whose verb group begins at `group`.

    None: the words before it are not what was said.
    """
    words, (at, after) = unit.words, place
    inverted = group == at and inverts(unit, group, after) and cue.lemma not in listed("cues.toml", "phrases", "upright")
    source = (_joint_start(unit, source[0]), source[1]) if source else None
    edge = description_start(unit, source) if source and not inverted else group
    last = edge - 1
    quoted = edge > 0 and bool(words[last].tags & SETTING_OFF) and _ends_quotation(unit, last)
    apart = quoted or words[last].tags & SET_OFF
    denied = group < at and holds(words[group:at], NEG)
    if edge == 0 or denied or not apart or words[group - 1].tags & (COORD | RELATIVE):
        return None  # the last as in "as “vile”, yet she would not say why"
    source, behind = _tag_end(unit, after, cue, source, inverted=inverted)
    if inverted and not (quoted or (source and _may_speak(unit, source))):
        return None
    if not _sets_off(unit, last, behind, cue, quoted=quoted):
        return None
    begin = _left_start(unit, last, behind)
    closed = inverted or behind >= len(words) or words[behind].tags & CLOSES
    stands = closed or _stands_open(unit, (begin, last), behind, quoted=quoted, tail=complement(unit, after, cue) is None)
    if not (stands and _said_before(unit, (begin, last), behind)):
        return None
    right = behind_tag(unit, last, behind, quoted=quoted, inverted=inverted)
    if not (right or inverted or unit.heading) and (_in_fronted_clause if quoted else _only_fronted)(unit, begin, last):
        return None
    left = begin, last + (not words[last].tags & SET_OFF)
    said = without_apposition(unit, left) if right else [left]
    return Report([*said, *right], source, (at, after), cue, "inverted" if inverted else "parenthetical")


def _ends_quotation(unit: Unit, last: int) -> bool:
    """Whether words in marks end at `last`, a comma behind them aside; not those within a phrase: "its “voluntary” departures began"."""
    words = unit.words
    if last > 0 and words[last].tags & QUOTE and not words[last].tags & PAUSE and words[last - 1].tags & DETERMINER:
        return False
    behind = words[last + 1].tags if last + 1 < len(words) else 0
    if words[last].tags & QUOTE and behind & WORD and not behind & (CAP | PLURAL) and unit.heading:
        return unit.ends[last] - unit.starts[last] > SHORT  # "‘Hero’ officer says sorry"
    return bool(words[last].tags & QUOTE) or bool(last > 0 and words[last].tags & SET_OFF and words[last - 1].tags & QUOTE)


def _tag_end(unit: Unit, after: int, cue: Cue, source: Phrase | None, *, inverted: bool) -> tuple[Phrase | None, int]:
    """Who speaks, and where the tag ends, with whom it was told and on what occasion."""
    behind = after
    if inverted:
        source = _named_behind(unit, phrase_from(unit, after))
        source = (source[0], joint_end(unit, source)) if source else None
        behind = source[1] if source else after
    elif "object" in cue.frames:
        addressee = phrase_from(unit, after)
        behind = addressee[1] if addressee else after
    return source, _past_adjuncts(unit, behind)


def _named_behind(unit: Unit, source: Phrase | None) -> Phrase | None:
    """The name behind a description: "said the head of the ward at the hospital in Zell, Ida Holm"; else the description."""
    words = unit.words
    if source is None or source[1] >= len(words) or not words[source[1]].tags & (PREP | COMMA):
        return source
    end = past_circumstances(unit, described_end(unit, source))
    if end + 1 >= len(words) or not words[end].tags & COMMA or not words[end + 1].tags & CAP:
        return source
    name = phrase_from(unit, end + 1)
    if name is None or holds(words[slice(*name)], POSSESSOR):
        return source
    told = words[end - 1].tags & ROLE and (name[1] >= len(words) or words[name[1]].tags & COMMA)  # "said his wife, Ida."
    return name if end > source[1] or told else source


def _sets_off(unit: Unit, last: int, behind: int, cue: Cue, *, quoted: bool) -> bool:
    """Whether what stands at `last`, marks or a comma, may set what was said off from a tag with this cue, which ends before `behind`.

    Other verbs than "say" stand so without marks seldom, and if so before a comma: behind a clause, ", X promised,", or within one.
    """
    words = unit.words
    if quoted:
        return bool(cue.frames & {"after", "quote"})
    if "after" in cue.frames:
        return True
    if behind < len(words) and not words[behind].tags & COMMA:
        return False
    begin = _left_start(unit, last, behind)
    if "pred" not in cue.frames and (cue.speaks or "tag" in cue.frames) and _breaks_clause(unit, (begin, last), behind):
        return True
    if words[begin].tags & SUBORD and "tag" in cue.frames and subject_and_verb(unit, behind + 1):
        return True  # "When the lamps failed, recalled X, everyone laughed"
    fronted = words[begin].tags & FRONTED and not words[begin + 1].tags & AUXILIARY  # "There was"
    return "tag" in cue.frames and not fronted and (unit.heading or may_be_clause(unit, begin - 1, last))


def _may_speak(unit: Unit, source: Phrase) -> bool:
    """Whether a subject behind its verb can be somebody: not "shows a steady stream", "began more than a year ago"."""
    near = unit.words[slice(*source)]
    return near[0].lower == "the" or holds(near, SPEAKER)


def _left_start(unit: Unit, last: int, behind: int) -> int:
    """Where the words before a tag begin: at their clause; behind a colon if the tag breaks a clause there: "was blunt: it, X said, is"."""
    closed = behind < len(unit.words) and unit.words[behind].tags & COMMA
    colon = first_of(unit.words, range(last - 1, 0, -1), COLON) if closed else None
    broken = colon is not None and _breaks_clause(unit, (colon + 1, last), behind)
    return colon + 1 if colon is not None and broken else left_start(unit, last)


def _breaks_clause(unit: Unit, left: Phrase, behind: int) -> bool:
    """Whether a tag breaks a clause behind its subject or its auxiliary: "The budget, X fumed, was", "is, X thunders, a den"."""
    words = unit.words
    begin, last = left
    verb = past(words, behind + 1, LOOSE)
    if verb >= len(words) or not words[last].tags & words[behind].tags & COMMA:
        return False
    if words[last - 1].tags & AUXILIARY:
        return True
    return finite(unit, verb) and not has_finite(unit, begin - 1, last)


def description_start(unit: Unit, source: Phrase) -> int:
    """Where a subject begins, with the description before its name: "“…,” the union's lawyer, Ida Holm, told the court"."""
    words = unit.words
    if source[0] < 3 or source[1] >= len(words) or not words[source[0] - 1].tags & words[source[1]].tags & COMMA:
        return source[0]
    described = phrase_ending(unit, source[0] - 2)
    return described[0] if described and words[described[1] - 1].tags & ROLE else source[0]


def _joint_start(unit: Unit, edge: int) -> int:
    """Where a subject of two begins whose second begins at `edge`: ", current and former officials said"."""
    words = unit.words
    if not words[edge - 1].tags & COORD or words[edge - 1].lower == "but":
        return edge
    for number in range(edge - 2, max(-1, edge - LONGEST_JOINT), -1):
        if words[number].tags & (COMMA | DASH | QUOTE):
            return number + 1 if number + 1 < edge - 1 else edge  # "“a pit” - and he vowed" is no tag
        if words[number].tags & (PREP | SUBORD | THAT | WH) or finite(unit, number):
            break
    return edge


def left_start(unit: Unit, last: int) -> int:
    """Where the clause that ends before word `last` begins: the unit, its last semicolon, or a bracket that is still open."""
    words = unit.words
    parted = first_of(words, range(last - 1, -1, -1), SEMI | OPEN | CLOSE)
    if parted is not None and words[parted].tags & CLOSE:
        parted = first_of(words, range(parted - 1, -1, -1), SEMI)
    return _past_dateline(unit, last) if parted is None else parted + 1


def _past_dateline(unit: Unit, last: int) -> int:
    """Step over "NARVIA, March 3 (Wire) -", which nobody says."""
    words = unit.words
    if not words[0].tags & UPPER:
        return 0
    return next((number + 1 for number in range(1, min(last - 1, DATELINE)) if words[number].tags & DASH), 0)


def _stands_open(unit: Unit, left: Phrase, behind: int, *, quoted: bool, tail: bool) -> bool:
    """Whether a tag that no mark closes can stand behind these words; `tail`: nothing behind it is the complement of its cue."""
    words = unit.words
    begin, last = left
    if not quoted and not (tail and words[behind].tags & (PREP | SUBORD)):
        return False
    # "Speaking of the “sale”, Holm said firms cost more"
    return tail or bool(words[begin].tags & QUOTE) or first_finite(unit, begin, last) is not None


def _said_before(unit: Unit, left: Phrase, behind: int) -> bool:
    """Whether the words before the tag are what was said, and not a setting for words in marks behind it."""
    words = unit.words
    begin, last = left
    if not _opens_quotation(unit, behind) or words[begin].tags & QUOTE:
        return True
    if words[behind + 1].tags & TAG["small"]:
        return True  # "If Berg wins, she said, “there may be war”"
    return not words[begin].tags & (FRONTED | ED | COORD) and may_be_clause(unit, begin - 1, last)


def _only_fronted(unit: Unit, begin: int, last: int) -> bool:
    """Whether the words before the tag are an adverbial or a word or two, no clause."""
    fronted = unit.words[begin].tags & FRONTED or last - begin < SHORTEST
    return bool(fronted) and not may_be_clause(unit, begin - 1, last)


def _in_fronted_clause(unit: Unit, begin: int, last: int) -> bool:
    """Whether marks close a subordinate clause, behind which the main one stands: "Asked whether the pit was “a trap”, Berg laughed"."""
    opening = unit.words[begin]
    fronted = opening.tags & SUBORD or opening.forms & PART
    return bool(fronted) and not holds(unit.words[begin:last], COMMA)


def _opens_quotation(unit: Unit, at: int) -> bool:
    """Whether a comma or a colon and then marks stand at `at`."""
    words = unit.words
    return at + 1 < len(words) and bool(words[at].tags & (COMMA | COLON)) and bool(words[at + 1].tags & QUOTE)


def _past_adjuncts(unit: Unit, at: int) -> int:
    """Step over adverbs, and over phrases of time and place that end at a mark: "he said in an interview, ..."."""
    words = unit.words
    at = past_circumstances(unit, at)
    if at < len(words) and words[at].tags & PREP:
        for number in range(at, min(len(words), at + 10)):
            if words[number].tags & (COMMA | COLON):
                return number
            clausal = words[number].tags & THAT and opens_that(unit, number)
            if clausal or words[number].tags & (QUOTE | WH) or finite(unit, number):
                return at
    return at
