"""What a reader keeps in mind from sentence to sentence: who was named, who spoke last, what was left open."""

import re
from bisect import bisect_left

from framing.voice.classes.nouns import PLURAL, WORD
from framing.voice.cues import word
from framing.voice.grammar import has_finite
from framing.voice.headlines import announcer
from framing.voice.lists import listed
from framing.voice.marks import Quotation
from framing.voice.people.bound import before_colon, bound_to, governing, whose
from framing.voice.people.groups import body_before, full_name, many_named, of_two, people_before, person_in
from framing.voice.people.names import bare_surname, pronoun
from framing.voice.people.person import BODY, Person, called, may_be
from framing.voice.people.persons import People
from framing.voice.people.roles import as_named, definite, head_noun, indefinite, is_person, one_person
from framing.voice.spans import Span
from framing.voice.speakers import main_subject, owner
from framing.voice.steps import holds
from framing.voice.units import Phrase, Report, Unit, place

NOT_SPEECH = frozenset(["cognitive", "evidential", "label"])
OWNED = {"its": "it", "their": "they", "them": "they"}  # possessive and object pronouns, and whose they are
BOUND = frozenset(["it", "they", *OWNED])
SEXES = ("male", "female")
TOO_CLOSE = 8  # characters behind a name at which a relative pronoun may stand: "Reid, who he said"
# Nobody named before, a pronoun may point ahead as far: "Her charge that ... Anna Koval has since left."
SOON = 200
BREAK = re.compile(r"\n\s*")  # parts two paragraphs


