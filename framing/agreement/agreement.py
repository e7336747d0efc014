"""agreement: codings to one row a measure."""

from collections.abc import Mapping
from typing import Any

import polars as pl

from framing import arguments, notices, tables
from framing.agreement.disagreement import Disagreement

LEVELS = ("nominal", "ordinal", "interval")
COLUMNS = ("unit", "coder", "value")
FEW_UNITS = 20
_SCHEMA = {
    "measure": pl.String,
    "level_of_measurement": pl.String,
    "value": pl.Float64,
    "low": pl.Float64,
    "high": pl.Float64,
    "units": pl.Int64,
    "codings": pl.Int64,
    "coders": pl.Int64,
}


def agreement(
    coding: Any,
    *,
    level_of_measurement: str = "nominal",
    columns: Mapping[str, str] | None = None,
    level: float = 0.95,
    n_boot: int = 1000,
    seed: int = 0,
) -> pl.DataFrame:
    r"""Measure how far coders agree on the same units: Krippendorff's alpha, and the share of pairs that agree.

    Estimand: agreement on all units like those coded, were the same coders to code them. Units are drawn anew, coders
    are not.

    .. math:: \alpha = 1 - D_o / D_e, \qquad
              D_o = \frac{1}{n} \sum_u \frac{1}{m_u - 1} \sum_{i \ne j} \delta^2(c_{ui}, c_{uj}), \qquad
              D_e = \frac{1}{n (n - 1)} \sum_{c, k} n_c n_k \, \delta^2(c, k)

    with :math:`m_u` codings of unit u, and :math:`n` in all, counting the units that two or more coders coded. The
    distance :math:`\delta` is 0 or 1 (nominal), the difference of the values (interval) or of their mid-ranks
    (ordinal). Alpha is 1 for perfect agreement and 0 for that of chance; its author asks for .80 and takes .667 for
    tentative conclusions. It says how reliable a coding is, not how right. A scorer is a coder like any other.

    Parameters
    ----------
    coding
        A data frame (pandas, Polars, PyArrow) with one row for each coding: `unit`, `coder` and `value`. A missing
        value is a coding not made.
    level_of_measurement
        ``nominal``, ``ordinal`` or ``interval``. Ordinal and interval values are numbers.
    columns
        Our column name to yours, for those that differ: ``{"unit": "hit", "value": "code"}``.
    level
        Level of the interval, between 0 and 1.
    n_boot
        Draws of the units.
    seed
        Any integer; the same seed gives the same interval, in whatever order the rows come.

    Returns
    -------
    table
        Two rows, with the columns `measure` (``alpha``; ``agreement``, the share of pairs of codings of a unit that
        are equal), `level_of_measurement`, `value`, `low`, `high`, `units` (coded at least twice), `codings` (of
        those) and `coders`. The interval is a Student interval for the logarithm of the disagreement, its standard
        error taken from the draws; where no disagreement was seen, it starts at the most that so few units could
        hide. Where a nominal value is so rare that coders agreed on the other alone, alpha's ends no lower than the most agreement
        on it that so few units could hide. Nan is undefined: alpha where all codings are equal, everything where no unit was coded twice.

    Warns
    -----
    UserWarning
        If fewer than 20 units were coded twice: with ten, the interval covers 84 to 97 % (docs/validation.md).

    Raises
    ------
    TypeError
        If `coding` is no data frame, or values are no numbers where distances are needed.
    ValueError
        If a column is missing, a coding has no unit or no coder, `columns` renames a column that is not ours, a coder
        codes a unit twice, the level of measurement is unknown, or `level` is not between 0 and 1.

    References
    ----------
    Krippendorff, K. (2011). Computing Krippendorff's alpha-reliability. https://repository.upenn.edu/asc_papers/43
    Hayes, A. F. and Krippendorff, K. (2007). https://doi.org/10.1080/19312450709336664

    Examples
    --------
    >>> coding = pl.DataFrame({
    ...     "unit": ["s1", "s1", "s2", "s2", "s3", "s3", "s4", "s4"],
    ...     "coder": ["Ada", "Ben"] * 4,
    ...     "value": ["loaded", "loaded", "plain", "plain", "loaded", "plain", "plain", "plain"],
    ... })
    >>> agreement(coding)["measure", "value"].with_columns(pl.col("value").round(3)).rows()
    [('alpha', 0.533), ('agreement', 0.75)]
    """
    arguments.known(level_of_measurement, LEVELS, "level of measurement")
    arguments.chance(level=level, n_boot=n_boot, seed=seed)
    columns = {} if columns is None else arguments.of_type("columns", columns, Mapping, "a mapping such as {'unit': 'yours'}")
    codings = _codings(coding, columns, numbers=level_of_measurement != "nominal")
    measures = {"alpha": Disagreement(codings, level_of_measurement), "agreement": Disagreement(codings, "nominal")}
    found = {name: each.estimate(by_chance=name == "alpha", level=level, n_boot=n_boot, seed=seed) for name, each in measures.items()}
    support = (codings["unit"].n_unique(), codings.height, codings["coder"].n_unique())
    if 2 <= support[0] < FEW_UNITS:
        said = f"Only {support[0]} units were coded twice; with fewer than {FEW_UNITS}"
        notices.warn(f"{said} the intervals are rough (95 % may cover 84 to 97 %)")
    rows = [(name, level_of_measurement, *numbers, *support) for name, numbers in found.items()]
    return pl.DataFrame(rows, schema=_SCHEMA, orient="row")


def _codings(coding: Any, columns: Mapping[str, str], *, numbers: bool) -> pl.DataFrame:
    """Read the codings of units that at least two coders coded."""
    frame = tables.frame(coding, "The coding, one row a code,").fill_nan(None)
    for name in columns:
        arguments.known(name, COLUMNS, "column")
    theirs = {name: columns.get(name, name) for name in COLUMNS}
    lacking = [column for column in theirs.values() if column not in frame.columns]
    if lacking:
        raise ValueError(f"The coding lacks the columns {lacking}; it has {frame.columns}. columns={{'unit': 'yours', ...}} renames")
    codings = frame.select(pl.col(column).alias(name) for name, column in theirs.items()).drop_nulls("value")
    for name in ("unit", "coder"):
        if codings[name].null_count():
            raise ValueError(
                f"{codings[name].null_count()} codings have no {name}: the column {theirs[name]!r} is null; fill it or drop the rows"
            )
    codings = _values(codings, numbers).with_columns(pl.col("unit", "coder").cast(pl.String))
    return once(codings).filter(pl.len().over("unit") > 1)


def once(codings: pl.DataFrame) -> pl.DataFrame:
    """Return codings if nobody codes a unit twice, else raise a `ValueError` that names one who does."""
    twice = codings.filter(pl.struct("unit", "coder").is_duplicated())
    if twice.height:
        raise ValueError(f"Coder {twice['coder'][0]!r} codes the unit {twice['unit'][0]!r} more than once; keep one coding of each")
    return codings


def _values(codings: pl.DataFrame, numbers: bool) -> pl.DataFrame:
    dtype = codings.schema["value"]
    if not numbers:
        return codings
    if not dtype.is_numeric() and dtype != pl.Null:
        raise TypeError(f"The values are {dtype}, such as {codings['value'][0]!r}; ordinal and interval values must be numbers")
    return codings.with_columns(pl.col("value").cast(pl.Float64))
