"""Names, pronouns and role nouns to one speaker."""

import pytest

from framing.corpus import Corpus
from framing.voice import split_voices
from framing.voice.people import People, pronoun, split_title


def speaker(text, words):
    corpus = Corpus.from_records([{"article_id": "1", "outlet": "A", "text": text}])
    place = text.index(words)
    rows = split_voices(corpus).table.filter(part="text").iter_rows(named=True)
    return next(row["speaker"] for row in rows if row["start"] <= place < row["end"])


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("Premier Olav Berg came. “It was vile,” the premier said.", "vile", "Olav Berg"),
        ("Marta Ruiz met reporters on Friday. “It is over,” she told them.", "over", "Marta Ruiz"),
        ("Olav Berg met Marta Ruiz. “It is over,” she said.", "over", "Marta Ruiz"),
        ("Olav Berg met Marta Ruiz. “It is over,” he said.", "over", "Olav Berg"),
        ("Olav J. Berg spoke. “It is over,” Mr. Berg said.", "over", "Olav Berg"),
        ("Foreign Minister Olav Berg spoke. “It is over,” the top Narvian diplomat said.", "over", "Olav Berg"),
        ("Ida Holm, the mayor of Zell, wept. “It is over,” the mayor said.", "over", "Ida Holm"),
        ("“The city is calm,” the mayor said.", "calm", "the mayor"),
        ("“It is over,” Anton Holm said. “We will rest,” the diplomat went on to say.", "rest", "Anton Holm"),
        ("Local officials wept. The dead were, according to him, miners.", "miners", None),
        ("The army continues what it calls a peace mission.", "peace", "The army"),
    ],
)
def test_one_name_a_speaker(text, words, name):
    """A surname, a title, a pronoun and a role noun lead to the full name the article prints."""
    assert speaker(text, words) == name


@pytest.mark.parametrize(
    ("surface", "titles", "name"),
    [
        ("Secretary of State Anna Koval", {"secretary", "secretary of state"}, "Anna Koval"),
        ("Sen. Anna Koval's", {"senator"}, "Anna Koval"),
        ("The Mayor", {"mayor"}, ""),
    ],
)
def test_titles_are_no_part_of_a_name(surface, titles, name):
    """Titles are split off and kept as roles."""
    assert split_title(surface) == (frozenset(titles), name)


def test_pronouns_tell_gender():
    """Pronouns are told from names, with either apostrophe."""
    assert [pronoun(form) for form in ("He", "she’s", "we", "they", "Holm")] == ["male", "female", "first", "other", None]


def test_nobody_in_an_empty_text():
    """An empty text names nobody."""
    assert People("").mentioned == []
