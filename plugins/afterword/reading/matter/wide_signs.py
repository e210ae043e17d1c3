"""Signs that Chinese, Japanese, Korean and Arabic write another way, as YAML and the readers of values want them."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import replace

from afterword.reading.matter.nodes import Node, Scalar, Sequence
from afterword.vocabulary.fields import Kind
from afterword.vocabulary.speaking import languages_spoken

_WIDE_COLON = re.compile(
    r"^(?P<key>\s*(?:- +)?[^\s:：#'\"\[{-][^:：\n]{0,40}?)：[ \t\u3000]*", re.MULTILINE
)
_COMMAS = str.maketrans(
    {"،": ",", "，": ",", "、": ",", "؛": ";", "；": ";", "（": " (", "）": ")"}
)
_PERCENT = str.maketrans({"٪": "%", "٫": "."})
_NUMBERS = frozenset({Kind.PERCENT, Kind.FEELING})
_LISTS = frozenset({Kind.PEOPLE, Kind.REFERENCES, Kind.DAYS, Kind.SENT})
_NAMED = frozenset({Kind.PEOPLE, Kind.REFERENCES})
_CONCERNED = _NUMBERS | _LISTS


def with_plain_colons(raw: str) -> str:
    """Front matter whose keys end in a colon and a blank, where they ended in the wide colon that needs none."""
    return _WIDE_COLON.sub(r"\g<key>: ", raw) if "：" in raw else raw


def with_plain_signs(kind: Kind, node: Node) -> Node:
    """A value of this kind with figures and commas as English has them, and a comma for the word that parts two names."""
    if kind not in _CONCERNED:
        return node
    if isinstance(node, Sequence):
        return replace(node, items=tuple(with_plain_signs(kind, item) for item in node.items))
    if not isinstance(node, Scalar):
        return node
    text = node.text
    if not text.isascii():
        if kind in _NUMBERS:
            text = unicodedata.normalize("NFKC", text).translate(_PERCENT)
        elif kind in _LISTS:
            text = text.translate(_COMMAS).replace(",", ", ")
    if kind in _NAMED:
        text = _parted(text)
    return node if text == node.text else replace(node, text=" ".join(text.split()))


def _parted(text: str) -> str:
    """Names with a comma where a language has a word for "and": "Ana y Luis"."""
    if not (others := languages_spoken()):
        return text
    words = {re.escape(word) for one in others if one.has_blanks for word in one.of("and")}
    return re.sub(rf"\s+(?:{'|'.join(words) or '(?!)'})\s+(?![^(]*\))", ", ", text)
