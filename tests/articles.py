"""Passages of a few texts, for tests that do not care about the rest of a corpus."""

from collections.abc import Iterable, Sequence

from framing.corpus import Corpus
from framing.voice import Passages, split_voices


def passages_of(texts: Iterable[str], outlets: Sequence[str] = ("The Gull",)) -> Passages:
    """Read texts as articles that are called by their numbers and published by the outlets in turn."""
    named = [{"article_id": str(number), "outlet": outlets[number % len(outlets)], "text": text} for number, text in enumerate(texts)]
    return split_voices(Corpus.from_records(named))
