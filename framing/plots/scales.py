"""Where an axis ends and where its ticks stand."""

import math
from collections.abc import Sequence
from fractions import Fraction

from framing.plots import given
from framing.plots.panels import Scale

_STEPS = (1, 2, 5)


def amounts(label: str, values: Sequence[float | None], highs: Sequence[float | None] = ()) -> Scale:
    """Return the axis from 0 for rates and counts, spaced by their roots where an even one would squeeze most points.

    That is where half of the points above 0 lie in the lowest tenth of the axis. Unknown values (nan, None) are ignored.

    Parameters
    ----------
    label
        What the axis counts.
    values, highs
        Points and upper ends of intervals. An upper end far beyond every point does not stretch the axis.
    """
    values, highs = ([given.number(value) for value in each] for each in (values, highs))
    end = _end(values, highs)
    seen = sorted(value for value in values if value > 0)
    if seen and seen[len(seen) // 2] < end / 10:
        ticks = _thinned([0.0, *(tick for tick in _powers(end) if end / 200 < tick <= end)], end)
        return Scale(f"{label} (square-root scale)", (0, end), ticks, kind="sqrt")
    return Scale(label, (0, end), _even(end))


def _end(values: Sequence[float], highs: Sequence[float]) -> float:
    points, ends = (max((value for value in each if math.isfinite(value) and value > 0), default=0.0) for each in (values, highs))
    return max(points * 1.1, min(ends, points * 2) if points else ends) or 1.0


def _powers(end: float) -> list[float]:
    """Steps of 1, 2 and 5 times a power of ten, from far below `end` to beyond it."""
    most = math.floor(math.log10(end))
    return [float(f"{step}e{power}") for power in range(most - 3, most + 2) for step in _STEPS]


def _even(end: float) -> tuple[float, ...]:
    step = next(step for step in _powers(end) if end / step <= 4)
    return tuple(step * index for index in range(int(end / step) + 1))


def _thinned(ticks: Sequence[float], end: float) -> tuple[float, ...]:
    """Keep the ticks that stand at least a sixth of the axis apart, from the largest down, and 0."""
    kept: list[float] = []
    for tick in sorted(ticks, reverse=True):
        if not kept or (math.sqrt(kept[-1]) - math.sqrt(tick)) / math.sqrt(end) > 0.17:
            kept.append(tick)
    return tuple(sorted({0.0, *(tick for tick in kept if math.sqrt(tick / end) > 0.17)}))


def shares(label: str) -> Scale:
    """Return the axis of a share, 0 to 100 %."""
    return Scale(label, (0, 1), (0, 0.25, 0.5, 0.75, 1), said=lambda tick: f"{tick:.0%}".replace("%", " %") if tick in (0, 0.5, 1) else "")


def portions(label: str, values: Sequence[float], line: float) -> Scale:
    """Return the axis of shares from 0 as far as they reach, with a line at one of them."""
    end = min(_end([value for value in values if not math.isnan(value)], ()), 1.0)
    return Scale(label, (0, end), _even(end), said=lambda tick: f"{100 * tick:.3g} %", line=None if math.isnan(line) else line)


def ratios(label: str, values: Sequence[float]) -> Scale:
    """Return the axis of a ratio, in doublings on either side of 1, with a line there.

    It reaches one doubling beyond the farthest point, between 4 and 64 times; intervals that go on become arrows.
    """
    finite = [abs(math.log2(value)) for value in values if value > 0 and math.isfinite(value)]
    reach = min(max(2, math.ceil(max(finite, default=0)) + 1), 6)
    step = 1 if reach == 2 else 2 if reach <= 4 else 3
    ticks = tuple(2.0**power for power in range(-reach, reach + 1) if power % step == 0)
    return Scale(label, (2.0**-reach, 2.0**reach), ticks, kind="log", said=lambda tick: str(Fraction(tick)), line=1)
