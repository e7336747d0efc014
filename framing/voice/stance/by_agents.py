"""The agent of a passive or of an act: "bullied into it by developers", "The attack on Ostland by Narvia"."""

from framing.voice.classes.between import COMMA, DASH, PUNCTUATION, THAT, WH
from framing.voice.classes.nouns import CAP, DETERMINER, NUMBER, OBJECT, OPENING
from framing.voice.classes.verbs import BE, ED, HAVE, INGTAG, MODAL
from framing.voice.cues import PAST, Word, documents
from framing.voice.stance.nominal import nominal, phrase_from
from framing.voice.stance.target_words import forms_of, words_of
from framing.voice.steps import first_of, holds, past
from framing.voice.units import Phrase

REACH = 9
"""Words between a verb and its agent."""
_STOPS = PUNCTUATION & ~DASH | BE | HAVE | MODAL | THAT | WH
_UNFIT = INGTAG | NUMBER | OBJECT


def _commits(words: list[Word], at: int) -> bool:
    """Whether word `at` begins or ends a verb group of committing: "had been committed"."""
    return words[past(words, at, BE | HAVE, len(words) - 1)].lower in forms_of("committing")


def _beyond_insertion(words: list[Word], comma: int) -> int:
    """Where an agent may stand behind a comma: "The raid, led by the army," "betrayed, not for the first time, by its leaders"."""
    if words[comma + 1].tags & ED or words[comma + 1].lower == "by":
        return comma + 1
    closes = first_of(words, range(comma + 1, min(comma + REACH, len(words) - 1)), COMMA, comma)
    return closes + 1 if words[closes + 1].lower == "by" else comma


def _means(words: list[Word], agent: Phrase) -> bool:
    """Whether "by" leads to a means, no agent: "fled by boat", "ruled by fear", "sacked by text message"."""
    plain = not holds(words[slice(*agent)], DETERMINER | CAP)
    head = words[agent[1] - 1].lower
    return plain and (head in words_of("means") or head in documents(plural=False))


def _at_hands(words: list[Word], at: int) -> bool:
    """Read "a thrashing at the hands of their rivals", "neglect on the part of staff" from "hands" and "part" on."""
    named = words[at].lower in words_of("at_hands") and words[at - 1].lower == "the"
    return named and at + 2 < len(words) and words[at + 1].lower == "of"


def by_agent(words: list[Word], begin: int) -> Phrase | None:
    """Read "bullied into it by developers", "The attack on Ostland by Narvia", from word `begin` on."""
    bears = begin < len(words) and nominal(words, begin) and words[begin].lower not in words_of("places")
    if bears and words[begin - 1].tags & ED:
        return None  # "nine mutilated bodies lay by the gate"
    if begin + 1 < len(words) and words[begin].tags & COMMA:
        begin = _beyond_insertion(words, begin)
    for number in range(begin, min(begin + REACH, len(words) - 1)):
        here = words[number]
        if here.lower == "by" and number > begin and words[number - 1].lower in forms_of("undergoing"):
            return None  # "the abuse suffered by children"
        if here.lower == "by" or _at_hands(words, number):
            first = number + (1 if here.lower == "by" else 2)
            unfit = words[first].tags & _UNFIT and words[first].lower not in words_of("unaided")
            agent = None if unfit else phrase_from(words, first)
            timed = agent is not None and words[agent[1] - 1].lower in words_of("moments")
            return None if agent is None or timed or _means(words, agent) else agent
        if _commits(words, number):
            continue  # "The atrocities were committed by the militia"
        if here.tags & _STOPS or (here.forms & PAST and not here.tags & OPENING):
            return None
    return None
