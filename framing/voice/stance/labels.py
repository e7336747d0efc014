"""Whom a label, a comparison or a charge is given to: "called the raid a rout", "likened X to", "accused X of"."""

import functools
from collections.abc import Callable

from framing.voice.classes.between import COMMA, COORD, MARK, PREP, PUNCTUATION, SEMI, SUBORD, THAT, WH
from framing.voice.classes.nouns import ARTICLE, CAP, DET, INDEFINITE, OPENING, OWNED, PLURAL, PRONOUN, ROLE, TIME
from framing.voice.classes.verbs import ADV, ADVERB, BE, HAVE, LOOSE, MODAL, TO
from framing.voice.cues import Word
from framing.voice.stance.actors import actor, verb_back
from framing.voice.stance.called import before_label, object_behind, spoken_of
from framing.voice.stance.charges import charges, guilty, joined_accused
from framing.voice.stance.clause import Clause
from framing.voice.stance.edges import relative_before, verb_begins
from framing.voice.stance.negators import negation
from framing.voice.stance.nominal import before_term, beyond_idiom, nominal, phrase_ending, phrase_from
from framing.voice.stance.patients import as_before, is_passive, opens_label, patient, reflexive
from framing.voice.stance.readings import describes, has_adjectival_form, is_past
from framing.voice.stance.subjects import bare_relative, subject
from framing.voice.stance.target_words import forms_of, words_of
from framing.voice.steps import holds, past
from framing.voice.units import Phrase

REACH = 14
"""Words between a verb and what it calls its object."""
ASIDE = 8
"""Words between a verb of calling and "as"."""
_ENDS = SEMI | BE | THAT
_OWNING = ARTICLE | OWNED


def labelled(clause: Clause) -> Phrase | None:
    """Whom the nearest verb or noun of calling, comparing or charging before the term is about."""
    labels, before = label_words(), before_term(clause, over=ARTICLE)
    if before > 0 and reflexive(clause.words[before]) and clause.words[before - 1].forms:
        return actor(clause, before - 1)  # "has shown itself incapable of mercy"
    if _wrought(clause):
        return None
    for number in range(clause.first - 1, max(-1, clause.first - REACH), -1):
        here = clause.words[number]
        if here.lower in labels and (reader := _reader(clause, number)) is not None:
            return reader(clause, number)
        says = here.says and not clause.words[number - 1].tags & OPENING  # "the proposed flats"
        if says or (here.tags & _ENDS and here.lower not in ("been", "being")):
            return None
    return None


def accused(clause: Clause) -> Phrase | None:
    """Read "is suspected of sadistic treatment", "was jailed for brutal attacks": who is accused of an act, by the nearest such verb."""
    words, number = clause.words, before_term(clause, over=LOOSE)
    if number < 1 or words[number].lower not in words_of("charging"):
        return None
    near = range(number - 1, max(-1, number - REACH), -1)
    verb = next((at for at in near if words[at].lower in forms_of("accusing") or words[at].lower in words_of("guilty")), None)
    fits = verb is not None and _reader(clause, verb) is _object_or_subject
    return _object_or_subject(clause, verb) if verb is not None and fits else None


def _wrought(clause: Clause) -> bool:
    """Read "portrayed the marches as the work of hooligans": "of" joins another actor."""
    words, of = clause.words, clause.first - 1
    return of > 0 and words[of].lower == "of" and words[of - 1].lower in words_of("wrought")


@functools.cache
def label_words() -> frozenset[str]:
    """Every word that `labelled` looks for."""
    return words_of("descriptions", "guilty") | forms_of("railing", "labelling", "accusing", "comparing")


