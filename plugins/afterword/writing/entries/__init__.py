"""A new entry: its text, its name, its place, and what the journal knows of it already."""
