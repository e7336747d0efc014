"""Where the research data come from, on what terms, and how to cite them."""

import csv
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

import polars as pl

from framing import arguments


@dataclass(frozen=True)
class Source:
    """A published set of labelled texts.

    Parameters
    ----------
    title, citation, licence, where
        What to print beside any figure measured on it, and where its files are published.
    """

    title: str
    citation: str
    licence: str
    where: str


SOURCES: Mapping[str, Source] = MappingProxyType(
    {
        "babe": Source(
            "BABE: Bias Annotations By Experts",
            "Spinde, T., Plank, M., Krieger, J.-D., Ruas, T., Gipp, B. and Aizawa, A. (2021). Neural Media Bias Detection Using "
            "Distant Supervision With BABE. Findings of EMNLP. https://doi.org/10.18653/v1/2021.findings-emnlp.101",
            "AGPL-3.0, as stated in the repository",
            "https://github.com/Media-Bias-Group/Neural-Media-Bias-Detection-Using-Distant-Supervision-With-BABE",
        ),
        "basil": Source(
            "BASIL: Bias Annotation Spans on the Informational Level",
            "Fan, L., White, M., Sharma, E., Su, R., Choubey, P. K., Huang, R. and Wang, L. (2019). In Plain Sight: Media Bias Through "
            "the Lens of Factual Reporting. EMNLP-IJCNLP. https://doi.org/10.18653/v1/D19-1664",
            "none stated",
            "https://github.com/launchnlp/BASIL",
        ),
        "narrative_frames": Source(
            "Narrative frames: conflicts, villains and resolutions in climate news",
            "Frermann, L., Li, J., Khanehzar, S. and Mikolajczak, G. (2023). Conflicts, Villains, Resolutions: Towards models of "
            "Narrative Media Framing. ACL. https://doi.org/10.18653/v1/2023.acl-long.486",
            "MIT for the annotations; the texts belong to their publishers",
            "https://doi.org/10.18653/v1/2023.acl-long.486",
        ),
        "polnear": Source(
            "PolNeAR: Political News Attribution Relations",
            "Newell, E., Margolin, D. and Ruths, D. (2018). An Attribution Relations Corpus for Political News. LREC. "
            "https://aclanthology.org/L18-1524",
            "none stated",
            "https://github.com/networkdynamics/PolNeAR",
        ),
    }
)


def folder_of(folder: str | Path) -> Path:
    """Return the folder that the data are in as a path."""
    return arguments.path("folder", folder, "the path of the folder with the data")


@contextmanager
def as_published(path: Path) -> Iterator[None]:
    """Say of a file that is not as it was published which one it is, and what is wrong with it."""
    try:
        yield
    except (LookupError, TypeError, AttributeError, SyntaxError, ValueError, csv.Error, pl.exceptions.PolarsError) as error:
        told = " ".join(str(error).split())
        known = isinstance(error, ValueError) and told.startswith(str(path))
        raise ValueError(told if known else f"{path} is not as it was published: {type(error).__name__}: {told[:200]}") from None


def require(path: Path, source: str, expected: str = "") -> Path:
    """Return `path` if it is there, else raise a `FileNotFoundError` that says what is `expected` and where the data are published."""
    if not path.exists():
        layout = f"expected {expected}; " if expected else ""
        raise FileNotFoundError(f"No {path.name} in {path.parent}; {layout}{SOURCES[source].title} is published at {SOURCES[source].where}")
    return path
