"""How a term reads: as a verb, active, passive or in -ing; as an adverb; as an adjective that judges."""

import functools

from framing.voice.classes.between import COMMA, COORD, MARK, PREP, PUNCTUATION, RELATIVE, SUBORD, THAT, WH
from framing.voice.classes.nouns import CAP, DETERMINER, NAMED, NUMBER, OBJECT, OPENING, PLURAL, PRONOUN, ROLE, SUBJECT
from framing.voice.classes.verbs import AUXILIARY, BE, ED, FINITE, HAVE, INGTAG, LOOSE, LY, MODAL, TO
from framing.voice.cues import PAST, Word
from framing.voice.forms import adjectival, adjectival_ending
from framing.voice.stance.clause import Clause
from framing.voice.stance.edges import in_row, joined_verb, verb_begins
from framing.voice.stance.insertions import insertion
from framing.voice.stance.nominal import before_degree, first_verb, governs, is_verb, nominal, noun_behind, phrase_ending, reports_clause
from framing.voice.stance.openings import before_subject, called_before_name, heads_sentence
from framing.voice.stance.target_words import edges_of, forms_of, words_of
from framing.voice.steps import back, first_of, past

MOST_WORDS = 1 << 14
"""Words of which it is remembered whether they describe."""


def verb_reading(clause: Clause) -> str | None:
    """How the term reads as a verb: "active", "passive" or "gerund"; None: it is a noun or an adjective."""
    words, term = clause.words, clause.words[clause.first]
    begins = verb_begins(words, clause.first)
    before = words[begins - 1] if begins else None
    helpers = [here for here in words[begins : clause.first] if here.tags & AUXILIARY]
    if term.tags & INGTAG or words[begins].lower == "having":
        return _ing_reading(clause, before, helpers) if term.tags & INGTAG else "gerund"
    if helpers:
        passive = is_past(term)
        return ("passive" if passive else None) if helpers[-1].tags & BE else "active"
    compound = clause.last - clause.first > 1 and term.tags & ED and nominal(words, clause.first + 1)  # "masked thugs"
    counted_noun = before is not None and before.tags & NUMBER and judging(term.lower)  # "14 botched operations"
    compound = compound or in_row(words, clause.first, clause.last)
    if compound or before is None or before.tags & DETERMINER or counted_noun or _quoted_attribute(clause):
        return None
    noun = term.lower.endswith(edges_of("nominal"))
    if before.tags & TO:
        return "active" if _infinitive(clause, begins - 1, noun=noun) else None
    return None if noun else _finite_reading(clause, term, before)


def _infinitive(clause: Clause, to: int, *, noun: bool) -> bool:
    """Read "To silence its critics", not "amounts to daylight robbery"."""
    words, term = clause.words, clause.words[clause.first]
    if to and words[to - 1].lower in forms_of("amounting") | words_of("akin"):
        return False
    if to and (words[to - 1].lower in forms_of("leading_to") or words[to - 1].lower in words_of("plans")):
        return _has_object(clause) or not (noun or adjectival_ending(term.lower))  # "tried to silence critics", "a bid to deceive Ostland"
    if noun:
        return _object_opens(clause) or _many_behind(clause)
    return _object_opens(clause) if adjectival_ending(term.lower) else _has_object(clause)


def _quoted_attribute(clause: Clause) -> bool:
    """Read the headline "Peers slam ‘botched’ border checks": marks around what stands before the noun that somebody judges."""
    words, before = clause.words, clause.first - 2
    marked = before >= 0 and clause.last + 1 < len(words) and words[before + 1].tags & words[clause.last].tags & MARK
    return bool(marked) and words[before].lower in forms_of("labelling", "facing") and nominal(words, clause.last + 1)


