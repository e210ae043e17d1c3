"""A sealed folder becomes the one commit of a branch, by git."""
