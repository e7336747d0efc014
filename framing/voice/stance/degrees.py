"""Words that tell the degree or the measure of a quality: "brutally honest", "floods of shameful proportions"."""

from framing.voice.classes.verbs import LOOSE, LY
from framing.voice.stance.clause import Clause
from framing.voice.stance.nominal import is_verb
from framing.voice.stance.readings import describes, is_adverb
from framing.voice.stance.subjects import noun_phrase_before
from framing.voice.stance.target_words import words_of
from framing.voice.units import Phrase


def grades(clause: Clause) -> bool:
    """Whether the term is an adverb right before the adjective that it grades: "a brutally honest book"."""
    words, behind = clause.words, clause.last
    if clause.last - clause.first > 1 or behind >= len(words) or not words[clause.first].tags & LY:
        return False
    return describes(words[behind]) and is_adverb(clause) and not is_verb(words, behind)


def measured(clause: Clause) -> Phrase | None:
    """Read "floods of shameful proportions", "a raid of a cruel kind": what stands before "of" and a noun of measure."""
    of = clause.first - 1
    while of > 0 and (clause.words[of].tags & LOOSE or describes(clause.words[of]) or clause.words[of].lower in words_of("one_of")):
        of -= 1
    return noun_phrase_before(clause.words, of) if of > 0 and clause.words[of].lower == "of" else None
