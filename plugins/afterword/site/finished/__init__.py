"""What is done to a page, and to a whole site, once its theme has laid it out."""
