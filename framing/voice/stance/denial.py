"""Whether what is said with a term is denied."""

import functools
import itertools

from framing.voice.classes.between import COORD, MARK, PREP, PUNCTUATION, RELATIVE
from framing.voice.classes.nouns import CAP, DET, DETERMINER, INDEFINITE
from framing.voice.classes.verbs import ADVERB, AUXILIARY, BE, DO, ED, HAVE, INGTAG, LY, MODAL, NEG, TO
from framing.voice.cues import word
from framing.voice.lists import listed
from framing.voice.stance.clause import Clause
from framing.voice.stance.negators import claims, is_phrase, negation, negators, phrases, presupposes, saying, verbs
from framing.voice.stance.nominal import nominal, noun_behind, reports_clause
from framing.voice.stance.reach import beyond_and, cut_off, granted, is_finite, lists_on, without_insertions
from framing.voice.stance.readings import describes, has_adjectival_form, verb_reading
from framing.voice.stance.target_words import forms_of, words_of
from framing.voice.steps import back, first_of

NEAR = 4
"""Words before a term among which "as", or what it is set against, is looked for."""

SIGNS = ("denied", "refused", "phrase", "opening", "contrast", "verb", "negator", "behind")
"""What may deny a term: a cue that denies, one that denies a label behind "as", too; a first word of what denies by several words, in
the clause or right before it; "not" that contrasts; a verb that denies; "not" and "no"; something behind the term."""
DENIED, REFUSED, PHRASE, OPENING, CONTRAST, VERB, NEGATOR, BEHIND = (1 << number for number in range(len(SIGNS)))

_PARTICIPLE = INGTAG | HAVE | BE  # in "denied having lied" the lie is denied, not in "denied knowing he lied"

_calling = functools.partial(listed, "stance.toml", "distance", "what")


def negated(clause: Clause, signs: int) -> bool:
    """Whether the proposition with the term is denied; that an actor exists is not, unless it is the predicate.

    `signs` has a bit for each of `SIGNS` that the sentence shows; what depends on a sign that is not there is not looked for.
    """
    clause = without_insertions(clause)
    if signs & (PHRASE | OPENING) and ((signs & PHRASE and _denied_by_phrase(clause)) or (signs & OPENING and _opens_denied(clause))):
        return True
    if (signs & CONTRAST and _contrasted(clause)) or (signs & VERB and _cleared(clause)):
        return True
    if only_named(clause):
        return signs & BEHIND > 0 and _denied_behind(clause)
    # "dismissed it as a sham" says that it is one; "refused to describe it as a sham" does not.
    labelled = signs & DENIED and "as" in clause.before[-NEAR:] and not signs & REFUSED
    if (signs & DENIED and not labelled and _reached(clause, clause.before)) or (signs & (PHRASE | VERB) and _denied_by_verb(clause)):
        return True
    return (signs & BEHIND > 0 and _denied_behind(clause)) or (signs & NEGATOR > 0 and _denied_by_word(clause))


def taken(clause: Clause) -> bool:
    """Whether what a term names is taken to be there, whatever is asked, expected or claimed of it: a name, somebody, "the raid"."""
    clause = without_insertions(clause)
    return only_named(clause) or _presupposed(clause, -1)


def only_named(clause: Clause) -> bool:
    """Whether the term names somebody or some place and is not said of anybody; to "plunder" is no plunderer."""
    if not clause.refers or _may_be_denied(clause):
        return False
    there = clause.before[-1:] == ["to"] and clause.words[clause.first].tags & CAP  # "a visit to Zell next week"
    return bool(there) or verb_reading(clause) is None


def _may_be_denied(clause: Clause) -> bool:
    """Whether a noun for somebody is more than named: said of somebody, "not the work of thugs", or looked for, "no sign of a thug"."""
    before = clause.before
    wrought = before[-1:] == ["of"] and not words_of("wrought").isdisjoint(before[-2:-1])
    return _called(before) or clause.predicative() or wrought or _no_evidence(clause) or _any_of(before)


