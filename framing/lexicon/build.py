"""From nested dicts, as a TOML file or a user gives them, to a Lexicon; every complaint names its place."""

import math
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, fields
from typing import Any, NoReturn

from framing.lexicon import locate, patterns
from framing.lexicon.model import Choice, Entry, Frame, Lexicon

TOP = ("lexicon", "frame", "choice")
ABOUT = ("name", "version", "language", "licence", "authors", "sources")
CITED = ("authors", "sources")
TOLD = ("name", "version", "language", "licence", "label", "definition")
GROUP = ("label", "definition", "terms")
REFERENT = ("label", "definition", "names")
LISTS = ("not_before", "not_after", "only_near")
ENTRY = tuple(part.name for part in fields(Entry) if part.name not in ("frame", "choice", "name"))


@dataclass(frozen=True)
class Origin:
    """Where the data come from, to say where something is wrong."""

    file: str = ""
    written: str = ""
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

    def refuse(self, message: str, section: tuple[str, ...] = (), needle: str = "") -> NoReturn:
        """Raise a `ValueError` that opens with file and line, where they are known."""
        place = f"{self.file}:{locate.line(self.written, section, needle)}: " if self.written else ""
        raise ValueError(f"{place}{message}")

    def pattern(self, pattern: str, section: tuple[str, ...] = (), needle: str = "") -> None:
        """Refuse a pattern that cannot be read."""
        complaint = ""
        try:
            patterns.expand(pattern)
        except ValueError as error:
            complaint = str(error)
        if complaint:  # outside the handler: the reader of the message needs one error, not two
            self.refuse(complaint, section, needle)

    def keys(self, data: Mapping[str, Any], allowed: tuple[str, ...], section: tuple[str, ...], what: str) -> None:
        """Refuse a key that is not among `allowed`, and a value of a kind that its key does not take."""
        for key, value in data.items():
            if key not in allowed:
                self.refuse(f"Unknown key {key!r} in {what}; expected one of {list(allowed)}", section, key)
            if key in CITED and not (isinstance(value, (list, tuple)) and all(isinstance(item, str) for item in value)):
                self.refuse(f"{key} of {what} is {value!r}; expected a list of texts", section, key)
            if key in TOLD and not isinstance(value, str):
                self.refuse(f"{key} of {what} is {value!r}; expected text in quotation marks", section, key)


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
        Either the structure of a lexicon file (keys ``lexicon``, ``frame``, ``choice``), or plain: frame to its
        patterns, or to a dict of frames within it.
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
    data = data if _structured(data) else {"frame": plain(data, draft.origin)}
    origin = draft.origin
    origin.attempt(origin.keys, data, TOP, (), "a lexicon")
    about = origin.attempt(_table, origin, data.get("lexicon", {}), ("lexicon",)) or {}
    origin.attempt(origin.keys, about, ABOUT, ("lexicon",), "[lexicon]")
    for key, group in (origin.attempt(_table, origin, data.get("frame", {}), ("frame",)) or {}).items():
        origin.attempt(_frame, draft, (key,), group)
    for key, referent in (origin.attempt(_table, origin, data.get("choice", {}), ("choice",)) or {}).items():
        origin.attempt(_choice, draft, key, referent)
    origin.settle()
    described: dict[str, Any] = {key: tuple(value) if key in CITED else value for key, value in about.items()}
    return Lexicon(**({"name": name} | described), frames=draft.frames, choices=draft.choices, entries=tuple(draft.entries))


def _structured(data: Mapping[str, Any]) -> bool:
    return any(key in data and isinstance(data[key], Mapping) for key in TOP) or not data


def plain(data: Mapping[str, Any], origin: Origin) -> dict[str, Any]:
    """Turn frame to patterns into the structure of a lexicon file; a list may hold frames among its patterns."""
    return {str(key): _plain_frame(value, origin) for key, value in data.items()}


def _plain_frame(value: Any, origin: Origin) -> dict[str, Any]:
    if isinstance(value, Mapping) and not ({"terms", "label"} & set(value)):
        return plain(value, origin)
    if not isinstance(value, (list, tuple)):
        return dict(value) if isinstance(value, Mapping) else {"terms": value}
    inner = [item for item in value if isinstance(item, Mapping) and not ({"term", "pattern"} & set(item))]
    merged = {key: frame for item in inner for key, frame in plain(item, origin).items()}
    own = [item for item in value if item not in inner]
    return {**merged, **({"terms": own} if own or not merged else {})}


