"""The table of speakers, and who of them has a name."""

from itertools import product

import polars as pl
import pytest

from framing import plots, tables
from framing.corpus import Corpus
from framing.voice import speakers, split_voices
from framing.voice.people.across import across_articles
from framing.voice.speaker_forms import one_form
from framing.voice.speaker_table import kind_of

LETTERS = "abcdefghijklmnopqrstuvwxyz"
ARTICLES = [
    {
        "article_id": "1",
        "outlet": "A",
        "event": "raid",
        "text": "“We leave now,” Anna Koval said. She said the talks had failed. Officials who asked not to be named said rain fell.",
    },
    {
        "article_id": "2",
        "outlet": "B",
        "event": "raid",
        "text": "Ms. Senn warned of a siege. The ministry said so. The letter said it was over.",
    },
    {"article_id": "3", "outlet": "B", "event": None, "text": "“It is over,” Anna Koval said. The men were told that rain fell."},
]


def passages(records=ARTICLES):
    return split_voices(Corpus.from_records(records))


def row(table, **columns):
    found = [each for each in table.iter_rows(named=True) if all(each[name] == value for name, value in columns.items())]
    assert len(found) == 1
    return found[0]


def test_words_by_outlet():
    """Each outlet has a row for each of its speakers, with words said and reported, counted by hand."""
    table = speakers(passages())
    tables.check(table, "speakers")
    koval = row(table, outlet="A", speaker="Anna Koval")
    assert (koval["kind"], koval["mentions"], koval["direct"], koval["indirect"]) == ("person", 2, 3, 4)
    assert (koval["aliases"], koval["articles"], koval["events"]) == (["Anna Koval"], 1, 1)
    assert row(table, outlet="B", speaker="Anna Koval")["events"] == 0


def test_words_are_those_of_the_passages():
    """However the passages are grouped, every attributed word is counted once."""
    found = passages()
    said = found.table.filter(found.table["voice"].is_in(tables.ATTRIBUTED))["tokens"].sum()
    for by in ("outlet", "event", "article_id", "part"):
        table = speakers(found, by=by)
        assert table.columns == [by, *tables.TABLES["speakers"]]
        assert table["direct"].sum() + table["indirect"].sum() == said


def test_a_speaker_without_a_name_is_told():
    """Officials who asked not to be named are anonymous; who is not known at all has no kind."""
    table = speakers(passages())
    assert row(table, speaker="Officials")["kind"] == "anonymous"
    assert row(table, speaker=None)["kind"] is None


@pytest.mark.parametrize(
    ("speaker", "aliases", "kind"),
    [
        ("Anna Koval", [], "person"),
        ("Koval", ["she"], "person"),
        ("Koval", ["Gov. Koval"], "person"),
        ("a lawyer for Ms. Koval", [], "anonymous"),
        ("people familiar with the matter", [], "anonymous"),
        ("the Koval administration", [], "group"),
        ("the Foreign Ministry", [], "group"),
        ("NATO", ["it"], "group"),
        ("Republican lawmakers", [], "anonymous"),
        ("Police", [], "group"),
        ("Residents", [], "anonymous"),
        ("Russia", ["she"], "group"),
        ("Koval’s letter", [], "document"),
        ("two studies", [], "document"),
    ],
)
def test_kinds(speaker, aliases, kind):
    """Persons, people without a name, bodies and documents are told apart by the name, its title and its pronouns."""
    assert kind_of(speaker, aliases) == kind


def test_forms_that_are_alike_have_one_row():
    """The capital of a sentence and "the" before a name make no other speaker; "a report" is not "the report"."""
    said = [
        "The Harbour Board said rain fell. Rain fell, the Harbour Board said. “It fell,” the Harbour Board said.",
        "Rain fell, Harbour Board said. Nurses said rain fell. Rain fell, nurses said. Hail fell, nurses said.",
        "A report said rain fell. Rain fell, the report said. The report said hail fell.",
    ]
    table = speakers(passages([{"article_id": str(n), "outlet": "A", "text": text} for n, text in enumerate(said)]))
    assert set(table["speaker"]) == {"the Harbour Board", "nurses", "A report", "the report"}
    assert row(table, speaker="the Harbour Board")["aliases"] == ["Harbour Board", "The Harbour Board", "the Harbour Board"]
    assert row(table, speaker="the report")["mentions"] == 2


def test_small_words_and_short_names_are_kept_apart():
    """A name is not its common noun: "the Post" prints newspapers, "the post" a letter."""
    found = one_form(pl.Series(["The Post", "the Post", "The Post", "the post", "US", "us", "Holm"]))
    assert found == {"The Post": "The Post", "the Post": "The Post", "the post": "the post", "US": "US", "us": "us", "Holm": "Holm"}


def known(*rows):
    """What each speaker of each article is known as, of rows article, event, speaker and forms in print."""
    table = [(article, event, speaker, form) for article, event, speaker, *forms in rows for form in forms or [speaker]]
    columns = dict.fromkeys(("article_id", "event", "speaker", "speaker_mention"), pl.String)
    found = across_articles(pl.DataFrame(table, columns, orient="row"))
    return {(article, speaker): name for article, speaker, name in found.iter_rows()}


