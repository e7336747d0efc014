"""Who is meant by a description: "The negligent owner, Sten Dahl," "the company" of the sentence before, "the region of Zell"."""

from framing.voice.classes.between import BREAK, MARK, SUBORD, THAT
from framing.voice.classes.nouns import CAP, OWNED, PLURAL, POSSESSOR
from framing.voice.classes.verbs import INGTAG
from framing.voice.cues import Word
from framing.voice.people.names import first_names, titles
from framing.voice.people.roles import is_person, sex_of
from framing.voice.stance.appositions import name_beside, name_from, stands_beside
from framing.voice.stance.bodies import about_before, named_before
from framing.voice.stance.clause import Clause
from framing.voice.stance.earlier import Said
from framing.voice.stance.forces import acts, does_it, force
from framing.voice.stance.nominal import may_be_noun, phrase_ending, printed
from framing.voice.stance.persons import titled_before
from framing.voice.stance.target_words import words_of
from framing.voice.steps import holds, only
from framing.voice.units import Phrase


def by_name(words: list[Word], found: Phrase, said: Said) -> str:
    """A noun phrase as printed; of somebody described the name, where one stands beside it or was given before."""
    noun = words[found[1] - 1].lower.removesuffix("'s")
    alone = found[1] - found[0] == 2 and words[found[0]].lower == "the"
    if not is_person(noun):
        body = named_before(said, noun) if alone and noun in words_of("called_later") else None
        return body or printed(words, _place(words, found) or found)
    beside = name_beside(words, found[1]) or stands_beside(words, found)
    if beside is not None:
        return printed(words, beside)
    titled = titled_before(words, found, said.before) if words[found[0]].lower == "the" else None
    holds = _office_before(said, noun) if alone and titled is None and noun in words_of("offices") else None
    return titled or holds or printed(words, found)


def named(clause: Clause) -> Phrase | None:
    """Read "President Ida Holm": a title with a name describes whom it names."""
    here = clause.words[clause.first : clause.last]
    titled = len(here) > 1 and here[0].lower in titles() and here[-1].lower not in titles() and only(here, CAP)
    return (clause.first, clause.last) if titled else None


def itself(clause: Clause) -> Phrase | None:
    """Read "Climate activists blocked it", "his allies": who takes part and acts, or is somebody's, is described by what he is called."""
    words, head = clause.words, clause.last - 1
    marked = clause.first and clause.last < len(words) and words[clause.first - 1].tags & words[clause.last].tags & MARK
    behind = words[clause.last] if clause.last < len(words) and not words[head].tags & (PLURAL | POSSESSOR) else None
    compound = behind and may_be_noun(behind) and not behind.tags & INGTAG  # "an activist spin"
    if marked or words[head].lower.partition("'")[0] not in words_of("taking_part"):
        return None if marked or compound else force(clause)
    found = phrase_ending(words, head)
    owned = any(here.tags & OWNED for here in words[found[0] : head])  # "his allies"
    led = words[found[0]].tags & INGTAG or (found[0] > 0 and not words[found[0] - 1].tags & (BREAK | SUBORD | THAT))
    does = owned or words[head].tags & POSSESSOR or not led or does_it(clause, found, head) or acts(words, head)  # "Activists fear"
    return found if does and not compound else None


def _office_before(said: Said, office: str) -> str | None:
    """The one person named in the sentence before, its subject, of whom "the premier" tells the office."""
    words, found = about_before(said)
    if found is None or found[1] - found[0] < 2 or words[found[0]].lower not in first_names():
        return None
    others = [here for number, here in enumerate(words) if here.lower in first_names() and not found[0] <= number < found[1]]
    named = only(words[slice(*found)], CAP)
    fits = sex_of(office) in (None, first_names()[words[found[0]].lower])
    return printed(words, found) if named and fits and not holds(others, CAP) else None


def _place(words: list[Word], found: Phrase) -> Phrase | None:
    """The name of a place that "of" joins to what it is: "the region of Zell"."""
    of = found[1]
    joined = of + 1 < len(words) and words[of].lower == "of" and words[of - 1].lower in words_of("countries")
    return name_from(words, of + 1) if joined else None
