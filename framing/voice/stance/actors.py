"""Who does what a verb says: the subject of a finite verb, the controller of an infinitive or a gerund, the agent of a passive."""

from framing.voice.classes.between import COLON, COMMA, COORD, MARK, PREP, PUNCTUATION, SEMI, SUBORD, THAT, WH
from framing.voice.classes.nouns import CAP, NAMED, NUMBER, OPENING, PLURAL, POSSESSOR, PRONOUN, SUBJECT, WORD
from framing.voice.classes.verbs import BE, DO, ED, FINITE, HAVE, INGTAG, LOOSE, MODAL, TO
from framing.voice.cues import PART, Word
from framing.voice.stance.by_agents import by_agent
from framing.voice.stance.clause import Clause
from framing.voice.stance.edges import verb_begins, with_be
from framing.voice.stance.governed import head_before, only_reports
from framing.voice.stance.insertions import insertion
from framing.voice.stance.nominal import comma_before, determined, is_time, is_verb, nominal, phrase_ending, phrase_from
from framing.voice.stance.readings import judging
from framing.voice.stance.subjects import noun_phrase_before, subject
from framing.voice.stance.target_words import forms_of, words_of
from framing.voice.steps import back, first_of, holds
from framing.voice.units import Phrase

STEPS = 3
"""Verbs through which an actor is followed: "was urged to stop plundering"."""
FAR = 25
"""Words between what somebody does besides and his verb: "left the hall by the back door, shouting"."""
REACH = 9
"""Words between a verb and what it governs."""


def actor(clause: Clause, at: int, steps: int = STEPS) -> Phrase | None:
    """Who does what the verb at word `at` says; None where it is not told, as of a passive without "by"."""
    words = clause.words
    begins = verb_begins(words, at)
    if not steps:
        return None
    helpers = [here for here in words[begins:at] if here.tags & BE]
    opening = next((here for here in words[begins:at] if not here.tags & LOOSE), words[at])  # "denied ever being"
    if opening.lower in ("having", "being") or (words[at].tags & INGTAG and not helpers):
        return of_gerund(clause, begins, steps)
    if begins > 1 and words[begins - 1].lower == "than" and words[begins - 2].lower == "rather":
        return verb_back(clause, begins - 2, steps) if begins > 2 else main_subject_behind(clause, begins)  # "Rather than face it, Holm"
    if begins and words[begins - 1].tags & TO:
        return controller(clause, begins - 1, steps)
    if helpers and not words[at].tags & INGTAG:
        return by_agent(words, at + 1)
    return subject(words, begins)


def controller(clause: Clause, to: int, steps: int) -> Phrase | None:
    """Who is to do what the infinitive behind word `to` says: "urged the senate to", "has no plans to", "vowed to"."""
    words, last = clause.words, back(clause.words, to - 1, LOOSE)  # "claims never to have"
    if last < 0 or words[last].tags & COMMA:
        return main_subject_behind(clause, to)
    if words[last].tags & PRONOUN:
        return last, to
    if words[last].lower in words_of("particles", "upon"):
        last -= 1  # "turned out to be"
    first = phrase_ending(words, last)[0]
    if words[last].tags & INGTAG and (last == 0 or words[last - 1].tags & (PUNCTUATION | PREP | MARK)):
        return actor(clause, last, steps - 1)  # "Trying to"
    if (words[last].lower in words_of("plans") and not is_verb(words, last)) or words[last].lower in forms_of("liking"):
        return _of_plan(clause, last, steps) or subject(words, last)
    if not nominal(words, last) or words[last - 1].tags & WH or (words[last].verb and not words[last].homograph):
        timed = is_time(words[last])  # "met on Friday to"; of "vowed to crush them" nobody has done it
        return verb_back(clause, last, steps) if timed else None if _vows(words, last) else _of_verb(clause, last, steps)
    first = _behind_telling(words, first, last)
    led: int | None = first
    while led is not None and not (led and _leads(words, led, to)):
        led = _opens_outer(words, led)
    return _of_outer(clause, first, steps) if led is None else (led, first_of(words, range(led, to), TO, to))


