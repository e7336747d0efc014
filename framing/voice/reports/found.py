"""Reports: a cue, its subject and its complement, found in one unit."""

from framing.voice.agents import informant, placed_agent
from framing.voice.classes.between import BREAK, BY, COLON, COMMA, COORD, DASH, PREP, QUOTE, RELATIVE, SEMI, SUBORD, THAT, WH
from framing.voice.classes.nouns import ARTICLE, CAP, PLURAL, SUBJECT
from framing.voice.classes.verbs import ADVERB, BE, ED, TO
from framing.voice.cues import PART, SIGNAL, TAG, Cue, Word
from framing.voice.grammar import finite, first_finite, group_start, subject_and_verb
from framing.voice.headlines import behind_colon, signed
from framing.voice.lists import listed
from framing.voice.reports.adjectives import of_adjective
from framing.voice.reports.asides import as_said, stands_beside
from framing.voice.reports.circumstances import past_circumstances
from framing.voice.reports.complements import complement
from framing.voice.reports.fronted import declared, fronted, opens
from framing.voice.reports.gapped import gapped
from framing.voice.reports.governors import governor, same_subject
from framing.voice.reports.holders import may_hold, tells_deed
from framing.voice.reports.labelling import deed, gives_name
from framing.voice.reports.nouns import of_noun
from framing.voice.reports.particles import with_particle
from framing.voice.reports.passives import further_labels, passive, reduced
from framing.voice.reports.phrases import according
from framing.voice.reports.scope import before_main_verb, fronted_end, goes_on, participle_end, scope_end
from framing.voice.reports.settings import before_setting
from framing.voice.reports.tagged import tagged
from framing.voice.reports.unlisted import announced, unlisted
from framing.voice.reports.uses import use_of
from framing.voice.reports.verdicts import judged
from framing.voice.reports.views import called_so
from framing.voice.reports.without_verb import without_verb
from framing.voice.speakers import subject
from framing.voice.units import Complement, Phrase, Report, Unit

# Complements of verbs that can stand beside what was said, and those that give an attitude, which only somebody can hold.
TAGS = frozenset(["after", "quote", "tag"])
ATTITUDES = frozenset(["np", "to", "clause", "npto", "pred", "about", "on"])
TOLD = frozenset(["that", "clause", "wh"])
SOURCE = TAG["source"]
RELATING = RELATIVE | THAT
OPENS_ASIDE = RELATIVE | ARTICLE
CLAUSAL = RELATIVE | THAT | SUBJECT | SUBORD


def signals(unit: Unit) -> list[int]:
    """Numbers of the words and marks of a unit that can report; a dash may in a heading, "Port will fall - mayor"."""
    found = [at for at, word in enumerate(unit.words) if word.tags & SIGNAL]
    dashes = [] if found else [at for at, word in enumerate(unit.words) if word.tags & DASH]
    return dashes if dashes and unit.heading else found


def reports(unit: Unit, places: list[int]) -> list[Report]:
    """Every report in a unit, in the order of the cues; `places` are its `signals`."""
    found: list[Report] = []
    colon = False
    for at in places:
        here = unit.words[at]
        report = _verb(unit, at, found) if here.verb else None
        if report is None and here.tags & SOURCE:
            report, found = _inside(according(unit, at), found)
        if report is None and here.noun:
            report = of_noun(unit, at)
        if here.adjective:
            report = of_adjective(unit, at) or report  # "is convinced that"
        if report:
            found.append(report)
            found += further_labels(unit, report) if report.rule == "passive" else []
        elif here.tags & COLON:
            colon = True
    if colon:
        found += behind_colon(unit, found)
    if unit.quotes:
        _add_marked(unit, found)
    if found:
        found += gapped(unit, found)
    return [without_verb(unit, each) for each in found] + signed(unit)


def _add_marked(unit: Unit, found: list[Report]) -> None:
    """Add to the reports `found` those of words in marks that no cue reports, beside a verdict, a verb in no list or a name."""
    if 0 in unit.quotes:
        found += judged(unit) or unlisted(unit, found)
    found += called_so(unit, found)
    found += announced(unit, found)


