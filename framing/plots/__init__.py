"""Result tables to figures for print.

A plot takes a finished table and returns axes; it computes nothing, shows nothing and saves nothing. In a
notebook the figure shows itself: ``plots.plot_rates(table).figure``. To keep it, write ``plots.svg(ax)`` (text)
or ``plots.png(ax)`` (bytes) to a file, or use ``ax.figure.savefig``. ``plots.placed(text)`` fits what `svg` wrote to
another page without drawing it anew; ``plots.note(ax)`` gives the words under the figure once more.

Points, not bars of bare counts; the interval wherever the table has one; one order of groups in all panels; every
colour doubled by a shape, a place or a hatch, so that a grey print loses nothing.
"""

from framing.plots.contrasts import plot_contrasts
from framing.plots.dots import plot_choices, plot_rates
from framing.plots.evaluation import plot_calibration, plot_learning_curve
from framing.plots.export import note, placed, png, svg
from framing.plots.placebo import plot_placebo
from framing.plots.robustness import plot_robustness
from framing.plots.speakers import plot_speakers
from framing.plots.style import ONE_COLUMN, TWO_COLUMNS
from framing.plots.voices import plot_voices

__all__ = [
    "ONE_COLUMN",
    "TWO_COLUMNS",
    "note",
    "placed",
    "plot_calibration",
    "plot_choices",
    "plot_contrasts",
    "plot_learning_curve",
    "plot_placebo",
    "plot_rates",
    "plot_robustness",
    "plot_speakers",
    "plot_voices",
    "png",
    "svg",
]
