"""A note without front matter is told where its first line names a day or a round, and both sides stand below it."""

from __future__ import annotations

import pytest

from afterword.kinds import Severity
from afterword.model import Source
from afterword.reading import read_journal

_SIDES = "good\n- calm\n\nbad\n- forgot the dose\n"


def told(text: str, path: str = "a.md") -> list[str]:
    problems = read_journal([Source(path, text)]).problems
    return [one.code for one in problems if one.severity is not Severity.HINT]


@pytest.mark.parametrize(
    "first",
    [
        "# Harbour, 12 November 2026",
        "# 12 November 2026, Harbour",
        "# 2026-11-12 Harbour",
        "# Harbour (12.11.2026)",
        "# Phone screen, 12/11/26, Harbour",
        "# Harbour - Tuesday",
        "# Harbour, round 2",
        "# Second round | Harbour | 2026-11-12",
        "# Harbour\n12 Nov, by phone",
        "Harbour, 12 nov",
        "**Harbour · 12. Nov.**",
        "# Klinikum Nord, 12. November",
        "# 12 novembre 2026, Hôpital Nord",
        "# Hospital Norte, martes 12",
        "# Больница, 12 ноября",
        "# 港湾医院 11月12日",
    ],
)
def test_its_day_or_its_round_may_stand_in_any_order(first: str) -> None:
    assert told(f"{first}\n\n{_SIDES}") == ["no-company"]


@pytest.mark.parametrize(
    "sides",
    [
        _SIDES,
        "Good:\n- calm\nBad:\n- late\n",
        "good: calm\nbad: late\n",
        "good - calm\nbad - late\n",
        "+ calm\n- late\n",
        "## pros\ncalm\n## cons\nlate\n",
        "went well\n- calm\n",
        "gut\n- ruhig\nschlecht\n- Dosis\n",
        "bien\n- calma\nmal\n- lento\n",
        "好\n- 冷静\n不好\n- 忘了\n",
    ],
)
def test_its_sides_may_be_written_in_any_way(sides: str) -> None:
    assert told(f"# Harbour, 12 November\n\n{sides}") == ["no-company"]


def test_its_files_name_counts_where_it_has_no_first_line_of_its_own() -> None:
    assert told(_SIDES, "Harbour 2026-11-12.md") == ["no-company"]


def test_it_says_how_the_file_is_begun() -> None:
    (problem,) = read_journal([Source("a.md", f"# Harbour, 12 November\n\n{_SIDES}")]).problems
    assert problem.message == (
        "This looks like notes of an interview, but no line says company: and the name, so it is not read as one."
    )
    assert (problem.suggestion or "").startswith("Begin the file with ---, company: and date:")


@pytest.mark.parametrize(
    "text",
    [
        "# 2026-11-12\n\ngood\n- slept\n\nbad\n- rain\n",
        "# Round 2\n\ngood\n- slept\n\nbad\n- rain\n",
        f"# Which laptop\n\n{_SIDES}",
        f"# Sprint 12, 12 November\n\n{_SIDES}",
        "# Harbour, 12 November\n\n- flour\n- eggs\n",
        "# Harbour, 12 November\n- flour\n\ngood\n- calm\n",
        f"# Harbour, 12 November {'long ' * 20}\n\n{_SIDES}",
        f"# Harbour, 12 November\n\n{_SIDES}" + "text\n" * 70,
        f"---\ntitle: Laptops\n---\n# Laptops, 12 November 2026\n\n{_SIDES}",
        _SIDES,
        "\n",
    ],
)
def test_another_page_is_left_in_silence(text: str) -> None:
    assert told(text) == []


_TALKED = "Acme Games\nGameplay programmer\nSat 7 Nov 2026 (yes, a Saturday) 4pm, call w Erik, who is the head of the studio\n"


def test_three_first_lines_may_say_together_whom_i_talked_to_and_when() -> None:
    assert told(f"{_TALKED}\n+ calm\n- late\n") == ["no-company"]


@pytest.mark.parametrize(
    "first",
    [
        _TALKED.replace("call w Erik", "at Erik's"),
        _TALKED.replace("7 Nov 2026", "").replace("Sat", "").replace("Saturday", "day"),
        _TALKED.replace("Gameplay", "Gameplay " * 12),
        _TALKED.replace("Sat 7", "- Sat 7"),
        _TALKED.replace("Gameplay programmer", "Good: calm"),
    ],
)
def test_three_lines_of_another_kind_are_left_in_silence(first: str) -> None:
    assert told(f"{first}\n+ calm\n- late\n") == []