def _verb(unit: Unit, at: int, before: list[Report]) -> Report | None:
    """Report of the verb at `at`; `before` are the reports to its left."""
    here, group = unit.words[at], group_start(unit, at)
    cue, after = with_particle(unit, at) if here.phrasal else (here.verb, at + 1)
    use = use_of(unit, at, group) if cue else None
    if cue is None or use is None:
        return None
    participle = use == "finite" and bool(here.forms & PART)
    if participle and cue.lemma in listed("words.toml", "naming", "verbs") and gives_name(unit, at, after):
        return None
    participle = participle and reduced(unit, at, after, cue)
    if participle or use == "passive":
        return passive(unit, at, after, cue, participle=participle) or _told(unit, at, after, cue)
    source = (same_subject(unit, at, group, before) if before else None) or governor(unit, at, group, use)
    advised = group > 0 and unit.words[group - 1].lower in listed("words.toml", "use", "advising")  # "It is worth noting that"
    if use == "participle" and _tells_nothing(cue, nobody=advised or (at == 0 and source is None)):
        return None
    beside = source if source and source[0] and unit.words[source[0] - 1].lower == "as" else None
    if beside and stands_beside(unit, after, cue):
        return as_said(unit, at, after, cue, beside)
    found = _turned(unit, at, after, cue, source)
    if found is None and use == "finite" and cue.frames & TAGS:
        tag = tagged(unit, (at, after), group, cue, source)
        found = _within(unit, tag, before) if tag and before else tag
    found = found or _active(unit, (at, after), group, cue, source, use)
    return found or (as_said(unit, at, after, cue, beside) if beside else None)


def _told(unit: Unit, at: int, after: int, cue: Cue) -> Report | None:
    """Read "The crew, the court was told by a nurse, had fled": whoever told it speaks, if anybody is named."""
    if cue.lemma not in listed("cues.toml", "phrases", "upright"):
        return None
    agent = placed_agent(unit, after + 1) if after + 1 < len(unit.words) and unit.words[after].tags & BY else None
    tag = tagged(unit, (at, agent[1] if agent else after), group_start(unit, at), cue, subject(unit, at))
    return tag._replace(source=agent) if tag else None


def _tells_nothing(cue: Cue, *, nobody: bool) -> bool:
    """Whether a participle tells on what ground something was said, in the outlet's words, or of a noun: "Ruling party members left"."""
    return nobody or f"{cue.lemma} {cue.particle}".rstrip() in listed("cues.toml", "phrases", "grounds")


def _within(unit: Unit, tag: Report, before: list[Report]) -> Report:
    """Give a tag to whom it goes on with: "Berg told the court that the raid, he said, had failed"; any other tag as it is."""
    source, (start, last) = tag.source, tag.content[0]
    if source is None or not unit.words[source[1] - 1].tags & SUBJECT or tag.rule == "inverted":
        return tag
    many = unit.words[source[0]].lower == "they"
    for report in before:
        begin, end = report.content[0]
        held = start < begin <= last <= end + 1 and report.entry.speaks and report.entry.kind == "verb"
        ending = unit.words[report.source[1] - 1].tags if report.source else 0
        if held and report.source and (ending & PLURAL if many else ending & CAP or not ending & PLURAL):
            return tag._replace(content=[(begin, last), *tag.content[1:]], source=report.source, printed=source)
    return tag


def _inside(report: Report | None, before: list[Report]) -> tuple[Report | None, list[Report]]:
    """Put "according to Berg" between commas into the report of `before` in which it stands: "Holm said the mill, ..., was shut"."""
    if report is None or len(report.content) == 1:
        return report, before
    (_, last), *behind = report.content
    for number, each in enumerate(before):
        begin, end = each.content[-1]
        if begin < last <= end + 1 and each.entry.speaks and each.source:
            whole = each._replace(content=[*each.content, *behind])
            return report._replace(content=[(begin, end), *behind]), [*before[:number], whole, *before[number + 1 :]]
    return report, before


def _turned(unit: Unit, at: int, after: int, cue: Cue, source: Phrase | None) -> Report | None:
    """Report of a verb that opens the unit, or behind what it reports."""
    if at == 0:
        return opens(unit, after, cue)
    found = fronted(unit, at, after, cue, source) if source and source[0] > 1 else None
    return found or (declared(unit, at, after, cue) if unit.words[at - 1].tags & COMMA else None)


