"""What is owed, by whom, and from when it is polite: one row a kind of follow-up."""
