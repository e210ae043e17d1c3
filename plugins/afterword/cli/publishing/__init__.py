"""The steps of a publish, from the doubts before it to the words behind it."""
