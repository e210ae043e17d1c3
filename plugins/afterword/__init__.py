"""Afterword: a journal of job interviews that becomes a private site."""
