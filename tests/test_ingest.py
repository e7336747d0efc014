"""Reading: files of any of the taken kinds in, one corpus out, with all that was odd told."""

import csv
import datetime
import hashlib
import io
import json
import os
import tempfile
from pathlib import Path

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from research_data import real

from framing import tables
from framing.ingest import read_corpus

ROW = {
    "article_id": "a1",
    "outlet": "The Ford Herald",
    "event": "flood",
    "published": "2022-02-24",
    "title": "Rain",
    "text": 'It rained, “and rained”.\r\n\r\nThe mayor said: "Stay in";\tall did.\n',
    "url": "https://herald.example/1",
    "language": "en",
}
ROWS = [ROW, ROW | {"article_id": "a2", "outlet": "Post", "event": None, "title": "", "text": "Zwölf Boote – łódź, лодка.\u2028"}]
HOSTILE = "<script>alert(1)</script>\u202eevil\u202c\x1b[31m\x07 $x$ {{ y }} ' OR 1=1 -- \ufeff\u200b"


def lines(rows):
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)


def table(rows, delimiter=","):
    file = io.StringIO(newline="")
    writer = csv.DictWriter(file, list(rows[0]), delimiter=delimiter, quoting=csv.QUOTE_ALL)
    writer.writeheader()
    writer.writerows(rows)
    return file.getvalue()


def write(path, content, encoding="utf-8"):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode(encoding))
    return path


def parquet(path, rows):
    pl.DataFrame(rows).write_parquet(path)
    return path


WRITERS = {
    "articles.jsonl": lambda path, rows: write(path, lines(rows)),
    "articles.ndjson": lambda path, rows: write(path, lines(rows)),
    "array.json": lambda path, rows: write(path, json.dumps(rows)),
    "object.json": lambda path, rows: write(path, json.dumps({"articles": rows})),
    "comma.csv": lambda path, rows: write(path, table(rows)),
    "semicolon.csv": lambda path, rows: write(path, table(rows, ";")),
    "tab.csv": lambda path, rows: write(path, table(rows, "\t")),
    "tab.tsv": lambda path, rows: write(path, table(rows, "\t")),
    "bar.CSV": lambda path, rows: write(path, table(rows, "|")),
    "articles.parquet": parquet,
}


def texts_of(path, **keywords):
    return read_corpus(path, **keywords).articles["text"].to_list()


# What can be read


@pytest.mark.parametrize("name", WRITERS)
def test_every_kind_of_file_gives_the_same_corpus(tmp_path, name):
    """Promise: the same articles come out of every kind of file, text exactly as published."""
    corpus = read_corpus(WRITERS[name](tmp_path / name, ROWS))
    expected = read_corpus(write(tmp_path / "other" / "articles.jsonl", lines(ROWS)))
    assert corpus.articles.equals(expected.articles)
    assert corpus.articles["text"].to_list() == [row["text"] for row in ROWS]
    assert corpus.articles.schema == tables.schema("articles")


@pytest.mark.parametrize("name", WRITERS)
@settings(max_examples=25)
@given(title=st.text(st.characters(exclude_categories=["Cs"])), text=st.text(st.characters(exclude_categories=["Cs"])))
def test_any_text_survives_any_kind_of_file(name, title, text):
    """Promise: no character is altered on the way through a file (a file of text holds no NUL)."""
    title, text = title.replace("\0", ""), text.replace("\0", "")
    with tempfile.TemporaryDirectory() as folder:
        corpus = read_corpus(WRITERS[name](Path(folder, name), [ROW | {"title": title, "text": text}]))
    assert corpus.articles.select("title", "text").row(0) == (title, text)


@pytest.mark.parametrize("name", WRITERS)
def test_hostile_text_is_kept_as_it_is(tmp_path, name):
    """Promise: scripts, control characters and direction marks are text like any other."""
    assert texts_of(WRITERS[name](tmp_path / name, [ROW | {"text": HOSTILE}])) == [HOSTILE]


def test_a_folder_with_articles_jsonl(tmp_path):
    """Promise: articles.jsonl is read, and what is there besides the parts of a corpus folder is told."""
    write(tmp_path / "articles.jsonl", lines(ROWS))
    write(tmp_path / "README.md", "About.")
    write(tmp_path / "more.csv", "article_id")
    corpus = read_corpus(str(tmp_path))
    assert len(corpus) == 2
    assert corpus.notes["skipped_files"] == {"the folder has articles.jsonl": ["more.csv"]}
    assert [each["path"] for each in corpus.notes["inputs"]] == ["articles.jsonl"]


def test_inputs_carry_size_and_hash(tmp_path):
    """Promise: every file read stands in the notes with its bytes and sha256."""
    data = lines(ROWS).encode()
    notes = read_corpus(write(tmp_path / "x.jsonl", data)).notes
    assert notes["inputs"] == [{"path": "x.jsonl", "bytes": len(data), "sha256": hashlib.sha256(data).hexdigest()}]


