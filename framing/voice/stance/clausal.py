"""Clauses that are subjects: "What the council did was a crime", "The way the bank lied was shabby" describe the council, the bank."""

from framing.voice.classes.between import COLON, MARK, PREP, PUNCTUATION, SEMI, STOP, SUBORD, THAT, WH
from framing.voice.classes.verbs import ADVERB, AUXILIARY, BE, LOOSE, MODAL, TO
from framing.voice.cues import Word
from framing.voice.stance.edges import verb_begins
from framing.voice.stance.insertions import broken
from framing.voice.stance.nominal import is_verb, phrase_from
from framing.voice.stance.target_words import forms_of, words_of
from framing.voice.steps import holds, past
from framing.voice.units import Phrase

_BEHIND_DEED = PREP | PUNCTUATION | MARK | BE | TO | ADVERB
_ENDS = STOP | SEMI | COLON


def clausal(words: list[Word], verb: int, *, quality: bool) -> Phrase | None:
    """Who does what a clause tells that is the subject of the verb at word `verb`; None where no such clause opens the sentence.

    What somebody did is a crime of his; a `quality`, "What he did was futile", is that of the deed.
    """
    opener = next((number for number, here in enumerate(words[:verb]) if not here.tags & MARK), None)
    if opener is None or words[opener].lower not in words_of("clause_openers") or words[verb].tags & MODAL:
        return None
    begins = verb_begins(words, verb)
    halved = broken(words, begins)
    end = begins if halved is None else halved
    first = _behind_opener(words, opener)
    found = None if first is None else phrase_from(words, first, end)
    if first is None or found is None or found[1] >= end or words[found[0]].lower in words_of("expletives"):
        return None
    if holds(words[opener:end], _ENDS):
        return None
    done = _group_ends(words, found[1], end)
    if done is None or not _one_clause(words, done, end):
        return None
    return found if words[opener].lower != "what" or (_deed(words, done) and not quality) else None


def _behind_opener(words: list[Word], opener: int) -> int | None:
    """The word behind "what", "that", "the fact that", "the way in which"."""
    if words[opener].lower != "the":
        return opener + 1
    noun = words[opener + 1].lower
    if noun == "fact":
        return opener + 3 if words[opener + 2].lower == "that" else None
    if noun not in words_of("manners"):
        return None
    return opener + 2 + 2 * (words[opener + 2].lower == "in" and words[opener + 3].lower == "which")


def _group_ends(words: list[Word], first: int, end: int) -> int | None:
    """The last word of the verb group that begins at word `first`; None where none does."""
    last = past(words, first, AUXILIARY | LOOSE, end)
    did = last > first and words[last - 1].lower in forms_of("deeds")
    if did or (last == first and not (words[last].lower in forms_of("deeds") or is_verb(words, last))):
        return last - 1 if did else None
    return last


def _deed(words: list[Word], at: int) -> bool:
    """Whether the word at `at` is the verb of doing something: "have done to rural clinics was", not "did not say"."""
    return words[at].lower in forms_of("deeds") and bool(words[at + 1].tags & _BEHIND_DEED)


def _one_clause(words: list[Word], done: int, end: int) -> bool:
    """Whether no further verb or clause stands before the one whose subject the clause is."""
    further = THAT | WH | SUBORD
    return not any(is_verb(words, number) or words[number].tags & further for number in range(done + 2, end))
