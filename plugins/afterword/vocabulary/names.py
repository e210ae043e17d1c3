"""Which words stand between the names of two people, and which within one."""

from __future__ import annotations

from afterword.vocabulary.languages import WORDS

AND = WORDS.of("and")
# In small letters, as they are written within a name.
PARTICLES = frozenset(WORDS.of("name particle"))
