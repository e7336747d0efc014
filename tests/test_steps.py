"""Steps over words by their classes find what a count by hand finds, and stay within their bounds."""

import pytest

from framing.voice.classes.between import COMMA, PREP
from framing.voice.classes.nouns import DEFINITE, INDEFINITE
from framing.voice.classes.verbs import BE, LOOSE
from framing.voice.cues import TAG, word
from framing.voice.steps import back, first_of, holds, only, past

WORDS = list(map(word, ["The", "clerk", ",", "quite", "often", ",", "was", "not", "in", "a", "hurry"]))


def test_a_step_ends_at_the_first_word_of_another_class():
    assert (past(WORDS, 3, LOOSE), back(WORDS, 4, LOOSE)) == (5, 2)
    assert (past(WORDS, 0, LOOSE), back(WORDS, 1, LOOSE)) == (0, 1)


def test_a_step_ends_at_its_bound():
    assert past(WORDS, 3, LOOSE, 4) == 4
    assert back(WORDS, 4, LOOSE, 3) == 3
    everything = sum(TAG.values())
    assert (past(WORDS, 0, everything), back(WORDS, 3, everything), back(WORDS, 3, everything, -1)) == (len(WORDS), 0, -1)


def test_the_first_of_some_places_is_found_either_way():
    assert first_of(WORDS, range(len(WORDS)), COMMA) == 2
    assert first_of(WORDS, range(len(WORDS) - 1, -1, -1), COMMA) == 5
    assert first_of(WORDS, range(3), BE) is None
    assert first_of(WORDS, range(3), BE, -1) == -1


@pytest.mark.parametrize(("classes", "some", "every"), [(BE | LOOSE, True, True), (LOOSE, True, False), (PREP, False, False)])
def test_some_or_all_words_are_of_a_class(classes, some, every):
    assert (holds(WORDS[6:8], classes), only(WORDS[6:8], classes)) == (some, every)


def test_nothing_holds_nothing_and_only_that():
    assert not holds([], BE)
    assert only([], BE)
    assert (past([], 0, BE), back([], -1, BE), first_of([], range(0), BE)) == (0, -1, None)


@pytest.mark.parametrize("lower", ["the", "this", "these", "those", "a", "an"])
def test_a_determiner_is_definite_or_indefinite(lower):
    tags = word(lower).tags
    assert bool(tags & DEFINITE) != bool(tags & INDEFINITE)
