"""Lexicons in foreign formats, and written back: what others have is read as it is meant, and nothing is lost."""

import json
import tomllib
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from framing.lexicon import Choice, Entry, Frame, Lexicon, Topic, build, read_lexicon, shipped

YAML = """
fear:
  - threat*
  - "grave danger"
  - no
economy:
  tax:
    - tax*
  trade: ['tariff?', 'trade war']
culture:
  - museum
  - popular:
      - film*
"""
DIC = "%\n1\tfear\t(Fear)\n2\teconomy\n\t3\ttax\n%\nthreat*\t1\ntax*\t2\t3\ngrave danger\t1\n"


def written(tmp_path, name, text):
    """Write a file and return its path."""
    path = tmp_path / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def places(lexicon):
    """List where each pattern stands."""
    return [(entry.frame, entry.term) for entry in lexicon.entries]


def test_quanteda_categories_survive(tmp_path):
    """Nested categories keep their path, and the word no stays a word."""
    pytest.importorskip("yaml", reason="reading YAML needs PyYAML, an extra")
    lexicon = read_lexicon(written(tmp_path, "mine.yml", YAML))
    assert lexicon.name == "mine"
    assert places(lexicon) == [
        ("fear", "threat*"),
        ("fear", "grave danger"),
        ("fear", "no"),
        ("economy/tax", "tax*"),
        ("economy/trade", "tariff?"),
        ("economy/trade", "trade war"),
        ("culture", "museum"),
        ("culture/popular", "film*"),
    ]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("fear: [threat", r"mine\.yml: not YAML: .*line 1"),
        ("- threat", r"mine\.yml: holds list; expected categories"),
        ("fear: threat", r"mine\.yml:1: terms is 'threat'; expected a list of patterns under the category 'fear'"),
        ("fear:\n  - '{a'", r"mine\.yml:2: .* braces that do not pair"),
        ("fear: [war]\ncalm: [peace]\nfear: [threat]\n", r"mine\.yml:3: Category 'fear' stands twice"),
        ("fear:\n  - war: [war]\n  - war: [raid]\n", r"mine\.yml:3: Category 'fear/war' stands twice"),
        ("fear/war: [war]\nfear:\n  war: [raid]\n", r"mine\.yml:3: Category 'fear/war' stands twice"),
        ("fear: [war, [raid]]\n", r"mine\.yml:1: A list within a list of patterns of 'fear'"),
        ("a: &a\n  b: *a\n", r"mine\.yml:2: Category 'a/b' lies within itself"),
        ("a:\n" + "".join("  " * n + f"a{n}:\n" for n in range(1, 3000)), r"mine\.yml: too many tables"),
        ("fear: !!python/object/apply:os.getcwd []\n", r"mine\.yml"),
    ],
)
def test_broken_yaml_is_refused(tmp_path, text, message):
    """What is no quanteda dictionary is refused, and a tag that would run code builds nothing."""
    pytest.importorskip("yaml", reason="reading YAML needs PyYAML, an extra")
    if "!!python" in text:
        assert len(read_lexicon(written(tmp_path, "mine.yml", text))) == 0
        return
    with pytest.raises(ValueError, match=message):
        read_lexicon(written(tmp_path, "mine.yml", text))


def test_anchors_and_merged_categories_are_written_out(tmp_path):
    """A category given by an alias, or merged into another, is there with its patterns; what is written outweighs what is merged."""
    pytest.importorskip("yaml", reason="reading YAML needs PyYAML, an extra")
    text = "fear: &fear\n  war: [war]\n  raid: &raid [raid]\ncopy:\n  <<: *fear\n  war: [siege]\nagain: *raid\n"
    assert places(read_lexicon(written(tmp_path, "mine.yml", text))) == [
        ("fear/war", "war"),
        ("fear/raid", "raid"),
        ("copy/war", "siege"),
        ("copy/raid", "raid"),
        ("again", "raid"),
    ]


@pytest.mark.parametrize("least", ["[war]", "war", "{}"])
def test_no_yaml_is_written_out_without_end(tmp_path, least):
    """A few lines of aliases that stand for a million million categories are refused."""
    pytest.importorskip("yaml", reason="reading YAML needs PyYAML, an extra")
    text = f"c0: &c0 {least}\n" + "".join(f"c{n}: &c{n} {{x: *c{n - 1}, y: *c{n - 1}}}\n" for n in range(1, 40))
    with pytest.raises(ValueError, match=r"mine\.yml:\d+: The dictionary stands for more than 200,000 categories and patterns"):
        read_lexicon(written(tmp_path, "mine.yml", text))


