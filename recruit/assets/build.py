"""Copies what the browser needs into static/vendor, under names that change with the content."""

import gzip
import json
import re
import shutil
from hashlib import sha256
from pathlib import Path

from recruit.assets.npm import run_npm
from recruit.assets.stylesheets import cleaned, in_order, refuse_remote_links, relinked
from recruit.assets.translations import compile_translations

HERE = Path(__file__).resolve().parent
STATIC = HERE.parents[1] / "static"
NODE_MODULES = HERE / "node_modules"
NHSUK = NODE_MODULES / "nhsuk-frontend" / "dist" / "nhsuk"
HTMX = NODE_MODULES / "htmx.org" / "dist"

SOURCE_MAP = re.compile(r"//# sourceMappingURL=\S*\s*$")
IMPORT = re.compile(r"""((?:from|import)\s*)["']\./([\w.-]+\.js)["']""")
COMPRESSED = {".css", ".js", ".svg"}


class Bundle:
    """A folder of built files, and the manifest that says which name became which file."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.manifest: dict[str, str] = {}

    def add(self, name: str, content: bytes) -> str:
        stem, suffix = Path(name).stem, Path(name).suffix
        built = f"{stem}.{sha256(content).hexdigest()[:12]}{suffix}"
        (self.folder / built).write_bytes(content)
        if suffix in COMPRESSED:
            (self.folder / f"{built}.gz").write_bytes(gzip.compress(content, mtime=0))
        self.manifest[name] = built
        return built

    def add_stylesheet(self, name: str, css: str, *, pictures: Path) -> None:
        css = relinked(cleaned(css), lambda link: self.add(link, (pictures / link).read_bytes()))
        refuse_remote_links(css, of=name)
        self.add(name, css.encode())

    def add_script(self, name: str, script: str) -> None:
        """Scripts of ours come after what they import: their import lines need the built names."""
        script = IMPORT.sub(lambda found: f'{found[1]}"./{self.manifest[found[2]]}"', script)
        self.add(name, SOURCE_MAP.sub("", script).strip().encode() + b"\n")

    def close(self, sources: str) -> None:
        words = json.dumps(self.manifest, indent=2, sort_keys=True)
        (self.folder / "manifest.json").write_text(words + "\n")
        (self.folder / "sources.txt").write_text(sources)


def build(static: Path = STATIC) -> bool:
    """Build static/vendor anew where a source has changed; says whether it had to."""
    vendor, sources = static / "vendor", sources_of(static)
    if is_current(vendor, sources):
        return False
    fetch_packages()
    fresh = static / "vendor.fresh"
    shutil.rmtree(fresh, ignore_errors=True)
    fresh.mkdir(parents=True)
    bundle = Bundle(fresh)
    add_packages(bundle)
    add_ours(bundle, static)
    bundle.close(sources)
    shutil.rmtree(vendor, ignore_errors=True)
    fresh.rename(vendor)
    return True


def add_packages(bundle: Bundle) -> None:
    css = (NHSUK / "nhsuk-frontend.min.css").read_text()
    bundle.add_stylesheet("nhsuk.css", css, pictures=NHSUK / "assets" / "images")
    bundle.add_script("nhsuk.js", (NHSUK / "nhsuk-frontend.min.js").read_text())
    bundle.add_script("htmx.js", (HTMX / "htmx.min.js").read_text())


def add_ours(bundle: Bundle, static: Path) -> None:
    for picture in sorted((static / "img").glob("*.*")):
        bundle.add(picture.name, picture.read_bytes())
    sheets = in_order([sheet.name for sheet in (static / "css").glob("*.css")])
    css = "\n".join((static / "css" / sheet).read_text() for sheet in sheets)
    bundle.add_stylesheet("alongside.css", css, pictures=static / "img")
    for script in sorted((static / "js").glob("*.js")):
        bundle.add_script(script.name, script.read_text())


def fetch_packages() -> None:
    """Let npm lay out exactly what the lock names, unless it already has."""
    lock = sha256((HERE / "package-lock.json").read_bytes()).hexdigest()
    stamp = NODE_MODULES / ".lock.sha256"
    if not stamp.exists() or stamp.read_text() != lock:
        run_npm("ci", "--loglevel=error", folder=HERE)
        stamp.write_text(lock)


def sources_of(static: Path) -> str:
    digest = sha256()
    ours = [path for room in ("css", "js", "img") for path in sorted((static / room).glob("*.*"))]
    for path in [HERE / "package-lock.json", *sorted(HERE.glob("*.py")), *ours]:
        digest.update(path.name.encode() + path.read_bytes())
    return digest.hexdigest()


def is_current(vendor: Path, sources: str) -> bool:
    stamp = vendor / "sources.txt"
    return stamp.exists() and stamp.read_text() == sources


if __name__ == "__main__":
    build()
    compile_translations()
