"""Words in marks that name nobody they are said of: “You see a clique,” said Holm of the board; “Theft,” she said, asked about it."""

from framing.voice.classes.between import MARK, PUNCTUATION
from framing.voice.classes.nouns import CAP, DEFINITE, NAMED, OWNED, PLURAL, PRONOUN
from framing.voice.classes.verbs import LOOSE
from framing.voice.cues import Word
from framing.voice.people.roles import is_person
from framing.voice.stance.appositions import topic
from framing.voice.stance.clause import Clause
from framing.voice.stance.earlier import Said, Sentence, sentences
from framing.voice.stance.nominal import before_term, is_verb, names_person, phrase_from, printed
from framing.voice.stance.tags import told_of
from framing.voice.stance.target_words import words_of
from framing.voice.steps import first_of
from framing.voice.units import Phrase

REACH = 14
"""Words between the marks around a term."""


def marked(clause: Clause) -> Phrase | None:
    """The words between the marks that hold the term; None where none do."""
    words = clause.words
    opening = first_of(words, range(clause.first - 1, max(-1, clause.first - REACH), -1), MARK)
    closing = first_of(words, range(clause.last, min(len(words), clause.last + REACH)), MARK)
    if opening is None or closing is None or sum(bool(here.tags & MARK) for here in words[: clause.first]) % 2 == 0:
        return None
    return opening + 1, closing


def said_without_subject(clause: Clause) -> Phrase | None:
    """Read “You are looking at a clique,” said Holm of the board; Of the board she wrote that “a worse one never sat”: of what."""
    held = marked(clause)
    if held is None or any(_names(clause.words, number) for number in range(held[0], clause.first)):
        return None
    words, told = clause.words, told_of(clause)
    if told is not None or words[0].lower != "of":
        return told
    found = phrase_from(words, 1)
    if found is None or words[found[0]].tags & PRONOUN or not any(here.says for here in words[found[1] : held[0]]):
        return None
    last = found[1]
    while words[found[1]].says and last > found[0] + 1 and words[last - 1].tags & CAP:
        last -= 1  # "Of the new curator Vance wrote"
    return found if words[last - 1].tags & CAP else (found[0], last)


def _names(words: list[Word], at: int) -> bool:
    """Whether a word before the term names somebody or something definite, or stands for it."""
    here = words[at]
    dummy = here.lower in words_of("dummies") or here.tags & MARK
    named = here.tags & (OWNED | NAMED | PRONOUN) and at > 0 and not words[at - 1].tags & MARK
    return not dummy and (bool(named) or bool(here.tags & (DEFINITE | PRONOUN)))


def answered(clause: Clause, said: Said) -> str | None:
    """What words in marks without a verb are said of by the sentence before: what was asked about, to whom they are called."""
    held = marked(clause)
    if held is None or any(is_verb(clause.words, number) for number in range(*held) if not clause.first <= number < clause.last):
        return None
    earlier: list[Word] = next(sentences(said.before), Sentence())
    if _calls(clause, held):
        found, words = _addressee(clause.words, range(held[1], len(clause.words))), clause.words
        if found is None and held[0] == 1:
            found, words = _addressee(earlier, range(len(earlier))) or _watched(clause, earlier), earlier
        return printed(words, found) if found else None
    asked = topic(earlier) if earlier and held[0] == 1 and earlier[0].lower in words_of("asked") else None
    return printed(earlier, asked) if asked else None


def _calls(clause: Clause, held: Phrase) -> bool:
    """Whether marks hold what somebody is called to his face: “Butcher!” “Vultures, the lot of you,”."""
    words = clause.words
    bare = before_term(clause, over=LOOSE) < held[0]
    cries = words[held[1] - 1].lower == "!" or words[held[1]].lower == "!"
    you = any(here.lower == "you" for here in words[clause.last : held[1]])
    last = clause.term
    return bool(bare) and ((cries and names_person(last)) or (you and bool(last.tags & PLURAL)))


def _addressee(words: list[Word], near: range) -> Phrase | None:
    """To, or at, whom something is said: "shouted at the owner", "posted a reply to his critics"."""
    for number in reversed(near[:-1]):
        found = phrase_from(words, number + 1) if words[number].lower in words_of("said_to") else None
        head = words[found[1] - 1] if found else None
        if found and head and not head.tags & PRONOUN and (head.tags & NAMED or is_person(head.lower) or head.lower.endswith("ics")):
            return found
    return None


def _watched(clause: Clause, words: list[Word]) -> Phrase | None:
    """The one person a sentence names behind its verb: "She stood up as the owner was led in"; nobody for several."""
    if clause.term.tags & PLURAL or not isinstance(words, Sentence):
        return None
    people = [found for found in words.phrases if found[0] > 1 and is_person(words[found[1] - 1].lower)]
    return people[0] if len(people) == 1 and not words[people[0][0] - 1].tags & PUNCTUATION else None
