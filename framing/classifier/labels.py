"""Texts and labels as handed in, checked and brought to one form."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from framing import arguments

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
    listed = list(_iterable("texts", texts, "a sequence of strings"))
    for number, text in enumerate(listed):
        if not isinstance(text, str):
            raise TypeError(f"text {number} is {text!r}, a {type(text).__name__}; every text must be a string")
    return listed


def as_groups(groups: Iterable[Any], n_texts: int) -> list[str]:
    """Return the group of each of `n_texts` texts as a string.

    Raises
    ------
    TypeError
        If `groups` is one string.
    ValueError
        If there are not as many groups as texts, or one is missing: texts without a group are no group of their own.
    """
    if isinstance(groups, (str, bytes)):
        raise TypeError(f"groups is one string, {groups!r}; expected the outlet or event of each text")
    listed = list(_iterable("groups", groups, "the outlet or event of each text"))
    if len(listed) != n_texts:
        raise ValueError(f"{n_texts} texts but {len(listed)} groups; every text needs its group")
    for number, group in enumerate(listed):
        if _missing(group):
            raise ValueError(f"group {number} is missing; name the outlet or event of every text, or leave out the texts without one")
    return [str(group) for group in listed]


def distinct(name: str, value: Any, allowed: str) -> list[str]:
    """List the names handed in under one argument, each once: hits of one that stands twice would count twice."""
    names = arguments.several(name, value, allowed)
    if twice := [each for each in names if names.count(each) > 1]:
        raise ValueError(f"{name} has {twice[0]!r} twice; expected each once")
    return names


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
        If there are not as many labels as texts, a label is missing, all texts have the same label, or a column of a table is never 1.
    """
    if isinstance(labels, (str, bytes)):
        raise TypeError(f"labels is one string, {labels!r}; expected one label a text")
    _iterable("labels", labels, "one label a text")
    read = _from_table(labels) if getattr(labels, "ndim", 1) == 2 or hasattr(labels, "columns") else _from_list(list(labels))
    if len(read.target) != n_texts:
        raise ValueError(f"{n_texts} texts but {len(read.target)} labels; every text needs its label")
    if n_texts and (read.target.all() if read.several else len(read.names) < 2):
        raise ValueError(f"All {n_texts} texts have the label {list(read.names)}; a classifier needs at least two to tell apart")
    return read


def _iterable(name: str, value: Any, allowed: str) -> Any:
    """Return what is handed in for each text; a mapping, which would give its keys, is refused."""
    return arguments.of_type(name, value, () if isinstance(value, Mapping) else Iterable, allowed)


def _from_table(table: Any) -> Labels:
    values = np.asarray(table)
    strange = [value for value in values.ravel().tolist() if _missing(value) or value not in (0, 1)]
    if strange:
        found = "a cell without a value" if _missing(strange[0]) else repr(strange[0])
        raise ValueError(f"A table of labels holds 0 and 1 only; found {found}")
    names = tuple(distinct("labels", map(str, getattr(table, "columns", range(values.shape[1]))), "a column a label"))
    never = [name for name, times in zip(names, values.sum(0).tolist(), strict=True) if not times]
    if len(values) and never:
        raise ValueError(f"No text has the label {never[0]!r}: its column holds no 1; leave the column out, or add texts that have it")
    return Labels(names, values.astype(np.int64), several=True)


def _from_list(labels: list[Any]) -> Labels:
    for number, label in enumerate(labels):
        _present(label, number)
    if labels and all(isinstance(label, Collection) and not isinstance(label, (str, bytes)) for label in labels):
        found = sorted({_label(label, number) for number, each in enumerate(labels) for label in each}, key=str)
        matrix = np.array([[name in each for name in found] for each in labels], dtype=np.int64).reshape(len(labels), len(found))
        return Labels(tuple(found), matrix, several=True)
    target = np.array([_label(label, number) for number, label in enumerate(labels)])
    return Labels(tuple(np.unique(target).tolist()), target, several=False)


def _present(label: Any, number: int) -> None:
    if _missing(label):
        raise ValueError(f"label {number} is missing; leave unlabelled texts out, or name what they are, such as 'none'")


def _label(label: Any, number: int) -> Label:
    _present(label, number)
    if not isinstance(label, (str, int, bool, np.integer, np.bool_)):
        raise TypeError(f"label {number} is {label!r}, a {type(label).__name__}; expected a string, a whole number or a boolean")
    return label.item() if isinstance(label, np.generic) else label


def _missing(value: Any) -> bool:
    """Whether a label or group is none: None, blank, nan, which differs from itself, or the NA of pandas, which answers with itself."""
    if value is None or (isinstance(value, str) and not value.strip()):
        return True
    same = value == value  # noqa: PLR0124
    return not same if isinstance(same, (bool, np.bool_)) else same is value
