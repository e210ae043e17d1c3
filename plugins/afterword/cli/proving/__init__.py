"""The proof that what may not be read cannot be found in a built site."""
