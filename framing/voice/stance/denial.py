"""Whether what is said with a term is denied, or the term laid to somebody else by "what it calls"."""

import functools
import itertools

from framing.voice.cues import PAST, TAG, S, Word, word
from framing.voice.lists import listed, lists
from framing.voice.stance.clause import Clause
from framing.voice.stance.nominal import MARK, PUNCTUATION, nominal
from framing.voice.stance.reach import without_insertions
from framing.voice.stance.readings import describes, has_adjectival_form, verb_reading
from framing.voice.stance.target_words import forms_of, words_of

WINDOW = 6
"""Words between "what" and the verb of calling in "what the defence ministry calls"."""
MOST_WORDS = 1 << 14
"""Words of which it is remembered whether they deny."""
NEAR = 4
"""Words before a term among which "as", or what it is set against, is looked for."""

_FINITE = TAG["be"] | TAG["have"] | TAG["modal"]
_PARTICIPLE = TAG["ing"] | TAG["have"] | TAG["be"]  # in "denied having lied" the lie is denied, not in "denied knowing he lied"
_NOT_FINITE = ("be", "been", "being", "having")

_negation = functools.partial(listed, "stance.toml", "negation")
_calling = functools.partial(listed, "stance.toml", "distance", "what")


@functools.cache
def _excepted() -> tuple[str, ...]:
    return tuple(_negation("excepted"))


@functools.cache
def _phrases() -> tuple[str, ...]:
    """Negators of several words, as they stand among others."""
    return tuple(f" {phrase} " for phrase in _negation("phrases"))


@functools.cache
def in_phrases(place: int) -> frozenset[str]:
    """Words that stand first, second, ... in the negators of several words."""
    return frozenset(phrase.split()[place] for phrase in _negation("phrases"))


@functools.lru_cache(maxsize=MOST_WORDS)
def negates(lower: str) -> bool:
    """Whether a word denies by itself."""
    return lower != "far" and (lower in _negation("words") or lower.endswith(lists("stance.toml")["negation"]["contracted"]))


def negated(clause: Clause, *, denied: bool, refused: bool) -> bool:
    """Whether the proposition with the term is denied; that an actor exists is not, unless it is the predicate.

    `denied`: whether a denying cue stands before the term in its sentence, "denied that …"; `refused`: whether it is one that denies
    a label behind "as", too.
    """
    clause = without_insertions(clause)
    before = clause.before
    if _denied_by_phrase(before) or _opens_denied(clause) or _contrasted(clause) or _cleared(before):
        return True
    called = clause.refers and not _calling().isdisjoint(before)
    if clause.refers and not called and not clause.predicative() and not _no_evidence(clause) and not _any_of(before):
        return _denied_behind(clause)
    # "dismissed it as a sham" says that it is one; "refused to describe it as a sham" does not.
    labelled = "as" in before[-NEAR:] and not refused
    if (denied and not labelled and _reached(clause, before)) or _denied_behind(clause):
        return True
    negators = [number for number in _negators(before) if not _cut_off(clause, before[number:])]
    cancelled = len(negators) > 1 and before[negators[-1]] == "without"  # "not without its cruelties"
    return bool(negators) and not cancelled and not _presupposed(clause, negators[-1]) and not _compares(clause, negators[-1])


def _compares(clause: Clause, negator: int) -> bool:
    """Read "Nobody is more ruthless than Holm", "No bank is as reckless as the guild", "never so brutal": what is denied of all others."""
    degree, behind = clause.before[negator + 1 :][-1:], clause.behind[:1]
    if clause.before[negator] == "never" and (degree == ["so"] or "such" in clause.before[-2:]):
        return True
    return clause.before[negator] in _negation("subjects") and (degree, behind) in (
        (["more"], ["than"]),
        (["as"], ["as"]),
        (["so"], ["as"]),
    )


def _opens_denied(clause: Clause) -> bool:
    """Whether a negator of several words stands where the clause begins: "anything but", "has yet to call it", not "to reach the site"."""
    opening, phrases = clause.opening(), _negation("phrases")
    if not opening:
        return False
    return opening in phrases or (" ".join([opening, *clause.before[:1]]) in phrases and not _presupposed(clause, 0))


def _any_of(before: list[str]) -> bool:
    """Read "any such fighters", "neither weapons nor fighters", "Neither a saint nor a fool"."""
    near = [lower for lower in before[-3:] if lower not in ("a", "an")]
    return "any" in near[-2:] or near[-1:] in (["nor"], ["neither"])


def _reached(clause: Clause, before: list[str]) -> bool:
    """Whether a denying cue reaches the term: not over a second report, nor what it takes for granted, "denied knowing of the raid"."""
    words, term = clause.words, clause.words[clause.last - 1]
    described = describes(term) and clause.last < len(words) and nominal(words, clause.last)  # "dismissed the biased report"
    controls = described or "to" in before or any(_PARTICIPLE & word(lower).tags == TAG["ing"] for lower in before)
    taken = (controls and _presupposed(clause, -1)) or _yielding(before)
    return not taken and not clause.joined_report() and not _undone(clause)


