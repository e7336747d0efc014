"""`framing compare`: files in; a page, figures, tables and a manifest out."""

import argparse
import platform
import warnings
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from importlib import metadata
from pathlib import Path
from typing import Any

import polars as pl

import framing
from framing import arguments, spreadsheets, tables
from framing.choices import choices, voice_shares
from framing.cli.checks import checkable, checked, other_readings
from framing.cli.comparison import Comparison
from framing.cli.figures import draw
from framing.cli.notes import lines
from framing.cli.output import MAKER, checked_out, write_json, written_whole
from framing.cli.page import page_of
from framing.cli.walk import DEFAULT, classifier_of, columns_of, corpus_of, lexicons_of, scores_of, stratum_of, watched
from framing.concordance import WHOLE, in_sentences
from framing.copies import near_copies, rewordings
from framing.display import visible
from framing.rates import contrasts, rates
from framing.rates.counts import PERIODS, with_columns
from framing.scores import Scores
from framing.voice.speaker_forms import under_one_name

GROUPS = ("outlet", "event", "part", "language", *PERIODS)
SURE = 0.05  # false discovery rate below which the summary counts a contrast
PACKAGES = ("polars", "numpy", "scipy", "scikit-learn", "nltk", "matplotlib", "jinja2", "numba")


def compare(options: argparse.Namespace) -> None:
    """Run the walk and write the report folder; a short summary goes to standard output.

    Raises
    ------
    ValueError, OSError
        For input that cannot be read or options that do not fit it. Nothing is written then.
    """
    comparison = compared(options)
    with written_whole(options.out) as folder:
        write(comparison, folder)
    print(visible(summary(comparison, options.out)))


def compared(options: argparse.Namespace) -> Comparison:
    """Read, score and analyse what the options name, with every warning on the way."""
    arguments.known(options.by, GROUPS, "group for --by")
    checkable(options)
    if options.by == options.within:
        raise ValueError(f"--by {options.by} cannot be compared within {options.within}; add --within none")
    corpus = corpus_of(options)
    lexicons, classifier = lexicons_of(options), classifier_of(options)
    named = [Path(source) for source in [*(options.lexicon or []), options.classifier] if source is not None]
    checked_out(options.out, [options.path, *(path for path in named if path.exists())])
    told: list[str] = []
    forms: list[pl.DataFrame] = []
    with noted(told):
        readings = [options.indirect, *other_readings(options)]
        found = scores_of(corpus, lexicons, classifier, engine=options.engine, readings=readings, forms=forms)
    scores = found.pop(options.indirect)
    others = {f"{reading} reading": other.where(voice=options.voice) for reading, other in found.items()}
    results = {**analysed(scores, others, options, told), "speakers": speakers(scores, pl.concat(forms), options.by)}
    copies = near_copies(corpus)
    if len(copies):
        results |= {"near_copies": copies, "rewordings": rewordings(scores, copies)}
        told.append(shared(copies))
    return Comparison(corpus, lexicons, scores, results, settings(options), tuple(told), classifier)


def shared(copies: pl.DataFrame) -> str:
    """Say how many articles print much of an earlier one, and what follows."""
    elsewhere = copies.filter(pl.col("outlet") != pl.col("earlier_outlet")).height
    prints = "prints" if len(copies) == 1 else "print"
    return (
        f"near copies: {counted(len(copies), 'articles')} {prints} much of an earlier one, {elsewhere:,} in another outlet"
        " (tables/near_copies.csv): they were not written apart, so where they are many intervals are too narrow"
    )


@contextmanager
def noted(told: list[str], station: str = "") -> Iterator[None]:
    """Add what a station warns of to `told`, each once and behind the name of the station."""
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always", UserWarning)
        yield
    where = f"{station.replace('_', ' ')}: " if station else ""
    told += dict.fromkeys(f"{where}{each.message}" for each in caught if each.category is UserWarning)


def analysed(scores: Scores, others: Mapping[str, Scores], options: argparse.Namespace, told: list[str]) -> dict[str, pl.DataFrame]:
    """Every result table, by the name of its file; warnings are added to `told`. `others` are what the checks hold `scores` against."""
    chance = {"level": options.level, "n_boot": options.n_boot, "seed": options.seed}
    read = scores if options.voice == "all" else scores.where(voice=options.voice)
    within = stratum_of(options.within)
    stations: dict[str, Callable[[], pl.DataFrame]] = {
        "rates": lambda: rates(read, by=options.by, **chance),
        "rates_all_voices": lambda: rates(scores, by=options.by, **chance),
        "voices": lambda: voice_shares(scores, by=options.by, **chance),
        "contrasts": lambda: contrasts(read, between=options.by, within=within, **chance),
        "choices": lambda: choices(read, by=options.by, **chance),
        "hits": lambda: evidence(scores, options.by),
    }
    results = {}
    for name, station in watched(stations.items(), "tables", len(stations)):
        with noted(told, name):
            results[name] = station()
    return results | (checked(scores, read, others, results["contrasts"], options) if options.checks else {})


