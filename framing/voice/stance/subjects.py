"""Subjects of verbs: across phrases with prepositions, insertions, relative clauses and "and"."""

from framing.voice.classes.between import CLOSE, COMMA, COORD, DASH, MARK, OPEN, PREP, PUNCTUATION, SEMI, SET_OFF, SUBORD, THAT, WH
from framing.voice.classes.nouns import CAP, DET, NAMED, NUMBER, OPENING, PLURAL, PRONOUN, SUBJECT, WORD
from framing.voice.classes.verbs import AUXILIARY, BE, HAVE, INGTAG, LOOSE, TO
from framing.voice.cues import Word
from framing.voice.people.roles import is_person
from framing.voice.relatives import contact_subject
from framing.voice.stance.edges import before_contrast, joined_verb, noun_before, noun_will, relative_before, verb_begins, within_what
from framing.voice.stance.governed import before_day, head_before, with_prepositions
from framing.voice.stance.insertions import INSERTED, broken, first_name, insertion, renamed
from framing.voice.stance.nominal import determined, first_verb, is_verb, nominal, phrase_ending, reports_clause, side_by_side
from framing.voice.stance.readings import describes, is_past
from framing.voice.stance.target_words import words_of
from framing.voice.steps import back, first_of
from framing.voice.units import Phrase

STEPS = 4
"""Joined or relative clauses through which a subject is followed."""


def subject(words: list[Word], at: int, steps: int = STEPS) -> Phrase | None:
    """Noun phrase that is the subject of the verb group of word `at`; None where none is found."""
    begins = verb_begins(words, at)
    if begins and words[begins - 1].lower == "ago":
        begins = before_day(words, begins - 1) + 1  # "who nine days ago betrayed"
    before = begins - 1
    if before < 0 or not steps:
        return None
    here = words[before]
    contrasted = before > 1 and words[before - 1].tags & COMMA and before_contrast(words, before - 1) < before - 1
    relative = here.lower == "that" and (noun_before(words, before) or contrasted)
    if here.tags & WH or relative:
        return antecedent(words, before, steps)
    halved = broken(words, begins)
    if halved is not None:
        return noun_phrase_before(words, halved, steps - 1)
    if here.tags & SET_OFF:
        opened = insertion(words, before)
        if opened is not None:
            found = renamed(words, opened, before) or subject(words, opened, steps - 1)
            return found and first_name(words, found)
    if here.tags & (COMMA | COORD) or here.lower == "then":
        joined = joined_verb(words, before, begins)
        return None if joined is None else subject(words, joined, steps - 1)
    return _extracted(words, before, steps) or noun_phrase_before(words, begins, steps)


def _extracted(words: list[Word], verb: int, steps: int) -> Phrase | None:
    """What is reported on in a relative clause: "the levy, which the vet insists is", "a law critics say is"."""
    says = words[verb].verb
    reports = says is not None and says.frames & {"bare", "clause"} and not words[verb].homograph
    if not reports or verb < 2 or determined(words, verb):
        return None
    gap = relative_before(words, verb)
    if gap is not None:
        return antecedent(words, gap, steps) if gap < verb - 1 else None
    last = verb - 1
    if words[last].tags & PRONOUN and nominal(words, last - 1):
        return phrase_ending(words, last - 1)  # "prices they say are ruinous"
    if not nominal(words, last):
        return None
    first = _with_title(words, phrase_ending(words, last)[0])
    whole = phrase_ending(words, first - 1) if first and nominal(words, first - 1) else (first, last)
    described = words[whole[0]].tags & OPENING and whole[1] - whole[0] > 1
    return whole if described and (whole[1] == first or words[last].tags & PLURAL) else None


def _with_title(words: list[Word], first: int) -> int:
    """Where a name at word `first` begins with who bears it: "the retired vet Aldo Frame"."""
    titled = first > 0 and words[first].tags & CAP and nominal(words, first - 1) and is_person(words[first - 1].lower)
    return phrase_ending(words, first - 1)[0] if titled else first


def noun_phrase_before(words: list[Word], at: int, steps: int = STEPS) -> Phrase | None:
    """Noun phrase before word `at` with all it governs: "talks" before "collapsed" in "talks over rosters collapsed"."""
    last = before_day(words, at - 1)
    if last < 0 or not steps:
        return None
    if words[last].tags & CLOSE:
        return _bracketed(words, last, steps)
    if words[last].lower == "it" and last > 1 and words[last - 1].tags & WORD and (outer := _before_clause(words, last - 1, steps)):
        return outer  # "the brokers who ran it"
    governed = last > 0 and words[last].tags & PRONOUN and words[last - 1].tags & PREP  # "many of them outraged"
    if words[last].tags & SUBJECT or governed or words[last].lower in words_of("pointing"):
        return last, last + 1
    noun = nominal(words, last) or _determined_verb(words, last)
    if not noun or (last > 1 and words[last - 1].tags & HAVE):  # "What had begun", but "Has Holm lied"
        return _before_clause(words, last, steps)
    found = with_prepositions(words, phrase_ending(words, last))
    return _outermost(words, found, steps)


