"""What a new journal brings for its writer's editor, by the path of each file: the one place to add to."""

from __future__ import annotations

from collections.abc import Mapping

_VS_CODE = """{
  // Suggestions while you write, which VS Code leaves out of Markdown.
  "[markdown]": {
    "editor.quickSuggestions": { "comments": "off", "strings": "off", "other": "on" },
    "editor.wordWrap": "on",
    "files.trimTrailingWhitespace": false
  },
  "files.exclude": { "site/": true, ".cache/": true }
}
"""

EDITOR_FILES: Mapping[str, str] = {".vscode/settings.json": _VS_CODE}
