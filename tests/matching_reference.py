"""A slow, obvious matcher that tries every entry at every word: what the real ones are held to on any text."""

import itertools
import re
import unicodedata

from nltk.stem.snowball import SnowballStemmer

from framing.lexicon import Entry, Topic, expand
from framing.text import TOKEN

JOIN = "'’‘ʼ＇.·"


def letter(character: str, case: bool) -> str:
    if character in "\u00ad\u200c\u200d":
        return ""
    if "\uac00" <= character <= "\ud7a3":
        return character
    split = unicodedata.normalize("NFD", character)
    return unicodedata.normalize("NFD", split if case else split.casefold())


def folded(word: str, case: bool = False) -> str:
    return "".join(letter(character, case) for character in word)


def inside(text: str) -> list[bool]:
    """Tell for each character whether it belongs to a word."""
    return [TOKEN.fullmatch(character) is not None and character not in JOIN for character in text]


def runs(text: str) -> list[tuple[int, int]]:
    word = [False, *inside(text), False]
    begins = [at for at in range(len(text)) if word[at + 1] and not word[at]]
    return [(at, next(end for end in range(at, len(text) + 1) if not word[end + 1])) for at in begins]


def mark(text: str) -> str:
    return "".join("'" if c in "'’‘ʼ＇" else "-" if c in "-‐‑" else " " if c.isspace() else c for c in text)


def same_gap(wanted: str, text: str) -> bool:
    if mark(wanted) in (" ", "-"):
        return mark(text) == "-" or (text.isspace() and text.count("\n") < 2)
    return mark(wanted) == mark(text)


def same_word(wanted: str, surface: str, entry: Entry) -> bool:
    word = folded(surface, entry.case)
    if "*" in wanted or "?" in wanted:
        accents = "".join(c for c in sorted(set(word)) if unicodedata.combining(c))
        one = f".[{accents}]*" if accents else "."
        pattern = "".join(".*" if c == "*" else one if c == "?" else re.escape(folded(c, entry.case)) for c in wanted)
        return re.fullmatch(pattern, word, re.DOTALL) is not None
    if entry.stem:
        stem = SnowballStemmer("english").stem
        return stem(unicodedata.normalize("NFC", folded(wanted))) == stem(unicodedata.normalize("NFC", folded(surface)))
    return folded(wanted, entry.case) == word


def everywhere(text: str, entry: Entry) -> list[tuple[int, int, int, int]]:
    """Every place of an entry: start, end, first and last word."""
    places, words = [], runs(text)
    for phrase in expand(entry.term):
        wanted = runs(phrase.replace("*", "a").replace("?", "a"))
        for first in range(len(words) - len(wanted) + 1 if wanted else 0):
            here = words[first : first + len(wanted)]
            start, end = here[0][0] - wanted[0][0], here[-1][1] + len(phrase) - wanted[-1][1]
            pairs = list(zip(wanted, here, strict=True))
            if start < 0 or mark(text[start : here[0][0]]) != mark(phrase[: wanted[0][0]]):
                continue
            if mark(text[here[-1][1] : end]) != mark(phrase[wanted[-1][1] :]):
                continue
            if not all(same_word(phrase[w:v], text[h:g], entry) for (w, v), (h, g) in pairs):
                continue
            gaps = itertools.pairwise(pairs)
            if all(same_gap(phrase[one[0][1] : two[0][0]], text[one[1][1] : two[1][0]]) for one, two in gaps):
                places.append((start, end, first, first + len(wanted) - 1))
    return places


def is_about(text: str, topic: Topic) -> bool:
    begun = {first for phrase in topic.words for _, _, first, _ in everywhere(text, Entry(phrase, frame="a"))}
    return len(begun) > 0 and len(begun) * 1000 >= topic.per_1000 * len(runs(text))


def reference(text: str, entries: tuple[Entry, ...], topics: dict[str, Topic]) -> list[tuple[int, int, str]]:
    """Start, end and term of every hit that counts, by trying everything."""
    candidates = []
    for number, entry in enumerate(entries):
        if entry.topic is not None and not is_about(text, topics[entry.topic]):
            continue
        loose = ("*" in entry.term or "?" in entry.term) + 2 * entry.stem
        for start, end, first, last in everywhere(text, entry):
            before = [spot[1] for term in entry.not_after for spot in everywhere(text, Entry(term, frame="a"))]
            behind = [spot[0] for term in entry.not_before for spot in everywhere(text, Entry(term, frame="a"))]
            gaps = [text[at:start] for at in before if at <= start] + [text[end:at] for at in behind if at >= end]
            if not any(gap == "" or same_gap(" ", gap) for gap in gaps):
                candidates.append((start - end, start, loose, not entry.case, number, first, last, entry))
    kept: list[tuple] = []
    for one in sorted(candidates, key=lambda c: c[:5]):
        group = (one[7].frame, one[7].choice)
        if not any((two[7].frame, two[7].choice) == group and one[5] <= two[6] and two[5] <= one[6] for two in kept):
            kept.append(one)
    return sorted((one[1], one[1] - one[0], one[7].term) for one in kept)
