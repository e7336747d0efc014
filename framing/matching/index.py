"""A lexicon laid out for matching: patterns, the entries they stand for, and which hits exclude one another."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from framing import notices
from framing.lexicon import Entry, Lexicon
from framing.matching.letters import Floats, Ints
from framing.matching.patterns import Pattern, parse

NOT_BEFORE, NOT_AFTER, ONLY_NEAR = 0, 1, 2
NO_GROUP = NO_TOPIC = -1


@dataclass(frozen=True)
class Index:
    """Patterns of a lexicon, each with a label: the number of its entry, or beyond those, of a phrase of a context or topic.

    Parameters
    ----------
    entries
        The lexicon's entries, group by group.
    patterns, labels
        Each pattern and its label.
    group
        By label: hits of one group exclude one another where they overlap. A group is a frame or a choice; phrases have
        none.
    rank
        By label: of two hits of the same length in the same place, the lower counts: as written before wildcard before
        stem, then the order of the lexicon.
    rule_starts, rule_kinds, rule_labels
        By label: from `rule_starts[label]` to the next, the kinds of context asked for and the label that must (not) be there.
    topic
        By label: the number of the topic that an entry asks for, or that a phrase tells.
    per_1000
        By topic: how many of its phrases must begin in 1,000 words.
    """

    entries: tuple[Entry, ...]
    patterns: list[Pattern]
    labels: Ints
    group: Ints
    rank: Ints
    rule_starts: Ints
    rule_kinds: Ints
    rule_labels: Ints
    topic: Ints
    per_1000: Floats


@dataclass
class _Draft:
    patterns: list[Pattern] = field(default_factory=list)
    labels: list[int] = field(default_factory=list)
    context: dict[str, int] = field(default_factory=dict)
    rules: list[tuple[int, int, int]] = field(default_factory=list)
    hopeless: list[str] = field(default_factory=list)

    def add(self, term: str, label: int, **flags: bool) -> None:
        read = parse(term, **flags)
        self.patterns += read
        self.labels += [label] * len(read)
        self.hopeless += [] if read else [term]


def index(lexicon: Lexicon) -> Index:
    """Lay out a lexicon for matching.

    Warns
    -----
    UserWarning
        If the lexicon has no entries, or a term no letter or digit: nothing can be found.
    """
    entries = lexicon.grouped
    if not entries:
        notices.warn(f"the lexicon {lexicon.name!r} has no entries: nothing is found")
    draft = _Draft()
    for label, entry in enumerate(entries):
        draft.add(entry.term, label, case=entry.case, stem=entry.stem)
        _add_context(draft, label, entry, len(entries))
    if draft.hopeless:
        notices.warn(f"{len(draft.hopeless)} terms without a letter or digit are never found: {draft.hopeless[:10]}")
    context = len(entries) + len(draft.context)
    telling = _add_topics(draft, lexicon, context)
    labels = context + len(telling)
    draft.rules.sort()
    counts = np.bincount([label for label, _, _ in draft.rules], minlength=labels)
    return Index(
        entries=entries,
        patterns=draft.patterns,
        labels=_ints(draft.labels),
        group=_groups(entries, labels),
        rank=_ranks(entries, labels),
        rule_starts=_ints([0, *np.cumsum(counts)]),
        rule_kinds=_ints([kind for _, kind, _ in draft.rules]),
        rule_labels=_ints([phrase for _, _, phrase in draft.rules]),
        topic=_topics(lexicon, entries, labels, telling),
        per_1000=np.array([topic.per_1000 for topic in lexicon.topics.values()]),
    )


def _add_context(draft: _Draft, label: int, entry: Entry, entries: int) -> None:
    kinds = zip((NOT_BEFORE, NOT_AFTER, ONLY_NEAR), entry.context, strict=True)
    for kind, term in ((kind, term) for kind, terms in kinds for term in terms):
        if term not in draft.context:
            draft.context[term] = entries + len(draft.context)
            draft.add(term, draft.context[term])
        draft.rules.append((label, kind, draft.context[term]))


def _add_topics(draft: _Draft, lexicon: Lexicon, first: int) -> list[int]:
    """Add the phrases of all topics, labelled from a number on; by phrase, the number of its topic."""
    telling = [(number, phrase) for number, topic in enumerate(lexicon.topics.values()) for phrase in topic.words]
    for label, (_, phrase) in enumerate(telling, first):
        draft.add(phrase, label)
    return [number for number, _ in telling]


def _topics(lexicon: Lexicon, entries: tuple[Entry, ...], labels: int, telling: list[int]) -> Ints:
    numbers = {name: number for number, name in enumerate(lexicon.topics)}
    topic = np.full(labels, NO_TOPIC, np.int64)
    topic[: len(entries)] = [NO_TOPIC if entry.topic is None else numbers[entry.topic] for entry in entries]
    topic[labels - len(telling) :] = telling
    return topic


def _groups(entries: tuple[Entry, ...], labels: int) -> Ints:
    keys = {key: number for number, key in enumerate(dict.fromkeys((entry.frame, entry.choice) for entry in entries))}
    group = np.full(labels, NO_GROUP, np.int64)
    group[: len(entries)] = [keys[entry.frame, entry.choice] for entry in entries]
    return group


def _ranks(entries: tuple[Entry, ...], labels: int) -> Ints:
    order = sorted(range(len(entries)), key=lambda label: (entries[label].looseness, label))
    rank = np.zeros(labels, np.int64)
    rank[order] = np.arange(len(entries))
    return rank


def _ints(values: Iterable[Any]) -> Ints:
    return np.array(list(values), np.int64)