def test_yaml_tells_all_mistakes_at_once(tmp_path):
    """A line for each pattern and category with something wrong."""
    pytest.importorskip("yaml", reason="reading YAML needs PyYAML, an extra")
    with pytest.raises(ValueError, match="braces") as told:
        read_lexicon(written(tmp_path, "mine.yml", "fear:\n  - '{a'\n  - war\n  - 'b}'\ncalm: peace\n"))
    assert [line.split(":")[1] for line in str(told.value).splitlines()] == ["2", "4", "5"]


def test_yaml_without_its_reader_says_what_to_install(tmp_path, monkeypatch):
    """The extra is named where it is missing."""
    monkeypatch.setitem(__import__("sys").modules, "yaml", None)
    with pytest.raises(ImportError, match=r"reading YAML needs PyYAML; install it with: pip install 'framing-toolkit\[yaml\]'"):
        read_lexicon(written(tmp_path, "mine.yml", YAML))


def test_liwc_categories_survive(tmp_path):
    """An entry stands in each of its categories, an indented category in the one above."""
    lexicon = read_lexicon(written(tmp_path, "mine.dic", DIC))
    assert places(lexicon) == [("fear", "threat*"), ("economy", "tax*"), ("economy/tax", "tax*"), ("fear", "grave danger")]


def test_liwc_conditions_are_left_out_and_told(tmp_path):
    """A category under a condition is not guessed at; the sources name the line."""
    lexicon = read_lexicon(written(tmp_path, "old.dic", "%\n125\taffect\n126\tpos\n%\nkind\t(131)125/126\t126\nlike\t125\n"))
    assert places(lexicon) == [("pos", "kind"), ("affect", "like")]
    assert "conditional categories left out on lines [5]" in lexicon.sources[0]


def test_liwc_without_tabs(tmp_path):
    """Where spaces part the columns, a phrase ends where its numbers begin; a category given twice counts once."""
    lexicon = read_lexicon(written(tmp_path, "mine.dic", DIC.replace("\t", "  ") + "trade war 2 3 2\n"))
    assert places(lexicon)[-3:] == [("fear", "grave danger"), ("economy", "trade war"), ("economy/tax", "trade war")]


@pytest.mark.parametrize(("name", "text"), [("mine.dic", DIC), ("mine.csv", "term,frame\nwar,fear\n")])
def test_where_a_file_lies_changes_nothing(tmp_path, name, text):
    """The same file in two folders is one instrument, with one digest, and its folder is not told to readers of a report."""
    (tmp_path / "other").mkdir()
    one, two = (read_lexicon(written(folder, name, text)) for folder in (tmp_path, tmp_path / "other"))
    assert one.digest == two.digest
    assert one.sources == (name,)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("%\n1\tfear\n1\tcalm\n%\n", r"mine\.dic:3: Category '1' is 'fear' already"),
        ("%\n1\tfear\n2\tcalm\n3\tfear (of rain)\n%\n", r"mine\.dic:4: Category 'fear' has the number '1' already; expected one"),
        ("%\n1\tall\n2\t\tfear\n3\tfear\n4\t\tfear\n5\tall\n%\n", r"mine\.dic:6: Category 'all' has the number '1' already"),
        ("fear\t1\n", r"mine\.dic: not a LIWC dictionary: .*found 0 such lines"),
        ("%\n1\tfear\n%\nthreat\t2\n", r"mine\.dic:4: Unknown category '2'; expected one of \['1'\]"),
        ("%\nfear\n%\n", r"mine\.dic:2: 'fear' is no category"),
        ("%\n1\tfear\n%\nthreat\n", r"mine\.dic:4: 'threat' is no entry"),
        ("%\n1\tfear\n%\nthreat\tone\n", r"mine\.dic:4: .* is no entry"),
    ],
)
def test_broken_dic_is_refused(tmp_path, text, message):
    """What is no LIWC dictionary is refused with its line."""
    with pytest.raises(ValueError, match=message):
        read_lexicon(written(tmp_path, "mine.dic", text))


