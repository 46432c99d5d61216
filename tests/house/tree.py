"""The house itself, as files: what its tests walk through."""

import ast
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
CODE = ("recruit", "matching")
FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)


def python_files(*rooms: str) -> list[Path]:
    """Python files of the named rooms; npm brings none that counts as ours."""
    found = (path for room in rooms for path in sorted((ROOT / room).rglob("*.py")))
    return [path for path in found if "node_modules" not in path.parts]


def templates(pattern: str = "*.html") -> list[Path]:
    return sorted((ROOT / "templates").rglob(pattern))


@cache
def syntax(path: Path) -> ast.Module:
    return ast.parse(path.read_text(), filename=str(path))


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def functions(path: Path) -> list[ast.FunctionDef | ast.AsyncFunctionDef]:
    return [node for node in ast.walk(syntax(path)) if isinstance(node, FUNCTIONS)]
