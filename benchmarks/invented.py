"""Invented articles with planted lexicon terms, for timing: no word of them was ever published."""

import itertools
import random
import re
from collections.abc import Iterable

CONSONANTS = ["b", "br", "d", "dr", "f", "g", "h", "k", "kl", "l", "m", "n", "p", "pr", "r", "s", "st", "t", "tr", "v"]
VOWELS = ["a", "e", "i", "o", "u", "ai", "ea", "ou"] * 12 + ["é"]
ENDINGS = ["", "", "", "n", "r", "s", "l", "nd", "rt", "st", "ing", "ed", "ion", "ly", "er"]
COMMON = tuple(
    re.findall(r"\w+", "the of and to in a that is was for on it with as he by at from his they an be has had were their said not")
)
WORDS, TERM_WORDS = 40_000, 200_000
HITS = {200: 4, 5_000: 7, 50_000: 21}


def words(count: int, seed: int) -> list[str]:
    """Pronounceable words, all different."""
    chance, made = random.Random(seed), {}  # noqa: S311
    while len(made) < count:
        stem = "".join(chance.choice(CONSONANTS) + chance.choice(VOWELS) for _ in range(chance.randint(1, 3)))
        made[stem + chance.choice(ENDINGS)] = None
    return list(made)


def terms(count: int, seed: int = 1) -> list[str]:
    """Terms of a lexicon: six words, two phrases of two words, one of three and one `word*` in ten."""
    chance, pool = random.Random(seed), words(TERM_WORDS, 7)  # noqa: S311
    made: dict[str, None] = {}
    for number in itertools.cycle(range(10)):
        if len(made) >= count:
            return list(made)
        size = 3 if number == 8 else 2 if number in (6, 7) else 1
        term = " ".join(chance.choice(pool) for _ in range(size))
        made[term + "*" if number == 9 and len(term) > 4 else term] = None
    raise AssertionError("the cycle has no end")


def articles(count: int, planted: list[str], per_article: int, seed: int = 2, without: Iterable[str] = ()) -> list[str]:
    """Articles of about 500 words, in sentences, with quotation marks, and terms planted at random places.

    Nothing but what is planted is a term of `planted`, or of `without`.
    """
    chance = random.Random(seed)  # noqa: S311
    alone = {term.strip("*") for term in itertools.chain(planted, without) if " " not in term}
    plain = [word for word in words(WORDS, 3) if not any(word[:size] in alone for size in range(1, len(word) + 1))]
    weights = list(itertools.accumulate(1 / (rank + 20) for rank in range(len(plain))))
    return [_article(chance, plain, weights, planted, per_article) for _ in range(count)]


def _article(chance: random.Random, plain: list[str], weights: list[float], planted: list[str], per_article: int) -> str:
    text = [chance.choice(COMMON) if chance.random() < 0.4 else word for word in chance.choices(plain, cum_weights=weights, k=500)]
    for _ in range(per_article):
        text[chance.randrange(len(text))] = chance.choice(planted).replace("*", chance.choice(["", "s", "ment"]))
    sentences = []
    while text:
        size = chance.randint(8, 30)
        sentence, text = " ".join(text[:size]), text[size:]
        sentence = sentence[0].upper() + sentence[1:]
        sentences.append(f"“{sentence},” it was said." if chance.random() < 0.2 else f"{sentence}.")
    return "".join(sentence + ("\n" if chance.random() < 0.2 else " ") for sentence in sentences)
