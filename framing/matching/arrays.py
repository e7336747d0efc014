"""Words read and patterns nominated array by array, in numpy: no letter or word is looked at one by one but the few that are not plain."""

import functools

import numpy as np

from framing.lexicon.folding import fold
from framing.matching.letters import ASCII, LEAD, Bytes, Ints, Numbers, are_in_words, small_letters
from framing.matching.plan import SEVERAL, Nominees, Table, marks, opening_sizes
from framing.matching.words import (
    EIGHT,
    FIRST,
    GROUP,
    HIGH_BITS,
    LONGEST,
    MASKS,
    SECOND,
    Laid,
    Words,
    opened,
    overlapping,
    paired,
    runs,
    spelled,
)

MOST_REMEMBERED = 200_000
CONTINUING = 0xC0


class Arrays:
    """Reads words array by array; remembers the spelling of odd words it met."""

    batch_bytes = 1_000_000  # beyond that, memory is slower than it saves

    def __init__(self) -> None:
        self._forget()

    def read(self, laid: Laid) -> Words:
        """See `engines.Engine`."""
        folded, wide, ahead, going_on = _fold(laid)
        starts, ends = _edges(folded)
        sizes, eights = ends - starts, overlapping(folded)
        heads = eights[starts] & MASKS[np.minimum(sizes, EIGHT)]
        hashes = heads * np.uint64(FIRST)
        long = np.flatnonzero(sizes > EIGHT)
        hashes[long] ^= eights[ends[long] - EIGHT] * np.uint64(SECOND)
        hashes += sizes.view(np.uint64)
        odd = sizes > LONGEST
        odd[np.searchsorted(starts, wide, "right") - 1] = True
        words = Words(starts, ends, heads, hashes, sizes.astype(np.uint8), ahead, going_on)
        self._spell(laid.raw, words, np.flatnonzero(odd))
        return words

    def nominate(self, laid: Laid, words: Words, table: Table) -> Nominees:  # noqa: ARG002 (only the other engine looks)
        """See `engines.Engine`."""
        nominees = [_there(words.hashes, table), _there(paired(words.hashes[:-1], words.hashes[1:]), table)]
        sizes = opening_sizes(words.heads, table)
        some = np.flatnonzero(sizes)
        for size in table.sizes:
            rows = some[sizes[some] >> np.uint8(size) & np.uint8(1) != 0]
            kept, slots = _there(opened(words.heads[rows], size), table)
            nominees.append((rows[kept], slots))
        rows, slots = (np.concatenate(column, dtype=np.int64) for column in zip(*nominees, strict=True))
        begins = table.begins[slots].astype(np.int64)
        nominee, patterns = runs(begins, table.begins[slots + 1] - begins)
        return Nominees(rows[nominee] - table.offsets[patterns], patterns, np.zeros(len(patterns), np.bool_))

    def _spell(self, raw: bytes, words: Words, odd: Ints) -> None:
        long = words.ends[odd] - words.starts[odd] > LONGEST
        for rows, spell in ((odd[long], _spell), (odd[~long], self._remember)):
            words.heads[rows], words.hashes[rows], words.sizes[rows] = spell(raw, words, rows).T

    def _forget(self) -> None:
        self._memory = np.zeros(1, np.uint64), np.zeros((1, 3), np.uint64)  # numbers of words met, sorted, and their spellings

    def _remember(self, raw: bytes, words: Words, rows: Ints) -> Numbers:
        """Spell words that are not long: the number made of their bytes, with ASCII folded, tells them apart."""
        hashes = words.hashes[rows]
        if len(self._memory[0]) > MOST_REMEMBERED:
            self._forget()
        met, spelled = self._memory  # read and written as one, for another thread may do the same
        new = np.flatnonzero(met[_place(met, hashes)] != hashes)
        if len(new):
            strangers, same = np.unique(hashes[new], return_index=True)
            met, spelled = np.concatenate([met, strangers]), np.concatenate([spelled, _spell(raw, words, rows[new][same])])
            order = np.argsort(met)
            met, spelled = self._memory = met[order], spelled[order]
        return spelled[_place(met, hashes)]


