"""The whole walk: from files to a page, from a shell and in Python."""

import csv
import errno
import hashlib
import io
import json
import os
import re
import signal
from pathlib import Path

import polars as pl
import pytest

import framing
from framing import spreadsheets, tables
from framing.cli import main, walk
from framing.cli.output import written_whole
from framing.plots import fonts

BALTIC = Path(__file__).parent.parent / "corpora" / "baltic-2022"
HOSTILE = '</script><script>alert(1)</script> & <img src=x onerror=alert(2)> $x_1$ \u202egnp.exe\u202c \x1b[31m {{ 7*7 }} "unprovoked'


def lines(*records: dict) -> str:
    """JSON Lines of some articles."""
    return "".join(json.dumps(record, ensure_ascii=False) + "\n" for record in records)


def article(number: int, outlet: str, text: str, **further: str) -> dict:
    """One article of a small corpus."""
    return {"article_id": f"a{number}", "outlet": outlet, "event": "e", "published": "2022-03-01", "title": "", "text": text} | further


@pytest.fixture(scope="module")
def report(tmp_path_factory) -> Path:
    """The report on the teaching corpus."""
    out = tmp_path_factory.mktemp("flow") / "report"
    assert main(["compare", str(BALTIC), "--lexicon", "conflict", "--n-boot", "200", "--out", str(out)]) == 0
    return out


def test_walk_leads_from_files_to_rates_and_back():
    """The rate of a frame is the number of sentences its concordance shows, over the words of that voice."""
    corpus = framing.read_corpus(BALTIC)
    passages = framing.split_voices(corpus)
    scores = framing.score(passages, framing.read_lexicon("conflict"))
    own = scores.where(voice="own", frame="aggression")
    for row in framing.rates(own, by="outlet", n_boot=20).iter_rows(named=True):
        shown = framing.concordance(own, outlet=row["outlet"])
        words = passages.where(voice="own", outlet=row["outlet"]).table["tokens"].sum()
        assert (row["value"], row["exposure"]) == (shown.height, words)


def test_passages_and_hits_stand_where_they_say():
    """Passages tile every title and text, and every hit is the stretch of text its offsets name."""
    corpus = framing.read_corpus(BALTIC)
    passages = framing.split_voices(corpus)
    texts = {row["article_id"]: row for row in corpus.articles.iter_rows(named=True)}
    for (key, part), rows in passages.table.group_by("article_id", "part", maintain_order=True):
        assert rows["start"].to_list() == [0, *rows["end"].to_list()[:-1]]
        assert rows["end"][-1] == len(texts[key][part])
    for hit in framing.score(passages, framing.read_lexicon("conflict")).hits.iter_rows(named=True):
        assert texts[hit["article_id"]][hit["part"]][hit["start"] : hit["end"]] == hit["surface"]


def test_report_is_whole(report):
    """A report has its page, its figures twice, its tables and its manifest."""
    names = {str(path.relative_to(report)) for path in report.rglob("*") if path.is_file()}
    assert {"index.html", "manifest.json"} <= names
    assert {f"tables/{name}.csv" for name in ("rates", "contrasts", "choices", "hits")} <= names
    assert {f"figures/{name}.{kind}" for name in ("rates", "voices", "contrasts") for kind in ("png", "svg")} <= names


def test_checks_are_told_on_the_page(tmp_path, capsys):
    """`--checks` writes the tables of the checks and says on the page what came of each; few hits are warned of once."""
    texts = {"A": "The unprovoked massacre shocked the town. A massacre, Holm said.", "B": "The town was quiet. There was a massacre."}
    records = [article(n, outlet, texts[outlet], event=f"e{n // 2}") for n, outlet in enumerate("AB" * 6)]
    (tmp_path / "articles.jsonl").write_text(lines(*records), encoding="utf-8")
    out = tmp_path.parent / "checked"
    assert main(["compare", str(tmp_path), "--n-boot", "50", "--checks", "--out", str(out)]) == 0
    assert {f"{name}.csv" for name in ("placebo", "voice_bounds", "robustness")} <= {path.name for path in (out / "tables").iterdir()}
    page = (out / "index.html").read_text(encoding="utf-8")
    section = page[page.index('<h2 id="checks">') : page.index('<h2 id="evidence">')]
    assert section.count("All of it:") == 4
    assert "the other reading of indirect speech" in section
    variants = pl.read_csv(out / "tables" / "robustness.csv").filter(kind="variant")
    assert variants["scores"].to_list() == ["narrow reading"]
    assert main(["compare", str(tmp_path), "--by", "part", "--checks", "--out", str(out)]) == 2
    assert "--checks compares outlets, not --by part" in capsys.readouterr().err


