"""What on an ordinary page of the user's a browser will not load or run, because the pages of a journal reach no other host."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from urllib.parse import urlsplit

from afterword.kinds import Severity
from afterword.model import Problem, Source

_FENCED = re.compile(
    r"^ {0,12}(`{3,}|~{3,}).*?(?:^ {0,12}\1[`~]*[ \t]*$|\Z)", re.MULTILINE | re.DOTALL
)
_FRONT_MATTER = re.compile(r"\A---[ \t]*\n.*?^(?:---|\.\.\.)[ \t]*$", re.MULTILINE | re.DOTALL)
# An indented line below an empty one; below an item or a note of an extension it is that one's text.
_INDENTED = re.compile(r"(?<=\n\n)(?:(?: {4}|\t).*\n?|[ \t]*\n(?= {4}|\t))+")
_HOLDS_TEXT = re.compile(r"\s*(?:[-+*]|\d+[.)]|!!!|\?\?\?|===|///|:|\[\^)")
_IN_LINE = re.compile(r"(`+)(?!`)(?:[^`]|(?!\1)`)+?\1(?!`)")
_PICTURE = re.compile(r"!\[[^\]]*\]\(\s*<?((?:https?:)?//[^\s)>]+)", re.IGNORECASE)

_NO_HOST = "a page of a journal asks no other host for anything"
_NO_WORDS = "words in a page may come from anybody, so that only the theme's run"
_COPY = "Keep a copy beside the page, or link to it."
_MEDIA = {
    "img": "picture",
    "audio": "sound",
    "video": "film",
    "source": "picture or film",
    "track": "track",
    "input": "picture",
}
_SHOWN = frozenset({"iframe", "frame"})
_PROGRAMS = frozenset({"object", "embed", "applet"})


def blocked(source: Source, own: str = "") -> tuple[Problem, ...]:
    """A hint for each thing on a page that its policy stops, in the order of its lines; `own` is the address of the site."""
    text = _without_code(source.text or "")
    reader = _Reader(source.path, own)
    for found in _PICTURE.finditer(text):
        line = text.count("\n", 0, found.start()) + 1
        reader.note_remote("picture", found[1], line, _COPY)
    reader.feed(text)
    reader.close()
    return tuple(sorted(reader.problems, key=lambda one: (one.line, one.message)))


def _without_code(text: str) -> str:
    """A text with blanks for its front matter and its code, each line where it was."""
    text = _FENCED.sub(_blank, _FRONT_MATTER.sub(_blank, text))
    return _IN_LINE.sub(_blank, _INDENTED.sub(lambda found: _blank_code(found, text), text))


def _blank(found: re.Match[str]) -> str:
    return re.sub(r"[^\n]", " ", found[0])


def _blank_code(found: re.Match[str], text: str) -> str:
    above = [line for line in text[: found.start()].split("\n") if line[:1].strip()]
    return found[0] if above and _HOLDS_TEXT.match(above[-1]) else _blank(found)


class _Reader(HTMLParser):
    """Goes through the tags of a page, and notes what is stopped."""

    def __init__(self, path: str, own: str) -> None:
        super().__init__()
        self._path = path
        self._own = own
        self.problems: list[Problem] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note what is stopped of one tag."""
        named = {name: value or "" for name, value in attrs}
        line = self.getpos()[0]
        for message, how in self._of_tag(tag, named):
            self._note(line, message, how)
        for message, how in _of_attributes(named):
            self._note(line, message, how)
        if tag in _MEDIA:
            for address in (named.get("src", ""), named.get("poster", ""), *_listed(named)):
                self.note_remote(_MEDIA[tag], address, line, _COPY)

    def _of_tag(self, tag: str, named: dict[str, str]) -> Iterator[tuple[str, str]]:
        source, target = self._remote(named.get("src", "")), self._remote(named.get("href", ""))
        data = named.get("type", "").startswith("application/")
        if tag == "script" and source:
            how = "Keep a copy of it, and name that in extra_javascript in mkdocs.yml."
            yield f"A script from {source} does not run: {_NO_HOST}.", how
        elif tag == "script" and "src" not in named and not data:
            how = "Put it into a file, and name that in extra_javascript in mkdocs.yml."
            yield f"A script in a page does not run: {_NO_WORDS}.", how
        elif tag == "style":
            how = "Put it into a file, and name that in extra_css in mkdocs.yml."
            yield f"A style in a page does not count: {_NO_WORDS.replace('run', 'count')}.", how
        elif tag == "link" and target:
            how = "Keep a copy of it, and name that in extra_css in mkdocs.yml."
            yield f"What is kept at {target} is not loaded: {_NO_HOST}.", how
        elif tag in _SHOWN and source:
            yield f"A page of {source} is not shown in this one: {_NO_HOST}.", "Link to it instead."
        elif tag in _PROGRAMS:
            yield (
                f"<{tag}> is not shown: what it loads would be a program.",
                "Link to the file instead.",
            )
        elif tag == "form":
            how = "Link to the page that has it instead."
            yield "A form cannot be sent: what is written into it would leave the site.", how

    def note_remote(self, what: str, address: str, line: int, how: str) -> None:
        """Note something that is not loaded, where its address leads to another host."""
        if host := self._remote(address):
            self._note(line, f"A {what} from {host} is not loaded: {_NO_HOST}.", how)

    def _remote(self, address: str) -> str:
        """The host that an address leads to; empty for one of this site."""
        bare = re.sub(r"[\x00-\x20]", "", address)
        if self._own and bare.startswith(self._own):
            return ""
        try:
            parts = urlsplit(bare)
        except ValueError:
            return "another place"
        is_near = not parts.netloc and parts.scheme in {"", "data"}
        return "" if is_near else parts.netloc or "another place"

    def _note(self, line: int, message: str, how: str) -> None:
        self.problems.append(
            Problem(
                path=self._path,
                line=line,
                column=1,
                severity=Severity.HINT,
                code="blocked",
                message=message,
                suggestion=how,
            )
        )


def _listed(named: dict[str, str]) -> Iterator[str]:
    """The addresses in a list of one picture's sizes."""
    return (one.split()[0] for one in named.get("srcset", "").split(",") if one.strip())


def _of_attributes(named: dict[str, str]) -> Iterator[tuple[str, str]]:
    """What is stopped of a tag whatever it is called."""
    for name in named:
        if name.startswith("on"):
            how = (
                "Put it into a script of your own, and name that in extra_javascript in mkdocs.yml."
            )
            yield f"{name}= does not run: {_NO_WORDS}.", how
    if "style" in named:
        how = "Give it a class, and style that in a file that extra_css in mkdocs.yml names."
        yield f"style= does not count: {_NO_WORDS.replace('run', 'count')}.", how
    if re.sub(r"[\x00-\x20]", "", named.get("href", "")).lower().startswith("javascript:"):
        yield f"A link to a script does nothing: {_NO_WORDS}.", "Link to a page instead."
