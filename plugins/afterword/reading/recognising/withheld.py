"""Whether a file says that it is not to be published, in whatever form it does.

What its writer keeps to themselves must not go out because of a slip beside it: so this looks at lines, also of front matter that
cannot be read, and where two of them disagree, or one says neither, the file is kept back.
"""

from __future__ import annotations

import re
from functools import lru_cache

from afterword.reading.matter.yes_no import NO, YES
from afterword.vocabulary.fields import Keys
from afterword.vocabulary.languages import Language
from afterword.vocabulary.speaking import languages_spoken
from afterword.vocabulary.spelling import spoken

# Behind a line break, a key and its value by any of the signs that people put between them, in a list or a quote, bold or in brackets.
_LINE = re.compile(
    r"\n[^\w\n]{0,12}(?P<key>[^\W\d_][^\n:：=]{0,30}?)[ \t]*(?:::?|：|=)(?P<value>[^\n]{0,80})"
)
# What each of the two keys says of a file that may go out.
_EXPECTED = {"draft": NO, "publish": YES}
# Below so many letters nobody writes how a file is to be treated.
_SEEN = 4000


def says_withheld(text: str, keys: Keys) -> bool:
    """Whether a line near the beginning of a text says that it is a draft, or not to be published."""
    spoken_in = languages_spoken()
    for key, value in _LINE.findall(f"\n{text[:_SEEN]}"):
        name = _meant(key.strip("*_\"' "), keys, spoken_in)
        if name in _EXPECTED and spoken(value) and spoken(value) not in _EXPECTED[name]:
            return True
    return False


# The entries of a journal have the same few keys: asked about each of them anew, this took a hundredth of all reading.
@lru_cache(maxsize=1024)
def _meant(key: str, keys: Keys, _spoken_in: tuple[Language, ...]) -> str | None:
    """The field that a key names, or is one slip away from, in these languages, which are those spoken."""
    field = keys.field_of(key)
    if field is None and (slip := keys.slip_for(key)):
        field = keys.field_of(slip)
    return field.name if field else None
