"""Which journal a command is about: its folder, its mkdocs.yml, and the files in it, found without MkDocs."""
