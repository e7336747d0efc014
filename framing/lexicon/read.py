"""Read a lexicon: a shipped name, a file, or a dict."""

import tomllib
from collections.abc import Callable, Mapping
from importlib import resources
from pathlib import Path
from typing import Any

from framing import arguments
from framing.lexicon import build, foreign, quanteda
from framing.lexicon.model import Lexicon


def shipped() -> tuple[str, ...]:
    """Names of the lexicons that come with the package, sorted."""
    folder = resources.files("framing").joinpath("lexicons")
    return tuple(sorted(file.name.removesuffix(".toml") for file in folder.iterdir() if file.name.endswith(".toml")))


def read_lexicon(source: str | Path | Mapping[str, Any]) -> Lexicon:
    """Read a lexicon from a shipped name, a file, or a dict.

    Parameters
    ----------
    source
        A shipped name such as ``"conflict"``; a file: TOML in the format of ``docs/lexicons.md``, a quanteda dictionary
        (.yaml, .yml), a LIWC dictionary (.dic), a table (.csv, .tsv); or a dict, either in the structure of the TOML file
        or plain: frame to its patterns.

    Raises
    ------
    ValueError
        For an unknown name, a file that is not what its ending says, an unknown key or a pattern that is none; the
        message names file and line.
    TypeError
        If `source` is something else.
    ImportError
        For a quanteda dictionary, if PyYAML is not installed.

    Examples
    --------
    >>> read_lexicon({"aggression": ["unprovoked attack*", "invader{,s}"]})
    Lexicon('lexicon' 0, 2 entries, 1 frames, 0 choices)
    """
    if isinstance(source, Mapping):
        return build.lexicon(source)
    if not isinstance(source, (str, Path)):
        raise TypeError(f"read_lexicon() takes a name, a file or a dict, not {type(source).__name__}")
    if str(source) in shipped():
        file = resources.files("framing").joinpath("lexicons", f"{source}.toml")
        return _read_toml(file.read_text(encoding="utf-8"), f"{source}.toml", str(source))
    path = Path(source)
    if not _is_file(path):
        raise ValueError(f"Unknown lexicon {arguments.shown(str(source))}; expected one of {list(shipped())} or a lexicon file")
    reader = READERS.get(path.suffix.lower())
    if reader is None:
        raise ValueError(f"{path}: unknown kind of lexicon file {path.suffix!r}; expected one of {list(READERS)}")
    written = _text(path)
    try:
        return reader(written, arguments.legible(path), arguments.legible(path.stem))
    except RecursionError:
        raise ValueError(f"{path}: too many tables, lists or categories within one another") from None


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except OSError:  # too long for the name of a file, as the content of one is
        return False


def _text(path: Path) -> str:
    try:
        return path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise ValueError(f"{path}: not UTF-8: {error.reason} at byte {error.start}; save the lexicon as UTF-8") from error


def _read_toml(written: str, file: str, name: str) -> Lexicon:
    try:
        data = tomllib.loads(written)
    except tomllib.TOMLDecodeError as error:
        raise ValueError(f"{file}: not TOML: {error}") from error
    return build.lexicon(data, file, written, name)


READERS: Mapping[str, Callable[[str, str, str], Lexicon]] = {
    ".toml": _read_toml,
    ".yaml": quanteda.read_yaml,
    ".yml": quanteda.read_yaml,
    ".dic": foreign.read_dic,
    ".csv": foreign.read_table,
    ".tsv": foreign.read_table,
}
