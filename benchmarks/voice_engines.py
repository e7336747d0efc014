"""The table behind the engine "spacy", and figures of a model trained on the train part of PolNeAR.

    python benchmarks/voice_engines.py --table                   print framing/voice/engines/agreement.toml, counted on the train part
    python benchmarks/voice_engines.py --trained [--parser] [--vectors]      train in memory, and print the figures on dev

A trained model is written nowhere: no weights learned from PolNeAR leave this program.
"""

import argparse
from collections import Counter

import numpy as np
import polars as pl
import polnear
import research_data
import voice

from framing.research import read_polnear
from framing.voice.engines.joint import NONE
from framing.voice.engines.marked import marked_batches, stretches
from framing.voice.engines.model import VoiceModel
from framing.voice.engines.near import taken
from framing.voice.engines.parsed_signs import aligned, path_of
from framing.voice.engines.words import CODES

FEWEST = 100
PRIOR = 200


def counted() -> tuple[Counter, Counter]:
    """Words, and attributed words, of every rule and of every pair of rule and relation."""
    marked = read_polnear(research_data.folder("polnear/train"))
    contents = stretches(marked.spans.filter(pl.col("role") == "content"), marked.corpus, "contents")
    words_seen, words_said = Counter(), Counter()
    for words, parses, said, _ in marked_batches(marked.corpus, contents, {}):
        rows, parse = np.flatnonzero(words.open()), parses.of()
        relations = taken(parse.relation, path_of(aligned(words, parse)[rows], parse).under_cue)
        rules = words.of_span(lambda span: span.rule, "own")
        names = {code: name for name, code in CODES.items()} | {0: NONE}
        for row, relation in zip(rows.tolist(), relations.tolist(), strict=True):
            for key in (rules[row], (rules[row], names[relation])):
                words_seen[key] += int(words.count[row])
                words_said[key] += int(words.count[row] * said[row])
    return words_seen, words_said


def table() -> None:
    """Print the shares as TOML, without the comment that heads the file."""
    seen, said = counted()
    for rule in sorted((key for key in seen if isinstance(key, str) and seen[key] >= FEWEST), key=lambda key: -seen[key]):
        share = said[rule] / seen[rule]
        print(f'\n[rules."{rule}"]  # {seen[rule]} words\nall = {share:.2f}')
        pairs = [key for key in seen if isinstance(key, tuple) and key[0] == rule and seen[key] >= FEWEST]
        for pair in sorted(pairs, key=lambda key: -seen[key]):
            print(f'"{pair[1]}" = {(said[pair] + PRIOR * share) / (seen[pair] + PRIOR):.2f}  # {seen[pair]} words')


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--table", action="store_true")
    parser.add_argument("--trained", action="store_true")
    parser.add_argument("--parser", action="store_true")
    parser.add_argument("--vectors", action="store_true")
    options = parser.parse_args()
    if options.table:
        table()
    if options.trained:
        marked = read_polnear(research_data.folder("polnear/train"))
        contents, sources = (marked.spans.filter(pl.col("role") == role) for role in ("content", "source"))
        model = VoiceModel(parser=options.parser, vectors=options.vectors).train(marked.corpus, contents, sources)
        name = " + ".join(["trained", *["parser"] * options.parser, *["vectors"] * options.vectors])
        voice.compared(polnear.articles("dev"), {name: lambda texts: voice.ours(texts, model)})


if __name__ == "__main__":
    main()
