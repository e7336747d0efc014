"""Which of the ways to name a target are open to a term by the words around it: told for many terms at once.

Each way of `targets` is a function that reads words one by one. Here stand the conditions without which it finds nothing, so
that it is called where it may find something: for one term in twenty.
"""

import numpy as np

from framing.voice.cues import TAG
from framing.voice.stance.actors import REACH as BY_REACH
from framing.voice.stance.appositions import OPENS
from framing.voice.stance.around import Around, Bools, Ints, follow, precede
from framing.voice.stance.bearers import LONGEST_HEADED
from framing.voice.stance.fronting import OVER as FRONTED_OVER
from framing.voice.stance.fronting import REACH as FRONTED_REACH
from framing.voice.stance.fronting import VERB
from framing.voice.stance.labels import REACH as LABEL_REACH
from framing.voice.stance.nominal import (
    ADVERB,
    AUXILIARY,
    CAPITAL,
    CLOSED,
    COMMA,
    DETERMINER,
    LONGEST,
    MARK,
    OPENING,
    POSSESSOR,
    PREPOSITION,
    PRONOUN,
    PUNCTUATION,
    TO,
)
from framing.voice.stance.predicates import OVER, REACH

_SUBJECT = CAPITAL | TAG["plural"] | TAG["role"] | TAG["subject"] | TAG["wh"]


def ways(around: Around) -> Bools:
    """A column for each of `targets.WAYS`, a row for each term."""
    return np.column_stack([way(around) for way in _WAYS])


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


def _possessor(around: Around) -> Bools:
    first, tagged = around.first, around.tagged
    opening = tagged(POSSESSOR) & tagged(CAPITAL)
    of = around.preceding
    at = np.where(around.among(around.kind("of"), of), of - 1, first)  # "the army's campaign of terror"
    owner = around.back(around.kind("owner"), at)
    counts = tagged(DETERMINER) & follow(tagged(POSSESSOR))  # "the fleet's nine days of"
    pairs = tagged(COMMA) & follow(around.kind("describing"))  # "its late, cynical reply"
    together = around.kind("joins") & follow(follow(tagged(POSSESSOR)))  # "the duke's greed and cruelty"
    ends = tagged(CLOSED | PUNCTUATION) & ~(counts | pairs | together)
    reached = (owner >= around.back(ends, at)) & (owner >= around.opens)
    return (opening[first] & (around.last - first > 1)) | reached


def _owned(around: Around) -> Bools:
    owner = around.back(around.kind("owning"), around.first)
    return (owner >= around.opens) & (owner >= around.back(around.tagged(CLOSED | PUNCTUATION), around.first))


def _governing(around: Around, over: int = 0, *until: str) -> Ints:
    """See `nominal.before_term`."""
    stops = ~(around.tagged(over | MARK) | around.plain)
    return around.back(stops | around.kind(*until) if until else stops, around.first)


def _apposition(around: Around) -> Bools:
    number, comma = _governing(around, ADVERB | TAG["coordinator"]), around.tagged(OPENS)
    number = number - around.among(around.kind("conceding"), number)
    among = around.among(around.tagged(TAG["object"]), number) & around.among(around.kind("of"), number - 1)
    before = around.back(~around.tagged(ADVERB | MARK), number)
    apposed = around.among(around.kind("apposed"), number) & around.among(comma | around.tagged(TAG["coordinator"]), before)
    joined = around.among(around.tagged(TAG["coordinator"]), around.preceding)
    joined &= around.kind("describing")[around.head] & (around.back(comma, around.first) >= around.opens)
    return among | apposed | joined | around.among(comma | around.idiom, number)


def _postposed(around: Around) -> Bools:
    degree = around.kind("degree")
    graded = around.back(degree, around.first) >= around.back(~(degree | around.tagged(TAG["ly"])), around.first)
    graded |= around.among(around.tagged(COMMA), around.last) & around.among(around.tagged(DETERMINER), around.first - 1)
    found: Bools = around.kind("adjective")[around.head] & (graded | around.among(around.tagged(PREPOSITION), around.last))
    return found


def _announced(around: Around) -> Bools:
    colon = around.tagged(TAG["colon"])
    verdict = around.ahead(around.kind("naming_noun", "labelling"), around.last) < around.closes
    return (verdict & around.among(colon, around.following)) | around.among(colon, _governing(around, TAG["article"] | ADVERB))


def _told_about(around: Around) -> Bools:
    return around.among(around.kind("about", "of"), around.last)


def _bearer_of(around: Around) -> Bools:
    behind = around.among(around.tagged(PREPOSITION) | around.kind("joins"), around.last)
    return behind & around.among(around.kind("quality"), around.last - 1)


