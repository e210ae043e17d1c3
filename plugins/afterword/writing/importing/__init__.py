"""What somebody has elsewhere, read into entries and notes on applications: first said, then written, and never twice."""
