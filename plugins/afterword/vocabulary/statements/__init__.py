"""The words that a sentence is understood by: who promises, what was sent, what is denied."""