def _place(met: Numbers, hashes: Numbers) -> Ints:
    return np.minimum(np.searchsorted(met, hashes), len(met) - 1)


def _spell(raw: bytes, words: Words, rows: Ints) -> Numbers:
    """First eight bytes, number and size of some words, a row each."""
    edges = zip(words.starts[rows].tolist(), words.ends[rows].tolist(), strict=True)
    return np.array([_spelled(raw[start:end]) for start, end in edges], np.uint64).reshape(-1, 3)


@functools.lru_cache(MOST_REMEMBERED)
def _spelled(surface: bytes) -> tuple[int, int, int]:
    return spelled(fold(surface.decode()).encode())


def _fold(laid: Laid) -> tuple[Bytes, Ints, Ints, Numbers]:
    """By byte, the folded letter (0: not in a word); first bytes of letters beyond ASCII; and what `Words` has of other bytes."""
    folded, blocks = np.frombuffer(laid.raw.translate(small_letters()), np.uint8), laid.blocks
    groups = len(blocks) // EIGHT
    if laid.raw.isascii():
        return folded, np.empty(0, np.int64), np.zeros(groups, np.int64), np.zeros(groups, np.uint64)
    going_on = np.packbits((folded[: groups * GROUP] & CONTINUING) == ASCII, bitorder="little").view(np.uint64)
    ahead = np.bitwise_count(going_on).cumsum(dtype=np.int64) - np.bitwise_count(going_on)
    some = np.flatnonzero(blocks & np.uint64(HIGH_BITS))
    found = np.flatnonzero(folded[: len(blocks) * EIGHT].reshape(-1, EIGHT)[some].ravel() >= LEAD)
    folded = folded.copy()
    return folded, _clear(folded, some[found >> 3] * EIGHT + (found & 7)), ahead, going_on


def _edges(folded: Bytes) -> tuple[Ints, Ints]:
    """First byte of each word and one past its last."""
    inside = folded != 0
    edges = np.flatnonzero(inside[1:] != inside[:-1]) + 1
    return edges[::2], edges[1::2]


def _there(keys: Numbers, table: Table) -> tuple[Ints, Ints]:
    """Which keys are in a table, and where."""
    there = table.sieve[(keys >> table.shift).view(np.int64)]
    rows = np.flatnonzero(there)
    there, keys = there[rows], keys[rows]
    kept = (there == marks(keys)) | (there == SEVERAL)
    rows, keys = rows[kept], keys[kept]
    slots = table.buckets[(keys >> table.bucket_shift).view(np.int64)]
    further = np.arange(len(slots))
    while len(further := further[table.keys[slots[further]] < keys[further]]):
        slots[further] += 1
    same = table.keys[slots] == keys
    return rows[same], slots[same]


def _clear(folded: Bytes, leads: Ints) -> Ints:
    """Write 0 over characters beyond ASCII that belong to no word; first bytes of the others."""
    codes, sizes = decode(folded, leads)
    letters = are_in_words(codes)
    others, sizes = leads[~letters], sizes[~letters]
    for byte in range(4):
        folded[others[sizes > byte] + byte] = 0
    return leads[letters]


def decode(data: Bytes, leads: Ints) -> tuple[Ints, Ints]:
    """Code points and sizes of the characters that begin at some bytes, all beyond ASCII."""
    lead, *rest = (data[leads + byte].astype(np.int64) for byte in range(4))
    sizes = 2 + (lead >= 0xE0).astype(np.int64) + (lead >= 0xF0)
    codes = lead & (0x7F >> sizes)
    for byte, code in enumerate(rest, 1):
        codes = np.where(sizes > byte, codes << 6 | code & 0x3F, codes)
    return codes, sizes
