"""What a host answers, and whether it is what it should be."""