class Discourse:
    """One part of an article as far as it has been read."""

    def __init__(self, text: str, people: People, others: People) -> None:
        self.text = text
        self.people = people
        self.others = others
        self.last: Span | None = None
        """The last stretch somebody was heard in."""
        self.reported: Span | None = None
        """The first stretch of the unit before that is somebody's, be it a finding or a view."""
        self.previous: Unit | None = None
        """The last unit in which somebody may be heard."""
        self.before: Unit | None = None
        """The last unit of all."""
        self.earlier: Unit | None = None
        """The unit before that."""
        self.above: list[Unit] = []
        """The units before these two in their paragraph, as far as nobody has asked for the people they tell of."""
        self._told_above: str | None = None
        """The people last told of in those that were asked."""
        self.left_open = False
        """The last quotation has no closing mark."""
        self._subject: str | None = None
        self.announced = False
        """The last unit ended in a colon, or asked for somebody's answer."""
        self._speakers: dict[Phrase | None, str | None] = {}

    def leave(self, unit: Unit) -> None:
        """Go on from a unit, whether somebody was heard in it or not."""
        if self.before and "\n" in self.text[self.before.start : unit.start]:
            self.above, self._told_above = [], None
        elif self.earlier:
            self.above.append(self.earlier)
        self.earlier, self.before, self._subject = self.before, unit, None
        if self.previous is not unit:
            self.reported = None

    def speaker_of(self, unit: Unit, report: Report) -> str | None:
        """Canonical name of who makes a report; found once a unit for all that a source says in it."""
        if report.source not in self._speakers:
            self._speakers[report.source] = self._speaker(unit, report)
        return self._speakers[report.source]

    def _speaker(self, unit: Unit, report: Report) -> str | None:
        source = place(unit, report.source)
        if report.source is None or source is None:
            return None
        surface, before = self.text[slice(*source)].lower(), unit.words[report.source[0] - 1].lower
        bound = surface in BOUND or (before == "what" and surface in ("he", "she"))
        if bound and report.source[0] > 1 and report.rule != "parenthetical":
            source = place(unit, bound_to(self.people, unit, report.source[0])) or source
        return self.name_of(unit, source)

    def name_of(self, unit: Unit, mention: tuple[int, int]) -> str | None:
        """Canonical name of the speaker printed at `mention`: the person's full name, else the phrase as printed."""
        surface = self.text[slice(*mention)]
        kind = pronoun(surface)
        if kind in SEXES:
            return self._meant(unit, mention, kind)
        if kind == "other":
            return self._group(surface)
        several = many_named((self.people, self.others), surface) if " and " in surface else None
        return several or of_two(self.people, (unit, self.before), mention[0], surface) or self._printed(unit, mention, surface)

    def _meant(self, unit: Unit, mention: tuple[int, int], gender: str) -> str | None:
        """Canonical name of the person whom "he" or "she" at `mention` means."""
        start, end = mention
        opens = self.text[unit.start : start].lower() == "by "  # "By his own account, Berg was"
        return (
            (opens and called(self.people.first_between(end, unit.end, gender)))
            or before_colon(self.people, unit, start, gender)
            or called(governing(self.people, unit, start, gender))
            or self._unnamed_speaker(gender)
            or called(self._behind_pronoun(unit, start, gender))
            or self._bare_name(unit, start, gender)
        )

    def _printed(self, unit: Unit, mention: tuple[int, int], surface: str) -> str | None:
        """Canonical name of a phrase that is no pronoun: of the person it names or describes, else the phrase; None: it names nobody."""
        position = mention[0]
        if surface.lower() in listed("words.toml", "reference", "counted"):
            many = self._group("they") or ""
            return many if surface.rsplit(maxsplit=1)[-1] in many.lower().split() else as_named(surface)  # "Two envoys left. The two"
        person = self.people.named(surface) or self.others.named(surface) or self.people.apposed(mention[1], surface)
        told = person is None and definite(surface)
        if told:
            person = self.people.in_role(position, surface) or self._described(unit, position, surface)
        if person is None and (told or (unit.heading and not indefinite(surface))):
            person = (self.people.only_in_role(surface) if unit.heading else None) or self.others.only_in_role(surface)
        return person.name if person else full_name(self.people, position, surface, self.last and self.last.speaker) or as_named(surface)

    def _described(self, unit: Unit, position: int, surface: str) -> Person | None:
        """Person a definite description points to: "the 45-year-old nurse" is who the sentence before was about.

        It is not who its own sentence is about: "Berg left when the nurse spoke" has two persons.
        """
        if not surface.lower().startswith("the ") or not is_person(head_noun(surface)):
            return None
        inside = self.people.within(unit.start, position)
        last = self.last.speaker if self.last else None
        if last and " " in last and head_noun(last) == head_noun(surface):
            return None  # "A nurse said so. Holm left. The nurse said"
        # "Holm left. The bishop said" has two persons, unless an age tells that the first is described, or nothing did so far.
        aged = any(map(str.isdigit, surface))
        told = self._previous_subject()
        told = told if aged or self.before is self.previous or (told and self._introduced(told, unit)) else None
        likely = filter(None, (told, self._last_person()))
        return next((person for person in likely if person not in inside and may_be(person, surface)), None)

    def _introduced(self, person: Person, unit: Unit) -> bool:
        """Whether the sentence before names somebody in full for the first time, whom no pronoun here means and no word describes."""
        met = (self.before and self.people.met_before(person, self.before.start)) or person.roles
        return " " in person.name and not met and all(pronoun(word.lower) not in SEXES for word in unit.words)

    def _last_person(self) -> Person | None:
        """Named person heard last in this paragraph or the one before: "the diplomat continued"."""
        if self.last is None or self.last.speaker is None or self.previous is None or not self._near(self.previous):
            return None
        return self.people.named(self.last.speaker) or self.others.named(self.last.speaker)

    def _near(self, unit: Unit) -> bool:
        """Whether somebody was heard in the paragraph in which `unit` ends, or in the one before."""
        return self.last is not None and len(BREAK.findall(self.text, self.last.end, unit.end)) <= 1

    def _bare_name(self, unit: Unit, position: int, gender: str) -> str | None:
        """A surname of which nothing else is known: the subject of the sentence before the pronoun, or who spoke in the one before."""
        subject = place(unit, main_subject(unit, bisect_left(unit.starts, position)))
        surface = self.text[slice(*subject)] if subject and subject[1] <= position else None
        before, recent = self._subject_before(), self._recent()
        bare = next((name for name in (surface, recent and recent.speaker, before) if name and bare_surname(name)), None)
        return bare or self._person_described(surface, before, gender)

    def _person_described(self, surface: str | None, before: str, gender: str) -> str | None:
        """The person without a name whom this sentence or the one before is about, who spoke last, or whom that one tells of."""
        near = self.last if self.before and self._near(self.before) else None
        last = near.speaker if near and near.speaker and not self.people.named(near.speaker) else None
        name = next((name for name in (surface, before, last) if name and one_person(name, gender)), None)
        met = place(self.before, person_in(self.before, gender)) if self.before and name is None else None
        name = self.text[slice(*met)] if met else name
        return as_named(name) if name else None

    def _recent(self) -> Span | None:
        """The last stretch somebody was heard in, if that was in the last unit."""
        return self.last if self.last and (self.previous is None or self.last.start >= self.previous.start) else None

    def _unnamed_speaker(self, gender: str) -> str | None:
        """A person without a name: whom the unit before, where nobody is named, is about, "A nurse rose", or who was heard there."""
        person = self._previous_subject()
        if person and person.gender in (None, gender):
            return None
        told = self._subject_before()
        opening = told.split(maxsplit=1)[0].lower() if told else ""
        new = pronoun(opening) in {*SEXES} - {gender} or opening in listed("words.toml", "reference", "indefinite")
        if new and one_person(told, gender) and self.before and not self.people.within(self.before.start, self.before.end):
            return as_named(told)
        recent = self._recent()
        speaker = recent.speaker if recent else None
        known = speaker is None or self.people.named(speaker) or self.others.named(speaker)
        return speaker if speaker and not known and one_person(speaker, gender) else None

    def _behind_pronoun(self, unit: Unit, position: int, gender: str) -> Person | None:
        """Person a pronoun stands for: in its own sentence, the last speaker, the subject before, the nearest name."""
        marks = min((quote.start for quote in unit.quotes.values()), default=position)
        inside = self.people.first_between(unit.start, min(position - TOO_CLOSE, marks), gender)
        if inside:
            return inside
        known = self.people.named(self.last.speaker) if self.last and self.last.speaker else None
        known = known if known and known.gender in (None, gender) else None
        if known and self._recent():
            return known
        person = self._previous_subject()
        if person and person.gender in (None, gender):
            return person
        begin = self.previous.start if self.previous else 0
        before = self.people.first_between(begin, unit.start, gender) or known or self.people.nearest(unit.start, gender)
        return before or self.people.first_between(unit.end, unit.end + SOON, gender)

    def _previous_subject(self) -> Person | None:
        """Person who is the subject of the unit right before, be it as "he" of whom it tells what he said."""
        told, heard = self._subject_before(), self.reported
        said = heard.speaker if heard and heard.mention_text == told and pronoun(told) in SEXES else None
        return self.people.named(said or told) or whose(self.people, told)

    def _subject_before(self) -> str:
        """Subject of the unit right before, as printed, or an empty string; looked for once a unit."""
        if self._subject is None:
            mention = place(self.before, main_subject(self.before, len(self.before.words))) if self.before else None
            self._subject = self.text[slice(*mention)] if mention else ""
        return self._subject

    def _group(self, surface: str) -> str | None:
        """A plural or neuter pronoun takes the last speaker if that is no person; "they", people just named, if that is one body."""
        lower = OWNED.get(surface.lower(), surface.lower())
        heard = self.reported if lower == "it" and self.reported and not self._recent() else self.last
        speaker = heard.speaker if heard else None
        known = self.people.named(speaker or "")
        speaker = None if known and known.gender != BODY else speaker
        if lower == "they" and not (speaker and word(speaker.split()[-1]).tags & PLURAL):
            return self._people_in(self.before) or speaker or self._people_in(self.earlier) or self._people_above()
        if lower == "it" and speaker is None:
            bodies = (body_before(self.people, unit) for unit in (self.before, self.earlier) if unit)
            return next(filter(None, bodies), None)
        if lower in ("they", "it"):
            return speaker
        alone = listed("words.toml", "use", "alone") - listed("words.toml", "use", "floating") | {"one"}
        return surface if lower in alone else None  # "Others", "many"

    def _people_in(self, unit: Unit | None) -> str | None:
        """People of the sentence before; of the one before that those whom it is about: "The farmers came. A clerk left. They"."""
        people = place(unit, people_before(unit, len(unit.words), subject_alone=unit is self.earlier)) if unit else None
        return as_named(self.text[slice(*people)]) if people else None

    def _people_above(self) -> str | None:
        """The people last told of in the paragraph: "It shocked the inspectors. The hall stank. It rained. The staff, they wrote,"."""
        self._told_above = next(filter(None, map(self._people_in, reversed(self.above))), self._told_above)
        self.above = []
        return self._told_above

    def acting(self, position: int) -> Span | None:
        """Who does something in the sentence right before a quotation at `position`, in its paragraph: "Holm shrugs. “…”"."""
        before = self.before
        if before is None or not before.words or before.quotes or "\n" in self.text[before.ends[-1] : position]:
            return None
        phrase = main_subject(before, len(before.words))
        mention = place(before, owner(before, phrase)) if phrase else None
        if mention is None or before.ending != "." or not has_finite(before, 0, len(before.words)):
            return None
        surface = self.text[slice(*mention)]
        person = self.people.named(surface)
        inside = self.people.within(before.start, position)
        told = person or pronoun(surface) in SEXES or is_person(head_noun(surface)) or (phrase and phrase[0] and bare_surname(surface))
        if not told or any(other is not person for other in inside):
            return None
        return Span(position, position, "direct", "beat", self.name_of(before, mention), mention, surface)

    def continues(self, unit: Unit, at: int, quote: Quotation) -> bool:
        """Whether a quotation without a cue goes on with the words of the last speaker."""
        if self.last is None or self.last.rule == "signed":
            return False
        if quote.resumed or self.announced or self.text.find("\n", self.last.end, unit.starts[at]) < 0:
            return True
        fills = at == 0 and not holds(unit.words, WORD)
        told = self.previous.end if self.previous and self.previous.start <= self.last.start else self.last.end
        others = any(person.name != self.last.speaker for person in self.people.within(told, unit.starts[at]))
        return fills and (self.left_open or not others)

    def remember(self, unit: Unit, spans: list[Span]) -> None:
        """Keep the speaker of the longest quotation of a unit, or of its last report by a verb of saying."""
        quoted = said = None
        heard = [span for span in spans if span.mention and span.attributed]
        self.reported = next(iter(heard), None)
        for span in heard:
            if span.voice == "direct":
                quoted = span if quoted is None or span.end - span.start > quoted.end - quoted.start else quoted
            elif span.cue_class not in NOT_SPEECH:
                said = span
        self.last = quoted or said or self.last
        told = announcer(unit)
        self.announced = unit.ending == ":" or told is not None
        mention = place(unit, told) if not (quoted or said) else None
        if mention:
            name = self.name_of(unit, mention)
            self.last = Span(unit.start, unit.end, "direct", "continuation", name, mention, self.text[slice(*mention)])
        if unit.quotes:
            self.left_open = not unit.quotes[max(unit.quotes)].closed
        self.previous = unit
        self._speakers.clear()
