"""Files that are written whole or not at all; fitted models among them, without pickle: reading one can run no code from it."""

import json
import os
import tempfile
import zlib
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple
from zipfile import BadZipFile, ZipFile, ZipInfo

# What zip, JSON and skops raise over a file that is cut, altered or made up.
DAMAGE = (BadZipFile, zlib.error, LookupError, AttributeError, TypeError, ValueError, EOFError, RuntimeError)


class Kind(NamedTuple):
    """A kind of file, and what messages say of it.

    Parameters
    ----------
    format
        Part of every file, so that a skops file of something else is told apart.
    name, saved
        What it holds, and what it is called once it is saved.
    maker, call
        What writes one, and how that is called.
    """

    format: str
    name: str
    saved: str
    maker: str
    call: str


def unwritable(path: Path) -> str:
    """Say why no file can be written to `path`, as far as its folder tells; empty if one can."""
    if path.is_dir():
        return f"{path} is a folder"
    return "" if path.parent.is_dir() and os.access(path.parent, os.W_OK) else f"{path.parent} is no folder that you may write to"


@contextmanager
def written_whole(path: Path) -> Iterator[Path]:
    """Hand out the name of a file that takes the place of `path` when the block ends well, and vanishes when it does not."""
    with tempfile.TemporaryDirectory(prefix=f".{path.name}-", dir=path.parent) as beside:
        draft = Path(beside, path.name)
        yield draft
        draft.replace(path)


def write(path: Path, state: Mapping[str, Any], kind: Kind, beside: Mapping[Path, str] = MappingProxyType({})) -> Path:
    """Write `state` to `path`, and texts to the paths `beside` it; all, or none where writing fails.

    Raises
    ------
    OSError
        If no file can be written there.
    """
    from skops.io import dump

    if why := unwritable(path):
        raise OSError(f"No {kind.saved} can be written to {path}: {why}")
    with tempfile.TemporaryDirectory(prefix=f".{path.name}-", dir=path.parent) as fresh:
        draft, model = Path(fresh, "draft"), Path(fresh, "model")
        dump({"format": kind.format, **state}, draft)
        _repeat(draft, model)
        texts = [Path(fresh, str(number)) for number in range(len(beside))]
        for text, content in zip(texts, beside.values(), strict=True):
            text.write_text(content, encoding="utf-8")
        for text, place in zip(texts, beside, strict=True):
            text.replace(place)
        model.replace(path)
    return path


def _repeat(draft: Path, model: Path) -> None:
    """Write what skops wrote with its objects numbered and no date: skops names them by their place in memory, a new one each time."""
    numbers: dict[str, str] = {}

    def numbered(node: dict[str, Any]) -> dict[str, Any]:
        for key, kind in (("__id__", int), ("file", str)):
            if isinstance(node.get(key), kind):
                node[key] = kind(numbers.setdefault(str(node[key]), str(len(numbers) + 1)))
        return node

    with ZipFile(draft) as drafted, ZipFile(model, "w") as file:
        schema = json.dumps(json.loads(drafted.read("schema.json"), object_hook=numbered), indent=2)
        for name in drafted.namelist():
            file.writestr(ZipInfo(numbers.get(name, name)), schema if name == "schema.json" else drafted.read(name))


def saved_at(path: Path, kind: Kind) -> bool:
    """Whether the file there looks like one that `write` wrote; nothing of it is built."""
    try:
        with ZipFile(path) as file:
            return kind.format.encode() in file.read("schema.json")
    except (*DAMAGE, OSError):
        return False


def read(path: Path, kind: Kind, trusted: Collection[str], hint: str = "") -> dict[str, Any]:
    """Read the state that `write` wrote; types outside scikit-learn, NumPy, SciPy and `trusted` are refused, with a `hint`.

    Raises
    ------
    FileNotFoundError
        If there is no such file.
    ValueError
        If the file is of no such kind, is damaged, or holds a type that is not trusted.
    """
    from skops.io import get_untrusted_types, load

    if not path.is_file():
        raise FileNotFoundError(f"No {kind.saved} at {path}; {kind.call} writes one")
    try:
        refused = sorted(set(get_untrusted_types(file=path)) - set(trusted))
        state = None if refused else load(path, trusted=list(trusted))
    except DAMAGE as error:
        raise ValueError(f"{path} is no {kind.saved}, or a damaged one; expected a file that {kind.maker} wrote") from error
    if refused:
        raise ValueError(f"{path} holds types that are not trusted: {refused}{hint}")
    if not isinstance(state, dict) or state.get("format") != kind.format:
        raise ValueError(f"{path} holds no {kind.name} of this toolkit; expected the format {kind.format!r}")
    return state
