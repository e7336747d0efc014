"""What a reporting word governs: a clause, a question, an infinitive, a phrase, words in marks; nothing, "said little about"."""

import functools

from framing.voice.classes.between import COLON, COMMA, DASH, PREP, QUOTE, SUBORD, THAT, WH
from framing.voice.classes.nouns import ARTICLE, CAP, DET, NUMBER, OBJECT, OCCASION, PERIOD, PLURAL, POSS, ROLE, SUBJECT, TIME, WORD
from framing.voice.classes.verbs import AUXILIARY, INGTAG, NEG, TO, VERBAL
from framing.voice.clipped import clipped
from framing.voice.cues import Cue
from framing.voice.grammar import finite, group_start, has_finite, phrase_ending, phrase_from
from framing.voice.lists import listed
from framing.voice.reports.bare_clauses import opens_clause
from framing.voice.reports.circumstances import opens_that, past_adverbs, past_aside, past_circumstances, past_list
from framing.voice.reports.further import before_other
from framing.voice.reports.held import HOLDING, held, infinitive_in, labelled
from framing.voice.reports.labelling import INFINITIVES, before_deed, judged_label
from framing.voice.reports.scope import PAUSE, phrase_end, scope_end
from framing.voice.steps import first_word, holds
from framing.voice.units import Complement, Unit

CLAUSES = frozenset(["bare", "clause", "that"])
THAT_CLAUSES = CLAUSES | {"stated"}
# Names of complements that are words themselves, but not the word that brings the complement.
NO_PREPOSITION = frozenset(["to", "after", "that", "object", "quote", "open"])
# Complements that are phrases; below, those that go on to where the clause ends or have to be told from what does.
NOMINAL = frozenset(["np", "pred"])
REACHING = CLAUSES | {"npto", "pred", "raised", *HOLDING}
# Words that announce a complement: that, whether, as, a preposition, a gerund.
ANNOUNCING = THAT | WH | SUBORD | PREP | INGTAG
# Complements that may stand behind phrases of time and place.
DELAYED = CLAUSES | {"quote", "pred", "wh"}
MARKED = QUOTE | COMMA | COLON | DASH
DATE = TIME | NUMBER | PERIOD
TELLING = THAT | WH | SUBORD | QUOTE | COMMA | COLON | DASH | OCCASION | TIME | VERBAL
"""Words and marks in phrases of time and place that tell where the complement begins."""
FARTHEST = 24
"""Words within which a complement begins behind phrases of time and place."""
LONGEST_AMOUNT = 4
"""Words of "a great deal about"."""


def complement(unit: Unit, at: int, cue: Cue, *, passive: bool = False) -> Complement | None:
    """Read the complement of `cue` that begins at word `at` or soon behind it."""
    words, at = unit.words, past_adverbs(unit, at)
    if at >= len(words) or silent(unit, at, cue):
        return None
    here = words[at]
    if here.tags & MARKED:
        return _marked(unit, at, cue)
    found = _introduced(unit, at, cue)
    behind = at if found else past_circumstances(unit, at)
    if behind > at:
        found = _introduced(unit, behind, cue)
    if found or behind >= len(words):
        return found
    if here.tags & TO:
        return _infinitive(unit, at, cue, passive=passive)
    if here.tags & (PREP | SUBORD):
        opening = words[behind].tags
        dated = at < behind and words[behind - 1].tags & DATE and opening & WORD and not opening & (PREP | SUBORD)
        dated = dated and opens_clause(unit, behind, scope_end(unit, behind), cue)
        found = None if dated else _behind_phrases(unit, at, cue)
        if found or not at < behind or not (dated or opening & (DET | POSS)):
            return found
        at = behind
    return None if here.tags & WH else _nominal(unit, at, cue)


def _introduced(unit: Unit, at: int, cue: Cue) -> Complement | None:
    """Complement that its first word announces: that, whether, as, a preposition, a gerund."""
    frame = _announced(unit, at, cue) if at < len(unit.words) and unit.words[at].tags & ANNOUNCING else None
    if frame is None:
        return None
    end = phrase_end(unit, at) if frame in listed("words.toml", "complements", "placed") else scope_end(unit, at)
    return Complement(frame, at, before_deed(unit, at, end) if frame == "pred" else end)


def _asks(unit: Unit, at: int) -> bool:
    return at < len(unit.words) and unit.words[at].lower in listed("words.toml", "complements", "questions")


def _announced(unit: Unit, at: int, cue: Cue) -> str | None:
    here = unit.words[at]
    if here.tags & THAT and cue.frames & THAT_CLAUSES:
        return "that"
    if ("wh" in cue.frames and _opens_question(unit, at, cue)) or (here.lower == "if" and "if" in cue.frames):
        return "wh"
    if here.lower in cue.frames and here.lower not in NO_PREPOSITION and at + 1 < len(unit.words):
        return None if unit.words[at + 1].tags & TIME else here.lower  # "insisted on Friday"
    if here.lower == "as":
        gapped = "likened" in cue.frames and not unit.words[at - 1].tags & OBJECT  # "a charge the union dismissed as a smear"
        return "pred" if gapped or "pred" in cue.frames else None
    return "ing" if here.tags & INGTAG and "ing" in cue.frames else None


