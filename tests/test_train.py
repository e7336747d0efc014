"""`framing train`, and reports made with what it trained. All texts are invented."""

import json
from pathlib import Path
from zipfile import ZipFile

import polars as pl
import pytest

from framing import ClassifierScorer
from framing.classifier import storage
from framing.cli import main
from framing.ingest import read_labelled, read_marked

LOADED = ["a brutal raid hit {} hard", "this shameful attack on {} must end", "so savage a blow to {}", "reckless thugs gutted {}"]
PLAIN = [
    "the council of {} met on Monday",
    "officials in {} said talks went on",
    "{} had 40 percent more trade",
    "the report on {} was noted",
]
PLACES = ["Ford", "Gull Bay", "Lund", "Aske", "Birk", "Tarn"]
ARTICLES = [
    {"article_id": str(n), "outlet": outlet, "event": "e", "text": text}
    for n, (outlet, text) in enumerate(
        [
            ("The Gull", "A brutal raid hit Ford. They met on Monday."),
            ("Ford Post", "The council met. A savage blow."),
            ("The Gull", "Talks."),
        ]
    )
]


def labelled() -> pl.DataFrame:
    """Forty-eight labelled sentences of four outlets."""
    rows = [
        {"text": kind[n // 6 % 4].format(PLACES[n % 6]), "frame": label, "outlet": f"Outlet {n % 4}"}
        for n in range(24)
        for kind, label in ((LOADED, "loaded"), (PLAIN, "plain"))
    ]
    return pl.DataFrame(rows)


@pytest.fixture(scope="module")
def folder(tmp_path_factory) -> Path:
    """The labelled sentences as CSV, a corpus, and a model trained on the command line."""
    where = tmp_path_factory.mktemp("train")
    labelled().write_csv(where / "coded.csv")
    (where / "articles.jsonl").write_text("".join(json.dumps(each) + "\n" for each in ARTICLES), encoding="utf-8")
    arguments = ["train", str(where / "coded.csv"), "--label", "frame", "--frames", "loaded", "--out", str(where / "model")]
    assert main(arguments) == 0
    return where


def marked() -> list[dict]:
    """The labelled sentences, with the words that a reader marked in the loaded ones."""
    loaded = ("brutal", "shameful", "savage", "reckless", "thugs")
    return [{**row, "words": [word for word in loaded if word in row["text"]]} for row in labelled().to_dicts()]


@pytest.mark.parametrize("form", ["jsonl", "parquet", "json list", "python list", "semicolons"])
def test_marked_words_are_read_alike_however_written(form, tmp_path):
    """Lists, lists as they are printed, and words between semicolons give the same words; a text without any stays."""
    how = {"json list": json.dumps, "python list": str, "semicolons": "; ".join}
    path, rows = tmp_path / "marked.csv", marked()
    if form in how:
        pl.DataFrame([{**row, "words": how[form](row["words"])} for row in rows]).write_csv(path)
    else:
        path = tmp_path / f"marked.{form}"
        (pl.DataFrame(rows).write_ndjson if form == "jsonl" else pl.DataFrame(rows).write_parquet)(path)
    table, notes = read_marked(path, text="text", words="words", group="outlet")
    assert table["words"].to_list() == [row["words"] for row in rows]
    assert (table.height, notes["left_out"]) == (48, 0)


@pytest.mark.parametrize(("words", "match"), [("[grim", "which is no list of words"), ("[1]", "expected a list of words")])
def test_marked_words_that_cannot_be_meant_are_refused(words, match, tmp_path):
    """A list that is broken, or not of words, is named with its place; so is a column that is not there."""
    path = tmp_path / "marked.csv"
    pl.DataFrame({"text": ["a"], "outlet": ["b"], "words": [words]}).write_csv(path)
    with pytest.raises(ValueError, match=rf"marked\.csv:2: 'words' is .*{match}"):
        read_marked(path, text="text", words="words", group="outlet")
    with pytest.raises(ValueError, match="no column 'marks'"):
        read_marked(path, text="text", words="marks", group="outlet")


def test_words_are_learned_on_the_command_line(folder, tmp_path, capsys):
    """`--words` learns the marked words, prints how right they are beside a list of them, and --classifier counts them."""
    pl.DataFrame(marked()).write_ndjson(tmp_path / "marked.jsonl")
    model = tmp_path / "words.skops"
    assert main(["train", str(tmp_path / "marked.jsonl"), "--words", "words", "--frames", "grim", "--out", str(model)]) == 0
    told = capsys.readouterr().out
    assert "48 texts: " in told
    assert all(judge in told for judge in ("classifier", "list"))
    assert '"grim"' not in told
    assert "grim" in (tmp_path / "words.skops.md").read_text(encoding="utf-8")
    assert main(["hits", str(folder / "articles.jsonl"), "--classifier", str(model), "--format", "csv"]) == 0
    assert "brutal" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("more", "told"),
    [
        (["--unit", "articles"], "--unit is for labels of whole texts"),
        (["--abstain", "0.1"], "--abstain is for labels of whole texts"),
        (["--label", "frame"], "--label is for labels of whole texts"),
        (["--lexicon", "doubt"], "--lexicon is for labels of whole texts"),
        (["--frames", "a", "b"], "--frames names 2 frames"),
        (["--classifier", "lda"], "Unknown classifier 'lda'"),
    ],
)
def test_what_words_have_no_use_for_is_refused(more, told, folder, tmp_path, capsys):
    """Options of labels do not go with --words; nothing is written."""
    pl.DataFrame(marked()).write_ndjson(tmp_path / "marked.jsonl")
    assert main(["train", str(tmp_path / "marked.jsonl"), "--words", "words", *more, "--out", str(tmp_path / "model")]) == 2
    assert told in capsys.readouterr().err
    assert not (tmp_path / "model").exists()


def test_features_are_trained_on_the_command_line(folder, tmp_path, capsys):
    """`--classifier features` with a lexicon of one's own trains on texts alone, and scores a corpus with its voices."""
    lexicon = tmp_path / "mine.toml"
    lexicon.write_text('[lexicon]\nname = "mine"\nversion = "1"\nlanguage = "en"\n[frame.grim]\nterms = ["brutal"]\n', encoding="utf-8")
    arguments = ["train", str(folder / "coded.csv"), "--label", "frame", "--frames", "loaded", "--out", str(tmp_path / "model")]
    assert main([*arguments, "--classifier", "features", "--lexicon", str(lexicon)]) == 0
    assert main(["hits", str(folder / "articles.jsonl"), "--classifier", str(tmp_path / "model")]) == 0
    assert "brutal raid" in capsys.readouterr().out
    assert main([*arguments, "--lexicon", str(lexicon)]) == 2
    assert "The classifier 'tfidf' reads no lexicons" in capsys.readouterr().err


@pytest.mark.parametrize("form", ["csv", "tsv", "jsonl", "parquet"])
def test_labels_are_read_alike_from_every_kind_of_file(form, tmp_path):
    """The same rows as CSV, TSV, JSON Lines and Parquet give the same texts, groups and labels."""
    path, table = tmp_path / f"coded.{form}", labelled()
    if form == "tsv":
        table.write_csv(path, separator="\t")
    else:
        {"csv": table.write_csv, "jsonl": table.write_ndjson, "parquet": table.write_parquet}[form](path)
    read, notes = read_labelled(path, text="text", labels=["frame"], group="outlet")
    assert read.equals(table.select("text", pl.col("outlet").alias("group"), "frame"))
    assert (notes["left_out"], notes["inputs"][0]["path"]) == (0, path.name)


def test_rows_without_text_or_label_are_counted(tmp_path):
    """A row that teaches nothing is left out and told; a text without a group is an error, for it cannot be held out."""
    path = tmp_path / "coded.csv"
    path.write_text("text,label,outlet\na raid,,x\n,war,x\na raid,war,x\n", encoding="utf-8")
    read, notes = read_labelled(path, text="text", labels=["label"], group="outlet")
    assert (read.height, notes["left_out"]) == (1, 2)
    path.write_text("text,label,outlet\na raid,war,\n", encoding="utf-8")
    with pytest.raises(ValueError, match=r"coded\.csv:2: 'outlet' is empty; every text needs its group"):
        read_labelled(path, text="text", labels=["label"], group="outlet")


def test_several_columns_are_labels_of_0_and_1(tmp_path):
    """Several label columns are one label each, written as 0 and 1 or as words; anything else is refused by its line."""
    path = tmp_path / "coded.csv"
    path.write_text("text,war,moral,outlet\na raid,1,no,x\na sin,False,true,y\n", encoding="utf-8")
    read, _ = read_labelled(path, text="text", labels=["war", "moral"], group="outlet")
    assert read["war", "moral"].rows() == [(1, 0), (0, 1)]
    path.write_text("text,war,moral,outlet\na raid,2,0,x\n", encoding="utf-8")
    with pytest.raises(ValueError, match=r"coded\.csv:2: 'war' is '2'; of several label columns each is 0 or 1"):
        read_labelled(path, text="text", labels=["war", "moral"], group="outlet")


def test_a_list_is_no_label(tmp_path):
    """A JSON list where one label is expected is refused, not turned into its spelling."""
    path = tmp_path / "coded.jsonl"
    path.write_text('{"text": "a raid", "label": ["war", "moral"], "outlet": "x"}\n', encoding="utf-8")
    with pytest.raises(ValueError, match=r"'label' is \['war', 'moral'\]; expected one value"):
        read_labelled(path, text="text", labels=["label"], group="outlet")


def test_what_is_trained_in_a_shell_decides_as_in_python(folder):
    """The saved model gives the probabilities of one fitted in Python to the same texts, labels and groups."""
    table = labelled()
    texts, labels, groups = (table[column].to_list() for column in ("text", "frame", "outlet"))
    mine = ClassifierScorer.named("tfidf").fit(texts, labels, groups)
    theirs = ClassifierScorer.load(folder / "model")
    assert theirs.predict_proba(texts).tolist() == mine.predict_proba(texts).tolist()
    assert theirs.frames == ("loaded",)


def test_the_card_says_how_right_it_is_and_how_it_decides(folder):
    """The card holds the scores on outlets left out with their intervals, baselines, calibration, thresholds, and the file's hash."""
    card = ClassifierScorer.load(folder / "model").card
    judges = {(row["split"], row["judge"]) for row in card["scores"]}
    assert judges == {("grouped", "classifier"), ("grouped", "commonest label"), ("random", "classifier"), ("random", "group's name")}
    assert all(row["low"] <= row["f1"] <= row["high"] for row in card["scores"])
    assert 0 < card["decision"][0]["threshold"] < 1
    assert card["group"] == "outlet"
    assert len(card["inputs"][0]["sha256"]) == 64
    assert "| grouped | classifier | macro-average |" in (folder / "model.md").read_text(encoding="utf-8")


def test_the_evaluation_is_printed_beside_its_baselines(folder, capsys):
    """Standard output shows the grouped scores, both baselines, and where model and card are; a second run replaces the first."""
    assert main(["train", str(folder / "coded.csv"), "--label", "frame", "--out", str(folder / "model2")]) == 0
    told = capsys.readouterr().out
    for part in ("48 texts: 24 loaded, 24 plain; 4 groups of 'outlet'", "commonest label", "group's name", "macro-F1 on groups left out"):
        assert part in told
    assert main(["train", str(folder / "coded.csv"), "--label", "frame", "--out", str(folder / "model2")]) == 0


def test_an_interval_over_few_groups_is_told_as_such(tmp_path, capsys):
    """With two outlets the interval is all there is between 0 and 1: the note says that it may be the groups, not the classifier."""
    two = labelled()["outlet"].unique().sort()[:2].to_list()
    labelled().filter(pl.col("outlet").is_in(two)).write_csv(tmp_path / "coded.csv")
    assert main(["train", str(tmp_path / "coded.csv"), "--label", "frame", "--out", str(tmp_path / "model")]) == 0
    told = capsys.readouterr().out
    assert "no more than always giving the commonest label" in told
    assert "it is wide by itself with 2 groups: label texts of more outlets, or leave out events (--group)" in told


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (
            ["--label", "stance"],
            "no column 'stance'; name yours with --text, --label and --group; columns there: ['text', 'frame', 'outlet']",
        ),
        (["--frames", "loud"], "Unknown frame 'loud'; expected one of ['loaded', 'plain']"),
        (["--classifier", "magic"], "Unknown classifier 'magic'; expected one of ['tfidf'"),
        (["--group", "frame"], "The column 'frame' is named for two things"),
        (["--level", "2"], "level"),
        (["--out", "{folder}"], "is a folder; name a file"),
        (["--out", "{folder}/coded.csv"], "would replace the labels"),
        (["--out", "{folder}/articles.jsonl"], "is a file that is no saved classifier"),
        (["--out", "{folder}/none/model"], "is no folder that you may write to"),
    ],
)
def test_bad_input_is_one_line_and_writes_nothing(arguments, told, folder, capsys):
    """What cannot be trained or written ends in one line and the exit code 2, and leaves the folder as it was."""
    before = {path: path.read_bytes() for path in folder.iterdir() if path.is_file()}
    given = [each.format(folder=folder) for each in arguments]
    assert main(["train", str(folder / "coded.csv"), "--label", "frame", "--out", str(folder / "new"), *given]) == 2
    written = capsys.readouterr()
    assert (written.err.count("\n"), written.out) == (1, "")
    assert told in written.err
    assert {path: path.read_bytes() for path in folder.iterdir() if path.is_file()} == before


