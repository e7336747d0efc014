"""How sure a rule is: shares of words counted on articles that readers marked (``reliability.toml``)."""

import functools

from framing.voice.lists import lists
from framing.voice.people import pronoun


@functools.cache
def confidence(voice: str, rule: str) -> float:
    """Share of words for which a rule's voice was right."""
    table = lists("reliability.toml")["voices"].get(voice, {})
    return float(table.get(rule, lists("reliability.toml")["otherwise"][voice]))


def speaker_confidence(voice: str, rule: str, mention: str | None) -> float | None:
    """Share of words for which the speaker of a rule was right, by the form of the mention; None without a mention."""
    return None if mention is None else _of_speaker(voice, rule, form_of(mention))


@functools.cache
def _of_speaker(voice: str, rule: str, form: str) -> float:
    table = lists("reliability.toml")["speakers"].get(voice, {}).get(form, {})
    return float(table.get(rule, lists("reliability.toml")["otherwise_speaker"][form]))


@functools.lru_cache(maxsize=1 << 14)
def form_of(mention: str) -> str:
    """Form in which a speaker is printed: pronoun, name or description.

    Examples
    --------
    >>> [form_of(mention) for mention in ("she", "Anna Koval", "the mayor")]
    ['pronoun', 'name', 'description']
    """
    if pronoun(mention) is not None:
        return "pronoun"
    words = mention.split()
    named = any(word[:1].isupper() for word in words[1:]) or (words[0][:1].isupper() and words[0].lower() not in ("the", "a", "an"))
    return "name" if named else "description"
