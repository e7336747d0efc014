"""Find patterns in texts: every place where one may stand; which of them count is decided in `overlap`."""

import functools

import numpy as np
import polars as pl

from framing import tables
from framing.lexicon import Lexicon
from framing.matching.context import asked_for, barred_beside
from framing.matching.engines import Engine
from framing.matching.index import Index, index
from framing.matching.letters import Ints
from framing.matching.plan import Nominees, Table, plan
from framing.matching.standing import Standing
from framing.matching.stems import Forms
from framing.matching.topics import counts_of, on_topic
from framing.matching.words import Laid, Words, lay, points

OF_ENTRY = ("frame", "choice", "name", "term", "weight", "target")
MOST_LAID_OUT = 8


class Finder:
    """Find every pattern at every place.

    Parameters
    ----------
    index
        What to look for.
    language
        Language code, for stems.
    """

    def __init__(self, index: Index, language: str):
        self.index = index
        self._forms = Forms(index.patterns, language)
        self._standing = Standing()
        self._table = self._lay_out()

    def find(self, texts: pl.Series, sizes: Ints, articles: Ints, using: Engine) -> Ints:
        """Places in some texts, of given sizes in bytes, of given articles, that nothing beside them bars and whose topic is the article's.

        See `places` for the columns.
        """
        laid = lay(texts, sizes)
        words = using.read(laid)
        if self._forms.learn(laid, words):
            self._table = self._lay_out()
        nominees = using.nominate(laid, words, self._table)
        places = self._places(laid, words, self._table, asked_for(nominees, laid, words, self._table, self.index))
        if len(self.index.per_1000):
            places = places[on_topic(places, counts_of(laid, words), articles, self.index)]
        barred = barred_beside(places, laid, self.index)
        return np.delete(places, barred, 0) if len(barred) else places

    def _places(self, laid: Laid, words: Words, table: Table, nominees: Nominees) -> Ints:
        first, pattern, begins, ends = self._standing.spans(laid, words, table, nominees)
        text = np.searchsorted(laid.starts, begins, "right") - 1
        at, zero = laid.starts[text], points(words, laid.starts[:-1])[text]
        start, end = points(words, begins) - zero, points(words, ends) - zero
        last, labels = first + table.lengths[pattern] - 1, table.labels[pattern]
        return np.stack([text, start, end, first, last, labels, begins - at, ends - at]).T  # so that each column lies in one piece

    @functools.cached_property
    def labels(self) -> pl.DataFrame:
        """What the hits table tells of each entry."""
        columns = {name: [getattr(entry, name) for entry in self.index.entries] for name in OF_ENTRY}
        return pl.DataFrame(columns, schema={name: tables.schema("hits")[name] for name in OF_ENTRY})

    def _lay_out(self) -> Table:
        labelled = zip(self.index.patterns, self.index.labels.tolist(), strict=True)
        return plan([(form, label) for pattern, label in labelled for form in self._forms.spell(pattern)])


class _ByDigest:
    """A lexicon as a key: two with the same digest are laid out alike."""

    def __init__(self, lexicon: Lexicon):
        self.lexicon = lexicon

    def __hash__(self) -> int:
        return hash(self.lexicon.digest)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _ByDigest) and other.lexicon.digest == self.lexicon.digest


def laid_out(lexicon: Lexicon) -> Finder:
    """Lay out a lexicon, or return it as it was laid out before: that takes longer than to read a hundred articles."""
    return _laid_out(_ByDigest(lexicon))


@functools.lru_cache(MOST_LAID_OUT)
def _laid_out(key: _ByDigest) -> Finder:
    return Finder(index(key.lexicon), key.lexicon.language)
