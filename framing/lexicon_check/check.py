"""What is wrong with a lexicon, as its own examples tell; and all checks together."""

from typing import Any

import polars as pl

from framing import arguments
from framing.corpus import Corpus
from framing.lexicon import Lexicon, check_lexicon
from framing.lexicon.check import MEANING as STATIC
from framing.lexicon.check import finding, findings
from framing.lexicon_check.corpus import check_in_corpus
from framing.lexicon_check.study import PLACE, place_of
from framing.matching import LexiconScorer
from framing.voice import Passages, split_voices

MEANING = {
    **STATIC,
    "example fails": "an entry that is not found in its own example",
    "counterexample fails": "an entry that is found in its own counterexample",
    "dead": "an entry that the corpus never has",
    "dominant": "an entry with over half of the hits of its frame: the frame is that word; count is its share",
    "one outlet": "an entry that a single outlet uses, at least five times: style, or a name; count is its hits",
    "ambiguous": "an entry that stands alone in its sentence far more often than others: perhaps another sense; count is z",
    "coverage": "how much of the corpus a frame reaches; count is its share of articles",
    "candidate": "a word near existing entries that is in none: same stem, or oftener in their sentences; count is its occurrences",
}


def check(lexicon: Lexicon, passages: Passages | None = None) -> pl.DataFrame:
    """Check a lexicon by itself, by its examples and, where passages are given, by a corpus.

    Parameters
    ----------
    lexicon
        From `read_lexicon`.
    passages
        From `split_voices`.

    Returns
    -------
    polars.DataFrame
        The findings of `framing.lexicon.check_lexicon`, `check_examples` and `check_in_corpus`, in this order.
    """
    tables = [check_lexicon(lexicon), check_examples(lexicon)]
    return pl.concat(tables if passages is None else [*tables, check_in_corpus(lexicon, passages)])


def check_examples(lexicon: Lexicon) -> pl.DataFrame:
    """Find the entries that are not found in their example, or are found in their counterexample, whatever topic they ask for.

    Returns
    -------
    polars.DataFrame
        As `framing.lexicon.check_lexicon`: `finding` is ``example fails`` or ``counterexample fails``, `evidence` the
        sentence.

    Examples
    --------
    >>> from framing.lexicon import read_lexicon
    >>> lexicon = read_lexicon({"fear": [{"term": "threat", "example": "They spoke of threats."}]})
    >>> check_examples(lexicon).select("finding", "term", "evidence").row(0)
    ('example fails', 'threat', ['They spoke of threats.'])
    """
    arguments.made(lexicon, Lexicon, "check_examples()")
    kinds = (("example", "example fails"), ("counterexample", "counterexample fails"))
    tried = [(entry, getattr(entry, key), kind) for key, kind in kinds for entry in lexicon.entries if getattr(entry, key)]
    found = _found(lexicon, [sentence for _, sentence, _ in tried])
    wrong = [
        finding(kind, entry, "is not found" if kind == "example fails" else "is found", evidence=[sentence])
        for (entry, sentence, kind), places in zip(tried, found, strict=True)
        if (place_of(entry) in places) == (kind == "counterexample fails")
    ]
    return findings(wrong)


def _found(lexicon: Lexicon, sentences: list[str]) -> list[set[tuple[Any, ...]]]:
    """The entries found in each sentence."""
    records = [{"article_id": str(number), "outlet": "example", "text": sentence} for number, sentence in enumerate(sentences)]
    found: list[set[tuple[Any, ...]]] = [set() for _ in sentences]
    if records:
        hits = LexiconScorer(lexicon.without_topics()).hits(split_voices(Corpus.from_records(records)))
        for article, *place in hits.select("article_id", *PLACE).iter_rows():
            found[int(article)].add(tuple(place))
    return found
