"""Find patterns in texts with the compiled kernel: for corpora that would take plain Python longer than compiling takes."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import product

import numpy as np
import polars as pl

from framing.matching import kernel
from framing.matching.index import Ints
from framing.matching.letters import letters
from framing.matching.overlap import PLACE
from framing.matching.patterns import Pattern, fold, is_wild, stemmer
from framing.matching.plan import Hashes, Int32s, Table, plan

MOST_KNOWN = 1 << 21
NOMINEES = 4096
PADDING = pl.Series(["\0\0\0"])  # the kernel reads four bytes at a time


class Kernel:
    """Find every pattern at every place, as `framing.matching.plain.Finder` does, in the bytes of the texts.

    Parameters
    ----------
    patterns, labels
        What to look for, and the label of each.
    language
        Language code, for stems.
    """

    settle = staticmethod(kernel.settle)

    def __init__(self, patterns: Sequence[Pattern], labels: Ints, language: str):
        self._patterns = list(zip(patterns, labels.tolist(), strict=True))
        self._forms = _Forms(patterns, language)
        self._table = self._lay_out()

    def find(self, texts: pl.Series) -> Ints:
        """Places in some texts, a row each: see `overlap` for the columns."""
        laid, room = _lay(texts)
        if self._forms.learn(laid, room):
            self._table = self._lay_out()
        return np.concatenate([np.empty((0, PLACE), np.int64), *self._scan(laid, room)])

    def _scan(self, texts: kernel.Texts, room: kernel.Room) -> Iterator[Ints]:
        text, size = 0, 1024 + len(texts.data) // 64
        while text < len(texts.offsets) - 1:
            places = np.empty((size, PLACE), np.int64)
            before = text
            text, count = kernel.scan(texts, text, self._table, letters(), room, places)
            yield places[:count]
            size *= 1 if text > before else 4  # a text that fills the room alone needs more

    def _lay_out(self) -> Table:
        return plan([(form, label) for pattern, label in self._patterns for form in self._forms.spell(pattern)])


def _lay(texts: pl.Series) -> tuple[kernel.Texts, kernel.Room]:
    """Lay texts one after another in memory, and make room for the words of the longest."""
    data = np.frombuffer(pl.concat([texts, PADDING]).str.join("\0").cast(pl.Binary).item(), np.uint8)
    sizes = texts.str.len_bytes().to_numpy().astype(np.int64)
    longest = int(sizes.max(initial=0))
    words = longest // 2 + 2
    room = kernel.Room(
        words=np.empty((words, 4), np.int32),
        hashes=np.empty(words, np.uint64),
        scratch=np.empty(2 * longest + 8, np.int32),  # no fold has more letters than twice the bytes of what it folds
        nominees=np.empty((NOMINEES, 2), np.int32),
    )
    return kernel.Texts(data, np.concatenate([[0], (sizes + 1).cumsum()])), room


class _Forms:
    """The words met so far that share a stem with a word of a pattern, so that stems are compared as plain words."""

    def __init__(self, patterns: Sequence[Pattern], language: str):
        stemmed = {word for pattern in patterns if pattern.stem for word in pattern.words if not is_wild(word)}
        self._stem = stemmer(language) if stemmed else str
        self._forms: dict[str, dict[str, None]] = {self._stem(word): {} for word in sorted(stemmed)}
        self._known: Hashes = np.zeros(1 << 12, np.uint64)
        self._count = 0

    def spell(self, pattern: Pattern) -> Iterator[Pattern]:
        """Write a pattern with stems as patterns with the forms met so far."""
        if not pattern.stem:
            yield pattern
            return
        forms = ([word] if is_wild(word) else list(self._forms[self._stem(word)]) for word in pattern.words)
        yield from (replace(pattern, words=words, stem=False) for words in product(*forms))

    def learn(self, texts: kernel.Texts, room: kernel.Room) -> bool:
        """Meet the words of some texts; whether there are new forms among them."""
        if not self._forms:
            return False
        before = self._size()
        for word in self._meet(texts, room):
            self._forms.get(self._stem(word), {})[word] = None
        return self._size() > before

    def _size(self) -> int:
        return sum(map(len, self._forms.values()))

    def _meet(self, texts: kernel.Texts, room: kernel.Room) -> Iterator[str]:
        """Words not met before, folded."""
        text, size = 0, len(room.words) + 4096
        while text < len(texts.offsets) - 1:
            self._make_room(size)
            news: Int32s = np.empty((size, 2), np.int32)
            text, count = kernel.strangers(texts, text, letters(), room, self._known, news)
            self._count += count
            yield from (fold(texts.data[start:stop].tobytes().decode()) for start, stop in news[:count].tolist())

    def _make_room(self, size: int) -> None:
        """Keep the set of known words at most half full, and of bounded size: forgotten words are only met again."""
        if self._count > MOST_KNOWN:
            self._known, self._count = np.zeros(1 << 12, np.uint64), 0
        while 2 * (self._count + size) > len(self._known):
            old = self._known[self._known > 0]
            self._known = np.zeros(2 * len(self._known), np.uint64)
            kernel.enter_all(self._known, old)
