"""How a form that can report is used: as a finite verb, an infinitive, a participle, a passive, or not as a verb."""

from framing.voice.appositions import over_apposition
from framing.voice.classes.between import BREAK, BY, CLOSE, COMMA, COORD, DASH, PREP, QUOTE, RELATIVE, SUBORD, THAT, WH
from framing.voice.classes.nouns import ARTICLE, CAP, DET, NUMBER, OBJECT, PLURAL, POSS, POSSESSOR, ROLE, SUBJECT, TIME, WORD
from framing.voice.classes.verbs import ADVERB, AUXILIARY, BE, DO, ED, HAVE, INGTAG, NEG, TO
from framing.voice.cues import BASE, ING, PART, PAST, S, Word
from framing.voice.forms import adjectival
from framing.voice.grammar import group_start, head_word, phrase_ending, subject_and_verb
from framing.voice.lists import listed
from framing.voice.reports.circumstances import past_aside, past_circumstances
from framing.voice.reports.holders import counted
from framing.voice.reports.homographs import document_shows, labels_in_heading, labels_what, noun_phrase_ends, set_off, shifted, told_about
from framing.voice.speakers import opening_subject
from framing.voice.steps import holds, past
from framing.voice.units import Phrase, Unit

GOVERNED = THAT | SUBJECT | WH | DET | POSS | OBJECT | QUOTE | CAP
"""Words with which begins what a plain form behind a plural governs."""
CONJUNCTION = SUBORD | WH | PREP
OPENS_OBJECT = DET | POSS | OBJECT | NUMBER | CAP | SUBJECT
OPENS_CLAUSE = THAT | SUBJECT | QUOTE | WH
BEFORE_NOUN = DET | POSS | POSSESSOR
BEFORE_PLAIN = COORD | COMMA | CAP | TIME | CLOSE | DASH
"""Words and marks behind which a plain form can be a verb, whatever else they are."""


def use_of(unit: Unit, at: int, start: int) -> str | None:
    """How the cue word at `at`, whose verb group begins at `start`, is used: finite, infinitive, participle, passive; None: as no verb."""
    words = unit.words
    here = words[at]
    if here.tags & CAP and at > 0 and not unit.heading:
        return None
    if start and here.homograph and (document_shows(unit, at, start - 1) or (start == at and labels_in_heading(unit, at))):
        return "finite"
    group = range(at - 1, start - 1, -1) if start < at else ()
    auxiliary = next((words[number].tags for number in group if words[number].tags & AUXILIARY), 0) if group else 0
    if auxiliary:
        return "participle" if auxiliary & HAVE and auxiliary & INGTAG and here.forms & PART else _behind_auxiliary(here, auxiliary)
    if start == 0:
        return _opening(unit, at)
    if here.forms & PART and start == at and _bare_passive(unit, at):
        return "passive"
    return _by_its_form(unit, at, words[start - 1])


def _bare_passive(unit: Unit, at: int) -> bool:
    """Whether the participle at `at` is a passive without "be": "when asked", "as reported by", in a headline "Airline ordered to"."""
    words, cue, before = unit.words, unit.words[at].verb, unit.words[at - 1]
    if before.tags & CONJUNCTION and before.lower in listed("words.toml", "use", "before_passive"):
        return True
    following = words[at + 1] if at + 1 < len(words) else None
    if following is None or before.lower == "as":
        return following is not None and following.lower == "by"
    if unit.heading and following.tags & QUOTE and cue and cue.lemma in listed("words.toml", "naming", "verbs"):
        return not before.tags & SUBJECT  # "Raid called ‘an act of war’"
    told = following.tags & TO and cue is not None and "npto" in cue.frames and cue.frames.isdisjoint(("to", "believed"))
    return bool(told) and unit.heading


def _describes(unit: Unit, at: int) -> bool:
    """Whether a participle that can stand for an adjective has its noun behind it: "two alleged spies", not "two alleged that"."""
    if unit.words[at].lower not in listed("words.toml", "use", "adjectival") or at + 1 >= len(unit.words):
        return False
    return not unit.words[at + 1].tags & (THAT | DET | POSS | SUBJECT | CAP | QUOTE)


def _by_its_form(unit: Unit, at: int, before: Word) -> str | None:
    """Use of a verb without an auxiliary, by its form and the word before its group."""
    here = unit.words[at]
    if before.tags & BEFORE_NOUN and not before.tags & SUBJECT:
        alone = before.lower in listed("words.toml", "use", "alone")  # "many said", "the other said"
        if not alone or not here.forms & (PAST | BASE | ING) or _describes(unit, at):
            return None
    if here.homograph and (labels_what(unit, at) or set_off(unit, at)):
        return "finite"
    if here.forms & ING:
        if goes_on_saying(unit, at):
            return "finite"
        following = unit.words[min(at + 1, len(unit.words) - 1)]
        subject = here.noun and (following.tags & AUXILIARY or following.lower == "from")  # "the dire warning has"
        return "participle" if before.tags & (COMMA | DASH | CLOSE | QUOTE | WORD) and not subject else None
    if here.forms & BASE and not here.forms & PAST:
        return _plain_form(unit, at, before.tags)
    return _past_or_third(unit, at, before)


