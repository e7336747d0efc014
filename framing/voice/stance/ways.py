"""Which of the ways to name a target are open to a term by the words around it: told for many terms at once.

Each way of `targets` is a function that reads words one by one. Here stand the conditions without which it finds nothing, so
that it is called where it may find something: for one term in twenty.
"""

import numpy as np

from framing.voice.classes.between import COMMA, MARK, PREP, RELATIVE, SUBORD, THAT, WH
from framing.voice.classes.nouns import CAP, NUMBER, OBJECT, OPENING, PLURAL, POSSESSOR, PRONOUN, ROLE, SUBJECT
from framing.voice.classes.verbs import AUXILIARY, BE, INGTAG, LOOSE, LY, MODAL, TO
from framing.voice.stance.around import Around, Bools
from framing.voice.stance.nominal import LONGEST
from framing.voice.stance.noun_ways import NOUN_WAYS

_SUBJECT = CAP | PLURAL | ROLE | SUBJECT | WH


def ways(around: Around) -> Bools:
    """A column for each of `targets.WAYS`, a row for each term."""
    return np.column_stack([way(around) for way in (_attribute, _verb, *NOUN_WAYS)])


def _attribute(around: Around) -> Bools:
    """Whether a term can be an adjective, alone or behind an adverb, and a noun, a number or what joins adjectives stands behind it."""
    size = around.last - around.first
    noun = around.among(around.kind("nounlike", "joins", "but") | around.tagged(NUMBER | COMMA), around.following)
    mark = around.tagged(MARK)
    quoted = around.among(mark, around.first - 1) & around.among(mark, around.last)
    single = (size == 1) | ((size == 2) & around.tagged(LY)[around.first])
    titles = around.among(around.tagged(CAP), around.last) & (around.kind("person") | around.tagged(ROLE))[around.head]
    people = around.kind("person")[around.head] & around.among(around.tagged(ROLE), around.last)  # "activist groups"
    found: Bools = people | (noun & (quoted | (single & around.kind("describing")[around.head]))) | titles
    return found


def _verb(around: Around) -> Bools:
    """Whether a term is an adverb, or reads as a verb by its form and what stands before its auxiliaries; see `readings`."""
    first, tagged, plural = around.first, around.tagged, around.tagged(PLURAL)
    before = around.back(~tagged(AUXILIARY | LOOSE | MARK) | tagged(PRONOUN), first)
    helper = around.back(tagged(AUXILIARY), first)
    participle = tagged(INGTAG)[first] | around.kind("past")[first]
    helped = (helper > before) & (participle | ~tagged(BE)[helper] | tagged(INGTAG)[before + 1])
    parted = around.kind("joins", "plain") & ~tagged(OPENING | POSSESSOR)
    helped |= around.among(parted, first - 1) & around.among(tagged(AUXILIARY), first - 2)  # "may yet crush"
    opened = around.among(tagged(TO) | around.kind("degree"), before)  # "has so far crushed"
    nominal = around.among(tagged(OPENING | POSSESSOR), before)
    governed = around.among(tagged(PREP | SUBORD), before)
    done = around.among(around.kind("by"), around.last)
    formed = ~nominal & (tagged(INGTAG)[first] | (around.kind("past")[first] & (~governed | done) & (before >= around.opens)))
    subject = tagged(_SUBJECT | COMMA) | around.kind("joins")
    present = around.among(subject, before) & around.among(tagged(OPENING | OBJECT), around.last)
    present |= around.among(tagged(RELATIVE | THAT), around.preceding)  # "a party that lies"
    infinitive = around.among(around.kind("joins"), first - 1) & (around.back(tagged(MODAL | TO), first) >= around.opens)
    present |= infinitive & around.among(around.kind("nounlike") | tagged(NUMBER), around.last)  # "could rise and inundate cities"
    alone = plural[first] & around.among(around.kind("nounlike") & ~plural, first - 1)  # "The fleet invades the islands"
    subordinate = around.back(tagged(SUBORD), first) > first - LONGEST
    alone &= subordinate | around.among(tagged(OPENING | OBJECT), around.last)
    takes = around.among(around.kind("nounlike") | tagged(NUMBER), around.last) | (around.last - first > 2)
    apart = around.among(tagged(LY), first - 1) & around.among(plural, before)  # "Guards routinely humiliate inmates"
    alone |= ~plural[first] & (apart | around.among(plural, first - 1)) & takes
    headed = around.among(tagged(CAP | ROLE), first - 1) & (plural[first] != plural[first - 1])  # "Council bungles repairs"
    headed &= around.among(around.kind("nounlike"), around.last) & (first - around.opens < LONGEST)
    found: Bools = helped | opened | formed | present | alone | headed | tagged(LY)[around.head]
    found &= ~around.leads("taking_part")[around.head]
    return found