def test_a_lone_text_file(tmp_path):
    """Promise: one text file is a corpus of one article, its outlet unknown, its id the name of the file."""
    corpus = read_corpus(write(tmp_path / "rain.txt", "It rained.\r\n\r\n“Again.”\n"))
    article = corpus.articles.row(0, named=True)
    assert (article["article_id"], article["outlet"], article["event"]) == ("rain", "unknown", None)
    assert (article["title"], article["text"]) == ("", "It rained.\r\n\r\n“Again.”\n")
    assert corpus.notes["unknown_outlets"] == 1


def test_folders_name_outlet_and_event(tmp_path):
    """Promise: outlet/event/file.txt is read as laid out, in the order of the names, with the path as id."""
    for name in ("Post/flood/b.txt", "Herald/flood/a.md", "Herald/drought/a.txt", "Herald/late.txt", "loose.txt"):
        write(tmp_path / name, f"Text of {name}.")
    articles = read_corpus(tmp_path).articles
    assert articles.select("article_id", "outlet", "event").rows() == [
        ("Herald/drought/a", "Herald", "drought"),
        ("Herald/flood/a", "Herald", "flood"),
        ("Herald/late", "Herald", None),
        ("Post/flood/b", "Post", "flood"),
        ("loose", "unknown", None),
    ]


def test_emphasis_in_markdown_hides_no_word(tmp_path):
    """Promise: marks of emphasis are notation in a .md file and text everywhere else; words that only look like it stay."""
    text = "The _war_ was **a __brutal__ war**.\n* _one_\n* no_war_now and 2 * 3\n\\_as it\\_ __stands\nopen__\n"
    for name in ("a.md", "b.txt"):
        write(tmp_path / name, text)
    marked, plain = read_corpus(tmp_path).articles["text"]
    assert marked == "The war was a brutal war.\n* one\n* no_war_now and 2 * 3\n\\_as it\\_ __stands\nopen__\n"
    assert plain == text


def test_marks_without_a_partner_cost_no_time(tmp_path):
    """Promise: a line of opening marks that nothing closes is read in time that grows with its length."""
    write(tmp_path / "a.md", "_a *b " * 200_000)
    assert len(read_corpus(tmp_path)) == 1


def test_a_header_goes_before_the_folders(tmp_path):
    """Promise: key: value lines between two rules are read, and the text is all that follows them."""
    text = "\n“Rain: more to come.”\r\n---\nThe end.\n"
    header = (
        "---\r\narticle_id: 7\noutlet: The Ford Herald\n# a remark\n\nTitle: 'Rain: more'\ndate: 24 Feb 2022\nmood: grim\nevent:\n---\n"
    )
    corpus = read_corpus(write(tmp_path / "x" / "flood" / "a.txt", header + text).parents[2], columns={"published": "date"})
    article = corpus.articles.row(0, named=True)
    assert article["text"] == text
    assert (article["article_id"], article["outlet"], article["title"]) == ("7", "The Ford Herald", "Rain: more")
    assert (str(article["published"]), article["event"]) == ("2022-02-24", "flood")
    assert corpus.notes["ignored_columns"] == ["mood"]


@pytest.mark.parametrize("title", ['"Flood" and "drought"', "O'Hara's 'rain'", '"'])
def test_only_marks_around_a_whole_header_value_are_taken_off(tmp_path, title):
    """Promise: quotation marks that belong to a headline stay."""
    corpus = read_corpus(write(tmp_path / "a.txt", f"---\ntitle: {title}\n---\nText."))
    assert corpus.articles["title"].to_list() == [title]


@pytest.mark.parametrize(
    "text", ["---\nIt rained.\n---\n", "--- It rained.", "It rained.\n---\noutlet: x\n---\n", "----\n", "---\nHe said: no.\n"]
)
def test_a_rule_is_no_header(tmp_path, text):
    """Promise: a text that only starts with a rule is text from its first character."""
    assert texts_of(write(tmp_path / "a.txt", text)) == [text]


def test_text_files_with_a_byte_order_mark(tmp_path):
    """Promise: the mark is no text, in any kind of file."""
    assert texts_of(write(tmp_path / "a.txt", "It rained.", "utf-8-sig")) == ["It rained."]
    assert texts_of(write(tmp_path / "a.csv", table(ROWS), "utf-8-sig")) == [row["text"] for row in ROWS]
    assert texts_of(write(tmp_path / "a.jsonl", lines(ROWS), "utf-8-sig")) == [row["text"] for row in ROWS]
    assert texts_of(write(tmp_path / "a.json", json.dumps(ROWS), "utf-8-sig")) == [row["text"] for row in ROWS]


NESTED = {"id": 1, "source": {"name": "Ford Post", "place": {"town": "Ford"}}, "content": {"body": "It rained."}}