def _charged(around: Around) -> Bools:
    charge = around.kind("charge")
    return around.among(charge, _governing(around, 0, "charge")) | around.among(charge, around.last)


def _gapped(around: Around) -> Bools:
    joining = around.kind("joins", "but") | around.tagged(COMMA)
    joined, opened = around.back(joining, around.first), around.back(around.tagged(OPENING) & follow(joining), around.first)
    closes = around.among(around.tagged(TAG["coordinator"] | PUNCTUATION | MARK), around.last) | (around.last >= around.closes)
    closes |= around.among(around.tagged(MARK), around.first - 1)
    label = around.back(around.kind("labelling"), around.first)
    told = around.kind("adjective")[around.head] | (label >= around.opens)
    told |= around.among(around.tagged(TAG["article"]) | around.kind("likening"), around.preceding)
    verb = np.maximum(label, around.back(around.tagged(TAG["be"]) | around.kind("linking"), around.first))
    found: Bools = closes & told & (np.minimum(opened, verb) >= around.opens) & (joined > around.first - 2 * LONGEST)
    return found


def _labelled(around: Around) -> Bools:
    label = around.back(around.kind("labelling", "description", "guilty"), around.first)
    oneself = around.among(around.tagged(TAG["object"]), _governing(around, TAG["article"]))
    finite = around.tagged(TAG["be"]) & around.tagged(TAG["finite"])
    ends = around.back(finite | around.tagged(TAG["semicolon"] | TAG["that"]), around.first)
    return oneself | ((label >= np.maximum(ends, around.opens)) & (label > around.first - LABEL_REACH))


def _by_phrase(around: Around) -> Bools:
    by = around.ahead(around.kind("by"), around.last)
    return (by < around.closes) & (by < around.last + BY_REACH)


def _predicate(around: Around) -> Bools:
    number = _governing(around, OVER, "likening", "linking")
    be, linking = around.tagged(TAG["be"]), around.kind("linking")
    joins = around.among(be | linking | around.kind("contracted") | around.idiom, number)
    # "was run as a swindle", "acted with cruelty", "reacted to it with savagery"; "was, in her words, a sham", but not "left, a sham".
    stands_by = around.among(linking, number - 1) | around.among(around.kind("like"), number)
    acted = around.among(around.kind("with"), number)
    likened = stands_by | np.where(acted, number >= around.first - 2, around.back(be | linking, number) > number - REACH)
    in_part = around.among(around.tagged(TAG["article"]), number + 1)
    joins |= around.among(around.kind("likening"), number) & (likened | in_part)
    amounting = around.kind("amounting") | be | linking | around.tagged(ADVERB)
    joins |= around.among(around.kind("amounts_to"), number) & around.among(amounting, number - 1)
    joins |= around.tagged(PREPOSITION)[around.first]
    joins |= around.among(around.tagged(PRONOUN), number) & around.among(be, number - 1)  # "Was it a sham?"
    before = around.back(~(around.tagged(ADVERB | MARK) | around.tagged(TAG["article"])), around.first)
    conjunct = around.among(around.kind("joins", "but", "if"), before)
    joins |= conjunct & (around.back(be | linking, around.first) >= around.opens)
    return joins | (around.among(around.tagged(COMMA), number) & (around.back(be | linking, number) >= around.opens))


def _wrought_in(around: Around) -> Bools:
    done, relative = around.ahead(around.kind("done"), around.last), around.tagged(TAG["wh"])
    found: Bools = (done < np.minimum(around.closes, around.last + 2 * LONGEST)) | around.among(precede(relative), around.following)
    return found & ~around.among(around.kind("done"), around.following)


def _laid_to(around: Around) -> Bools:
    number = _governing(around, OPENING, "labelling")
    return around.among(around.kind("labelling", "likening") | around.tagged(PREPOSITION | TAG["have"]), number)


def _doer(around: Around) -> Bools:
    number = _governing(around, OPENING, "done")
    resorting = around.among(around.kind("resorting"), number - 1)
    did = around.among(around.tagged(TAG["subject"]), number) & around.among(around.tagged(TAG["do"]), number - 1)
    within = around.among(around.kind("about"), number)  # "in a raid", "in act of"
    joined = around.among(around.kind("joins"), number) & (around.back(around.kind("done"), number) > number - LONGEST - 2)
    particle = around.kind("particle", "with", "about") | around.tagged(PREPOSITION)  # "carried out a raid", "came with demands"
    carried = around.among(particle, number) & around.among(around.kind("done"), number - 1)
    return around.among(around.kind("done") | around.idiom, number) | resorting | did | within | joined | carried


def _sender(around: Around) -> Bools:
    return around.among(around.kind("from"), around.last)


