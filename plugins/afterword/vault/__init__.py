"""A folder of files becomes a folder that only its readers can open. Knows bytes: no interview, no theme, no MkDocs."""

from afterword.vault.opening import open_vault
from afterword.vault.sealing import seal

__all__ = ["open_vault", "seal"]
