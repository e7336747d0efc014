"""From nested dicts, as a TOML file or a user gives them, to a Lexicon; every complaint names its place."""

import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, fields
from functools import cached_property
from typing import Any, NoReturn

from framing.arguments import shown
from framing.lexicon import locate, patterns
from framing.lexicon.folding import stemmer
from framing.lexicon.locate import Path
from framing.lexicon.model import Choice, Entry, Frame, Lexicon, Topic

TOP = ("lexicon", "context", "topic", "frame", "choice")
ABOUT = ("name", "version", "language", "licence", "authors", "sources")
CITED = ("authors", "sources")
TOLD = ("name", "version", "language", "licence", "label", "definition")
GROUP = ("label", "definition", "topic", "terms")
REFERENT = ("label", "definition", "topic", "names")
TOPIC = ("words", "per_1000")
LISTS = ("not_before", "not_after", "only_near")
ENTRY = tuple(part.name for part in fields(Entry) if part.name not in ("frame", "choice", "name"))


@dataclass(frozen=True)
class Origin:
    """Where the data come from, to say where something is wrong."""

    file: str = ""
    written: str = ""
    contexts: dict[str, tuple[str, ...]] = field(default_factory=dict, kw_only=True)
    topics: dict[str, Topic] = field(default_factory=dict, kw_only=True)
    complaints: list[str] = field(default_factory=list, kw_only=True)

    def attempt(self, work: Callable[..., Any], *given: Any) -> Any:
        """Do a piece of work; if it is refused, keep the complaint and go on with None, so that a reader learns of all at once."""
        try:
            return work(*given)
        except ValueError as error:
            self.complaints.append(str(error))
            return None

    def settle(self) -> None:
        """Raise one `ValueError` with all complaints, a line each."""
        if self.complaints:
            raise ValueError("\n".join(self.complaints))

    @cached_property
    def _lines(self) -> dict[Path, int]:
        return locate.lines(self.written)

    def refuse(self, message: str, path: Path = ()) -> NoReturn:
        """Raise a `ValueError` that opens with file and line, or with the keys that lead there where there is no file."""
        if self.written:
            raise ValueError(f"{self.file}:{locate.line(self._lines, path)}: {message}")
        raise ValueError(f"{_dotted(path)}: {message}" if path else message)

    def pattern(self, pattern: str, path: Path = ()) -> None:
        """Refuse a pattern that cannot be read."""
        self.placed(patterns.expand, pattern, path)

    def patterns(self, given: Any, path: Path, what: str) -> tuple[str, ...]:
        """Return a list of patterns; refuse anything else."""
        if not isinstance(given, (list, tuple)) or not all(isinstance(item, str) and item.strip() for item in given):
            self.refuse(f"{what} is {shown(given)}; expected a list of patterns", path)
        for number, pattern in enumerate(given):
            self.pattern(pattern, (*path, number))
        return tuple(given)

    def context(self, given: Any, path: Path, what: str) -> tuple[str, ...]:
        """Return a list of patterns, or the one of `[context]` that is named in its place."""
        if not isinstance(given, str):
            return self.patterns(given, path, what)
        if given not in self.contexts:
            self.refuse(f"{what} is {shown(given)}; expected a list of patterns, or a name in [context]: {list(self.contexts)}", path)
        return self.contexts[given]

    def topic(self, given: Any, path: Path, what: str) -> str:
        """Return the name of a topic; refuse anything else."""
        if not isinstance(given, str) or given not in self.topics:
            self.refuse(f"{what} is {shown(given)}; expected the name of a table [topic.X]: {list(self.topics)}", path)
        return given

    def placed(self, work: Callable[[str], Any], given: str, path: Path) -> None:
        """Do a piece of work; if it is refused, say where what was given stands."""
        complaint = ""
        try:
            work(given)
        except ValueError as error:
            complaint = str(error)
        if complaint:  # outside the handler: the reader of the message needs one error, not two
            self.refuse(complaint, path)

    def table(self, value: Any, path: Path) -> Mapping[str, Any]:
        """Return a table; refuse anything else."""
        if not isinstance(value, Mapping):
            self.refuse(f"{_dotted(path)} is {shown(value)}; expected a table", path)
        return value

    def keys(self, data: Mapping[str, Any], allowed: tuple[str, ...], path: Path, what: str) -> None:
        """Refuse a key that is not among `allowed`, and a value of a kind that its key does not take."""
        for key, value in data.items():
            if key not in allowed:
                self.refuse(f"Unknown key {key!r} in {what}; expected one of {list(allowed)}", (*path, key))
            if key in CITED and not (isinstance(value, (list, tuple)) and all(isinstance(item, str) for item in value)):
                self.refuse(f"{key} of {what} is {shown(value)}; expected a list of texts", (*path, key))
            if key in TOLD and not isinstance(value, str):
                self.refuse(f"{key} of {what} is {shown(value)}; expected text in quotation marks", (*path, key))