def test_a_narrow_reading_is_told(tmp_path):
    """`--indirect narrow` counts what is only spoken of as the outlet's own, and the page says so; the checks then read widely."""
    records = [
        article(n, "AB"[n % 2], "Holm spoke of the massacre. Holm said it was a massacre by soldiers.", event=f"e{n // 2}")
        for n in range(6)
    ]
    (tmp_path / "articles.jsonl").write_text(lines(*records), encoding="utf-8")
    counts = {}
    for indirect in ("wide", "narrow"):
        out = tmp_path.parent / f"{tmp_path.name}-{indirect}"
        assert main(["compare", str(tmp_path), "--n-boot", "50", "--checks", "--indirect", indirect, "--out", str(out)]) == 0
        counts[indirect] = json.loads((out / "manifest.json").read_text(encoding="utf-8"))["counts"]["hits_by_voice"]
        assert ("narrow reading: only what a clause" in (out / "index.html").read_text(encoding="utf-8")) == (indirect == "narrow")
    assert counts == {"wide": {"indirect": 24}, "narrow": {"indirect": 12, "own": 12}}  # the word is a loaded term and a naming


def test_manifest_is_true(report):
    """The manifest names the input by its hash and counts what the tables hold."""
    manifest = json.loads((report / "manifest.json").read_text(encoding="utf-8"))
    source = (BALTIC / "articles.jsonl").read_bytes()
    assert [entry["sha256"] for entry in manifest["inputs"]] == [hashlib.sha256(source).hexdigest()]
    assert manifest["counts"]["hits"] == pl.read_csv(report / "tables" / "hits.csv", infer_schema=False).height
    assert manifest["options"]["seed"] == 0
    assert manifest["lexicons"][0]["name"] == "conflict"


def test_every_link_on_the_page_leads_somewhere(report):
    """Every mark and number that promises its sentences has them on the same page, and the page needs no network."""
    page = (report / "index.html").read_text(encoding="utf-8")
    ids = set(re.findall(r'\bid="([^"]+)"', page))
    links = set(re.findall(r'href="#([^"]+)"', page))
    assert links
    assert links <= ids
    assert not re.findall(r'(?:src|href)="(?:https?:)?//', page)
    assert "<script" not in page


def test_same_input_and_seed_give_the_same_bytes(report, tmp_path):
    """Tables and page repeat byte for byte, also when the articles come in another order and in other batches."""
    shuffled = tmp_path / "articles.jsonl"
    rows = (BALTIC / "articles.jsonl").read_text(encoding="utf-8").splitlines(keepends=True)
    shuffled.write_text("".join(sorted(rows, key=lambda row: hashlib.sha256(row.encode()).digest())), encoding="utf-8")
    again, other = tmp_path / "again", tmp_path / "other"
    with pytest.MonkeyPatch.context() as patch:  # only what is compared below is drawn: figures on the page, none as PNG
        patch.setattr("framing.plots.png", lambda _: b"")
        assert main(["compare", str(BALTIC), "--n-boot", "200", "--out", str(again)]) == 0
        patch.setattr("framing.cli.compare.draw", lambda *_: [])
        patch.setattr(walk, "BATCH", 7)
        assert main(["compare", str(shuffled), "--n-boot", "200", "--out", str(other)]) == 0
    for name in ("rates", "rates_all_voices", "voices", "contrasts", "choices", "hits"):
        assert (again / "tables" / f"{name}.csv").read_bytes() == (report / "tables" / f"{name}.csv").read_bytes()
    for name in ("rates", "contrasts", "choices"):
        assert (other / "tables" / f"{name}.csv").read_bytes() == (report / "tables" / f"{name}.csv").read_bytes()
    assert (again / "index.html").read_bytes() == (report / "index.html").read_bytes()


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ("", "empty"),
        ('{"article_id": "a", "outlet": "A", "text": "t"', "articles.jsonl:1"),
        ('{"article_id": "a", "outlet": "A"}\n', "text"),
        ('{"article_id": "a", "outlet": "A", "text": "t"}\n' * 2, "'a'"),
    ],
    ids=["empty", "broken", "missing", "twice"],
)
def test_bad_input_is_one_line_and_nothing_written(tmp_path, capsys, content, told):
    """Input that cannot be read ends with exit code 2, one line on the error stream, and no file."""
    (tmp_path / "articles.jsonl").write_text(content, encoding="utf-8")
    assert main(["compare", str(tmp_path / "articles.jsonl"), "--out", str(tmp_path / "out")]) == 2
    shown = capsys.readouterr()
    assert (shown.out, shown.err.count("\n")) == ("", 1)
    assert told in shown.err
    assert [path.name for path in tmp_path.iterdir()] == ["articles.jsonl"]


