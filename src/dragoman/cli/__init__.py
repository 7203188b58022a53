"""The command line: one module a command, registered in `app`."""

from dragoman.cli.app import main

__all__ = ["main"]
