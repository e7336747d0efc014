"""Drafts a batch at a time, and their signs."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from framing.voice.drafts import Draft
from framing.voice.engines.parse import Parse, parsed
from framing.voice.engines.parsed_signs import parsed_signs
from framing.voice.engines.signs import Signs, signs_of
from framing.voice.engines.words import Words

ARTICLES = 16
"""Articles at a time: enough for columns to pay, few enough for their signs to stay in the cache of the processor."""


def batches(drafts: Iterable[Draft]) -> Iterator[list[Draft]]:
    """Cut a stream of drafts into batches."""
    stream = iter(drafts)
    while batch := list(islice(stream, ARTICLES)):
        yield batch


def parse_of(batch: Sequence[Draft]) -> Parse:
    """Parse the texts of a batch."""
    return parsed([draft.parts["text"] for draft in batch])


def signs(words: Words, parse: Parse | None) -> Signs:
    """Signs of every word, with those of a parse if there is one."""
    found = signs_of(words)
    if parse is None:
        return found
    more = parsed_signs(words, parse)
    return Signs({**found.numbers, **more.numbers}, {**found.codes, **more.codes})
