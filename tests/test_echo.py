"""The echo test: who chose the words of a label inside indirect speech."""

import pytest
from articles import passages_of

from framing import Corpus, read_lexicon, score, split_voices, tables
from framing.voice.echo import wording


def voice_of(text: str, words: str, title: str = "") -> str:
    """Voice of the passage that holds `words`."""
    corpus = Corpus.from_records([{"article_id": "1", "outlet": "A", "title": title, "text": text}])
    rows = split_voices(corpus).table.filter(part="text")
    at = text.index(words)
    return next(row["voice"] for row in rows.iter_rows(named=True) if row["start"] <= at < row["end"])


@pytest.mark.parametrize("label", ["Narvia’s backyard", "Narvia's backyard", "the Western military alliance", "the Narvian-led alliance"])
def test_a_label_the_outlet_chose_is_its_own(label):
    """A label that could be swapped out of indirect speech is the outlet's; the claim around it stays the speaker's."""
    text = f"Berg said that troops would be sent to {label} in May."
    assert voice_of(text, label.removeprefix("the ")) == "own"
    assert (voice_of(text, "troops"), voice_of(text, "in May")) == ("indirect", "indirect")


def test_a_label_the_speaker_uses_in_marks_is_the_speakers():
    """Where the speaker uses the same words in marks anywhere in the article, the label echoes the speaker."""
    quoted = "“We are leaving the Western military alliance,” Berg said."
    said = "Berg said that the Western military alliance was failing."
    assert voice_of(f"{said} {quoted}", "Western") == "indirect"
    assert voice_of(f"{said} “We are leaving the Western military alliance,” Anna Koval said.", "Western") == "own"


def test_a_predicate_stays_with_its_speaker():
    """What the reported clause asserts is the speaker's; what it presupposes may be the outlet's."""
    assert voice_of("Berg said that Narvia is a rogue state.", "rogue state") == "indirect"
    assert voice_of("Berg said that the rogue state was armed.", "rogue state") == "own"


def test_direct_speech_is_never_cut():
    """In marks the words are the speaker's whatever they are."""
    assert voice_of("“It is in the Western military alliance,” Berg said.", "Western") == "direct"


def test_wording_is_the_sources_where_its_words_stand_in_marks():
    """In indirect speech the wording is the outlet's, unless the same speaker says the term in marks in the same article."""
    texts = (
        "The raid was a massacre, Holm said. “A massacre,” Holm repeated. The mayor said it was a massacre.",
        "Holm said it was a massacre. It was a massacre. The “massacre” lasted an hour.",
    )
    hits = wording(score(passages_of(texts), read_lexicon("conflict")).hits.filter(frame="atrocity"))
    assert hits["article_id", "voice", "wording"].rows() == [
        ("0", "indirect", "source"),
        ("0", "direct", "source"),
        ("0", "indirect", "outlet"),
        ("1", "indirect", "outlet"),
        ("1", "own", "outlet"),
        ("1", "scare", "source"),
    ]


def test_wording_of_no_hits():
    """A hits table without rows gains the column."""
    assert "wording" in wording(tables.empty("hits")).columns
