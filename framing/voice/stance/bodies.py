"""Bodies that "it" stands for: told of before, "The council met. Its greed", or telling of themselves, "The bank denied that it lied"."""

from framing.voice.classes.between import MARK, PREP
from framing.voice.classes.nouns import CAP, DEFINITE, OPENING, PLURAL, POSSESSOR, PRONOUN, ROLE, UPPER
from framing.voice.classes.verbs import AUXILIARY, BE, HAVE, LOOSE, NEG, TO
from framing.voice.cues import Word
from framing.voice.people.names import first_names, nameless
from framing.voice.people.roles import is_person, is_seat
from framing.voice.stance.by_agents import by_agent
from framing.voice.stance.clause import Clause
from framing.voice.stance.earlier import Said, sentences
from framing.voice.stance.nominal import first_verb, is_verb, names_person, nominal, phrase_ending, phrase_from, printed
from framing.voice.stance.readings import has_adjectival_form, is_past, verb_reading
from framing.voice.stance.subjects import subject
from framing.voice.stance.target_words import forms_of, words_of
from framing.voice.steps import back, first_of, first_word, holds
from framing.voice.units import Phrase

REACH = 9
"""Words behind a name within which "its" may point to it."""


def is_body(words: list[Word], phrase: Phrase) -> bool:
    """Whether a noun phrase names a body or a country, which acts and is meant by "it"."""
    head, inside = words[phrase[1] - 1], words[slice(*phrase)]
    if is_seat(head.lower):
        return bool(head.tags & CAP)
    if head.tags & PRONOUN or is_person(head.lower) or head.tags & PLURAL:
        return False
    if not head.tags & CAP:
        return bool(head.tags & ROLE)
    name = [here for here in inside if here.tags & CAP]
    if any(names_person(here) for here in inside):
        return False
    told = any(here.tags & (ROLE | UPPER) or nameless(here.lower) for here in name)
    return told or words[phrase[0]].lower == "the"


def acting_before(words: list[Word], end: int) -> str | None:
    """The nearest subject before word `end` that is a body, "The council lost because it"; none where another country stands between."""
    subjects = (subject(words, number) for number in range(end - 1, 0, -1) if is_verb(words, number))
    found = next((found for found in subjects if found and is_body(words, found)), None)
    if found is None or any(here.tags & CAP and is_seat(here.lower) for here in words[found[1] : end]):
        return None  # "will punish Russia if it"
    return printed(words, found)


def about_before(said: Said) -> tuple[list[Word], Phrase | None]:
    """The sentence before, and whom it is about: the subject of its first verb."""
    words: list[Word] = next(sentences(said.before), [])
    first = first_verb(words, range(1, len(words)))
    return words, subject(words, first) if first is not None else None


def told_before(said: Said, *, things: bool = False) -> str | None:
    """The body, or the thing if `things`, that the sentence before is about: the subject of its first verb, unless that is the speaker."""
    words, found = about_before(said)
    if found is None or not (is_body(words, found) or _is_place(words, found, said.before) or _is_one_thing(words, found, things=things)):
        return None
    return None if words[found[1] - 1].lower in said.source() else printed(words, found)


def named_before(said: Said, noun: str) -> str | None:
    """The name that "the company" or "the country" stands for: that of what the sentence before is about, if it is one."""
    words, found = about_before(said)
    if found is None:
        return None
    name = words[found[1] - 1]
    if not name.tags & CAP or name.lower == noun or name.lower in said.source():
        return None
    country = noun in words_of("countries")
    fits = _is_place(words, found, said.before) if country else _is_one_thing(words, found, things=False)
    return printed(words, found) if fits else None


def doer_before(said: Said) -> str | None:
    """Who did what the sentence before tells: the subject of its first verb, of a passive the agent; nobody whom a pronoun names."""
    words: list[Word] = next(sentences(said.before), [])
    for number in range(1, len(words)):
        found = subject(words, number) if is_verb(words, number) else None
        if found is None or words[found[1] - 1].tags & PRONOUN:
            continue
        last = number
        while last + 1 < len(words) and words[last].tags & (AUXILIARY | LOOSE) and is_verb(words, last + 1):
            last += 1
        passive = is_past(words[last]) and holds(words[number:last], BE)
        done = by_agent(words, last + 1) if passive else found
        speaks = done is not None and words[done[1] - 1].lower in said.source()
        return None if done is None or speaks or words[done[1] - 1].tags & PRONOUN else printed(words, done)
    return None


def _is_place(words: list[Word], phrase: Phrase, before: str) -> bool:
    """Whether a noun phrase is one name that is a country's: something is in it, or somebody of it, "Narvian"."""
    name = words[phrase[0]]
    alone = phrase[1] - phrase[0] == 1 and name.tags & CAP and not name.tags & PRONOUN
    return bool(alone) and any(told in before for told in (f" in {name.surface} ", f"{name.surface}n ", f" in {name.surface}."))


def _is_one_thing(words: list[Word], phrase: Phrase, *, things: bool) -> bool:
    """Whether a noun phrase names something that its own sentence calls "it", "Orvane shut its last mine"; "the siege" if `things`."""
    head, opening = words[phrase[1] - 1], words[phrase[0]]
    if head.tags & (PRONOUN | PLURAL) or is_person(head.lower) or names_person(head) or head.lower in words_of("moments"):
        return False
    if head.tags & CAP:
        return any(here.lower in ("its", "itself", "which") for here in words[phrase[1] : phrase[1] + REACH])
    owned = holds(words[phrase[0] : phrase[1] - 1], POSSESSOR)
    return things and (bool(opening.tags & DEFINITE) or owned)


