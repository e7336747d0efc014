"""Where a label begins behind the one who is labelled: "called the shady envoy a crook"."""

from framing.voice.cues import PART, Cue
from framing.voice.grammar import (
    BREAK,
    CAP,
    COMMA,
    COORD,
    DET,
    ED,
    OBJECT,
    POSS,
    PREP,
    QUOTE,
    SUBJECT,
    SUBORD,
    THAT,
    TO,
    WH,
    finite,
    head_end,
    phrase_ending,
    phrase_from,
)
from framing.voice.lists import listed, lists
from framing.voice.reports.circumstances import past_aside, past_circumstances
from framing.voice.units import Unit

LONGEST_CLAUSE = 6
"""Words from "what" to what is called so: "what the regional government calls a strike"."""


def label_start(unit: Unit, at: int, cue: Cue) -> int:
    """Where the label begins, which leaves the one labelled at `at` to the outlet; `at` behind a bare name."""
    words = unit.words
    common = "pred" in cue.frames and words[at].tags & (DET | POSS)
    charge = next((number for number in range(at, len(words)) if words[number].lower in cue.frames), len(words)) if common else at
    named = phrase_from(unit, at, charge) if common else None
    if named is None or named[1] >= len(words):
        return at
    start = past_circumstances(unit, past_aside(unit, named[1]))  # "his rival, Ida Holm, a crook"
    labelled = start < len(words) and (words[start].tags & (DET | QUOTE) or words[start].lower == "as")
    return start if labelled else at


def summons(unit: Unit, at: int) -> bool:
    """Whether what is called is brought about and gets no label: "called a strike over pay"; but "called the strike in Zell a crime"."""
    words = unit.words
    called = phrase_from(unit, at, len(words))
    relative = any(word.tags & (WH | THAT) for word in words[max(0, at - LONGEST_CLAUSE) : at])  # "what it calls a defensive strike"
    if relative or called is None or words[head_end(unit, called) - 1].lower not in listed("cues.toml", "phrases", "summoned"):
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
    named = phrase_from(unit, given, len(words))
    return named is not None and words[head_end(unit, named) - 1].lower in done


def _of_what(unit: Unit, at: int) -> bool:
    """Whether what is called so is "what" before the verb: "what it calls a defensive strike"."""
    return any(word.lower == "what" for word in unit.words[max(0, at - LONGEST_CLAUSE) : at])


def gives_name(unit: Unit, at: int, after: int) -> bool:
    """Whether the participle at `at` tells the name of a thing, in nobody's words: "a group called Open Shore"."""
    words = unit.words
    if not words[at].forms & PART or words[at - 1].tags & (CAP | SUBJECT) or after >= len(words) or not words[after].tags & CAP:
        return False
    name = phrase_from(unit, after, len(words))
    if name and name[1] < len(words) and words[at - 1].tags & words[name[1]].tags & COMMA:
        return True  # "the group, called Open Shore, said"
    thing = phrase_ending(unit, at - 1)
    if thing is None or name is None or words[thing[0]].lower not in listed("words.toml", "use", "singular") or words[after].tags & DET:
        return False
    return name[1] >= len(words) or bool(words[name[1]].tags & (BREAK | PREP | THAT | WH)) or finite(unit, name[1])


def before_deed(unit: Unit, start: int, end: int) -> int:
    """Where a label ends, before what else its speaker did, "called the raid a crime and left", or "what it calls a drill | has begun"."""
    words, subject = unit.words, _of_what(unit, start)
    for at in range(start + 1, end - 1):
        if words[at].tags & TO or finite(unit, at):
            return at if subject and finite(unit, at) and not words[at - 1].tags & (WH | THAT) else end
        if words[at].tags & COORD and (finite(unit, at + 1) or words[at + 1].tags & THAT) and not words[at - 1].tags & ED:
            return at
    return end
