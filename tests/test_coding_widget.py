"""Coding in a notebook, through the widgets themselves and without a browser. All text is invented."""

import sys

import polars as pl
import pytest

from framing.validation import code, read_coding, read_sheet, write_sheet

pytest.importorskip("ipywidgets", reason="the widget needs ipywidgets")

SHEET = pl.DataFrame(
    {
        "unit": ["u1", "u2", "u3"],
        "label": ["war"] * 3,
        "outlet": ["The Gull", "Ford Post", "The Gull"],
        "left": ["=SUM(A1) before the ", "<script>alert(1)</script> $5 or $6 \u202ea ", "Then a "],
        "surface": ["raid", "raid & <b>siege</b>", "raid"],
        "right": [" ended.", ".", "."],
        "code": [None] * 3,
        "coder": [None] * 3,
        "note": [None] * 3,
        "probability": [0.5, 0.5, 1.0],
    },
    schema_overrides=dict.fromkeys(("code", "coder", "note"), pl.String),
)


def test_buttons_answer_and_save_and_it_goes_on_later(tmp_path):
    """Every decision is on disk at once; called again, the next row comes, and the codes are read back."""
    path = tmp_path / "ada.csv"
    first = code(SHEET, path, coder="Ada")
    first.view.note.value = "clear"
    first.view.buttons["yes"].click()
    assert read_sheet(path)["code"].to_list() == ["yes", None, None]
    again = code(SHEET, path, coder="Ada")
    assert (again.place, again.coded, again.view.progress.value) == (1, 1, 1)
    again.view.buttons["no"].click()
    again.view.buttons["yes"].click()
    assert again.place is None
    assert again.view.buttons["yes"].disabled
    assert "Every row is coded" in again.view.words.value
    coding = read_coding(path)
    assert coding["unit", "coder", "value", "probability"].rows() == [
        ("u1", "Ada", "yes", 0.5),
        ("u2", "Ada", "no", 0.5),
        ("u3", "Ada", "yes", 1.0),
    ]
    assert read_sheet(path)["note"].to_list() == ["clear", None, None]
    assert read_sheet(path).drop("code", "coder", "note", "probability").equals(SHEET.drop("code", "coder", "note", "probability"))


def test_keys_answer_skip_and_go_back(tmp_path):
    """A letter and Enter does what its button does; another letter does nothing; back shows the answer given."""
    coding = code(SHEET, tmp_path / "ada.csv", coder="Ada")
    for typed, place, coded in (("s", 1, 0), ("Y", 2, 1), ("x", 2, 1), ("n", 0, 2), ("y", None, 3), ("b", 2, 3)):
        coding.view.keys.value = typed
        assert (coding.place, coding.coded, coding.view.keys.value) == (place, coded, "")
    assert "(so far: no)" in coding.view.question.value
    coding.view.keys.value = "y"
    assert coding.sheet["code"].to_list() == ["yes", "yes", "yes"]


def test_text_is_shown_as_text_and_the_outlet_not_at_all(tmp_path):
    """Markup in an article is shown, not run; nothing on the screen names the outlet; the words in question are marked."""
    coding = code(SHEET, tmp_path / "ada.csv", coder="Ada", questions={"war": "Is it <i>war</i>?"})
    coding.skip()
    shown = coding.view.words.value + coding.view.question.value
    assert "<script>" not in shown
    assert "mathjax_ignore" in shown
    assert "<i>" not in shown
    assert "&lt;script&gt;alert(1)&lt;/script&gt; $5 or $6 [U+202E]a <mark>raid &amp; &lt;b&gt;siege&lt;/b&gt;</mark>." in shown
    assert "Ford Post" not in shown


def test_a_notebook_shows_it(tmp_path):
    """As the last line of a cell the coding shows its box."""
    bundle = code(SHEET, tmp_path / "ada.csv", coder="Ada")._repr_mimebundle_()
    assert "application/vnd.jupyter.widget-view+json" in (bundle[0] if isinstance(bundle, tuple) else bundle)


