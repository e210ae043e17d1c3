"""Answers become pages: Markdown with HTML where Markdown is too weak."""

from afterword.pages.edition import Edition

__all__ = ["Edition"]
