"""Predicates that stand before whom they describe: "Neither a saint nor a fool, Dace sold it", "So brutal was the raid that"."""

from framing.voice.classes.between import COMMA, COORD, MARK, PREP, PUNCTUATION, THAT, WH
from framing.voice.classes.nouns import ARTICLE, CAP, OPENING, PLURAL, POSS, PRONOUN, ROLE
from framing.voice.classes.verbs import AUXILIARY, BE, DO, ED, HAVE, INGTAG, LOOSE, LY, MODAL
from framing.voice.cues import Word
from framing.voice.lists import listed
from framing.voice.stance.clause import Clause
from framing.voice.stance.governed import only_reports
from framing.voice.stance.nominal import before_term, beyond_idiom, is_verb, nominal, phrase_from, plain
from framing.voice.stance.owners import names_quality
from framing.voice.stance.readings import describes, has_adjectival_form, judging
from framing.voice.stance.target_words import forms_of, links, words_of
from framing.voice.steps import first_of, first_word, holds, past
from framing.voice.units import Phrase

REACH = 14
"""Words of a predicate before its subject, or of who gives a name behind it."""
TAGGED = 4
"""Words of a report between two commas behind its subject."""
VERB = BE | HAVE | DO
OVER = LOOSE | OPENING | MARK | COORD
"""What may stand in a predicate before the term, besides nouns and adjectives."""


def fronted(clause: Clause) -> Phrase | None:
    """Read "Once a beacon of hope for the valley, the clinic turns patients away", "Far from being a saint, Dace robbed widows"."""
    words, at = clause.words, clause.first - 1
    opened = (at >= 0 and (words[at].tags & OPENING or words[at].lower in words_of("doubted"))) or _behind_as(clause)
    conceding = at == 0 and words[at].lower in words_of("conceding")  # "While corrupt, the guild was popular"
    weighed = at < 0 or conceding or _coordinates(words[at]) or beyond_idiom(words, at) < at or (at == 1 and bool(words[at].tags & COMMA))
    term = clause.term
    adjective = weighed and describes(term)
    manner = names_quality(term) and before_term(clause) == 0 and words[0].lower == "with"  # "With rare candour, the duke"
    if not manner and (not (opened or adjective) or not _opens(clause)):
        return None
    conceded = clause.last + 1 < len(words) and words[clause.last].lower in ("though", "as") and words[clause.last + 1].tags & PRONOUN
    for place in range(clause.last, min(clause.last + REACH, len(words) - 1)):
        if words[place].tags & COMMA and not _coordinates(words[place + 1]):
            return _subject_behind(words, place)
        if (is_verb(words, place) and not conceded) or words[place].tags & PUNCTUATION & ~COMMA:
            return None
    return None


def _behind_as(clause: Clause) -> bool:
    """Read "As propaganda, the film is crude", "As a piece of cruelty it has few equals": a predicate behind what opens the sentence."""
    words, number = clause.words, before_term(clause, over=OPENING | LOOSE | MARK)
    closes = clause.after.tags & (COMMA | PREP)
    return bool(closes) and number == 0 and words[number].lower in ("as", "like")


def _coordinates(here: Word) -> bool:
    """Whether a word joins a predicate to another, or weighs it: "neither brave", "by turns cruel", ", but a bully"."""
    return bool(here.tags & (COORD | LOOSE)) or here.lower in words_of("joining")


def _opens(clause: Clause) -> bool:
    """Whether nothing but a predicate stands between the beginning of the sentence, or of "that, once a thug,", and the term."""
    number = clause.first - 1
    while number >= 0 and not _leads_in(clause.words, number) and (beyond := _within(clause, number)) < number:
        number = beyond
    return number < 0 or _leads_in(clause.words, number)


def _leads_in(words: list[Word], at: int) -> bool:
    """Whether word `at` is "that" before a comma: what stands behind it opens a reported clause."""
    return bool(words[at].tags & THAT and words[at + 1].tags & COMMA)


def _describes(here: Word) -> bool:
    return bool(has_adjectival_form(here) or here.tags & ED)


def _within(clause: Clause, number: int) -> int:
    """The word before the one at `number` that stands in the predicate of the term; `number` where none does."""
    words, here = clause.words, clause.words[number]
    beyond = beyond_idiom(words, number)
    joins = here.tags & COMMA and (_coordinates(words[number + 1]) or number + 1 == clause.first or _describes(words[number + 1]))
    adjective = (not number or words[number - 1].tags & COMMA) and _describes(here)  # "Cruel, jeered and vain, the king"
    first = not number and words[1].tags & COMMA and nominal(words, 0)  # "Vast, soulless and empty, the hall"
    adjective = adjective or (bool(first) and has_adjectival_form(clause.term))
    stands = joins or adjective or here.tags & OVER or plain(words, number) or _coordinates(here)
    stands = stands or (not number and here.lower in words_of("conceding"))
    return beyond if beyond < number else number - bool(stands)


def _subject_behind(words: list[Word], comma: int) -> Phrase | None:
    """The subject behind the comma that ends a predicate; none where it reports, or only stands beside or in a row with the predicate."""
    comma = _beyond_tag(words, comma)
    found = None if is_verb(words, comma + 1) else phrase_from(words, comma + 1)
    if found is None or found[1] >= len(words) or only_reports(words, found[1]):
        return None
    named = words[found[1] - 1].tags & CAP
    opened = named or words[found[0]].tags & (OPENING | PRONOUN | PLURAL | ROLE)
    beside = words[found[1]].tags & (WH | COORD | (0 if named else COMMA))
    return found if opened and not beside else None


