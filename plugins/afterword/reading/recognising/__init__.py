"""Whether a file is a note of an interview, and of how many: looked at before anything of it is read."""
