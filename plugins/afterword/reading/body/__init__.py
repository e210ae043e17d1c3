"""Below the front matter: what the page shows, and the items that are counted of it."""

from afterword.reading.body.body import Body, BodyReader

__all__ = ["Body", "BodyReader"]
