"""What a new journal, or a journal within a site that is there already, begins with."""