@pytest.mark.parametrize(("name", "mark"), [("mine.csv", ","), ("mine.tsv", "\t"), ("mine.csv", ";")])
def test_tables_are_read(tmp_path, name, mark):
    """Comma, semicolon or tab: the same entries, with every column in its place."""
    rows = [
        ["term", "frame", "choice", "name", "weight", "case", "not_before", "note"],
        ["threat*", "fear", "", "", "2", "", "of rain | of snow|", "danger"],
        ["SMO", "", "action", "operation", "", "yes", "", ""],
        ["war", "", "action", "war", "", "", "", ""],
    ]
    lexicon = read_lexicon(written(tmp_path, name, "\n".join(mark.join(row) for row in rows)))
    assert lexicon.entries == (
        Entry("threat*", frame="fear", weight=2.0, not_before=("of rain", "of snow"), note="danger"),
        Entry("SMO", choice="action", name="operation", case=True),
        Entry("war", choice="action", name="war"),
    )
    assert lexicon.choice_names == {"action": ("operation", "war")}


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("term,frmae\nwar,fear\n", r"mine\.csv:1: Unknown key 'frmae' in the header; expected one of"),
        ("term,note\nwar,x\n", r"mine\.csv:1: The header is \['term', 'note'\]; expected 'term' and 'frame'"),
        ("term,frame\nwar,\n", r"mine\.csv:2: Entry 'war' has \{\}; expected a frame, or a choice and a name"),
        ("term,frame,weight\nwar,fear,much\n", r"mine\.csv:2: weight is 'much'; expected a number above 0"),
        ("term,frame,case\nwar,fear,perhaps\n", r"mine\.csv:2: case of entry 'war' is 'perhaps'; expected true or false"),
        ("term,frame\nwar,fear,oops\n", r"mine\.csv:2: 3 cells under 2 columns"),
        ('term,frame\n"war,fear\n', r"mine\.csv:2: not a table"),
        ("term,frame,term\nwar,fear,raid\n", r"mine\.csv:1: The header has 'term' more than once"),
        ("", r"mine\.csv:1: The header is \[\]"),
    ],
)
def test_broken_tables_are_refused(tmp_path, text, message):
    """What is no table of entries is refused with its line."""
    with pytest.raises(ValueError, match=message):
        read_lexicon(written(tmp_path, "mine.csv", text))


@pytest.mark.parametrize(
    ("name", "text", "lines"),
    [
        ("mine.csv", "term,frame,weight\n{war,fear,1\nraid,fear,0\nraid,fear,1\nfoe,,2\n", [2, 3, 5]),
        ("mine.dic", DIC + "foe\t9\nraid\t1\n{war\t1\nwar\n", [9, 11, 12]),
        ("mine.dic", DIC.replace("2\teconomy", "x\teconomy").replace("3\ttax", "1\ttax"), [3, 4]),
    ],
)
def test_every_format_tells_all_mistakes_at_once(tmp_path, name, text, lines):
    """Nobody mends a file entry by entry to learn of the next mistake."""
    with pytest.raises(ValueError, match=name) as told:
        read_lexicon(written(tmp_path, name, text))
    assert [complaint.split(f"{name}:")[1].split(":")[0] for complaint in str(told.value).splitlines()] == [str(line) for line in lines]


@pytest.mark.parametrize("mark", ["\u2028", "\x85", "\x0c", "\x1c"])
def test_lines_end_where_editors_end_them(tmp_path, mark):
    """Other marks that Unicode takes for ends of lines may stand within a term or a note."""
    table = read_lexicon(written(tmp_path, "mine.csv", f"term,frame,note\nwar,fear,one{mark}two\r\nraid,fear,\r\n"))
    assert [(entry.term, entry.note) for entry in table.entries] == [("war", f"one{mark}two"), ("raid", "")]
    assert places(read_lexicon(written(tmp_path, "mine.dic", f"%\r1\tfear\r%\rgrave{mark}danger\t1\r"))) == [("fear", f"grave{mark}danger")]


