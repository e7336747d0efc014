"""Reports that a colon or a dash makes, as headlines and transcripts print them, and signatures."""

from framing.voice.classes.between import COLON, COMMA, COORD, DASH, PREP, QUOTE
from framing.voice.classes.nouns import CAP, DET, NAMED, NUMBER, PEOPLE, POSS, POSSESSOR, ROLE, TIME, UPPER
from framing.voice.classes.verbs import ADVERB, AUXILIARY, BE, ED, INGTAG
from framing.voice.clipped import clipped
from framing.voice.cues import TENSED, Cue
from framing.voice.grammar import has_finite, head_end, phrase_ending, phrase_from
from framing.voice.lists import listed
from framing.voice.people.roles import is_country
from framing.voice.speakers import main_subject
from framing.voice.steps import first_of, holds, only, past
from framing.voice.units import Phrase, Report, Unit

MARK = Cue(":", "mark", "neutral", 0, frozenset())
LONGEST_LABEL = 4
LONGEST_MANNER = 3
"""Words of "quite plain and blunt" between "is" and a colon."""
LONGEST_HEADLINE_LABEL = 6
LONGEST_TAIL = 4
LONGEST_HEADING = 18
"""Words of a sentence with a full stop that a surname and a colon may open: "Lund: Chief was late."."""
LONGEST_SIGNATURE = 10


def behind_colon(unit: Unit, found: list[Report]) -> list[Report]:
    """Read "Name: clause" in a heading or a transcript, "clause: name" in a heading, "X: quotation" anywhere."""
    words = unit.words
    begin = _past_clock(unit)
    at = first_of(words, range(begin + 1, len(words) - 1), COLON)
    if at is None:
        return []
    tail = _tail(unit, at)
    if tail:
        return tail
    if at == 1 and words[0].tags & QUOTE and unit.heading:
        return _behind_quotation(unit)
    quoted = words[at + 1].tags & QUOTE
    if quoted and unit.heading and _happens(unit, begin, at):
        return []  # "Siege of Zell: “Grey Owl” commander appeals"
    if words[-1].tags & NAMED and _behind_dash(unit):
        return []  # "4 May, 10:31 - Raid on Sund: Port is lost - Berg"
    source = _announcing(unit, begin, at) if quoted else _speaking(unit, begin, at, found)
    return [Report([(at + 1, len(words))], source, (at, at + 1), MARK, "colon")] if source else []


def _before(unit: Unit, begin: int, colon: int) -> Phrase | None:
    """The noun phrase right before a colon, from word `begin` on."""
    source = phrase_ending(unit, colon - 1)
    return (max(source[0], begin), source[1]) if source else None


def _announcing(unit: Unit, begin: int, colon: int) -> Phrase | None:
    """Who speaks in the marks behind a colon."""
    source = (_titled(unit, begin, colon) if unit.heading else None) or _before(unit, begin, colon)
    if source is None or source[0] != begin:
        source = main_subject(unit, colon) or source
    return _author(unit, source, colon) or source


def _speaking(unit: Unit, begin: int, colon: int, found: list[Report]) -> Phrase | None:
    """Who says the clause behind a colon: whom a label names, or who is plain about it, if no tag tells."""
    source = _before(unit, begin, colon)
    if unit.heading:
        source = _titled(unit, begin, colon) or source
    author = _author(unit, source, colon) if has_finite(unit, colon, len(unit.words)) else None
    if author or (source and _labels(unit, source, begin, colon) and not _told_of(unit, begin, colon)):
        return author or source
    tagged = any(start == colon + 1 for report in found for start, _ in report.content)
    return None if tagged or unit.heading else _declared(unit, begin, colon)


def _declared(unit: Unit, begin: int, colon: int) -> Phrase | None:
    """Who is plain about the clause behind a colon: "Berg is blunt: the raid failed", "The union's view is simple: the rota is cruel"."""
    words = unit.words
    subject, manner = phrase_from(unit, begin, colon), words[colon - 1].lower in listed("words.toml", "labels", "manners")
    be = first_of(words, range(colon - 2, colon - 2 - LONGEST_MANNER, -1), BE, 0)
    if subject is None or be < subject[1] or not (manner or has_finite(unit, colon + 1, len(words))):
        return None
    aside = words[subject[1]].tags & words[be - 1].tags & COMMA  # "The minister's answer, when it came, was curt"
    near = aside or be == past(words, subject[1], ADVERB)
    owner = _author(unit, subject, colon) if near or manner else None
    if owner or not (near and manner):
        return owner
    somebody = words[subject[1] - 1].tags & NAMED or words[subject[0]].lower in listed("words.toml", "complements", "nominative")
    return subject if somebody else None


