"""Pronouns that stand for the subject of their own sentence: "The board said it thought", "a child whom it had failed"."""

from bisect import bisect_left

from framing.voice.classes.between import SEMI, SUBORD
from framing.voice.classes.nouns import CAP, NUMBER, PLURAL, POSS, ROLE
from framing.voice.cues import closed_class, documents
from framing.voice.grammar import finite, head_word
from framing.voice.lists import listed
from framing.voice.people.groups import people_before
from framing.voice.people.names import pronoun
from framing.voice.people.person import Person
from framing.voice.people.persons import People
from framing.voice.people.roles import as_named, head_noun, is_person, one_person, sex_of
from framing.voice.speakers import HALF_STOP, main_subject
from framing.voice.steps import first_of
from framing.voice.units import Phrase, Unit


def bound_to(people: People, unit: Unit, at: int) -> Phrase | None:
    """Subject for which the pronoun at `at` may stand: of its own clause, "the board said it thought", or of the one before."""
    kind = unit.words[at].lower
    subject = main_subject(unit, at)
    before = subject if subject and subject[1] <= at else None
    # No verb stands between in "in a letter to the mayor, Ida Holm, they".
    governs = before is not None and any(finite(unit, number) for number in range(before[1], at))
    speaks = before if before and governs and _speaks(people, unit, before, kind) else None
    if speaks is None and kind == "they" and at > 1 and unit.words[at - 1].tags & SUBORD:
        return people_before(unit, at - 1)  # "drove her rivals mad, though they thought"
    if before:
        return speaks
    half = first_of(unit.words, range(at - 1, 1, -1), HALF_STOP, 0)
    above = main_subject(unit, half) if half else None
    return above if above and _agrees(people, unit, above, many=kind == "they") else None


def governing(people: People, unit: Unit, position: int, sex: str) -> Person | None:
    """The person of this sex whom the clause around a pronoun is about: "After a talk with Berg, Holm said he", not Berg."""
    at = bisect_left(unit.starts, position)
    subject = main_subject(unit, at)
    person = people.named(_surface(people, unit, subject)) if subject and subject[1] < at else None
    inside = person and unit.start <= position and person in people.within(unit.start, position)
    return person if person and inside and person.gender in (None, sex) else None


def before_colon(people: People, unit: Unit, position: int, sex: str) -> str | None:
    """A person without a name whom the clause before a colon is about: "The boss was blunter: the men, she said, lied"."""
    half = first_of(unit.words, range(bisect_left(unit.starts, position) - 1, 1, -1), HALF_STOP, 0)
    phrase = main_subject(unit, half) if half else None
    if phrase is None or (unit.words[half].tags & SEMI and unit.words[phrase[0]].tags & POSS):
        return None  # "Her mother sang; her father, she said,"
    surface = _surface(people, unit, phrase)
    return as_named(surface) if not people.named(surface) and one_person(surface, sex) else None


def _surface(people: People, unit: Unit, phrase: Phrase) -> str:
    return people.text[unit.starts[phrase[0]] : unit.ends[phrase[1] - 1]]


def _agrees(people: People, unit: Unit, phrase: Phrase, *, many: bool) -> bool:
    """Whether "they" or "it" can stand for a phrase: people, or else a body or a document."""
    head = head_word(unit, phrase)
    if many:
        return bool(head.tags & PLURAL)
    return not head.tags & PLURAL and not is_person(head.lower) and people.named(_surface(people, unit, phrase)) is None


def _speaks(people: People, unit: Unit, phrase: Phrase, kind: str) -> bool:
    """Whether a subject can be whom a pronoun makes speak: not the ship in "The ship was sunk in what he called"."""
    sex = pronoun(kind)
    head = head_word(unit, phrase)
    surface = _surface(people, unit, phrase)
    person = people.named(surface)
    if sex not in ("male", "female"):
        somebody = head.tags & (ROLE | CAP | NUMBER) or head.lower in listed("words.toml", "use", "alone")
        return bool(somebody or pronoun(surface)) or head.lower in documents()
    if person:
        return person.gender in (None, sex)
    told = pronoun(surface)
    if told:
        return told == sex
    bare = bool(head.tags & CAP) and not closed_class(head.lower)
    return (bare or is_person(head.lower)) and not head.tags & PLURAL and sex_of(head.lower) in (None, sex)


def whose(people: People, told: str) -> Person | None:
    """Whose thing a sentence is about, who is meant behind it: "Berg's term ends. He", "Footage of Berg appears. He"."""
    thing, _, of = told.rpartition(" of ")
    owner, _, owned = told.replace("\u2019", "'").partition("'s ")
    return None if is_person(head_noun(thing or owned)) else people.named(of if thing else owner if owned else "")
