"""How far what denies reaches in a clause, and the clause without what is put between its parts."""

import dataclasses
import functools
import itertools

from framing.voice.classes.between import COMMA, COORD, DASH, MARK, PREP, PUNCTUATION, RELATIVE, SET_OFF, THAT, WH
from framing.voice.classes.nouns import DETERMINER, INDEFINITE, SUBJECT
from framing.voice.classes.verbs import ADVERB, AUXILIARY, BE, DO, ED, FINITE, HAVE, INGTAG, LOOSE, LY, MODAL, TO
from framing.voice.cues import TENSED, Word, word
from framing.voice.lists import listed
from framing.voice.stance.clause import Clause
from framing.voice.stance.insertions import insertion
from framing.voice.stance.negators import NEAR, negates, negation, phrases, presupposes
from framing.voice.stance.nominal import first_verb, is_verb, nominal, phrase_ending, reports_clause
from framing.voice.stance.readings import describes, verb_reading
from framing.voice.steps import back, holds, past

GOVERNING = 3
"""Words before a term among which a verb governs it: "to stop the brutal"."""
WHAT = 6
"""Words behind a negator within which "what" opens a question."""

_FINITE = BE | HAVE | MODAL
_not_finite = functools.partial(listed, "words.toml", "use", "nonfinite")
_SUBJECT = PUNCTUATION | SUBJECT | COORD | THAT | WH
_CLAUSAL = _FINITE | FINITE | DO | SUBJECT | THAT | WH | TO | PREP | INGTAG
_APART = INGTAG | COORD
_BEYOND = _FINITE | FINITE | COMMA | THAT | WH
_INCOMPLETE = AUXILIARY | LOOSE | PREP | THAT | TO


def without_insertions(clause: Clause) -> Clause:
    """The clause without what commas insert before the term; one comma stays where another clause follows."""
    if not clause.paused:
        return clause
    words, closing = clause.words, clause.first - 1
    kept = words[clause.first :]
    end = clause.first
    while closing > clause.begin:
        opened = insertion(words, closing) if words[closing].tags & SET_OFF else None
        if opened is None or opened < clause.begin:
            closing -= 1
            continue
        kept = words[closing + _goes_on(clause, opened, closing) : end] + kept
        closing, end = opened - 1, opened
    if end == clause.first:
        return clause
    removed = len(words) - end - len(kept)
    shifted = {name: getattr(clause, name) - removed for name in ("first", "last", "end")}
    return dataclasses.replace(clause, words=words[:end] + kept, **shifted)


def _goes_on(clause: Clause, opened: int, closing: int) -> bool:
    """Whether what stands behind an insertion goes on with what stood before it, as its verb or its complement."""
    words, behind, helping = clause.words, closing + 1, back(clause.words, opened - 1, LOOSE)
    opening = words[behind].tags & (THAT | TO)
    if (opening or words[behind].tags & _APART) and not words[helping].tags & BE:
        return bool(opening)  # "no sign, Holm said, that"; "has never lied, Holm said, adding that"
    behind = past(words, behind, LOOSE, clause.first)
    if is_verb(words, behind):
        return True
    incomplete = words[opened - 1].tags & _INCOMPLETE or words[opened + 1].tags & RELATIVE
    return bool(incomplete) and first_verb(words, range(behind + 1, clause.first)) is None


