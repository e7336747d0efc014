"""One name for the forms in which texts print the same speaker: "The White House", "the White House", "White House"."""

from collections import Counter

import polars as pl

from framing import tables
from framing.voice.people.across import across_articles

THE = ("the ", "The ")


def forms_of(passages: pl.DataFrame) -> pl.DataFrame:
    """The forms in which the articles of a `passages` table print their speakers, each once.

    One row a form: `article_id`, `event`, `speaker`, `speaker_mention`.
    """
    said = passages.filter(pl.col("voice").is_in(tables.ATTRIBUTED))
    return said.select("article_id", "event", "speaker", "speaker_mention").drop_nulls("speaker").unique(maintain_order=True)


def under_one_name(said: pl.DataFrame, forms: pl.DataFrame) -> pl.DataFrame:
    """Put each speaker of a table under the one name that a corpus knows him, her or it by.

    Parameters
    ----------
    said
        A table with `article_id` and `speaker`.
    forms
        From `forms_of`, of the same articles; see `framing.voice.people.across.across_articles`.

    Returns
    -------
    polars.DataFrame
        `said` with other names in `speaker`: one for a person over all articles, and one for forms that are alike (`one_form`).
    """
    joined = said.join(across_articles(forms), on=["article_id", "speaker"], how="left", maintain_order="left")
    known = joined.with_columns(pl.coalesce("known", "speaker").alias("speaker")).drop("known")
    return known.with_columns(pl.col("speaker").replace(one_form(known["speaker"])))


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