def _ing_reading(clause: Clause, before: Word | None, helpers: list[Word]) -> str | None:
    if helpers and helpers[-1].tags & BE:
        return "active"
    if (before is not None and before.tags & DETERMINER) or clause.words[clause.first].lower == "according":
        return None
    if heads_sentence(clause) or (clause.first and before_subject(clause)) or _judges_noun(clause):
        return None
    governed = before is not None and (before.lower in forms_of("controlling") or _caught(clause) or _led_on(clause, before))
    return "gerund" if _has_object(clause) or governed or _heads(clause, PREP) or _goes_on(clause) else None


def _goes_on(clause: Clause) -> bool:
    """Read "demanding that the mayor go", "robbing, beating and killing them": a clause or another -ing form behind the term."""
    words, behind = clause.words, clause.last
    joined = clause.first > 0 and words[clause.first - 1].tags & COORD
    if behind < len(words) and words[behind].tags & (THAT | (MARK if joined else 0)):
        return True  # "waving flags and chanting “Out!”"
    return behind + 1 < len(words) and bool(words[behind].tags & (COMMA | COORD) and words[behind + 1].tags & INGTAG)


def _caught(clause: Clause) -> bool:
    """Read "was caught lying": a passive of catching right before the term."""
    words, verb = clause.words, clause.first - 1
    return words[verb].lower in forms_of("catching") and bool(words[verb_begins(words, verb)].tags & (BE | HAVE))


def _led_on(clause: Clause, before: Word) -> bool:
    """Read "after lying to the court", "by selling out the crew": a preposition before the term, "to" or a particle behind it."""
    behind = clause.after
    if behind.tags & TO and clause.words[clause.first].lower in forms_of("leading_to"):
        return True  # "with Holm threatening to quit"
    if before.tags & SUBORD and not governs(before):  # "while ranting about bees"
        return bool(behind.tags & PREP) and behind.lower != "of"
    return governs(before) and bool(behind.tags & TO or behind.lower in words_of("particles"))


def _finite_reading(clause: Clause, term: Word, before: Word) -> str | None:
    """A form without helpers: past behind a subject, or present before an object."""
    words, behind = clause.words, past(clause.words, clause.last, MARK)
    if _judges_noun(clause):
        return None
    if term.tags & ED and behind < len(words) and words[behind].lower == "by":
        return "passive"  # "the coast, ravaged by storms"
    if before.tags & (PREP | SUBORD) or (before.lower in forms_of("linking") and term.tags & ED):
        return None  # "looks doomed"
    if _joined_infinitive(clause):
        return "active"
    if is_past(term) or _headline_verb(clause) or _only_verb(clause) or _behind_relative(clause, before) or _behind_adverb(clause, before):
        return "active"
    asks = before.tags & WH and not before.tags & RELATIVE  # "How cruel the winter was"
    subject = before.tags & (PLURAL | ROLE | CAP | SUBJECT) and not asks
    follows = subject or before.lower in ("who", "which", "and") or _parted_from_subject(clause)
    return "active" if follows and not term.tags & CAP and _object_opens(clause) else None


def _joined_infinitive(clause: Clause) -> bool:
    """Read "could cause havoc and threaten wildlife": what looks like a verb joined to one behind a modal or "to", before an object."""
    words, joining = clause.words, clause.first - 1
    verbal = words[clause.first].lower.endswith(edges_of("verbal")) and words[clause.first].lower not in words_of("no_verbs")
    if not verbal or not words[joining].tags & COORD or not _has_object(clause):
        return False
    led = joined_verb(words, joining, clause.first)
    begins = verb_begins(words, led) if led else 0
    return begins > 0 and bool((words[begins].tags | words[led or 0].tags) & MODAL or words[begins - 1].tags & TO)


def _behind_relative(clause: Clause, before: Word) -> bool:
    """Read "a party that lies", "officials who “take bribes”": a present right behind a relative pronoun."""
    words, first = clause.words, clause.first
    at = back(words, first - 1, MARK, -1)
    many = at > 0 and words[at - 1].tags & PLURAL
    agrees = words[first].tags & PLURAL if not many else before.lower == "who" and not has_adjectival_form(words[first])
    return bool(before.tags & (RELATIVE | THAT) and before is words[at] and agrees) and nominal(words, at - 1)