def goes_on_saying(unit: Unit, at: int) -> int:
    """The verb whose subject the form in -ing at `at` has: "kept saying", "was overheard saying", "was caught on tape saying"; 0: none."""
    words, start = unit.words, group_start(unit, at)
    if start and words[start - 1].lower in listed("words.toml", "use", "going_on"):
        return start - 1
    verb = at - 3 if at > 3 and words[at - 2].lower == "on" else at - 1
    overheard = verb > 0 and words[verb].lower in listed("words.toml", "use", "overheard")
    return verb if overheard and words[group_start(unit, verb)].tags & BE else 0


def _behind_auxiliary(here: Word, auxiliary: int) -> str | None:
    if here.forms & PART and auxiliary & BE:
        return "passive"
    needed = PART if auxiliary & HAVE else ING if auxiliary & BE else BASE
    return "finite" if here.forms & needed else None


def _opening(unit: Unit, at: int) -> str | None:
    """A verb that opens its unit: a participle, or an inverted verb before a name."""
    here = unit.words[at]
    if here.forms & ING:
        return "participle"
    following = unit.words[at + 1] if at + 1 < len(unit.words) else None
    if following is None:
        return None
    if at:
        return "passive" if here.forms & PART and following.lower in ("by", "as") else None  # "Once hailed as a hero, he"
    if here.forms & PART and (following.tags & (WH | PREP | TIME) or following.lower == "if"):
        return "passive"  # "Asked whether the talks had failed, she said"
    if here.forms & PART and following.tags & QUOTE:
        return "finite"  # "Dubbed “the Beast” by its neighbours, it"
    return "finite" if following.tags & (CAP | DET) and here.forms & (PAST | S) else None


def _plain_form(unit: Unit, at: int, before: int) -> str | None:
    """An infinitive or a plural verb; a homograph of a noun needs a clear subject."""
    if before & TO:
        return "infinitive"
    if before & (SUBJECT | RELATIVE) or _behind_negation(unit, at):
        return "finite"
    here = unit.words[at]
    if here.homograph:
        following = unit.words[at + 1].tags if at + 1 < len(unit.words) else 0
        # "show" behind "polls" and "records", before what they show or at the end of the sentence.
        people = before & PLURAL and before & ROLE and following & (DET | CAP | NUMBER | POSS | PLURAL)
        people = people or (before & PLURAL and before & ROLE and _adjective_and_plural(unit, at + 1) and _heads_clause(unit, at))
        closing = before & PLURAL and before & ROLE and not following
        opens = (following & GOVERNED and not following & TIME) or _clausal(unit, at + 1)  # the last as in "residents claim to have seen"
        governs = opens and (before & PLURAL or _many(unit, phrase_ending(unit, at - 1)))
        related = (before & PLURAL and before & ROLE and _in_relative(unit, at)) or _overheard(unit, at)
        return "finite" if people or closing or related or (governs and _heads_clause(unit, at)) or _governed_from_afar(unit, at) else None
    closest = unit.words[at - 1].lower
    far = at > 1 and unit.words[at - 2].tags & ARTICLE and unit.words[at - 2].lower != "the" and closest not in counted()
    if far or closest in listed("words.toml", "use", "helping"):
        return None  # "a far cry from", but "a dozen say"; "will help decide who"
    if before & QUOTE and here.verb and "after" in here.verb.frames:
        return "finite"  # "“…,” say residents"
    return "finite" if before & BEFORE_PLAIN or not before & (PREP | BREAK | SUBORD | WH) else None


def _adjective_and_plural(unit: Unit, at: int) -> bool:
    """Whether an adjective and its plural stand at `at`: "nurses fear savage cuts"."""
    words = unit.words
    return at + 1 < len(words) and bool(words[at + 1].tags & PLURAL) and adjectival(words[at].lower)


def _overheard(unit: Unit, at: int) -> bool:
    """Whether a verb of hearing stands before the noun phrase that ends before `at`: "heard the mayor call the strike a plot"."""
    phrase = phrase_ending(unit, at - 1) if _objects(unit, at + 1) else None
    return phrase is not None and phrase[0] > 0 and unit.words[phrase[0] - 1].lower in listed("words.toml", "use", "hearing")


def _behind_negation(unit: Unit, at: int) -> bool:
    """Whether a negation that opens the sentence puts "do" before the subject: "Nowhere does the report call it theft"."""
    words = unit.words
    if words[0].lower not in listed("words.toml", "use", "fronted_negations"):
        return False
    phrase = phrase_ending(unit, at - 1)
    return phrase is not None and phrase[0] > 1 and bool(words[phrase[0] - 1].tags & DO)


def _many(unit: Unit, phrase: Phrase | None) -> bool:
    """Whether a noun phrase has a plural for its head: "Drivers from the depot call the rota"."""
    head = head_word(unit, phrase) if phrase else None
    return head is not None and (bool(head.tags & PLURAL) or head.lower in listed("words.toml", "use", "alone"))