def _yielding(before: list[str]) -> bool:
    """Whether a denying cue denies what takes the term to be there: "refused to bow to blackmail", "to apologise for the slur"."""
    return any(one == "to" and _presupposes(before[at : at + 2]) for at, one in enumerate(before, start=1))


def _denied_by_phrase(before: list[str]) -> bool:
    """Whether a negator of several words reaches the term: not beyond the comma of "Far from being a hero, the marshal was a coward"."""
    if in_phrases(0).isdisjoint(before):
        return False
    joined = f" {' '.join(before)} "
    found = [joined.rindex(phrase) for phrase in _phrases() if phrase in joined]
    return any(" , " not in joined[at:] and not _negators(joined[:at].split()) for at in found)


def _presupposed(clause: Clause, negator: int) -> bool:
    """Whether the term stands in a definite noun phrase, and is neither a verb behind it nor said of it: "call the raid arson"."""
    if not clause.definite(negator) or "any" in clause.before[negator + 1 :]:
        return False
    said = has_adjectival_form(clause.words[clause.last - 1]) or not forms_of("naming").isdisjoint(clause.before)
    words, before = clause.words, clause.words[clause.first - 1]
    closes = clause.last >= len(words) or words[clause.last].tags & (PUNCTUATION | MARK)
    if said and (nominal(words, clause.first - 1) or (closes and before.lower in words_of("pointing"))):
        return False
    return verb_reading(clause) is None


def _undone(clause: Clause) -> bool:
    """Whether what denies is denied in its turn: "does not deny that", "nobody can dispute that"."""
    words = [here.lower for here in clause.words[: clause.first]]
    return any(_presupposes(words[number + 1 : number + NEAR]) for number in _negators(words))


def _presupposes(words: list[str]) -> bool:
    """Whether one of some words takes its object to be there though it be denied: "deny", "rule out"."""
    pairs = map(" ".join, itertools.pairwise(words))
    return not _negation("presupposing").isdisjoint([*words, *pairs])


def _cleared(before: list[str]) -> bool:
    """Read "cleared the mayor of corruption"."""
    return "of" in before and not _negation("clearing").isdisjoint(before[: before.index("of")])


def _contrasted(clause: Clause) -> bool:
    """Read "victims, not invaders": what stands against something else behind a comma is denied, whatever it is."""
    near = clause.before[-NEAR:]
    if "," not in near:
        return False
    near = [lower for lower in near if not word(lower).tags & TAG["determiner"]]
    return len(near) > 1 and near[-1] in _negation("contrast") and near[-2] == ","


def _cut_off(clause: Clause, reach: list[str]) -> bool:
    """Whether a negator's `reach` ends before the term.

    It does at the comma of "without details, that they were thugs", "Because nobody came, the raid was a crime" and "If they do not
    leave, there will be war", where a report follows, and at a verb that takes what it names to be there: "will not bow to blackmail".
    """
    weighed = reach[0] != "without" and reach[1:3] == ["so", "much"] and "as" in reach  # "not so much a levy as a fine"
    before = (["", *clause.before])[-len(reach) - 1]
    if weighed or _presupposes(reach[1:4]) or _within_phrase(before, reach):
        return True
    if _beyond_and(before, [*reach, clause.words[clause.first].lower]) or _beyond_as(reach):
        return True
    if "," not in reach:
        return False
    further = reach[reach.index(",") + 1 :]
    behind = further[:1]
    conditional = not listed("stance.toml", "hedge", "conditional").isdisjoint(clause.before[:1])
    # "did not come, calling it a stunt"; "they are not poor, they are thieves"
    tail = bool(behind) and (word(behind[0]).tags & TAG["ing"] > 0 or (word(behind[0]).tags & TAG["subject"] > 0 and "," not in further))
    instead = behind == ["only"] and "," not in further  # "no raid, only a hoax"
    beside = instead or behind == ["that"] or _set_beside(further)
    return beside or reach[0] == "without" or conditional or tail or _reports(further) or _adds(reach) or clause.set_off()


def _adds(reach: list[str]) -> bool:
    """Whether behind the last comma a verb of saying goes on: "has never lied, she said, adding that the report was a smear"."""
    behind = list(itertools.takewhile(",".__ne__, reversed(reach)))
    opening = word(behind[-1]) if behind else word(",")
    return bool(opening.tags & TAG["ing"]) and _speaks(opening)


