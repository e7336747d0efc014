"""The model card: what a classifier was trained on, and with what."""

import hashlib
import json
import platform
from collections import Counter
from collections.abc import Mapping, Sequence
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


def decision(model: Any, labels: Sequence[Any]) -> list[dict[str, Any]]:
    """How a calibrated model decides: for each label it weighs, the probability from which it is given, and the curve behind it.

    Returns
    -------
    list of dict
        `label`, `threshold` (None: the likeliest label is given), `slope` and `offset` of the log-odds. Empty for an
        estimator of another kind.
    """
    if not hasattr(model, "thresholds_"):
        return []
    named = labels[1:] if model.kind_ == "binary" else labels
    cuts = [None] * len(named) if model.kind_ == "multiclass" else [round(float(cut), 4) for cut in model.thresholds_]
    curve = [(round(float(slope), 4), round(float(offset), 4)) for slope, offset in zip(model.slopes_, model.offsets_, strict=True)]
    return [
        {"label": str(label), "threshold": cut, "slope": slope, "offset": offset}
        for label, cut, (slope, offset) in zip(named, cuts, curve, strict=True)
    ]


def as_markdown(content: Mapping[str, Any]) -> str:
    """Write a card as Markdown, a heading for each entry that has entries of its own, a table for each list of rows."""
    nested = {key: value for key, value in content.items() if isinstance(value, (Mapping, list))}
    lines = [f"# Model card: {content.get('name', 'classifier')}", ""]
    lines += [f"- {key}: {value}" for key, value in content.items() if key not in nested]
    for key, value in nested.items():
        written = [f"- {each}: {number}" for each, number in value.items()] if isinstance(value, Mapping) else _table(value)
        lines += ["", f"## {key.replace('_', ' ')}", "", *written]
    return "\n".join(lines) + "\n"


def _table(rows: Sequence[Mapping[str, Any]]) -> list[str]:
    if not rows:
        return ["none"]
    cells = [list(rows[0]), ["---"] * len(rows[0]), *([_cell(value) for value in row.values()] for row in rows)]
    return [f"| {' | '.join(row)} |" for row in cells]


def _cell(value: Any) -> str:
    written = "" if value is None else f"{value:.3f}" if isinstance(value, float) else str(value)
    return written.replace("|", "\\|").replace("\n", " ")
