"""How the problems of one file are gathered, each at its place, all of them in one reading."""

from __future__ import annotations

from dataclasses import replace

from afterword.days import DayOrder
from afterword.frozen import dataclass, field
from afterword.kinds import Severity
from afterword.model import Problem
from afterword.reading.matter.nodes import Node

# A message quotes what was written, which may be a page that was pasted; its beginning and its end are enough.
_LONGEST, _HEAD = 200, 90


def warning(
    path: str,
    place: tuple[int, int],
    code: str,
    message: str,
    suggestion: str | None = None,
    *,
    excerpt: str = "",
) -> Problem:
    """A doubt about what stands at a line and column of a file, both from 1."""
    return Problem(
        path=path,
        line=place[0],
        column=place[1],
        severity=Severity.WARNING,
        code=code,
        message=message,
        suggestion=suggestion,
        excerpt=excerpt,
    )


def hint(path: str, line: int, code: str, message: str, suggestion: str) -> Problem:
    """What is thin, not wrong, on a line of a file."""
    return replace(warning(path, (line, 1), code, message, suggestion), severity=Severity.HINT)


@dataclass(slots=True)
class FileProblems:
    """The problems noted so far in the file at `path`, whose lines are at hand for the excerpt above a caret.

    `order` is that of the numbers in its dates, where one is known; `orders` are those that its dates can only have.
    """

    path: str
    lines: list[str]
    noted: list[Problem] = field(default_factory=list)
    order: DayOrder | None = None
    orders: set[DayOrder] = field(default_factory=set)

    def at(
        self,
        line: int,
        column: int,
        code: str,
        message: str,
        suggestion: str | None = None,
        *,
        severity: Severity = Severity.ERROR,
    ) -> None:
        """Note a problem at a line and column of the file, both from 1."""
        if len(message) > _LONGEST:
            message = f"{message[:_HEAD]} … {message[-_HEAD:]}"
        excerpt = self.lines[line - 1] if 0 < line <= len(self.lines) else ""
        self.noted.append(
            Problem(
                path=self.path,
                line=line,
                column=column,
                severity=severity,
                code=code,
                message=message,
                suggestion=suggestion,
                excerpt=excerpt,
            )
        )

    def on(self, node: Node, code: str, message: str, suggestion: str | None = None) -> None:
        """Note that the value at this node could not be read."""
        self.at(node.line, node.column, code, message, suggestion)

    def doubt(self, node: Node, code: str, message: str, suggestion: str | None = None) -> None:
        """Note that the value at this node was read, but is probably not what was meant."""
        self.at(node.line, node.column, code, message, suggestion, severity=Severity.WARNING)

    def hint(self, line: int, code: str, message: str, suggestion: str | None = None) -> None:
        """Note that something on this line is thin, not wrong."""
        self.at(line, 1, code, message, suggestion, severity=Severity.HINT)

    @property
    def own_order(self) -> DayOrder | None:
        """The one order that its own dates can only have."""
        return next(iter(self.orders)) if len(self.orders) == 1 else None

    @property
    def failed(self) -> bool:
        """Whether any fact could not be read."""
        return any(problem.severity is Severity.ERROR for problem in self.noted)
