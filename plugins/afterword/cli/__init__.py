"""The command line: one verb a module, results to standard output, everything else to standard error."""

from afterword.cli.main import main

__all__ = ["main"]
