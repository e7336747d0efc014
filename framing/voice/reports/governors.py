"""Who governs a verb that reports: its subject, whom an infinitive is left to, who issued a document, who made the report before."""

from framing.voice.appositions import over_apposition
from framing.voice.classes.between import CLOSE, COMMA, COORD, DASH, PREP, QUOTE, SUBORD, THAT
from framing.voice.classes.nouns import CAP, OBJECT, OPENING, OWNED, PLURAL, ROLE
from framing.voice.classes.verbs import BE, DO, ED, FINITE, MODAL, NEG, TO
from framing.voice.cues import ING, documents
from framing.voice.dates import before_time
from framing.voice.grammar import group_start, head_word, phrase_ending
from framing.voice.lists import listed
from framing.voice.reports.uses import goes_on_saying
from framing.voice.speakers import governing_subject, opening_of, participle_subject, subject, subject_before
from framing.voice.steps import first_of, holds
from framing.voice.units import Phrase, Report, Unit

# Words before a verb, so that what stands between them and a participle is no subject: "could not resist calling".
BEFORE_VERB = MODAL | DO | NEG
SOMEBODY = CAP | ROLE | OBJECT


def governor(unit: Unit, at: int, start: int, use: str) -> Phrase | None:
    """Who governs the verb at `at`, whose group begins at `start`, and which is used as `use` tells."""
    going = goes_on_saying(unit, at) if unit.words[at].forms & ING else 0
    if going:
        return subject(unit, going)
    if use == "infinitive" and (charged := left_to(unit, start - 1)):
        return charged
    if use != "participle":
        found = subject_before(unit, at, start)
        return _issuer(unit, found) if start and unit.words[start - 1].tags & THAT else found
    if start == 0 or unit.words[start - 1].tags & (COMMA | DASH | COORD | PREP | SUBORD | CLOSE | QUOTE):
        return participle_subject(unit, start)
    named = phrase_ending(unit, before_time(unit, start - 1))
    if named and start > 1 and unit.words[start - 2].tags & BEFORE_VERB:
        return governing_subject(unit, start - 1)  # "could not resist calling"
    return named if unit.words[at].tags & PREP else _issuer(unit, _document_in(unit, named))  # "information regarding"


def _document_in(unit: Unit, named: Phrase | None) -> Phrase | None:
    """The document at the end of what a participle stands behind: "a resolution" of "the bill with a resolution saying"."""
    words = unit.words
    ends = named is not None and words[named[1] - 1].lower in documents()
    opens = named and ends and first_of(words, range(named[1] - 2, named[0], -1), OPENING)
    return (opens, named[1]) if named and opens and words[opens - 1].lower == "with" else named


def _issuer(unit: Unit, document: Phrase | None) -> Phrase | None:
    """Who issued the document whose content is told: "Berg released a statement saying", "a video that says"; else the document."""
    words = unit.words
    if document is None or document[0] == 0:
        return document
    at = document[0] - 1
    ends = head_word(unit, document).tags | words[document[1] - 1].tags
    speechless = not ends & (ROLE | CAP | PLURAL | OBJECT)  # "spent the year railing"
    issued = head_word(unit, document).lower in documents(plural=True)
    if issued and words[at].tags & COORD:  # "released statements or reports affirming"
        joined = phrase_ending(unit, at - 1)
        at = joined[0] - (not words[joined[0]].tags & ED) if joined and joined[0] else at
    at -= bool(speechless and words[at].tags & PREP)  # "emerged from the raid understanding"
    if not (speechless or issued or words[document[0]].tags & OPENING) or not words[at].tags & (ED | FINITE):
        return document
    received = words[at].lower in listed("words.toml", "reference", "receiving")
    if received or holds(words[group_start(unit, at) : at + 1], BE):
        return document  # "was shown a memo that called", "obtained memos saying"
    return governing_subject(unit, document[0]) or document


def same_subject(unit: Unit, at: int, start: int, before: list[Report]) -> Phrase | None:
    """Subject of the report before: "said the raid failed and warned of more", "..., said Berg, adding"."""
    words = unit.words
    while words[start - 1].tags & COMMA:
        start -= 1
    if words[start].tags & COMMA and words[at].forms & ING:
        return next((report.source for report in reversed(before) if report.rule in ("parenthetical", "inverted")), None)
    if not words[start - 1].tags & COORD:
        return None
    ends = {start - 1, start - 2}
    behind = [report for report in reversed(before) if any(end in ends for _, end in report.content)]
    joined = [report for report in behind if not _owned(unit, report)]
    if behind and not joined:  # "praised Berg's view that it failed and called"
        return governing_subject(unit, behind[0].cue[0])
    told = (report for report in joined if report.entry.cue_class != "evidential")  # "noted that he showed none and called"
    return next(told, joined[0]).source if joined else None


def _owned(unit: Unit, report: Report) -> bool:
    """Whether a noun reports what its owner said: "Berg's claim that", "her plan to"."""
    owner = unit.words[report.source[1] - 1].tags if report.source else 0
    return report.entry.kind == "noun" and bool(owner & OWNED)


def left_to(unit: Unit, to: int) -> Phrase | None:
    """Who is to do what the infinitive behind "to" tells: "It was left to her deputy, Ida Holm, to call", "The leak led Berg to say"."""
    words = unit.words
    if to < 3:
        return None
    opening = opening_of(unit, to - 1) if words[to - 1].tags & COMMA else to
    charged = phrase_ending(unit, opening - 1) if opening > 1 else None
    causing = listed("words.toml", "reference", "causing")
    verb = next((at for at in range(*charged) if words[at].lower in causing and at > charged[0]), charged[0] - 1) if charged else 0
    charged = (verb + 1, charged[1]) if charged and verb > charged[0] else charged
    verb -= bool(verb > 0 and words[verb].tags & TO)
    start = group_start(unit, verb) if verb > 0 else 0
    left = words[verb].lower in listed("words.toml", "reference", "leaving") and start and words[start - 1].lower == "it"
    led = opening == to and words[verb].lower in causing
    somebody = SOMEBODY | (PLURAL if led else 0)
    if charged is None or not (left or led) or not holds(words[slice(*charged)], somebody):
        return None
    return charged if opening == to else over_apposition(unit, to - 1) or charged
