"""Which extensions of Markdown every site of MkDocs has, whatever else it asks for."""

from __future__ import annotations

BUILT_IN = ("toc", "tables", "fenced_code")
