"""Whether a term is only asked, expected or thought possible: question, conditional, future, modal."""

import numpy as np
from numpy.typing import NDArray

from framing.voice.classes.between import PREP
from framing.voice.classes.nouns import OPENING
from framing.voice.classes.verbs import MODAL, TO
from framing.voice.stance.around import Around, Bools, follow, precede
from framing.voice.stance.denial import taken

Objects = NDArray[np.object_]


def question(around: Around, asked: Bools) -> Bools:
    """Whether each term stands in a question, put or reported; `asked` tells so of its cue."""
    ending = around.ahead(around.kind("ends_sentence"), around.last)
    whether = around.before(around.kind("whether"))
    reported = around.before(around.kind("asked")) & (whether | around.before(around.kind("if")))
    return around.among(around.kind("asks"), ending) | reported | whether | asked


def hedge(around: Around, asked: Bools) -> Objects:
    """The first kind of hedge that fits; what is there anyway, "can send their thugs", has none but "an imminent" before it."""
    verb = ~(around.tagged(MODAL) & follow(around.tagged(OPENING)))  # not "the will of the people"
    near = around.kind("coming") & ~precede(around.tagged(PREP | TO))  # not "are coming to the town"
    coming = around.before(near) | around.behind(near)
    told = {
        "question": asked,
        "conditional": around.before(around.kind("conditional")) | around.among(around.kind("conditional"), around.begin - 1),
        "future": coming | around.before(around.kind("future") & verb),
        "modal": around.before(around.kind("modal") & verb),
    }
    first = np.select(list(told.values()), range(len(told)), len(told))
    rows = np.flatnonzero((first < len(told)) & ~coming)
    first[rows[np.fromiter(map(taken, around.clauses(rows)), bool, len(rows))]] = len(told)
    found: Objects = np.array([*told, None], object)[first]
    return found
