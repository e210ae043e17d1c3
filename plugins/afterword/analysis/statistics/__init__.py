"""What can be said of counts and days, and how sure it is."""
