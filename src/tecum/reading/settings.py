"""The figures of READING that are tuned on development data, read from one file."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from tecum.tables import table_of

__all__ = [
    "LikenessSettings",
    "OcrSettings",
    "Settings",
    "likeness_settings",
    "ocr_settings",
    "settings",
]


@dataclass(frozen=True, slots=True)
class OcrSettings:
    """What recognised words must reach; what each means stands in ``settings.toml``."""

    poor_confidence: float
    letters_per_ink: float
    few_letters: int
    least_word: int
    layer_agrees: float
    layer_words: float
    certain_words: int
    likely_words: int


@dataclass(frozen=True, slots=True)
class LikenessSettings:
    """From when on documents are alike; what each means stands in ``settings.toml``."""

    text: float
    picture: float
    fewest_words: int


@dataclass(frozen=True, slots=True)
class Settings:
    """Weights, margins and floors; what each means stands beside it in ``settings.toml``."""

    outside_region: float
    certain_margin: float
    likely_score: float
    likely_margin: float
    kind_floor: float
    without_court: float
    template_share: float
    conduct_floor: float
    conduct_certain: float
    conduct_likely: float
    conduct_telling: float
    conduct_counter: float
    conduct_hardly: float
    conduct_build: float


@cache
def settings() -> Settings:
    """The settings that are shipped with this version."""
    table = table_of((files("tecum.reading") / "settings.toml").read_text("utf-8"))
    marks, conduct = table["marks"], table["conduct"]
    return Settings(
        outside_region=marks["outside_region"],
        certain_margin=marks["certain_margin"],
        likely_score=marks["likely_score"],
        likely_margin=marks["likely_margin"],
        kind_floor=marks["floor"],
        without_court=marks["without_court"],
        template_share=marks["template_share"],
        conduct_floor=conduct["floor"],
        conduct_certain=conduct["certain"],
        conduct_likely=conduct["likely"],
        conduct_telling=conduct["telling"],
        conduct_counter=conduct["counter"],
        conduct_hardly=conduct["hardly"],
        conduct_build=conduct["build"],
    )


@cache
def ocr_settings() -> OcrSettings:
    """The settings for recognised words."""
    table = table_of((files("tecum.reading") / "settings.toml").read_text("utf-8"))
    return OcrSettings(**table["ocr"])


@cache
def likeness_settings() -> LikenessSettings:
    """The settings for duplicates and near-duplicates."""
    table = table_of((files("tecum.reading") / "settings.toml").read_text("utf-8"))
    return LikenessSettings(**table["likeness"])
