"""What the browser is given comes from this house alone, and is the same each time it is built."""

import gzip
import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from recruit.assets import build as building
from recruit.assets.build import build
from recruit.assets.stylesheets import RemoteLink, in_order
from tests.house.tree import ROOT

ASSETS = ROOT / "recruit" / "assets"


@pytest.fixture
def static(tmp_path) -> Path:
    """A small set of styles, scripts and pictures of our own."""
    for room in ("css", "js", "img"):
        (tmp_path / room).mkdir()
    (tmp_path / "img" / "leaf.svg").write_text("<svg></svg>")
    (tmp_path / "css" / "button.css").write_text('.button { background: url("../img/leaf.svg") }')
    (tmp_path / "css" / "tokens.css").write_text(":root { --leaf: green }")
    (tmp_path / "js" / "site.js").write_text('import { initAll } from "./nhsuk.js";\ninitAll();\n')
    return tmp_path


def built(static: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted((static / "vendor").iterdir())}


def manifest_of(static: Path) -> dict[str, str]:
    return json.loads((static / "vendor" / "manifest.json").read_text())


def test_the_lock_names_versions_and_integrity_but_no_place():
    lock = json.loads((ASSETS / "package-lock.json").read_text())
    wanted = json.loads((ASSETS / "package.json").read_text())["dependencies"]
    packages = {name: package for name, package in lock["packages"].items() if name}

    assert {name.removeprefix("node_modules/"): each["version"] for name, each in packages.items()} == wanted
    assert all(package["integrity"].startswith("sha512-") for package in packages.values())
    assert "resolved" not in (ASSETS / "package-lock.json").read_text()


def test_two_builds_are_equal_to_the_byte(static):
    build(static)
    first = built(static)

    shutil.rmtree(static / "vendor")
    build(static)

    assert built(static) == first


def test_a_second_build_has_nothing_to_do(static):
    assert [build(static), build(static)] == [True, False]


def test_a_changed_style_is_built_under_another_name(static):
    build(static)
    before = manifest_of(static)

    (static / "css" / "tokens.css").write_text(":root { --leaf: blue }")
    build(static)
    after = manifest_of(static)

    assert {name for name in after if after[name] != before[name]} == {"alongside.css"}


def test_every_built_style_points_nowhere_else(static):
    build(static)
    styles = [content.decode() for name, content in built(static).items() if name.endswith(".css")]

    assert len(styles) == 2
    assert [re.findall(r"https?://\S+|@font-face|sourceMappingURL", style) for style in styles] == [[], []]


def test_every_picture_that_a_style_links_is_there(static):
    build(static)
    files = built(static)
    styles = [content.decode() for name, content in files.items() if name.endswith(".css")]
    links = {link for style in styles for link in re.findall(r"url\(([^)]+)\)", style)}

    assert links <= set(files)
    assert manifest_of(static)["leaf.svg"] in links


@pytest.mark.parametrize("link", ["https://fonts.example/a.woff", "//fonts.example/a.woff"])
def test_a_style_of_ours_that_points_elsewhere_is_refused(static, link):
    (static / "css" / "button.css").write_text(f'@import "{link}";\n')

    with pytest.raises(RemoteLink, match=r"alongside\.css still points elsewhere"):
        build(static)


def test_a_script_imports_the_built_name_of_another(static):
    build(static)
    names = manifest_of(static)

    script = built(static)[names["site.js"]].decode()

    assert script.startswith(f'import {{ initAll }} from "./{names["nhsuk.js"]}"')


def test_compressed_copies_hold_the_same_bytes(static):
    build(static)
    files = built(static)
    copies = {
        name.removesuffix(".gz"): gzip.decompress(files[name]) for name in files if name.endswith(".gz")
    }

    assert {Path(name).suffix for name in copies} == {".css", ".js", ".svg"}
    assert copies == {name: files[name] for name in copies}


def test_foundations_come_before_the_parts_that_use_them_and_print_comes_last():
    names = ["print.css", "button.css", "base.css", "alert.css", "forced-colours.css", "tokens.css"]

    ordered = ["tokens.css", "base.css", "alert.css", "button.css", "forced-colours.css", "print.css"]

    assert in_order(names) == ordered


def test_no_file_of_others_is_kept_in_git():
    command = ["git", "ls-files", "static/vendor", "*node_modules*"]

    kept = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout

    assert kept == ""
    assert building.NODE_MODULES.is_dir()