def _behind_adverb(clause: Clause, before: Word) -> bool:
    """Read "Guards routinely humiliate inmates": a plain form between an adverb behind several and an object."""
    apart = clause.words[clause.first - 1].tags & LY and before.tags & PLURAL and before.tags & NAMED
    return bool(apart) and not clause.words[clause.first].tags & PLURAL and _takes_plainly(clause)


def _parted_from_subject(clause: Clause) -> bool:
    """Read "The pact, signed in secret, betrays the islanders": a verb behind what is put between it and its subject."""
    comma = clause.first - 1
    return bool(clause.words[comma].tags & COMMA) and insertion(clause.words, comma) is not None


def _judges_noun(clause: Clause) -> bool:
    """Read "admitted crippling losses", "used heavy-handed tactics": a participle that judges the noun behind it."""
    words, before = clause.words, clause.first - 1
    if not noun_behind(clause) or not judging(words[clause.first].lower):
        return False
    here = words[before]
    opens = words[clause.first].lower in words_of("unaided") or before < 0 or is_verb(words, before)
    led = opens or here.tags & INGTAG or (here.verb is not None and not here.homograph)
    return bool(led) and not clause.after.tags & (CAP | NUMBER)


def _headline_verb(clause: Clause) -> bool:
    """Read the headlines "Council bungles flood repairs", "Ministers betray farmers"."""
    words, number, last = clause.words, clause.first - 1, past(clause.words, clause.last, MARK)  # "wastes £2m"
    behind = last < len(words) and nominal(words, last) and words[clause.first].surface.islower()
    agrees = bool(words[clause.first].tags & PLURAL) != bool(words[number].tags & PLURAL)
    actor = words[number].tags & NAMED > 0
    return behind and agrees and actor and _heads(clause) and not called_before_name(words, clause.last)


def _only_verb(clause: Clause) -> bool:
    """Read "The fleet invades the islands", "If the fleet invades, ...", "Snares maim foxes": the one verb of its clause, by its number."""
    words, before = clause.words, clause.words[clause.first - 1]
    many = before.tags & PLURAL
    acts = (before.verb and before.verb.speaks) or (clause.first > 1 and words[clause.first - 2].tags & (CAP | PRONOUN | WH))
    if many and acts and not words[clause.first - 2].tags & OPENING:
        return False  # "Holm claims great wealth", "who flees war"
    if bool(words[clause.first].tags & PLURAL) == bool(many) or not nominal(words, clause.first - 1):
        return False
    begin = phrase_ending(words, clause.first - 1)[0]
    led = words[begin - 1] if begin > 0 else None
    subordinate = led is not None and led.tags & SUBORD and led.lower not in words_of("circumstances")
    opens = led is None or begin <= clause.begin or led.tags & THAT or reports_clause(led)  # "Vendors say clerks extort money"
    takes = _object_opens(clause) or _many_behind(clause)
    if not (opens and _takes_plainly(clause) if many else subordinate or (begin <= clause.begin and takes)):
        return False
    end = first_of(words, range(clause.last, clause.end), PUNCTUATION, clause.end)
    return first_verb(words, range(clause.last, end)) is None


def _takes_plainly(clause: Clause) -> bool:
    """Whether an object stands behind what may be a plain form: "maim one fox in three", "cripple young families"."""
    words, behind = clause.words, clause.last
    if behind - clause.first > 2:  # "hold the country to ransom"
        return bool(words[clause.first + 1].tags & OPENING) or nominal(words, clause.first + 1)
    if has_adjectival_form(words[clause.first]) or behind >= len(words) or called_before_name(words, behind):
        return False
    return _object_opens(clause) or bool(words[behind].tags & NUMBER) or nominal(words, behind)


