"""Posts of others set into a text, tagged with who wrote them."""

import re
from collections.abc import Iterator

from framing.voice.spans import Span

TAGGED = re.compile(r"<(?:tweet|post|status)\b[^<>]{0,300}?\bauthor=\"([^\"<>]{1,60})\"[^<>]{0,300}>([^<>]+)</")


def posts(text: str) -> Iterator[Span]:
    """The posts in a text, each its author's."""
    if "<" in text:
        for found in TAGGED.finditer(text):
            yield Span(*found.span(2), "direct", "signed", found[1], found.span(1), found[1], key=found.start(2))
