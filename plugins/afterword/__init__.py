"""A journal of job interviews becomes a private site."""

__version__ = "0.1.0"