@pytest.mark.parametrize("name", ["a.jsonl", "a.json"])
def test_parts_of_an_object_are_columns(tmp_path, name):
    """Promise: what stands within an object of an article is mapped by both names, and named where the object is taken for a value."""

    def written(article):
        return write(tmp_path / name, lines([article]) if name == "a.jsonl" else json.dumps([article]))

    path = written(NESTED)
    corpus = read_corpus(path, columns={"article_id": "id", "outlet": "source.name", "event": "source.place.town", "text": "content.body"})
    assert corpus.articles.select("outlet", "event", "text").rows() == [("Ford Post", "Ford", "It rained.")]
    with pytest.raises(ValueError, match=r"outlet is .* \(dict\); .*; name one of its parts, \['source\.name', 'source\.place'\]"):
        read_corpus(path, columns={"article_id": "id", "outlet": "source", "text": "content.body"})
    twice = written(NESTED | {"source.name": "Gull"})
    with pytest.raises(ValueError, match=r"'source\.name' stands twice, by itself and as a part of 'source'"):
        read_corpus(twice, columns={"article_id": "id", "outlet": "source.name", "text": "content.body"})


@pytest.mark.parametrize("encoding", ["utf-16", "utf-32"])
def test_wide_encodings_are_known_by_their_mark(tmp_path, encoding):
    """Promise: UTF-16 and UTF-32 with their mark are read and told."""
    corpus = read_corpus(write(tmp_path / "a.jsonl", lines(ROWS), encoding))
    assert corpus.articles["text"].to_list() == [row["text"] for row in ROWS]
    assert corpus.notes["encodings"] == {"a.jsonl": encoding}


ENGLISH = "The minister said it wasn’t true. “We are not at war,” she said. Bread rose by £5 at the café. "
CHINESE = "部长说水位正在上涨，并拒绝回答提问。 "
RUSSIAN = "Министр сказал, что вода поднимается, и отказался от вопросов. "


@pytest.mark.parametrize(("text", "encoding"), [(ENGLISH, "cp1252"), (RUSSIAN, "cp1251"), (RUSSIAN, "koi8_r"), (CHINESE, "gb18030")])
def test_other_encodings_are_detected_and_told(tmp_path, text, encoding):
    """Promise: text in an old code page is read, and the page told."""
    corpus = read_corpus(write(tmp_path / "a.txt", text * 3, encoding))
    assert corpus.articles["text"].to_list() == [text * 3]
    assert corpus.notes["encodings"] == {"a.txt": encoding}


@pytest.mark.parametrize("encoding", ["cp1252", "mac_roman"])
@pytest.mark.parametrize(
    "text",
    [
        "Café owner Müller of São Paulo won.",
        "It’s Müller’s café: “naïve” – and shut…",
        "MÜLLER WARNS: CAFÉ SHUT.",
        "A day at £5.",
        "Café’s “x”",
    ],
)
def test_the_few_foreign_letters_of_an_english_text_tell_the_page(tmp_path, text, encoding):
    """Promise: what a spreadsheet of Windows or of a Mac wrote is read as it was, however few its letters beyond ASCII."""
    assert texts_of(write(tmp_path / "a.txt", text, encoding)) == [text]


def test_a_late_character_in_another_encoding_is_found(tmp_path):
    """Promise: the encoding is told by the whole file, not by its beginning."""
    text = "It rained. " * 60_000 + ENGLISH * 3
    assert texts_of(write(tmp_path / "a.txt", text, "cp1252")) == [text]


def test_a_byte_that_the_detected_encoding_lacks_is_told(tmp_path):
    """Promise: what is detected near the first odd byte and fails further on is told, not replaced."""
    text = (ENGLISH * 3).encode("cp1252") + b"It rained. " * 60_000 + b"\x81"
    with pytest.raises(ValueError, match=r"a\.txt: is no cp1252, as it seemed: .*byte 0x81 in position .*; save the file as UTF-8"):
        read_corpus(write(tmp_path / "a.txt", text))


def test_a_character_across_two_blocks_is_whole(tmp_path):
    """Promise: a character that straddles the blocks a file is checked in is not taken for a broken one."""
    for shift in range(4):
        text = "x" * ((1 << 18) - shift) + "łódź🚤" + "y" * 10
        assert texts_of(write(tmp_path / "a.txt", text)) == [text]


def test_a_long_field_is_read(tmp_path):
    """Promise: a field of any length is read, and the limit of the csv module is as before."""
    before = csv.field_size_limit()
    rows = [ROW | {"text": "long " * 100_000}]
    assert texts_of(write(tmp_path / "a.csv", table(rows))) == [rows[0]["text"]]
    assert csv.field_size_limit() == before


