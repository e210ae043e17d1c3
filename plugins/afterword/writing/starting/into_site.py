"""The mkdocs.yml of a site that is there already, with the journal among its plugins and every other byte as it was."""

from __future__ import annotations

import re
from collections.abc import Iterator

import yaml

from afterword.errors import AfterwordError
from afterword.writing.entries.entry_text import line_of

_NAME = "afterword"
_KEY = "plugins"
_YAML = "tag:yaml.org,2002:"


class UnsureError(AfterwordError):
    """It cannot be told for sure where in a mkdocs.yml the plugin goes; the text says which lines to add by hand."""

    def __init__(self, why: str, folder: str) -> None:
        super().__init__(
            f"{why}, so it was left as it is. Add this to its plugins yourself: - {_NAME}: {{{line_of('folder', folder)}}}"
        )


def has_journal(text: str) -> bool:
    """Whether a mkdocs.yml has the plugin already, in whatever way."""
    try:
        return any(_NAME in _named(value) for value in _values(_root(text), _KEY))
    except (yaml.YAMLError, RecursionError):
        return False


def with_journal(text: str, folder: str) -> str:
    """The text of a mkdocs.yml with the plugin added for a folder below docs_dir, as the last of its plugins.

    Raises UnsureError where that cannot be proved to change nothing else.
    """
    try:
        root = _root(text)
        if not isinstance(root, yaml.MappingNode) or root.flow_style:
            raise UnsureError("Its settings are written in an unusual way", folder)
        at, added = _addition(text, root, folder)
        changed = f"{text[:at]}{added}{text[at:]}"
        if _tree(_root(changed)) != _tree(_expected(root, folder)):
            raise UnsureError("Its plugins are written in an unusual way", folder)
    except (yaml.YAMLError, RecursionError) as error:
        raise UnsureError("It is YAML that cannot be read for sure", folder) from error
    return changed


def _root(text: str) -> yaml.Node | None:
    return yaml.compose(text, Loader=yaml.SafeLoader)


def _values(root: yaml.Node | None, key: str) -> list[yaml.Node]:
    if not isinstance(root, yaml.MappingNode):
        return []
    return [value for name, value in root.value if name.value == key]


def _named(plugins: yaml.Node) -> Iterator[str]:
    """The names in a list of plugins, or in a mapping of them."""
    if isinstance(plugins, yaml.MappingNode):
        yield from (str(name.value) for name, _ in plugins.value)
    elif isinstance(plugins, yaml.SequenceNode):
        for item in plugins.value:
            if isinstance(item, yaml.ScalarNode):
                yield str(item.value)
            else:
                yield from _named(item)


def _addition(text: str, root: yaml.MappingNode, folder: str) -> tuple[int, str]:
    """Where in the text something is added, and what."""
    plugins = _values(root, _KEY)
    if not plugins and _values(root, "INHERIT"):
        raise UnsureError("It takes its plugins from another file", folder)
    if not plugins:
        return _new_lines(text, _end(root), ["", f"{_KEY}:", *_both(folder)])
    node = plugins[-1]
    if len(plugins) > 1 or not node.tag.startswith(_YAML):
        raise UnsureError("It names its plugins twice, or elsewhere", folder)
    if not isinstance(node, yaml.CollectionNode):
        if node.start_mark.index != node.end_mark.index:
            raise UnsureError("Its plugins are no list", folder)
        return _new_lines(text, _end(node), _both(folder))
    if node.flow_style:
        return _in_brackets(node, folder)
    indent = " " * node.start_mark.column
    end = _behind_comments(text, _end(node), len(indent))
    if isinstance(node, yaml.SequenceNode):
        return _new_lines(text, end, _item(indent, folder))
    return _new_lines(text, end, [f"{indent}{_NAME}:", f"{indent}  {line_of('folder', folder)}"])


def _both(folder: str) -> list[str]:
    """The plugin that MkDocs has by itself, as long as none is named, and ours."""
    return ["  - search", *_item("  ", folder)]


def _item(indent: str, folder: str) -> list[str]:
    return [f"{indent}- {_NAME}:", f"{indent}    {line_of('folder', folder)}"]


def _in_brackets(node: yaml.CollectionNode, folder: str) -> tuple[int, str]:
    """Behind the last of what stands between brackets."""
    said = f"{_NAME}: {{{line_of('folder', folder)}}}"
    if isinstance(node, yaml.SequenceNode):
        said = f"{{{said}}}"
    if not node.value:
        return node.start_mark.index + 1, said
    return _end(node.value[-1]), f", {said}"


def _new_lines(text: str, end: int, lines: list[str]) -> tuple[int, str]:
    """Behind the line that something ends on, with the line ends of the file."""
    line_end = "\r\n" if "\r\n" in text else "\n"
    end = len(text[:end].rstrip())
    at = text.find("\n", end)
    if at < 0:
        return len(text), "".join(f"{line_end}{line}" for line in lines)
    return at + 1, "".join(f"{line}{line_end}" for line in lines)


def _behind_comments(text: str, end: int, column: int) -> int:
    """Behind the comments below a value that are further in than a column, and so belong to it."""
    while comment := re.compile(rf"[^\n]*\n {{{column + 1},}}#[^\n]*").match(text, end):
        end = comment.end()
    return end


def _end(node: yaml.Node | tuple[yaml.Node, yaml.Node]) -> int:
    """Behind the last sign of a value, which the comments and blank lines below it are none of."""
    if isinstance(node, tuple):
        return max(map(_end, node))
    is_block = isinstance(node, yaml.CollectionNode) and not node.flow_style
    index: int = _end(node.value[-1]) if is_block else node.end_mark.index
    return index


def _expected(root: yaml.MappingNode, folder: str) -> yaml.MappingNode:
    """The settings with the plugin among them."""
    options = yaml.MappingNode(f"{_YAML}map", [(_scalar("folder"), _scalar(folder))])
    ours = yaml.MappingNode(f"{_YAML}map", [(_scalar(_NAME), options)])
    there = [
        (name, _with(value, ours) if name.value == _KEY else value) for name, value in root.value
    ]
    if not _values(root, _KEY):
        there.append((_scalar(_KEY), _with(_scalar(""), ours)))
    return yaml.MappingNode(root.tag, there)


def _with(plugins: yaml.Node, ours: yaml.MappingNode) -> yaml.Node:
    if isinstance(plugins, yaml.MappingNode):
        return yaml.MappingNode(plugins.tag, [*plugins.value, *ours.value])
    if isinstance(plugins, yaml.SequenceNode):
        return yaml.SequenceNode(plugins.tag, [*plugins.value, ours])
    return yaml.SequenceNode(f"{_YAML}seq", [_scalar("search"), ours])


def _scalar(text: str) -> yaml.ScalarNode:
    return yaml.ScalarNode(f"{_YAML}str", text)


def _tree(node: yaml.Node | None) -> object:
    """A node as nested tuples, which can be compared."""
    if isinstance(node, yaml.MappingNode):
        return node.tag, tuple((_tree(name), _tree(value)) for name, value in node.value)
    if isinstance(node, yaml.SequenceNode):
        return node.tag, tuple(map(_tree, node.value))
    return (node.tag, node.value) if node else None
