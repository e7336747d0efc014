"""Whom a tag names besides who speaks: “It is theft,” says Holm of the tax; “You are a fraud,” she told the healer."""

from framing.voice.classes.between import COLON, COMMA, MARK, PUNCTUATION, SUBORD, THAT
from framing.voice.classes.nouns import CAP, OPENING, PLURAL, PRONOUN, ROLE, UPPER
from framing.voice.classes.verbs import BE, LOOSE
from framing.voice.cues import Word
from framing.voice.people.roles import is_person
from framing.voice.stance.clause import Clause
from framing.voice.stance.earlier import Said, sentences
from framing.voice.stance.nominal import before_term, phrase_from, printed
from framing.voice.stance.subjects import subject
from framing.voice.stance.target_words import forms_of, words_of
from framing.voice.steps import first_of, first_word, holds, only, past
from framing.voice.units import Phrase


def said_of(clause: Clause) -> Phrase | None:
    """Read “A menace,” said Holm of the ferry; “Robbery,” she called the levy: whom words without a verb are said of."""
    words, before = clause.words, before_term(clause, over=OPENING | LOOSE)
    shouted = shouted_at(clause)
    if shouted is not None:
        return shouted
    behind = past(words, clause.last + 1, MARK)
    fragment = clause.last + 1 < len(words) and words[clause.last].tags & PUNCTUATION and words[clause.last + 1].tags & MARK
    if not fragment or (before >= 0 and not words[before].tags & PUNCTUATION):
        return None
    calling = first_word(words, range(behind, len(words) - 1), forms_of("naming"))
    return told_of(clause) or (phrase_from(words, calling + 1) if calling else None)


def shouted_at(clause: Clause) -> Phrase | None:
    """Read "shouting “traitors!” at the judges": at whom words are shouted that marks hold alone."""
    words, opening = clause.words, clause.first - 1
    closing = clause.last + bool(clause.after.tags & PUNCTUATION)
    if opening < 1 or closing + 2 >= len(words) or not words[opening].tags & words[closing].tags & MARK:
        return None
    verb = words[opening - 1].verb
    shouts = verb is not None and verb.speaks and words[closing + 1].lower == "at"
    return phrase_from(words, closing + 2) if shouts else None


def told_of(clause: Clause, pronoun: int | None = None) -> Phrase | None:
    """Read “He is a thug,” Holm said of the marshal: whom the tag names that `pronoun` stands for."""
    words = clause.words
    for number in range(clause.last, len(words) - 2):
        told = _behind_of(words, number) or _behind_name(words, number, "" if pronoun is None else words[pronoun].lower)
        if told is not None:
            return None if words[told[0]].tags & PRONOUN else told
    return None


def concerned(words: list[Word], pronoun: int) -> Phrase | None:
    """Read "The trouble with the stadium is that it is soulless", "As for the league, it is": what a sentence is about."""
    if (named := _dislocated(words, pronoun)) is not None:
        return named
    if words[0].lower == "as" and words[1].lower in ("for", "to") and pronoun > 2:
        return phrase_from(words, 2)
    for number in range(1, pronoun - 1):
        told = _behind_of(words, number)
        if told is not None and holds(words[told[1] : pronoun], COLON | COMMA | THAT):
            return None if words[told[0]].tags & PRONOUN else told  # "The union said of the plan: “It is a sham.”"
        if words[number].tags & BE and holds(words[number + 1 : number + 3], THAT):
            behind_with = first_word(words, range(1, number), ("with", "about"))
            return None if behind_with is None else phrase_from(words, behind_with + 1, number)
    return None


def _dislocated(words: list[Word], pronoun: int) -> Phrase | None:
    """Read "They are vandals, these planners": a phrase with "this" behind a comma that ends the clause of word `pronoun`."""
    comma = first_of(words, range(pronoun, len(words) - 1), PUNCTUATION)
    if comma is None or not words[comma].tags & COMMA or words[comma + 1].lower not in words_of("pointing"):
        return None
    found = phrase_from(words, comma + 1)
    ends = found is None or found[1] == len(words) or words[found[1]].tags & (PUNCTUATION | MARK) or words[found[1]].lower == "of"
    return found if ends else None


