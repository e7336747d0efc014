"""Accuracy, calibration and speed of the ready classifiers on published research data.

Run: ``python benchmarks/classifiers.py [babe] [frames] [speed] [basil] [words] [embeddings]`` with the data in
the folder named by FRAMING_DATA (else ``../shared/data``). Training is done anew for every fold; nothing learned is kept.
"""

import sys
import time

import numpy as np
import polars as pl
from research_data import folder
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import f1_score
from sklearn.pipeline import make_pipeline

from framing import ClassifierScorer, Corpus, split_voices
from framing.classifier import LoadedWords, evaluate, evaluate_words, readings
from framing.classifier.calibrated import Calibrated
from framing.classifier.vectors import encode
from framing.research import FRAMES, SOURCES, read_babe, read_basil, read_narrative_frames


def plain():
    """Plain TF-IDF with logistic regression: what a script in a tutorial does."""
    return ClassifierScorer(make_pipeline(TfidfVectorizer(sublinear_tf=True), LogisticRegression(max_iter=1000)), name="plain TF-IDF")


def babe():
    """Loaded sentences, one outlet left out at a time."""
    data = read_babe(folder("babe"))
    texts, labels, outlets = data["text"].to_list(), data["label"].to_list(), data["outlet"].to_list()
    print(SOURCES["babe"].citation)
    for scorer in (plain(), ClassifierScorer.named("tfidf"), ClassifierScorer.named("features")):
        found = evaluate(scorer, texts, labels, outlets)
        with pl.Config(tbl_rows=-1, tbl_cols=-1, tbl_width_chars=160, float_precision=3):
            print(scorer.name, found.scores)
        print(f"{scorer.name}: macro-F1 {found.macro_f1:.3f}, ECE {found.expected_calibration_error:.3f}")
        print(f"{scorer.name}: mean over outlets of at least 100 sentences {by_outlet(scorer, texts, labels, outlets):.3f}")


def weighed():
    """Plain TF-IDF with labels weighed alike, cut at one half, and from the threshold that inner folds take: its best for a rare label."""
    estimator = make_pipeline(TfidfVectorizer(sublinear_tf=True), LogisticRegression(max_iter=1000, class_weight="balanced"))
    return ClassifierScorer(estimator, name="plain TF-IDF, weighed"), ClassifierScorer(
        Calibrated(estimator), name="plain TF-IDF, calibrated"
    )


def basil():
    """Sentences with lexical, and with informational, bias, stories left out: F1 of the biased class, and its ratio to plain TF-IDF."""
    data = read_basil(folder("basil"))
    print(SOURCES["basil"].citation)
    alone, placed = data["text"].to_list(), in_articles(data)
    features = ClassifierScorer.named("features")
    tried = {scorer.name: (scorer, alone) for scorer in (plain(), *weighed(), ClassifierScorer.named("tfidf"))}
    tried |= {"features, sentences alone": (features, alone), "features, in their articles": (features, placed)}
    for kind in ("lexical", "informational"):
        labels = ["biased" if marked else "not" for marked in data[kind]]
        base = 0.0
        for name, (scorer, texts) in tried.items():
            found = evaluate(scorer, texts, labels, data["event"], random_split=False)
            row = found.scores.filter(judge="classifier", label="biased").row(0, named=True)
            base = max(base, row["f1"]) if name.startswith("plain") else base
            told = f"F1 {row['f1']:.3f} ({row['low']:.3f} to {row['high']:.3f}), ECE {found.expected_calibration_error:.3f}"
            beside = f", {row['f1'] / base:.2f} times the best plain TF-IDF" if base else ""
            print(f"{name}: {kind} bias in {row['texts']} sentences, {told}{beside}", flush=True)


def in_articles(data):
    """Give the sentences of BASIL the voices and the place they have in their articles."""
    articles, places = [], []
    for (name, outlet, event), rows in data.group_by("article_id", "outlet", "event", maintain_order=True):
        texts = rows["text"].to_list()
        ends = np.cumsum([len(text) + 1 for text in texts]) - 1
        places += [(name, "text", int(end) - len(text), int(end)) for text, end in zip(texts, ends, strict=True)]
        articles.append({"article_id": name, "outlet": outlet, "event": event, "text": "\n".join(texts)})
    passages = split_voices(Corpus.from_records(articles))
    return readings(passages, pl.DataFrame(places, schema=["article_id", "part", "start", "end"], orient="row"))


