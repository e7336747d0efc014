"""HTML in titles and texts: whether there is any, and the text that a browser would show."""

import re
from html.parser import HTMLParser

TAG = r"</?[A-Za-z][A-Za-z0-9]*(?:\s+[\w-]+=[^<>]*)?\s*/?>"  # not "a < b", nor what stands between < and > in a formula
ENTITY = r"&(?:#\d+|#x[0-9A-Fa-f]+|nbsp|amp|quot|apos|lt|gt|[lr][sd]quo|[mn]dash|hellip);"
_MARKUP = re.compile(f"{TAG}|{ENTITY}|<!--")
_UNSHOWN = ("script", "style", "template")
_BLOCKS = re.compile(
    "address|article|aside|blockquote|dd|details|dialog|div|dl|dt|fieldset|figcaption|figure|footer|form|h[1-6r]|header|li|"
    "main|nav|ol|p|pre|section|table|td|th|tr|ul"
)


def shown(text: str) -> str:
    r"""Return what a browser shows of a text in HTML: no tags, characters for entities, a paragraph for a block, no scripts.

    White space within a block stays as it stands, and a text without tags and entities is returned as it is.

    Examples
    --------
    >>> shown("<p>&ldquo;War,&rdquo; she&nbsp;said.</p><p>It <b>rained</b>.<br>R&D<script>run()</script></p>")
    '“War,” she\xa0said.\n\nIt rained.\nR&D'
    >>> shown("a < b, R&D and <3\n\n")
    'a < b, R&D and <3\n\n'
    """
    if not _MARKUP.search(text):
        return text
    reader = _Reader()
    reader.feed(text)
    reader.close()
    return "".join(reader.parts).strip("\n")


class _Reader(HTMLParser):
    """Gathers the pieces of text that are shown."""

    def __init__(self) -> None:
        super().__init__()
        self.parts: list[str] = []
        self.unshown = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002
        self.unshown += tag in _UNSHOWN
        if tag == "br":
            self.parts.append("\n")
        self._part(tag)

    def handle_endtag(self, tag: str) -> None:
        self.unshown = max(0, self.unshown - (tag in _UNSHOWN))
        self._part(tag)

    def handle_data(self, data: str) -> None:
        if not (self.unshown or (data.isspace() and self._ended())):
            self.parts.append(data)

    def _part(self, tag: str) -> None:
        """End the paragraph where a block begins or ends."""
        if _BLOCKS.fullmatch(tag) and self.parts and not self._ended():
            self.parts.append("\n\n")

    def _ended(self) -> bool:
        return bool(self.parts) and self.parts[-1].endswith("\n\n")
