"""How I answered a question, in a word."""

from __future__ import annotations

from afterword.kinds import Answered

ANSWERED = {Answered.WELL: "well", Answered.OK: "ok", Answered.BADLY: "badly", None: ""}