def test_a_person_has_one_row_over_articles():
    """A surname alone joins the full name of the other articles, in the table and in its words."""
    said = ["“It fell,” Anna Koval said.", "Ms. Koval said rain fell.", "“It fell,” Ann Holm said."]
    records = [{"article_id": str(number), "outlet": "A", "event": "raid", "text": text} for number, text in enumerate(said)]
    table = speakers(passages(records))
    koval = row(table, speaker="Anna Koval")
    assert (koval["direct"], koval["indirect"], koval["articles"], koval["kind"]) == (2, 2, 2, "person")
    assert koval["aliases"] == ["Anna Koval", "Ms. Koval"]
    assert sorted(table["speaker"]) == ["Ann Holm", "Anna Koval"]


@pytest.mark.parametrize(
    ("one", "other", "joined"),
    [
        ("Charles Holm", "Chuck Holm", True),
        ("Raúl Senn", "Raul Senn", True),
        ("Ida Berg Holm", "Ida Holm", True),
        ("Ida Holm", "IDA HOLM", True),
        ("Ida Holm", "Anna Holm", False),
        ("Abel Finch", "Abel Finch Jr.", False),
        ("The Harbour Board", "Zell Harbour Board", False),
        ("A police source", "a health source", False),
    ],
)
def test_full_names(one, other, joined):
    """Middle names, accents, capitals and nicknames make no other person; first names and "Jr." do."""
    assert known(("1", "raid", one), ("2", "vote", one), ("3", "raid", other)) == ({("3", other): one} if joined else {})


def test_two_in_one_article_stay_two():
    """Whom an article tells apart, the corpus does not join."""
    assert known(("1", "raid", "Charles Holm"), ("1", "raid", "Chuck Holm")) == {}
    assert known(("1", "raid", "Ida Holm"), ("1", "raid", "Holm", "Mr. Holm", "Holm")) == {}


def test_a_surname_is_read_by_its_event():
    """Ryan of one event is not Ryan of another."""
    rows = [("1", "vote", "Ida Holm"), ("2", "vote", "Holm"), ("3", "raid", "Anna Holm"), ("4", "raid", "Holm")]
    assert known(*rows) == {("2", "Holm"): "Ida Holm", ("4", "Holm"): "Anna Holm"}


def test_a_surname_without_an_event():
    """Elsewhere it joins whom nearly all articles mean by it, if a person is meant at all."""
    articles = [(str(number), "vote", "Ida Holm") for number in range(8)]
    assert known(*articles, ("8", "raid", "Holm", "Ms. Holm")) == {("8", "Holm"): "Ida Holm"}
    assert known(*articles, ("8", None, "Holm", "Holm")) == {}, "a firm may be called so"
    assert known(*articles, ("8", None, "Holm", "Mr. Holm")) == {}, "not of his sex"
    others = [("A", "fire", "Anna Holm"), ("B", "flood", "Anna Holm"), ("C", "fire", "Eva Holm")]
    assert known(*articles, *others, ("8", "raid", "Holm", "Ms. Holm")) == {}, "8 of 11 articles are too few"


def test_a_crowd_of_one_surname():
    """Where very many bear a surname it tells nobody, but for whom nearly all articles mean, and thousands are read in no time."""
    crowd = [(str(number), "raid", f"{first}{second}an Holm") for number, (first, second) in enumerate(product(LETTERS.upper(), LETTERS))]
    bare = [(f"B{number}", "raid", "Holm", "Ms. Holm") for number in range(2000)]
    assert known(*crowd, *bare) == {}
    many = [(f"A{number}", "vote", "Ida Holm") for number in range(4 * len(crowd))]
    assert known(*crowd, *many, ("C", "fire", "Holm", "Ms. Holm")) == {("C", "Holm"): "Ida Holm"}
    assert known(*crowd, *many[: 3 * len(crowd)], ("C", "fire", "Holm", "Ms. Holm")) == {}


def test_a_surname_is_not_the_sons():
    """A surname alone is the elder bearer, though only "Finch Jr." speaks in the other articles on the event."""
    rows = [("1", "vote", "Abel Finch"), ("2", "raid", "Abel Finch Jr."), ("3", "raid", "Finch", "Mr. Finch")]
    assert known(*rows) == {("3", "Finch"): "Abel Finch"}
    assert known(*rows[1:]) == {("3", "Finch"): "Abel Finch Jr."}


@pytest.mark.parametrize(("name", "form"), [("Holm", "it"), ("Jordan", "Jordan"), ("Police", "Police")])
def test_what_is_no_surname(name, form):
    """A body, a country and a common noun join nobody."""
    assert known(("1", "raid", f"Ida {name}"), ("2", "raid", name, name, form)) == {}


def test_unknown_grouping():
    """A misspelled grouping is refused, with those that are known."""
    with pytest.raises(ValueError, match="Unknown grouping 'outlets'; expected one of"):
        speakers(passages(), by="outlets")


def test_nobody_speaks():
    """An empty corpus gives an empty table of the right columns."""
    table = speakers(split_voices(Corpus(tables.empty("articles"))))
    assert table.height == 0
    tables.check(table, "speakers")


def test_drawn_with_a_column_or_a_row_a_voice():
    """A plot takes the table as it is, and draws what it draws of the same words listed by voice."""
    table = speakers(passages())
    by_voice = table.unpivot(["direct", "indirect"], index=["outlet", "speaker"], variable_name="voice", value_name="words")
    assert plots.svg(plots.plot_speakers(table)) == plots.svg(plots.plot_speakers(by_voice))
