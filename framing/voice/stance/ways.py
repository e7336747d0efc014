"""Which of the ways to name a target are open to a term by the words around it: told for many terms at once.

Each way of `targets` is a function that reads words one by one. Here stand the conditions without which it finds nothing, so
that it is called where it may find something: for one term in twenty.
"""

import numpy as np

from framing.voice.cues import TAG
from framing.voice.stance.around import Around, Bools
from framing.voice.stance.nominal import (
    ADVERB,
    AUXILIARY,
    CAPITAL,
    COMMA,
    LONGEST,
    MARK,
    OPENING,
    POSSESSOR,
    PREPOSITION,
    PRONOUN,
    TO,
)
from framing.voice.stance.noun_ways import NOUN_WAYS

_SUBJECT = CAPITAL | TAG["plural"] | TAG["role"] | TAG["subject"] | TAG["wh"]


def ways(around: Around) -> Bools:
    """A column for each of `targets.WAYS`, a row for each term."""
    return np.column_stack([way(around) for way in (_attribute, _verb, *NOUN_WAYS)])


def _attribute(around: Around) -> Bools:
    """Whether a term can be an adjective, alone or behind an adverb, and a noun, a number or what joins adjectives stands behind it."""
    size = around.last - around.first
    noun = around.among(around.kind("nounlike", "joins", "but") | around.tagged(TAG["number"] | COMMA), around.following)
    mark = around.tagged(MARK)
    quoted = around.among(mark, around.first - 1) & around.among(mark, around.last)
    single = (size == 1) | ((size == 2) & around.tagged(TAG["ly"])[around.first])
    titles = around.among(around.tagged(CAPITAL), around.last) & (around.kind("person") | around.tagged(TAG["role"]))[around.head]
    found: Bools = (noun & (quoted | (single & around.kind("describing")[around.head]))) | titles
    return found


def _verb(around: Around) -> Bools:
    """Whether a term is an adverb, or reads as a verb by its form and what stands before its auxiliaries; see `readings`."""
    first, tagged, plural = around.first, around.tagged, around.tagged(TAG["plural"])
    before = around.back(~tagged(AUXILIARY | ADVERB | MARK) | tagged(PRONOUN), first)
    helper = around.back(tagged(AUXILIARY), first)
    participle = tagged(TAG["ing"])[first] | around.kind("past")[first]
    helped = (helper > before) & (participle | ~tagged(TAG["be"])[helper] | tagged(TAG["ing"])[before + 1])
    parted = around.kind("joins", "plain") & ~tagged(OPENING | TAG["possessor"])
    helped |= around.among(parted, first - 1) & around.among(tagged(AUXILIARY), first - 2)  # "may yet crush"
    opened = around.among(tagged(TO) | around.kind("degree"), before)  # "has so far crushed"
    nominal = around.among(tagged(OPENING | POSSESSOR), before)
    governed = around.among(tagged(PREPOSITION | TAG["subordinator"]), before)
    done = around.among(around.kind("by"), around.last)
    formed = ~nominal & (tagged(TAG["ing"])[first] | (around.kind("past")[first] & (~governed | done) & (before >= around.opens)))
    subject = tagged(_SUBJECT | COMMA) | around.kind("joins")
    present = around.among(subject, before) & around.among(tagged(OPENING | TAG["object"]), around.last)
    present |= around.among(tagged(TAG["relative"] | TAG["that"]), around.preceding)  # "a party that lies"
    infinitive = around.among(around.kind("joins"), first - 1) & (around.back(tagged(TAG["modal"] | TO), first) >= around.opens)
    present |= infinitive & around.among(around.kind("nounlike") | tagged(TAG["number"]), around.last)  # "could rise and inundate cities"
    alone = plural[first] & around.among(around.kind("nounlike") & ~plural, first - 1)  # "The fleet invades the islands"
    subordinate = around.back(tagged(TAG["subordinator"]), first) > first - LONGEST
    alone &= subordinate | around.among(tagged(OPENING | TAG["object"]), around.last)
    takes = around.among(around.kind("nounlike") | tagged(TAG["number"]), around.last) | (around.last - first > 2)
    apart = around.among(tagged(TAG["ly"]), first - 1) & around.among(plural, before)  # "Guards routinely humiliate inmates"
    alone |= ~plural[first] & (apart | around.among(plural, first - 1)) & takes
    headed = around.among(tagged(CAPITAL | TAG["role"]), first - 1) & (plural[first] != plural[first - 1])  # "Council bungles repairs"
    headed &= around.among(around.kind("nounlike"), around.last) & (first - around.opens < LONGEST)
    found: Bools = helped | opened | formed | present | alone | headed | tagged(TAG["ly"])[around.head]
    return found
