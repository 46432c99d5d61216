"""The same command line, for python -m recruit.cli."""

from recruit.cli.main import main

main(prog_name="recruit")
