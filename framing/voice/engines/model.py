"""VoiceModel: voices learned from articles in which readers marked what is attributed."""

from pathlib import Path
from typing import Any

import numpy as np

from framing.corpus import Corpus
from framing.encoder.learning import autograd
from framing.voice.engines import parse, storage
from framing.voice.engines.batches import Parses
from framing.voice.engines.clauses import Clauses
from framing.voice.engines.marked import marked_batches, stretches
from framing.voice.engines.reader import Reader
from framing.voice.engines.trees import Trees
from framing.voice.engines.words import Array, Words

UNTRAINED = "The voice model is not trained; call train(corpus, contents) or load a saved one"


class VoiceModel:
    """Voices of words outside quotation marks, learned from labelled articles, on top of the rules.

    The rules read every article first. By *trees*, what they decided and the words around become signs of every word;
    gradient-boosted trees learn from them who is committed to it, and a second look reads the first verdicts on the words around.
    With a *parser* the sentences in which the trees are in doubt are parsed, and a third look reads the clause of a word and what
    governs it. By *vectors*, a small language model then reads the sentences that are still in doubt, and is tuned to tell what to
    add to their log odds, and who speaks. Words in marks keep the voice the rules gave them.

    Use it where articles like yours have been marked by readers. It learns what *those* readers called attributed.

    Parameters
    ----------
    parser
        Whether spaCy parses what leaves doubt (extra ``nlp``): better, and slower.
    vectors
        Whether the small language model of `framing.encoder` reads what leaves doubt: better, and slower.

    Attributes
    ----------
    card
        What it was trained on.
    """

    def __init__(self, *, parser: bool = False, vectors: bool = False) -> None:
        self.parser, self.vectors = parser, vectors
        self.card: dict[str, Any] = {}
        self._learned: list[Any] = []

    def __repr__(self) -> str:
        trained = f"trained on {self.card['articles']} articles" if self._learned else "not trained"
        return f"VoiceModel(parser={self.parser}, vectors={self.vectors}, {trained})"

    @property
    def cut(self) -> float:
        """Probability from which a word is attributed."""
        return float(self._trained()[-1].cut)

    def train(self, corpus: Corpus, contents: Any, sources: Any = None) -> "VoiceModel":
        """Learn from articles and the stretches of their texts that readers called attributed.

        Parameters
        ----------
        corpus
            The articles.
        contents
            A Polars or pandas data frame with a row a stretch: `article_id`, `start` and `end`, code points into the text.
            Articles without a row count as having none.
        sources
            The same for the words that name who speaks. A model with vectors learns from them to choose the speaker.

        Returns
        -------
        VoiceModel
            Itself, trained.

        Raises
        ------
        ValueError
            If a column is missing, an article is unknown, or nothing or everything is attributed.
        ImportError
            If the parser, the language model, or what tunes it, is not installed; the message says how to.
        """
        # What is not installed is told before anything is read.
        if self.vectors:
            autograd()
        if self.parser:
            parse.model()
        spoke = {} if sources is None else stretches(sources, corpus, "sources")
        read = list(marked_batches(corpus, stretches(contents, corpus, "contents"), spoke))
        words = [np.maximum(0, each.words.count) * each.words.open() for each in read]
        said = sum(int((count * each.said).sum()) for count, each in zip(words, read, strict=True))
        total = sum(int(count.sum()) for count in words)
        if not 0 < said < total:
            raise ValueError("Nothing to learn: the contents cover none, or all, of the words outside quotation marks")
        trees, unseen = Trees.learned(read, unseen=self.parser or self.vectors)
        self._learned = [trees]
        if self.parser:
            clauses, unseen = Clauses.learned(read, unseen)
            self._learned.append(clauses)
        if self.vectors:
            self._learned.append(Reader.learned(read, unseen))
        self.card = {"articles": len(corpus), "outlets": len(corpus.outlets), "words": total}
        self.card |= {"parser": self.parser, "vectors": self.vectors}
        return self

    def probabilities(self, words: Words, parses: Parses) -> Array:
        """Probability that each word is attributed; with vectors, beside it, that it names who speaks; nan where nothing is decided."""
        trees, *doubting = self._trained()
        found: Array = trees.probabilities(words)
        for each in doubting:
            found = each.probabilities(words, found, parses)
        return found

    def save(self, path: str | Path) -> Path:
        """Write the trained model to `path`, without pickle."""
        state = {"parser": self.parser, "card": self.card, "learned": [learned.name for learned in self._trained()]}
        for learned in self._learned:
            state |= learned.state()
        return storage.write(Path(path), state)

    @classmethod
    def load(cls, path: str | Path) -> "VoiceModel":
        """Read a model that `save` wrote. Reading runs no code from the file.

        Raises
        ------
        FileNotFoundError
            If there is no such file.
        ValueError
            If the file is no saved voice model, or holds a type that is not trusted.
        """
        state = storage.read(Path(path))
        found = cls(parser=state["parser"], vectors=Reader.name in state["learned"])
        found.card = state["card"]
        found._learned = [kind.of(state) for kind in (Trees, Clauses, Reader) if kind.name in state["learned"]]
        return found

    def _trained(self) -> list[Any]:
        if not self._learned:
            raise ValueError(UNTRAINED)
        return self._learned