@pytest.mark.parametrize("command", [["hits", ""], ["compare", "", "--out", "x"], ["lexicon", "check", "conflict", "--corpus", ""]])
def test_an_empty_path_is_not_the_folder_one_stands_in(command, capsys):
    """A variable of the shell that is not set ends the run, and reads nothing."""
    with pytest.raises(SystemExit, match="2"):
        main(command)
    assert "the path is empty" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (["--lexicon", "conflictt"], "conflictt"),
        (["--lexicon", "conflict", "--lexicon", "conflict"], "2 lexicons are called 'conflict'"),
        (["--by", "outlets"], "'outlets'"),
        (["--by", "event"], "--within none"),
        (["--level", "95"], "95"),
        (["--n-boot", "0"], "n_boot is 0"),
        (["--n-boot", "100000000000"], "n_boot is 100000000000; expected at least 2 draws, at most a million"),
        (["--map", "text=body", "--map", "text=text"], "twice"),
        (["--map", "titel=headline"], "--map titel=headline: 'titel' is none of our columns ['article_id', 'outlet'"),
        (["--map", "body=text"], "; ours comes first: --map text=body"),
    ],
)
def test_bad_options_name_the_value(tmp_path, capsys, options, told):
    """An option that does not fit ends with exit code 2 and a line that names it."""
    assert main(["compare", str(BALTIC), *options, "--out", str(tmp_path / "out")]) == 2
    assert told in capsys.readouterr().err
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    ("command", "names", "told"),
    [
        ([], ("compare", "voices", "hits", "lexicon", "train"), "framing: error: COMMAND is missing"),
        (["lexicon"], ("show", "check"), "framing lexicon: error: ACTION is missing"),
    ],
)
def test_without_a_command_all_are_listed(capsys, command, names, told):
    """Whoever does not know the commands yet sees each with a line on what it does, and the exit code is that of a wrong one."""
    with pytest.raises(SystemExit, match="2"):
        main(command)
    shown = capsys.readouterr()
    assert shown.out == ""
    for name in names:
        assert re.search(rf"^    {name} +\w+ \w+", shown.err, re.M)
    assert shown.err.endswith(told + "\n")


def test_path_swallowed_by_lexicon_is_told(tmp_path, capsys):
    """A path that follows --lexicon is taken for a lexicon; the line says where to put it."""
    assert main(["compare", "--lexicon", "conflict", str(BALTIC), "--out", str(tmp_path / "out")]) == 2
    assert "stands before --lexicon" in capsys.readouterr().err


def test_nothing_of_others_is_ever_replaced(tmp_path, capsys):
    """A folder with anything that is not an earlier report of ours is left alone, whatever else it holds."""
    out = tmp_path / "out"
    out.mkdir()
    (out / "manifest.json").write_text('{"made_by": "framing 0"}', encoding="utf-8")
    (out / "thesis.txt").write_text("years of work", encoding="utf-8")
    assert main(["compare", str(BALTIC), "--out", str(out)]) == 2
    assert "no earlier report" in capsys.readouterr().err
    assert (out / "thesis.txt").read_text(encoding="utf-8") == "years of work"
    (out / "thesis.txt").unlink()
    assert main(["compare", str(BALTIC), "--n-boot", "20", "--out", str(out)]) == 0
    assert [path.name for path in tmp_path.iterdir()] == ["out"]
    assert (out / "index.html").exists()


