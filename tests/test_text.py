"""Sentences and tokens."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from framing.text import sentences, tokens, word_starts


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Dr. Berg left. She was late.", 2),
        ("He came from the U.S. The trip was long.", 2),
        ("The U.S. Senate met.", 1),
        ("Anna J. Koval left.", 1),
        ("“It is over.” The mayor left.", 2),
        ("“Is it?” asked Holm.", 1),
        ("No. 5 won. No. He lost.", 3),
        ("One line\nAnother line", 2),
        ("Wait... and see.", 1),
        ("It fell 3.5 points. Then it rose.", 2),
        ("", 0),
    ],
)
def test_sentences_are_counted(text, count):
    """Abbreviations, initials and numbers end no sentence; marks and line breaks do."""
    assert len(sentences(text)) == count


@given(st.text(max_size=200))
def test_sentences_tile_any_text(text):
    """Whatever the text, sentences cover it without gap or overlap."""
    cut = sentences(text)
    assert "".join(text[start:end] for start, end in cut) == text


@pytest.mark.parametrize(
    ("text", "words"),
    [("Don't panic.", ["Don't", "panic"]), ("Russia’s 3.5 US-led U.S.", ["Russia’s", "3.5", "US", "led", "U.S"]), ("…—", [])],
)
def test_tokens(text, words):
    """A token is a word in the sense of UAX 29, whatever its apostrophe."""
    assert [text[start:end] for start, end in tokens(text)] == words


@given(st.text(max_size=80) | st.text(alphabet="aé9_'’ʼ.·-\u0301\u00ad \u4e00\n", max_size=40))
def test_words_begin_where_tokens_do(text):
    """Whatever the text, its words start where its tokens start."""
    assert word_starts(text).tolist() == [start for start, _ in tokens(text)]
