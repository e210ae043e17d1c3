"""Text becomes a journal, and every slip in it a problem.

`read_journal` does it at once. A build reads its files first and asks later which of them are in its site: `read_files` gives
`Readings`, which can be sent to another process, put together, and made a `Journal` of; a `FileReader` hands over each interview
with its body while the parser still holds that. An entry never leaves this room.
"""

from afterword.reading.joining.journal import ReadingOptions, read_journal
from afterword.reading.readings import FileReader, Readings, read_files
from afterword.reading.source import read_source

__all__ = ["FileReader", "ReadingOptions", "Readings", "read_files", "read_journal", "read_source"]