@dataclass
class _Draft:
    """What has been read so far."""

    origin: Origin
    frames: dict[str, Frame] = field(default_factory=dict)
    choices: dict[str, Choice] = field(default_factory=dict)
    entries: list[Entry] = field(default_factory=list)


def lexicon(data: Mapping[str, Any], file: str = "", written: str = "", name: str = "lexicon") -> Lexicon:
    """Build a lexicon from nested dicts.

    Parameters
    ----------
    data
        Either the structure of a lexicon file (keys ``lexicon``, ``context``, ``frame``, ``choice``), or plain: frame to
        its patterns, or to a dict of frames within it.
    file, written
        Name and text of the file the data come from, for messages.
    name
        What to call a lexicon that does not say.

    Raises
    ------
    ValueError
        For whatever is not allowed, with file and line: a line for each entry and each table that has something wrong.
    """
    draft = _Draft(Origin(file, written))
    origin = draft.origin
    data = data if written or _structured(data) else {"frame": plain(data)}
    origin.attempt(origin.keys, data, TOP, (), "a lexicon")
    about, contexts, topics, frames, choices = (origin.attempt(origin.table, data.get(key, {}), (key,)) or {} for key in TOP)
    origin.attempt(origin.keys, about, ABOUT, ("lexicon",), "[lexicon]")
    for key, given in contexts.items():
        origin.contexts[str(key)] = origin.attempt(origin.patterns, given, ("context", key), f"context {key!r}") or ()
    for key, given in topics.items():
        origin.topics[str(key)] = origin.attempt(_topic, origin, str(key), given) or Topic(())
    for key, group in frames.items():
        origin.attempt(_frame, draft, (str(key),), group)
    for key, referent in choices.items():
        origin.attempt(_choice, draft, str(key), referent)
    if any(entry.stem for entry in draft.entries):
        origin.attempt(origin.placed, stemmer, about.get("language", Lexicon.language), ("lexicon", "language"))
    origin.settle()
    described: dict[str, Any] = {key: tuple(value) if key in CITED else value for key, value in about.items()}
    described |= {"frames": draft.frames, "choices": draft.choices, "entries": tuple(draft.entries), "topics": origin.topics}
    return Lexicon(**({"name": name} | described))


def _structured(data: Mapping[str, Any]) -> bool:
    return any(isinstance(data.get(key), Mapping) for key in ("lexicon", "frame", "choice")) or not data


def plain(data: Mapping[str, Any]) -> dict[str, Any]:
    """Turn frame to patterns into the structure of a lexicon file; a list may hold frames among its patterns."""
    return _once((str(key), _plain_frame(value)) for key, value in data.items())


def _once(frames: Iterable[tuple[str, Any]]) -> dict[str, Any]:
    """Frames by name; a second one of a name would take the first one's place."""
    found: dict[str, Any] = {}
    for name, frame in frames:
        if name in found:
            raise ValueError(f"There are two frames {name!r} in one; expected each once")
        found[name] = frame
    return found


def _plain_frame(value: Any) -> dict[str, Any]:
    if isinstance(value, Mapping) and not ({"terms", "label"} & set(value)):
        return plain(value)
    if not isinstance(value, (list, tuple)):
        return dict(value) if isinstance(value, Mapping) else {"terms": value}
    inner = [item for item in value if isinstance(item, Mapping) and not ({"term", "pattern"} & set(item))]
    merged = _once(frame for item in inner for frame in plain(item).items())
    own = [item for item in value if item not in inner]
    return {**merged, **({"terms": own} if own or not merged else {})}


def _dotted(path: Path) -> str:
    return ".".join(map(str, path))


def _frame(draft: _Draft, inside: tuple[str, ...], data: Any) -> None:
    """Read a frame; a table within it is a frame within it."""
    origin, path = draft.origin, ("frame", *inside)
    data = origin.table(data, path)
    inner = {str(key): value for key, value in data.items() if isinstance(value, Mapping)}
    own = {key: value for key, value in data.items() if not isinstance(value, Mapping)}
    origin.attempt(origin.keys, own, GROUP, path, f"[{_dotted(path)}]")
    name = "/".join(inside)
    if name in draft.frames:
        origin.refuse(f"There are two frames {name!r}; one of them is written with a slash", path)
    if "terms" in own or not inner or "label" in own:
        draft.frames[name] = Frame(own.get("label", inside[-1]), own.get("definition", ""))
    draft.entries += [
        Entry(frame=name, **part) for part in _terms(origin, own.get("terms", []), (*path, "terms"), _common(origin, own, path))
    ]
    for key, value in inner.items():
        origin.attempt(_frame, draft, (*inside, key), value)


