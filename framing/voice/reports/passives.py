"""Passives that report: "was accused by Berg of theft", "branded a menace by the press", "described in May as a sham"."""

from framing.voice.agents import agent_from, described_end, row_end
from framing.voice.classes.between import BREAK, COLON, COMMA, COORD, DASH, PREP, QUOTE, RELATIVE, SEMI, THAT, WH
from framing.voice.classes.nouns import ARTICLE, CAP, DET, OCCASION, PERIOD, PLURAL, POSS, POSSESSOR, ROLE, SUBJECT, TIME
from framing.voice.classes.verbs import ADVERB, AUXILIARY, BE, ED, HAVE, TO
from framing.voice.cues import PART, Cue, documents
from framing.voice.grammar import finite, first_finite, group_start, phrase_ending, phrase_from
from framing.voice.lists import listed
from framing.voice.reports.asides import as_clause
from framing.voice.reports.circumstances import past_aside, past_circumstances
from framing.voice.reports.complements import complement
from framing.voice.reports.labelling import is_label, opens_label
from framing.voice.reports.scope import PAUSE, before_main_verb, fronted_end, participle_end, relative_end, scope_end
from framing.voice.reports.settings import before_setting
from framing.voice.speakers import subject
from framing.voice.steps import back, first_of, first_word, holds, past
from framing.voice.units import Complement, Phrase, Report, Unit

FARTHEST = 12
"""Words within which the label follows the agent, or the agent the label."""
NAMED = 6
"""Words of "in a long open letter" among which the document is named."""
CLAUSE = THAT | QUOTE | SUBJECT | DET | CAP
CLAUSAL = frozenset(["who", "which"])
LABELS = frozenset(["pred", "likened"])
AGENT = CAP | ROLE | PLURAL


def reduced(unit: Unit, at: int, after: int, cue: Cue) -> bool:
    """Whether a participle without an auxiliary is passive: "the clerk, called a thief by the press", "envoy accused of fraud".

    Verbs that take an object are, where it stands neither behind them nor before.
    """
    if after >= len(unit.words) or not unit.words[at].forms & PART:
        return False
    if not _no_object_behind(unit, at, after, cue) or _object_before(unit, at):
        return False
    return not holds(unit.words[group_start(unit, at) : at], AUXILIARY)


def _no_object_behind(unit: Unit, at: int, after: int, cue: Cue) -> bool:
    """Whether what stands at `after` cannot be the object: "of fraud", a label, who did it."""
    words = unit.words
    following = words[after]
    if following.lower == "of" and "of" in cue.frames and "np" in cue.frames:
        return True
    if not cue.frames & LABELS:
        return bool(at and words[at - 1].tags & COMMA) and (_said_to_be(unit, after, cue) or _asked_aside(unit, after, cue))
    if following.lower == "by":
        source, start = _by(unit, after, cue)
        charged = start < len(words) and words[start].lower in cue.frames  # "stands accused by nurses of"
        return start < len(words) and bool(charged or words[start].tags & QUOTE or _label(unit, start, cue, source))
    if following.lower == "as":
        apart = words[group_start(unit, at) - 1].tags & (COMMA | COORD) or unit.heading
        return bool(apart) or _verb_behind(unit, after + 1) < len(words)
    labelled = following.tags & QUOTE or (following.tags & DET and (at == 0 or words[at - 1].tags & (COMMA | DASH)))
    return bool(labelled) and _agent_behind(unit, after + 1) is not None


def _verb_behind(unit: Unit, start: int) -> int:
    """Where behind a label at `start` the clause around it goes on: "a man described as a loner | opened fire"; else the end."""
    words, at = unit.words, start
    while label := phrase_from(unit, at):
        verb = first_finite(unit, at + 1, min(label[1] + 1, len(words)))
        if verb is not None:
            return verb
        if label[1] >= len(words) or not words[label[1]].tags & PREP:
            break
        at = label[1] + 1
    return len(words)


def _said_to_be(unit: Unit, after: int, cue: Cue) -> bool:
    """Whether an agent and "to be" stand behind a participle: "the clerk, said by his lawyer to be a thief, left"."""
    words = unit.words
    start = _by(unit, after, cue)[1] if "to" in cue.frames and words[after].lower == "by" else len(words)
    return start + 1 < len(words) and bool(words[start].tags & TO and words[start + 1].tags & (BE | HAVE))


def _asked_aside(unit: Unit, after: int, cue: Cue) -> bool:
    """Whether a question between commas stands behind its subject: "the envoy, asked whether it was war, left"."""
    words = unit.words
    if not {"object", "wh"} <= cue.frames or not (words[after].tags & WH or words[after].lower in ("if", "about")):
        return False
    comma = first_of(words, range(after, len(words) - 1), COMMA)
    return comma is not None and finite(unit, comma + 1)


