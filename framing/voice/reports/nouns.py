"""Reporting nouns: "Berg's claim that", "allegations of", and where they came from, "Complaints of fraud poured in from villagers"."""

from framing.voice.agents import agent_from, behind_agent, placed_agent
from framing.voice.classes.between import BREAK, COLON, COMMA, COORD, DASH, PREP, QUOTE, RELATIVE, STOP, SUBORD, THAT
from framing.voice.classes.nouns import ARTICLE, CAP, DET, NUMBER, OBJECT, PLURAL, POSS, POSSESSOR, ROLE, SUBJECT, TIME, WORD
from framing.voice.classes.verbs import ADVERB, AUXILIARY, BE, ED, FINITE, HAVE, INGTAG, NEG, TO
from framing.voice.cues import Cue
from framing.voice.grammar import finite, group_start, has_finite, head_word, phrase_ending, phrase_from, subject_and_verb
from framing.voice.lists import listed
from framing.voice.relatives import antecedent
from framing.voice.reports.circumstances import past_adverbs, past_aside, past_circumstances
from framing.voice.reports.labelling import NO_LABEL, label_start
from framing.voice.reports.main_verbs import before_verb_of_clause, before_verb_of_phrase
from framing.voice.reports.scope import phrase_end, scope_end
from framing.voice.reports.settings import before_setting
from framing.voice.reports.worded import worded
from framing.voice.speakers import main_subject, subject
from framing.voice.steps import first_word, holds, past
from framing.voice.units import Phrase, Report, Unit

# What opens the complement of a participle behind "that", which is relative then.
OPENS_COMPLEMENT = BREAK | CAP | PREP | DET | POSS | TO | TIME | ADVERB | OBJECT
BEFORE_THAT = COMMA | COLON | DASH | PREP | BE | HAVE | THAT  # what may stand between a noun and its clause
# Words, articles aside, that tell an owner who is somebody.
OWNERS = CAP | ROLE | SUBJECT | POSS | PLURAL
# Where the noun phrase of a reporting noun ends on its left.
OUTSIDE_NOUN = POSSESSOR | POSS | DET | PREP | AUXILIARY | SUBORD | SUBJECT
FARTHEST = 6
"""Words between the verb and whom it names."""


def of_noun(unit: Unit, at: int) -> Report | None:
    """Read "Berg's claim that ...", "allegations of ...", "his promise to ..."."""
    words = unit.words
    cue, after = words[at].noun, at + 1
    if cue is None:
        return None
    told = worded(unit, at, cue, _owned(unit, at)) if "marked" in cue.frames and unit.quotes else None
    if told:
        return told
    author, behind = _set_off(unit, after, cue) if cue.frames & {"that", "is"} else (None, after)
    after = behind if behind > after else past_circumstances(unit, after)
    frame = "that" if author else _noun_frame(unit, after, cue) if after < len(words) else None
    if frame is None and (("is" in cue.frames and words[behind - 1].tags & (BE | SUBJECT)) or _put_forth(unit, at, cue)):
        frame = "that"
    if frame is None:
        return _feared(unit, at, cue)
    if frame == "quote":
        end = _behind_quoted(unit, after)
    elif frame in ("that", "to", "wh") and not _nominal_to(unit, after, frame):
        end = before_verb_of_clause(unit, at, after, scope_end(unit, after))
    else:
        end = before_verb_of_phrase(unit, at, after, phrase_end(unit, after))
    end = before_setting(unit, after, end, frame)
    loud = frame == "of" and "quote" in cue.frames and cue.cue_class == "assertive"
    giver = _giver(unit, after, end, loud=loud) if (loud or cue.cue_class in ("distancing", "negative")) and not author else None
    author = author or (phrase_from(unit, end + 1) if frame == "quote" and _gives(unit, end) else None)
    owner = author or giver or _owner(unit, at, frame) or whence(unit, end)
    nobody = owner is None and (frame == "quote" or (loud and any(after < number < end for number in unit.quotes)))
    if owner and frame == "of" and cue.lemma in listed("cues.toml", "phrases", "prospects") and not _sees(unit, owner):
        return None
    if nobody or _of_nobody(unit, at, cue, frame, owner):
        return None
    return Report([(after, giver[0] - 1 if giver else end)], owner, (at, after), cue, f"noun {frame}")


