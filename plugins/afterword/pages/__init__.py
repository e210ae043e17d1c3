"""Answers become pages: Markdown with HTML where Markdown is too weak."""

from afterword.pages.edition import Edition
from afterword.pages.site import Site

__all__ = ["Edition", "Site"]
