"""The command `dragoman` (first seam)."""

import typer

app = typer.Typer(name="dragoman", no_args_is_help=True)


@app.callback()
def root() -> None:
    """Read official statements and news about diplomacy into a sourced, checkable record."""


def main() -> None:
    """Run the command line."""
    app()
