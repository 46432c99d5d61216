"""The bench tells what it measured and nothing else."""

import re
from math import nan
from types import SimpleNamespace
from xml.etree import ElementTree as ET

import pytest

from matching.__main__ import main
from matching.benching import lottery, peer, running
from matching.benching.figures import Figure, Series
from matching.benching.pictures import PICTURES, drawn
from matching.benching.results import write_results
from matching.pool import kinds_of, read_targets

CURVE = Series("frontier", "ours & theirs", ((0.0, 10.0), (1.0, 12.5), (2.0, 13.0)))


@pytest.mark.parametrize(
    ("figure", "line"),
    [
        (Figure("rows", 25123456.0, "pairs/s"), "rows: 25,123,456 pairs/s"),
        (Figure("time", 3.0, "s", "< 2 s", False, note="busy"), "time: 3 s; bar < 2 s: missed; busy"),
        (Figure("peer", nan, "", ">= 1"), "peer: not measured; bar >= 1: not measured"),
    ],
)
def test_a_figure_stands_beside_its_bar_on_one_line(figure, line):
    assert running.told(figure) == line


def bench_of(figure, monkeypatch, *more):
    subject = SimpleNamespace(small=lambda: iter([figure]), large=lambda: iter([]))
    monkeypatch.setattr(running, "SUBJECTS", (subject,))
    return main(["bench", *more])


@pytest.mark.parametrize(
    ("figure", "code"),
    [
        (Figure("time", 3.0, "s", "< 2 s", False), 0),
        (Figure("plans refused", 0.0, "", "0", True, must=True), 0),
        (Figure("plans refused", 1.0, "", "0", False, must=True), 1),
    ],
)
def test_a_missed_time_is_excused_and_a_wrong_result_is_not(figure, code, monkeypatch):
    assert bench_of(figure, monkeypatch) == code


def test_results_hold_the_run_its_machine_and_only_measured_pictures(tmp_path, monkeypatch):
    figure = Figure("frontier", 1.9, "s", "< 5 s", True, (1.5, 2.25), series=(CURVE,))

    code = bench_of(figure, monkeypatch, "--results", str(tmp_path / "results.md"))

    table = (tmp_path / "results.md").read_text()
    assert code == 0
    assert "| frontier | 1.9 s (1.5 to 2.25) | < 5 s | met |" in table
    assert re.search(r"^- Processor: \S.*\d cores; memory \d+ GB$", table, flags=re.MULTILINE)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["frontier.svg", "results.md"]


def test_what_was_not_measured_is_written_so(tmp_path):
    figure = Figure("peer", nan, "", ">= 1", note="peer not installed")

    write_results([figure], tmp_path / "results.md", size="small", day="3 April 2027")

    table = (tmp_path / "results.md").read_text()
    assert "Size small, 3 April 2027." in table
    assert "| peer | not measured | >= 1 | not measured; peer not installed |" in table


def test_a_picture_is_readable_and_tells_lines_apart_without_colour():
    picture = drawn(PICTURES["frontier"], [CURVE, Series("frontier", "bound", ((0.0, 11.0), (2.0, 14.0)))])

    tree = ET.fromstring(picture)
    words = [text.text for text in tree.iter("{http://www.w3.org/2000/svg}text")]
    assert {"What each further change gains", "ours & theirs", "bound", "14"} <= set(words)
    assert min(int(size) for size in re.findall(r"(\d+)px", picture)) >= 12
    assert len(set(re.findall(r'stroke-dasharray="([^"]+)"', picture))) == 1
    assert "prefers-color-scheme: dark" in picture


def test_one_point_makes_a_picture_too():
    picture = drawn(PICTURES["value"], [Series("value", "greedy", ((0.0, 0.0),))])

    assert ET.fromstring(picture).tag.endswith("svg")


def test_what_the_peer_prints_is_read_person_by_person():
    printed = (
        "Agent ID  Probability of selection  Included\n---  ---  ---\np047  7.4766%  7\np9  100.0000%  12\n"
    )

    assert peer.chances(printed) == pytest.approx({"p047": 0.074766, "p9": 1.0})


def test_the_pools_of_the_bench_are_those_of_the_bar():
    pool, targets = lottery.a_pool(0), lottery.targets()

    assert (len(pool), len(targets), lottery.SIZE) == (150, 20, 22)
    assert lottery.a_pool(0) == pool != lottery.a_pool(1)
    assert len(kinds_of(pool, read_targets(targets), None)) > 90
