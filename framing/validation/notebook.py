"""code: a coding sheet in a notebook, a row at a time, saved after every decision."""

import importlib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import polars as pl

from framing import arguments
from framing.display import NO_MATH, as_html
from framing.validation.sheets import read_sheet, writable, write_sheet

DECISIONS = ("yes", "no")
KEYS = {"y": "yes", "n": "no", "s": "skip", "b": "back"}
_FILLED = ("code", "coder", "note")
_SHOWN = ("unit", "label", "left", "surface", "right")
_TEXT = (
    f'<div dir="auto" class="{NO_MATH}" '
    'style="white-space: pre-wrap; max-width: 46em; line-height: 1.5; font-size: 1.1em; unicode-bidi: isolate">{}</div>'
)


def code(sheet: Any, path: str | Path, *, coder: str, questions: Mapping[str, str] | None = None) -> "Coding":
    """Show a coding sheet in a notebook, one row at a time, and write the answers to a file after each.

    It shows the sentence with the words in question marked, and nothing of outlet or voice, whatever the sheet holds. Answers are
    given with the buttons, or typed: y, n, s (skip) or b (back), then Enter. Called again with the same path, it goes on where the
    coder stopped.

    Parameters
    ----------
    sheet
        From `sample_hits`, or a file of it.
    path
        The coder's own copy, CSV or TSV; made if there is none.
    coder
        Who codes; written into every row coded.
    questions
        What to ask for each label, in place of "Do the marked words carry ...?". Take it from the codebook.

    Returns
    -------
    Coding
        Shows itself as the last line of a notebook cell. `sheet` is what is coded so far; `read_coding` reads it, or the file.

    Raises
    ------
    ModuleNotFoundError
        If ipywidgets is not installed.
    ValueError
        If the sheet lacks a column or repeats a unit, the coder has no name, or the file holds other units or another coder's answers,
        ends neither in .csv nor .tsv, or stands in a folder that is not there or not yours to write to.
    """
    if not arguments.of_type("coder", coder, str, "the name of who codes, such as 'Ada'").strip():
        raise ValueError("coder is empty; say who codes, such as coder='Ada'")
    questions = {} if questions is None else arguments.of_type("questions", questions, Mapping, "a mapping of a label to its question")
    path = writable(arguments.path("path", path))
    return Coding(_resumed(read_sheet(sheet), path, coder), path, coder, questions)


def _resumed(sheet: pl.DataFrame, path: Path, coder: str) -> pl.DataFrame:
    """Take the rows as drawn and, if the coder's file is there, its answers."""
    lacking = [column for column in _SHOWN if column not in sheet.columns]
    if lacking:
        raise ValueError(f"The sheet lacks the columns {lacking}; it has {sheet.columns}. Sheets come from sample_hits")
    if sheet["unit"].is_duplicated().any():
        raise ValueError(f"The sheet has the unit {sheet['unit'].filter(sheet['unit'].is_duplicated())[0]!r} more than once")
    empty = sheet.with_columns(pl.lit(None, pl.String).alias(name) for name in _FILLED)
    if not path.exists():
        return empty
    saved = read_sheet(path)
    if lacking := [column for column in ("unit", *_FILLED) if column not in saved.columns]:
        raise ValueError(f"{path} is no sheet being coded: it lacks the columns {lacking}; give the answers a file of their own")
    if not set(saved["unit"]) <= set(sheet["unit"]):
        raise ValueError(f"{path} holds other units than this sheet; give the answers to this one a file of their own")
    others = [name for name in saved["coder"].drop_nulls().unique().to_list() if name != coder]
    if others:
        raise ValueError(f"{path} holds the answers of {others[0]!r}; {coder!r} needs a file of their own")
    return empty.drop(_FILLED).join(saved.select("unit", *_FILLED), on="unit", how="left", maintain_order="left").select(empty.columns)


