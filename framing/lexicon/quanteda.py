"""Dictionaries of quanteda: categories, in categories, with lists of patterns, in YAML.

The nodes of the YAML text are read, not Python values: so ``no`` stays a word, every complaint has its line, a category that stands
twice is seen, and nothing is built of what a tag asks for.
"""

import importlib
from dataclasses import dataclass, field
from typing import Any

from framing.lexicon import build
from framing.lexicon.foreign import Line
from framing.lexicon.model import Entry, Frame, Lexicon

MOST = 200_000  # categories and what they hold: with anchors, a few lines can stand for any number
MERGE = "<<"
KINDS = {"sequence": "list", "scalar": "text"}
Pairs = dict[str, tuple[Any, Any]]


def read_yaml(written: str, file: str, name: str) -> Lexicon:
    """Read a dictionary of quanteda: categories, in categories, with lists of patterns.

    Every value is read as text, so that the pattern ``no`` stays a word. A list may hold categories among its patterns. Anchors and
    merged categories (``<<``) are written out.

    Raises
    ------
    ImportError
        If PyYAML is not installed.
    ValueError
        For a file that is no YAML or no dictionary, with the line; all that is wrong with a dictionary is told at once.
    """
    try:
        yaml = importlib.import_module("yaml")
    except ImportError as error:
        raise ImportError(f"{file}: reading YAML needs PyYAML; install it with: pip install 'framing-toolkit[yaml]'") from error
    try:
        root = yaml.compose(written, Loader=yaml.BaseLoader)
    except yaml.YAMLError as error:
        raise ValueError(f"{file}: not YAML: {' '.join(str(error).split())}") from error
    if not isinstance(root, yaml.MappingNode):
        raise ValueError(f"{file}: holds {KINDS[root.id] if root else 'nothing'}; expected categories with lists of patterns")
    read = _Dictionary(file)
    read.categories(root, (), ())
    read.settle()
    return Lexicon(name, frames=read.frames, entries=tuple(read.entries))


@dataclass
class _Dictionary:
    """What has been read so far, and what is wrong with it."""

    file: str
    frames: dict[str, Frame] = field(default_factory=dict)
    entries: list[Entry] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)
    met: int = 0

    def settle(self) -> None:
        """Raise one `ValueError` with all complaints."""
        self._at(None).settle()

    def categories(self, node: Any, path: tuple[str, ...], above: tuple[Any, ...]) -> None:
        """Read the categories of a mapping, each within those of `path`; `above` are the nodes they lie in."""
        pairs = self._at(node).attempt(self._pairs, node) or {}
        for name, (key, value) in pairs.items():
            self._at(key).attempt(self._category, self._at(key), value, (*path, name), (*above, node))

    def _category(self, line: Line, node: Any, path: tuple[str, ...], above: tuple[Any, ...]) -> None:
        name = "/".join(path)
        if any(node is other for other in above):
            line.refuse(f"Category {name!r} lies within itself")
        self.met += 1 + len(node.value)
        if self.met > MOST:
            line.refuse(f"The dictionary stands for more than {MOST:,} categories and patterns")
        if node.id == "mapping":
            self.categories(node, path, above)
            return
        if node.id != "sequence":
            line.refuse(f"terms is {node.value!r}; expected a list of patterns under the category {name!r}")
        inner = [item for item in node.value if item.id == "mapping"]
        if len(inner) < len(node.value) or not inner:
            if name in self.frames:
                line.refuse(f"Category {name!r} stands twice; expected each category once")
            self.frames[name] = Frame(path[-1])
        for item in node.value:
            if item.id == "mapping":
                self.categories(item, path, (*above, node))
            else:
                self._at(item).attempt(self._pattern, item, name)

    def _pattern(self, node: Any, frame: str) -> None:
        if node.id != "scalar":
            self._at(node).refuse(f"A list within a list of patterns of {frame!r}; expected patterns")
        self.entries.append(Entry(frame=frame, **build.entry(self._at(node), {"term": node.value})))

    def _pairs(self, node: Any) -> Pairs:
        """Names of categories and what they hold, those of merged mappings first; what a mapping holds itself outweighs them."""
        own: Pairs = {}
        merged: Pairs = {}
        for key, value in node.value:
            if key.id != "scalar":
                self._at(key).refuse("A category whose name is no text; expected text before the colon")
            if key.value == MERGE and key.style is None:
                for mapping in value.value if value.id == "sequence" else [value]:
                    merged = self._merged(mapping) | merged
            elif key.value in own:
                self._at(key).refuse(f"Category {key.value!r} stands twice; expected each category once")
            else:
                own[key.value] = (key, value)
        return merged | own

    def _merged(self, node: Any) -> Pairs:
        if node.id != "mapping":
            self._at(node).refuse(f"{MERGE} merges {KINDS[node.id]}; expected categories")
        return self._pairs(node)

    def _at(self, node: Any) -> Line:
        return Line(self.file, number=node.start_mark.line + 1 if node else 0, complaints=self.complaints)
