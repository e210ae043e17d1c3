"""How a build says what is wrong in a journal: each error and warning once, so that `--strict` counts them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from logging import ERROR, WARNING, LoggerAdapter
from typing import Any

from afterword.kinds import Severity
from afterword.model import Problem
from afterword.site.own_part import OwnPart

RENAMED = (
    "%s is an entry, and a page of Afterword lies there too: the entry's page is at %s. "
    "Rename the file to choose a place for it."
)
_LEVELS = {Severity.ERROR: ERROR, Severity.WARNING: WARNING}


def tell(problems: Iterable[Problem], log: LoggerAdapter[Any], part: OwnPart) -> None:
    """Log problems, each with its path below the site's sources; hints are for `afterword check`."""
    for problem in problems:
        if level := _LEVELS.get(problem.severity):
            log.log(level, "%s", replace(problem, path=part.uri(problem.path)))
