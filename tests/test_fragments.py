"""Headlines, stubs and sentences cut off anywhere: whatever stops early is read, and never raises."""

import re
import string
from pathlib import Path

import numpy as np
import pytest
from articles import passages_of

import framing

CORPUS = Path(__file__).parent.parent / "corpora" / "baltic-2022"
EVERY_WORD = framing.read_lexicon({"all": [f"{letter}*" for letter in string.ascii_lowercase]})


def hits(texts):
    """Number of hits where every word is a term."""
    return framing.score(passages_of(texts), EVERY_WORD).hits.height


@pytest.mark.parametrize(
    "stub",
    [
        "Overwhelmingly",
        "Then it was hers to see it",
        "The mill was hit by",
        "The road remains closed",
        "Pim Ottaway, president of the club, may declare the annexation of",
        "The ministry did not rule out",
        "By the decision to sell the hall against the wish of the tenants,",
        "After appearing in court on Friday, Holm",
        "Over Holm, the race was neck-and-neck among voters,",
    ],
)
def test_sentences_that_stop_early_are_read(stub):
    assert hits([stub]) == len(re.findall(r"\w+", stub))


def test_sentences_cut_off_anywhere_are_read():
    """Any run of words of the teaching corpus, its last mark dropped or changed."""
    draw = np.random.default_rng(7)
    articles = framing.read_corpus(CORPUS).articles["text"].to_list()
    words = [article.split() for article in articles]
    cuts = []
    for _ in range(4_000):
        article = words[draw.integers(len(words))]
        first = draw.integers(len(article))
        cut = " ".join(article[first : first + draw.integers(1, 20)])
        cuts.append(cut.rstrip(" .,;:!?”’—") + draw.choice(["", "", ",", ":", " —", " “", "”", " ("]))
    cuts = [cut for cut in cuts if cut.strip()]
    assert hits(cuts) > len(cuts)