def _opens_question(unit: Unit, at: int, cue: Cue) -> bool:
    """Whether a question opens at `at`, or behind a preposition there: "pressed on whether"."""
    tags = unit.words[at].tags
    if cue.cue_class == "directive" and tags & PREP and _asks(unit, at + 1):
        return True
    return _asks(unit, at) or bool(tags & WH and cue.cue_class in ("directive", "cognitive"))


def _quoted(unit: Unit, at: int) -> Complement:
    """Words in marks; the reported phrase may run on behind them, but no clause: "chanted “out” as the car passed"."""
    following = unit.words[at + 1].tags if at + 1 < len(unit.words) else 0
    if following & SUBORD or (unit.words[at].tags & PAUSE and following & ARTICLE):
        return Complement("quote", at, at + 1)
    return Complement("quote", at, min(scope_end(unit, at), phrase_end(unit, at)))


def _marked(unit: Unit, at: int, cue: Cue) -> Complement | None:
    """Words in marks, at once or behind a comma or a colon; a clause behind a colon."""
    words = unit.words
    if words[at].tags & QUOTE:
        return _quoted(unit, at) if cue.frames & {"quote", "pred", "np"} else None
    if at + 1 >= len(words):
        return None
    if words[at + 1].tags & QUOTE and "quote" in cue.frames:
        return _quoted(unit, at + 1)
    if words[at].tags & COLON and cue.frames & {"quote", "bare"}:
        return Complement("colon", at + 1, len(words))
    return _behind_aside(unit, at, cue)


def _behind_aside(unit: Unit, at: int, cue: Cue) -> Complement | None:
    """Clause behind an aside: "said, among other things, that ..."; "says, win or lose, she will ..."."""
    start = past_aside(unit, at)
    start = start if unit.words[start].tags & THAT else past_list(unit, at) or start
    here = unit.words[start].tags
    if here & THAT and cue.frames & CLAUSES:
        return Complement("that", start, scope_end(unit, start))
    if here & INGTAG and "ing" in cue.frames and start > at + 1:
        return Complement("ing", start, scope_end(unit, start))  # "denied, in a letter, taking bribes"
    if "pred" in cue.frames and (here & (QUOTE | ARTICLE) or unit.words[start].lower == "as") and not has_finite(unit, at, start):
        return Complement("pred", start, scope_end(unit, start))  # "described, not unkindly, as a peacock"
    pronoun = here & SUBJECT and "bare" in cue.frames and not has_finite(unit, at, start)
    return Complement("clause", start, scope_end(unit, start)) if pronoun else None


def _infinitive(unit: Unit, at: int, cue: Cue, *, passive: bool) -> Complement | None:
    if at + 1 >= len(unit.words):
        return None
    takes = "to" in cue.frames or (passive and bool(cue.frames & {"npto", "believed"}))
    takes = takes or (passive and "being" in cue.frames and unit.words[at + 1].lower in INFINITIVES)
    if takes and not unit.words[at + 1].tags & (DET | POSS | CAP | OBJECT):
        return Complement("to", at, before_other(unit, at, scope_end(unit, at)))
    return _behind_phrases(unit, at, cue)


def _behind_phrases(unit: Unit, at: int, cue: Cue) -> Complement | None:
    """Complement behind phrases of place, time and audience: "said in a statement on Monday that ..."."""
    words = unit.words
    occasion = False
    for number in range(at, at if cue.frames.isdisjoint(DELAYED) else min(len(words), at + FARTHEST)):
        here = words[number]
        if not (here.tags & TELLING or here.verb):
            continue
        occasion = occasion or bool(here.tags & (OCCASION | TIME))
        if here.tags & THAT and cue.frames & CLAUSES and opens_that(unit, number):
            return Complement("that", number, scope_end(unit, number))
        if here.tags & QUOTE:
            placed = words[at].tags & SUBORD and words[number - 1].tags & (DET | POSS)  # "was not asked before the “rescue” began"
            return _quoted(unit, number) if cue.frames & {"quote", "pred"} and not placed else None
        if here.lower in listed("words.toml", "complements", "behind_phrases") and "wh" in cue.frames:
            return Complement("wh", number, scope_end(unit, number))
        if here.tags & (COMMA | COLON | DASH):
            return _marked(unit, number, cue._replace(frames=cue.frames & {"quote", "that"}))
        if number > at and finite(unit, number):
            return _clause_behind(unit, at, number, cue, occasion=occasion)
    return None