@pytest.mark.parametrize("named", ["sep=;\n", "sep=;\r\n", '"sep=;"\n', "SEP=;\n", "sep=\t\n", "sep=^\n"])
def test_a_delimiter_named_before_the_header_is_taken(tmp_path, named):
    """Promise: the line in which a file for Excel names its delimiter is no header and no article; lines are counted with it."""
    delimiter = named.strip("\r\n").strip('"').lower().removeprefix("sep=")
    path = write(tmp_path / "a.csv", named + table(ROWS, delimiter))
    assert texts_of(path) == [row["text"] for row in ROWS]
    with pytest.raises(ValueError, match=r"b\.csv:3: 2 fields, but the header has 3"):
        read_corpus(write(tmp_path / "b.csv", "sep=;\narticle_id;outlet;text\n1;Herald\n"))
    with pytest.raises(ValueError, match=r"c\.csv:2: the second line is empty; expected the names of the columns"):
        read_corpus(write(tmp_path / "c.csv", "sep=;\n"))


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_a_name_in_the_header_may_hold_a_line_break(tmp_path, delimiter):
    """Promise: a header cell that a spreadsheet broke into two lines is one name, and lines are counted with it."""
    content = '"article_id",outlet,"published\n(day)",text\n1,Herald,2022-02-24,Rain\n2,Herald\n'.replace(",", delimiter)
    path = write(tmp_path / "a.csv", content.replace("2" + delimiter + "Herald\n", ""))
    corpus = read_corpus(path, columns={"published": "published\n(day)"})
    assert corpus.articles.select("published", "text").rows() == [(datetime.date(2022, 2, 24), "Rain")]
    with pytest.raises(ValueError, match=r"b\.csv:4: 2 fields, but the header has 4"):
        read_corpus(write(tmp_path / "b.csv", content))


def test_the_text_has_no_say_in_the_delimiter(tmp_path):
    """Promise: articles full of commas do not make a comma the delimiter."""
    content = "article_id;outlet;text\n" + "".join(f"{n};Herald;a, b, c, d, e, f, g, h\n" for n in range(20))
    assert texts_of(write(tmp_path / "a.csv", content)) == ["a, b, c, d, e, f, g, h"] * 20


def test_columns_are_renamed_in_every_kind_of_file(tmp_path):
    """Promise: columns= works the same for all files."""
    rows = [{"nr": 1, "paper": "Herald", "body": "It rained."}]
    columns = {"article_id": "nr", "outlet": "paper", "text": "body"}
    for name, writer in WRITERS.items():
        assert texts_of(writer(tmp_path / name, rows), columns=columns) == ["It rained."]


def test_articles_are_numbered_on_demand(tmp_path):
    """Promise: '#' numbers the articles of a file without ids."""
    path = write(tmp_path / "a.csv", "outlet,text\nHerald,x\nPost,y\n")
    assert read_corpus(path, columns={"article_id": "#"}).articles["article_id"].to_list() == ["1", "2"]


def test_what_is_odd_in_files_is_told_and_kept(tmp_path):
    """Promise: nothing is dropped in silence, and all notes can be written as JSON."""
    odd = [
        ROW,
        ROW | {"article_id": 2, "published": "04/03/2022", "mood": 1},
        {"article_id": 3, "outlet": "Post", "text": None},
        {"article_id": 4, "outlet": "Post", "title": "Sun"},
    ]
    notes = dict(read_corpus(write(tmp_path / "a.jsonl", lines(odd))).notes)
    assert json.loads(json.dumps(notes)) == notes
    assert notes.pop("inputs")[0]["path"] == "a.jsonl"
    assert notes == {
        "without_event": 2,
        "unreadable_dates": 1,
        "unreadable_date_values": ["04/03/2022"],
        "empty_articles": 1,
        "empty_article_ids": ["3"],
        "empty_texts": 1,
        "repeated_texts": 1,
        "repeated_text_ids": [["a1", "2"]],
        "ignored_columns": ["mood"],
    }


@pytest.mark.parametrize(
    ("name", "content"),
    [("a.json", "[]"), ("b.json", '{"articles": []}'), ("a.csv", "article_id,outlet,text\n"), ("a.parquet", None)],
)
def test_a_file_with_no_articles_is_an_empty_corpus(tmp_path, name, content):
    """Promise: no articles is no error where the file says so itself."""
    path = tmp_path / name
    if content is None:
        pl.DataFrame(ROWS).clear().write_parquet(path)
    else:
        write(path, content)
    corpus = read_corpus(path)
    assert corpus.articles.equals(tables.empty("articles"))
    assert list(corpus.notes) == ["inputs"]


def test_an_empty_text_file_in_a_folder_is_an_article_without_text(tmp_path):
    """Promise: an empty file among others is kept and counted."""
    write(tmp_path / "a.txt", "It rained.")
    write(tmp_path / "b.txt", "")
    corpus = read_corpus(tmp_path)
    assert corpus.articles["text"].to_list() == ["It rained.", ""]
    assert corpus.notes["empty_article_ids"] == ["b"]


