"""Frames as a learned decision: any scikit-learn text classifier behind the protocol of the scorers."""

from framing.classifier.evaluation import Evaluation, evaluate
from framing.classifier.scorer import ClassifierScorer

__all__ = ["ClassifierScorer", "Evaluation", "evaluate"]
