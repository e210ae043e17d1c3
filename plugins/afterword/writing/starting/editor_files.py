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
  // What is built from your entries is found in them.
  "search.exclude": { "site": true, ".cache": true }
}
"""

_TASKS = """{
  "version": "2.0.0",
  "tasks": [
    {
      // Terminal > Run Task > "afterword: check": what cannot be read stands under Problems, as you write.
      "label": "afterword: check",
      "type": "shell",
      "command": "afterword check --watch",
      "isBackground": true,
      "presentation": { "reveal": "silent" },
      "problemMatcher": {
        "owner": "afterword",
        "fileLocation": ["relative", "${workspaceFolder}"],
        "pattern": {
          "regexp": "^(.+?):(\\\\d+):(\\\\d+): (error|warning|hint): (.*)$",
          "file": 1, "line": 2, "column": 3, "severity": 4, "message": 5
        },
        "background": {
          "activeOnStart": true,
          "beginsPattern": "^afterword: looking$",
          "endsPattern": "^afterword: looked$"
        }
      }
    },
    {
      "label": "afterword: serve",
      "type": "shell",
      "command": "mkdocs serve",
      "isBackground": true,
      "problemMatcher": []
    }
  ]
}
"""
_SNIPPETS = """{
  "An interview": {
    "prefix": "interview",
    "scope": "markdown",
    "body": [
      "---",
      "company: ${1:Company}",
      "role: ${2}",
      "date: ${CURRENT_YEAR}-${CURRENT_MONTH}-${CURRENT_DATE}",
      "round: ${3|screen,technical,take-home,design,behavioural,manager,panel,final|}",
      "---",
      "",
      "## Went well",
      "- ${0}",
      "",
      "## Went badly",
      "- ",
      "",
      "## Do differently",
      "- "
    ]
  },
  "Why": { "prefix": "why", "scope": "markdown", "body": "    - Why: ${0}" },
  "Their feedback": { "prefix": "feedback", "scope": "markdown", "body": ["## Feedback", "- Gap: ${1}", "- Praise: ${0}"] }
}
"""

EDITOR_FILES: Mapping[str, str] = {
    ".vscode/settings.json": _VS_CODE,
    ".vscode/tasks.json": _TASKS,
    ".vscode/afterword.code-snippets": _SNIPPETS,
}