# Only under the folder given


def test_what_is_passed_over_is_told(tmp_path):
    """Promise: a folder tells which files it was not read from, and why; a link leads nowhere outside."""
    outside = write(tmp_path / "outside" / "secret.txt", "Not yours.")
    folder = write(tmp_path / "in" / "Herald" / "a.txt", "It rained.").parents[1]
    write(folder / "Herald" / "scan.pdf", b"%PDF-1.7")
    write(folder / ".git" / "b.txt", "hidden")
    write(folder / "README.md", "About.")
    (folder / "link.txt").symlink_to(outside)
    (folder / "linked").symlink_to(outside.parent)
    os.mkfifo(folder / "pipe.txt")
    corpus = read_corpus(folder)
    assert corpus.articles["article_id"].to_list() == ["Herald/a"]
    assert corpus.notes["skipped_files"] == {
        "hidden": [".git"],
        "not .txt or .md": ["Herald/scan.pdf"],
        "describes the folder": ["README.md"],
        "a link out of the folder": ["link.txt"],
        "a link to a folder": ["linked"],
        "not a regular file": ["pipe.txt"],
    }


def test_links_in_a_circle_are_passed_over(tmp_path):
    """Promise: a link that leads to itself is told as no file, and as articles.jsonl it is refused."""
    write(tmp_path / "a.txt", "It rained.")
    (tmp_path / "b.txt").symlink_to("b.txt")
    assert read_corpus(tmp_path).notes["skipped_files"] == {"not a regular file": ["b.txt"]}
    (tmp_path / "articles.jsonl").symlink_to("articles.jsonl")
    with pytest.raises(ValueError, match=r"articles\.jsonl: is neither a regular file nor a folder"):
        read_corpus(tmp_path)


def test_articles_jsonl_may_not_lead_out_of_its_folder(tmp_path):
    """Promise: a link called articles.jsonl is not followed out of the folder."""
    write(tmp_path / "outside.jsonl", lines(ROWS))
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "articles.jsonl").symlink_to(tmp_path / "outside.jsonl")
    with pytest.raises(ValueError, match=r"articles\.jsonl: is a link out of the folder"):
        read_corpus(tmp_path / "in")


# What cannot be read

