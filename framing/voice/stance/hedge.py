"""Whether a term is only asked, expected or thought possible: question, conditional, future, modal."""

import numpy as np
from numpy.typing import NDArray

from framing.voice.classes.between import MARK, PREP, SET_OFF
from framing.voice.classes.nouns import OPENING
from framing.voice.classes.verbs import MODAL, TO
from framing.voice.stance.around import Around, Bools, follow, precede
from framing.voice.stance.denial import taken
from framing.voice.stance.reach import reason

Objects = NDArray[np.object_]


def question(around: Around, asked: Bools, quoted: Bools) -> Bools:
    """Whether each term stands in a question, put or reported; `asked` tells so of its cue, `quoted` that it stands in marks.

    Outside marks none stands in the question within them, "told the crowd, “Can she stay?”"; nor in what is so either way, "all of
    them, whether clerks or thieves".
    """
    ending = around.ahead(around.kind("ends_sentence"), around.last)
    marks = np.append(around.tagged(MARK).cumsum(), 0)
    beyond = ~quoted & ((marks[ending - 1] - marks[around.last - 1]) % 2 == 1)
    either = follow(around.tagged(SET_OFF)) & ~precede(around.tagged(TO))
    whether = around.before(around.kind("whether") & ~either)
    reported = around.before(around.kind("asked")) & (whether | around.before(around.kind("if")))
    found: Bools = (around.among(around.kind("asks"), ending) & ~beyond) | reported | whether | asked
    return found


def hedge(around: Around, asked: Bools) -> Objects:
    """The first kind of hedge that fits; what is there anyway, "can send their thugs", has none but "an imminent" before it."""
    verb = ~(around.tagged(MODAL) & follow(around.tagged(OPENING)))  # not "the will of the people"
    near = around.kind("coming") & ~precede(around.tagged(PREP | TO))  # not "are coming to the town"
    coming = around.before(near) | around.behind(near)
    conditional = around.kind("conditional") & ~precede(around.leads("no_condition"))  # "if anything"
    as_possible = around.leads("possible") & follow(around.leads("as"))
    told = {
        "question": asked,
        "conditional": around.before(conditional) | around.among(conditional, around.begin - 1),
        "future": coming | around.before(around.kind("future") & verb),
        "modal": around.before(around.kind("modal") & verb & ~as_possible),
    }
    first = np.select(list(told.values()), range(len(told)), len(told))
    beside = np.zeros(len(first), bool)
    for at in around.nearest(2):
        beside |= around.among(near, at)
    rows = np.flatnonzero((first < len(told)) & ~beside)
    first[rows[[taken(clause) or reason(clause) for clause in around.clauses(rows)]]] = len(told)
    found: Objects = np.array([*told, None], object)[first]
    return found
