"""The points of a curve stand where their figures say."""

from itertools import pairwise

import pytest

from recruit.web.drawing import draw_curve, even_steps

POINTS = [(0, 545.9, "545.9"), (1, 569.2, "569.2"), (2, 580.1, "580.1")]


def test_more_value_stands_higher_and_the_best_on_the_limit():
    drawing = draw_curve(POINTS, limit=580.1, width=600, height=300)

    heights = [point.y for point in drawing.points]
    assert heights == sorted(heights, reverse=True)
    assert heights[-1] == drawing.limit_y


def test_points_stand_evenly_from_edge_to_edge():
    drawing = draw_curve(POINTS, limit=580.1, width=600, height=300)

    places = [point.x for point in drawing.points]
    assert places == [drawing.left, (drawing.left + drawing.right) / 2, drawing.right]


def test_a_point_that_gains_nothing_more_keeps_its_label_for_the_limit():
    drawing = draw_curve(POINTS, limit=580.1, width=600, height=300)

    assert [point.is_labelled for point in drawing.points] == [True, True, False]


@pytest.mark.parametrize(("low", "high"), [(545.9, 580.1), (0, 1), (3, 3), (99.2, 99.4), (-20, 580)])
def test_the_axis_has_a_few_round_figures_that_hold_the_lowest(low, high):
    steps = even_steps(low, high)

    assert steps[0] <= low
    assert 2 <= len(steps) <= 7
    assert len({round(after - before, 6) for before, after in pairwise(steps)}) == 1


def test_a_curve_of_one_point_can_be_drawn():
    drawing = draw_curve([(0, 100.0, "100.0")], limit=100.0, width=600, height=300)

    assert [(point.x, point.y) for point in drawing.points] == [(drawing.left, drawing.limit_y)]