BROKEN = [
    ("empty.jsonl", b"", r"empty\.jsonl: is empty \(0 bytes\)"),
    ("empty.txt", b"", r"empty\.txt: is empty \(0 bytes\)"),
    ("empty.parquet", b"", r"empty\.parquet: is empty \(0 bytes\)"),
    ("blank.jsonl", b"\n \n", r"blank\.jsonl: is empty; expected one article a line"),
    ("blank.json", b"  \n", r"blank\.json:2: broken JSON: Expecting value at column 1 \(the file is empty\)"),
    ("blank.csv", b"\n\n", r"blank\.csv:1: the first line is empty; expected the names of the columns"),
    ("cut.jsonl", lines([ROW]) + '{"article_id": "a2", "outl', r"cut\.jsonl:2: broken JSON: Unterminated string .* at column 22"),
    ("cut.json", '[{"article_id": "a1"},\n{"outlet', r"cut\.json:2: broken JSON: Unterminated string"),
    ("deep.json", "[" * 100_000, r"deep\.json: JSON nested too deeply"),
    ("lines.json", lines(ROWS), r"lines\.json:2: broken JSON: Extra data at column 1; JSON Lines.* called \.jsonl"),
    ("pretty.jsonl", json.dumps(ROWS, indent=1), r"pretty\.jsonl:1: broken JSON: .* belongs in a file called \.json"),
    ("array.jsonl", json.dumps(ROWS), r"array\.jsonl:1: is an array, .*; expected an object"),
    ("scalar.jsonl", "42\n", r"scalar\.jsonl:1: is a number, 42; expected an object"),
    ("string.jsonl", lines([ROW]) + '"text"\n', r"string\.jsonl:2: is a string, 'text'; expected an object"),
    ("null.jsonl", "null\n", r"null\.jsonl:1: is null, None; expected an object"),
    ("scalar.json", "true", r'scalar\.json: holds true or false; expected an array of articles, or \{"articles": \[\.\.\.\]\}'),
    ("one.json", json.dumps(ROW), r"one\.json: holds an object with the keys \['article_id'.*; expected an array of articles"),
    ("odd.json", json.dumps([ROW, ["a"]]), r"odd\.json: article 2: is an array, .*; expected an object"),
    ("twice.jsonl", '{"article_id": 1, "text": "a", "text": "b"}', r"twice\.jsonl:1: broken JSON: key 'text' stands twice"),
    ("list.jsonl", lines([ROW | {"text": ["a", "b"]}]), r"list\.jsonl:1: text is \['a', 'b'\] \(list\); expected a string"),
    ("half.jsonl", json.dumps(ROW | {"text": "\ud83d"}), r"half\.jsonl:1: text holds '\\ud83d' at offset 0, half of a surrogate pair"),
    ("noid.jsonl", lines([ROW, ROW | {"article_id": None}]), r"noid\.jsonl:2: article_id is None; every article needs one"),
    ("nooutlet.csv", "article_id,outlet,text\n1,,x\n", r"nooutlet\.csv:2: outlet is ''; every article needs one"),
    ("dup.jsonl", lines([ROW, ROWS[1], ROW]), r"dup\.jsonl:3: article_id 'a1' already stands at .*dup\.jsonl:1; ids must be unique"),
    ("dup.json", json.dumps([ROW, ROW]), r"dup\.json: article 2: article_id 'a1' already stands at .*dup\.json: article 1"),
    ("dup.csv", table([ROW, ROW]), r"dup\.csv:6: article_id 'a1' already stands at .*dup\.csv:2"),
    ("less.jsonl", '{"article_id": "a1", "body": "x"}', r"less\.jsonl:1: missing column 'outlet'; columns there: \['article_id', 'body'\]"),
    ("notext.jsonl", '{"article_id": 1, "outlet": "x", "body": "x"}', r"notext\.jsonl: missing column 'text'.*'body'.*--map text=YOURS"),
    (
        "notext.csv",
        "article_id,outlet,body\n",
        r"notext\.csv: missing column 'text'; .*'body'.*columns=\{'text': 'YOURS'\} or --map text=YOURS",
    ),
    ("short.csv", "article_id,outlet,text\n1,x\n", r"short\.csv:2: 2 fields, but the header has 3"),
    ("wide.csv", 'article_id,outlet,text\n1,x,"a\nb"\n2,x,a,b\n', r"wide\.csv:4: 4 fields, but the header has 3"),
    (
        "open.csv",
        'article_id,outlet,text\n1,x,y\n2,x,"never closed\n3,x,y\n',
        r"open\.csv:3: broken quoting in the record that starts here",
    ),
    ("inner.csv", 'article_id,outlet,text\n1,x,"a "b" c"\n', r"inner\.csv:2: broken quoting in the record that starts here"),
    ("header.csv", "text,outlet,text\n", r"header\.csv:1: column 'text' stands twice in the header"),
    ("half.csv", 'article_id,"outlet,text\n1,x,y\n', r"half\.csv:1: broken quoting in the header 'article_id,\"outlet,text'; a quotation"),
    ("half2.csv", '"article_id,outlet,text\n1,x,y\n', r"half2\.csv:1: broken quoting in the header"),
    ("json.csv", lines(ROWS), r"json\.csv:1: looks like JSON, not what its name '\.csv' promises"),
    ("page.jsonl", "<!DOCTYPE html><html>", r"page\.jsonl: is an HTML or XML page, not what its name '\.jsonl' promises"),
    ("page.csv", "\n<html><body>", r"page\.csv: is an HTML or XML page"),
    ("page.txt", "<html><body>It rained.", r"page\.txt: is an HTML or XML page, .*; save its text instead"),
    ("pdf.txt", b"%PDF-1.7\n%\xe2\xe3", r"pdf\.txt: is a PDF, not the text that its name '\.txt' promises"),
    ("zip.csv", b"PK\x03\x04rest", r"zip\.csv: is a ZIP archive, or a Word or Excel file"),
    ("gzip.csv", b"\x1f\x8b\x08\x00", r"gzip\.csv: is a gzip archive"),
    ("parquet.jsonl", b"PAR1rest PAR1", r"parquet\.jsonl: is a Parquet file"),
    ("text.parquet", lines(ROWS), r"text\.parquet: is no Parquet file, or only a part of one: .* PAR1"),
    ("broken.parquet", b"PAR1 and no more PAR1", r"broken\.parquet: broken Parquet file"),
    ("digits.jsonl", '{"article_id": ' + "1" * 5000 + "}", r"digits\.jsonl:1: broken JSON: Exceeds the limit"),
    ("odd16.csv", b"\xff\xfea\0b", r"odd16\.csv: is no utf-16, as it seemed: .*truncated data; save the file as UTF-8"),
    ("odd16.jsonl", b"\xff\xfe" + lines([ROW] * 999).encode("utf-16-le") + b"x", r"odd16\.jsonl:2: article_id 'a1' already"),
    ("nul16.txt", "It rained.\nAnd\0rained.".encode("utf-16"), r"nul16\.txt:2: NUL; the file is binary, or damaged"),
    ("nul32.csv", (table(ROWS) + "\0").encode("utf-32"), r"nul32\.csv:\d+: NUL; the file is binary"),
    ("nul1252.txt", b"At the caf\xe9 it rained.\n" * 12_000 + b"And\0rained.", r"nul1252\.txt:12001: NUL; the file is binary"),
    ("nul.txt", b"It rained.\nAnd\0rained.", r"nul\.txt:2: NUL at byte 14; the file is binary, or UTF-16 without its mark"),
    ("wide.jsonl", lines(ROWS).encode("utf-16-le"), r"wide\.jsonl:1: NUL at byte 1"),
    ("noise.txt", bytes(range(128, 256)) * 20 + b"\x81\x8d\x90" * 40, r"noise\.txt:1: byte 0 is not UTF-8 and no other encoding fits"),
    ("damaged.txt", "“Rain,” she said.\n“Again.”".encode()[:-1], r"damaged\.txt:2: byte \d+ is not UTF-8, though other parts are"),
    ("damaged.jsonl", b"\xe9" + ("“Rain” – łódź " * 9).encode(), r"damaged\.jsonl:1: byte 0 is not UTF-8, though other parts are"),
    (
        "mixed.txt",
        b"It rained \x96 " + b"and rained. " * 50_000 + "“Again.” “Again.”".encode(),
        r"mixed\.txt:1: byte 10 is not UTF-8, though",
    ),
    ("marked.txt", b"\xef\xbb\xbfAt the caf\xe9.", r"marked\.txt:1: byte 13 is not UTF-8, though other parts are"),
    ("zero.txt", b"\xef\xbb\xbfIt\0", r"zero\.txt:1: NUL at byte 5"),
    ("open.txt", "---\noutlet: x\nIt: rained", r"open\.txt: the header that starts in line 1 is not closed"),
    ("line.txt", "---\noutlet: x\n- item\n---\n", r"line\.txt:3: expected 'key: value' in the header, or its end '---'"),
    ("keys.md", "---\noutlet: x\nOutlet: y\n---\n", r"keys\.md:3: 'Outlet' stands twice in the header"),
    ("text.md", "---\noutlet: x\ntext: y\n---\n", r"text\.md: the header has the key 'text'; the text stands below"),
    ("report.docx", b"PK\x03\x04", r"report\.docx: no reader for files called '\.docx'; expected \['\.jsonl', "),
    ("noname", b"x", r"noname: no reader for files called 'without suffix'"),
]


