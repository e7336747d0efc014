"""Who gets to speak: every speaker of a corpus, under which names, and in how many words each group lets him or her be heard."""

import functools
from collections.abc import Iterable
from typing import TYPE_CHECKING

import polars as pl

from framing import arguments, tables
from framing.voice.forms import can_speak
from framing.voice.people import pronoun
from framing.voice.people.names import data, first_names, nameless, personal, split_title
from framing.voice.people.roles import before_stop, head_of, nations
from framing.voice.speaker_forms import forms_of, under_one_name

if TYPE_CHECKING:
    from framing.voice.passages import Passages

GROUPINGS = ("outlet", "event", "article_id", "part")
PERSONAL = ("male", "female")


def speakers(passages: "Passages", *, by: str = "outlet") -> pl.DataFrame:
    """Who speaks in each group of passages, and how much.

    A speaker's name is the fullest that an article prints. Over articles, persons are brought together by full names that can be one
    person's ("Chuck Schumer", "Charles Schumer") and surnames of which one bearer is known (`framing.voice.people.across` tells when), and
    other names that are printed alike, but for the capital of a sentence and "the": "The EPA", "the EPA" and "EPA" have one row, under
    the commonest of them.

    Parameters
    ----------
    passages
        From `split_voices`.
    by
        The groups: a column of the passages, outlet, event, article_id or part.

    Returns
    -------
    polars.DataFrame
        A `speakers` table: one row a group and speaker, the most spoken first: the group, *speaker* (canonical; null: not known),
        *kind* (person, anonymous, group or document; null where the speaker is), *aliases* (the forms in print, pronouns left out),
        *mentions* (stretches attributed), *direct* and *indirect* (words), *articles*, *events*. `plots.plot_speakers` draws it.

    Raises
    ------
    ValueError
        For an unknown grouping.

    Examples
    --------
    >>> from framing import Corpus, split_voices
    >>> from framing.voice import speakers
    >>> text = "“We leave now,” Anna Koval said. Koval said the talks had failed. Officials who asked not to be named said rain fell."
    >>> passages = split_voices(Corpus.from_records([{"article_id": "1", "outlet": "A", "text": text}]))
    >>> speakers(passages).select("outlet", "speaker", "kind", "direct", "indirect").rows()
    [('A', 'Anna Koval', 'person', 3, 4), ('A', 'Officials', 'anonymous', 0, 2)]
    """
    from framing.voice.passages import Passages

    arguments.made(passages, Passages, "speakers()")
    arguments.known(by, GROUPINGS, "grouping")
    said = passages.table.filter(pl.col("voice").is_in(tables.ATTRIBUTED)).with_columns(pl.col(by).cast(pl.String))
    said = under_one_name(said, forms_of(passages.table))
    words = [pl.col("tokens").filter(pl.col("voice") == voice).sum().cast(pl.Int64).alias(voice) for voice in tables.ATTRIBUTED]
    found = said.group_by(by, "speaker").agg(
        pl.col("speaker_mention").drop_nulls().unique().sort().alias("aliases"),
        pl.col("attribution").n_unique().cast(pl.Int64).alias("mentions"),
        *words,
        pl.col("article_id").n_unique().cast(pl.Int64).alias("articles"),
        pl.col("event").drop_nulls().n_unique().cast(pl.Int64).alias("events"),
    )
    told = _kinds(found)
    forms = pl.Series("aliases", [[form for form in row if pronoun(form) is None] for row in found["aliases"]], pl.List(pl.String))
    kind = pl.Series("kind", [told.get(speaker) for speaker in found["speaker"]], pl.Enum(tables.KINDS))
    found = found.with_columns(forms, kind).select(by, *tables.TABLES["speakers"])
    return found.sort(pl.col("direct") + pl.col("indirect"), "speaker", by, descending=[True, False, False], nulls_last=True)


def _kinds(found: pl.DataFrame) -> dict[str, str]:
    """The kind of each speaker by all its forms in print, in whatever group."""
    forms: dict[str, set[str]] = {}
    for speaker, aliases in found.select("speaker", "aliases").iter_rows():
        if speaker is not None:
            forms.setdefault(speaker, set()).update(aliases)
    return {speaker: kind_of(speaker, aliases) for speaker, aliases in forms.items()}


def kind_of(speaker: str, aliases: Iterable[str] = ()) -> str:
    """Whether a speaker is a person with a name, people without one, a body, or a document.

    Examples
    --------
    >>> [kind_of(name) for name in ("Anna Koval", "a senior official", "the foreign ministry", "the letter")]
    ['person', 'anonymous', 'group', 'document']
    >>> kind_of("Koval"), kind_of("Koval", ["Ms. Koval"]), kind_of("NATO", ["it"])
    ('group', 'person', 'group')
    """
    head = head_of(speaker.lower().split())
    if head in _singular_and_plural("documents"):
        return "document"
    if head in _singular_and_plural("groups"):
        return "group"
    if speaker[:1].isupper() and _names_person(speaker, aliases):
        return "person"
    common = (token for token in before_stop(speaker.split()) if token.islower() or len(speaker.split()) == 1)
    return "anonymous" if any(can_speak(token.lower()) for token in common) else "group"


def _names_person(speaker: str, aliases: Iterable[str]) -> bool:
    """Whether a name is a person's, by its shape, by a title before it in some place, or by he or she in another."""
    if personal(speaker) or speaker.lower() in first_names():
        return True
    if " " in speaker or nameless(speaker.lower()) or nations([speaker]):
        return False
    return any(pronoun(form) in PERSONAL or (split_title(form).titles and split_title(form).name) for form in aliases)


@functools.cache
def _singular_and_plural(kind: str) -> frozenset[str]:
    listed = data()["nouns"][kind]
    return frozenset([*listed, *(f"{noun[:-1]}ies" if noun.endswith("y") else f"{noun}s" for noun in listed)])