def _reader(clause: Clause, number: int) -> Callable[[Clause, int], Phrase | None] | None:
    """What says whom the label, comparison or charge at word `number` is about; None where it is none."""
    words, lower = clause.words, clause.words[number].lower
    if lower in words_of("descriptions") and words[number + 1].lower == "of":
        return _described
    if lower in forms_of("railing") and words[number + 1].tags & PREP:
        return _railed_at
    if number and (words[number - 1].tags & _OWNING or _names_thing(words, number)):
        return None  # a noun, as in "the charge", "the new style"
    struck = lower in forms_of("striking") and _tells_manner(clause)  # "attacked them with savagery"
    if not struck and (lower in forms_of("accusing") or lower in words_of("guilty")) and charges(words, number, clause.first):
        return _object_or_subject
    if lower in forms_of("labelling") and not _quotes_label(clause, number) and not _tells_manner(clause):
        spoken = lower in forms_of("speaking_of") and not is_passive(clause, number)
        return spoken_of if spoken else _behind_of if _makes(clause, number) else _label_of
    return _object_or_subject if lower in forms_of("comparing") and _compares(clause, lower) else None


def _railed_at(clause: Clause, verb: int) -> Phrase | None:
    """Read "rails against teachers as parasites", "lashed out at us as traitors": at whom somebody rails."""
    first = past(clause.words, verb + 1, PREP, clause.first)
    return phrase_from(clause.words, first, clause.first) if as_before(clause) else None


def _names_thing(words: list[Word], at: int) -> bool:
    """Whether a plain form is a noun, as one thing before it tells, "the style guide", or one that needs its particle, "waving flags"."""
    before, lower = words[at - 1], words[at].lower
    if lower in words_of("under"):
        return before.lower != "under"  # "opened fire"
    one = nominal(words, at - 1) and not before.tags & (PLURAL | CAP) and lower in words_of("labelling")
    one = one and not _many_before(words, phrase_ending(words, at - 1)[0] - 1)
    one = one and not is_past(words[at]) and before.lower not in words_of("plurals")  # "the health bill a sham", but "police call"
    return one or (lower in forms_of("with_particles") and words[at + 1].lower not in words_of("particles"))


def _quotes_label(clause: Clause, verb: int) -> bool:
    """Whether "as" and a label in marks stand between a verb and the term: "dismissed as “tales” accounts of torture"."""
    between = clause.words[verb + 1 : clause.first - 1]
    return len(between) > 1 and between[0].lower == "as" and sum(1 for here in between if here.tags & MARK) > 1


def _many_before(words: list[Word], joining: int) -> bool:
    """Whether a preposition at word `joining` belongs to several: "Critics in the press regard", "Many in the south regard"."""
    several = joining > 0 and words[joining].tags & PREP and words[joining - 1]
    return bool(several and (several.tags & PLURAL or several.lower in words_of("pronouns")))


def _makes(clause: Clause, verb: int) -> bool:
    """Read "makes criminals of anglers", "made a farce of the vote": a noun for people, or one that judges, before "of"."""
    words, of = clause.words, clause.after.lower == "of"
    told = clause.term.tags & ROLE or clause.term.lower in words_of("judged_by_of")
    return bool(of and words[verb].lower in forms_of("making") and told)


def _behind_of(clause: Clause, _: int) -> Phrase | None:
    return phrase_from(clause.words, clause.last + 1)


def _tells_manner(clause: Clause) -> bool:
    """Whether the term tells how something is done: "treated them with nothing but contempt"."""
    return clause.words[beyond_idiom(clause.words, before_term(clause, over=OPENING))].lower == "with"


def _described(clause: Clause, noun: int) -> Phrase | None:
    """Read "the description of the strike as a riot"."""
    return phrase_from(clause.words, noun + 2, clause.first) if as_before(clause) else None


