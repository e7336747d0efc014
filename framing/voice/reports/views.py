"""Phrases that give somebody's view: "For Berg, the treaty is a betrayal", "To many, he is a hero", "the mill, “the Beast” to clerks,"."""

from framing.voice.classes.between import BREAK, CLOSE, COMMA, COORD, DASH, OPEN, PREP, RELATIVE
from framing.voice.classes.nouns import ARTICLE, CAP, DET, OBJECT, OPENING, PLURAL, ROLE, SUBJECT
from framing.voice.classes.verbs import ADVERB, BE, HAVE, LOOSE, TO
from framing.voice.cues import Cue
from framing.voice.grammar import first_finite, has_finite, head_end, head_word, phrase_from
from framing.voice.lists import listed
from framing.voice.steps import first_word, holds, past
from framing.voice.units import Phrase, Report, Unit

SOMEBODY = CAP | OBJECT | ROLE
ASIDE = COMMA | DASH | OPEN | CLOSE
CALLED = Cue("to", "phrase", "label", 0, frozenset())
DESCRIBED = 6
"""Words of a phrase between a source and its comma: "To many in the fishing villages,"."""
LONGEST_SOURCE = 10
LONGEST_HOLDER = 4
"""Words of "the regional government", of whose view something is."""
SHORT_SUBJECT = 3
"""Words between the comma and the verb of a plain judgment."""


def heard_tell(unit: Unit) -> tuple[int, int, Phrase] | None:
    """Read "To hear Berg tell it, ...": where it begins and ends, and the source in it."""
    words = unit.words
    told = next(
        (at for at in range(3, min(len(words) - 1, LONGEST_SOURCE)) if words[at].lower == "tell" and words[at + 1].lower == "it"), None
    )
    source = phrase_from(unit, 2, told) if told else None
    return (0, told + 2, source) if source and told and source[1] == told else None


def called_so(unit: Unit, found: list[Report]) -> list[Report]:
    """Read "the mill, “the Beast” to neighbours,", "a mill known to neighbours as “the Beast”": marks that no report `found` holds."""
    words = unit.words
    reports: list[Report] = []
    for at in unit.quotes:
        if at and (source := _known_to(unit, at)):
            reports.append(Report([(at, at + 1)], source, (at - 1, at), CALLED, "according"))
            continue
        opens = 0 < at < len(words) - 2 and words[at - 1].tags & ASIDE and words[at + 1].lower == "to"
        if not opens or any(start <= at < end for report in found for start, end in report.content):
            continue
        source = phrase_from(unit, at + 2)
        closed = source and (source[1] >= len(words) or words[source[1]].tags & ASIDE)
        if source and closed and head_word(unit, source).tags & SOMEBODY:
            reports.append(Report([(at, at + 1)], source, (at + 1, at + 2), CALLED, "according"))
    return reports


def _known_to(unit: Unit, at: int) -> Phrase | None:
    """Who knows a thing by the words in marks at `at`: "a room known to inmates as “the pit”"."""
    words = unit.words
    near = range(at - 2, max(1, at - LONGEST_SOURCE), -1) if words[at - 1].lower == "as" else range(0)
    known = next((number for number in near if words[number].tags & TO and words[number - 1].lower == "known"), None)
    source = phrase_from(unit, known + 1, at - 1) if known else None
    return source if source and source[1] == at - 1 and head_word(unit, source).tags & (SOMEBODY | PLURAL) else None


def believed(unit: Unit) -> tuple[int, int, Phrase] | None:
    """Read "If Berg is to be believed, ...": where it begins and ends, and the source in it."""
    words = unit.words
    source = phrase_from(unit, 1, min(len(words), LONGEST_SOURCE))
    behind = [word.lower for word in words[source[1] + 1 : source[1] + 4]] if source else []
    trusted = source is not None and " ".join(behind) in listed("cues.toml", "phrases", "trusting")
    return (0, source[1] + 4, source) if source and trusted and words[source[1]].tags & BE else None


def concerned(unit: Unit, at: int) -> tuple[int, int, Phrase] | None:
    """Read "As far as Berg is concerned, ..." with its last word at `at`: where it begins and ends, and the source in it."""
    words = unit.words
    before = range(at - 3, max(0, at - LONGEST_SOURCE), -1) if words[at].lower == "concerned" else ()
    far = next((number for number in before if words[number].lower == "far"), 0)
    source = phrase_from(unit, far + 2, at - 1) if far and words[far + 1].lower == "as" else None
    somebody = source and source[1] == at - 1 and head_word(unit, source).tags & (SOMEBODY | SUBJECT)
    return (far - 1, at + 1, source) if source and somebody and words[at - 1].tags & BE else None


