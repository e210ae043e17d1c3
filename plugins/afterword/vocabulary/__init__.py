"""The words that people use, as tables."""
