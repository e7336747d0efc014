"""Signs of who is speaking that need a parse: the clause a word stands in and the words that govern it."""

from dataclasses import dataclass

import numpy as np

from framing.voice.engines.near import taken
from framing.voice.engines.parse import Parse
from framing.voice.engines.signs import FAR, Signs
from framing.voice.engines.words import Array, Words, codes, mixed

SUBJECTS = ("nsubj", "nsubjpass", "csubj", "expl")
CLAUSES = ("ccomp", "xcomp")
DEEPEST = 24
"""Steps up a parse: sentences of prose are not deeper."""


@dataclass
class Path:
    """For every word, tokens on its way up the parse: rows of the parse, -1 where there is none."""

    token: Array
    cue: Array
    """Nearest word above that can report, and the word below it on the way."""
    under_cue: Array
    second: Array
    under_second: Array
    clause: Array
    """Nearest word above with a clause as its complement, and the head of that clause."""
    under_clause: Array
    outer: Array
    """The highest such word."""
    under_outer: Array
    verb: Array
    """Nearest verb at or above."""
    root: Array
    under_root: Array
    depth: Array
    steps: Array
    """Steps up to the nearest word that can report."""


def aligned(words: Words, parse: Parse) -> Array:
    """Row of the parse that holds the start of each word; -1: not parsed."""
    far = np.int64(1 << 40)
    found = np.searchsorted(parse.text * far + parse.start, words.text * far + words.start, side="right") - 1
    held = (taken(parse.text, found, -1) == words.text) & (taken(parse.end, found, -1) > words.start)
    return np.where((found >= 0) & held, found, -1)


def path_of(token: Array, parse: Parse) -> Path:
    """Walk up from every word at once."""
    none = np.full(len(token), -1)
    zero = np.zeros(len(token), np.int64)
    path = Path(*[token, *(none.copy() for _ in range(9)), token.copy(), token.copy(), zero, zero.copy()])
    path.verb = np.where(taken(parse.verb, token), token, -1)
    clausal = np.isin(parse.relation, codes(CLAUSES))
    here = token.copy()
    for step in range(DEEPEST):
        up = taken(parse.head, here, -1)
        moved = up != here
        if not moved.any():
            break
        _note(path, here, up, moved & taken(parse.cue, up), step)
        clause = moved & taken(clausal, here)
        nearest = clause & (path.clause < 0)
        path.clause[nearest], path.under_clause[nearest] = up[nearest], here[nearest]
        path.outer[clause], path.under_outer[clause] = up[clause], here[clause]
        verbal = moved & taken(parse.verb, up) & (path.verb < 0)
        path.verb[verbal] = up[verbal]
        path.under_root[moved] = here[moved]
        path.depth += moved
        here = up
    path.root = here
    return path


def _note(path: Path, here: Array, up: Array, reporting: Array, step: int) -> None:
    """Keep the nearest and the second word above that can report."""
    second = reporting & (path.cue >= 0) & (path.second < 0)
    path.second[second], path.under_second[second] = up[second], here[second]
    first = reporting & (path.cue < 0)
    path.cue[first], path.under_cue[first], path.steps[first] = up[first], here[first], step + 1


def parsed_signs(words: Words, parse: Parse) -> Signs:
    """Signs of every word from its parse."""
    path = path_of(aligned(words, parse), parse)
    found = Signs({"depth": path.depth, "steps": path.steps}, {})
    _above(path, parse, found)
    _governing(path, parse, found)
    _around(words, path, parse, found)
    return found


def _above(path: Path, parse: Parse, found: Signs) -> None:
    """The word's own relation and those of the two above it."""
    texts = found.codes
    head = taken(parse.head, path.token, -1)
    higher = taken(parse.head, head, -1)
    for name, row in (("", path.token), ("head ", head), ("higher ", higher)):
        texts[f"{name}relation"] = taken(parse.relation, row)
        texts[f"{name}tag"] = taken(parse.tag, row)
    texts["head"], texts["higher"] = taken(parse.lower, head), taken(parse.lower, higher)
    texts["head by relation"] = mixed(texts["head"], texts["relation"])


def _governing(path: Path, parse: Parse, found: Signs) -> None:
    """Words above that report or have a clause, each with the relation by which it is reached."""
    texts = found.codes
    pairs = {
        "cue": (path.cue, path.under_cue),
        "second": (path.second, path.under_second),
        "clause": (path.clause, path.under_clause),
        "outer": (path.outer, path.under_outer),
        "root": (path.root, path.under_root),
        "verb": (taken(parse.head, path.verb, -1), path.verb),
    }
    for name, (row, under) in pairs.items():
        texts[f"by {name}"] = taken(parse.lower, row)
        texts[f"{name} relation"] = taken(parse.relation, under)
        texts[f"by {name} relation"] = mixed(texts[f"by {name}"], texts[f"{name} relation"])


def _around(words: Words, path: Path, parse: Parse, found: Signs) -> None:
    """Tag, subject, auxiliary and distance of those words, and the conjunction of the word's own clause."""
    numbers, texts = found
    subject, auxiliary, mark = (_child(parse, kinds) for kinds in (SUBJECTS, ("aux",), ("mark",)))
    for name, row in (("cue", path.cue), ("clause", path.clause), ("outer", path.outer), ("root", path.root), ("verb", path.verb)):
        texts[f"{name} tag"] = taken(parse.tag, row)
        texts[f"{name} subject"] = taken(parse.lower, taken(subject, row, -1))
        texts[f"{name} auxiliary"] = taken(parse.lower, taken(auxiliary, row, -1))
        texts[f"{name} subject tag"] = taken(parse.tag, taken(subject, row, -1))
        numbers[f"{name} distance"] = np.where(row >= 0, np.clip(taken(parse.start, row) - words.start, -FAR, FAR), -999)
    texts["verb form"] = taken(parse.lower, path.verb)
    texts["verb mark"] = taken(parse.lower, taken(mark, path.verb, -1))


def _child(parse: Parse, relations: tuple[str, ...]) -> Array:
    """Row of a child of each token by one of these relations; -1: none."""
    found = np.full(len(parse), -1)
    rows = np.flatnonzero(np.isin(parse.relation, codes(relations)))
    found[parse.head[rows]] = rows
    return found
