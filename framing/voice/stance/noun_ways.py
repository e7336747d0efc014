"""Which ways to whom a noun describes are open to a term; see `ways`."""

import numpy as np

from framing.voice.classes.between import CLOSED, COLON, COMMA, COORD, DASH, MARK, PREP, PUNCTUATION, SEMI, SUBORD, THAT, WH
from framing.voice.classes.nouns import ARTICLE, CAP, DET, OBJECT, OPENING, OWNED, POSS, POSSESSOR, PRONOUN, ROLE, SUBJECT
from framing.voice.classes.verbs import ADV, AUXILIARY, BE, DO, ED, FINITE, HAVE, LOOSE, LY, NEG, TO
from framing.voice.stance.appositions import OPENS
from framing.voice.stance.around import Around, Bools, Ints, follow, precede
from framing.voice.stance.bearers import LONGEST_HEADED
from framing.voice.stance.by_agents import REACH as BY_REACH
from framing.voice.stance.fronting import OVER as FRONTED_OVER
from framing.voice.stance.fronting import REACH as FRONTED_REACH
from framing.voice.stance.fronting import VERB
from framing.voice.stance.labels import REACH as LABEL_REACH
from framing.voice.stance.nominal import INSERTED, LONGEST
from framing.voice.stance.owners import JOINT
from framing.voice.stance.predicates import OVER, REACH
from framing.voice.stance.spoken_ways import answered, said_of, said_without_subject


def _possessor(around: Around) -> Bools:
    first, tagged = around.first, around.tagged
    opening = around.kind("owner") & tagged(CAP)
    of = around.preceding
    at = np.where(around.among(around.kind("of"), of), of - 1, first)  # "the army's campaign of terror"
    owner = around.back(around.kind("owner"), at)
    counts = tagged(DET) & follow(tagged(POSSESSOR))  # "the fleet's nine days of"
    pairs = tagged(COMMA) & follow(around.kind("describing"))  # "its late, cynical reply"
    together = around.kind("joins") & follow(follow(tagged(POSSESSOR)))  # "the duke's greed and cruelty"
    ends = tagged(CLOSED | PUNCTUATION) & ~(counts | pairs | together)
    reached = (owner >= around.back(ends, at)) & (owner >= around.opens)
    return (opening[first] & (around.last - first > 1)) | reached


def _owned(around: Around) -> Bools:
    owner = around.back(around.kind("owning"), around.first)
    return (owner >= around.opens) & (owner >= around.back(around.tagged(CLOSED | PUNCTUATION), around.first))


def _apposition(around: Around) -> Bools:
    governing, comma, conjunction = around.governing(LOOSE | COORD), around.tagged(OPENS), around.tagged(COORD)
    number = governing - around.among(around.kind("conceding"), governing)
    among = around.among(around.tagged(OBJECT), number) & around.among(around.kind("of"), number - 1)
    before = around.back(~around.tagged(LOOSE | MARK), number)
    apposed = around.among(around.kind("apposed"), number) & around.among(comma | conjunction, before)
    joined = around.among(conjunction, around.preceding) & around.kind("adjective")[around.head]
    joined &= around.back(comma, around.first) >= np.maximum(around.opens, around.preceding - INSERTED)
    bare = around.back(~around.tagged(LOOSE | MARK) & ~around.kind("doubted"), around.first) <= governing
    bare |= (around.back(around.kind("joins"), around.first) > governing) | around.among(around.idiom, around.first - 1)
    bare |= around.among(follow(follow(around.tagged(OPENING))), governing)  # "a crazed, vain liar"
    idiom = around.among(around.idiom, number)  # "the plan, at once timid and costly, was"
    idiom &= around.among(comma | around.kind("apposed", "conceding"), around.back(~around.idiom, number))
    found: Bools = among | apposed | joined | idiom | (bare & around.among(comma, number))
    return found


def _postposed(around: Around) -> Bools:
    degree = around.kind("degree")
    graded = around.back(degree, around.first) >= around.back(~(degree | around.tagged(LY)), around.first)
    graded |= around.among(around.tagged(COMMA), around.last) & around.among(around.tagged(DET), around.first - 1)
    found: Bools = around.kind("adjective")[around.head] & (graded | around.among(around.tagged(PREP), around.last))
    return found