def _feared(unit: Unit, at: int, cue: Cue) -> Report | None:
    """Read "Fears raid could spark war": a noun in the plural that opens a heading, and a clause of nobody's."""
    words = unit.words
    if at or "that" not in cue.frames or not unit.heading or words[0].lower == cue.lemma or not subject_and_verb(unit, 1):
        return None
    phrase = phrase_from(unit, 1)
    if phrase is None or words[1].tags & (PREP | TIME | BREAK):
        return None
    return Report([(1, scope_end(unit, 1))], None, (0, 1), cue, "noun that")


def _put_forth(unit: Unit, at: int, cue: Cue) -> bool:
    """Read "floated the idea that", "trotted out the line that": a verb that puts forth governs the noun at `at`."""
    words = unit.words
    if "put" not in cue.frames or at + 2 >= len(words) or not words[at + 1].tags & THAT or not _opens_subject(unit, at + 2):
        return False
    verb = _edge(unit, at)
    verb -= bool(words[verb].tags & (DET | POSS))
    verb -= words[verb].lower in listed("cues.toml", "phrases", "forth")
    if verb < 0 or words[verb].lower not in listed("cues.toml", "phrases", "putting"):
        return False
    owner = main_subject(unit, at)
    return owner is not None and _sees(unit, owner)  # "Berg raised the prospect that", not "the loss raised"


def _of_nobody(unit: Unit, at: int, cue: Cue, frame: str, owner: Phrase | None) -> bool:
    """Read "leaves no doubt that", what is so; "in charge of", a command; without an owner, "a centre of support for", a kind."""
    edge = _edge(unit, at)
    opening = unit.words[edge].lower if edge >= 0 else ""
    if opening == "no" and cue.lemma in listed("cues.toml", "phrases", "certain"):
        return owner is None or not _somebody(unit, owner)
    commands = unit.words[at].lower in listed("cues.toml", "phrases", "commands") and frame == "of"
    if commands and at and unit.words[at - 1].lower in listed("cues.toml", "phrases", "commanding"):
        return True
    pained = frame == "of" and unit.words[at + 2].lower in listed("cues.toml", "phrases", "sounds")  # "cries of pain"
    if pained or (frame in ("to", "of") and unit.words[at - 1].lower in (("no", "in") if frame == "to" else ("no",))):
        return True  # "has no plans to", "in reference to"
    if owner is None and frame == "to" and edge > 0 and unit.words[edge - 1].tags & (COMMA | DASH):
        return opening in listed("words.toml", "use", "singular")  # ", a reference to the raid of May"
    return owner is None and opening == "of" and frame in ("of", "for", "to") and cue.cue_class == "cognitive"


def _somebody(unit: Unit, owner: Phrase) -> bool:
    """Whether a person leaves no doubt, "Berg left no doubt that", rather than a thing, "The photographs leave no doubt that"."""
    first, last = unit.words[owner[0]], head_word(unit, owner)
    named = not first.tags & (DET | POSS | SUBJECT) and not last.tags & PLURAL
    return bool(last.tags & ROLE) or named or first.lower in listed("words.toml", "complements", "nominative")


def _edge(unit: Unit, at: int) -> int:
    """The word before the noun at `at` and its adjectives."""
    number = at - 1
    while number >= 0 and unit.words[number].tags & WORD and not unit.words[number].tags & OUTSIDE_NOUN:
        number -= 1
    return number


def _sees(unit: Unit, owner: Phrase) -> bool:
    """Whether an owner is somebody, "the mayor's view of the raid", rather than something, "The tower commands a view of the port"."""
    return any(word.tags & OWNERS and not word.tags & DET for word in unit.words[slice(*owner)])


def _gives(unit: Unit, at: int) -> bool:
    """Whether who shouted is named behind words in marks that end at `at`: "chants of “Cheats!” from the stands"."""
    words = unit.words
    return at + 1 < len(words) and words[at].lower in ("from", "by") and bool(words[at + 1].tags & (DET | CAP | PLURAL | POSS))


