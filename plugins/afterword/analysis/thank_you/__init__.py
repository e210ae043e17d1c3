"""Does a thank-you note say what such a note should, and is it meant for this company and no other? See `notes`."""
