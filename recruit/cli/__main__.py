"""The same command line, for python -m recruit.cli."""

from recruit.cli import main

main()