def _object_before(unit: Unit, at: int) -> bool:
    """Whether the object stands before the verb: "the man who Berg accused of theft", "what he called a sham"."""
    words = unit.words
    if words[at - 1].tags & SUBJECT:
        return True
    named = phrase_ending(unit, at - 1)
    return named is not None and named[0] > 0 and bool(words[named[0] - 1].tags & (RELATIVE | THAT | WH))


def passive(unit: Unit, at: int, after: int, cue: Cue, *, participle: bool) -> Report | None:
    """Read "was accused by Berg of theft", "was told that": the by-phrase speaks, else nobody known."""
    words = unit.words
    source, start = _by(unit, after, cue)
    if at and words[at - 1].lower == "as":
        return as_clause(unit, at - 1, start, Report([], source, (at, after), cue, "as said"))
    kept = _of_passive(unit, start, cue)
    found = _label(unit, start, cue, source) or complement(unit, start, kept, passive=True)
    if source and (found is None or found.frame == "quote"):
        quoted = _quoted_before(unit, at)
        if quoted is not None:
            return Report([(quoted, quoted + 1)], source, (at, after), cue, "passive")
    if found is None or found.frame == "on" or _asks_about(unit, at, cue, found) or (source and _tells_agent(unit, source, found)):
        return None
    end = relative_end(unit, at, found.start, min(found.end, fronted_end(unit, at, found.start)))
    if participle:
        end = participle_end(unit, found.start, min(end, _verb_behind(unit, found.start + 1) if found.frame == "pred" else end))
    end = _closed(unit, at, found.start, end) if participle else end
    agent = None if source else _agent_behind(unit, found.start + 1, end)
    end = before_setting(unit, found.start, agent[0] - 1 if agent else end, found.frame)
    source = source or _document(unit, start, found.start)
    if not (source or agent) and (_of_nobody(cue, found.frame) or _will_say(unit, cue, found)):
        return None
    return Report([(found.start, end)], source or agent, (at, after), cue, "passive")


def _closed(unit: Unit, at: int, start: int, end: int) -> int:
    """Where the main verb follows a participle between commas: "The raid, described by Berg as a crime, | ended with a retreat"."""
    opening = group_start(unit, at) - 1
    opens = opening > 0 and unit.words[opening].tags & COMMA and first_finite(unit, 0, opening) is None
    return before_main_verb(unit, start, end) if opens else end


def _asks_about(unit: Unit, at: int, cue: Cue, found: Complement) -> bool:
    """Whether a fronted phrase tells what somebody was asked about, in the outlet's words: "Asked about the raid, he"."""
    return found.frame == "about" and cue.cue_class == "directive" and fronted_end(unit, at) < len(unit.words)


def _tells_agent(unit: Unit, source: Phrase, found: Complement) -> bool:
    """Whether a clause tells of the agent rather than what he said: "lectured by a neighbour that had robbed it"."""
    words, start = unit.words, found.start
    return found.frame == "that" and start == source[1] and start + 1 < len(words) and bool(words[start + 1].tags & AUXILIARY)


def _of_nobody(cue: Cue, frame: str) -> bool:
    """Whether without an agent nobody is heard: "was found to have left", "dismissed as chairman"."""
    return (frame == "to" and cue.cue_class == "evidential") or (frame == "pred" and "pred" not in cue.frames)


def _will_say(unit: Unit, cue: Cue, found: Complement) -> bool:
    """Whether the subject is to say something, which is the subject's then: "is expected to argue that"."""
    words, verb = unit.words, found.start + 1
    behind = past_circumstances(unit, verb + 1)
    said = words[verb].verb if found.frame == "to" and behind < len(words) and words[behind].tags & CLAUSE else None
    return said is not None and said.speaks and cue.lemma in listed("cues.toml", "phrases", "foreseen")


def _quoted_before(unit: Unit, at: int) -> int | None:
    """Words in marks that a passive reports: "“No surrender” was shouted by the crowd", "“…,” the senators were told by Berg"."""
    last = group_start(unit, at) - 1
    if last >= 0 and unit.words[last].tags & QUOTE:
        return None if last and unit.words[last - 1].tags & (DET | POSS | POSSESSOR) else last  # "its “review” was written by"
    group = subject(unit, at)
    return group[0] - 1 if group and group[0] and unit.words[group[0] - 1].tags & PAUSE else None


def _of_passive(unit: Unit, start: int, cue: Cue) -> Cue:
    """The cue with the complements it keeps in the passive; what somebody is held to be, "was thought a coward", begins at `start`."""
    kept = {"that"} if cue.frames & {"bare", "clause"} else set()
    given = cue.lemma in listed("cues.toml", "phrases", "giving")
    if "deemed" in cue.frames and not given and start < len(unit.words) and (opens_label(unit, start) or is_label(unit, start)):
        kept.add("pred")
    return cue._replace(frames=cue.frames - {"np", "bare", "clause"} | kept)


