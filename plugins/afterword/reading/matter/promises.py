"""What either side promised: texts, or small tables of what, by, done and who."""

from __future__ import annotations

from afterword.model import Party, Promise
from afterword.reading.matter.dated import day
from afterword.reading.matter.nodes import Mapping, Node, Scalar
from afterword.reading.matter.small_tables import SmallTable, means
from afterword.reading.matter.texts import members, pair_as_text, plain_name, text
from afterword.reading.problems import FileProblems
from afterword.vocabulary.sides import party

_KEYS = ("what", "by", "done", "who")


def promises(node: Node, problems: FileProblems) -> tuple[Promise, ...] | None:
    """Promises: texts, or tables of what, by, done and who."""
    made: list[Promise] = []
    for item in members(node):
        if isinstance(item, Mapping):
            made += _promise(item, problems)
        elif written := text(item, problems):
            made.append(Promise(what=written, line=item.line))
    return tuple(made)


def _promise(node: Mapping, problems: FileProblems) -> list[Promise]:
    key = node.pairs[0][0]
    said = pair_as_text(node, problems)
    if said and isinstance(key, Scalar) and not means(key.text, _KEYS):
        return [Promise(what=plain_name(said.text), line=node.line)]
    table = SmallTable(node, _KEYS, problems)
    what = table.get("what", text)
    by, done, who = table.get("by", day), table.get("done", day), table.get("who", _party)
    if what is None:
        message = "It is not said what was promised."
        table.note_missing("what", "no-what", message, "Write what: and the promise.")
        return []
    return [Promise(what=what, by=by, done=done, who=who or Party.ME, line=node.line)]


def _party(node: Node, problems: FileProblems) -> Party | None:
    written = node.text.strip() if isinstance(node, Scalar) else "a list"
    if (side := party(written)) is None:
        message = f"'{written}' is neither side of the table."
        problems.on(node, "unknown-party", message, "Write me or them.")
    return side
