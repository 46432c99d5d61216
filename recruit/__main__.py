"""From a fresh clone to a running Alongside, with nothing but Python: python3 -m recruit demo."""

import hashlib
import os
import subprocess
import sys
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
STAMP = VENV / "installed.txt"
LOCK = ROOT / "requirements.lock"

OLDEST_PYTHON = (3, 11)
VENV_MISSING = (
    "Python cannot make a virtual environment here. On Debian or Ubuntu: apt-get install python3-venv"
)


def main(words):
    refuse_old_python()
    extras = ["postgres", "test"] if words[:1] == ["test"] else ["postgres"]
    make_environment()
    install(extras)
    run("-m", "recruit.assets.build")
    os.execv(PYTHON, [str(PYTHON), "-m", "recruit.cli", *words])


def refuse_old_python():
    if sys.version_info < OLDEST_PYTHON:
        here = ".".join(str(part) for part in sys.version_info[:2])
        sys.exit(
            "Alongside needs Python 3.11 or newer; this is Python " + here + ". Try: python3.12 -m recruit"
        )


def make_environment():
    """Make .venv, or make it anew where it does not start or was made by another Python."""
    if made_by() == sys.version_info[:2]:
        return
    say("Making a virtual environment in .venv")
    try:
        venv.create(VENV, clear=True, with_pip=True)
    except subprocess.CalledProcessError:
        sys.exit(VENV_MISSING)


def made_by():
    """The Python version inside .venv; None where there is no environment that starts."""
    if not PYTHON.exists():
        return None
    asked = [str(PYTHON), "-c", "import sys, pip; print(*sys.version_info[:2])"]
    answer = subprocess.run(asked, capture_output=True, text=True, check=False)
    return tuple(int(part) for part in answer.stdout.split()) if answer.returncode == 0 else None


def install(extras):
    """Install what the lock pins, unless the stamp says that this was done."""
    wanted = fingerprint()
    done = STAMP.read_text().split() if STAMP.exists() else []
    if done[:1] == [wanted] and set(extras) <= set(done[1:]):
        return
    say("Installing the packages that requirements.lock names; this takes about a minute, once")
    pip = ["-m", "pip", "install", "-qq", "--disable-pip-version-check", "-c", str(LOCK)]
    run(*pip, "setuptools")
    run(*pip, "--no-build-isolation", "--editable", f"{ROOT}[{','.join(extras)}]")
    STAMP.write_text(" ".join([wanted, *extras]))


def fingerprint():
    """What is asked for, and where: an environment does not follow a clone that moves."""
    digest = hashlib.sha256(str(ROOT).encode())
    for path in (LOCK, ROOT / "pyproject.toml"):
        digest.update(path.read_bytes())
    return digest.hexdigest()


def run(*words):
    done = subprocess.run([str(PYTHON), *words], cwd=ROOT, check=False)
    if done.returncode:
        sys.exit("Set-up stopped at: python " + " ".join(words))


def say(sentence):
    print(sentence, flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
