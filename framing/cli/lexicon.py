"""`framing lexicon`: what a lexicon holds, and what is wrong with it."""

import argparse

import polars as pl

from framing.cli.notes import tell
from framing.cli.output import show
from framing.cli.walk import columns_of, passages_of
from framing.display import one_line, visible
from framing.ingest import read_corpus
from framing.lexicon import Lexicon, read_lexicon, shipped
from framing.lexicon_check import MEANING, check
from framing.voice import Passages

SHOWN = 15  # findings of a kind in the readable form
HEADING = "{}: {} entries, {} frames, {} naming choices; version {}, sha256 {}"


def check_lexicon(options: argparse.Namespace) -> None:
    """Print the findings on a lexicon, by itself and, with a corpus, in text.

    Raises
    ------
    ValueError
        For a lexicon or corpus that cannot be read, or columns renamed of no corpus.
    """
    for option, given, does in (("--map", options.map, "renames the columns"), ("--html", options.html, "is for the texts")):
        if given and not options.corpus:
            raise ValueError(f"{option} {does} of a corpus; name one with --corpus")
    lexicon = _read(options.source)
    findings = check(lexicon, _passages(options) if options.corpus else None)
    if options.format != "table":
        show(findings.with_columns(pl.col(pl.List(pl.String)).list.join(" | ")), options.format)
        return
    print(_heading(lexicon))
    for kind, rows in findings.group_by("finding", maintain_order=True):
        print(f"\n{rows.height} {kind[0]}: {MEANING.get(str(kind[0]), 'see docs/lexicons.md')}")
        show(_legible(rows.head(SHOWN)), "table")
        if rows.height > SHOWN:
            print(f" ... and {rows.height - SHOWN} more; --format csv has them all")
    if findings.is_empty():
        print("nothing to mend" if len(lexicon) else "no entries: nothing is found")


def show_lexicon(options: argparse.Namespace) -> None:
    """Print the names of the shipped lexicons, the frames and naming choices of one, or the card of an entry."""
    if options.source is None:
        print("\n".join(shipped()))
        return
    lexicon = read_lexicon(options.source)
    if options.term:
        print(lexicon.describe(options.term))
        return
    print(_heading(lexicon))
    rows = [("frame", name, frame.definition) for name, frame in lexicon.frames.items()]
    rows += [("choice", name, choice.definition) for name, choice in lexicon.choices.items()]
    show(pl.DataFrame(rows, schema=["kind", "name", "definition"], orient="row"), "table")


def _passages(options: argparse.Namespace) -> Passages:
    corpus = read_corpus(options.corpus, columns=columns_of(options.map), html=options.html)
    tell(corpus)
    return passages_of(corpus)


def _read(source: str) -> Lexicon:
    """Read a lexicon; if more than one thing is wrong with it, print a line on each."""
    complaints: list[str] = []
    try:
        return read_lexicon(source)
    except ValueError as error:
        complaints = str(error).splitlines()
    if len(complaints) > 1:
        print(visible("\n".join(complaints)))
        raise ValueError(f"{source}: {len(complaints)} mistakes, listed line by line")
    raise ValueError(complaints[0])


def _heading(lexicon: Lexicon) -> str:
    counts = len(lexicon), len(lexicon.frames), len(lexicon.choices)
    return one_line(HEADING.format(lexicon.name, *counts, lexicon.version, lexicon.digest[:12]))


def _legible(rows: pl.DataFrame) -> pl.DataFrame:
    """Join lists, and drop the columns that hold nothing here."""
    joined = rows.drop("finding").with_columns(pl.col(pl.List(pl.String)).list.head(2).list.join(" | ").replace("", None))
    joined = joined.select(column for column in joined if column.null_count() < len(column))
    return joined.with_columns(pl.col(pl.String).fill_null(""))
