"""Who may see what of a journal."""
