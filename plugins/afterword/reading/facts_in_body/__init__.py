"""Facts that stand in the body of an entry, where its front matter does not have them."""
