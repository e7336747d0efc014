"""PolNeAR, 924 political articles with the attributions a reader marked, and three measures of an extractor on it.

An extractor gives, for every article, stretches of attributed words: where each begins and ends, and where its speaker is mentioned.
The measures count word tokens of the article:

token_f1
    attributed against inside any content the reader marked;
voice_speaker_f1
    the same, counting a word only where the speaker's mention overlaps the source the reader marked or ends in the same name, out of
    the words for which there is a source;
loaded_accuracy
    share of loaded words, those that begin as an entry of ``loaded.txt``, whose verdict "attributed or not" is the reader's.
"""

import functools
import re
from bisect import bisect_right
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import research_data

from framing.research import read_polnear
from framing.research.polnear import ROLES

WORD = re.compile(r"\w+(?:[’'.-]\w+)*")

Span = tuple[int, int]


class Stretch(NamedTuple):
    """Attributed words, and the mention of their speaker, if any."""

    start: int
    end: int
    speaker: Span | None


class Article(NamedTuple):
    """A text and its attributions: spans of source, cue and content."""

    text: str
    attributions: list[dict[str, list[Span]]]


class Counts(NamedTuple):
    """Words found rightly, found, and to be found."""

    right: int = 0
    found: int = 0
    gold: int = 0

    def add(self, right: bool, found: bool, gold: bool) -> "Counts":
        """Count one more word."""
        return Counts(self.right + right, self.found + found, self.gold + gold)

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        return 2 * self.right / max(1, self.found + self.gold)


def articles(split: str) -> dict[str, Article]:
    """Every article of a split that has attributions.

    Raises
    ------
    SystemExit
        Where the data are not.
    """
    corpus, spans = read_polnear(research_data.folder(f"polnear/{split}"))
    found = {key: Article(text, []) for key, text in corpus.articles.select("article_id", "text").iter_rows()}
    marked: dict[tuple[str, int], dict[str, list[Span]]] = {}
    for key, number, role, start, end in spans.iter_rows():
        if (key, number) not in marked:
            marked[key, number] = {role: [] for role in ROLES}
            found[key].attributions.append(marked[key, number])
        marked[key, number][role].append((start, end))
    return found


def words(texts: dict[str, Article]) -> Iterator[tuple[str, re.Match[str], list[dict[str, list[Span]]]]]:
    """Every word with its article and the attributions it stands in."""
    for key, (text, marked) in texts.items():
        for match in WORD.finditer(text):
            yield key, match, [each for each in marked if _overlaps(each["content"], match.start(), match.end())]


def _overlaps(spans: list[Span], start: int, end: int) -> bool:
    return any(a < end and start < b for a, b in spans)


def measures(texts: dict[str, Article], found: dict[str, list[Stretch]]) -> dict[str, float]:
    """The three measures of what an extractor found, by name."""
    starts = {key: [stretch.start for stretch in stretches] for key, stretches in found.items()}
    token, spoken, loaded = Counts(), Counts(), [0, 0]
    for key, match, inside in words(texts):
        stretches = found.get(key, [])
        place = bisect_right(starts.get(key, []), match.start()) - 1
        held = stretches[place] if place >= 0 and match.start() < stretches[place].end else None
        token = token.add(bool(inside) and held is not None, held is not None, bool(inside))
        sourced = [each["source"] for each in inside if each["source"]]
        named = held.speaker if held else None
        right = named is not None and any(same(texts[key].text, named, source) for source in sourced)
        spoken = spoken.add(right, named is not None, bool(sourced))
        if _loaded().match(match.group()):
            loaded[0] += bool(inside) == (held is not None)
            loaded[1] += 1
    return {"token_f1": token.f1, "voice_speaker_f1": spoken.f1, "loaded_accuracy": loaded[0] / max(1, loaded[1])}


def same(text: str, named: Span, source: list[Span]) -> bool:
    """Whether the mention of a speaker is the source a reader marked: it overlaps, or ends in the same name."""
    if _overlaps(source, *named):
        return True
    ours, theirs = _last_name(text[slice(*named)]), _last_name(" ".join(text[start:end] for start, end in source))
    return ours is not None and ours == theirs


def _last_name(text: str) -> str | None:
    names = re.findall(r"[A-Z][\w’'-]+", text)
    return re.sub(r"[’']s$", "", names[-1]).lower() if names else None


@functools.cache
def _loaded() -> re.Pattern[str]:
    lines = Path(__file__).with_name("loaded.txt").read_text(encoding="utf-8").splitlines()
    stems = [stem for line in lines if not line.startswith("#") for stem in line.split()]
    return re.compile(f"(?:{'|'.join(stems)})", re.IGNORECASE)