@pytest.mark.parametrize("out", ["corpus", "corpus/report", ".", "corpus/articles.jsonl"])
def test_the_input_is_never_replaced(tmp_path, capsys, monkeypatch, out):
    """A report cannot be written over, into or around its own input."""
    (tmp_path / "corpus").mkdir()
    rows = (BALTIC / "articles.jsonl").read_bytes()
    (tmp_path / "corpus" / "articles.jsonl").write_bytes(rows)
    monkeypatch.chdir(tmp_path)
    assert main(["compare", "corpus", "--out", out]) == 2
    assert f"--out {out}" in capsys.readouterr().err
    assert (tmp_path / "corpus" / "articles.jsonl").read_bytes() == rows
    assert [path.name for path in tmp_path.rglob("*")] == ["corpus", "articles.jsonl"]


def test_names_that_differ_in_case_alone_are_told_by_their_lexicon():
    """*War* of one lexicon and *war* of another would be two figures that nobody can tell apart."""
    quanteda = framing.read_lexicon({"lexicon": {"name": "q"}, "frame": {"war": {"terms": ["raid"]}, "peace": {"terms": ["talks"]}}})
    liwc = framing.read_lexicon({"lexicon": {"name": "l"}, "frame": {"War": {"terms": ["siege"]}}})
    clashing = walk.clashes([quanteda, liwc])
    assert clashing == {"war", "War"}
    assert [walk.qualified(name, quanteda, clashing) for name in quanteda.frames] == ["q:war", "peace"]


def test_two_lexicons_keep_their_frames_apart(tmp_path):
    """A frame that two lexicons have is named by its lexicon, and both are counted."""
    mine = tmp_path / "mine.toml"
    mine.write_text('[lexicon]\nname = "mine"\n[frame.aggression]\nlabel = "Aggression"\nterms = ["brutal"]\n', encoding="utf-8")
    (tmp_path / "articles.jsonl").write_text(
        lines(article(1, "A", "A brutal act of aggression."), article(2, "B", "Rain.")), encoding="utf-8"
    )
    out = tmp_path / "out"
    assert main(["compare", str(tmp_path / "articles.jsonl"), "--lexicon", "conflict", "--lexicon", str(mine), "--out", str(out)]) == 0
    rates = pl.read_csv(out / "tables" / "rates.csv").filter(pl.col("outlet") == "A")
    found = dict(rates.select("frame", "value").iter_rows())
    assert (found["conflict:aggression"], found["mine:aggression"]) == (1, 1)


def test_warnings_reach_the_manifest(tmp_path, capsys):
    """What the statistics warn of is told at the end and kept in the manifest."""
    (tmp_path / "articles.jsonl").write_text(lines(article(1, "A", "An invasion."), article(2, "B", "A war.")), encoding="utf-8")
    assert main(["compare", str(tmp_path / "articles.jsonl"), "--out", str(tmp_path / "out")]) == 0
    warned = json.loads((tmp_path / "out" / "manifest.json").read_text(encoding="utf-8"))["warnings"]
    assert [each for each in warned if each.startswith("contrasts: 1 of 1 pairs share too few articles")]
    assert f"note: {warned[0]}" in capsys.readouterr().out


def test_notes_say_what_they_are_about(tmp_path, capsys):
    """The same warning of two tables is told of each; without events the summary says how to compare all the same."""
    rows = [article(n, "AB"[n % 2], "An invasion, an act of aggression.", event=None) for n in range(4)]
    (tmp_path / "articles.jsonl").write_text(lines(*rows), encoding="utf-8")
    assert main(["compare", str(tmp_path / "articles.jsonl"), "--n-boot", "20", "--out", str(tmp_path / "out")]) == 0
    told = capsys.readouterr().out
    assert "note: rates: 26 of 26 rows have fewer than 6 hits" in told
    assert "note: rates all voices: 26 of 26 rows have fewer than 6 hits" in told
    assert "no contrast could be made within events: no article has an event; --within none compares all articles at once" in told


def test_notes_on_articles_say_what_follows_from_them(tmp_path, capsys):
    """Terminal and page say what a note means for the numbers, and a long list begins with examples; the title fits the comparison."""
    dates = ["early", "mid", "late", "end"]
    rows = [article(n, "AB"[n % 2], f"&ldquo;An invasion,&rdquo; {date} said.", published=f"{date} May") for n, date in enumerate(dates)]
    (tmp_path / "articles.jsonl").write_text(lines(*rows), encoding="utf-8")
    asked = ["compare", str(tmp_path / "articles.jsonl"), "--n-boot", "20", "--within", "none", "--out", str(tmp_path / "out")]
    assert main(asked) == 0
    told = capsys.readouterr().out
    assert "note: texts with markup: 4 (tags and entities of HTML count as words" in told
    assert "note: unreadable date values: early May, mid May, late May, ... (4 listed in manifest.json)" in told
    page = (tmp_path / "out" / "index.html").read_text(encoding="utf-8")
    assert "texts with markup: 4 (tags and entities of HTML count as words" in page
    assert "<title>How outlets word what they report: " in page


