"""Engines that find the terms of a lexicon: each is built from terms, and returns how many hits it found in texts."""

import re
from collections.abc import Callable, Iterable

import numpy as np
import polars as pl

from framing.lexicon import Entry, Frame, Lexicon

SIZES = (200, 5_000, 50_000)
BOUND, WORD = re.compile(r"\w"), re.compile(r"\w+")
# In bytes, what is beyond ASCII passes for letters, but for the lead byte of curly quotation marks.
BOUND_BYTES, WORD_BYTES = re.compile(rb"[0-9A-Za-z_\x80-\xe1]"), re.compile(rb"[0-9A-Za-z_\x80-\xe1]+")

Engine = Callable[[list[str]], int]


def lexicon(terms: list[str]) -> Lexicon:
    return Lexicon("planted", frames={"planted": Frame("Planted")}, entries=tuple(Entry(term, frame="planted") for term in terms))


def ours_arrays(terms: list[str], compiled: bool = False) -> Engine:
    """Places as arrays, before context, overlap policy and table."""
    from framing.matching.engines import engine
    from framing.matching.finder import Finder
    from framing.matching.index import index
    from framing.matching.words import sizes_of

    finder = Finder(index(lexicon(terms)), "en")
    batch, using = 250, engine(compiled)
    columns = lambda texts: (pl.Series(texts[at : at + batch]) for at in range(0, len(texts), batch))  # noqa: E731
    return lambda texts: sum(len(finder.find(column, sizes_of(column), np.arange(len(column)), using)) for column in columns(texts))


def alternation(terms: list[str]) -> Engine:
    """One regular expression, longest terms first."""
    written = sorted((re.escape(term).replace(r"\*", r"\w*") for term in terms), key=len, reverse=True)
    pattern = re.compile(rf"\b(?:{'|'.join(written)})\b", re.IGNORECASE)
    return lambda texts: len([(m.start(), m.end(), m[0]) for text in texts for m in pattern.finditer(text)])


def count_vectorizer(terms: list[str]) -> Engine:
    """Counts without offsets; wildcards as plain words."""
    from sklearn.feature_extraction.text import CountVectorizer

    vectorizer = CountVectorizer(vocabulary=sorted({term.strip("*") for term in terms}), ngram_range=(1, 3), token_pattern=WORD.pattern)
    return lambda texts: int(vectorizer.transform(texts).sum())


def flashtext(terms: list[str]) -> Engine:
    """Misses overlapping terms; wildcards as plain words."""
    from flashtext import KeywordProcessor

    processor = KeywordProcessor()
    processor.add_keywords_from_list([term.strip("*") for term in terms])
    return lambda texts: sum(len(processor.extract_keywords(text, span_info=True)) for text in texts)


def spacy_matcher(terms: list[str]) -> Engine:
    """A blank pipeline; wildcards as plain words."""
    import spacy
    from spacy.matcher import PhraseMatcher

    nlp = spacy.blank("en")
    matcher = PhraseMatcher(nlp.vocab, attr="LOWER")
    matcher.add("term", [nlp.make_doc(term.strip("*")) for term in terms])
    return lambda texts: sum(
        len([(doc[a:b].start_char, doc[a:b].end_char) for _, a, b in matcher(doc)]) for doc in map(nlp.make_doc, texts)
    )


def bounded(found: Iterable[tuple[int, int, int]], text: str | bytes, wild: list[bool]) -> list[tuple[int, int, int]]:
    """Keep the strings found that begin and end with words; behind a wildcard the word goes on."""
    inside, rest = (BOUND, WORD) if isinstance(text, str) else (BOUND_BYTES, WORD_BYTES)
    kept = []
    for number, start, end in found:
        if start and inside.match(text, start - 1):
            continue
        if not inside.match(text, end):
            kept.append((number, start, end))
        elif wild[number]:
            kept.append((number, start, rest.match(text, end).end()))
    return kept


def aho_corasick(terms: list[str]) -> Engine:
    from ahocorasick_rs import AhoCorasick

    wild, automaton = [term.endswith("*") for term in terms], AhoCorasick([term.strip("*") for term in terms])
    return lambda texts: sum(
        len(bounded(automaton.find_matches_as_indexes(low, overlapping=True), low, wild)) for low in map(str.lower, texts)
    )


def daachorse(terms: list[str]) -> Engine:
    from daachorse import CharwiseDoubleArrayAhoCorasick

    wild, automaton = [term.endswith("*") for term in terms], CharwiseDoubleArrayAhoCorasick([term.strip("*") for term in terms])

    def find(texts: list[str]) -> int:
        return sum(len(bounded(((n, a, b) for a, b, n in automaton.find_overlapping(low)), low, wild)) for low in map(str.lower, texts))

    return find


def hyperscan(terms: list[str]) -> Engine:
    """Literals; bytes turned into characters where a text has others than ASCII."""
    from hyperscan import HS_FLAG_CASELESS, Database

    wild, sizes = [term.endswith("*") for term in terms], [len(term.strip("*").encode()) for term in terms]
    database = Database()
    database.compile(
        expressions=[term.strip("*").encode() for term in terms],
        ids=list(range(len(terms))),
        flags=[HS_FLAG_CASELESS] * len(terms),
        literal=True,
    )

    def find(texts: list[str]) -> int:
        hits = 0
        for text in texts:
            found: list[tuple[int, int, int]] = []
            data = text.encode()
            database.scan(
                data, match_event_handler=lambda number, _, end, *__, found=found: found.append((number, end - sizes[number], end))
            )
            kept = bounded(found, data, wild)
            hits += len(kept if len(data) == len(text) else in_characters(kept, data))
        return hits

    return find


def in_characters(found: list[tuple[int, int, int]], data: bytes) -> list[tuple[int, int, int]]:
    """Turn byte offsets into code points, counting on from one hit to the next."""
    made, byte, character = [], 0, 0
    for number, start, end in sorted(found, key=lambda hit: hit[1]):
        character, byte = character + len(data[byte:start].decode()), start
        made.append((number, character, character + len(data[start:end].decode())))
    return made


PEERS: dict[str, tuple[Callable[[list[str]], Engine], dict[int, int]]] = {
    "re alternation": (alternation, {200: 60, 5_000: 4}),
    "CountVectorizer(vocabulary)": (count_vectorizer, dict.fromkeys(SIZES, 150)),
    "flashtext": (flashtext, dict.fromkeys(SIZES, 150)),
    "spaCy PhraseMatcher": (spacy_matcher, dict.fromkeys(SIZES, 150)),
    "ahocorasick-rs + boundaries": (aho_corasick, dict.fromkeys(SIZES, 500)),
    "daachorse + boundaries": (daachorse, dict.fromkeys(SIZES, 500)),
    "hyperscan literals + boundaries": (hyperscan, dict.fromkeys(SIZES, 500)),
    "ours, arrays": (ours_arrays, dict.fromkeys(SIZES, 2_000)),
}
