"""`framing train`: labelled texts, or marked words, in; a classifier with its card, and how right it is on outlets left out, out."""

import argparse
from pathlib import Path

import polars as pl

from framing.classifier import ClassifierScorer, Evaluation, LoadedWords, evaluate, evaluate_words
from framing.classifier.storage import saved_at
from framing.cli.output import checked_file, show
from framing.ingest import read_labelled, read_marked

FEW = 6  # groups: with fewer the interval over them is wide whatever the classifier does
SHOWN = ("split", "judge", "label", "f1", "low", "high", "precision", "recall", "texts")


def train(options: argparse.Namespace) -> None:
    """Evaluate and train the classifier that the options name, print how right it is, and save it.

    Raises
    ------
    ValueError, OSError, ImportError
        For labels that cannot be read or learned from. Nothing is written then.
    """
    checked_model(options.out, options.labels)
    if options.words is not None:
        train_words(options)
        return
    named = {"unit": options.unit, "frames": options.frames, "abstain": options.abstain, "lexicons": options.lexicon}
    scorer = ClassifierScorer.named(options.classifier, **named)
    table, notes = read_labelled(options.labels, text=options.text, labels=options.label, group=options.group)
    texts, groups = table["text"].to_list(), table["group"].to_list()
    labels = table.select(options.label) if len(options.label) > 1 else table[options.label[0]].to_list()
    scorer.fit(texts, labels, groups)
    found = evaluate(scorer, texts, labels, groups, level=options.level, seed=options.seed)
    scorer.card |= {"group": options.group, "inputs": notes["inputs"]}
    scorer.save(options.out, evaluation=found)
    report(scorer, found, notes["left_out"], options)


def train_words(options: argparse.Namespace) -> None:
    """Evaluate and train a finder of loaded words on the words that readers marked, print how right it is, and save it.

    Raises
    ------
    ValueError, OSError, ImportError
        For words that cannot be read or learned from, or an option that words have no use for. Nothing is written then.
    """
    frame = _frame_of(options)
    table, notes = read_marked(options.labels, text=options.text, words=options.words, group=options.group)
    texts, groups, marked = (table[name].to_list() for name in ("text", "group", "words"))
    scorer = LoadedWords(frame=frame, sentences=options.classifier).fit(texts, marked, groups)
    found = evaluate_words(scorer, texts, marked, groups, level=options.level, seed=options.seed)
    scorer.card |= {"group": options.group, "inputs": notes["inputs"]}
    scorer.save(options.out, evaluation=found)
    card = scorer.card
    told = f"{card['marked_words']:,} of {card['words']:,} words marked; {len(card['groups'])} groups of {options.group!r}"
    print(f"{card['texts']:,} texts: {told}")
    if notes["left_out"]:
        print(f"note: {notes['left_out']:,} rows without a text were left out")
    show(found.with_columns(pl.col(pl.Float64).round(3)), "table")
    print("Words of all texts of groups left out; list: the words marked in half of their places or more in the other groups.")
    print(f"model    {options.out}\ncard     {options.out}.md")


def _frame_of(options: argparse.Namespace) -> str:
    """Name the one frame of a finder of words; refuse what only units have."""
    set_ = {"--unit": options.unit != "sentences", "--abstain": options.abstain, "--lexicon": options.lexicon}
    unused = [name for name, given in (set_ | {"--label": options.label != ["label"]}).items() if given]
    if unused:
        raise ValueError(f"{unused[0]} is for labels of whole texts; with --words, words are learned and counted")
    frames = options.frames or ["loaded"]
    if len(frames) > 1:
        raise ValueError(f"--frames names {len(frames)} frames; marked words are of one frame, such as --frames loaded")
    return str(frames[0])


def checked_model(out: Path, labels: Path) -> Path:
    """Return `out` if a model may be written there; asked before any work is done.

    Raises
    ------
    ValueError
        If `out` is the file of labels, a folder, a file that is no saved classifier, or stands where nothing can be written.
    """
    place, card = out.resolve(), out.resolve().with_name(out.name + ".md")
    if labels.resolve() in (place, card):
        raise ValueError(f"--out {out} would replace the labels {labels}; name another file")
    if place.is_dir() or card.is_dir():
        raise ValueError(f"--out {out} is a folder; name a file, such as {out / 'model.skops'}")
    if place.exists() and not saved_at(place):
        raise ValueError(f"--out {out} is a file that is no saved classifier; name another")
    if card.exists() and not place.exists():
        raise ValueError(f"--out {out} would replace {card.name}, which is not the card of a saved classifier; name another file")
    checked_file(out)
    return out


def report(scorer: ClassifierScorer, found: Evaluation, left_out: int, options: argparse.Namespace) -> None:
    """Print what was learned from, how right it is beside what needs no reading, and where it was saved."""
    card = scorer.card
    counted = ", ".join(f"{count:,} {label}" for label, count in card["labels"].items())
    print(f"{card['texts']:,} texts: {counted}; {len(card['groups'])} groups of {options.group!r}")
    if left_out:
        print(f"note: {left_out:,} rows without a text or a label were left out")
    table = found.scores.select(SHOWN).with_columns(pl.col("label").fill_null("macro-average"), pl.col(pl.Float64).round(3))
    show(table, "table")
    print("grouped: no group in both training and test; random: groups in both, so that knowing the group helps.")
    print(f"macro-F1 on groups left out {found.macro_f1:.3f}; expected calibration error {found.expected_calibration_error:.3f}")
    if warning := doubt(found):
        print(f"note: {warning}")
    print(f"model    {options.out}\ncard     {options.out}.md")


def doubt(found: Evaluation) -> str:
    """Say so where a classifier is hardly better than guessing, and where that may lie in how few groups there are."""
    judged = found.scores.filter(pl.col("label").is_null(), split="grouped")
    low = judged.filter(judge="classifier")["low"][0]
    commonest = judged.filter(judge="commonest label")["f1"][0]
    if low > commonest:
        return ""
    groups = judged.filter(judge="classifier")["groups"][0]
    few = f"; it is wide by itself with {groups} groups: label texts of more outlets, or leave out events (--group)" if groups < FEW else ""
    return f"the interval reaches down to {low:.3f}, no more than always giving the commonest label ({commonest:.3f}){few}"