def test_the_summary_counts_what_could_not_be_compared(tmp_path, capsys):
    """Pairs without a term on either side are told beside the contrasts, so that their sum is the table's."""
    rows = [article(n, "AB"[n % 2], "An invasion, an act of aggression.") for n in range(4)]
    (tmp_path / "articles.jsonl").write_text(lines(*rows), encoding="utf-8")
    assert main(["compare", str(tmp_path / "articles.jsonl"), "--n-boot", "20", "--out", str(tmp_path / "out")]) == 0
    assert "1 contrast within events, 0 of them with q < 0.05; in 12 more there is nothing to compare" in capsys.readouterr().out


def test_html_is_read_where_asked(tmp_path, capsys):
    """With --html a quotation between entities is a quotation, and no note of markup is left."""
    (tmp_path / "articles.jsonl").write_text(lines(article(1, "A", "<p>&ldquo;An invasion,&rdquo; said Ida Holm.</p>")), encoding="utf-8")
    path = str(tmp_path / "articles.jsonl")
    for given, voices in (([], {"indirect", "own"}), (["--html"], {"direct"})):
        assert main(["hits", path, *given, "--format", "jsonl"]) == 0
        told = capsys.readouterr()
        assert {json.loads(line)["voice"] for line in told.out.splitlines()} <= voices
        assert ("texts with markup" in told.err) == (not given)
    with pytest.raises(SystemExit):
        main(["lexicon", "check", "conflict", "--html", "--corpus"])
    assert main(["lexicon", "check", "conflict", "--html"]) == 2
    assert "--html is for the texts of a corpus; name one with --corpus" in capsys.readouterr().err


def test_letters_that_the_font_lacks_are_told_once(tmp_path, capsys, monkeypatch):
    """A name in letters without a glyph on this machine gives one note that shows them, not one a letter and figure."""
    monkeypatch.setattr(fonts, "families", lambda _: [fonts.OWN])
    rows = [article(n, ("\u65b0\u534e", "B")[n % 2], "An invasion, an act of aggression.") for n in range(4)]
    (tmp_path / "articles.jsonl").write_text(lines(*rows), encoding="utf-8")
    assert main(["compare", str(tmp_path / "articles.jsonl"), "--n-boot", "20", "--out", str(tmp_path / "out")]) == 0
    told = capsys.readouterr().err
    assert "framing: note: the font of the figures lacks \u65b0\u534e; names have boxes there" in told
    assert "Glyph" not in told


def test_a_folder_that_cannot_be_moved_is_left_alone(tmp_path, monkeypatch):
    """Where the old report cannot give way, such as a disk of its own, it stays, nothing is left beside it, and the message says so."""
    out = tmp_path / "out"
    out.mkdir()
    moved = Path.rename

    def refused(path, target):
        if path == out:
            raise OSError(errno.EBUSY, "Device or resource busy")
        return moved(path, target)

    monkeypatch.setattr(Path, "rename", refused)
    with pytest.raises(OSError, match=f"--out {out} cannot be replaced: Device or resource busy; name a new folder"), written_whole(out):
        pass
    assert list(tmp_path.iterdir()) == [out]


def test_a_disk_that_cannot_be_written_is_told_by_name(tmp_path, capsys, monkeypatch):
    """Where rights promise more than the disk keeps, the message names the folder asked for, not a hidden one beside it."""

    def refused(**_):
        raise OSError(errno.EROFS, "Read-only file system", "/hidden")

    (tmp_path / "articles.jsonl").write_text(lines(article(1, "A", "An invasion.")), encoding="utf-8")
    monkeypatch.setattr("tempfile.mkdtemp", refused)
    assert main(["compare", str(tmp_path / "articles.jsonl"), "--n-boot", "20", "--out", str(tmp_path / "out")]) == 2
    assert capsys.readouterr().err == f"framing: error: --out {tmp_path / 'out'} cannot be written: Read-only file system\n"


