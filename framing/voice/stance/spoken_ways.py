"""Which ways to whom words in marks are said of are open to a term; see `ways`."""

from framing.voice.classes.between import MARK, PREP, PUNCTUATION
from framing.voice.classes.nouns import CAP, OPENING, OWNED, PLURAL, ROLE
from framing.voice.classes.verbs import LOOSE
from framing.voice.stance.around import Around, Bools, follow, precede
from framing.voice.stance.fragments import REACH


def said_of(around: Around) -> Bools:
    """Whether each term is shouted at somebody, or stands alone in marks with a tag behind that may tell of whom."""
    mark, preposition, first, last = around.tagged(MARK), around.tagged(PREP), around.first, around.last
    shouts = mark & precede(preposition)  # "shouted “thieves” at", "shouted “thieves!” at"
    shouted = around.among(mark, first - 1) & around.among(shouts | (around.tagged(PUNCTUATION) & precede(shouts)), last)
    governing = around.governing(OPENING | LOOSE)
    alone = (governing < around.opens) | around.tagged(PUNCTUATION)[governing]
    told = around.ahead(around.kind("of", "labelling"), last) < around.closes
    return shouted | (around.among(around.tagged(PUNCTUATION) & precede(mark), last) & alone & told)


def said_without_subject(around: Around) -> Bools:
    """Whether nothing between the opening mark and each term names what it is said of, and "of" may tell it outside the marks."""
    dummy, of = around.leads("dummy"), around.kind("of")
    names = (around.tagged(OWNED | CAP | ROLE) & ~follow(around.tagged(MARK))) | around.kind("the")
    unnamed = around.back(names & ~around.tagged(MARK) & ~dummy, around.first) < around.back(around.tagged(MARK), around.first)
    # “You see a clique,” said Holm of; “Of the board she wrote”
    return _marked(around) & unnamed & ((around.ahead(of, around.last) < around.closes) | of[around.opens])


def answered(around: Around) -> Bools:
    """Whether the marks around each term open its sentence, or may hold what somebody is called to his face."""
    mark, plural = around.tagged(MARK), around.tagged(PLURAL)
    opening, closing = around.back(mark, around.first), around.ahead(mark, around.last)
    cries = around.among(around.kind("ends_sentence"), closing - 1) | plural[around.head]
    found: Bools = _marked(around) & ((opening == around.opens) | cries)
    return found


def _marked(around: Around) -> Bools:
    """Whether marks hold each term, and what may be said of somebody with it; see `fragments.marked`."""
    mark, first, last = around.tagged(MARK), around.first, around.last
    places = mark.nonzero()[0]
    opening, closing = around.back(mark, first), around.ahead(mark, last)
    within = (places.searchsorted(first) - places.searchsorted(around.opens)) % 2 == 1
    held = within & (closing < around.closes)
    held &= (opening > first - REACH) & (closing < last + REACH)
    over = (around.plain & ~mark) | around.tagged(OPENING | LOOSE)
    opened = around.among(mark, around.back(~over, first)) | around.kind("of")[around.opens]
    opened |= around.ahead(around.kind("of"), closing) < around.closes
    behind = (around.tagged(PUNCTUATION) & precede(mark)) | (mark & precede(around.tagged(PREP)))
    found: Bools = held & (opened | around.among(behind, last))
    return found
