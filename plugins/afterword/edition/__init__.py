"""What every page of one build shares: the journal on its day, addresses, links, and the templates."""