def _denied_by_word(clause: Clause) -> bool:
    """Whether "not", "no", "never" or the like reaches the term."""
    before = clause.before
    denying = [number for number in negators(before) if not cut_off(clause, before[number:])]
    return bool(denying) and not (_cancelled(before, denying) or _presupposed(clause, denying[-1]) or _compares(clause, denying[-1]))


def _called(before: list[str]) -> bool:
    """Whether a verb before a term calls somebody so: "branded him a thug", "portrays him as a tyrant"."""
    if not (_calling().isdisjoint(before) and forms_of("naming").isdisjoint(before)):
        return True
    return "as" in before[-NEAR:] and not saying().isdisjoint(before)


def _cancelled(before: list[str], denying: list[int]) -> bool:
    """Read "not without its cruelties", "not free of fraud", "no lack of greed"."""
    last = denying[-1]
    doubled = len(denying) > 1 and before[last] == "without"
    return doubled or any(last < start < last + NEAR for start, _ in phrases(before, "phrases"))


def _compares(clause: Clause, negator: int) -> bool:
    """Read "Nobody is more ruthless than Holm", "No bank is as reckless as the guild", "never so brutal": what is denied of all others."""
    degree, behind = clause.before[negator + 1 :][-1:], clause.behind[:1]
    weighed = degree in (["so"], ["more"]) or "such" in clause.before[-2:]
    weighed = weighed or (degree == ["as"] and bool(word(clause.before[-2]).tags & (BE | NEG)))  # "never been as"
    if clause.before[negator] == "never" and weighed:
        return True
    if clause.before[negator] in negation("subjects") and degree == ["so"]:
        return True  # "No government has been so inept"
    return clause.before[negator] in negation("subjects") and (degree, behind) in (
        (["more"], ["than"]),
        (["as"], ["as"]),
    )


def _opens_denied(clause: Clause) -> bool:
    """Whether a negator of several words stands where the clause begins: "anything but", "has yet to call it", not "to reach the site"."""
    opening = clause.opening().split()
    undone = any(phrases([here.lower for here in clause.words[: clause.begin]], "undoing"))  # "hard to see as anything but a sop"
    if not opening or undone or any(lower == "," or is_finite(lower) for lower in clause.before):
        return False
    return is_phrase(opening) or (is_phrase([*opening, *clause.before[:1]]) and not _presupposed(clause, 0))


def _any_of(before: list[str]) -> bool:
    """Read "any such fighters", "neither weapons nor fighters", "Neither a saint nor a fool", "The mayor, no friend of the press,"."""
    near = [lower for lower in before[-3:] if not word(lower).tags & INDEFINITE]
    return "any" in near[-2:] or near[-1:] in (["nor"], ["neither"]) or near[-2:] == [",", "no"]


def _reached(clause: Clause, before: list[str]) -> bool:
    """Whether a denying cue reaches the term: not over a second report, nor what it takes for granted, "denied knowing of the raid"."""
    words, term = clause.words, clause.term
    described = describes(term) and noun_behind(clause)  # "dismissed the biased report"
    controls = described or "to" in before or any(_PARTICIPLE & word(lower).tags == INGTAG for lower in before)
    avoiding = list(verbs(before, "avoiding"))
    if avoiding and not any(_avoided(clause, end) for _, end in avoiding):
        return False  # "declined to comment on a brutal raid"
    if clause.begin and words[clause.begin - 1].tags & RELATIVE and not any(verbs(before, "denying")) and not avoiding:
        return False  # "rejected a mayor who called for violence"
    taken = (controls and _presupposed(clause, -1)) or _yielding(before)
    return not taken and not clause.joined_report() and not _undone(clause)


def _yielding(before: list[str]) -> bool:
    """Whether a denying cue denies what takes the term to be there: "refused to bow to blackmail", "to apologise for the slur"."""
    return any(one == "to" and presupposes(before[at : at + 2]) for at, one in enumerate(before, start=1))