def speakers(scores: Scores, forms: pl.DataFrame, by: str) -> pl.DataFrame:
    """Words each speaker has in each group, in direct and in indirect speech; a null speaker is one not known.

    `forms` tells what the speakers are called (`framing.voice.speaker_forms.forms_of`). Empty where no words are counted: a sentence as a
    whole is not its speaker's.
    """
    counted = scores.exposure if scores.unit == "words" else scores.exposure.clear()
    said = with_columns(counted, scores, [by]).filter(pl.col("voice").is_in(tables.ATTRIBUTED))
    said = under_one_name(said, forms)
    words = said.group_by(by, "speaker", "voice").agg(words=pl.col("exposure").sum(), articles=pl.col("article_id").n_unique())
    return words.sort(by, "words", "speaker", "voice", descending=[False, True, False, False], nulls_last=True)


def evidence(scores: Scores, by: str) -> pl.DataFrame:
    """Every hit with its whole sentence and the group it counts for."""
    return with_columns(in_sentences(scores, width=WHOLE), scores, [by])


def settings(options: argparse.Namespace) -> dict[str, Any]:
    """The options as given, for the manifest; where the report lies is not part of what it says."""
    kept = {name: value for name, value in vars(options).items() if name not in ("run", "out", "command", "lexicon", "classifier")}
    if options.classifier is None:
        read: dict[str, Any] = {"lexicon": [arguments.legible(source) for source in options.lexicon or [DEFAULT]]}
    else:
        read = {"classifier": arguments.legible(options.classifier)}
    return kept | {"path": arguments.legible(options.path), "map": columns_of(options.map)} | read


def write(comparison: Comparison, folder: Path) -> None:
    """Write tables, figures, page and manifest into `folder`."""
    for name in ("tables", "figures"):
        (folder / name).mkdir()
    for name, table in comparison.tables.items():
        with (folder / "tables" / f"{name}.csv").open("wb") as file:  # Polars opens no path that is not UTF-8
            spreadsheets.guarded(table).write_csv(file)
    drawn = draw(comparison.tables, folder / "figures", comparison.options, comparison.scores.unit)
    provenance = manifest(comparison)
    write_json(folder / "manifest.json", provenance)
    (folder / "index.html").write_text(page_of(comparison, drawn, provenance), encoding="utf-8")


def manifest(comparison: Comparison) -> dict[str, Any]:
    """What the report was made from and by: inputs with their hashes, versions, options, counts, what was dropped."""
    corpus, scores = comparison.corpus, comparison.scores
    return {
        "made_by": f"{MAKER}{framing.__version__}",
        "versions": {"python": platform.python_version()} | {name: metadata.version(name) for name in PACKAGES},
        "options": comparison.options,
        "inputs": corpus.notes.get("inputs", []),
        "lexicons": [{"name": each.name, "version": each.version, "sha256": each.digest} for each in comparison.lexicons],
        "classifier": comparison.classifier.card if comparison.classifier else None,
        "counts": {
            "articles": len(corpus),
            "outlets": len(corpus.outlets),
            "events": len(corpus.events),
            scores.unit: int(scores.exposure["exposure"].sum()),
            "hits": scores.hits.height,
            "loaded terms": scores.hits["frame"].count(),
            "namings": scores.hits["choice"].count(),
            "hits_by_voice": dict(scores.hits.group_by(pl.col("voice").cast(pl.String)).len().sort("voice").iter_rows()),
        },
        "notes": comparison.notes,
        "warnings": list(comparison.warnings),
    }


def summary(comparison: Comparison, out: Path) -> str:
    """A few lines for the person at the terminal."""
    counts = manifest(comparison)["counts"]
    voices = ", ".join(f"{count} {voice}" for voice, count in counts["hits_by_voice"].items())
    kinds = " and ".join(counted(counts[name], name) for name in ("loaded terms", "namings"))
    said = [
        ", ".join(counted(counts[name], name) for name in ("articles", "outlets", "events", comparison.scores.unit)),
        f"{counted(counts['hits'], 'hits')} of {comparison.scores.scorer}{': ' if voices else ''}{voices}",
        *([] if comparison.classifier else [f"of them {kinds}"]),
        tested(comparison),
        *(f"note: {line}" for line in lines(comparison.notes, "manifest.json")),
        *(f"note: {warning}" for warning in comparison.warnings),
        f"page     {out / 'index.html'}",
        f"figures  {out / 'figures'}",
        f"tables   {out / 'tables'}",
    ]
    return "\n".join(said)


def tested(comparison: Comparison) -> str:
    """Say how many contrasts could be made, and how many of them stand out."""
    contrasts, within = comparison.tables["contrasts"], comparison.options["within"]
    made = contrasts.filter(pl.col("ratio").is_not_nan()).height
    where = "" if within == "none" else f" within {within}s"
    if not made:
        return f"no contrast could be made{where}: {_why_none(comparison)}"
    more = f"; in {contrasts.height - made:,} more there is nothing to compare" if contrasts.height > made else ""
    return f"{counted(made, 'contrasts')}{where}, {contrasts.filter(pl.col('q') < SURE).height} of them with q < {SURE}{more}"


def _why_none(comparison: Comparison) -> str:
    by, within = comparison.options["by"], comparison.options["within"]
    if not comparison.scores.frames:
        return "no lexicon has a frame"
    groups = comparison.tables["rates"][by].n_unique()
    if groups < 2:
        return f"there is {'only one' if groups else 'no'} {by}"
    if within == "none":
        return "no two groups with a term"
    if not comparison.corpus.events:
        return f"no article has an {within}; --within none compares all articles at once"
    return f"no two groups with a term report one {within}"


def counted(number: int, things: str) -> str:
    """Write a number of things, one of them without the plural."""
    return f"{number:,} {things if number != 1 else things.removesuffix('s')}"
