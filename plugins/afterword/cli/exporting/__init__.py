"""The journal and its answers as documents for other programs: JSON, tables and a calendar."""
