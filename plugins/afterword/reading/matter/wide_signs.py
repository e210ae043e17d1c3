"""Signs that Chinese, Japanese, Korean and Arabic write another way, as YAML and the readers of values want them."""

from __future__ import annotations

import re
import unicodedata

from afterword.reading.matter.nodes import Node, Scalar, Sequence
from afterword.vocabulary.fields import Kind
from afterword.vocabulary.names import AND
from afterword.vocabulary.speaking import languages_spoken

_WIDE_COLON = r"^(?P<key>\s*(?:- +)?[^\s:：#'\"\[{-][^:：\n]{0,40}?)：[ \t\u3000]*"
_COMMAS = str.maketrans(
    {"،": ",", "，": ",", "、": ",", "؛": ";", "；": ";", "（": " (", "）": ")"}
)
_PERCENT = str.maketrans({"٪": "%", "٫": "."})
_NUMBERS = frozenset({Kind.PERCENT, Kind.FEELING})
_LISTS = frozenset({Kind.PEOPLE, Kind.REFERENCES, Kind.DAYS, Kind.SENT})
_NAMED = frozenset({Kind.PEOPLE, Kind.REFERENCES})
_CONCERNED = _NUMBERS | _LISTS


def with_plain_colons(raw: str) -> str:
    """Front matter whose keys end in a colon and a blank, where they end in the wide colon of a language that has no other."""
    if "：" not in raw or not any(one.has_wide_colon for one in languages_spoken()):
        return raw
    return re.sub(_WIDE_COLON, r"\g<key>: ", raw, flags=re.MULTILINE)


def with_plain_signs(kind: Kind, node: Node) -> Node:
    """A value of this kind with figures and commas as English has them, and an English "and" between two names."""
    if kind not in _CONCERNED:
        return node
    if isinstance(node, Sequence):
        items = tuple(with_plain_signs(kind, item) for item in node.items)
        return node if items == node.items else node._replace(items=items)
    if not isinstance(node, Scalar):
        return node
    text = node.text
    if not text.isascii():
        if kind in _NUMBERS:
            text = unicodedata.normalize("NFKC", text).translate(_PERCENT)
        else:
            text = text.translate(_COMMAS).replace(",", ", ")
    if kind in _NAMED:
        text = _parted(text)
    return node if text == node.text else node._replace(text=" ".join(text.split()))


def _parted(text: str) -> str:
    """Names with an English "and" for that of a language spoken: "Ana y Luis"; one of a letter may stand in a name, as in "Ortega y Gasset"."""
    if not (others := languages_spoken()):
        return text
    every = {word for one in others if one.has_blanks for word in one.of("and")}
    words = map(re.escape, every.difference(AND))

    def parted(found: re.Match[str]) -> str:
        before, behind = text[: found.start()], text[found.end() :]
        first, second = before.rpartition(",")[2].strip(), behind.partition(",")[0].strip()
        stands_between = len(found["word"]) > 1 or " " not in first or " " in second
        return " and " if stands_between else found[0]

    return re.sub(rf"\s+(?P<word>{'|'.join(words) or '(?!)'})\s+(?![^(]*\))", parted, text)
