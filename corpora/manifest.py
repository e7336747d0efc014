"""Write `manifest.json` for the corpora named, or check them: `python corpora/manifest.py [--check] [NAME ...]`."""

import argparse
import hashlib
import json
import sys
from collections import Counter
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
FILES = ("articles.jsonl", "gold.jsonl")


def manifest_of(folder: Path) -> dict[str, Any]:
    """Hashes of a corpus' files and counts of what its articles are."""
    articles = [json.loads(line) for line in (folder / "articles.jsonl").read_text(encoding="utf-8").splitlines()]
    return {
        "name": folder.name,
        "files": {name: hashlib.sha256((folder / name).read_bytes()).hexdigest() for name in FILES if (folder / name).exists()},
        "articles": len(articles),
        "words": sum(len(article["text"].split()) for article in articles),
        "outlets": dict(sorted(Counter(article["outlet"] for article in articles).items())),
        "events": dict(sorted(Counter(article["event"] for article in articles).items())),
    }


def main() -> int:
    """Write or check, and return 1 if a manifest is not true."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("names", nargs="*")
    parser.add_argument("--check", action="store_true")
    options = parser.parse_args()
    stale = []
    for folder in [HERE / name for name in options.names] or sorted(path.parent for path in HERE.glob("*/articles.jsonl")):
        text = json.dumps(manifest_of(folder), indent=2, ensure_ascii=False) + "\n"
        target = folder / "manifest.json"
        if options.check and (not target.exists() or target.read_text(encoding="utf-8") != text):
            stale.append(folder.name)
        elif not options.check:
            target.write_text(text, encoding="utf-8")
    if stale:
        sys.stderr.write(f"manifest.json is not true for {stale}; run python corpora/manifest.py\n")
    return 1 if stale else 0


if __name__ == "__main__":
    sys.exit(main())