def test_article_text_is_never_trusted(tmp_path):
    """Markup, templates, formulas, escapes and marks of direction in articles show on the page as text."""
    rows = [article(n, f"Outlet <b>{n % 2}</b>", f"The invasion was brutal. {HOSTILE} The war went on.", title=HOSTILE) for n in range(4)]
    (tmp_path / "articles.jsonl").write_text(lines(*rows), encoding="utf-8")
    assert main(["compare", str(tmp_path / "articles.jsonl"), "--n-boot", "20", "--out", str(tmp_path / "out")]) == 0
    page = (tmp_path / "out" / "index.html").read_text(encoding="utf-8")
    for raw in ("<script", "<img", "<b>", "\x1b", "\u202e"):
        assert raw not in page
    assert "&lt;script&gt;" in page
    assert "{{ 7*7 }}" in page


def test_corpora_at_the_edge_give_a_report(tmp_path, capsys):
    """One outlet, no event, empty texts or no hit at all: a report with what there is, not an error."""
    rows = [article(1, "A", "Nothing here."), article(2, "A", ""), article(3, "A", "No event at all.", event=None)]
    (tmp_path / "articles.jsonl").write_text(lines(*rows), encoding="utf-8")
    assert main(["compare", str(tmp_path / "articles.jsonl"), "--n-boot", "20", "--checks", "--out", str(tmp_path / "out")]) == 0
    assert (tmp_path / "out" / "tables" / "contrasts.csv").read_text(encoding="utf-8").count("\n") == 1
    assert "no contrast could be made within events: there is only one outlet" in capsys.readouterr().out


def test_voices_of_a_text_file(tmp_path, capsys):
    """`framing voices` reads a lone text file, and its CSV and JSON Lines hold the same passages."""
    (tmp_path / "note.txt").write_text("“It was an attack,” Anna Koval said. It rained.", encoding="utf-8")
    assert main(["voices", str(tmp_path / "note.txt"), "--format", "jsonl"]) == 0
    rows = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert main(["voices", str(tmp_path / "note.txt"), "--format", "csv"]) == 0
    table = list(csv.DictReader(io.StringIO(capsys.readouterr().out)))
    assert [row["words"] for row in rows] == [row["words"] for row in table]
    assert set(tables.schema("passages")) <= set(rows[0])
    assert ("direct", "Anna Koval") in [(row["voice"], row["speaker"]) for row in rows]
    assert main(["voices", str(tmp_path / "note.txt"), "--explain"]) == 0
    assert "It was an attack" in capsys.readouterr().out


def test_hits_of_a_text_file(tmp_path, capsys):
    """`framing hits` shows each hit in its sentence, and control characters do not reach the terminal."""
    (tmp_path / "note.txt").write_text("The \x1b[31m invasion began.", encoding="utf-8")
    assert main(["hits", str(tmp_path / "note.txt"), "--lexicon", "conflict"]) == 0
    shown = capsys.readouterr().out
    assert "invasion" in shown
    assert "\x1b" not in shown


def test_hits_of_a_text_without_stops_do_not_each_carry_it_whole(tmp_path, capsys):
    """A page printed without a stop, such as a table, is shown about each hit, not copied for each: thousands of copies fill memory."""
    (tmp_path / "table.txt").write_text("war, " * 2_000, encoding="utf-8")
    assert main(["hits", str(tmp_path / "table.txt"), "--lexicon", "conflict", "--format", "jsonl"]) == 0
    shown = capsys.readouterr().out.splitlines()
    assert len(shown) == 2_000
    assert sum(map(len, shown)) < 2_000 * 5_000


@pytest.mark.parametrize("command", [["hits"], ["voices"], ["lexicon", "check", "conflict", "--corpus"]])
def test_what_reading_passed_over_is_told_beside_a_listing(tmp_path, capsys, command):
    """A listing says on the error stream what was guessed and passed over, and not what it shows itself; its table stays clean."""
    (tmp_path / "old.txt").write_text("The caf\xe9 said “invasion”.", encoding="cp1252")
    for page in range(4):
        (tmp_path / f"{page}.pdf").write_bytes(b"%PDF-1.4")
    assert main([*command, str(tmp_path), "--format", "jsonl"]) == 0
    shown = capsys.readouterr()
    assert shown.err.splitlines() == [
        "framing: note: skipped files: 4 (listed in the notes of read_corpus)",
        "framing: note: encodings: {'old.txt': 'cp1252'}",
    ]
    assert all(json.loads(line) for line in shown.out.splitlines())


