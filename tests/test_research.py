"""Readers of published research data, on files in their format that hold sentences of ours, and on the real ones where they are."""

import json

import pytest
from research_data import real

from framing.research import FRAMES, SOURCES, read_babe, read_basil, read_narrative_frames, read_polnear


@pytest.fixture
def babe(tmp_path):
    lines = [
        "\ufefftext;news_link;outlet;topic;type;label_bias;label_opinion;biased_words",
        '"A ""shameful"" raid; nobody spoke.";http://a.example/1;The Gull;raids;left;Biased;Expresses;[\'shameful\']',
        "They met in May.;http://a.example/2;Ford Post;talks;center;Non-biased;Entirely factual;[]",
        "It was odd.;http://a.example/3;Ford Post;talks;center;No agreement;No agreement;['odd']",
    ]
    (tmp_path / "final_labels_SG2.csv").write_text("\n".join(lines), encoding="utf-8")
    return tmp_path


@pytest.fixture
def basil(tmp_path):
    folder = tmp_path / "annotations"
    folder.mkdir()
    article = {"source": "FOX", "triplet-uuid": "story", "body-paragraphs": [["Rain fell.", "A shameful raid."], ["", "They met."]]}
    spans = [
        {"id": "p1", "start": 2, "end": 10, "txt": "shameful", "bias": "lex"},
        {"id": "title", "start": 0, "end": 1, "txt": "x", "bias": "lex"},
    ]
    (folder / "a_1.json").write_text(json.dumps(article), encoding="utf-8")
    (folder / "a_1_ann.json").write_text(json.dumps({"phrase-level-annotations": spans}), encoding="utf-8")
    return tmp_path


@pytest.fixture
def narrative(tmp_path):
    for fold in range(1, 6):
        path = tmp_path / "splits" / f"Fold_{fold}"
        path.mkdir(parents=True)
        row = [str(fold), "The Gull", "center", "2020-01-02", '"A ""warm"" winter."', "True", "False", "False", "True", "False"]
        (path / "test.txt").write_text("\t".join(row) + "\n", encoding="utf-8")
    return tmp_path


def test_babe_is_read_as_published(babe):
    """Quotes, semicolons and the byte-order mark are read; sentences without agreement are left out."""
    table = read_babe(babe)
    assert table["text"].to_list() == ['A "shameful" raid; nobody spoke.', "They met in May."]
    assert table["label", "outlet"].rows() == [("Biased", "The Gull"), ("Non-biased", "Ford Post")]
    assert table["words"].to_list() == [["shameful"], []]


def test_narrative_frames_are_read_with_their_folds(narrative):
    """Every fold's test set is read once; outlet names are folded, protecting quotes taken off."""
    table = read_narrative_frames(narrative)
    assert table["fold"].to_list() == [1, 2, 3, 4, 5]
    assert table["outlet", "text"].row(0) == ("thegull", 'A "warm" winter.')
    assert table.select(FRAMES).row(0) == (1, 0, 0, 1, 0)


def test_basil_is_read_by_sentence(basil):
    """Every sentence of the body is a row; a span marks the sentence that its file numbers."""
    table = read_basil(basil)
    assert table["text", "sentence", "lexical", "informational"].rows() == [
        ("Rain fell.", 0, 0, 0),
        ("A shameful raid.", 1, 1, 0),
        ("They met.", 3, 0, 0),
    ]
    assert table["outlet", "event"].row(0) == ("Fox News", "story")


def test_basil_spans_must_stand_where_they_are_said_to(basil):
    """A span that is not in its sentence raises, and so does a missing annotation file."""
    path = basil / "annotations" / "a_1_ann.json"
    path.write_text(path.read_text(encoding="utf-8").replace('"start": 2', '"start": 3'), encoding="utf-8")
    with pytest.raises(ValueError, match="the span 'shameful' does not stand in sentence 1 at 3"):
        read_basil(basil)
    path.unlink()
    with pytest.raises(FileNotFoundError, match=r"No a_1_ann\.json"):
        read_basil(basil)


def test_missing_files_say_where_they_are_published(tmp_path):
    """A folder without the files raises an error with their source."""
    with pytest.raises(FileNotFoundError, match=r"No final_labels_SG2\.csv in .* is published at https"):
        read_babe(tmp_path)
    with pytest.raises(FileNotFoundError, match=r"No test\.txt in .*Fold_1; .* is published at https"):
        read_narrative_frames(tmp_path)
    with pytest.raises(
        FileNotFoundError, match=r"No text in .*; expected text/NAME\.txt and, .*, attributions/NAME\.ann; .* is published at"
    ):
        read_polnear(tmp_path)


def test_files_of_another_make_are_refused(babe, narrative):
    """Missing columns, short rows and unknown labels are named with their line."""
    (babe / "final_labels_SG2.csv").write_text("text;label\na;b\n", encoding="utf-8")
    with pytest.raises(ValueError, match=r"lacks the columns \['news_link'"):
        read_babe(babe)
    path = narrative / "splits" / "Fold_2" / "test.txt"
    good = path.read_text(encoding="utf-8")
    path.write_text(good.replace("True", "yes"), encoding="utf-8")
    with pytest.raises(ValueError, match="line 1: the label is 'yes'; expected True or False"):
        read_narrative_frames(narrative)
    path.write_text(good.replace("2020-01-02", "Jan. 2020"), encoding="utf-8")
    with pytest.raises(ValueError, match=r"test\.txt, line 1: the date is 'Jan\. 2020'; expected one such as 2019-08-21"):
        read_narrative_frames(narrative)
    path.write_text("1\tThe Gull\n", encoding="utf-8")
    with pytest.raises(ValueError, match="line 1: 2 fields; expected 10"):
        read_narrative_frames(narrative)


