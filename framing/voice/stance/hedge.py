"""Whether a term is only asked, expected or thought possible: question, conditional, future, modal."""

import numpy as np
from numpy.typing import NDArray

from framing.voice.classes.between import PREP, SET_OFF
from framing.voice.classes.nouns import OPENING
from framing.voice.classes.verbs import MODAL, TO
from framing.voice.stance.around import Around, Bools, Ints, follow, precede
from framing.voice.stance.clause import STRONG
from framing.voice.stance.denial import taken
from framing.voice.stance.reach import reason

Objects = NDArray[np.object_]


def question(around: Around, asked: Bools, quoted: Bools) -> Bools:
    """Whether each term stands in a question, put or reported; `asked` tells so of its cue, `quoted` that it stands in marks.

    Outside marks none stands in the question within them, "told the crowd, “Can she stay?”"; nor in what is so either way, "all of
    them, whether clerks or thieves".
    """
    ending = around.ahead(around.kind("ends_sentence"), around.last)
    beyond = _across(around, around.last, ending, quoted) | (around.ahead(around.tagged(STRONG), around.last) < ending)
    either = follow(around.tagged(SET_OFF)) & ~precede(around.tagged(TO))
    whether = _before(around, around.kind("whether") & ~either, quoted)
    reported = _before(around, around.kind("asked"), quoted) & (whether | around.before(around.kind("if")))
    found: Bools = (around.among(around.kind("asks"), ending) & ~beyond) | reported | whether | asked
    return found


def _across(around: Around, first: Ints, last: Ints, quoted: Bools) -> Bools:
    """Whether marks open or close between two words, where the term itself stands outside them."""
    marks = np.append(around.leads("quotes").cumsum(), 0)
    found: Bools = ~quoted & ((marks[last - 1] - marks[first - 1]) % 2 == 1)
    return found


def _before(around: Around, words: Bools, quoted: Bools) -> Bools:
    """Whether one of some words stands before each term in its clause and, where the term is outside marks, outside them."""
    return around.before(words) & ~_across(around, around.back(words, around.first) + 1, around.first, quoted)


def hedge(around: Around, asked: Bools, quoted: Bools) -> Objects:
    """The first kind of hedge that fits; what is there anyway, "can send their thugs", has none but "an imminent" before it."""
    verb = ~(around.tagged(MODAL) & follow(around.tagged(OPENING)))  # not "the will of the people"
    near = around.kind("coming") & ~precede(around.tagged(PREP | TO))  # not "are coming to the town"
    coming = around.before(near) | around.behind(near)
    conditional = around.kind("conditional") & ~precede(around.leads("no_condition"))  # "if anything"
    condition = around.before(conditional) | around.among(conditional, around.begin - 1)
    condition &= ~_across(around, around.back(conditional, around.first) + 1, around.first, quoted)
    as_possible = around.leads("possible") & follow(around.leads("as"))
    told = {
        "question": asked,
        "conditional": condition,
        "future": coming | _before(around, around.kind("future") & verb, quoted),
        "modal": _before(around, around.kind("modal") & verb & ~as_possible, quoted),
    }
    first = np.select(list(told.values()), range(len(told)), len(told))
    beside = np.zeros(len(first), bool)
    for at in around.nearest(2):
        beside |= around.among(near, at)
    rows = np.flatnonzero((first < len(told)) & ~beside)
    first[rows[[taken(clause) or reason(clause) for clause in around.clauses(rows)]]] = len(told)
    found: Objects = np.array([*told, None], object)[first]
    return found
