"""The words that people use, as tables: what they write, how it is compared, and how it is said to them."""
