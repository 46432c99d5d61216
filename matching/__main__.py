"""The command line: JSON in, JSON out, messages on standard error.

Exit codes: 0 an answer (a time limit is one), 1 broken rules, 2 bad input, 3 a panel that cannot be.
"""

import json
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, NoReturn

from .assigning import PairAssigner
from .benching.results import write_results
from .benching.running import SIZES, figures, is_wrong, told
from .compositions import InfeasiblePanel
from .loading import load_problem
from .lottery import Lottery
from .pool import read_rows
from .reading import BadInput, mapping, parse_json, read_json, read_text, text, whole
from .records import Role, people_from_dict
from .refreshing import refresh_frontier
from .scoring import RoleScorer
from .tags import suggest
from .verifying import verify

ANSWERED, BROKEN_RULES, BAD_INPUT, INFEASIBLE = range(4)
ALTERNATES = 3


class PlainParser(ArgumentParser):
    """Says what is wrong with the command in one line."""

    def error(self, message: str) -> NoReturn:
        raise BadInput(f"{self.prog}: {message}")


def say(answer: Any) -> None:
    """Print one JSON document."""
    print(json.dumps(answer, indent=2, allow_nan=False))


def solve(arguments: Namespace) -> int:
    """The best plan of a problem."""
    assigner = PairAssigner(max_gap=arguments.max_gap, time_limit=arguments.time_limit, alternates=ALTERNATES)
    say(assigner.fit(load_problem(arguments.problem)).plan_.to_dict())
    return ANSWERED


def frontier(arguments: Namespace) -> int:
    """The best plans for 0, 1, 2 ... changes."""
    points = None if arguments.points is None else whole(arguments.points, "points", least=1)
    found = refresh_frontier(load_problem(arguments.problem), points=points)
    say({"points": [point.to_dict() for point in found]})
    return ANSWERED


def check(arguments: Namespace) -> int:
    """Each broken rule on a line."""
    raw = read_json(arguments.problem)
    load_problem(mapping(raw, "problem"))
    lines = verify(raw, read_json(arguments.plan))
    print("".join(f"{line}\n" for line in lines), end="")
    return BROKEN_RULES if lines else ANSWERED


def rank(arguments: Namespace) -> int:
    """Everybody's scores for a role, the greatest total first."""
    role = Role.from_dict(read_json(arguments.role))
    say(RoleScorer(role).fit_rank(people_from_dict(read_json(arguments.people))).to_dict())
    return ANSWERED


def panel(arguments: Namespace) -> int:
    """The chances of a fair lottery, its tickets, and the people drawn with a seed."""
    pool = read_rows(read_text(arguments.pool), where="pool")
    targets = read_rows(read_text(arguments.targets), where="targets")
    lottery = Lottery(arguments.size, together=arguments.together).fit(pool, targets)
    say(
        {
            "probabilities": lottery.probabilities_,
            "min": lottery.min_,
            "gini": lottery.gini_,
            "panels": [{"members": list(each), "tickets": held} for each, held in lottery.panels_.items()],
            "drawn": lottery.draw(arguments.seed),
            "seed": arguments.seed,
        }
    )
    return ANSWERED


def suggest_tags(arguments: Namespace) -> int:
    """Tags for each text, one JSON line a text."""
    answers = []
    for number, line in enumerate(read_text(arguments.texts).splitlines(), start=1):
        if line.strip():
            where = f"line {number}"
            given = mapping(parse_json(line, where=where), where, known=("id", "text"), needed=("id", "text"))
            tags = [tag.to_dict() for tag in suggest(given["text"])]
            answers.append({"id": text(given["id"], f"{where}.id"), "tags": tags})
    for answer in answers:
        print(json.dumps(answer, allow_nan=False))
    return ANSWERED


def bench(arguments: Namespace) -> int:
    """Measure value and speed beside their bars, a line a figure; a missed time is no failure."""
    found = []
    for figure in figures(arguments.size):
        print(told(figure), flush=True)
        found.append(figure)
    if arguments.results is not None:
        day = f"{datetime.now(UTC):%-d %B %Y}"
        write_results(found, Path(arguments.results), size=arguments.size, day=day)
    return BROKEN_RULES if any(map(is_wrong, found)) else ANSWERED


def parser() -> PlainParser:
    """Every command with its arguments."""
    root = PlainParser(prog="python -m matching", description=__doc__)
    commands = root.add_subparsers(dest="command", required=True, parser_class=PlainParser)

    def command(name: str, run: Callable[[Namespace], int], *files: str) -> PlainParser:
        made = commands.add_parser(name, help=run.__doc__, description=run.__doc__)
        made.set_defaults(run=run)
        for file in files:
            made.add_argument(file, help="a file, or - for standard input")
        return made

    solving = command("solve", solve, "problem")
    solving.add_argument("--max-gap", type=float, default=0.0, help="stop at this share of the bound")
    solving.add_argument("--time-limit", type=float, default=60.0, help="seconds")
    command("frontier", frontier, "problem").add_argument("--points", type=int, help="at most so many")
    command("verify", check, "problem", "plan")
    command("rank", rank, "role", "people")
    command("suggest", suggest_tags, "texts")
    drawing = command("panel", panel, "pool", "targets")
    drawing.add_argument("--size", type=int, required=True, help="seats on the panel")
    drawing.add_argument("--seed", required=True, help="any text; the same one draws the same people")
    drawing.add_argument(
        "--together", metavar="COLUMN", help="at most one person of each value of this column"
    )
    measuring = command("bench", bench)
    measuring.add_argument("--size", choices=SIZES, default="small")
    measuring.add_argument("--results", metavar="FILE", help="write a table here, and pictures beside it")
    return root


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; its exit code."""
    try:
        read = parser().parse_args(arguments)
        return int(read.run(read))
    except BadInput as problem:
        print(" ".join(str(problem).split()), file=sys.stderr)
        return BAD_INPUT
    except InfeasiblePanel as problem:
        print(problem, file=sys.stderr)
        return INFEASIBLE


if __name__ == "__main__":
    sys.exit(main())