def _takes_object(here: Word) -> bool:
    return here.verb is not None and "object" in here.verb.frames


def _behind_of(words: list[Word], verb: int) -> Phrase | None:
    said = words[verb].lower in forms_of("saying_of") and words[verb + 1].lower == "of"
    return phrase_from(words, verb + 2) if said else None


def _behind_name(words: list[Word], verb: int, pronoun: str) -> Phrase | None:
    """Read "said Jory Fenn of the nomads"; a body behind a name, "of the rail union", is whom the speaker belongs to."""
    name = phrase_from(words, verb + 1) if words[verb].says and not _takes_object(words[verb]) else None
    if name is None or not words[name[1] - 1].tags & CAP or name[1] + 1 >= len(words) or words[name[1]].lower != "of":
        return None
    told = phrase_from(words, name[1] + 1)
    return told if told and words[told[0]].tags & OPENING and _agrees(words[told[1] - 1], pronoun) else None


def _agrees(head: Word, pronoun: str) -> bool:
    """Whether a noun may be meant by a pronoun; where none stands, whether it names no body."""
    if head.tags & CAP:
        return False
    if pronoun in words_of("many"):
        return bool(head.tags & PLURAL)
    if pronoun in words_of("male", "female"):
        return is_person(head.lower)
    return not head.tags & ROLE or (not pronoun and is_person(head.lower))


def addressed(clause: Clause, pronoun: int, said: Said) -> str | None:
    """Read “You are a fraud,” Ada Brisk told the healer: to whom "you" at word `pronoun` is said, here or in the sentence before."""
    words = clause.words
    general = any(here.tags & SUBORD or here.lower == "if" for here in words[max(0, pronoun - 2) : pronoun])
    if general or not _in_marks(words, pronoun):
        return None
    called = _vocative(words, pronoun)
    if called is not None:
        return printed(words, called)
    told = _told(words)
    if told is not None:
        return None if _names_nobody(words[told[1] - 1]) else printed(words, told)
    for earlier in sentences(said.before):
        told = _told(earlier)
        replied = told is not None and earlier[told[1] - 1].lower in said.source()
        asks = subject(earlier, told[0] - 1) if told and replied else None
        return printed(earlier, asks) if asks else None
    return None


def _vocative(words: list[Word], pronoun: int) -> Phrase | None:
    """Who is called by name or office beside "you": “You are a liar, Mr Holm,” “You ruined this club, chairman, and”."""
    closes = first_of(words, range(pronoun, len(words)), MARK, len(words))
    for comma in range(pronoun + 1, closes - 1):
        named = phrase_from(words, comma + 1, closes) if words[comma].tags & COMMA else None
        if named and named[1] < len(words) and words[named[1]].tags & (PUNCTUATION | MARK) and _calls(words[slice(*named)]):
            return named
    return None


def _calls(named: list[Word]) -> bool:
    """Whether some words are a name, or an office without a determiner."""
    return only(named, CAP) or (len(named) == 1 and is_person(named[0].lower))


def _in_marks(words: list[Word], at: int) -> bool:
    return holds(words[:at], MARK) and holds(words[at:], MARK)


def _told(words: list[Word]) -> Phrase | None:
    """Whom something is said to, outside the marks: "told the healer", "shouted at the bailiffs"."""
    within = False
    for number, here in enumerate(words[:-1]):
        within = within != bool(here.tags & MARK)
        if within or not here.says:
            continue
        behind = number + 1 + (words[number + 1].lower in words_of("said_to"))
        if behind > number + 1 or _takes_object(here):
            return phrase_from(words, behind)
    return None


def _names_nobody(head: Word) -> bool:
    """Whether a word names nobody, or whom one speaks before and does not mean by "you": "told the court", "told reporters"."""
    return (
        bool(head.tags & (PRONOUN | UPPER))
        or head.lower in words_of("owners")
        or head.lower in words_of("audiences")
        or head.lower in words_of("pronouns")
    )
