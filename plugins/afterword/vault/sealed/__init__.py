"""What a sealed folder is made of: a header, a key, and files as one run of bytes."""
