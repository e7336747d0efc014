"""Participles that tell what was done to victims, "elephants killed in May", so that their noun does nothing."""

from framing.voice.classes.between import COORD, MARK, PREP, PUNCTUATION, SUBORD, THAT, WH
from framing.voice.classes.nouns import CAP, NUMBER, OPENING, PRONOUN, TIME
from framing.voice.classes.verbs import AUXILIARY, BE, HAVE
from framing.voice.cues import Word
from framing.voice.lists import listed
from framing.voice.stance.clause import Clause
from framing.voice.stance.edges import verb_begins
from framing.voice.stance.nominal import is_verb, nominal, phrase_ending
from framing.voice.stance.readings import is_past
from framing.voice.stance.target_words import forms_of
from framing.voice.steps import holds, past


def counted(clause: Clause) -> bool:
    """Read "35 killed, region says", "nine of them died": a count before a participle without an object, or a death, is of the victims."""
    words = clause.words
    begins = verb_begins(words, clause.first)
    behind = clause.after.tags
    dead = words[clause.first].lower in forms_of("perishing")
    near = words[max(0, begins - 3) : begins]
    counts = listed("words.toml", "phrases", "numbers") if dead else ()
    number = next((at for at, here in enumerate(near) if here.tags & NUMBER or here.lower in counts), None)
    helped = words[begins].tags & HAVE and not dead  # "Since 2009 raids have killed"
    numbered = number is not None and not helped and not holds(near[number + dead :], OPENING)  # not "In 2009 the bank"
    return numbered and bool(dead or behind & (PUNCTUATION | PREP))


def reduced(clause: Clause) -> bool:
    """Read "elephants killed in May were sold": a participle of harm without an object, beside the verb of its clause, is its victims'."""
    words, last = clause.words, past(clause.words, clause.last, MARK)
    behind = words[last].tags if last < len(words) else PUNCTUATION
    if words[clause.first].lower not in forms_of("harming") or not behind & (PUNCTUATION | PREP | TIME | SUBORD):
        return False
    begins = verb_begins(words, clause.first)
    if _passive_before(words, begins) or _deprived(words, last):
        return True
    active = PRONOUN | WH | AUXILIARY
    helped = holds(words[max(0, begins - 1) : clause.first], active)
    start = last + bool(behind & SUBORD)  # "killed as a result"
    return not helped and (_verb_along(words, range(start, len(words))) or _verb_along(words, range(begins - 1, -1, -1)))


def _deprived(words: list[Word], behind: int) -> bool:
    """Read "Millers cheated of wages", "Savers swindled out of millions": what stands behind the participle of a victim."""
    return behind < len(words) and (words[behind].lower == "of" or [here.lower for here in words[behind : behind + 2]] == ["out", "of"])


def _passive_before(words: list[Word], begins: int) -> bool:
    """Read "The mill was looted by rebels and the chapel burned": "and" with a thing behind a passive, whose helper is left out."""
    first = phrase_ending(words, begins - 1)[0] if begins and nominal(words, begins - 1) else 0
    joined = first > 2 and words[first - 1].lower == "and" and bool(words[first].tags & OPENING)
    be = next((at for at in range(first - 2, 0, -1) if is_verb(words, at) and words[at].tags & AUXILIARY), 0) if joined else 0
    return be > 0 and bool(words[be].tags & BE) and is_past(words[be + 1])


def _verb_along(words: list[Word], places: range) -> bool:
    """Whether a verb that reports nothing stands along `places` in the clause that they begin in."""
    edge = PUNCTUATION | MARK | WH | THAT | SUBORD | COORD
    verbs = (number for number in places if words[number].tags & edge or (is_verb(words, number) and not words[number].tags & CAP))
    first = next(verbs, None)  # "May" is a month
    return first is not None and not words[first].tags & edge and words[first].verb is None
