"""Who may open what is published: their names, their slots, their file."""