def test_a_separator_in_quotation_marks_parts_nothing(tmp_path):
    """A mark within a quoted heading is not what parts the columns."""
    with pytest.raises(ValueError, match=r"mine\.csv:1: Unknown key 'note;more' in the header"):
        read_lexicon(written(tmp_path, "mine.csv", '"term","frame","note;more"\nwar,fear,x\n'))


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("mine.dic", "%\n1\tfear/deep\n2\tfear\n3\tcalm\n%\nthreat\t1\nwar\t2\t3\npeace\t3\nraid\t2\nfoe\t1\n"),
        ("mine.csv", "term,frame,choice,name\nwar,fear,,\npeace,calm,,\nwar,,act,war\nraid,fear,,\nraid,,act,raid\nwars,,act,war\n"),
        ("mine.yml", "fear:\n  - war\n  - deep: [foe]\n  - raid\n  - deeper:\n      - {deepest: [x]}\n      - y\n"),
    ],
)
def test_entries_in_any_order_are_written(tmp_path, name, text):
    """A file that mixes the entries of its categories, as those of LIWC do, is the same lexicon as TOML that parts them."""
    if name.endswith("yml"):
        pytest.importorskip("yaml", reason="reading YAML needs PyYAML, an extra")
    lexicon = read_lexicon(written(tmp_path, name, text))
    again = read_lexicon(lexicon.to_toml(tmp_path / "again.toml"))
    assert again.digest == lexicon.digest
    assert sorted(map(repr, again.entries)) == sorted(map(repr, lexicon.entries))


def test_files_that_are_not_what_they_say(tmp_path):
    """A file of another kind, or in another encoding, is refused before anything is counted."""
    with pytest.raises(ValueError, match=r"unknown kind of lexicon file '.txt'; expected one of \['.toml'"):
        read_lexicon(written(tmp_path, "mine.txt", "war"))
    with pytest.raises(ValueError, match=r"not UTF-8: .* save the lexicon as UTF-8"):
        read_lexicon(written(tmp_path, "mine.csv", b"term,frame\ncaf\xe9,fear\n"))


@pytest.mark.parametrize("name", shipped())
def test_shipped_lexicons_survive_writing(tmp_path, name):
    """What is written reads back as the same instrument."""
    lexicon = read_lexicon(name)
    assert read_lexicon(lexicon.to_toml(tmp_path / "copy.toml")).digest == lexicon.digest


def test_strange_content_survives_writing(tmp_path):
    """Quotes, backslashes, line breaks, other scripts and names within names are written so that they read back."""
    text = 'a "quoted" \\ back\nslash \u007f Київ 🕊 \t end'
    lexicon = Lexicon(
        'odd "name"',
        authors=("Ø", text),
        frames={"a/b c": Frame(text, text), "a": Frame("A"), "care.virtue": Frame("dot")},
        choices={"x.y": Choice("X", text, {"special 'operation'": text, "": "empty"}), "": Choice("", "", {"a": "b"})},
        entries=(
            Entry("Київ*", frame="a/b c", weight=0.5, note=text, only_near=("war", "peace"), topic='odd "topic"'),
            Entry("war", choice="x.y", name="special 'operation'", case=True),
            Entry("raid", choice="", name="a"),
        ),
        topics={'odd "topic"': Topic(("war*", "Київ"), 1e-7)},
    )
    assert read_lexicon(lexicon.to_toml(tmp_path / "odd.toml")).digest == lexicon.digest


TEXT = st.text(st.characters(exclude_categories=("Cs",)), max_size=12)
TERM = st.text("ab*?-' éß", min_size=1, max_size=8).filter(str.strip)
NAME = st.text(st.characters(exclude_categories=("Cs",), exclude_characters="/"), min_size=1, max_size=6)
KEYS = {"weight": st.floats(0.01, 100), "case": st.booleans(), "note": TEXT, "only_near": st.lists(TERM, max_size=2).map(tuple)}
ENTRIES = st.lists(st.tuples(TERM, st.fixed_dictionaries({}, optional=KEYS)), max_size=3)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(about=TEXT, frame=NAME, referent=NAME, name=NAME, entries=ENTRIES)
def test_whatever_a_lexicon_holds_survives_writing(tmp_path, about, frame, referent, name, entries):
    """Any text in any place is written so that it reads back."""
    placed = [Entry(term, frame=frame, **more) for term, more in entries] + [
        Entry(term, choice=referent, name=name, **more) for term, more in entries
    ]
    choices = {referent: Choice(about, about, {name: about})}
    lexicon = Lexicon("any", sources=(about,), frames={frame: Frame(about, about)}, choices=choices, entries=tuple(placed))
    assert read_lexicon(lexicon.to_toml(tmp_path / "any.toml")).digest == lexicon.digest


