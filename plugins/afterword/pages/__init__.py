"""Answers become pages: Markdown with HTML where Markdown is too weak."""
