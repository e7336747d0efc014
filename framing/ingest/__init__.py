"""Files to a corpus; the only room that opens article files."""

from framing.ingest.labelled import read_labelled, read_marked
from framing.ingest.read import read_corpus

__all__ = ["read_corpus", "read_labelled", "read_marked"]
