"""Which of the ways to name a target are open to a term by the words around it: told for many terms at once.

Each way of `targets` is a function that reads words one by one. Here stand the conditions without which it finds nothing, so
that it is called where it may find something: for one term in twenty.
"""

import numpy as np

from framing.voice.around import Around, Bools, Ints
from framing.voice.cues import TAG
from framing.voice.nominal import CLOSED, OWNED, PUNCTUATION
from framing.voice.predicates import HELPERS, OVER_TO_PREDICATE
from framing.voice.targets import LABEL_REACH

_LEADING = OWNED | sum(TAG[name] for name in ("determiner", "preposition", "coordinator", "comma", "colon"))
_FURTHER = TAG["subordinator"] | TAG["that"] | TAG["number"]
_STOPS = PUNCTUATION | TAG["be"] | TAG["have"] | TAG["modal"]
BY_REACH = 7


def ways(around: Around, attributive: Bools) -> Bools:
    """A column for each of `targets.WAYS`, a row for each term."""
    return np.column_stack(
        [
            _possessor(around),
            attributive,
            _apposition(around),
            _charged(around),
            _labelled(around),
            _by_phrase(around),
            _verbal(around),
            _predicate(around),
            _doer(around),
        ]
    )


def attributive(around: Around) -> Bools:
    """Whether a term is one word that can be an adjective, by its form and the word before, and a noun stands behind it."""
    first, mark = around.first, around.tagged(TAG["mark"])
    before = around.back(~mark, first)
    enclosed = (before < first - 1) & around.among(mark, around.last)
    formed = around.kind("formed")[first]
    further = around.tagged(_FURTHER) | around.kind("verb")
    led = around.among(around.tagged(_LEADING), before) | (formed & around.among(further, before))
    noun = around.among(around.kind("nounlike"), around.ahead(~mark, around.last))
    one: Bools = around.last - first == 1
    return one & noun & around.kind("describing")[first] & (led | enclosed | (before < around.opens))


def _possessor(around: Around) -> Bools:
    first, tagged = around.first, around.tagged
    opening = tagged(TAG["possessor"]) & tagged(TAG["capital"])
    owner = around.back(around.kind("owner"), first)
    reached = (owner > around.back(tagged(CLOSED | PUNCTUATION), first)) & (owner >= around.back(around.kind("telling"), first))
    return (opening[first] & (around.last - first > 1)) | (reached & (owner >= around.opens))


def _governing(around: Around, over: int = 0, until: str = "") -> Ints:
    """See `nominal.before_term`."""
    stops = ~(around.tagged(over | TAG["mark"]) | around.kind("plain"))
    return around.back(stops | around.kind(until) if until else stops, around.first)


def _apposition(around: Around) -> Bools:
    number = _governing(around)
    closed = around.among(around.tagged(TAG["comma"] | TAG["stop"]), around.last)
    return around.among(around.kind("apposed"), number) & around.among(around.tagged(TAG["comma"]), number - 1) & closed


def _charged(around: Around) -> Bools:
    return around.among(around.kind("charge"), _governing(around, until="charge"))


def _labelled(around: Around) -> Bools:
    label = around.back(around.kind("labelling"), around.first)
    apart = around.back(around.tagged(TAG["semicolon"]), around.first)
    return (label >= around.opens) & (label > around.first - LABEL_REACH) & (label > apart)


def _by_phrase(around: Around) -> Bools:
    last = around.last
    doing = np.roll(around.tagged(TAG["ing"]), -1)
    by = around.ahead(around.kind("by") & ~doing, last)
    stop = around.ahead(around.tagged(_STOPS) | around.kind("past"), last)
    return (by < np.minimum(stop, around.closes - 1)) & (by < last + BY_REACH)


def _verbal(around: Around) -> Bools:
    first, tagged = around.first, around.tagged
    before = around.back(~tagged(HELPERS), first)
    been = around.back(tagged(TAG["be"]), first) > before
    helped = around.back(tagged(TAG["have"] | TAG["modal"] | TAG["do"]), first) > before
    finite = tagged(TAG["ed"] | TAG["finite"]) | around.kind("past")
    acts = np.where(tagged(TAG["ing"])[first], been, np.where(finite[first], ~been, helped))
    nominal = around.among(tagged(TAG["determiner"] | TAG["possessive"] | TAG["preposition"]), before)
    to = around.among(tagged(TAG["to"]), before)
    return around.kind("judging")[first] | ((before >= around.opens) & (to | (acts & ~nominal)))


def _predicate(around: Around) -> Bools:
    number = _governing(around, OVER_TO_PREDICATE, "likening")
    be, linking = around.tagged(TAG["be"]), around.kind("linking")
    joins = around.among(be | linking | around.kind("likening", "nothing_but", "contracted"), number)
    # "acted with cruelty", but not "left with"; "was, in her words, a sham", but not "left, a sham".
    joins &= ~around.among(around.kind("with"), number) | around.among(linking, number - 1)
    return joins | (around.among(around.tagged(TAG["comma"]), number) & (around.back(be, number) >= around.opens))


def _doer(around: Around) -> Bools:
    return around.among(around.kind("doing"), _governing(around, TAG["determiner"], "doing"))