def _clause_behind(unit: Unit, at: int, verb: int, cue: Cue, *, occasion: bool) -> Complement | None:
    """A clause without "that" whose finite verb stands at `verb`, behind a phrase that begins at `at`."""
    opening = unit.words[min(past_circumstances(unit, at), verb)].lower  # "said on Monday as shells fell"
    asks = opening == "when" and holds(unit.words[group_start(unit, at - 1) : at], NEG)  # "has not said when"
    if "bare" not in cue.frames or (opening in listed("words.toml", "complements", "circumstance") and not asks):
        return None
    subject = phrase_ending(unit, group_start(unit, verb) - 1) if occasion else None
    begin = subject[0] if subject and subject[0] > at else at
    return Complement("clause", begin, scope_end(unit, begin))


def _nominal(unit: Unit, at: int, cue: Cue) -> Complement | None:
    """A clause without "that", or a noun phrase; the addressee first where the cue takes one."""
    told = "bare" in cue.frames and clipped(unit, at, len(unit.words), addressed="npto" in cue.frames)
    found = Complement("clause", at, scope_end(unit, at)) if told else None
    found = found or (_behind_addressee(unit, at, cue) if "object" in cue.frames else None)
    if found:
        return found
    judged = judged_label(unit, at, cue)
    if judged is not None:
        return Complement("pred", judged, before_deed(unit, judged, scope_end(unit, judged)))
    end = at if cue.frames.isdisjoint(REACHING) else scope_end(unit, at)
    if opens_clause(unit, at, end, cue):
        return Complement("clause", at, end)
    verb = unit.words[at].tags & AUXILIARY  # "The loudest advocates were barred": a noun, and its verb
    if cue.frames >= {"npto", "np"} and not verb and infinitive_in(unit, at, before_deed(unit, at, end)):
        return Complement("npto", at, before_other(unit, at, end))
    held_only = cue.frames.isdisjoint(NOMINAL) or _qualifies(unit, at, cue)
    if held_only or unit.words[at].lower in listed("words.toml", "complements", "particles"):
        return held(unit, at, end, cue)
    label = "pred" in cue.frames
    return labelled(unit, at, end, cue) if label else None if verb else Complement("np", at, phrase_end(unit, at))


def _behind_addressee(unit: Unit, at: int, cue: Cue) -> Complement | None:
    """Complement behind the addressee: "told reporters that ..."."""
    words = unit.words
    addressee = phrase_from(unit, at)
    after = past_adverbs(unit, addressee[1]) if addressee else len(words)
    if after >= len(words):
        return _brought(unit, at, cue)
    here = words[after]
    if here.tags & (SUBJECT | DET | CAP | POSS) and cue.frames & {"bare", "clause"} and has_finite(unit, after, len(words)):
        return Complement("clause", after, scope_end(unit, after))
    if here.tags & TO and "npto" in cue.frames:
        return Complement("npto", after, before_other(unit, after, scope_end(unit, after)))
    if here.tags & WH or here.lower in cue.frames:
        return complement(unit, after, cue._replace(frames=cue.frames - {"object"}))
    return _behind_phrases(unit, after, cue) or _brought(unit, at, cue)


def _qualifies(unit: Unit, at: int, cue: Cue) -> bool:
    """Whether the word behind the verb belongs to the noun at `at`: "made clear soup", but "made clear his aim"."""
    return cue.particle in listed("cues.toml", "phrases", "qualifying") and not unit.words[at].tags & (DET | POSS | CAP)


def _brought(unit: Unit, at: int, cue: Cue) -> Complement | None:
    """What "of" brings behind the people at `at`: "reminded voters of the raid", but "told an audience of bankers"."""
    words = unit.words
    of = first_word(words, range(at + 1, len(words) - 1), ("of",))
    people = of is not None and words[of - 1].tags & (OBJECT | PLURAL | ROLE) and not words[of + 1].tags & TIME
    if of is None or not people or "of" not in cue.frames or cue.cue_class != "assertive" or phrase_end(unit, at) < of:
        return None
    return Complement("of", of, phrase_end(unit, of))


def silent(unit: Unit, at: int, cue: Cue) -> bool:
    """Whether nothing is said: "said nothing about the raid", "said little", "says a great deal about", "pleaded guilty to"."""
    lower = unit.words[at].lower
    if lower not in _little_or_much():
        return False
    if cue.lemma == "plead":
        return lower in listed("cues.toml", "phrases", "pleas")
    if lower in listed("cues.toml", "phrases", "silence"):
        following = unit.words[at + 1] if at + 1 < len(unit.words) else None
        return following is None or following.lower in listed("words.toml", "complements", "topic")
    return cue.speaks and _tells_much(unit, at)


@functools.cache
def _little_or_much() -> frozenset[str]:
    """Words with which begins what may say nothing."""
    return frozenset(["a"]).union(*(listed("cues.toml", "phrases", kind) for kind in ("pleas", "silence", "amounts")))


def _tells_much(unit: Unit, at: int) -> bool:
    """Whether "a lot about" stands at `at`: "the verdict says a great deal about the court"."""
    words = unit.words
    for about in range(at + 1, min(len(words) - 1, at + LONGEST_AMOUNT)):
        if words[about].lower == "about":
            return words[about - 1].lower in listed("cues.toml", "phrases", "amounts") and not words[about + 1].tags & WH
    return False
