"""What somebody says of an interview, put into its entry with every other byte as it was."""