def _of_outer(clause: Clause, first: int, steps: int) -> Phrase | None:
    """Who does what the verb before word `first` says, be it an infinitive, too: "allow Holm to use the money to"."""
    words = clause.words
    to = first_of(words, range(first - 1, max(-1, first - REACH), -1), TO | PUNCTUATION | FINITE, -1)
    infinitive = to > 0 and words[to].tags & TO and not words[to + 1].tags & (OPENING | CAP | PRONOUN | NUMBER | INGTAG)
    return controller(clause, to, steps - 1) if infinitive and steps else verb_back(clause, first, steps)


def _opens_outer(words: list[Word], first: int) -> int | None:
    """Where the noun phrase begins that the one at word `first` belongs or is joined to: "members of the board", "Holm and Berg"."""
    before = first - 1
    if before < 1:
        return None
    joined = words[before].lower == "and" and nominal(words, before - 1)
    head = before - 1 if joined else head_before(words, before) if words[before].tags & PREP else None
    return None if head is None else phrase_ending(words, head)[0]


def _behind_telling(words: list[Word], first: int, last: int) -> int:
    """Where a noun phrase begins behind a plain or -ing form that is no part of it: "leaving troops to", "Many believe guards to be"."""
    for number in range(first, last):
        opens = number == first and words[number].tags & INGTAG
        behind_many = number > first and (words[number - 1].tags & PLURAL or words[number - 1].lower in words_of("pronouns"))
        if (opens or behind_many) and (words[number].lower in forms_of("telling") or _tells(words[number])):
            return number + 1
    return first


def _leads(words: list[Word], first: int, to: int) -> bool:
    """Whether what stands before a noun phrase has it do what an infinitive says: "urged the senate to", "easy for police to"."""
    before = words[first - 1]
    called_on = first > 1 and before.lower in words_of("upon") and words[first - 2].verb is not None
    eased = before.lower == "for" and first > 1 and nominal(words, first - 2) and not words[first - 2].tags & INGTAG  # not "looking for"
    eased = eased and holds(words[first:to], NAMED)
    return called_on or eased or before.lower in forms_of("telling") or _tells(before)


def _of_plan(clause: Clause, noun: int, steps: int) -> Phrase | None:
    """Whose plan or intention word `noun` is: its owner's, or the subject's, "has no plans", "likes"."""
    words = clause.words
    if words[noun].lower in forms_of("liking"):
        return noun_phrase_before(words, noun)
    first = phrase_ending(words, noun)[0]
    called = _called(words, first)
    if called is not None:
        return called
    owner = first_of(words, range(first, noun), POSSESSOR)
    return verb_back(clause, first, steps) if owner is None else (first, owner + 1)


def _called(words: list[Word], first: int) -> Phrase | None:
    """What is called the plan that begins at word `first`: "has called the raid an attempt to", "described it as an effort to"."""
    last = first - 1 - (words[first - 1].lower == "as")
    if last < 1 or not (nominal(words, last) or words[last].tags & PRONOUN):
        return None
    found = phrase_ending(words, last) if nominal(words, last) else (last, last + 1)
    return found if words[found[0] - 1].lower in forms_of("labelling", "naming") else None


def _vows(words: list[Word], at: int) -> bool:
    """Whether the verb at word `at` only says what its subject will do: "vowed to", not "was ordered to"."""
    verb = words[at].verb
    passive = with_be(words, at) or (at and words[at - 1].tags & COMMA and words[at].forms & PART)
    return verb is not None and "to" in verb.frames and verb.speaks and not verb.particle and verb.commitment != -1 and not passive


def _tells(here: Word) -> bool:
    return here.verb is not None and "npto" in here.verb.frames and not here.homograph


