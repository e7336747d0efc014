"""read_corpus: a path to a corpus."""

from collections.abc import Collection, Iterable, Mapping
from pathlib import Path
from typing import Any

from framing import arguments
from framing.corpus import Corpus, Row, collect, sources
from framing.ingest import records, texts
from framing.ingest.source import Source, inspect, printed, refuse_markup

ARTICLES = "articles.jsonl"
BESIDE = ("README.md", "manifest.json", "gold.jsonl")  # what a corpus folder holds besides its articles
LINES = (".jsonl", ".ndjson")
TABLES = (".csv", ".tsv")
FILES = (*LINES, ".json", *TABLES, ".parquet", *texts.SUFFIXES)

Read = tuple[Iterable[str] | None, Iterable[Row]]


def read_corpus(path: str | Path, *, columns: Mapping[str, str] | None = None, html: bool = False) -> Corpus:
    r"""Read articles from a file or a folder, with their text exactly as published.

    Parameters
    ----------
    path
        One of

        - a folder with ``articles.jsonl``;
        - a file of many articles: JSON Lines (``.jsonl``, ``.ndjson``), JSON (``.json``: an array of objects, or
          ``{"articles": [...]}``), where parts of an object within an article are columns such as ``source.name``; ``.csv`` or
          ``.tsv`` (with a header; comma, semicolon, tab or bar, or what a line ``sep=;`` before the header names), ``.parquet``;
        - a folder of ``.txt`` or ``.md`` files, an article each, laid out as ``outlet/event/file.txt`` or with a
          header of ``key: value`` lines between two lines ``---``; what a header says goes before the folders.
          The id is the path without suffix; an outlet nobody names is ``unknown``. Of Markdown (``.md``) the marks of
          emphasis (``_war_``, ``**war**``) are left out; all else stays as it stands;
        - one ``.txt`` or ``.md`` file.
    columns
        Our column name to yours, for those that differ: ``{"text": "body"}``; see `Corpus.from_frame`.
        ``{"article_id": "#"}`` numbers the articles from 1.
    html
        Whether titles and texts are HTML: tags, scripts and styles are then left out, entities read as their characters, and a block
        is a paragraph, as a browser shows them.

    Returns
    -------
    Corpus
        An article without text is kept. A date that may mean two days, or none, is null; which number of ``04.03.2022``
        is the day, other dates of the data may tell (``24.02.2022``). Next to the notes every
        corpus can carry (see `Corpus`), `notes` has ``inputs``, a list of the files read as ``path`` (within the
        folder), ``bytes`` and ``sha256``; and where there is something to tell ``encodings`` (file to encoding, for
        files that are not UTF-8), ``skipped_files`` (reason to a list of paths) and ``unknown_outlets`` (articles
        without an outlet). All notes can be written as JSON.

    Raises
    ------
    FileNotFoundError
        If there is nothing at `path`.
    TypeError
        If `path` is no path, such as a list or a data frame, or `columns` is not a mapping.
    ValueError
        If a file is empty, broken, not what its name says, or not to be decoded; if a column is missing, an id stands
        twice, or a value is of the wrong kind. The message is one line with the file, the line where there is
        one, the value, and what is allowed.

    Examples
    --------
    >>> import pathlib, tempfile
    >>> folder = pathlib.Path(tempfile.mkdtemp())
    >>> file = folder / "herald.csv"
    >>> _ = file.write_text("id;paper;body\n1;The Ford Herald;It rained, and rained.\n", encoding="utf-8")
    >>> corpus = read_corpus(file, columns={"article_id": "id", "outlet": "paper", "text": "body"})
    >>> corpus.articles["text"].to_list()
    ['It rained, and rained.']
    >>> corpus.notes["without_event"]
    1
    """
    path = existing(path)
    sources(columns)
    inputs: list[Source] = []
    notes: dict[str, Any] = {}
    try:
        found, rows = _folder(path, notes, inputs) if path.is_dir() else from_file(path, path.name, sources(columns).values(), inputs)
        articles, told = collect(rows, columns=columns, found=found, source=printed(path), html=html)
    except UnicodeError as error:
        raise ValueError(f"{inputs[-1]}: is no {inputs[-1].encoding}, as it seemed: {error}; save the file as UTF-8") from None
    unknown = {"unknown_outlets": articles.filter(articles["outlet"] == texts.UNKNOWN).height}
    told |= {name: note for name, note in (notes | unknown | _told(inputs)).items() if note}
    return Corpus(articles, told)


def existing(path: str | Path) -> Path:
    """Return the path of what is there."""
    arguments.path("path", path, "the path of a file or folder (Corpus.from_frame takes data frames)")
    try:
        there = bool(str(path)) and Path(path).exists()
    except (OSError, ValueError):  # a text handed in as a path is too long for one, or holds a NUL
        there = False
    if not there:
        raise FileNotFoundError(f"{printed(Path(path))[:200] if str(path) else 'empty path'}: no such file or folder")
    return Path(path)


def _told(inputs: list[Source]) -> dict[str, Any]:
    return {
        "encodings": {each.name: each.encoding for each in inputs if each.encoding not in ("", "utf-8", "utf-8-sig")},
        "inputs": [{"path": each.name, "bytes": each.size, "sha256": each.sha256} for each in inputs],
    }


def from_file(path: Path, name: str, wanted: Collection[str], inputs: list[Source]) -> Read:
    """Column names, where a file has them beforehand, and rows of one file of many; it is added to `inputs`."""
    suffix = path.suffix.lower()
    if suffix not in FILES:
        raise ValueError(f"{printed(path)}: no reader for files called {suffix or 'without suffix'!r}; expected {list(FILES)}, or a folder")
    if not path.is_file():
        raise ValueError(f"{printed(path)}: is neither a regular file nor a folder")
    if not path.stat().st_size:
        raise ValueError(f"{printed(path)}: is empty (0 bytes)")
    source = inspect(path, name, text=suffix != ".parquet")
    inputs.append(source)
    if suffix == ".parquet":
        return records.read_parquet(source, wanted)
    refuse_markup(source)
    if suffix in TABLES:
        header = records.header_of(source, wanted)
        return header.names, records.read_table(source, header)
    if suffix in texts.SUFFIXES:
        return None, [texts.read_text(source, Path(name))]
    return None, records.read_lines(source) if suffix in LINES else records.read_json(source)


def _folder(folder: Path, notes: dict[str, Any], inputs: list[Source]) -> Read:
    listed = folder / ARTICLES
    if listed.exists() or listed.is_symlink():
        if not texts.inside(listed, folder):
            raise ValueError(f"{printed(listed)}: is a link out of the folder; name the file it leads to instead")
        others = sorted(printed(Path(each.name)) for each in folder.iterdir() if each.name not in (ARTICLES, *BESIDE))
        notes["skipped_files"] = {f"the folder has {ARTICLES}": others} if others else {}
        return from_file(listed, ARTICLES, sources(None).values(), inputs)
    names, notes["skipped_files"] = texts.find_texts(folder)
    if not names:
        there = [name for paths in notes["skipped_files"].values() for name in paths][:5]
        wanted = f"expected {ARTICLES}, or {' and '.join(texts.SUFFIXES)} files"
        raise ValueError(f"{printed(folder)}: nothing to read in this folder; {wanted}; files there: {there or 'none'}")
    return None, (_text(folder, name, inputs) for name in names)


def _text(folder: Path, name: Path, inputs: list[Source]) -> Row:
    source = inspect(folder / name, name.as_posix())
    inputs.append(source)
    refuse_markup(source)
    return texts.read_text(source, name)