def _active(unit: Unit, place: Phrase, group: int, cue: Cue, source: Phrase | None, use: str) -> Report | None:
    """Report of an active verb, whose group begins at `group`, from the complement behind it."""
    found = complement(unit, place[1], cue) or _gap(unit, place[1], cue, source)
    if found is None:
        return None
    if source and (found.frame in ATTITUDES or "stated" in cue.frames) and not may_hold(unit, source, cue, found):
        return None
    if found.frame == "np" and (tells_deed(unit, cue, found) or deed(unit, found.start, cue)):
        return None
    words, start = unit.words, found.start
    if found.frame in TOLD:
        source = informant(unit, place[1], start, cue.lemma) or source
    end = before_setting(unit, start, found.end, found.frame)
    opening = words[group - 1].tags if group else 0
    relative = opening & RELATIVE or (opening & THAT and first_finite(unit, 0, group - 1) is None)  # "a guild that vowed to fight, said"
    if use == "participle":
        end = participle_end(unit, start, end)
    elif relative:
        end = before_main_verb(unit, start, end)
    end = min(end, fronted_end(unit, place[0]), _closed(unit, source, start, cue))
    content = [(start, end), *_resumed(unit, end, cue, found.frame)]
    if source and 0 < source[0] < place[0] and words[source[0] - 1].tags & RELATIVE and finite(unit, start):
        content = [(source[0] - 1, source[0]), (start, end)]
    if "raised" in cue.frames and source:
        return Report([source, (start, end)], None, place, cue, found.frame)
    printed = (group - 1, group) if source and opening & RELATIVE else None
    return Report(content, source, place, cue, found.frame, printed)


def _closed(unit: Unit, source: Phrase | None, start: int, cue: Cue) -> int:
    """Where the clause around a relative one goes on: "the shelling, which Berg described as a drill, flattened a bakery"."""
    words = unit.words
    if source is None or source[0] < 2 or not words[source[0] - 1].tags & RELATING:
        return len(words)
    if words[source[0] - 2].tags & COMMA:
        return before_main_verb(unit, start, len(words))
    labels_or_gap = "pred" in cue.frames or finite(unit, start)
    if not labels_or_gap or first_finite(unit, 0, source[0] - 1) is not None:
        return len(words)
    following = next((at for at in range(start + 1, len(words)) if words[at].tags & CLAUSAL or finite(unit, at)), len(words))
    return group_start(unit, following) if following < len(words) and finite(unit, following) else len(words)


def _gap(unit: Unit, at: int, cue: Cue, source: Phrase | None) -> Complement | None:
    """Clause whose subject stands before the cue: "a move that Berg hopes will end the siege"."""
    if source is None or source[0] == 0 or at >= len(unit.words):
        return None
    at = past_circumstances(unit, at) if "likened" in cue.frames else at  # "which Berg dismissed within the hour as"
    if at >= len(unit.words):
        return None
    likened = (unit.words[at].lower == "as" and "likened" in cue.frames) or (unit.words[at].tags & TO and "compared" in cue.frames)
    if likened and _nominal(unit.words[source[0] - 1]):
        return Complement("pred", at, scope_end(unit, at))  # "a claim the ministry rejects as vile"
    if not cue.frames & {"bare", "clause"} or unit.words[at].homograph or not finite(unit, at):
        return None
    return Complement("clause", at, scope_end(unit, at))


def _nominal(here: Word) -> bool:
    """Whether a word can end a noun phrase, or is a relative pronoun."""
    return bool(here.tags & (RELATIVE | THAT)) or not (
        (here.verb and not here.noun) or here.tags & (BREAK | PREP | COORD | SUBORD | ADVERB | WH | BE | ED)
    )


def _resumed(unit: Unit, end: int, cue: Cue, frame: str) -> list[Phrase]:
    """What is reported behind a relative clause of the outlet's: "said the talks, which began in May, had failed"."""
    words = unit.words
    if end + 1 >= len(words) or words[end].tags & (SEMI | COORD) or not words[end + 1].tags & OPENS_ASIDE:
        return []
    for number in range(end + 2, len(words) - 1):
        if not words[number].tags & (COMMA | DASH):
            continue
        verb = goes_on(unit, number + 1) if words[end + 1].tags & RELATIVE else finite(unit, number + 1)
        clause = frame in ("clause", "that") and (verb or words[number + 1].tags & QUOTE)
        labelled = words[number + 1].lower in cue.frames or (
            words[number + 1].lower == "as" and "pred" in cue.frames and not subject_and_verb(unit, number + 2)
        )
        if clause or (frame == "np" and labelled):
            return [(number + 1, scope_end(unit, number + 1))]
    return []
