"""The model card: what a classifier was trained on, and with what."""

import hashlib
import json
import platform
from collections import Counter
from collections.abc import Mapping
from importlib import metadata
from typing import Any

from framing.classifier.labels import Labels


def card(name: str, unit: str, texts: list[str], labels: Labels, groups: list[str] | None) -> dict[str, Any]:
    """Describe a training run; the same texts, labels and groups give the same card.

    Returns
    -------
    dict
        `name`, `unit`, `texts` (how many), `labels` (texts of each), `groups` (texts of each; empty: not told),
        `data` (SHA-256 over texts and labels) and `versions`. It holds no text.
    """
    content = json.dumps([texts, labels.target.tolist(), [str(name) for name in labels.names]]).encode()
    return {
        "name": name,
        "unit": unit,
        "texts": len(texts),
        "labels": labels.counts,
        "groups": dict(sorted(Counter(map(str, groups or ())).items())),
        "data": hashlib.sha256(content).hexdigest(),
        "versions": {"python": platform.python_version()}
        | {each: metadata.version(each) for each in ("scikit-learn", "numpy", "scipy", "skops")},
    }


def as_markdown(content: Mapping[str, Any]) -> str:
    """Write a card as Markdown, a heading for each entry that has entries of its own."""
    lines = [f"# Model card: {content.get('name', 'classifier')}", ""]
    lines += [f"- {key}: {value}" for key, value in content.items() if not isinstance(value, Mapping)]
    for key, value in content.items():
        if isinstance(value, Mapping):
            lines += ["", f"## {key}", "", *(f"- {each}: {number}" for each, number in value.items())]
    return "\n".join(lines) + "\n"
