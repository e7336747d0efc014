"""Real news: voice, speaker, stance and target of loaded words as coders read them, as we do, and how far each agrees with each.

    python benchmarks/voice_real.py [--part dev|test|dev2|test2] [--engine ENGINE] [--indirect wide|narrow] [--show]

``voice_real.csv`` holds the codings: one row a hit and a coder. Its hits were drawn by chance, one an article, from what the
shipped lexicons `conflict`, `protest` and `migration` find in BASIL and the narrative-frames set (*dev*, *test*), and later in PolNeAR's
train part, RUWA and other articles of the narrative-frames set (*dev2*, *test2*); its coders are two runs of a language model that
read the codebook of voices, saw the article up to some lines behind the hit, and knew neither each other's answers nor ours. No text
is in the file: speakers and targets are places in the article, and the articles are read from the folder
that ``FRAMING_DATA`` names. A row:

part
    *dev* and *dev2* have been read by those who mend the rules; *test* and *test2* only by their coders;
set, article_id, start, end
    the hit, as code points in the text of the article;
coder, voice, negated, distanced
    who coded it, and what;
speaker_start, speaker_end, target_start, target_end
    where the name of the speaker, or the target, is printed; empty: there is none.

voice, attributed, negated, distanced
    share of hits on which two agree (*attributed*: own and scare against direct and indirect);
speaker
    of the hits that both attribute, the share with speakers whose names hold one another or end alike; none against none counts as alike;
target
    the share with targets that hold one another, article aside, or end alike; none against none counts as alike.
"""

import argparse
import itertools
from collections.abc import Iterator
from pathlib import Path

import polars as pl
import research_data
import voice_cases
from voice_basil import last
from voice_cases import Row

from framing import agreement
from framing.research import read_narrative_frames, read_polnear
from framing.voice.narrow import READINGS

CODINGS = Path(__file__).with_suffix(".csv")
ATTRIBUTED = ("direct", "indirect")
OURS = "framing"
PARTS = ("dev", "test", "dev2", "test2")


def texts(name: str) -> Iterator[tuple[tuple[str, str], str]]:
    """Texts of the articles of a set, each behind the set and its identifier."""
    folder = research_data.folder(name)
    if name == "narrative_frames":
        table = read_narrative_frames(folder)
    elif name == "polnear":
        table = read_polnear(folder / "train").corpus.articles
    else:
        table = pl.read_ndjson(folder / "articles.jsonl")
    for article, text in table.select(pl.col("article_id").cast(pl.String), pl.col("text").fill_null("")).iter_rows():
        yield (name, article), text


def codings(part: str = "dev") -> dict[str, list[Row]]:
    """What each coder answered, hit after hit, with speakers and targets as printed."""
    coded = pl.read_csv(CODINGS, schema_overrides={"article_id": pl.String}).filter(part=part)
    read = dict(itertools.chain.from_iterable(map(texts, coded["set"].unique())))
    found: dict[str, list[Row]] = {}
    for row in coded.iter_rows(named=True):
        text = read[row["set"], row["article_id"]]
        printed = {name: _printed(text, row[f"{name}_start"], row[f"{name}_end"]) for name in ("speaker", "target")}
        found.setdefault(row["coder"], []).append({**row, **printed, "text": text})
    return found


def _printed(text: str, start: int | None, end: int | None) -> str | None:
    return None if start is None else text[start:end]


def read_by(coded: list[Row], engine: str, indirect: str = "wide") -> list[Row]:
    """Our own answers for the hits that somebody coded."""
    hits = ({"start": row["start"], "end": row["end"]} for row in coded)
    cases = [{"id": f"{row['set']} {row['article_id']}", "text": row["text"], "hits": [hit]} for row, hit in zip(coded, hits, strict=True)]
    return [row for _, row in voice_cases.answers(cases, engine, indirect)]


def alike(one: Row, other: Row) -> dict[str, bool | None]:
    """Whether two give the same answers on a hit; None where the question does not arise."""
    both = one["voice"] in ATTRIBUTED and other["voice"] in ATTRIBUTED
    return {
        "voice": one["voice"] == other["voice"],
        "attributed": (one["voice"] in ATTRIBUTED) == (other["voice"] in ATTRIBUTED),
        "speaker": same(named(one, "speaker"), named(other, "speaker")) if both else None,
        "target": same(named(one, "target"), named(other, "target")),
        "negated": one["negated"] == other["negated"],
        "distanced": one["distanced"] == other["distanced"],
    }


def named(row: Row, kind: str) -> set[str]:
    """Names given to a speaker or a target: canonical and as printed."""
    return {name.lower() for name in (row[kind], row.get(f"{kind}_mention")) if name} or {""}


def same(one: set[str], other: set[str]) -> bool:
    """Whether names hold one another or end alike."""
    return any(voice_cases.alike(*pair) or last(pair[0]) == last(pair[1]) for pair in itertools.product(one, other))


def share(name: str, agreed: list[bool | None]) -> str:
    """A share of those asked, and of how many."""
    asked = [each for each in agreed if each is not None]
    return f"{name} {sum(asked) / max(1, len(asked)):.3f} of {len(asked)}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--part", choices=PARTS, default="dev")
    parser.add_argument("--engine", default="rules")
    parser.add_argument("--indirect", choices=READINGS, default="wide")
    parser.add_argument("--show", action="store_true", help="list the hits on which the coders agree and we do not")
    options = parser.parse_args()
    coded = codings(options.part)
    coders = list(coded)
    answers = coded | {OURS: read_by(coded[coders[0]], options.engine, options.indirect)}
    for first, second in itertools.combinations(answers, 2):
        pairs = [alike(*pair) for pair in zip(answers[first], answers[second], strict=True)]
        print(f"{first} and {second}:", ", ".join(share(name, [pair[name] for pair in pairs]) for name in pairs[0]))
    for group in (coders, list(answers)):
        voices = [{"unit": number, "coder": name, "value": row["voice"]} for name in group for number, row in enumerate(answers[name])]
        alpha = agreement(pl.DataFrame(voices)).row(0, named=True)
        print(f"alpha of voice, {', '.join(group)}: {alpha['value']:.2f} [{alpha['low']:.2f}, {alpha['high']:.2f}]")
    for rows in zip(*answers.values(), strict=True) if options.show else ():
        shown(rows)


def shown(rows: tuple[Row, ...]) -> None:
    """Print on what the coders agree against us, with the words around the hit."""
    *others, ours = rows
    agreed = [alike(*pair) for pair in itertools.combinations(others, 2)]
    for name in agreed[0]:
        wrong = all(pair[name] for pair in agreed) and not all(alike(other, ours)[name] in (True, None) for other in others)
        if wrong and name != "attributed":
            start, end, text = others[0]["start"], others[0]["end"], others[0]["text"]
            around = f"{text[max(0, start - 200) : start]}[{text[start:end]}]{text[end : end + 120]}".replace("\n", " | ")
            print(f"{others[0]['set']} {others[0]['article_id']} {name}: {ours[name]!r}, coders {others[0][name]!r}\n    {around}")


if __name__ == "__main__":
    main()