def test_what_cannot_be_coded_is_refused(tmp_path):
    """Another coder's file, other units, a repeated unit, no name: the error names it."""
    path = tmp_path / "ada.csv"
    code(SHEET, path, coder="Ada").answer("yes")
    with pytest.raises(ValueError, match=r"ada\.csv holds the answers of 'Ada'; 'Ben' needs a file"):
        code(SHEET, path, coder="Ben")
    with pytest.raises(ValueError, match="holds other units than this sheet"):
        code(SHEET.with_columns(unit="x" + pl.col("unit")), path, coder="Ada")
    read_sheet(path).drop("coder").write_csv(tmp_path / "bare.csv")
    with pytest.raises(ValueError, match=r"bare\.csv is no sheet being coded: it lacks the columns \['coder'\]"):
        code(SHEET, tmp_path / "bare.csv", coder="Ada")
    with pytest.raises(ValueError, match="the unit 'u1' more than once"):
        code(pl.concat([SHEET, SHEET]), tmp_path / "x.csv", coder="Ada")
    with pytest.raises(ValueError, match=r"lacks the columns \['left'\]"):
        code(SHEET.drop("left"), path, coder="Ada")
    with pytest.raises(ValueError, match="coder is empty"):
        code(SHEET, path, coder=" ")
    with pytest.raises(ValueError, match=r"missing.ada\.csv: .*missing is no folder that you may write to; make the folder first"):
        code(SHEET, tmp_path / "missing" / "ada.csv", coder="Ada")
    with pytest.raises(ValueError, match=r"A coding sheet is written as \.csv or \.tsv, not 'ada\.xls'"):
        code(SHEET, tmp_path / "ada.xls", coder="Ada")
    (tmp_path / "ben.csv").mkdir()
    with pytest.raises(ValueError, match=r"ben\.csv is a folder"):
        code(SHEET, tmp_path / "ben.csv", coder="Ben")
    with pytest.raises(ValueError, match="The answer is 'maybe'; expected one of"):
        code(SHEET, path, coder="Ada").answer("maybe")


def test_without_ipywidgets_the_way_out_is_named(tmp_path, monkeypatch):
    """No ipywidgets: what to install, or to use a spreadsheet."""
    monkeypatch.setitem(sys.modules, "ipywidgets", None)
    with pytest.raises(ModuleNotFoundError, match="needs ipywidgets: pip install ipywidgets; or fill the column 'code' in a spreadsheet"):
        code(SHEET, tmp_path / "ada.csv", coder="Ada")


def test_an_empty_sheet_has_no_row_to_code(tmp_path):
    """No rows: nothing to answer, and nothing breaks."""
    coding = code(SHEET.clear(), tmp_path / "ada.csv", coder="Ada")
    coding.answer("yes")
    assert (coding.place, coding.coded) == (None, 0)
    assert "No row to code" in coding.view.words.value


def test_cells_are_no_formulas_and_come_back_as_they_were(tmp_path):
    """In the file no text begins with a sign that a spreadsheet runs; read back, every text is what it was."""
    texts = ["=1+1", "+1", "-1", "@x", "\tx", "'=1", "''@x", "'t was", "plain", "", "\r\n=2", "＝1"]
    sheet = pl.DataFrame({"unit": [f"u{n}" for n in range(len(texts))], "left": texts})
    for name in ("sheet.csv", "sheet.tsv"):
        path = write_sheet(sheet, tmp_path / name)
        raw = pl.read_csv(path, separator="\t" if name.endswith("tsv") else ",")
        assert not any(text[0] in "=+-@\t\r\n＝" for text in raw["left"].to_list() if text)
        assert read_sheet(path).equals(sheet)
    with pytest.raises(ValueError, match=r"written as \.csv or \.tsv, not 'sheet.xlsx'"):
        write_sheet(sheet, tmp_path / "sheet.xlsx")