@pytest.mark.parametrize("words", ["['odd'", "3", "'odd'", "[1]"])
def test_a_list_of_marked_words_that_is_none_is_refused(babe, words):
    """A cell that is no list of words names the file, and is not read as its letters."""
    path = babe / "final_labels_SG2.csv"
    path.write_text(path.read_text(encoding="utf-8").replace("['shameful']", words), encoding="utf-8")
    with pytest.raises(ValueError, match=r"final_labels_SG2\.csv is not as it was published: "):
        read_babe(babe)


def test_an_unknown_label_is_not_taken_for_disagreement(babe):
    """Only sentences without agreement are left out; one with a label nobody knows is an error."""
    path = babe / "final_labels_SG2.csv"
    path.write_text(path.read_text(encoding="utf-8").replace(";Biased;", ";biased;"), encoding="utf-8")
    with pytest.raises(ValueError, match=r"label_bias is 'biased'; expected one of \['Biased', 'Non-biased', 'No agreement'\]"):
        read_babe(babe)


@pytest.mark.parametrize("content", [b"", b"text;news_link\na;b;c\n", b"text\n\xe9\n"])
def test_a_broken_table_names_the_file(babe, content):
    """What Polars cannot read is an error of the file, not of Polars."""
    (babe / "final_labels_SG2.csv").write_bytes(content)
    with pytest.raises(ValueError, match=r"final_labels_SG2\.csv"):
        read_babe(babe)


@pytest.mark.parametrize(
    ("old", "new"), [('"FOX"', '"Gull"'), ("triplet-uuid", "uuid"), ('"p1"', '"p9"'), ('"p1"', '"x"'), ('"p1"', '"p-3"'), ("{", "")]
)
def test_broken_annotations_name_the_file(basil, old, new):
    """Unknown outlets, missing keys, sentences that are not there and broken JSON are errors of a file."""
    for path in (basil / "annotations").iterdir():
        path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    with pytest.raises(ValueError, match=r"a_1\.json( is not as it was published|: the span)"):
        read_basil(basil)


def test_a_file_in_another_encoding_is_named(narrative):
    """A byte that is not UTF-8 is told with its file."""
    path = narrative / "splits" / "Fold_2" / "test.txt"
    path.write_bytes(path.read_bytes().replace(b"warm", b"w\xe9rm"))
    with pytest.raises(ValueError, match=r"Fold_2/test\.txt is not as it was published: UnicodeDecodeError"):
        read_narrative_frames(narrative)


def test_polnear_annotations_of_another_text_are_left_to_it(tmp_path):
    """Of two texts whose names begin alike, none takes the annotation of the other."""
    for folder, names in (("text", ["a.txt", "a_b.txt"]), ("attributions", ["a_b.ann"])):
        (tmp_path / folder).mkdir()
        for name in names:
            (tmp_path / folder / name).write_text("x y" if folder == "text" else "T1\tContent 0 1\tx\nE1\tContent:T1\n", encoding="utf-8")
    assert read_polnear(tmp_path).spans["article_id"].to_list() == ["a_b"]


def test_every_source_says_how_to_cite_it():
    """Citation and licence stand beside every set."""
    assert all(source.citation and source.licence and source.where.startswith("https://") for source in SOURCES.values())


def test_the_real_files_have_their_published_sizes():
    """BABE as it is here has 3,036 labelled sentences; narrative frames 428 articles in five folds, each once."""
    assert read_babe(real("babe")).height == 3036
    assert read_basil(real("basil"))["lexical"].sum() > 250
    table = read_narrative_frames(real("narrative_frames"))
    assert (table.height, table["article_id"].n_unique(), table["fold"].n_unique()) == (428, 428, 5)


@pytest.mark.parametrize(
    ("text", "marks", "match"),
    [
        (b"Berg said it rained.", "T1\tContent x y\tit\n", "has no places in the text"),
        (b"Berg said it rained.", "T1\tContent 10 999\tit\n", "but its text has 20 characters"),
        (b"Berg said it rained.", "T1\tContent 12 10\tit\n", "expected start < end"),
        (b"\xff\xfe said", "T1\tContent 1 2\tit\n", r"a_1\.txt: is not UTF-8"),
    ],
)
def test_polnear_that_cannot_be_right_is_refused(tmp_path, text, marks, match):
    """Marks that point nowhere in their text, and a text in another encoding, are told with the file, not learned from."""
    for name, content in (("text/a_1.txt", text), ("attributions/a_1.ann", (marks + "E1\tAttribution:T1 Content:T1\n").encode())):
        (tmp_path / name).parent.mkdir()
        (tmp_path / name).write_bytes(content)
    with pytest.raises(ValueError, match=match):
        read_polnear(tmp_path)
