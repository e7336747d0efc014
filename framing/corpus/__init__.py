"""What was published: the corpus, and the one way into it for articles from any source."""

from framing.corpus.corpus import Corpus
from framing.corpus.intake import Row, collect, sources

__all__ = ["Corpus", "Row", "collect", "sources"]