def _giver(unit: Unit, start: int, end: int, *, loud: bool) -> Phrase | None:
    """Who is named behind what is reported: "faces accusations of fraud from former partners"; `loud`: "cries of shame from the stands"."""
    words = unit.words
    for number in range(start + 1, end - 1):
        if words[number].tags & (COMMA | THAT | TO):
            return None
        if words[number].lower == "from":
            found = phrase_from(unit, number + 1, end)
            return found if found and (loud or words[found[1] - 1].tags & ROLE) else None
    return None


def _set_off(unit: Unit, after: int, cue: Cue) -> tuple[Phrase | None, int]:
    """Whose a clause with "that" is and where it begins, if the noun at its left stands off from it; else nobody's, and `after`.

    "Warnings from engineers that", "the charge, made by Berg in May, that", "his charge: that", "the union's message was that".
    """
    words, at = unit.words, after
    if at >= len(words) or not words[at].tags & BEFORE_THAT:
        return None, after
    if words[at].tags & (COMMA | COLON | DASH):
        behind = past_aside(unit, at)
        at = behind if words[behind].tags & THAT else at + 1
    authors = listed("words.toml", "phrases", "authors")
    author = first_word(words, range(after, min(at + 1, len(words))), authors)
    source = agent_from(unit, author + 1) if author is not None else None
    at = max(at, behind_agent(unit, source)) if source else at
    if source and author is not None and words[author].lower == "of" and not _holds_views(unit, source, cue):
        source = None
    if at + 1 < len(words) and words[at].tags & HAVE and words[at + 1].lower == "it":
        at += 2  # "rumour has it that"
    if at < len(words) and words[at].tags & BE and at > 1:
        at = past_adverbs(unit, at + 1)
    opens = at + 1 < len(words) and words[at].tags & THAT and (_opens_subject(unit, at + 1) or (source and words[at + 1].tags & QUOTE))
    return (source, at) if opens else (None, after)


def _holds_views(unit: Unit, phrase: Phrase, cue: Cue) -> bool:
    """Whether "of" names whose view it is, "the belief of the bishops", rather than what it is of, "criticism of the plan"."""
    return cue.cue_class != "negative" and bool(unit.words[phrase[1] - 1].tags & (CAP | ROLE))


def _noun_frame(unit: Unit, after: int, cue: Cue) -> str | None:
    words, here = unit.words, unit.words[after]
    if here.tags & THAT and _relative(unit, after):
        return None
    if here.tags & THAT and "that" in cue.frames and (_opens_subject(unit, after + 1) or has_finite(unit, after, len(words))):
        return "that"
    asks = after + (here.lower in listed("words.toml", "complements", "asking")) if "wh" in cue.frames else len(words)
    if asks < len(words) and words[asks].lower in listed("words.toml", "complements", "questions"):
        return "wh"  # "the question of whether"
    quoted = "quote" in cue.frames and _behind_quoted(unit, after)
    return here.lower if here.tags & PREP and here.lower in cue.frames and after + 1 < len(words) else "quote" if quoted else None


def _behind_quoted(unit: Unit, after: int) -> int:
    """Where words in marks end that a preposition gives to a noun of saying, "her complaint about a “cowardly” board"; 0: none do."""
    words = unit.words
    marked = after + 1 + (after + 2 < len(words) and bool(words[after + 1].tags & (DET | POSS)))
    topic = words[after].lower in listed("words.toml", "complements", "topic")
    return marked + 1 if topic and marked < len(words) and words[marked].tags & QUOTE else 0


def _relative(unit: Unit, that: int) -> bool:
    """Whether "that" stands for the noun before it, as a verb follows: "a plan that would", "a decision that ended in"."""
    following, behind = ([word.tags for word in unit.words[that + 1 : that + 3]] + [STOP, STOP])[:2]
    return bool(following & (AUXILIARY | FINITE) or (following & ED and behind & OPENS_COMPLEMENT)) or _lacks_object(unit, that + 1)


