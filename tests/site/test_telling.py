"""What is wrong in a journal is said while it is built, with where its file lies."""

from __future__ import annotations

import logging

import pytest

from afterword.kinds import Severity
from afterword.model import Problem
from afterword.site.own_part import OwnPart
from afterword.site.telling import tell

LOG = logging.LoggerAdapter(logging.getLogger("tests.telling"), {})


def problem(severity: Severity) -> Problem:
    return Problem(
        path=f"{severity.value}.md", line=3, column=1, severity=severity, code="a", message="Odd."
    )


@pytest.mark.parametrize(("part", "before"), [(OwnPart(), ""), (OwnPart("ours"), "ours/")])
def test_errors_and_warnings_are_told_and_hints_are_not(
    part: OwnPart, before: str, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    tell(map(problem, [Severity.HINT, Severity.ERROR, Severity.HINT, Severity.WARNING]), LOG, part)
    said = [(one.levelname, one.getMessage().partition(":")[0]) for one in caplog.records]
    assert said == [("ERROR", f"{before}error.md"), ("WARNING", f"{before}warning.md")]
