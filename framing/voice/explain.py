"""Why a passage has its voice, and whom its speaker is taken for, in plain words."""

from collections.abc import Mapping
from typing import Any

import polars as pl

from framing.voice.confidence import form_of
from framing.voice.lists import lists


def explained(passages: pl.DataFrame) -> pl.DataFrame:
    """Add to a passages table the column `why`: the rule in words, the cue, how the speaker was resolved, and how sure both are.

    Examples
    --------
    >>> from framing import Corpus, split_voices
    >>> corpus = Corpus.from_records([{"article_id": "1", "outlet": "A", "text": "Anna Koval left. She said it was late."}])
    >>> explained(split_voices(corpus).table)["why"][-1].split("; ")[:2]
    ['indirect because: the clause behind “said”', 'speaker: the pronoun “She” stands for Anna Koval']
    """
    return passages.with_columns(why=pl.Series([why(row) for row in passages.iter_rows(named=True)], dtype=pl.String))


def why(row: Mapping[str, Any]) -> str:
    """Explain one row of a passages table."""
    parts = [f"{row['voice']} because: {_reason(row)}"]
    if row["voice"] != "own":
        parts.append(f"speaker: {_speaker(row)}")
    if row["chain"]:
        parts.append(f"quoting {row['chain']}")
    parts.append(f"voice right in {row['confidence']:.0%} of such words")
    if row["speaker_confidence"] is not None and row["voice"] != "own":
        parts.append(f"speaker in {row['speaker_confidence']:.0%}")
    return "; ".join(parts)


def _reason(row: Mapping[str, Any]) -> str:
    data = lists("rules.toml")
    text: str = data["rules"].get(row["rule"], data["otherwise"]["reason"])
    cue = row["cue"] or "the reporting word"
    quoted = cue if "“{cue}”" in text or not row["cue"] else f"“{cue}”"
    return text.format(cue=quoted, rule=row["rule"])


def _speaker(row: Mapping[str, Any]) -> str:
    speaker, mention = row["speaker"], row["speaker_mention"]
    if mention is None:
        return speaker or "nobody is named"
    form = form_of(mention)
    if speaker is None:
        return f"the {form} “{mention}” could not be resolved"
    if speaker == mention:
        return f"“{mention}” as printed"
    return f"the {form} “{mention}” stands for {speaker}"