def _announced(around: Around) -> Bools:
    colon, number = around.tagged(COLON), around.governing(ARTICLE | LOOSE)
    verdict = around.ahead(around.kind("naming_noun", "labelling"), around.last) < around.closes
    headline = verdict & around.among(colon, around.following) & (around.governing(ARTICLE | COMMA) < around.opens)
    return headline | (around.among(colon, number) & (number > around.opens + 2))


def _told_about(around: Around) -> Bools:
    shown = around.kind("adjective")[around.head] & (around.ahead(around.tagged(TO), around.last) < around.closes)
    stops = around.back(~(around.tagged(LOOSE) | around.kind("degree")), around.first)
    about = around.among(around.kind("about"), around.last) & (around.back(around.leads("indefinite"), around.first) >= stops)
    found: Bools = about | (shown & around.among(around.kind("of"), around.last))
    return found


def _bearer_of(around: Around) -> Bools:
    behind = around.among(around.tagged(PREP) | around.kind("joins"), around.following)
    joint = around.leads("joint")[around.head] & (around.ahead(around.tagged(PREP), around.last) < around.last + JOINT)
    found: Bools = joint | (behind & around.among(around.kind("quality"), around.last - 1))
    return found


def _charged(around: Around) -> Bools:
    charge = around.kind("charge")
    return around.among(charge, around.governing(0, "charge")) | around.among(charge, around.last)


def _gapped(around: Around) -> Bools:
    joining = around.kind("joins", "but") | around.tagged(COMMA)
    joined, opened = around.back(joining, around.first), around.back(around.tagged(OPENING) & follow(joining), around.first)
    closes = around.among(around.tagged(COORD | PUNCTUATION | MARK), around.last) | (around.last >= around.closes)
    closes |= around.among(around.tagged(MARK), around.first - 1)
    label = around.back(around.kind("labelling"), around.first)
    told = around.kind("adjective")[around.head] | (label >= around.opens)
    told |= around.among(around.tagged(ARTICLE) | around.kind("likening"), around.preceding)
    verb = np.maximum(label, around.back(around.tagged(BE) | around.kind("linking"), around.first))
    found: Bools = closes & told & (np.minimum(opened, verb) >= around.opens) & (joined > around.first - 2 * LONGEST)
    return found


def _labelled(around: Around) -> Bools:
    noun = follow(around.tagged(ARTICLE | OWNED))  # "the charge"
    label = around.back(around.leads("label_of") | (around.leads("label") & ~noun), around.first)
    oneself = around.among(around.tagged(OBJECT), around.governing(ARTICLE))
    finite, says = around.tagged(BE) & around.tagged(FINITE), around.leads("says") & ~follow(around.tagged(OPENING))
    ends = around.back(finite | says | around.tagged(SEMI | THAT), around.first)
    found: Bools = oneself | ((label >= np.maximum(ends, around.opens)) & (label > around.first - LABEL_REACH))
    return found


def _by_phrase(around: Around) -> Bools:
    by = around.ahead(around.kind("by"), around.last)
    acts = ~around.refers & ~around.kind("person")[around.head]
    found: Bools = acts & (by < around.closes) & (by < around.last + BY_REACH)
    return found


def _predicate(around: Around) -> Bools:
    number = around.governing(OVER, "likening", "linking")
    be, linking = around.tagged(BE), around.kind("linking")
    joins = around.among(be | linking | around.kind("contracted") | around.idiom, number)
    # "was run as a swindle", "acted with cruelty", "reacted to it with savagery"; "was, in her words, a sham", but not "left, a sham".
    stands_by = around.among(linking, number - 1) | around.among(around.kind("like"), number)
    acted = around.among(around.kind("with"), number)
    likened = stands_by | np.where(acted, number >= around.first - 2, around.back(be | linking, number) > number - REACH)
    in_part = around.among(around.tagged(ARTICLE), number + 1)
    joins |= around.among(around.kind("likening"), number) & (likened | in_part)
    amounting = around.kind("amounting") | be | linking | around.tagged(LOOSE)
    joins |= around.among(around.kind("amounts_to"), number) & around.among(amounting, number - 1)
    joins |= around.tagged(PREP)[around.first]
    joins |= around.among(around.tagged(PRONOUN), number) & around.among(be, number - 1)  # "Was it a sham?"
    before = around.back(~(around.tagged(LOOSE | MARK) | around.tagged(ARTICLE)), around.first)
    conjunct = around.among(around.kind("joins", "but", "if"), before)
    joins |= conjunct & (around.back(be | linking, around.first) >= around.opens)
    return joins | (around.among(around.tagged(COMMA), number) & (around.back(be | linking, number) >= around.opens))


