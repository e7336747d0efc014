"""On which line of a TOML text each key and each value stands, so that a message can name the line.

Python's reader keeps no positions. The texts read here have been through it, so they are TOML and need no checking.
"""

import re
import tomllib
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

Path = tuple[str | int, ...]

ENDS = ("", ",", "]", "}", "\n")  # of a value that is no text, list or table

_TOKEN = re.compile(
    r'(?P<quoted>"""(?:[^\\]|\\.)*?"{3,5}(?!")|\'\'\'.*?\'{3,5}(?!\')|"(?:[^"\\\n]|\\.)*"|\'[^\'\n]*\')'
    r"|(?P<skipped>#[^\n]*|[ \t\r]+)|(?P<mark>[=,.\[\]{}\n])|(?P<bare>[^\s=,.\[\]{}#\"']+)",
    re.DOTALL,
)


def lines(written: str) -> dict[Path, int]:
    r"""Line, from 1, of every table, key and value of a TOML text, by its path; a value in a list by its number, from 0.

    Examples
    --------
    >>> places = lines('[frame.a]\nterms = [\n"war",\n{term = "raid"}]')
    >>> places["frame", "a"], places["frame", "a", "terms", 0], places["frame", "a", "terms", 1, "term"]
    (1, 3, 4)
    """
    reader = _Reader(written)
    reader.document()
    return reader.found


def line(places: Mapping[Path, int], path: Path) -> int:
    """Line of what a path leads to, or else of the nearest thing around it."""
    return next((places[path[:size]] for size in range(len(path), 0, -1) if path[:size] in places), 1)


@dataclass
class _Reader:
    """Walks over the tokens of a text and notes where each path is first met."""

    written: str
    found: dict[Path, int] = field(default_factory=dict)
    listed: Counter[Path] = field(default_factory=Counter)

    def __post_init__(self) -> None:
        self._at = 0
        self._tokens: list[tuple[str, int]] = []
        number = 1
        for match in _TOKEN.finditer(self.written):
            if match.lastgroup != "skipped":
                self._tokens.append((match[0], number))
            number += match[0].count("\n")
        self._tokens.append(("", number))

    @property
    def token(self) -> str:
        """The token that comes next; nothing at the end."""
        return self._tokens[self._at][0]

    def document(self) -> None:
        """Read tables one below the other."""
        table: Path = ()
        while self.token:
            if self._passes("\n"):
                continue
            if self._passes("["):
                table = self._header()
            else:
                self._pair(table)

    def _header(self) -> Path:
        """Read the name of a table, or of one more table of a list."""
        several = self._passes("[")
        path = self._keys(())
        if several:
            self.listed[path] += 1
            path = (*path, self.listed[path] - 1)
            self._note(path)
        while self._passes("]"):
            pass
        return path

    def _pair(self, table: Path) -> None:
        path = self._keys(table)
        self._passes("=")
        self._value(path)

    def _keys(self, path: Path) -> Path:
        while True:
            path = (*path, next(iter(tomllib.loads(f"{self.token} = 0"))))
            self._note(path)
            self._at += 1
            if not self._passes("."):
                return path

    def _value(self, path: Path) -> None:
        self._note(path)
        if self._passes("["):
            self._list(path)
        elif self._passes("{"):
            while not self._passes("}"):
                if not (self._passes(",") or self._passes("\n")):
                    self._pair(path)
        else:
            while self.token not in ENDS:
                self._at += 1

    def _list(self, path: Path) -> None:
        number = 0
        while not self._passes("]"):
            if self._passes(","):
                number += 1
            elif not self._passes("\n"):
                self._value((*path, number))

    def _note(self, path: Path) -> None:
        self.found.setdefault(path, self._tokens[self._at][1])

    def _passes(self, token: str) -> bool:
        """Step over a token if it comes next."""
        passed = self.token == token
        self._at += passed
        return passed