def of_itself(clause: Clause, pronoun: int) -> Phrase | None:
    """The body that "it" at word `pronoun` stands for where who denies, confesses or says what it did is the body, or speaks for it."""
    words = clause.words
    verb, confesses = before_pronoun(words, pronoun)
    verb = verb if confesses or verb < 1 else _saying(words, verb)
    if verb < 1 or not _of_conduct(clause, pronoun, confesses=confesses):
        return None
    found = subject(words, verb)
    return found and body_of(words, found)


def _of_conduct(clause: Clause, pronoun: int, *, confesses: bool) -> bool:
    """Whether the term is what a body does, or is said to be where it confesses or denies it: "denied it was corrupt"."""
    if verb_reading(clause) == "active":
        return True
    words, behind = clause.words, clause.last
    never = holds(words[pronoun : clause.first], NEG)
    ends = behind >= len(words) or not (nominal(words, behind) or words[behind].tags & TO or words[behind].lower in ("that", "for"))
    had = holds(words[pronoun + 1 : clause.first], HAVE)  # "it had been negligent", not "it was unfair"
    opened = holds(words[pronoun + 1 : clause.first], OPENING)
    return (had or confesses) and (confesses or never) and ends and not opened and bool(has_adjectival_form(clause.term))


def _saying(words: list[Word], at: int) -> int:
    """The verb of saying at word `at`, or before whom something is told: "told the inquiry it"; 0 where none is."""
    if words[at].says:
        return at
    verb = phrase_ending(words, at)[0] - 1 if nominal(words, at) else 0
    cue = words[verb].verb if verb > 0 and words[verb].says else None
    return verb if cue is not None and "object" in cue.frames else 0


def before_pronoun(words: list[Word], pronoun: int) -> tuple[int, bool]:
    """The verb before a pronoun and "that", and whether who does it confesses or faces a charge: "admitted he", "denied claims that it"."""
    verb = pronoun - 1
    verb -= verb > 0 and words[verb].lower == "that"
    faced = _facing(words, verb)
    return (verb, verb >= 0 and words[verb].lower in forms_of("confessing")) if faced is None else (faced, True)


def _facing(words: list[Word], noun: int) -> int | None:
    """The verb of "rejected any suggestion that", "bristled at the claim that": whoever faces a charge is charged."""
    first = phrase_ending(words, noun)[0] if noun > 1 else 0
    if first > 1 and words[first - 1].tags & PREP and words[first - 2].noun is not None:
        return _facing(words, first - 2)  # "denied claims by two aides that"
    if noun < 2 or words[noun].noun is None:
        return None
    verb = first_word(words, range(noun - 1, first, -1), forms_of("facing"))
    if verb is not None:
        return verb  # "The bank disputes reports that"
    verb = first if words[first].lower in forms_of("facing") else back(words, first - 1, MARK, -1)
    verb = phrase_ending(words, verb)[0] - 1 if verb > 0 and has_adjectival_form(words[verb]) else verb
    verb = back(words, verb, MARK, -1)  # "hits back at ‘vile’ claims"
    if verb > 1 and words[verb].lower == "at":
        return verb - 1 - (words[verb - 1].lower == "back")
    return verb if verb >= 0 and words[verb].lower in forms_of("facing") else None


def represented(words: list[Word], reporter: Phrase | None, verb: int) -> Phrase | None:
    """For whom those speak who stand before a verb, "Lawyers for the guards"; else they themselves."""
    if reporter is None or reporter[1] >= verb or words[reporter[1]].lower != "for":
        return reporter
    speaks = words[reporter[1] - 1].lower.removesuffix("s") in words_of("speaking_for")
    return (phrase_from(words, reporter[1] + 1) if speaks else None) or reporter


def body_of(words: list[Word], found: Phrase) -> Phrase | None:
    """The body a noun phrase names, or for which who is named speaks: "Orvane's own lawyers", "a spokesman for the bank"."""
    owner = first_of(words, range(found[0], found[1] - 1), POSSESSOR)
    head = words[found[1] - 1]
    speaks = is_person(head.lower) or is_person(head.lower.removesuffix("s"))
    if owner is not None and speaks:
        return _body(words, (found[0], owner + 1))
    if speaks and found[1] + 1 < len(words) and words[found[1]].lower in ("for", "of"):
        behind = phrase_from(words, found[1] + 1)
        return behind and _body(words, behind)
    return _body(words, found)


def _body(words: list[Word], found: Phrase) -> Phrase | None:
    """The noun phrase, unless it names a person, several or nobody."""
    head, inside = words[found[1] - 1], words[slice(*found)]
    noun = head.lower.removesuffix("'s")
    person = is_person(noun) or noun in words_of("pronouns") or any(here.lower in first_names() for here in inside if here.tags & CAP)
    many = head.tags & PLURAL and not head.tags & (CAP | POSSESSOR)
    titled = found[0] and is_person(words[found[0] - 1].lower) and head.tags & CAP
    return None if head.tags & (PRONOUN | LOOSE | BE) or person or many or titled else found
