"""Where a label begins behind the one who is labelled: "called the shady envoy a crook"."""

from framing.voice.agents import described_end
from framing.voice.classes.between import BREAK, COLON, COMMA, COORD, PREP, QUOTE, SEMI, SUBORD, THAT, WH
from framing.voice.classes.nouns import CAP, DET, OBJECT, OPENING, PERIOD, PLURAL, PRONOUN, ROLE, SUBJECT, TIME
from framing.voice.classes.verbs import ADVERB, ED, INGTAG, TO, VERBAL
from framing.voice.cues import PART, Cue, documents
from framing.voice.forms import adjectival
from framing.voice.grammar import finite, first_finite, head_word, phrase_ending, phrase_from, subject_and_verb
from framing.voice.lists import listed, lists
from framing.voice.reports.circumstances import past_aside, past_circumstances
from framing.voice.reports.settings import happened
from framing.voice.steps import first_word, holds, past
from framing.voice.units import Phrase, Unit

# What opens the object of a verb of calling rather than a bare label: "doctors call him", not "doctors call inhumane".
NO_LABEL = PRONOUN | CAP | ROLE | PLURAL | PREP | THAT | TO | WH | OPENING | TIME | ADVERB
JUDGED = frozenset(["being", "deemed"])
INFINITIVES = ("be", "have")
FARTHEST = 18
"""Words between "what" and the label, with what tells who calls it so."""
ENDS_LABEL = COMMA | TO | COORD | VERBAL
"""Words and marks behind which a label may not go on, verbs of reports aside."""
LONGEST_CLAUSE = 6
"""Words from "what" to what is called so: "what the regional government calls a strike"."""


def label_start(unit: Unit, at: int, cue: Cue) -> int:
    """Where the label begins, which leaves the one labelled at `at` to the outlet; `at` behind a bare name."""
    words = unit.words
    common = words[at].tags & OPENING and not _of_what(unit, at)
    charge = first_word(words, range(at, len(words)), cue.frames, len(words)) if common else at
    named = phrase_from(unit, at, charge) if common else None
    if named is None or named[1] >= len(words):
        return at
    start = past_circumstances(unit, past_aside(unit, described_end(unit, named)))  # "his rival, Ida Holm, a crook", "the raid in Zell a"
    labelled = start < len(words) and (
        words[start].tags & (DET | QUOTE) or (words[start].lower == "as" and not happened(unit, start + 1, meanwhile=True))
    )
    governs = words[named[1] - 1].tags & INGTAG and named[1] - named[0] > 1  # "described an attack lasting an hour"
    return start if labelled and not governs else at


def judged_label(unit: Unit, at: int, cue: Cue) -> int | None:
    """Where begins what the object at `at` is held to be: "thought Holm a coward", "found it to be cruel"; None: nothing is.

    Where a clause without "that" might begin there as well, it begins with the object: "believed the raid to be a crime".
    """
    words = unit.words
    held = None if cue.frames.isdisjoint(JUDGED) else phrase_from(unit, at)
    start = past(words, held[1], ADVERB) if held else len(words)
    if held is None or first_finite(unit, *held) is not None:
        return None
    if "deemed" in cue.frames and _ends_in_label(unit, held):
        return held[1] - 1
    last = start + 1 >= len(words)
    if start >= len(words) or (last and "deemed" in cue.frames and words[start].tags & QUOTE):
        return start if start < len(words) else None
    if "being" in cue.frames and words[start].tags & TO and not last:
        begin = at if cue.frames & {"bare", "clause"} and not words[at].tags & OBJECT else start
        return begin if words[start + 1].lower in INFINITIVES else None
    if "deemed" not in cue.frames or _is_given(unit, held, cue):
        return None
    pronoun = words[at].tags & OBJECT or words[at].lower == "it"
    return start if words[start].tags & QUOTE or opens_label(unit, start) or (pronoun and _describes(unit, start)) else None


def _ends_in_label(unit: Unit, held: Phrase) -> bool:
    """Whether a noun phrase ends with an adjective that its noun is held to be: "judged the search unlawful"."""
    words, last = unit.words, held[1] - 1
    noun = words[last - 1]
    bare = last == held[0] or noun.tags & (OPENING | ADVERB)
    return not bare and is_label(unit, last)


def is_label(unit: Unit, at: int) -> bool:
    """Whether an adjective stands at `at` and closes its phrase: "unlawful", not "unlawful raids"."""
    return adjectival(unit.words[at].lower) and _describes(unit, at)