@pytest.mark.parametrize(("name", "content", "message"), BROKEN, ids=[name for name, *_ in BROKEN])
def test_a_bad_file_gives_one_clear_line(tmp_path, name, content, message):
    """Promise: the file, the line where there is one, the value and what is allowed; all in one line."""
    path = write(tmp_path / name, content)
    with pytest.raises(ValueError, match=message) as caught:
        read_corpus(path)
    assert "\n" not in str(caught.value)
    assert str(caught.value).startswith(str(tmp_path))


JUNK = st.one_of(
    st.binary(),
    st.text(alphabet='{}[]":,;\t\n\r|-a1\ufeffé').map(str.encode),
    st.binary(max_size=20).map(lambda data: lines(ROWS).encode()[:50] + data + table(ROWS).encode()),
    st.binary(max_size=60).map(lambda data: b"PAR1" + data + b"PAR1"),
)


@pytest.mark.parametrize("suffix", ["jsonl", "json", "csv", "tsv", "parquet", "txt"])
@settings(max_examples=60)
@given(data=JUNK)
def test_junk_is_read_or_told_in_one_line(suffix, data):
    """Promise: whatever a file holds, there is a corpus or one clear line, never a traceback from inside."""
    with tempfile.TemporaryDirectory() as folder:
        path = write(Path(folder, f"junk.{suffix}"), data)
        try:
            told = str(path) if len(read_corpus(path)) <= 2 else ""
        except ValueError as error:
            told = str(error)
    assert told.startswith(str(path))
    assert "\n" not in told


def test_a_date_of_no_calendar_names_the_file(tmp_path):
    """Promise: a date that Python has no year for is told with the file."""
    far = pl.DataFrame(ROWS).with_columns(published=pl.Series([0, 10**7], dtype=pl.Int32).cast(pl.Date))
    far.write_parquet(tmp_path / "far.parquet")
    with pytest.raises(ValueError, match=r"far\.parquet: holds a date outside the years 1 to 9999: year 29349 is out of range"):
        read_corpus(tmp_path / "far.parquet")


@pytest.mark.parametrize("name", ["nothing.jsonl", "no/such/folder", "", "x" * 5000, "a\0b"])
def test_a_path_to_nothing(tmp_path, name):
    """Promise: what is not there is a FileNotFoundError that names it, whatever was handed in."""
    with pytest.raises(FileNotFoundError, match="no such file or folder"):
        read_corpus(str(tmp_path / name) if "/" in name or "." in name else name)


