"""What is wrong with a lexicon, as far as the lexicon alone tells."""

import bisect
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import polars as pl

from framing.lexicon import patterns
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
    "swallowed": "every text an entry finds is found by a wider entry of the same frame or name",
    "clash": "two rival names of one choice stand for the same phrase: only the first is ever counted",
    "never": "an entry, or a phrase of it, that no text can match",
    "empty": "a frame or a name without entries",
    "no rival": "a choice with fewer than two names: its shares are always 1",
    "no definition": "a frame or a choice without a definition",
    "no note": "an entry that does not say why it is there",
}


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

    Examples
    --------
    >>> from framing.lexicon import read_lexicon
    >>> check_lexicon(read_lexicon({"fear": ["threat*", "threats"]})).select("finding", "term", "detail").row(0)
    ('swallowed', 'threats', "'threats' is found by 'threat*'")
    """
    rows = [*_overlapping(lexicon), *_never(lexicon), *_groups(lexicon), *_silent(lexicon)]
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
    """Every phrase of the entries of one frame or one choice, sorted by its first word."""

    entries: tuple[Entry, ...]

    @cached_property
    def sorted(self) -> list[tuple[str, int, str]]:
        """First word, number of the entry and phrase."""
        return sorted((patterns.words(phrase)[0], number, phrase) for number, phrase in self.written)

    @cached_property
    def written(self) -> list[tuple[int, str]]:
        """Number of the entry and phrase, in the order of the file."""
        return [(number, phrase) for number, entry in enumerate(self.entries) for phrase in patterns.expand(entry.term)]

    def like(self, phrase: str) -> Iterator[tuple[int, str]]:
        """Phrases that another one covers."""
        start = patterns.words(phrase)[0].replace("?", "*").partition("*")[0]
        for first, number, other in self.sorted[bisect.bisect_left(self.sorted, (start,)) :]:
            if not first.startswith(start):
                return
            if patterns.covers(phrase, other):
                yield number, other


def _overlapping(lexicon: Lexicon) -> Iterator[dict[str, Any]]:
    """Phrases that another entry of the same frame or choice finds in every text."""
    groups: dict[tuple[str | None, str | None], list[Entry]] = {}
    for entry in lexicon.entries:
        groups.setdefault((entry.frame, entry.choice), []).append(entry)
    for group in groups.values():
        yield from _within(_Phrases(tuple(group)))


def _within(phrases: _Phrases) -> Iterator[dict[str, Any]]:
    told: set[tuple[int, int]] = set()
    for wide, phrase in phrases.written:
        for narrow, other in phrases.like(phrase):
            one, two = phrases.entries[wide], phrases.entries[narrow]
            same = patterns.words(phrase) == patterns.words(other)
            if wide == narrow or (wide, narrow) in told or (same and wide > narrow) or not _as_wide(one, two):
                continue
            told.add((wide, narrow))
            kind = "clash" if one.name != two.name else "duplicate" if same else "swallowed"
            named = f"{one.term!r} of {one.name!r}" if kind == "clash" else f"{one.term!r}"
            yield finding(kind, two, f"{other!r} is found by {named}")


def _as_wide(one: Entry, two: Entry) -> bool:
    """Whether the context of one entry lets through all that of another does."""
    context = (one.not_before, one.not_after, one.only_near)
    free = not any(context) or context == (two.not_before, two.not_after, two.only_near)
    return free and one.stem == two.stem and (not one.case or (two.case and one.term == two.term))


def _never(lexicon: Lexicon) -> Iterator[dict[str, Any]]:
    for entry in lexicon.entries:
        for phrase in patterns.expand(entry.term):
            if reason := patterns.problem(phrase):
                yield finding("never", entry, f"{phrase!r} matches no text: {reason}")
        for pattern in (*entry.not_before, *entry.not_after, *entry.only_near):
            if any(map(patterns.problem, patterns.expand(pattern))):
                yield finding("never", entry, f"the context {pattern!r} matches no text")


def _groups(lexicon: Lexicon) -> Iterator[dict[str, Any]]:
    used = {(entry.frame, entry.choice, entry.name) for entry in lexicon.entries}
    for frame, about in lexicon.frames.items():
        if (frame, None, None) not in used and not any(other.startswith(f"{frame}/") for other in lexicon.frames):
            yield {"finding": "empty", "frame": frame, "detail": "no entries"}
        if not about.definition:
            yield {"finding": "no definition", "frame": frame, "detail": "says not what counts and what does not"}
    for referent, choice in lexicon.choices.items():
        if len(choice.names) < 2:
            yield {"finding": "no rival", "choice": referent, "detail": f"names are {list(choice.names)}"}
        if not choice.definition:
            yield {"finding": "no definition", "choice": referent, "detail": "says not what is named"}
        for name in choice.names:
            if (None, referent, name) not in used:
                yield {"finding": "empty", "choice": referent, "name": name, "detail": "no entries"}


def _silent(lexicon: Lexicon) -> Iterator[dict[str, Any]]:
    return (finding("no note", entry, "says not why it is there") for entry in lexicon.entries if not entry.note)