def embeddings():
    """Loaded sentences and frames with sentence vectors; needs the package that holds the model."""
    data = read_babe(folder("babe"))
    scorer = ClassifierScorer.named("embeddings")
    start = time.process_time()
    encode(data["text"].to_list())
    print(f"embeddings: {data.height / (time.process_time() - start):,.0f} sentences a second of CPU")
    found = evaluate(scorer, data["text"], data["label"].to_list(), data["outlet"], random_split=False)
    print(found.scores)
    print(f"embeddings: macro-F1 {found.macro_f1:.3f}, ECE {found.expected_calibration_error:.3f}")
    frames(ClassifierScorer.named("embeddings", unit="articles"))


def words(*sentences):
    """Biased words, one outlet left out at a time: F1 over all words of all sentences."""
    data = read_babe(folder("babe"))
    print(SOURCES["babe"].citation)
    for name in sentences or ("tfidf",):
        start = time.process_time()
        found = evaluate_words(LoadedWords(sentences=name), data["text"], data["words"].to_list(), data["outlet"])
        with pl.Config(tbl_rows=-1, tbl_cols=-1, tbl_width_chars=160, float_precision=3):
            print(f"loaded words, sentences judged by {name}; CPU {time.process_time() - start:.0f} s", found)


def by_outlet(scorer, texts, labels, outlets):
    """Mean of each left-out outlet's own macro-F1; outlets with few sentences say nothing."""
    texts, labels, outlets = (np.array(each, dtype=object) for each in (texts, labels, outlets))
    reached = []
    for outlet in np.unique(outlets):
        test = outlets == outlet
        if test.sum() >= 100:
            fitted = ClassifierScorer(scorer.estimator).fit(texts[~test], labels[~test], outlets[~test])
            reached.append(f1_score(labels[test].tolist(), fitted.predict(texts[test]).tolist(), average="macro"))
    return float(np.mean(reached))


def frames(*scorers):
    """Five frames of climate articles, the official folds: mean over folds and frames of macro-F1 (frame, no frame)."""
    data = read_narrative_frames(folder("narrative_frames"))
    print(SOURCES["narrative_frames"].citation)
    ready = [ClassifierScorer.named(name, unit="articles") for name in ("tfidf", "features")]
    for scorer in scorers or (plain(), *ready):
        reached, start = np.zeros((5, len(FRAMES))), time.process_time()
        for fold in range(1, 6):
            train, test = data.filter(pl.col("fold") != fold), data.filter(fold=fold)
            fitted = ClassifierScorer(scorer.estimator).fit(train["text"], train.select(FRAMES))
            given = fitted.predict(test["text"])
            reached[fold - 1] = [f1_score(test[frame], given[:, place], average="macro") for place, frame in enumerate(FRAMES)]
        each = ", ".join(f"{frame} {value:.3f}" for frame, value in zip(FRAMES, reached.mean(0), strict=True))
        print(f"{scorer.name}: mean macro-F1 {reached.mean():.3f} ({each}); CPU {time.process_time() - start:.0f} s")


def speed():
    """Sentences a second on one core, the median of five runs over 15,000 sentences."""
    data = read_babe(folder("babe"))
    texts = data["text"].to_list()
    for scorer in (plain(), ClassifierScorer.named("tfidf"), ClassifierScorer.named("features")):
        fitted = scorer.fit(texts, data["label"].to_list(), data["outlet"].to_list())
        runs = []
        for run in range(5):  # texts that were not read before: nothing is remembered of them
            many = [f"{text} {run} {n}" for n in range(5) for text in texts]
            start = time.process_time()
            fitted.predict(many)
            runs.append(len(many) / (time.process_time() - start))
        print(f"{scorer.name}: {np.median(runs):,.0f} sentences a second of CPU")


if __name__ == "__main__":
    tasks = {"babe": babe, "frames": frames, "speed": speed, "basil": basil, "words": words, "embeddings": embeddings}
    for task in sys.argv[1:] or ("babe", "frames", "speed"):
        tasks[task]()