def _denied_by_phrase(clause: Clause) -> bool:
    """Whether a negator of several words reaches the term: not beyond the comma of "Far from being a hero, the marshal was a coward"."""
    before = clause.before
    for start, end in phrases(before, "phrases"):
        owned = [at for at in range(end, len(before)) if word(before[at]).tags & DETERMINER]
        granted = owned != [end] and _takes_for_granted(clause, end)
        if not (granted or _ends_before(before, end) or negators(before[:start])):
            return True
    return False


def _takes_for_granted(clause: Clause, end: int) -> bool:
    """Whether behind a phrase that ends before word `end` something is done to what is there: "instead of ending the massacre"."""
    return granted(clause.before[end - 1 :]) or _presupposed(clause, end - 1)


def _denied_by_verb(clause: Clause) -> bool:
    """Whether a verb that denies reaches the term: "denied deliberate fraud", "scoffed at claims that", "refused to call it"."""
    before = clause.before
    found = [*verbs(before, "denying"), *claims(before)]
    found += [(start, end) for start, end in verbs(before, "avoiding") if _avoided(clause, end)]
    for start, end in found:
        further = [*before[end - 1 :], clause.words[clause.first].lower]
        undone = negators(before[:start]) or _undone(clause) or clause.joined_report()
        if undone or _ends_before(before, end) or beyond_and("", further):
            continue
        if not _takes_for_granted(clause, end):
            return True
    return False


def _ends_before(before: list[str], end: int) -> bool:
    """Whether what a phrase that ends before word `end` denies ends there: "A lack of rain | became a threat"."""
    behind = before[end:]
    if not behind:
        return False
    noun = before[end - 1] == "of" and not word(behind[0]).tags & INGTAG
    noun = noun or (end > 1 and before[end - 2] in words_of("plans"))  # "Its refusal to pay | was described as"
    if "," in behind or not noun:
        return "," in behind and not lists_on(behind)
    told = zip(behind, [*behind[1:], "."], strict=True)
    return any(is_finite(one) or (word(one).tags & ED and word(other).tags & (DETERMINER | PREP)) for one, other in told)


def _avoided(clause: Clause, end: int) -> bool:
    """Read "refused to call it a crime", "avoided deliberately lying": what is not done is to call something so, or the term itself."""
    between = clause.before[end:]
    near = between[:3]
    called = not (saying().isdisjoint(near) and forms_of("naming").isdisjoint(near))
    if called or "that" in near or any(reports_clause(word(lower)) for lower in near):
        return True
    if between[:1] in (["be"], ["become"]):
        return True
    tags = [word(lower).tags for lower in between]
    joined = not between or bool(tags[-1] & (COORD | LY))
    term, gerund = clause.words[clause.first], clause.before[end - 1] != "to"
    verbal = bool(term.tags & INGTAG) if gerund else not has_adjectival_form(term)
    return joined and verbal and not any(one & DETERMINER for one in tags)


def _presupposed(clause: Clause, negator: int) -> bool:
    """Whether the term stands in a definite noun phrase, and is neither a verb behind it nor said of it: "call the raid arson"."""
    if not clause.definite(negator) or "any" in clause.before[negator + 1 :][-3:] or _inverted(clause, negator):
        return False
    said = has_adjectival_form(clause.term) or not forms_of("naming").isdisjoint(clause.before)
    words, at = clause.words, back(clause.words, clause.first - 1, MARK, -1)
    before = words[at]
    determines = before.tags & DETERMINER or before.lower in words_of("doubted")  # "the alleged"
    behind = clause.after
    named = nominal(words, at) and not determines and behind.lower != "as" and not _before_noun(clause)
    pointed = behind.tags & (PUNCTUATION | MARK) and before.lower in words_of("pointing")
    if said and (named or pointed):
        return False
    return verb_reading(clause) is None