def _heads(clause: Clause, *behind: int) -> bool:
    """Whether nothing but a noun without a determiner stands before the term, as in a headline; `behind`: tags of what follows it."""
    words = clause.words
    if not clause.first or clause.last >= len(words) or not all(words[clause.last].tags & tags for tags in behind):
        return False
    return nominal(words, clause.first - 1) and phrase_ending(words, clause.first - 1)[0] == 0 and not words[0].tags & OPENING


def _object_opens(clause: Clause) -> bool:
    """Whether what follows the term can only open an object: a determiner, a pronoun."""
    behind = clause.after.tags
    return bool(behind & (OPENING | OBJECT))


def _many_behind(clause: Clause) -> bool:
    """Read "to silence rivals": several of something behind a word that may be a noun."""
    return bool(clause.after.tags & PLURAL) and noun_behind(clause)


def _has_object(clause: Clause) -> bool:
    """Whether an object follows the term, or is part of it: "to crush the uprising", "turning a blind eye"."""
    behind = clause.after
    opens = behind.tags & (OPENING | PRONOUN | CAP) or behind.lower in words_of("free_relatives")  # "looting what they could"
    if clause.last - clause.first > 1 or opens:
        return True
    return _many_described(clause.words, clause.last) or (noun_behind(clause) and not behind.tags & LOOSE)


def _many_described(words: list[Word], at: int) -> bool:
    """Whether a participle that tells of victims, or judges, stands before their noun: "silencing unarmed men"."""
    if at + 1 >= len(words) or not nominal(words, at + 1):
        return False
    return judging(words[at].lower) or bool(words[at].tags & ED and words[at].lower in forms_of("harming"))


def is_past(here: Word) -> bool:
    """Whether a word is a past, or a participle, by its form."""
    return bool(here.tags & (ED | FINITE) or here.forms & PAST) or here.lower in words_of("pasts")


@functools.lru_cache(maxsize=MOST_WORDS)
def has_adjectival_form(here: Word) -> bool:
    """Whether a word is an adjective by its ending, or by the list."""
    return adjectival(here.lower)


@functools.lru_cache(maxsize=MOST_WORDS)
def describes(here: Word) -> bool:
    """Whether a word is an adjective by its form, or a participle that judges what it describes."""
    return has_adjectival_form(here) or judging(here.lower)


def before_row(words: list[Word], at: int) -> int:
    """What stands before adjectives in a row, where word `at` stands before the last of them: "a" of "a bloated, lazy and slow office"."""
    while at > 1 and words[at].tags & (COMMA | COORD) and describes(words[at - 1]):
        at -= 2
    return at


def may_describe(here: Word) -> bool:
    """Whether a word can be an adjective by its form: no plural, no noun in -ion, no participle that tells what was done to a victim."""
    if here.lower.endswith(edges_of("nominal")) or here.tags & PLURAL or (here.tags & ROLE and not has_adjectival_form(here)):
        return False
    return not here.tags & ED or here.lower not in forms_of("harming")


def is_adverb(clause: Clause) -> bool:
    """Whether the term is an adverb in -ly, "savagely beaten", "would likely fail", and no adjective, "a cowardly raid"."""
    words, term = clause.words, clause.term
    if not term.tags & LY:
        return False
    before = before_degree(words, clause.first - 1)
    return term.lower.rpartition("-")[2] not in words_of("like_adverbs") or (before >= 0 and bool(words[before].tags & MODAL))


def grades(clause: Clause) -> bool:
    """Whether the term is an adverb right before the adjective that it grades: "a brutally honest book"."""
    words, behind = clause.words, clause.last
    if clause.last - clause.first > 1 or behind >= len(words) or not words[clause.first].tags & LY:
        return False
    return describes(words[behind]) and is_adverb(clause) and not is_verb(words, behind)


def judging(lower: str) -> bool:
    """Whether a word in -ed judges what it describes, "unprovoked", rather than tells what was done to it, "besieged"."""
    return lower.startswith(edges_of("prefixes")) or lower.endswith(edges_of("compounds")) or lower in words_of("judging")