def gives_view(unit: Unit, source: Phrase, start: int) -> bool:
    """Whether the clause that begins at `start`, behind a comma or none, is what something is to the source, or what a poll found."""
    words = unit.words
    opener, second = words[0].lower, words[1].lower
    if opener == "if":
        return True
    if opener == "to":
        return second == "hear" or _to_somebody(unit, source, start)
    told = holds(words[source[1] : source[1] + 2], RELATIVE)
    if start > source[1] + 1 and not told and not (opener == "for" and _placed(unit, source[1], start - 1)):
        return False
    if opener == "in":
        return not words[source[1]].tags & RELATIVE and words[source[1] - 1].lower in listed("cues.toml", "phrases", "soundings")
    return _for_somebody(unit, source, start)


def _to_somebody(unit: Unit, source: Phrase, start: int) -> bool:
    """Read "To many, he is a hero", "To its critics, the scheme is a fraud", "To many in the villages, it remains a scandal"."""
    words = unit.words
    head, first = head_word(unit, source), words[1].tags
    anybody = head.lower in listed("words.toml", "use", "alone")
    somebody = anybody or (head.tags & (CAP | OBJECT | ROLE) and first & (CAP | OBJECT | DET))
    if start == source[1] + 1 and somebody:
        return has_finite(unit, start, len(words))
    people = anybody or (head.tags & ROLE and head.tags & PLURAL) or (start == source[1] and somebody)
    told = words[source[1]].tags & RELATIVE or _placed(unit, source[1], start - 1)
    return bool(people) and (start <= source[1] + 1 or bool(told)) and _judges(unit, start, somebody=True)


def _for_somebody(unit: Unit, source: Phrase, start: int) -> bool:
    """Read "For Berg, the treaty is a betrayal", "For the families of the drowned, ...", "For ministers, it is generous"."""
    words = unit.words
    core = head_end(unit, source)
    if core - source[0] > LONGEST_HOLDER:
        return False
    head = words[core - 1].tags
    named = all(words[number].tags & (CAP | COORD | OBJECT) for number in range(source[0], core))
    definite = words[source[0]].tags & DET and head & ROLE
    if words[start].tags & SUBJECT and words[source[1]].tags & RELATIVE and not head & PLURAL:
        return False  # "For a man who fought for peace, he is cruel"
    if not words[start].tags & SUBJECT and (named or definite):
        verb = first_finite(unit, start, len(words))
        return verb is not None and (_is(unit, verb) or _remains(unit, verb))
    many = (head & ROLE and head & PLURAL) or words[core - 1].lower in listed("words.toml", "phrases", "viewers")
    return bool(named or definite or many) and _judges(unit, start)


def _is(unit: Unit, verb: int) -> bool:
    """Whether a form of be stands at `verb`: "is", "were", "has been"."""
    words = unit.words
    been = words[verb].tags & HAVE and verb + 1 < len(words) and words[verb + 1].lower == "been"
    return bool(been) or words[verb].lower in listed("words.toml", "phrases", "being")


def judges_bare(unit: Unit, source: Phrase, start: int) -> bool:
    """Whether a judgment stands right behind "For Berg", without a comma: "For Berg the lease is nothing less than plunder"."""
    words = unit.words
    somebody = words[source[1] - 1].tags & SOMEBODY
    return bool(somebody and words[start].tags & (OPENING | CAP)) and _judges(unit, start)


def _remains(unit: Unit, verb: int) -> bool:
    """Whether a noun or one adjective stands behind a verb like "remains": "the tunnel remains a death trap", "looks unfair"."""
    words = unit.words
    behind = past(words, verb + 1, ADVERB)
    linking = words[verb].lower in listed("words.toml", "phrases", "linking")
    return linking and behind < len(words) and (bool(words[behind].tags & ARTICLE) or _closes(unit, behind))


def _placed(unit: Unit, at: int, comma: int) -> bool:
    """Whether a phrase that tells which people stands between a source and its comma: "To many in the villages,"."""
    words = unit.words
    return comma - at <= DESCRIBED and bool(words[at].tags & PREP) and not has_finite(unit, at, comma)


def _judges(unit: Unit, start: int, *, somebody: bool = False) -> bool:
    """Whether a plain judgment stands at `start`: "it is a fraud", "the closure is thrifty"; not "it was a day of mourning".

    `somebody`: "he was a tyrant" is one too.
    """
    words = unit.words
    near = range(start + 1, min(len(words) - 1, start + SHORT_SUBJECT + 1))
    verb = first_word(words, near, listed("words.toml", "phrases", "judging"))
    told = words[start].tags & SUBJECT and verb is not None and words[verb].lower in listed("words.toml", "phrases", "past")
    told = told and not (somebody and words[start].lower in listed("words.toml", "complements", "nominative"))
    if verb is None or told or words[start].lower == "there":
        return False
    said = past(words, verb + 1, LOOSE)
    return _closes(unit, said) or bool(words[said].tags & ARTICLE) or words[said].lower == "nothing"


def _closes(unit: Unit, said: int) -> bool:
    """Whether a predicate of one word, or two at the end, stands at `said`."""
    return said + 2 >= len(unit.words) or bool(unit.words[said + 1].tags & BREAK)