def test_a_corpus_without_articles_is_told_as_such(tmp_path, capsys):
    """A file with a header alone has no outlet to compare, and the page is written all the same."""
    (tmp_path / "none.csv").write_text("article_id,outlet,text\n", encoding="utf-8")
    assert main(["compare", str(tmp_path / "none.csv"), "--n-boot", "20", "--out", str(tmp_path / "out")]) == 0
    assert "no contrast could be made within events: there is no outlet" in capsys.readouterr().out


def test_a_lexicon_of_names_alone_is_told_as_such(tmp_path, capsys):
    """Without a frame there is no contrast, however many outlets there are."""
    (tmp_path / "names.csv").write_text("term,choice,name\nwar,action,war\ninvasion,action,invasion\n", encoding="utf-8")
    (tmp_path / "two.csv").write_text(
        "article_id,outlet,event,text\n1,A,e,The war goes on.\n2,B,e,The invasion goes on.\n", encoding="utf-8"
    )
    given = ["compare", str(tmp_path / "two.csv"), "--lexicon", str(tmp_path / "names.csv"), "--n-boot", "20"]
    assert main([*given, "--out", str(tmp_path / "out")]) == 0
    assert "no contrast could be made within events: no lexicon has a frame" in capsys.readouterr().out


def test_paths_that_are_not_utf8_are_read_and_written(tmp_path, capsys):
    """Files from an older machine, and folders for the report called as they are, do; the manifest and the tables escape their names."""
    article, words, out = (tmp_path / os.fsdecode(name) for name in (b"caf\xe9.csv", b"l\xe9x.csv", b"r\xe9port"))
    article.write_text("article_id,outlet,event,text\n1,A,e,The war goes on.\n2,B,e,The war goes on.\n", encoding="utf-8")
    words.write_text("term,frame\nwar,f\n", encoding="utf-8")
    assert main(["compare", str(article), "--lexicon", str(words), "--n-boot", "20", "--out", str(out)]) == 0
    capsys.readouterr()
    written = json.loads((out / "manifest.json").read_text(encoding="utf-8"))
    assert written["inputs"][0]["path"] == "caf\\udce9.csv"
    assert written["lexicons"][0]["name"] == "l\\udce9x"
    assert "l\\udce9x" in (out / "tables" / "rates.csv").read_text(encoding="utf-8")


def test_lexicon_is_shown_and_checked(capsys):
    """`framing lexicon` shows what a shipped lexicon holds, the card of an entry, and what a corpus says of it."""
    assert main(["lexicon", "show"]) == 0
    assert "conflict" in capsys.readouterr().out
    assert main(["lexicon", "show", "conflict"]) == 0
    assert "aggression" in capsys.readouterr().out
    assert main(["lexicon", "show", "conflict", "special military operation"]) == 0
    assert "note:" in capsys.readouterr().out
    assert main(["lexicon", "check", "conflict", "--corpus", str(BALTIC), "--format", "jsonl"]) == 0
    findings = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert {"dead", "coverage"} <= {row["finding"] for row in findings}
    assert main(["lexicon", "check", "conflictt"]) == 2
    assert "expected one of ['conflict'" in capsys.readouterr().err


def test_a_lexicon_does_not_repaint_the_terminal(tmp_path, capsys):
    """What a lexicon from elsewhere holds, and its mistakes, reach the terminal without control characters."""
    path = tmp_path / "odd.toml"
    group = '[frame.a]\ndefinition = "d"\nterms = [{term = "war", note = "\\u001b[31m"}, "raid"]\n'
    path.write_text(f'[lexicon]\nname = "\\u001b[2J"\n{group}', encoding="utf-8")
    for command in (["check", str(path)], ["show", str(path)], ["show", str(path), "war"]):
        assert main(["lexicon", *command]) == 0
        told = capsys.readouterr().out
        assert "\x1b" not in told
        assert "evidence" not in told  # nothing stands in that column here
    path.write_text('[frame.a]\nterms = ["\\u001b{", "{x"]\n', encoding="utf-8")
    for name in ("check", "show"):
        assert main(["lexicon", name, str(path)]) == 2
        assert "\x1b" not in "".join(capsys.readouterr())


def test_empty_corpus_runs_through():
    """Every station takes the empty corpus and hands on an empty table."""
    corpus = framing.Corpus.from_records([])
    scores = framing.score(framing.split_voices(corpus), framing.read_lexicon("conflict"))
    assert scores.hits.is_empty()
    assert framing.rates(scores).is_empty()
    assert framing.contrasts(scores).is_empty()
    assert framing.choices(scores).is_empty()
    assert framing.concordance(scores).is_empty()


