"""Text becomes a journal, and every slip in it a problem."""

from afterword.reading.journal import ReadingOptions, read_journal
from afterword.reading.source import read_source

__all__ = ["ReadingOptions", "read_journal", "read_source"]