def test_entries_may_be_tables_of_their_own(tmp_path):
    """TOML's long form of a list of tables is the same, and its mistakes are told with their line."""
    long = '[frame.fear]\n[[frame.fear.terms]]\nterm = "threat"\nnote = "danger"\n[[frame.fear.terms]]\nterm = "war"\n'
    assert places(read_lexicon(written(tmp_path, "long.toml", long))) == [("fear", "threat"), ("fear", "war")]
    with pytest.raises(ValueError, match=r"long\.toml:4: Unknown key 'noet' in entry 'threat'"):
        read_lexicon(written(tmp_path, "long.toml", long.replace("note", "noet")))


def test_a_lexicon_is_written_whole_or_not_at_all(tmp_path):
    """A lexicon that would not read back the same leaves the old file as it was, and nothing beside it."""
    path = written(tmp_path, "mine.toml", "old")
    clash = Lexicon("clash", frames={"a": Frame("A"), "a/terms": Frame("T")}, entries=(Entry("war", frame="a"),))
    with pytest.raises(ValueError, match="cannot be written as TOML"):
        clash.to_toml(path)
    assert path.read_text() == "old"
    for nowhere in (tmp_path, tmp_path / "nowhere" / "mine.toml"):
        with pytest.raises(OSError, match=f"{nowhere}: no file can be written there; expected a file in a folder that exists"):
            read_lexicon({"a": ["war"]}).to_toml(nowhere)
    assert [file.name for file in tmp_path.iterdir()] == ["mine.toml"]


def test_a_written_file_is_the_same_each_time(tmp_path):
    """Writing twice gives the same bytes."""
    lexicon = read_lexicon("conflict")
    assert lexicon.to_toml(tmp_path / "a.toml").read_bytes() == lexicon.to_toml(tmp_path / "b.toml").read_bytes()


def schema():
    """Read the schema that the documentation gives to editors."""
    return json.loads((Path(__file__).parents[1] / "docs" / "lexicon.schema.json").read_text(encoding="utf-8"))


def test_the_schema_knows_the_keys_that_are_read():
    """What the schema allows and what reading allows are the same."""
    given_keys = schema()
    assert tuple(given_keys["properties"]) == build.TOP
    assert tuple(given_keys["properties"]["lexicon"]["properties"]) == build.ABOUT
    assert tuple(given_keys["$defs"]["frame"]["properties"]) == build.GROUP
    assert tuple(given_keys["$defs"]["choice"]["properties"]) == build.REFERENT
    assert set(given_keys["$defs"]["entry"]["properties"]) == {*build.ENTRY, "pattern"}


@pytest.mark.parametrize("name", shipped())
def test_shipped_lexicons_obey_the_schema(name, tmp_path):
    """The shipped files are valid by the published schema."""
    jsonschema = pytest.importorskip("jsonschema", reason="checking a schema needs jsonschema")
    lexicon = read_lexicon(name)
    copy = replace(lexicon, entries=lexicon.entries[::10]).to_toml(tmp_path / "copy.toml")  # every tenth: the checker is slow
    jsonschema.validate(tomllib.loads(copy.read_text(encoding="utf-8")), schema())


@pytest.mark.parametrize(
    "entry",
    [
        "war",
        {"term": "war", "weight": 2},
        {"pattern": "{a,b} war{,s}"},
        "",
        " ",
        "{war",
        "{a,{b,c}}",
        "{a}",
        {"term": "war", "pattern": "raid"},
        {"weight": 1},
        {"term": "war", "wieght": 1},
        {"term": "war", "weight": 0},
        {"term": "war", "only_near": [""]},
        {"term": "war", "not_before": ["{"]},
        {"term": "war", "not_after": "camp"},
        {"term": "war", "target": ""},
        {"term": "war", "case": "yes"},
        {"term": "war", "topic": "sea"},
        {"term": "war", "topic": " "},
    ],
)
def test_the_schema_refuses_what_reading_refuses(entry):
    """An editor that knows the schema marks the mistakes that reading would."""
    jsonschema = pytest.importorskip("jsonschema", reason="checking a schema needs jsonschema")
    data = {"context": {"camp": ["army"]}, "topic": {"sea": {"words": ["ship"]}}, "frame": {"a": {"terms": [entry]}}}
    valid = jsonschema.Draft202012Validator(schema()).is_valid(data)
    if valid:
        assert len(read_lexicon(data)) == 1
        return
    with pytest.raises(ValueError, match=r"frame\.a\.terms"):
        read_lexicon(data)