def _table(origin: Origin, value: Any, section: tuple[str, ...]) -> Mapping[str, Any]:
    if not isinstance(value, Mapping):
        origin.refuse(f"{'.'.join(section)} is {value!r}; expected a table", section[:-1], section[-1])
    return value


def _frame(draft: _Draft, path: tuple[str, ...], data: Any) -> None:
    """Read a frame; a table within it is a frame within it."""
    section = ("frame", *path)
    data = _table(draft.origin, data, section)
    inner = {key: value for key, value in data.items() if isinstance(value, Mapping)}
    own = {key: value for key, value in data.items() if key not in inner}
    draft.origin.attempt(draft.origin.keys, own, GROUP, section, f"[{'.'.join(section)}]")
    name = "/".join(path)
    if "terms" in own or not inner or "label" in own:
        draft.frames[name] = Frame(own.get("label", path[-1]), own.get("definition", ""))
    draft.entries += [Entry(frame=name, **part) for part in _terms(draft.origin, own.get("terms", []), section)]
    for key, value in inner.items():
        _frame(draft, (*path, key), value)


def _choice(draft: _Draft, referent: str, data: Any) -> None:
    section = ("choice", referent)
    data = _table(draft.origin, data, section)
    draft.origin.attempt(draft.origin.keys, data, REFERENT, section, f"[{'.'.join(section)}]")
    labels: dict[str, str] = {}
    for name, group in _table(draft.origin, data.get("names", {}), (*section, "names")).items():
        where = (*section, "names", name)
        rival = group if isinstance(group, Mapping) else {"terms": group}
        draft.origin.attempt(draft.origin.keys, rival, ("label", "terms"), where, f"[{'.'.join(where)}]")
        labels[name] = rival.get("label", name)
        draft.entries += [Entry(choice=referent, name=name, **part) for part in _terms(draft.origin, rival.get("terms", []), where)]
    draft.choices[referent] = Choice(data.get("label", referent), data.get("definition", ""), labels)


def _terms(origin: Origin, terms: Any, section: tuple[str, ...]) -> Iterator[dict[str, Any]]:
    if isinstance(terms, str) or not isinstance(terms, (list, tuple)):
        origin.refuse(f"terms is {terms!r}; expected a list of patterns or tables", section, "terms")
    for written in terms:
        read = origin.attempt(entry, origin, {"term": written} if isinstance(written, str) else written, section)
        if read is not None:
            yield read


def entry(origin: Origin, data: Any, section: tuple[str, ...]) -> dict[str, Any]:
    """Check one entry and return what an `Entry` needs; ``pattern`` is another word for ``term``."""
    if not isinstance(data, Mapping):
        origin.refuse(f"Entry {data!r} is neither a pattern nor a table", section, str(data))
    if "term" in data and "pattern" in data:
        origin.refuse(f"Entry {dict(data)!r} has both term and pattern; expected one of them", section, str(data["term"]))
    data = {"term" if key == "pattern" else key: value for key, value in data.items()}
    term = data.get("term")
    if not isinstance(term, str) or not term.strip():
        origin.refuse(f'Entry {dict(data)!r} has no pattern; expected term = "..."', section, "terms")
    for key, value in data.items():
        if key not in ENTRY:
            origin.refuse(f"Unknown key {key!r} in entry {term!r}; expected one of {list(ENTRY)}", section, f'"{term}"')
        complaint = _complaint(key, value)
        if complaint:
            origin.refuse(f"{key} of entry {term!r} is {value!r}; expected {complaint}", section, f'"{term}"')
    lists = {key: tuple(data[key]) for key in LISTS if key in data}
    for pattern in (term, *(pattern for group in lists.values() for pattern in group)):
        origin.pattern(pattern, section, f'"{term}"')
    return {**data, **lists}


def _complaint(key: str, value: Any) -> str:
    """Say what a key of an entry must hold, if it does not."""
    if key in LISTS:
        return "" if isinstance(value, (list, tuple)) and all(isinstance(item, str) for item in value) else "a list of patterns"
    if key == "weight":
        return "" if isinstance(value, (int, float)) and not isinstance(value, bool) and 0 < value < math.inf else "a number above 0"
    if key in ("case", "stem"):
        return "" if isinstance(value, bool) else "true or false"
    return "" if isinstance(value, str) else "a string"
