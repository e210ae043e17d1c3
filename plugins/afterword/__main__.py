"""`python -m afterword` is `afterword`."""

from afterword.cli.main import main

main(prog_name="afterword")