def announcer(unit: Unit) -> Phrase | None:
    """Who speaks next: whom a sentence that ends in a colon is about, or whose words a question asks for, "Her verdict?"."""
    last = len(unit.words) - 1
    if unit.ending == ":":
        subject = _said_before(unit, last) or main_subject(unit, last)
        return _author(unit, subject, last) or subject
    asks = unit.ending == "?" and not has_finite(unit, -1, last)
    return _author(unit, phrase_from(unit, 0, last), last) if asks else None


def _said_before(unit: Unit, last: int) -> Phrase | None:
    """Whom a verb of saying that opens a sentence stands before: "Added the harbour master:"."""
    words = unit.words
    cue = words[0].verb if words[0].forms & TENSED else None
    found = phrase_from(unit, 1, last) if cue and cue.speaks else None
    return found if found and words[found[1] - 1].tags & NAMED else None


def _author(unit: Unit, source: Phrase | None, colon: int) -> Phrase | None:
    """Whose words are announced where words are the subject: "The last word went to Berg:", "From the hall came a shout by a widow:"."""
    words = unit.words
    utterances, givers = (listed("words.toml", "labels", kind) for kind in ("utterances", "givers"))
    placed = source is None or (source[0] > 0 and words[source[0] - 1].tags & PREP)
    start, end = (source[1] if source else 0, colon) if placed or source is None else (source[0], head_end(unit, source))
    said = next((at for at in range(end - 1, start - 1, -1) if words[at].lower in utterances), None)
    owned = _owning(unit, max(start, said - 2), said) if said is not None else None
    if owned is not None:
        owner = (owned, owned + 1) if words[owned].tags & POSS else phrase_ending(unit, owned)
        return None if words[owned].lower in listed("words.toml", "labels", "outlet") else owner
    if said is None or not (placed or said == end - 1):
        return None
    for at in range(colon - 2, said, -1):
        found = phrase_from(unit, at + 1, colon) if words[at].lower in givers else None
        if found and (words[at].lower == "by" or holds(words[slice(*found)], PEOPLE)):
            return _name_behind(unit, found, colon) or found
    return None


def _owning(unit: Unit, start: int, said: int) -> int | None:
    """The word that tells whose the one at `said` is: "her verdict on the tour", "the union's first answer"."""
    return first_of(unit.words, range(said - 1, start - 1, -1), POSS | POSSESSOR)


def _name_behind(unit: Unit, found: Phrase, colon: int) -> Phrase | None:
    """The name that follows a description: "a widow at the back of the hall, Berta Kjell"."""
    words = unit.words
    comma = first_of(words, range(found[1], colon - 1), COMMA)
    named = comma is not None and only(words[comma + 1 : colon], CAP)
    return (comma + 1, colon) if comma is not None and named and not words[found[1] - 1].tags & CAP else None


def _behind_quotation(unit: Unit) -> list[Report]:
    """Read "‘Robbed of our future’: fishermen rage at quota": who a heading names behind its quotation."""
    words = unit.words
    source = phrase_from(unit, 2)
    while source and not words[source[1] - 1].tags & (ROLE | CAP):
        source = (2, source[1] - 1) if source[1] > 3 else None
    return [Report([(0, 1)], source, (1, 2), MARK, "colon")] if source else []


def _past_clock(unit: Unit) -> int:
    """Number of the first word behind a date and a time of day: "4 May, 10:31: Berg: raid was a crime"."""
    clock = listed("words.toml", "labels", "clock")
    for number, here in enumerate(unit.words):
        if not here.tags & (NUMBER | TIME | COMMA | COLON | DASH) and here.lower not in clock:
            return number if holds(unit.words[:number], NUMBER) else 0
    return 0


def _titled(unit: Unit, begin: int, colon: int) -> Phrase | None:
    """Name before where something was said: "Former envoy Berg at summit: ..."."""
    words = unit.words
    place = next((number for number in range(begin + 1, colon) if words[number].lower in listed("words.toml", "labels", "places")), None)
    if place is None or not words[place - 1].tags & NAMED:
        return None
    return phrase_ending(unit, place - 1)


def _labels(unit: Unit, source: Phrase, begin: int, colon: int) -> bool:
    """Whether the words before a colon name who says what follows: "Berg: raid was a crime", "POLL: most want peace"."""
    words = unit.words
    longest = LONGEST_HEADLINE_LABEL if unit.heading else LONGEST_LABEL
    if source[0] != begin or colon - begin > longest or colon + 2 >= len(words):
        return False
    head = words[colon - 1]
    if head.lower in listed("people.toml", "headings", "words") or words[source[1] - 1].lower in listed("words.toml", "labels", "topics"):
        return False
    if (unit.heading or begin) and _tells_where(unit, begin, colon):
        return False
    if unit.heading or begin:
        return bool(words[source[1] - 1].tags & NAMED)
    named = all(words[number].tags & CAP and not words[number].tags & (DET | INGTAG) for number in range(colon))
    if colon > 1 or head.tags & (ROLE | UPPER) or not named:
        return named
    clause = words[colon + 1].tags & CAP and has_finite(unit, colon + 1, len(words))
    return bool(clause) and len(words) < LONGEST_HEADING and len(head.lower) > 3