def test_cells_of_a_table_are_no_formulas(tmp_path):
    """Article text that a spreadsheet would take for a formula is written behind an apostrophe, and read back without."""
    record = {"article_id": "1", "outlet": "=HYPERLINK(1)", "event": "e", "text": "The massacre shocked the town."}
    (tmp_path / "articles.jsonl").write_text(json.dumps(record) + "\n", encoding="utf-8")
    assert main(["compare", str(tmp_path), "--out", str(tmp_path.parent / "formula-report")]) == 0
    written = pl.read_csv(tmp_path.parent / "formula-report" / "tables" / "rates.csv", infer_schema=False)
    assert set(written["outlet"]) == {"'=HYPERLINK(1)"}
    assert set(spreadsheets.unguarded(written)["outlet"]) == {"=HYPERLINK(1)"}


def test_an_unknown_engine_is_refused_before_anything_is_written(tmp_path, capsys):
    """`--engine` decides who tells the voices; a name that is none costs one line."""
    (tmp_path / "articles.jsonl").write_text(lines(article(1, "A", "The massacre shocked the town.")), encoding="utf-8")
    assert main(["compare", str(tmp_path), "--engine", "oracle", "--out", str(tmp_path.parent / "no-report")]) == 2
    assert "oracle" in capsys.readouterr().err
    assert not (tmp_path.parent / "no-report").exists()
    assert main(["hits", str(tmp_path), "--engine", "rules", "--format", "jsonl"]) == 0


def test_voices_are_printed_not_written(tmp_path, capsys):
    """`--out` without `train` is refused, not passed over."""
    (tmp_path / "articles.jsonl").write_text(lines(article(1, "A", "It rained.")), encoding="utf-8")
    assert main(["voices", str(tmp_path), "--out", str(tmp_path / "x")]) == 2
    assert "voices train" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("command", "told"),
    [
        (["voices", "train", ".", "--out", "x", "--explain"], "--explain is for passages that are printed"),
        (["voices", "train", ".", "--out", "x", "--format", "csv"], "--format is for passages that are printed"),
        (["voices", "train", ".", "--out", "x", "--indirect", "narrow"], "--indirect is for passages that are printed"),
        (["voices", "train", ".", "--out", "x", "--map", "text=body"], "--map is for passages that are printed"),
        (["lexicon", "check", "conflict", "--map", "text=body"], "--map renames the columns of a corpus; name one with --corpus"),
    ],
)
def test_an_option_without_use_is_refused(capsys, command, told):
    """What a command has no use for is told, not passed over."""
    assert main(command) == 2
    assert told in capsys.readouterr().err


def test_a_killed_comparison_leaves_nothing_behind(tmp_path, monkeypatch):
    """A polite kill while the report is written ends like Ctrl-C: no report, no hidden folder."""
    monkeypatch.setattr("framing.cli.compare.write", lambda *_: os.kill(os.getpid(), signal.SIGTERM))
    (tmp_path / "a.jsonl").write_text(lines(article(1, "Gull", "They invaded."), article(2, "Tern", "They came.")), encoding="utf-8")
    assert main(["compare", str(tmp_path / "a.jsonl"), "--n-boot", "20", "--out", str(tmp_path / "report")]) == 130
    assert [path.name for path in tmp_path.iterdir()] == ["a.jsonl"]


def test_weeks_of_articles_without_dates_are_refused(tmp_path, capsys):
    """No report of one unnamed week: the error names the column that is missing."""
    undated = lines(*(article(n, outlet, "They invaded.", published="") for n, outlet in enumerate(["Gull", "Tern"])))
    (tmp_path / "a.jsonl").write_text(undated, encoding="utf-8")
    assert main(["compare", str(tmp_path / "a.jsonl"), "--by", "week", "--out", str(tmp_path / "report")]) == 2
    assert "published" in capsys.readouterr().err
    assert not (tmp_path / "report").exists()
    (tmp_path / "a.jsonl").write_text(undated.replace('"published": ""', '"published": "early May"'), encoding="utf-8")
    assert main(["compare", str(tmp_path / "a.jsonl"), "--by", "week", "--out", str(tmp_path / "report")]) == 2
    assert "dates such as 'early May' were not read" in capsys.readouterr().err