def _of_verb(clause: Clause, at: int, steps: int) -> Phrase | None:
    """Who governs an infinitive or a gerund by the verb at word `at`, active or passive: "vowed to", "was ordered to"."""
    words = clause.words
    begins = verb_begins(words, at)
    if words[at].tags & INGTAG or (begins and words[begins - 1].tags & TO):
        return actor(clause, at, steps - 1)
    if begins == at and begins > 1 and words[begins - 1].tags & COMMA and (words[at].tags & ED or words[at].forms & PART):
        return noun_phrase_before(words, begins - 1)  # "the judge, known to be lenient,"
    return subject(words, begins)


def verb_back(clause: Clause, before: int, steps: int = STEPS) -> Phrase | None:
    """Who does the nearest verb before word `before`."""
    words = clause.words
    for number in range(before - 1, max(-1, before - FAR), -1):
        if words[number].tags & (SEMI | COLON):
            return None
        if is_verb(words, number) and not words[number].tags & (MODAL | DO):
            return _of_verb(clause, number, steps)
    return None


def of_gerund(clause: Clause, begins: int, steps: int = STEPS) -> Phrase | None:
    """Who does what the -ing form at word `begins` says, by what stands before it."""
    words, before = clause.words, begins - 1
    if before < 0:
        return None if _is_subject(clause) else main_subject_behind(clause, begins)
    here = words[before]
    if here.tags & (COMMA | COORD):
        return _behind_comma(clause, begins, steps) if here.tags & COMMA else _beside_gerund(clause, begins, steps)
    if here.tags & (PREP | TO | SUBORD):
        return _charged(clause, before) or _behind_preposition(clause, before, steps)
    if is_verb(words, before) or here.verb or here.lower in forms_of("controlling"):
        return _of_verb(clause, before, steps)
    if here.lower in words_of("moments") or any(one.lower in forms_of("expending") for one in words[max(0, before - REACH) : before]):
        return verb_back(clause, phrase_ending(words, before)[0], steps)  # "spent years bullying", "spend time and money making arrests"
    named = nominal(words, before) or here.tags & PRONOUN
    nearest = phrase_ending(words, before) if named else None
    of = nearest is not None and words[nearest[0] - 1].lower == "of"  # "footage of workers kicking pigs"
    return nearest if of else noun_phrase_before(words, begins) if named else None


def _behind_comma(clause: Clause, begins: int, steps: int) -> Phrase | None:
    """Read "denied, in a statement, harassing", "left, harassing", ", with one senator, Ida Holm, harassing"."""
    words, before = clause.words, begins - 1
    opened = insertion(words, before) or 0
    if opened and words[opened + 1].lower == "with" and comma_before(words, before) > opened:
        return comma_before(words, before) + 1, before
    governs = opened and words[opened - 1].lower in forms_of("controlling")
    return _of_verb(clause, opened - 1, steps) if governs else verb_back(clause, before, steps)


def _beside_gerund(clause: Clause, begins: int, steps: int) -> Phrase | None:
    """Read "knocking out power and killing nine": who does what is joined to another -ing form."""
    words, joining = clause.words, begins - 1
    near = range(joining - 1, max(-1, joining - REACH), -1)
    other = next((number for number in near if words[number].tags & INGTAG and not determined(words, number)), None)
    return None if other is None or judging(words[begins].lower) else actor(clause, other, steps - 1)


def _opens_clause(clause: Clause, before: int) -> Phrase | None:
    """The subject behind a comma that a verb follows, where word `before` leads a clause in: "that after bullying them, Holm left"."""
    found = main_subject_behind(clause, before)
    whole = found is not None and found[1] < len(clause.words) and is_verb(clause.words, found[1])
    return found if whole else None


def _is_subject(clause: Clause) -> bool:
    """Whether a verb stands behind the term that it is the subject of: "Torturing them is a crime, Holm said"."""
    for here in clause.words[clause.last :]:
        if here.tags & (WH | THAT | PUNCTUATION | SUBORD):
            return False
        if here.tags & (BE | MODAL):
            return True
    return False