def opens_label(unit: Unit, at: int) -> bool:
    """Whether a label with "a" stands at `at`, rather than a date or the subject of a clause: "a coward", not "a year later"."""
    words, singular = unit.words, listed("words.toml", "use", "singular")
    if words[at].lower in listed("words.toml", "use", "belittling"):  # "nothing but a coward"
        at = first_word(words, range(at + 1, min(at + 4, len(words))), singular, at)
    label = phrase_from(unit, at) if words[at].lower in singular else None
    if label is None or holds(words[slice(*label)], PERIOD):
        return False
    return label[1] >= len(words) or not finite(unit, label[1])


def _is_given(unit: Unit, held: Phrase, cue: Cue) -> bool:
    """Whether somebody is given what stands behind: "found the boy a home", but "found the ruling an insult"."""
    head = unit.words[held[1] - 1]
    somebody = head.tags & (CAP | ROLE | OBJECT) and head.lower not in documents()
    return cue.lemma in listed("cues.toml", "phrases", "giving") and bool(somebody)


def _describes(unit: Unit, at: int) -> bool:
    """Whether a word or two at `at` can be all that somebody is held to be: "thought him weak", "judged it too cruel to use"."""
    words = unit.words
    closes = at + 1 >= len(words) or bool(words[at + 1].tags & (BREAK | COORD | PREP))
    return closes and not words[at].tags & (BREAK | NO_LABEL | ED)


def summons(unit: Unit, at: int) -> bool:
    """Whether what is called is brought about and gets no label: "called a strike over pay"; but "called the strike in Zell a crime"."""
    words = unit.words
    called = phrase_from(unit, at)
    relative = holds(words[max(0, at - LONGEST_CLAUSE) : at], WH | THAT)  # "what it calls a defensive strike"
    if relative or called is None or head_word(unit, called).lower not in listed("cues.toml", "phrases", "summoned"):
        return False
    ends = (
        at for at in range(called[1], len(words) - 1) if words[at].tags & COORD and (words[at - 1].tags & COMMA or finite(unit, at + 1))
    )
    label = (number for number in range(called[1], next(ends, len(words))) if words[number].tags & (DET | QUOTE))
    return not any(words[number].tags & QUOTE or not words[number - 1].tags & (PREP | SUBORD) for number in label)


def deed(unit: Unit, at: int, cue: Cue) -> bool:
    """Whether the object at `at` makes the verb tell of a deed: "described a circle", "declared a dividend", "denied them entry"."""
    words, done = unit.words, lists("cues.toml")["done"].get(cue.lemma)
    if done is None:
        return False
    given = at + bool(words[at].tags & OBJECT)
    named = phrase_from(unit, given)
    return named is not None and head_word(unit, named).lower in done


def _of_what(unit: Unit, at: int) -> bool:
    """Whether what is called so is "what" before the verb: "what it calls a defensive strike"."""
    for number in range(at - 2, max(-1, at - FARTHEST), -1):
        here = unit.words[number]
        if here.lower == "what":
            return True
        if here.tags & (SEMI | COLON | QUOTE | THAT) or finite(unit, number):
            return False
    return False


def gives_name(unit: Unit, at: int, after: int) -> bool:
    """Whether the participle at `at` tells the name of a thing, in nobody's words: "a group called Open Shore"."""
    words = unit.words
    if not words[at].forms & PART or words[at - 1].tags & (CAP | SUBJECT) or after >= len(words) or not words[after].tags & CAP:
        return False
    name = phrase_from(unit, after)
    if name and name[1] < len(words) and words[at - 1].tags & words[name[1]].tags & COMMA:
        return True  # "the group, called Open Shore, said"
    thing = phrase_ending(unit, at - 1)
    if thing is None or name is None or words[thing[0]].lower not in listed("words.toml", "use", "singular"):
        return False
    return name[1] >= len(words) or bool(words[name[1]].tags & (BREAK | PREP | THAT | WH)) or finite(unit, name[1])


def before_deed(unit: Unit, start: int, end: int) -> int:
    """Where a label ends, before what else its speaker did, "called the raid a crime and left", or "what it calls a drill | has begun"."""
    words = unit.words
    for at in range(start + 1, end - 1):
        here = words[at]
        if not (here.tags & ENDS_LABEL or here.verb):
            continue
        if here.tags & COMMA and words[at + 1].tags & COORD and subject_and_verb(unit, at + 2):
            return at  # "called the raid a crime, and the crowd left"
        if here.tags & COMMA and subject_and_verb(unit, at + 1) and _of_what(unit, start):
            return at  # "what neighbours call thrift, the court calls theft"
        if here.tags & TO or finite(unit, at):
            return at if finite(unit, at) and not words[at - 1].tags & (WH | THAT) and _of_what(unit, start) else end
        if here.tags & COORD and (finite(unit, at + 1) or words[at + 1].tags & THAT) and not words[at - 1].tags & ED:
            return at
    return end
