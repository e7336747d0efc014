"""What is wrong with a lexicon, as far as the lexicon alone tells."""

import bisect
import itertools
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import polars as pl

from framing import arguments
from framing.lexicon import patterns
from framing.lexicon.folding import stemmer
from framing.lexicon.model import Entry, Lexicon

COLUMNS: Mapping[str, Any] = {
    "finding": pl.String,
    "frame": pl.String,
    "choice": pl.String,
    "name": pl.String,
    "term": pl.String,
    "detail": pl.String,
    "count": pl.Float64,
    "evidence": pl.List(pl.String),
}
MEANING = {
    "duplicate": "two entries of one frame or one name stand for the same phrase: the later one adds nothing",
    "swallowed": "wherever an entry, or a phrase of it, is found, a wider entry of the same frame or name finds it",
    "clash": "two rival names of one choice stand for the same phrase: only one of them is ever counted there",
    "never": "an entry, or a phrase of it, that no text can match",
    "expression": "a term written as a regular expression: there are none, and its marks stand for themselves",
    "empty": "a frame or a name without entries",
    "no rival": "a choice with fewer than two names: its shares are always 1",
    "no definition": "a frame or a choice without a definition",
    "no note": "an entry that does not say why it is there",
}
DIFFER = ("case", "stem", "not_before", "not_after", "only_near", "topic")
_EXPRESSION = re.compile(r"[|\\^\[\]]|\.[*+?]|\(.*\)")


def check_lexicon(lexicon: Lexicon) -> pl.DataFrame:
    """Find what is wrong with a lexicon, without a text.

    Parameters
    ----------
    lexicon
        From `read_lexicon`.

    Returns
    -------
    polars.DataFrame
        One row a finding, worst first: `finding` (a key of `MEANING`), `frame`, `choice`, `name`, `term` (where; null: not
        said of one), `detail` (the phrase, or the other entry), `count` (null here), `evidence` (empty here). A lexicon
        without faults gives no rows.

    Raises
    ------
    TypeError
        If `lexicon` is no `Lexicon`, such as a name or a file.

    Examples
    --------
    >>> from framing.lexicon import read_lexicon
    >>> check_lexicon(read_lexicon({"fear": ["threat*", "threats"]})).select("finding", "term", "detail").row(0)
    ('swallowed', 'threats', "'threats' is found by 'threat*'")
    """
    arguments.made(lexicon, Lexicon, "check_lexicon()")
    rows = [*_overlapping(lexicon), *_never(lexicon), *_expressions(lexicon), *_groups(lexicon), *_silent(lexicon)]
    order = {finding: place for place, finding in enumerate(MEANING)}
    return findings(sorted(rows, key=lambda row: order[row["finding"]]))


def findings(rows: list[dict[str, Any]]) -> pl.DataFrame:
    """Make the table of findings from rows that leave out what is null."""
    full = [{"count": None, "evidence": [], **row} for row in rows]
    return pl.DataFrame([{column: row.get(column) for column in COLUMNS} for row in full], schema=COLUMNS)


def finding(kind: str, entry: Entry, detail: str = "", **more: Any) -> dict[str, Any]:
    """Make the row of a finding about an entry."""
    place = {"frame": entry.frame, "choice": entry.choice, "name": entry.name, "term": entry.term}
    return {"finding": kind, **place, "detail": detail, **more}


@dataclass(frozen=True)
class _Phrases:
    """Every phrase of the entries of one frame or one choice, sorted by its first word, and those without wildcards there by its stem."""

    entries: tuple[Entry, ...]
    stem: Callable[[str], str]

    @cached_property
    def written(self) -> list[tuple[int, str]]:
        """Number of the entry and phrase, in the order of the file, but for phrases that match nothing."""
        phrases = ((number, phrase) for number, entry in enumerate(self.entries) for phrase in patterns.expand(entry.term))
        return [(number, phrase) for number, phrase in phrases if not patterns.problem(phrase)]

    @cached_property
    def _sorted(self) -> list[tuple[str, int, str]]:
        return sorted((patterns.words(phrase)[0], number, phrase) for number, phrase in self.written)

    @cached_property
    def _stemmed(self) -> dict[str, list[tuple[int, str]]]:
        found: dict[str, list[tuple[int, str]]] = {}
        for first, number, phrase in self._sorted:
            if not patterns.is_wild(first):
                found.setdefault(self.stem(first), []).append((number, phrase))
        return found

    def like(self, wide: int, phrase: str) -> Iterator[tuple[int, str]]:
        """Phrases of other entries, as narrow as this one or narrower, that a phrase of an entry covers."""
        one = self.entries[wide]
        for number, other in self._near(one, patterns.words(phrase)[0]):
            if number != wide and self.covers(one, phrase, (self.entries[number], other)):
                yield number, other

    def _near(self, one: Entry, first: str) -> Iterable[tuple[int, str]]:
        if one.stem and not patterns.is_wild(first):
            return self._stemmed.get(self.stem(first), [])
        start = patterns.prefix(first)
        rows = (self._sorted[place] for place in range(bisect.bisect_left(self._sorted, (start,)), len(self._sorted)))
        return ((number, other) for _, number, other in itertools.takewhile(lambda row: row[0].startswith(start), rows))

    def covers(self, one: Entry, phrase: str, narrow: tuple[Entry, str]) -> bool:
        """Whether a phrase of an entry is found wherever that of another entry is."""
        two, other = narrow
        if not _as_wide(one, two):
            return False
        if not one.stem:
            return patterns.covers(phrase, other)
        wides, narrows = patterns.words(phrase), patterns.words(other)
        return len(wides) == len(narrows) and all(self._same_stem(*pair, two.stem) for pair in zip(wides, narrows, strict=True))

    def _same_stem(self, wide: str, narrow: str, stemmed: bool) -> bool:
        if patterns.is_wild(wide):  # which says nothing of the other forms that a word compared by its stem stands for
            return patterns.covers_word(wide, narrow) and (patterns.is_wild(narrow) or not stemmed)
        return not patterns.is_wild(narrow) and self.stem(wide) == self.stem(narrow)