def cut_off(clause: Clause, reach: list[str]) -> bool:
    """Whether a negator's `reach` ends before the term.

    It does at the comma of "without details, that they were thugs", "Because nobody came, the raid was a crime" and "If they do not
    leave, there will be war", where a report follows, and at a verb that takes what it names to be there: "will not bow to blackmail".
    """
    weighed = reach[0] != "without" and reach[1:3] == ["so", "much"] and "as" in reach  # "not so much a levy as a fine"
    before = (["", *clause.before])[-len(reach) - 1]
    if weighed or granted(reach) or _within_phrase(before, reach) or _within_relative(clause, reach):
        return True
    if beyond_and(before, [*reach, clause.words[clause.first].lower]) or _beyond_as(reach):
        return True
    if (clause.begin and clause.words[clause.begin - 1].lower in ("why", "how")) or _asks_what(reach):
        return True  # "asked why nobody had said that"
    dashes = [at for at, lower in enumerate(reach) if word(lower).tags & DASH]
    set_apart = dashes and not holds([word(lower) for lower in reach[dashes[-1] + 1 :][:1]], COORD)
    if set_apart or "if" in reach[2:]:
        return True  # "it does not help — it could even threaten", not "— or a loan"; "will not come if there is a raid"
    if "," not in reach or " ".join(reach[reach.index(",") + 1 :][:2]) in negation("carrying_on"):
        return False  # "never a hard man, still less a monster"
    further = [*reach[reach.index(",") + 1 :], clause.words[clause.first].lower]
    behind = further[:1]
    conditional = _conditional(clause.before[: -len(reach)])
    # "did not come, calling it a stunt"; "they are not poor, they are thieves"
    opening = word(next((lower for lower in further if not word(lower).tags & LY), ",")).tags  # "did nothing, promptly calling it"
    tail = bool(opening & INGTAG) or (bool(opening & SUBJECT) and "," not in further)
    instead = behind == ["only"] and "," not in further  # "no raid, only a hoax"
    beside = instead or behind[0] in negation("going_on") or _set_beside(further)
    alone = reach[0] == "without" and not lists_on(reach[1:])
    return beside or alone or conditional or tail or _reports(further) or _adds(reach) or clause.set_off()


def granted(reach: list[str]) -> bool:
    """Whether the words from what denies to a term take the term to be there: "no plan to stop the", "not resign over", "due to"."""
    if presupposes(reach[1:NEAR]) or presupposes(reach[1:][-GOVERNING:], governing=True):
        return True
    return any(_grants(reach, start, end) for start, end in phrases(reach, "granting") if start)


def reason(clause: Clause) -> bool:
    """Whether the term is what something is about, due to or against, whatever comes of it: "may be jailed over the fraud"."""
    before = clause.before
    found = (end for start, end in phrases(before, "granting") if _grants(before, start, end))
    # "talks about possible fraud"; "if they care about saving"
    return any(_hedging().isdisjoint(before[end:]) and "to" not in before[end:] for end in found) and verb_reading(clause) is None


@functools.cache
def _hedging() -> frozenset[str]:
    kinds = ("conditional", "future", "modal", "coming")
    return frozenset(lower for kind in kinds for lower in listed("stance.toml", "hedge", kind))


def _grants(reach: list[str], start: int, end: int) -> bool:
    """Whether "about" or the like governs the term; not "it is not about greed", nor "no rumours about fraud"."""
    before = next((lower for lower in reversed(reach[:start]) if negates(lower) or not word(lower).tags & ADVERB), "")
    predicate = word(before).tags & (BE | PREP) or (negates(before) and before not in negation("objects"))
    said = predicate or before in negation("claims") or before in negation("evidence")
    return not said and not any(word(lower).tags & _BEYOND for lower in reach[end:])


def _asks_what(reach: list[str]) -> bool:
    """Read "did not say what the raid had cost"; not "was not what Holm calls a crime"."""
    told = [word(lower) for lower in reach[:WHAT]]
    return any(
        other.lower == "what" and not one.tags & LOOSE and is_verb(told, at) and not one.tags & BE
        for at, (one, other) in enumerate(itertools.pairwise(told))
    )


def _conditional(lead: list[str]) -> bool:
    """Whether a negator stands in a condition: "If Holm does not come, ", "Had Holm not left, "."""
    inverted = any(one == "had" and (not at or lead[at - 1] in (",", "that")) for at, one in enumerate(lead))
    return inverted or not listed("stance.toml", "hedge", "conditional").isdisjoint(lead)


def lists_on(behind: list[str]) -> bool:
    """Read "denied fraud, waste and": whether the words before a term only list what is denied beside it."""
    last = behind[::-1].index(",") if "," in behind else 0
    joined = last > 1 and any(word(lower).tags & COORD for lower in behind[-last + 1 :])
    told = [word(lower) for lower in behind]
    return joined and not any(here.tags & _CLAUSAL or here.tells or here.lower == "the" for here in told)


def _adds(reach: list[str]) -> bool:
    """Whether behind the last comma a verb of saying goes on: "has never lied, she said, adding that the report was a smear"."""
    behind = list(itertools.takewhile(",".__ne__, reversed(reach)))
    opening = word(behind[-1]) if behind else word(",")
    return bool(opening.tags & INGTAG) and _speaks(opening)


