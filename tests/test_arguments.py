"""What callers hand in: a wrong value is refused in the same words everywhere, with the name of the argument."""

import importlib
import inspect
import math

import numpy as np
import polars as pl
import pytest

from framing import Corpus, Scores, plots, read_lexicon, score, split_voices, tables
from framing.arguments import known, made, number, several, whole
from framing.checks import robustness
from framing.classifier import ClassifierScorer
from framing.report import Page

ROOMS = ("", ".plots", ".report", ".checks", ".validation", ".choices", ".rates", ".keyness", ".classifier")
NUMBERS = ("level", "n_boot", "seed", "rounds", "doubtful", "width", "n", "longest", "n_permutations", "fdr", "most", "dpi")
WHOLE = ("n_boot", "seed", "rounds", "n", "longest", "n_permutations", "most")
WRONG = ("3", "a\nb", math.nan, math.inf, [], {}, True, np.array([1, 2]))
CORPUS = Corpus.from_records([{"article_id": n, "outlet": "AB"[n % 2], "event": "e", "text": f"The invasion {n}."} for n in range(4)])


def public() -> dict:
    """Every public function, by its name."""
    rooms = [importlib.import_module(f"framing{room}") for room in ROOMS]
    return {name: each for room in rooms for name in room.__all__ if inspect.isfunction(each := getattr(room, name))}


TAKING = [
    (name, argument) for name, function in public().items() for argument in NUMBERS if argument in inspect.signature(function).parameters
]


@pytest.fixture(scope="module")
def given() -> dict:
    """What public functions take, by the name of the argument."""
    passages = split_voices(CORPUS)
    scores = score(passages, read_lexicon("conflict"))
    texts = {"texts": ["war", "peace"] * 2, "labels": [1, 0] * 2, "groups": ["A", "A", "B", "B"], "marked": [["war"], []] * 2}
    data = {"scores": scores, "source": scores, "passages": passages, "coding": pl.DataFrame(), "table": tables.empty("rates")}
    return data | texts | {"scorer": ClassifierScorer.named("tfidf"), "a": "A", "ax": plots.plot_rates(tables.empty("rates"))}


def wrong_for(name: str, argument: str) -> list:
    """Values that this argument cannot take."""
    optional = "None" in str(inspect.signature(public()[name]).parameters[argument].annotation)
    return [*WRONG, *([] if optional else [None]), *([3.5] if argument in WHOLE else []), *([] if argument == "seed" else [-1])]


@pytest.mark.parametrize(("name", "argument"), TAKING)
def test_every_number_is_checked_alike(given, name, argument):
    """A number of a wrong kind or size, in whatever function, is told by argument, value and what is allowed, on one line."""
    parameters = inspect.signature(public()[name]).parameters
    needed = {each: given[each] for each in parameters.keys() & given.keys() if parameters[each].default is inspect.Parameter.empty}
    for wrong in wrong_for(name, argument):
        with pytest.raises((TypeError, ValueError), match=rf"^{argument} is .+; expected .+$") as told:
            public()[name](**needed | {argument: wrong})
        assert "\n" not in str(told.value)


@pytest.mark.parametrize("name", [name for name, argument in TAKING if argument == "width" and name.startswith("plot_")])
def test_what_is_drawn_on_are_axes(name):
    """Every figure refuses what are no axes before it looks at anything else."""
    with pytest.raises(TypeError, match=r"^ax is 3; expected the axes of a Matplotlib figure to draw on, or None for a new figure$"):
        public()[name](None, ax=3)


@pytest.mark.parametrize("wrong", [None, 3.5, True, [None], [3], b"x"])
@pytest.mark.parametrize("name", ["rates", "choices", "voice_shares", "headline_shares", "voice_bounds", "sample_hits"])
def test_groups_are_names(given, name, wrong):
    """What is no name of a column, nor several, is told as handed in."""
    with pytest.raises(TypeError, match=r"^by is .+; expected the name of a column, or several$"):
        public()[name](given["scores"], by=wrong)


@pytest.mark.parametrize("name", [name for name, each in public().items() if "scores" in inspect.signature(each).parameters])
def test_scores_are_scores(given, name):
    """Whatever takes scores says so, and what makes them, when handed something else."""
    needed = {"coding": given["coding"], "frame": "aggression", "a": "A"}
    taken = {each: needed[each] for each in needed if each in inspect.signature(public()[name]).parameters}
    with pytest.raises(TypeError, match=r"takes Scores, not Corpus; call score\(passages, lexicon\) first$"):
        public()[name](CORPUS, **taken)


def test_an_unknown_side_is_told(given):
    """A side of a comparison that is no name at all is refused, not compared as nobody."""
    with pytest.raises(ValueError, match="Unknown outlet None; expected one of"):
        robustness(given["scores"], frame="aggression", a=None)
    with pytest.raises(ValueError, match="Unknown outlet None; expected one of"):
        public()["keyness"](given["passages"], a=None)


def test_truth_is_asked_by_number_too(given):
    """0 and 1 ask for False and True where a column holds those."""
    scores = given["scores"]
    assert scores.where(negated=0).hits.equals(scores.where(negated=False).hits)
    assert isinstance(scores.where(negated=1), Scores)


@pytest.mark.parametrize(
    ("what", "told"),
    [
        ({"title": 3}, "title is 3; expected text"),
        ({"tables": {"rates": 3}}, "the table 'rates' is 3; expected a Polars data frame"),
        ({"tables": {"rates": tables.empty("rates")}, "by": "paper"}, "Unknown column of the table 'rates': 'paper'; expected one of"),
        ({"notes": "one"}, "notes is 'one'; expected a list"),
        ({"level": 95}, "level is 95; expected a number between 0 and 1"),
        ({"sentences": 0.5}, "sentences is 0.5; expected 0 sentences or more"),
        ({"per": 0}, "per is 0; expected a number above 0"),
    ],
)
def test_a_page_takes_what_it_can_show(what, told):
    """What a page cannot show is refused when the page is made, not by the template."""
    with pytest.raises((TypeError, ValueError), match=told):
        Page(**{"title": "t", "tables": {}} | what)


def test_the_checks_return_what_they_checked():
    """A right value comes back as it is, numbers of NumPy too."""
    assert number("level", np.float64(0.5), "a share", 0, 1) == 0.5
    assert whole("n", np.int64(3), "a number", 1) == 3
    assert whole("seed", 10**400, "a number") == 10**400
    assert number("per", 1, "a number", 1, 2) == 1
    assert several("by", ("a", "b"), "names") == ["a", "b"]
    assert known("a", "ab", "letter") == "a"
    assert made(CORPUS, (Scores, Corpus), "it") is CORPUS
    with pytest.raises(ValueError, match=r"^n is 1; expected more$"):
        number("n", 1, "more", 1, 2, "(]")
