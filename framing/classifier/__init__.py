"""Frames as a learned decision: any scikit-learn text classifier behind the protocol of the scorers."""

from framing.classifier.evaluation import Evaluation, evaluate
from framing.classifier.learning import learning_curve
from framing.classifier.loaded import LoadedWords, Mark
from framing.classifier.marked import evaluate_words
from framing.classifier.readings import Reading, readings
from framing.classifier.scorer import ClassifierScorer
from framing.classifier.separability import Separability, separability

__all__ = [
    "ClassifierScorer",
    "Evaluation",
    "LoadedWords",
    "Mark",
    "Reading",
    "Separability",
    "evaluate",
    "evaluate_words",
    "learning_curve",
    "readings",
    "separability",
]
