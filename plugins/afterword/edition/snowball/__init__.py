"""The modules of `snowballstemmer`, one a language, to be imported from here one by one.

That package imports all of them to hand out one: three dozen languages' tables, which are 50 ms, and every eighth object that the build of
a small journal keeps.
"""

from __future__ import annotations

from importlib.machinery import ModuleSpec
from importlib.util import find_spec
from typing import cast

from afterword.edition.stems import PACKAGE

# Where Python looks for the modules of this package.
__path__ = cast(ModuleSpec, find_spec(PACKAGE)).submodule_search_locations or []
