"""The narrow reading of indirect speech keeps what a clause or a label reports and nothing else."""

import polars as pl
import pytest

from framing import Corpus, split_voices
from framing.voice.lists import lists
from framing.voice.narrow import READINGS
from framing.voice.passages import read_once

TOLD = "Anna Koval fled. {} The rest was quiet."


def read(sentence, indirect):
    """Voice of the word "cruel" or of the first word in marks, its speaker and how many passages hold no word."""
    text = TOLD.format(sentence)
    corpus = Corpus.from_records([{"article_id": "1", "outlet": "A", "text": text}])
    table = split_voices(corpus, indirect=indirect).table.filter(part="text")
    at = text.index("cruel")
    return table.filter((pl.col("start") <= at) & (pl.col("end") > at)).select("voice", "speaker").row(0)


@pytest.mark.parametrize(
    "sentence",
    [
        "Koval said the raid was cruel.",
        "Koval complained that the raid was cruel.",
        "The raid was cruel, Koval said.",
        "According to Koval, the raid was cruel.",
        "Koval asked whether the raid was cruel.",
        "Koval urged them to end the cruel raid.",
        "Koval vowed to punish the cruel raid.",
        "Koval’s claim that the raid was cruel was repeated.",
        "Koval called the raid cruel.",
        "Koval described the raid as cruel.",
        "Koval condemned the cruel raid.",
        "Koval accused them of a cruel raid.",
        "Koval spoke of a “cruel raid on the port”.",
    ],
)
def test_what_is_reported_stays(sentence):
    """Clauses, labels and words in marks are the source's in both readings."""
    assert read(sentence, "narrow") == read(sentence, "wide") != ("own", None)


@pytest.mark.parametrize(
    "sentence",
    [
        "Koval spoke of the cruel raid.",
        "Koval wants to end the cruel raid.",
        "Koval’s plan to end the cruel raid failed.",
        "Koval discussed the cruel raid.",
    ],
)
def test_what_is_only_named_is_the_outlets(sentence):
    """That somebody spoke, wished or planned is told in the outlet's words."""
    assert read(sentence, "wide") == ("indirect", "Anna Koval")
    assert read(sentence, "narrow") == ("own", None)


def test_passages_still_tile_the_text():
    """What is given back to the outlet joins the words around it."""
    text = TOLD.format("Koval’s plan to end the cruel raid failed.")
    corpus = Corpus.from_records([{"article_id": "1", "outlet": "A", "text": text}])
    table = split_voices(corpus, indirect="narrow").table.filter(part="text")
    assert table["start"].to_list() == [0, *table["end"].to_list()[:-1]]
    assert table.height == table["sentence"].n_unique() == 3


def test_an_unknown_reading_is_refused():
    """The error names the value and what is allowed."""
    with pytest.raises(ValueError, match=r"Unknown reading of indirect speech 'loose'; expected one of \['wide', 'narrow'\]"):
        split_voices(Corpus.from_records([]), indirect="loose")


def test_every_rule_of_the_narrow_reading_is_known():
    """The lists name rules that `rules.toml` explains, or prepositions behind a cue."""
    data = lists("rules.toml")
    named = {rule for kind in ("always", "spoken", "labels") for rule in data["narrow"][kind]}
    assert named - set(data["rules"]) <= {"of", "for", "with", "as", "deemed", "compared", "indicted", "cleared"}


def test_both_readings_of_one_reading():
    """Articles read once give what each reading alone gives, and the two differ."""
    texts = [TOLD.format(sentence) for sentence in ("Koval spoke of the cruel raid.", "Koval said the raid was “cruel”.")]
    corpus = Corpus.from_records([{"article_id": str(number), "outlet": "A", "text": text} for number, text in enumerate(texts)])
    found = read_once(corpus, "rules", READINGS)
    assert not found["wide"].table.equals(found["narrow"].table)
    assert all(found[reading].table.equals(split_voices(corpus, indirect=reading).table) for reading in READINGS)
