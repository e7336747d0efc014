"""Tables written for spreadsheets: no text of an article is run as a formula."""

import polars as pl

_FORMULA = r"^'*[=+\-@\t\r\n＝＋－＠]"


def guarded(frame: pl.DataFrame) -> pl.DataFrame:
    """Put an apostrophe before every text that a spreadsheet would take for a formula; `unguarded` takes it off.

    The signs are those of OWASP's page on CSV injection. A text that begins with apostrophes and such a sign gets one more, so that
    nothing is lost on the way back.

    Examples
    --------
    >>> guarded(pl.DataFrame({"left": ["=1+1", "'=1+1", "one", None]}))["left"].to_list()
    ["'=1+1", "''=1+1", 'one', None]
    """
    risky = pl.col(pl.String).str.contains(_FORMULA)
    return frame.with_columns(pl.when(risky).then(pl.lit("'") + pl.col(pl.String)).otherwise(pl.col(pl.String)).name.keep())


def unguarded(frame: pl.DataFrame) -> pl.DataFrame:
    """Take off the apostrophes of `guarded`.

    Examples
    --------
    >>> unguarded(pl.DataFrame({"left": ["'=1+1", "''=1+1", "'t was", None]}))["left"].to_list()
    ['=1+1', "'=1+1", "'t was", None]
    """
    marked = pl.col(pl.String).str.contains("^'" + _FORMULA[1:])
    return frame.with_columns(pl.when(marked).then(pl.col(pl.String).str.slice(1)).otherwise(pl.col(pl.String)).name.keep())
