"""The sentences of pages that have many."""
