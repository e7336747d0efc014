"""Compare how outlets word the same event, knowing whose voice each word stands in.

>>> import framing
>>> corpus = framing.read_corpus("corpora/baltic-2022")              # articles of several outlets on the same events
>>> passages = framing.split_voices(corpus)                          # whose words: own, direct, indirect, scare
>>> scores = framing.score(passages, framing.read_lexicon("conflict"))
>>> table = framing.rates(scores.where(voice="own"), by="outlet")    # how often, and how sure
>>> evidence = framing.concordance(scores, frame="aggression")       # the sentences behind the number

``framing.checks`` asks whether a comparison holds, ``framing.plots`` draws the result tables and ``framing.report`` makes a
page of them; ``framing compare`` is the same walk from a shell.
"""

import importlib
from types import ModuleType

from framing.agreement import agreement
from framing.choices import choices
from framing.classifier import ClassifierScorer
from framing.concordance import concordance
from framing.corpus import Corpus
from framing.ingest import read_corpus
from framing.keyness import keyness
from framing.lexicon import Lexicon, read_lexicon
from framing.matching import LexiconScorer
from framing.rates import contrasts, rates
from framing.scores import Scores, score
from framing.voice import Passages, split_voices

__version__ = "0.1.0"

__all__ = [
    "ClassifierScorer",
    "Corpus",
    "Lexicon",
    "LexiconScorer",
    "Passages",
    "Scores",
    "agreement",
    "checks",
    "choices",
    "concordance",
    "contrasts",
    "keyness",
    "plots",
    "rates",
    "read_corpus",
    "read_lexicon",
    "report",
    "score",
    "split_voices",
]


def __getattr__(name: str) -> ModuleType:
    """Import `checks`, `plots` and `report` when first asked for: matplotlib and Jinja are slow to load."""
    if name in ("checks", "plots", "report"):
        return importlib.import_module(f"framing.{name}")
    raise AttributeError(f"module 'framing' has no attribute {name!r}; public names are {__all__}")