def _acting(around: Around) -> Bools:
    quality = around.among(around.tagged(TAG["role"]), around.first - 1) & around.among(around.kind("quality"), around.last - 1)
    return around.among(around.kind("acting"), around.first - 1) | quality


def _named_behind(around: Around) -> Bools:
    person = around.among(around.kind("person"), around.last - 1) | around.among(around.kind("doubted"), around.first - 1)
    named = around.kind("past") & (precede(around.tagged(CAPITAL)) | precede(precede(around.tagged(CAPITAL))))  # "named Bo Grett"
    return (around.among(around.tagged(COMMA) | around.kind("of"), around.following) & person) | around.among(named, around.following)


def _opens(around: Around) -> Bools:
    over = (
        around.tagged(FRONTED_OVER | COMMA | TAG["ed"]) | around.kind("plain", "joining", "describing", "with", "conceding") | around.idiom
    )
    that = around.tagged(TAG["that"]) & precede(around.tagged(COMMA))
    last = around.back(~over | that, around.first)
    led = (last == around.opens) | around.among(that, last)  # "Vast, soulless and", "that, once a thug,"
    opens: Bools = (last < around.opens) | (led & around.among(around.tagged(COMMA), last + 1))
    return opens


def _fronted(around: Around) -> Bools:
    comma = around.ahead(around.tagged(COMMA), around.last)
    conceded = around.among(around.tagged(TAG["subordinator"]), around.last)
    auxiliary = np.where(conceded, around.closes, around.ahead(around.tagged(AUXILIARY), around.last))
    until = np.minimum(auxiliary, around.ahead(around.tagged(PUNCTUATION & ~COMMA), around.last))
    stands = around.among(around.tagged(OPENING) | around.kind("doubted"), around.first - 1) | around.kind("likening")[around.opens]
    found: Bools = (comma < np.minimum(until, around.last + FRONTED_REACH)) & (stands | around.kind("adjective")[around.head])
    return found & _opens(around)


def _inverted(around: Around) -> Bools:
    be = around.ahead(around.tagged(VERB), around.last)
    subject = around.among(around.tagged(OPENING | CAPITAL | PRONOUN), np.minimum(be + 1, around.closes))
    weighed = (around.first > around.opens) | around.kind("adjective")[around.head]
    found: Bools = subject & weighed & (be < around.last + FRONTED_REACH)
    return found & _opens(around)


def _exclaimed(around: Around) -> Bools:
    asks = around.among(around.tagged(TAG["wh"]) | around.kind("the"), _governing(around, ADVERB | TAG["article"], "the"))
    asks |= around.among(around.tagged(TAG["adverb"]), around.first - 1)
    return asks & around.among(around.tagged(OPENING | CAPITAL | PRONOUN), around.following)


def _questioned(around: Around) -> Bools:
    return around.among(around.tagged(AUXILIARY), around.ahead(~around.tagged(MARK | TAG["wh"]), around.opens))


def _named_ahead(around: Around) -> Bools:
    be = around.ahead(~around.tagged(MARK | COMMA), around.last)
    named = around.tagged(TAG["be"]) & precede(around.tagged(TAG["wh"] | CAPITAL | TAG["possessive"]) | around.kind("the"))
    return around.among(named, be) | (around.ahead(named & follow(around.tagged(MARK)), around.last) < around.closes)


def _said_of(around: Around) -> Bools:
    mark = around.tagged(MARK)
    tagged = around.tagged(PUNCTUATION) & precede(mark)
    over = (around.plain & ~mark) | around.tagged(OPENING | ADVERB)
    opened = around.among(mark, around.back(~over, around.first)) & (around.ahead(mark, around.last) < around.closes)
    of = around.kind("of")
    opened |= (around.ahead(of, around.ahead(mark, around.last)) < around.closes) | of[around.opens]  # “You see a clique,” said Holm of
    return opened | around.among(tagged | (mark & precede(around.tagged(PREPOSITION))), around.last)  # "shouted “thieves” at"


def _headed(around: Around) -> Bools:
    ends = around.tagged(COMMA | PREPOSITION | TAG["subordinator"] | TAG["dash"] | TAG["colon"])
    closed = around.among(ends, around.following) | (around.following >= around.closes)
    return closed & (around.first - around.opens <= LONGEST_HEADED)


_WAYS = (
    *(_attribute, _verb, _named_ahead, _inverted, _exclaimed, _possessor, _postposed, _apposition, _announced, _bearer_of, _told_about),
    *(_charged, _gapped, _labelled, _by_phrase, _questioned, _wrought_in, _laid_to, _predicate, _doer, _sender, _acting),
    *(_named_behind, _fronted, _headed, _owned, _said_of),
)
