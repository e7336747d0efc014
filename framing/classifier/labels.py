"""Texts and labels as handed in, checked and brought to one form."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

Array = NDArray[Any]
Label = str | int | bool


def as_texts(texts: Iterable[str]) -> list[str]:
    """Return `texts` as a list of strings.

    Raises
    ------
    TypeError
        If `texts` is one string, or holds anything but strings.
    """
    if isinstance(texts, (str, bytes)):
        raise TypeError(f"texts is one string, {texts[:30]!r}; expected a sequence of strings: put it in a list")
    listed = list(texts)
    for number, text in enumerate(listed):
        if not isinstance(text, str):
            raise TypeError(f"text {number} is {text!r}, a {type(text).__name__}; every text must be a string")
    return listed


@dataclass(frozen=True)
class Labels:
    """The labels of a set of texts.

    Parameters
    ----------
    names
        The possible labels, as given: strings, numbers or booleans.
    target
        What an estimator is fitted to: one label a text, or for several labels a text a matrix of 0 and 1 with a
        column a label.
    several
        A text can have several labels, or none.
    """

    names: tuple[Label, ...]
    target: Array
    several: bool

    @property
    def counts(self) -> dict[str, int]:
        """How many texts have each label."""
        found = self.target.sum(0) if self.several else [(self.target == name).sum() for name in self.names]
        return {str(name): int(count) for name, count in zip(self.names, found, strict=True)}


def as_labels(labels: Any, n_texts: int) -> Labels:
    """Read the labels of `n_texts` texts.

    Parameters
    ----------
    labels
        One label a text; or one collection of labels a text; or a table or array of 0 and 1, one row a text and one
        column a label (columns without names are called 0, 1, ...).

    Raises
    ------
    TypeError
        If `labels` is one string, or a label is neither string, number nor boolean.
    ValueError
        If there are not as many labels as texts, a label is missing, or all texts have the same label.
    """
    if isinstance(labels, (str, bytes)):
        raise TypeError(f"labels is one string, {labels!r}; expected one label a text")
    read = _from_table(labels) if getattr(labels, "ndim", 1) == 2 or hasattr(labels, "columns") else _from_list(list(labels))
    if len(read.target) != n_texts:
        raise ValueError(f"{n_texts} texts but {len(read.target)} labels; every text needs its label")
    if n_texts and len(read.names) < (1 if read.several else 2):
        raise ValueError(f"All {n_texts} texts have the label {list(read.names)}; a classifier needs at least two to tell apart")
    return read


def _from_table(table: Any) -> Labels:
    values = np.asarray(table)
    if not np.isin(values, (0, 1)).all():
        raise ValueError(f"A table of labels holds 0 and 1 only; found {values[~np.isin(values, (0, 1))].tolist()[0]!r}")
    names = tuple(map(str, getattr(table, "columns", range(values.shape[1]))))
    return Labels(names, values.astype(np.int64), several=True)


def _from_list(labels: list[Any]) -> Labels:
    if labels and all(isinstance(label, Collection) and not isinstance(label, (str, bytes)) for label in labels):
        found = sorted({_label(label, number) for number, each in enumerate(labels) for label in each}, key=str)
        matrix = np.array([[name in each for name in found] for each in labels], dtype=np.int64).reshape(len(labels), len(found))
        return Labels(tuple(found), matrix, several=True)
    target = np.array([_label(label, number) for number, label in enumerate(labels)])
    return Labels(tuple(np.unique(target).tolist()), target, several=False)


def _label(label: Any, number: int) -> Label:
    if label is None or label != label:  # noqa: PLR0124  nan is the one value that differs from itself
        raise ValueError(f"label {number} is missing; leave unlabelled texts out, or name what they are, such as 'none'")
    if not isinstance(label, (str, int, bool, np.integer, np.bool_)):
        raise TypeError(f"label {number} is {label!r}, a {type(label).__name__}; expected a string, a whole number or a boolean")
    return label.item() if isinstance(label, np.generic) else label
