"""Coverage of the intervals of Krippendorff's alpha and of percent agreement (`comparison.py agreement`)."""

import numpy as np
import polars as pl
from comparison_cells import rng_of, show

from framing.agreement import agreement


def agreement_coverage(draws: int) -> None:
    """Two coders, each right about a yes or no with the same probability; an alpha that is undefined counts as not covered."""
    rows = []
    for units in (10, 20, 100):
        for right, share in ((0.95, 0.5), (0.95, 0.1), (0.9, 0.05), (0.8, 0.3), (0.65, 0.5), (0.99, 0.3)):
            rng = rng_of(12, units, right, share)
            found = [agreement(coded_twice(rng, units, right, share), n_boot=200, seed=k) for k in range(draws)]
            same, yes = right**2 + (1 - right) ** 2, share * right + (1 - share) * (1 - right)
            truth = {"alpha": 1 - (1 - same) / (2 * yes * (1 - yes)), "agreement": same}
            row = {"units": units, "coders right": str(right), "share yes": str(share), "alpha": f"{truth['alpha']:.2f}"}
            for measure, value in truth.items():
                table = pl.concat(found).filter(measure=measure)
                row |= {f"covered: {measure}": 100 * ((table["low"] <= value) & (table["high"] >= value)).mean()}
            rows.append(row)
    show(f"Agreement: coverage of 95 % intervals, {draws} sheets a row, per cent", rows)


def coded_twice(rng: np.random.Generator, units: int, right: float, share: float) -> pl.DataFrame:
    true = rng.random(units) < share
    coded = [np.where(rng.random(units) < right, true, ~true) for _ in "ab"]
    names = [f"u{n}" for n in range(units)]
    return pl.DataFrame({"unit": names * 2, "coder": np.repeat(["a", "b"], units), "value": np.where(np.concatenate(coded), "yes", "no")})
