"""Whether a commitment helped where it was tried, in a word."""

from __future__ import annotations

from afterword.kinds import Helped

HELPED = {
    Helped.HELPED: "helped",
    Helped.PARTLY: "helped partly",
    Helped.NO: "did not help",
    None: "tried",
}