def _wrought_in(around: Around) -> Bools:
    done, behind = around.kind("done"), around.following
    relative, governed = around.tagged(WH | THAT), around.among(around.tagged(PREP), behind)
    parted = governed | around.among(around.tagged(COMMA), behind)  # "a cruelty with which", "The raid, which"
    which = around.among(precede(around.tagged(WH)), behind)
    owned = around.among(around.tagged(OPENING | POSSESSOR), around.preceding)
    contact = owned & around.among(around.tagged(OPENING | PRONOUN | CAP | ROLE), behind)  # "the raid the army led"
    against = governed & (owned | (around.ahead(relative, behind) < behind + 2 * LONGEST))  # "a raid on the camp that"
    does = around.ahead(done, around.last) < np.minimum(around.closes, around.last + 2 * LONGEST)
    led = (parted & which) | (does & (around.among(relative, behind) | contact | against))
    found: Bools = led & ~around.among(done, behind)
    return found


def _laid_to(around: Around) -> Bools:
    return _lays(around, around.governing(OPENING, "labelling")) | _lays(around, around.governing(OPENING))


def _lays(around: Around, number: Ints) -> Bools:
    """Read "was behind", "responsible for", "steeped in" and "has a record of" up to the word that governs each term."""
    record, preposition = around.leads("record"), around.tagged(PREP)
    laid = around.among(preposition | around.kind("likening"), number) & around.among(record | around.tagged(BE), number - 1)
    has = around.among(around.tagged(HAVE), number) & (around.back(record, around.first) > number)
    pinned = around.among(around.kind("labelling"), number) & around.among(preposition, around.last)
    return laid | has | pinned


def _doer(around: Around) -> Bools:
    number = around.governing(OPENING, "done")
    resorting = around.among(around.kind("resorting"), number - 1)
    did = around.among(around.tagged(SUBJECT), number) & around.among(around.tagged(DO), number - 1)
    act = around.leads("act")[around.head] | around.among(around.kind("of"), around.first - 1)
    act &= around.back(around.kind("the"), around.first) < number
    within = act & around.among(around.kind("about"), number)  # "in a raid", "in act of"
    joined = around.among(around.kind("joins"), number) & (around.back(around.kind("done"), number) > number - LONGEST - 2)
    particle = around.kind("particle", "with", "about") | around.tagged(PREP)  # "carried out a raid", "came with demands"
    carried = around.among(particle, number) & around.among(around.kind("done"), number - 1)
    found: Bools = around.among(around.kind("done") | around.idiom, number) | resorting | did | within | joined | carried
    return found


def _sender(around: Around) -> Bools:
    return around.among(around.kind("from"), around.last)


def _acting(around: Around) -> Bools:
    quality = around.among(around.tagged(ROLE), around.first - 1) & around.among(around.kind("quality"), around.last - 1)
    return around.among(around.kind("acting"), around.first - 1) | quality


def _named_behind(around: Around) -> Bools:
    person = around.among(around.kind("person"), around.last - 1) | around.among(around.kind("doubted"), around.first - 1)
    named = around.kind("past") & (precede(around.tagged(CAP)) | precede(precede(around.tagged(CAP))))  # "named Bo Grett"
    return (around.among(around.tagged(COMMA) | around.kind("of"), around.following) & person) | around.among(named, around.following)


