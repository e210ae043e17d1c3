"""What all files of a journal say together: its applications, its themes, and what is probably not meant."""
