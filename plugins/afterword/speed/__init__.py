"""What makes a build faster and changes nothing of what it makes: without this room the site is the same to the byte."""