def _lacks_object(unit: Unit, at: int) -> bool:
    """Whether a verb of labelling has its label, but nobody labelled, behind it: "a plan that doctors call inhumane", "a sham"."""
    words = unit.words
    labelling = phrase_from(unit, at)
    verb = past(words, labelling[1], AUXILIARY | ADVERB | NEG) if labelling else len(words)
    cue = words[verb].verb if verb + 1 < len(words) else None
    if cue is None or "pred" not in cue.frames:
        return False
    label = words[verb + 1]
    if label.lower == "as" or cue.lemma not in listed("words.toml", "naming", "verbs"):
        return label.lower == "as"
    if label.tags & (ARTICLE | QUOTE):
        return label.lower != "the" and label_start(unit, verb + 1, cue) == verb + 1
    closes = verb + 2 >= len(words) or words[verb + 2].tags & (BREAK | COORD | PREP)
    return bool(closes and not label.tags & (BREAK | NO_LABEL))


def _nominal_to(unit: Unit, at: int, frame: str) -> bool:
    return frame == "to" and bool(unit.words[at + 1].tags & (DET | POSS | CAP | OBJECT | INGTAG))


def _opens_subject(unit: Unit, at: int) -> bool:
    """Whether a subject can begin at `at`, so that "that" before it opens a clause; a noun without an article needs its verb."""
    opening = unit.words[at].tags if at < len(unit.words) else 0
    return bool(opening & (DET | POSS | CAP | SUBJECT)) or (bool(opening & PLURAL) and subject_and_verb(unit, at))


def _owner(unit: Unit, at: int, frame: str) -> Phrase | None:
    """Whose claim it is: "Berg's claim", "his claim", or, for a clause, the subject of the verb it is the object of."""
    words = unit.words
    number, named = _edge(unit, at), _owned(unit, at)
    if named or number < 0 or words[number].tags & (POSSESSOR | POSS):
        return named
    if frame != "that":
        return _holder(unit, number)
    before = number - bool(words[number].tags & (DET | NUMBER))
    if before >= 0 and words[before].lower in listed("words.toml", "phrases", "of_others"):
        return None  # "left amid fears that", "an inquiry into claims that"
    if finite(unit, before) and words[group_start(unit, before) - 1].tags & RELATIVE:
        return subject(unit, before)  # "Holm, who makes the case that"
    found = main_subject(unit, at)
    governs = found and found[1] < at and not words[found[0] - 1].tags & TO  # "is to investigate claims that"
    return found if governs else None  # "A familiar claim that ..." has no verb whose subject it could be


def _owned(unit: Unit, at: int) -> Phrase | None:
    """Whose the noun at `at` is by what stands before it: "Berg's claim", "whose claim", "his claim"."""
    words, number = unit.words, _edge(unit, at)
    if number < 0:
        return None
    if words[number].tags & POSSESSOR:
        return phrase_ending(unit, number)
    if words[number].lower == "whose":
        return antecedent(unit, number)
    return (number, number + 1) if words[number].tags & POSS else None


def _holder(unit: Unit, number: int) -> Phrase | None:
    """Subject of the verb whose object the noun phrase behind word `number` is: "Berg has doubts about", "voiced a hope of"."""
    words = unit.words
    if words[number].tags & DET and not words[number].tags & SUBJECT:
        number -= 1
    if number < 1 or words[number].tags & BE or not finite(unit, number):
        return None
    return subject(unit, number)


def whence(unit: Unit, end: int) -> Phrase | None:
    """Who is named behind the verb that follows what a noun reports, which ends at `end`."""
    words = unit.words
    verb = past(words, end, AUXILIARY | ADVERB)
    if verb + 2 >= len(words):
        return None
    comes = words[verb].lower in listed("cues.toml", "phrases", "coming")
    made = words[verb].lower in listed("cues.toml", "phrases", "made") and holds(words[end:verb], BE)
    for number in range(verb + 1, min(len(words) - 1, verb + FARTHEST) if comes or made else 0):
        if words[number].tags & BREAK:
            return None
        if words[number].lower == ("from" if comes else "by"):
            return placed_agent(unit, number + 1)
    return None
