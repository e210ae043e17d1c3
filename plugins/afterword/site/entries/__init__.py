"""How the Markdown of an entry becomes HTML that can be looked at without harm."""
