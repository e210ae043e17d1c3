"""Writing into the journal, which only a command that was asked to does: new files, never over another, and the one line that `log` changes."""
