"""Words in marks behind a noun of saying and its verb: "The auditors' verdict, in a long report, was “deceit”"."""

from framing.voice.agents import agent_from
from framing.voice.classes.between import COLON, COMMA, DASH, OPEN, PREP, QUOTE, THAT
from framing.voice.classes.nouns import ARTICLE, NAMED, PLURAL
from framing.voice.classes.verbs import ADVERB, AUXILIARY, BE, NEG
from framing.voice.cues import Cue
from framing.voice.grammar import phrase_from
from framing.voice.lists import listed
from framing.voice.reports.circumstances import past_adverbs, past_aside
from framing.voice.steps import holds, past
from framing.voice.units import Phrase, Report, Unit

ASIDE = COMMA | DASH | OPEN


def worded(unit: Unit, at: int, cue: Cue, owner: Phrase | None) -> Report | None:
    """Read "Berg's answer was “no”", "the verdict of the bishops remains “a sham”", with the noun at `at`; `owner` stands before it."""
    words = unit.words
    if words[at].tags & PLURAL and words[at].lower not in listed("cues.toml", "phrases", "worded"):
        return None  # "Her remarks were “racist”" describes them
    author, behind = _described(unit, at + 1, cue)
    verb = past(words, behind, AUXILIARY | ADVERB)
    source = owner or author
    if source is None or verb >= len(words) or holds(words[behind:verb], NEG):
        return None
    if words[verb].lower in listed("cues.toml", "phrases", "wording"):
        verb += 1
    elif verb == behind or not holds(words[behind:verb], BE):
        return None
    marked = past_adverbs(unit, verb)
    marked = past_aside(unit, marked)
    marked = past(words, marked, COLON | COMMA | ARTICLE)
    marked += marked + 1 < len(words) and bool(words[marked - 1].tags & ARTICLE and words[marked + 1].tags & QUOTE)  # "a flat “no”"
    if marked >= len(words) or not words[marked].tags & QUOTE:
        return None
    return Report([(marked, marked + 1)], source, (at, at + 1), cue, "noun quote")


def _described(unit: Unit, at: int, cue: Cue) -> tuple[Phrase | None, int]:
    """Whose words they are by what stands behind the noun, "of the auditors", "Berg used", and where its verb may stand."""
    words = unit.words
    author: Phrase | None = None
    while at < len(words):
        here = words[at]
        if here.tags & PREP:
            found = agent_from(unit, at + 1)
            if found is None:
                break
            by = here.lower in listed("words.toml", "phrases", "authors") and not (here.lower == "of" and "of" in cue.frames)
            somebody = here.lower == "from" or words[found[1] - 1].tags & NAMED
            author = found if by and author is None and somebody else author
            at = found[1]
        elif here.tags & ASIDE and past_aside(unit, at) > at:
            at = past_aside(unit, at)
        else:
            found = phrase_from(unit, at + bool(here.tags & THAT))
            verb = next((number for number in range(at + 1, found[1] + 1) if _chooses(unit, number)), 0) if found else 0
            if found is None or not verb:
                break
            author, at = (found[0], verb), verb + 1
    return author, at


def _chooses(unit: Unit, at: int) -> bool:
    """Whether a verb stands at `at` that tells who chose the word: "the word Berg used"."""
    return at < len(unit.words) and unit.words[at].lower in listed("cues.toml", "phrases", "choosing")