def _object_or_subject(clause: Clause, verb: int) -> Phrase | None:
    """Object of the verb at word `verb`; of its passive, the subject."""
    words = clause.words
    if words[verb].lower in words_of("guilty"):
        told = clause.after.tags & (OPENING | PRONOUN)  # "guilty of the raids his men led"
        return None if told else guilty(words, verb)
    if (joined := joined_accused(clause)) is not None:
        return joined
    if is_passive(clause, verb):
        return patient(clause, verb)
    if words[verb + 1].tags & TO:
        gap = relative_before(words, verb_begins(words, verb))
        return bare_relative(words, verb) if gap is None else _object_gap(words, gap)  # "a move critics likened to theft"
    if words[verb + 1].tags & PREP or words[verb + 1].lower == "as":
        gap = relative_before(words, verb_begins(words, verb))
        relative = gap is not None and words[gap].tags & WH
        missing = _object_gap(words, gap or 0) if relative else bare_relative(words, verb)  # "a move one pilot likened to"
        return missing or actor(clause, verb)
    return phrase_from(words, verb + 1, clause.first)


def _compares(clause: Clause, verb: str) -> bool:
    """Whether "to" or "as" joins the term to a verb of comparing: "likened the strike to blackmail", "ran it as a racket"."""
    words, number = clause.words, before_term(clause, over=DET)
    if words[clause.first - 1].lower == "the" and verb not in forms_of("likening_to"):
        return False  # "turned a blind eye to the plunder"
    used = verb in forms_of("operating") and words[number].lower != "as"  # "uses the courts to silence rivals"
    return number > 0 and not used and words[number].lower in ("to", "with", "into", "as")


def _label_of(clause: Clause, verb: int) -> Phrase | None:
    """Whom the label behind the labelling verb at word `verb` is given to."""
    words = clause.words
    verb += verb + 1 < clause.first and words[verb + 1].lower in words_of("particles")  # "brushed aside the report"
    verb = _beyond_aside(words, verb)
    behind = words[verb + 1]
    if behind.tags & PRONOUN:
        return _pronoun(clause, verb)
    if found := object_behind(clause, verb) if behind.lower == "as" else before_label(clause, verb) or spoken_of(clause, verb):
        return found
    row = has_adjectival_form(words[clause.first]) and _joins(words[verb + 1 : clause.first])  # "called vindictive and “grotesque”"
    direct = opens_label(behind) or behind.lower == "as" or verb + 1 == clause.first or row
    gap = relative_before(words, verb_begins(words, verb)) if direct else None
    if gap and words[gap].lower != "what" and words[gap - 1].tags & PREP:
        gap = None  # "a video in which a man they called a spy"
    bare = bare_relative(words, verb) if gap is None and direct else None
    what = gap is not None and words[gap].lower == "what"  # "what its leader, Ana Pell, called a coup"
    if bare is None and not what and is_passive(clause, verb):
        return None if _leads_away(clause, verb) else patient(clause, verb)
    if gap is not None or bare:
        return bare or _object_gap(words, gap or 0)
    if behind.tags & MARK and verb + 1 != clause.first - 1:
        return None
    named = phrase_from(words, verb + 1, clause.first)
    own = named and named[1] == clause.first and words[named[0]].tags & INDEFINITE and describes(words[clause.first - 1])
    # Of "see a systematic attack on us" the adjective is part of what is seen.
    return _without_label(clause, named) if named and not own and _complements(clause, verb, named) else None


def _leads_away(clause: Clause, verb: int) -> bool:
    """Whether a passive labels nothing: "was called to stop a thug", "is revered among thugs"; but "was called in court a thug"."""
    words, behind = clause.words, clause.words[verb + 1]
    if behind.tags & TO:
        return words[min(verb + 2, clause.first)].lower != "be"
    placed = behind.tags & PREP and behind.lower not in words_of("behind_participles")
    return bool(placed) and not as_before(clause) and not opens_label(words[clause.first - 1]) and not has_adjectival_form(clause.term)


def _beyond_aside(words: list[Word], verb: int) -> int:
    """The comma that ends what is put between a verb and "as", "has described, not unkindly, as a peacock"; else word `verb`."""
    if not words[verb + 1].tags & COMMA:
        return verb
    near = range(verb + 2, min(verb + ASIDE, len(words) - 1))
    return next((number for number in near if words[number].tags & COMMA and words[number + 1].lower == "as"), verb)


