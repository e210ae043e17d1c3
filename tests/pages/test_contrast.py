"""Every colour that text or a mark stands on is far enough from it, in light, in dark and on paper."""

from __future__ import annotations

import re

import pytest
from tests.end_to_end.projects import ROOT

TOKENS = (ROOT / "plugins/afterword/site/assets/css/00-tokens.css").read_text(encoding="utf-8")
LIGHT, DARK, PAPER = (
    dict(re.findall(r"--aw-([a-z-]+): (#[0-9a-f]{6});", block))
    for block in re.findall(r"\{([^{}]*--aw-page[^{}]*)\}", TOKENS)
)
PALETTES = {"light": LIGHT, "dark": {**LIGHT, **DARK}, "paper": {**LIGHT, **PAPER}}
GROUNDS = ("page", "surface", "surface-soft")
TEXT = [
    *((ink, ground) for ink in ("ink", "ink-soft", "link") for ground in GROUNDS),
    *(("ink", tint) for tint in ("well-tint", "badly-tint", "open-tint", "badly-middle")),
    ("on-well", "well"),
    ("on-badly", "badly"),
    ("on-open", "open"),
]
MARKS = [
    *((mark, ground) for mark in ("well", "badly", "open", "edge") for ground in GROUNDS),
    ("well", "well-tint"),
    ("badly", "badly-tint"),
    ("open", "open-tint"),
]


def luminance(colour: str) -> float:
    """Relative luminance by WCAG 2.2."""
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def too_near(palette: str, pairs: list[tuple[str, str]], least: float) -> list[str]:
    colours = PALETTES[palette]
    ratios = {pair: contrast(colours[pair[0]], colours[pair[1]]) for pair in pairs}
    return [
        f"{fore} on {ground}: {ratio:.2f}"
        for (fore, ground), ratio in ratios.items()
        if ratio < least
    ]


@pytest.mark.parametrize("palette", PALETTES)
def test_text_can_be_read(palette: str) -> None:
    assert too_near(palette, TEXT, 4.5) == []


@pytest.mark.parametrize("palette", PALETTES)
def test_marks_can_be_told(palette: str) -> None:
    assert too_near(palette, MARKS, 3.0) == []


def test_black_on_white_is_twenty_one() -> None:
    assert round(contrast("#000000", "#ffffff"), 2) == 21