def _beyond_tag(words: list[Word], comma: int) -> int:
    """The comma behind a short report before a clause, "Far from being a monster, neighbours said, Dace fed cats"; else word `comma`."""
    found = phrase_from(words, comma + 1)
    if found is None or found[1] >= len(words) or not only_reports(words, found[1]):
        return comma
    near = range(found[1] + 1, min(found[1] + TAGGED, len(words) - 1))
    closing = first_of(words, near, COMMA, comma)
    behind = phrase_from(words, closing + 1)
    return closing if behind and behind[1] < len(words) and is_verb(words, behind[1]) else comma


def inverted(clause: Clause) -> Phrase | None:
    """Read "So brutal was the eviction that", "So cruel had it become", "Worse, and more callous, was the letter"."""
    words, be = clause.words, clause.last
    while be < len(words) and (_coordinates(words[be]) or words[be].tags & COMMA or _graded(words, be)):
        be += 1
    opened = be + 1 < len(words) and words[be].tags & VERB and words[be + 1].tags & (OPENING | CAP | PRONOUN)
    end = None if opened and words[be].tags & BE else _linking_behind(words, be)
    if not opened or end == 0 or not _opens(clause):
        return None
    before = words[clause.first - 1]
    weighed = clause.first > 0 and (before.lower in words_of("degree", "joining") or before.tags & LY)
    such = any(here.lower == "such" for here in words[: clause.first])
    bare = not clause.first and has_adjectival_form(clause.term)
    return phrase_from(words, be + 1, end) if weighed or such or bare else None


def _linking_behind(words: list[Word], at: int) -> int:
    """The verb that links a subject behind word `at` to its predicate, "had the room become"; 0 where none does."""
    near = range(at + 2, min(at + REACH, len(words)))
    return next((number for number in near if links(words[number])), 0)


def exclaimed(clause: Clause) -> Phrase | None:
    """Read "How cruel the winter was", "What a sham this vote is!": the subject between a predicate behind "how" or "what" and its verb."""
    words = clause.words
    number = before_term(clause, over=LOOSE | ARTICLE, until=frozenset(["the", "however"]))
    asks = number >= 0 and words[number].lower in ("how", "what", "however")
    weighed = number >= 0 and words[number].lower == "the" and words[number + 1].lower in ("more", "less")  # "the more absurd he sounds"
    found = phrase_from(words, past(words, clause.last, MARK)) if asks or weighed else None
    if found is None or found[1] >= len(words) or not words[found[0]].tags & (OPENING | CAP | PRONOUN):
        return None
    verb = words[found[1]]
    return found if verb.tags & (VERB | MODAL) or verb.lower in forms_of("linking") else None


def _graded(words: list[Word], at: int) -> bool:
    """Whether a word only grades an adjective before it, "most shameful of all", or is a further one, "and so pointless"."""
    return words[at].lower in ("of", "all") or words[at].lower in words_of("degree") or has_adjectival_form(words[at])


def questioned(clause: Clause) -> Phrase | None:
    """Read "Is Ida Holm a traitor?", "Was the mayor of Sund a thief?": the subject behind the verb that opens a question."""
    words = clause.words
    be = next((number for number in range(clause.first) if not words[number].tags & (MARK | WH)), None)
    if be is None or not words[be].tags & AUXILIARY or words[be + 1].tags & PRONOUN:
        return None
    linking = be if words[be].tags & BE else _linking_behind(words, be)  # "Has the levy become a sham?"
    if not be < linking + 1 <= clause.first:
        return None
    if any(words[number].tags & COMMA or is_verb(words, number) for number in range(be + 2, clause.first) if number != linking):
        return None
    asks = any(here.lower == "?" for here in words[clause.last : clause.last + REACH])
    last = clause.term
    acted = last.tags & (INGTAG | ED) and not judging(last.lower)  # "Where are they going?"
    return phrase_from(words, be + 1, clause.first if linking == be else linking) if asks and not acted else None


def named_ahead(clause: Clause) -> Phrase | None:
    """Read "A charlatan is how Brisk describes the healer", "A sham is what they call the vote": whom the verb behind names so."""
    words, be = clause.words, past(clause.words, clause.last, MARK | COMMA)
    if be < len(words) and not words[be].tags & BE:
        be = next((number for number in range(be, min(be + REACH, len(words))) if words[number - 1].tags & MARK), len(words))
    if be + 2 >= len(words) or not words[be].tags & BE:
        return None
    if words[be + 1].lower not in ("how", "what"):
        return _verdict(words, be + 1)
    for verb in range(be + 2, min(be + REACH, len(words))):
        if words[verb].lower in listed("stance.toml", "distance", "what") | forms_of("labelling") - forms_of("striking"):
            passive = holds(words[be + 2 : verb], BE)
            return phrase_from(words, be + 2 if passive else verb + 1)
    return None


def _verdict(words: list[Word], first: int) -> Phrase | None:
    """Read “Rubbish,” was the verdict of Holm on the theory, from "the" on: what is judged."""
    noun = first_word(words, range(first, min(first + 4, len(words))), words_of("naming_nouns"))
    if noun is None or not (words[first].lower == "the" or words[first].tags & (CAP | POSS)):
        return None
    about = first_word(words, range(noun + 1, len(words) - 1), words_of("spoken_on"))
    return None if about is None else phrase_from(words, about + 1)
