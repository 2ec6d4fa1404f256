"""`python -m scenesetter`."""

from scenesetter.cli.app import main

main()