def _outermost(words: list[Word], found: Phrase, steps: int) -> Phrase | None:
    """The subject where `found` ends what stands before the verb: `found`, or what a clause that ends with it belongs to."""
    before = found[0] - 1
    if before > 2 and words[before].lower == "be" and words[before - 1].tags & TO and is_past(words[before - 2]):
        return noun_phrase_before(words, before - 2, steps - 1)  # "men believed to be bandits"
    if _reporting(words, found):
        return noun_phrase_before(words, back(words, before - 1, COMMA | MARK) + 1, steps - 1)
    last = before - bool(words[before].tags & PREP) if before > 0 else 0  # "clerks who warned of the slide"
    outer = _before_clause(words, last, steps, said=last == before) if last > 0 and is_verb(words, last) else None
    outer = (
        outer or _with_infinitive(words, before, steps) or _with_participle(words, before, steps) or _with_relative(words, before, steps)
    )
    if outer is not None:
        return outer
    opened = before == 1 and words[0].tags & TO and not words[1].tags & (CAP | OPENING)  # "To sell the archive would be"
    opened = opened or (before > 0 and words[before].tags & INGTAG and words[before - 1].lower in words_of("pointing"))
    excluded = opened or within_what(words, before) or (before >= 0 and words[before].lower in words_of("neither"))
    joined = before > 1 and words[before].lower == "and" and nominal(words, before - 1) and not words[found[0]].tags & OPENING
    busy = _busy(words, phrase_ending(words, before - 1) if joined else found)
    return None if excluded else busy or _owner_of(words, found)


def _busy(words: list[Word], found: Phrase) -> Phrase | None:
    """People in a phrase that goes on with what they are doing: "Youths" of "Youths carrying clubs"."""
    at = first_of(words, range(found[0] + 1, found[1] - 1), INGTAG, 0)
    people = at and words[at - 1].tags & PLURAL and _somebody(words[at - 1])
    return (found[0], at) if people else None


def _with_infinitive(words: list[Word], before: int, steps: int) -> Phrase | None:
    """The noun with an infinitive that ends behind word `before`: "the refusal of the board to publish the report"."""
    for number in range(before, max(0, before - INSERTED), -1):
        here = words[number]
        if here.tags & (PUNCTUATION | WH | THAT) or is_verb(words, number):
            return None
        if here.tags & TO and not words[number + 1].tags & (OPENING | CAP | PRONOUN | NUMBER):
            found = noun_phrase_before(words, number, steps - 1)
            planned = found is not None and words[found[1] - 1].lower in words_of("plans")
            return found if planned else _before_clause(words, number - 1, steps)  # "people who came to see the only tiger"
    return None


def _with_relative(words: list[Word], before: int, steps: int) -> Phrase | None:
    """The noun with a relative clause that ends behind word `before`: "Yobs who robbed a man of 84 for his pass"."""
    for number in range(before, max(0, before - INSERTED), -1):
        here = words[number]
        if here.lower in ("who", "which") and not words[number - 1].tags & PREP:
            verb = words[number - 1].tags & WORD and first_verb(words, range(number + 1, before + 1)) is not None
            return antecedent(words, number, steps - 1) if verb else None
        reports = here.verb is not None and here.verb.frames & {"bare", "clause"} and not here.homograph
        if reports or here.tags & (PUNCTUATION | MARK | WH | THAT | SUBORD | COORD):
            return None
    return None


def _with_participle(words: list[Word], before: int, steps: int) -> Phrase | None:
    """The noun with a participle at word `before`, whose object stands behind: "The men guarding the gate"."""
    if before < 1 or not words[before].tags & INGTAG or determined(words, before) or reports_clause(words[before]):
        return None  # "a letter saying the raid was"
    if words[before - 1].tags & PREP:
        head = head_before(words, before - 1)
        return None if head is None else with_prepositions(words, phrase_ending(words, head))
    bears = nominal(words, before - 1) or words[before - 1].tags & PRONOUN
    return noun_phrase_before(words, before, steps - 1) if bears else None


def _before_clause(words: list[Word], verb: int, steps: int, *, said: bool = True) -> Phrase | None:
    """Noun phrase whose clause ends with word `verb` or its object: "the law that the senate passed", "villagers who fled the raid"."""
    if said and reports_clause(words[verb]):
        return None
    for number in range(verb - 1, max(0, verb - INSERTED), -1):
        here = words[number]
        if here.lower in ("that", "which", "who", "whom") and words[number - 1].tags & WORD and not is_verb(words, number - 1):
            return noun_phrase_before(words, number, steps - 1)
        if here.tags & (COMMA | MARK | DASH | SEMI) or (is_verb(words, number) and not here.tags & AUXILIARY):
            break
    return bare_relative(words, verb, steps - 1) if said else None


