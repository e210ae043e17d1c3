"""Below the front matter: what the page shows, and the items that are counted of it."""