def _by(unit: Unit, after: int, cue: Cue) -> tuple[Phrase | None, int]:
    """By-phrase right behind the cue, a date or an aside, and where its complement may begin: "by the envoy, Ida Holm, of theft"."""
    words = unit.words
    start = past_aside(unit, after)
    start = past_circumstances(unit, start) if start < len(words) and words[start].tags & (PREP | TIME) else start
    if start >= len(words) or words[start].lower != "by":
        return None, after
    stop = first_word(words, range(start + 1, len(words)), cue.frames, len(words))
    source = agent_from(unit, start + 1, stop)
    if source is None:
        return None, start + 1
    end = min(row_end(unit, described_end(unit, source)), stop)
    if end < len(words) and words[end].lower in CLAUSAL:  # "by officials who asked not to be named as a sham"
        return source, next((at for at in range(end + 2, len(words)) if words[at].tags & COMMA or words[at].lower == "as"), end)
    return source, past_aside(unit, end)


def _label(unit: Unit, after: int, cue: Cue, source: Phrase | None) -> Complement | None:
    """Label behind the agent and phrases of time and place: "described by engineers in 2019 as a trap", "branded on Monday a sham"."""
    words = unit.words
    if not cue.frames & LABELS:
        return None
    start = past_circumstances(unit, after)
    reach = FARTHEST if source or "pred" in cue.frames else 1
    for number in range(start, min(len(words) - 1, start + reach)):
        here = words[number]
        if _likens(unit, number, cue):
            return Complement("pred", number, scope_end(unit, number))
        if here.tags & (BREAK | THAT) or (finite(unit, number) and not here.tags & CAP):
            break
    apart = source or after < start
    named = apart and start < len(words) and (words[start].tags & (DET | POSS | QUOTE) or (source and is_label(unit, start)))
    return Complement("pred", start, scope_end(unit, start)) if named else None


def _likens(unit: Unit, at: int, cue: Cue) -> bool:
    """Whether a label opens at `at`: "as a sham", "likened to a prison"."""
    words = unit.words
    if words[at].lower == "as":
        return not words[at + 1].tags & SUBJECT
    return "compared" in cue.frames and bool(words[at].tags & TO)


def _bare(unit: Unit, found: Phrase | None) -> Phrase | None:
    """The phrase without adverbs and words of time of what follows: "by tabloids long before", "by a columnist last spring"."""
    if found is None:
        return None
    first, end = found
    if unit.words[end - 1].tags & PERIOD and unit.words[end - 2].lower in listed("words.toml", "complements", "before_period"):
        end -= 2
    end = back(unit.words, end - 1, ADVERB, first) + 1
    return (first, end) if end > first else None


def _document(unit: Unit, start: int, end: int) -> Phrase | None:
    """Document between the cue and the label or in front: "described in a scathing report as barbaric", "In a letter, it is called"."""
    words = unit.words
    for opening, limit in ((start, end), (0, start)):
        near = range(opening + 1, min(limit, opening + NAMED)) if words[opening].lower == "in" else range(0)
        named = next((at for at in near if words[at].tags & (PREP | COMMA) or words[at].lower in documents(plural=False)), opening)
        if named > opening and words[named].lower in documents(plural=False):
            return opening + 1, named + 1
    return None


def _agent_behind(unit: Unit, start: int, end: int | None = None) -> Phrase | None:
    """By-phrase behind the label and before word `end`, if it names somebody: "denounced as a sham by the archbishop"."""
    words = unit.words
    limit = len(words) if end is None else end
    for number in range(start, min(limit - 1, start + FARTHEST)):
        here = words[number]
        if here.lower == "by":
            source = _bare(unit, agent_from(unit, number + 1, limit))
            acts = source is not None and any(word.tags & AGENT or word.lower in documents() for word in words[slice(*source)])
            return source if acts else None
        issued = here.tags & ED and words[number - 1].tags & OCCASION  # "in a statement issued by the bishops"
        if here.tags & (COMMA | SEMI | COLON) or (not issued and (here.tags & ED or finite(unit, number))):
            return None
    return None


def further_labels(unit: Unit, report: Report) -> list[Report]:
    """Labels that go on behind the agent of a passive, each with its own: "as a lifeline by the mayor and as a trap by the union"."""
    found: list[Report] = []
    while report.source and report.source[0] >= report.content[-1][1]:
        at = past(unit.words, report.source[1], COMMA | COORD)
        opens = at + 1 < len(unit.words) and (unit.words[at].lower == "as" or unit.words[at].tags & (ARTICLE | QUOTE))
        agent = _agent_behind(unit, at + 1) if opens else None
        if agent is None:
            break
        report = report._replace(content=[(at, agent[0] - 1)], source=agent)
        found.append(report)
    return found