def _told_of(unit: Unit, begin: int, colon: int) -> bool:
    """Whether a label is told of, "Zell: Two dead in Zell", "Berg: visited Zell", or opens a list, "Guests: Ida Holm, Ada Berg"."""
    words = unit.words
    label, behind = words[begin:colon], words[colon + 1 :]
    if only(behind, CAP | COMMA | COORD) and sum(bool(word.tags & COMMA) for word in behind) > unit.heading:
        return True
    if behind[0].tags & ED and not behind[0].tags & (CAP | AUXILIARY) and behind[1].tags & (DET | POSS | PREP | CAP):
        return True
    signs = label[-1].lower == behind[-1].lower and behind[-2].tags & (COMMA | DASH)
    if signs or holds(behind, COLON):
        return False  # "Berg: Berg to Council: We are ready", "Berg: The port is lost, Berg."
    again = {word.lower for word in behind[:LONGEST_HEADING]}
    if len(label) > 1 and (label[-1].tags & ROLE or not holds(label, PREP)):
        return all(word.lower in again for word in label)
    speaks = label[-1].tags & ROLE or label[-1].lower in listed("people.toml", "nouns", "documents")
    return not speaks and label[-1].lower in again


def _tells_where(unit: Unit, begin: int, colon: int) -> bool:
    """Whether a label tells where or what about: "Ukraine: Village burns", "Shelling of Zell: Nine dead", "Harbour toll: Who will pay?"."""
    words = unit.words
    if is_country(" ".join(word.lower for word in words[begin:colon])) or words[begin].lower in listed("words.toml", "labels", "held"):
        return True
    return _happens(unit, begin, colon) or (unit.ending == "?" and not words[colon - 1].tags & ROLE)


def _happens(unit: Unit, begin: int, end: int) -> bool:
    """Whether the words from `begin` to `end` tell what happens, and where: "Shelling of Zell", "Losses"."""
    words = unit.words
    place = first_of(words, range(begin + 1, end), PREP, end)
    head = words[place - 1]
    endings = tuple(listed("words.toml", "labels", "happening"))
    return head.lower in listed("words.toml", "labels", "happenings") or (
        place < end and not head.tags & ROLE and head.lower.endswith(endings)
    )


def _tail(unit: Unit, at: int) -> list[Report]:
    """Read a heading that names its source last: "Brutal raid on port: union", "Sham vote in Zell - opposition"."""
    words = unit.words
    behind, begin = len(words) - at - 1, _past_clock(unit)
    dated = words[at].tags & DASH and begin and words[begin - 1].tags & (DASH | COLON)
    if not (unit.heading or dated) or not 0 < behind <= LONGEST_TAIL or at < begin + 2 or words[at + 1].tags & QUOTE:
        return []
    clause = has_finite(unit, 0, at) or any(number < at for number in unit.quotes) or clipped(unit, 0, at)
    if not words[-1].tags & ROLE and not (words[-1].tags & CAP and clause):
        return []
    source = phrase_from(unit, at + 1)
    told = source and source[1] == len(words) and not _happens(unit, at + 1, len(words))
    start = begin if dated else 0
    colon = first_of(words, range(start + 1, at - 1), COLON, start)
    start = start if has_finite(unit, start, colon) else colon + (colon > start)  # "Raid on port: | Two are dead - union"
    return [Report([(start, at)], source, (at, at + 1), MARK, "colon")] if told else []


def signed(unit: Unit) -> list[Report]:
    """A quotation signed behind a dash, "Enough is enough." - Anna Koval, and a heading that names its source behind one."""
    words = unit.words
    at = max(unit.quotes) if unit.quotes else len(words)
    if at + 2 < len(words) <= at + LONGEST_SIGNATURE and words[at + 1].tags & DASH and words[at + 2].tags & CAP:
        source = phrase_from(unit, at + 2)
        return [Report([(at, at + 1)], source, (at + 1, at + 2), MARK, "signed")] if source else []
    return _behind_dash(unit) if words[-1].tags & NAMED else []  # else it ends in no source


def _behind_dash(unit: Unit) -> list[Report]:
    words = unit.words
    for at in range(len(words) - 2, max(1, len(words) - 2 - LONGEST_TAIL), -1):
        if words[at].tags & DASH and unit.ends[at] < unit.starts[at + 1]:
            return _tail(unit, at)
    return []
