"""Words read and patterns compared one by one, compiled by numba: what `arrays` does in numpy, several times as fast."""

import numpy as np

from framing.matching.kernel import Page, Sought
from framing.matching.kernel_patterns import locate, sift, stand
from framing.matching.kernel_words import cut, spell
from framing.matching.letters import Numbers, learn, spellings
from framing.matching.plan import Nominees, Table
from framing.matching.words import EIGHT, GROUP, Laid, Words, overlapping

ONE_IN, ROOM = 8, 4096
MOST_KEPT = 1 << 17  # of the room a single long text takes, no more is kept than this
STRANGE = 4096  # as many characters not met before as are learned at once


class Compiled:
    """Word by word, compiled; writes into the same arrays again and again."""

    batch_bytes = 4_000_000  # new memory would cost more than what is done in it

    def __init__(self) -> None:
        self._strange = np.empty(STRANGE, np.int64)
        self._known: Table | None = None
        self._make_room(0)

    def _make_room(self, groups: int) -> None:
        words = groups * GROUP // 2 + 1
        self._groups, self._folded = groups, np.zeros(groups * EIGHT + 1, np.uint64)
        self._edges, self._sizes = np.empty(2 * words, np.int32), np.empty(words, np.uint8)
        self._heads, self._hashes = np.empty(words, np.uint64), np.empty(words, np.uint64)
        self._ahead, self._going_on = np.empty(groups, np.int64), np.empty(groups, np.uint64)

    def _page(self, laid: Laid) -> Page:
        blocks = laid.blocks
        groups = len(blocks) // EIGHT
        if not groups <= self._groups <= max(groups, MOST_KEPT):
            self._make_room(groups)
        folded = self._folded[: len(blocks) + 1]
        folded[-1] = 0
        read, bytes_ = np.frombuffer(laid.raw, np.uint8), folded.view(np.uint8)
        places = self._strange, self._edges, self._ahead[:groups], self._going_on[:groups]
        return Page(read, bytes_, spellings(), *places, self._heads, self._hashes, self._sizes)

    def _eights(self, page: Page) -> Numbers:
        # Apart from the page: within a tuple, numba would take them for numbers at multiples of eight.
        return overlapping(page.folded)

    def read(self, laid: Laid) -> Words:
        """See `engines.Engine`."""
        page = self._page(laid)
        unknown = STRANGE
        while unknown:
            count, unknown = cut(page)
            learn(self._strange[:unknown].tolist())
        size = count // 2
        spell(page, self._eights(page), size)
        edges, heads, hashes, sizes = page.edges[:count], page.heads[:size], page.hashes[:size], page.sizes[:size]
        return Words(edges[::2], edges[1::2], heads, hashes, sizes, page.ahead, page.going_on)

    def _sought_in(self, table: Table) -> Sought:
        if self._known is not table:
            self._known = table
            of_pattern, of_word = (table.offsets, table.lengths, table.firsts), (table.kinds, table.letters, table.gaps)
            together = np.column_stack(of_pattern), np.column_stack((table.heads, table.hashes)), np.column_stack(of_word)
            self._sought = Sought(table.bucket_shift, table.buckets, table.keys, table.begins, *together)
        return self._sought

    def nominate(self, laid: Laid, words: Words, table: Table) -> Nominees:
        """See `engines.Engine`."""
        page, size = self._page(laid), len(words.hashes)
        sought = self._sought_in(table)
        room = count = size // ONE_IN + ROOM
        while count >= room:
            room = 2 * count
            openers = np.empty(room, np.int64), np.empty(room, np.uint64)
            count = sift(page, size, (table.sieve, table.short, table.long), table.shift, *openers)
        openers = openers[0][:count], openers[1][:count]
        count = locate(sought, openers)
        openers = openers[0][:count], openers[1][:count]
        room = count - 1
        while count > room:
            room = count
            rows, patterns, sure = np.empty(room, np.int64), np.empty(room, np.int64), np.empty(room, np.uint8)
            count = stand(page, self._eights(page), size, sought, openers, (rows, patterns, sure))
        return Nominees(rows[:count], patterns[:count], sure[:count].view(np.bool_))
