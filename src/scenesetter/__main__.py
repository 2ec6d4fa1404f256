"""`python -m scenesetter`, and the command of the installed package."""

import sys


def run() -> None:
    """Ctrl-C ends it without a traceback while the command is still loading, too."""
    try:
        from scenesetter.cli.app import main  # noqa: PLC0415 - Ctrl-C while it loads

        main()
    except KeyboardInterrupt:
        sys.exit(130)


if __name__ == "__main__":
    run()