def _behind_preposition(clause: Clause, before: int, steps: int) -> Phrase | None:
    """Read "had ruined the talks by leaking"; "of" belongs to a noun, whose owner is not looked for."""
    words = clause.words
    clausal = words[before - 1].tags & (THAT | COORD) and before > 1
    if clausal and words[before - 2].tags & (COMMA | WORD) and (found := _opens_clause(clause, before)) is not None:
        return found  # "and by selling the mill, the duke ruined it"
    if words[before - 1].lower in words_of("adding") and before > 0:
        return _added_to(clause, before, steps)
    fronted = before == 1 and (words[0].tags & LOOSE or not nominal(words, 0))  # "Far from being", "Instead of crushing"
    if before == 0 or fronted or words[before - 1].tags & PUNCTUATION:
        return main_subject_behind(clause, before)
    if words[before].lower == "of" and words[before - 1].lower in words_of("plans"):
        return _of_plan(clause, before - 1, steps)
    held = phrase_ending(words, before - 1)[0] - 1 if words[before - 1].lower in words_of("records") else -1
    if held > 0 and words[held].tags & HAVE:
        return subject(words, held)  # "has a history of insulting waiters"
    said = words[before - 1].verb is not None and not words[before - 1].homograph  # "boasted of having crushed"
    instead = words[before].lower == "of" and (words[before - 1].tags & LOOSE or said or words[before - 1].lower in words_of("able"))
    away = words[before].lower == "with" and words[before - 1].lower in words_of("particles")  # "got away with cheating"
    back_to = instead or away or words[before].lower in words_of("before_gerund")
    return _of_outer(clause, before, steps) if back_to else None


def _charged(clause: Clause, before: int) -> Phrase | None:
    """Read "was convicted of taking bribes", "sentenced Holm to nine years for running a racket": who is charged with a gerund."""
    words = clause.words
    near = range(before - 1, max(-1, before - REACH), -1) if words[before].lower in ("of", "for") else range(0)
    opened = first_of(words, near, PUNCTUATION | THAT | SUBORD | INGTAG, -1)
    verb = next((at for at in near if at > opened and words[at].lower in forms_of("accusing")), None)
    if verb is None or determined(words, verb):
        return None
    return subject(words, verb) if with_be(words, verb) else phrase_from(words, verb + 1, before)


def _added_to(clause: Clause, before: int, steps: int) -> Phrase | None:
    """Read "In addition to being cruel, the ban", "The ban, apart from being slow,", "is slow as well as being cruel"."""
    words, begins = clause.words, before - 1
    begins -= begins > 0 and bool(words[begins - 1].tags & (PREP | SUBORD))
    if not begins:
        return main_subject_behind(clause, before)
    return noun_phrase_before(words, begins - 1) if words[begins - 1].tags & COMMA else verb_back(clause, begins, steps)


def main_subject_behind(clause: Clause, opening: int) -> Phrase | None:
    """Subject of the main clause behind a clause that opens the sentence: "Trying to hide it, the bank …"."""
    words = clause.words
    commas = (number for number in range(max(opening, clause.last), len(words) - 1) if words[number].tags & COMMA)
    found = None
    for number in commas:
        found = None if words[number + 1].tags & (PREP | COORD) else phrase_from(words, number + 1)
        if found and not (found[1] < len(words) and (only_reports(words, found[1]) or _before_pronoun(words, found[1]))):
            break  # not ", neighbours said,"
    return found


def _before_pronoun(words: list[Word], comma: int) -> bool:
    """Whether a subject can only stand behind a comma: "After mocking his rival, Ida Holm, he left"."""
    return comma + 1 < len(words) and bool(words[comma].tags & COMMA and words[comma + 1].tags & SUBJECT)
