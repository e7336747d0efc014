"""The walk from a shell; the only room that prints."""

import argparse
import importlib
import io
import signal
import sys
import threading
import warnings
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import framing
from framing.cli.walk import columns_argument, path_argument
from framing.display import one_line
from framing.voice.narrow import READINGS

if TYPE_CHECKING:
    Commands = argparse._SubParsersAction[argparse.ArgumentParser]

EXIT_BAD_INPUT = 2
INDIRECT = "indirect speech: all that is told of others' words and plans (default), or what a clause or a label reports"
ENGINE = "rules (default), spacy (an extra), or a trained model"
HTML = "titles and texts are HTML: read them as a browser shows them, without tags, with characters for entities"
MAP = (
    "rename a column, once for each: --map text=body --map outlet=paper; needed are article_id, outlet and text, and event to compare "
    "within events; article_id=# numbers the articles"
)
MARKED = "text/NAME.txt with annotations in brat's format in attributions/NAME.ann"
FORMS = ("table", "jsonl", "csv")
FORMAT = "table to read (default), jsonl or csv with every column"
LEXICON = "a shipped lexicon (`framing lexicon show` lists them) or a file: .toml, .csv, .tsv, .yml (quanteda) or .dic (LIWC)"
UNIT = "what is judged at a time: each stretch in one voice, each sentence (default), or each article"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command that `arguments` name and return the exit code: 0, 2 after one line on what is wrong, 130 if stopped."""
    options = parser().parse_args(arguments)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # a terminal that cannot show a letter shows its code instead
            stream.reconfigure(errors="backslashreplace")
    try:
        with warnings.catch_warnings(), _stoppable():
            warnings.showwarning = _warn
            options.run(options)
    except BrokenPipeError:  # the reader, such as `head`, has seen enough
        sys.stderr.close()
    except (ValueError, OSError, ImportError) as error:
        print(f"framing: error: {one_line(error)}", file=sys.stderr)
        return EXIT_BAD_INPUT
    except KeyboardInterrupt:
        print("framing: stopped", file=sys.stderr)
        return 130
    return 0


@contextmanager
def _stoppable() -> Iterator[None]:
    """Let a polite kill end the run like Ctrl-C, so that half-written folders are taken away."""
    if threading.current_thread() is not threading.main_thread():  # only there may signals be set
        yield
        return
    before = signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


def _warn(message: Warning | str, *_: object, **__: object) -> None:
    print(f"framing: note: {one_line(message)}", file=sys.stderr)


def parser() -> argparse.ArgumentParser:
    """Build the command line: one subcommand a station."""
    top = argparse.ArgumentParser(prog="framing", description="Compare how outlets word the same event, knowing whose words they are.")
    top.add_argument("--version", action="version", version=f"framing {framing.__version__}")
    commands = _several(top, "COMMAND")
    _add_compare(commands)
    _add_voices(commands)
    _add_hits(commands)
    _add_lexicon_commands(commands)
    _add_train(commands)
    return top


def _several(parser: argparse.ArgumentParser, what: str) -> "Commands":
    """Let a parser have commands of its own; without one of them it lists them all with a line each, and ends as over a wrong one."""

    def listed(_: argparse.Namespace) -> None:
        parser.print_help(sys.stderr)
        parser.exit(EXIT_BAD_INPUT, f"\n{parser.prog}: error: {what} is missing\n")

    parser.set_defaults(run=listed)
    return parser.add_subparsers(metavar=what)


def _reading(commands: "Commands", name: str, told: str) -> argparse.ArgumentParser:
    command = commands.add_parser(name, help=told, description=told)
    command.add_argument(
        "path",
        type=path_argument,
        nargs="?",
        metavar="PATH",
        help="a CSV, TSV, JSONL, JSON, Parquet, .txt or .md file, or a folder of .txt or .md files, or with articles.jsonl",
    )
    _add_columns(command, MAP)
    return command


def _add_columns(command: argparse.ArgumentParser, told: str) -> None:
    command.add_argument("--map", action="append", type=columns_argument, metavar="OURS=THEIRS", help=told)
    command.add_argument("--html", action="store_true", help=HTML)


def _add_lexicon(command: argparse.ArgumentParser) -> None:
    command.add_argument("--lexicon", nargs="+", action="extend", metavar="NAME|FILE", help=f"one or more (default: conflict): {LEXICON}")
    command.add_argument(
        "--classifier", type=path_argument, metavar="MODEL", help="a classifier that `framing train` wrote, instead of a lexicon"
    )
    command.add_argument("--engine", default="rules", metavar="NAME|MODEL", help="who tells the voices: " + ENGINE)
    command.add_argument("--indirect", default="wide", choices=READINGS, help=INDIRECT)


def _add_compare(commands: "Commands") -> None:
    command = _reading(commands, "compare", "write a page of figures and tables on a corpus")
    _add_lexicon(command)
    command.add_argument("--by", default="outlet", help="the groups: outlet (default), event, part, language, week, month, year")
    told = "whose words are counted; all: whoever says them, as a plain count has it (default: own, the outlet's)"
    command.add_argument("--voice", default="own", choices=["own", "direct", "indirect", "scare", "all"], help=told)
    command.add_argument("--within", default="event", choices=["event", "none"], help="compare within events (default), or not")
    command.add_argument("--level", type=float, default=0.95, help="coverage of the intervals (default: 0.95)")
    command.add_argument("--n-boot", type=int, default=1000, help="draws of articles behind an interval (default: 1000)")
    command.add_argument("--seed", type=int, default=0, help="same input and seed, same numbers (default: 0)")
    told = "also compare where nothing can differ, with doubtful voices or indirect speech read the other way, and under other choices"
    command.add_argument("--checks", action="store_true", help=told)
    command.add_argument(
        "--out", type=path_argument, required=True, metavar="DIR", help="folder to write; an earlier report in it is replaced"
    )
    command.set_defaults(run=_later("compare", "compare"))


def _add_voices(commands: "Commands") -> None:
    told = "print the passages: whose words each stretch of text is; `framing voices train DIR --out MODEL` learns from marked articles"
    command = commands.add_parser("voices", help=told, description=told)
    command.add_argument("path", nargs="*", metavar="PATH", help="what to read, as for compare; or the word train and a folder: " + MARKED)
    _add_columns(command, MAP)
    command.add_argument("--format", default="table", choices=FORMS, help=FORMAT)
    command.add_argument("--explain", action="store_true", help="show why: the rule that decided, in words, and how sure it is")
    command.add_argument("--engine", default="rules", metavar="NAME|MODEL", help=ENGINE)
    command.add_argument("--indirect", default="wide", choices=READINGS, help=INDIRECT)
    told = "with train: the file to write; --engine spacy learns from parses too, vectors tunes a language model, spacy+vectors both"
    command.add_argument("--out", type=path_argument, metavar="MODEL", help=told)
    command.set_defaults(run=_voices)


def _add_hits(commands: "Commands") -> None:
    command = _reading(commands, "hits", "print every hit of a lexicon, or of a classifier, in its sentence, with whose voice it stands in")
    _add_lexicon(command)
    command.add_argument("--format", default="table", choices=FORMS, help=FORMAT)
    command.set_defaults(run=_later("listing", "list_hits"))


def _add_lexicon_commands(commands: "Commands") -> None:
    told = "show or check a lexicon"
    actions = _several(commands.add_parser("lexicon", help=told, description=told), "ACTION")
    told = "print frames and naming choices, or the card of one entry"
    card = actions.add_parser("show", help=told, description=told)
    card.add_argument("source", nargs="?", metavar="NAME|FILE", help="without it: the names of the shipped lexicons")
    card.add_argument("term", nargs="?", metavar="TERM", help="a word or phrase: the card of each entry that finds it")
    card.set_defaults(run=_later("lexicon", "show_lexicon"))
    told = "print what is wrong with a lexicon, by itself and in a corpus"
    check = actions.add_parser("check", help=told, description=told)
    check.add_argument("source", metavar="NAME|FILE", help=LEXICON)
    check.add_argument("--corpus", type=path_argument, metavar="PATH", help="also look for dead, dominant and ambiguous entries here")
    _add_columns(check, "rename a column of the corpus")
    check.add_argument("--format", default="table", choices=FORMS, help=FORMAT)
    check.set_defaults(run=_later("lexicon", "check_lexicon"))


def _add_train(commands: "Commands") -> None:
    told = "train a classifier on labelled texts, evaluate it on outlets (or events) left out, and save it with its card"
    command = commands.add_parser("train", help=told, description=told)
    command.add_argument(
        "labels", type=path_argument, metavar="LABELS", help="a CSV, TSV, JSONL, JSON or Parquet file, a labelled text a row"
    )
    command.add_argument("--text", default="text", metavar="COLUMN", help="column of the texts (default: text)")
    command.add_argument(
        "--label", nargs="+", default=["label"], metavar="COLUMN", help="column of the label (default: label), or columns of 0 and 1"
    )
    command.add_argument(
        "--group", default="outlet", metavar="COLUMN", help="column of the outlets or events to leave out (default: outlet)"
    )
    command.add_argument(
        "--words", metavar="COLUMN", help="learn single words instead: column of the words that readers marked in each text, with ; between"
    )
    told = "tfidf (default), words (other languages), features (voices, lexicons, place), embeddings (an extra); with --words, of sentences"
    command.add_argument("--classifier", default="tfidf", help=told)
    command.add_argument("--lexicon", nargs="+", metavar="NAME|FILE", help="the lexicons of features (default: all that are shipped)")
    command.add_argument("--unit", default="sentences", choices=["passages", "sentences", "articles"], help=UNIT)
    command.add_argument("--frames", nargs="+", metavar="LABEL", help="the labels that count as frames (default: all)")
    command.add_argument(
        "--abstain", type=float, default=0.0, help="leave units out whose likeliest labels are nearer than this (default: 0)"
    )
    command.add_argument("--level", type=float, default=0.95, help="coverage of the intervals (default: 0.95)")
    command.add_argument("--seed", type=int, default=0, help="same texts and seed, same numbers (default: 0)")
    command.add_argument("--out", type=path_argument, required=True, metavar="MODEL", help="file to write; its card goes to MODEL.md")
    command.set_defaults(run=_later("train", "train"))


def _later(room: str, name: str) -> Callable[[argparse.Namespace], None]:
    """Return a function of a room of this package that is imported only when it is called: a command loads what it needs, help nothing."""

    def run(options: argparse.Namespace) -> None:
        getattr(importlib.import_module(f"framing.cli.{room}"), name)(options)

    return run


def _voices(options: argparse.Namespace) -> None:
    """Train on what stands behind the word train, or print the passages."""
    *action, options.path = options.path or [None]
    if action and action != ["train"]:
        raise ValueError(f"framing voices takes one PATH, or train DIR, not {[*action, options.path]}")
    if action:
        _later("voices", "train_voices")(options)
        return
    if options.out is not None:
        raise ValueError("--out is for `framing voices train DIR --out MODEL`; the passages are printed")
    options.path = options.path and Path(options.path)
    _later("listing", "list_voices")(options)
