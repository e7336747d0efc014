"""One name for the forms in which texts print the same speaker: "The White House", "the White House", "White House"."""

from collections import Counter

import polars as pl

THE = ("the ", "The ")


def one_form(speakers: pl.Series) -> dict[str, str]:
    """The commonest of the forms that are alike, for each form of a speaker.

    Alike are forms that differ by the capital of their first letter alone, where one of them begins with a small letter, for the capital
    may be the sentence's ("Officials", "officials"), and by "the" before a name ("the White House", "White House"). "A report" and "the
    report" are two.

    Examples
    --------
    >>> found = one_form(pl.Series(["the EPA", "The EPA", "EPA", "EPA", "Officials", "officials", "officials", "a report", "the report"]))
    >>> found["The EPA"], found["the EPA"], found["Officials"], found["a report"]
    ('EPA', 'EPA', 'officials', 'a report')
    """
    counts = Counter[str](speakers.drop_nulls().to_list())
    best: dict[str, str] = {}
    for form in sorted(counts, key=lambda form: (-counts[form], len(form), form.swapcase())):
        best.setdefault(_alike(form, counts), form)
    return {form: best[_alike(form, counts)] for form in counts}


def _alike(form: str, forms: Counter[str]) -> str:
    """What the forms that are alike have in common."""
    name = form[len(THE[0]) :] if form.startswith(THE) else ""
    if name[:1].isupper():
        return name
    if any(the + form in forms for the in THE):
        return form
    small = form[:1].lower() + form[1:]
    return small if small in forms else form