def _overlapping(lexicon: Lexicon) -> Iterator[dict[str, Any]]:
    """Phrases that another entry of the same frame or choice finds in every text."""
    groups: dict[tuple[str | None, str | None], list[Entry]] = {}
    for entry in lexicon.entries:
        groups.setdefault((entry.frame, entry.choice), []).append(entry)
    stem = stemmer(lexicon.language) if any(entry.stem for entry in lexicon.entries) else str
    for group in groups.values():
        yield from _within(_Phrases(tuple(group), stem))


def _within(phrases: _Phrases) -> Iterator[dict[str, Any]]:
    """What each phrase covers; of two that cover each other, the later one is told."""
    told: set[tuple[int, int]] = set()
    for wide, phrase in phrases.written:
        for narrow, other in phrases.like(wide, phrase):
            one, two = phrases.entries[wide], phrases.entries[narrow]
            same = phrases.covers(two, other, (one, phrase))
            if (wide, narrow) in told or (same and wide > narrow):
                continue
            told.add((wide, narrow))
            kind = "clash" if one.name != two.name else "duplicate" if same else "swallowed"
            if kind == "swallowed" and _counts_otherwise((narrow, two), (wide, one)):
                continue
            named = f"{one.term!r} of {one.name!r}" if kind == "clash" else f"{one.term!r}{_told_apart(one, two)}"
            yield finding(kind, two, f"{other!r} is found by {named}")


def _counts_otherwise(narrow: tuple[int, Entry], wide: tuple[int, Entry]) -> bool:
    """Whether an entry, where it stands, counts before a wider one with another weight or target: so an exception is written."""
    (number, one), (other, two) = narrow, wide
    return (one.looseness, number) < (two.looseness, other) and (one.weight, one.target) != (two.weight, two.target)


def _told_apart(one: Entry, two: Entry) -> str:
    """Say how entries of one term differ."""
    differ = [key for key in DIFFER if one.term == two.term and getattr(one, key) != getattr(two, key)]
    return f" with another {' and '.join(differ)}" if differ else ""


def _as_wide(one: Entry, two: Entry) -> bool:
    """Whether the context and topic of one entry, and its way of comparing, let through all that those of another do."""
    free = (not any(one.context) or one.context == two.context) and one.topic in (None, two.topic)
    return free and (one.stem or not two.stem) and (not one.case or (two.case and one.term == two.term))


def _never(lexicon: Lexicon) -> Iterator[dict[str, Any]]:
    for entry in lexicon.entries:
        for phrase in patterns.expand(entry.term):
            if reason := patterns.problem(phrase):
                yield finding("never", entry, f"{phrase!r} matches no text: {reason}")
        for pattern in itertools.chain(*entry.context):
            if any(map(patterns.problem, patterns.expand(pattern))):
                yield finding("never", entry, f"the context {pattern!r} matches no text")


def _expressions(lexicon: Lexicon) -> Iterator[dict[str, Any]]:
    for entry in lexicon.entries:
        for pattern in (entry.term, *itertools.chain(*entry.context)):
            if marks := _EXPRESSION.search(pattern):
                yield finding("expression", entry, f"{pattern!r} is found only where a text has {marks[0]!r}; alternatives are {{a,b}}")


def _groups(lexicon: Lexicon) -> Iterator[dict[str, Any]]:
    used = {(entry.frame, entry.choice, entry.name) for entry in lexicon.entries}
    for frame, about in lexicon.frames.items():
        if (frame, None, None) not in used and not any(other.startswith(f"{frame}/") for other in lexicon.frames):
            yield {"finding": "empty", "frame": frame, "detail": "no entries"}
        if not about.definition:
            yield {"finding": "no definition", "frame": frame, "detail": "does not say what counts and what does not"}
    for referent, choice in lexicon.choices.items():
        if len(choice.names) < 2:
            yield {"finding": "no rival", "choice": referent, "detail": f"names are {list(choice.names)}"}
        if not choice.definition:
            yield {"finding": "no definition", "choice": referent, "detail": "does not say what is named"}
        for name in choice.names:
            if (None, referent, name) not in used:
                yield {"finding": "empty", "choice": referent, "name": name, "detail": "no entries"}


def _silent(lexicon: Lexicon) -> Iterator[dict[str, Any]]:
    return (finding("no note", entry, "does not say why it is there") for entry in lexicon.entries if not entry.note)
