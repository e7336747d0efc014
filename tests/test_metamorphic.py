"""Changes to real prose that must not change whose words they are: marks, spaces, contractions, order and company."""

import re
from pathlib import Path

import pytest

from framing import read_corpus, split_voices
from framing.corpus import Corpus

BALTIC = Path(__file__).parents[1] / "corpora" / "baltic-2022"
WORD = re.compile(r"\w+(?:['’]\w+)*")
APOSTROPHES = str.maketrans("’‘“”", "''\"\"")


@pytest.fixture(scope="module")
def texts():
    """Every third text of the teaching corpus, without its title."""
    return read_corpus(BALTIC).articles["text"].to_list()[::3]


def voices(texts):
    """Voice and speaker of every character of every text."""
    corpus = Corpus.from_records([{"article_id": str(at), "outlet": "A", "text": text} for at, text in enumerate(texts)])
    found = {at: [] for at in range(len(texts))}
    rows = split_voices(corpus).table.select("article_id", "part", "start", "end", "voice", "speaker").iter_rows()
    for article, part, start, end, voice, speaker in rows:
        if part == "text":
            found[int(article)] += [(voice, speaker and speaker.translate(APOSTROPHES))] * (end - start)
    return list(found.values())


@pytest.fixture(scope="module")
def plain(texts):
    """Voices of the corpus as it stands."""
    return voices(texts)


def edited(text, pattern, change):
    """A text with every match of a pattern changed, and where each character that stays now stands."""
    pieces, places, at = [], {}, 0
    for match in [*re.finditer(pattern, text), None]:
        start, end = match.span() if match else (len(text), len(text))
        shift = sum(map(len, pieces)) - at
        places.update((number, number + shift) for number in range(at, start))
        pieces += [text[at:start], match.expand(change) if match else ""]
        at = end
    return "".join(pieces), places


CHANGES = {
    "straight marks": [("[“”]", '"'), ("[‘’]", "'")],
    "guillemets": [("“", "«"), ("”", "»")],
    "hard spaces": [(" ", "\u00a0")],
    "line breaks of another system": [("\n", "\r\n")],
    "no blank lines": [("\n\n+", "\n")],
    "one blank line more": [("\n\n", "\n\n\n")],
    "is, has and had cut short": [
        (r"\b(he|she|it|they|who) (?:is|has)(?= [a-z])", r"\1’s"),
        (r"\b(he|she|they|who) had(?= [a-z]+ed\b)", r"\1’d"),
    ],
}


@pytest.mark.parametrize("name", CHANGES)
def test_what_changes_no_voice(name, texts, plain):
    """No word that stands before and behind has another voice or speaker."""
    changed, moved = list(texts), [{at: at for at in range(len(text))} for text in texts]
    for pattern, change in CHANGES[name]:
        for number, text in enumerate(changed):
            changed[number], places = edited(text, pattern, change)
            moved[number] = {old: places[new] for old, new in moved[number].items() if new in places}
    assert changed != texts
    after = voices(changed)
    wrong = [
        text[max(0, word.start() - 60) : word.end() + 60]
        for text, before, behind, places in zip(texts, plain, after, moved, strict=True)
        for word in WORD.finditer(text)
        if word.start() in places and before[word.start()] != behind[places[word.start()]]
    ]
    assert not wrong


def test_an_article_is_read_by_itself(texts, plain):
    """Order and company of articles change nothing."""
    assert voices(texts[::-1]) == plain[::-1]
    assert [voices([text])[0] for text in texts[:5]] == plain[:5]


def test_a_plain_paragraph_behind_an_article_changes_nothing_in_it(texts, plain):
    """Nothing is read backwards over the end of an article."""
    longer = voices([f"{text}\n\nThe tide was low." for text in texts])
    assert [found[: len(before)] for found, before in zip(longer, plain, strict=True)] == plain
