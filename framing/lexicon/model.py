"""Entry, Frame, Choice, Lexicon: what a lexicon is."""

import hashlib
import itertools
import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, fields, is_dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from framing import arguments
from framing.lexicon.patterns import is_wild

if TYPE_CHECKING:
    from framing.lexicon.describe import Card


@dataclass(frozen=True)
class Entry:
    """One thing to look for, what it stands for, and why it is there.

    An entry belongs to a frame, or to one of the rival names of a choice; never to both.

    Parameters
    ----------
    term
        The pattern as written: a word or a phrase, with ``*`` and ``?`` inside a word and ``{a,b}`` alternatives
        (see `framing.lexicon.expand`). It is compared by whole words, those before and after an apostrophe apart, so
        ``war`` finds *war's* and never *warm*. A space or a hyphen stands for either; upper and lower case, and
        straight and curly apostrophes, are the same.
    frame
        The frame it is a sign of; None for a naming choice.
    choice, name
        The referent it names and under which of the rival names; None for a frame.
    weight
        What a hit counts, above 0.
    case
        Whether upper and lower case must agree: *US* is not *us*.
    stem
        Whether words are compared by their Snowball stem, so that ``shell`` finds *shelling*.
    not_before, not_after
        Patterns that must not follow the hit, and that must not precede it, as one word of a phrase does another:
        ``defence`` *not before* ``ministry``, *not after* ``air``.
    only_near
        Patterns of which one at least must stand in the same sentence.
    topic
        What the article must be about, a key of `Lexicon.topics`; None: anything.
    target
        The actor the entry itself describes, where its words name one: Russia for ``Russian aggression``.
    note, source
        Why it is there, and where it came from.
    example, counterexample
        A sentence in which it must be found, and one in which it must not.

    Examples
    --------
    >>> Entry("unprovoked attack*", frame="aggression").term
    'unprovoked attack*'
    """

    term: str
    frame: str | None = None
    choice: str | None = None
    name: str | None = None
    weight: float = 1.0
    case: bool = False
    stem: bool = False
    not_before: tuple[str, ...] = ()
    not_after: tuple[str, ...] = ()
    only_near: tuple[str, ...] = ()
    topic: str | None = None
    target: str | None = None
    note: str = ""
    source: str = ""
    example: str = ""
    counterexample: str = ""

    @property
    def context(self) -> tuple[tuple[str, ...], ...]:
        """What must not follow the hit, what must not precede it, and what must stand near."""
        return self.not_before, self.not_after, self.only_near

    @property
    def looseness(self) -> tuple[int, bool]:
        """Of two entries that stand in the same place the one written more exactly counts: letters before wildcards before stems."""
        return is_wild(self.term) + 2 * self.stem, not self.case

    def __post_init__(self) -> None:
        object.__setattr__(self, "weight", float(self.weight))  # 1 and 1.0 are one weight: a digest is made of what is written


@dataclass(frozen=True)
class Frame:
    """A way of wording events: its label for readers, and the definition by which an entry belongs to it or not."""

    label: str
    definition: str = ""


@dataclass(frozen=True)
class Choice:
    """A referent, its label and definition, and the rival names it goes by, each with a label for readers."""

    label: str
    definition: str = ""
    names: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Topic:
    """What an article is about, told by how dense its words are.

    Parameters
    ----------
    words
        Patterns, as in an `Entry`.
    per_1000
        An article is about it if at least so many of them begin in every 1,000 words of its title and text, above 0.
    """

    words: tuple[str, ...]
    per_1000: float = 5.0