def _without_label(clause: Clause, named: Phrase) -> Phrase:
    """The object without a first label before "and": "branded the plan cruel and unworkable"."""
    words, last = clause.words, named[1] - 1
    joined = named[1] < clause.first and words[named[1]].tags & (COMMA | COORD)
    return (named[0], last) if joined and last - named[0] > 1 and has_adjectival_form(words[last]) else named


def _object_gap(words: list[Word], gap: int) -> Phrase | None:
    """What "which" or "whom" at word `gap` stands for; of "The bill is what critics call" the subject."""
    last = gap - 1
    if words[gap].lower == "what":
        return subject(words, last) if gap and words[last].tags & BE else None
    last = last - 1 if last > 0 and words[last].tags & COMMA else last
    return phrase_ending(words, last) if last >= 0 and nominal(words, last) else None


def _pronoun(clause: Clause, verb: int) -> Phrase | None:
    """Whom "called them thugs", "described himself as" is about: the pronoun, the subject."""
    if not reflexive(clause.words[verb + 1]):
        return verb + 1, verb + 2
    return actor(clause, verb) or verb_back(clause, verb)  # "likes to present itself as"


def _complements(clause: Clause, verb: int, named: Phrase) -> bool:
    """Whether the term is said of the object `named`, "called the refugees parasites", and is no part of it."""
    words, end = clause.words, named[1]
    if words[end - 1].lower in words_of("doubted") or words[end - 1].lower in negation("labels"):
        return False  # "named the alleged fraudster", "rejects the label “extremist”"
    joined = end < clause.first and words[end].lower in ("of", "from")
    whole = phrase_from(words, end + 1, clause.first) if joined else None
    described = has_adjectival_form(clause.term)  # "called members of the council vindictive"
    end = whole[1] if whole and whole[1] < clause.first + described else end  # "called the seizure of the tanker an act of piracy"
    if end < clause.first:
        return as_before(clause) or _behind_object(clause, words[end : clause.first])
    opens = words[verb + 1].tags & (OPENING | CAP)
    several = words[named[1] - 1].tags & PLURAL  # "called officers tyrants"
    many = several and clause.term.tags & PLURAL
    if not opens and not many and not (several and described):
        return False
    if has_adjectival_form(words[clause.first]):
        return True
    behind = clause.after
    closes = behind.tags & (PUNCTUATION | MARK | COORD)
    named_so = words[verb].lower in forms_of("naming") and (_breaks(behind) or behind.tags & (BE | MODAL))
    return bool(closes or named_so) and (clause.first - verb > 2 or bool(many and not opens))


def _behind_object(clause: Clause, between: list[Word]) -> bool:
    """Whether a label may stand behind its object and the words `between`, "branded it cruel and unworkable", "makes it so cruel"."""
    if has_adjectival_form(clause.term) and _joins(between):
        return True
    behind = between[0]
    opens = behind.tags & (OPENING | MARK | ADVERB) or behind.lower in ("as", "by") or behind.lower in words_of("degree")
    idiom = beyond_idiom(clause.words, clause.first - len(between) + 1) < clause.first - len(between)  # "nothing but a whitewash"
    return (bool(opens) or idiom) and not holds(between, HAVE | MODAL)  # "By selling the archive the dean has committed"


def _breaks(behind: Word) -> bool:
    """Whether a word behind a label tells when, where or why it was given: "called the guards heroes that night"."""
    breaks = PREP | LOOSE | THAT | SUBORD | TIME
    return (bool(behind.tags & breaks) or behind.lower in words_of("moments")) and behind.lower not in ("of", "as")


def _joins(between: list[Word]) -> bool:
    """Whether some words are but adjectives and what joins them."""
    return all(here.tags & (COMMA | MARK | COORD | ADV) or has_adjectival_form(here) for here in between)
