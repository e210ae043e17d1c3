"""Pictures as percent coordinates: shapes worked out in Python, drawn by templates."""