class Coding:
    """A sheet being coded: what is answered, where the coder is, and the widgets that show it.

    Parameters
    ----------
    sheet, path, coder, questions
        See `code`.
    """

    def __init__(self, sheet: pl.DataFrame, path: Path, coder: str, questions: Mapping[str, str]) -> None:
        self.sheet, self.path, self.coder, self.questions = sheet, path, coder, questions
        self.place: int | None = self._open_after(-1)
        self.view = _View(self)

    @property
    def coded(self) -> int:
        """Rows answered."""
        return int(self.sheet["code"].is_in(list(DECISIONS)).sum())

    def answer(self, said: str, note: str = "") -> None:
        """Record ``yes`` or ``no`` for the row shown, save the sheet, and go on."""
        if said not in DECISIONS:
            raise ValueError(f"The answer is {said!r}; expected one of {list(DECISIONS)}")
        if self.place is None:
            return
        here = pl.int_range(pl.len()) == self.place
        values = {"code": said, "coder": self.coder, "note": note.strip() or None}
        self.sheet = self.sheet.with_columns(
            pl.when(here).then(pl.lit(value)).otherwise(pl.col(name)).cast(pl.String).alias(name) for name, value in values.items()
        )
        write_sheet(self.sheet, self.path)
        self.skip()

    def skip(self) -> None:
        """Go to the next row without an answer; after the last, to the first."""
        self.place = self._open_after(-1 if self.place is None else self.place)
        self.view.show()

    def back(self) -> None:
        """Go to the row before, answered or not."""
        last = self.sheet.height - 1
        self.place = last if self.place is None else max(self.place - 1, 0)
        self.view.show()

    def _open_after(self, place: int) -> int | None:
        rows = self.sheet["code"].is_in(list(DECISIONS)).fill_null(False).not_().arg_true().to_list()
        return next((row for row in rows if row > place), rows[0] if rows else None)

    def _repr_mimebundle_(self, **kwargs: Any) -> Any:
        return self.view.box._repr_mimebundle_(**kwargs)


class _View:
    """The widgets of a coding: progress, question, words, buttons."""

    def __init__(self, coding: Coding) -> None:
        try:
            widgets = importlib.import_module("ipywidgets")
        except ModuleNotFoundError:
            said = "code() shows widgets and needs ipywidgets: pip install ipywidgets; or fill the column 'code' in a spreadsheet"
            raise ModuleNotFoundError(said) from None
        self.coding = coding
        self.progress = widgets.IntProgress(min=0, max=max(coding.sheet.height, 1))
        self.told, self.question, self.words = widgets.Label(), widgets.HTML(), widgets.HTML()
        self.buttons = {name: widgets.Button(description=name) for name in (*DECISIONS, "skip", "back")}
        self.keys = widgets.Text(placeholder="y, n, s, b and Enter", continuous_update=False, layout={"width": "12em"})
        self.note = widgets.Text(placeholder="note (optional)")
        for name, button in self.buttons.items():
            button.on_click(lambda _, name=name: self.do(name))
        self.keys.observe(self._typed, names="value")
        rows = [[self.progress, self.told], [*self.buttons.values(), self.keys], [self.note]]
        boxes = [widgets.HBox(row) for row in rows]
        self.box = widgets.VBox([boxes[0], self.question, self.words, *boxes[1:]])
        self.show()

    def do(self, name: str) -> None:
        """Do what a button says."""
        if name in DECISIONS:
            self.coding.answer(name, self.note.value)
        elif name == "skip":
            self.coding.skip()
        else:
            self.coding.back()

    def _typed(self, change: Any) -> None:
        key = change["new"].strip().lower()[:1]
        if change["new"]:
            self.keys.value = ""  # the same key may come next
        if key in KEYS:
            self.do(KEYS[key])

    def show(self) -> None:
        """Show the row in turn, or that there is none."""
        coding, height = self.coding, self.coding.sheet.height
        self.progress.value = coding.coded
        self.told.value = f"{coding.coded} of {height} coded; saved in {coding.path.name}"
        for name in (*DECISIONS, "skip"):
            self.buttons[name].disabled = coding.place is None
        if coding.place is None:
            self.question.value, self.words.value, self.note.value = (
                "",
                "<p>Every row is coded.</p>" if height else "<p>No row to code.</p>",
                "",
            )
            return
        row = coding.sheet.row(coding.place, named=True)
        label = str(row["label"])
        asked = coding.questions.get(label, f"Do the marked words carry “{label}” here?")
        said = f" (so far: {row['code']})" if row["code"] else ""
        left, surface, right = (as_html(row[name] or "") for name in ("left", "surface", "right"))
        self.question.value = f"<p><b>{as_html(asked)}</b>{as_html(said)}</p>"
        self.words.value = _TEXT.format(f"{left}<mark>{surface}</mark>{right}")
        self.note.value = row["note"] or ""
