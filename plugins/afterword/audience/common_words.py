"""Words that name nobody: what many names have in common, and names that are words of everyday as well."""

from __future__ import annotations

from itertools import chain
from pathlib import Path

from afterword.audience.common_names import COMMON
from afterword.audience.spelling import words_in

_FOLDER = Path(__file__).parent / "words"


def _text(name: str) -> str:
    return (_FOLDER / f"{name}.txt").read_text(encoding="utf-8")


def _folded(name: str) -> frozenset[str]:
    # Few lines have other letters than those of ASCII, and those take longer.
    return frozenset(chain.from_iterable(map(words_in, _text(name).splitlines())))


# Articles, prepositions and conjunctions, in the languages that companies are named in; of people's names too.
FUNCTION = _folded("function")
# Forms of law, which say nothing of whose company it is.
FORMS = _folded("forms")
# What companies are called besides their name: forms of law, sorts of business, places, and praise.
GENERIC = FORMS | _folded("generic")
# What an inflected or a broken name is not, though it has the same letters.
EVERYDAY = FUNCTION | GENERIC | COMMON | _folded("everyday")
# What stands before or behind a name in one word with it.
BEFORE = _folded("before")
BEHIND = _folded("behind")
# Initials that are a word of the trade before they are a company.
TRADE = frozenset(_text("trade").split())
# What is said to somebody before or behind a family name of one syllable.
TITLES_BEFORE = "老小阿"
TITLES_BEHIND = "先生|女士|小姐|老师|经理|总|工|博士|教授|주임|대리|과장|차장|부장|팀장|이사|선생|씨|님|さん|様|氏|君"