def test_a_report_is_made_with_a_classifier(folder, tmp_path, capsys):
    """`framing compare --classifier` counts sentences, draws the rates, and keeps the model card in the manifest."""
    out = tmp_path / "report"
    arguments = ["compare", str(folder / "articles.jsonl"), "--classifier", str(folder / "model"), "--n-boot", "50", "--out", str(out)]
    assert main(arguments) == 0
    manifest = json.loads((out / "manifest.json").read_text(encoding="utf-8"))
    assert manifest["counts"]["sentences"] == 5
    assert manifest["classifier"]["texts"] == 48
    assert (out / "figures" / "rates.png").exists()
    assert pl.read_csv(out / "tables" / "rates.csv")["frame"].unique().to_list() == ["loaded"]
    assert "5 sentences" in capsys.readouterr().out


def test_hits_of_a_classifier_are_listed(folder, capsys):
    """`framing hits --classifier` prints the sentences that were given a frame."""
    assert main(["hits", str(folder / "articles.jsonl"), "--classifier", str(folder / "model"), "--format", "csv"]) == 0
    assert "A brutal raid hit Ford. " in capsys.readouterr().out


def test_words_and_sentences_do_not_share_a_report(folder, tmp_path, capsys):
    """A lexicon beside a classifier is refused; so is a file that is no classifier."""
    common = ["compare", str(folder / "articles.jsonl"), "--out", str(tmp_path / "report")]
    assert main([*common, "--classifier", str(folder / "model"), "--lexicon", "conflict"]) == 2
    assert main([*common, "--classifier", str(folder / "coded.csv")]) == 2
    told = capsys.readouterr().err
    assert "count different things" in told
    assert "is no saved classifier" in told
    assert not (tmp_path / "report").exists()


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ('["framing classifier 1"]', "is no saved classifier, or a damaged one"),
        ('{"framing classifier 1": 0}', "is no saved classifier, or a damaged one"),
        ("{framing classifier 1", "is no saved classifier, or a damaged one"),
        ("[" * 100_000, "is no saved classifier, or a damaged one"),
        ({"kind": "units"}, "is a damaged classifier, without ["),
        ({"kind": "words"}, "is a damaged classifier, without ["),
        ({"kind": "magic"}, "is a damaged classifier, a scorer of 'magic'"),
        ({"kind": ["units"]}, "is a damaged classifier, a scorer of ['units']"),
    ],
)
def test_damaged_models_are_refused_in_a_line(folder, tmp_path, capsys, content, told):
    """A file that looks like a classifier and is none, or lacks a part, ends in one line and exit code 2."""
    path = tmp_path / "model"
    if isinstance(content, str):
        with ZipFile(path, "w") as file:
            file.writestr("schema.json", content)
    else:
        storage.write(path, {**content, "card": {"name": "mine"}})
    assert main(["hits", str(folder / "articles.jsonl"), "--classifier", str(path)]) == 2
    assert told in capsys.readouterr().err


def test_a_label_may_be_called_as_a_part_of_the_file_is(tmp_path):
    """A classifier with the label *dull* is still one of units, not of words."""
    scorer = ClassifierScorer.named("tfidf").fit([LOADED[0].format("Ford"), PLAIN[0].format("Ford")] * 4, ["loaded", "dull"] * 4)
    assert storage.kind_at(scorer.save(tmp_path / "model")) == storage.UNITS


@pytest.mark.parametrize("name", ["text", "group"])
def test_labels_may_not_be_called_as_texts_and_groups_are(tmp_path, name):
    """A column of labels called group or text is refused by name, not by the shape of a table."""
    (tmp_path / "a.csv").write_text(f"body,{name},outlet\nA raid,x,Gull\n", encoding="utf-8")
    with pytest.raises(ValueError, match=f"A column of labels is called '{name}', .*; rename it in the file"):
        read_labelled(tmp_path / "a.csv", text="body", labels=[name], group="outlet")
