"""The words for days, times and spans, in each language."""