def _before_noun(clause: Clause) -> bool:
    """Whether the term is an adjective before its noun: "the council's own brutal plan"."""
    mentioned = clause.words[clause.first - 1].tags & MARK  # "refused to use the term “radical ...”"
    return has_adjectival_form(clause.term) and not mentioned and noun_behind(clause)


def _inverted(clause: Clause, negator: int) -> bool:
    """Read "At no time did the guards loot shops": whether the noun phrase before the term is the subject of a helping verb before it."""
    words = [here for here in clause.words[clause.begin : clause.first] if not here.tags & MARK]
    helping = first_of(words, range(negator + 1, len(words)), AUXILIARY & ~BE)
    if helping is None or helping > negator + 2 or not words[helping + 1 :] or has_adjectival_form(clause.term):
        return False
    subject = all(nominal(words, at) for at in range(helping + 2, len(words)))
    return subject and bool(words[helping + 1].tags & DETERMINER)


def _undone(clause: Clause) -> bool:
    """Whether what denies is denied in its turn: "does not deny that", "nobody can dispute that", "hard to deny"."""
    words = [here.lower for here in clause.words[: clause.first]]
    denying = [*negators(words), *(end - 1 for kind in ("phrases", "avoiding", "undoing") for _, end in phrases(words, kind))]
    return any(presupposes(words[number + 1 : number + NEAR]) for number in denying)


def _cleared(clause: Clause) -> bool:
    """Read "cleared the mayor of corruption", not "cleared of blame for the raid"."""
    before = clause.before
    if "of" not in before:
        return False
    at = before.index("of")
    verb = next((number for number in range(at) if before[number] in negation("clearing")), None)
    if verb is not None and before[verb] == "clear" and not word(before[verb - 1] if verb else "").tags & (TO | MODAL | DO):
        return False  # "a clear sign of"
    return verb is not None and not _presupposed(clause, at)


def _contrasted(clause: Clause) -> bool:
    """Read "victims, not invaders": what stands against something else behind a comma is denied, whatever it is."""
    near = clause.before[-NEAR:]
    if "," not in near:
        return False
    near = [lower for lower in near if not word(lower).tags & DET]
    return len(near) > 1 and near[-1] in negation("contrast") and near[-2] == ","


def _denied_behind(clause: Clause) -> bool:
    """Read "it threatened nobody", "the presence of mercenaries was denied", "called the claim that he is a thug a lie"."""
    behind = clause.behind
    adjective = has_adjectival_form(clause.term)  # "That they were cruel nobody denies"
    apart = clause.after.tags & MARK or behind[:2] == ["no", "."]  # "chanting “no war”", "enemy No. 1"
    object_denies = bool(behind) and behind[0] in negation("objects") and not apart and 0 in negators(behind)
    if object_denies and clause.verbal() and not adjective:
        return True
    near = [lower for lower in behind[:4] if not word(lower).tags & ADVERB]  # "was soon disproved"
    passive = any(other in negation("passive") and word(one).tags & BE for one, other in itertools.pairwise(near[:3]))
    named = not forms_of("naming").isdisjoint(clause.before) and not (negation("untrue") | negation("passive")).isdisjoint(behind)
    return (passive and (clause.before[-1:] == ["of"] or _claimed(clause.before))) or (named and _claimed(clause.before))


def _claimed(before: list[str]) -> bool:
    """Read "The claim that the duke is a thug", "To call the levy theft": what is only said of the term, before what is said of that."""
    called = before[:1] == ["calling"] or before[:2] == ["to", "call"]
    return called or any(word(one).noun is not None and other == "that" for one, other in itertools.pairwise(before))


def _no_evidence(clause: Clause) -> bool:
    """Read "no evidence of mercenaries", "no sign of a thug"."""
    before = [lower for lower in clause.before if not word(lower).tags & INDEFINITE][-3:]
    return before[-1:] == ["of"] and len(before) == 3 and before[1] in negation("evidence") and 0 in negators(before)
