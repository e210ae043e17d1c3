"""Where a passphrase comes from, how it is handed on, and how a new one is shown."""