@pytest.mark.parametrize("thing", [None, b"a.csv", ["a.csv", "b.csv"], pl.DataFrame({"text": ["x"]})])
def test_what_is_no_path_is_refused(thing):
    """Promise: a list of files or a data frame is told that a path is expected, and where data frames go."""
    with pytest.raises(TypeError, match=r"^path is .+; expected the path of a file or folder \(Corpus.from_frame takes data frames\)$"):
        read_corpus(thing)


def test_a_path_to_no_regular_file(tmp_path):
    """Promise: a pipe is refused, not waited for."""
    os.mkfifo(tmp_path / "pipe.jsonl")
    with pytest.raises(ValueError, match=r"pipe\.jsonl: is neither a regular file nor a folder"):
        read_corpus(tmp_path / "pipe.jsonl")


def test_a_folder_with_nothing_to_read(tmp_path):
    """Promise: the message says what was looked for and what is there."""
    with pytest.raises(ValueError, match=r"nothing to read in this folder; expected articles\.jsonl, .*files there: none"):
        read_corpus(tmp_path)
    write(tmp_path / "data.csv", "x")
    with pytest.raises(ValueError, match=r"files there: \['data\.csv'\]"):
        read_corpus(tmp_path)


def test_two_text_files_with_one_id(tmp_path):
    """Promise: the id and both files are named."""
    write(tmp_path / "a.txt", "x")
    write(tmp_path / "a.md", "x")
    with pytest.raises(ValueError, match=r"a\.txt: article_id 'a' already stands at .*a\.md; ids must be unique"):
        read_corpus(tmp_path)


def test_names_that_are_no_unicode_can_be_told(tmp_path):
    """Promise: a file whose name is not UTF-8 is told so, not that its text were not; the odd name of an unused column can be written."""
    (tmp_path / os.fsdecode(b"caf\xe9.txt")).write_text("It rained.")
    with pytest.raises(ValueError, match=r"caf\\udce9\.txt: the name of the file is not UTF-8; rename it"):
        read_corpus(tmp_path)
    path = write(tmp_path / "a.jsonl", '{"article_id": 1, "outlet": "x", "text": "y", "\\ud83d": 1}')
    assert read_corpus(path).notes["ignored_columns"] == ["\\ud83d"]


def test_a_bad_file_in_a_folder_of_texts_is_named(tmp_path):
    """Promise: one PDF under a false name stops the reading and is named."""
    write(tmp_path / "a.txt", "It rained.")
    write(tmp_path / "b.txt", b"%PDF-1.4")
    with pytest.raises(ValueError, match=r"b\.txt: is a PDF"):
        read_corpus(tmp_path)


def test_a_column_map_is_checked_before_and_after_reading(tmp_path):
    """Promise: a key that is not ours, or a column that no row has, is told."""
    path = write(tmp_path / "a.jsonl", lines(ROWS))
    with pytest.raises(ValueError, match="columns has the key 'body'; keys are our names"):
        read_corpus(path, columns={"body": "text"})
    with pytest.raises(ValueError, match="no column 'topc' to fill 'event' with"):
        read_corpus(path, columns={"event": "topc"})
    with pytest.raises(ValueError, match="no column 'sauce' to fill 'outlet' with"):
        read_corpus(write(tmp_path / "x" / "a.txt", "x"), columns={"outlet": "sauce"})


# Research data, where it is at hand


def test_ruwa_is_read():
    """Promise: titles without texts are articles too, and repeated ones are counted."""
    corpus = read_corpus(real("ruwa/articles.jsonl"))
    assert (len(corpus), len(corpus.outlets), len(corpus.events)) == (16351, 9, 9)
    assert corpus.notes["empty_texts"] == 2562


def test_basil_needs_another_id():
    """Promise: BASIL gives four articles the id 'empty'; that is told, and addresses serve as ids."""
    path = real("basil/articles.jsonl")
    with pytest.raises(ValueError, match=r":33: article_id 'empty' already stands at .*:18"):
        read_corpus(path)
    corpus = read_corpus(path, columns={"article_id": "url", "url": "url", "event": "event_id"})
    assert (len(corpus), len(corpus.outlets), len(corpus.events)) == (210, 3, 70)


def test_babe_is_read_through_a_column_map():
    """Promise: semicolons, a byte-order mark and carriage returns are no trouble."""
    columns = {"article_id": "#", "event": "topic", "url": "news_link"}
    corpus = read_corpus(real("babe/final_labels_SG2.csv"), columns=columns)
    assert (len(corpus), len(corpus.outlets)) == (3036, 8)


def test_polnear_texts_are_read():
    """Promise: a folder of plain texts is read to the last character."""
    folder = real("polnear/dev/text")
    corpus = read_corpus(folder)
    for article_id, text in corpus.articles.select("article_id", "text").iter_rows():
        assert text.encode() == (folder / f"{article_id}.txt").read_bytes()
    assert corpus.notes["unknown_outlets"] == len(corpus) == len(list(folder.glob("*.txt")))
