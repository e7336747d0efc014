"""`framing compare`: files in; a page, figures, tables and a manifest out."""

import argparse
import platform
from collections.abc import Mapping
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path
from typing import Any

import polars as pl

import framing
from framing import tables
from framing.choices import choices, voice_shares
from framing.cli.figures import draw
from framing.cli.output import write_json, written_whole
from framing.cli.page import page_of
from framing.cli.walk import corpus_of, lexicons_of, scores_of
from framing.concordance import concordance
from framing.corpus import Corpus
from framing.lexicon import Lexicon
from framing.rates import contrasts, rates
from framing.rates.counts import with_columns
from framing.scores import Scores

PACKAGES = ("polars", "numpy", "scipy", "scikit-learn", "nltk", "matplotlib", "jinja2", "numba")


@dataclass(frozen=True)
class Comparison:
    """Everything a report is made of."""

    corpus: Corpus
    lexicons: list[Lexicon]
    scores: Scores
    tables: Mapping[str, pl.DataFrame]
    options: Mapping[str, Any]

    @property
    def name(self) -> str:
        """What to call the corpus: the name of its folder or file."""
        return Path(self.options["path"]).resolve().stem

    @property
    def notes(self) -> dict[str, Any]:
        """What reading found, but for the inputs, which have a place of their own."""
        return {name: note for name, note in self.corpus.notes.items() if name != "inputs"}


def compare(options: argparse.Namespace) -> None:
    """Run the walk and write the report folder; a short summary goes to standard output.

    Raises
    ------
    ValueError, OSError
        For input that cannot be read or options that do not fit it. Nothing is written then.
    """
    corpus = corpus_of(options)
    lexicons = lexicons_of(options)
    scores = scores_of(corpus, lexicons)
    comparison = Comparison(corpus, lexicons, scores, analysed(scores, options), settings(options))
    with written_whole(options.out) as folder:
        write(comparison, folder)
    print(summary(comparison, options.out))


def analysed(scores: Scores, options: argparse.Namespace) -> dict[str, pl.DataFrame]:
    """Every result table, by the name of its file."""
    chance = {"level": options.level, "n_boot": options.n_boot, "seed": options.seed}
    read = scores if options.voice == "all" else scores.where(voice=options.voice)
    within = None if options.within == "none" else options.within
    return {
        "rates": rates(read, by=options.by, **chance),
        "rates_all_voices": rates(scores, by=options.by, **chance),
        "voices": voice_shares(scores, by=options.by, **chance),
        "contrasts": contrasts(read, between=options.by, within=within, **chance),
        "choices": choices(read, by=options.by, **chance),
        "speakers": speakers(scores, options.by),
        "hits": evidence(scores, options.by),
    }


def speakers(scores: Scores, by: str) -> pl.DataFrame:
    """Words each speaker has in each group, in direct and in indirect speech; a null speaker is one not known."""
    said = with_columns(scores.exposure, scores, [by]).filter(pl.col("voice").is_in(tables.ATTRIBUTED))
    words = said.group_by(by, "speaker", "voice").agg(words=pl.col("exposure").sum(), articles=pl.col("article_id").n_unique())
    return words.sort(by, "words", "speaker", "voice", descending=[False, True, False, False], nulls_last=True)


def evidence(scores: Scores, by: str) -> pl.DataFrame:
    """Every hit with its whole sentence and the group it counts for."""
    sentences = concordance(scores, width=None).select("published", "left", "right")
    return with_columns(pl.concat([scores.hits, sentences], how="horizontal"), scores, [by])


def settings(options: argparse.Namespace) -> dict[str, Any]:
    """The options as given, for the manifest; where the report lies is not part of what it says."""
    kept = {name: value for name, value in vars(options).items() if name not in ("run", "out", "command")}
    return kept | {"path": str(options.path), "map": dict(options.map or [])}


def write(comparison: Comparison, folder: Path) -> None:
    """Write tables, figures, page and manifest into `folder`."""
    for name in ("tables", "figures"):
        (folder / name).mkdir()
    for name, table in comparison.tables.items():
        table.write_csv(folder / "tables" / f"{name}.csv")
    options = comparison.options
    drawn = draw(comparison.tables, folder / "figures", by=options["by"], voice=options["voice"], level=options["level"])
    provenance = manifest(comparison)
    write_json(folder / "manifest.json", provenance)
    (folder / "index.html").write_text(page_of(comparison, drawn, provenance), encoding="utf-8")


def manifest(comparison: Comparison) -> dict[str, Any]:
    """What the report was made from and by: inputs with their hashes, versions, options, counts, what was dropped."""
    corpus, scores = comparison.corpus, comparison.scores
    return {
        "made_by": f"framing {framing.__version__}",
        "versions": {"python": platform.python_version()} | {name: metadata.version(name) for name in PACKAGES},
        "options": comparison.options,
        "inputs": corpus.notes.get("inputs", []),
        "lexicons": [{"name": each.name, "version": each.version, "sha256": each.digest} for each in comparison.lexicons],
        "counts": {
            "articles": len(corpus),
            "outlets": len(corpus.outlets),
            "events": len(corpus.events),
            scores.unit: int(scores.exposure["exposure"].sum()),
            "hits": scores.hits.height,
            "hits_by_voice": dict(scores.hits.group_by(pl.col("voice").cast(pl.String)).len().sort("voice").iter_rows()),
        },
        "notes": comparison.notes,
    }


def summary(comparison: Comparison, out: Path) -> str:
    """A few lines for the person at the terminal."""
    counts = manifest(comparison)["counts"]
    voices = ", ".join(f"{count} {voice}" for voice, count in counts["hits_by_voice"].items())
    tested = comparison.tables["contrasts"]
    sure = tested.filter(pl.col("q") < 0.05).height
    lines = [
        f"{counts['articles']} articles, {counts['outlets']} outlets, {counts['events']} events, {counts['words']:,} words",
        f"{counts['hits']} hits of {comparison.scores.scorer}: {voices}",
        f"{tested.height} contrasts within {comparison.options['within']}; {sure} with q < .05",
        *(f"note: {name.replace('_', ' ')}: {told(note)}" for name, note in comparison.notes.items()),
        f"page     {out / 'index.html'}",
        f"figures  {out / 'figures'}",
        f"tables   {out / 'tables'}",
    ]
    return "\n".join(lines)


def told(note: Any) -> str:
    """Say a note of the corpus in a few words: a long list is counted."""
    if isinstance(note, (list, dict)) and len(note) > 3:
        return f"{len(note)} (listed in manifest.json)"
    return str(note)
