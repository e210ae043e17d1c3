"""What `afterword init` makes, and what it looks at before it does."""
