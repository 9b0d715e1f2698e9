"""`python -m trigpoint.cli`."""

from trigpoint.cli.app import main

main()
