"""One input file: what it is, how it is encoded, and whether it is what its name says."""

import codecs
import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO

from framing.arguments import legible, shown
from framing.ingest.western import western

BLOCK = 1 << 18
WINDOW = 1 << 15

_SIGNATURES = (
    (b"%PDF-", "a PDF"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"PK\x03\x04", "a ZIP archive, or a Word or Excel file"),
    (b"BZh91AY", "a bzip2 archive"),
    (b"\xfd7zXZ", "an xz archive"),
    (b"\x28\xb5\x2f\xfd", "a Zstandard archive"),
    (b"\xd0\xcf\x11\xe0", "an old Word or Excel file"),
    (b"{\\rtf", "a rich-text file"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"SQLite format 3", "an SQLite database"),
    (b"ARROW1", "an Arrow file"),
    (b"PAR1", "a Parquet file"),
)
_ESCAPED = re.compile("[\udc80-\udcff]")
_BYTE_ORDER = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


@dataclass(frozen=True)
class Source:
    """An input file.

    Parameters
    ----------
    path
        Where it is.
    name
        What to call it in a manifest: its path within the folder that was asked for.
    size
        In bytes.
    sha256
        Of the bytes, in hexadecimal.
    encoding
        Name of the codec; empty for a file that is no text.
    """

    path: Path
    name: str
    size: int
    sha256: str
    encoding: str

    def __str__(self) -> str:
        return printed(self.path)

    def open(self, newline: str = "") -> TextIO:
        """Open as text, line ends as they stand."""
        return self.path.open(encoding=self.encoding, newline=newline)


def printed(path: Path) -> str:
    """Show a path in a message, on one line whatever its characters."""
    return shown(str(path), 1000)[1:-1]


def inspect(path: Path, name: str, *, text: bool = True) -> Source:
    """Hash a file and, if it should be text, tell its encoding.

    Raises
    ------
    ValueError
        If it is empty, no text, or in an encoding nobody can tell.
    """
    with path.open("rb") as file:
        sha256 = hashlib.file_digest(file, "sha256").hexdigest()
    size = path.stat().st_size
    if text and size:
        refuse_binary(path)
    return Source(path, legible(name), size, sha256, encoding_of(path) if text else "")


def written(path: Path) -> str:
    """Return what stands in a text file, in whatever encoding, line ends as they stand.

    Raises
    ------
    ValueError
        As in `inspect`.
    """
    source = inspect(path, path.name)
    try:
        with source.open() as file:
            return file.read()
    except UnicodeError as error:
        raise ValueError(f"{source}: is no {source.encoding}, as it seemed: {error}; save the file as UTF-8") from None


def refuse_binary(path: Path) -> None:
    """Raise if the first bytes are those of another kind of file."""
    with path.open("rb") as file:
        head = file.read(16)
    for mark, kind in _SIGNATURES:
        if head.startswith(mark):
            raise ValueError(f"{printed(path)}: is {kind}, not the text that its name {path.suffix!r} promises")


def refuse_markup(source: Source) -> None:
    """Raise if the file is a web page under another name."""
    with source.open() as file:
        head = file.read(500).lstrip().lower()
    if head.startswith(("<!doctype html", "<html", "<?xml")):
        raise ValueError(f"{source}: is an HTML or XML page, not what its name {source.path.suffix!r} promises; save its text instead")


def encoding_of(path: Path) -> str:
    """Tell the encoding of a text file: UTF-8 if it can be, else by its byte-order mark, else detected.

    Raises
    ------
    ValueError
        If there is a NUL, if a file has a broken character, or if no encoding fits.
    """
    with path.open("rb") as file:
        head = file.read(4)
    encoding = next((encoding for mark, encoding in _BYTE_ORDER if head.startswith(mark)), "utf-8")
    if encoding not in ("utf-16", "utf-32"):
        broken = _first_broken(path)
        if broken is None:
            return encoding
        encoding = _detect(path, broken)
    _refuse_nul(path, encoding)
    return encoding


def _blocks(path: Path) -> Iterator[tuple[int, bytes]]:
    with path.open("rb") as file:
        while block := file.read(BLOCK):
            yield file.tell() - len(block), block


def _first_broken(path: Path) -> int | None:
    """Offset of the first byte that is not UTF-8; None if all are."""
    decoder = codecs.getincrementaldecoder("utf-8")()
    for offset, block in _blocks(path):
        if (nul := block.find(b"\0")) >= 0:
            raise ValueError(f"{_line(path, offset + nul)}: NUL at byte {offset + nul}; the file is binary, or UTF-16 without its mark")
        waiting = len(decoder.getstate()[0])
        try:
            decoder.decode(block)
        except UnicodeDecodeError as error:
            return offset - waiting + error.start
    waiting = len(decoder.getstate()[0])
    return path.stat().st_size - waiting if waiting else None


def _refuse_nul(path: Path, encoding: str) -> None:
    """Raise at the first NUL of a file that is not UTF-8; bytes that are no character of its encoding are told where it is read."""
    line = 1
    with path.open(encoding=encoding, errors="replace", newline="") as file:
        while block := file.read(BLOCK):
            if (nul := block.find("\0")) >= 0:
                raise ValueError(f"{printed(path)}:{line + block.count(chr(10), 0, nul)}: NUL; the file is binary, or damaged")
            line += block.count("\n")


def _line(path: Path, offset: int) -> str:
    count = sum(block[: max(0, offset - start)].count(b"\n") for start, block in _blocks(path))
    return f"{printed(path)}:{count + 1}"


def _detect(path: Path, broken: int) -> str:
    """Detect the encoding from the bytes around the first that is not UTF-8."""
    from charset_normalizer import from_bytes

    with path.open("rb") as file:
        file.seek(max(0, broken - WINDOW))
        window = file.read(2 * WINDOW)
    _refuse_damaged(path, broken)
    if page := western(window):
        return page
    best = from_bytes(window).best()
    if best is None:
        raise ValueError(f"{_line(path, broken)}: byte {broken} is not UTF-8 and no other encoding fits; save the file as UTF-8")
    return best.encoding


def _refuse_damaged(path: Path, broken: int) -> None:
    """Raise if the file is UTF-8 but for some bytes: read as another encoding, every quotation mark would turn to junk.

    In another encoding hardly two bytes in a row make a character of UTF-8: of Chinese in GB 18030, one in ten.
    """
    decoder = codecs.getincrementaldecoder("utf-8")(errors="surrogateescape")
    good = bad = 0
    for _, block in _blocks(path):
        decoded = decoder.decode(block)
        odd = len(_ESCAPED.findall(decoded))
        bad += odd
        good += len(decoded) - len(decoded.encode("ascii", "ignore")) - odd
    if 3 * good > bad:
        raise ValueError(f"{_line(path, broken)}: byte {broken} is not UTF-8, though other parts are; mend or re-save the file as UTF-8")
