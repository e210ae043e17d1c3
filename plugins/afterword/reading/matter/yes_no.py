"""Whether a value says yes or no."""

from __future__ import annotations

from afterword.reading.matter.nodes import Node
from afterword.reading.matter.texts import one_line, says
from afterword.reading.problems import FileProblems
from afterword.vocabulary.languages import WORDS

YES, NO = WORDS.spoken("yes"), WORDS.spoken("no")


def yes_or_no(node: Node, problems: FileProblems) -> bool | None:
    """True or false, in any spelling of YAML's; None where it is neither, which is told."""
    if says(node, YES):
        return True
    if says(node, NO):
        return False
    problems.doubt(
        node,
        "not-yes-or-no",
        f"'{one_line(node)}' is neither true nor false, so this entry is not published.",
        "Write true or false.",
    )
    return None
