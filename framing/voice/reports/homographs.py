"""Forms that may be a noun: what shows that "claims" or "calls" is a verb, or none."""

from framing.voice.classes.between import BREAK, COMMA, COORD, PREP, QUOTE, RELATIVE, THAT
from framing.voice.classes.nouns import CAP, NAMED, NUMBER, OPENING, POSSESSOR, ROLE, SUBJECT, WORD
from framing.voice.classes.verbs import AUXILIARY, BE, ED, TO
from framing.voice.cues import BASE, PAST, S, Word, documents
from framing.voice.grammar import OWNING, finite, nominal, phrase_ending
from framing.voice.lists import listed
from framing.voice.reports.further import whole
from framing.voice.steps import holds
from framing.voice.units import Unit

LABELLED = 6
"""Words from a verb of a headline to the label in marks."""


def document_shows(unit: Unit, at: int, last: int) -> bool:
    """Read "polls show", "the survey shows": behind a document, what might be a noun shows what the document says."""
    here = unit.words[at]
    if not (here.verb and here.verb.cue_class == "evidential" and here.forms & (BASE | S)):
        return False
    phrase = phrase_ending(unit, last)
    shown = documents(plural=not here.forms & S)
    return phrase is not None and any(word.lower in shown for word in unit.words[slice(*phrase)])


def labels_what(unit: Unit, at: int) -> bool:
    """Read "what the authority calls retreat", "a charge the firm calls absurd": behind these and a noun phrase it is no noun."""
    cue, words = unit.words[at].verb, unit.words
    phrase = phrase_ending(unit, at - 1) if cue and "pred" in cue.frames else None
    if phrase is None or phrase[0] == 0:
        return False
    before = words[phrase[0] - 1]
    gapped = words[phrase[0]].tags & OWNING and nominal(unit, phrase[0] - 1) and not before.tags & (ED | BREAK | BE)
    return before.lower == "what" or bool(gapped)


def labels_in_heading(unit: Unit, at: int) -> bool:
    """Read "Union calls raid ‘an act of war’" in a headline: a label in marks stands behind what is called so."""
    words, cue = unit.words, unit.words[at].verb
    if cue is None or "pred" not in cue.frames or not at or not words[at - 1].tags & (ROLE | WORD) or words[at - 1].tags & POSSESSOR:
        return False
    marked = holds(words[at + 2 : at + LABELLED], QUOTE)
    return marked and unit.heading and phrase_ending(unit, at - 1) is not None


def set_off(unit: Unit, at: int) -> bool:
    """Read ", the owners claim,": somebody and what may be a noun; not so in "letters, the police reports, a map"."""
    words = unit.words
    if at + 2 >= len(words) or not words[at + 1].tags & COMMA or not words[at - 1].tags & NAMED:
        return False
    phrase = phrase_ending(unit, at - 1)
    if phrase is None or phrase[0] < 2 or not words[phrase[0] - 1].tags & COMMA:
        return False
    lists = words[at + 2].tags & (OPENING | CAP | NUMBER | COORD)
    return not lists or finite(unit, phrase[0] - 2)


def noun_phrase_ends(unit: Unit, at: int, before: Word) -> bool:
    """Whether the form ends a noun phrase: "nine votes", ", claims that were denied"; but "a raid Berg hopes will fail"."""
    here = unit.words[at]
    clausal = here.verb is not None and bool(here.verb.frames & {"bare", "clause", "open"})
    following = unit.words[at + 1] if at + 1 < len(unit.words) else None
    if following is None:
        return False
    told = following.verb is not None and following.forms & PAST and whole(unit, at + 1)
    counted = before.tags & NUMBER and not before.tags & CAP
    behind = unit.words[at + 2].tags if at + 2 < len(unit.words) else 0
    subjectless = behind & AUXILIARY or (not behind & CAP and finite(unit, min(at + 2, len(unit.words) - 1)))
    relative = following.tags & THAT and subjectless and not before.tags & (SUBJECT | RELATIVE)
    governed = at > 1 and unit.words[at - 2].tags & TO and not before.tags & NAMED  # "to investigate claims that"
    acts = following.tags & AUXILIARY or (following.forms & BASE and not following.noun and not following.homograph)
    return bool(counted or told or relative or governed or (acts and not (clausal and _gapped(unit, at))))


def _gapped(unit: Unit, at: int) -> bool:
    """Whether the verb behind the form may have its subject before: "a raid Berg hopes will fail"; but "Several reports indicate"."""
    phrase = phrase_ending(unit, at - 1)
    return phrase is None or (phrase[0] > 0 and not unit.words[phrase[0] - 1].tags & PREP)


def told_about(unit: Unit, at: int) -> bool:
    """Whether the noun phrase that the form ends is governed: "amid news reports that", "rolled back safety rules he made"."""
    words = unit.words
    phrase = phrase_ending(unit, at - 1)
    if phrase is None or phrase[0] < 2 or words[phrase[0]].tags & (OPENING | CAP):
        return False
    edge = words[phrase[0] - 1]
    return edge.lower in listed("words.toml", "use", "occasioning") or bool(edge.tags & ED and not words[phrase[0]].tags & ROLE)


def shifted(unit: Unit, at: int) -> bool:
    """Whether the form is a noun behind its predicate: "rejected as fanciful claims that"."""
    return at > 1 and "as" in (unit.words[at - 1].lower, unit.words[at - 2].lower)
