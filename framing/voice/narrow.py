"""The narrow reading of indirect speech: what a clause or a label reports, and no talk, plan or wish that is only named."""

import functools

from framing.voice.drafts import Draft
from framing.voice.lists import lists
from framing.voice.spans import Span

READINGS = ("wide", "narrow")


def narrowed(article: Draft) -> Draft:
    """Give back to the outlet what is indirect in the wide reading alone."""
    return article._replace(spans={part: [span for span in spans if _stays(span)] for part, spans in article.spans.items()})


def _stays(span: Span) -> bool:
    return span.voice != "indirect" or _reported(span.rule, span.cue_class)


@functools.cache
def _reported(rule: str, cue_class: str | None) -> bool:
    """Whether what was said is reported, rather than that something was."""
    narrow = lists("rules.toml")["narrow"]
    return (
        rule in narrow["always"]
        or (rule in narrow["spoken"] and cue_class not in narrow["unspoken"])
        or (rule in narrow["labels"] and cue_class == "label")
    )