def bare_relative(words: list[Word], verb: int, steps: int = STEPS) -> Phrase | None:
    """Read "a delay the ombudsman called inexcusable", a relative clause without a pronoun."""
    last = verb_begins(words, verb) - 1
    if last > 1 and words[last].lower in words_of("pronouns") and nominal(words, last - 1):
        return phrase_ending(words, last - 1)  # "a man many regard as"
    whole = phrase_ending(words, last) if last > 0 and nominal(words, last) else (0, 0)
    if (named := contact_subject(words, whole)[0]) > whole[0]:
        return whole[0], named
    found = subject(words, verb, steps) if side_by_side(words, last) else None
    if found and found[0] > 1 and words[found[0] - 1].tags & COMMA and words[found[0]].tags & CAP:
        found = noun_phrase_before(words, found[0] - 1, steps - 1)  # "a sentence their lawyer, Ida Holm, called vindictive"
    if found is None or not found[0] or not words[found[0]].tags & (OPENING | PRONOUN | CAP) or not nominal(words, found[0] - 1):
        return None
    thing = phrase_ending(words, found[0] - 1)
    called = words[found[0]].tags & CAP  # "a delay Holm called", but not "the premier Ida Holm called"
    return None if called and (words[thing[1] - 1].tags & NAMED or not words[thing[0]].tags & OPENING) else thing


def _bracketed(words: list[Word], closing: int, steps: int) -> Phrase | None:
    """The name in "They [the militia] slaughtered"; what stands before the brackets of "Ana Brandt (Zell)"."""
    opening = first_of(words, range(closing, -1, -1), OPEN)
    if opening is None:
        return None
    if words[opening].lower == "[":
        return opening + 1, closing
    return noun_phrase_before(words, opening, steps - 1)


def _reporting(words: list[Word], found: Phrase) -> bool:
    """Whether a phrase is the subject of an inserted verb of saying: “The levy,” said Holm, who sat apart, “is a sham”."""
    first, end = found
    if first < 2 or not words[end].tags & COMMA or not words[first - 2].tags & (COMMA | MARK):
        return False
    return words[first - 1].verb is not None and not words[first - 1].homograph


def _determined_verb(words: list[Word], at: int) -> bool:
    return at > 0 and bool(words[at - 1].tags & OPENING) and (not words[at].tags & AUXILIARY or noun_will(words, at))


def _owner_of(words: list[Word], found: Phrase) -> Phrase | None:
    """Of "whose fighters", the fighters; of "you people", the pronoun."""
    first = words[found[0]]
    if first.lower == "whose" and found[1] - found[0] > 1:
        return found[0] + 1, found[1]
    if found[1] - found[0] > 1 and first.verb and words[found[0] - 1].tags & SUBJECT and found[0]:
        acts = first.tags & INGTAG  # "Anyone expecting contrition was"
        return (found[0] - 1, found[0]) if acts else (found[0] + 1, found[1])  # "I think statehood"
    if found[0] and words[found[0] - 1].tags & SUBJECT and not first.tags & OPENING:
        return found[0] - 1, found[0]
    return found


def antecedent(words: list[Word], at: int, steps: int = STEPS) -> Phrase | None:
    """What "who", "which" and "that" stand for; of a predicate, "were parasites who …", its subject."""
    before = words[at - 1] if at else words[at]
    asks = (before.verb is not None and not before.homograph) or (describes(before) and not determined(words, at - 1))
    asked = asks and words[at].lower == "who"  # "to know who", "It is unclear who"
    if asked or words[at].lower not in ("who", "which", "that", "whose", "whom"):
        return None
    last = before_contrast(words, back(words, at - 1, COMMA | MARK | PREP, -1) + 1)
    borne = _of_predicate(words, last - 1, at, steps)
    if borne is not None:
        return borne
    if last < 1 or not (nominal(words, last - 1) or words[last - 1].tags & PRONOUN):
        return None
    if not nominal(words, last - 1):
        return last - 1, last
    found = phrase_ending(words, last - 1)
    if words[at].lower == "who":
        while not _somebody(words[found[1] - 1]) and found[0] and (head := head_before(words, found[0] - 1)) is not None:
            found = phrase_ending(words, head)  # "a man in his forties who"
    return found


def _of_predicate(words: list[Word], noun: int, relative: int, steps: int) -> Phrase | None:
    """Subject of the predicate that word `noun` ends: "They were parasites who"; none of "There was a mob that"."""
    first = noun
    if first < 1 or words[noun].tags & CAP:
        return None
    while first > 0 and (words[first - 1].tags & (DET | MARK | LOOSE) or nominal(words, first - 1)):
        first -= 1
    predicate = words[first - 1].tags & BE and not words[first].tags & INGTAG  # but "are hunting men who"
    borne = subject(words, first - 1, steps - 1) if predicate else None
    empty = borne is not None and words[borne[0]].lower in words_of("expletives")
    return None if empty and _may_be_meant(words, noun, relative) else borne


def _may_be_meant(words: list[Word], noun: int, relative: int) -> bool:
    """Whether a relative pronoun may stand for the noun at word `noun`; "who" in "It is not clear who" does not."""
    return words[relative].lower != "who" or determined(words, phrase_ending(words, noun)[0] + 1) or _somebody(words[noun])


def _somebody(here: Word) -> bool:
    return bool(here.tags & NAMED) or here.lower in words_of("plurals")
