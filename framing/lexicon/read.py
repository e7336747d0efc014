"""Read a lexicon: a shipped name, a file, or a dict."""

import tomllib
from collections.abc import Mapping
from importlib import resources
from pathlib import Path
from typing import Any

from framing.lexicon import build
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
        A shipped name such as ``"conflict"``; a TOML file in the format of ``docs/lexicons.md``; or a dict, either in
        the structure of that file or plain: frame to its patterns.

    Raises
    ------
    ValueError
        For an unknown name, a file that is not what its ending says, an unknown key or a pattern that is none; the
        message names file and line.
    TypeError
        If `source` is something else.

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
        return _read_toml(file.read_text(encoding="utf-8"), f"{source}.toml")
    path = Path(source)
    if not path.is_file():
        raise ValueError(f"Unknown lexicon {str(source)!r}; expected one of {list(shipped())} or a lexicon file")
    return _read_toml(path.read_text(encoding="utf-8"), str(path))


def _read_toml(written: str, file: str) -> Lexicon:
    try:
        data = tomllib.loads(written)
    except tomllib.TOMLDecodeError as error:
        raise ValueError(f"{file}: not TOML: {error}") from error
    return build.lexicon(data, file, written)