def _opens(around: Around) -> Bools:
    over = around.tagged(FRONTED_OVER | COMMA | ED) | around.kind("plain", "joining", "describing", "with", "conceding") | around.idiom
    that = around.tagged(THAT) & precede(around.tagged(COMMA))
    last = around.back(~over | that, around.first)
    led = (last == around.opens) | around.among(that, last)  # "Vast, soulless and", "that, once a thug,"
    opens: Bools = (last < around.opens) | (led & around.among(around.tagged(COMMA), last + 1))
    return opens


def _fronted(around: Around) -> Bools:
    comma = around.ahead(around.tagged(COMMA), around.last)
    conceded = around.among(around.tagged(SUBORD), around.last)
    auxiliary = np.where(conceded, around.closes, around.ahead(around.tagged(AUXILIARY), around.last))
    until = np.minimum(auxiliary, around.ahead(around.tagged(PUNCTUATION & ~COMMA), around.last))
    stands = around.among(around.tagged(OPENING) | around.kind("doubted"), around.first - 1) | around.kind("likening")[around.opens]
    found: Bools = (comma < np.minimum(until, around.last + FRONTED_REACH)) & (stands | around.kind("adjective")[around.head])
    return found & _opens(around)


def _inverted(around: Around) -> Bools:
    be = around.ahead(around.tagged(VERB), around.last)
    subject = around.among(around.tagged(OPENING | CAP | PRONOUN), np.minimum(be + 1, around.closes))
    weighed = (around.first > around.opens) | around.kind("adjective")[around.head]
    found: Bools = subject & weighed & (be < around.last + FRONTED_REACH)
    return found & _opens(around)


def _exclaimed(around: Around) -> Bools:
    asks = around.among(around.tagged(WH) | around.kind("the"), around.governing(LOOSE | ARTICLE, "the"))
    asks |= around.among(around.tagged(ADV), around.first - 1)
    return asks & around.among(around.tagged(OPENING | CAP | PRONOUN), around.following)


def _questioned(around: Around) -> Bools:
    return around.among(around.tagged(AUXILIARY), around.ahead(~around.tagged(MARK | WH), around.opens))


def _named_ahead(around: Around) -> Bools:
    be = around.ahead(~around.tagged(MARK | COMMA), around.last)
    named = around.tagged(BE) & precede(around.tagged(WH | CAP | POSS) | around.kind("the"))
    return around.among(named, be) | (around.ahead(named & follow(around.tagged(MARK)), around.last) < around.closes)


def _headed(around: Around) -> Bools:
    over = around.back(~around.tagged(ARTICLE | NEG | MARK), around.first)
    led = around.among(around.kind("of", "about", "negator"), over)  # "act of vandalism", "in crisis", "no hero"
    before = led | (around.among(~around.tagged(CLOSED | PUNCTUATION | POSSESSOR), over))
    coloned = around.back(around.tagged(COLON), around.first) >= around.opens
    before &= coloned | ~around.tagged(OPENING)[around.opens]
    parted = led | (over < around.preceding)
    told = parted | (around.kind("adjective")[around.head] & (over < around.first - 1))
    pauses = around.among(around.tagged(COMMA | DASH | COLON), around.following)
    pauses &= told | (over > around.opens) | around.kind("adjective")[around.head]
    ends = (around.following >= around.closes) & (told | coloned)
    closed = pauses | ends | (parted & around.among(around.tagged(PREP | SUBORD), around.following))
    found: Bools = before & closed & (around.first - around.opens <= LONGEST_HEADED)
    return found


def _named(around: Around) -> Bools:
    found: Bools = around.itself & around.tagged(CAP)[around.head]
    return found


def _itself(around: Around) -> Bools:
    return around.itself


NOUN_WAYS = (
    *(_named, _named_ahead, _inverted, _exclaimed, _possessor, _postposed, _apposition, _announced, _bearer_of, _told_about),
    *(_charged, _gapped, _labelled, _by_phrase, _questioned, _wrought_in, _laid_to, _predicate, _doer, _sender, _acting),
    *(_named_behind, _fronted, _headed, _owned, said_of, said_without_subject, _itself, answered),
)
"""In the order of `targets.WAYS`."""
