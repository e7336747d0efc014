"""Names, pronouns and role nouns to one speaker."""

import pytest

from framing.corpus import Corpus
from framing.voice import split_voices
from framing.voice.people import People, pronoun
from framing.voice.people.names import same_person, split_title


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
        # Two countries, one office: the people named decides.
        (
            "French envoy Luc Morel met Russia’s envoy, Pavel Orlov. “It is over,” the Russian envoy said.",
            "over",
            "Pavel Orlov",
        ),
        ("French envoy Luc Morel left Zell. “It is over,” the Russian envoy said.", "over", "the Russian envoy"),
        ("Zellish envoy Luc Morel left Zell. “It is over,” the Narvian envoy said.", "over", "the Narvian envoy"),
        # The office itself decides before its head noun.
        (
            "Foreign Minister Ida Holm met Defense Minister Olav Berg. “It is over,” the foreign minister said.",
            "over",
            "Ida Holm",
        ),
        ("Senator Ida Holm left. “It is over,” the mayor said.", "over", "the mayor"),
        ("Mayor Ida Holm left. “It is over,” a mayor from Zell said.", "over", "a mayor from Zell"),
        # A name before a noun is not who speaks; a letter speaks for its writer.
        ("Ida Holm left. “It is over,” the Holm campaign said.", "over", "the Holm campaign"),
        ("Ida Holm left. “It is over,” a lawyer for Ms. Holm said.", "over", "a lawyer for Ms. Holm"),
        ("Ida Holm left. “It is over,” Holm’s letter said.", "over", "Ida Holm"),
        # Father and son, an abbreviated month, a month before a name, a surname that is a word.
        ("Robert Holm Jr. met Robert Holm. “It is over,” Holm Jr. said.", "over", "Robert Holm Jr."),
        ("Robert Holm Jr. met Robert Holm. “It is over,” Mr. Holm said.", "over", "Robert Holm"),
        ("Gov. Jan Brandt spoke. “It is over,” Brandt said.", "over", "Jan Brandt"),
        ("Mr. Long spoke. “It is over,” Mr. Long said.", "over", "Long"),
        ("Ada Long spoke. “It is over,” Long said.", "over", "Ada Long"),
        ("Mayor Ann St. Clair spoke. “It is over,” St. Clair said.", "over", "Ann St. Clair"),
        ("Pope Francis read of St. Francis. “It is over,” Francis said.", "over", "Francis"),
        ("Berg met Ida  Holm. “It is over,” Holm said.", "over", "Ida Holm"),
        ("Anna Fox spoke. “It is over,” Fox said.", "over", "Anna Fox"),
        ("Robert De Luca spoke. “It is over,” De Luca said.", "over", "Robert De Luca"),
        ("Michael Holm spoke. “It is over,” Mike Holm said.", "over", "Michael Holm"),
        # A description is not who its own sentence is about, and no adverb is anybody.
        ("Olav Berg spoke. Ida Holm left when the lawyer said “it is over”.", "over", "Olav Berg"),
        ("Olav Berg recently said “it is over”.", "over", "Olav Berg"),
        # A transcript in marks; words announced by a colon.
        ("Reporter Ida Holm asked twice.\n\n“HOLM: Is it over? Nobody came.”", "over", "Ida Holm"),
        ("Olav Berg left. Ida Holm reports:\n\n“It is over in Zell.”", "over", "Ida Holm"),
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
        ("Secretary of the Interior Anna Koval", {"secretary", "secretary of interior"}, "Anna Koval"),
        ("Democrat Anna Koval Sunday", set(), "Anna Koval"),
        ("Foreign Minister Anna J. Koval", {"minister", "foreign minister"}, "Anna Koval"),
        ("The Mayor", {"mayor"}, ""),
        ("Mrs. May", {"mrs"}, "May"),
    ],
)
def test_titles_are_no_part_of_a_name(surface, titles, name):
    """Titles are split off and kept as roles."""
    printed = split_title(surface)
    assert (printed.titles, printed.name) == (titles, name)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Hilda Rodham Koval", "Hilda Koval", True),
        ("William Koval", "Bill Koval", True),
        ("W. Koval", "William Koval", True),
        ("San Suu Koval", "Suu Koval", True),
        ("Anna Koval", "Ida Koval", False),
        ("Olav Koval", "Olav Koval Jr.", False),
    ],
)
def test_forms_of_a_name(one, other, same):
    """A middle name, a nickname and an initial make no other person; another first name and "Jr." do."""
    assert same_person(one, other) is same


def test_what_is_no_person():
    """Bodies, places and lines in title case give no persons, a full name in such a line does."""
    text = "Storm Hits Narvia Coast As Ida Holm Leaves\n\nThe Supreme Court, Space Force and Iowa Democrat met. Brussels’s Olav Berg left."
    assert [person.name for person in People(text).people] == ["Ida Holm", "Olav Berg"]


def test_pronouns_tell_gender():
    """Pronouns are told from names, with either apostrophe."""
    assert [pronoun(form) for form in ("He", "she’s", "we", "they", "Holm")] == ["male", "female", "first", "other", None]


def test_nobody_in_an_empty_text():
    """An empty text names nobody."""
    assert People("").mentioned == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Is Holm done at last?\n\nThe race goes on. Ida Holm spoke. “It is over,” Holm said.", "Ida Holm"),
        ("Understated Holm gains ground.\n\nBefore noon the mayor, Ida Holm, rose. “It is over,” Holm said.", "Ida Holm"),
        ("Absent Holm derides debate.\n\nIda Holm stayed at home. “It is over,” Holm said.", "Ida Holm"),
        ("Nurses Heckle Ida Holm's Speech At Harbour\n\n“It is over,” Holm said.", "Ida Holm"),
        ("Attacks On Ida Holm’s Plan Could Backfire.\n\n“It is over,” Holm said.", "Ida Holm"),
        ("Immediately After Holm Spoke, Sailors Left The Harbour.\n\nIda Holm sang. “It is over,” Holm said.", "Ida Holm"),
        ("Mohammed Holm rose. “It is over,” Holm said.", "Mohammed Holm"),
        ("Drew Holm rose. “It is over,” Holm said.", "Drew Holm"),
        ("Kathleen Hall Holm rose. “It is over,” Holm said.", "Kathleen Hall Holm"),
        ("Clint Holm and Ron Holm rose. Clint Holm wept. “It is over,” Holm said.", "Clint Holm"),
    ],
)
def test_words_of_a_headline_are_no_first_names(text, name):
    """A word before a surname that a sentence or a headline prints with a capital is no part of the name."""
    assert speaker(text, "over") == name


def test_a_verb_of_saying_before_a_name_and_a_colon():
    """Who speaks in the next paragraph stands behind the verb that opens a line of introduction."""
    assert speaker("It rained.\n\nAdded Holm:\n\n“It is over, and none of us will rest this winter.”", "over") == "Holm"
