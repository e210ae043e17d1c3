"""What `afterword import` says and writes of notes and of files."""