def _set_beside(behind: list[str]) -> bool:
    """Whether behind a comma stands what is said of the words before it: "had no regrets, a brazen line", "asked not to be named, was"."""
    finite = bool(word(behind[0]).tags & _FINITE) if behind else False
    return finite or (behind[:1] in (["a"], ["an"]) and {"or", "nor"}.isdisjoint(behind))


def _within_phrase(before: str, reach: list[str]) -> bool:
    """Whether a negator denies but a noun of the subject: "A vote without rivals is a sham", "The plan with no costs in it is"."""
    governed = reach[0] == "without" or (reach[0] == "no" and before == "with")
    return governed and any(word(lower).tags & _FINITE and lower not in _NOT_FINITE for lower in reach[1:])


def _beyond_as(reach: list[str]) -> bool:
    """Whether "as" begins what went on beside what is denied: "never smiled as he told them that the ward was filthy"."""
    return any(one == "as" and word(other).tags & TAG["subject"] for one, other in itertools.pairwise(reach[1:]))


def _beyond_and(before: str, reach: list[str]) -> bool:
    """Whether "and" begins a further deed or report: "never paid and accused the bank of theft", "did not come and looted the port"."""
    if "and" not in reach[2:-1]:
        return False
    at = reach.index("and", 2)
    if reach[0] == "no" or reach[:2] == ["not", "a"]:
        return bool(word(reach[at + 1]).tags & (_FINITE | TAG["finite"]))  # "had shown no remorse and had left"
    further, tags = word(reach[at + 1]), [word(lower).tags for lower in (before, *reach[:at])]
    if further.tags & TAG["that"]:
        return "that" not in reach[:at]  # "that nobody had come and that the raid was brutal"
    passive = any(one & TAG["be"] for one in tags) and any(one & TAG["ed"] for one in tags)
    helped = any(one & TAG["do"] for one in tags) and further.tags & (TAG["ed"] | TAG["finite"])
    return not passive and bool(further.tells or helped)


def _reports(behind: list[str]) -> bool:
    """Whether behind the last comma a report holds the term: "Berg, who was not there, said", "They did nothing, he said in a rant"."""
    told = [word(lower) for lower in behind if "," not in behind]
    return any(here.forms & (PAST | S) and (not number or _speaks(here)) for number, here in enumerate(told))


def _speaks(here: Word) -> bool:
    return here.verb is not None and here.verb.speaks and not here.homograph


def _denied_behind(clause: Clause) -> bool:
    """Read "it threatened nobody", "the presence of mercenaries was denied"."""
    behind = clause.behind
    adjective = has_adjectival_form(clause.words[clause.last - 1])  # "That they were cruel nobody denies"
    if behind and behind[0] in _negation("objects") and clause.verbal() and not adjective:
        return True
    passive = any(other in _negation("passive") and word(one).tags & TAG["be"] for one, other in itertools.pairwise(behind[:3]))
    return passive and (clause.before[-1:] == ["of"] or _claimed(clause.before))


def _claimed(before: list[str]) -> bool:
    """Read "The claim that the duke is a thug", "To call the levy theft": what is only said of the term, before what is said of that."""
    called = before[:1] == ["calling"] or before[:2] == ["to", "call"]
    return called or any(word(one).noun is not None and other == "that" for one, other in itertools.pairwise(before))


def _no_evidence(clause: Clause) -> bool:
    """Read "no evidence of mercenaries"."""
    before = clause.before[-3:]
    return before[-1:] == ["of"] and len(before) == 3 and before[1] in _negation("evidence") and 0 in _negators(before)


def _negators(words: list[str]) -> list[int]:
    """Numbers of the words that deny what follows them."""
    return [number for number, lower in enumerate(words) if negates(lower) and not _idle(words, number)]


def _idle(words: list[str], number: int) -> bool:
    """Whether a negator denies nothing here: "whether or not", "no doubt"."""
    if words[number] == "not" and not _negation("idle").isdisjoint(words[max(0, number - 1) : number]):
        return True
    return " ".join(words[number : number + NEAR]).startswith(_excepted())


def calls_it(clause: Clause) -> bool:
    """Read "what the ministry calls a liberation"; of "what it calls a drill has become a war" only the drill is called so."""
    before = clause.before
    calling = [number for number, lower in enumerate(before) if lower in _calling() and "what" in before[max(0, number - WINDOW) : number]]
    return bool(calling) and _is_called(before[calling[-1] + 1 :])


def _is_called(between: list[str]) -> bool:
    """Whether the words between a verb of calling and the term begin what is called so and do not go beyond it."""
    tags = [word(lower).tags for lower in between]
    if "as" not in between and tags and tags[0] & TAG["preposition"]:
        return False  # "what they saw during the massacre"
    further = any(one & TAG["comma"] and other & TAG["determiner"] for one, other in itertools.pairwise(tags))
    return not further and not any(one & (TAG["finite"] | TAG["modal"]) for one in tags)