def _past_or_third(unit: Unit, at: int, before: Word) -> str | None:
    here = unit.words[at]
    if here.forms & S and here.homograph and noun_phrase_ends(unit, at, before):
        return None
    if here.forms & S and here.homograph and not before.tags & (SUBJECT | CAP | RELATIVE | COMMA | QUOTE):
        opens = _objects(unit, at + 1) or _plural_clause(unit, at)
        if _singular_subject(unit, at) or _calls_for(unit, at) or (opens and _heads_clause(unit, at)):
            return "finite"
        behind = past_circumstances(unit, past_aside(unit, at + 1))
        if at + 1 < behind < len(unit.words) and unit.words[behind].tags & THAT and _heads_clause(unit, at):
            return "finite"  # "the report claims, without proof, that", "the aide claims in a new book that"
        tail = at + 1 >= len(unit.words) and holds(unit.words[max(0, at - 5) : at], COMMA | QUOTE)
        if not tail and (not _clausal(unit, at + 1) or shifted(unit, at) or told_about(unit, at)):
            return None
    if before.tags & PREP and not before.tags & TO and before.lower not in listed("words.toml", "use", "particles"):
        return None
    return "finite"


def _calls_for(unit: Unit, at: int) -> bool:
    """Read "the manifesto calls for": who or what can speak stands before the form, and a preposition that the verb takes behind it."""
    here, before = unit.words[at], unit.words[at - 1].tags
    following = unit.words[at + 1].lower if at + 1 < len(unit.words) else ""
    takes = following in (here.phrasal or ()) or bool(here.verb and following in here.verb.frames and following != "to")
    return takes and bool(before & ROLE) and not before & (PLURAL | POSSESSOR) and _heads_clause(unit, at)


def _objects(unit: Unit, at: int) -> bool:
    """Whether an object or a clause opens at `at`, as behind a verb: two noun phrases side by side are rare."""
    opening = unit.words[at].tags if at < len(unit.words) else 0
    return bool(opening & OPENS_OBJECT) and not opening & TIME


def _plural_clause(unit: Unit, at: int) -> bool:
    """Whether a plural and its verb stand behind the form at `at`: "the union fears bosses will plunder"."""
    following = unit.words[at + 1].tags if at + 1 < len(unit.words) else 0
    return bool(following & PLURAL) and subject_and_verb(unit, at + 1)


def _heads_clause(unit: Unit, at: int) -> bool:
    """Whether the noun phrase before `at` can be a subject: it opens the clause, and neither a preposition nor a verb governs it."""
    if unit.words[at - 1].tags & COORD:
        return True
    if unit.words[at - 1].tags & (PREP | ED):
        return False
    phrase = phrase_ending(unit, at - 1)
    if phrase and phrase[0] > 2 and unit.words[phrase[0] - 1].tags & BY:  # "a petition signed by nurses calls"
        phrase = phrase_ending(unit, phrase[0] - 2 - bool(unit.words[phrase[0] - 2].tags & ED))
    edge = unit.words[phrase[0] - 1] if phrase and phrase[0] else None
    return phrase is not None and (edge is None or bool(edge.tags & (BREAK | COORD | SUBORD | THAT | WH | RELATIVE | ADVERB)))


def _governed_from_afar(unit: Unit, at: int) -> bool:
    """Whether a plural subject stands before what commas set off: "The letters, read out in court, call", "The Owls, a gang, claim"."""
    start = group_start(unit, at)
    if not start or not unit.words[start - 1].tags & COMMA or not (_objects(unit, at + 1) or _clausal(unit, at + 1)):
        return False
    return _many(unit, opening_subject(unit, at) or over_apposition(unit, start - 1))


def _in_relative(unit: Unit, at: int) -> bool:
    """Whether the noun phrase before `at` is the subject of a relative clause: "the tax, which nurses call theft"."""
    phrase = phrase_ending(unit, at - 1)
    return phrase is not None and phrase[0] > 0 and bool(unit.words[phrase[0] - 1].tags & (RELATIVE | THAT))


def _singular_subject(unit: Unit, at: int) -> bool:
    """Read "a proposal calls for": behind "a" the form in -s is no plural noun, so it is the verb; but "a letter calling attacks vile"."""
    if unit.words[at - 1].tags & INGTAG:
        return False
    for number in range(at - 1, max(-1, at - 5), -1):
        here = unit.words[number]
        if here.lower in listed("words.toml", "use", "singular"):
            return number < at - 1
        if not here.tags & WORD or here.tags & (DET | POSS | PREP | COORD | POSSESSOR | SUBORD):
            return False
    return False


def _clausal(unit: Unit, at: int) -> bool:
    """Whether a clause stands at `at`, or "to be" and "to have", which no noun takes."""
    words = unit.words
    at = past(words, at, NEG)  # "claims never to have lied"
    if at + 1 < len(words) and words[at].tags & TO and words[at + 1].tags & (BE | HAVE):
        return True
    return at < len(words) and bool(words[at].tags & OPENS_CLAUSE)
