"""sample_hits: a sheet of hits to read and code."""

from collections.abc import Sequence

import polars as pl

from framing import arguments
from framing.corpus import Corpus
from framing.scores import Scores
from framing.validation.items import DRAWN_BY, STRATA, in_turn, items
from framing.voice import Passages

_SHEET = (
    "unit",
    "label",
    "outlet",
    "event",
    "article_id",
    "part",
    "voice",
    "left",
    "surface",
    "right",
    "code",
    "coder",
    "note",
    "probability",
)
_REVEALING = ("outlet", "event", "article_id", "part", "voice", "probability")


def sample_hits(
    scores: Scores,
    n: int = 200,
    *,
    passages: Passages | None = None,
    by: str | Sequence[str] = STRATA,
    blind: bool = False,
    width: int = 200,
    seed: int = 0,
) -> pl.DataFrame:
    """Draw hits for people to read and code, as evenly over frames, outlets and voices as there are hits.

    A reader answers one question a row, in the column `code`: does the surface, in its context, carry the label?
    ``yes`` or ``no``; empty is not coded. Save the sheet with `write_sheet`, give every coder a copy, and read the
    copies with `read_coding`; or code it in a notebook with `code`.

    The column `probability` is how likely the row's item was to be drawn: items of its stratum in the sheet, over all of the
    stratum (given how many of each stratum were drawn, every item of it was as likely as the next). Estimates weigh each
    code by its inverse, so the even sample speaks for the uneven corpus.

    Parameters
    ----------
    scores
        From `score`.
    n
        Rows wanted: hits, and as many passages if `passages` are given.
    passages
        From `split_voices`. With them, passages in which a frame was not found are drawn as well; without these
        nothing is known of what was missed.
    by
        What to balance: ``label``, ``outlet``, ``event``, ``part``, ``voice``. `validate` must be given the same.
    blind
        Leave out outlet, event, article, part, voice and the probability, which differs by outlet, so that a reader judges
        the words. What a text says of its outlet stays. Draw the same sheet with ``blind=False`` as the `key` for `read_coding`.
    width
        Code points of context on each side.
    seed
        Any integer.

    Returns
    -------
    table
        `unit` (an id that says nothing), `label`, `outlet`, `event`, `article_id`, `part`, `voice`, `left`, `surface`, `right`,
        the empty columns `code`, `coder`, `note`, and `probability`; in random order. A passage without a hit, and a classifier's
        hit, has its whole text as surface; so a reader can tell a lexicon's hits from passages, not a classifier's.

    Raises
    ------
    TypeError
        If `scores` are no Scores.
    ValueError
        If `n` is less than 1, `width` is negative, or `by` names an unknown column, or one twice.

    Examples
    --------
    >>> from framing import Corpus, LexiconScorer, score, split_voices
    >>> from framing.lexicon import Entry, Frame, Lexicon
    >>> lexicon = Lexicon("mine", frames={"peace": Frame("Peace")}, entries=(Entry("truce", frame="peace"),))
    >>> corpus = Corpus.from_records([{"article_id": "1", "outlet": "The Gull", "text": "A truce holds in the bay."}])
    >>> sample_hits(score(split_voices(corpus), lexicon), blind=True)["label", "left", "surface", "right"].rows()
    [('peace', 'A ', 'truce', ' holds in the bay.')]
    """
    arguments.made(scores, Scores, "sample_hits()")
    if passages is not None:
        arguments.made(passages, Passages, "sample_hits()")
    arguments.whole("n", n, "at least one row to code", 1)
    arguments.whole("width", width, "0 or more code points of context", 0)
    arguments.of_type("blind", blind, bool, "True or False")
    arguments.whole("seed", seed, "a whole number, such as 0")
    by = tuple(arguments.columns("by", by, DRAWN_BY, "stratum", least=0))
    ordered = in_turn(items(scores, passages), by, seed).with_columns(size=pl.len().over("found", *by))
    drawn = pl.concat([ordered.filter(found=True).head(n), ordered.filter(found=False).head(n)]).sort("chance")
    drawn = drawn.with_columns(probability=pl.len().over("found", *by) / pl.col("size"))
    sheet = drawn.with_columns(
        *_context(drawn, scores, width), *(pl.lit(None, pl.String).alias(name) for name in ("code", "coder", "note"))
    )
    return sheet.select(column for column in _SHEET if not (blind and column in _REVEALING))


def _context(drawn: pl.DataFrame, scores: Scores, width: int) -> list[pl.Series]:
    parts = Corpus(scores.corpus.articles.join(drawn.select("article_id"), on="article_id", how="semi")).parts
    rows = [(parts[name, part], start, end) for name, part, start, end in drawn.select("article_id", "part", "start", "end").iter_rows()]
    left = pl.Series("left", [text[max(start - width, 0) : start] for text, start, _ in rows], dtype=pl.String)
    surface = pl.Series("surface", [text[start:end] for text, start, end in rows], dtype=pl.String)
    return [left, surface, pl.Series("right", [text[end : end + width] for text, _, end in rows], dtype=pl.String)]
