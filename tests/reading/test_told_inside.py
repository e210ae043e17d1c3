"""An interview that a page about other things tells of in a line is told once, at that line."""

from __future__ import annotations

import pytest

from afterword.kinds import Severity
from afterword.model import Source
from afterword.reading import read_journal

_SIDES = "  - good: calm\n  - bad: late\n"


def told(text: str, path: str = "a.md") -> list[tuple[str, int]]:
    problems = read_journal([Source(path, text)]).problems
    return [(one.code, one.line) for one in problems if one.severity is not Severity.HINT]


@pytest.mark.parametrize(
    ("text", "path"),
    [
        (f"# 2026-11-12 Thursday\n\n- 11:00 Interview @ Acme (Cook)\n{_SIDES}- gym\n", "a.md"),
        (f"Mood: fine\n\n- Interview at Acme\n{_SIDES}", "2026-11-12.md"),
        (f"Week 46\n\n- Interviewed at Acme on 12 Nov\n{_SIDES}", "a.md"),
        ("# 12. November 2026\n\n- Vorstellungsgespräch bei Acme\n  - gut: ruhig\n  - schlecht: spät\n", "a.md"),
        ("# 2026-11-12\n\n**Interview at Acme**\n\n+ calm\n- late\n", "a.md"),
    ],
)  # fmt: skip
def test_its_line_is_told(text: str, path: str) -> None:
    assert told(text, path) == [("interview-inside", 3)]


@pytest.mark.parametrize(
    "text",
    [
        f"# Diary\n\n- Interview at Acme\n{_SIDES}",
        "# 2026-11-12\n\n- Interview at Acme\n- gym\n",
        f"# 2026-11-12\n\n- Lunch at Acme\n{_SIDES}",
        f"# 2026-11-12\n\n- Interview at Acme {'long ' * 25}\n{_SIDES}",
        f"# 2026-11-12\n\n- Interview at Acme\n{'text' * 5}\n" + "- x\n" * 15 + _SIDES,
    ],
)
def test_another_page_is_left_in_silence(text: str) -> None:
    assert told(text) == []