def _set_beside(behind: list[str]) -> bool:
    """Whether behind a comma stands what is said of the words before it: "had no regrets, a brazen line", "asked not to be named, was"."""
    opening = word(behind[0]).tags if behind else 0
    return bool(opening & _FINITE) or (bool(opening & INDEFINITE) and {"or", "nor"}.isdisjoint(behind))


def _within_phrase(before: str, reach: list[str]) -> bool:
    """Whether a negator denies but a noun of the subject: "A vote without rivals is a sham", "The plan with no costs in it became"."""
    speaks = len(reach) > 1 and _speaks(word(reach[1]))  # "without saying that the raid was a crime"
    governed = (reach[0] == "without" and not speaks) or (reach[0] == "no" and before == "with")
    return governed and any(is_finite(lower) or word(lower).tells for lower in reach[2:])


def _within_relative(clause: Clause, reach: list[str]) -> bool:
    """Whether a relative clause of the subject holds the negator: "The men who did not pay said", "The vote that nobody wanted was"."""
    words = [here for here in clause.words[: clause.first] if not here.tags & MARK]
    negator = len(words) - len(reach)
    opened = next((at for at in range(negator - 1, max(0, negator - NEAR), -1) if _opens_relative(words, at)), None)
    if opened is None:
        return False
    verbs = [at for at in range(negator, len(words)) if is_verb(words, at) and not words[at].tags & AUXILIARY]
    stop = verbs[0] if verbs else negator
    if not verbs or reports_clause(words[stop]):
        return False
    for at in range(stop + 1, len(words)):
        if words[at].tags & _SUBJECT:
            return False
        if is_verb(words, at) and words[at].lower not in _not_finite() and not words[at - 1].tags & (TO | _FINITE):
            return True
    return False


def _opens_relative(words: list[Word], at: int) -> bool:
    """Whether "who" or "that" at word `at` stands right behind a noun that reports nothing."""
    if words[at].tags & RELATIVE:
        return not words[at - 1].tags & COMMA
    if not words[at].tags & THAT or words[at - 1].noun:
        return False
    return bool(words[phrase_ending(words, at - 1)[0]].tags & DETERMINER) and nominal(words, at - 1)


def _beyond_as(reach: list[str]) -> bool:
    """Whether "as" begins what went on beside what is denied: "never smiled as he told them that the ward was filthy"."""
    told = [word(lower) for lower in reach]
    opened = [at for at in range(1, len(told) - 1) if told[at].lower == "as" and told[at + 1].tags & (SUBJECT | DETERMINER)]
    return any(told[at + 1].tags & SUBJECT or any(is_finite(lower) for lower in reach[at + 2 :]) for at in opened)


def is_finite(lower: str) -> bool:
    """Whether a word is a finite form of *be* or *have*, a modal verb or another verb that is always finite."""
    return bool(word(lower).tags & (_FINITE | FINITE)) and lower not in _not_finite()


def beyond_and(before: str, reach: list[str]) -> bool:
    """Whether "and" begins a further deed or report: "never paid and accused the bank of theft", "did not come and looted the port"."""
    if "and" not in reach[2:-1]:
        return False
    at = reach.index("and", 2)
    if reach[0] == "no" or reach[:2] == ["not", "a"]:
        return bool(word(reach[at + 1]).tags & (_FINITE | FINITE))  # "had shown no remorse and had left"
    if word(reach[at + 1]).tags & _FINITE and reach[at + 1] not in _not_finite():
        return True  # "cannot prove it and is too weak for a trial"
    further, tags = word(reach[at + 1]), [word(lower).tags for lower in (before, *reach[:at])]
    if further.tags & THAT:
        return "that" not in reach[:at]  # "that nobody had come and that the raid was brutal"
    if further.tags & ED and at + 2 == len(reach) - 1 and describes(word(reach[at - 1])):
        return False  # "did not involve deliberate and organised fraud"
    passive = any(one & BE for one in tags) and any(one & ED for one in tags)
    helped = any(one & DO for one in tags) and further.tags & (ED | FINITE)
    return not passive and bool(further.tells or helped)


def _reports(behind: list[str]) -> bool:
    """Whether behind the last comma a report holds the term: "Berg, who was not there, said", "They did nothing, he said in a rant"."""
    told = [word(lower) for lower in behind if "," not in behind]
    return any(here.forms & TENSED and (not number or _speaks(here)) for number, here in enumerate(told))


def _speaks(here: Word) -> bool:
    return here.verb is not None and here.verb.speaks and not here.homograph
