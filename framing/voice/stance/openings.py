"""Whether a word before a noun belongs to it rather than governs it: "Bungling council loses money", "Benefits cheat Ida Holm blew it"."""

from framing.voice.classes.between import CLOSED, PUNCTUATION
from framing.voice.classes.nouns import CAP, PLURAL, ROLE
from framing.voice.classes.verbs import ED, FINITE, LOOSE
from framing.voice.cues import Word
from framing.voice.stance.clause import Clause
from framing.voice.stance.nominal import is_verb
from framing.voice.stance.target_words import words_of
from framing.voice.steps import past


def heads_sentence(clause: Clause) -> bool:
    """Read "Bungling council loses money", not "Bungling repairs cost millions": a participle before an actor that opens a sentence."""
    words, behind = clause.words, clause.last + 1
    if clause.first or behind >= len(words) or not words[clause.last].tags & ROLE:
        return False
    return before_subject(clause) if words[clause.last].tags & PLURAL else not words[behind].tags & (PUNCTUATION | CLOSED)


def before_subject(clause: Clause) -> bool:
    """Read "though looting mobs roamed the docks": a participle before a plural whose verb follows; but "looting shops was their aim"."""
    words, verb = clause.words, past(clause.words, clause.last + 1, LOOSE)
    if verb >= len(words) or not words[clause.last].tags & PLURAL or words[clause.last].tags & PUNCTUATION:
        return False
    return is_verb(words, verb) and words[verb].lower not in words_of("singular_verbs")


def called_before_name(words: list[Word], name: int) -> bool:
    """Whether the noun before a full name at word `name` only says what its bearer is: "Benefits cheat Ida Holm blew it"."""
    end, here = past(words, name, CAP), words[name - 1]
    noun = not (here.verb or here.tags & (CAP | CLOSED | PUNCTUATION | LOOSE | FINITE | ED))
    return noun and end - name > 1 and end < len(words) and is_verb(words, end)