@dataclass(frozen=True)
class Lexicon:
    """Frames and naming choices as word lists, with what is needed to cite them.

    Parameters
    ----------
    name, version, language, licence, authors, sources
        What a methods section cites.
    frames
        Name to `Frame`. A name such as ``economy/tax`` is a category within ``economy``.
    choices
        Name of a referent to `Choice`.
    entries
        Every entry, in the order of the file.
    topics
        Name to `Topic`, for entries that count only in articles about it.

    Raises
    ------
    ValueError
        If an entry points to a frame, choice, name or topic that is not there, or to both a frame and a choice.

    Examples
    --------
    >>> entries = (Entry("aggression", frame="aggression"),)
    >>> Lexicon("mine", frames={"aggression": Frame("Aggression")}, entries=entries)
    Lexicon('mine' 0, 1 entries, 1 frames, 0 choices)
    """

    name: str
    version: str = "0"
    language: str = "en"
    licence: str = ""
    authors: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    frames: Mapping[str, Frame] = field(default_factory=dict)
    choices: Mapping[str, Choice] = field(default_factory=dict)
    entries: tuple[Entry, ...] = ()
    topics: Mapping[str, Topic] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for entry in self.entries:
            self._place(entry)

    def __len__(self) -> int:
        return len(self.entries)

    def __repr__(self) -> str:
        counts = f"{len(self.entries)} entries, {len(self.frames)} frames, {len(self.choices)} choices"
        return f"Lexicon({self.name!r} {self.version}, {counts})"

    @property
    def frame_names(self) -> tuple[str, ...]:
        """Names of the frames, in the order of the file."""
        return tuple(self.frames)

    @property
    def choice_names(self) -> dict[str, tuple[str, ...]]:
        """Each referent and its rival names, in the order of the file."""
        return {referent: tuple(choice.names) for referent, choice in self.choices.items()}

    @cached_property
    def grouped(self) -> tuple[Entry, ...]:
        """Every entry, those of one frame or name together, as a TOML file has them: other formats may mix them."""
        frames = sorted(self.frames, key=_levels(self.frames))
        groups: list[tuple[str | None, ...]] = [(frame, None, None) for frame in frames]
        groups += [(None, referent, name) for referent, choice in self.choices.items() for name in choice.names]
        place = {group: number for number, group in enumerate(groups)}
        return tuple(sorted(self.entries, key=lambda entry: place[entry.frame, entry.choice, entry.name if entry.frame is None else None]))

    @cached_property
    def digest(self) -> str:
        """SHA-256 of the content: two lexicons with the same digest measure the same.

        Raises
        ------
        ValueError
            If the content holds half of a surrogate pair, as a dict that JSON was read into may.
        """
        content = json.dumps(_plain(self) | {"entries": self.grouped}, sort_keys=True, ensure_ascii=False, default=_plain)
        try:
            return hashlib.sha256(content.encode("utf-8")).hexdigest()
        except UnicodeEncodeError as error:
            around = arguments.shown(content[max(error.start - 20, 0) : error.start + 20])
            raise ValueError(f"{self.name}: half of a surrogate pair, which is no character, in {around}") from None

    def without_topics(self) -> "Lexicon":
        """Return the same lexicon with entries that count in any article: for sentences, and for texts chosen by topic already."""
        return replace(self, entries=tuple(replace(entry, topic=None) for entry in self.entries), topics={})

    def to_toml(self, path: str | Path) -> Path:
        """Write the lexicon as a TOML file that reads back the same: whole or not at all.

        Raises
        ------
        ValueError
            If the lexicon cannot be written so that it reads back the same.
        OSError
            If no file can be written there.
        """
        from framing.lexicon import write

        return write.write(self, arguments.path("path", path))

    def describe(self, term: str, scores: Any = None, coded: Any = None) -> "Card":
        """Make the card of an entry: why it is there, what it found and how often it was right.

        Parameters
        ----------
        term
            A pattern as written, or a phrase it stands for.
        scores
            From `score` with this lexicon: adds hits by outlet and voice.
        coded
            Data frame with the columns `term` and `correct` (true, false; null: not judged), a row for each hit judged by
            hand: adds the share that is right.

        Raises
        ------
        ValueError
            If no entry stands for `term`; the message names the nearest. If a judgement is neither true nor false.
        TypeError
            If `term` is no text, or `coded` no data frame.

        Examples
        --------
        >>> from framing import read_lexicon
        >>> read_lexicon("conflict").describe("unprovoked").entries["note"].item()
        'denies that the other side gave cause'
        """
        from framing.lexicon import describe

        return describe.card(self, term, scores, coded)

    def _place(self, entry: Entry) -> None:
        if (entry.frame is None) == (entry.choice is None):
            raise ValueError(f"Entry {entry.term!r} needs a frame or a choice with a name, one of the two")
        if entry.topic is not None:
            arguments.known(entry.topic, self.topics, f"topic of entry {entry.term!r}:")
        if entry.frame is not None:
            arguments.known(entry.frame, self.frames, f"frame of entry {entry.term!r}:")
            return
        choice = self.choices[arguments.known(entry.choice, self.choices, f"choice of entry {entry.term!r}:")]
        arguments.known(entry.name, choice.names, f"name of entry {entry.term!r} in choice {entry.choice!r}:")


def _levels(frames: Iterable[str]) -> Callable[[str], list[int]]:
    """What to sort frames by so that those within a frame stand behind it: for each level of a name, when it is first met."""
    met: dict[str, int] = {}
    above = {frame: ["/".join(frame.split("/")[:size]) for size in range(1, frame.count("/") + 2)] for frame in frames}
    for name in itertools.chain.from_iterable(above.values()):
        met.setdefault(name, len(met))
    return lambda frame: [met[name] for name in above[frame]]


def _plain(thing: Any) -> Any:
    """Return the fields of a dataclass as they stand: `asdict` copies every word, a second for 50,000 entries.

    Topics are left out where there are none, so that a lexicon keeps the digest it had before there were any.
    """
    if not is_dataclass(thing):
        return str(thing)
    told = {each.name: getattr(thing, each.name) for each in fields(thing)}
    return {name: value for name, value in told.items() if value or name not in ("topic", "topics")}
