"""Whether a term is laid to others: by "what it calls", by a charge, by "if it can be called that"."""

import functools
import itertools

from framing.voice.classes.between import COMMA, COORD, DASH, PREP, SUBORD
from framing.voice.classes.nouns import ARTICLE, DET, INDEFINITE, OWNED
from framing.voice.classes.verbs import BE, FINITE, HAVE, INGTAG, MODAL, TO
from framing.voice.cues import Word, word
from framing.voice.forms import inflected, irregular_verbs
from framing.voice.lists import listed
from framing.voice.stance.clause import Clause
from framing.voice.stance.denial import only_named
from framing.voice.stance.negators import claims, negators
from framing.voice.stance.nominal import is_verb, reports_clause
from framing.voice.stance.reach import without_insertions
from framing.voice.stance.readings import is_past, verb_reading
from framing.voice.steps import holds

WINDOW = 10
"""Words between "what" and the verb of calling in "what the defence ministry calls"."""
CHARGED = 8
"""Words between a verb of charging and its preposition: "was charged last week in the northern port with"."""

_distance = functools.partial(listed, "stance.toml", "distance")
DEFINITE = 4
"""Words before a term among which "the" or an owner tells of what is known already."""

_FINITE = FINITE | MODAL | BE | HAVE
_APART = _FINITE | COMMA | DASH | SUBORD


@functools.cache
def accusing() -> frozenset[str]:
    """Participles of verbs of charging."""
    spelling, doubling = irregular_verbs()
    return frozenset(inflected(lemma, spelling, doubling)[3][0] for lemma in _distance("accusing"))


def laid_to_others(clause: Clause) -> bool:
    """Read "what the ministry calls a liberation", "is suspected of fraud", "on charges of fraud"."""
    clause = without_insertions(clause)
    return _calls_it(clause) or ((_charged(clause) or _on_charges(clause)) and not only_named(clause))


def _calls_it(clause: Clause) -> bool:
    """Read "what the ministry calls a liberation"; of "what it calls a drill has become a war" only the drill is called so."""
    before = clause.before
    first = before.index("what") if "what" in before else len(before)
    for number in range(len(before) - 1, first, -1):
        what = next((at for at in range(number - 1, max(-1, number - WINDOW - 1), -1) if before[at] == "what"), None)
        if what is not None and before[number] in _distance("what"):
            return _is_called(before[number + 1 :])
        if what is not None and _says_is(before, what, number):
            return _is_called(before[number + 2 :])
    return False


def _says_is(before: list[str], what: int, number: int) -> bool:
    """Read "ended what Holm believes is a war", not "What Holm said was a lie"."""
    if not reports_clause(word(before[number])) or not what or number + 1 >= len(before):
        return False
    governed = word(before[what - 1]).tags & PREP or is_verb([word(lower) for lower in before], what - 1)
    return bool(governed and word(before[number + 1]).tags & BE)


def _is_called(between: list[str]) -> bool:
    """Whether the words between a verb of calling and the term begin what is called so and do not go beyond it."""
    tags = [word(lower).tags for lower in between]
    if "as" not in between and tags and tags[0] & PREP:
        return False  # "what they saw during the massacre"
    beyond = DET | INGTAG
    further = any(one & DASH or (one & COMMA and other & beyond) for one, other in itertools.pairwise([*tags, 0]))
    return not further and not any(one & (FINITE | MODAL) for one in tags)


def _charged(clause: Clause) -> bool:
    """Read "was charged on Monday with fraud", "the man accused of fraud": nobody is named who charges."""
    before = clause.before
    if accusing().isdisjoint(before) and _distance("professing").isdisjoint(before):
        return False
    for number in range(len(before) - 1, -1, -1):
        professed = before[number] in _distance("professing") and before[number + 1 : number + 2] == ["to"]
        if before[number] not in accusing() and not professed:
            continue
        if negators(before[max(0, number - DEFINITE) : number]):
            return False  # "is not accused of", "was never charged with"
        joined = next((at for at in range(number + 1, min(len(before), number + CHARGED)) if before[at] in _distance("charging")), None)
        if joined is None and before[number + 1 : number + 2] != ["that"]:
            continue
        passive = _is_passive(before, number)
        if passive and before[number + 1] == "that":
            return _goes_to_the_term(clause, before[number + 2 :], over=_FINITE)
        active = clause.begin and clause.words[clause.begin - 1].lower in ("which", "whom") and not passive  # "whom they accused of"
        if joined is not None and (passive or joined == number + 1) and not active:
            between = list(itertools.dropwhile(_helps, before[joined + 1 :]))
            return "by" not in before[number:] and _goes_to_the_term(clause, between)
    return False


def _is_passive(before: list[str], number: int) -> bool:
    """Whether nobody charges somebody else with participle `number`: "was accused of", "Holm, accused in May of"."""
    helped = any(word(lower).tags & BE or lower in _distance("standing") for lower in before[max(0, number - 3) : number])
    return helped or (before[number - 1 : number] == [","] and bool(word(before[number + 1]).tags & PREP))


def _on_charges(clause: Clause) -> bool:
    """Read "arrested on suspicion of fraud", "amid allegations that", not "convicted on charges of fraud", "denied charges of fraud"."""
    before = clause.before
    if _distance("charges").isdisjoint(before):
        return False
    for number in range(len(before) - 1, 0, -1):
        if before[number - 1] in _distance("charges") and before[number] in ("of", "that", "for"):
            proved = not _distance("proved").isdisjoint(before[: number - 1]) or any(claims(before))  # "threw out a claim that"
            return not proved and _goes_to_the_term(clause, before[number + 1 :], over=_FINITE if before[number] == "that" else 0)
    return False


def _helps(lower: str) -> bool:
    return bool(word(lower).tags & (BE | HAVE))


def _goes_to_the_term(clause: Clause, between: list[str], *, over: int = 0) -> bool:
    """Whether neither another clause nor what is known already stands between a charge and the term; `over`: tags that may stand there."""
    told: list[Word] = [word(lower) for lower in between]
    pairs = itertools.pairwise([*told, clause.words[clause.first]])
    further = any(one.tags & COORD and (over or (is_past(other) and verb_reading(clause))) for one, other in pairs)
    if further or any(here.tags & (_APART & ~over) or here.tells for here in told):
        return False
    known = any(here.tags & (OWNED | ARTICLE) and not here.tags & INDEFINITE for here in told[-DEFINITE:])
    reading = verb_reading(clause)
    if reading == "active" and not over:
        return holds(told[-DEFINITE:], TO)  # not "Officials charged with guarding it plundered the forest"
    return not known or reading is not None
