"""What `afterword due` says beside what is due: why, what is old, and one line for a shell."""
