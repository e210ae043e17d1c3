"""Answers about a journal: pure functions, one question a module."""
