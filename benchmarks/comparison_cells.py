"""What every table of `comparison.py` is made with: its seeds, its cells, its printing."""

import numpy as np
import polars as pl

SIZES = (5, 20, 100)  # articles of an outlet


def show(title: str, rows: list[dict]) -> None:
    """Print rows as a Markdown table."""
    print(f"\n**{title}**\n\n| {' | '.join(rows[0])} |\n|{'---|' * len(rows[0])}")
    for row in rows:
        print("| " + " | ".join(f"{v:.1f}" if isinstance(v, float) else str(v) for v in row.values()) + " |", flush=True)


def rng_of(*numbers: float) -> np.random.Generator:
    return np.random.default_rng([int(1000 * n) for n in numbers])


def covered(table: pl.DataFrame, truth: float) -> float:
    """Per cent of intervals that hold the truth, of those that are defined."""
    defined = table.filter(pl.col("low").is_not_nan() & pl.col("high").is_not_nan())
    return 100 * ((defined["low"] <= truth) & (defined["high"] >= truth)).mean()


def told(table: pl.DataFrame) -> float:
    """Per cent of rows that carry a caution."""
    return 100 * float(table["caution"].is_not_null().mean() or 0)
