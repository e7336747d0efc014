"""The packed language model: its slopes, and that it learns, where it is installed. All sentences are invented."""

import importlib.util
import sys

import numpy as np
import pytest

from framing import encoder
from framing.encoder import Tagger, Window
from framing.encoder.learning import INSTALL, Batch, autograd, weights_of
from framing.encoder.running import padded, states

LACKING = [line for line, there in ((encoder.INSTALL, encoder.available()), (INSTALL, importlib.util.find_spec("autograd"))) if not there]
needs_model = pytest.mark.skipif(bool(LACKING), reason=f"the packed language model, or what tunes it, is not installed: {LACKING}")
SENTENCES = ["Berg said it rained.", "It rained in May.", "Koval said prices rose.", "Prices rose in the spring."]


def whole(shape):
    """Drop nothing."""
    return np.ones(shape, np.float32)


def windows(sentences=SENTENCES) -> list[Window]:
    """Sentences in which every piece behind "said" is to be found; the only sign is the place in the sentence."""
    found = []
    for sentence in sentences:
        pieces = encoder.packed()[0].encode(sentence).ids
        said = encoder.packed()[0].token_to_id("said")
        behind = np.array([[float(said in pieces[:place])] for place in range(len(pieces))], np.float32)
        signs = np.array([[float(place == 1)] for place in range(len(pieces))], np.float32)
        found.append(Window(pieces, signs, behind, np.ones_like(behind), np.zeros_like(behind)))
    return found


def test_tuning_without_autograd_says_what_to_install(monkeypatch):
    """What finds the slopes is an extra: without it the line to type is told."""
    monkeypatch.setitem(sys.modules, "autograd", None)
    with pytest.raises(ModuleNotFoundError, match="Tuning the language model needs the package 'autograd': pip install autograd"):
        autograd()


@needs_model
def test_slopes_are_differences():
    """The slope of every kind of weight is what the verdicts change by when the weight does."""
    base = encoder.packed()[1]
    base = base._replace(words=base.words[:4000].astype(float), places=base.places.astype(float))
    wave = np.sin(np.arange(encoder.WIDTH * 2)).reshape(-1, 2)
    weights = {name: weight.astype(float) for name, weight in weights_of(base, 2).items()}
    weights |= {"signs.weights": wave.T * 0.1, "head.weights": wave * 0.1, "head.bias": np.zeros(2)}
    ids, padding = padded([[101, 2023, 2003, 102], [101, 3231, 102]])
    signs = np.cos(np.arange(16)).reshape(8, 2)
    target = np.cos(np.arange(16)).reshape(8, 2) > 0
    share = np.where(padding.reshape(-1, 1), 0, np.sin(np.arange(16)).reshape(8, 2))
    batch = Batch(ids, padding, (signs, np.sin(np.arange(16)).reshape(8, 2)), base, whole)
    slopes = batch.slopes(weights, target, share)
    assert slopes.keys() == weights.keys()
    for name, weight in weights.items():
        place = tuple(size // 2 for size in weight.shape)
        middle = weight[place]
        weight[place] = middle + 1e-5
        above = batch.error(weights, target, share)
        weight[place] = middle - 1e-5
        assert (above - batch.error(weights, target, share)) / 2e-5 == pytest.approx(slopes[name][place], rel=1e-3, abs=1e-4), name
        weight[place] = middle


@needs_model
def test_learning_and_running_read_alike():
    """The model as it learns gives the vectors of the model as it runs, signs and padding included."""
    base = encoder.packed()[1]
    weights = weights_of(base, 2)
    weights |= {"signs.weights": np.full((1, encoder.WIDTH), 0.05, np.float32)}
    weights |= {"head.weights": np.eye(encoder.WIDTH, dtype=np.float32), "head.bias": np.zeros(encoder.WIDTH, np.float32)}
    pieces = [[101, 2023, 2003, 1037, 3231, 102], [101, 3231, 102]]
    ids, padding = padded(pieces)
    signs = np.arange(12, dtype=np.float32).reshape(-1, 1) / 12
    learning = Batch(ids, padding, (signs, np.zeros((12, encoder.WIDTH), np.float32)), base, whole).verdicts(weights).reshape(2, 6, -1)
    running, _ = states(base, pieces, 2, (signs @ weights["signs.weights"]).reshape(2, 6, -1))
    assert learning[~padding] == pytest.approx(running[~padding], abs=1e-3)


@needs_model
def test_a_tagger_learns_what_stands_behind_a_word():
    """Tuned to pieces behind "said", it finds them in sentences it has not read."""
    said, own = Tagger(1).learn(windows(), rounds=80.0).probabilities(windows(["Ruiz said it snowed.", "It snowed in the spring."]))
    assert said[3:-1].min() > 0.5 > own.max()


@needs_model
def test_what_is_known_beforehand_is_added_to():
    """A tagger that learned nothing gives the odds it was told; one that learned moves them, the same distance at every start."""
    given = [window._replace(known=np.full_like(window.known, 2.0)) for window in windows()]
    untaught = Tagger(1).learn(windows(), rounds=0)
    assert all(found == pytest.approx(1 / (1 + np.exp(-2))) for found in untaught.probabilities(given))
    taught = Tagger(1).learn(windows(), rounds=5)
    for plain, moved in zip(taught.probabilities(windows()), taught.probabilities(given), strict=True):
        assert np.log(moved / (1 - moved)) - np.log(plain / (1 - plain)) == pytest.approx(2.0, abs=1e-2)


@needs_model
def test_probabilities_do_not_depend_on_the_batch():
    """Every window gets the probabilities it gets alone, in the order given, and no chance is in them; no window gives none."""
    tagger, again = (Tagger(1).learn(windows(), rounds=2) for _ in range(2))
    assert all((again.weights[name] == weight).all() for name, weight in tagger.weights.items())
    together = tagger.probabilities(windows())
    for window, found in zip(windows(), together, strict=True):
        assert found == pytest.approx(tagger.probabilities([window])[0], abs=1e-4)
    assert tagger.probabilities([]) == []