def _topic(origin: Origin, name: str, data: Any) -> Topic:
    path = ("topic", name)
    data = origin.table(data, path)
    origin.keys(data, TOPIC, path, f"[{_dotted(path)}]")
    words = origin.patterns(data.get("words"), (*path, "words"), f"words of [{_dotted(path)}]")
    if not words:
        origin.refuse(f"[{_dotted(path)}] has no words; expected at least one pattern", path)
    dense = data.get("per_1000", Topic.per_1000)
    if complaint := _complaint("per_1000", dense):
        origin.refuse(f"per_1000 of [{_dotted(path)}] is {shown(dense)}; expected {complaint}", (*path, "per_1000"))
    return Topic(words, float(dense))


def _choice(draft: _Draft, referent: str, data: Any) -> None:
    origin, path = draft.origin, ("choice", referent)
    data = origin.table(data, path)
    origin.attempt(origin.keys, data, REFERENT, path, f"[{_dotted(path)}]")
    common = _common(origin, data, path)
    labels: dict[str, str] = {}
    for name, group in ((str(key), group) for key, group in origin.table(data.get("names", {}), (*path, "names")).items()):
        where = (*path, "names", name)
        rival, terms = (group, (*where, "terms")) if isinstance(group, Mapping) else ({"terms": group}, where)
        origin.attempt(origin.keys, rival, ("label", "terms"), where, f"[{_dotted(where)}]")
        labels[name] = rival.get("label", name)
        draft.entries += [Entry(choice=referent, name=name, **part) for part in _terms(origin, rival.get("terms", []), terms, common)]
    draft.choices[referent] = Choice(data.get("label", referent), data.get("definition", ""), labels)


def _common(origin: Origin, group: Mapping[str, Any], path: Path) -> dict[str, str]:
    """Return what a frame or choice says for all its entries."""
    return {"topic": origin.topic(group["topic"], (*path, "topic"), f"topic of [{_dotted(path)}]")} if "topic" in group else {}


def _terms(origin: Origin, terms: Any, path: Path, common: dict[str, str]) -> Iterator[dict[str, Any]]:
    if not isinstance(terms, (list, tuple)):
        origin.refuse(f"terms is {shown(terms)}; expected a list of patterns or tables", path)
    for number, written in enumerate(terms):
        read = origin.attempt(entry, origin, {"term": written} if isinstance(written, str) else written, (*path, number))
        if read is not None:
            yield common | read


def entry(origin: Origin, data: Any, path: Path = ()) -> dict[str, Any]:
    """Check one entry and return what an `Entry` needs; ``pattern`` is another word for ``term``."""
    if not isinstance(data, Mapping):
        origin.refuse(f"Entry {shown(data)} is neither a pattern nor a table", path)
    if "term" in data and "pattern" in data:
        origin.refuse(f"Entry {shown(dict(data))} has both term and pattern; expected one of them", path)
    data = {"term" if key == "pattern" else key: value for key, value in data.items()}
    term = data.get("term")
    if not isinstance(term, str) or not term.strip():
        origin.refuse(f'Entry {shown(dict(data))} has no pattern; expected term = "..."', path)
    origin.pattern(term, (*path, "term"))
    lists: dict[str, tuple[str, ...]] = {}
    for key, value in data.items():
        what, place = f"{key} of entry {shown(term)}", (*path, key)
        if key not in ENTRY:
            origin.refuse(f"Unknown key {key!r} in entry {shown(term)}; expected one of {list(ENTRY)}", place)
        if key in LISTS:
            lists[key] = origin.context(value, place, what)
        elif key == "topic":
            origin.topic(value, place, what)
        elif complaint := _complaint(key, value):
            origin.refuse(f"{what} is {shown(value)}; expected {complaint}", place)
    return {**data, **lists}


def _complaint(key: str, value: Any) -> str:
    """Say what a key of an entry must hold, if it does not."""
    if key in ("weight", "per_1000"):
        number = isinstance(value, (int, float)) and not isinstance(value, bool)
        return "" if number and 0 < value <= sys.float_info.max else "a number above 0"
    if key in ("case", "stem"):
        return "" if isinstance(value, bool) else "true or false"
    filled = isinstance(value, str) and bool(value.strip() or key != "target")  # an empty target would outweigh the sentence's
    return "" if filled else "text"
