"""The words around many terms at once, as arrays: what stands before and behind each, and where its clause ends."""

import functools
import itertools
from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from framing.voice.classes.between import COMMA, MARK, RELATIVE, SET_OFF, STOP, THAT
from framing.voice.classes.nouns import ARTICLE, CAP, DET, NUMBER, ROLE, UPPER, WORD
from framing.voice.classes.verbs import AUXILIARY, BE, ED, HAVE
from framing.voice.cues import Word
from framing.voice.stance.clause import STRONG, Clause
from framing.voice.stance.kinds import KIND, LEAD
from framing.voice.stance.vocabulary import vocabulary

Ints = NDArray[np.int64]
Bools = NDArray[np.bool_]
_NONE = np.array([-1])
_FINITE = AUXILIARY


def follow(words: Bools) -> Bools:
    """Whether each word stands right behind one of some words."""
    return np.concatenate([words[-1:], words[:-1]])


def precede(words: Bools) -> Bools:
    """Whether each word stands right before one of some words."""
    return np.concatenate([words[1:], words[:1]])


class Around:
    """The words of some stretches of text, each with terms in it.

    Words are numbered through all stretches. What is asked of them is an array with a value a word (`tagged`, `kind`, `leads`); what
    stands around the terms, an array with a value a term.

    Parameters
    ----------
    stretches
        Text around the terms, at most a sentence each.
    stretch
        Of each term, the number of the stretch it stands in.
    start, end
        Where it stands in its stretch, in code points.
    """

    def __init__(self, stretches: Sequence[str], stretch: Ints, start: Ints, end: Ints):
        at = np.cumsum([0, *(len(text) + 1 for text in stretches)])
        known = vocabulary()
        starts, ends, self._numbers, *bits = known.cut("\n".join(stretches))
        self._words = known.words
        self._found: dict[tuple[str, int], Bools] = {}
        # Behind the last word stands one without bits, for a place that is outside.
        self._tags, self._kinds, self._leads = (np.append(column, 0) for column in bits)
        self._past = np.array([len(self._tags)])
        self._edges, self._stretch = np.searchsorted(starts, at), stretch
        self.opens, self.closes = self._edges[stretch], self._edges[stretch + 1]
        self.first = np.searchsorted(ends, at[stretch] + start, "right")
        self.last = np.maximum(np.minimum(np.searchsorted(starts, at[stretch] + end), self.closes), self.first)
        self.head = np.maximum(self.last - 1, 0)
        self.begin, self.end = self._clause(self._edges)

    def _clause(self, edges: Ints) -> tuple[Ints, Ints]:
        """Where the clause of each term begins and ends; "and" and "yet" begin none where they join words, "unprovoked and unjustified"."""
        strong, ends = self.tagged(STRONG), self.kind("end")
        apart = follow(self.tagged(COMMA))
        apart[edges] = True
        relative = self.tagged(THAT) & precede(self.tagged(HAVE | BE))  # "a man that had"
        begins = strong | relative | (ends & (apart | ~self.kind("joins")))
        begin = self.back(begins, self.first)
        if self.aside.any():
            begin = np.where(self.aside[self.first], begin, self.back(begins & ~self.aside, self.first))
        return begin + 1, self.ahead(strong | ends, self.last)

    def leave_quotations(self, outside: Bools) -> None:
        """Begin the clauses of the terms `outside` marks behind a quotation that a comma ends: “It never paid,” said Holm, who raged."""
        mark = self.back(self.tagged(MARK), self.first)
        ended = outside & (mark >= self.begin) & self.among(self.tagged(COMMA), mark - 1)
        self.begin = np.where(ended, mark + 1, self.begin)

    @functools.cached_property
    def aside(self) -> Bools:
        """Whether each word stands in a relative clause between commas: "The raid, which nobody had foreseen, was"."""
        comma, relative = self.tagged(COMMA), self.tagged(RELATIVE)
        opens = np.flatnonzero(follow(comma) & relative)
        found = np.zeros(len(comma), bool)
        if not len(opens):
            return found
        closing = np.flatnonzero((comma & precede(self.kind("past") | self.tagged(_FINITE | ARTICLE))) | self.tagged(STRONG | STOP))
        at = closing.searchsorted(opens)
        opens, at = opens[at < len(closing)], at[at < len(closing)]
        for first, last in zip(opens.tolist(), closing[at].tolist(), strict=True):
            found[first : last + 1] = comma[last]
        return found

    def tagged(self, bits: int) -> Bools:
        """Whether each word has any of some tags."""
        return self._having("tags", self._tags, bits)

    def kind(self, *names: str) -> Bools:
        """Whether each word is of any of some kinds."""
        return self._having("kinds", self._kinds, sum([KIND[name] for name in names]))

    def leads(self, *names: str) -> Bools:
        """Whether each word leads to a target in any of some ways."""
        return self._having("leads", self._leads, sum([LEAD[name] for name in names]))

    def _having(self, what: str, of_words: Ints, bits: int) -> Bools:
        """Whether each word has any of some bits; told once to all who ask."""
        found = self._found.get((what, bits))
        if found is None:
            found = self._found[what, bits] = np.bitwise_and(of_words, bits) != 0
            found.setflags(write=False)
        return found

    @functools.cached_property
    def refers(self) -> Bools:
        """Whether each term points to an actor or a place, by a proper name or a noun for people, rather than to an act."""
        first, last, word = self.first, self.last, self.tagged(WORD)
        head = self.back(word, last)
        named = self.back(word & ~self.tagged(CAP | NUMBER), last) < first
        # Where every longer word is capitalised, a capital tells nothing.
        title_case = self.back(self.kind("long_small"), self.closes) < self.opens
        named &= (first > self.opens) & ~title_case
        role = self.tagged(ROLE) & ~self.kind("no_actor")
        return (head >= first) & (self.among(role | self.tagged(UPPER), head) | named)

    @functools.cached_property
    def itself(self) -> Bools:
        """Whether each term may name whom it describes: "activists", "President Ida Holm"; see `described.itself`."""
        found: Bools = self.kind("person")[self.first] & self.tagged(CAP)[self.head] & (self.last - self.first > 1)
        titled = ~self.tagged(CAP)[self.head] | (self.last - self.first > 1)  # "US President Ida Holm", but "the Refugee Act"
        found |= titled & self.kind("person")[self.head] & self.among(self.tagged(CAP), self.last)
        armed = self.leads("armed")
        found |= self.leads("taking_part")[self.head] | armed[self.head] | armed[self.first]
        found |= armed[np.minimum(self.first + 1, self.head)]  # "armed forces of Narvia"
        return found

    @functools.cached_property
    def plain(self) -> Bools:
        """Whether each word may stand between a term and what governs it; see `nominal.plain`."""
        participle = self.kind("doubted") | self.tagged(ED)
        return self.kind("plain") | (participle & follow(self.tagged(DET)))

    @functools.cached_property
    def idiom(self) -> Bools:
        """Whether each word stands beside another in what `nominal.beyond_idiom` may step over."""
        words = self.kind("idiom")
        return words & (follow(words) | precede(words))

    @functools.cached_property
    def preceding(self) -> Ints:
        """The last word before each term that is no mark; see `back`."""
        return self.back(~self.tagged(MARK), self.first)

    @functools.cached_property
    def following(self) -> Ints:
        """The first word behind each term that is no mark; see `ahead`."""
        return self.ahead(~self.tagged(MARK), self.last)

    def back(self, words: Bools, at: Ints) -> Ints:
        """The nearest of some words before word `at` of each term; one before the first of its stretch where none is."""
        places = np.concatenate([words.nonzero()[0], _NONE])
        found: Ints = np.maximum(places[places[:-1].searchsorted(at) - 1], self.opens - 1)
        return found

    def ahead(self, words: Bools, at: Ints) -> Ints:
        """The nearest of some words from word `at` of each term on; one past the last of its stretch where none is."""
        places = words.nonzero()[0]
        found: Ints = np.minimum(np.concatenate([places, self._past])[places.searchsorted(at)], self.closes)
        return found

    def before(self, words: Bools) -> Bools:
        """Whether one of some words stands before each term in its clause."""
        found = self.back(words, self.first) >= self.begin
        if not self.aside.any():
            return found
        return np.where(self.aside[self.first], found, self.back(words & ~self.aside, self.first) >= self.begin)

    def behind(self, words: Bools) -> Bools:
        """Whether one of some words stands behind each term in its clause."""
        return self.ahead(words, self.last) < self.end

    def among(self, words: Bools, at: Ints) -> Bools:
        """Whether word `at` of each term stands in its stretch and is one of some words."""
        return words[at] & (at >= self.opens) & (at < self.closes)

    def governing(self, over: int = 0, *until: str) -> Ints:
        """The word that governs each term; see `nominal.before_term`."""
        stops = ~(self.tagged(over | MARK) | self.plain)
        return self.back(stops | self.kind(*until) if until else stops, self.first)

    def nearest(self, count: int) -> Iterator[Ints]:
        """Yield the last word before each term, the one before that, and so on, marks left out."""
        words = ~self.tagged(MARK)
        at = self.back(words, self.first)
        for _ in range(count - 1):
            yield at
            at = self.back(words, at)
        yield at

    @functools.cached_property
    def _sentences(self) -> list[list[Word]]:
        """The words of each stretch: one list for all its terms."""
        words = list(map(self._words.__getitem__, self._numbers.tolist()))
        return [words[first:last] for first, last in itertools.pairwise(self._edges.tolist())]

    def clauses(self, terms: Ints) -> Iterator[Clause]:
        """Look at the words around some terms one by one; see `Clause` for what is known of each term."""
        paused = self.back(self.tagged(SET_OFF), self.first) >= self.begin
        places = np.stack([self.first, self.last, self.begin, self.end]) - self.opens
        columns = (self._stretch, *places, self.refers, paused)
        for stretch, first, last, begin, end, refers, pauses in zip(*(column[terms].tolist() for column in columns), strict=True):
            yield Clause(self._sentences[stretch], first, last, begin, end, refers, pauses)
