"""Where in a text there is a way to reach somebody: a mail address, a link, a handle, a telephone number.

What has over two hundred characters and no blank is taken for one, unread.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from afterword.audience.spelling import SCRIPTS_WITHOUT_BLANKS

# Nobody reads so long a run without a blank, and looking for addresses within it takes long.
_UNREAD = re.compile(rf"[^\s{SCRIPTS_WITHOUT_BLANKS}\u3000-\u303f\uff00-\uffef]{{201,}}")
_AT = r"(?:[@＠]|\s{0,3}[\[({<]\s{0,3}(?:at|@)\s{0,3}[\])}>]\s{0,3})"
_DOT = r"(?:\.|\s{0,3}[\[({<]\s{0,3}(?:dot|punkt|\.)\s{0,3}[\])}>]\s{0,3})"
_MAIL = re.compile(
    rf"[\w.+%'-]{{1,200}}{_AT}[\w-]{{1,200}}(?:{_DOT}[\w-]{{1,200}}){{0,9}}", re.IGNORECASE
)
_DICTATED = re.compile(
    r"(?<![\w.+-])[\w.+-]{1,64}\s{1,3}(?i:at|ät)\s{1,3}[\w-]{1,64}(?:\s{1,3}(?i:dot|punkt)\s{1,3}[\w-]{1,64}){1,4}"
    r"|(?<![\w.+-])[\w.+-]{1,64}\s{1,3}(?:AT|ÄT)\s{1,3}[\w-]{1,64}(?:\.[\w-]{2,64}){1,4}"
)
_PATH = re.compile(
    r"(?<![\w.])(?:[\w-]{1,64}\.){1,5}[a-z]{2,24}/\S{1,200}"
    r"|(?<!\w)(?:linkedin|xing)/(?:in|pub|company|profile|pages)/\S{1,200}",
    re.IGNORECASE,
)
_LINK = re.compile(
    r"(?<![\w])(?:[a-z][a-z0-9+.-]{1,20}://|www\.|mailto:|tel:|sip:|xmpp:)\S+", re.IGNORECASE
)
# Top-level domains that no file and no library ends in often; a path behind any of them is part of it.
_HOST = re.compile(
    r"(?<![\w.])(?:[\w-]{1,200}\.){1,9}(?:com|org|net|io|dev|ai|app|co|info|biz|me|jobs|careers|tech|cloud|online|site|page|xyz|example|test|eu|"
    r"uk|us|ca|au|nz|ie|de|at|ch|nl|be|lu|fr|es|pt|it|dk|se|no|fi|is|pl|cz|sk|hu|ro|bg|gr|hr|si|ee|lv|lt|ua|ru|tr|il|in|cn|hk|tw|jp|kr|"
    r"sg|br|mx|ar|cl|za)(?![\w-])(?:[/?#:]\S*)?",
    re.IGNORECASE,
)
_HANDLE = re.compile(r"(?<![\w.])[@＠][\w][\w.-]*(?:[@＠][\w.-]+)?")
_NUMBER = re.compile(r"(?<![\w.,])[+＋(]?\d(?:[\s\u00a0().\u2010-\u2015/-]{0,3}\d){5,17}(?![\w])")
_DAY = re.compile(r"\d{4}[-./]\d{1,2}[-./]\d{1,2}(?!\d)|\d{1,2}[-./]\d{1,2}[-./]\d{2,4}(?!\d)")
_DASH = r"\s*[-\u2010-\u2015/]\s*"
_AMOUNT = r"(?:\d{1,3}(?:[ \u00a0.]\d{3})+|\d+000|\d+00|(?:19|20)\d\d)"
_AMOUNTS = re.compile(
    rf"{_AMOUNT}(?:{_DASH}{_AMOUNT})*|\d{{1,2}}\.\d\d{_DASH}\d{{1,2}}\.\d\d|0\.\d+|(?:(?:19|20)\d\d ?)+"
)
_FEWEST_DIGITS = 7
_LONG = 9


def contacts(text: str) -> Iterator[tuple[int, int]]:
    """The place of each, as start and end; they may overlap."""
    at = 0
    for unread in _UNREAD.finditer(text):
        yield from _read(text, at, unread.start())
        yield unread.span()
        at = unread.end()
    yield from _read(text, at, len(text))


def without_unread(text: str) -> str:
    """The text, as long as it was, with blanks for each run that is taken out unread."""
    return _UNREAD.sub(lambda found: " " * len(found[0]), text)


def _read(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    for pattern in (_LINK, _MAIL, _DICTATED, _PATH, _HOST, _HANDLE):
        yield from (found.span() for found in pattern.finditer(text, start, end))
    numbers = _NUMBER.finditer(text, start, end)
    yield from (found.span() for found in numbers if _is_telephone(found[0]))


def _is_telephone(number: str) -> bool:
    """Whether digits are dialled, and are no day, span of years, or amount."""
    is_dialled = number.startswith(("+", "＋", "(", "00"))
    if not is_dialled and (_DAY.match(number) or _AMOUNTS.fullmatch(number)):
        return False
    digits = sum(one.isdigit() for one in number)
    is_grouped = not number.isdigit()
    return digits >= (_FEWEST_DIGITS if is_dialled or is_grouped else _LONG)
